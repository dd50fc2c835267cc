/* Runs: verdicts on the line, unknowns that matter and that do not, days, threads. */
#include "support/eval_builder.h"
#include "support/test.h"

static jh_verdict verdict_of(eval_builder *b, uint32_t rule, uint32_t row) {
  jh_run *run = eb_run(b, 1);
  jh_verdict out = jh_run_verdict(run, rule, row);
  jh_run_close(run);
  return out;
}

static jh_finding finding_of(eval_builder *b, uint32_t rule, uint32_t row) {
  jh_finding out;
  jh_run *run = eb_run(b, 1);
  assert_int_equal(jh_run_finding(run, rule, row, &out, NULL), JH_OK);
  jh_run_close(run);
  return out;
}

/* measure a / b, bound as text, in units of 1/per. */
typedef struct ratio {
  eval_builder b;
  uint32_t a, c, rule;
} ratio;

static void make_ratio(ratio *r, const char *bound, int64_t per, size_t units) {
  eb_open(&r->b);
  r->a = eb_number(&r->b, EB_STAGE, "a", 6, -1);
  r->c = eb_number(&r->b, EB_STAGE, "b", 0, 20000);
  uint32_t limit;
  jh_unit unit = jh_unit_none();
  unit.den = per;
  assert_int_equal(jh_build_const(&r->b.build, eb_dec(bound), unit, &limit), JH_OK);
  uint32_t measure = eb_pair(&r->b, JH_OP_DIV, r->a, r->c);
  r->rule = eb_rule(&r->b, "r", EB_STAGE, measure, JH_AT_LEAST, limit, JH_NONE, JH_NONE);
  r->b.plan->rules[r->rule].unit = unit;
  eb_units(&r->b, units);
}

TEST(nine_for_a_thousand_are_exactly_enough_for_nine_tenths_per_hundred) {
  ratio r;
  make_ratio(&r, "0.9", 100, 3);
  for (size_t i = 0; i < 3; i++) {
    eb_set(&r.b, r.a, i, i == 1 ? 8999999 : 9000000);
    eb_set(&r.b, r.c, i, i == 2 ? 1001 : 1000);
  }
  jh_run *run = eb_run(&r.b, 1);
  assert_int_equal(jh_run_verdict(run, r.rule, 0), JH_MET);
  assert_int_equal(jh_run_verdict(run, r.rule, 1), JH_UNMET);
  assert_int_equal(jh_run_verdict(run, r.rule, 2), JH_UNMET);
  assert_int_equal(
      jh_run_exact_count(run), 0); /* the quotient of two whole numbers needs no rationals */
  jh_run_close(run);
  jh_finding f = finding_of(&r.b, r.rule, 0);
  assert_string_equal(f.measure.text, "0.9");
  assert_string_equal(f.bound.text, "0.9");
  assert_string_equal(f.margin.text, "0");
  f = finding_of(&r.b, r.rule, 1);
  assert_string_equal(f.measure.text, "0.8999999");
  assert_string_equal(f.margin.text, "-0.0000001");
  eb_close(&r.b);
}

TEST(ten_thousands_of_yuan_meet_a_bound_in_yuan_exactly) {
  ratio r;
  make_ratio(&r, "1700", 1, 2);
  r.b.plan->nodes[r.a].num = 10000; /* the column is in wan yuan */
  eb_set(&r.b, r.a, 0, 5270000);    /* 5.27 */
  eb_set(&r.b, r.c, 0, 31);
  eb_set(&r.b, r.a, 1, 5269999);
  eb_set(&r.b, r.c, 1, 31);
  assert_int_equal(verdict_of(&r.b, r.rule, 0), JH_MET);
  assert_int_equal(verdict_of(&r.b, r.rule, 1), JH_UNMET);
  assert_string_equal(finding_of(&r.b, r.rule, 0).measure.text, "1700");
  eb_close(&r.b);
}

TEST(a_share_is_not_rounded_up_to_its_floor) {
  eval_builder b;
  eb_open(&b);
  uint32_t x = eb_number(&b, EB_STAGE, "x", 4, -1);
  uint32_t floor = eb_pair(&b, JH_OP_MUL, eb_const(&b, "0.85"), eb_const(&b, "5.3"));
  uint32_t rule = eb_rule(&b, "r", EB_STAGE, x, JH_AT_LEAST, floor, JH_NONE, JH_NONE);
  eb_units(&b, 3);
  eb_set(&b, x, 0, 45050); /* 0.85 * 5.3 = 4.505 */
  eb_set(&b, x, 1, 45049);
  eb_set(&b, x, 2, 44790); /* 84.51 % */
  assert_int_equal(verdict_of(&b, rule, 0), JH_MET);
  assert_int_equal(verdict_of(&b, rule, 1), JH_UNMET);
  assert_int_equal(verdict_of(&b, rule, 2), JH_UNMET);
  eb_close(&b);
}

TEST(a_blank_is_undetermined_unless_no_value_could_matter) {
  ratio r;
  make_ratio(&r, "0.9", 100, 4);
  eb_set(&r.b, r.a, 0, 9000000);   /* students missing: 9 / [0, 20000] */
  eb_set(&r.b, r.c, 1, 1000);      /* teachers missing */
  eb_set(&r.b, r.a, 2, 200000000); /* 200 / 20000 = 1 per 100: enough whatever the blank is */
  eb_set(&r.b, r.a, 3, 9000000);
  eb_set(&r.b, r.c, 3, 0); /* divided by nobody */
  assert_int_equal(verdict_of(&r.b, r.rule, 0), JH_UNDETERMINED);
  assert_int_equal(verdict_of(&r.b, r.rule, 1), JH_UNDETERMINED);
  assert_int_equal(verdict_of(&r.b, r.rule, 2), JH_MET);
  assert_int_equal(verdict_of(&r.b, r.rule, 3), JH_UNDETERMINED);
  jh_finding f = finding_of(&r.b, r.rule, 0);
  assert_false(f.measure.is_known);
  assert_string_equal(f.measure.low, "0.045");
  assert_string_equal(f.measure.high, "");
  eb_close(&r.b);
}

TEST(six_of_seven_counts_what_is_sure_and_what_is_open) {
  eval_builder b;
  static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g"};
  uint32_t args[8];
  eb_open(&b);
  args[0] = eb_const(&b, "6");
  for (size_t i = 0; i < 7; i++) args[1 + i] = eb_flag(&b, EB_STAGE, ids[i]);
  uint32_t rule = eb_rule(
      &b, "r", EB_STAGE, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, eb_at_least_n(&b, args, 8));
  eb_units(&b, 3);
  for (size_t i = 0; i < 7; i++) {
    eb_set(&b, args[1 + i], 0, i < 6);
    eb_set(&b, args[1 + i], 1, i > 1);
    eb_set(&b, args[1 + i], 2, i > 0);
  }
  eb_unset(&b, args[7], 0); /* five and a blank: one false, so the blank decides nothing */
  eb_unset(&b, args[7], 1);
  eb_unset(&b, args[7], 2);
  assert_int_equal(verdict_of(&b, rule, 0), JH_MET);
  assert_int_equal(verdict_of(&b, rule, 1), JH_UNMET);
  assert_int_equal(verdict_of(&b, rule, 2), JH_UNDETERMINED);
  eb_close(&b);
}

TEST(what_does_not_apply_or_is_not_in_force_hinders_nothing) {
  eval_builder b;
  eb_open(&b);
  uint32_t flag = eb_flag(&b, EB_STAGE, "a"), scope = eb_flag(&b, EB_STAGE, "s");
  uint32_t late = eb_param(&b, "late.at_least", "3", 20300101);
  uint32_t number = eb_number(&b, EB_STAGE, "n", 0, 9);
  uint32_t scoped = eb_rule(&b, "scoped", EB_STAGE, JH_NONE, 0, JH_NONE, scope, flag);
  uint32_t later = eb_rule(&b, "later", EB_STAGE, number, JH_AT_LEAST, late, JH_NONE, JH_NONE);
  uint32_t both[2] = {eb_use(&b, scoped), eb_use(&b, later)};
  uint32_t all =
      eb_rule(&b, "all", EB_STAGE, JH_NONE, 0, JH_NONE, JH_NONE, eb_all(&b, JH_OP_AND, both, 2));
  uint32_t every = eb_rule(
      &b, "every", EB_COUNTY, JH_NONE, 0, JH_NONE, JH_NONE,
      eb_over(&b, JH_OP_EVERY, EB_STAGE, EB_COUNTY, eb_use(&b, all), JH_NONE));
  eb_units(&b, 3);
  eb_set(&b, scope, 0, 0);
  eb_set(&b, scope, 1, 1);
  eb_set(&b, flag, 1, 1);
  eb_set(&b, flag, 2, 0);
  jh_run *run = eb_run(&b, 1);
  assert_int_equal(jh_run_verdict(run, scoped, 0), JH_NOT_APPLICABLE);
  assert_int_equal(jh_run_verdict(run, later, 0), JH_NOT_IN_FORCE);
  assert_false(jh_run_in_force(run, later));
  assert_true(jh_run_in_force(run, all));
  assert_int_equal(jh_run_verdict(run, all, 0), JH_MET);
  assert_int_equal(jh_run_verdict(run, all, 1), JH_MET);
  assert_int_equal(jh_run_verdict(run, all, 2), JH_UNDETERMINED);
  assert_int_equal(jh_run_verdict(run, every, 0), JH_UNDETERMINED);
  jh_tally tally = jh_run_tally(run, all, EB_COUNTY, 0);
  assert_int_equal(tally.of[JH_MET], 2);
  assert_int_equal(tally.of[JH_UNDETERMINED], 1);
  jh_run_close(run);
  eb_close(&b);
}

TEST(a_parameter_may_be_in_force_for_one_stage_only) {
  eval_builder b;
  eb_open(&b);
  uint32_t n = eb_number(&b, EB_STAGE, "n", 0, 9), own;
  jh_param *param = &b.plan->params[b.plan->param_count++];
  static jh_param_value values[2];
  values[0] = (jh_param_value){20170101, EB_PRIMARY, {4, 0}, "4", JH_NONE, 0, {.line = 0}};
  values[1] = (jh_param_value){20250101, EB_JUNIOR, {5, 0}, "5", JH_NONE, 0, {.line = 0}};
  *param = (jh_param){
      .path = "p", .unit = jh_unit_none(), .is_by_stage = true, .values = values, .value_count = 2};
  assert_int_equal(jh_build_param(&b.build, 0, JH_NONE, &own), JH_OK);
  uint32_t rule = eb_rule(&b, "r", EB_STAGE, n, JH_AT_LEAST, own, JH_NONE, JH_NONE), zero[2] = {0};
  uint8_t stages[2] = {EB_PRIMARY, EB_JUNIOR};
  eb_data(
      &b, &(eb_shape){
              .counties = 1,
              .schools = 1,
              .units = 2,
              .county_of = zero,
              .school_of_unit = zero,
              .stages = stages});
  eb_set(&b, n, 0, 4);
  eb_set(&b, n, 1, 4);
  jh_finding f = finding_of(&b, rule, 0);
  assert_int_equal(f.verdict, JH_MET);
  assert_ptr_equal(f.source, &values[0]);
  assert_int_equal(f.entity.stage, EB_PRIMARY);
  assert_slice(f.entity.code, "s0");
  assert_slice(f.entity.county_code, "c0");
  assert_int_equal(verdict_of(&b, rule, 1), JH_NOT_IN_FORCE);
  eb_close(&b);
}

TEST(a_rule_outside_the_list_is_not_evaluated_but_can_be_asked) {
  eval_builder b;
  eb_open(&b);
  uint32_t flag = eb_flag(&b, EB_STAGE, "a");
  uint32_t one = eb_rule(&b, "one", EB_STAGE, JH_NONE, 0, JH_NONE, JH_NONE, flag);
  uint32_t two =
      eb_rule(&b, "two", EB_STAGE, JH_NONE, 0, JH_NONE, JH_NONE, eb_one(&b, JH_OP_NOT, flag));
  eb_units(&b, 1);
  eb_set(&b, flag, 0, 1);
  jh_run *run;
  jh_run_options options = {.on = 20240901, .rules = &one, .rule_count = 1};
  assert_int_equal(jh_run_open(&run, b.plan, b.data, &options, &b.err), JH_OK);
  assert_int_equal(jh_run_verdict(run, one, 0), JH_MET);
  assert_int_equal(jh_run_verdict(run, two, 0), JH_UNMET);
  jh_run_close(run);
  eb_close(&b);
}

TEST(rows_with_a_verdict_are_found_one_after_the_other) {
  eval_builder b;
  eb_open(&b);
  uint32_t flag = eb_flag(&b, EB_STAGE, "a");
  uint32_t one = eb_rule(&b, "one", EB_STAGE, JH_NONE, 0, JH_NONE, JH_NONE, flag);
  uint32_t other =
      eb_rule(&b, "other", EB_STAGE, JH_NONE, 0, JH_NONE, JH_NONE, eb_one(&b, JH_OP_NOT, flag));
  eb_units(&b, 4);
  eb_set(&b, flag, 0, 1);
  eb_set(&b, flag, 1, 0);
  eb_set(&b, flag, 3, 0);
  jh_run *run;
  jh_run_options options = {.on = 20240901, .rules = &one, .rule_count = 1};
  assert_int_equal(jh_run_open(&run, b.plan, b.data, &options, &b.err), JH_OK);
  assert_int_equal(jh_run_next(run, one, 0, JH_UNMET), 1);
  assert_int_equal(jh_run_next(run, one, 2, JH_UNMET), 3);
  assert_int_equal(jh_run_next(run, one, 4, JH_UNMET), 4);
  assert_int_equal(jh_run_next(run, one, 1, JH_MET), 4);
  assert_int_equal(jh_run_next(run, one, 0, JH_UNDETERMINED), 2);
  assert_int_equal(jh_run_next(run, other, 1, JH_UNDETERMINED), 2); /* was not evaluated */
  jh_run_close(run);
  eb_close(&b);
}

TEST(expressions_that_nest_too_deep_are_refused) {
  eval_builder b;
  eb_open(&b);
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1), sum = x;
  for (int i = 1; i < JH_NODE_DEEPEST; i++) sum = eb_pair(&b, JH_OP_ADD, sum, x);
  jh_build build = {b.plan, jh_place_of("rules.lua", 7, 0), &b.err};
  assert_int_equal(jh_build_pair(&build, JH_OP_ADD, sum, x, &sum), JH_EEXPRESSION_DEEP);
  assert_int_equal(b.err.at.line, 7);
  assert_string_equal(b.err.args[0], "1000");
  eb_close(&b);
}

/* x = x + x, sixty times: as a tree it would have 2^60 leaves. */
TEST(shared_parts_are_worked_out_once) {
  eval_builder b;
  eb_open(&b);
  uint32_t x = eb_number(&b, EB_STAGE, "x", 1, -1), sum = x;
  for (int i = 0; i < 60; i++) sum = eb_pair(&b, JH_OP_ADD, sum, sum);
  uint32_t rule = eb_rule(&b, "r", EB_STAGE, sum, JH_AT_LEAST, sum, JH_NONE, JH_NONE);
  eb_units(&b, 1);
  eb_set(&b, x, 0, 1);
  assert_int_equal(verdict_of(&b, rule, 0), JH_MET);
  eb_close(&b);
}

TEST(a_dataset_without_rows_gives_no_verdicts) {
  eval_builder b;
  eb_open(&b);
  uint32_t flag = eb_flag(&b, EB_STAGE, "a");
  eb_rule(&b, "one", EB_STAGE, JH_NONE, 0, JH_NONE, JH_NONE, flag);
  eb_data(&b, &(eb_shape){0});
  jh_run_close(eb_run(&b, 4));
  eb_close(&b);
}

#define MANY 60

static void make_nation(eval_builder *b, uint32_t *rules) {
  static uint32_t county_of[MANY * 5], school_of_unit[MANY * 50];
  static uint8_t stages[MANY * 50];
  eb_open(b);
  uint32_t a = eb_number(b, EB_STAGE, "a", 1, -1), c = eb_number(b, EB_STAGE, "c", 0, 3000);
  uint32_t per_head = eb_pair(b, JH_OP_DIV, a, c);
  rules[0] = eb_rule(b, "r", EB_STAGE, per_head, JH_AT_LEAST, eb_const(b, "0.5"), JH_NONE, JH_NONE);
  rules[1] = eb_rule(
      b, "s", EB_COUNTY, eb_spread(b, EB_STAGE, per_head, c, JH_NONE, eb_const(b, "0.5")),
      JH_AT_MOST, eb_const(b, "0.5"), JH_NONE, JH_NONE);
  rules[2] = eb_rule(
      b, "e", EB_COUNTY, JH_NONE, 0, JH_NONE, JH_NONE,
      eb_over(b, JH_OP_EVERY, EB_STAGE, EB_COUNTY, eb_use(b, rules[0]), JH_NONE));
  for (uint32_t i = 0; i < MANY * 5; i++) county_of[i] = i / 5;
  for (uint32_t i = 0; i < MANY * 50; i++) {
    school_of_unit[i] = i / 10;
    stages[i] = i % 2;
  }
  eb_data(b, &(eb_shape){MANY, MANY * 5, MANY * 50, 0, county_of, school_of_unit, NULL, stages});
  uint64_t seed = 5;
  for (size_t i = 0; i < MANY * 50; i++) {
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    if ((seed >> 40) % 2000) eb_set(b, a, i, (int64_t)(seed >> 33) % 100);
    if ((seed >> 20) % 300) eb_set(b, c, i, 1 + (int64_t)(seed >> 50) % 12);
  }
}

TEST(any_number_of_threads_gives_the_same) {
  eval_builder b;
  uint32_t rules[3];
  make_nation(&b, rules);
  jh_run *runs[3] = {eb_run(&b, 1), eb_run(&b, 2), eb_run(&b, 4)};
  size_t kinds[JH_VERDICTS] = {0};
  for (size_t r = 0; r < 3; r++) {
    for (uint32_t row = 0; row < (r ? MANY : MANY * 50); row++) {
      kinds[jh_run_verdict(runs[0], rules[r], row)]++;
      jh_finding one, other;
      assert_int_equal(jh_run_finding(runs[0], rules[r], row, &one, NULL), JH_OK);
      for (size_t k = 1; k < 3; k++) {
        assert_int_equal(jh_run_finding(runs[k], rules[r], row, &other, NULL), JH_OK);
        assert_memory_equal(&one, &other, sizeof one);
      }
    }
  }
  assert_true(kinds[JH_MET] && kinds[JH_UNMET] && kinds[JH_UNDETERMINED]);
  assert_int_equal(jh_run_exact_count(runs[0]), jh_run_exact_count(runs[2]));
  for (size_t k = 0; k < 3; k++) jh_run_close(runs[k]);
  eb_close(&b);
}

/* Kept doubles and rationals print the same text. */
TEST(quick_figures_are_the_exact_ones) {
  eval_builder b;
  uint32_t rules[3];
  make_nation(&b, rules);
  jh_run *quick = eb_run(&b, 1), *exact;
  jh_run_options options = {.on = 20240901};
  assert_int_equal(jh_run_open(&exact, b.plan, b.data, &options, &b.err), JH_OK);
  for (size_t r = 0; r < 2; r++) {
    for (uint32_t row = 0; row < (r ? MANY : MANY * 50); row++) {
      jh_finding one, other;
      assert_int_equal(jh_run_finding(quick, rules[r], row, &one, NULL), JH_OK);
      assert_int_equal(jh_run_finding(exact, rules[r], row, &other, NULL), JH_OK);
      assert_memory_equal(&one, &other, sizeof one);
    }
  }
  jh_run_close(quick);
  jh_run_close(exact);
  eb_close(&b);
}

TESTS(
    RUN(nine_for_a_thousand_are_exactly_enough_for_nine_tenths_per_hundred),
    RUN(ten_thousands_of_yuan_meet_a_bound_in_yuan_exactly),
    RUN(a_share_is_not_rounded_up_to_its_floor),
    RUN(a_blank_is_undetermined_unless_no_value_could_matter),
    RUN(six_of_seven_counts_what_is_sure_and_what_is_open),
    RUN(what_does_not_apply_or_is_not_in_force_hinders_nothing),
    RUN(a_parameter_may_be_in_force_for_one_stage_only),
    RUN(a_rule_outside_the_list_is_not_evaluated_but_can_be_asked),
    RUN(rows_with_a_verdict_are_found_one_after_the_other),
    RUN(expressions_that_nest_too_deep_are_refused), RUN(shared_parts_are_worked_out_once),
    RUN(a_dataset_without_rows_gives_no_verdicts), RUN(any_number_of_threads_gives_the_same),
    RUN(quick_figures_are_the_exact_ones))
