/* Parameters that move, by the public interface. Tests run in the root of the tree. */
#include "support/test.h"

#include "junheng.h"
#include "support/sink.h"

static jh_error err;
static jh_session *session;

static bool refuse(void *payload, const char *bytes, size_t count) {
  (void)payload, (void)bytes, (void)count;
  return false;
}

static int set_up(void **state) {
  (void)state;
  jh_session_options options = {
      .rules = "national/quality-balance-2017", .data = "data/sample", .share = "."};
  jh_evaluate_options how = {.jobs = 2};
  if (jh_session_open(&session, &options, &err)) return -1;
  return jh_session_evaluate(session, &how, &err) ? -1 : 0;
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  return 0;
}

/* Up to two parameters, after each other; what is written stands in `text`. */
static jh_code ask(jh_sweep_options how, const char *first, const char *second) {
  const char *vary[] = {first, second};
  how.vary = vary;
  how.vary_count = second ? 2 : 1;
  how.lang = JH_EN;
  if (!how.writer) how.writer = take;
  size = 0;
  text[0] = '\0';
  return jh_session_sweep(session, &how, &err);
}

/* The same counts, whether each value is evaluated by itself or not. */
static void hold(const char *first, const char *second, const char *who) {
  static char exact[sizeof text];
  jh_sweep_options how = {.who = who, .format = JH_FORMAT_CSV, .jobs = 2};
  assert_int_equal(ask(how, first, second), JH_OK);
  memcpy(exact, text, sizeof text);
  how.by_steps = true, how.jobs = 1;
  assert_int_equal(ask(how, first, second), JH_OK);
  assert_string_equal(exact, text);
}

TEST(counts_from_the_places_are_those_of_full_evaluations) {
  hold("class_size.at_most.primary=40..50:1", NULL, NULL);
  hold("class_size.at_most.primary=39.5..50/7", NULL, "class_size");
  hold(
      "balance_between_schools.at_most.primary=0.1,0.135336,0.135337,0.5,0.500004,0.82", NULL,
      NULL);
  hold("school_resources.others_at_least=60..100/8", NULL, "school_resources");
  hold("school_resources.n=5..7:0.5", NULL, NULL);
  hold("classes_per_room=-1..24:5", NULL, NULL);
  hold("sports_area_per_student.at_least.junior=9,10.2,11", NULL, "all_schools");
}

TEST(a_grid_is_the_same_whichever_parameter_is_stepped) {
  hold("class_size.at_most.primary=44..46:1", "class_size.at_most.junior=49,50", NULL);
  hold("class_size.at_most.junior=49,50", "classes_per_room=0..24/3", NULL);
}

TEST(what_follows_in_no_one_direction_is_stepped_and_says_why) {
  jh_sweep_options how = {.format = JH_FORMAT_TEXT};
  assert_int_equal(ask(how, "teaching_point_students=40..60:10", NULL), JH_OK);
  assert_non_null(strstr(text, "each value evaluated by itself: spread("));
  assert_non_null(strstr(text, "article_6.lua:"));
  assert_int_equal(ask(how, "teaching_point_students", NULL), JH_ESWEEP_STEPS_ONLY);
}

TEST(todays_value_has_todays_counts) {
  jh_sweep_options how = {.format = JH_FORMAT_CSV};
  assert_int_equal(ask(how, "class_size.at_most.primary=44.5,45.5", NULL), JH_OK);
  assert_non_null(strstr(text, "class_size.at_most.primary,45,yes,all,,,,3,9,1,0,0"));
  assert_int_equal(jh_session_count(session, "met"), 3);
}

TEST(the_aim_names_the_value_and_who_decides) {
  jh_sweep_options how = {.aim = "30%"};
  assert_int_equal(ask(how, "class_size.at_most.primary", NULL), JH_OK);
  assert_non_null(
      strstr(text, "reached from 46 on upwards, met 4 of 13; not at 45.999999, met 3 of 13"));
  assert_non_null(strstr(text, "decided by: 990303"));
  how.aim = "31%";
  assert_int_equal(ask(how, "class_size.at_most.primary", NULL), JH_OK);
  assert_non_null(strstr(text, "reached at no value: at most 4 of 13"));
  how.aim = "10%", how.who = "layout_plan";
  assert_int_equal(ask(how, "class_size.at_most.primary", NULL), JH_OK);
  assert_non_null(strstr(text, "reached at every value"));
  how.who = NULL, how.aim = "20%";
  assert_int_equal(ask(how, "higher_degree_teachers_per_100.at_least.primary", NULL), JH_OK);
  assert_non_null(
      strstr(text, "reached up to 5.294117, met 3 of 13; not at 5.294118, met 2 of 13"));
}

TEST(nothing_depends_on_it_and_that_is_said) {
  jh_sweep_options how = {.who = "layout_plan"};
  assert_int_equal(ask(how, "class_size.at_most.primary=1,2", NULL), JH_OK);
  assert_non_null(strstr(text, "No verdict depends on class_size.at_most.primary"));
}

TEST(wrong_wishes_are_errors) {
  jh_sweep_options how = {0};
  assert_int_equal(
      ask(how, "class_size.at_most.primary", "class_size.at_most.junior=1"), JH_ESWEEP_ALONE);
  assert_int_equal(
      ask(how, "class_size.at_most.primary=1,2", "class_size.at_most.primary=1"), JH_ESWEEP_TWICE);
  assert_int_equal(
      ask(how, "class_size.at_most.primary=1..200:1", "class_size.at_most.junior=1..200:1"),
      JH_ESWEEP_TOO_MANY);
  how.who = "nothing_like_it";
  assert_int_equal(ask(how, "class_size.at_most.primary=1", NULL), JH_EUNKNOWN_RULE);
}

TEST(a_full_sink_is_an_error_in_every_format) {
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_CSV, JH_FORMAT_JSON};
  for (size_t i = 0; i < COUNT(formats); i++) {
    jh_sweep_options how = {.format = formats[i], .writer = refuse};
    assert_int_equal(ask(how, "class_size.at_most.primary=45,46", NULL), JH_ENOT_WRITABLE);
    assert_int_equal(ask(how, "class_size.at_most.primary", NULL), JH_ENOT_WRITABLE);
  }
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
TESTS(
    WITH(counts_from_the_places_are_those_of_full_evaluations),
    WITH(a_grid_is_the_same_whichever_parameter_is_stepped),
    WITH(what_follows_in_no_one_direction_is_stepped_and_says_why),
    WITH(todays_value_has_todays_counts), WITH(the_aim_names_the_value_and_who_decides),
    WITH(nothing_depends_on_it_and_that_is_said), WITH(wrong_wishes_are_errors),
    WITH(a_full_sink_is_an_error_in_every_format))
