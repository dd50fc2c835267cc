/* test_follow.c - which way nodes go as a parameter rises. */
#include "support/test.h"

#include "support/eval_builder.h"
#include "vary/follow.h"

static eval_builder b;
static uint32_t p, a, c, flag; /* the parameter; two columns of schools, not below 0; yes or no */

static int set_up(void **state) {
  (void)state;
  eb_open(&b);
  p = eb_param(&b, "p", "3", 20200101);
  a = eb_number(&b, EB_SCHOOL, "a", 0, -1);
  c = eb_number(&b, EB_SCHOOL, "c", 0, -1);
  flag = eb_flag(&b, EB_SCHOOL, "f");
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  eb_close(&b);
  return 0;
}

static jh_follow_way way_with(uint32_t node, uint32_t stage, bool *is_dividing) {
  jh_follow follow;
  jh_force *force;
  assert_int_equal(jh_force_open(&force, b.plan, 20240901, &b.err), JH_OK);
  assert_int_equal(
      jh_follow_open(&follow, b.plan, force, 20240901, 0, stage, b.plan->arena, &b.err), JH_OK);
  jh_follow_way way = jh_follow_way_of(&follow, node);
  if (is_dividing) *is_dividing = follow.is_dividing[node];
  jh_follow_done(&follow);
  jh_force_close(force);
  return way;
}

static jh_follow_way way_of(uint32_t node) { return way_with(node, JH_NONE, NULL); }
static uint32_t pair(jh_op op, uint32_t x, uint32_t y) { return eb_pair(&b, op, x, y); }
static uint32_t minus_one(void) { return eb_const(&b, "-1"); }

TEST(sums_go_with_the_parameter_and_differences_against_what_is_taken_off) {
  assert_int_equal(way_of(a), JH_FOLLOW_NOT);
  assert_int_equal(way_of(p), JH_FOLLOW_RISES);
  assert_int_equal(way_of(pair(JH_OP_ADD, a, p)), JH_FOLLOW_RISES);
  assert_int_equal(way_of(pair(JH_OP_SUB, p, a)), JH_FOLLOW_RISES);
  assert_int_equal(way_of(pair(JH_OP_SUB, a, p)), JH_FOLLOW_FALLS);
  assert_int_equal(way_of(pair(JH_OP_SUB, pair(JH_OP_MUL, p, a), p)), JH_FOLLOW_EITHER);
}

TEST(products_and_quotients_go_by_the_sign_of_the_other_number) {
  assert_int_equal(way_of(pair(JH_OP_MUL, a, p)), JH_FOLLOW_RISES);
  assert_int_equal(way_of(pair(JH_OP_MUL, pair(JH_OP_MUL, a, minus_one()), p)), JH_FOLLOW_FALLS);
  assert_int_equal(way_of(pair(JH_OP_MUL, pair(JH_OP_SUB, a, c), p)), JH_FOLLOW_EITHER);
  assert_int_equal(way_of(pair(JH_OP_DIV, p, a)), JH_FOLLOW_RISES);
  assert_int_equal(way_of(pair(JH_OP_DIV, p, pair(JH_OP_SUB, a, c))), JH_FOLLOW_EITHER);
  assert_int_equal(way_of(pair(JH_OP_MUL, p, p)), JH_FOLLOW_EITHER);
}

TEST(what_is_divided_by_the_parameter_falls_above_zero) {
  bool is_dividing;
  uint32_t twice = pair(JH_OP_MUL, p, eb_const(&b, "2"));
  assert_int_equal(way_with(pair(JH_OP_DIV, a, twice), JH_NONE, &is_dividing), JH_FOLLOW_FALLS);
  assert_true(is_dividing);
  uint32_t above = pair(JH_OP_GE, eb_one(&b, JH_OP_CEIL, pair(JH_OP_DIV, a, p)), c);
  assert_int_equal(way_with(above, JH_NONE, &is_dividing), JH_FOLLOW_FALLS);
  assert_true(is_dividing);
  assert_int_equal(way_of(pair(JH_OP_DIV, a, pair(JH_OP_ADD, p, c))), JH_FOLLOW_EITHER);
  assert_int_equal(way_with(pair(JH_OP_ADD, a, p), JH_NONE, &is_dividing), JH_FOLLOW_RISES);
  assert_false(is_dividing);
}

TEST(comparisons_rise_where_the_larger_side_does) {
  assert_int_equal(way_of(pair(JH_OP_GE, a, p)), JH_FOLLOW_FALLS);
  assert_int_equal(way_of(pair(JH_OP_LT, a, p)), JH_FOLLOW_RISES);
  assert_int_equal(way_of(eb_one(&b, JH_OP_NOT, pair(JH_OP_GE, a, p))), JH_FOLLOW_RISES);
  assert_int_equal(way_of(pair(JH_OP_EQ, a, p)), JH_FOLLOW_EITHER);
  const uint32_t both[2] = {pair(JH_OP_GE, a, p), pair(JH_OP_LE, a, p)};
  assert_int_equal(way_of(eb_all(&b, JH_OP_AND, both, 2)), JH_FOLLOW_EITHER);
  const uint32_t one[2] = {pair(JH_OP_GE, a, p), flag};
  assert_int_equal(way_of(eb_all(&b, JH_OP_OR, one, 2)), JH_FOLLOW_FALLS);
}

TEST(a_choice_that_the_parameter_makes_goes_either_way) {
  uint32_t which = pair(JH_OP_GE, a, p);
  assert_int_equal(way_of(eb_three(&b, JH_OP_IF, which, a, c)), JH_FOLLOW_EITHER);
  assert_int_equal(way_of(eb_three(&b, JH_OP_IF, flag, a, p)), JH_FOLLOW_RISES);
  assert_int_equal(way_of(eb_one(&b, JH_OP_KNOWN, which)), JH_FOLLOW_EITHER);
}

TEST(the_dead_arm_of_a_dated_change_does_not_move_but_what_the_parameter_settles_does) {
  uint32_t old = eb_three(&b, JH_OP_IF, eb_since(&b, 20230101), a, p);
  assert_int_equal(way_of(old), JH_FOLLOW_NOT);
  uint32_t is_on = pair(JH_OP_GE, p, eb_const(&b, "1")); /* settled by what p is today */
  assert_int_equal(way_of(is_on), JH_FOLLOW_EITHER);
  assert_int_equal(way_of(eb_three(&b, JH_OP_IF, is_on, a, c)), JH_FOLLOW_EITHER);
}

TEST(a_filter_that_moves_counts_and_spares_but_spreads_nothing) {
  uint32_t below = pair(JH_OP_LT, a, p), x = a;
  assert_int_equal(
      way_of(eb_over(&b, JH_OP_COUNT, EB_SCHOOL, EB_COUNTY, JH_NONE, below)), JH_FOLLOW_RISES);
  assert_int_equal(
      way_of(eb_over(&b, JH_OP_EVERY, EB_SCHOOL, EB_COUNTY, flag, below)), JH_FOLLOW_FALLS);
  assert_int_equal(
      way_of(eb_over(&b, JH_OP_SOME, EB_SCHOOL, EB_COUNTY, flag, below)), JH_FOLLOW_RISES);
  assert_int_equal(
      way_of(eb_over(&b, JH_OP_SUM, EB_SCHOOL, EB_COUNTY, x, below)), JH_FOLLOW_EITHER);
  uint32_t limit = eb_const(&b, "0.5");
  assert_int_equal(way_of(eb_spread(&b, EB_SCHOOL, x, c, below, limit)), JH_FOLLOW_EITHER);
  uint32_t spread = eb_spread(&b, EB_SCHOOL, x, c, flag, p);
  assert_int_equal(way_of(spread), JH_FOLLOW_RISES);
  assert_int_equal(way_of(eb_composite(&b, limit, &spread, 1)), JH_FOLLOW_NOT);
  assert_int_equal(way_of(eb_composite(&b, p, &spread, 1)), JH_FOLLOW_RISES);
}

TEST(a_rule_falls_as_its_scope_rises) {
  uint32_t below = pair(JH_OP_LT, a, p);
  uint32_t rule = eb_rule(&b, "r", EB_SCHOOL, JH_NONE, JH_AT_LEAST, JH_NONE, below, flag);
  assert_int_equal(way_of(eb_use(&b, rule)), JH_FOLLOW_FALLS);
  uint32_t more = eb_rule(&b, "s", EB_SCHOOL, a, JH_AT_LEAST, p, below, JH_NONE);
  assert_int_equal(way_of(eb_use(&b, more)), JH_FOLLOW_FALLS);
  uint32_t less = eb_rule(&b, "t", EB_SCHOOL, c, JH_AT_MOST, p, below, JH_NONE);
  assert_int_equal(way_of(eb_use(&b, less)), JH_FOLLOW_EITHER);
}

#define RUN_WITH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      RUN_WITH(sums_go_with_the_parameter_and_differences_against_what_is_taken_off),
      RUN_WITH(products_and_quotients_go_by_the_sign_of_the_other_number),
      RUN_WITH(what_is_divided_by_the_parameter_falls_above_zero),
      RUN_WITH(comparisons_rise_where_the_larger_side_does),
      RUN_WITH(a_choice_that_the_parameter_makes_goes_either_way),
      RUN_WITH(the_dead_arm_of_a_dated_change_does_not_move_but_what_the_parameter_settles_does),
      RUN_WITH(a_filter_that_moves_counts_and_spares_but_spreads_nothing),
      RUN_WITH(a_rule_falls_as_its_scope_rises),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
