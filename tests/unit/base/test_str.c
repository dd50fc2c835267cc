/* test_str.c - slices: comparing, trimming, cutting. */
#include "support/test.h"

#include "base/str.h"

static jh_str of(const char *text) { return jh_str_of(text); }

TEST(null_is_the_empty_slice) {
  assert_int_equal(jh_str_of(NULL).size, 0);
  assert_true(jh_str_equal(jh_str_of(NULL), of("")));
}

TEST(equal_slices_have_the_same_bytes) {
  assert_true(jh_str_equal(of("学校"), of("学校")));
  assert_false(jh_str_equal(of("学校"), of("学生")));
  assert_false(jh_str_equal(of("ab"), of("abc")));
}

TEST(order_is_by_bytes_and_the_shorter_first) {
  assert_true(jh_str_compare(of("a"), of("b")) < 0);
  assert_true(jh_str_compare(of("b"), of("a")) > 0);
  assert_true(jh_str_compare(of("ab"), of("abc")) < 0);
  assert_true(jh_str_compare(of("abc"), of("ab")) > 0);
  assert_int_equal(jh_str_compare(of("abc"), of("abc")), 0);
  assert_int_equal(jh_str_compare(jh_str_of(NULL), of("")), 0);
  assert_true(jh_str_compare(of("z"), of("学")) < 0); /* bytes are unsigned */
}

TEST(starts_and_ends_look_at_whole_prefixes) {
  assert_true(jh_str_starts(of("440103"), "4401"));
  assert_false(jh_str_starts(of("440103"), "4402"));
  assert_false(jh_str_starts(of("44"), "4401"));
  assert_true(jh_str_starts(of("44"), ""));
  assert_true(jh_str_starts(jh_str_of(NULL), ""));
  assert_true(jh_str_ends(of("schools.csv"), ".csv"));
  assert_false(jh_str_ends(of("schools.csv"), ".lua"));
  assert_false(jh_str_ends(of("csv"), ".csv"));
  assert_true(jh_str_ends(jh_str_of(NULL), ""));
}

TEST(trimming_knows_the_blanks_of_chinese_office_software) {
  assert_slice(jh_str_trim(of(" \t\xE3\x80\x80\xC2\xA0 第 一 \xC2\xA0\t\xE3\x80\x80 ")), "第 一");
  assert_slice(jh_str_trim(of("plain")), "plain");
  assert_int_equal(jh_str_trim(of(" \t ")).size, 0);
  assert_int_equal(jh_str_trim(jh_str_of(NULL)).size, 0);
  assert_slice(jh_str_trim(of("\na\n")), "\na\n");
}

static void expect_copy(const char *text, size_t size, const char *expected) {
  char out[32];
  memset(out, '#', sizeof out);
  jh_str_copy(out, size, of(text));
  assert_string_equal(out, expected);
  assert_int_equal(out[size], '#');
}

TEST(a_copy_is_cut_before_a_character_never_inside) {
  expect_copy("abc", 8, "abc");
  expect_copy("abc", 4, "abc");
  expect_copy("abc", 3, "ab");
  expect_copy("abc", 1, "");
  expect_copy("学校", 7, "学校");
  expect_copy("学校", 6, "学");
  expect_copy("学校", 5, "学");
  expect_copy("学校", 4, "学");
  expect_copy("学校", 3, "");
  expect_copy("\xF0\xA0\x80\x80z", 4, "");
  expect_copy("\x80\x80\x80\x80\x80\x80", 6, "\x80\x80\x80\x80\x80"); /* not UTF-8 at all */
  char untouched = '#';
  jh_str_copy(&untouched, 0, of("abc"));
  assert_int_equal(untouched, '#');
}

TESTS(
    RUN(null_is_the_empty_slice), RUN(equal_slices_have_the_same_bytes),
    RUN(order_is_by_bytes_and_the_shorter_first), RUN(starts_and_ends_look_at_whole_prefixes),
    RUN(trimming_knows_the_blanks_of_chinese_office_software),
    RUN(a_copy_is_cut_before_a_character_never_inside))
