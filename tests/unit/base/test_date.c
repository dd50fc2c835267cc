/* test_date.c - days. */
#include "support/test.h"

#include "base/date.h"

static bool reads(const char *text) {
  jh_date date = -1;
  bool ok = jh_date_read(&date, jh_str_of(text));
  assert_true(ok || date == -1);
  return ok;
}

TEST(a_day_is_its_eight_digits) {
  jh_date date = 0;
  assert_true(jh_date_read(&date, jh_str_of("2017-04-19")));
  assert_int_equal(date, 20170419);
  char text[11];
  assert_string_equal(jh_date_text(text, date), "2017-04-19");
  assert_string_equal(jh_date_text(text, 10101), "0001-01-01");
}

TEST(no_day_is_written_as_nothing) {
  char text[11] = "#";
  assert_string_equal(jh_date_text(text, 0), "");
}

TEST(leap_years_are_known) {
  assert_true(reads("2024-02-29"));
  assert_true(reads("2000-02-29"));
  assert_false(reads("1900-02-29"));
  assert_false(reads("2023-02-29"));
}

TEST(days_that_do_not_exist_are_refused) {
  assert_true(reads("9999-12-31"));
  assert_false(reads("2017-04-31"));
  assert_false(reads("2017-13-01"));
  assert_false(reads("2017-00-01"));
  assert_false(reads("2017-01-00"));
  assert_false(reads("2017-01-32"));
  assert_false(reads("0000-01-01"));
}

TEST(other_ways_of_writing_are_refused) {
  assert_false(reads(""));
  assert_false(reads("2017-4-19"));
  assert_false(reads("2017/04/19"));
  assert_false(reads("2017-04/19"));
  assert_false(reads("20170419"));
  assert_false(reads("2017-04-1x"));
  assert_false(reads("2017-0x-19"));
  assert_false(reads("+017-04-19"));
  assert_false(reads("2017-04-19 "));
}

TEST(every_day_of_four_centuries_reads_back) {
  size_t days = 0;
  for (jh_date date = 16010101; date <= 20001231; date++) {
    char text[11];
    jh_date back;
    if (jh_date_read(&back, jh_str_of(jh_date_text(text, date)))) {
      assert_int_equal(back, date);
      days++;
    }
  }
  assert_int_equal(days, 146097);
}

TESTS(
    RUN(a_day_is_its_eight_digits), RUN(no_day_is_written_as_nothing), RUN(leap_years_are_known),
    RUN(days_that_do_not_exist_are_refused), RUN(other_ways_of_writing_are_refused),
    RUN(every_day_of_four_centuries_reads_back))
