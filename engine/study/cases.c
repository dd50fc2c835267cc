#include "study/cases.h"

#include "eval/exact.h"
#include "eval/run.h"
#include "study/case_data.h"
#include "study/case_plan.h"
#include "study/expected.h"

/* Is a figure of the rule exactly what is expected (in the rule's unit)? */
static bool is_exactly(
    const jh_exact *exact, const jh_rule *rule, uint32_t node, uint32_t row,
    const jh_case_figure *expected) {
  jh_range range;
  jh_range_init(&range);
  jh_exact_number(exact, node, row, &range);
  bool is_equal = jh_expected_exactly(&range, expected, &rule->unit);
  jh_range_done(&range);
  return is_equal;
}

static bool figures_agree(const jh_run *run, const jh_case *test, const jh_finding *finding) {
  const jh_rule *rule = finding->rule;
  jh_exact exact = jh_run_exact(run);
  uint32_t row = finding->entity.row;
  bool is_spread = rule->measure != JH_NONE && /* or the mean of some */
                   jh_run_plan(run)->nodes[rule->measure].type == JH_TYPE_CONDITION;
  if (test->measure.is_there) { /* a coefficient of variation is irrational: as printed */
    bool is_right = is_spread ? jh_expected_printed(&finding->measure, &test->measure)
                              : is_exactly(&exact, rule, rule->measure, row, &test->measure);
    if (!is_right) return false;
  }
  if (test->bound.is_there && !is_exactly(&exact, rule, rule->bound, row, &test->bound))
    return false;
  return !test->margin.is_there || jh_expected_printed(&finding->margin, &test->margin);
}

jh_date jh_cases_day(const jh_plan *plan, const jh_case *test) {
  return test->on ? test->on : plan->pack.in_force;
}

static jh_code run_case_on(
    jh_case_result *out, const jh_plan *plan, const jh_case *test, jh_error *err) {
  jh_dataset *data;
  jh_run *run;
  uint32_t row;
  jh_code code = jh_case_data_make(&data, &row, plan, test, err);
  if (code) return code;
  jh_run_options how = {
      .on = jh_cases_day(plan, test), .keep_figures = true, .rules = &test->rule, .rule_count = 1};
  code = jh_run_open(&run, plan, data, &how, err);
  if (!code) {
    code = jh_run_finding(run, test->rule, row, &out->finding, err);
    out->test = test;
    out->has_passed =
        !code && out->finding.verdict == test->verdict && figures_agree(run, test, &out->finding);
    jh_run_close(run);
  }
  jh_dataset_close(data);
  return code;
}

static jh_code run_case(
    jh_case_result *out, const jh_plan *plan, const jh_case *test, jh_error *err) {
  jh_plan *own;
  jh_code code = jh_case_plan_open(&own, plan, test, err);
  if (!code) code = run_case_on(out, own ? own : plan, test, err);
  jh_case_plan_close(own, test);
  return code;
}

jh_code jh_cases_run(
    jh_case_result **out, size_t *count, const jh_plan *plan, jh_arena *arena, jh_error *err) {
  jh_case_result *results = jh_arena_get(arena, (plan->case_count + 1) * sizeof *results);
  if (!results) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < plan->case_count; i++) {
    jh_code code = run_case(&results[i], plan, &plan->cases[i], err);
    if (code) return code;
  }
  *out = results;
  *count = plan->case_count;
  return JH_OK;
}

typedef jh_code (*case_show)(void *payload, const jh_run *run, uint32_t row, jh_error *err);

static jh_code replay_on(
    const jh_plan *plan, const jh_case *test, case_show show, void *payload, jh_error *err) {
  jh_dataset *data;
  jh_run *run;
  uint32_t row;
  jh_code code = jh_case_data_make(&data, &row, plan, test, err);
  if (code) return code;
  jh_run_options how = {
      .on = jh_cases_day(plan, test), .keep_figures = true, .rules = &test->rule, .rule_count = 1};
  code = jh_run_open(&run, plan, data, &how, err);
  if (!code) {
    code = show(payload, run, row, err);
    jh_run_close(run);
  }
  jh_dataset_close(data);
  return code;
}

jh_code jh_cases_replay(
    const jh_plan *plan, const jh_case *test,
    jh_code (*show)(void *payload, const jh_run *run, uint32_t row, jh_error *err), void *payload,
    jh_error *err) {
  jh_plan *own;
  jh_code code = jh_case_plan_open(&own, plan, test, err);
  if (!code) code = replay_on(own ? own : plan, test, show, payload, err);
  jh_case_plan_close(own, test);
  return code;
}
