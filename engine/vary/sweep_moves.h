/* sweep_moves.h - which rules can depend on a parameter at all, by the plan alone.
 *
 * What is not marked cannot change; what is marked need not. Knows no data and no day.
 */
#ifndef JH_VARY_SWEEP_MOVES_H
#define JH_VARY_SWEEP_MOVES_H

#include "model/sweep.h"

typedef struct jh_sweep_moves {
  const bool *nodes; /* by node */
} jh_sweep_moves;

/* In the arena. Error JH_ENOMEM. */
JH_CHECKED jh_code jh_sweep_moves_find(
    jh_sweep_moves *out, const jh_plan *plan, const jh_sweep_axis *axes, size_t count,
    jh_arena *arena, jh_error *err);

bool jh_sweep_moves_rule(const jh_sweep_moves *moves, const jh_plan *plan, uint32_t rule);

#endif
