/* test_text.c - the page that people read. */
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

static void columns_are_aligned_by_what_the_eye_sees(void **state) {
  (void)state;
  assert_int_equal(jh_report_text(&f.results, JH_ZH, fake_sink, &buf, &err), JH_OK);
  assert_non_null(strstr(
      buf.at, "\n代码    县（市、区）  判定      理由\n"
              "370102  历下区        达标      各项要求均达标\n"
              "370103  市中区        不达标    第六条"));
  assert_non_null(strstr(buf.at, "\n370202  市南区        无法判定  第六条"));
}

static void totals_close_the_page(void **state) {
  (void)state;
  assert_int_equal(jh_report_text(&f.results, JH_EN, fake_sink, &buf, &err), JH_OK);
  const char *expected = "\nTotals        counties    met  unmet  undetermined  not applicable\n"
                         "    济南市           2      1      1             0               0\n"
                         "    青岛市           1      0      0             1               0\n"
                         "    3713             1      0      1             0               0\n"
                         "  山东省             4      1      2             1               0\n"
                         "    郑州市           1      0      0             0               1\n"
                         "  河南省             1      0      0             0               1\n"
                         "All counties         5      1      2             1               1\n";
  assert_string_equal(strstr(buf.at, "\nTotals"), expected);
}

static void a_partial_pack_never_says_met(void **state) {
  (void)state;
  f.plan.pack.is_partial = true;
  assert_int_equal(jh_report_text(&f.results, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_non_null(
      strstr(buf.at, "370102  历下区  undetermined    no failure found in the encoded part\n"));
}

static void no_counties_is_said_in_words(void **state) {
  (void)state;
  f.results.county_count = 0;
  assert_int_equal(jh_report_text(&f.results, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_non_null(strstr(buf.at, "No county was evaluated."));
}

static void what_cannot_be_written_is_an_error(void **state) {
  (void)state;
  assert_int_equal(jh_report_text(&f.results, JH_EN, fake_full, NULL, &err), JH_ENOT_WRITABLE);
}

static void a_failure_in_the_middle_is_handed_up(void **state) {
  (void)state;
  f.failure.code = JH_EINTERNAL;
  assert_int_equal(jh_report_text(&f.results, JH_EN, fake_sink, &buf, &err), JH_EINTERNAL);
}

#define WITH_FAKE(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FAKE(columns_are_aligned_by_what_the_eye_sees), WITH_FAKE(totals_close_the_page),
    WITH_FAKE(a_partial_pack_never_says_met), WITH_FAKE(no_counties_is_said_in_words),
    WITH_FAKE(what_cannot_be_written_is_an_error), WITH_FAKE(a_failure_in_the_middle_is_handed_up))
