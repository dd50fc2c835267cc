/* Tables, history, grades and points: what authors get wrong, and the paths of the numbers. */
#include "support/test.h"

#include "pack/load.h"
#include "write.h"

static const char *const words =
    "dictionary \"w\" { name = \"w\", version = \"1\" }\n"
    "table_of \"counties\" { name = \"县\", level = \"county\", key = \"code\", columns = {\n"
    "  column \"code\" { name = \"代码\", type = \"code\" },\n"
    "  column \"tier\" { name = \"档\", type = \"choice\", choices = {\n"
    "    { \"first\", name = \"一档\" }, { \"second\", name = \"二档\" } } },\n"
    "  column \"rate\" { name = \"率\", type = \"decimal\", unit = \"percent\" },\n"
    "  column \"points\" { name = \"分\", type = \"decimal\" },\n"
    "  column \"classes\" { name = \"班\", type = \"count\", unit = \"class\" },\n"
    "  column \"is_good\" { name = \"好\", type = \"bool\" } } }\n"
    "table_of \"notes\" { name = \"记\", level = \"note\", parent = \"counties\", by = "
    "\"county\",\n"
    "  columns = { column \"county\" { name = \"县\", type = \"code\" },\n"
    "    column \"is_bad\" { name = \"坏\", type = \"bool\" } } }\n";

static const char *const head =
    "pack \"v\" { name = \"n\", version = \"1\", dictionary = \"words.lua\",\n"
    "  document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"
    "  coverage = \"complete\", files = { \"article\" } }\n";

static const char *const verdict =
    "verdict \"v\" { name = \"v\", clause = \"一\", of = county, holds = county.is_good }\n";

static jh_plan *plan;
static jh_diag *diag;
static jh_error err;

static int set_up(void **state) {
  (void)state;
  plan = NULL;
  diag = jh_diag_open(100);
  make_folder("words");
  write_text("words/pack.lua", head);
  write_text("words/words.lua", words);
  return diag ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_plan_close(plan);
  jh_diag_close(diag);
  return 0;
}

/* The verdict stands in the first line, the text from the second on. */
static jh_code load(const char *text) {
  char all[4096], folder[600];
  (void)snprintf(all, sizeof all, "%s%s\n", verdict, text);
  write_text("words/article.lua", all);
  (void)snprintf(folder, sizeof folder, "%s", at("words"));
  jh_pack_options options = {.folder = folder, .share_folder = folder};
  err = (jh_error){0};
  return jh_pack_load(&plan, &options, diag, &err);
}

#define RULE(fields) "indicator \"a\" { name = \"n\", clause = \"二\", of = county,\n" fields " }"
#define BOUND(bound) RULE("unit = \"class\", measure = county.classes, at_least = " bound)
#define SCHEME(fields)                                                                             \
  "scheme \"s\" { name = \"n\", clause = \"二\", of = county, total = 10, at_least = 6,\n" fields  \
  " }"
#define ITEM(fields) "items = {\n item \"i\" { name = \"n\", points = 10, " fields " } }"
#define GRADE(values)                                                                              \
  "grade \"g\" { name = \"n\", clause = \"二\", of = county, at_least = \"a\",\n values = "       \
  "{ " values " } }"

static const struct {
  const char *text;
  jh_code code;
  uint32_t line;
  const char *args[3]; /* "" = any */
} mistakes[] = {
    {BOUND("by_choice(county.tier, { first = 1 })"), JH_ETABLE_GAP, 3, {"by_choice", "second", ""}},
    {BOUND("by_choice(county.tier, { first = 1, third = 2 })"),
     JH_ENOT_CHOICE,
     3,
     {"third", "first, second", ""}},
    {BOUND("by_choice(county.tier, { first = 1, second = 2, otherwise = 3 })"),
     JH_ETABLE_IDLE,
     3,
     {"by_choice", "otherwise", ""}},
    {BOUND("by_choice(county.tier, { first = 1, [\"一档\"] = 2, second = 3 })"),
     JH_EDUPLICATE,
     3,
     {"by_choice", "first", ""}},
    {BOUND("by_choice(county.rate, { first = 1 })"), JH_ETYPE_MISMATCH, 3, {"by_choice", "", ""}},
    {BOUND("steps(county.classes, { { up_to = 12, 1 }, { up_to = 18, 2 } })"),
     JH_ETABLE_GAP,
     3,
     {"steps", "> 18", ""}},
    {BOUND("steps(county.classes, { { up_to = 12, 1 }, { up_to = 9, 2 }, { 3 } })"),
     JH_ETABLE_ORDER,
     3,
     {"steps", "12", "9"}},
    {BOUND("steps(county.classes, { { 1 }, { 2 } })"),
     JH_EMISSING_FIELD,
     3,
     {"steps", "up_to", ""}},
    {BOUND("steps(county.classes, { { upto = 12, 1 }, { 2 } })"),
     JH_EUNKNOWN_FIELD,
     3,
     {"steps", "upto", "up_to"}},
    {BOUND("interpolate(county.classes, { { 5, 1 }, { 5, 2 } })"),
     JH_ETABLE_ORDER,
     3,
     {"interpolate", "5", "5"}},
    {BOUND("interpolate(county.classes, { { 5, 1 }, { 6 } })"), JH_EWRONG_VALUE, 3, {"", "", ""}},
    {"section \"s\" { name = \"n\", clause = \"二\",\n"
     " only_where = county.classes:at_least(steps(county.classes, { { up_to = 1, 2 }, { 3 } })) }",
     JH_ESTRAY_NUMBER,
     0,
     {"", "", ""}},
    {"quantity \"q\" { of = county, name = \"q\",\n"
     " value = steps(county.classes, { { up_to = 1, 2 }, { 3 } }) }",
     JH_ENO_CLAUSE,
     0,
     {"", "", ""}},
    {"requirement \"r\" { name = \"n\", clause = \"二\", of = county,\n"
     " spread = { county.points * 2 }, weight = county.points, at_most = 1 }",
     JH_EWRONG_VALUE,
     3,
     {"spread", "", ""}},
    {"requirement \"r\" { name = \"n\", clause = \"二\", of = county,\n"
     " holds = all_of { county.is_good }, among = county.is_good }",
     JH_EUNKNOWN_FIELD,
     3,
     {"requirement r (holds)", "among", ""}},
    {RULE("holds = each_of_last(3, county.notes, ~note.is_bad)"),
     JH_ENO_YEARS,
     3,
     {"note", "", ""}},
    {RULE("holds = rising(county.notes, note.is_bad, 0)"), JH_EWRONG_VALUE, 3, {"rising", "", ""}},
    {GRADE("{ \"a\", name = \"a\" }, { \"b\", name = \"b\" }"),
     JH_EMISSING_FIELD,
     0,
     {"g a", "when", ""}},
    {GRADE("{ \"a\", name = \"a\", when = county.is_good },\n"
           "{ \"b\", name = \"b\", when = county.is_good }"),
     JH_ELAST_VALUE,
     0,
     {"g", "", ""}},
    {GRADE("{ \"a\", name = \"a\", wen = county.is_good }, { \"b\", name = \"b\" }"),
     JH_EUNKNOWN_FIELD,
     0,
     {"g", "wen", "when"}},
    {GRADE("{ \"b\", name = \"b\", when = county.is_good }, { \"a\", name = \"a\" }"),
     JH_ETABLE_IDLE,
     0,
     {"g", "", ""}},
    {GRADE("{ \"a\", name = \"a\", when = county.is_good }, { \"b\", name = \"b\" }") "\n" RULE(
         "holds = all_of { reaches(grade \"g\", \"c\") }"),
     JH_EUNKNOWN_NAME,
     0,
     {"c", "", ""}},
    {RULE("holds = all_of { reaches(verdict \"v\", \"c\") }"), JH_EWRONG_VALUE, 3, {"", "", ""}},
    {SCHEME(ITEM("holds = county.is_good, score = county.points")),
     JH_ENO_WAY_TO_SCORE,
     0,
     {"s.i", "", ""}},
    {SCHEME(ITEM("clause = \"三\"")), JH_ENO_WAY_TO_SCORE, 4, {"s.i", "", ""}},
    {SCHEME(ITEM("of_standard = county.rate")), JH_ENO_WAY_TO_SCORE, 4, {"s.i", "", ""}},
    {SCHEME("items = { item \"i\" { name = \"n\", points = 9, holds = county.is_good } }"),
     JH_EPOINTS,
     2,
     {"s", "9", "10"}},
    {SCHEME("unseen = 2,\n" ITEM("holds = county.is_good")), JH_EPOINTS, 2, {"s", "12", "10"}},
    {SCHEME("parts = { part \"p\" { name = \"n\", points = 10, items = {\n"
            "item \"i\" { name = \"n\", points = 11, holds = county.is_good } } } }"),
     JH_EPOINTS,
     3,
     {"s.p", "11", "10"}},
    {SCHEME(ITEM("tiers = { by = county.tier, first = 10 }")),
     JH_ETABLE_GAP,
     4,
     {"s.i", "second", ""}},
    {SCHEME(ITEM("tiers = { by = county.tier, first = 10, third = 1 }")),
     JH_ENO_TIER,
     0,
     {"third", "s.i", "first, second"}},
    {SCHEME(ITEM("tiers = { by = county.tier, first = 11, second = 1 }")),
     JH_EPOINTS_RANGE,
     4,
     {"s.i", "11", "10"}},
    {SCHEME(ITEM("of_standard = county.rate, bands = { { percent(80), percent(50) },\n"
                 "{ percent(90), percent(40) } }")),
     JH_EBAND_ORDER,
     4,
     {"s.i", "80", "90"}},
    {SCHEME(ITEM("of_standard = county.rate, bands = { { percent(80), percent(50) },\n"
                 "{ percent(70), percent(50) } }")),
     JH_EBAND_ORDER,
     4,
     {"s.i", "50", "50"}},
    {SCHEME(ITEM("of_standard = county.rate, bands = { { percent(80), percent(101) } }")),
     JH_EPOINTS_RANGE,
     4,
     {"s.i", "101", "100"}},
    {SCHEME(ITEM("deduct = { { below = 98, of = county.rate, take = 1 } }")),
     JH_ENO_WAY_TO_SCORE,
     4,
     {"s.i.deduct", "", ""}},
    {SCHEME(ITEM("deduct = { { when = county.is_good, times = 2, take = 1 } }")),
     JH_ENO_WAY_TO_SCORE,
     4,
     {"s.i.deduct", "", ""}},
    {SCHEME(ITEM("deduct = { { when = county.is_good, take = 1, whole = true } }")),
     JH_ENO_WAY_TO_SCORE,
     4,
     {"s.i.deduct", "", ""}},
    {SCHEME(ITEM("deduct = { { when = county.is_good, take = 11 } }")),
     JH_EPOINTS_RANGE,
     4,
     {"s.i", "11", "10"}},
    {SCHEME(ITEM("only_where = county.is_good, score = county.points")),
     JH_ENO_POLICY,
     4,
     {"s.i", "", ""}},
    {SCHEME("not_applicable = \"drop\", " ITEM("score = county.points")),
     JH_EWRONG_VALUE,
     3,
     {"not_applicable", "", ""}},
    {SCHEME(ITEM("scores = county.points")), JH_EUNKNOWN_FIELD, 4, {"item s.i", "scores", "score"}},
    {SCHEME("items = { 3 }"), JH_EWRONG_VALUE, 0, {"items", "", ""}},
    {"veto \"x\" { name = \"n\", clause = \"二\", of = county, when = county.is_good,\n"
     " effect = \"stops\" }",
     JH_EWRONG_VALUE,
     3,
     {"effect", "", ""}},
    {RULE("holds = at_most_n_fail { 1, off = { county.is_good } }"),
     JH_EUNKNOWN_FIELD,
     3,
     {"at_most_n_fail", "off", ""}},
    {RULE("holds = at_most_n_fail { 1 }"), JH_EMISSING_FIELD, 3, {"at_most_n_fail", "of", ""}},
};

static bool is_as_told(const char *got, const char *wanted) {
  return !wanted[0] || strcmp(got, wanted) == 0;
}

TEST(every_mistake_is_named_at_its_place) {
  for (size_t i = 0; i < COUNT(mistakes); i++) {
    jh_code code = load(mistakes[i].text);
    bool ok = code == mistakes[i].code && (!mistakes[i].line || err.at.line == mistakes[i].line);
    for (int k = 0; k < 3; k++) ok = ok && is_as_told(err.args[k], mistakes[i].args[k]);
    if (!code) jh_plan_close(plan);
    plan = NULL;
    if (!ok || !err.at.line) {
      char text[1024];
      jh_error_print(&err, JH_EN, text, sizeof text);
      fail_msg("%s\n-> %d %s", mistakes[i].text, (int)code, text);
    }
  }
}

static void has(const char *path, const char *value, const char *unit, const char *clause) {
  uint32_t index = jh_plan_param(plan, jh_str_of(path));
  char number[JH_DEC_TEXT];
  if (index == JH_NONE) fail_msg("no parameter %s", path);
  const jh_param *param = &plan->params[index];
  assert_string_equal(jh_dec_text(number, param->values[0].value), value);
  assert_string_equal(param->unit_text, unit);
  assert_string_equal(param->values[0].clause, clause);
  assert_int_equal(param->values[0].since, 20200101);
}

TEST(tables_in_a_bound_take_the_rule_s_unit_and_clause) {
  assert_int_equal(
      load(BOUND("by_choice(county.tier, { first = 3, otherwise =\n"
                 "steps(county.rate, { { up_to = \"1.5\", 4 }, { 5 } }) })")),
      JH_OK);
  has("a.tier.first", "3", "class", "二");
  has("a.tier.otherwise.rate.up_to_1_5", "4", "class", "二");
  has("a.tier.otherwise.rate.above_1_5", "5", "class", "二");
  has("a.tier.otherwise.rate.step_1", "1.5", "percent", "二");
}

TEST(rows_of_an_interpolation_are_parameters) {
  assert_int_equal(load(BOUND("interpolate(county.rate, { { 10, 3 }, { 20, 4 } })")), JH_OK);
  has("a.rate.row_1_from", "10", "percent", "二");
  has("a.rate.row_2", "4", "class", "二");
}

TEST(numbers_of_a_scheme_have_the_path_and_clause_of_their_item) {
  assert_int_equal(
      load(SCHEME("parts = { part \"p\" { name = \"n\", points = 10, at_least = percent(85),\n"
                  "items = { item \"i\" { name = \"n\", clause = \"三\", points = 6,\n"
                  " tiers = { by = county.tier, first = 6, second = \"2.5\" } },\n"
                  " item \"j\" { name = \"n\", points = 4, deduct = {\n"
                  "  { per = 1, below = 98, of = county.rate, take = \"0.5\", at_most = 2 },\n"
                  "  { when = county.classes:at_most(7), take = \"all\" } } } } } }")),
      JH_OK);
  has("s.total", "10", "", "二");
  has("s.at_least", "6", "", "二");
  has("s.p.points", "10", "", "二");
  has("s.p.at_least", "85", "percent", "二");
  has("s.p.i.points", "6", "", "三");
  has("s.p.i.tier.second", "2.5", "", "三");
  has("s.p.j.deduct_1.below", "98", "percent", "二");
  has("s.p.j.deduct_1.per", "1", "percent", "二");
  has("s.p.j.deduct_1.take", "0.5", "", "二");
  has("s.p.j.deduct_1.at_most", "2", "", "二");
  has("s.p.j.classes.at_most", "7", "class", "二");
}

static const jh_rule *rule(const char *id) {
  uint32_t index = jh_plan_rule(plan, jh_str_of(id));
  if (index == JH_NONE) fail_msg("no rule %s", id);
  return &plan->rules[index];
}

TEST(a_plan_keeps_what_reports_tell) {
  assert_int_equal(
      load(GRADE("{ \"a\", name = \"A\", when = county.is_good }, { \"b\", name = \"B\" }") "\n" SCHEME(
          "not_applicable = \"award\", unseen = 3, items = {\n"
          "item \"i\" { name = \"n\", points = 7, starred = true, holds = county.is_good } }") "\nv"
                                                                                               "eto"
                                                                                               " \""
                                                                                               "x\""
                                                                                               " { "
                                                                                               "nam"
                                                                                               "e "
                                                                                               "= "
                                                                                               "\"n"
                                                                                               "\","
                                                                                               " cl"
                                                                                               "aus"
                                                                                               "e "
                                                                                               "= "
                                                                                               "\""
                                                                                               "二"
                                                                                               "\","
                                                                                               " of"
                                                                                               " = "
                                                                                               "cou"
                                                                                               "nty"
                                                                                               ", "
                                                                                               "whe"
                                                                                               "n "
                                                                                               "= "
                                                                                               "cou"
                                                                                               "nty"
                                                                                               ".is"
                                                                                               "_go"
                                                                                               "od,"
                                                                                               "\n"
                                                                                               " ef"
                                                                                               "fec"
                                                                                               "t "
                                                                                               "= "
                                                                                               "\"b"
                                                                                               "ars"
                                                                                               "\" "
                                                                                               "}"),
      JH_OK);
  assert_int_equal(rule("g")->kind, JH_RULE_GRADE);
  assert_int_equal(rule("g")->grade_count, 2);
  assert_string_equal(rule("g")->grades[1].id, "a");
  assert_int_equal(rule("g")->pass_grade, 1);
  assert_int_equal(rule("x")->effect, JH_EFFECT_BARS);
  assert_int_equal(rule("s")->shape, JH_SHAPE_SUM);
  assert_int_equal(rule("s")->not_applicable, JH_NA_AWARD);
  assert_int_equal(rule("s")->member_count, 1);
  assert_true(rule("s.i")->is_starred);
  assert_int_equal(rule("s.i")->parent, rule("s") - plan->rules);
  assert_int_not_equal(rule("s")->unseen_param, JH_NONE);
}

#define DATED                                                                                      \
  SCHEME("items = {\n"                                                                             \
         "item \"i\" { name = \"n\", holds = county.is_good, points =\n"                           \
         "  dated { [\"2020-01-01\"] = 4, [\"2021-01-01\"] = 5 } },\n"                             \
         "item \"j\" { name = \"n\", holds = county.is_good, points =\n"                           \
         "  dated { [\"2020-01-01\"] = 6, [\"2021-01-01\"] = %d } } }")

TEST(points_that_change_must_add_up_on_each_day) {
  char wrong[1024], right[1024];
  (void)snprintf(wrong, sizeof wrong, DATED, 6);
  (void)snprintf(right, sizeof right, DATED, 5);
  assert_int_equal(load(wrong), JH_EPOINTS);
  assert_string_equal(err.args[1], "11");
  assert_int_equal(load(right), JH_OK);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(every_mistake_is_named_at_its_place),
    FRESH(tables_in_a_bound_take_the_rule_s_unit_and_clause),
    FRESH(rows_of_an_interpolation_are_parameters),
    FRESH(numbers_of_a_scheme_have_the_path_and_clause_of_their_item),
    FRESH(a_plan_keeps_what_reports_tell), FRESH(points_that_change_must_add_up_on_each_day))
