/* A table of texts: aligned, for spreadsheets, for programs. */
#include "support/test.h"

#include "report/listing.h"

static const jh_listing_column columns[] = {
    {"name", {"名称", "name"}}, {"note", {"说明", "note"}}, {"value", {"数值", "value"}}};

static jh_arena *arena;
static jh_listing listing;
static jh_buf buf;

static int enter(void **state) {
  (void)state;
  arena = jh_arena_open();
  jh_buf_init(&buf);
  jh_listing_init(&listing, arena, columns, 3);
  return arena ? 0 : -1;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  jh_arena_close(arena);
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
  assert_string_equal(buf.at, "name  note  value\na     x\nb           1\n");
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

TEST(a_cell_from_a_buffer_empties_it) {
  jh_buf cell;
  jh_buf_init(&cell);
  jh_buf_text(&cell, "x");
  jh_listing_take(&listing, &cell);
  assert_int_equal(cell.size, 0);
  jh_listing_take(&listing, &cell);
  jh_listing_add(&listing, "y");
  assert_int_equal(jh_listing_rows(&listing), 1);
  jh_listing_text(&buf, &listing, JH_EN);
  assert_string_equal(buf.at, "name  value\nx     y\n");
  jh_buf_done(&cell);
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH(chinese_characters_take_two_columns_and_empty_columns_are_left_out),
    WITH(no_line_ends_in_blanks), WITH(csv_quotes_and_has_fixed_names_in_english),
    WITH(json_leaves_out_what_is_empty), WITH(a_cell_from_a_buffer_empties_it))
