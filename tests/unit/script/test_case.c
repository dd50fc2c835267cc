/* What authors get wrong in cases, and what they are told. */
#include "support/test.h"

#include "text_file.h"

static jh_error err;

static const char *const article =
    "indicator \"ratio\" { name = \"r\", clause = \"一\", of = stage, unit = \"teacher/student\",\n"
    "  measure = school.teachers / stage.students, at_least = 1 }\n"
    "indicator \"poor\" { name = \"p\", clause = \"二\", of = county, holds = county.is_poor }\n"
    "quantity \"is_town\" { of = school, name = \"t\", value = school.kind:is \"town\" }\n"
    "indicator \"town\" { name = \"t\", clause = \"三\", of = school, holds = school.is_town }\n";

static jh_code run_cases(const char *text, size_t *count) {
  jh_plan *plan;
  jh_script *script;
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  const struct {
    jh_script_kind kind;
    const char *name, *text;
  } files[] = {
      {JH_SCRIPT_HEAD, "pack.lua", small_head},
      {JH_SCRIPT_DICTIONARY, "small.lua", small_dictionary},
      {JH_SCRIPT_PACK, "stages.lua", small_stages},
      {JH_SCRIPT_PACK, "article.lua", article}};
  for (size_t i = 0; i < COUNT(files); i++) {
    jh_code code =
        run_text(script, files[i].kind, files[i].name, files[i].text, strlen(files[i].text), &err);
    assert_int_equal(code, JH_OK);
  }
  jh_code code = run_text(script, JH_SCRIPT_CASES, "cases.lua", text, strlen(text), &err);
  *count = plan->case_count;
  jh_script_close(script);
  jh_plan_close(plan);
  return code;
}

#define CASE(rule, given, expect)                                                                  \
  "case \"c\" {\n rule = \"" rule "\",\n given = {" given "},\n expect = " expect " }"

static const struct {
  const char *text;
  jh_code code;
} mistakes[] = {
    {CASE("rato", "stage = \"primary\"", "\"met\""), JH_EUNKNOWN_RULE},
    {CASE("ratio", "", "\"met\""), JH_EMISSING_FIELD},
    {CASE("ratio", "stage = \"senior\"", "\"met\""), JH_EUNKNOWN_NAME},
    {CASE("ratio", "stage = \"primary\", pupils = 3", "\"met\""), JH_EUNKNOWN_NAME},
    {CASE("ratio", "stage = \"primary\", students = true", "\"met\""), JH_EWRONG_VALUE},
    {CASE("ratio", "stage = \"primary\", teachers = true", "\"met\""), JH_EWRONG_VALUE},
    {CASE("ratio", "stage = \"primary\", teachers = 0.1 + 0.2", "\"met\""), JH_ENUMBER_FORM},
    {CASE("ratio", "stage = \"primary\", kind = \"city\"", "\"met\""), JH_ENOT_CHOICE},
    {CASE("ratio", "stage = \"primary\"", "\"passes\""), JH_EWRONG_VALUE},
    {CASE("ratio", "stage = \"primary\"", "{ measure = 1 }"), JH_EMISSING_FIELD},
    {CASE("ratio", "stage = \"primary\"", "{ verdict = \"met\", margn = 1 }"), JH_EUNKNOWN_FIELD},
    {CASE("ratio", "stage = \"primary\"", "{ verdict = \"met\", measure = between(5, 5) }"),
     JH_EWRONG_VALUE},
    {CASE("ratio", "stage = \"primary\"", "{ verdict = \"met\", measure = { 5, 6 } }"),
     JH_EWRONG_VALUE},
    {CASE("poor", "is_poor = 1", "\"met\""), JH_EWRONG_VALUE},
    {CASE("town", "is_town = \"yes\"", "\"met\""), JH_EWRONG_VALUE},
    {CASE("poor", "schools = 3", "\"met\""), JH_EWRONG_VALUE},
    {CASE("poor", "schools = { 3 }", "\"met\""), JH_EWRONG_VALUE},
    {CASE("poor", "3", "\"met\""), JH_EUNKNOWN_FIELD},
    {"case \"c\" { rule = \"poor\", on = \"soon\", given = {}, expect = \"met\" }", JH_EBAD_DATE},
    {"case \"c\" { rule = \"poor\", given = like \"nobody\" {}, expect = \"met\" }",
     JH_EUNKNOWN_NAME},
    {"example \"e\" {} example \"e\" {}", JH_EDUPLICATE},
    {"example \"e\" (3)", JH_EWRONG_VALUE},
    {"county.is_poor = 1", JH_ENOT_ALLOWED},
};

TEST(every_mistake_in_a_case_is_named) {
  for (size_t i = 0; i < COUNT(mistakes); i++) {
    size_t count;
    jh_code code = run_cases(mistakes[i].text, &count);
    if (code == mistakes[i].code && err.at.line > 0) continue;
    char text[1024];
    jh_error_print(&err, JH_EN, text, sizeof text);
    fail_msg("%s\n-> %d %s", mistakes[i].text, (int)code, text);
  }
}

TEST(cases_give_columns_quantities_and_children) {
  size_t count;
  const char *text =
      "case \"a\" { rule = \"ratio\", given = { stage = \"junior\", students = \"10.5\", teachers "
      "= 2,\n"
      "  kind = \"镇\", note = \"text\", is_poor = false }, expect = { verdict = \"met\", bound = "
      "1 } }\n"
      "case \"b\" { rule = \"poor\", given = { is_poor = missing, schools = { { teachers = 1,\n"
      "  rooms = { { room_area_m2 = \"3.5\" } } } } }, expect = \"undetermined\" }\n"
      "case \"c\" { rule = \"town\", given = { is_town = true }, expect = \"met\" }\n";
  jh_code code = run_cases(text, &count);
  if (code) {
    char shown[1024];
    jh_error_print(&err, JH_EN, shown, sizeof shown);
    fail_msg("%s", shown);
  }
  assert_int_equal(count, 3);
}

TESTS(RUN(every_mistake_in_a_case_is_named), RUN(cases_give_columns_quantities_and_children))
