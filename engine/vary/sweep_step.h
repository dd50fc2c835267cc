/* sweep_step.h - verdicts counted at each value by evaluating the rule there: the way that always works.
 *
 * Each step is a run of its own over the same data, with a plan that differs in the parameters alone
 * (variant.h). Knows no words.
 */
#ifndef JH_VARY_SWEEP_STEP_H
#define JH_VARY_SWEEP_STEP_H

#include "eval/run.h"
#include "vary/sweep_region.h"
#include "vary/variant.h"

typedef struct jh_sweep_stepper {
  const jh_run *run; /* as things are */
  const jh_sweep_regions *regions;
  int jobs;
  void (*progress)(void *payload, size_t done, size_t total); /* may be NULL */
  void *payload;
} jh_sweep_stepper;

/* Today's counts, by region; of the last word as the pack may state it. */
void jh_sweep_step_today(const jh_sweep_stepper *how, uint32_t rule, jh_tally *out);

/* The counts of one step, by region; of all steps. The axes, the rule and region_count of the sweep are set,
 * and the room of its counts. Errors: JH_ENOMEM, those of jh_run_open. */
JH_CHECKED jh_code
jh_sweep_step_one(jh_sweep *sweep, const jh_sweep_stepper *how, size_t at, jh_error *err);
JH_CHECKED jh_code jh_sweep_step_all(jh_sweep *sweep, const jh_sweep_stepper *how, jh_error *err);

/* A run with these values, over the same data and on the same day, of the rule and what it stands on. Arena:
 * the plan's. Close the run before the arena. */
JH_CHECKED jh_code jh_sweep_step_open(
    jh_run **out, const jh_sweep_stepper *how, uint32_t rule, const jh_variant_value *values,
    size_t count, jh_arena *arena, jh_error *err);

#endif
