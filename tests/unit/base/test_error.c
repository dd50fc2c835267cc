/* test_error.c - what an error keeps and how it is printed. */
#include "support/test.h"

#include "base/error.h"

static jh_error sample(void) {
  jh_error err;
  jh_place at = jh_place_of("data/schools.csv", 14, 31);
  at.field = 5;
  strcpy(at.name, "students");
  assert_int_equal(jh_fail(&err, JH_ENOT_NUMBER, &at, "12x5", NULL), JH_ENOT_NUMBER);
  return err;
}

static void expect_print(const jh_error *err, jh_lang lang, const char *expected) {
  char text[2048];
  size_t length = jh_error_print(err, lang, text, sizeof text);
  assert_string_equal(text, expected);
  assert_int_equal(length, strlen(expected));
}

TEST(an_error_prints_as_editors_read_it) {
  jh_error err = sample();
  expect_print(
      &err, JH_EN,
      "data/schools.csv:14:31: error: \"12x5\" is not a number; write digits with a point for "
      "decimals (field 5, students) [JH-211]");
  expect_print(
      &err, JH_ZH,
      "data/schools.csv:14:31: 错误：“12x5”不是数字；请写数字，小数点用“.”（第 5 列，students） "
      "[JH-211]");
}

TEST(the_sentence_alone_has_no_place) {
  jh_error err = sample();
  char text[256];
  size_t length = jh_error_text(&err, JH_EN, text, sizeof text);
  assert_string_equal(text, "\"12x5\" is not a number; write digits with a point for decimals");
  assert_int_equal(length, strlen(text));
}

TEST(what_is_not_known_of_a_place_is_left_out) {
  jh_error err;
  (void)jh_fail(&err, JH_EEMPTY_FILE, NULL, NULL);
  expect_print(&err, JH_EN, "error: the file is empty; a header line is expected [JH-203]");
  jh_place at = jh_place_of("a.csv", 0, 7);
  (void)jh_fail(&err, JH_EEMPTY_FILE, &at, NULL);
  expect_print(&err, JH_EN, "a.csv: error: the file is empty; a header line is expected [JH-203]");
  at.line = 3;
  at.column = 0;
  at.field = 2;
  (void)jh_fail(&err, JH_EBLANK, &at, NULL);
  err.severity = JH_WARNING;
  expect_print(&err, JH_EN, "a.csv:3: warning: the cell may not be blank (field 2) [JH-219]");
  expect_print(&err, JH_ZH, "a.csv:3: 警告：该单元格不可空白（第 2 列） [JH-219]");
}

TEST(a_place_in_a_workbook_names_sheet_and_cell) {
  jh_error err;
  jh_place at = jh_place_in("data/schools.xlsx", jh_str_of("学校"), 14, 3);
  assert_string_equal(at.sheet, "学校");
  (void)jh_fail(&err, JH_EBLANK, &at, NULL);
  expect_print(
      &err, JH_EN, "data/schools.xlsx:学校!C14: error: the cell may not be blank [JH-219]");
  expect_print(&err, JH_ZH, "data/schools.xlsx:学校!C14: 错误：该单元格不可空白 [JH-219]");
  err.at.field = 3;
  strcpy(err.at.name, "students");
  err.also = jh_place_in("a.xlsx", jh_str_of("Sheet 2"), 1048576, 16384);
  expect_print(
      &err, JH_EN,
      "data/schools.xlsx:学校!C14: error: the cell may not be blank (field 3, students) [JH-219]\n"
      "a.xlsx:Sheet 2!XFD1048576: note: the other place is here");
}

TEST(what_is_not_known_of_a_cell_is_left_out) {
  static const struct {
    uint32_t row, column;
    const char *expected;
  } cases[] = {
      {0, 0, "b.xlsx:表: error: the cell may not be blank [JH-219]"},
      {7, 0, "b.xlsx:表!7: error: the cell may not be blank [JH-219]"},
      {0, 27, "b.xlsx:表!AA: error: the cell may not be blank [JH-219]"},
      {1, 26, "b.xlsx:表!Z1: error: the cell may not be blank [JH-219]"},
      {1, 702, "b.xlsx:表!ZZ1: error: the cell may not be blank [JH-219]"},
      {1, 703, "b.xlsx:表!AAA1: error: the cell may not be blank [JH-219]"},
      {UINT32_MAX, UINT32_MAX,
       "b.xlsx:表!MWLQKWU4294967295: error: the cell may not be blank [JH-219]"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    jh_error err;
    jh_place at = jh_place_in("b.xlsx", jh_str_of("表"), cases[i].row, cases[i].column);
    (void)jh_fail(&err, JH_EBLANK, &at, NULL);
    expect_print(&err, JH_EN, cases[i].expected);
  }
  jh_error err;
  jh_place at = jh_place_in("b.xlsx", (jh_str){NULL, 0}, 0, 0);
  (void)jh_fail(&err, JH_EBLANK, &at, NULL);
  expect_print(&err, JH_EN, "b.xlsx: error: the cell may not be blank [JH-219]");
}

TEST(the_name_of_a_sheet_is_whole_and_moves_no_cursor) {
  char name[31 * 3 + 1];
  for (size_t i = 0; i < 31; i++) {
    memcpy(name + 3 * i, "校", 4);
  }
  assert_string_equal(jh_place_in("a", jh_str_of(name), 1, 1).sheet, name);
  assert_string_equal(jh_place_in("a", jh_str_of("x\n\x1B[1m"), 1, 1).sheet, "x??[1m");
}

TEST(a_rule_is_named_when_there_is_no_field) {
  jh_error err;
  jh_place at = jh_place_of("article_6.lua", 47, 0);
  strcpy(at.name, "area_per_student");
  (void)jh_fail(&err, JH_ELUA, &at, "attempt to index a nil value", NULL);
  err.severity = JH_NOTE;
  expect_print(
      &err, JH_EN,
      "article_6.lua:47: note: attempt to index a nil value (rule area_per_student) [JH-301]");
  expect_print(
      &err, JH_ZH,
      "article_6.lua:47: 提示：attempt to index a nil value（规则 area_per_student） [JH-301]");
}

TEST(a_conflict_names_its_second_place_on_a_second_line) {
  jh_error err;
  jh_place at = jh_place_of("b.lua", 18, 0);
  (void)jh_fail(&err, JH_EDUPLICATE, &at, "rule", "x", NULL);
  err.also = jh_place_of("a.lua", 22, 3);
  expect_print(
      &err, JH_EN,
      "b.lua:18: error: rule \"x\" is declared twice [JH-315]\n"
      "a.lua:22:3: note: the other place is here");
  expect_print(
      &err, JH_ZH,
      "b.lua:18: 错误：rule“x”重复声明 [JH-315]\n"
      "a.lua:22:3: 提示：另一处在这里");
}

TEST(no_error_wanted_is_allowed) {
  assert_int_equal(jh_fail(NULL, JH_ENOMEM, NULL, NULL), JH_ENOMEM);
}

TEST(a_failure_forgets_what_the_error_said_before) {
  jh_error err = sample();
  err.also = jh_place_of("x", 1, 1);
  err.severity = JH_NOTE;
  (void)jh_fail(&err, JH_ENOMEM, NULL, NULL);
  assert_int_equal(err.code, JH_ENOMEM);
  assert_int_equal(err.severity, JH_ERROR);
  assert_string_equal(err.at.file, "");
  assert_string_equal(err.also.file, "");
  assert_string_equal(err.args[0], "");
}

TEST(place_and_arguments_may_come_from_the_same_error) {
  jh_error err = sample();
  (void)jh_fail(&err, JH_ENOT_CHOICE, &err.at, err.args[0], "a, b", "", NULL);
  assert_string_equal(err.at.file, "data/schools.csv");
  assert_string_equal(err.args[0], "12x5");
  assert_string_equal(err.args[1], "a, b");
}

TEST(four_arguments_are_kept_and_no_more_are_read) {
  jh_error err;
  (void)jh_fail(&err, JH_ELEVEL_MISMATCH, NULL, "a", "b", "c", "d", NULL);
  char text[256];
  jh_error_text(&err, JH_EN, text, sizeof text);
  assert_string_equal(text, "a belongs to b, which has no single value for c; d");
}

TEST(braces_in_an_argument_are_not_filled_again) {
  jh_error err;
  (void)jh_fail(&err, JH_EOUT_OF_RANGE, NULL, "{2}", "{1}", "{", NULL);
  char text[256];
  jh_error_text(&err, JH_EN, text, sizeof text);
  assert_string_equal(text, "{2} is outside the range {1} to {");
}

TEST(an_argument_in_two_languages_is_shown_in_the_readers) {
  char both[64], text[256];
  jh_error err;
  (void)jh_fail(
      &err, JH_ENO_YEAR, NULL, "2024", jh_arg_both(both, sizeof both, "万元", "money"), NULL);
  jh_error_text(&err, JH_EN, text, sizeof text);
  assert_non_null(strstr(text, "have money"));
  jh_error_text(&err, JH_ZH, text, sizeof text);
  assert_non_null(strstr(text, "数据中有 万元"));
  assert_null(strstr(text, "money"));
  (void)jh_arg_both(both, 20, "很长很长很长的一段话", "a sentence that is rather long");
  assert_int_equal(strlen(both) < 20, 1);
}

TEST(a_long_argument_is_cut_at_a_character) {
  char cell[601];
  for (size_t i = 0; i < 600; i += 3) {
    memcpy(cell + i, "校", 3);
  }
  cell[600] = '\0';
  jh_error err;
  (void)jh_fail(&err, JH_ENOT_NUMBER, NULL, cell, NULL);
  assert_int_equal(strlen(err.args[0]), 159);
  assert_memory_equal(err.args[0] + 153, "校…", 6);
  cell[0] = 'a';
  cell[1] = 'b'; /* shifts no boundary, but these two and the next byte are no character */
  (void)jh_fail(&err, JH_ENOT_NUMBER, NULL, cell + 1, NULL);
  assert_true(strlen(err.args[0]) <= 159);
  assert_memory_equal(err.args[0] + strlen(err.args[0]) - 6, "校…", 6);
}

TEST(an_argument_that_just_fits_is_whole) {
  char cell[161];
  memset(cell, 'x', sizeof cell);
  cell[159] = '\0';
  jh_error err;
  (void)jh_fail(&err, JH_ENOT_NUMBER, NULL, cell, NULL);
  assert_string_equal(err.args[0], cell);
}

TEST(a_long_path_keeps_its_tail) {
  char path[1001];
  for (size_t i = 0; i < 1000; i += 5) {
    memcpy(path + i, "县/x", 6);
  }
  jh_place at = jh_place_of(path, 1, 1);
  assert_true(strlen(at.file) <= 255 && strlen(at.file) > 248);
  assert_memory_equal(at.file, "…", 3);
  assert_int_not_equal((unsigned char)at.file[3] & 0xC0, 0x80);
  memset(path, '\x80', 1000); /* not UTF-8 */
  at = jh_place_of(path, 1, 1);
  assert_int_equal(strlen(at.file), 252);
  char name[256];
  memset(name, 'n', 255);
  name[255] = '\0';
  assert_string_equal(jh_place_of(name, 0, 0).file, name);
}

TEST(a_place_without_a_file_is_empty) {
  jh_place at = jh_place_of(NULL, 3, 4);
  assert_string_equal(at.file, "");
  assert_int_equal(at.line, 3);
  assert_int_equal(at.column, 4);
  assert_int_equal(at.field, 0);
  assert_string_equal(at.name, "");
}

TEST(a_small_buffer_gets_whole_characters_and_the_full_length) {
  jh_error err = sample();
  char whole[512];
  size_t length = jh_error_print(&err, JH_ZH, whole, sizeof whole);
  for (size_t size = 0; size <= length + 1; size++) {
    char text[512];
    memset(text, '#', sizeof text);
    assert_int_equal(jh_error_print(&err, JH_ZH, text, size), length);
    assert_int_equal(text[size], '#');
    if (size > 0) {
      size_t kept = strlen(text);
      assert_true(kept < size && kept + 4 > (size < length ? size : length));
      assert_memory_equal(text, whole, kept);
      assert_int_not_equal((unsigned char)whole[kept] & 0xC0, 0x80);
    }
  }
}

TEST(numbers_become_arguments) {
  char buf[24];
  assert_string_equal(jh_arg_int(buf, 0), "0");
  assert_string_equal(jh_arg_int(buf, -1207), "-1207");
  assert_string_equal(jh_arg_int(buf, INT64_MIN), "-9223372036854775808");
  assert_string_equal(jh_arg_int(buf, INT64_MAX), "9223372036854775807");
}

static void expect_arg(size_t size, jh_str text, const char *expected) {
  char buf[64];
  memset(buf, '#', sizeof buf);
  assert_string_equal(jh_arg_text(buf, size, text), expected);
  assert_int_equal(buf[size], '#');
}

TEST(a_cell_becomes_an_argument_without_control_characters) {
  expect_arg(40, jh_str_of("第一小学"), "第一小学");
  expect_arg(40, jh_str_of("a\tb\x1B[1m\x7F"), "a?b?[1m?");
  expect_arg(40, (jh_str){"a\0b", 3}, "a?b");
  expect_arg(40, jh_str_of("x\xC2\x9By\xE2\x80\xAEz\xE2\x81\xA6"), "x?y?z?");
  expect_arg(40, jh_str_of("\xD1\xA7\xD0\xA3\xFF\xE5"), "ѧУ??");
  expect_arg(40, (jh_str){NULL, 0}, "");
}

TEST(a_long_cell_is_cut_with_a_mark) {
  expect_arg(10, jh_str_of("123456789"), "123456789");
  expect_arg(10, jh_str_of("1234567890"), "123456…");
  expect_arg(10, jh_str_of("学校学校"), "学校…");
  expect_arg(9, jh_str_of("学校学校"), "学…");
  expect_arg(4, jh_str_of("abcd"), "…");
  expect_arg(3, jh_str_of("abcd"), "");
  char untouched = '#';
  assert_ptr_equal(jh_arg_text(&untouched, 0, jh_str_of("a")), &untouched);
  assert_int_equal(untouched, '#');
}

TESTS(
    RUN(an_error_prints_as_editors_read_it), RUN(the_sentence_alone_has_no_place),
    RUN(what_is_not_known_of_a_place_is_left_out), RUN(a_place_in_a_workbook_names_sheet_and_cell),
    RUN(what_is_not_known_of_a_cell_is_left_out),
    RUN(the_name_of_a_sheet_is_whole_and_moves_no_cursor),
    RUN(a_rule_is_named_when_there_is_no_field),
    RUN(a_conflict_names_its_second_place_on_a_second_line), RUN(no_error_wanted_is_allowed),
    RUN(a_failure_forgets_what_the_error_said_before),
    RUN(place_and_arguments_may_come_from_the_same_error),
    RUN(four_arguments_are_kept_and_no_more_are_read),
    RUN(braces_in_an_argument_are_not_filled_again), RUN(a_long_argument_is_cut_at_a_character),
    RUN(an_argument_that_just_fits_is_whole),
    RUN(an_argument_in_two_languages_is_shown_in_the_readers), RUN(a_long_path_keeps_its_tail),
    RUN(a_place_without_a_file_is_empty),
    RUN(a_small_buffer_gets_whole_characters_and_the_full_length), RUN(numbers_become_arguments),
    RUN(a_cell_becomes_an_argument_without_control_characters), RUN(a_long_cell_is_cut_with_a_mark))
