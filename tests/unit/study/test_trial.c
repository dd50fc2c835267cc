#include "pack.h"

#include "study/cases.h"
#include "study/trial.h"

TEST(judging_by_rationals_alone_agrees_with_the_whole_evaluation) {
  jh_plan *plan;
  jh_trial_set *set;
  jh_case_result *results;
  size_t count;
  jh_error err;
  jh_diag *diag = jh_diag_open(10);
  jh_arena *arena = jh_arena_open();
  jh_pack_options options = {
      .folder = "rules/national/quality-balance-2017", .share_folder = ".", .with_cases = true};
  assert_int_equal(jh_pack_load(&plan, &options, diag, &err), JH_OK);
  assert_int_equal(jh_cases_run(&results, &count, plan, arena, &err), JH_OK);
  assert_int_equal(jh_trial_open_set(&set, plan, &err), JH_OK);
  assert_int_equal(set->count, count);
  assert_true(count > 400);
  for (size_t i = 0; i < count; i++) {
    const jh_trial *trial = &set->trials[i];
    jh_verdict verdict = jh_trial_verdict(trial, trial->test->rule, trial->row);
    if (verdict != results[i].finding.verdict || trial->is_sound != results[i].has_passed)
      fail_msg("case %s", trial->test->name);
  }
  jh_trial_close_set(set);
  jh_arena_close(arena);
  jh_diag_close(diag);
  jh_plan_close(plan);
}

TEST(a_case_that_expects_something_else_is_not_sound) {
  jh_error err;
  jh_trial_set *set;
  jh_plan *plan = pack_load(
      "trial",
      "indicator \"few\" { name = \"f\", clause = \"1\", of = school, unit = \"student\","
      " measure = school.students, at_most = 20 }\n",
      "case \"a\" { rule = \"few\", given = { students = 20 }, expect = { verdict = \"met\","
      " measure = 20, bound = 20, margin = 0 } }\n"
      "case \"b\" { rule = \"few\", given = { students = 20 }, expect = \"unmet\" }\n"
      "case \"c\" { rule = \"few\", given = { students = 20 }, expect = { verdict = \"met\","
      " measure = 21 } }\n"
      "case \"d\" { rule = \"few\", given = { students = 20 }, expect = { verdict = \"met\","
      " margin = 1 } }\n"
      "case \"e\" { rule = \"few\", given = {}, expect = \"undetermined\" }\n"
      "case \"f\" { rule = \"few\", on = \"2019-01-01\", given = {}, expect = \"not_in_force\" "
      "}\n");
  assert_int_equal(jh_trial_open_set(&set, plan, &err), JH_OK);
  const bool expected[] = {true, false, false, false, true, true};
  for (size_t i = 0; i < COUNT(expected); i++)
    assert_int_equal(set->trials[i].is_sound, expected[i]);
  assert_int_equal(jh_trial_stand(&set->trials[0], 0, 0), JH_STANDS_AT);
  assert_int_equal(jh_trial_stand(&set->trials[4], 0, 0), JH_STANDS_UNKNOWN);
  jh_trial_close_set(set);
  jh_plan_close(plan);
}

TESTS(
    RUN(judging_by_rationals_alone_agrees_with_the_whole_evaluation),
    RUN(a_case_that_expects_something_else_is_not_sound))
