#include "study/trial.h"

#include <string.h>

#include "base/alloc.h"
#include "eval/force.h"
#include "eval/run.h"
#include "eval/where.h"
#include "study/case_data.h"
#include "study/case_plan.h"
#include "study/cases.h"
#include "study/expected.h"

/* Which rules are in force on a day, worked out once for all cases of that day. */
static jh_code force_of(const struct jh_force **out, jh_trial_set *set, jh_date on, jh_error *err) {
  for (size_t i = 0; i < set->day_count; i++) {
    if (set->days[i].on != on) continue;
    *out = set->days[i].force;
    return JH_OK;
  }
  void *days = set->days;
  if (jh_alloc_grow(&days, &set->day_room, set->day_count + 1, sizeof *set->days))
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  set->days = days;
  jh_trial_day *day = &set->days[set->day_count];
  *day = (jh_trial_day){.on = on};
  jh_code code = jh_force_open(&day->force, set->plan, on, err);
  if (code) return code;
  set->day_count++;
  *out = day->force;
  return JH_OK;
}

/* Which nodes stand on functions of the pack, also through other rules. */
static jh_code find_computes(jh_trial_set *set, jh_error *err) {
  const jh_plan *plan = set->plan;
  if (plan->compute_count == 0) return JH_OK;
  set->computes = jh_alloc_get(plan->node_count + 1);
  if (!set->computes) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    set->computes[n] = node->op == JH_OP_COMPUTE;
    for (uint32_t k = 0; k < node->count && !set->computes[n]; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      set->computes[n] = arg != JH_NONE && set->computes[arg];
    }
  }
  return JH_OK;
}

static bool is_computed(const jh_trial_set *set, uint32_t index) {
  const jh_rule *rule = &set->plan->rules[index];
  const uint32_t tops[4] = {rule->measure, rule->bound, rule->applies, rule->holds};
  for (size_t k = 0; k < 4 && set->computes; k++) {
    if (tops[k] != JH_NONE && set->computes[tops[k]]) return true;
  }
  return false;
}

/* The plan of the trial and which rules are in force in it. */
static jh_code take_plan(jh_trial *trial, jh_trial_set *set, jh_error *err) {
  jh_code code = jh_case_plan_open(&trial->own, set->plan, trial->test, err);
  if (code || !trial->own) return code ? code : force_of(&trial->force, set, trial->on, err);
  trial->plan = trial->own;
  code = jh_force_open(&trial->own_force, trial->plan, trial->on, err);
  trial->force = trial->own_force;
  return code;
}

jh_code jh_trial_open(jh_trial *out, jh_trial_set *set, const jh_case *test, jh_error *err) {
  jh_trial trial = {.plan = set->plan, .test = test, .on = jh_cases_day(set->plan, test)};
  jh_code code = take_plan(&trial, set, err);
  if (!code) code = jh_case_data_make(&trial.dataset, &trial.row, set->plan, test, err);
  if (!code && is_computed(set, test->rule)) {
    jh_run_options how = {.on = trial.on, .rules = &test->rule, .rule_count = 1};
    code = jh_run_open(&trial.run, trial.plan, trial.dataset, &how, err);
  }
  if (code)
    jh_trial_close(&trial);
  else
    *out = trial;
  return code;
}

void jh_trial_close(jh_trial *trial) {
  jh_run_close(trial->run);
  jh_dataset_close(trial->dataset);
  jh_force_close(trial->own_force);
  jh_case_plan_close(trial->own, trial->test);
  trial->dataset = NULL;
  trial->run = NULL;
  trial->own_force = NULL;
  trial->own = NULL;
}

/* The set without its cases. */
static jh_code begin(jh_trial_set **out, const jh_plan *plan, jh_error *err) {
  jh_trial_set *set = jh_alloc_get(sizeof *set);
  if (!set) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  set->plan = plan;
  jh_code code = find_computes(set, err);
  if (code)
    jh_trial_close_set(set);
  else
    *out = set;
  return code;
}

jh_code jh_trial_add(jh_trial_set *set, const jh_case *test, jh_error *err) {
  void *trials = set->trials;
  if (jh_alloc_grow(&trials, &set->room, set->count + 1, sizeof *set->trials))
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  set->trials = trials;
  jh_trial *trial = &set->trials[set->count];
  jh_code code = jh_trial_open(trial, set, test, err);
  if (code) return code;
  trial->is_sound = jh_trial_passes(trial);
  set->count++;
  return JH_OK;
}

jh_code jh_trial_open_set(jh_trial_set **out, const jh_plan *plan, jh_error *err) {
  jh_trial_set *set = NULL;
  jh_code code = begin(&set, plan, err);
  for (size_t i = 0; i < plan->case_count && !code; i++)
    code = jh_trial_add(set, &plan->cases[i], err);
  if (code)
    jh_trial_close_set(set);
  else
    *out = set;
  return code;
}

jh_code jh_trial_passes_anew(bool *out, const jh_plan *plan, const jh_case *test, jh_error *err) {
  jh_trial_set *set = NULL;
  jh_trial trial;
  jh_code code = begin(&set, plan, err);
  if (code) return code;
  code = jh_trial_open(&trial, set, test, err);
  if (!code) {
    *out = jh_trial_passes(&trial);
    jh_trial_close(&trial);
  }
  jh_trial_close_set(set);
  return code;
}

void jh_trial_close_set(jh_trial_set *set) {
  if (!set) return;
  for (size_t i = 0; i < set->count; i++) jh_trial_close(&set->trials[i]);
  for (size_t i = 0; i < set->day_count; i++) jh_force_close(set->days[i].force);
  jh_alloc_free(set->days);
  jh_alloc_free(set->trials);
  jh_alloc_free(set->computes);
  jh_alloc_free(set);
}

jh_exact jh_trial_exact(const jh_trial *trial) {
  if (trial->run) return jh_run_exact(trial->run);
  return (jh_exact){
      .plan = trial->plan, .dataset = trial->dataset, .on = trial->on, .force = trial->force};
}

jh_verdict jh_trial_verdict(const jh_trial *trial, uint32_t index, uint32_t row) {
  const jh_rule *rule = &trial->plan->rules[index];
  jh_exact exact = jh_trial_exact(trial);
  uint32_t stage = jh_where_stage(trial->dataset, rule->level, row);
  if (rule->holds == JH_NONE || !jh_force_is(trial->force, index, stage)) return JH_NOT_IN_FORCE;
  jh_tri applies = JH_TRUE;
  if (rule->applies != JH_NONE) applies = jh_exact_condition(&exact, rule->applies, row);
  if (applies == JH_FALSE) return JH_NOT_APPLICABLE;
  return jh_verdict_of(true, applies, jh_exact_condition(&exact, rule->holds, row));
}

static bool has_figures(const jh_plan *plan, const jh_rule *rule) {
  if (rule->measure == JH_NONE || rule->bound == JH_NONE) return false;
  const jh_node *measure = &plan->nodes[rule->measure];
  return measure->type == JH_TYPE_NUMBER || measure->op == JH_OP_SPREAD ||
         measure->op == JH_OP_COMPOSITE;
}

static bool figures_agree(const jh_trial *trial) {
  const jh_case *test = trial->test;
  const jh_rule *rule = &trial->plan->rules[test->rule];
  if (!test->measure.is_there && !test->bound.is_there && !test->margin.is_there) return true;
  if (!has_figures(trial->plan, rule)) return false;
  jh_exact exact = jh_trial_exact(trial);
  jh_figure_set set;
  jh_finding finding;
  memset(&finding, 0, sizeof finding);
  jh_figure_set_init(&set);
  jh_run_figures(&exact, rule, trial->row, &set);
  jh_figure_write(&set, rule->compare, &finding);
  bool agree = true;
  if (test->measure.is_there)
    agree = set.has_sign ? jh_expected_printed(&finding.measure, &test->measure)
                         : jh_expected_exactly(&set.measure, &test->measure, NULL);
  if (test->bound.is_there) agree = agree && jh_expected_exactly(&set.bound, &test->bound, NULL);
  if (test->margin.is_there) agree = agree && jh_expected_printed(&finding.margin, &test->margin);
  jh_figure_set_done(&set);
  return agree;
}

bool jh_trial_passes(const jh_trial *trial) {
  jh_verdict verdict = jh_trial_verdict(trial, trial->test->rule, trial->row);
  return verdict == trial->test->verdict && figures_agree(trial);
}

jh_stand jh_trial_stand(const jh_trial *trial, uint32_t index, uint32_t row) {
  const jh_rule *rule = &trial->plan->rules[index];
  if (!has_figures(trial->plan, rule)) return JH_STANDS_UNKNOWN;
  jh_exact exact = jh_trial_exact(trial);
  jh_figure_set set;
  jh_figure_set_init(&set);
  jh_run_figures(&exact, rule, row, &set);
  jh_stand stand = JH_STANDS_UNKNOWN;
  if (jh_range_is_known(&set.measure) && jh_range_is_known(&set.bound)) {
    int sign = set.has_sign ? set.sign : jh_rat_compare(&set.measure.low, &set.bound.low);
    stand = sign < 0 ? JH_STANDS_BELOW : sign > 0 ? JH_STANDS_ABOVE : JH_STANDS_AT;
  }
  jh_figure_set_done(&set);
  return stand;
}
