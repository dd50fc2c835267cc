/* test_sweep_axis.c - what people write after --vary. */
#include "support/test.h"

#include "vary/sweep_axis.h"

enum { PRIMARY, JUNIOR };

static jh_param_value values[] = {
    {.since = 20170101, .stage = PRIMARY, .value = {45, 0}, .clause = "c"},
    {.since = 20170101, .stage = JUNIOR, .value = {50, 0}, .clause = "c"},
    {.since = 20170101, .stage = JH_NONE, .value = {85, 0}, .clause = "c"},
    {.since = 20170101, .stage = JH_NONE, .value = {0, 0}, .clause = "c"}};
static jh_param params[] = {
    {.path = "class_size.at_most", .is_by_stage = true, .values = values, .value_count = 2},
    {.path = "floor", .values = values + 2, .value_count = 1},
    {.path = "left_out", .values = values + 3, .value_count = 1, .is_switch = true}};
static jh_stage stages[] = {{.id = "primary"}, {.id = "junior"}, {.id = "senior"}};
static const jh_plan plan = {
    .params = params, .param_count = 3, .stages = stages, .stage_count = 3};

static jh_arena *arena;
static jh_sweep_axis axis;
static jh_error err;

static int set_up(void **state) {
  (void)state;
  arena = jh_arena_open();
  return arena ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_arena_close(arena);
  return 0;
}

static jh_code read(const char *written) {
  return jh_sweep_axis_read(&axis, &plan, 20240901, written, arena, &err);
}

/* All values in one text. */
static const char *told(void) {
  static char text[256];
  char number[JH_DEC_TEXT];
  text[0] = '\0';
  for (size_t i = 0; i < axis.count; i++) {
    if (i) strcat(text, " ");
    strcat(text, jh_dec_text(number, axis.values[i]));
  }
  return text;
}

TEST(steps_go_as_far_as_the_end_and_are_exact) {
  assert_int_equal(read("class_size.at_most.primary=0.1..0.5:0.1"), JH_OK);
  assert_string_equal(told(), "0.1 0.2 0.3 0.4 0.5");
  assert_int_equal(axis.stage, PRIMARY);
  assert_int_equal(axis.now->value.mantissa, 45);
  assert_int_equal(read("floor=-1..1:0.75"), JH_OK);
  assert_string_equal(told(), "-1 -0.25 0.5");
}

TEST(a_count_divides_the_whole_and_has_one_value_more) {
  assert_int_equal(read("floor=0..1/4"), JH_OK);
  assert_string_equal(told(), "0 0.25 0.5 0.75 1");
  assert_int_equal(read("floor=40..41/3"), JH_ESWEEP_COUNT);
  assert_string_equal(err.args[3], "4");
}

TEST(a_list_is_put_in_order_and_nothing_may_stand_twice) {
  assert_int_equal(read(" floor = 90, 80.50 ,85 "), JH_OK);
  assert_string_equal(told(), "80.5 85 90");
  assert_int_equal(read("floor=1,1.0"), JH_ESWEEP_TWICE);
}

TEST(without_values_the_places_are_asked_for) {
  assert_int_equal(read("class_size.at_most.junior"), JH_OK);
  assert_int_equal(axis.count, 0);
  assert_string_equal(axis.path, "class_size.at_most.junior");
}

TEST(what_is_no_parameter_is_refused_with_the_nearest) {
  assert_int_equal(read("class_size.at_most.primery"), JH_ESWEEP_PATH);
  assert_string_equal(err.args[1], "class_size.at_most.primary");
  assert_int_equal(read("class_size=1"), JH_ESWEEP_PATH);
  assert_string_equal(err.args[1], "class_size.at_most");
  assert_int_equal(read("floor.primary=1"), JH_ESWEEP_PATH);
  assert_int_equal(read("class_size.at_most=1"), JH_ESWEEP_STAGE);
  assert_string_equal(err.args[1], "class_size.at_most.primary / class_size.at_most.junior");
  assert_int_equal(read("class_size.at_most.senior=1"), JH_ESWEEP_NOT_IN_FORCE);
  assert_int_equal(read("left_out=0,1"), JH_ESWEEP_SWITCH);
  assert_int_equal(read(""), JH_ESWEEP_FORM);
  assert_int_equal(read("=1"), JH_ESWEEP_FORM);
}

TEST(what_is_no_way_of_moving_is_refused) {
  static const struct {
    const char *written;
    jh_code code;
  } cases[] = {
      {"floor=", JH_ESWEEP_FORM},
      {"floor=1..2", JH_ESWEEP_FORM},
      {"floor=1,,2", JH_ESWEEP_NUMBER},
      {"floor=1..2:x", JH_ESWEEP_NUMBER},
      {"floor=1e3", JH_ESWEEP_NUMBER},
      {"floor=1..2/1.5", JH_ESWEEP_NUMBER},
      {"floor=2..1:1", JH_ESWEEP_ORDER},
      {"floor=1..1:1", JH_ESWEEP_ORDER},
      {"floor=1..2:0", JH_ESWEEP_ORDER},
      {"floor=1..2:-1", JH_ESWEEP_ORDER},
      {"floor=1..2/0", JH_ESWEEP_ORDER},
      {"floor=0..1:0.0001", JH_ESWEEP_TOO_MANY},
      {"floor=0..1/10000", JH_ESWEEP_TOO_MANY},
      {"floor=0..999999999999999999:0.000000001", JH_ESWEEP_NUMBER},
      {"floor=0.0000000001", JH_ESWEEP_NUMBER}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    if (read(cases[i].written) != cases[i].code) fail_msg("%s: %d", cases[i].written, err.code);
  }
}

TEST(an_aim_is_a_percentage) {
  jh_dec percent;
  assert_int_equal(jh_sweep_axis_percent(&percent, "33.3%", &err), JH_OK);
  assert_int_equal(percent.mantissa, 333);
  assert_int_equal(jh_sweep_axis_percent(&percent, "100", &err), JH_OK);
  assert_int_equal(jh_sweep_axis_percent(&percent, "0%", &err), JH_ESWEEP_AIM);
  assert_int_equal(jh_sweep_axis_percent(&percent, "100.1", &err), JH_ESWEEP_AIM);
  assert_int_equal(jh_sweep_axis_percent(&percent, "", &err), JH_ESWEEP_AIM);
}

static bool is_far(const char *written) {
  assert_int_equal(read(written), JH_OK);
  return jh_sweep_axis_is_far(&axis);
}

TEST(values_are_far_when_none_is_within_twenty_times_the_one_in_force) {
  assert_true(is_far("floor=0.5..1:0.1"));
  assert_true(is_far("floor=4.249999999"));
  assert_false(is_far("floor=4.25"));
  assert_false(is_far("floor=0.5,80"));
  assert_false(is_far("floor=1700"));
  assert_true(is_far("floor=1700.000000001"));
  assert_true(is_far("floor=-85,0,0.85,8500"));
  assert_false(is_far("floor"));
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
TESTS(
    WITH(steps_go_as_far_as_the_end_and_are_exact),
    WITH(a_count_divides_the_whole_and_has_one_value_more),
    WITH(a_list_is_put_in_order_and_nothing_may_stand_twice),
    WITH(without_values_the_places_are_asked_for),
    WITH(what_is_no_parameter_is_refused_with_the_nearest),
    WITH(what_is_no_way_of_moving_is_refused),
    WITH(values_are_far_when_none_is_within_twenty_times_the_one_in_force),
    WITH(an_aim_is_a_percentage))
