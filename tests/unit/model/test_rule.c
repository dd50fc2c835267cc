#include "support/test.h"

#include "model/rule.h"

static jh_param_value values[] = {
    {.since = 20170419, .stage = 0, .value = {42, 1}},
    {.since = 20170419, .stage = 1, .value = {53, 1}},
    {.since = 20250301, .stage = 1, .value = {60, 1}}};

static jh_param by_stage = {.is_by_stage = true, .values = values, .value_count = 3};

TEST(a_value_holds_from_its_day_on) {
  assert_null(jh_param_on(&by_stage, 1, 20170418));
  assert_int_equal(jh_param_on(&by_stage, 1, 20170419)->value.mantissa, 53);
  assert_int_equal(jh_param_on(&by_stage, 1, 20250228)->value.mantissa, 53);
  assert_int_equal(jh_param_on(&by_stage, 1, 20250301)->value.mantissa, 60);
  assert_int_equal(jh_param_on(&by_stage, 0, 20260101)->value.mantissa, 42);
}

TEST(a_stage_without_a_value_has_none) { assert_null(jh_param_on(&by_stage, 2, 20260101)); }

TEST(a_value_for_all_ignores_the_stage) {
  jh_param_value one = {.since = 20170419, .stage = JH_NONE, .value = {6000, 0}};
  jh_param param = {.values = &one, .value_count = 1};
  assert_ptr_equal(jh_param_on(&param, 1, 20240901), &one);
  assert_ptr_equal(jh_param_on(&param, JH_NONE, 20240901), &one);
}

TESTS(
    RUN(a_value_holds_from_its_day_on), RUN(a_stage_without_a_value_has_none),
    RUN(a_value_for_all_ignores_the_stage))
