/* test_target.c - what a target says, and what is refused. */
#include "support/test.h"

#include "text_file.h"

static jh_error err;
static jh_plan *plan;

#define RULES                                                                                       \
  "requirement \"rich\" { name = \"r\", clause = \"一\", of = county, holds = ~county.is_poor }\n" \
  "indicator \"staff\" { name = \"s\", clause = \"一\", of = school, unit = \"teacher\", "         \
  "measure = school.teachers, at_least = 3 }\n"
#define TARGET(fields) RULES "target \"t\" { name = \"n\", clause = \"二\",\n" fields "\n}"
#define COUNTS "counts = requirement \"rich\", by = \"2025-12-31\", "

static const struct {
  const char *text;
  jh_code code;
  uint32_t line;
  const char *args[3]; /* "" = any */
} mistakes[] = {
    {TARGET(COUNTS "ensure = 20"), JH_ETARGET_SHARE, 0, {"20", "", ""}},
    {TARGET(COUNTS "ensure = percent(0)"), JH_ETARGET_SHARE, 0, {"0 percent", "", ""}},
    {TARGET(COUNTS "ensure = percent(\"100.1\")"), JH_ETARGET_SHARE, 0, {"100.1 percent", "", ""}},
    {TARGET(COUNTS "ensure = number(1, \"student\")"), JH_ETARGET_SHARE, 0, {"1 student", "", ""}},
    {TARGET(COUNTS "ensure = percent(30), strive = percent(20)"),
     JH_ESTRIVE_BELOW,
     3,
     {"20 percent", "30 percent", ""}},
    {TARGET(COUNTS "ensure = dated { [\"2020-01-01\"] = percent(10), [\"2022-01-01\"] = "
                   "percent(30) }, strive = percent(20)"),
     JH_ESTRIVE_BELOW,
     3,
     {"20 percent", "30 percent", ""}},
    {TARGET(COUNTS), JH_EMISSING_FIELD, 3, {"target t", "ensure", ""}},
    {TARGET("counts = requirement \"rich\", ensure = percent(20)"),
     JH_ETARGET_DAY,
     3,
     {"t", "", ""}},
    {TARGET(COUNTS "by_unknown = true, ensure = percent(20)"),
     JH_EWRONG_VALUE,
     4,
     {"by_unknown", "", ""}},
    {TARGET("counts = requirement \"poor\", by = \"2025-12-31\", ensure = percent(20)"),
     JH_EUNKNOWN_RULE,
     4,
     {"poor", "", ""}},
    {TARGET("counts = county.is_poor, by = \"2025-12-31\", ensure = percent(20)"),
     JH_EWRONG_VALUE,
     4,
     {"counts", "", ""}},
    {TARGET(COUNTS "names = { \"533324\" }"), JH_EWRONG_VALUE, 4, {"names", "", ""}},
    {TARGET(COUNTS "names = {}"), JH_EWRONG_VALUE, 4, {"names", "", ""}},
    {TARGET("counts = indicator \"staff\", by = \"2025-12-31\", names = { [\"533324\"] = \"x\" }"),
     JH_ETARGET_NAMES,
     3,
     {"staff", "school", ""}},
    {TARGET(COUNTS "region = \"530800\", names = { [\"533324\"] = \"x\" }"),
     JH_ETARGET_REGION,
     3,
     {"533324", "5308", ""}},
    {TARGET(COUNTS "ensure = percent(20), only_where = school.teachers:above(3)"),
     JH_ELEVEL_MISMATCH,
     0,
     {"", "", ""}},
    {TARGET(COUNTS "ensure = percent(20), ensured = 1"),
     JH_EUNKNOWN_FIELD,
     4,
     {"target t", "ensured", "ensure"}},
    {TARGET(COUNTS "ensure = { primary = percent(20) }"), JH_EWRONG_VALUE, 0, {"ensure", "", ""}},
    {RULES "target \"t\" { name = \"n\", " COUNTS "ensure = percent(20) }",
     JH_ENO_CLAUSE,
     3,
     {"target t", "", ""}},
};

/* Dictionary, head, stages and one article, read to the end; the plan stays open. */
static jh_code read_all(const char *article) {
  static const char *const names[] = {"pack.lua", "small.lua", "stages.lua", "article.lua"};
  static const jh_script_kind kinds[] = {
      JH_SCRIPT_HEAD, JH_SCRIPT_DICTIONARY, JH_SCRIPT_PACK, JH_SCRIPT_PACK};
  const char *texts[] = {small_head, small_dictionary, small_stages, article};
  jh_script *script;
  jh_code code = JH_OK;
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  for (size_t i = 0; i < COUNT(texts) && !code; i++) {
    code = run_text(script, kinds[i], names[i], texts[i], strlen(texts[i]), &err);
    if (!code && i == 0) code = jh_script_enter(script, 0, &err);
  }
  if (!code) code = jh_script_finish(script, NULL, 0, &err);
  jh_script_close(script);
  return code;
}

static bool is_as_told(const char *got, const char *wanted) {
  return !wanted[0] || strcmp(got, wanted) == 0;
}

TEST(every_mistake_is_named_at_its_line) {
  for (size_t i = 0; i < COUNT(mistakes); i++) {
    err = (jh_error){0};
    jh_code code = read_all(mistakes[i].text);
    jh_plan_close(plan);
    bool ok = code == mistakes[i].code && (!mistakes[i].line || err.at.line == mistakes[i].line);
    for (int k = 0; k < 3; k++) ok = ok && is_as_told(err.args[k], mistakes[i].args[k]);
    if (!ok) {
      char text[1024];
      jh_error_print(&err, JH_EN, text, sizeof text);
      fail_msg("%s\n-> %d %s", mistakes[i].text, (int)code, text);
    }
  }
}

TEST(two_targets_of_one_name_are_told_with_both_places) {
  jh_code code =
      read_all(TARGET(COUNTS "ensure = percent(20)") "\n"
                                                     "target \"t\" { name = \"n\", clause = "
                                                     "\"二\", " COUNTS "ensure = percent(20) }");
  jh_plan_close(plan);
  assert_int_equal(code, JH_EDUPLICATE);
  assert_int_equal(err.also.line, 3);
}

TEST(a_target_may_stand_before_what_it_counts) {
  jh_code code = read_all(
      "target \"t\" { name = \"n\", clause = \"二\", by_unknown = true, ensure = percent(20), "
      "counts = requirement \"rich\", only_where = requirement \"rich\" }\n" RULES);
  assert_int_equal(code, JH_OK);
  assert_string_equal(plan->rules[plan->targets[0].rule].id, "rich");
  assert_int_equal(plan->nodes[plan->targets[0].applies].op, JH_OP_RULE);
  jh_plan_close(plan);
}

TEST(numbers_of_its_scope_are_parameters) {
  jh_code code = read_all(
      RULES
      "target \"t\" { name = \"n\", clause = \"二\", by_unknown = true, ensure = percent(20), "
      "counts = indicator \"staff\", only_where = school.teachers:at_least(3) }");
  assert_int_equal(code, JH_OK);
  assert_int_not_equal(jh_plan_param(plan, jh_str_of("t.teachers.at_least")), JH_NONE);
  jh_plan_close(plan);
}

static int open_plan(void **state) {
  (void)state;
  jh_code code = read_all(
      TARGET("counts = requirement \"rich\", region = \"533300\", by_unknown = true, certainty = "
             "\"unverified\",\n"
             "ensure = percent(\"20.5\"), names = { [\"533324\"] = \"贡山县\", [\"533301\"] = "
             "\"泸水市\" },\n"
             "only_where = ~county.is_poor"));
  assert_int_equal(code, JH_OK);
  return 0;
}

static int close_plan(void **state) {
  (void)state;
  jh_plan_close(plan);
  return 0;
}

static void a_target_stands_in_the_plan_as_written(void **state) {
  (void)state;
  assert_int_equal(jh_plan_target(plan, jh_str_of("t")), 0);
  const jh_target *target = &plan->targets[0];
  assert_string_equal(plan->rules[target->rule].id, "rich");
  assert_string_equal(target->region, "5333");
  assert_int_equal(target->by, 0);
  assert_int_equal(target->certainty, JH_UNVERIFIED);
  assert_int_equal(target->strive, JH_NONE);
  assert_string_equal(target->clause, "二");
  assert_int_equal(target->place.line, 3);
  assert_int_equal(plan->nodes[target->applies].level, plan->rules[target->rule].level);
}

static void its_share_is_a_parameter_with_day_and_clause(void **state) {
  (void)state;
  uint32_t param = jh_plan_param(plan, jh_str_of("t.ensure"));
  assert_int_equal(param, plan->targets[0].ensure);
  const jh_param_value *value = jh_param_on(&plan->params[param], JH_NONE, 20200101);
  assert_non_null(value);
  assert_int_equal(value->value.mantissa, 205);
  assert_string_equal(value->clause, "二");
  assert_string_equal(plan->documents[value->document].number, "文〔2020〕1号");
}

static void named_counties_stand_in_order_of_code(void **state) {
  (void)state;
  const jh_target *target = &plan->targets[0];
  assert_int_equal(target->name_count, 2);
  assert_string_equal(target->names[0].code, "533301");
  assert_string_equal(target->names[1].name, "贡山县");
}

#define WITH_PLAN(test) cmocka_unit_test_setup_teardown(test, open_plan, close_plan)

TESTS(
    RUN(every_mistake_is_named_at_its_line), RUN(two_targets_of_one_name_are_told_with_both_places),
    RUN(a_target_may_stand_before_what_it_counts), RUN(numbers_of_its_scope_are_parameters),
    WITH_PLAN(a_target_stands_in_the_plan_as_written),
    WITH_PLAN(its_share_is_a_parameter_with_day_and_clause),
    WITH_PLAN(named_counties_stand_in_order_of_code))
