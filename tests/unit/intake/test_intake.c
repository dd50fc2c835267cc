/* Sources into a dataset: joined, converted, added up, and all that is not used told. */
#include "support/test.h"

#include <sys/stat.h>

#include "office.h"

#define SCHOOLS "from \"a.csv\" { table = \"schools\" }\n"

static office o;

/* The import is made and one of its files is exactly this. */
static void makes(const char *head, const char *froms, const char *file, const char *expected) {
  jh_code code = office_import(&o, head, froms);
  char text[512];
  jh_error_print(&o.err, JH_EN, text, sizeof text);
  if (code) {
    for (size_t i = 0; i < jh_diag_kept(jh_session_diag(o.session)); i++) {
      jh_error_print(jh_diag_get(jh_session_diag(o.session), i), JH_EN, text, sizeof text);
      print_message("%s\n", text);
    }
    fail_msg("%s", text);
  }
  const char *got = office_read(&o, file);
  assert_non_null(got);
  assert_string_equal(got, expected);
}

/* A line of import.csv holds all three texts. */
static void reports(const char *kind, const char *place, const char *words) {
  char line[1024];
  const char *at = office_read(&o, "import.csv");
  assert_non_null(at);
  while (*at) {
    size_t size = strcspn(at, "\n");
    (void)snprintf(line, sizeof line, "%.*s", (int)size, at);
    if (strncmp(line, kind, strlen(kind)) == 0 && strstr(line, place) && strstr(line, words))
      return;
    at += size + (at[size] == '\n');
  }
  fail_msg(
      "import.csv has no line: %s … %s … %s\n%s", kind, place, words,
      office_read(&o, "import.csv"));
}

static void refused_at(jh_code code, const char *file, uint32_t line, uint32_t field) {
  const jh_error *err = office_found(&o, code, 0);
  if (!err) fail_msg("%s was not found", jh_code_name(code));
  assert_true(jh_str_ends(jh_str_of(err->at.file), file));
  assert_int_equal(err->at.line, line);
  assert_int_equal(err->at.field, field);
}

TEST(files_are_joined_by_key_and_add_columns_and_rows) {
  office_open(&o);
  office_write(&o, "a.csv", "学校名称,学校代码,学生数\n乙校,1002,200\n甲校,1001,100\n");
  office_write(&o, "b.csv", "学校代码,面积（平方米）\n1003,30.50\n1001,10\n");
  makes(
      "year = \"2024\"", SCHOOLS "from \"b.csv\" { table = \"schools\" }\n", "schools.csv",
      "school_code,school_name,school_year,students,area_m2\n"
      "1001,甲校,2024,100,10\n1002,乙校,2024,200,\n1003,,2024,,30.5\n");
  assert_string_equal(office_origin(&o, "schools", 2, "students"), "a.csv:3 C");
  assert_string_equal(office_origin(&o, "schools", 2, "area_m2"), "b.csv:3 B");
  assert_string_equal(office_origin(&o, "schools", 2, "school_code"), "a.csv:3 B + b.csv:3 A");
  assert_string_equal(office_origin(&o, "schools", 4, "area_m2"), "b.csv:2 B");
  assert_string_equal(office_origin(&o, "schools", 4, "students"), "");
  assert_string_equal(
      office_origin(&o, "schools", 2, "school_year"), "mapping.lua:1 + mapping.lua:1");
  office_close(&o);
}

TEST(a_cell_given_twice_must_be_the_same) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,学生数\n1001,100\n1002,7\n1003,\n");
  office_write(&o, "b.csv", "学校代码,学生数\n1002,8\n1001,0100\n1003,5\n");
  assert_int_equal(
      office_import(&o, "", SCHOOLS "from \"b.csv\" { table = \"schools\" }\n"),
      JH_EIMPORT_REFUSED);
  refused_at(JH_EIMPORT_CLASH, "b.csv", 2, 2);
  const jh_error *err = office_found(&o, JH_EIMPORT_CLASH, 0);
  assert_true(jh_str_ends(jh_str_of(err->also.file), "a.csv"));
  assert_int_equal(err->also.line, 3);
  assert_null(office_found(&o, JH_EIMPORT_CLASH, 1)); /* 100 and 0100 are one number */
  office_write(&o, "b.csv", "学校代码,学生数\n1001,100\n1003,5\n");
  makes(
      "", SCHOOLS "from \"b.csv\" { table = \"schools\" }\n", "schools.csv",
      "school_code,students\n1001,100\n1002,7\n1003,5\n");
  assert_string_equal(office_origin(&o, "schools", 2, "students"), "a.csv:2 B");
  assert_string_equal(office_origin(&o, "schools", 4, "students"), "b.csv:3 B");
  office_close(&o);
}

TEST(a_key_stands_once_in_a_source) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,学生数\n1001,100\n1001,100\n");
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_EIMPORT_REFUSED);
  refused_at(JH_EDUPLICATE_KEY, "a.csv", 3, 1);
  assert_int_equal(office_found(&o, JH_EDUPLICATE_KEY, 0)->also.line, 2);
  office_close(&o);
}

TEST(parts_are_added_up_and_a_blank_part_leaves_the_sum_blank) {
  office_open(&o);
  office_write(&o, "a.csv", "码,体育,健康\n1001,3,2\n1002,3,\n1003,,\n1004,3,0\n");
  makes(
      "",
      "from \"a.csv\" { table = \"schools\", columns = { school_code = \"码\",\n"
      "  students = { sum = { \"体育\", \"=C\" } } } }",
      "schools.csv", "school_code,students\n1001,5\n1002,\n1003,\n1004,3\n");
  assert_string_equal(office_origin(&o, "schools", 2, "students"), "a.csv:2 B + a.csv:2 C");
  const jh_error *err = office_found(&o, JH_ESUM_BLANK, 0);
  assert_non_null(err);
  assert_int_equal(err->severity, JH_WARNING);
  assert_string_equal(err->args[1], "1"); /* a row with nothing at all is no surprise */
  reports("note", "a.csv", "students: left blank in 1 rows");
  office_close(&o);
}

TEST(words_and_constants_are_read_as_cells_are) {
  office_open(&o);
  office_write(&o, "a.csv", "码,类\n1001,完小\n1002,教学点\n1003,不详\n");
  makes(
      "",
      "from \"a.csv\" { table = \"schools\", columns = { school_code = \"码\", students = { value "
      "= \"007\" },\n"
      "  school_type = { \"类\", words = { [\"完小\"] = \"小学\", [\"不详\"] = \"\" } } },\n"
      "  set = { is_counted_as_school = true } }",
      "schools.csv",
      "school_code,school_type,is_counted_as_school,students\n"
      "1001,primary_school,yes,7\n1002,teaching_point,yes,7\n1003,,yes,7\n");
  assert_string_equal(office_origin(&o, "schools", 2, "students"), "mapping.lua:2");
  assert_int_equal(
      office_import(
          &o, "",
          "from \"a.csv\" { table = \"schools\", columns = { school_code = \"码\" },\n"
          "  set = { students = \"many\" } }"),
      JH_EIMPORT_REFUSED);
  refused_at(JH_ENOT_NUMBER, "mapping.lua", 3, 0);
  office_close(&o);
}

TEST(money_is_converted_from_the_unit_that_is_said) {
  static const struct {
    const char *header, *field, *expected;
    bool is_open, is_against;
  } cases[] = {
      {"设备值（元）", "\"设备值（元）\"", "12.3", false, false},
      {"设备值", "{ \"设备值\", unit = \"yuan\" }", "12.3", false, false},
      {"设备值（元）", "{ \"设备值（元）\", unit = \"wan_yuan\" }", "123000", false, true},
      {"设备值（元）", "{ \"设备值（元）\", unit = \"元\" }", "12.3", false, false},
      {"设备值（千元）", "\"设备值（千元）\"", "12300", false, false},
      {"设备", "\"设备\"", "123000", true, false},
      {"资产（元）", "\"资产（元）\"", "12.3", false, false},
      {"资产(百元)", "\"资产(百元)\"", "1230", false, false},
      {"设备值（万元）", "\"设备值（万元）\"", "123000", false, false},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    char file[200], froms[400], expected[200];
    office_open(&o);
    (void)snprintf(file, sizeof file, "码,%s\n1001,123000\n", cases[i].header);
    (void)snprintf(
        froms, sizeof froms,
        "from \"a.csv\" { table = \"schools\", columns = { school_code = \"码\", "
        "value_wan_yuan = %s } }",
        cases[i].field);
    (void)snprintf(
        expected, sizeof expected, "school_code,value_wan_yuan\n1001,%s\n", cases[i].expected);
    office_write(&o, "a.csv", file);
    makes("", froms, "schools.csv", expected);
    assert_int_equal(office_found(&o, JH_EIMPORT_UNIT_OPEN, 0) != NULL, cases[i].is_open);
    assert_int_equal(office_found(&o, JH_EIMPORT_UNIT_AGAINST, 0) != NULL, cases[i].is_against);
    office_close(&o);
  }
}

TEST(the_unit_of_a_source_holds_for_money_whose_header_says_none) {
  office_open(&o);
  office_write(&o, "a.csv", "码,设备,面积\n1001,123000,5\n");
  makes(
      "",
      "from \"a.csv\" { table = \"schools\", unit = \"yuan\", columns = { school_code = \"码\",\n"
      "  value_wan_yuan = \"设备\", area_m2 = \"面积\" } }",
      "schools.csv", "school_code,area_m2,value_wan_yuan\n1001,5,12.3\n");
  reports("column", "value_wan_yuan", "yuan -> wan_yuan");
  assert_int_equal(
      office_import(
          &o, "",
          "from \"a.csv\" { table = \"schools\", columns = { school_code = \"码\",\n"
          "  area_m2 = { \"面积\", unit = \"yuan\" } } }"),
      JH_EIMPORT_REFUSED);
  refused_at(JH_EUNIT_MISMATCH, "mapping.lua", 3, 0);
  office_close(&o);
}

TEST(the_unit_of_a_stacked_header_or_of_the_unit_line_is_taken) {
  office_open(&o);
  office_write(
      &o, "a.csv",
      "某县表,,,\n单位：元、千平方米,,,\n码,资产,学生（千人）,用房\n1001,123000,2,1.5\n");
  const char *froms =
      "from \"a.csv\" { table = \"schools\", columns = { school_code = \"码\",\n"
      "  value_wan_yuan = \"资产\", students = \"学生（千人）\", area_m2 = \"用房\" } }";
  makes(
      "", froms, "schools.csv",
      "school_code,students,area_m2,value_wan_yuan\n1001,2000,1500,12.3\n");
  reports("column", "value_wan_yuan", "元 -> wan_yuan");
  office_write(
      &o, "a.csv", "码,资产（元）,,学生,用房（千平方米）\n,专用,通用,,教学\n1001,123000,5,2,1.5\n");
  makes(
      "",
      "from \"a.csv\" { table = \"schools\", header_lines = 2, columns = { school_code = \"码\",\n"
      "  value_wan_yuan = \"资产（元）/专用\", students = \"学生\", area_m2 = \"教学\" } }",
      "schools.csv", "school_code,students,area_m2,value_wan_yuan\n1001,2,1500,12.3\n");
  office_close(&o);
}

TEST(sums_headings_notes_and_repeated_headers_are_no_records) {
  office_open(&o);
  office_write(
      &o, "a.csv",
      "某县表,,\n学校代码,学校名称,学生数\n一、城区,,\n1001,甲校,1\n,小 "
      "计,1\n学校代码,学校名称,学生数\n"
      "1002,乙校,2\n,合　计,3\n1003,会计小学,4\n注：空白为无,,\n");
  makes(
      "", SCHOOLS, "schools.csv",
      "school_code,school_name,students\n1001,甲校,1\n1002,乙校,2\n1003,会计小学,4\n");
  assert_int_equal(o.count.left_out, 5);
  reports("left_out", "a.csv,,3,", "no code and no figures");
  reports("left_out", "a.csv,,5,", "sum of other rows");
  reports("left_out", "a.csv,,6,", "the header once more");
  reports("left_out", "a.csv,,8,", "sum of other rows");
  reports("left_out", "a.csv,,10,", "no code and no figures");
  reports("unused", "a.csv,,A1,", "某县表");
  office_close(&o);
}

TEST(a_sum_with_a_code_of_its_own_is_left_out_with_a_warning) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,学校名称,学生数\n1001,甲校,1\n1009,城区小计,1\n");
  makes("", SCHOOLS, "schools.csv", "school_code,school_name,students\n1001,甲校,1\n");
  const jh_error *found = office_found(&o, JH_EIMPORT_SUM_CODE, 0);
  assert_non_null(found);
  assert_int_equal(found->at.line, 3);
  assert_string_equal(found->args[0], "1009");
  office_close(&o);
}

TEST(figures_without_a_key_are_refused_unless_the_mapping_leaves_them_out) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,学校名称,学生数\n1001,甲校,1\n,乙校,2\n1003,丙校,\n");
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_EIMPORT_REFUSED);
  refused_at(JH_EIMPORT_NO_KEY, "a.csv", 3, 1);
  makes(
      "",
      "from \"a.csv\" { table = \"schools\", leave_out = { school_code = \"\", [\"学校名称\"] = { "
      "\"丙校\" } } }",
      "schools.csv", "school_code,school_name,students\n1001,甲校,1\n");
  reports("left_out", "a.csv,,3,", "as the mapping says");
  reports("left_out", "a.csv,,4,", "丙校");
  office_close(&o);
}

#define CAMPUSES                                                                                   \
  "学校代码,学校名称,类型,是否计校数,主校,学生数,最大班额,面积\n"        \
  "1001,主校,小学,是,,100,40,10.5\n1002,东区,小学,否,1001,20,45,1.5\n"                   \
  "1003,西区,小学,否,1002,5,30,\n1004,教学点,教学点,否,1001,9,9,9\n"                   \
  "1005,他校,小学,是,,7,7,\n"

TEST(campuses_are_added_to_their_school_if_the_mapping_says_so) {
  office_open(&o);
  office_write(&o, "a.csv", CAMPUSES);
  makes(
      "campuses = \"merge\"", SCHOOLS, "schools.csv",
      "school_code,school_name,school_type,is_counted_as_school,parent_school_code,students,"
      "primary_largest_class,area_m2\n"
      "1001,主校,primary_school,yes,,125,45,\n"
      "1004,教学点,teaching_point,no,1001,9,9,9\n1005,他校,primary_school,yes,,7,7,\n");
  assert_int_equal(o.count.merged, 2);
  assert_string_equal(
      office_origin(&o, "schools", 2, "students"), "a.csv:2 F + a.csv:3 F + a.csv:4 F");
  assert_string_equal(office_origin(&o, "schools", 2, "school_name"), "a.csv:2 B");
  const jh_error *err = office_found(&o, JH_ECAMPUS_BLANK, 0); /* 10.5 + 1.5 + nothing */
  assert_non_null(err);
  assert_string_equal(err->args[0], "1003");
  assert_string_equal(err->args[2], "area_m2");
  reports("merged", "a.csv,,3,", "campus 1002 was added to 1001");
  assert_int_equal(office_import(&o, "campuses = \"keep\"", SCHOOLS), JH_OK);
  assert_int_equal(o.count.rows, 5);
  office_close(&o);
}

TEST(a_campus_without_its_school_is_refused) {
  office_open(&o);
  office_write(
      &o, "a.csv",
      "学校代码,是否计校数,主校\n1001,否,1009\n1002,否,1003\n1003,否,1002\n1004,否,1004\n");
  assert_int_equal(office_import(&o, "campuses = \"merge\"", SCHOOLS), JH_EIMPORT_REFUSED);
  for (size_t i = 0; i < 4; i++) assert_non_null(office_found(&o, JH_ECAMPUS_PARENT, i));
  refused_at(JH_ECAMPUS_PARENT, "a.csv", 2, 3);
  office_close(&o);
}

TEST(a_campus_of_another_county_stays_where_it_is) {
  office_open(&o);
  office_write(
      &o, "a.csv",
      "学校代码,县代码,是否计校数,主校,学生数\n1001,1,是,,100\n1002,2,否,1001,20\n1003,1,否,1001,"
      "5\n");
  makes(
      "campuses = \"merge\"", SCHOOLS, "schools.csv",
      "school_code,county_code,is_counted_as_school,parent_school_code,students\n"
      "1001,1,yes,,105\n1002,2,no,1001,20\n");
  refused_at(JH_ECAMPUS_COUNTY, "a.csv", 3, 4);
  assert_int_equal(office_found(&o, JH_ECAMPUS_COUNTY, 0)->severity, JH_WARNING);
  office_close(&o);
}

TEST(rooms_of_a_campus_become_rooms_of_its_school) {
  office_open(&o);
  office_write(&o, "a.csv", CAMPUSES);
  office_write(&o, "r.csv", "学校代码,教室面积\n1003,9\n1005,7\n1004,6\n1001,8\n");
  makes(
      "campuses = \"merge\"", SCHOOLS "from \"r.csv\" { table = \"rooms\" }\n", "rooms.csv",
      "school_code,room_area_m2\n1001,9\n1001,8\n1004,6\n1005,7\n");
  assert_string_equal(office_origin(&o, "rooms", 2, "school_code"), "r.csv:2 A");
  office_close(&o);
}

TEST(a_text_record_longer_than_its_header_is_refused) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,学生数\n1001,1,234\n1002,5,,\n合计,6,7,8\n");
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_EIMPORT_REFUSED);
  refused_at(JH_ECELL_COUNT, "a.csv", 2, 3);
  assert_null(office_found(&o, JH_ECELL_COUNT, 1));
  office_close(&o);
}

TEST(a_form_gives_one_record_for_each_file) {
  office_open(&o);
  office_write(&o, "f/b.csv", "标识码,1002\n面积,20\n备注,x\n");
  office_write(&o, "f/a.csv", "标识码,1001\n面积,\n");
  office_write(&o, "f/.hidden.csv", "标识码,1003\n面积,\n");
  const char *froms = "from \"f/*.csv\" { form = \"教基5170\", table = \"schools\",\n"
                      "  cells = { school_code = \"B1\", area_m2 = \"B2\" } }";
  makes("", froms, "schools.csv", "school_code,area_m2\n1001,\n1002,20\n");
  assert_string_equal(office_origin(&o, "schools", 3, "area_m2"), "f/b.csv:2 B");
  reports("unused", "f/b.csv,,B3,", "cell not used: x");
  office_write(&o, "f/c.csv", "标识码,\n面积,7\n");
  assert_int_equal(office_import(&o, "", froms), JH_EIMPORT_REFUSED);
  refused_at(JH_EIMPORT_NO_KEY, "f/c.csv", 1, 2);
  office_close(&o);
}

TEST(rows_without_a_key_of_their_own_stay_as_they_came) {
  office_open(&o);
  office_write(&o, "r.csv", "学校代码,教室面积\n1002,9\n1001,7\n1002,3\n1001,8\n");
  makes(
      "", "from \"r.csv\" { table = \"rooms\" }", "rooms.csv",
      "school_code,room_area_m2\n1001,7\n1001,8\n1002,9\n1002,3\n");
  assert_string_equal(office_origin(&o, "rooms", 5, "room_area_m2"), "r.csv:4 B");
  office_close(&o);
}

TEST(texts_with_commas_quotes_and_line_ends_stay_whole) {
  office_open(&o);
  office_write(
      &o, "a.csv",
      "学校代码,学校名称,学生数\n1001,\"甲,\"\"校\"\"\",1\n1002,\"乙\n校\",2\n1003,=1+1,3\n");
  makes(
      "", SCHOOLS, "schools.csv",
      "school_code,school_name,students\n1001,\"甲,\"\"校\"\"\",1\n1002,\"乙\n校\",2\n1003,'=1+1,"
      "3\n");
  assert_string_equal(office_origin(&o, "schools", 5, "students"), "a.csv:5 C");
  assert_string_equal(
      office_origin(&o, "schools", 4, "students"), "a.csv:3 C"); /* the record's own */
  office_close(&o);
}

TEST(what_is_not_used_is_told) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,校长,备注\n1001,赵,\n1002,钱,\n");
  office_write(&o, "other.csv", "x\n1\n");
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_OK);
  reports("unused", "a.csv,,B,", "\"\"校长\"\", cells that hold something: 2");
  reports("unused", "other.csv", "file not used");
  assert_non_null(office_found(&o, JH_EFILE_NOT_READ, 0));
  assert_int_equal(o.count.unused, 2);
  office_close(&o);
}

TEST(a_column_is_used_if_any_source_reads_it) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码,教室面积\n1001,5\n");
  assert_int_equal(office_import(&o, "", SCHOOLS "from \"a.csv\" { table = \"rooms\" }"), JH_OK);
  assert_int_equal(o.count.unused, 0);
  office_close(&o);
}

TEST(mistakes_of_a_mapping_name_its_line) {
  static const struct {
    const char *froms;
    jh_code code;
    uint32_t line;
    bool is_listed; /* among the diagnostics, with others */
  } cases[] = {
      {"from \"a.csv\" { table = \"school\" }", JH_EUNKNOWN_NAME, 2, false},
      {"from \"a.csv\" { table = \"schools\",\n columns = { school_cod = \"x\" } }",
       JH_EUNKNOWN_NAME, 3, false},
      {"from \"a.csv\" { table = \"counties\" }", JH_EIMPORT_DERIVED, 2, false},
      {"from \"b.csv\" { table = \"schools\" }", JH_EIMPORT_NO_FILE, 2, true},
      {"from \"*.xlsx\" { table = \"schools\" }", JH_EIMPORT_NO_FILE, 2, true},
      {"from \"a.csv\" { table = \"schools\", sheet = \"学校\" }", JH_EIMPORT_NO_SHEET, 2, true},
      {"from \"a.csv\" { table = \"schools\", sheet = \"*\" }", JH_EIMPORT_NO_SHEET, 2, true},
      {"from \"a.csv\" { table = \"schools\",\n columns = { school_code = \"代号\" } }",
       JH_EIMPORT_HEADER, 3, true},
      {"from \"a.csv\" { table = \"schools\",\n columns = { school_code = \"=A\", students = "
       "\"=C\" } }",
       JH_EIMPORT_HEADER, 3, true},
      {"from \"a.csv\" { table = \"schools\",\n columns = { students = \"学生数\" } }",
       JH_EIMPORT_KEY, 2, true},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    office_open(&o);
    office_write(&o, "a.csv", "学校代码,学生数\n1001,100\n");
    jh_code code = office_import(&o, "", cases[i].froms);
    assert_int_equal(code, cases[i].is_listed ? JH_EIMPORT_REFUSED : cases[i].code);
    const jh_error *err = cases[i].is_listed ? office_found(&o, cases[i].code, 0) : &o.err;
    assert_non_null(err);
    assert_int_equal(err->at.line, cases[i].line);
    assert_null(office_read(&o, "schools.csv"));
    office_close(&o);
  }
}

TEST(a_header_that_stands_twice_needs_its_path) {
  office_open(&o);
  office_write(&o, "a.csv", "码,在校生,,教师,\n,小学,初中,小学,初中\n1001,1,2,3,4\n");
  assert_int_equal(
      office_import(
          &o, "",
          "from \"a.csv\" { table = \"schools\", header_lines = 2,\n"
          "columns = { school_code = \"码\", students = \"初中\" } }"),
      JH_EIMPORT_REFUSED);
  refused_at(JH_EIMPORT_TWO_HEADERS, "mapping.lua", 3, 0);
  makes(
      "",
      "from \"a.csv\" { table = \"schools\", header_lines = 2,\n"
      "columns = { school_code = \"码\", students = \"在校生/初中\" } }",
      "schools.csv", "school_code,students\n1001,2\n");
  office_close(&o);
}

TEST(a_dictionary_that_names_files_is_refused) {
  office_open(&o);
  office_write(&o, "a.csv", "学校代码\n1001\n");
  office_write(&o, "town.lua", "extends \"national\"\nsource \"x.csv\" { table = \"schools\" }\n");
  assert_int_equal(office_import(&o, "", SCHOOLS), JH_EIMPORT_SOURCES);
  assert_int_equal(o.err.at.line, 2);
  office_close(&o);
}

TESTS(
    RUN(files_are_joined_by_key_and_add_columns_and_rows), RUN(a_cell_given_twice_must_be_the_same),
    RUN(a_key_stands_once_in_a_source),
    RUN(parts_are_added_up_and_a_blank_part_leaves_the_sum_blank),
    RUN(words_and_constants_are_read_as_cells_are),
    RUN(money_is_converted_from_the_unit_that_is_said),
    RUN(the_unit_of_a_source_holds_for_money_whose_header_says_none),
    RUN(the_unit_of_a_stacked_header_or_of_the_unit_line_is_taken),
    RUN(sums_headings_notes_and_repeated_headers_are_no_records),
    RUN(a_sum_with_a_code_of_its_own_is_left_out_with_a_warning),
    RUN(figures_without_a_key_are_refused_unless_the_mapping_leaves_them_out),
    RUN(campuses_are_added_to_their_school_if_the_mapping_says_so),
    RUN(a_campus_without_its_school_is_refused), RUN(a_campus_of_another_county_stays_where_it_is),
    RUN(rooms_of_a_campus_become_rooms_of_its_school),
    RUN(a_text_record_longer_than_its_header_is_refused),
    RUN(a_form_gives_one_record_for_each_file),
    RUN(rows_without_a_key_of_their_own_stay_as_they_came),
    RUN(texts_with_commas_quotes_and_line_ends_stay_whole), RUN(what_is_not_used_is_told),
    RUN(a_column_is_used_if_any_source_reads_it), RUN(mistakes_of_a_mapping_name_its_line),
    RUN(a_header_that_stands_twice_needs_its_path), RUN(a_dictionary_that_names_files_is_refused))
