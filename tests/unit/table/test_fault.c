/* test_fault.c - memory runs out at every place of a load where it can: an error, and nothing lost.
 *
 * The linker puts the functions of support/scarce.h in the place of malloc's
 * family (CMakeLists.txt).
 */
#include "support/test.h"

#include "support/scarce.h"

#include "model/finding.h"
#include "table/head.h"
#include "table/value.h"
#include "world.h"

/* Loads with the first, the second, ... allocation failing until none does. */
static void fail_each(world *w, jh_code usual) {
  for (long n = 0;; n++) {
    long before = alive;
    jh_diag *diag = jh_diag_open(100);
    jh_dataset *data = NULL;
    jh_error err = {0};
    failed = false;
    left = n;
    jh_code code = jh_load(&data, w->plan, &w->options, diag, &err);
    left = -1;
    /* A spelling that is not learnt or a note that is not kept does no harm. */
    assert_true(code == usual || (failed && code == JH_ENOMEM));
    assert_int_equal(code == JH_OK, data != NULL);
    jh_dataset_close(data);
    jh_diag_close(diag);
    assert_int_equal(alive, before);
    if (!failed) {
      assert_true(n > 20);
      return;
    }
  }
}

TEST(a_load_that_finds_no_memory_says_so_and_gives_everything_back) {
  world w;
  world_open(&w);
  plan_add_column(w.plan, SCHOOLS, "year", NULL, JH_COLUMN_CODE);
  w.plan->tables[SCHOOLS].year_column = plan_last(w.plan, SCHOOLS);
  w.options.region = "1101";
  world_write_as(
      &w, "schools.csv", "UTF-16LE", "\xFF\xFE", 2,
      "school_code,school_name,county_code,students,area,is_boarding,school_type,year,x\n"
      "3,\"a\nb\",110102,5,1.5,Yes,小 学,2014,1\n1,b,110101,6,-,NO,初级中学,2014,\n"
      "1,b,110101,6,-,NO,初级中学,2013,\n");
  world_write(&w, "rooms.csv", "school_code,area\n3,1\n1,2\n");
  fail_each(&w, JH_OK);
  world_close(&w);
}

TEST(a_load_of_bad_data_that_finds_no_memory_gives_everything_back) {
  world w;
  world_open(&w);
  w.plan->tables[COUNTIES].is_derived = true;
  w.plan->tables[COUNTIES].derived_from = SCHOOLS;
  w.plan->tables[COUNTIES].derived_name_column = SCHOOL_NAME;
  world_write(
      &w, "schools.csv",
      SCHOOLS_HEADER "3,a,110102,5,,,\n1,b,110102,many,,,no\n3,c,110101,5,,,\n4,5\"6\n");
  fail_each(&w, JH_EDATA_REJECTED);
  world_write(&w, "schools.csv", SCHOOLS_HEADER "3,a,110102,5,,,\n3,c,110102,5,,,\n");
  fail_each(&w, JH_EDATA_REJECTED);
  world_close(&w);
}

TEST(looking_for_cells_without_memory_gives_everything_back) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", "school_code,county_code,students\n1,110101,5\n");
  assert_int_equal(world_load(&w), JH_OK);
  const jh_table_def *table = &w.plan->tables[SCHOOLS];
  for (long n = 0;; n++) {
    long before = alive;
    jh_cell cell = {
        .table = table,
        .column = &table->columns[STUDENTS],
        .line = 2,
        .file = w.data->files[1].path};
    jh_cell *all[] = {&cell};
    jh_arena *arena = jh_arena_open();
    failed = false;
    left = n;
    jh_code code = jh_load_cells(w.data, all, 1, arena, NULL);
    left = -1;
    /* libcsv does with less room where it does not get what it wants. */
    assert_true(code == JH_OK || (failed && code == JH_ENOMEM));
    if (code == JH_OK) assert_string_equal(cell.written, "5");
    jh_arena_close(arena);
    assert_int_equal(alive, before);
    if (!failed) break;
  }
  world_close(&w);
}

TEST(threads_that_find_no_memory_leave_the_work_to_one_that_says_so) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      SCHOOLS_HEADER "3,\"a\nb\",110102,5,1.5,Yes,小学\n1,b,110101,6,-,NO,初级中学\n"
                     "4,a,110102,5,1.5,Yes,小学\n5,b,110101,6,-,NO,初级中学\n");
  w.options.jobs = 2;
  w.options.part_bytes = 40;
  fail_each(&w, JH_OK);
  world_close(&w);
}

TEST(a_file_with_titles_that_finds_no_memory_gives_everything_back) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      "某县,;\n学校代码;学校名称;县级行政区划代码;人数;\n;;;在校生数;面积\n1;a;110101;5;1\n");
  fail_each(&w, JH_OK);
  world_write(
      &w, "schools.csv",
      "标题\n学校代码，学校名称，县级行政区划代码，在校生数\n1，\"a，b\"，110101，5\n合计，，，5"
      "\n");
  fail_each(&w, JH_EDATA_REJECTED);
  world_close(&w);
}

/* Opens a file, finds its header and reads one value. */
static jh_code look(world *w, const char *path, jh_arena *arena) {
  jh_grid *grid = NULL;
  jh_value *value = NULL;
  jh_head head;
  jh_head_wish wish = {.table = JH_NONE, .skip_lines = JH_NONE};
  const char *const names[] = {"人数"};
  wish.names = names;
  wish.name_count = 1;
  jh_buf out;
  jh_buf_init(&out);
  jh_code code = jh_grid_open(&grid, path, NULL, NULL);
  if (!code) code = jh_head_find(&head, grid, w->plan, &wish, arena, NULL);
  const jh_column_def *def = &w->plan->tables[SCHOOLS].columns[SCHOOL_TYPE];
  if (!code) code = jh_value_open(&value, def, &w->plan->units, NULL, arena, NULL);
  if (!code) code = jh_value_read(value, jh_str_of("小学"), JH_GRID_TEXT, &out, NULL);
  if (!code && !jh_buf_ok(&out)) code = JH_ENOMEM;
  if (!code) assert_string_equal(out.at, "primary_school");
  jh_value_close(value);
  jh_grid_close(grid);
  jh_buf_done(&out);
  return code;
}

TEST(a_preview_that_finds_no_memory_gives_everything_back) {
  world w;
  world_open(&w);
  world_write(
      &w, "a.csv", "某县,,,单位：元\n学校代码,学校名称,规模,\n,,在校生数,面积（元）\n1,a,5,6\n");
  char path[256];
  (void)snprintf(path, sizeof path, "%s", world_path(&w, "a.csv"));
  for (long n = 0;; n++) {
    long before = alive;
    jh_arena *arena = jh_arena_open();
    failed = false;
    left = n;
    jh_code code = look(&w, path, arena);
    left = -1;
    assert_true(code == JH_OK || (failed && code == JH_ENOMEM));
    jh_arena_close(arena);
    assert_int_equal(alive, before);
    if (!failed) break;
  }
  world_close(&w);
}

TESTS(
    RUN(a_file_with_titles_that_finds_no_memory_gives_everything_back),
    RUN(a_preview_that_finds_no_memory_gives_everything_back),
    RUN(threads_that_find_no_memory_leave_the_work_to_one_that_says_so),
    RUN(a_load_that_finds_no_memory_says_so_and_gives_everything_back),
    RUN(a_load_of_bad_data_that_finds_no_memory_gives_everything_back),
    RUN(looking_for_cells_without_memory_gives_everything_back))
