/* test_cuts.c - cuts of small graphs that can be worked out by hand. */
#include "support/test.h"

#include "support/eval_builder.h"
#include "vary/cuts.h"

static eval_builder b;
static uint32_t p, a, c, flag; /* the parameter; columns of schools */
static jh_run *run;
static jh_cuts *cuts;
static jh_stretch all[JH_STRETCHES];

static int set_up(void **state) {
  (void)state;
  eb_open(&b);
  p = eb_param(&b, "p", "3", 20200101);
  a = eb_number(&b, EB_SCHOOL, "a", 0, -1);
  c = eb_number(&b, EB_SCHOOL, "c", 0, 50);
  flag = eb_flag(&b, EB_SCHOOL, "f");
  jh_stretches_init(all);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  jh_stretches_done(all);
  jh_cuts_close(cuts);
  jh_run_close(run);
  cuts = NULL;
  run = NULL;
  eb_close(&b);
  return 0;
}

/* Four schools of one county. */
static void fill(const int64_t *values_a, const int64_t *values_c) {
  static const uint32_t county_of[4] = {0, 0, 0, 0};
  eb_data(&b, &(eb_shape){.counties = 1, .schools = 4, .county_of = county_of});
  for (size_t row = 0; row < 4; row++) {
    if (values_a[row] >= 0) eb_set(&b, a, row, values_a[row]);
    if (values_c[row] >= 0) eb_set(&b, c, row, values_c[row]);
    eb_set(&b, flag, row, row % 2);
  }
}

static const int64_t some_a[4] = {10, 7, 0, -1}, some_c[4] = {4, 3, 5, 6}; /* -1: missing */

static uint32_t rule_of(uint32_t level, uint32_t applies, uint32_t holds) {
  return eb_rule(&b, "r", level, JH_NONE, JH_AT_LEAST, JH_NONE, applies, holds);
}

static void open(uint32_t rule) {
  run = eb_run(&b, 1);
  jh_cuts_options options = {0, JH_NONE, &rule, 1, 2};
  assert_int_equal(jh_cuts_open(&cuts, run, &options, &b.err), JH_OK);
}

static void is_stretch(size_t k, const char *from, bool has_from, jh_verdict verdict) {
  char text[64];
  jh_rat_text(&all[k].from, text, sizeof text);
  if (k > 0) assert_string_equal(text, from);
  assert_int_equal(all[k].is_first, k == 0);
  if (k > 0) assert_int_equal(all[k].has_from, has_from);
  assert_int_equal(all[k].verdict, verdict);
}

TEST(a_bound_is_met_up_to_the_measure_and_the_measure_itself) {
  uint32_t rule =
      rule_of(EB_SCHOOL, JH_NONE, eb_pair(&b, JH_OP_GE, eb_pair(&b, JH_OP_DIV, a, c), p));
  fill(some_a, some_c);
  open(rule);
  assert_true(jh_cuts_has(cuts, rule, NULL) && jh_cuts_is_moved(cuts, rule));
  assert_int_equal(jh_cuts_stretches(cuts, rule, 1, all), 2);
  is_stretch(0, "", false, JH_MET);
  is_stretch(1, "7/3", false, JH_UNMET);
}

TEST(a_floor_lies_below_its_bound) {
  uint32_t floor = eb_pair(&b, JH_OP_MUL, p, eb_const(&b, "0.85"));
  uint32_t rule = rule_of(EB_SCHOOL, JH_NONE, eb_pair(&b, JH_OP_LT, floor, a));
  fill(some_a, some_c);
  open(rule);
  assert_int_equal(jh_cuts_stretches(cuts, rule, 0, all), 2);
  is_stretch(1, "200/17", true, JH_UNMET);
}

TEST(a_missing_cell_is_undetermined_as_far_as_its_range_goes) {
  uint32_t sum = eb_pair(&b, JH_OP_ADD, c, eb_const(&b, "2")); /* 2 to 52 where c is missing */
  uint32_t rule = rule_of(EB_SCHOOL, JH_NONE, eb_pair(&b, JH_OP_GE, sum, p));
  static const int64_t no_c[4] = {-1, 3, 5, 6};
  fill(some_a, no_c);
  open(rule);
  assert_int_equal(jh_cuts_stretches(cuts, rule, 0, all), 3);
  is_stretch(0, "", false, JH_MET);
  is_stretch(1, "2", false, JH_UNDETERMINED);
  is_stretch(2, "52", false, JH_UNMET);
}

TEST(a_missing_cell_without_an_end_stays_undetermined) {
  uint32_t rule = rule_of(EB_SCHOOL, JH_NONE, eb_pair(&b, JH_OP_GE, a, p));
  fill(some_a, some_c);
  open(rule);
  assert_int_equal(jh_cuts_stretches(cuts, rule, 3, all), 2);
  is_stretch(0, "", false, JH_MET);
  is_stretch(1, "0", false, JH_UNDETERMINED);
}

TEST(a_scope_and_a_condition_that_move_give_stretches_of_both) {
  uint32_t applies = eb_pair(&b, JH_OP_LT, a, p),
           holds = eb_pair(&b, JH_OP_GE, p, eb_pair(&b, JH_OP_ADD, a, c));
  uint32_t rule = rule_of(EB_SCHOOL, applies, holds);
  fill(some_a, some_c);
  open(rule);
  assert_int_equal(jh_cuts_stretches(cuts, rule, 0, all), 3);
  is_stretch(0, "", false, JH_NOT_APPLICABLE);
  is_stretch(1, "10", false, JH_UNMET);
  is_stretch(2, "14", true, JH_MET);
}

TEST(every_row_counts_as_the_least_and_some_row_as_the_greatest) {
  uint32_t above = eb_pair(&b, JH_OP_GE, c, p);
  uint32_t rule =
      rule_of(EB_COUNTY, JH_NONE, eb_over(&b, JH_OP_EVERY, EB_SCHOOL, EB_COUNTY, above, JH_NONE));
  fill(some_a, some_c);
  open(rule);
  assert_int_equal(jh_cuts_stretches(cuts, rule, 0, all), 2);
  is_stretch(1, "3", false, JH_UNMET);
}

TEST(a_count_of_rows_is_the_nth_of_them) {
  uint32_t above = eb_pair(&b, JH_OP_GT, c, p);
  uint32_t count = eb_over(&b, JH_OP_COUNT, EB_SCHOOL, EB_COUNTY, JH_NONE, above);
  uint32_t rule = rule_of(EB_COUNTY, JH_NONE, eb_pair(&b, JH_OP_GE, count, eb_const(&b, "1.5")));
  fill(some_a, some_c);
  open(rule);
  assert_int_equal(jh_cuts_stretches(cuts, rule, 0, all), 2);
  is_stretch(1, "5", true, JH_UNMET); /* two of 4, 3, 5, 6 are above what is below 5 */
}

TEST(a_limit_of_a_spread_is_a_root) {
  uint32_t spread = eb_spread(
      &b, EB_SCHOOL, c, eb_const(&b, "1"), JH_NONE, eb_pair(&b, JH_OP_MUL, p, eb_const(&b, "0.5")));
  uint32_t rule = rule_of(EB_COUNTY, JH_NONE, spread);
  fill(some_a, some_c);
  open(rule);
  assert_int_equal(jh_cuts_stretches(cuts, rule, 0, all), 2);
  is_stretch(1, "20/81", true, JH_MET); /* 4 * 86 / 18^2 - 1 = 5/81, times 4 */
  assert_true(all[1].is_root);
}

TEST(what_is_divided_by_the_parameter_is_told_above_zero_only) {
  uint32_t rooms = eb_one(&b, JH_OP_CEIL, eb_pair(&b, JH_OP_DIV, a, p));
  uint32_t rule = rule_of(EB_SCHOOL, JH_NONE, eb_pair(&b, JH_OP_GE, c, rooms));
  fill(some_a, some_c);
  open(rule);
  assert_true(jh_cuts_has(cuts, rule, NULL) && jh_cuts_is_above_zero(cuts, rule));
  assert_int_equal(jh_cuts_stretches(cuts, rule, 0, all), 2);
  is_stretch(0, "", false, JH_UNMET);
  is_stretch(1, "5/2", true, JH_MET);
  jh_rat zero;
  jh_tally tally;
  jh_rat_init(&zero);
  assert_int_equal(
      jh_cuts_count(cuts, rule, NULL, &zero, 1, &tally, &b.err), JH_ECUT_NOT_ABOVE_ZERO);
  jh_rat_done(&zero);
}

TEST(what_goes_either_way_has_no_cuts_and_is_named) {
  uint32_t equal = eb_pair(&b, JH_OP_EQ, a, p), why = JH_NONE;
  const uint32_t both[2] = {flag, equal};
  uint32_t rule = rule_of(EB_SCHOOL, JH_NONE, eb_all(&b, JH_OP_AND, both, 2));
  fill(some_a, some_c);
  open(rule);
  assert_false(jh_cuts_has(cuts, rule, &why));
  assert_true(jh_cuts_is_moved(cuts, rule));
  assert_int_equal(why, equal);
}

TEST(parts_that_are_used_again_and_again_are_not_solved_for_ever) {
  uint32_t holds = eb_pair(&b, JH_OP_GE, a, p);
  for (int k = 0; k < 60; k++) {
    const uint32_t either[2] = {holds, flag}, both[2] = {holds, eb_all(&b, JH_OP_OR, either, 2)};
    holds = eb_one(&b, JH_OP_NOT, eb_one(&b, JH_OP_NOT, eb_all(&b, JH_OP_AND, both, 2)));
  }
  uint32_t rule = rule_of(EB_SCHOOL, JH_NONE, holds);
  fill(some_a, some_c);
  open(rule);
  assert_false(jh_cuts_has(cuts, rule, NULL));
}

TEST(data_below_what_the_dictionary_allows_take_the_cuts_away) {
  uint32_t scaled = eb_pair(&b, JH_OP_MUL, p, c), why = JH_NONE;
  uint32_t rule = rule_of(EB_SCHOOL, JH_NONE, eb_pair(&b, JH_OP_GE, scaled, a));
  fill(some_a, some_c);
  eb_set(&b, c, 2, -5);
  open(rule);
  assert_false(jh_cuts_has(cuts, rule, &why));
  assert_int_equal(why, scaled);
}

TEST(what_does_not_move_is_as_the_run_has_it) {
  uint32_t rule = rule_of(EB_SCHOOL, JH_NONE, eb_pair(&b, JH_OP_GE, a, c));
  fill(some_a, some_c);
  open(rule);
  assert_true(jh_cuts_has(cuts, rule, NULL));
  assert_false(jh_cuts_is_moved(cuts, rule));
  assert_int_equal(jh_cuts_stretches(cuts, rule, 2, all), 1);
  is_stretch(0, "", false, JH_UNMET);
}

TEST(counts_at_values_are_exact_at_the_cuts_themselves) {
  uint32_t rule =
      rule_of(EB_SCHOOL, JH_NONE, eb_pair(&b, JH_OP_GE, eb_pair(&b, JH_OP_DIV, a, c), p));
  jh_rat values[4];
  jh_tally tallies[4];
  static const int64_t thirds[4] = {0, 6, 7, 8}; /* 7/3 is a cut */
  fill(some_a, some_c);
  open(rule);
  for (int k = 0; k < 4; k++) {
    jh_rat three;
    jh_rat_init(&values[k]), jh_rat_init(&three);
    jh_rat_set_int(&values[k], thirds[k]), jh_rat_set_int(&three, 3);
    jh_rat_div(&values[k], &values[k], &three);
    jh_rat_done(&three);
  }
  assert_int_equal(jh_cuts_count(cuts, rule, NULL, values, 4, tallies, &b.err), JH_OK);
  static const size_t met[4] = {4, 2, 2, 0};
  for (int k = 0; k < 4; k++) {
    assert_int_equal(tallies[k].of[JH_MET], met[k]);
    jh_rat_done(&values[k]);
  }
  assert_int_equal(tallies[3].of[JH_UNDETERMINED], 1);
  assert_int_equal(tallies[3].of[JH_UNMET], 3);
}

#define RUN_WITH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      RUN_WITH(a_bound_is_met_up_to_the_measure_and_the_measure_itself),
      RUN_WITH(a_floor_lies_below_its_bound),
      RUN_WITH(a_missing_cell_is_undetermined_as_far_as_its_range_goes),
      RUN_WITH(a_missing_cell_without_an_end_stays_undetermined),
      RUN_WITH(a_scope_and_a_condition_that_move_give_stretches_of_both),
      RUN_WITH(every_row_counts_as_the_least_and_some_row_as_the_greatest),
      RUN_WITH(a_count_of_rows_is_the_nth_of_them),
      RUN_WITH(a_limit_of_a_spread_is_a_root),
      RUN_WITH(what_is_divided_by_the_parameter_is_told_above_zero_only),
      RUN_WITH(what_goes_either_way_has_no_cuts_and_is_named),
      RUN_WITH(parts_that_are_used_again_and_again_are_not_solved_for_ever),
      RUN_WITH(data_below_what_the_dictionary_allows_take_the_cuts_away),
      RUN_WITH(what_does_not_move_is_as_the_run_has_it),
      RUN_WITH(counts_at_values_are_exact_at_the_cuts_themselves),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
