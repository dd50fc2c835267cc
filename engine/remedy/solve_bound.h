/* solve_bound.h - below which cost no solution can be, with the spreads counted in.
 *
 * For any numbers u of a spread's units, every solution has
 *     sum(u * s) <= r * sum(s)   with   r >= root((1 + limit^2) * sum(w * u^2) / sum(w)),
 * so sum((r - u) * s) >= 0 can be taken from the costs and the parts be solved apart again: what they cost
 * then is a bound, whatever u is. Good numbers come from solve_smooth.h; r is checked in rationals.
 */
#ifndef JH_REMEDY_SOLVE_BOUND_H
#define JH_REMEDY_SOLVE_BOUND_H

#include "remedy/solve_smooth.h"

typedef struct jh_bound_task {
  const jh_state *state;
  const jh_rat *best;      /* what the best known solution costs: only cheaper ones count */
  const uint32_t *part_of; /* by condition: the first variable of its part; JH_NONE */
  uint32_t *column_of;     /* by variable: scratch, all JH_NONE */
  uint64_t most_steps;     /* for each part */
  double
      share; /* how much of the pulls counts: 1, or a little less so that nothing is worth its price */
  jh_rat *amounts; /* by variable: the cheapest way of each part at these costs; NULL: not asked */
  uint64_t steps;
} jh_bound_task;

/* *out: no solution that is cheaper than the best costs less than this. *is_proven: false where nothing
 * could be. The function is false when memory is out. */
bool jh_bound_find(jh_rat *out, bool *is_proven, jh_bound_task *task, double *const *pulls);

#endif
