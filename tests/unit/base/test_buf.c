/* test_buf.c - growing text and its two escapes. */
#include "base/buf.h"

#include "random.h"

TEST(an_empty_text_needs_no_memory) {
  jh_buf buf;
  jh_buf_init(&buf);
  assert_true(jh_buf_ok(&buf));
  assert_int_equal(jh_buf_str(&buf).size, 0);
  jh_buf_text(&buf, NULL);
  jh_buf_text(&buf, "");
  jh_buf_spaces(&buf, 0);
  jh_buf_clear(&buf);
  assert_null(buf.at);
  jh_buf_done(&buf);
}

TEST(pieces_follow_one_another) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_text(&buf, "天河区");
  jh_buf_char(&buf, ':');
  jh_buf_spaces(&buf, 2);
  jh_buf_int(&buf, -42);
  jh_buf_add(&buf, (jh_str){"; xyz", 2});
  jh_buf_print(&buf, "%s=%d", "n", 7);
  assert_string_equal(buf.at, "天河区:  -42; n=7");
  assert_int_equal(buf.size, strlen(buf.at));
  size_t room = buf.room;
  jh_buf_clear(&buf);
  assert_string_equal(buf.at, "");
  assert_int_equal(buf.room, room);
  jh_buf_done(&buf);
  assert_null(buf.at);
}

TEST(a_long_text_grows_and_stays_whole) {
  jh_buf buf;
  jh_buf_init(&buf);
  for (int i = 0; i < 100000; i++) {
    jh_buf_print(&buf, "%05d", i);
  }
  assert_true(jh_buf_ok(&buf));
  assert_int_equal(buf.size, 500000);
  assert_memory_equal(buf.at + 5 * 77777, "77777", 5);
  jh_buf_done(&buf);
}

TEST(what_cannot_be_held_is_remembered_as_a_failure) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_text(&buf, "a");
  jh_buf_spaces(&buf, SIZE_MAX);
  assert_false(jh_buf_ok(&buf));
  jh_buf_text(&buf, "b"); /* no text with a hole in it */
  jh_buf_print(&buf, "%s", "c");
  jh_buf_clear(&buf);
  assert_false(jh_buf_ok(&buf));
  jh_buf_done(&buf);
  assert_true(jh_buf_ok(&buf));
  jh_buf_print(&buf, "%ls", L"学"); /* the C locale has no bytes for it */
  assert_false(jh_buf_ok(&buf));
  jh_buf_done(&buf);
}

static void expect_json(jh_str text, const char *expected) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_json(&buf, text);
  assert_string_equal(buf.at, expected);
  jh_buf_done(&buf);
}

TEST(json_escapes_what_it_must) {
  expect_json((jh_str){NULL, 0}, "\"\"");
  expect_json(jh_str_of("第一小学"), "\"第一小学\"");
  expect_json(jh_str_of("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"");
  expect_json(jh_str_of("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\"");
  expect_json((jh_str){"\0\x01\x1F\x7F", 4}, "\"\\u0000\\u0001\\u001f\x7F\"");
}

TEST(json_is_valid_utf8_whatever_comes_in) {
  expect_json(jh_str_of("a\xFF\xE5\xAD,学"), "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD,学\"");
  expect_json((jh_str){"学校", 5}, "\"学\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void expect_csv(const char *text, const char *expected) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_csv(&buf, jh_str_of(text));
  assert_string_equal(buf.at ? buf.at : "", expected);
  jh_buf_done(&buf);
}

TEST(a_csv_cell_is_quoted_only_where_needed) {
  expect_csv("", "");
  expect_csv("第一小学", "第一小学");
  expect_csv("a,b", "\"a,b\"");
  expect_csv("say \"hi\"", "\"say \"\"hi\"\"\"");
  expect_csv("\"", "\"\"\"\"");
  expect_csv("a\nb", "\"a\nb\"");
  expect_csv("a\rb", "\"a\rb\"");
  expect_csv(" a", "\" a\"");
  expect_csv("a ", "\"a \"");
  expect_csv("a\t", "\"a\t\"");
  expect_csv("a b", "a b");
}

TEST(no_spreadsheet_runs_a_cell_as_a_formula) {
  expect_csv("=1+1", "'=1+1");
  expect_csv("@x", "'@x");
  expect_csv("+a", "'+a");
  expect_csv("-cmd", "'-cmd");
  expect_csv("-", "'-");
  expect_csv("＝1+1", "'＝1+1");
  expect_csv("＠x", "'＠x");
  expect_csv("\n=1", "\"'\n=1\"");
  expect_csv("\tx", "\"'\tx\"");
  expect_csv("\rx", "\"'\rx\"");
  expect_csv("=a,\"b\"", "\"'=a,\"\"b\"\"\"");
}

TEST(what_was_meant_is_told_from_what_was_written) {
  static const char *const texts[] = {"=1+1", "+a", "@x", "＝1", "\tx", "'=1", "''=1",
                                      "'",    "''", "'a", "-5",  "'-5", "a",   ""};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    jh_buf buf;
    jh_buf_init(&buf);
    jh_buf_csv(&buf, jh_str_of(texts[i]));
    jh_str cell = jh_buf_str(&buf);
    if (cell.size && cell.at[0] == '"') cell = (jh_str){cell.at + 1, cell.size - 2};
    assert_true(jh_str_equal(jh_buf_csv_meant(cell), jh_str_of(texts[i])));
    jh_buf_done(&buf);
  }
}

TEST(plain_numbers_are_left_alone) {
  expect_csv("-12.5", "-12.5");
  expect_csv("+3", "+3");
  expect_csv("-1234567890123456789012345", "-1234567890123456789012345");
  expect_csv("-0.12345678901234567890", "-0.12345678901234567890");
  expect_csv("-1e5", "'-1e5");
}

/* Reads one CSV cell by the plain rules of quoting. */
static size_t read_cell(const char *text, char *out) {
  size_t end = 0;
  bool quoted = *text == '"';
  for (text += quoted; *text; text++) {
    if (quoted && *text == '"' && *++text != '"') {
      break;
    }
    out[end++] = *text;
  }
  assert_int_equal(*text, '\0');
  return end;
}

TEST(a_cell_that_was_written_reads_back) {
  static const char signs[] = "ab,\"\n\r\t =+-@'1";
  random_source source = random_open();
  for (int i = 0; i < 20000; i++) {
    char text[16];
    size_t size = (size_t)random_between(&source, 1, 12);
    for (size_t j = 0; j < size; j++) {
      text[j] = signs[random_between(&source, 0, (int64_t)sizeof signs - 2)];
    }
    jh_buf buf;
    jh_buf_init(&buf);
    jh_buf_csv(&buf, (jh_str){text, size});
    char back[64];
    size_t got = read_cell(buf.at, back);
    size_t guard = got == size + 1 && back[0] == '\'';
    assert_int_equal(got - guard, size);
    assert_memory_equal(back + guard, text, size);
    assert_true(guard || !strchr("=@\t\r", text[0]));
    jh_buf_done(&buf);
  }
}

TESTS(
    RUN(an_empty_text_needs_no_memory), RUN(pieces_follow_one_another),
    RUN(a_long_text_grows_and_stays_whole), RUN(what_cannot_be_held_is_remembered_as_a_failure),
    RUN(json_escapes_what_it_must), RUN(json_is_valid_utf8_whatever_comes_in),
    RUN(a_csv_cell_is_quoted_only_where_needed), RUN(no_spreadsheet_runs_a_cell_as_a_formula),
    RUN(what_was_meant_is_told_from_what_was_written), RUN(plain_numbers_are_left_alone),
    RUN(a_cell_that_was_written_reads_back))
