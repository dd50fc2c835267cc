#include "pack.h"

#include "study/mutant.h"

static jh_plan *plan;
static jh_arena *arena;
static jh_reach *reaches;
static jh_trial_set *set;
static jh_mutant *mutants;
static size_t count;

/* Finds and judges all mutants of a pack. */
static void judge(const char *article, const char *cases) {
  jh_error err;
  plan = pack_load("mutant", article, cases);
  arena = jh_arena_open();
  assert_int_equal(jh_reach_open(&reaches, plan, &err), JH_OK);
  assert_int_equal(jh_trial_open_set(&set, plan, &err), JH_OK);
  assert_int_equal(jh_mutant_find(&mutants, &count, plan, false, arena, &err), JH_OK);
  for (size_t i = 0; i < count; i++)
    assert_int_equal(jh_mutant_judge(&mutants[i], plan, set, reaches, &err), JH_OK);
}

static int tear_down(void **state) {
  (void)state;
  jh_trial_close_set(set);
  jh_reach_close(reaches, plan);
  jh_arena_close(arena);
  jh_plan_close(plan);
  return 0;
}

/* The fate of the change from `was` to `now`: s, k or e. */
static char fate(const char *what, const char *was, const char *now) {
  static const char letters[] = {
      [JH_FATE_SURVIVED] = 's', [JH_FATE_KILLED] = 'k', [JH_FATE_EQUIVALENT] = 'e'};
  for (size_t i = 0; i < count; i++) {
    const jh_mutant *m = &mutants[i];
    if (strcmp(m->what, what) == 0 && strcmp(m->was, was) == 0 && strcmp(m->now, now) == 0)
      return letters[m->fate];
  }
  fail_msg("no mutant of %s: %s to %s", what, was, now);
  return '?';
}

#define FEW                                                                                        \
  "indicator \"few\" { name = \"f\", clause = \"1\", of = school, unit = \"student\","             \
  " measure = school.students, at_most = 20 }\n"

TEST(a_case_on_the_line_notices_all_but_the_larger_number) {
  judge(FEW, "case \"a\" { rule = \"few\", given = { students = 20 }, expect = \"met\" }\n");
  assert_int_equal(fate("few.at_most", "20", "19"), 'k');
  assert_int_equal(fate("few.at_most", "20", "21"), 's');
  assert_int_equal(fate("few", "<=", "<"), 'k');
}

TEST(a_case_just_above_notices_the_larger_number) {
  judge(FEW, "case \"a\" { rule = \"few\", given = { students = 21 }, expect = \"unmet\" }\n");
  assert_int_equal(fate("few.at_most", "20", "21"), 'k');
  assert_int_equal(fate("few.at_most", "20", "19"), 's');
  assert_int_equal(fate("few", "<=", "<"), 's');
}

TEST(an_expected_margin_notices_any_other_bound) {
  judge(
      FEW, "case \"a\" { rule = \"few\", given = { students = 2 }, expect = { verdict = \"met\","
           " margin = 18 } }\n");
  assert_int_equal(fate("few.at_most", "20", "21"), 'k');
  assert_int_equal(fate("few.at_most", "20", "19"), 'k');
}

TEST(a_case_that_fails_anyway_notices_nothing) {
  judge(FEW, "case \"a\" { rule = \"few\", given = { students = 20 }, expect = \"unmet\" }\n");
  assert_int_equal(fate("few.at_most", "20", "19"), 's');
}

TEST(the_last_written_digit_is_changed) {
  judge(
      "indicator \"area\" { name = \"a\", clause = \"1\", of = school, unit = \"m2\","
      " measure = school.area_m2, at_least = \"4.5\" }\n",
      "case \"a\" { rule = \"area\", given = { area_m2 = \"4.5\" }, expect = \"met\" }\n");
  assert_int_equal(fate("area.at_least", "4.5", "4.6"), 'k');
  assert_int_equal(fate("area.at_least", "4.5", "4.4"), 's');
}

TEST(each_value_of_a_dated_number_needs_its_own_case) {
  judge(
      "indicator \"few\" { name = \"f\", clause = \"1\", of = school, unit = \"student\","
      " measure = school.students,\n at_most = dated { [\"2020-01-01\"] = 20, [\"2022-01-01\"] = "
      "30 "
      "} }\n",
      "case \"a\" { rule = \"few\", given = { students = 20 }, expect = \"met\" }\n");
  assert_int_equal(fate("few.at_most", "20", "19"), 'k');
  assert_int_equal(fate("few.at_most", "30", "29"), 's');
}

TEST(cases_of_what_stands_on_a_rule_notice_too) {
  judge(
      FEW "verdict \"v\" { name = \"v\", clause = \"2\", of = county,"
          " holds = every(county.schools, indicator \"few\") }\n",
      "case \"a\" { rule = \"v\", given = { schools = { { students = 20 } } }, expect = \"met\" "
      "}\n");
  assert_int_equal(fate("few.at_most", "20", "19"), 'k');
}

TEST(all_of_for_any_of_is_noticed_where_one_is_met) {
  const char *article =
      "requirement \"both\" { name = \"b\", clause = \"1\", of = school,"
      " holds = all_of { school.students:above(5), school.teachers:above(5) } }\n";
  judge(
      article,
      "case \"a\" { rule = \"both\", given = { students = 6, teachers = 6 }, expect = \"met\" }\n");
  assert_int_equal(fate("both", "all_of", "any_of"), 's');
  tear_down(NULL);
  judge(
      article, "case \"a\" { rule = \"both\", given = { students = 6, teachers = 5 }, expect = "
               "\"unmet\" }\n");
  assert_int_equal(fate("both", "all_of", "any_of"), 'k');
}

TEST(what_no_whole_number_can_show_is_proven_equivalent) {
  judge(
      "indicator \"big\" { name = \"b\", clause = \"1\", of = school, unit = \"student\","
      " measure = school.students, at_least = \"20.5\" }\n",
      "");
  assert_int_equal(fate("big", ">=", ">"), 'e');
  assert_int_equal(fate("big.at_least", "20.5", "20.6"), 's'); /* the figures tell it */
}

TEST(a_number_that_decides_which_law_holds_is_noticed) {
  judge(
      "parameter \"old\" { value = 20, unit = \"student\", clause = \"1\" }\n"
      "parameter \"new\" { value = 30, unit = \"student\", clause = \"1\" }\n"
      "parameter \"which\" { value = 0, clause = \"1\" }\n"
      "indicator \"few\" { name = \"f\", clause = \"1\", of = school, unit = \"student\","
      " measure = school.students,\n at_most = choose(parameter \"which\":equals(1), parameter "
      "\"new\", parameter \"old\") }\n",
      "case \"a\" { rule = \"few\", given = { students = 21 }, expect = \"unmet\" }\n");
  assert_int_equal(fate("which", "0", "1"), 'k');
}

TEST(numbers_read_by_a_function_of_the_pack_are_noticed) {
  const char *article =
      "parameter \"twice\" { value = 2, clause = \"1\" }\n"
      "indicator \"much\" { name = \"m\", clause = \"1\", of = school, unit = \"m2\","
      " measure = compute { of = school, unit = \"m2\", reads = { a = school.area_m2, b = "
      "parameter "
      "\"twice\" }, each = function(row) return row.a * row.b end },\n at_least = 10 }\n";
  judge(article, "case \"a\" { rule = \"much\", given = { area_m2 = 5 }, expect = \"met\" }\n");
  assert_int_equal(fate("twice", "2", "1"), 'k');
  assert_int_equal(fate("twice", "2", "3"), 's');
  assert_int_equal(fate("much", ">=", ">"), 'k');
}

TEST(the_plan_is_as_it_was_afterwards) {
  const char *article =
      FEW "requirement \"both\" { name = \"b\", clause = \"1\", of = school,"
          " holds = all_of { school.students:above(5), school.teachers:above(5) } }\n";
  jh_plan *other = pack_load("mutant", article, "");
  judge(article, "case \"a\" { rule = \"few\", given = { students = 20 }, expect = \"met\" }\n");
  assert_int_equal(plan->node_count, other->node_count);
  assert_int_equal(plan->arg_count, other->arg_count);
  assert_memory_equal(plan->args, other->args, plan->arg_count * sizeof *plan->args);
  for (size_t n = 0; n < plan->node_count; n++) {
    assert_int_equal(plan->nodes[n].op, other->nodes[n].op);
    assert_int_equal(plan->nodes[n].value.mantissa, other->nodes[n].value.mantissa);
  }
  for (size_t p = 0; p < plan->param_count; p++) {
    assert_int_equal(
        plan->params[p].values[0].value.mantissa, other->params[p].values[0].value.mantissa);
  }
  jh_plan_close(other);
}

#define RUN_JUDGED(name) cmocka_unit_test_teardown(name, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      RUN_JUDGED(a_case_on_the_line_notices_all_but_the_larger_number),
      RUN_JUDGED(a_case_just_above_notices_the_larger_number),
      RUN_JUDGED(an_expected_margin_notices_any_other_bound),
      RUN_JUDGED(a_case_that_fails_anyway_notices_nothing),
      RUN_JUDGED(the_last_written_digit_is_changed),
      RUN_JUDGED(each_value_of_a_dated_number_needs_its_own_case),
      RUN_JUDGED(cases_of_what_stands_on_a_rule_notice_too),
      RUN_JUDGED(all_of_for_any_of_is_noticed_where_one_is_met),
      RUN_JUDGED(what_no_whole_number_can_show_is_proven_equivalent),
      RUN_JUDGED(a_number_that_decides_which_law_holds_is_noticed),
      RUN_JUDGED(numbers_read_by_a_function_of_the_pack_are_noticed),
      RUN_JUDGED(the_plan_is_as_it_was_afterwards)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
