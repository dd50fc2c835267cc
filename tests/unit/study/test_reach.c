#include "pack.h"

#include "study/reach.h"

static jh_plan *plan;
static jh_reach *reaches;

/* What the measure of rule "m" can be. */
static const jh_reach *measure(const char *expression) {
  char article[600];
  jh_error err;
  (void)snprintf(
      article, sizeof article,
      "indicator \"m\" { name = \"m\", clause = \"1\", of = school, measure = %s, at_least = 3 }\n",
      expression);
  plan = pack_load("reach", article, "");
  assert_int_equal(jh_reach_open(&reaches, plan, &err), JH_OK);
  return &reaches[plan->rules[0].measure];
}

static int tear_down(void **state) {
  (void)state;
  jh_reach_close(reaches, plan);
  jh_plan_close(plan);
  return 0;
}

static bool can_be(const jh_reach *reach, int64_t mantissa, int32_t scale) {
  jh_rat value;
  jh_rat_init(&value);
  jh_rat_set_scaled(&value, mantissa, scale);
  bool can = jh_reach_at(reach, &value);
  jh_rat_done(&value);
  return can;
}

TEST(a_count_is_whole_and_not_below_its_least) {
  const jh_reach *reach = measure("school.students / number(1, \"student\")");
  assert_true(can_be(reach, 0, 0));
  assert_true(can_be(reach, 7, 0));
  assert_false(can_be(reach, 75, 1));
  assert_false(can_be(reach, -1, 0));
}

TEST(sums_of_different_grids_have_the_common_one) {
  const jh_reach *reach =
      measure("school.students / number(1, \"student\") * 4 + school.teachers / number(1, "
              "\"teacher\") * 6");
  assert_true(can_be(reach, 10, 0));
  assert_false(can_be(reach, 9, 0));
}

TEST(a_quotient_of_two_columns_can_be_anything_not_negative) {
  const jh_reach *reach = measure("school.area_m2 / school.students / number(1, \"m2/student\")");
  assert_true(can_be(reach, 123456789, 7));
  assert_false(can_be(reach, -1, 7));
}

TEST(the_larger_and_the_smaller_keep_to_both_sides) {
  const jh_reach *reach = measure("smaller(school.students / number(1, \"student\"), 5)");
  assert_true(can_be(reach, 5, 0));
  assert_false(can_be(reach, 6, 0));
}

TEST(between_two_values_lies_only_what_the_grid_has) {
  const jh_reach *reach = measure("school.students / number(1, \"student\") * 10");
  jh_rat low, high;
  jh_rat_init(&low), jh_rat_init(&high);
  jh_rat_set_int(&low, 20), jh_rat_set_int(&high, 30);
  assert_false(jh_reach_between(reach, &low, false, &high, false));
  assert_true(jh_reach_between(reach, &low, true, &high, false));
  assert_true(jh_reach_between(reach, &low, false, &high, true));
  jh_rat_set_int(&high, 31);
  assert_true(jh_reach_between(reach, &low, false, &high, false));
  jh_rat_set_int(&low, -20), jh_rat_set_int(&high, -10);
  assert_false(jh_reach_between(reach, &low, true, &high, true));
  jh_rat_done(&low), jh_rat_done(&high);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_teardown(a_count_is_whole_and_not_below_its_least, tear_down),
      cmocka_unit_test_teardown(sums_of_different_grids_have_the_common_one, tear_down),
      cmocka_unit_test_teardown(a_quotient_of_two_columns_can_be_anything_not_negative, tear_down),
      cmocka_unit_test_teardown(the_larger_and_the_smaller_keep_to_both_sides, tear_down),
      cmocka_unit_test_teardown(between_two_values_lies_only_what_the_grid_has, tear_down)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
