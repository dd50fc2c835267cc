/* Functions of packs in a run: asked once for each row, never where something is missing. */
#include "support/eval_builder.h"
#include "support/test.h"

#include "eval/run_state.h"

static eval_builder b;
static uint32_t x, y, calls;
static char last[96];

/* x * y; fails for x = 13. */
static jh_code multiply(
    void *payload, uint32_t compute, const jh_rat *values, const char *who, jh_rat *out,
    jh_error *err) {
  jh_rat bad;
  (void)compute;
  ++*(uint32_t *)payload;
  jh_str_copy(last, sizeof last, jh_str_of(who));
  jh_rat_init(&bad);
  jh_rat_set_int(&bad, 13);
  bool is_bad = jh_rat_compare(&values[0], &bad) == 0;
  jh_rat_done(&bad);
  if (is_bad) return jh_fail(err, JH_ECOMPUTE_FAILED, NULL, who, "13", NULL);
  jh_rat_mul(out, &values[0], &values[1]);
  return JH_OK;
}

static jh_code is_positive(
    void *payload, uint32_t compute, const jh_rat *values, const char *who, jh_rat *out,
    jh_error *err) {
  (void)payload, (void)compute, (void)who, (void)err;
  jh_rat_set_int(out, jh_rat_sign(&values[0]) > 0);
  return JH_OK;
}

static int set_up(void **state) {
  (void)state;
  calls = 0;
  eb_open(&b);
  b.plan->hook = (jh_compute_hook){.call = multiply, .payload = &calls};
  x = eb_number(&b, EB_STAGE, "x", 0, 100);
  y = eb_number(&b, EB_STAGE, "y", 1, 100);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  eb_close(&b);
  return 0;
}

static uint32_t product(void) {
  const uint32_t reads[] = {x, y};
  return eb_compute(&b, EB_STAGE, false, reads, 2);
}

static uint32_t at_least_10(uint32_t measure) {
  return eb_rule(&b, "r", EB_STAGE, measure, JH_AT_LEAST, eb_const(&b, "10"), JH_NONE, JH_NONE);
}

TEST(a_function_is_asked_once_for_each_row_and_not_where_a_cell_is_missing) {
  uint32_t rule = at_least_10(product());
  jh_finding f;
  eb_units(&b, 3);
  eb_set(&b, x, 0, 4), eb_set(&b, y, 0, 25); /* 4 * 2.5 */
  eb_set(&b, x, 1, 4), eb_set(&b, y, 1, 24);
  eb_set(&b, x, 2, 4);
  jh_run *run = eb_run(&b, 2);
  assert_int_equal(calls, 2);
  assert_string_equal(last, "s0"); /* units are called by their school */
  assert_int_equal(jh_run_verdict(run, rule, 0), JH_MET);
  assert_int_equal(jh_run_verdict(run, rule, 1), JH_UNMET);
  assert_int_equal(jh_run_verdict(run, rule, 2), JH_UNDETERMINED);
  assert_int_equal(jh_run_finding(run, rule, 1, &f, NULL), JH_OK);
  assert_string_equal(f.measure.text, "9.6");
  assert_int_equal(calls, 2);
  assert_true(jh_plan_is_computed(b.plan, rule));
  jh_run_close(run);
}

TEST(an_error_of_a_function_is_an_error_of_the_run) {
  (void)at_least_10(product());
  eb_units(&b, 2);
  eb_set(&b, x, 0, 4), eb_set(&b, y, 0, 25);
  eb_set(&b, x, 1, 13), eb_set(&b, y, 1, 24);
  jh_run *run = NULL;
  jh_run_options options = {.on = 20240901};
  assert_int_equal(jh_run_open(&run, b.plan, b.data, &options, &b.err), JH_ECOMPUTE_FAILED);
  assert_string_equal(b.err.args[0], "s0");
}

TEST(a_function_in_a_dead_arm_is_not_asked) {
  uint32_t measure = eb_three(&b, JH_OP_IF, eb_since(&b, 20300101), product(), x);
  uint32_t rule = at_least_10(measure);
  eb_units(&b, 1);
  eb_set(&b, x, 0, 13), eb_set(&b, y, 0, 1);
  jh_run *run = eb_run(&b, 1);
  assert_int_equal(calls, 0);
  assert_int_equal(jh_run_verdict(run, rule, 0), JH_MET);
  jh_run_close(run);
}

TEST(without_anyone_who_could_ask_the_value_is_unknown) {
  uint32_t rule = at_least_10(product());
  b.plan->hook = (jh_compute_hook){.call = NULL};
  eb_units(&b, 1);
  eb_set(&b, x, 0, 4), eb_set(&b, y, 0, 25);
  jh_run *run = eb_run(&b, 1);
  assert_int_equal(jh_run_verdict(run, rule, 0), JH_UNDETERMINED);
  jh_run_close(run);
}

TEST(a_function_may_answer_and_read_what_another_gave) {
  uint32_t inner = product(), outer, rule;
  const uint32_t reads[] = {inner};
  b.plan->hook.call = is_positive;
  outer = eb_compute(&b, EB_STAGE, true, reads, 1);
  rule = eb_rule(&b, "r", EB_STAGE, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, outer);
  eb_units(&b, 2);
  eb_set(&b, x, 0, 4), eb_set(&b, y, 0, 25);
  eb_set(&b, x, 1, 0), eb_set(&b, y, 1, 25);
  jh_run *run = eb_run(&b, 1);
  assert_int_equal(jh_run_verdict(run, rule, 0), JH_MET);
  assert_int_equal(jh_run_verdict(run, rule, 1), JH_UNMET);
  jh_run_close(run);
}

TEST(a_column_is_handed_over_in_its_own_unit_and_the_result_taken_in_the_declared_one) {
  jh_unit wan = jh_unit_none();
  uint32_t column, out;
  wan.num = 10000;
  b.plan->tables[EB_STAGE].columns[0].unit = wan;
  assert_int_equal(jh_build_column(&b.build, EB_STAGE, 0, &column), JH_OK);
  const uint32_t reads[] = {column, y};
  b.plan->computes[0] = (jh_compute){.id = "c", .level = EB_STAGE, .read_count = 2};
  b.plan->compute_count = 1;
  assert_int_equal(jh_build_compute(&b.build, 0, reads, wan, &out), JH_OK);
  uint32_t rule =
      eb_rule(&b, "r", EB_STAGE, out, JH_EQUALS, eb_const(&b, "100000"), JH_NONE, JH_NONE);
  eb_units(&b, 1);
  eb_set(&b, column, 0, 4), eb_set(&b, y, 0, 25); /* 4 wan * 2.5 = 10 wan */
  jh_run *run = eb_run(&b, 1);
  assert_int_equal(jh_run_verdict(run, rule, 0), JH_MET);
  jh_run_close(run);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(a_function_is_asked_once_for_each_row_and_not_where_a_cell_is_missing),
    FRESH(an_error_of_a_function_is_an_error_of_the_run),
    FRESH(a_function_in_a_dead_arm_is_not_asked),
    FRESH(without_anyone_who_could_ask_the_value_is_unknown),
    FRESH(a_function_may_answer_and_read_what_another_gave),
    FRESH(a_column_is_handed_over_in_its_own_unit_and_the_result_taken_in_the_declared_one))
