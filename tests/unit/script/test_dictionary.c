#include "support/test.h"

#include "model/audit_kind.h"
#include "text_file.h"

static jh_error err;

/* Runs a dictionary; the plan stays open in *plan where it is wanted. */
static jh_code run_dictionary(const char *text, jh_plan **out) {
  jh_plan *plan;
  jh_script *script;
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  jh_code code = run_text(script, JH_SCRIPT_DICTIONARY, "dictionary.lua", text, strlen(text), &err);
  jh_script_close(script);
  if (out) {
    *out = plan;
  } else {
    jh_plan_close(plan);
  }
  return code;
}

TEST(a_dictionary_becomes_tables_levels_and_columns) {
  jh_plan *plan;
  assert_int_equal(run_dictionary(small_dictionary, &plan), JH_OK);
  assert_int_equal(plan->table_count, 3);
  const jh_table_def *schools = &plan->tables[1];
  assert_string_equal(plan->levels[schools->level].id, "school");
  assert_int_equal(schools->parent, 0);
  assert_string_equal(schools->columns[schools->key_column].id, "school_code");
  const jh_column_def *students =
      &schools->columns[jh_plan_column(plan, 1, jh_str_of("primary_students"))];
  assert_true(students->has_min);
  assert_int_equal(students->min.mantissa, 0);
  assert_int_equal(students->scale, 0);
  const jh_column_def *area = &schools->columns[jh_plan_column(plan, 1, jh_str_of("area_m2"))];
  assert_int_equal(area->scale, 4);
  assert_int_equal(plan->tables[2].key_column, JH_NONE);
  jh_plan_close(plan);
}

TEST(a_dataset_states_its_day_its_year_and_its_sources) {
  char text[4096];
  (void)snprintf(
      text, sizeof text, "%s%s", small_dictionary,
      "source \"a.txt\" { table = \"schools\", delimiter = \"\\t\", skip_lines = 2,\n"
      "  encoding = \"BIG5\", set = { kind = \"town\" } }\n"
      "dataset { name = \"样本\", notice = { zh = \"虚构\", en = \"made up\" }, as_of = "
      "\"2024-09-01\","
      " year = \"2024\" }\n"
      "check \"c\" { name = \"c\", of = school, severity = \"warning\",\n"
      "  holds = school.teachers:at_least(0) }\n");
  jh_plan *plan;
  assert_int_equal(run_dictionary(text, &plan), JH_OK);
  assert_int_equal(plan->dataset.as_of, 20240901);
  assert_string_equal(plan->dataset.year, "2024");
  assert_int_equal(plan->source_count, 1);
  assert_int_equal(plan->sources[0].delimiter, '\t');
  assert_int_equal(plan->sources[0].skip_lines, 2);
  assert_string_equal(plan->sources[0].sets[0].value, "town");
  assert_int_equal(plan->rules[0].kind, JH_RULE_CHECK);
  assert_int_equal(plan->rules[0].severity, JH_WARNING);
  jh_plan_close(plan);
}

TEST(a_table_says_how_its_cells_are_read_and_a_column_may_say_otherwise) {
  static const char text[] =
      "dictionary \"d\" { name = \"d\", version = \"1.0.0\" }\n"
      "table_of \"towns\" { name = \"t\", level = \"town\", key = \"code\",\n"
      "  reading = { wide = true, percent = true, missing = { \"-\" } }, columns = {\n"
      "  column \"code\" { name = \"代码\", type = \"code\" },\n"
      "  column \"a\" { name = \"甲\", type = \"count\", percent = false, brackets = true },\n"
      "  column \"b\" { name = \"乙\", type = \"count\", suffixes = true, missing = {} },\n"
      "} }\n"
      "column_of \"towns\" { column \"c\" { name = \"丙\", type = \"count\" } }\n"
      "source \"t.xlsx\" { table = \"towns\", sheet = \"镇\", header_lines = 2 }\n"
      "source \"t.csv\" { table = \"towns\", delimiter = \"，\" }\n";
  jh_plan *plan;
  assert_int_equal(run_dictionary(text, &plan), JH_OK);
  const jh_column_def *columns = plan->tables[0].columns;
  assert_true(columns[0].has_wide && columns[0].has_percent && !columns[0].has_brackets);
  assert_true(columns[1].has_wide && !columns[1].has_percent && columns[1].has_brackets);
  assert_string_equal(columns[1].missing[0], "-");
  assert_true(columns[2].has_suffixes);
  assert_int_equal(columns[2].missing_count, 0);
  assert_true(columns[3].has_wide && !columns[3].has_grouping);
  assert_int_equal(columns[3].missing_count, 1);
  assert_string_equal(plan->sources[0].sheet, "镇");
  assert_int_equal(plan->sources[0].header_lines, 2);
  assert_int_equal(plan->sources[0].skip_lines, JH_NONE);
  assert_null(plan->sources[1].sheet);
  assert_int_equal(plan->sources[1].delimiter, '\x1F');
  jh_plan_close(plan);
}

TEST(a_dictionary_says_how_severe_a_kind_of_problem_is) {
  char text[4096];
  (void)snprintf(
      text, sizeof text, "%s%s", small_dictionary,
      "audit \"check\" { severity = \"error\" }\n"
      "audit \"year_jump\" { limit = \"2.5\" }\n"
      "audit \"check\" { severity = \"off\" }\n");
  jh_plan *plan;
  assert_int_equal(run_dictionary(text, &plan), JH_OK);
  assert_int_equal(plan->audit_count, 3);
  assert_int_equal(plan->audits[0].kind, JH_AUDIT_CHECK);
  assert_true(plan->audits[0].has_severity && !plan->audits[0].is_off);
  assert_int_equal(plan->audits[0].severity, JH_ERROR);
  assert_true(plan->audits[1].has_limit && !plan->audits[1].has_severity);
  assert_int_equal(plan->audits[1].limit.mantissa, 25);
  assert_true(plan->audits[2].is_off);
  jh_plan_close(plan);
}

TEST(a_parent_may_be_derived_from_its_children) {
  const char *text = "table_of \"counties\" { name = \"县\", level = \"county\", key = \"code\",\n"
                     "  derived = { from = \"schools\", names = \"county_name\" },\n"
                     "  columns = { column \"code\" { name = \"代码\", type = \"code\" } } }\n"
                     "table_of \"schools\" { name = \"学校\", level = \"school\", key = \"id\", "
                     "parent = \"counties\",\n"
                     "  by = \"county\", year = \"year\", stage = \"part\", columns = {\n"
                     "  column \"id\" { name = \"i\", type = \"code\" }, column \"county\" { name "
                     "= \"c\", type = \"code\" },\n"
                     "  column \"county_name\" { name = \"cn\", type = \"text\" },\n"
                     "  column \"part\" { name = \"p\", type = \"choice\", choices = { { \"a\", "
                     "name = \"A\" } } },\n"
                     "  column \"year\" { name = \"y\", type = \"code\" } } }\n";
  jh_plan *plan;
  assert_int_equal(run_dictionary(text, &plan), JH_OK);
  assert_true(plan->tables[0].is_derived);
  assert_int_equal(plan->tables[0].derived_from, 1);
  assert_int_equal(plan->tables[0].derived_name_column, 2);
  assert_int_equal(plan->tables[1].stage_column, 3);
  assert_int_equal(plan->tables[1].year_column, 4);
  jh_plan_close(plan);
}

#define TABLE(columns)                                                                             \
  "table_of \"t\" { name = \"t\", level = \"thing\", key = \"code\", columns = {\n"                \
  "  column \"code\" { name = \"代码\", type = \"code\" },\n" columns "\n} }"

static const struct {
  const char *text;
  jh_code code;
  uint32_t line;
} mistakes[] = {
    {TABLE("column \"a\" { type = \"count\" }"), JH_EMISSING_FIELD, 3},
    {TABLE("column \"a\" { name = \"a\", type = \"number\" }"), JH_EWRONG_VALUE, 3},
    {TABLE("column \"a\" { name = \"a\", type = \"count\",\n unit = \"childs\" }"),
     JH_EUNIT_UNKNOWN, 3},
    {TABLE("column \"a\" { name = \"a\", type = \"choice\" }"), JH_EMISSING_FIELD, 3},
    {TABLE("column \"a\" { name = \"a\", type = \"count\", choices = {} }"), JH_EUNKNOWN_FIELD, 3},
    {TABLE("column \"a\" { name = \"a\", type = \"decimal\", scale = 30 }"), JH_EWRONG_VALUE, 3},
    {TABLE("column \"code\" { name = \"b\", type = \"count\" }"), JH_EDUPLICATE, 3},
    {TABLE("column \"a\" { name = \"a\", also = { \"代码\" }, type = \"count\" }"), JH_EDUPLICATE,
     3},
    {TABLE("3"), JH_EWRONG_VALUE, 1},
    {TABLE("column \"a\" { name = \"a\", type = \"choice\", choices = { { \"x\", name = \"x\" },"
           " { \"x\", name = \"y\" } } }"),
     JH_EDUPLICATE, 3},
    {TABLE("") "\n" TABLE(""), JH_EDUPLICATE, 5},
    {"table_of \"t\" { name = \"t\", level = \"x\", columns = {} }", JH_EMISSING_FIELD, 1},
    {"table_of \"t\" { name = \"t\", level = \"x\", key = \"k\", columns = {\n"
     " column \"kk\" { name = \"k\", type = \"code\" } } }",
     JH_EUNKNOWN_NAME, 1},
    {"table_of \"t\" { name = \"t\", level = \"x\", parent = \"p\", by = \"k\", columns = {\n"
     " column \"k\" { name = \"k\", type = \"code\" } } }",
     JH_EUNKNOWN_NAME, 1},
    {TABLE("") "\nsource \"../x\" { table = \"t\" }", JH_EBAD_PATH, 5},
    {TABLE("") "\nsource \"x\" { table = \"u\" }", JH_EUNKNOWN_NAME, 5},
    {TABLE("") "\nsource \"x\" { table = \"t\", delimiter = \"ab\" }", JH_EWRONG_VALUE, 5},
    {TABLE("") "\nsource \"x\" { table = \"t\", set = { cod = \"1\" } }", JH_EUNKNOWN_NAME, 5},
    {TABLE("") "\ncheck \"c\" { name = \"c\", of = thing, holds = 3 }", JH_ETYPE_MISMATCH, 5},
    {"audit \"chekc\" { severity = \"off\" }", JH_ENO_AUDIT_KIND, 1},
    {"\naudit \"check\" { severity = \"bad\" }", JH_EWRONG_VALUE, 2},
    {"audit \"check\" { limit = 3 }", JH_ENO_AUDIT_LIMIT, 1},
    {"audit \"check\" { }", JH_EMISSING_FIELD, 1},
    {"audit \"check\" { levl = 3 }", JH_EUNKNOWN_FIELD, 1},
    {"unit_of_measure \"mu\" { is = \"666 metres\" }", JH_EUNIT_UNKNOWN, 1},
    {"dataset { as_of = \"yesterday\" }", JH_EBAD_DATE, 1},
    {"extends(3)", JH_EWRONG_VALUE, 1},
};

TEST(every_mistake_in_a_dictionary_is_named_at_its_line) {
  for (size_t i = 0; i < COUNT(mistakes); i++) {
    jh_code code = run_dictionary(mistakes[i].text, NULL);
    if (code == mistakes[i].code && err.at.line == mistakes[i].line) continue;
    char text[1024];
    jh_error_print(&err, JH_EN, text, sizeof text);
    fail_msg("%s\n-> %d %s", mistakes[i].text, (int)code, text);
  }
}

TEST(the_base_of_a_dictionary_is_seen_before_it_runs) {
  jh_plan *plan;
  jh_script *script;
  const char *base;
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  FILE *file = fopen(text_path("x.lua"), "wb");
  assert_non_null(file);
  assert_true(fputs("-- c\nextends \"national\"\n", file) >= 0);
  assert_int_equal(fclose(file), 0);
  assert_int_equal(jh_script_peek_extends(script, text_path("x.lua"), "x.lua", &base, &err), JH_OK);
  assert_string_equal(base, "national");
  assert_int_equal(remove(text_path("x.lua")), 0);
  jh_script_close(script);
  jh_plan_close(plan);
}

TESTS(
    RUN(a_dictionary_becomes_tables_levels_and_columns),
    RUN(a_dataset_states_its_day_its_year_and_its_sources),
    RUN(a_table_says_how_its_cells_are_read_and_a_column_may_say_otherwise),
    RUN(a_dictionary_says_how_severe_a_kind_of_problem_is),
    RUN(a_parent_may_be_derived_from_its_children),
    RUN(every_mistake_in_a_dictionary_is_named_at_its_line),
    RUN(the_base_of_a_dictionary_is_seen_before_it_runs))
