/* The words of a mapping, and what is refused in one. */
#include "support/test.h"

#include "text_file.h"

static jh_error err;

#define HEAD "mapping { name = \"n\" }\n"

/* Runs a mapping; *out lives in *plan, which stays open. */
static jh_code run_mapping(const char *text, jh_plan **plan, const jh_mapping **out) {
  jh_script *script;
  assert_int_equal(jh_plan_open(plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, *plan, NULL, &err), JH_OK);
  jh_code code = run_text(script, JH_SCRIPT_MAPPING, "mapping.lua", text, strlen(text), &err);
  if (!code) code = jh_script_mapping(script, "mapping.lua", out, &err);
  jh_script_close(script);
  return code;
}

/* Is refused with a code, whose second or third argument names something. */
static void refused(const char *text, jh_code code, uint32_t line, const char *named) {
  jh_plan *plan;
  const jh_mapping *mapping;
  assert_int_equal(run_mapping(text, &plan, &mapping), code);
  if (line) assert_int_equal(err.at.line, line);
  bool is_named = !named;
  for (int i = 0; i < JH_ERROR_ARGS && named; i++) is_named |= strstr(err.args[i], named) != NULL;
  if (!is_named) fail_msg("%s is not named: %s, %s", named, err.args[0], err.args[1]);
  jh_plan_close(plan);
}

TEST(a_mapping_becomes_records) {
  jh_plan *plan;
  const jh_mapping *m;
  const char *text =
      "mapping { name = { zh = \"某县\", en = \"A county\" }, dictionary = \"own.lua\",\n"
      "  as_of = \"2024-09-01\", year = \"2024\", campuses = \"merge\" }\n"
      "from \"a/*.xlsx\" { sheet = \"学校\", table = \"schools\", skip_lines = 2, header_lines = "
      "2,\n"
      "  unit = \"wan_yuan\", encoding = \"GB18030\", delimiter = \"\\t\",\n"
      "  columns = {\n"
      "    school_code = \"学校标识码\",\n"
      "    students = { sum = { \"在校生/小学\", \"=H\" } },\n"
      "    value = { \"设备值\", unit = \"yuan\" },\n"
      "    kind = { \"类型\", words = { [\"完小\"] = \"primary\", [\"中学\"] = \"junior\" } },\n"
      "    county = { value = 370102 },\n"
      "  }, set = { is_boarding = true },\n"
      "  leave_out = { school_code = { \"合计\", \"\" }, [\"备注\"] = \"停办\" } }\n"
      "from \"5170.csv\" { form = \"教基5170\", table = \"schools\", cells = { area = \"AB12\" } "
      "}\n"
      "from \"b.csv\" { table = \"rooms\" }\n";
  assert_int_equal(run_mapping(text, &plan, &m), JH_OK);
  assert_string_equal(m->name.in[JH_EN], "A county");
  assert_string_equal(m->dictionary, "own.lua");
  assert_int_equal(m->as_of, 20240901);
  assert_true(m->merges_campuses);
  assert_int_equal(m->from_count, 3);
  const jh_mapping_from *a = &m->froms[0];
  assert_string_equal(a->sheet, "学校");
  assert_int_equal(a->skip_lines, 2);
  assert_int_equal(a->delimiter, '\t');
  assert_false(a->takes_known);
  assert_int_equal(a->column_count, 6);
  assert_string_equal(a->columns[0].column, "county"); /* by id, in byte order */
  assert_string_equal(a->columns[0].value, "370102");
  assert_int_equal(a->columns[0].place.line, 10);
  assert_string_equal(a->columns[1].words[0].from, "中学");
  assert_string_equal(a->columns[1].words[1].to, "primary");
  assert_int_equal(a->columns[3].part_count, 2);
  assert_string_equal(a->columns[3].parts[1], "=H");
  assert_string_equal(a->columns[4].unit, "yuan");
  assert_string_equal(a->columns[5].value, "是");
  assert_int_equal(a->leave_count, 2);
  assert_string_equal(a->leaves[1].column, "备注");
  assert_string_equal(a->leaves[0].words[0], "合计");
  assert_true(m->froms[1].is_form);
  assert_string_equal(m->froms[1].columns[0].parts[0], "AB12");
  assert_true(m->froms[2].takes_known);
  assert_int_equal(m->froms[2].skip_lines, JH_MAPPING_FOUND);
  jh_plan_close(plan);
}

TEST(unknown_fields_and_words_are_refused_with_the_nearest) {
  refused(HEAD "from \"a.csv\" { tabel = \"schools\" }", JH_EUNKNOWN_FIELD, 2, "table");
  refused("mapping { nmae = \"x\" }", JH_EUNKNOWN_FIELD, 1, "name");
  refused(HEAD "form \"a.csv\" { }", JH_EUNKNOWN_NAME, 2, "from");
  refused(
      HEAD "from \"a.csv\" { table = \"t\", columns = { a = { \"x\", unti = \"m2\" } } }",
      JH_EUNKNOWN_FIELD, 2, "unit");
  refused(HEAD "column \"a\" { }", JH_EUNKNOWN_NAME, 2, "column");
}

TEST(what_is_needed_is_asked_for) {
  refused("from \"a.csv\" { table = \"t\" }", JH_EMISSING_FIELD, 0, "mapping");
  refused(HEAD, JH_EMISSING_FIELD, 0, "from");
  refused(HEAD "from \"a.csv\" { }", JH_EMISSING_FIELD, 2, "table");
  refused(HEAD "from \"a.csv\" { table = \"t\", form = \"f\" }", JH_EMISSING_FIELD, 2, "cells");
  refused(HEAD HEAD "from \"a.csv\" { table = \"t\" }", JH_EDUPLICATE, 2, NULL);
}

TEST(no_path_leaves_the_folder) {
  static const char *const paths[] = {"../a.csv", "/a.csv", "a/../../b.csv",
                                      "C:/a.csv", "a\\\\b", ""};
  for (size_t i = 0; i < COUNT(paths); i++) {
    char text[160];
    (void)snprintf(text, sizeof text, HEAD "from \"%s\" { table = \"t\" }", paths[i]);
    refused(text, JH_EBAD_PATH, 2, NULL);
  }
  refused("mapping { name = \"n\", dictionary = \"../own.lua\" }", JH_EBAD_PATH, 1, NULL);
  refused("mapping { name = \"n\", dictionary = \"a/own.lua\" }", JH_EBAD_PATH, 1, NULL);
}

TEST(a_column_is_fed_in_one_way) {
#define COLUMN(text) HEAD "from \"a.csv\" { table = \"t\", columns = { a = " text " } }"
  refused(COLUMN("{ \"x\", value = 1 }"), JH_EWRONG_VALUE, 2, NULL);
  refused(COLUMN("{ sum = { \"x\" } }"), JH_EWRONG_VALUE, 2, NULL);
  refused(COLUMN("{ \"x\", \"y\" }"), JH_EWRONG_VALUE, 2, NULL);
  refused(COLUMN("{ }"), JH_EWRONG_VALUE, 2, NULL);
  refused(COLUMN("3"), JH_EWRONG_VALUE, 2, NULL);
  refused(COLUMN("\"=c\""), JH_EWRONG_VALUE, 2, NULL);
  refused(COLUMN("{ value = 1, unit = \"yuan\" }"), JH_EUNKNOWN_FIELD, 2, NULL);
  refused(COLUMN("{ \"x\", words = { a = 1 } }"), JH_EWRONG_VALUE, 2, NULL);
  refused(
      HEAD "from \"a.csv\" { table = \"t\", cells = { a = \"C0\" } }", JH_EWRONG_VALUE, 2, NULL);
  refused(
      HEAD "from \"a.csv\" { table = \"t\", cells = { a = \"C3\" }, skip_lines = 1 }",
      JH_EUNKNOWN_FIELD, 2, NULL);
  refused(
      HEAD "from \"a.csv\" { table = \"t\", columns = { a = \"x\" }, set = { a = 1 } }",
      JH_EDUPLICATE, 2, NULL);
}

TEST(a_mapping_can_do_nothing_but_describe) {
  refused("os.exit(0)", JH_ENOT_ALLOWED, 1, "os");
  refused(HEAD "x = 1", JH_EGLOBAL, 2, "x");
  refused("while true do end", JH_ESTEPS, 1, NULL);
}

TESTS(
    RUN(a_mapping_becomes_records), RUN(unknown_fields_and_words_are_refused_with_the_nearest),
    RUN(what_is_needed_is_asked_for), RUN(no_path_leaves_the_folder),
    RUN(a_column_is_fed_in_one_way), RUN(a_mapping_can_do_nothing_but_describe))
