/* test_format.c - which number formats make dates and percentages. */
#include "support/test.h"

#include "sheet/format.h"

static void expect_all(const char *const *codes, size_t count, jh_format format) {
  for (size_t i = 0; i < count; i++) {
    if (jh_format_of(jh_str_of(codes[i])) != format)
      fail_msg("%s: %d", codes[i], (int)jh_format_of(jh_str_of(codes[i])));
  }
}
#define EXPECT_ALL(format, ...)                                                                    \
  do {                                                                                             \
    static const char *const codes[] = {__VA_ARGS__};                                              \
    expect_all(codes, COUNT(codes), format);                                                       \
  } while (0)

TEST(dates_are_known_by_year_month_and_day) {
  EXPECT_ALL(
      JH_FORMAT_DATE, "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "yyyy\"年\"m\"月\"",
      "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "yyyy/m/d;@",
      "m/d/yy h:mm", "yyyy\\-mm\\-dd", "mm", "mmm-yy", "[$-F800]dddd\\,\\ mmmm\\ dd",
      "[$-804]aaaa;@", "e/m/d", "YYYY-MM-DD", "d", "yyyy年m月d日", "m\"月\"d\"日\"",
      "yyyy-mm-dd hh:mm:ss", "[Red]yyyy", "h:mm d", "General yyyy", "bbbb/m/d");
}

TEST(times_alone_are_times) {
  EXPECT_ALL(
      JH_FORMAT_TIME, "h:mm", "hh:mm:ss", "mm:ss", "mm:ss.0", "h:mm AM/PM", "h:mm:ss a/p",
      "上午/下午h\"时\"mm\"分\"", "h\"时\"mm\"分\"ss\"秒\"", "[$-409]h:mm;@", "s", "HH:MM");
  EXPECT_ALL(JH_FORMAT_ELAPSED, "[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[ss]", "[H]:MM");
}

TEST(percentages_have_a_sign_that_is_no_text) {
  EXPECT_ALL(
      JH_FORMAT_PERCENT, "0%", "0.00%", "#,##0.0%", "0%;[Red]-0%", "[Blue]0.0%_)", "0.00\\ %",
      "%0");
  EXPECT_ALL(JH_FORMAT_PLAIN, "0\"%\"", "0\\%", "0.0;0%", "\"y%d\"0");
}

TEST(everything_else_is_a_number) {
  EXPECT_ALL(
      JH_FORMAT_PLAIN, "General", "GENERAL", "G/通用格式", "0", "0.00", "#,##0", "@", "0.00E+00",
      "##0.0e-0", "[Red]0.00", "[$¥-804]#,##0.00", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ", "# ?/?",
      "0_ ", "0.00_);[Red]\\(0.00\\)", "[>=100]0;0.0", "0\"人\"", "0\"days\"", "\\d0", "_d0", "*y0",
      "[DBNum2]0", "", "\"", "[", "\\", "0;yyyy", "[$-804]General", "[Yellow]0");
}

TEST(formats_that_no_file_spells_out_are_known) {
  static const uint32_t dates[] = {14, 15, 16, 17, 22, 27, 28, 29, 30,
                                   31, 36, 50, 51, 52, 53, 54, 57, 58};
  for (size_t i = 0; i < COUNT(dates); i++)
    assert_int_equal(jh_format_builtin(dates[i]), JH_FORMAT_DATE);
  static const uint32_t times[] = {18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56};
  for (size_t i = 0; i < COUNT(times); i++)
    assert_int_equal(jh_format_builtin(times[i]), JH_FORMAT_TIME);
  static const uint32_t plain[] = {0,  1,  2,  3,  4,  11, 12,  13,
                                   37, 38, 40, 48, 49, 59, 164, 4294967295};
  for (size_t i = 0; i < COUNT(plain); i++)
    assert_int_equal(jh_format_builtin(plain[i]), JH_FORMAT_PLAIN);
  assert_int_equal(jh_format_builtin(9), JH_FORMAT_PERCENT);
  assert_int_equal(jh_format_builtin(10), JH_FORMAT_PERCENT);
  assert_int_equal(jh_format_builtin(46), JH_FORMAT_ELAPSED);
}

TESTS(
    RUN(dates_are_known_by_year_month_and_day), RUN(times_alone_are_times),
    RUN(percentages_have_a_sign_that_is_no_text), RUN(everything_else_is_a_number),
    RUN(formats_that_no_file_spells_out_are_known))
