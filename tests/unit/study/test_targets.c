/* test_targets.c - shares of counties and schools, on the line and beside it. */
#include "support/test.h"

#include "study/targets.h"
#include "support/eval_builder.h"

enum { COUNTIES_5 = 5, DAY = 20251231 };

static eval_builder b;
static jh_arena *arena;
static jh_run *run;
static uint32_t good, belongs, rule;
static jh_target target;
static jh_target_result *result;

static const char *const codes[] = {"530102", "530103", "533301", "533323", "533324"};

/* Five counties, each with two schools; the rule asks for `good` at the given level. */
static void world(uint32_t level) {
  static const uint32_t county_of[] = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4};
  eb_open(&b);
  arena = jh_arena_open();
  good = eb_flag(&b, level, "good");
  belongs = eb_flag(&b, level, "belongs");
  rule = eb_rule(&b, "r", level, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, good);
  b.plan->pack.in_force = 20200101;
  eb_data(&b, &(eb_shape){.counties = COUNTIES_5, .schools = 10, .county_of = county_of});
  for (size_t i = 0; i < COUNT(codes); i++) {
    b.data->levels[EB_COUNTY].codes[i] = jh_str_of(codes[i]);
  }
  assert_int_equal(jh_dataset_link(b.data, &b.err), JH_OK);
  target = (jh_target){.id = "t", .rule = rule, .applies = JH_NONE, .by = DAY};
  target.ensure = target.strive = JH_NONE;
  b.plan->targets = &target;
  b.plan->target_count = 1;
}

static int tear_down(void **state) {
  (void)state;
  jh_run_close(run);
  eb_close(&b);
  jh_arena_close(arena);
  run = NULL;
  return 0;
}

/* One sign for each row: + met, - unmet, ? not known. */
static void set(uint32_t node, const char *signs) {
  for (size_t row = 0; signs[row]; row++) {
    if (signs[row] != '?') eb_set(&b, node, row, signs[row] == '+');
  }
}

static uint32_t share(const char *path, const char *value, jh_date since) {
  (void)eb_param(&b, path, value, since);
  return (uint32_t)b.plan->param_count - 1;
}

static void judge_in(jh_date on, const char *region) {
  size_t count = 0;
  jh_run_options options = {.on = on};
  jh_run_close(run);
  assert_int_equal(jh_run_open(&run, b.plan, b.data, &options, &b.err), JH_OK);
  assert_int_equal(jh_targets_run(&result, &count, run, region, arena, &b.err), JH_OK);
  assert_int_equal(count, 1);
}

static void judge(jh_date on) { judge_in(on, NULL); }

static void one_of_five_is_exactly_twenty_percent(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "+----");
  target.ensure = share("t.ensure", "0.2", 20200101);
  target.strive = share("t.strive", "0.2000000000000001", 20200101);
  judge(DAY);
  assert_int_equal(result->counted, 5);
  assert_int_equal(result->ensure.state, JH_TARGET_MET);
  assert_int_equal(result->strive.state, JH_TARGET_UNMET);
  assert_string_equal(result->share.text, "20");
  assert_string_equal(result->ensure.percent.text, "20");
}

static void what_is_undetermined_may_go_both_ways(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "+?---");
  target.ensure = share("t.ensure", "0.2", 20200101);
  target.strive = share("t.strive", "0.4", 20200101);
  judge(DAY);
  assert_int_equal(result->ensure.state, JH_TARGET_MET);
  assert_int_equal(result->strive.state, JH_TARGET_UNDETERMINED);
  assert_false(result->share.is_known);
  assert_string_equal(result->share.low, "20");
  assert_string_equal(result->share.high, "40");
}

static void what_no_blank_can_save_is_unmet(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "+?---");
  target.ensure = share("t.ensure", "0.4000001", 20200101);
  judge(DAY);
  assert_int_equal(result->ensure.state, JH_TARGET_UNMET);
  assert_string_equal(result->share.high, "40");
  assert_false(result->strive.is_set);
}

static void ensured_but_not_striven_for(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "++---");
  target.ensure = share("t.ensure", "0.2", 20200101);
  target.strive = share("t.strive", "0.5", 20200101);
  judge(DAY);
  assert_int_equal(result->ensure.state, JH_TARGET_MET);
  assert_int_equal(result->strive.state, JH_TARGET_UNMET);
}

static void a_target_is_due_from_its_day_on(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "++---");
  target.ensure = share("t.ensure", "0.2", 20200101);
  judge(DAY - 1);
  assert_int_equal(result->ensure.state, JH_TARGET_NOT_DUE);
  assert_string_equal(result->share.text, "40");
  judge(DAY);
  assert_int_equal(result->ensure.state, JH_TARGET_MET);
}

static void a_target_is_not_in_force_before_its_first_value(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "++---");
  target.ensure = share("t.ensure", "0.2", 20220601);
  judge(20220531);
  assert_int_equal(result->ensure.state, JH_TARGET_NOT_IN_FORCE);
  assert_null(result->ensure.source);
  judge(20220601);
  assert_int_equal(result->ensure.state, JH_TARGET_NOT_DUE);
}

static void a_year_that_is_not_known_settles_nothing(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "+++++");
  target.by = 0;
  target.ensure = share("t.ensure", "0.2", 20200101);
  judge(DAY);
  assert_int_equal(result->ensure.state, JH_TARGET_UNDETERMINED);
  assert_string_equal(result->share.text, "100");
}

static void only_the_counties_of_the_region_are_counted(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "++-+-");
  target.region = "5333";
  target.ensure = share("t.ensure", "0.3333333333333333", 20200101);
  target.strive = share("t.strive", "0.3333333333333334", 20200101);
  judge(DAY);
  assert_int_equal(result->counted, 3);
  assert_int_equal(result->ensure.state, JH_TARGET_MET);
  assert_int_equal(result->strive.state, JH_TARGET_UNMET);
}

static void a_printed_share_stands_on_the_side_of_the_goal_where_it_is(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "--++-");
  target.region = "533300";
  target.ensure = share("t.ensure", "0.6667", 20200101);
  judge(DAY);
  assert_int_equal(result->ensure.state, JH_TARGET_UNMET); /* 2/3 */
  assert_string_equal(result->share.text, "66.667");
  assert_string_equal(result->ensure.percent.text, "66.67");
}

static void a_run_over_a_part_of_the_region_settles_nothing(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "+++++");
  target.ensure = share("t.ensure", "0.2", 20200101);
  target.region = "53";
  judge_in(DAY, "533300");
  assert_true(result->is_cut);
  assert_int_equal(result->ensure.state, JH_TARGET_UNDETERMINED);
  judge_in(DAY, "530000");
  assert_false(result->is_cut);
  assert_int_equal(result->ensure.state, JH_TARGET_MET);
}

static void a_target_without_anything_to_count_is_never_met(void **state) {
  (void)state;
  world(EB_COUNTY);
  set(good, "+++++");
  target.region = "44";
  target.ensure = share("t.ensure", "0.2", 20200101);
  judge(DAY);
  assert_int_equal(result->counted, 0);
  assert_int_equal(result->ensure.state, JH_TARGET_UNDETERMINED);
  assert_false(result->share.is_known);
}

static void what_the_rule_does_not_apply_to_is_not_counted(void **state) {
  (void)state;
  world(EB_COUNTY);
  b.plan->rules[rule].applies = belongs;
  set(good, "+--++");
  set(belongs, "++---");
  target.ensure = share("t.ensure", "0.5", 20200101);
  judge(DAY);
  assert_int_equal(result->counted, 2);
  assert_int_equal(result->tally.of[JH_NOT_APPLICABLE], 3);
  assert_int_equal(result->ensure.state, JH_TARGET_MET);
}

static void only_where_leaves_out_and_doubts(void **state) {
  (void)state;
  world(EB_COUNTY);
  target.applies = belongs;
  set(good, "+++--");
  set(belongs, "++?+-");
  target.ensure = share("t.ensure", "0.5", 20200101);
  target.strive = share("t.strive", "0.75", 20200101);
  judge(DAY);
  assert_int_equal(result->outside, 1);
  assert_int_equal(result->counted, 4);
  assert_int_equal(result->tally.of[JH_UNDETERMINED], 1);
  assert_int_equal(result->ensure.state, JH_TARGET_MET);
  assert_int_equal(result->strive.state, JH_TARGET_UNDETERMINED);
}

static void schools_are_counted_in_the_counties_of_the_region(void **state) {
  (void)state;
  world(EB_SCHOOL);
  set(good, "++++"
            "++++"
            "+-");
  target.region = "5333";
  target.ensure = share("t.ensure", "0.83", 20200101);
  target.strive = share("t.strive", "0.84", 20200101);
  judge(DAY);
  assert_int_equal(result->counted, 6);
  assert_int_equal(result->ensure.state, JH_TARGET_MET);
  assert_int_equal(result->strive.state, JH_TARGET_UNMET);
}

static void a_partial_pack_does_not_pass_a_county_for_a_target(void **state) {
  (void)state;
  world(EB_COUNTY);
  b.plan->rules[rule].kind = JH_RULE_VERDICT;
  b.plan->pack.is_partial = true;
  set(good, "+++--");
  target.ensure = share("t.ensure", "0.2", 20200101);
  target.strive = share("t.strive", "0.61", 20200101);
  judge(DAY);
  assert_int_equal(result->tally.of[JH_MET], 0);
  assert_int_equal(result->ensure.state, JH_TARGET_UNDETERMINED);
  assert_int_equal(result->strive.state, JH_TARGET_UNMET);
}

static void name(const jh_target_name *names, size_t count) {
  target.names = (jh_target_name *)(uintptr_t)names;
  target.name_count = count;
}

static void named_counties_are_each_to_be_met(void **state) {
  static const jh_target_name names[] = {{"530102", "甲"}, {"533324", "贡山县"}};
  (void)state;
  world(EB_COUNTY);
  set(good, "+---+");
  name(names, 2);
  judge(DAY);
  assert_int_equal(result->counted, 2);
  assert_int_equal(result->named, JH_TARGET_MET);
  eb_set(&b, good, 4, 0);
  judge(DAY);
  assert_int_equal(result->named, JH_TARGET_UNMET);
  assert_int_equal(result->counties[1].verdict, JH_UNMET);
  judge(DAY - 1);
  assert_int_equal(result->named, JH_TARGET_NOT_DUE);
  assert_int_equal(result->counties[0].verdict, JH_MET);
  judge(20191231);
  assert_int_equal(result->named, JH_TARGET_NOT_IN_FORCE);
}

static void a_named_county_that_is_not_in_the_data_is_undetermined(void **state) {
  static const jh_target_name names[] = {{"530102", "甲"}, {"533325", "兰坪县"}};
  (void)state;
  world(EB_COUNTY);
  set(good, "+++++");
  name(names, 2);
  judge(DAY);
  assert_int_equal(result->named, JH_TARGET_UNDETERMINED);
  assert_true(result->counties[1].is_missing);
  assert_string_equal(result->counties[1].name, "兰坪县");
  assert_int_equal(result->tally.of[JH_UNDETERMINED], 1);
}

static void a_named_county_is_found_by_its_code_of_twelve_digits(void **state) {
  static const jh_target_name names[] = {{"533324", "贡山县"}};
  (void)state;
  world(EB_COUNTY);
  b.data->levels[EB_COUNTY].codes[4] = jh_str_of("533324000000");
  assert_int_equal(jh_dataset_link(b.data, &b.err), JH_OK);
  set(good, "----+");
  name(names, 1);
  judge(DAY);
  assert_int_equal(result->named, JH_TARGET_MET);
}

static void names_beside_a_share_do_not_change_what_is_counted(void **state) {
  static const jh_target_name names[] = {{"530102", "甲"}};
  (void)state;
  world(EB_COUNTY);
  set(good, "+----");
  name(names, 1);
  target.ensure = share("t.ensure", "0.3", 20200101);
  judge(DAY);
  assert_int_equal(result->counted, 5);
  assert_int_equal(result->ensure.state, JH_TARGET_UNMET);
  assert_int_equal(result->named, JH_TARGET_MET);
}

#define WITH_WORLD(test) cmocka_unit_test_teardown(test, tear_down)

TESTS(
    WITH_WORLD(one_of_five_is_exactly_twenty_percent),
    WITH_WORLD(what_is_undetermined_may_go_both_ways), WITH_WORLD(what_no_blank_can_save_is_unmet),
    WITH_WORLD(ensured_but_not_striven_for), WITH_WORLD(a_target_is_due_from_its_day_on),
    WITH_WORLD(a_target_is_not_in_force_before_its_first_value),
    WITH_WORLD(a_year_that_is_not_known_settles_nothing),
    WITH_WORLD(only_the_counties_of_the_region_are_counted),
    WITH_WORLD(a_printed_share_stands_on_the_side_of_the_goal_where_it_is),
    WITH_WORLD(a_run_over_a_part_of_the_region_settles_nothing),
    WITH_WORLD(a_target_without_anything_to_count_is_never_met),
    WITH_WORLD(what_the_rule_does_not_apply_to_is_not_counted),
    WITH_WORLD(only_where_leaves_out_and_doubts),
    WITH_WORLD(schools_are_counted_in_the_counties_of_the_region),
    WITH_WORLD(a_partial_pack_does_not_pass_a_county_for_a_target),
    WITH_WORLD(named_counties_are_each_to_be_met),
    WITH_WORLD(a_named_county_that_is_not_in_the_data_is_undetermined),
    WITH_WORLD(a_named_county_is_found_by_its_code_of_twelve_digits),
    WITH_WORLD(names_beside_a_share_do_not_change_what_is_counted))
