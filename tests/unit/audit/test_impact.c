/* What a problem could change is what comes out otherwise when its cells are blank: many at once, one at a
 * time, and by blanking them in the whole dataset. */
#include "audit/impact.h"

#include "audit/heads.h"
#include "sample.h"

enum { PROBLEMS = 40, MOST_CELLS = 3 };

static jh_plan *plan;
static jh_dataset *data;
static jh_run *run;
static jh_arena *arena;
static jh_error err;
static jh_audit_cell cells[PROBLEMS][MOST_CELLS];
static jh_audit_problem problems[PROBLEMS];
static const jh_audit_problem *list[PROBLEMS];
static jh_audit_result result;

static uint64_t seed = 88172645463325252u;

static uint32_t pick(size_t below) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (uint32_t)(seed % below);
}

/* A cell with a figure that is known, of any table. */
static jh_audit_cell any_cell(void) {
  for (;;) {
    uint32_t table = pick(plan->table_count);
    const jh_rows *rows = &data->levels[plan->tables[table].level];
    uint32_t column = pick(plan->tables[table].column_count);
    if (rows->count == 0 || !rows->columns[column] || rows->columns[column]->texts) continue;
    uint32_t row = pick(rows->count);
    if (jh_column_known(rows->columns[column], row))
      return (jh_audit_cell){table, row, column, false};
  }
}

static int set_up(void **unused) {
  (void)unused;
  plan = sample_plan();
  data = sample_load(plan);
  run = sample_run(plan, data);
  arena = jh_arena_open();
  for (size_t i = 0; i < PROBLEMS; i++) {
    size_t count = 1 + pick(MOST_CELLS);
    for (size_t k = 0; k < count; k++) cells[i][k] = any_cell();
    if (pick(8) == 0) cells[i][0].column = JH_NONE;
    problems[i] = (jh_audit_problem){
        .severity = (jh_severity)pick(3), .cells = cells[i], .cell_count = count, .rule = JH_NONE};
    list[i] = &problems[i];
  }
  result = (jh_audit_result){.problems = list, .problem_count = PROBLEMS};
  return 0;
}

static int tear_down(void **unused) {
  (void)unused;
  jh_arena_close(arena);
  jh_run_close(run);
  jh_dataset_close(data);
  jh_plan_close(plan);
  return 0;
}

static jh_audit_impact *find(const jh_impact_options *how) {
  jh_audit_impact *out = NULL;
  sample_must(jh_impact_find(&out, &result, run, how, arena, &err), &err);
  return out;
}

static void assert_same(const jh_audit_impact *a, const jh_audit_impact *b) {
  assert_int_equal(a->doubt, b->doubt);
  assert_int_equal(a->is_examined, b->is_examined);
  assert_int_equal(a->county_count, b->county_count);
  assert_int_equal(a->school_count, b->school_count);
  assert_int_equal(a->finding_count, b->finding_count);
  assert_int_equal(a->below_count, b->below_count);
  assert_int_equal(a->change_count, b->change_count);
  for (size_t i = 0; i < a->change_count; i++) {
    assert_int_equal(a->changes[i].rule, b->changes[i].rule);
    assert_int_equal(a->changes[i].row, b->changes[i].row);
    assert_int_equal(a->changes[i].before, b->changes[i].before);
    assert_int_equal(a->changes[i].after, b->changes[i].after);
  }
}

TEST(many_doubts_at_once_are_one_at_a_time) {
  jh_impact_options one = {.jobs = 1, .batch_rows = 1}, many = {.jobs = 3};
  const jh_audit_impact *apart = find(&one), *together = find(&many);
  size_t changing = 0;
  for (size_t i = 0; i < PROBLEMS; i++) {
    assert_true(apart[i].is_examined);
    assert_same(&apart[i], &together[i]);
    changing += apart[i].finding_count > 0;
  }
  assert_true(changing > 5);
  assert_true(changing < PROBLEMS);
}

static void blank(jh_dataset *other, const jh_audit_cell *cell) {
  const jh_table_def *table = &plan->tables[cell->table];
  jh_column **columns = other->levels[table->level].columns;
  for (size_t c = 0; c < table->column_count; c++) {
    bool is_meant = cell->column == c || cell->column == JH_NONE;
    if (is_meant && columns[c] && !columns[c]->texts)
      columns[c]->known[cell->row / 64] &= ~(UINT64_C(1) << (cell->row % 64));
  }
}

/* The same entity in the dataset whose cells are blank: a unit by its school and stage. */
static uint32_t row_in(const jh_dataset *other, uint32_t level, uint32_t row) {
  uint32_t from, to, above = plan->levels[plan->stage_level].parent;
  if (level != plan->stage_level) return row;
  uint32_t school = data->levels[level].parent[row];
  jh_dataset_range(other, level, above, school, &from, &to);
  for (; from < to; from++) {
    if (other->levels[level].stages[from] == data->levels[level].stages[row]) return from;
  }
  return JH_NONE;
}

static jh_audit_impact slowly(const jh_audit_problem *problem, const bool *heads) {
  jh_audit_impact out = {0};
  jh_dataset *other = sample_load(plan);
  for (size_t i = 0; i < problem->cell_count; i++) blank(other, &problem->cells[i]);
  jh_run *again = sample_run(plan, other);
  for (uint32_t rule = 0; rule < plan->rule_count; rule++) {
    const jh_rule *of = &plan->rules[rule];
    if (of->holds == JH_NONE || of->kind == JH_RULE_CHECK || of->kind == JH_RULE_RELAXATION)
      continue;
    for (uint32_t row = 0; row < data->levels[of->level].count; row++) {
      uint32_t there = row_in(other, of->level, row);
      if (there == JH_NONE) continue;
      if (jh_run_verdict(run, rule, row) == jh_run_verdict(again, rule, there)) continue;
      if (!heads[rule]) {
        out.below_count++;
        continue;
      }
      out.finding_count++;
      out.county_count += rule == jh_impact_last_word(plan);
    }
  }
  jh_run_close(again);
  jh_dataset_close(other);
  return out;
}

TEST(what_could_change_is_what_comes_out_with_the_cells_blank) {
  jh_impact_options how = {.jobs = 2};
  const jh_audit_impact *quick = find(&how);
  const bool *heads = jh_heads_find(plan, arena);
  for (size_t i = 0; i < PROBLEMS; i++) {
    jh_audit_impact slow = slowly(&problems[i], heads);
    assert_int_equal(quick[i].county_count, slow.county_count);
    assert_int_equal(quick[i].finding_count, slow.finding_count);
    assert_int_equal(quick[i].below_count, slow.below_count);
  }
}

TEST(what_is_beyond_the_room_is_said_to_be_unexamined_and_the_severe_come_first) {
  jh_impact_options how = {.jobs = 1, .most_rows = 2000}, all = {.jobs = 1};
  const jh_audit_impact *some = find(&how), *whole = find(&all);
  size_t left_out[3] = {0}, examined[3] = {0};
  for (size_t i = 0; i < PROBLEMS; i++) {
    if (some[i].is_examined) {
      assert_same(&some[i], &whole[i]);
      examined[problems[i].severity] += whole[i].finding_count > 0;
    } else {
      assert_int_equal(some[i].finding_count, 0);
      left_out[problems[i].severity]++;
    }
  }
  assert_true(examined[JH_ERROR] > 0);
  assert_true(left_out[JH_NOTE] > 0);
  assert_true(left_out[JH_ERROR] == 0 || examined[JH_WARNING] == 0);
  assert_true(left_out[JH_WARNING] == 0 || examined[JH_NOTE] == 0);
}

TEST(codes_and_names_are_not_doubted_but_where_a_row_belongs_is) {
  uint32_t schools = jh_plan_table(plan, jh_str_of("schools"));
  const jh_table_def *table = &plan->tables[schools];
  jh_audit_cell at[] = {
      {schools, 0, table->name_column, false},
      {schools, 0, table->parent_column, false},
      {schools, 0, 5, true}};
  jh_audit_doubt expected[] = {JH_DOUBT_NAMES, JH_DOUBT_ROWS, JH_DOUBT_NONE};
  jh_audit_problem one[COUNT(at)];
  const jh_audit_problem *three[COUNT(at)];
  for (size_t i = 0; i < COUNT(at); i++) {
    one[i] = (jh_audit_problem){.cells = &at[i], .cell_count = 1, .rule = JH_NONE};
    three[i] = &one[i];
  }
  jh_audit_result few = {.problems = three, .problem_count = COUNT(at)};
  jh_audit_impact *out = NULL;
  jh_impact_options how = {.jobs = 1};
  sample_must(jh_impact_find(&out, &few, run, &how, arena, &err), &err);
  for (size_t i = 0; i < COUNT(at); i++) assert_int_equal(out[i].doubt, expected[i]);
  assert_false(out[0].is_examined);
  assert_true(out[1].is_examined);
  assert_true(out[1].finding_count > 0);
  assert_false(out[2].is_examined);
}

TEST(the_last_word_and_what_schools_are_told_are_heads_and_indicators_are_not) {
  const bool *heads = jh_heads_find(plan, arena);
  assert_true(heads[jh_impact_last_word(plan)]);
  assert_true(heads[jh_plan_rule(plan, jh_str_of("school_resources"))]);
  assert_false(heads[jh_plan_rule(plan, jh_str_of("sports_area_per_student"))]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      RUN(many_doubts_at_once_are_one_at_a_time),
      RUN(what_could_change_is_what_comes_out_with_the_cells_blank),
      RUN(what_is_beyond_the_room_is_said_to_be_unexamined_and_the_severe_come_first),
      RUN(codes_and_names_are_not_doubted_but_where_a_row_belongs_is),
      RUN(the_last_word_and_what_schools_are_told_are_heads_and_indicators_are_not)};
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
