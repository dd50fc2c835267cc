/* test_utf8.c - validity, characters, width, folding. */
#include "base/utf8.h"

#include "random.h"

/* Validity by the table of well-formed byte sequences of the Unicode standard (3.9, table 3-7). */
static size_t well_formed(const unsigned char *at, size_t size) {
  unsigned c = at[0];
  unsigned low = 0x80;
  unsigned high = 0xBF;
  size_t more;
  if (c < 0x80) {
    return 1;
  } else if (c >= 0xC2 && c <= 0xDF) {
    more = 1;
  } else if (c >= 0xE0 && c <= 0xEF) {
    more = 2;
    low = c == 0xE0 ? 0xA0 : low;
    high = c == 0xED ? 0x9F : high;
  } else if (c >= 0xF0 && c <= 0xF4) {
    more = 3;
    low = c == 0xF0 ? 0x90 : low;
    high = c == 0xF4 ? 0x8F : high;
  } else {
    return 0;
  }
  for (size_t i = 1; i <= more; i++) {
    if (i >= size || at[i] < low || at[i] > high) {
      return 0;
    }
    low = 0x80;
    high = 0xBF;
  }
  return more + 1;
}

static size_t first_bad(jh_str text) {
  size_t at = 0;
  while (at < text.size) {
    size_t used = well_formed((const unsigned char *)text.at + at, text.size - at);
    if (used == 0) {
      return at;
    }
    at += used;
  }
  return at;
}

TEST(valid_text_is_valid_to_its_end) {
  assert_int_equal(jh_utf8_check((jh_str){NULL, 0}), 0);
  assert_int_equal(jh_utf8_check(jh_str_of("plain ASCII text, longer than eight")), 35);
  jh_str row = jh_str_of("天河区第一小学,440106,1234567890123");
  assert_int_equal(jh_utf8_check(row), row.size);
  assert_int_equal(jh_utf8_check(jh_str_of("𠀀")), 4);
}

TEST(the_first_bad_byte_is_named) {
  assert_int_equal(jh_utf8_check(jh_str_of("abcdefgh\xFF")), 8);
  assert_int_equal(jh_utf8_check(jh_str_of("学\xE6\xA0")), 3);
  assert_int_equal(jh_utf8_check(jh_str_of("学\xE6\xA0,校")), 3);
  assert_int_equal(jh_utf8_check(jh_str_of("\xC0\x80")), 0);
  assert_int_equal(jh_utf8_check(jh_str_of("ab\xED\xA0\x80")), 2);     /* a surrogate */
  assert_int_equal(jh_utf8_check(jh_str_of("ab\xF4\x90\x80\x80")), 2); /* beyond U+10FFFF */
}

TEST(checking_agrees_with_the_table_of_the_standard) {
  static const char *const pieces[] = {
      "a",
      "12345678",
      "学",
      "校",
      "é",
      "𠀀",
      "\xE5",
      "\x80",
      "\xC0",
      "\xED\xA0\x80",
      "\xF4\x90\x80\x80",
      "\xF0\xA0"};
  random_source source = random_open();
  for (int i = 0; i < 50000; i++) {
    char text[256] = "";
    int64_t bad_too = random_between(&source, 0, 2) == 0 ? (int64_t)COUNT(pieces) - 1 : 5;
    for (int64_t n = random_between(&source, 0, 20); n > 0; n--) {
      strcat(text, pieces[random_between(&source, 0, bad_too)]);
    }
    jh_str all = jh_str_of(text);
    assert_int_equal(jh_utf8_check(all), first_bad(all));
  }
}

TEST(a_megabyte_of_table_is_checked_whole) {
  static char text[1 << 20];
  memset(text, '7', sizeof text);
  for (size_t i = 0; i + 64 < sizeof text; i += 61) {
    memcpy(text + i, "县", 3);
  }
  assert_int_equal(jh_utf8_check((jh_str){text, sizeof text}), sizeof text);
  text[sizeof text - 1] = '\xE5';
  assert_int_equal(jh_utf8_check((jh_str){text, sizeof text}), sizeof text - 1);
}

TEST(characters_are_read_one_by_one) {
  uint32_t c = 0;
  assert_int_equal(jh_utf8_next(jh_str_of("a学"), &c), 1);
  assert_int_equal(c, 'a');
  assert_int_equal(jh_utf8_next(jh_str_of("学"), &c), 3);
  assert_int_equal(c, 0x5B66);
  assert_int_equal(jh_utf8_next(jh_str_of("𠀀"), &c), 4);
  assert_int_equal(c, 0x20000);
  assert_int_equal(jh_utf8_next((jh_str){"\0", 1}, &c), 1);
  assert_int_equal(c, 0);
  assert_int_equal(jh_utf8_next((jh_str){NULL, 0}, &c), 0);
  assert_int_equal(jh_utf8_next(jh_str_of("\xFF"), &c), 0);
  assert_int_equal(jh_utf8_next((jh_str){"学", 2}, &c), 0);
}

TEST(chinese_characters_take_two_columns) {
  assert_int_equal(jh_utf8_width(jh_str_of("abc")), 3);
  assert_int_equal(jh_utf8_width(jh_str_of("达标 ok")), 7);
  assert_int_equal(jh_utf8_width(jh_str_of("e\xCC\x81")), 1); /* a combining accent takes none */
  assert_int_equal(jh_utf8_width(jh_str_of("a\tb\x7F")), 2);
  assert_int_equal(jh_utf8_width(jh_str_of("\xFFz")), 2);
  assert_int_equal(jh_utf8_width((jh_str){NULL, 0}), 0);
}

static void expect_fold(const char *text, const char *expected) {
  jh_arena *arena = jh_arena_open();
  const char *folded = jh_utf8_fold(arena, jh_str_of(text));
  assert_non_null(folded);
  assert_string_equal(folded, expected);
  assert_string_equal(jh_utf8_fold(arena, jh_str_of(folded)), expected);
  jh_arena_close(arena);
}

TEST(headers_are_compared_in_one_form) {
  expect_fold("", "");
  expect_fold("School Code", "schoolcode");
  expect_fold(" 在校\xE3\x80\x80学生数\t", "在校学生数");
  expect_fold("（㎡）１２", "(m2)12");
  expect_fold("ＡＢｃ", "abc");
  expect_fold("\xEF\xBB\xBF学\xE2\x80\x8B校\xC2\xA0", "学校");
  expect_fold("é", "é");
  expect_fold("e\xCC\x81", "é");
}

TEST(what_is_not_utf8_is_compared_as_it_is) {
  expect_fold(
      "A \xFF\xE5 B", "a\xFF\xE5"
                      "b");
}

TEST(a_form_larger_than_the_room_for_it_is_whole) {
  char text[3000] = "";
  char expected[3000] = "";
  for (int i = 0; i < 300; i++) {
    strcat(text, "㎡ ");
    strcat(expected, "m2");
  }
  expect_fold(text, expected);
}

TESTS(
    RUN(valid_text_is_valid_to_its_end), RUN(the_first_bad_byte_is_named),
    RUN(checking_agrees_with_the_table_of_the_standard), RUN(a_megabyte_of_table_is_checked_whole),
    RUN(characters_are_read_one_by_one), RUN(chinese_characters_take_two_columns),
    RUN(headers_are_compared_in_one_form), RUN(what_is_not_utf8_is_compared_as_it_is),
    RUN(a_form_larger_than_the_room_for_it_is_whole))
