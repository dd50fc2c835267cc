/* What the day settles: which arm of a dated change is alive, and that the dead one hinders nothing. */
#include "support/eval_builder.h"
#include "support/test.h"

#include "eval/explain_parts.h"
#include "eval/explain.h"
#include "eval/known.h"
#include "eval/run_state.h"

static eval_builder b;
static uint32_t x, flag, old_law, new_law, since;

/* A school's x is held against 10, from 2030 on against 20. */
static int set_up(void **state) {
  (void)state;
  eb_open(&b);
  x = eb_number(&b, EB_SCHOOL, "x", 0, -1);
  flag = eb_flag(&b, EB_SCHOOL, "flag");
  old_law = eb_param(&b, "old", "10", 20170101);
  new_law = eb_param(&b, "new", "20", 20300101);
  since = eb_since(&b, 20300101);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  eb_close(&b);
  return 0;
}

static void one_school(void) {
  uint32_t zero = 0;
  eb_data(&b, &(eb_shape){.counties = 1, .schools = 1, .county_of = &zero});
}

static jh_run *run_on(jh_date on) {
  jh_run *run = NULL;
  jh_run_options options = {.on = on, .jobs = 1, .keep_figures = true};
  assert_int_equal(jh_run_open(&run, b.plan, b.data, &options, &b.err), JH_OK);
  return run;
}

static jh_finding find_on(jh_date on, uint32_t rule) {
  jh_finding out;
  jh_run *run = run_on(on);
  assert_int_equal(jh_run_finding(run, rule, 0, &out, NULL), JH_OK);
  jh_run_close(run);
  return out;
}

static void assert_settled(uint32_t node, jh_date on, jh_tri expected) {
  jh_known known;
  assert_int_equal(jh_known_open(&known, b.plan, on, NULL), JH_OK);
  assert_int_equal(jh_known_tri(&known, node), expected);
  jh_known_done(&known);
}

TEST(days_and_comparisons_of_parameters_are_settled_and_what_follows_from_them) {
  uint32_t above = eb_pair(&b, JH_OP_GT, eb_pair(&b, JH_OP_ADD, old_law, old_law), old_law);
  uint32_t later = eb_pair(&b, JH_OP_GE, new_law, old_law);
  uint32_t by_row = eb_pair(&b, JH_OP_GE, x, old_law);
  const uint32_t both[] = {since, by_row}, either[] = {by_row, above};
  assert_settled(since, 20291231, JH_FALSE);
  assert_settled(since, 20300101, JH_TRUE);
  assert_settled(above, 20240901, JH_TRUE);
  assert_settled(later, 20240901, JH_UNKNOWN); /* it has no value yet */
  assert_settled(later, 20300101, JH_TRUE);
  assert_settled(by_row, 20240901, JH_UNKNOWN);
  assert_settled(eb_all(&b, JH_OP_AND, both, 2), 20240901, JH_FALSE);
  assert_settled(eb_all(&b, JH_OP_AND, both, 2), 20300101, JH_UNKNOWN);
  assert_settled(eb_all(&b, JH_OP_OR, either, 2), 20240901, JH_TRUE);
  assert_settled(eb_one(&b, JH_OP_NOT, since), 20240901, JH_TRUE);
  assert_settled(eb_three(&b, JH_OP_IF, since, by_row, above), 20240901, JH_TRUE);
}

TEST(the_year_is_that_of_the_day_of_law) {
  uint32_t first, out;
  jh_unit unit = b.plan->nodes[eb_year(&b)].unit;
  assert_int_equal(jh_build_const(&b.build, (jh_dec){2030, 0}, unit, &first), JH_OK);
  assert_int_equal(jh_build_pair(&b.build, JH_OP_GE, eb_year(&b), first, &out), JH_OK);
  assert_settled(out, 20291231, JH_FALSE);
  assert_settled(out, 20300101, JH_TRUE);
}

TEST(a_dead_arm_does_not_put_a_rule_out_of_force) {
  uint32_t bound = eb_three(&b, JH_OP_IF, since, new_law, old_law);
  uint32_t rule = eb_rule(&b, "r", EB_SCHOOL, x, JH_AT_LEAST, bound, JH_NONE, JH_NONE);
  uint32_t bare = eb_rule(&b, "n", EB_SCHOOL, x, JH_AT_LEAST, new_law, JH_NONE, JH_NONE);
  one_school();
  eb_set(&b, x, 0, 15);
  jh_finding f = find_on(20240901, rule);
  assert_int_equal(f.verdict, JH_MET);
  assert_string_equal(f.bound.text, "10");
  assert_non_null(f.source);
  assert_int_equal(f.source->since, 20170101);
  f = find_on(20300101, rule);
  assert_int_equal(f.verdict, JH_UNMET);
  assert_string_equal(f.bound.text, "20");
  assert_int_equal(f.source->since, 20300101);
  assert_int_equal(find_on(20240901, bare).verdict, JH_NOT_IN_FORCE);
}

TEST(a_guard_that_the_day_denies_takes_its_parameters_with_it) {
  const uint32_t parts[] = {since, eb_pair(&b, JH_OP_LT, x, new_law)};
  uint32_t guarded = eb_all(&b, JH_OP_AND, parts, 2);
  const uint32_t whole[] = {guarded, eb_pair(&b, JH_OP_GE, x, old_law)};
  uint32_t holds = eb_all(&b, JH_OP_OR, whole, 2);
  uint32_t rule = eb_rule(&b, "r", EB_SCHOOL, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, holds);
  one_school();
  eb_set(&b, x, 0, 5);
  assert_int_equal(find_on(20240901, rule).verdict, JH_UNMET);
  assert_int_equal(find_on(20300101, rule).verdict, JH_MET);
}

TEST(the_dead_arm_is_neither_evaluated_nor_waited_for_nor_told) {
  uint32_t holds = eb_three(&b, JH_OP_IF, since, flag, eb_pair(&b, JH_OP_GE, x, old_law));
  uint32_t rule = eb_rule(&b, "r", EB_SCHOOL, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, holds);
  one_school();
  jh_run *run = run_on(20240901);
  jh_arena *arena = jh_arena_open();
  jh_cell *cells;
  size_t count;
  jh_evidence *root;
  jh_explain_options options = {.rule = rule};
  assert_false(run->program->is_needed[flag]);
  assert_true(run->program->is_needed[x]);
  assert_int_equal(jh_explain_waiting(&cells, &count, run, rule, 0, 5, arena, NULL), JH_OK);
  assert_int_equal(count, 1);
  assert_string_equal(cells[0].column->id, "x");
  assert_int_equal(jh_explain(&root, run, EB_SCHOOL, 0, &options, arena, NULL), JH_OK);
  assert_string_equal(root->first_child->formula, "school.x >= 10");
  assert_string_equal(root->first_child->formula_zh, "school.x ≥ 10");
  assert_string_equal(root->first_child->first_child->cell.column->id, "x");
  assert_null(root->first_child->first_child->next);
  jh_run_close(run);
  jh_arena_close(arena);
}

TEST(a_range_and_a_set_of_codes_are_told_in_both_languages) {
  uint32_t range = eb_between(&b, x, eb_const(&b, "7"));
  uint32_t in = eb_code_in(&b, EB_SCHOOL, (const char *const[]){"s0", "t*", NULL});
  const uint32_t parts[] = {eb_pair(&b, JH_OP_GE, range, old_law), in, since};
  uint32_t holds = eb_all(&b, JH_OP_AND, parts, 3);
  (void)eb_rule(&b, "r", EB_SCHOOL, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, holds);
  one_school();
  jh_run *run = run_on(20300101);
  jh_arena *arena = jh_arena_open();
  assert_string_equal(
      jh_explain_formula(run, holds, 0, JH_EN, arena),
      "unknown_between(school.x, 7) >= 10 & school code in s0, t*");
  assert_string_equal(
      jh_explain_formula(run, holds, 0, JH_ZH, arena),
      "介于(school.x, 7) ≥ 10 且 school 代码为 s0、t*");
  jh_run_close(run);
  run = run_on(20240901); /* settled as a whole: all of it is told */
  assert_string_equal(jh_explain_formula(run, since, 0, JH_EN, arena), "since 2030-01-01");
  assert_string_equal(jh_explain_formula(run, since, 0, JH_ZH, arena), "自 2030-01-01 起");
  jh_run_close(run);
  jh_arena_close(arena);
}

TEST(a_range_is_never_decided_wrongly) {
  static const struct {
    int64_t x;
    jh_verdict verdict;
  } rows[] = {{3, JH_UNMET}, {9, JH_UNMET}, {10, JH_UNDETERMINED}, {400, JH_UNDETERMINED}};
  uint32_t range = eb_between(&b, x, eb_const(&b, "7"));
  uint32_t rule = eb_rule(&b, "r", EB_SCHOOL, range, JH_AT_LEAST, old_law, JH_NONE, JH_NONE);
  one_school();
  for (size_t i = 0; i < COUNT(rows); i++) {
    eb_set(&b, x, 0, rows[i].x);
    assert_int_equal(find_on(20240901, rule).verdict, rows[i].verdict);
  }
}

TEST(codes_are_whole_or_beginnings) {
  uint32_t whole = eb_code_in(&b, EB_COUNTY, (const char *const[]){"c1", NULL});
  uint32_t begin = eb_code_in(&b, EB_COUNTY, (const char *const[]){"c1*", NULL});
  uint32_t schools = eb_pair(&b, JH_OP_GE, x, x), out;
  const uint32_t raised[] = {whole, schools};
  out = eb_all(&b, JH_OP_AND, raised, 2);
  assert_int_equal(b.plan->nodes[out].level, EB_SCHOOL);
  eb_data(&b, &(eb_shape){.counties = 12});
  jh_exact exact = eb_exact(&b);
  for (uint32_t row = 0; row < 12; row++) {
    assert_int_equal(jh_exact_condition(&exact, whole, row), row == 1 ? JH_TRUE : JH_FALSE);
    bool begins = row == 1 || row >= 10;
    assert_int_equal(jh_exact_condition(&exact, begin, row), begins ? JH_TRUE : JH_FALSE);
  }
}

/* Marks by index of the columns of the table to which x belongs. */
static void mark(uint32_t node, bool marks[8]) {
  jh_known known;
  bool *needed[8] = {NULL};
  const uint32_t roots[] = {JH_NONE, node};
  memset(marks, 0, 8 * sizeof *marks);
  needed[b.plan->nodes[x].table] = marks;
  assert_int_equal(jh_known_open(&known, b.plan, 0, NULL), JH_OK);
  assert_int_equal(jh_known_mark_columns(&known, roots, 2, needed, NULL), JH_OK);
  jh_known_done(&known);
}

TEST(on_any_day_only_what_no_day_changes_is_settled) {
  uint32_t on = eb_param(&b, "switch", "0", 20170101), one = eb_const(&b, "1");
  uint32_t is_on = eb_pair(&b, JH_OP_EQ, on, one);
  assert_settled(since, 0, JH_UNKNOWN);
  assert_settled(is_on, 0, JH_FALSE);
  jh_param *param = &b.plan->params[b.plan->nodes[on].index];
  jh_param_value values[] = {param->values[0], param->values[0]};
  values[1].since = 20300101;
  values[1].value.mantissa = 1;
  param->values = values;
  param->value_count = 2;
  assert_settled(is_on, 0, JH_UNKNOWN);
  assert_settled(is_on, 20290101, JH_FALSE);
}

TEST(columns_are_marked_through_all_that_reads_them_but_not_behind_a_switch_that_is_off) {
  uint32_t on = eb_param(&b, "switch", "0", 20170101);
  uint32_t is_on = eb_pair(&b, JH_OP_EQ, on, eb_const(&b, "1"));
  uint32_t y = eb_number(&b, EB_SCHOOL, "y", 0, -1);
  const uint32_t guard[] = {is_on, flag};
  uint32_t guarded = eb_three(&b, JH_OP_IF, eb_all(&b, JH_OP_AND, guard, 2), y, x);
  uint32_t dated = eb_three(&b, JH_OP_IF, since, y, x);
  bool marks[8];
  mark(eb_pair(&b, JH_OP_GE, guarded, old_law), marks);
  assert_true(marks[b.plan->nodes[x].index]);
  assert_false(marks[b.plan->nodes[y].index]);
  assert_false(marks[b.plan->nodes[flag].index]);
  mark(eb_pair(&b, JH_OP_GE, dated, old_law), marks);
  assert_true(marks[b.plan->nodes[x].index]);
  assert_true(marks[b.plan->nodes[y].index]);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(days_and_comparisons_of_parameters_are_settled_and_what_follows_from_them),
    FRESH(on_any_day_only_what_no_day_changes_is_settled),
    FRESH(columns_are_marked_through_all_that_reads_them_but_not_behind_a_switch_that_is_off),
    FRESH(the_year_is_that_of_the_day_of_law), FRESH(a_dead_arm_does_not_put_a_rule_out_of_force),
    FRESH(a_guard_that_the_day_denies_takes_its_parameters_with_it),
    FRESH(the_dead_arm_is_neither_evaluated_nor_waited_for_nor_told),
    FRESH(a_range_and_a_set_of_codes_are_told_in_both_languages),
    FRESH(a_range_is_never_decided_wrongly), FRESH(codes_are_whole_or_beginnings))
