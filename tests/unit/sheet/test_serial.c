/* test_serial.c - day numbers and the dates they stand for. */
#include "support/test.h"

#include "base/date.h"
#include "sheet/serial.h"

static void expect(const char *number, jh_serial_form form, bool is_1904, const char *expected) {
  jh_number read;
  char text[JH_SERIAL_TEXT];
  assert_true(jh_number_read(&read, jh_str_of(number)));
  size_t size = jh_serial_text(text, &read, form, is_1904);
  assert_slice(((jh_str){text, size}), expected);
}

TEST(days_are_counted_from_1900) {
  expect("45536", JH_SERIAL_DATE, false, "2024-09-01");
  expect("1", JH_SERIAL_DATE, false, "1900-01-01");
  expect("59", JH_SERIAL_DATE, false, "1900-02-28");
  expect("61", JH_SERIAL_DATE, false, "1900-03-01");
  expect("36585", JH_SERIAL_DATE, false, "2000-02-29");
  expect("36586", JH_SERIAL_DATE, false, "2000-03-01");
  expect("73109", JH_SERIAL_DATE, false, "2100-02-28");
  expect("73110", JH_SERIAL_DATE, false, "2100-03-01");
  expect("2958465", JH_SERIAL_DATE, false, "9999-12-31");
}

TEST(days_that_no_calendar_has_are_named_as_spreadsheets_do) {
  expect("0", JH_SERIAL_DATE, false, "1900-01-00");
  expect("60", JH_SERIAL_DATE, false, "1900-02-29");
}

TEST(days_are_counted_from_1904_where_the_workbook_says_so) {
  expect("0", JH_SERIAL_DATE, true, "1904-01-01");
  expect("60", JH_SERIAL_DATE, true, "1904-03-01");
  expect("44074", JH_SERIAL_DATE, true, "2024-09-01");
  expect("2957003", JH_SERIAL_DATE, true, "9999-12-31");
  expect("2957004", JH_SERIAL_DATE, true, "");
}

TEST(a_fraction_is_the_time_of_day) {
  expect("45536.3333333333", JH_SERIAL_DATE, false, "2024-09-01T08:00:00");
  expect("45536.5", JH_SERIAL_DATE, false, "2024-09-01T12:00:00");
  expect("45536.9999999", JH_SERIAL_DATE, false, "2024-09-02");
  expect("45536.99999", JH_SERIAL_DATE, false, "2024-09-01T23:59:59");
  expect("0.75", JH_SERIAL_TIME, false, "18:00:00");
  expect("0", JH_SERIAL_TIME, false, "00:00:00");
  expect("0.0000000001", JH_SERIAL_TIME, false, "00:00:00");
  expect("45536.75", JH_SERIAL_TIME, false, "2024-09-01T18:00:00");
}

TEST(elapsed_hours_go_beyond_a_day) {
  expect("1.5", JH_SERIAL_ELAPSED, false, "36:00:00");
  expect("0.25", JH_SERIAL_ELAPSED, false, "06:00:00");
  expect("100", JH_SERIAL_ELAPSED, false, "2400:00:00");
  expect("9999999", JH_SERIAL_ELAPSED, false, "239999976:00:00");
  expect("10000000", JH_SERIAL_ELAPSED, false, "");
}

TEST(what_cannot_be_a_date_is_none) {
  expect("-1", JH_SERIAL_DATE, false, "");
  expect("-0.5", JH_SERIAL_TIME, false, "");
  expect("2958466", JH_SERIAL_DATE, false, "");
  expect("2958465.999999", JH_SERIAL_DATE, false, "");
  expect("1E300", JH_SERIAL_DATE, false, "");
  expect("1E300", JH_SERIAL_ELAPSED, false, "");
}

TEST(every_day_follows_the_one_before_and_exists) {
  jh_date last = 0;
  for (int day = 61; day <= 2958465; day += 1 + day / 100000) {
    char number[24], text[JH_SERIAL_TEXT];
    jh_number read;
    jh_date date;
    snprintf(number, sizeof number, "%d", day);
    assert_true(jh_number_read(&read, jh_str_of(number)));
    size_t size = jh_serial_text(text, &read, JH_SERIAL_DATE, false);
    assert_true(jh_date_read(&date, (jh_str){text, size}));
    assert_true(date > last);
    last = date;
  }
}

TESTS(
    RUN(days_are_counted_from_1900), RUN(days_that_no_calendar_has_are_named_as_spreadsheets_do),
    RUN(days_are_counted_from_1904_where_the_workbook_says_so), RUN(a_fraction_is_the_time_of_day),
    RUN(elapsed_hours_go_beyond_a_day), RUN(what_cannot_be_a_date_is_none),
    RUN(every_day_follows_the_one_before_and_exists))
