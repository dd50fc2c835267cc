/* Grids: rows of texts from any file that holds a table. */
#include "support/test.h"

#include "table/grid.h"
#include "world.h"

static jh_grid *open_text(world *w, const char *text, const jh_grid_options *options) {
  static char path[256];
  jh_grid *grid = NULL;
  jh_error err = {0};
  world_write(w, "a.csv", text);
  (void)snprintf(path, sizeof path, "%s", world_path(w, "a.csv"));
  jh_code code = jh_grid_open(&grid, path, options, &err);
  if (code) fail_msg("%d %s", (int)code, err.args[0]);
  return grid;
}

static jh_grid_row next(jh_grid *grid) {
  jh_grid_row row;
  bool got;
  assert_int_equal(jh_grid_next(grid, &row, &got, NULL), JH_OK);
  if (!got) row.line = 0;
  return row;
}

TEST(rows_come_with_their_lines_and_without_blank_ones) {
  world w;
  world_open(&w);
  jh_grid *grid = open_text(&w, "a, b ,\n\n,,\n\"c\nd\",,e\nf\n", NULL);
  for (int round = 0; round < 2; round++) {
    jh_grid_row row = next(grid);
    assert_int_equal(row.line, 1);
    assert_int_equal(row.count, 3);
    assert_slice(row.cells[1].text, "b");
    assert_int_equal(row.cells[2].text.size, 0);
    row = next(grid);
    assert_int_equal(row.line, 4);
    assert_slice(row.cells[0].text, "c\nd");
    assert_slice(row.cells[2].text, "e");
    jh_place at;
    jh_grid_place(grid, 2, &at);
    assert_int_equal(at.line, 5);
    assert_int_equal(at.column, 5);
    assert_int_equal(at.field, 3);
    assert_string_equal(at.sheet, "");
    assert_int_equal(next(grid).line, 6);
    assert_int_equal(next(grid).line, 0);
    assert_int_equal(jh_grid_rewind(grid, NULL), JH_OK);
  }
  jh_grid_close(grid);
  world_close(&w);
}

TEST(the_delimiter_is_found) {
  static const struct {
    const char *text;
    char delimiter;
  } cases[] = {
      {"a,b,c\n1,2,3\n", ','},
      {"标题\na\tb\n1,2\t3\n4\t5,6\n", '\t'},
      {"a;b;c\n1,5;2,5;3\n1;2;3\n", ';'},
      {"a|b\n1|2\n", '|'},
      {"甲，乙，丙\n1，2，3\n", JH_GRID_WIDE_COMMA},
      {"a\nb\n", ','},
      {"\"a;b;c\",d\n\"e;f;g\",h", ','},
  };
  world w;
  world_open(&w);
  for (size_t i = 0; i < COUNT(cases); i++) {
    jh_grid *grid = open_text(&w, cases[i].text, NULL);
    if (jh_grid_about(grid)->delimiter != cases[i].delimiter) fail_msg("%s", cases[i].text);
    assert_true(jh_grid_about(grid)->is_delimiter_found);
    jh_grid_close(grid);
  }
  world_close(&w);
}

TEST(full_width_commas_part_cells_and_stay_inside_quotes) {
  world w;
  world_open(&w);
  jh_grid *grid = open_text(&w, "甲，乙 ， 丙\n\"a，b\"，,，\"c\"\n", NULL);
  jh_grid_row row = next(grid);
  assert_int_equal(row.count, 3);
  assert_slice(row.cells[1].text, "乙");
  assert_slice(row.cells[2].text, "丙");
  row = next(grid);
  assert_int_equal(row.count, 3);
  assert_slice(row.cells[0].text, "a，b");
  assert_slice(row.cells[1].text, ",");
  assert_slice(row.cells[2].text, "c");
  jh_place at;
  jh_grid_place(grid, 2, &at);
  assert_int_equal(at.column, 15);
  jh_grid_close(grid);
  world_close(&w);
}

TEST(what_was_found_out_about_a_file_is_told) {
  world w;
  world_open(&w);
  jh_grid *grid = open_text(&w, "a,b\n", NULL);
  const jh_grid_info *info = jh_grid_about(grid);
  assert_false(info->is_workbook);
  assert_string_equal(info->encoding, "UTF-8");
  assert_int_equal(info->encoding_how, JH_GRID_VALID);
  assert_int_equal(strlen(info->hash), 64);
  assert_null(info->sheet);
  assert_true(info->most_rows >= 1);
  jh_grid_close(grid);
  jh_error err = {0};
  world_write_as(&w, "b.csv", "GB18030", "", 0, "学校,代码\n一小,1\n");
  char path[256];
  (void)snprintf(path, sizeof path, "%s", world_path(&w, "b.csv"));
  assert_int_equal(jh_grid_open(&grid, path, NULL, &err), JH_OK);
  assert_string_equal(jh_grid_about(grid)->encoding, "GB18030");
  assert_int_equal(jh_grid_about(grid)->encoding_how, JH_GRID_GUESSED);
  jh_grid_row row = next(grid);
  assert_slice(row.cells[0].text, "学校");
  jh_grid_close(grid);
  world_write_bytes(&w, "b.csv", "\xD1\xA7\xD0\xA3\n", 5); /* 学校, also two Cyrillic letters */
  assert_int_equal(jh_grid_open(&grid, path, NULL, &err), JH_OK);
  assert_int_equal(jh_grid_about(grid)->encoding_how, JH_GRID_ACCIDENT);
  jh_grid_close(grid);
  jh_grid_options told = {.encoding = "UTF-8", .delimiter = ';'};
  assert_int_equal(jh_grid_open(&grid, path, &told, &err), JH_OK);
  assert_int_equal(jh_grid_about(grid)->encoding_how, JH_GRID_TOLD);
  assert_int_equal(jh_grid_about(grid)->delimiter, ';');
  assert_false(jh_grid_about(grid)->is_delimiter_found);
  jh_grid_close(grid);
  world_close(&w);
}

TEST(a_bad_line_is_told_and_passed_over) {
  world w;
  world_open(&w);
  jh_grid *grid = open_text(&w, "a,b\nc\"d,e\nf,g\n", NULL);
  jh_grid_row row;
  bool got;
  jh_error err;
  assert_int_equal(next(grid).line, 1);
  assert_int_equal(jh_grid_next(grid, &row, &got, &err), JH_EBAD_QUOTE);
  assert_int_equal(err.at.line, 2);
  assert_int_equal(next(grid).line, 3);
  jh_grid_close(grid);
  world_close(&w);
}

TEST(too_many_cells_are_refused_with_their_place) {
  world w;
  world_open(&w);
  char *text = calloc(1, 3 * JH_GRID_COLUMNS + 16);
  for (size_t i = 0; i <= JH_GRID_COLUMNS; i++) strcat(text + 2 * i, "a,");
  jh_grid *grid = open_text(&w, text, NULL);
  jh_grid_row row;
  bool got;
  jh_error err;
  assert_int_equal(jh_grid_next(grid, &row, &got, &err), JH_ETOO_MANY_COLUMNS);
  assert_int_equal(err.at.field, JH_GRID_COLUMNS + 1);
  jh_grid_close(grid);
  free(text);
  world_close(&w);
}

TESTS(
    RUN(rows_come_with_their_lines_and_without_blank_ones), RUN(the_delimiter_is_found),
    RUN(full_width_commas_part_cells_and_stay_inside_quotes),
    RUN(what_was_found_out_about_a_file_is_told), RUN(a_bad_line_is_told_and_passed_over),
    RUN(too_many_cells_are_refused_with_their_place))
