/* Headers: where they stand, what their fields mean, which table they are of. */
#include "support/test.h"

#include "table/head.h"
#include "world.h"

typedef struct found {
  world w;
  jh_grid *grid;
  jh_arena *arena;
  jh_head head;
} found;

static void open(found *f) {
  *f = (found){.arena = jh_arena_open()};
  world_open(&f->w);
  assert_int_equal(jh_units_init(&f->w.plan->units, f->w.plan->arena), JH_OK);
  jh_column_def *value =
      plan_add_column(f->w.plan, SCHOOLS, "value_wan_yuan", "设备值（万元）", JH_COLUMN_DECIMAL);
  value->unit_text = "wan_yuan";
  assert_int_equal(
      jh_unit_read(&value->unit, &f->w.plan->units, jh_str_of("wan_yuan"), NULL), JH_OK);
  plan_add_column(f->w.plan, SCHOOLS, "primary_students", "小学在校生数", JH_COLUMN_COUNT);
  plan_add_column(f->w.plan, SCHOOLS, "junior_students", "在校生数/初中", JH_COLUMN_COUNT);
  plan_add_column(f->w.plan, SCHOOLS, "books", "图书", JH_COLUMN_COUNT);
}

static void finds(found *f, const char *text, const jh_head_wish *wish) {
  jh_error err = {0};
  jh_grid_close(f->grid);
  f->grid = NULL;
  world_write(&f->w, "a.csv", text);
  static char path[256];
  (void)snprintf(path, sizeof path, "%s", world_path(&f->w, "a.csv"));
  jh_code code = jh_grid_open(&f->grid, path, NULL, &err);
  if (!code) code = jh_head_find(&f->head, f->grid, f->w.plan, wish, f->arena, &err);
  if (code) fail_msg("%d %s", (int)code, err.args[0]);
}

static void close(found *f) {
  jh_grid_close(f->grid);
  world_close(&f->w);
  jh_arena_close(f->arena);
}

static void field_is(const found *f, size_t at, const char *path, const char *column) {
  assert_true(at < f->head.field_count);
  const jh_head_field *field = &f->head.fields[at];
  assert_string_equal(field->path, path);
  if (!column) {
    assert_int_equal(field->column, JH_NONE);
    return;
  }
  if (field->column == JH_NONE) fail_msg("%s means nothing", path);
  assert_string_equal(f->w.plan->tables[f->head.table].columns[field->column].id, column);
}

static uint32_t next_line(found *f) {
  jh_grid_row row;
  bool got;
  assert_int_equal(jh_grid_next(f->grid, &row, &got, NULL), JH_OK);
  return got ? row.line : 0;
}

TEST(a_header_in_the_first_line_is_found) {
  found f;
  open(&f);
  finds(&f, "学校代码,名称,县级行政区划代码,在校生数\n1,a,110101,5\n", NULL);
  assert_int_equal(f.head.table, SCHOOLS);
  assert_int_equal(f.head.title_lines, 0);
  assert_int_equal(f.head.header_lines, 1);
  field_is(&f, 0, "学校代码", "school_code");
  field_is(&f, 3, "在校生数", "students");
  assert_int_equal(next_line(&f), 2);
  close(&f);
}

TEST(title_lines_and_a_unit_line_are_passed_over_and_told) {
  found f;
  open(&f);
  finds(
      &f,
      "某县学校基本情况,,,,\n\n填报单位：某县教育局,,,,单位：元\n"
      "学校代码,学校名称,县级行政区划代码,在校生数,设备值\n1,a,110101,5,300000\n",
      NULL);
  assert_int_equal(f.head.title_lines, 3);
  assert_int_equal(f.head.line, 4);
  assert_string_equal(f.head.unit_hint, "元");
  assert_string_equal(f.head.title, "某县学校基本情况 填报单位：某县教育局 单位：元");
  field_is(&f, 4, "设备值", "value_wan_yuan");
  assert_int_equal(f.head.fields[4].how, JH_MATCH_UNIT);
  assert_true(f.head.fields[4].is_silent);
  assert_string_equal(f.head.fields[4].unit, "元");
  assert_true(f.head.fields[4].is_unit_of_line);
  assert_null(f.head.fields[3].unit);
  assert_int_equal(next_line(&f), 5);
  close(&f);
}

TEST(a_header_of_two_lines_is_put_together) {
  found f;
  open(&f);
  finds(
      &f,
      "学校代码,学校名称,县级行政区划代码,在校生数,,设备值\n,,,小学,初中,万元\n"
      "1,a,110101,5,6,30\n",
      NULL);
  assert_int_equal(f.head.title_lines, 0);
  assert_int_equal(f.head.header_lines, 2);
  field_is(&f, 0, "学校代码", "school_code");
  field_is(&f, 3, "在校生数/小学", "primary_students");
  field_is(&f, 4, "在校生数/初中", "junior_students");
  field_is(&f, 5, "设备值/万元", "value_wan_yuan");
  assert_string_equal(f.head.fields[5].unit, "万元");
  assert_int_equal(next_line(&f), 3);
  close(&f);
}

TEST(a_line_of_units_below_belongs_to_the_header) {
  found f;
  open(&f);
  finds(&f, "学校代码,学校名称,在校生数,设备值\n,,人,元\n1,a,5,300\n", NULL);
  assert_int_equal(f.head.header_lines, 2);
  field_is(&f, 2, "在校生数/人", "students");
  field_is(&f, 3, "设备值/元", "value_wan_yuan");
  assert_string_equal(f.head.fields[3].unit, "元");
  assert_false(f.head.fields[3].is_silent);
  close(&f);
}

TEST(a_lower_line_that_means_nothing_still_belongs_to_the_header) {
  found f;
  open(&f);
  finds(&f, "学校代码,学校名称,县级行政区划代码,教师,\n,,,男,女\n1,a,110101,5,6\n", NULL);
  assert_int_equal(f.head.header_lines, 2);
  field_is(&f, 4, "教师/女", NULL);
  close(&f);
}

TEST(brackets_blanks_width_and_case_do_not_matter) {
  found f;
  open(&f);
  finds(&f, "ＳＣＨＯＯＬ_code, 学 校 名 称,设备值[万元],在校生数（人）,设备值【元】\n", NULL);
  field_is(&f, 0, "ＳＣＨＯＯＬ_code", "school_code");
  field_is(&f, 1, "学 校 名 称", "school_name");
  field_is(&f, 2, "设备值[万元]", "value_wan_yuan");
  assert_string_equal(f.head.fields[2].unit, "万元");
  field_is(&f, 3, "在校生数（人）", "students");
  field_is(&f, 4, "设备值【元】", NULL); /* the column has a field already */
  assert_int_equal(f.head.fields[4].twin, 2);
  close(&f);
}

TEST(a_unit_of_another_kind_means_another_thing) {
  found f;
  open(&f);
  finds(&f, "学校代码,学校名称,设备值（台）,在校生数（女）,图书（万册）\n", NULL);
  field_is(&f, 2, "设备值（台）", NULL);
  field_is(&f, 3, "在校生数（女）", NULL);
  field_is(&f, 4, "图书（万册）", "books");
  assert_string_equal(f.head.fields[4].unit, "万册");
  close(&f);
}

TEST(near_misses_are_suggested) {
  found f;
  open(&f);
  finds(&f, "学校代码,学校名称,在校生总数\n", NULL);
  field_is(&f, 2, "在校生总数", NULL);
  assert_string_equal(f.head.fields[2].near, "students");
  close(&f);
}

TEST(the_table_that_fits_best_is_taken) {
  found f;
  open(&f);
  finds(&f, "county_code,county_name,population\n110101,a,5\n", NULL);
  assert_int_equal(f.head.table, COUNTIES);
  finds(&f, "甲,乙,丙\n1,2,3\n", NULL);
  assert_int_equal(f.head.table, JH_NONE);
  assert_int_equal(f.head.header_lines, 1);
  assert_int_equal(f.head.field_count, 3);
  close(&f);
}

TEST(what_is_told_is_not_looked_for) {
  found f;
  open(&f);
  const char *text = "学校代码,学校名称,县级行政区划代码,在校生数\n甲,乙,丙,丁\n1,a,110101,5\n";
  jh_head_wish wish = {.table = SCHOOLS, .skip_lines = 1, .header_lines = 1};
  finds(&f, text, &wish);
  assert_int_equal(f.head.title_lines, 1);
  assert_int_equal(f.head.match_count, 0);
  field_is(&f, 0, "甲", NULL);
  wish = (jh_head_wish){.table = SCHOOLS, .skip_lines = JH_NONE, .header_lines = 2};
  finds(&f, text, &wish);
  assert_int_equal(f.head.header_lines, 2);
  close(&f);
}

TEST(names_that_a_mapping_wants_show_the_header_too) {
  found f;
  open(&f);
  const char *const names[] = {"标识", "人数/小学"};
  jh_head_wish wish = {.table = SCHOOLS, .skip_lines = JH_NONE, .names = names, .name_count = 2};
  finds(&f, "某县\n标识,人数,\n,小学,初中\n1,2,3\n", &wish);
  assert_int_equal(f.head.title_lines, 1);
  assert_int_equal(f.head.header_lines, 2);
  uint32_t also;
  assert_int_equal(jh_head_field_of(&f.head, jh_str_of("人数 / 小学"), &also, f.arena), 1);
  assert_int_equal(also, JH_NONE);
  assert_int_equal(jh_head_field_of(&f.head, jh_str_of("初中"), &also, f.arena), 2);
  assert_int_equal(jh_head_field_of(&f.head, jh_str_of("高中"), &also, f.arena), JH_NONE);
  close(&f);
}

TEST(an_empty_grid_has_no_header) {
  found f;
  open(&f);
  finds(&f, ",,\n\n", NULL);
  assert_int_equal(f.head.header_lines, 0);
  assert_int_equal(f.head.field_count, 0);
  close(&f);
}

TESTS(
    RUN(a_header_in_the_first_line_is_found),
    RUN(title_lines_and_a_unit_line_are_passed_over_and_told),
    RUN(a_header_of_two_lines_is_put_together), RUN(a_line_of_units_below_belongs_to_the_header),
    RUN(a_lower_line_that_means_nothing_still_belongs_to_the_header),
    RUN(brackets_blanks_width_and_case_do_not_matter),
    RUN(a_unit_of_another_kind_means_another_thing), RUN(near_misses_are_suggested),
    RUN(the_table_that_fits_best_is_taken), RUN(what_is_told_is_not_looked_for),
    RUN(names_that_a_mapping_wants_show_the_header_too), RUN(an_empty_grid_has_no_header))
