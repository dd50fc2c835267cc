#include "support/test.h"

#include "world.h"

static jh_plan *plan;

static int set_up(void **state) {
  (void)state;
  if (jh_plan_open(&plan, NULL) != JH_OK) return -1;
  make_world(plan);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  jh_plan_close(plan);
  return 0;
}

TEST(names_are_found_and_unknown_ones_are_not) {
  assert_int_equal(jh_plan_level(plan, jh_str_of("school")), SCHOOL);
  assert_int_equal(jh_plan_level(plan, jh_str_of("schools")), JH_NONE);
  assert_int_equal(jh_plan_table(plan, jh_str_of("rooms")), 2);
  assert_int_equal(jh_plan_stage(plan, jh_str_of("junior")), 1);
  assert_int_equal(jh_plan_column(plan, 1, jh_str_of("area")), SCHOOL_AREA);
  assert_int_equal(jh_plan_column(plan, 1, jh_str_of("aria")), JH_NONE);
  assert_int_equal(jh_plan_rule(plan, jh_str_of("x")), JH_NONE);
  assert_int_equal(jh_plan_param(plan, jh_str_of("x")), JH_NONE);
  assert_int_equal(jh_plan_quantity(plan, SCHOOL, jh_str_of("x")), JH_NONE);
}

TEST(a_room_is_within_its_county_but_not_within_a_stage) {
  assert_true(jh_plan_is_within(plan, ROOM, COUNTY));
  assert_true(jh_plan_is_within(plan, SCHOOL, SCHOOL));
  assert_false(jh_plan_is_within(plan, COUNTY, SCHOOL));
  assert_false(jh_plan_is_within(plan, ROOM, STAGE));
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(names_are_found_and_unknown_ones_are_not),
    FRESH(a_room_is_within_its_county_but_not_within_a_stage))
