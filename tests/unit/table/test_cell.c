/* Cells: what is read, what is missing, what is refused and where. */
#include "support/test.h"

#include "world.h"

/* Loads one school with these cells behind school_code,school_name,county_code. */
static jh_rows *school(world *w, const char *cells) {
  char text[512];
  (void)snprintf(text, sizeof text, SCHOOLS_HEADER "2101,一小,110101,%s\n", cells);
  world_write(w, "schools.csv", text);
  if (world_load(w) != JH_OK) {
    jh_error_print(jh_diag_get(w->diag, 0), JH_EN, text, sizeof text);
    fail_msg("%s", text);
  }
  return &w->data->levels[SCHOOLS];
}

TEST(a_record_becomes_a_row) {
  world w;
  world_open(&w);
  jh_rows *rows = school(&w, "999,12.5,是,小学");
  assert_int_equal(rows->count, 1);
  assert_slice(rows->codes[0], "2101");
  assert_slice(rows->names[0], "一小");
  assert_int_equal(rows->parent[0], 0);
  assert_int_equal(rows->lines[0], 2);
  assert_int_equal(jh_column_number(rows->columns[STUDENTS], 0), 999);
  assert_int_equal(jh_column_number(rows->columns[AREA], 0), 1250);
  assert_int_equal(rows->columns[AREA]->scale, 2);
  assert_int_equal(rows->columns[IS_BOARDING]->marks[0], 1);
  assert_int_equal(rows->columns[SCHOOL_TYPE]->marks[0], 0);
  for (size_t i = 0; i <= SCHOOL_TYPE; i++) assert_true(jh_column_known(rows->columns[i], 0));
  assert_slice(w.data->levels[COUNTIES].names[0], "东城区");
  world_close(&w);
}

TEST(a_blank_is_missing_not_zero) {
  world w;
  world_open(&w);
  static const char *const blanks[] = {",,,", " ,\t, ,  ", "\"\",\" \",　,\"　\"", ",-,,"};
  for (size_t k = 0; k < COUNT(blanks); k++) {
    jh_rows *rows = school(&w, blanks[k]);
    for (size_t i = STUDENTS; i <= SCHOOL_TYPE; i++) {
      assert_false(jh_column_known(rows->columns[i], 0));
    }
  }
  world_close(&w);
}

TEST(a_zero_is_known) {
  world w;
  world_open(&w);
  jh_rows *rows = school(&w, "0,0.00,否,小学");
  assert_true(jh_column_known(rows->columns[STUDENTS], 0));
  assert_true(jh_column_known(rows->columns[AREA], 0));
  assert_int_equal(rows->columns[IS_BOARDING]->marks[0], 0);
  world_close(&w);
}

TEST(a_sign_that_looks_like_a_number_is_missing_where_the_dictionary_says_so) {
  world w;
  world_open(&w);
  plan_add_missing(w.plan, &w.plan->tables[SCHOOLS].columns[STUDENTS], "999");
  assert_false(jh_column_known(school(&w, "999,,,")->columns[STUDENTS], 0));
  assert_int_equal(jh_column_number(school(&w, "998,,,")->columns[STUDENTS], 0), 998);
  world_close(&w);
}

TEST(yes_and_no_have_many_words) {
  world w;
  world_open(&w);
  static const char *const yes[] = {"是", "有", "true", "TRUE", "Yes", "y", "1", "√", "１", " Y "};
  static const char *const no[] = {"否", "无", "false", "False", "NO", "n", "0", "×", "０"};
  char cells[64];
  for (size_t i = 0; i < COUNT(yes); i++) {
    (void)snprintf(cells, sizeof cells, ",,%s,", yes[i]);
    assert_int_equal(school(&w, cells)->columns[IS_BOARDING]->marks[0], 1);
  }
  for (size_t i = 0; i < COUNT(no); i++) {
    (void)snprintf(cells, sizeof cells, ",,%s,", no[i]);
    jh_rows *rows = school(&w, cells);
    assert_int_equal(rows->columns[IS_BOARDING]->marks[0], 0);
    assert_true(jh_column_known(rows->columns[IS_BOARDING], 0));
  }
  world_close(&w);
}

/* Words that were met are remembered, few at a time: a later one takes the place of one before. */
TEST(words_in_turn_keep_their_meanings) {
  static const char *const words[] = {"是", "否", "有", "无", "true", "FALSE", "Yes", "NO", "y",
                                      "n",  "1",  "0",  "√",  "×",    "１",    "０",  "Ｙ", "Ｎ"};
  enum { ROWS = 5 * COUNT(words) };
  char text[8192] = SCHOOLS_HEADER;
  world w;
  world_open(&w);
  for (size_t i = 0; i < ROWS; i++) {
    size_t used = strlen(text);
    (void)snprintf(
        text + used, sizeof text - used, "%zu,一小,110101,,,%s,%s\n", 1000 + i,
        words[i * 5 % COUNT(words)], i % 3 == 0 ? "小学" : "nine_year_school");
  }
  world_write(&w, "schools.csv", text);
  assert_int_equal(world_load(&w), JH_OK);
  const jh_rows *rows = &w.data->levels[SCHOOLS];
  for (size_t i = 0; i < ROWS; i++) {
    assert_int_equal(rows->columns[IS_BOARDING]->marks[i], i * 5 % COUNT(words) % 2 == 0);
    assert_int_equal(rows->columns[SCHOOL_TYPE]->marks[i], i % 3 == 0 ? 0 : 2);
  }
  world_close(&w);
}

TEST(a_choice_is_found_by_id_name_and_in_any_width) {
  world w;
  world_open(&w);
  assert_int_equal(school(&w, ",,,nine_year_school")->columns[SCHOOL_TYPE]->marks[0], 2);
  assert_int_equal(school(&w, ",,,Junior_School")->columns[SCHOOL_TYPE]->marks[0], 1);
  assert_int_equal(school(&w, ",,,初级 中学")->columns[SCHOOL_TYPE]->marks[0], 1);
  world_close(&w);
}

TEST(numbers_keep_the_value_that_was_written) {
  world w;
  world_open(&w);
  assert_int_equal(jh_column_number(school(&w, "007,,,")->columns[STUDENTS], 0), 7);
  assert_int_equal(jh_column_number(school(&w, "+5,,,")->columns[STUDENTS], 0), 5);
  assert_int_equal(jh_column_number(school(&w, "\" 12 \",,,")->columns[STUDENTS], 0), 12);
  assert_int_equal(jh_column_number(school(&w, ",0.1,,")->columns[AREA], 0), 10);
  assert_int_equal(jh_column_number(school(&w, ",3.1400,,")->columns[AREA], 0), 314);
  assert_int_equal(
      jh_column_number(school(&w, ",90071992547409.93,,")->columns[AREA], 0), 9007199254740993);
  w.plan->tables[SCHOOLS].columns[AREA].has_min = false;
  assert_int_equal(jh_column_number(school(&w, ",-1.5,,")->columns[AREA], 0), -150);
  world_close(&w);
}

TEST(grouping_is_read_only_where_the_dictionary_allows_it) {
  world w;
  world_open(&w);
  w.plan->tables[SCHOOLS].columns[STUDENTS].has_grouping = true;
  assert_int_equal(jh_column_number(school(&w, "\"1,527\",,,")->columns[STUDENTS], 0), 1527);
  world_write(&w, "schools.csv", SCHOOLS_HEADER "2101,一小,110101,\"12,5\",,,\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_ENUMBER_COMMA, "/schools.csv", 2, 20, 4, "students");
  w.plan->tables[SCHOOLS].columns[STUDENTS].has_grouping = false;
  world_write(&w, "schools.csv", SCHOOLS_HEADER "2101,一小,110101,\"1,527\",,,\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_ENUMBER_COMMA, "/schools.csv", 2, 20, 4, "students");
  assert_string_equal(world_found(&w, JH_ENUMBER_COMMA, 0)->args[0], "1,527");
  world_close(&w);
}

TEST(what_is_not_a_number_is_refused_with_its_place) {
  world w;
  world_open(&w);
  static const struct {
    const char *record;
    jh_code code;
    uint32_t field;
  } bad[] = {
      {"2101,a,110101,many,,,", JH_ENOT_NUMBER, 4},
      {"2101,a,110101,-,,,", JH_EMISSING_SIGN, 4},
      {"2101,a,110101,1 2,,,", JH_ENOT_NUMBER, 4},
      {"2101,a,110101,１２,,,", JH_EDECORATED, 4},
      {"2101,a,110101,0x10,,,", JH_ENOT_NUMBER, 4},
      {"2101,a,110101,12.5,,,", JH_ENOT_COUNT, 4},
      {"2101,a,110101,12.0,,,", JH_ENOT_COUNT, 4},
      {"2101,a,110101,-3,,,", JH_EOUT_OF_RANGE, 4},
      {"2101,a,110101,20001,,,", JH_EOUT_OF_RANGE, 4},
      {"2101,a,110101,1.2E+3,,,", JH_ENUMBER_EXPONENT, 4},
      {"2101,a,110101,99999999999999999999,,,", JH_ENUMBER_LARGE, 4},
      {"2101,a,110101,,1.234,,", JH_ENUMBER_FINE, 5},
      {"2101,a,110101,,-0.01,,", JH_EOUT_OF_RANGE, 5},
      {"2101,a,110101,,999999999999999999,,", JH_ENUMBER_LARGE, 5},
      {"2101,a,110101,,85%,,", JH_EDECORATED, 5},
      {"2101,a,110101,,nan,,", JH_ENOT_NUMBER, 5},
      {"2101,a,110101,,,maybe,", JH_ENOT_BOOL, 6},
      {"2101,a,110101,,,2,", JH_ENOT_BOOL, 6},
      {"2101,a,110101,,,,高中", JH_ENOT_CHOICE, 7},
      {"1.30102E+11,a,110101,,,,", JH_ENUMBER_EXPONENT, 1},
      {"21 01,a,110101,,,,", JH_ECODE_FORM, 1},
      {"小学1,a,110101,,,,", JH_ECODE_FORM, 1},
      {",a,110101,1,,,", JH_EBLANK, 1},
      {"2101,a,,1,,,", JH_EBLANK, 3},
  };
  for (size_t i = 0; i < COUNT(bad); i++) {
    world_refuses(&w, bad[i].record, bad[i].code, bad[i].field);
  }
  world_close(&w);
}

TEST(a_refusal_names_range_places_choices_and_a_suggestion) {
  world w;
  world_open(&w);
  const jh_error *found = world_refuses(&w, "2101,a,110101,20001,,,", JH_EOUT_OF_RANGE, 4);
  assert_string_equal(found->args[0], "20001");
  assert_string_equal(found->args[1], "0");
  assert_string_equal(found->args[2], "20000");
  found = world_refuses(&w, "2101,a,110101,,-1,,", JH_EOUT_OF_RANGE, 5);
  assert_string_equal(found->args[2], "∞");
  found = world_refuses(&w, "2101,a,110101,,1.234,,", JH_ENUMBER_FINE, 5);
  assert_string_equal(found->args[1], "2");
  found = world_refuses(&w, "2101,a,110101,,,,nine_year_schol", JH_ENOT_CHOICE, 7);
  assert_string_equal(found->args[1], "小学, 初级中学, 九年一贯制学校");
  assert_string_equal(found->args[2], "nine_year_school");
  world_close(&w);
}

TEST(a_blank_cell_is_refused_where_the_dictionary_says_filled) {
  world w;
  world_open(&w);
  w.plan->tables[SCHOOLS].columns[AREA].is_filled = true;
  world_refuses(&w, "2101,a,110101,5,,,", JH_EBLANK, 5);
  world_refuses(&w, "2101,a,110101,5,-,,", JH_EBLANK, 5);
  world_close(&w);
}

TEST(columns_that_nobody_needs_are_not_converted) {
  world w;
  world_open(&w);
  bool counties[3] = {false}, schools[7] = {false}, rooms[2] = {false};
  bool *needed[] = {counties, schools, rooms};
  schools[AREA] = true;
  w.options.needed = needed;
  jh_rows *rows = school(&w, "many,1.5,perhaps,?");
  assert_null(rows->columns[STUDENTS]);
  assert_null(rows->columns[SCHOOL_TYPE]);
  assert_int_equal(jh_column_number(rows->columns[AREA], 0), 150);
  assert_slice(rows->names[0], "一小");
  world_close(&w);
}

TEST(very_long_texts_are_kept_whole) {
  world w;
  world_open(&w);
  size_t size = 200000;
  char *text = malloc(size + 1024);
  assert_non_null(text);
  size_t end = (size_t)sprintf(text, SCHOOLS_HEADER "2101,\"");
  for (size_t i = 0; i < size; i++) text[end++] = (char)('a' + i % 26);
  strcpy(text + end, "\",110101,1,,,\n2102,b,110101,2,,,\n");
  world_write(&w, "schools.csv", text);
  assert_int_equal(world_load(&w), JH_OK);
  assert_int_equal(w.data->levels[SCHOOLS].names[0].size, size);
  assert_slice(w.data->levels[SCHOOLS].names[1], "b");
  free(text);
  world_close(&w);
}

/* Counts that need two, four and eight bytes, the wide ones late or early. */
static int64_t count_at(size_t row, size_t rows, int form) {
  if (form == 1 && row + 2 == rows) return 40000;
  if (form == 2 && row % 7 == 3) return 30000 + (int64_t)row * 1000;
  if (form == 3 && row == rows / 2) return INT64_C(5000000000);
  if (form == 3 && row + 1 == rows) return 70000;
  return form == 3 && row == 1 ? 32768 : (int64_t)row;
}

static void check_counts(world *w, size_t rows, int form) {
  const jh_rows *schools = &w->data->levels[SCHOOLS];
  size_t bytes = form == 0 ? 2 : form == 3 ? 8 : 4;
  assert_int_equal(schools->count, rows);
  assert_int_equal(jh_column_value_bytes(schools->columns[STUDENTS]), bytes);
  for (size_t i = 0; i < rows; i++) {
    assert_true(jh_column_known(schools->columns[STUDENTS], i));
    assert_int_equal(jh_column_number(schools->columns[STUDENTS], i), count_at(i, rows, form));
  }
}

TEST(a_column_grows_as_wide_as_its_numbers_for_any_number_of_threads) {
  enum { ROWS = 200 };
  static char text[ROWS * 64];
  for (int form = 0; form < 4; form++) {
    for (int jobs = 1; jobs < 4; jobs++) {
      world w;
      world_open(&w);
      w.plan->tables[SCHOOLS].columns[STUDENTS].has_max = false;
      size_t used = (size_t)snprintf(text, sizeof text, "%s", SCHOOLS_HEADER);
      for (size_t i = 0; i < ROWS; i++)
        used += (size_t)snprintf(
            text + used, sizeof text - used, "%zu,a,110101,%lld,,,\n", 1000 + i,
            (long long)count_at(i, ROWS, form));
      world_write(&w, "schools.csv", text);
      w.options.jobs = jobs;
      w.options.part_bytes = 100;
      assert_int_equal(world_load(&w), JH_OK);
      check_counts(&w, ROWS, form);
      world_close(&w);
    }
  }
}

TESTS(
    RUN(a_column_grows_as_wide_as_its_numbers_for_any_number_of_threads),
    RUN(a_record_becomes_a_row), RUN(a_blank_is_missing_not_zero), RUN(a_zero_is_known),
    RUN(a_sign_that_looks_like_a_number_is_missing_where_the_dictionary_says_so),
    RUN(yes_and_no_have_many_words), RUN(words_in_turn_keep_their_meanings),
    RUN(a_choice_is_found_by_id_name_and_in_any_width),
    RUN(numbers_keep_the_value_that_was_written),
    RUN(grouping_is_read_only_where_the_dictionary_allows_it),
    RUN(what_is_not_a_number_is_refused_with_its_place),
    RUN(a_refusal_names_range_places_choices_and_a_suggestion),
    RUN(a_blank_cell_is_refused_where_the_dictionary_says_filled),
    RUN(columns_that_nobody_needs_are_not_converted), RUN(very_long_texts_are_kept_whole))
