/* sweep_turns.h - every place at which a verdict on an entity turns, from the cuts.
 *
 * Knows the plan and the cuts; no words.
 */
#ifndef JH_VARY_SWEEP_TURNS_H
#define JH_VARY_SWEEP_TURNS_H

#include "vary/cuts.h"
#include "model/sweep.h"

typedef struct jh_sweep_turns {
  jh_sweep_turn *items; /* by row, then rising */
  size_t count, room;
  size_t *order;      /* rising by place, then by row */
  jh_verdict *lowest; /* by row */
  size_t row_count;
} jh_sweep_turns;

/* The turns of a rule of which jh_cuts_has is true; verdicts as the pack may state them. Errors JH_ENOMEM. */
JH_CHECKED jh_code jh_sweep_turns_find(
    jh_sweep_turns *out, const jh_cuts *cuts, const jh_run *run, uint32_t rule, jh_error *err);
void jh_sweep_turns_done(jh_sweep_turns *turns);

/* Fills order. */
JH_CHECKED jh_code jh_sweep_turns_sort(jh_sweep_turns *turns, jh_error *err);

/* Fills the figures of all turns; texts live in the arena. */
JH_CHECKED jh_code jh_sweep_turns_tell(jh_sweep_turns *turns, jh_arena *arena, jh_error *err);

#endif
