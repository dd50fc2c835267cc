/* Readings that are not settled, by the public interface. Tests run in the root of the tree. */
#include "support/test.h"

#include "junheng.h"
#include "support/sink.h"

static jh_error err;
static jh_session *session;

static bool refuse(void *payload, const char *bytes, size_t count) {
  (void)payload, (void)bytes, (void)count;
  return false;
}

static void open_with(bool with_readings) {
  static const char *const on[] = {"late_entrants_are_left_out"};
  jh_session_options options = {
      .rules = "tests/golden/switches/province.lua",
      .switches = on,
      .switch_count = 1,
      .data = "data/sample",
      .share = ".",
      .with_readings = with_readings};
  size = 0;
  text[0] = '\0';
  assert_int_equal(jh_session_open(&session, &options, &err), JH_OK);
}

static void evaluate(void) {
  jh_evaluate_options how = {.jobs = 2};
  assert_int_equal(jh_session_evaluate(session, &how, &err), JH_OK);
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  return 0;
}

static jh_code ask(jh_format format, jh_writer writer, size_t *hanging) {
  size = 0;
  return jh_session_readings(session, format, JH_EN, writer, NULL, hanging, &err);
}

TEST(counties_that_hang_on_a_reading_are_counted_and_named) {
  size_t hanging = 99;
  open_with(true);
  evaluate();
  assert_int_equal(ask(JH_FORMAT_TEXT, take, &hanging), JH_OK);
  assert_int_equal(hanging, 2);
  assert_non_null(strstr(text, "990303  丙三县  met → unmet"));
  assert_non_null(strstr(text, "990203  乙三市  unmet → undetermined"));
}

TEST(the_session_is_as_it_was) {
  open_with(true);
  evaluate();
  size_t met = jh_session_count(session, "met");
  assert_int_equal(ask(JH_FORMAT_JSON, take, NULL), JH_OK);
  assert_int_equal(jh_session_count(session, "met"), met);
  static char first[sizeof text];
  memcpy(first, text, sizeof text);
  assert_int_equal(ask(JH_FORMAT_JSON, take, NULL), JH_OK);
  assert_string_equal(text, first);
}

TEST(a_full_sink_is_an_error_in_every_format) {
  open_with(true);
  evaluate();
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  for (size_t i = 0; i < COUNT(formats); i++)
    assert_int_equal(ask(formats[i], refuse, NULL), JH_ENOT_WRITABLE);
}

TEST(without_a_run_or_the_columns_of_the_readings_nothing_is_told) {
  open_with(true);
  assert_int_equal(ask(JH_FORMAT_TEXT, take, NULL), JH_ENO_DATA);
  (void)tear_down(NULL);
  open_with(false);
  evaluate();
  assert_int_equal(ask(JH_FORMAT_TEXT, take, NULL), JH_ENO_DATA);
  assert_int_equal(size, 0);
}

#define CLOSED(name) cmocka_unit_test_teardown(name, tear_down)

TESTS(
    CLOSED(counties_that_hang_on_a_reading_are_counted_and_named), CLOSED(the_session_is_as_it_was),
    CLOSED(a_full_sink_is_an_error_in_every_format),
    CLOSED(without_a_run_or_the_columns_of_the_readings_nothing_is_told))
