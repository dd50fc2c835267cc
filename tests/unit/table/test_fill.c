/* Files as offices have them: workbooks, titles, headers of several lines, units, sums. */
#include "support/test.h"

#include <xlsxwriter.h>

#include "table/grid.h"
#include "world.h"

/* A workbook that is written cell by cell: digits become numbers, the rest text. */
typedef struct book {
  world *w;
  lxw_workbook *file;
  lxw_worksheet *sheet;
} book;

static void book_sheet(book *b, const char *name) {
  b->sheet = workbook_add_worksheet(b->file, name);
}

static book book_open(world *w, const char *name, const char *sheet) {
  book b = {.w = w};
  char path[256];
  world_write(w, name, ""); /* to be removed with the folder */
  (void)snprintf(path, sizeof path, "%s", world_path(w, name));
  b.file = workbook_new(path);
  book_sheet(&b, sheet);
  return b;
}

static void book_close(book *b) { assert_int_equal(workbook_close(b->file), LXW_NO_ERROR); }

/* One row (from 1) of cells between "|". */
static void book_row(book *b, uint32_t row, const char *cells) {
  char text[256];
  for (uint16_t column = 0;; column++) {
    size_t size = strcspn(cells, "|");
    (void)snprintf(text, sizeof text, "%.*s", (int)size, cells);
    bool is_number = size > 0 && strspn(text, "0123456789.") == size;
    if (is_number) {
      worksheet_write_number(b->sheet, row - 1, column, strtod(text, NULL), NULL);
    } else if (size > 0) {
      worksheet_write_string(b->sheet, row - 1, column, text, NULL);
    }
    if (cells[size] == '\0') return;
    cells += size + 1;
  }
}

static void book_merge(
    book *b, uint32_t top, uint16_t left, uint32_t bottom, uint16_t right, const char *text) {
  worksheet_merge_range(b->sheet, top - 1, left, bottom - 1, right, text, NULL);
}

static void loads(world *w) {
  if (world_load(w) == JH_OK) return;
  char text[1024] = "";
  jh_error_print(
      jh_diag_kept(w->diag) ? jh_diag_get(w->diag, 0) : &w->err, JH_EN, text, sizeof text);
  fail_msg("%s", text);
}

/* The areas of schools are in square metres. */
static void use_units(world *w) {
  assert_int_equal(jh_units_init(&w->plan->units, w->plan->arena), JH_OK);
  jh_column_def *area = &w->plan->tables[SCHOOLS].columns[AREA];
  assert_int_equal(jh_unit_read(&area->unit, &w->plan->units, jh_str_of("m2"), NULL), JH_OK);
  area->unit_text = "m2";
}

static void usual_book(world *w) {
  use_units(w);
  book b = book_open(w, "schools.xlsx", "学校");
  book_merge(&b, 1, 0, 1, 4, "某县学校基本情况");
  book_merge(&b, 2, 0, 3, 0, "学校代码");
  book_merge(&b, 2, 1, 3, 1, "学校名称");
  book_merge(&b, 2, 2, 3, 2, "县级行政区划代码");
  book_merge(&b, 2, 3, 2, 4, "规模");
  book_row(&b, 3, "|||在校生数|面积（平方米）");
  book_row(&b, 4, "2101|一小|110101|999|12.5");
  book_row(&b, 6, "2102|二小|110102|5|-");
  book_close(&b);
}

TEST(a_workbook_is_a_table_like_any_other) {
  world w;
  world_open(&w);
  usual_book(&w);
  loads(&w);
  jh_rows *rows = &w.data->levels[SCHOOLS];
  assert_int_equal(rows->count, 2);
  assert_slice(rows->codes[0], "2101");
  assert_int_equal(rows->lines[1], 6);
  assert_int_equal(jh_column_number(rows->columns[STUDENTS], 0), 999);
  assert_int_equal(jh_column_number(rows->columns[AREA], 0), 1250);
  assert_false(jh_column_known(rows->columns[AREA], 1));
  const jh_file *file = &w.data->files[1];
  assert_string_equal(file->sheet, "学校");
  assert_int_equal(strlen(file->hash), 64);
  const jh_error *note = world_found(&w, JH_ETITLE_LINES, 0);
  assert_non_null(note);
  assert_string_equal(note->args[0], "1");
  assert_string_equal(note->at.sheet, "学校");
  world_close(&w);
}

TEST(cells_of_a_workbook_are_found_again) {
  world w;
  world_open(&w);
  usual_book(&w);
  loads(&w);
  const jh_table_def *def = &w.plan->tables[SCHOOLS];
  jh_cell cell = {.table = def, .column = &def->columns[AREA], .line = 6};
  cell.file = w.data->files[1].path;
  cell.sheet = w.data->files[1].sheet;
  jh_cell *all[] = {&cell};
  jh_arena *arena = jh_arena_open();
  assert_int_equal(jh_load_cells(w.data, all, 1, arena, NULL), JH_OK);
  assert_string_equal(cell.written, "-");
  assert_int_equal(cell.field, 5);
  jh_arena_close(arena);
  world_close(&w);
}

TEST(a_cell_between_full_width_commas_is_found_again) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      "学校代码，学校名称，县级行政区划代码，在校生数\n2101，\"a，b\"，110101，5\n");
  loads(&w);
  assert_slice(w.data->levels[SCHOOLS].names[0], "a，b");
  const jh_table_def *def = &w.plan->tables[SCHOOLS];
  jh_cell cell = {.table = def, .column = &def->columns[SCHOOL_NAME], .line = 2};
  cell.file = w.data->files[1].path;
  jh_cell *all[] = {&cell};
  jh_arena *arena = jh_arena_open();
  assert_int_equal(jh_load_cells(w.data, all, 1, arena, NULL), JH_OK);
  assert_string_equal(cell.written, "a，b");
  jh_arena_close(arena);
  world_close(&w);
}

static void assert_cell(const jh_error *found, const char *sheet, uint32_t row, uint32_t column) {
  assert_non_null(found);
  assert_string_equal(found->at.sheet, sheet);
  assert_int_equal(found->at.line, row);
  assert_int_equal(found->at.column, column);
}

TEST(what_is_wrong_in_a_workbook_is_told_with_its_cell) {
  world w;
  world_open(&w);
  book b = book_open(&w, "schools.xlsx", "学校");
  lxw_format *date = workbook_add_format(b.file);
  format_set_num_format(date, "yyyy-mm-dd");
  book_row(&b, 1, "学校代码|县级行政区划代码|在校生数|面积");
  book_row(&b, 2, "370102199001010000|110101|5|1");
  book_row(&b, 3, "2102|110101|many|1");
  book_row(&b, 4, "2103|110109|5|1|x");
  worksheet_write_number(b.sheet, 4, 0, 45000, date);
  book_row(&b, 5, "|110101|5|1");
  book_row(&b, 6, "2103|110101|1,2|1");
  book_row(&b, 7, "|110101|5|1");
  book_close(&b);
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_cell(world_found(&w, JH_ECODE_DIGITS, 0), "学校", 2, 1);
  assert_cell(world_found(&w, JH_ENOT_NUMBER, 0), "学校", 3, 3);
  assert_cell(world_found(&w, JH_ECELL_COUNT, 0), "学校", 4, 5);
  assert_cell(world_found(&w, JH_ECELL_DATE, 0), "学校", 5, 1);
  assert_cell(world_found(&w, JH_ENUMBER_COMMA, 0), "学校", 6, 3);
  assert_cell(world_found(&w, JH_EBLANK, 0), "学校", 7, 1);
  char text[512];
  jh_error_print(world_found(&w, JH_ENOT_NUMBER, 0), JH_EN, text, sizeof text);
  assert_non_null(strstr(text, "schools.xlsx:学校!C3: error: \"many\""));
  assert_non_null(strstr(text, "students)"));
  world_close(&w);
}

TEST(keys_that_clash_between_sheets_are_told_with_both_cells) {
  world w;
  world_open(&w);
  book b = book_open(&w, "all.xlsx", "甲");
  book_row(&b, 1, "学校代码|县级行政区划代码|在校生数");
  book_row(&b, 2, "2101|110101|5");
  book_sheet(&b, "乙");
  book_row(&b, 1, "县级行政区划代码|学校代码|在校生数");
  book_row(&b, 3, "110101|2101|5");
  book_close(&b);
  for (int i = 0; i < 2; i++) {
    jh_source *source = plan_add_source(w.plan, SCHOOLS, "all.xlsx");
    source->sheet = i == 0 ? "甲" : "乙";
    source->skip_lines = JH_NONE;
  }
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  const jh_error *found = world_found(&w, JH_EDUPLICATE_KEY, 0);
  assert_cell(found, "乙", 3, 2);
  assert_string_equal(found->also.sheet, "甲");
  assert_int_equal(found->also.column, 1);
  world_close(&w);
}

TEST(a_sheet_must_be_clear) {
  world w;
  world_open(&w);
  book b = book_open(&w, "schools.xlsx", "甲");
  book_row(&b, 1, "学校代码|县级行政区划代码|在校生数");
  book_row(&b, 2, "2101|110101|5");
  book_sheet(&b, "乙");
  book_sheet(&b, "丙");
  book_row(&b, 1, "说明");
  book_close(&b);
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_string_equal(world_found(&w, JH_EWHICH_SHEET, 0)->args[0], "甲, 丙");
  jh_source *source = plan_add_source(w.plan, SCHOOLS, "schools.xlsx");
  source->skip_lines = JH_NONE;
  source->sheet = "丁";
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_string_equal(world_found(&w, JH_ENO_SHEET, 0)->args[1], "甲, 乙, 丙");
  source->sheet = "乙";
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_non_null(world_found(&w, JH_EEMPTY_FILE, 0));
  source->sheet = "甲";
  loads(&w);
  world_close(&w);
}

TEST(a_hidden_sheet_is_not_taken_and_hidden_rows_are_told) {
  world w;
  world_open(&w);
  book b = book_open(&w, "schools.xlsx", "甲");
  book_row(&b, 1, "学校代码|县级行政区划代码|在校生数");
  book_row(&b, 2, "2101|110101|5");
  book_row(&b, 3, "2102|110101|6");
  lxw_row_col_options hidden = {.hidden = LXW_TRUE};
  worksheet_set_row_opt(b.sheet, 2, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
  book_sheet(&b, "旧");
  book_row(&b, 1, "学校代码");
  worksheet_hide(b.sheet);
  book_close(&b);
  loads(&w);
  assert_int_equal(w.data->levels[SCHOOLS].count, 2);
  const jh_error *note = world_found(&w, JH_EHIDDEN_ROWS, 0);
  assert_non_null(note);
  assert_int_equal(note->severity, JH_NOTE);
  assert_string_equal(note->args[1], "3");
  world_close(&w);
}

TEST(a_text_file_with_titles_is_read_without_being_told) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      "某县\n制表：张三\n学校代码,学校名称,县级行政区划代码,规模,\n,,,在校生数,面积\n"
      "2101,一小,110101,5,1\n");
  loads(&w);
  jh_rows *rows = &w.data->levels[SCHOOLS];
  assert_int_equal(rows->count, 1);
  assert_int_equal(rows->lines[0], 5);
  assert_int_equal(jh_column_number(rows->columns[AREA], 0), 100);
  assert_string_equal(world_found(&w, JH_ETITLE_LINES, 0)->args[0], "2");
  world_close(&w);
}

TEST(a_header_that_repeats_its_groups_is_put_together) {
  world w;
  world_open(&w);
  plan_add_column(w.plan, SCHOOLS, "boys", "在校生数/男", JH_COLUMN_COUNT);
  world_write(
      &w, "schools.csv",
      "学校代码,县级行政区划代码,在校生数,在校生数\n,,合计,男\n2101,110101,5,3\n");
  w.plan->tables[SCHOOLS].columns[STUDENTS].is_required = false;
  loads(&w);
  assert_int_equal(
      jh_column_number(w.data->levels[SCHOOLS].columns[plan_last(w.plan, SCHOOLS)], 0), 3);
  world_close(&w);
}

TEST(another_delimiter_is_found_and_told) {
  static const struct {
    const char *text, *name;
  } cases[] = {
      {"学校代码;县级行政区划代码;在校生数\n2101;110101;5\n", "\";\""},
      {"学校代码\t县级行政区划代码\t在校生数\n2101\t110101\t5\n", "TAB"},
      {"标题\n学校代码，县级行政区划代码，在校生数\n2101，\"110101\"，5\n", "\"，\""},
  };
  world w;
  world_open(&w);
  for (size_t i = 0; i < COUNT(cases); i++) {
    world_write(&w, "schools.csv", cases[i].text);
    loads(&w);
    assert_int_equal(w.data->levels[SCHOOLS].count, 1);
    assert_int_equal(jh_column_number(w.data->levels[SCHOOLS].columns[STUDENTS], 0), 5);
    assert_string_equal(world_found(&w, JH_EDELIMITER_FOUND, 0)->args[0], cases[i].name);
  }
  world_close(&w);
}

TEST(numbers_in_another_unit_are_converted_as_they_are_read) {
  world w;
  world_open(&w);
  use_units(&w);
  world_write(
      &w, "schools.csv",
      "学校代码,县级行政区划代码,在校生数,面积（万平方米）\n2101,110101,5,1.25\n2102,110101,5,\n");
  loads(&w);
  assert_int_equal(jh_column_number(w.data->levels[SCHOOLS].columns[AREA], 0), 1250000);
  assert_false(jh_column_known(w.data->levels[SCHOOLS].columns[AREA], 1));
  world_write(
      &w, "schools.csv",
      "学校代码,县级行政区划代码,在校生数,面积（万平方米）\n2101,110101,5,1.2500001\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EUNIT_FINE, "/schools.csv", 2, 15, 4, "area");
  world_close(&w);
}

static jh_column_def *add_money(world *w) {
  assert_int_equal(jh_units_init(&w->plan->units, w->plan->arena), JH_OK);
  jh_column_def *value =
      plan_add_column(w->plan, SCHOOLS, "value", "设备值（万元）", JH_COLUMN_DECIMAL);
  value->scale = 4;
  value->unit_text = "wan_yuan";
  assert_int_equal(jh_unit_read(&value->unit, &w->plan->units, jh_str_of("wan_yuan"), NULL), JH_OK);
  return value;
}

TEST(figures_that_do_not_fit_the_unit_of_the_header_are_told_once_for_the_column) {
  world w;
  char text[1024];
  world_open(&w);
  (void)add_money(&w);
  world_write(
      &w, "schools.csv",
      "学校代码,县级行政区划代码,在校生数,设备值（元）\n2101,110101,5,32.5\n2102,110101,5,48.25\n"
      "2103,110101,5,61.75\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 1);
  world_assert(&w, JH_EUNIT_FINE, "/schools.csv", 2, 15, 4, "value");
  const jh_error *found = world_found(&w, JH_EUNIT_FINE, 0);
  (void)jh_error_text(found, JH_ZH, text, sizeof text);
  assert_string_equal(
      text, "表头写的是元，但“32.5”按元换算成万元后小数位过多：请先与来源核对表头，数字可能本来就是"
            "万元；确为元的，才在源表中取整（本列另有 2 个单元格同样）");
  (void)jh_error_text(found, JH_EN, text, sizeof text);
  assert_non_null(strstr(text, "compare the header with the source"));
  assert_non_null(strstr(text, "(and so in 2 more cells of the column)"));
  world_close(&w);
}

TEST(a_figure_beyond_the_range_of_money_names_the_unit_of_the_column) {
  world w;
  char text[1024];
  world_open(&w);
  jh_column_def *value = add_money(&w);
  value->has_max = true;
  value->max = (jh_dec){1000000, 0};
  world_write(
      &w, "schools.csv",
      "学校代码,县级行政区划代码,在校生数,设备值（万元）\n2101,110101,5,2974138\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  const jh_error *found = world_found(&w, JH_EOUT_OF_RANGE, 0);
  (void)jh_error_text(found, JH_ZH, text, sizeof text);
  assert_string_equal(
      text, "2974138 超出范围 -∞ 至 1000000；本列单位为万元，如填的是元，请除以 10000");
  world_close(&w);
}

TEST(a_share_in_percent_and_a_number_in_groups_are_told_how_to_be_written) {
  static const struct {
    const char *cell, *cure;
    jh_code code;
  } cases[] = {
      {"15", "0.15，不写 15", JH_EOUT_OF_RANGE},
      {"\"1,481\"", "是否想写“1481”", JH_ENUMBER_COMMA},
      {"\"1,48\"", "中有逗号；", JH_ENUMBER_COMMA}};
  world w;
  char text[1024];
  world_open(&w);
  jh_column_def *share = plan_add_column(w.plan, SCHOOLS, "share", "比例", JH_COLUMN_DECIMAL);
  share->scale = 4;
  share->has_max = true;
  share->max = (jh_dec){1, 0};
  for (size_t i = 0; i < COUNT(cases); i++) {
    (void)snprintf(
        text, sizeof text, "学校代码,县级行政区划代码,在校生数,比例\n2101,110101,5,%s\n",
        cases[i].cell);
    world_write(&w, "schools.csv", text);
    assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
    (void)jh_error_text(world_found(&w, cases[i].code, 0), JH_ZH, text, sizeof text);
    if (!strstr(text, cases[i].cure)) fail_msg("%s", text);
  }
  world_close(&w);
}

TEST(money_without_any_unit_is_not_taken) {
  world w;
  world_open(&w);
  assert_int_equal(jh_units_init(&w.plan->units, w.plan->arena), JH_OK);
  jh_column_def *value =
      plan_add_column(w.plan, SCHOOLS, "value", "设备值（万元）", JH_COLUMN_DECIMAL);
  value->scale = 4;
  value->unit_text = "wan_yuan";
  assert_int_equal(jh_unit_read(&value->unit, &w.plan->units, jh_str_of("wan_yuan"), NULL), JH_OK);
  world_write(&w, "schools.csv", "学校代码,县级行政区划代码,在校生数,设备值\n2101,110101,5,300\n");
  loads(&w);
  assert_non_null(world_found(&w, JH_EUNKNOWN_COLUMN, 0));
  world_write(
      &w, "schools.csv",
      "学校情况,,,单位：元\n学校代码,县级行政区划代码,在校生数,设备值\n2101,110101,5,300\n");
  loads(&w);
  uint32_t column = plan_last(w.plan, SCHOOLS);
  assert_int_equal(jh_column_number(w.data->levels[SCHOOLS].columns[column], 0), 300);
  world_close(&w);
}

TEST(rows_of_sums_are_named_as_such) {
  static const char *const rows[] = {
      "合计,,,10,", "总 计,,110101,10,2", ",全县合计,,10,2", "小计,,110101,10,x"};
  world w;
  world_open(&w);
  for (size_t i = 0; i < COUNT(rows); i++) {
    char text[512];
    (void)snprintf(
        text, sizeof text, "%s2101,a,110101,5,,,\n%s,,\n",
        "school_code,school_name,county_code,students,area,is_boarding,school_type\n", rows[i]);
    world_write(&w, "schools.csv", text);
    assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
    assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 1);
    assert_int_equal(world_found(&w, JH_ESUM_ROW, 0)->at.line, 3);
  }
  world_close(&w);
}

TESTS(
    RUN(a_workbook_is_a_table_like_any_other), RUN(cells_of_a_workbook_are_found_again),
    RUN(a_cell_between_full_width_commas_is_found_again),
    RUN(what_is_wrong_in_a_workbook_is_told_with_its_cell),
    RUN(keys_that_clash_between_sheets_are_told_with_both_cells), RUN(a_sheet_must_be_clear),
    RUN(a_hidden_sheet_is_not_taken_and_hidden_rows_are_told),
    RUN(a_text_file_with_titles_is_read_without_being_told),
    RUN(a_header_that_repeats_its_groups_is_put_together), RUN(another_delimiter_is_found_and_told),
    RUN(numbers_in_another_unit_are_converted_as_they_are_read),
    RUN(figures_that_do_not_fit_the_unit_of_the_header_are_told_once_for_the_column),
    RUN(a_figure_beyond_the_range_of_money_names_the_unit_of_the_column),
    RUN(a_share_in_percent_and_a_number_in_groups_are_told_how_to_be_written),
    RUN(money_without_any_unit_is_not_taken), RUN(rows_of_sums_are_named_as_such))
