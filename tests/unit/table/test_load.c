/* Files and headers: what is found, what is lacking, what is told. */
#include "support/test.h"

#include "world.h"

#include <sys/stat.h>
#include <unistd.h>

TEST(a_missing_table_names_the_file_that_is_expected) {
  world w;
  world_open(&w);
  assert_int_equal(world_load(&w), JH_ENO_TABLE);
  assert_string_equal(w.err.args[0], "schools");
  assert_true(jh_str_ends(jh_str_of(w.err.args[1]), "/schools.csv"));
  world_close(&w);
}

TEST(an_optional_table_may_be_absent) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,a,110101,5,,,\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_int_equal(w.data->levels[ROOMS].count, 0);
  uint32_t from, to;
  jh_dataset_range(w.data, ROOMS, COUNTIES, 0, &from, &to);
  assert_int_equal(from, 0);
  assert_int_equal(to, 0);
  assert_int_equal(jh_diag_count(w.diag, JH_WARNING), 0);
  world_close(&w);
}

TEST(a_missing_folder_and_a_folder_instead_of_a_file_are_told_apart) {
  world w;
  world_open(&w);
  char path[256];
  strcpy(path, world_path(&w, "schools.csv"));
  assert_int_equal(mkdir(path, 0777), 0);
  assert_int_equal(world_load(&w), JH_EIS_FOLDER);
  place_assert(&w.err.at, "/schools.csv", 0, 0, 0, "");
  assert_int_equal(rmdir(path), 0);
  w.options.folder = "/nowhere/at/all";
  assert_int_equal(world_load(&w), JH_ENO_FOLDER);
  w.options.folder = w.folder;
  assert_int_equal(mkfifo(path, 0666), 0);
  assert_int_equal(world_load(&w), JH_ENOT_READABLE);
  assert_int_equal(unlink(path), 0);
  world_close(&w);
}

/* Removes or changes the file as soon as something of it was read. */
typedef struct meddler {
  world *w;
  bool removes;
  uint64_t last, total;
} meddler;

static void meddle(void *payload, uint64_t done, uint64_t total) {
  meddler *m = payload;
  assert_true(done >= m->last && done <= total);
  m->last = done;
  m->total = total;
  const char *path = world_path(m->w, "schools.csv");
  if (m->removes) {
    (void)unlink(path);
  } else {
    world_write(m->w, "schools.csv", SCHOOLS_HEADER "1,a,110101,5,,,\n2,a,110101,5,,,\n");
  }
}

TEST(a_file_that_vanishes_or_changes_while_it_is_read_is_refused) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,a,110101,5,,,\n");
  meddler m = {.w = &w};
  w.options.progress = meddle;
  w.options.progress_payload = &m;
  assert_int_equal(world_load(&w), JH_EFILE_CHANGED);
  place_assert(&w.err.at, "/schools.csv", 0, 0, 0, "");
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,a,110101,5,,,\n");
  m = (meddler){.w = &w, .removes = true};
  assert_int_equal(world_load(&w), JH_ENOT_READABLE);
  place_assert(&w.err.at, "/schools.csv", 0, 0, 0, "");
  assert_string_equal(w.err.args[0], "No such file or directory");
  world_close(&w);
}

static void count_progress(void *payload, uint64_t done, uint64_t total) {
  meddler *m = payload;
  m->last = done;
  m->total = total;
}

TEST(progress_ends_at_the_total) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,a,110101,5,,,\n");
  meddler m = {.w = &w};
  w.options.progress = count_progress;
  w.options.progress_payload = &m;
  assert_int_equal(world_load(&w), JH_OK);
  assert_true(m.total > 0);
  assert_int_equal(m.last, m.total);
  world_close(&w);
}

TEST(an_empty_file_and_one_without_records_are_refused) {
  world w;
  world_open(&w);
  static const char *const empty[] = {"", "\xEF\xBB\xBF", "\n\n", " \r\n", ",,,\n"};
  for (size_t i = 0; i < COUNT(empty); i++) {
    world_write(&w, "schools.csv", empty[i]);
    assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
    world_assert(&w, JH_EEMPTY_FILE, "/schools.csv", 0, 0, 0, "");
  }
  world_write(&w, "schools.csv", "\n" SCHOOLS_HEADER ",,,,,,\n");
  world_write(
      &w, "rooms.csv", "school_code,area\n1,5\n2,5\n"); /* not one error more for each room */
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_string_equal(w.err.args[0], "1");
  world_assert(&w, JH_ENO_RECORDS, "/schools.csv", 2, 0, 0, "");
  world_close(&w);
}

TEST(an_optional_table_without_records_is_a_warning) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,a,110101,5,,,\n");
  world_write(&w, "rooms.csv", "school_code,area\n");
  assert_int_equal(world_load(&w), JH_OK);
  world_assert(&w, JH_ENO_RECORDS, "/rooms.csv", 1, 0, 0, "");
  assert_int_equal(world_found(&w, JH_ENO_RECORDS, 0)->severity, JH_WARNING);
  world_close(&w);
}

TEST(headers_are_matched_by_id_name_and_alias_in_any_width_and_order) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      "在校 学生数(人), 面积 ,County_Code,\"学校\n代码\",ＡＲＥＡ2\n300,1.5,110101,2101,x\n");
  assert_int_equal(world_load(&w), JH_OK);
  jh_rows *rows = &w.data->levels[SCHOOLS];
  assert_int_equal(jh_column_number(rows->columns[STUDENTS], 0), 300);
  assert_int_equal(jh_column_number(rows->columns[AREA], 0), 150);
  assert_slice(rows->codes[0], "2101");
  assert_null(rows->names);
  world_assert(&w, JH_EUNKNOWN_COLUMN, "/schools.csv", 2, 9, 5, "ＡＲＥＡ2");
  const jh_file *file = &w.data->files[1];
  assert_int_equal(file->header_count, 5);
  assert_int_equal(file->header_line, 1);
  assert_int_equal(file->header_columns[0], STUDENTS);
  assert_int_equal(file->header_columns[3], SCHOOL_CODE);
  assert_int_equal(file->header_columns[4], JH_NONE);
  assert_slice(file->headers[1], "面积");
  world_close(&w);
}

TEST(an_unknown_column_is_a_warning_with_the_nearest_name) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv", "school_code,county_code,students,school_tipe,foo\n1,110101,5,x,y\n");
  assert_int_equal(world_load(&w), JH_OK);
  const jh_error *found = world_found(&w, JH_EUNKNOWN_COLUMN, 0);
  place_assert(&found->at, "/schools.csv", 1, 34, 4, "school_tipe");
  assert_int_equal(found->severity, JH_WARNING);
  assert_string_equal(found->args[0], "school_tipe");
  assert_string_equal(found->args[1], "school_type");
  found = world_found(&w, JH_EUNKNOWN_COLUMN, 1);
  assert_string_equal(found->args[1], "");
  world_close(&w);
}

TEST(a_required_column_that_is_missing_is_named_in_both_ways) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", "\nschool_code,county_code,area\n1,110101,many\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_ENO_COLUMN, "/schools.csv", 2, 0, 0, "");
  const jh_error *found = NULL;
  for (size_t i = 0; (found = world_found(&w, JH_ENO_COLUMN, i)) != NULL; i++) {
    if (found->severity == JH_ERROR) break;
  }
  assert_non_null(found);
  assert_string_equal(found->args[0], "students");
  assert_string_equal(found->args[1], "在校生数");
  /* The cells are looked at all the same, so that all is told at once. */
  world_assert(&w, JH_ENOT_NUMBER, "/schools.csv", 3, 10, 3, "area");
  world_close(&w);
}

TEST(a_wanted_column_that_may_be_absent_is_a_note) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", "school_code,county_code,students\n1,110101,5\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_int_equal(jh_diag_count(w.diag, JH_NOTE), 4);
  world_assert(&w, JH_ENO_COLUMN, "/schools.csv", 1, 0, 0, "");
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 0);
  world_close(&w);
}

TEST(a_column_that_hangs_rows_together_cannot_be_absent) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", "school_code,students\n1,5\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 1);
  world_close(&w);
}

TEST(a_column_may_stand_only_once) {
  world w;
  world_open(&w);
  static const char *const headers[] = {
      "school_code,county_code,students,在校生数\n", "school_code,county_code,students,Students\n"};
  for (size_t i = 0; i < COUNT(headers); i++) {
    world_write(&w, "schools.csv", headers[i]);
    assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
    world_assert(&w, JH_EDUPLICATE_COLUMN, "/schools.csv", 1, 34, 4, "students");
    const jh_error *found = world_found(&w, JH_EDUPLICATE_COLUMN, 0);
    place_assert(&found->also, "/schools.csv", 1, 25, 3, "students");
  }
  world_write(&w, "schools.csv", "school_code,x,county_code,students,x\n1,2,110101,4,5\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EDUPLICATE_COLUMN, "/schools.csv", 1, 36, 5, "x");
  world_close(&w);
}

TEST(too_few_and_too_many_cells_are_refused_with_that_message_only) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      SCHOOLS_HEADER "1,a,110101\n2,b,110101,5,1.5,是,小学,x\n3,c,110101,5,1.5,是,小学,, ,\n"
                     "4,d,many,x,y,z\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 3);
  const jh_error *found = world_found(&w, JH_ECELL_COUNT, 0);
  place_assert(&found->at, "/schools.csv", 2, 1, 0, "");
  assert_string_equal(found->args[0], "3");
  assert_string_equal(found->args[1], "7");
  found = world_found(&w, JH_ECELL_COUNT, 1);
  place_assert(&found->at, "/schools.csv", 3, 29, 8, "");
  place_assert(&world_found(&w, JH_ECELL_COUNT, 2)->at, "/schools.csv", 5, 1, 0, "");
  world_close(&w);
}

TEST(titles_are_skipped_and_their_padding_is_no_header) {
  world w;
  world_open(&w);
  jh_source *source = plan_add_source(w.plan, SCHOOLS, "s.txt");
  source->skip_lines = 2;
  plan_add_set(w.plan, source, SCHOOL_COUNTY, "110102");
  plan_add_set(w.plan, source, IS_BOARDING, "是");
  world_write(
      &w, "s.txt", "標題 \"\t\t\t\n\t\t\t\nschool_code\tstudents\t\t\n1\t5\t\t\n2\t6\t\t\n");
  assert_int_equal(world_load(&w), JH_OK);
  jh_rows *rows = &w.data->levels[SCHOOLS];
  assert_int_equal(rows->count, 2);
  assert_int_equal(rows->lines[0], 4);
  assert_int_equal(rows->parent[1], 1);
  assert_int_equal(rows->columns[IS_BOARDING]->marks[1], 1);
  assert_int_equal(w.data->files[1].header_count, 2);
  world_close(&w);
}

TEST(a_value_set_by_the_source_is_checked_like_a_cell) {
  world w;
  world_open(&w);
  jh_source *source = plan_add_source(w.plan, SCHOOLS, "s.csv");
  plan_add_set(w.plan, source, STUDENTS, "many");
  world_write(&w, "s.csv", "school_code,county_code\n1,110101\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_ENOT_NUMBER, "dictionary.lua", 1, 0, 0, "students");
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 1);
  /* Set and in the header, too: which one is meant? */
  world_write(&w, "s.csv", "school_code,county_code,students\n1,110101,7\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EDUPLICATE_COLUMN, "/s.csv", 1, 25, 3, "students");
  world_close(&w);
}

TEST(several_files_make_one_table) {
  world w;
  world_open(&w);
  plan_add_source(w.plan, SCHOOLS, "b.csv");
  plan_add_source(w.plan, SCHOOLS, "a.tsv");
  world_write(&w, "b.csv", "school_code,county_code,students\n3,110101,5\n1,110102,6\n");
  world_write(&w, "a.tsv", "area\tcounty_code\tschool_code\tstudents\n1.5\t110101\t2\t7\n");
  assert_int_equal(world_load(&w), JH_OK);
  jh_rows *rows = &w.data->levels[SCHOOLS];
  assert_int_equal(rows->count, 3);
  assert_slice(rows->codes[0], "2");
  assert_slice(rows->codes[1], "3");
  assert_slice(rows->codes[2], "1");
  assert_int_equal(rows->files[0], 2);
  assert_int_equal(rows->lines[2], 3);
  assert_true(jh_column_known(rows->columns[AREA], 0));
  assert_false(jh_column_known(rows->columns[AREA], 1));
  assert_int_equal(jh_column_number(rows->columns[STUDENTS], 2), 6);
  world_close(&w);
}

TEST(a_source_that_is_not_there_is_placed_in_the_dictionary) {
  world w;
  world_open(&w);
  plan_add_source(w.plan, SCHOOLS, "gone.csv");
  assert_int_equal(world_load(&w), JH_ENO_TABLE);
  place_assert(&w.err.at, "dictionary.lua", 1, 0, 0, "");
  world_close(&w);
}

TEST(a_header_of_a_hundred_thousand_columns_is_refused) {
  world w;
  world_open(&w);
  char *text = malloc(300000);
  assert_non_null(text);
  size_t end = 0;
  for (int i = 0; i < 100000; i++) end += (size_t)sprintf(text + end, "x,");
  world_write_bytes(&w, "schools.csv", text, end);
  free(text);
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_ETOO_MANY_COLUMNS, "/schools.csv", 1, 8193, 4097, "");
  world_close(&w);
}

TEST(errors_beyond_the_cap_are_counted) {
  world w;
  world_open(&w);
  char *text = malloc(500 * 1024), *at = text;
  assert_non_null(text);
  at += sprintf(at, SCHOOLS_HEADER);
  for (int i = 0; i < 5000; i++) at += sprintf(at, "%d,a,110101,many,few,perhaps,none\n", i);
  world_write(&w, "schools.csv", text);
  free(text);
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_string_equal(w.err.args[0], "20000");
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 20000);
  assert_int_equal(jh_diag_dropped(w.diag, JH_ERROR), 19900);
  place_assert(&jh_diag_get(w.diag, 99)->at, "/schools.csv", 26, 30, 7, "school_type");
  world_close(&w);
}

TESTS(
    RUN(a_missing_table_names_the_file_that_is_expected), RUN(an_optional_table_may_be_absent),
    RUN(a_missing_folder_and_a_folder_instead_of_a_file_are_told_apart),
    RUN(a_file_that_vanishes_or_changes_while_it_is_read_is_refused),
    RUN(progress_ends_at_the_total), RUN(an_empty_file_and_one_without_records_are_refused),
    RUN(an_optional_table_without_records_is_a_warning),
    RUN(headers_are_matched_by_id_name_and_alias_in_any_width_and_order),
    RUN(an_unknown_column_is_a_warning_with_the_nearest_name),
    RUN(a_required_column_that_is_missing_is_named_in_both_ways),
    RUN(a_wanted_column_that_may_be_absent_is_a_note),
    RUN(a_column_that_hangs_rows_together_cannot_be_absent), RUN(a_column_may_stand_only_once),
    RUN(too_few_and_too_many_cells_are_refused_with_that_message_only),
    RUN(titles_are_skipped_and_their_padding_is_no_header),
    RUN(a_value_set_by_the_source_is_checked_like_a_cell), RUN(several_files_make_one_table),
    RUN(a_source_that_is_not_there_is_placed_in_the_dictionary),
    RUN(a_header_of_a_hundred_thousand_columns_is_refused), RUN(errors_beyond_the_cap_are_counted))
