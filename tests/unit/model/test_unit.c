#include "support/test.h"

#include "model/unit.h"

static jh_arena *arena;
static jh_units units;

static int set_up(void **state) {
  (void)state;
  arena = jh_arena_open();
  return jh_units_init(&units, arena) == JH_OK ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_arena_close(arena);
  return 0;
}

static jh_unit read(const char *text) {
  jh_unit unit;
  jh_error err;
  assert_int_equal(jh_unit_read(&unit, &units, jh_str_of(text), &err), JH_OK);
  return unit;
}

TEST(a_factor_stands_before_the_kind) {
  jh_unit per_hundred = read("teacher/(100 student)");
  assert_true(jh_unit_same_kind(per_hundred, read("teacher/student")));
  assert_int_equal(per_hundred.num, 1);
  assert_int_equal(per_hundred.den, 100);
  jh_unit money = read("wan_yuan/student");
  assert_int_equal(money.num, 10000);
  assert_true(jh_unit_same_kind(money, read("yuan/student")));
}

TEST(a_percentage_is_a_plain_number) {
  jh_unit percent = read("percent");
  assert_true(jh_unit_is_plain(percent));
  assert_int_equal(percent.den, 100);
  assert_true(jh_unit_is_plain(read("")));
  assert_true(jh_unit_is_plain(read("teacher/teacher")));
}

TEST(square_metres_are_not_persons) {
  assert_false(jh_unit_same_kind(read("m2/student"), read("person/student")));
  assert_true(jh_unit_same_kind(read("m2*m2"), read("m2^2")));
}

TEST(a_unit_that_is_not_known_gets_a_suggestion) {
  jh_unit unit;
  jh_error err;
  assert_int_equal(
      jh_unit_read(&unit, &units, jh_str_of("teachr/student"), &err), JH_EUNIT_UNKNOWN);
  assert_string_equal(err.args[0], "teachr");
  assert_string_equal(err.args[1], "teacher");
}

TEST(what_is_no_unit_is_refused) {
  const char *const bad[] = {"/student",   "teacher/", "teacher student",
                             "(teacher",   "m2^0",     "0 yuan",
                             "1.5.2 yuan", "m2^",      "教师"};
  for (size_t i = 0; i < COUNT(bad); i++) {
    jh_unit unit;
    jh_error err;
    jh_code code = jh_unit_read(&unit, &units, jh_str_of(bad[i]), &err);
    assert_int_equal(code, JH_EUNIT_SYNTAX);
  }
}

TEST(deep_brackets_and_huge_factors_are_refused) {
  jh_unit unit;
  jh_error err;
  const char *deep = "((((((((((((yuan))))))))))))";
  assert_int_equal(jh_unit_read(&unit, &units, jh_str_of(deep), &err), JH_EUNIT_SYNTAX);
  const char *huge = "999999999999999999 * 999999999999999999 yuan";
  assert_int_equal(jh_unit_read(&unit, &units, jh_str_of(huge), &err), JH_EUNIT_SYNTAX);
}

TEST(a_dictionary_may_add_units) {
  jh_text name = {{"亩", "mu"}};
  jh_error err;
  assert_int_equal(jh_units_add(&units, jh_str_of("mu"), name, jh_str_of("666.6 m2"), &err), JH_OK);
  jh_unit mu = read("mu");
  assert_int_equal(mu.num, 3333);
  assert_int_equal(mu.den, 5);
  assert_int_equal(
      jh_units_add(&units, jh_str_of("yuan"), name, jh_str_of(""), &err), JH_EDUPLICATE);
  assert_int_equal(jh_units_add(&units, jh_str_of("twd"), name, jh_str_of(""), &err), JH_OK);
  assert_false(jh_unit_same_kind(read("twd"), read("yuan")));
  assert_int_equal(
      jh_units_add(&units, jh_str_of("x"), name, jh_str_of("5 nothing"), &err), JH_EUNIT_UNKNOWN);
}

TEST(there_is_an_end_to_base_units) {
  jh_error err;
  jh_code code = JH_OK;
  for (int i = 0; i < 40 && !code; i++) {
    char id[8];
    (void)snprintf(id, sizeof id, "u%d", i);
    code = jh_units_add(&units, jh_str_of(id), (jh_text){{NULL, NULL}}, jh_str_of(""), &err);
  }
  assert_int_equal(code, JH_ETOO_LARGE);
}

TEST(units_are_told_in_words) {
  char out[64];
  jh_unit_words(&units, "m2/student", JH_ZH, out, sizeof out);
  assert_string_equal(out, "平方米/学生");
  jh_unit_words(&units, "percent", JH_EN, out, sizeof out);
  assert_string_equal(out, "%");
  jh_unit_text(&units, read("teacher/(100 student)"), out, sizeof out);
  assert_string_equal(out, "teacher/student");
  jh_unit_text(&units, read(""), out, sizeof out);
  assert_string_equal(out, "plain number");
  jh_unit_text(&units, jh_unit_div(jh_unit_none(), read("student")), out, sizeof out);
  assert_string_equal(out, "1/student");
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(a_factor_stands_before_the_kind), FRESH(a_percentage_is_a_plain_number),
    FRESH(square_metres_are_not_persons), FRESH(a_unit_that_is_not_known_gets_a_suggestion),
    FRESH(what_is_no_unit_is_refused), FRESH(deep_brackets_and_huge_factors_are_refused),
    FRESH(a_dictionary_may_add_units), FRESH(there_is_an_end_to_base_units),
    FRESH(units_are_told_in_words))
