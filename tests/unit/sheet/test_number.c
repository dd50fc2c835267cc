/* test_number.c - numbers as they stand in workbooks. */
#include "support/test.h"

#include "sheet/number.h"

static void expect(const char *written, const char *shown, const char *percent) {
  jh_number number;
  char text[JH_NUMBER_TEXT];
  assert_true(jh_number_read(&number, jh_str_of(written)));
  size_t size = jh_number_text(text, &number);
  assert_slice(((jh_str){text, size}), shown);
  size = jh_number_percent(text, &number);
  assert_slice(((jh_str){text, size}), percent);
}

TEST(fifteen_digits_are_kept_as_a_spreadsheet_shows_them) {
  expect("5.2699999999999996", "5.27", "527%");
  expect("0.30000000000000004", "0.3", "30%");
  expect("0.84999999999999998", "0.85", "85%");
  expect("2.5000000000000001E-2", "0.025", "2.5%");
  expect("999999999999999.5", "1000000000000000", "100000000000000000%");
  expect("123456789012345678", "123456789012346000", "12345678901234600000%");
  expect("1234567890.123445", "1234567890.12345", "123456789012.345%"); /* half: away from zero */
  expect("1234567890.1234449", "1234567890.12344", "123456789012.344%");
}

TEST(exponents_are_written_out) {
  expect("1.30102E+11", "130102000000", "13010200000000%");
  expect("1e-7", "0.0000001", "0.00001%");
  expect("-1.5E2", "-150", "-15000%");
  expect("12E-1", "1.2", "120%");
}

TEST(zero_has_no_sign_and_no_decimals) {
  expect("0", "0", "0%");
  expect("-0", "0", "0%");
  expect("0.000", "0", "0%");
  expect("0E+300", "0", "0%");
  expect("-0.00", "0", "0%");
}

TEST(zeros_that_say_nothing_fall_away) {
  expect("007.500", "7.5", "750%");
  expect("+120", "120", "12000%");
  expect("0.010", "0.01", "1%");
  expect("100.0", "100", "10000%");
}

TEST(the_largest_and_the_smallest_fit) {
  jh_number number;
  char text[JH_NUMBER_TEXT + 1];
  assert_true(jh_number_read(&number, jh_str_of("-1.79769313486231E+308")));
  assert_int_equal(jh_number_text(text, &number), 310);
  assert_true(jh_number_read(&number, jh_str_of("-1.23456789012345E-401")));
  text[JH_NUMBER_TEXT] = '#';
  assert_int_equal(jh_number_text(text, &number), 3 + 400 + 15);
  assert_int_equal(jh_number_percent(text, &number), 3 + 398 + 15 + 1);
  assert_int_equal(text[JH_NUMBER_TEXT], '#');
  assert_true(jh_number_read(&number, jh_str_of("1E399")));
  assert_int_equal(jh_number_percent(text, &number), 403);
}

TEST(what_is_no_number_is_refused) {
  static const char *const bad[] = {"",       "-",
                                    "+",      ".5",
                                    "5.",     "1.2.3",
                                    "1E",     "1E+",
                                    "E5",     " 1",
                                    "1 ",     "1,5",
                                    "0x10",   "NaN",
                                    "INF",    "--1",
                                    "1-",     "1e5x",
                                    "１",     "1E401",
                                    "1E-403", "1E999999999999999999999",
                                    "1e1.5"};
  for (size_t i = 0; i < COUNT(bad); i++) {
    jh_number number;
    assert_false(jh_number_read(&number, jh_str_of(bad[i])));
  }
}

TESTS(
    RUN(fifteen_digits_are_kept_as_a_spreadsheet_shows_them), RUN(exponents_are_written_out),
    RUN(zero_has_no_sign_and_no_decimals), RUN(zeros_that_say_nothing_fall_away),
    RUN(the_largest_and_the_smallest_fit), RUN(what_is_no_number_is_refused))
