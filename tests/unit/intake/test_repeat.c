/* The same rows given twice are refused, whichever way they come. */
#include "support/test.h"

#include "office.h"

#define ROOMS(file) "from \"" file "\" { table = \"rooms\" }\n"

static office o;

static void refused(const char *froms, const char *file, const char *also, uint32_t line) {
  assert_int_equal(office_import(&o, "", froms), JH_EIMPORT_REFUSED);
  const jh_error *err = office_found(&o, JH_EIMPORT_REPEATED, 0);
  assert_non_null(err);
  assert_true(jh_str_ends(jh_str_of(err->at.file), file));
  assert_true(jh_str_ends(jh_str_of(err->also.file), also));
  assert_int_equal(err->at.line, line);
  assert_null(office_found(&o, JH_EIMPORT_REPEATED, 1));
}

TEST(a_copy_of_a_file_is_refused_with_both_places) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,教室面积\n1001,60\n1002,60\n");
  office_write(&o, "b.csv", "学校代码,教室面积\n1001,60\n1002,60\n");
  refused(ROOMS("*.csv"), "b.csv", "a.csv", 0);
  refused(ROOMS("b.csv") ROOMS("a.csv"), "a.csv", "b.csv", 0); /* named, too */
  office_write(&o, "a.csv", "学校代码,学生数\n1001,60\n");
  office_write(&o, "b.csv", "学校代码,学生数\n1001,60\n");
  refused("from \"*.csv\" { table = \"schools\" }", "b.csv", "a.csv", 0);
  office_close(&o);
}

TEST(another_file_with_the_same_rows_of_a_parent_is_refused) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,教室面积\n1001,60\n1002,60\n1001,70\n");
  office_write(&o, "b.csv", "教室面积,学校代码\n50,1003\n70.0,1001\n60,1001\n");
  refused(ROOMS("*.csv"), "b.csv", "a.csv", 3);
  office_write(&o, "b.csv", "教室面积,学校代码\n50,1003\n70,1001\n61,1001\n");
  assert_int_equal(office_import(&o, "", ROOMS("*.csv")), JH_OK);
  const jh_error *err = office_found(&o, JH_EIMPORT_TWO_SOURCES, 0);
  assert_non_null(err);
  assert_int_equal(err->severity, JH_WARNING);
  assert_string_equal(err->args[1], "1001");
  assert_true(jh_str_ends(jh_str_of(err->also.file), "a.csv"));
  office_close(&o);
}

TEST(columns_of_one_sheet_and_parted_sources_are_no_copies) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,甲,乙\n1001,60,60\n");
  office_write(&o, "b.csv", "学校代码,教室面积\n1002,60\n");
  assert_int_equal(
      office_import(
          &o, "",
          "from \"a.csv\" { table = \"rooms\", columns = { school_code = \"学校代码\",\n"
          "  room_area_m2 = \"甲\" } }\n"
          "from \"a.csv\" { table = \"rooms\", columns = { school_code = \"学校代码\",\n"
          "  room_area_m2 = \"乙\" } }\n" ROOMS("b.csv")),
      JH_OK);
  assert_null(office_found(&o, JH_EIMPORT_TWO_SOURCES, 0));
  assert_string_equal(
      office_read(&o, "rooms.csv"), "school_code,room_area_m2\n1001,60\n1001,60\n1002,60\n");
  office_close(&o);
}

TESTS(
    RUN(a_copy_of_a_file_is_refused_with_both_places),
    RUN(another_file_with_the_same_rows_of_a_parent_is_refused),
    RUN(columns_of_one_sheet_and_parted_sources_are_no_copies))
