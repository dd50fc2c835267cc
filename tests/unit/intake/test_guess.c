#include "support/test.h"

#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "intake/guess.h"
#include "pack/load.h"
#include "script/script.h"

static const char folder[] = JH_TEST_FOLDER "/offices";
static jh_error err;
static jh_plan *plan;
static jh_diag *diag;
static jh_buf text;

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk) {
  (void)info, (void)kind, (void)walk;
  return remove(path);
}

static int set_up(void **state) {
  (void)state;
  (void)nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
  (void)mkdir(folder, 0777);
  jh_pack_options options = {.dictionary = "national", .share_folder = JH_TEST_ROOT};
  diag = jh_diag_open(50);
  jh_buf_init(&text);
  return jh_pack_load(&plan, &options, diag, &err);
}

static int tear_down(void **state) {
  (void)state;
  jh_buf_done(&text);
  jh_diag_close(diag);
  jh_plan_close(plan);
  return 0;
}

static const char *path_of(const char *name) {
  static char path[600];
  (void)snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static void put(const char *name, const char *words) {
  const char *slash = strchr(name, '/');
  if (slash) {
    char below[200];
    (void)snprintf(below, sizeof below, "%.*s", (int)(slash - name), name);
    (void)mkdir(path_of(below), 0777);
  }
  FILE *file = fopen(path_of(name), "wb");
  assert_non_null(file);
  assert_true(fputs(words, file) >= 0);
  assert_int_equal(fclose(file), 0);
}

/* The mapping into `text`; returns how much is open. */
static size_t guess(bool strictly, jh_lang lang) {
  jh_guess *made;
  jh_diag_close(diag);
  diag = jh_diag_open(50);
  jh_buf_clear(&text);
  assert_int_equal(jh_guess_open(&made, plan, folder, &err), JH_OK);
  size_t open = jh_guess_check(made, strictly, diag);
  jh_guess_write(made, "national", lang, &text);
  jh_guess_close(made);
  assert_true(jh_buf_ok(&text));
  return open;
}

static bool says(const char *words) { return strstr(text.at, words) != NULL; }

#define assert_says(words)                                                                         \
  do {                                                                                             \
    if (!says(words)) fail_msg("not in the mapping: %s\n%s", words, text.at);                      \
  } while (0)

static bool is_told(jh_code code) {
  for (size_t i = 0; i < jh_diag_kept(diag); i++) {
    if (jh_diag_get(diag, i)->code == code) return true;
  }
  return false;
}

/* Does the program's own reader of mappings take it? */
static const jh_mapping *read_mapping(jh_script **script, jh_plan **own) {
  const jh_mapping *mapping = NULL;
  put("../mapping.lua", text.at);
  const char *path = path_of("../mapping.lua");
  assert_int_equal(jh_plan_open(own, &err), JH_OK);
  assert_int_equal(jh_script_open(script, *own, NULL, &err), JH_OK);
  jh_code code = jh_script_run(*script, JH_SCRIPT_MAPPING, path, path, &err);
  if (!code) code = jh_script_mapping(*script, path, &mapping, &err);
  if (code) {
    char told[600];
    jh_error_print(&err, JH_EN, told, sizeof told);
    fail_msg("%s\n%s", told, text.at);
  }
  return mapping;
}

static const char schools[] =
    "某县 2024 年学校情况\n"
    "序号,学校代码,学校名称,所属县代码,学校类型,小学班数量,学校标识码,备注\n"
    "1,2137000001,东镇小学,370102,小学,8,2137000001,\n"
    "合计,,,,,8,,\n"
    "填表人：张三\n";

TEST(each_header_is_placed_by_name_by_alias_or_as_a_question) {
  put("学校.csv", schools);
  assert_int_equal(guess(false, JH_ZH), 0);
  assert_says("    school_name = \"学校名称\",\n");
  assert_says("    county_code = \"所属县代码\",\n");
  assert_says("    -- primary_classes = \"小学班数量\",  -- 表头相近");
  assert_says("也是此列的表头");
  assert_says("  skip_lines = 1, header_lines = 1,");
  assert_says("  leave_out = { [\"序号\"] = { \"合计\", \"填表人：张三\" } },");
  assert_says("  -- 没有用到的表头：序号、备注");
  assert_says("  -- as_of = \"2024-09-01\",");
  assert_says("没有文件可用的表：counties、rooms、monitoring");
  assert_int_equal(guess(true, JH_ZH), 2);
  assert_true(is_told(JH_EGUESS_NEAR));
  assert_true(is_told(JH_EGUESS_TWICE));
}

TEST(a_proposed_mapping_is_one_that_can_be_read) {
  jh_script *script;
  jh_plan *own;
  put("学校.csv", schools);
  put("5170.csv", ",,教基5170\n学校代码,2137000001\n,,面积\n,,\n1,,\n2,,\n3,,\n4,,\n5,,\n"
                  "教学及辅助用房,06,2100.5\n");
  guess(false, JH_EN);
  const jh_mapping *mapping = read_mapping(&script, &own);
  assert_int_equal(mapping->from_count, 2);
  assert_string_equal(mapping->froms[0].form, "教基5170");
  assert_true(mapping->froms[0].is_form);
  assert_int_equal(mapping->froms[1].skip_lines, 1);
  assert_int_equal(mapping->froms[1].leave_count, 1);
  jh_script_close(script);
  jh_plan_close(own);
}

TEST(a_required_column_that_nothing_feeds_is_told_and_asked_for) {
  put("a.csv", "学校标识码,学校名称,学校类型\n2137000001,东镇小学,小学\n");
  assert_int_equal(guess(false, JH_EN), 1);
  assert_int_equal(jh_diag_get(diag, 0)->code, JH_EGUESS_OPEN);
  assert_string_equal(jh_diag_get(diag, 0)->args[0], "county_code");
  assert_says("    -- county_code = \"…\",  -- needed");
  /* Another file of the same table may have it, but each needs the key. */
  put("b.csv", "所属县代码,学校名称,小学在校生数\n370102,东镇小学,12\n");
  assert_int_equal(guess(false, JH_EN), 1);
  assert_string_equal(jh_diag_get(diag, 0)->args[0], "school_code");
}

TEST(a_folder_with_nothing_known_is_told) {
  put("a.csv", "x,y\n1,2\n");
  put(".hidden.csv", "x\n");
  put("~$lock.xlsx", "");
  put("note.docx", "");
  assert_int_equal(guess(false, JH_EN), 1);
  assert_true(is_told(JH_EGUESS_NOTHING));
  assert_says("nothing known was found in: a.csv\n");
  assert_says("files not looked at: .hidden.csv, note.docx, ~$lock.xlsx\n");
  jh_guess *none = NULL;
  assert_int_equal(jh_guess_open(&none, plan, "no such folder", &err), JH_ENO_FOLDER);
  assert_null(none);
}

TEST(units_of_headers_and_unit_lines_are_said_where_they_are_not_the_columns_own) {
  put("a.csv", "单位：元\n学校标识码,教学仪器设备资产值,年度公用经费预算总额（万元）\n2137000001,"
               "305000,12\n");
  guess(false, JH_EN);
  assert_says("  unit = \"yuan\",");
  assert_says("    equipment_value_wan_yuan = \"教学仪器设备资产值\",  -- in another unit");
  assert_says("    public_funds_budget_wan_yuan = \"年度公用经费预算总额（万元）\",");
  put("a.csv", "学校标识码,小学班数（个）\n2137000001,8\n");
  guess(false, JH_EN);
  assert_says("    primary_classes = \"小学班数（个）\",");
  put("a.csv", "学校标识码,教学仪器设备资产值（元）\n2137000001,305000\n");
  guess(false, JH_EN);
  assert_says("{ \"教学仪器设备资产值（元）\", unit = \"yuan\" }");
}

static const char form_head[] = "教基5170 校舍,,\n学校（机构）标识码：,%s,\n";

static void put_form(const char *name, const char *code, const char *rest) {
  char words[1000];
  (void)snprintf(words, sizeof words, form_head, code);
  (void)strncat(words, rest, sizeof words - strlen(words) - 1);
  put(name, words);
}

TEST(a_cell_of_a_form_is_looked_for_beside_its_label) {
  put_form("a.csv", "2137000001", "1\n2\n3\n4\n5\n6\n7\n教学及辅助用房,1,2100.5\n");
  guess(false, JH_EN);
  assert_says("form = \"教基5170\"");
  assert_says("    school_code = \"B2\",");
  assert_says("    teaching_area_m2 = \"C10\",  -- to be checked: a hint; beside it stands");
  assert_says(
      "    indoor_sports_area_m2 = \"C17\",  -- to be checked: a hint; \"室内体育用房\" was not "
      "seen beside it; no number");
  put_form(
      "a.csv", "2137000001", "1\n2\n教学及辅助用房（平方米）,1,2100.5\n其中：室内体育用房,2,400\n");
  guess(false, JH_EN);
  assert_says("    teaching_area_m2 = \"C5\",  -- to be checked: \"教学及辅助用房（平方米）\" "
              "stands in this "
              "row, while the hint is C10");
  assert_says("    indoor_sports_area_m2 = \"C6\",");
  assert_int_equal(guess(true, JH_EN), 4);
  assert_true(is_told(JH_EGUESS_FORM));
}

TEST(a_form_whose_cells_are_not_known_is_a_question_as_a_whole) {
  put("a.csv", "教基3112,,\n学校标识码,2137000001,\n");
  guess(false, JH_EN);
  assert_says("-- from \"a.csv\" {\n");
  assert_says("--     -- primary_students = \"…\",");
  put("b.csv", "基础基512,,\n学校标识码,2137000001,\n教学及辅助用房,04,1200\n");
  guess(false, JH_EN);
  assert_says("--     -- teaching_area_m2 = \"B3\",  -- the number beside");
}

TEST(a_list_of_schools_with_a_forms_title_is_a_table) {
  put("a.csv", "教基3112 小学在校生\n学校标识码,学校名称,所属县代码,学校类型,小学在校生数\n"
               "2137000001,东镇小学,370102,小学,12\n");
  assert_int_equal(guess(true, JH_EN), 0);
  assert_says("  columns = {\n");
  assert_says("    primary_students = \"小学在校生数\",\n");
}

TEST(forms_that_are_laid_out_alike_are_named_by_one_pattern) {
  const char *rest = "1\n2\n3\n4\n5\n6\n7\n教学及辅助用房,1,2100.5\n";
  put_form("forms/a.csv", "2137000001", rest);
  put_form("forms/b.csv", "2137000002", rest);
  guess(false, JH_EN);
  assert_says("from \"forms/*.csv\" {\n");
  assert_false(says("forms/a.csv"));
  put_form("forms/c.csv", "2137000003", "教学及辅助用房,1,2100.5\n");
  guess(false, JH_EN);
  assert_false(says("forms/*.csv")); /* one of them has its rows elsewhere */
  assert_says("from \"forms/a.csv\" {\n");
  assert_says("from \"forms/c.csv\" {\n");
}

TEST(tables_that_are_laid_out_alike_are_named_by_one_pattern) {
  const char *words = "学校标识码,学校名称,所属县代码,学校类型\n%s,东镇小学,370102,小学\n合计,,,\n";
  char text_of[300];
  (void)snprintf(text_of, sizeof text_of, words, "2137000001");
  put("towns/a.csv", text_of);
  (void)snprintf(text_of, sizeof text_of, words, "2137000002");
  put("towns/b.csv", text_of);
  put("towns/~$b.csv", "");
  assert_int_equal(guess(true, JH_EN), 0);
  assert_says("from \"towns/*.csv\" {\n");
  assert_says("no records: 2 rows");
  assert_false(says("from \"towns/b.csv\""));
  put("towns/c.csv", "学校标识码,小学在校生数\n2137000002,4\n");
  guess(false, JH_EN);
  assert_false(says("towns/*.csv"));
  assert_says("from \"towns/b.csv\"");
}

TEST(a_copy_of_a_file_is_a_question_and_is_not_taken) {
  put("a.csv", schools);
  put("b - 副本.csv", schools);
  guess(false, JH_EN);
  assert_true(is_told(JH_EIMPORT_REPEATED));
  assert_says("from \"a.csv\"");
  assert_false(says("from \"b - 副本.csv\""));
  assert_false(says("from \"*.csv\""));
  assert_says("b - 副本.csv is the same, byte by byte, as a.csv");
}

TEST(the_result_of_an_import_is_passed_over) {
  put("result/schools.csv",
      "学校标识码,学校名称,所属县代码,学校类型\n2137000001,东镇小学,370102,小学\n");
  (void)mkdir(path_of("result/origins"), 0777);
  FILE *file = fopen(path_of("result/origins/files.sha256"), "wb");
  assert_non_null(file);
  assert_int_equal(fclose(file), 0);
  assert_int_equal(guess(false, JH_EN), 1);
  assert_says("files not looked at: result/\n");
}

TEST(folders_that_lead_in_circles_are_not_followed) {
  put("a.csv", schools);
  assert_int_equal(symlink(".", path_of("circle")), 0);
  guess(false, JH_EN);
  assert_says("from \"a.csv\"");
  assert_says("files not looked at: circle/\n");
}

TEST(a_file_that_cannot_be_read_is_told_and_the_others_are_looked_at) {
  put("a.xlsx", "PK\x03\x04 no workbook");
  put("b.csv", "学校标识码,学校名称,所属县代码,学校类型\n2137000001,东镇小学,370102,小学\n");
  assert_int_equal(guess(false, JH_EN), 0);
  assert_int_equal(jh_diag_count(diag, JH_WARNING), 1);
  assert_says("files that cannot be read: a.xlsx\n");
  assert_says("from \"b.csv\"");
  assert_int_equal(guess(true, JH_EN), 1);
  assert_int_equal(jh_diag_count(diag, JH_ERROR), 1);
}

TEST(a_unit_in_a_forms_label_is_said) {
  put("a.csv", "教基5176,,,\n学校标识码,2137000001,,\n教学仪器设备资产值（元）,,,305000\n"
               "网络多媒体教室（间）,,,4\n");
  guess(false, JH_EN);
  assert_says("    equipment_value_wan_yuan = { \"D3\", unit = \"yuan\" },");
  assert_says("    multimedia_rooms = \"D4\",");
  assert_says(
      "    sports_ground_area_m2 = \"D7\",  -- to be checked: a hint; \"运动场地\" was not seen");
}

TEST(campuses_are_asked_about_where_the_files_know_them) {
  put("a.csv",
      "学校标识码,学校名称,所属县代码,学校类型,是否计校数,主校标识码\n"
      "2137000001,东镇小学,370102,小学,是,\n2137000002,东镇小学东校区,370102,小学,否,2137000001\n");
  assert_int_equal(guess(true, JH_EN), 0);
  assert_says("  -- campuses = \"merge\",");
}

TEST(words_that_a_choice_does_not_know_are_asked_for) {
  put("a.csv", "学校标识码,学校名称,所属县代码,办学类型\n2137000001,东镇小学,370102,完全小学\n"
               "2137000002,西镇小学,370102,完小\n2137000003,南镇小学,370102,完小\n合计,,,3\n");
  guess(false, JH_EN);
  assert_says("    school_type = \"办学类型\",");
  assert_says("    -- school_type = { \"办学类型\", words = { [\"完小\"] = \"…\" } },");
}

TEST(headers_that_are_the_same_are_named_by_their_letters) {
  put("a.csv",
      "学校标识码,学校名称,所属县代码,学校类型,学校标识码\n2137000001,东镇小学,370102,小学,1\n");
  guess(true, JH_EN);
  assert_says("    school_code = \"=A\",  -- 学校标识码\n");
  assert_says("    -- school_code = \"=E\",");
}

TEST(files_of_several_years_get_their_year_from_their_names) {
  const char *words = "学校标识码,学校名称,所属县代码,学校类型\n2137000001,东镇小学,370102,小学\n";
  put("schools-2023.csv", words);
  put("schools-2024.csv",
      "学校标识码,学校名称,所属县代码,学校类型\n2137000001,东镇中学,370102,初中\n");
  assert_int_equal(guess(true, JH_EN), 0);
  assert_says("    school_year = { value = \"2023\" },");
  assert_says("    school_year = { value = \"2024\" },");
  assert_says("  -- as_of = \"YYYY-MM-DD\",");
}

TEST(what_stands_in_a_header_is_never_run) {
  jh_script *script;
  jh_plan *own;
  put("a\"b.csv",
      "学校标识码,学校名称,所属县代码,学校类型,\"x\n} os.exit() --[[\",\"小学班数\"\"] = {\"\n"
      "2137000001,东镇小学,370102,小学,1,2\n\"合计\n}\",,,,,\n");
  guess(false, JH_ZH);
  const jh_mapping *mapping = read_mapping(&script, &own);
  assert_int_equal(mapping->from_count, 1);
  assert_string_equal(mapping->froms[0].file, "a\"b.csv");
  jh_script_close(script);
  jh_plan_close(own);
}

TEST(the_same_folder_gives_the_same_bytes) {
  put("b/z.csv", schools);
  put("b.csv", "学校代码,学校名称,所属县代码,学校类型\n2137000002,西镇小学,370102,小学\n");
  put("a.csv", "学校标识码,小学在校生数\n2137000001,1\n");
  guess(false, JH_ZH);
  char *first = strdup(text.at);
  guess(false, JH_ZH);
  assert_string_equal(first, text.at);
  assert_true(strstr(first, "from \"a.csv\"") < strstr(first, "from \"b.csv\""));
  assert_true(strstr(first, "from \"b.csv\"") < strstr(first, "from \"b/z.csv\""));
  free(first);
}

#define RUN_IN_FOLDER(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    RUN_IN_FOLDER(each_header_is_placed_by_name_by_alias_or_as_a_question),
    RUN_IN_FOLDER(a_proposed_mapping_is_one_that_can_be_read),
    RUN_IN_FOLDER(a_required_column_that_nothing_feeds_is_told_and_asked_for),
    RUN_IN_FOLDER(a_folder_with_nothing_known_is_told),
    RUN_IN_FOLDER(units_of_headers_and_unit_lines_are_said_where_they_are_not_the_columns_own),
    RUN_IN_FOLDER(a_cell_of_a_form_is_looked_for_beside_its_label),
    RUN_IN_FOLDER(a_form_whose_cells_are_not_known_is_a_question_as_a_whole),
    RUN_IN_FOLDER(a_list_of_schools_with_a_forms_title_is_a_table),
    RUN_IN_FOLDER(forms_that_are_laid_out_alike_are_named_by_one_pattern),
    RUN_IN_FOLDER(tables_that_are_laid_out_alike_are_named_by_one_pattern),
    RUN_IN_FOLDER(a_copy_of_a_file_is_a_question_and_is_not_taken),
    RUN_IN_FOLDER(the_result_of_an_import_is_passed_over),
    RUN_IN_FOLDER(folders_that_lead_in_circles_are_not_followed),
    RUN_IN_FOLDER(a_file_that_cannot_be_read_is_told_and_the_others_are_looked_at),
    RUN_IN_FOLDER(a_unit_in_a_forms_label_is_said),
    RUN_IN_FOLDER(campuses_are_asked_about_where_the_files_know_them),
    RUN_IN_FOLDER(words_that_a_choice_does_not_know_are_asked_for),
    RUN_IN_FOLDER(headers_that_are_the_same_are_named_by_their_letters),
    RUN_IN_FOLDER(files_of_several_years_get_their_year_from_their_names),
    RUN_IN_FOLDER(what_stands_in_a_header_is_never_run),
    RUN_IN_FOLDER(the_same_folder_gives_the_same_bytes))
