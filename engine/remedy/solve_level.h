/* solve_level.h - levelling up: more is bought where it helps the spreads most for its price.
 *
 * Knows how to make spreads hold that do not; not how cheap that could be (solve_bound.h).
 */
#ifndef JH_REMEDY_SOLVE_LEVEL_H
#define JH_REMEDY_SOLVE_LEVEL_H

#include "remedy/solve_state.h"

/* Raises amounts until all spreads hold, keeping all other conditions that hold. True if they do. */
bool jh_level_up(jh_state *state, uint64_t *steps);

#endif
