/* solve_exact.h - what doubles propose about a part, proven in rationals.
 *
 * A bound needs no trust in how it was found: for any multipliers y >= 0 of rows that stand,
 *     cost = (cost - y * rows) + y * rows >= least of (cost - y * rows) within the columns' limits,
 * and that there is no solution follows in the same way. The point at which the search stands is solved for
 * exactly from the rows that are tight there.
 */
#ifndef JH_REMEDY_SOLVE_EXACT_H
#define JH_REMEDY_SOLVE_EXACT_H

#include "remedy/solve_simplex.h"

/* What is asked about: limits of the columns here (within those of the part), and the cost of the best
 * known solution (NULL: none), for what is said holds of cheaper ones only. */
typedef struct jh_exact_node {
  const jh_part *part;
  const jh_simplex *simplex; /* where it stands */
  const jh_rat *best;
} jh_exact_node;

/* A cost below which there is no solution here; false if nothing could be proven. `sharp`: multipliers
 * are solved for exactly, else taken from the doubles. */
bool jh_exact_bound(jh_rat *out, const jh_exact_node *node, bool sharp);

/* Is it proven that there is no solution here? The simplex ended with NONE. */
bool jh_exact_is_empty(const jh_exact_node *node);

/* The amounts by column; false if they could not be had, or are outside limits or rows, or not whole. */
bool jh_exact_point(jh_rat *values, const jh_exact_node *node);

#endif
