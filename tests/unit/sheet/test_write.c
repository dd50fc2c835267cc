/* Workbooks that are written: the same bytes, whole or not at all, texts as texts. What they hold is
 * read back by read_back.py, from the file that the first test leaves. */
#include "support/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "sheet/write.h"

#define LEFT JH_TEST_FOLDER "/written.xlsx"

static char bytes[1 << 20], again[1 << 20];
static size_t size;

static bool take(void *payload, const char *at, size_t count) {
  char *to = payload;
  assert_true(size + count < sizeof bytes);
  memcpy(to + size, at, count);
  size += count;
  return true;
}

static jh_str str(const char *text) { return jh_str_of(text); }

static void put_numbers(jh_write *w) {
  static const char *const numbers[] = {
      "5.27",
      "-0.3",
      "123456789012345",
      "1234567890123456",
      "0.000000000000001",
      "9.00719925474099",
      "007",
      "4.1..5.3",
      "1230000000000000",
      "0"};
  for (uint32_t i = 0; i < COUNT(numbers); i++)
    jh_write_number(w, 10, i, str(numbers[i]), JH_WRITE_NUMBER);
}

static void put_form(jh_write *w) {
  const jh_str few[] = {str("是"), str("否")};
  jh_str many[40];
  char words[40][48];
  for (uint32_t i = 0; i < COUNT(many); i++) {
    (void)snprintf(words[i], sizeof words[i], "选项第 %u 种，较长", i + 1);
    many[i] = str(words[i]);
  }
  const jh_write_hint hint = {"学校类型", "从列表中选择", "请选择列表中的一项", true};
  const jh_write_limits limits = {
      .is_whole = true, .has_min = true, .has_max = true, .max = {200, 0}};
  jh_write_choices(w, &(jh_write_box){4, 0, 9, 0}, few, COUNT(few), &hint);
  jh_write_choices(w, &(jh_write_box){4, 1, 9, 1}, many, COUNT(many), &hint);
  jh_write_choices(w, &(jh_write_box){4, 2, 9, 2}, many, COUNT(many), NULL);
  jh_write_range(w, &(jh_write_box){4, 3, 9, 3}, &limits, &hint);
  jh_write_told(w, &(jh_write_box){4, 4, 9, 4}, &hint);
  char longest
      [255]; /* as long as a list may be that stands in the rule itself, and one byte longer */
  memset(longest, 'x', sizeof longest);
  const jh_str fits = {longest, 254}, does_not = {longest, 255};
  jh_write_choices(w, &(jh_write_box){4, 5, 9, 5}, &fits, 1, NULL);
  jh_write_choices(w, &(jh_write_box){4, 6, 9, 6}, &does_not, 1, NULL);
  jh_write_note(w, 3, 0, str("定义：……\n单位：名"));
}

static void fill(jh_write *w) {
  jh_error err;
  const jh_write_sheet first = {
      .name = "学校[1]:*?/\\的一个相当相当相当相当相当相当相当相当长的名称",
      .is_protected = true,
      .is_landscape = true,
      .frozen_rows = 3,
      .frozen_columns = 1,
      .repeated_rows = 3};
  assert_int_equal(jh_write_begin(w, &first, &err), JH_OK);
  jh_write_columns(w, 0, 4, 14, JH_WRITE_INPUT_TEXT);
  jh_write_merged(w, &(jh_write_box){1, 0, 1, 4}, str("合并的标题"), JH_WRITE_TITLE);
  jh_write_row(w, 3, 30, JH_WRITE_HEADER);
  jh_write_text(w, 3, 0, str("学校标识码"), JH_WRITE_NEEDED);
  jh_write_text(w, 4, 0, str("0123456789"), JH_WRITE_CODE);
  jh_write_text(w, 5, 0, str("=1+1"), JH_WRITE_PLAIN);
  jh_write_text(w, 6, 0, str(" a<b>&\"c\"\n_x0041_ \x01\xFF "), JH_WRITE_PLAIN);
  jh_write_blank(w, 7, 0, JH_WRITE_INPUT);
  put_numbers(w);
  put_form(w);
  assert_int_equal(jh_write_begin(w, &first, &err), JH_OK);
  assert_string_equal(jh_write_name(w) + strlen(jh_write_name(w)) - 2, " 2");
  const jh_write_sheet hidden = {.name = "_junheng", .is_hidden = true};
  assert_int_equal(jh_write_begin(w, &hidden, &err), JH_OK);
  jh_write_text(w, 1, 0, str("format"), JH_WRITE_PLAIN);
}

static jh_write *open_at(const char *path, bool is_streamed) {
  jh_write *w = NULL;
  jh_error err;
  assert_int_equal(jh_write_open(&w, path, is_streamed, &err), JH_OK);
  return w;
}

static bool exists(const char *path) {
  struct stat info;
  return stat(path, &info) == 0;
}

TEST(a_workbook_appears_under_its_name_when_it_is_whole) {
  jh_error err;
  (void)unlink(LEFT);
  jh_write *w = open_at(LEFT, false);
  fill(w);
  assert_false(exists(LEFT));
  assert_true(exists(LEFT ".part"));
  assert_int_equal(jh_write_save(w, &err), JH_OK);
  jh_write_close(w);
  assert_true(exists(LEFT));
  assert_false(exists(LEFT ".part"));
}

TEST(the_same_calls_give_the_same_bytes) {
  jh_error err;
  size_t first = 0;
  for (int i = 0; i < 2; i++) {
    jh_write *w = open_at(NULL, false);
    fill(w);
    size = 0;
    assert_int_equal(jh_write_hand_on(w, take, i ? again : bytes, &err), JH_OK);
    jh_write_close(w);
    if (i == 0) first = size;
    if (i == 0) sleep(2); /* a clock that was looked at would show */
  }
  assert_int_equal(size, first);
  assert_memory_equal(bytes, again, size);
}

TEST(what_is_not_saved_is_gone) {
  (void)unlink(LEFT ".gone");
  jh_write *w = open_at(LEFT ".gone", false);
  fill(w);
  jh_write_close(w);
  assert_false(exists(LEFT ".gone"));
  assert_false(exists(LEFT ".gone.part"));
}

TEST(rows_may_be_streamed) {
  jh_error err;
  const jh_write_sheet sheet = {.name = "rows", .frozen_rows = 1};
  jh_write *w = open_at(NULL, true);
  assert_int_equal(jh_write_begin(w, &sheet, &err), JH_OK);
  for (uint32_t row = 1; row <= 3000; row++) {
    jh_write_text(w, row, 0, str(" 文本\x01_x0041_"), JH_WRITE_PLAIN);
    jh_write_number(w, row, 1, str("12.5"), JH_WRITE_NUMBER);
  }
  size = 0;
  assert_int_equal(jh_write_hand_on(w, take, bytes, &err), JH_OK);
  jh_write_close(w);
  assert_memory_equal(bytes, "PK", 2);
}

TEST(a_place_that_cannot_be_written_is_named) {
  jh_write *w = NULL;
  jh_error err;
  assert_int_equal(
      jh_write_open(&w, JH_TEST_FOLDER "/none/a.xlsx", false, &err), JH_EWORKBOOK_PLACE);
  assert_null(w);
  assert_string_equal(err.at.file, JH_TEST_FOLDER "/none/a.xlsx");
  /* A folder stands where the workbook should. */
  (void)mkdir(JH_TEST_FOLDER "/folder.xlsx", 0777);
  w = open_at(JH_TEST_FOLDER "/folder.xlsx", false);
  fill(w);
  assert_int_equal(jh_write_save(w, &err), JH_EWORKBOOK_PLACE);
  jh_write_close(w);
  assert_false(exists(JH_TEST_FOLDER "/folder.xlsx.part"));
}

static bool refuse(void *payload, const char *at, size_t count) {
  (void)payload, (void)at, (void)count;
  return false;
}

TEST(a_reader_that_takes_no_more_is_told) {
  jh_error err;
  jh_write *w = open_at(NULL, false);
  fill(w);
  assert_int_equal(jh_write_hand_on(w, refuse, NULL, &err), JH_ENOT_WRITABLE);
  jh_write_close(w);
}

TEST(what_a_sheet_cannot_hold_is_a_failure_and_the_first_one_is_told) {
  jh_error err;
  const jh_write_sheet sheet = {.name = "a"};
  static char much[32769];
  memset(much, 'x', sizeof much - 1);
  jh_write *w = open_at(NULL, false);
  assert_int_equal(jh_write_begin(w, &sheet, &err), JH_OK);
  jh_write_text(w, 1, 0, (jh_str){much, 32767}, JH_WRITE_PLAIN);
  jh_write_text(w, 2, 0, str(much), JH_WRITE_PLAIN);
  jh_write_text(w, 1048577, 0, str("x"), JH_WRITE_PLAIN);
  assert_int_equal(jh_write_save(w, &err), JH_EWORKBOOK_TEXT);
  jh_write_close(w);
  w = open_at(NULL, false);
  assert_int_equal(jh_write_begin(w, &sheet, &err), JH_OK);
  jh_write_text(w, 1, 16384, str("x"), JH_WRITE_PLAIN);
  assert_int_equal(jh_write_hand_on(w, take, bytes, &err), JH_EWORKBOOK_FULL);
  jh_write_close(w);
}

TESTS(
    RUN(a_workbook_appears_under_its_name_when_it_is_whole),
    RUN(the_same_calls_give_the_same_bytes), RUN(what_is_not_saved_is_gone),
    RUN(rows_may_be_streamed), RUN(a_place_that_cannot_be_written_is_named),
    RUN(a_reader_that_takes_no_more_is_told),
    RUN(what_a_sheet_cannot_hold_is_a_failure_and_the_first_one_is_told))
