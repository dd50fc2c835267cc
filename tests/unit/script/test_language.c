/* What authors get wrong, and what they are told: code, line, and the name that helps. */
#include "support/test.h"

#include "text_file.h"

static jh_error err;

#define RULE(fields) "indicator \"a\" { name = \"n\", clause = \"一\", of = stage,\n" fields "\n}"
#define MEASURE "unit = \"teacher/student\", measure = school.teachers / stage.students,"

static const struct {
  const char *text;
  jh_code code;
  uint32_t line;
  const char *args[3]; /* "" = any */
} mistakes[] = {
    {"local x = school.teacher", JH_EUNKNOWN_NAME, 1, {"school.teacher", "teachers", ""}},
    {"local x = scool.teachers", JH_EUNKNOWN_NAME, 1, {"scool", "school", ""}},
    {"local x = stage.teachers", JH_ENO_SUCH_COLUMN, 1, {"stage.teachers", "", ""}},
    {"indicatr \"a\" {}", JH_EUNKNOWN_NAME, 1, {"indicatr", "indicator", ""}},
    {RULE("unit = \"teachr\", measure = school.teachers, at_least = 1"),
     JH_EUNIT_UNKNOWN,
     0,
     {"teachr", "teacher", ""}},
    {RULE("unit = \"m2/student\", measure = school.teachers / stage.students, at_least = 1"),
     JH_EUNIT_MISMATCH,
     0,
     {"", "", ""}},
    {RULE("unit = \"teacher/student\", measure =\n school.teachers + school.area_m2, at_least = 1"),
     JH_EUNIT_MISMATCH,
     3,
     {"teacher", "m2", ""}},
    {"indicator \"a\" { name = \"n\", of = stage, measure = stage.students, at_least = 1 }",
     JH_ENO_CLAUSE,
     1,
     {"indicator a", "", ""}},
    {RULE(MEASURE "at_lest = 1"), JH_EUNKNOWN_FIELD, 2, {"indicator a", "at_lest", "at_least"}},
    {RULE(MEASURE), JH_EMISSING_FIELD, 1, {"", "at_least", ""}},
    {RULE(MEASURE "at_least = 1, at_most = 2"), JH_EWRONG_VALUE, 2, {"at_most", "", ""}},
    {RULE(MEASURE "at_least = { primery = 1 }"), JH_EUNKNOWN_NAME, 2, {"primery", "primary", ""}},
    {RULE(MEASURE "at_least = 0.1 + 0.2"), JH_ENUMBER_FORM, 1, {"", "", ""}},
    {RULE(MEASURE "at_least = \"4,2\""), JH_ENUMBER_FORM, 1, {"4,2", "", ""}},
    {RULE(MEASURE "at_least = true"), JH_ETYPE_MISMATCH, 0, {"", "", ""}},
    {RULE(MEASURE "at_least = dated { [\"2020-13-01\"] = 1 }"),
     JH_EBAD_DATE,
     0,
     {"2020-13-01", "", ""}},
    {RULE(MEASURE "at_least = 1, in_force = \"2020-02-30\""),
     JH_EBAD_DATE,
     2,
     {"2020-02-30", "", ""}},
    {RULE(MEASURE "at_least = 1") "\n" RULE(MEASURE "at_least = 1"),
     JH_EDUPLICATE,
     4,
     {"indicator", "a", ""}},
    {RULE(MEASURE "at_least = 1, certainty = \"sure\""), JH_EWRONG_VALUE, 0, {"certainty", "", ""}},
    {RULE("measure = school.kind, at_least = 1"), JH_ETYPE_MISMATCH, 0, {"", "", ""}},
    {RULE("measure = school.note, at_least = 1"),
     JH_ETYPE_MISMATCH,
     0,
     {"", "", "text 文本 (school.note)"}},
    {"local x = school.note + 1", JH_ETYPE_MISMATCH, 1, {"+", "", "text 文本 (school.note)"}},
    {"local x = 1 / school.note", JH_ETYPE_MISMATCH, 1, {"/", "", "text 文本 (school.note)"}},
    {"local x = -school.note", JH_ETYPE_MISMATCH, 1, {"-", "", "text 文本 (school.note)"}},
    {"local x = school.note:is \"a\"", JH_ETYPE_MISMATCH, 1, {":is", "", ""}},
    {"local x = school.note .. \"\"", JH_ENOT_ALLOWED, 1, {"..", "", ""}},
    {"local x = number \"1.1\"",
     JH_EWRONG_VALUE,
     1,
     {"number", "number(\"1.1\", \"unit\")", "number(\"1.1\")"}},
    {"local x = county.is_poor & school.teachers", JH_ETYPE_MISMATCH, 1, {"", "", ""}},
    {"local x = school.kind:is \"twn\"", JH_ENOT_CHOICE, 1, {"twn", "town, village", "town"}},
    {"local x = school.teachers:atleast(1)", JH_EUNKNOWN_NAME, 1, {"atleast", "at_least", ""}},
    {"local x = choose(county.is_poor, school.teachers, school.area_m2)",
     JH_EUNIT_MISMATCH,
     1,
     {"", "", ""}},
    {"quantity \"q\" { of = county, name = \"q\", value = school.teachers }",
     JH_ELEVEL_MISMATCH,
     1,
     {"", "", ""}},
    {"quantity \"q\" { of = 3, name = \"q\", value = school.teachers }",
     JH_EWRONG_VALUE,
     1,
     {"", "", ""}},
    {"quantity \"Q\" { of = school, name = \"q\", value = school.teachers }",
     JH_EWRONG_VALUE,
     1,
     {"", "", ""}},
    {"local x = sum(school.rooms, school.teachers)", JH_OK, 0, {"", "", ""}},
    {"local x = sum(school.teachers, school.teachers)", JH_ETYPE_MISMATCH, 1, {"", "", ""}},
    {"local x = count(county.schools, { kind = \"city\" })", JH_ENOT_CHOICE, 1, {"city", "", ""}},
    {"local x = all_of { county.is_poor, nil, county.is_poor }", JH_EWRONG_VALUE, 1, {"", "", ""}},
    {"local x = all_of {}", JH_EMISSING_FIELD, 1, {"", "", ""}},
    {"requirement \"r\" { name = \"r\", clause = \"一\", of = county, holds = section \"non\" }",
     JH_EUNKNOWN_RULE,
     1,
     {"non", "", ""}},
    {"local p = parameter \"nothing\" + 1", JH_EUNKNOWN_RULE, 1, {"nothing", "", ""}},
    {"\n\nindicator \"forgotten\"", JH_EUNKNOWN_RULE, 3, {"forgotten", "", ""}},
    {"local x = indicator \"forgotten\"", JH_EUNKNOWN_RULE, 1, {"forgotten", "", ""}},
    {"stages { { \"x\", when = county.is_poor } }", JH_EDUPLICATE, 1, {"", "", ""}},
    {"parameter \"p\" { value = 1 }", JH_ENO_CLAUSE, 1, {"parameter p", "", ""}},
    {"local x = share(school.area_m2, 3)", JH_EWRONG_VALUE, 1, {"", "", ""}},
    {"local x = percent(\"a\")", JH_ENUMBER_FORM, 1, {"a", "", ""}},
    {"local x = number(1, 2)", JH_EWRONG_VALUE, 1, {"", "", ""}},
    {"veto \"v\" { name = \"v\", clause = \"一\", of = county }",
     JH_EMISSING_FIELD,
     1,
     {"veto v", "when", ""}},
    {"local x = school.teachers .. \"\"", JH_ENOT_ALLOWED, 1, {"..", "", ""}},
    {"local x = #school.teachers", JH_ENOT_ALLOWED, 1, {"#", "", ""}},
    {"local x = school.teachers(1)", JH_ENOT_ALLOWED, 1, {"( )", "", ""}},
    {"local x = school.teachers // 2", JH_ENOT_ALLOWED, 1, {"//", "", ""}},
};

static bool is_as_told(const char *got, const char *wanted) {
  return !wanted[0] || strcmp(got, wanted) == 0;
}

TEST(every_mistake_is_named_at_its_line) {
  for (size_t i = 0; i < COUNT(mistakes); i++) {
    err = (jh_error){0};
    jh_code code = run_article(mistakes[i].text, &err);
    bool ok = code == mistakes[i].code && (!mistakes[i].line || err.at.line == mistakes[i].line);
    for (int k = 0; k < 3; k++) ok = ok && is_as_told(err.args[k], mistakes[i].args[k]);
    if (!ok) {
      char text[1024];
      jh_error_print(&err, JH_EN, text, sizeof text);
      fail_msg("%s\n-> %d %s", mistakes[i].text, (int)code, text);
    }
  }
}

TEST(a_second_declaration_names_the_first) {
  const char *text = RULE(MEASURE "at_least = 1") "\n" RULE(MEASURE "at_least = 1");
  assert_int_equal(run_article(text, &err), JH_EDUPLICATE);
  assert_int_equal(err.also.line, 1);
  assert_string_equal(err.also.file, "article.lua");
}

TEST(columns_answer_to_their_chinese_names) {
  const char *text = "local a = school[\"教师数\"] + school[\"专任教师\"] + school.teachers\n"
                     "local b = stage[\"在校生数\"] / stage.students";
  assert_int_equal(run_article(text, &err), JH_OK);
}

TEST(lua_may_be_used_to_write_what_repeats) {
  const char *text =
      "for i, name in ipairs { \"primary_students\", \"junior_students\" } do\n"
      "  indicator((\"size_%d\"):format(i)) { name = name, clause = \"一\", of = school,\n"
      "    unit = \"student\", measure = school[name], at_most = 2000 + i }\n"
      "end\n"
      "for key, value in pairs { b = 1, a = 2 } do local x = tostring(key) .. value end\n"
      "local t = {} table.insert(t, \"x\") local s = table.concat(t, \",\")\n"
      "local n = math.floor(tonumber(\"3\") / 2) local k = type(school.teachers)";
  assert_int_equal(run_article(text, &err), JH_OK);
}

TESTS(
    RUN(every_mistake_is_named_at_its_line), RUN(a_second_declaration_names_the_first),
    RUN(columns_answer_to_their_chinese_names), RUN(lua_may_be_used_to_write_what_repeats))
