/* test_json.c - the documented shape (docs/JSON.md), one thing a line. */
#include "fake.h"

#include "support/test.h"

#include "json_check.h"

static fake f;
static jh_buf buf;
static jh_error err;

static int enter(void **state) {
  (void)state;
  fake_open(&f);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  fake_close(&f);
  return 0;
}

static void write_json(void) {
  jh_buf_clear(&buf);
  assert_int_equal(jh_report_json(&f.results, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_true(json_check(buf.at));
}

static void the_checker_of_this_test_can_fail(void **state) {
  (void)state;
  assert_true(json_check("{\"a\":[1,-0.5,null,\"x\\\"\"]}\n"));
  assert_false(json_check("{\"a\":01}"));
  assert_false(json_check("{\"a\":1,}"));
  assert_false(json_check("[1"));
  assert_false(json_check("{\"a\":.5}"));
}

static void a_county_tells_why_it_fails(void **state) {
  (void)state;
  write_json();
  assert_non_null(strstr(
      buf.at,
      "\n{\"code\":\"370103\",\"name\":\"市中区\",\"prefecture\":\"济南市\",\"province\":"
      "\"山东省\","
      "\"verdict\":\"unmet\",\n \"reasons\":[\n  "
      "{\"requirement\":\"all_schools\",\"clause\":\"第六条\","
      "\"verdict\":\"unmet\",\"level\":\"stage\",\"met\":2,\"unmet\":1,\"undetermined\":0,"
      "\"examples\":[{\"entity\":\"S1\",\"entity_name\":\"东山小学\",\"stage\":\"primary\"}]},\n"
      "  {\"requirement\":\"balance.teachers.primary\",\"clause\":\"第六条（一）\","
      "\"verdict\":\"unmet\",\"measure\":0.5123,\"bound\":0.5}]}"));
}

static void a_county_tells_what_it_waits_for(void **state) {
  (void)state;
  write_json();
  assert_non_null(strstr(
      buf.at,
      "\n \"waiting_count\":5,\"waiting\":[\n  {\"table\":\"schools\",\"column\":\"pe_teachers\","
      "\"entity\":\"S1\",\"file\":\"data/sample/schools.csv\",\"line\":14,\"missing\":true},"));
}

static void a_finding_names_measure_bound_margin_and_clause(void **state) {
  (void)state;
  write_json();
  assert_non_null(strstr(
      buf.at, "\n{\"entity\":\"S1\",\"entity_name\":\"东山小学\",\"level\":\"stage\",\"stage\":"
              "\"primary\",\"county\":\"370103\",\"requirement\":\"teachers_per_100\",\"verdict\":"
              "\"unmet\",\"measure\":0.5123,\"bound\":0.5,\"margin\":-0.0123,\"unit\":"
              "\"teacher/(100 student)\",\"clause\":\"第六条（一）\",\"document\":"
              "\"教督〔2017〕6号\",\"since\":\"2017-04-19\"}"));
  assert_non_null(strstr(
      buf.at, "\"requirement\":\"funds\",\"verdict\":\"met\",\"measure\":6000,\"bound\":6000,"
              "\"margin\":0,\"unit\":\"yuan/student\",\"clause\":\"第七条（七）\",\"document\":"
              "\"教督〔2017〕6号\",\"since\":\"2025-03-01\"}"));
  assert_non_null(strstr(buf.at, "\"measure\":{\"at_least\":0.4},\"bound\":0.5,\"margin\":null"));
}

static void findings_come_by_county_then_level_then_rule_then_row(void **state) {
  (void)state;
  write_json();
  const char *first = strstr(buf.at, "\"findings\":[");
  const char *county = strstr(first, "\"requirement\":\"quality_balance\"");
  const char *school = strstr(first, "\"requirement\":\"class_size\"");
  const char *stage = strstr(first, "\"requirement\":\"teachers_per_100\"");
  const char *next = strstr(first, "{\"entity\":\"370103\"");
  assert_true(first < county && county < school && school < stage && stage < next);
}

static void the_language_changes_nothing(void **state) {
  jh_buf other = {0};
  (void)state;
  write_json();
  assert_int_equal(jh_report_json(&f.results, JH_ZH, fake_sink, &other, &err), JH_OK);
  assert_string_equal(buf.at, other.at);
  jh_buf_done(&other);
}

static void nothing_at_all_is_still_json(void **state) {
  (void)state;
  f.results.county_count = 0;
  f.plan.rule_count = 0;
  f.results.verdict_rule = JH_NONE;
  write_json();
  assert_non_null(strstr(buf.at, "\"counties\":[\n],\n\"findings\":[\n],"));
}

static void a_partial_pack_never_says_met(void **state) {
  (void)state;
  f.plan.pack.is_partial = true;
  f.plan.pack.missing = (jh_text){{"第八条", "article 8"}};
  write_json();
  assert_non_null(strstr(buf.at, "\"coverage\":\"partial\",\"not_covered\":{\"zh\":\"第八条\""));
  assert_null(strstr(buf.at, "\"requirement\":\"quality_balance\",\"verdict\":\"met\""));
  assert_non_null(strstr(
      buf.at, "{\"code\":\"370102\",\"name\":\"历下区\",\"prefecture\":\"济南市\",\"province\":"
              "\"山东省\",\"verdict\":\"undetermined\"}"));
}

static void what_cannot_be_written_is_an_error(void **state) {
  (void)state;
  assert_int_equal(jh_report_json(&f.results, JH_EN, fake_full, NULL, &err), JH_ENOT_WRITABLE);
  f.failure.code = JH_EINTERNAL;
  assert_int_equal(jh_report_json(&f.results, JH_EN, fake_sink, &buf, &err), JH_EINTERNAL);
}

#define WITH_FAKE(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FAKE(the_checker_of_this_test_can_fail), WITH_FAKE(a_county_tells_why_it_fails),
    WITH_FAKE(a_county_tells_what_it_waits_for),
    WITH_FAKE(a_finding_names_measure_bound_margin_and_clause),
    WITH_FAKE(findings_come_by_county_then_level_then_rule_then_row),
    WITH_FAKE(the_language_changes_nothing), WITH_FAKE(nothing_at_all_is_still_json),
    WITH_FAKE(a_partial_pack_never_says_met), WITH_FAKE(what_cannot_be_written_is_an_error))
