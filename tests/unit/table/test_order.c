/* Rows in order, hung on their parents; years and regions; tables without a file. */
#include "support/test.h"

#include "table/order.h"
#include "world.h"

/* Adds a year column to schools and, if wanted, to counties; returns the one of schools. */
static uint32_t add_year(jh_plan *plan, uint32_t table) {
  plan_add_column(plan, table, "year", "学年", JH_COLUMN_CODE);
  plan->tables[table].year_column = plan_last(plan, table);
  return plan_last(plan, table);
}

static void assert_codes(const world *w, uint32_t level, const char *expected) {
  char text[1024];
  size_t end = 0;
  text[0] = '\0';
  const jh_rows *rows = &w->data->levels[level];
  for (size_t i = 0; i < rows->count; i++) {
    end += (size_t)sprintf(
        text + end, "%s%.*s", i ? " " : "", (int)rows->codes[i].size, rows->codes[i].at);
  }
  assert_string_equal(text, expected);
}

TEST(rows_stand_by_county_and_then_by_their_own_code) {
  world w;
  world_open(&w);
  world_write(&w, "counties.csv", "county_code\n110103\n110101\n110102\n");
  world_write(
      &w, "schools.csv",
      "school_code,county_code,students\n9,110101,1\n1,110103,2\n10,110101,3\n5,110102,4\n");
  world_write(&w, "rooms.csv", "school_code,area\n1,1\n9,2\n1,3\n10,4\n9,5\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_codes(&w, COUNTIES, "110101 110102 110103");
  assert_codes(&w, SCHOOLS, "10 9 5 1");
  jh_rows *schools = &w.data->levels[SCHOOLS], *rooms = &w.data->levels[ROOMS];
  static const uint32_t parents[] = {0, 0, 1, 2}, lines[] = {4, 2, 5, 3};
  static const int64_t students[] = {3, 1, 4, 2};
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(schools->parent[i], parents[i]);
    assert_int_equal(schools->lines[i], lines[i]);
    assert_int_equal(jh_column_number(schools->columns[STUDENTS], i), students[i]);
  }
  static const int64_t areas[] = {400, 200, 500, 100, 300};
  for (size_t i = 0; i < 5; i++) {
    assert_int_equal(jh_column_number(rooms->columns[ROOM_AREA], i), areas[i]);
  }
  assert_null(rooms->codes);
  uint32_t from, to;
  jh_dataset_range(w.data, ROOMS, COUNTIES, 0, &from, &to);
  assert_int_equal(from, 0);
  assert_int_equal(to, 3);
  jh_dataset_range(w.data, ROOMS, SCHOOLS, 2, &from, &to);
  assert_int_equal(from, to);
  jh_dataset_range(w.data, SCHOOLS, COUNTIES, 2, &from, &to);
  assert_int_equal(from, 3);
  assert_int_equal(to, 4);
  jh_dataset_range(w.data, SCHOOLS, SCHOOLS, 2, &from, &to);
  assert_int_equal(from, 2);
  assert_int_equal(to, 3);
  assert_int_equal(jh_dataset_ancestor(w.data, ROOMS, 4, COUNTIES), 2);
  assert_int_equal(jh_dataset_ancestor(w.data, ROOMS, 4, ROOMS), 4);
  assert_int_equal(jh_dataset_find(w.data, SCHOOLS, jh_str_of("5")), 2);
  assert_int_equal(jh_dataset_find(w.data, SCHOOLS, jh_str_of("9")), 1);
  assert_int_equal(jh_dataset_find(w.data, SCHOOLS, jh_str_of("90")), JH_NONE);
  assert_int_equal(jh_dataset_find(w.data, COUNTIES, jh_str_of("110103")), 2);
  assert_int_equal(jh_dataset_find(w.data, ROOMS, jh_str_of("9")), JH_NONE);
  world_close(&w);
}

TEST(a_key_that_stands_twice_is_refused_with_both_places) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      "students,school_code,county_code\n1,7,110102\n\n2,8,110101\n3, \"7\",110101\n4,7,110101\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 2);
  bool seen = false;
  for (size_t i = 0; i < 2; i++) {
    const jh_error *found = world_found(&w, JH_EDUPLICATE_KEY, i);
    assert_string_equal(found->args[0], "school_code");
    assert_string_equal(found->args[1], "7");
    assert_true(found->also.line < found->at.line);
    if (found->at.line != 5) continue;
    seen = true;
    place_assert(&found->at, "/schools.csv", 5, 4, 2, "school_code");
  }
  assert_true(seen);
  world_write(
      &w, "schools.csv", "school_code,county_code,students\n7,110102,1\n6,110101,1\n7,110101,2\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EDUPLICATE_KEY, "/schools.csv", 4, 1, 1, "school_code");
  place_assert(
      &world_found(&w, JH_EDUPLICATE_KEY, 0)->also, "/schools.csv", 2, 1, 1, "school_code");
  world_close(&w);
}

TEST(a_school_in_an_unknown_county_is_refused) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      "school_code,\"school\nname\",county_code,students\n1,\"a\nb\",110101,1\n2,x,110109,2\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 1);
  world_assert(&w, JH_EUNKNOWN_PARENT, "/schools.csv", 5, 5, 3, "county_code");
  const jh_error *found = world_found(&w, JH_EUNKNOWN_PARENT, 0);
  assert_string_equal(found->args[0], "110109");
  assert_string_equal(found->args[1], "counties");
  world_close(&w);
}

TEST(what_hangs_on_a_table_that_was_refused_is_not_refused_in_turn) {
  world w;
  world_open(&w);
  world_write(&w, "counties.csv", "county_code,county_name\n110101\n110102,b\n");
  world_write(&w, "schools.csv", "school_code,county_code,students\n1,110101,1\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 1);
  world_assert(&w, JH_ECELL_COUNT, "/counties.csv", 2, 1, 0, "");
  world_close(&w);
}

TEST(a_stage_is_part_of_the_key) {
  world w;
  world_open(&w);
  w.plan->tables[SCHOOLS].stage_column = SCHOOL_TYPE;
  world_write(
      &w, "schools.csv",
      "school_code,county_code,students,school_type\n1,110101,1,初级中学\n2,110101,2,小学\n"
      "1,110101,3,小学\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_codes(&w, SCHOOLS, "1 1 2");
  assert_int_equal(jh_column_number(w.data->levels[SCHOOLS].columns[STUDENTS], 0), 3);
  assert_int_equal(jh_dataset_find(w.data, SCHOOLS, jh_str_of("1")), 0);
  world_write(
      &w, "schools.csv",
      "school_code,county_code,students,school_type\n1,110101,1,初级中学\n2,110101,2,小学\n"
      "1,110102,3,初级中学\n3,110101,1,\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EDUPLICATE_KEY, "/schools.csv", 4, 1, 1, "school_code");
  world_assert(&w, JH_EBLANK, "/schools.csv", 5, 12, 4, "school_type");
  world_close(&w);
}

#define YEARS                                                                                      \
  "school_code,county_code,students,year\n1,110101,1,2013\n2,110101,2,2014\n1,110102,3,2014\n"

static void assert_year_as_of(const char *schools, jh_date as_of, const char *year) {
  world w;
  world_open(&w);
  add_year(w.plan, SCHOOLS);
  world_write(&w, "schools.csv", schools);
  w.plan->dataset.as_of = as_of;
  assert_int_equal(world_load(&w), JH_OK);
  assert_string_equal(w.data->year_as_of, year);
  world_close(&w);
}

TEST(the_day_of_the_data_belongs_to_the_year_it_falls_into_else_to_the_latest) {
  const char *head = "school_code,county_code,students,year\n1,110101,1,2013-2014\n"
                     "2,110101,2,2014-2015\n1,110102,3,2015-2016\n";
  assert_year_as_of(YEARS, 20130901, "2013");
  assert_year_as_of(YEARS, 20140301, "2014");
  assert_year_as_of(YEARS, 20150301, "2014");
  assert_year_as_of(YEARS, 0, "2014");
  assert_year_as_of(head, 20140901, "2014-2015");
  assert_year_as_of(head, 20150301, "2014-2015");
  assert_year_as_of(head, 20180301, "2015-2016");
}

TEST(the_latest_year_is_taken_unless_another_is_wanted) {
  world w;
  world_open(&w);
  add_year(w.plan, SCHOOLS);
  world_write(&w, "schools.csv", YEARS);
  assert_int_equal(world_load(&w), JH_OK);
  assert_string_equal(w.data->year, "2014");
  assert_codes(&w, SCHOOLS, "2 1");
  assert_int_equal(jh_column_number(w.data->levels[SCHOOLS].columns[STUDENTS], 1), 3);
  w.plan->dataset.year = "2013";
  assert_int_equal(world_load(&w), JH_OK);
  assert_codes(&w, SCHOOLS, "1");
  assert_string_equal(w.data->year, "2013");
  assert_null(w.data->year_before);
  assert_string_equal(w.data->year_after, "2014");
  assert_string_equal(w.data->year_as_of, "2013");
  w.options.year = "2014";
  assert_int_equal(world_load(&w), JH_OK);
  assert_codes(&w, SCHOOLS, "2 1");
  assert_string_equal(w.data->year_before, "2013");
  assert_null(w.data->year_after);
  assert_string_equal(w.data->year_as_of, "2013");
  w.options.year = "2015";
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 1);
  assert_string_equal(world_found(&w, JH_ENO_YEAR, 0)->args[0], "2015");
  assert_string_equal(world_found(&w, JH_ENO_YEAR, 0)->args[1], "2013, 2014");
  world_close(&w);
}

TEST(data_without_years_have_the_year_that_the_dictionary_states) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", "school_code,county_code,students\n1,110101,1\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_null(w.data->year);
  w.options.year = "2014";
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_non_null(world_found(&w, JH_ENO_YEAR, 0));
  w.plan->dataset.year = "2014";
  assert_int_equal(world_load(&w), JH_OK);
  assert_string_equal(w.data->year, "2014");
  world_close(&w);
}

TEST(a_table_without_the_year_is_an_error_or_a_warning) {
  world w;
  world_open(&w);
  add_year(w.plan, SCHOOLS);
  add_year(w.plan, ROOMS);
  world_write(&w, "schools.csv", YEARS);
  world_write(&w, "rooms.csv", "school_code,area,year\n1,5,2013\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_int_equal(w.data->levels[ROOMS].count, 0);
  world_assert(&w, JH_ENO_YEAR, "/rooms.csv", 0, 0, 0, "");
  assert_int_equal(world_found(&w, JH_ENO_YEAR, 0)->severity, JH_WARNING);
  add_year(w.plan, COUNTIES);
  world_write(&w, "counties.csv", "county_code,year\n110101,2013\n110102,2013\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 1);
  world_write(&w, "counties.csv", "county_code,year\n110101,2014\n110102,\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EBLANK, "/counties.csv", 3, 8, 2, "year");
  world_close(&w);
}

TEST(a_file_that_lacks_the_year_of_the_others_is_refused) {
  world w;
  world_open(&w);
  uint32_t year = add_year(w.plan, SCHOOLS);
  jh_source *source = plan_add_source(w.plan, SCHOOLS, "a.csv");
  plan_add_set(w.plan, source, year, "2014");
  plan_add_source(w.plan, SCHOOLS, "b.csv");
  world_write(&w, "a.csv", "school_code,county_code,students\n1,110101,1\n");
  world_write(&w, "b.csv", "school_code,county_code,students\n2,110101,1\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_int_equal(jh_diag_count(w.diag, JH_ERROR), 1);
  for (size_t i = 0;; i++) {
    const jh_error *found = world_found(&w, JH_ENO_COLUMN, i);
    assert_non_null(found);
    if (found->severity != JH_ERROR) continue;
    place_assert(&found->at, "/b.csv", 1, 0, 0, "year");
    break;
  }
  world_close(&w);
}

TEST(a_region_keeps_its_counties_and_all_below_them) {
  world w;
  world_open(&w);
  world_write(&w, "counties.csv", "county_code\n370102\n370101\n110101\n371001\n");
  world_write(
      &w, "schools.csv",
      "school_code,county_code,students\n4,371001,4\n1,110101,1\n3,370102,3\n2,370101,2\n");
  world_write(&w, "rooms.csv", "school_code,area\n4,4\n1,1\n2,2\n");
  static const struct {
    const char *region, *counties, *schools;
    int64_t first_room;
  } regions[] = {
      {"370000", "370101 370102 371001", "2 3 4", 200},
      {"37", "370101 370102 371001", "2 3 4", 200},
      {"370100", "370101 370102", "2 3", 200},
      {"371001", "371001", "4", 400},
      {"", "110101 370101 370102 371001", "1 2 3 4", 100},
  };
  for (size_t i = 0; i < COUNT(regions); i++) {
    w.options.region = regions[i].region;
    assert_int_equal(world_load(&w), JH_OK);
    assert_codes(&w, COUNTIES, regions[i].counties);
    assert_codes(&w, SCHOOLS, regions[i].schools);
    jh_rows *rooms = &w.data->levels[ROOMS];
    assert_int_equal(jh_column_number(rooms->columns[ROOM_AREA], 0), regions[i].first_room);
    assert_int_equal(w.data->levels[SCHOOLS].parent[0], 0);
  }
  w.options.region = "44";
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  assert_string_equal(world_found(&w, JH_ENO_REGION, 0)->args[0], "44");
  world_close(&w);
}

TEST(a_derived_table_has_the_distinct_codes_of_its_children) {
  world w;
  world_open(&w);
  jh_plan *plan = w.plan;
  plan_add_column(plan, SCHOOLS, "county_name", "县名称", JH_COLUMN_TEXT);
  plan->tables[COUNTIES].is_derived = true;
  plan->tables[COUNTIES].derived_from = SCHOOLS;
  plan->tables[COUNTIES].derived_name_column = plan_last(plan, SCHOOLS);
  world_write(
      &w, "schools.csv",
      "school_code,county_code,students,county_name\n1,110102,1,乙\n2,110101,2,甲\n3,110102,3,丙\n"
      "4,110102,3,乙\n5,110103,1,\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_codes(&w, COUNTIES, "110101 110102 110103");
  assert_codes(&w, SCHOOLS, "2 1 3 4 5");
  jh_rows *counties = &w.data->levels[COUNTIES];
  assert_slice(counties->names[0], "甲");
  assert_slice(counties->names[1], "丙"); /* first in byte order, whatever the order of rows */
  assert_false(jh_column_known(counties->columns[COUNTY_NAME], 2));
  assert_null(counties->columns[POPULATION]);
  assert_int_equal(counties->lines[0], 3);
  assert_int_equal(jh_diag_count(w.diag, JH_WARNING), 1);
  world_assert(&w, JH_ENAME_CONFLICT, "/schools.csv", 4, 12, 4, "county_name");
  place_assert(
      &world_found(&w, JH_ENAME_CONFLICT, 0)->also, "/schools.csv", 2, 12, 4, "county_name");
  world_close(&w);
}

TEST(a_dataset_built_by_hand_is_linked_and_found_in) {
  jh_plan *plan = plan_usual();
  uint32_t stage = plan_add_level(plan, "stage", "stages", SCHOOLS);
  jh_dataset *data;
  assert_int_equal(jh_dataset_open(&data, plan, NULL), JH_OK);
  static jh_str county_codes[2], school_codes[3];
  county_codes[0] = jh_str_of("b");
  county_codes[1] = jh_str_of("a");
  for (size_t i = 0; i < 3; i++) school_codes[i] = jh_str_of(i == 0 ? "x" : i == 1 ? "z" : "y");
  assert_int_equal(jh_dataset_rows(data, COUNTIES, 2, NULL), JH_OK);
  assert_int_equal(jh_dataset_rows(data, SCHOOLS, 3, NULL), JH_OK);
  data->levels[COUNTIES].codes = county_codes;
  data->levels[SCHOOLS].codes = school_codes;
  data->levels[SCHOOLS].parent[2] = 1;
  assert_int_equal(jh_dataset_column(data, SCHOOLS, STUDENTS, NULL), JH_OK);
  assert_int_equal(jh_dataset_find(data, SCHOOLS, jh_str_of("y")), 2);
  assert_int_equal(jh_dataset_link(data, NULL), JH_OK);
  assert_int_equal(jh_dataset_find(data, SCHOOLS, jh_str_of("y")), 2);
  assert_int_equal(jh_dataset_find(data, COUNTIES, jh_str_of("a")), 1);
  assert_false(jh_column_known(data->levels[SCHOOLS].columns[STUDENTS], 1));
  /* Stage units come later. */
  assert_int_equal(jh_dataset_rows(data, stage, 4, NULL), JH_OK);
  static const uint32_t parents[] = {0, 0, 2, 2};
  memcpy(data->levels[stage].parent, parents, sizeof parents);
  assert_int_equal(jh_dataset_link_below(data, stage, NULL), JH_OK);
  uint32_t from, to;
  jh_dataset_range(data, stage, COUNTIES, 1, &from, &to);
  assert_int_equal(from, 2);
  assert_int_equal(to, 4);
  assert_non_null(data->levels[stage].stages);
  data->levels[stage].parent[0] = 2;
  jh_error err;
  assert_int_equal(jh_dataset_link(data, &err), JH_EINTERNAL);
  jh_dataset_close(data);
  jh_plan_close(plan);
}

/* Rows of few parents with few codes, by turns short and long, so that many are equal. */
static void assert_ordered(size_t count, bool has_codes, bool is_grouped, size_t jobs) {
  static const char *const words[] = {"7", "72", "31", "310000000111", "3100000001110000000000",
                                      ""};
  uint32_t *parents = calloc(count, sizeof *parents), *out = calloc(count, sizeof *out);
  jh_str *codes = calloc(count, sizeof *codes);
  uint8_t *stages = calloc(count, 1), *seen = calloc(count, 1);
  uint32_t dice = 7;
  for (size_t i = 0; i < count; i++) {
    dice = dice * 1664525u + 1013904223u;
    parents[i] = is_grouped ? (uint32_t)(i / 29) : (dice >> 20) % 50;
    codes[i] = jh_str_of(words[(dice >> 16) % (jobs > 2 ? COUNT(words) : 4)]);
    stages[i] = (uint8_t)((dice >> 12) % 3);
  }
  jh_order_keys keys = {.parents = parents, .stages = stages, .count = count, .jobs = jobs};
  if (has_codes) keys.codes = codes;
  assert_true(jh_order_rows(out, &keys));
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(seen[out[i]]++, 0);
    if (i == 0) continue;
    uint32_t a = out[i - 1], b = out[i];
    int code = has_codes ? jh_str_compare(codes[a], codes[b]) : 0;
    bool is_right = parents[a] != parents[b] ? parents[a] < parents[b]
                    : code != 0              ? code < 0
                    : stages[a] != stages[b] ? stages[a] < stages[b]
                                             : a < b;
    assert_true(is_right);
  }
  free(parents);
  free(out);
  free(codes);
  free(stages);
  free(seen);
}

TEST(many_rows_are_ordered_as_few_are) {
  for (size_t jobs = 1; jobs <= 4; jobs++) {
    for (int kind = 0; kind < 4; kind++) {
      assert_ordered(15, kind & 1, kind & 2, jobs);
      assert_ordered(25000, kind & 1, kind & 2, jobs);
    }
  }
}

/* Schools of one county stand together in the file, but in another order than that of their codes;
 * of every third nothing but the code is known, and rooms follow the file of the schools. */
static void write_many(world *w, size_t count, bool is_split) {
  char *schools = calloc(count + 1, 64), *rooms = calloc(count + 1, 64);
  assert_true(schools && rooms);
  size_t school_end = (size_t)sprintf(schools, "school_code,county_code,students,area\n");
  size_t room_end = (size_t)sprintf(rooms, "school_code,area\n");
  for (size_t i = 0; i < count; i++) {
    size_t code = 100000 + (i ^ 5);
    int county = is_split ? (int)(i % 2) : (int)(i >= count / 2);
    school_end += (size_t)sprintf(
        schools + school_end, i % 3 ? "%zu,%d,1,%zu\n" : "%zu,%d,1,\n", code, 110101 + county,
        code);
    room_end += (size_t)sprintf(rooms + room_end, "%zu,%zu\n", code, code);
  }
  world_write(w, "schools.csv", schools);
  world_write(w, "rooms.csv", rooms);
  free(schools);
  free(rooms);
}

static void assert_many(const world *w, size_t count) {
  const jh_rows *schools = &w->data->levels[SCHOOLS], *rooms = &w->data->levels[ROOMS];
  assert_int_equal(schools->count, count);
  assert_int_equal(rooms->count, count);
  for (uint32_t row = 0; row < count; row++) {
    char text[7] = {0};
    memcpy(text, schools->codes[row].at, 6); /* every code has six digits */
    size_t code = strtoul(text, NULL, 10), line = (code - 100000) ^ 5;
    bool is_known = line % 3 != 0;
    assert_int_equal(schools->lines[row], line + 2);
    assert_int_equal(jh_column_known(schools->columns[AREA], row), is_known);
    if (is_known) assert_int_equal(jh_column_number(schools->columns[AREA], row), code * 100);
    assert_int_equal(rooms->parent[row], row);
    assert_int_equal(jh_column_number(rooms->columns[ROOM_AREA], row), code * 100);
    assert_int_equal(jh_dataset_find(w->data, SCHOOLS, schools->codes[row]), row);
  }
}

TEST(many_schools_take_all_that_they_have_to_their_place) {
  world w;
  world_open(&w);
  for (int jobs = 1; jobs <= 2; jobs++) {
    w.options.jobs = jobs;
    for (size_t count = 1000; count <= 12000; count += 11000) {
      write_many(&w, count, false);
      assert_int_equal(world_load(&w), JH_OK);
      assert_many(&w, count);
      write_many(&w, count, true);
      assert_int_equal(world_load(&w), JH_OK);
      assert_many(&w, count);
    }
  }
  world_close(&w);
}

TESTS(
    RUN(many_schools_take_all_that_they_have_to_their_place), RUN(many_rows_are_ordered_as_few_are),

    RUN(rows_stand_by_county_and_then_by_their_own_code),
    RUN(a_key_that_stands_twice_is_refused_with_both_places),
    RUN(a_school_in_an_unknown_county_is_refused),
    RUN(what_hangs_on_a_table_that_was_refused_is_not_refused_in_turn),
    RUN(a_stage_is_part_of_the_key), RUN(the_latest_year_is_taken_unless_another_is_wanted),
    RUN(the_day_of_the_data_belongs_to_the_year_it_falls_into_else_to_the_latest),
    RUN(data_without_years_have_the_year_that_the_dictionary_states),
    RUN(a_table_without_the_year_is_an_error_or_a_warning),
    RUN(a_file_that_lacks_the_year_of_the_others_is_refused),
    RUN(a_region_keeps_its_counties_and_all_below_them),
    RUN(a_derived_table_has_the_distinct_codes_of_its_children),
    RUN(a_dataset_built_by_hand_is_linked_and_found_in))
