/* solve_smooth.h - about how the cheapest way looks when amounts may be divided and spreads must hold.
 *
 * All in doubles, by an inner point method: rows and spreads are kept at a distance that shrinks. What comes
 * out are proposals: amounts, and how much each spread asks for (prices), from which solve_bound.h proves.
 */
#ifndef JH_REMEDY_SOLVE_SMOOTH_H
#define JH_REMEDY_SOLVE_SMOOTH_H

#include "remedy/solve_state.h"

typedef struct jh_smooth {
  double *amounts; /* by variable */
  double *
      *pulls; /* by spread, by unit: the price of its sum times its measure; see solve_bound.h */
  size_t spread_count;
} jh_smooth;

/* Begins at the amounts of `state`. Choices may be divided, too. False when memory is out;
 * jh_smooth_close in any case. */
bool jh_smooth_find(jh_smooth *out, const jh_state *state, uint64_t *steps);
void jh_smooth_close(jh_smooth *smooth);

#endif
