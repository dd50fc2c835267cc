/* test_dec.c - exact decimals keep the value that was written. */
#include "base/dec.h"

#include <locale.h>
#include <math.h>

#include "base/rat.h"
#include "random.h"

static void expect(const char *text, int64_t mantissa, int32_t scale) {
  jh_dec value = {-1, -1};
  jh_dec_status status = jh_dec_read(&value, jh_str_of(text), 18, false);
  if (status != JH_DEC_OK || value.mantissa != mantissa || value.scale != scale) {
    fail_msg(
        "\"%s\": status %d, %lld scale %d", text, (int)status, (long long)value.mantissa,
        (int)value.scale);
  }
}

static void refuse(const char *text, int32_t max_scale, bool grouping, jh_dec_status expected) {
  jh_dec value = {-1, -1};
  jh_dec_status status = jh_dec_read(&value, jh_str_of(text), max_scale, grouping);
  if (status != expected || value.mantissa != -1) {
    fail_msg("\"%s\": status %d", text, (int)status);
  }
}

TEST(a_number_keeps_the_value_that_was_written) {
  expect("0", 0, 0);
  expect("4.505", 4505, 3);
  expect("-12.50", -125, 1);
  expect("+7", 7, 0);
  expect("100", 100, 0);
  expect("007.10", 71, 1);
  expect("0.000", 0, 0);
  expect("-0", 0, 0);
  expect("1.000000000000000000000000", 1, 0);
  expect("0.000000000000000001", 1, 18);
  expect("999999999999999999", INT64_C(999999999999999999), 0);
  expect("-0.999999999999999999", INT64_C(-999999999999999999), 18);
  expect("00000000000000000000000000000000001", 1, 0);
}

TEST(what_is_not_a_number_is_called_by_its_mistake) {
  static const char *const wrong[] = {"",      "+",    "-",   ".",   "5.",   ".5",  "1..2",
                                      "1.2.3", "--1",  "1-",  " 1",  "1 ",   "abc", "12a",
                                      "１２",  "0x10", "nan", "inf", "1e",   "1e+", "e5",
                                      "1e5x",  ",",    "1/2", "12%", "1.2,x"};
  for (size_t i = 0; i < COUNT(wrong); i++) {
    refuse(wrong[i], 18, false, JH_DEC_SYNTAX);
    refuse(wrong[i], 18, true, JH_DEC_SYNTAX);
  }
  refuse("1.3E+11", 18, false, JH_DEC_EXPONENT);
  refuse("1.30102E+11", 18, true, JH_DEC_EXPONENT);
  refuse("-2e5", 18, false, JH_DEC_EXPONENT);
  refuse("2E-5", 18, false, JH_DEC_EXPONENT);
}

TEST(a_comma_is_refused_where_none_is_allowed) {
  refuse("12,5", 18, false, JH_DEC_COMMA);
  refuse("1,234", 18, false, JH_DEC_COMMA);
  refuse("1.234,5", 18, false, JH_DEC_COMMA);
  refuse("12,5", 18, true, JH_DEC_COMMA);
  refuse("1234,567", 18, true, JH_DEC_COMMA);
  refuse("1,2345", 18, true, JH_DEC_COMMA);
  refuse("1,234.5,6", 18, true, JH_DEC_COMMA);
  refuse(",123", 18, true, JH_DEC_COMMA);
}

TEST(groups_of_three_are_read_where_the_dictionary_allows_them) {
  jh_dec value;
  assert_int_equal(jh_dec_read(&value, jh_str_of("-1,234,567.80"), 4, true), JH_DEC_OK);
  assert_int_equal(value.mantissa, -12345678);
  assert_int_equal(value.scale, 1);
  assert_int_equal(jh_dec_read(&value, jh_str_of("1,527"), 0, true), JH_DEC_OK);
  assert_int_equal(value.mantissa, 1527);
  assert_int_equal(jh_dec_read(&value, jh_str_of("1527"), 0, true), JH_DEC_OK);
  assert_int_equal(value.mantissa, 1527);
}

TEST(too_fine_and_too_large_are_told_apart) {
  refuse("1.25", 1, false, JH_DEC_TOO_FINE);
  refuse("0.0000000000000000001", 18, false, JH_DEC_TOO_FINE);
  refuse("0.0000000000000000001", 30, false, JH_DEC_TOO_FINE);
  refuse("1000000000000000000", 18, false, JH_DEC_TOO_LARGE);
  refuse("123456789012345678901234567890123456789012345678", 18, false, JH_DEC_TOO_LARGE);
  refuse("1234567890.123456789", 18, false, JH_DEC_TOO_LARGE);
  jh_dec value;
  assert_int_equal(jh_dec_read(&value, jh_str_of("1.20"), 1, false), JH_DEC_OK);
  assert_int_equal(jh_dec_read(&value, jh_str_of("5"), 0, false), JH_DEC_OK);
}

TEST(the_text_is_the_shortest) {
  char text[JH_DEC_TEXT];
  assert_string_equal(jh_dec_text(text, (jh_dec){4505, 3}), "4.505");
  assert_string_equal(jh_dec_text(text, (jh_dec){-1250, 2}), "-12.5");
  assert_string_equal(jh_dec_text(text, (jh_dec){100, 0}), "100");
  assert_string_equal(jh_dec_text(text, (jh_dec){0, 5}), "0");
  assert_string_equal(jh_dec_text(text, (jh_dec){-1, 18}), "-0.000000000000000001");
  assert_string_equal(jh_dec_text(text, (jh_dec){INT64_MIN, 0}), "-9223372036854775808");
  assert_string_equal(jh_dec_text(text, (jh_dec){INT64_MAX, 18}), "9.223372036854775807");
}

TEST(text_and_value_are_the_same_thing) {
  random_source source = random_open();
  for (int i = 0; i < 200000; i++) {
    jh_dec value = {random_mantissa(&source, 18), (int32_t)random_between(&source, 0, 18)};
    char text[JH_DEC_TEXT];
    jh_dec back;
    jh_dec_text(text, value);
    assert_int_equal(jh_dec_read(&back, jh_str_of(text), 18, false), JH_DEC_OK);
    assert_int_equal(jh_dec_compare(back, value), 0);
    assert_true(back.scale <= value.scale);
    assert_true(back.scale == 0 || back.mantissa % 10 != 0);
  }
}

TEST(comparing_agrees_with_rationals) {
  random_source source = random_open();
  jh_rat a;
  jh_rat b;
  jh_rat_init(&a);
  jh_rat_init(&b);
  for (int i = 0; i < 100000; i++) {
    jh_dec x = {random_mantissa(&source, 18), (int32_t)random_between(&source, 0, 18)};
    jh_dec y = {random_mantissa(&source, 18), (int32_t)random_between(&source, 0, 18)};
    int64_t same;
    if (i % 4 == 0 && jh_dec_rescale(&same, x, y.scale)) { /* the same value, written otherwise */
      y.mantissa = same + random_between(&source, -1, 1);
    }
    jh_rat_set_dec(&a, x);
    jh_rat_set_dec(&b, y);
    assert_int_equal(jh_dec_compare(x, y), jh_rat_compare(&a, &b));
    assert_int_equal(jh_dec_compare(y, x), -jh_dec_compare(x, y));
  }
  assert_int_equal(jh_dec_compare((jh_dec){INT64_MIN, 0}, (jh_dec){INT64_MAX, 18}), -1);
  jh_rat_done(&a);
  jh_rat_done(&b);
}

TEST(rescaling_never_loses_a_digit) {
  int64_t mantissa = 7;
  assert_true(jh_dec_rescale(&mantissa, (jh_dec){45, 1}, 3));
  assert_int_equal(mantissa, 4500);
  assert_true(jh_dec_rescale(&mantissa, (jh_dec){-4500, 3}, 1));
  assert_int_equal(mantissa, -45);
  mantissa = 7;
  assert_false(jh_dec_rescale(&mantissa, (jh_dec){4505, 3}, 2));
  assert_false(jh_dec_rescale(&mantissa, (jh_dec){INT64_C(999999999999999999), 0}, 2));
  assert_false(jh_dec_rescale(&mantissa, (jh_dec){1, 0}, -1));
  assert_false(jh_dec_rescale(&mantissa, (jh_dec){1, 0}, 19));
  assert_int_equal(mantissa, 7);
}

static void expect_double(double value, const char *expected) {
  jh_dec dec = {-1, -1};
  char text[JH_DEC_TEXT] = "refused";
  if (jh_dec_from_double(&dec, value)) {
    jh_dec_text(text, dec);
  }
  assert_string_equal(text, expected);
}

static void doubles_are_what_was_written(void) {
  expect_double(0.9, "0.9");
  expect_double(-4.505, "-4.505");
  expect_double(1700, "1700");
  expect_double(0.0, "0");
  expect_double(-0.0, "0");
  expect_double(123456789012345, "123456789012345");
  expect_double(1e17, "100000000000000000");
  expect_double(1e-18, "0.000000000000000001");
  expect_double(0.1 + 0.2, "refused");
  expect_double(1.0 / 3, "refused");
  expect_double(9007199254740993.0, "refused");
  expect_double(1e18, "refused");
  expect_double(1e300, "refused");
  expect_double(1e-19, "refused");
  expect_double(5e-324, "refused");
  expect_double((double)NAN, "refused");
  expect_double((double)INFINITY, "refused");
  expect_double(-(double)INFINITY, "refused");
}

TEST(a_lua_number_is_the_decimal_that_was_written) {
  doubles_are_what_was_written();
  random_source source = random_open();
  for (int i = 0; i < 100000; i++) {
    jh_dec value = {random_mantissa(&source, 15), (int32_t)random_between(&source, 0, 18)};
    char text[JH_DEC_TEXT];
    jh_dec back;
    assert_true(jh_dec_from_double(&back, strtod(jh_dec_text(text, value), NULL)));
    assert_int_equal(jh_dec_compare(back, value), 0);
  }
}

TEST(the_locale_of_the_host_program_changes_nothing) {
  static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8"};
  const char *found = NULL;
  for (size_t i = 0; i < COUNT(names) && !found; i++) {
    found = setlocale(LC_ALL, names[i]);
  }
  if (!found) {
    print_message("no locale with a decimal comma on this machine\n");
    skip();
  }
  assert_string_equal(localeconv()->decimal_point, ",");
  expect("4.505", 4505, 3);
  doubles_are_what_was_written();
  setlocale(LC_ALL, "C");
}

TESTS(
    RUN(a_number_keeps_the_value_that_was_written),
    RUN(what_is_not_a_number_is_called_by_its_mistake),
    RUN(a_comma_is_refused_where_none_is_allowed),
    RUN(groups_of_three_are_read_where_the_dictionary_allows_them),
    RUN(too_fine_and_too_large_are_told_apart), RUN(the_text_is_the_shortest),
    RUN(text_and_value_are_the_same_thing), RUN(comparing_agrees_with_rationals),
    RUN(rescaling_never_loses_a_digit), RUN(a_lua_number_is_the_decimal_that_was_written),
    RUN(the_locale_of_the_host_program_changes_nothing))
