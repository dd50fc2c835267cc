/* Scenarios, by the public interface. Tests run in the root of the tree. */
#include "support/test.h"

#include <unistd.h>

#include "junheng.h"
#include "support/sink.h"

static jh_error err;
static jh_session *session;
static char path[64];

static int set_up(void **state) {
  (void)state;
  jh_session_options options = {
      .rules = "national/quality-balance-2017", .data = "data/sample", .share = "."};
  jh_evaluate_options how = {.jobs = 2};
  snprintf(path, sizeof path, "scenarios-%ld.csv", (long)getpid());
  if (jh_session_open(&session, &options, &err)) return -1;
  return jh_session_evaluate(session, &how, &err) ? -1 : 0;
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  (void)remove(path);
  return 0;
}

static jh_code ask(jh_sweep_options how, const char *sheet) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_true(fputs(sheet, file) >= 0);
  assert_int_equal(fclose(file), 0);
  how.scenarios = path;
  how.lang = JH_EN;
  if (!how.writer) how.writer = take;
  size = 0;
  text[0] = '\0';
  return jh_session_sweep(session, &how, &err);
}

/* The same counts, whether each scenario is evaluated by itself or not. */
static void hold(const char *sheet, const char *who) {
  static char at_once[sizeof text];
  jh_sweep_options how = {.who = who, .format = JH_FORMAT_TEXT, .jobs = 2};
  assert_int_equal(ask(how, sheet), JH_OK);
  assert_non_null(strstr(text, "exactly, all scenarios at once"));
  how.format = JH_FORMAT_CSV;
  assert_int_equal(ask(how, sheet), JH_OK);
  memcpy(at_once, text, sizeof text);
  how.by_steps = true, how.jobs = 1;
  assert_int_equal(ask(how, sheet), JH_OK);
  assert_string_equal(at_once, text);
}

static const char *const paths[] = {
    "class_size.at_most.primary",
    "class_size.at_most.junior",
    "school_resources.n",
    "school_resources.others_at_least",
    "balance_between_schools.at_most.primary",
    "balance_between_schools.at_most.junior",
    "higher_degree_teachers_per_100.at_least.primary",
    "sports_area_per_student.at_least.junior",
    "school_size",
    "small_school_students",
    "monitored_difference.below",
    "rotation.at_least"};
static const int middle[] = {45, 50, 6, 85, 1, 1, 4, 10, 2000, 100, 1, 10};

/* From a generator of its own, so that it is the same everywhere. */
static uint32_t draw(uint32_t *seed, uint32_t below) {
  *seed = *seed * 1664525u + 1013904223u;
  return (*seed >> 8) % below;
}

static char *sheet_of(uint32_t seed, size_t rows) {
  static char sheet[32768];
  size_t at = (size_t)snprintf(sheet, sizeof sheet, "scenario");
  for (size_t k = 0; k < COUNT(paths); k++)
    at += (size_t)snprintf(sheet + at, sizeof sheet - at, ",%s", paths[k]);
  for (size_t row = 0; row < rows; row++) {
    at += (size_t)snprintf(sheet + at, sizeof sheet - at, "\n%zu", row);
    for (size_t k = 0; k < COUNT(paths); k++) {
      uint32_t thousandths = (uint32_t)middle[k] * (500 + draw(&seed, 700));
      bool is_whole = draw(&seed, 2);
      at += (size_t)snprintf(sheet + at, sizeof sheet - at, ",");
      if (draw(&seed, 4) == 0) continue;
      at += (size_t)snprintf(
          sheet + at, sizeof sheet - at, is_whole ? "%u" : "%u.%03u",
          (unsigned)(thousandths / 1000), (unsigned)(thousandths % 1000));
    }
  }
  assert_true(at < sizeof sheet);
  return sheet;
}

TEST(scenarios_at_once_are_those_one_after_the_other) {
  hold(sheet_of(1, 70), NULL);
  hold(sheet_of(2, 12), "class_size");
  hold(sheet_of(3, 12), "school_resources");
  hold(sheet_of(4, 12), "balance_between_schools");
  hold(sheet_of(5, 12), "layout_plan");
}

TEST(many_scenarios_are_counted_in_parts) {
  static char sheet[32768], later[256];
  size_t at = (size_t)snprintf(sheet, sizeof sheet, "scenario,class_size.at_most.primary");
  for (int i = 0; i < 1100; i++)
    at += (size_t)snprintf(sheet + at, sizeof sheet - at, "\n%d,%d", i, i == 1099 ? 46 : 45);
  jh_sweep_options how = {.format = JH_FORMAT_CSV, .jobs = 2};
  assert_int_equal(ask(how, sheet), JH_OK);
  snprintf(later, sizeof later, "\n1098,3,9,1,0,0\r\n1099,4,8,1,0,0\r\n");
  assert_non_null(strstr(text, later));
}

TEST(what_bits_cannot_hold_is_stepped_and_says_why) {
  jh_sweep_options how = {.format = JH_FORMAT_TEXT};
  assert_int_equal(ask(how, "scenario,teaching_point_students\na,50\nb,60\n"), JH_OK);
  assert_non_null(strstr(text, "each scenario evaluated by itself, because of"));
  assert_non_null(strstr(text, "schools.lua:"));
  how.format = JH_FORMAT_JSON;
  assert_int_equal(ask(how, "scenario,teaching_point_students\na,60\nb,\n"), JH_OK);
  assert_non_null(strstr(text, "\"worked_out\":\"by_steps\""));
  assert_non_null(strstr(text, "{\"scenario\":\"b\",\"values\":[null],\"counts\":[3,9,1,0,0]}"));
  assert_int_equal(
      ask(how, "scenario,balance_between_schools.at_most.primary\nbelow zero,-1\n"), JH_OK);
  assert_non_null(strstr(text, "\"worked_out\":\"by_steps\""));
}

TEST(wrong_sheets_are_errors_with_their_cell) {
  jh_sweep_options how = {0};
  const char *const head = "scenario,class_size.at_most.primary\n";
  char sheet[256];
  assert_int_equal(ask(how, "name,class_size.at_most.primary\na,1\n"), JH_ESCENARIO_HEAD);
  assert_int_equal(ask(how, "scenario,class_size.at_most.primary=3\na,1\n"), JH_ESCENARIO_HEAD);
  assert_int_equal(ask(how, "scenario,class_size.at_most\na,1\n"), JH_ESWEEP_STAGE);
  assert_int_equal(ask(how, "scenario,clas_size.at_most.primary\na,1\n"), JH_ESWEEP_PATH);
  assert_int_equal(err.at.line, 1);
  assert_int_equal(ask(how, "scenario\na\n"), JH_ESCENARIO_NONE);
  assert_int_equal(ask(how, head), JH_ESCENARIO_NONE);
  snprintf(sheet, sizeof sheet, "%sa,1\na,2\n", head);
  assert_int_equal(ask(how, sheet), JH_ESWEEP_TWICE);
  assert_int_equal(err.at.line, 3);
  snprintf(sheet, sizeof sheet, "%s,1\n", head);
  assert_int_equal(ask(how, sheet), JH_ESCENARIO_ID);
  snprintf(sheet, sizeof sheet, "%sa,1e3\n", head);
  assert_int_equal(ask(how, sheet), JH_ESWEEP_NUMBER);
  assert_int_equal(err.at.field, 2);
  snprintf(sheet, sizeof sheet, "%sa,1,2\n", head);
  assert_int_equal(ask(how, sheet), JH_ESCENARIO_WIDE);
  snprintf(
      sheet, sizeof sheet, "scenario,%s,%s\na,1,2\n", "class_size.at_most.primary",
      "class_size.at_most.primary");
  assert_int_equal(ask(how, sheet), JH_ESWEEP_TWICE);
  how.aim = "30%";
  snprintf(sheet, sizeof sheet, "%sa,1\n", head);
  assert_int_equal(ask(how, sheet), JH_ESCENARIO_ALONE);
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
TESTS(
    WITH(scenarios_at_once_are_those_one_after_the_other),
    WITH(many_scenarios_are_counted_in_parts), WITH(what_bits_cannot_hold_is_stepped_and_says_why),
    WITH(wrong_sheets_are_errors_with_their_cell))
