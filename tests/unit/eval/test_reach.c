/* Bounds outside everything that can be measured. */
#include "support/test.h"

#include "eval/reach.h"
#include "support/eval_builder.h"

static eval_builder b;
static jh_diag *diag;

static int enter(void **state) {
  (void)state;
  eb_open(&b);
  diag = jh_diag_open(10);
  return diag ? 0 : -1;
}

static int leave(void **state) {
  (void)state;
  jh_diag_close(diag);
  eb_close(&b);
  return 0;
}

/* How many warnings a rule gives whose measure is held against a value. */
static size_t warnings(uint32_t measure, const char *value) {
  uint32_t bound = eb_param(&b, "rule.at_least", value, 20170101);
  eb_rule(&b, "rule", EB_SCHOOL, measure, JH_AT_LEAST, bound, JH_NONE, JH_NONE);
  assert_int_equal(jh_reach_check(b.plan, diag, &b.err), JH_OK);
  return jh_diag_count(diag, JH_WARNING);
}

TEST(a_bound_above_the_greatest_cell_is_told_with_the_range) {
  assert_int_equal(warnings(eb_number(&b, EB_SCHOOL, "percent", 0, 100), "101"), 1);
  const jh_error *warning = jh_diag_get(diag, 0);
  assert_int_equal(warning->code, JH_EOUT_OF_REACH);
  assert_string_equal(warning->args[0], "rule.at_least");
  assert_string_equal(warning->args[1], "101");
  assert_string_equal(warning->args[2], "0 … 100");
}

TEST(a_bound_at_the_end_can_be_reached) {
  assert_int_equal(warnings(eb_number(&b, EB_SCHOOL, "percent", 0, 100), "100"), 0);
}

TEST(a_bound_below_everything_can_not_be_missed) {
  assert_int_equal(warnings(eb_number(&b, EB_SCHOOL, "percent", 0, 100), "-1"), 1);
}

TEST(a_quotient_has_no_upper_end_where_its_divisor_may_be_next_to_nothing) {
  uint32_t x = eb_number(&b, EB_SCHOOL, "x", 0, 100), y = eb_number(&b, EB_SCHOOL, "y", 0, 100);
  assert_int_equal(warnings(eb_pair(&b, JH_OP_DIV, x, y), "100000"), 0);
}

TEST(a_sum_over_rows_has_no_upper_end_but_a_lower_one) {
  uint32_t x = eb_number(&b, EB_ROOM, "area", 0, 100);
  uint32_t sum = eb_over(&b, JH_OP_SUM, EB_ROOM, EB_SCHOOL, x, JH_NONE);
  assert_int_equal(warnings(sum, "100000"), 0);
}

TEST(a_count_is_never_below_zero) {
  uint32_t count = eb_over(&b, JH_OP_COUNT, EB_ROOM, EB_SCHOOL, JH_NONE, JH_NONE);
  assert_int_equal(warnings(count, "-3"), 1);
}

TEST(alternatives_are_taken_together) {
  uint32_t flag = eb_flag(&b, EB_SCHOOL, "flag");
  uint32_t x = eb_number(&b, EB_SCHOOL, "x", 0, 10);
  uint32_t choice = eb_three(&b, JH_OP_IF, flag, x, eb_const(&b, "50"));
  assert_int_equal(warnings(choice, "50"), 0);
}

TEST(of_alternatives_the_greatest_counts) {
  uint32_t flag = eb_flag(&b, EB_SCHOOL, "flag");
  uint32_t x = eb_number(&b, EB_SCHOOL, "x", 0, 10);
  uint32_t choice = eb_three(&b, JH_OP_IF, flag, x, eb_const(&b, "50"));
  assert_int_equal(warnings(choice, "51"), 1);
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH(a_bound_above_the_greatest_cell_is_told_with_the_range),
    WITH(a_bound_at_the_end_can_be_reached), WITH(a_bound_below_everything_can_not_be_missed),
    WITH(a_quotient_has_no_upper_end_where_its_divisor_may_be_next_to_nothing),
    WITH(a_sum_over_rows_has_no_upper_end_but_a_lower_one), WITH(a_count_is_never_below_zero),
    WITH(alternatives_are_taken_together), WITH(of_alternatives_the_greatest_counts))
