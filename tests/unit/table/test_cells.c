/* Cells found again: as they are written, where they stand. */
#include "support/test.h"

#include "model/finding.h"
#include "world.h"

static jh_cell cell_of(const world *w, uint32_t level, uint32_t row, uint32_t column) {
  const jh_rows *rows = &w->data->levels[level];
  const jh_table_def *table = &w->plan->tables[w->plan->levels[level].table];
  return (jh_cell){
      .table = table,
      .column = &table->columns[column],
      .line = rows->lines[row],
      .file = w->data->files[rows->files[row]].path};
}

TEST(cells_are_found_as_they_are_written) {
  world w;
  world_open(&w);
  w.plan->tables[SCHOOLS].columns[STUDENTS].has_grouping = true;
  world_write_as(
      &w, "schools.csv", "UTF-16LE", "\xFF\xFE", 2,
      "school_code,\"school\r\nname\",county_code,students,area\r\n"
      "2,\"重庆路\r\n小学\",110102,\"1,527\",007.50\r\n\r\n1, 一小 ,110101,,-\r\n");
  assert_int_equal(world_load(&w), JH_OK);
  jh_cell cells[] = {cell_of(&w, SCHOOLS, 1, STUDENTS),   cell_of(&w, SCHOOLS, 0, AREA),
                     cell_of(&w, SCHOOLS, 1, AREA),       cell_of(&w, SCHOOLS, 0, STUDENTS),
                     cell_of(&w, COUNTIES, 1, 2),         cell_of(&w, SCHOOLS, 0, IS_BOARDING),
                     cell_of(&w, SCHOOLS, 1, SCHOOL_NAME)};
  jh_cell given = {.table = cells[0].table, .column = cells[0].column, .file = ""};
  jh_cell *all[COUNT(cells) + 1];
  for (size_t i = 0; i < COUNT(cells); i++) all[i] = &cells[i];
  all[COUNT(cells)] = &given;
  jh_arena *arena = jh_arena_open();
  assert_int_equal(jh_load_cells(w.data, all, COUNT(all), arena, NULL), JH_OK);
  static const struct {
    const char *written;
    uint32_t line, field;
  } expected[] = {{"1,527", 3, 4}, {"-", 6, 5}, {"007.50", 3, 5}, {"", 6, 4}, {"2000", 3, 3}};
  for (size_t i = 0; i < COUNT(expected); i++) {
    assert_string_equal(cells[i].written, expected[i].written);
    assert_int_equal(cells[i].line, expected[i].line);
    assert_int_equal(cells[i].field, expected[i].field);
  }
  assert_null(cells[5].written); /* the file does not have the column */
  assert_int_equal(cells[5].field, 0);
  assert_null(given.written);
  jh_arena_close(arena);
  world_close(&w);
}

TEST(a_value_set_by_the_source_is_found_there) {
  world w;
  world_open(&w);
  jh_source *source = plan_add_source(w.plan, SCHOOLS, "s.csv");
  plan_add_set(w.plan, source, STUDENTS, "12");
  world_write(&w, "s.csv", "school_code,county_code\n1,110101\n");
  assert_int_equal(world_load(&w), JH_OK);
  jh_cell cell = cell_of(&w, SCHOOLS, 0, STUDENTS), *all[] = {&cell};
  jh_arena *arena = jh_arena_open();
  assert_int_equal(jh_load_cells(w.data, all, 1, arena, NULL), JH_OK);
  assert_string_equal(cell.written, "12");
  assert_int_equal(cell.field, 0);
  jh_arena_close(arena);
  world_close(&w);
}

TEST(a_derived_table_is_found_in_the_file_of_its_children) {
  world w;
  world_open(&w);
  w.plan->tables[COUNTIES].is_derived = true;
  w.plan->tables[COUNTIES].derived_from = SCHOOLS;
  world_write(&w, "schools.csv", "school_code,students,county_code\n1,5,110102\n");
  assert_int_equal(world_load(&w), JH_OK);
  jh_cell cell = cell_of(&w, COUNTIES, 0, COUNTY_CODE), *all[] = {&cell};
  jh_arena *arena = jh_arena_open();
  assert_int_equal(jh_load_cells(w.data, all, 1, arena, NULL), JH_OK);
  assert_string_equal(cell.written, "110102");
  assert_int_equal(cell.field, 3);
  jh_arena_close(arena);
  world_close(&w);
}

TEST(a_file_that_changed_since_it_was_loaded_is_not_searched) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", "school_code,county_code,students\n1,110101,5\n");
  assert_int_equal(world_load(&w), JH_OK);
  jh_cell cell = cell_of(&w, SCHOOLS, 0, STUDENTS), *all[] = {&cell};
  world_write(&w, "schools.csv", "school_code,county_code,students\n1,110101,55\n");
  jh_arena *arena = jh_arena_open();
  jh_error err;
  assert_int_equal(jh_load_cells(w.data, all, 1, arena, &err), JH_EFILE_CHANGED);
  assert_null(cell.written);
  jh_arena_close(arena);
  world_close(&w);
}

TESTS(
    RUN(cells_are_found_as_they_are_written), RUN(a_value_set_by_the_source_is_found_there),
    RUN(a_derived_table_is_found_in_the_file_of_its_children),
    RUN(a_file_that_changed_since_it_was_loaded_is_not_searched))
