#include "study/cases.h"

#include <string.h>

#include "eval/exact.h"
#include "eval/run.h"
#include "study/case_data.h"

/* Is a figure of the rule exactly the expected decimal (in the rule's unit)? */
static bool is_exactly(
    const jh_exact *exact, const jh_rule *rule, uint32_t node, uint32_t row, jh_dec expected) {
  jh_range range;
  jh_rat wanted, factor;
  jh_range_init(&range);
  jh_rat_init(&wanted);
  jh_rat_init(&factor);
  jh_exact_number(exact, node, row, &range);
  jh_rat_set_dec(&wanted, expected);
  jh_rat_set_int(&factor, rule->unit.num);
  jh_rat_mul(&wanted, &wanted, &factor);
  jh_rat_set_int(&factor, rule->unit.den);
  jh_rat_div(&wanted, &wanted, &factor);
  bool is_equal = jh_range_is_known(&range) && jh_rat_compare(&range.low, &wanted) == 0;
  jh_rat_done(&factor);
  jh_rat_done(&wanted);
  jh_range_done(&range);
  return is_equal;
}

/* A coefficient of variation is irrational: it is compared as printed. */
static bool is_as_printed(const jh_figure *figure, jh_dec expected) {
  char text[JH_DEC_TEXT];
  return figure->is_known && strcmp(figure->text, jh_dec_text(text, expected)) == 0;
}

static bool figures_agree(const jh_run *run, const jh_case *test, const jh_finding *finding) {
  const jh_rule *rule = finding->rule;
  jh_exact exact = jh_run_exact(run);
  uint32_t row = finding->entity.row;
  bool is_spread = rule->measure != JH_NONE && /* or the mean of some */
                   jh_run_plan(run)->nodes[rule->measure].type == JH_TYPE_CONDITION;
  if (test->has_measure) {
    bool is_right = is_spread ? is_as_printed(&finding->measure, test->measure)
                              : is_exactly(&exact, rule, rule->measure, row, test->measure);
    if (!is_right) return false;
  }
  if (test->has_bound && !is_exactly(&exact, rule, rule->bound, row, test->bound)) return false;
  return !test->has_margin || is_as_printed(&finding->margin, test->margin);
}

jh_date jh_cases_day(const jh_plan *plan, const jh_case *test) {
  return test->on ? test->on : plan->pack.in_force;
}

static jh_code run_case(
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

jh_code jh_cases_replay(
    const jh_plan *plan, const jh_case *test,
    jh_code (*show)(void *payload, const jh_run *run, uint32_t row, jh_error *err), void *payload,
    jh_error *err) {
  jh_dataset *data;
  jh_run *run;
  uint32_t row;
  jh_code code = jh_case_data_make(&data, &row, plan, test, err);
  if (code) return code;
  jh_run_options how = {
      .on = test->on ? test->on : plan->pack.in_force,
      .keep_figures = true,
      .rules = &test->rule,
      .rule_count = 1};
  code = jh_run_open(&run, plan, data, &how, err);
  if (!code) {
    code = show(payload, run, row, err);
    jh_run_close(run);
  }
  jh_dataset_close(data);
  return code;
}
