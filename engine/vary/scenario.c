/* scenario.c - counts scenarios, in bits or one after the other; see scenario.h. */
#include "vary/scenario.h"

#include <string.h>

#include "vary/scenario_parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static void guard(jh_scenarios *set, const jh_plan *plan) {
  jh_verdict met = jh_plan_guarded(plan, &plan->rules[set->rule], JH_MET);
  for (size_t s = 0; s < set->count && met != JH_MET; s++) {
    set->counts[s].of[met] += set->counts[s].of[JH_MET];
    set->counts[s].of[JH_MET] = 0;
  }
}

static jh_code run_batches(
    jh_scenario_job *j, const jh_sweep_stepper *how, bool *is_fit, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t at = 0; at < j->set->count && !code && *is_fit; at += JH_SCENARIO_BATCH) {
    jh_arena *arena = jh_arena_open();
    if (!arena) return out_of_memory(err);
    j->first = at;
    j->count = j->set->count - at < JH_SCENARIO_BATCH ? j->set->count - at : JH_SCENARIO_BATCH;
    code = jh_scenario_fill(j, arena, is_fit, err);
    if (!code && *is_fit) code = jh_scenario_run(j, is_fit, err);
    jh_scenario_empty(j);
    jh_arena_close(arena);
    if (how->progress) how->progress(how->payload, at + j->count, j->set->count);
  }
  return code;
}

static jh_code in_bits(
    jh_scenarios *set, const jh_sweep_stepper *how, bool *is_done, jh_error *err) {
  jh_scenario_job j = {
      .set = set,
      .run = how->run,
      .plan = jh_run_plan(how->run),
      .dataset = jh_run_dataset(how->run),
      .exact = jh_run_exact(how->run),
      .arena = jh_arena_open(),
      .jobs = how->jobs};
  if (!j.arena) return out_of_memory(err);
  jh_code code = jh_scenario_open(&j, err);
  bool is_fit = j.blocker == JH_NONE;
  set->blocker = j.blocker;
  if (!code && is_fit) code = run_batches(&j, how, &is_fit, err);
  if (!code && is_fit) guard(set, j.plan);
  *is_done = is_fit;
  if (j.program) j.program->computed = NULL; /* the run's */
  jh_program_close(j.program);
  jh_known_done(&j.known);
  jh_arena_close(j.arena);
  return code;
}

typedef struct ask {
  const jh_run *run;
  uint32_t rule;
} ask;

static jh_verdict verdict(const void *payload, uint32_t row) {
  const ask *a = payload;
  const jh_plan *plan = jh_run_plan(a->run);
  return jh_plan_guarded(plan, &plan->rules[a->rule], jh_run_verdict(a->run, a->rule, row));
}

static jh_code step(
    jh_scenarios *set, const jh_sweep_stepper *how, jh_variant_value *values, size_t at,
    jh_error *err) {
  size_t count = 0;
  jh_run *run = NULL;
  jh_arena *arena = jh_arena_open();
  if (!arena) return out_of_memory(err);
  for (size_t k = 0; k < set->axis_count; k++) {
    size_t cell = at * set->axis_count + k;
    if (!set->is_given[cell]) continue;
    values[count++] = (jh_variant_value){set->axes[k].param, set->axes[k].stage, set->values[cell]};
  }
  jh_code code = jh_sweep_step_open(&run, how, set->rule, values, count, arena, err);
  if (!code) {
    ask a = {run, set->rule};
    jh_sweep_regions whole = *how->regions;
    whole.count = 1;
    whole.provinces = whole.prefectures = NULL;
    jh_sweep_region_count(
        &whole, jh_run_plan(run)->rules[set->rule].level, verdict, &a, &set->counts[at]);
  }
  jh_run_close(run);
  jh_arena_close(arena);
  return code;
}

static jh_code in_steps(jh_scenarios *set, const jh_sweep_stepper *how, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  if (!arena) return out_of_memory(err);
  jh_variant_value *values = jh_arena_get(arena, (set->axis_count + 1) * sizeof *values);
  jh_code code = values ? JH_OK : out_of_memory(err);
  for (size_t at = 0; at < set->count && !code; at++) {
    if (how->progress) how->progress(how->payload, at, set->count);
    code = step(set, how, values, at, err);
  }
  jh_arena_close(arena);
  return code;
}

jh_code jh_scenario_count(
    jh_scenarios *set, const jh_sweep_stepper *how, bool by_steps, jh_error *err) {
  bool is_done = false;
  jh_code code = JH_OK;
  set->blocker = JH_NONE;
  if (!by_steps) code = in_bits(set, how, &is_done, err);
  if (code) return code;
  set->is_stepped = !is_done;
  return is_done ? JH_OK : in_steps(set, how, err);
}
