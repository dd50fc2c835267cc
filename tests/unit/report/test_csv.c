/* test_csv.c - a line for each finding, safe for spreadsheets. */
#include "fake.h"

#include "support/test.h"

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

static size_t lines(void) {
  size_t count = 0;
  for (const char *at = buf.at; (at = strstr(at, "\r\n")) != NULL; at += 2) count++;
  return count;
}

static void every_finding_has_a_line(void **state) {
  (void)state;
  assert_int_equal(jh_report_csv(&f.results, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_memory_equal(
      buf.at,
      "\xEF\xBB\xBF"
      "county_code,county_name,level,",
      33);
  /* 8 rules of counties, 1 of 2 schools, 2 of 3 stage units, in 5 counties, and the header */
  assert_int_equal(lines(), 5 * (8 + 2 + 6) + 1);
  assert_non_null(strstr(
      buf.at, "\r\n370103,市中区,county,370103,市中区,,balance.teachers.primary,teachers per 100 "
              "students,unmet,0.5123,0.5,-0.0123,,,第六条（一）,教督〔2017〕6号,2017-04-19\r\n"));
  assert_non_null(strstr(
      buf.at, "\r\n370202,市南区,stage,S1,东山小学,primary,teachers_per_100,teachers per 100 "
              "students,undetermined,0.4..,0.5,,,teacher/(100 student),第六条（一）,"
              "教督〔2017〕6号,2017-04-19\r\n"));
}

static void in_chinese_it_is_for_people(void **state) {
  (void)state;
  assert_int_equal(jh_report_csv(&f.results, JH_ZH, fake_sink, &buf, &err), JH_OK);
  assert_non_null(strstr(buf.at, "县代码,县名称,层级,"));
  assert_non_null(strstr(
      buf.at, "\r\n370102,历下区,学段,S2,西山学校,初中,school_resources,至少六项达标,达标,,,,,,"));
}

static jh_entity formula(void *payload, uint32_t index) {
  (void)payload;
  return (jh_entity){
      .row = index, .code = jh_str_of("1"), .name = jh_str_of("=1+1"), .stage = JH_NONE};
}

static void no_cell_is_run_as_a_formula(void **state) {
  (void)state;
  f.results.county = formula;
  assert_int_equal(jh_report_csv(&f.results, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_null(strstr(buf.at, ",=1+1"));
  assert_non_null(strstr(buf.at, "'=1+1"));
}

static void a_partial_pack_never_says_met(void **state) {
  (void)state;
  f.plan.pack.is_partial = true;
  assert_int_equal(jh_report_csv(&f.results, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_non_null(strstr(
      buf.at, "370102,历下区,county,370102,历下区,,quality_balance,quality "
              "balance,undetermined,"));
}

static void what_cannot_be_written_is_an_error(void **state) {
  (void)state;
  assert_int_equal(jh_report_csv(&f.results, JH_EN, fake_full, NULL, &err), JH_ENOT_WRITABLE);
  f.failure.code = JH_EINTERNAL;
  assert_int_equal(jh_report_csv(&f.results, JH_EN, fake_sink, &buf, &err), JH_EINTERNAL);
}

#define WITH_FAKE(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FAKE(every_finding_has_a_line), WITH_FAKE(in_chinese_it_is_for_people),
    WITH_FAKE(no_cell_is_run_as_a_formula), WITH_FAKE(a_partial_pack_never_says_met),
    WITH_FAKE(what_cannot_be_written_is_an_error))
