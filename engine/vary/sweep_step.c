/* sweep_step.c - a run for each step; see sweep_step.h. */
#include "vary/sweep_step.h"

typedef struct ask {
  const jh_run *run;
  uint32_t rule;
} ask;

/* As the pack may state it. */
static jh_verdict verdict(const void *payload, uint32_t row) {
  const ask *a = payload;
  const jh_plan *plan = jh_run_plan(a->run);
  return jh_plan_guarded(plan, &plan->rules[a->rule], jh_run_verdict(a->run, a->rule, row));
}

static void count(const jh_sweep_stepper *how, const jh_run *run, uint32_t rule, jh_tally *out) {
  ask a = {run, rule};
  jh_sweep_region_count(how->regions, jh_run_plan(run)->rules[rule].level, verdict, &a, out);
}

void jh_sweep_step_today(const jh_sweep_stepper *how, uint32_t rule, jh_tally *out) {
  count(how, how->run, rule, out);
}

jh_code jh_sweep_step_open(
    jh_run **out, const jh_sweep_stepper *how, uint32_t rule, const jh_variant_value *values,
    size_t count, jh_arena *arena, jh_error *err) {
  const jh_plan *plan = NULL;
  jh_run_options options = {
      .on = jh_run_on(how->run), .jobs = how->jobs, .rules = &rule, .rule_count = 1};
  jh_code code =
      jh_variant_make(&plan, jh_run_plan(how->run), values, count, options.on, arena, err);
  return code ? code : jh_run_open(out, plan, jh_run_dataset(how->run), &options, err);
}

jh_code jh_sweep_step_one(jh_sweep *sweep, const jh_sweep_stepper *how, size_t at, jh_error *err) {
  size_t inner = sweep->axis_count > 1 ? sweep->axes[1].count : 1;
  size_t index[2];
  index[0] = at / inner, index[1] = at % inner;
  jh_variant_value values[2];
  jh_run *run = NULL;
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t k = 0; k < sweep->axis_count && k < 2; k++) {
    const jh_sweep_axis *axis = &sweep->axes[k];
    values[k] = (jh_variant_value){axis->param, axis->stage, axis->values[index[k]]};
  }
  jh_code code = jh_sweep_step_open(&run, how, sweep->rule, values, sweep->axis_count, arena, err);
  if (!code) count(how, run, sweep->rule, &sweep->counts[at * sweep->region_count]);
  jh_run_close(run);
  jh_arena_close(arena);
  return code;
}

jh_code jh_sweep_step_all(jh_sweep *sweep, const jh_sweep_stepper *how, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t at = 0; at < sweep->step_count && !code; at++) {
    if (how->progress) how->progress(how->payload, at, sweep->step_count);
    code = jh_sweep_step_one(sweep, how, at, err);
  }
  return code;
}
