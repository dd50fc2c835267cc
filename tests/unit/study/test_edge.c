#include "pack.h"

#include "study/cases.h"
#include "study/edge.h"

static jh_plan *plan;
static jh_arena *arena;
static jh_reach *reaches;
static jh_trial_set *set;
static jh_edge *edges;
static size_t count;
static jh_error err;

static void find(const char *article, const char *cases) {
  plan = pack_load("edge", article, cases);
  arena = jh_arena_open();
  assert_int_equal(jh_reach_open(&reaches, plan, &err), JH_OK);
  assert_int_equal(jh_trial_open_set(&set, plan, &err), JH_OK);
  assert_int_equal(jh_edge_find(&edges, &count, plan, reaches, arena, &err), JH_OK);
  jh_edge_cover(edges, count, set);
}

static int tear_down(void **state) {
  (void)state;
  jh_trial_close_set(set);
  jh_reach_close(reaches, plan);
  jh_arena_close(arena);
  jh_plan_close(plan);
  return 0;
}

/* The sides in order, capital where a case shows it: below, at, above; met, unmet; no data; out of scope. */
static const char *sides(void) {
  static char out[64];
  size_t i = 0;
  for (; i < count && strcmp(plan->rules[edges[i].rule].id, "last") != 0; i++) {
    char side = "<=>yn?-"[edges[i].side];
    out[2 * i] = edges[i].is_covered ? '+' : ' ';
    out[2 * i + 1] = side;
  }
  out[2 * i] = '\0';
  return out;
}

/* The case written for an edge; "" if there is none. */
static const char *written(size_t i) {
  static char out[2000];
  const jh_case *test;
  jh_buf text;
  jh_buf_init(&text);
  assert_int_equal(jh_edge_case(&test, &edges[i], set, reaches, arena, &err), JH_OK);
  if (test) assert_true(jh_edge_text(&text, plan, test));
  (void)snprintf(out, sizeof out, "%s", text.at ? text.at : "");
  jh_buf_done(&text);
  return out;
}

#define FEW                                                                                        \
  "indicator \"few\" { name = \"f\", clause = \"1\", of = school, unit = \"student\","             \
  " measure = school.students, at_most = 20 }\n"
#define RATIO                                                                                      \
  "indicator \"ratio\" { name = \"r\", clause = \"1\", of = school, unit = \"teacher/(100 "        \
  "student)\","                                                                                    \
  " only_where = school.students:above(0), measure = school.teachers / school.students,"           \
  " at_least = \"4.2\" }\n"

TEST(a_bound_has_three_sides_and_a_rule_a_blank) {
  find(FEW, "case \"a\" { rule = \"few\", given = { students = 20 }, expect = \"met\" }\n");
  assert_string_equal(sides(), " <+= > ?");
}

TEST(a_scope_must_be_left_once) {
  find(
      RATIO,
      "case \"a\" { rule = \"ratio\", given = { students = 0 }, expect = \"not_applicable\" }\n"
      "case \"b\" { rule = \"ratio\", given = {}, expect = \"undetermined\" }\n");
  assert_string_equal(sides(), " < = >+?+-");
}

TEST(what_cannot_be_reached_is_not_asked_for) {
  find(
      "indicator \"all\" { name = \"a\", clause = \"1\", of = county, unit = \"percent\","
      " measure = county.share, at_least = 100 }\n",
      "");
  assert_string_equal(sides(), " < = ?");
}

TEST(a_case_that_fails_shows_nothing) {
  find(FEW, "case \"a\" { rule = \"few\", given = { students = 20 }, expect = \"unmet\" }\n");
  assert_string_equal(sides(), " < = > ?");
}

TEST(each_period_and_each_arm_has_its_own_edges) {
  find(
      "parameter \"much\" { value = 30, unit = \"student\", clause = \"1\" }\n"
      "indicator \"few\" { name = \"f\", clause = \"1\", of = school, unit = \"student\","
      " measure = school.students,\n at_most = choose(school.kind:is \"a\", parameter \"much\","
      " school.teachers * number(2, \"student/teacher\")) }\n"
      "indicator \"old\" { name = \"f\", clause = \"1\", of = school, unit = \"student\","
      " measure = school.students,\n at_most = dated { [\"2020-01-01\"] = 20, [\"2022-01-01\"] = "
      "30 "
      "} }\n",
      "case \"a\" { rule = \"few\", given = { kind = \"a\", students = 30 }, expect = \"met\" }\n"
      "case \"b\" { rule = \"few\", given = { kind = \"b\", students = 8, teachers = 4 }, expect = "
      "\"met\" }\n"
      "case \"c\" { rule = \"few\", given = { students = 8, teachers = 4 }, expect = \"met\" }\n"
      "case \"d\" { rule = \"old\", on = \"2022-01-01\", given = { students = 20 }, expect = "
      "\"met\" "
      "}\n");
  assert_string_equal(sides(), " <+= > <+= > ? < = >+< = > ?");
}

TEST(rules_without_a_bound_are_met_and_not_met) {
  find(
      FEW "verdict \"v\" { name = \"v\", clause = \"2\", of = county,"
          " holds = every(county.schools, indicator \"few\") }\n",
      "case \"a\" { rule = \"v\", given = { schools = { { students = 20 } } }, expect = \"met\" "
      "}\n");
  assert_string_equal(sides(), " < = > ?+y n ?");
}

TEST(a_missing_side_is_written_from_another_case) {
  find(
      FEW,
      "case \"a\" { rule = \"few\", given = { students = 7, teachers = 3 }, expect = \"met\" }\n");
  assert_string_equal(sides(), "+< = > ?");
  assert_string_equal(
      written(1), "case \"few: exactly 20\" {\n  rule = \"few\",\n  given = { students = 20 },\n"
                  "  expect = { verdict = \"met\", measure = \"20\", margin = \"0\" },\n}\n");
  assert_string_equal(
      written(2), "case \"few: just above 20\" {\n  rule = \"few\",\n  given = { students = 21 },\n"
                  "  expect = { verdict = \"unmet\", measure = \"21\" },\n}\n");
  assert_string_equal(
      written(3),
      "case \"few: a figure is not known\" {\n  rule = \"few\",\n  given = { students = "
      "missing },\n  expect = \"undetermined\",\n}\n");
}

TEST(a_quotient_that_cannot_be_equal_gets_a_round_divisor) {
  find(
      RATIO, "case \"a\" { rule = \"ratio\", given = { students = 31, teachers = 2 }, expect = "
             "\"met\" }\n");
  assert_string_equal(sides(), " < =+> ? -");
  assert_string_equal(
      written(1), "case \"ratio: exactly 4.2\" {\n  rule = \"ratio\",\n  given = { students = "
                  "1000, teachers = 42 },\n"
                  "  expect = { verdict = \"met\", measure = \"4.2\", margin = \"0\" },\n}\n");
  assert_string_equal(
      written(4), "case \"ratio: out of scope\" {\n  rule = \"ratio\",\n  given = { students = 0, "
                  "teachers = 2 },\n  expect = \"not_applicable\",\n}\n");
}

TEST(without_a_case_of_the_rule_a_plain_one_is_the_beginning) {
  find(FEW, "");
  assert_string_equal(
      written(1), "case \"few: exactly 20\" {\n  rule = \"few\",\n  given = { students = 20 },\n"
                  "  expect = { verdict = \"met\", measure = \"20\", margin = \"0\" },\n}\n");
}

TEST(what_two_changes_would_be_needed_for_is_told_with_the_reason) {
  find(
      "indicator \"far\" { name = \"f\", clause = \"1\", of = school, unit = \"student\","
      " only_where = school.kind:is \"b\" & school.teachers:below(5), measure = school.students,"
      " at_most = 20 }\n",
      "");
  assert_string_equal(written(1), "");
  assert_string_equal(
      edges[1].why[JH_EN],
      "the rule has no case to begin with, and a plain one does not lead there");
  assert_string_not_equal(edges[1].why[JH_ZH], edges[1].why[JH_EN]);
}

TEST(a_condition_that_the_day_settles_gives_each_arm_its_days) {
  find(
      "parameter \"old\" { value = 20, unit = \"student\", clause = \"1\" }\n"
      "parameter \"new\" { value = 30, unit = \"student\", clause = \"1\" }\n"
      "parameter \"which\" { value = dated { [\"2020-01-01\"] = 0, [\"2022-01-01\"] = 1 }, clause "
      "= \"1\" }\n"
      "indicator \"few\" { name = \"f\", clause = \"1\", of = school, unit = \"student\","
      " measure = school.students,\n at_most = choose(parameter \"which\":equals(1), parameter "
      "\"new\", parameter \"old\") }\n",
      "case \"a\" { rule = \"few\", given = { students = 20 }, expect = \"met\" }\n"
      "case \"b\" { rule = \"few\", on = \"2022-01-01\", given = { students = 30 }, expect = "
      "\"met\" }\n");
  assert_string_equal(sides(), " <+= > <+= > ?");
  assert_int_equal(edges[0].from, 20200101);
  assert_int_equal(edges[0].until, 20220101);
  assert_int_equal(edges[3].from, 20220101);
  assert_int_equal(edges[3].until, 0);
}

/* All missing cases of a pack, written. */
static char *write_all(void) {
  jh_buf text;
  jh_buf_init(&text);
  for (size_t i = 0; i < count; i++) {
    const jh_case *test = NULL;
    if (edges[i].is_covered) continue;
    assert_int_equal(jh_edge_case(&test, &edges[i], set, reaches, arena, &err), JH_OK);
    assert_non_null(test);
    assert_true(jh_edge_text(&text, plan, test));
  }
  char *out = strdup(text.at ? text.at : "");
  jh_buf_done(&text);
  return out;
}

TEST(what_was_written_passes_and_covers_and_is_the_same_each_time) {
  const char *article =
      RATIO "indicator \"rooms\" { name = \"r\", clause = \"1\", of = county, unit = \"percent\","
            " measure = sum(county.schools, school.teachers * number(1, \"student/teacher\"))"
            " / sum(county.schools, school.students), at_least = 50 }\n"
            "verdict \"v\" { name = \"v\", clause = \"2\", of = county,"
            " holds = every(county.schools, indicator \"ratio\") }\n";
  const char *cases =
      "case \"a\" { rule = \"ratio\", given = { students = 31, teachers = 2 }, expect = \"met\" }\n"
      "case \"b\" { rule = \"rooms\", given = { schools = { { students = 10, teachers = 5 },"
      " { students = 10, teachers = 6 } } }, expect = \"met\" }\n"
      "case \"c\" { rule = \"v\", given = { schools = { { students = 10, teachers = 5 } } },"
      " expect = \"met\" }\n";
  find(article, cases);
  char *first = write_all();
  tear_down(NULL);
  find(article, cases);
  char *second = write_all();
  assert_string_equal(first, second);
  tear_down(NULL);
  find(article, first);
  for (size_t i = 0; i < set->count; i++) assert_true(set->trials[i].is_sound);
  const char *left = sides();
  for (size_t i = 0; i < count; i++) {
    if (!edges[i].is_covered && edges[i].side != JH_SIDE_ABOVE && edges[i].side != JH_SIDE_MET)
      fail_msg("left: %s", left);
  }
  free(first);
  free(second);
}

#define RUN_FOUND(name) cmocka_unit_test_teardown(name, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      RUN_FOUND(a_bound_has_three_sides_and_a_rule_a_blank),
      RUN_FOUND(a_scope_must_be_left_once),
      RUN_FOUND(what_cannot_be_reached_is_not_asked_for),
      RUN_FOUND(a_case_that_fails_shows_nothing),
      RUN_FOUND(each_period_and_each_arm_has_its_own_edges),
      RUN_FOUND(rules_without_a_bound_are_met_and_not_met),
      RUN_FOUND(a_missing_side_is_written_from_another_case),
      RUN_FOUND(a_quotient_that_cannot_be_equal_gets_a_round_divisor),
      RUN_FOUND(without_a_case_of_the_rule_a_plain_one_is_the_beginning),
      RUN_FOUND(what_two_changes_would_be_needed_for_is_told_with_the_reason),
      RUN_FOUND(a_condition_that_the_day_settles_gives_each_arm_its_days),
      RUN_FOUND(what_was_written_passes_and_covers_and_is_the_same_each_time)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
