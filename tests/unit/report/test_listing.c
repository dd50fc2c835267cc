/* A table of texts: aligned, for spreadsheets, for programs. */
#include "support/test.h"

#include "report/listing.h"
#include "support/sink.h"

static const jh_listing_column columns[] = {
    {.key = "name", .word = JH_W_COL_NAME},
    {.key = "note", .title = "说明"},
    {.key = "value", .word = JH_W_COL_VALUE}};

static jh_listing listing;
static jh_buf buf;

static int enter(void **state) {
  (void)state;
  jh_buf_init(&buf);
  jh_listing_init(&listing, columns, 3);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  jh_listing_done(&listing);
  return 0;
}

static void row(const char *name, const char *note, const char *value) {
  jh_listing_add(&listing, name);
  jh_listing_add(&listing, note);
  jh_listing_add(&listing, value);
}

TEST(chinese_characters_take_two_columns_and_empty_columns_are_left_out) {
  row("班额", "", "45");
  row("area", NULL, "7.5");
  jh_listing_text(&buf, &listing, JH_ZH);
  assert_string_equal(buf.at, "名称  数值\n班额  45\narea  7.5\n");
}

TEST(no_line_ends_in_blanks) {
  row("a", "x", "");
  row("b", "", "1");
  jh_listing_text(&buf, &listing, JH_EN);
  assert_string_equal(buf.at, "name  说明  value\na     x\nb           1\n");
}

TEST(csv_quotes_and_has_fixed_names_in_english) {
  row("a,b", "=1+1", "2");
  jh_listing_csv(&buf, &listing, JH_EN);
  assert_string_equal(buf.at, "\xEF\xBB\xBFname,note,value\r\n\"a,b\",'=1+1,2\r\n");
}

TEST(json_leaves_out_what_is_empty) {
  row("a\"b", "", "2");
  jh_listing_json(&buf, &listing);
  assert_string_equal(buf.at, "[\n{\"name\":\"a\\\"b\",\"value\":\"2\"}\n]");
}

TEST(a_cell_may_be_written_bit_by_bit) {
  jh_buf_text(&listing.text, "x");
  jh_buf_text(&listing.text, "y");
  jh_listing_next(&listing);
  jh_listing_next(&listing);
  jh_listing_add(&listing, "z");
  assert_int_equal(jh_listing_rows(&listing), 1);
  assert_true(jh_str_equal(jh_listing_cell(&listing, 0, 0), jh_str_of("xy")));
  jh_listing_text(&buf, &listing, JH_EN);
  assert_string_equal(buf.at, "name  value\nxy    z\n");
}

TEST(numbers_stand_to_the_right) {
  static const jh_listing_column numbers[] = {
      {.title = "目标"}, {.title = "n", .is_right = true}, {.title = "name"}};
  jh_listing_init(&listing, numbers, 3);
  row("安溪县", "12", "a");
  row("x", "3", "b");
  jh_listing_text(&buf, &listing, JH_ZH);
  assert_string_equal(buf.at, "目标     n  name\n安溪县  12  a\nx        3  b\n");
}

TEST(a_workbook_holds_the_same_table_and_the_same_bytes_each_time) {
  static const jh_listing_column mixed[] = {
      {.title = "代码"}, {.title = "数值", .is_right = true}, {.title = "说明"}};
  static char before[sizeof text];
  jh_error err;
  jh_listing_init(&listing, mixed, 3);
  row("001", "5.27", "=1+1");
  row("002", "4.1..5.3", "");
  for (int i = 0; i < 2; i++) {
    size = 0;
    assert_int_equal(jh_listing_workbook(&listing, "检查结果", JH_ZH, take, NULL, &err), JH_OK);
    if (i == 0) memcpy(before, text, size);
  }
  assert_memory_equal(text, "PK", 2);
  assert_memory_equal(text, before, size);
}

TEST(a_table_whose_memory_was_out_gives_no_workbook) {
  jh_error err;
  row("a", "", "1");
  listing.text.failed = true;
  size = 0;
  assert_int_equal(jh_listing_workbook(&listing, "a", JH_EN, take, NULL, &err), JH_ENOMEM);
  assert_int_equal(size, 0);
}

TEST(no_rows_no_table) {
  jh_listing_text(&buf, &listing, JH_ZH);
  assert_int_equal(buf.size, 0);
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH(chinese_characters_take_two_columns_and_empty_columns_are_left_out),
    WITH(no_line_ends_in_blanks), WITH(csv_quotes_and_has_fixed_names_in_english),
    WITH(json_leaves_out_what_is_empty), WITH(a_cell_may_be_written_bit_by_bit),
    WITH(numbers_stand_to_the_right),
    WITH(a_workbook_holds_the_same_table_and_the_same_bytes_each_time),
    WITH(a_table_whose_memory_was_out_gives_no_workbook), WITH(no_rows_no_table))
