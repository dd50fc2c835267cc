/* test_cuts_random.c - cuts of graphs and data thrown at random, against evaluations at each value.
 *
 * JH_SEED and JH_ROUNDS in the environment make other and longer runs.
 */
#include "unit/vary/cuts_check.h"

#include "support/eval_builder.h"

enum { COLUMNS = 4, UNITS = 14, SCHOOLS = 7, COUNTIES = 3, ROOMS = 12 };

typedef struct thrown {
  eval_builder b;
  uint64_t seed;
  uint32_t columns[EB_LEVELS][COLUMNS], flags[EB_LEVELS];
  uint32_t param, param_by_stage; /* nodes */
  uint32_t rules[64], rule_levels[64];
  size_t rule_count;
} thrown;

static uint32_t number(thrown *t, uint32_t level, int depth, bool moves);
static uint32_t condition(thrown *t, uint32_t level, int depth, bool moves);

static uint32_t roll(thrown *t, uint32_t sides) { return dice(&t->seed, sides); }
static uint32_t level_of(const thrown *t, uint32_t node) { return t->b.plan->nodes[node].level; }

static uint32_t add_param(thrown *t, const char *path, bool is_by_stage, int64_t den) {
  jh_plan *plan = t->b.plan;
  uint32_t out, index = (uint32_t)plan->param_count++;
  jh_param *param = &plan->params[index];
  *param =
      (jh_param){.path = path, .unit_text = "", .unit = jh_unit_none(), .is_by_stage = is_by_stage};
  param->unit.den = den;
  param->value_count = is_by_stage ? 2 : 1;
  param->values = jh_arena_get(plan->arena, 2 * sizeof *param->values);
  for (uint32_t s = 0; s < param->value_count; s++)
    param->values[s] = (jh_param_value){
        .since = 20200101, .stage = is_by_stage ? s : JH_NONE, .value = {(int64_t)roll(t, 40), 1}};
  assert_int_equal(jh_build_param(&t->b.build, index, JH_NONE, &out), JH_OK);
  return out;
}

static uint32_t constant(thrown *t) {
  static const char *const texts[] = {"0", "1", "2", "0.85", "3", "-1", "0.5", "7", "1.5"};
  return eb_const(&t->b, texts[roll(t, COUNT(texts))]);
}

static uint32_t column(thrown *t, uint32_t level) {
  if (level != EB_COUNTY && level != EB_ROOM && roll(t, 4) == 0) level--;
  return t->columns[level][roll(t, COLUMNS)];
}

static uint32_t leaf(thrown *t, uint32_t level, bool moves) {
  if (moves && level == EB_STAGE && roll(t, 2)) return t->param_by_stage;
  if (moves) return t->param;
  return roll(t, 3) ? column(t, level) : constant(t);
}

/* A level right above which there is something to walk over. */
static uint32_t below(thrown *t, uint32_t level) {
  if (level == EB_COUNTY) return roll(t, 2) ? EB_SCHOOL : EB_STAGE;
  return roll(t, 2) ? EB_STAGE : EB_ROOM;
}

static uint32_t over(thrown *t, jh_op op, uint32_t level, int depth, bool moves) {
  uint32_t under = below(t, level), filter = JH_NONE, value = JH_NONE;
  bool is_condition = op == JH_OP_EVERY || op == JH_OP_SOME;
  bool filter_moves = moves && (op == JH_OP_COUNT || (is_condition && roll(t, 3) == 0));
  if (op == JH_OP_COUNT || roll(t, 2)) filter = condition(t, under, depth - 1, filter_moves);
  if (is_condition)
    value = condition(t, under, depth - 1, moves && !filter_moves);
  else if (op != JH_OP_COUNT)
    value = number(t, under, depth - 1, moves);
  return eb_over(&t->b, op, under, level, value, filter);
}

static uint32_t arithmetic(thrown *t, uint32_t level, int depth, bool moves) {
  static const jh_op ops[] = {JH_OP_ADD, JH_OP_SUB, JH_OP_MUL,    JH_OP_DIV,
                              JH_OP_MIN, JH_OP_MAX, JH_OP_BETWEEN};
  jh_op op = ops[roll(t, COUNT(ops))];
  bool is_factor = op == JH_OP_MUL || op == JH_OP_DIV;
  uint32_t x = number(t, level, depth - 1, moves);
  uint32_t y = is_factor && moves ? leaf(t, level, false)
                                  : number(t, level, depth - 1, moves && roll(t, 6) == 0);
  bool is_turned = roll(t, 3) == 0;
  if (op == JH_OP_DIV && moves && is_turned) x = leaf(t, level, true);
  if (op == JH_OP_BETWEEN) return eb_between(&t->b, is_turned ? y : x, is_turned ? x : y);
  return eb_pair(&t->b, op, is_turned ? y : x, is_turned ? x : y);
}

static uint32_t number(thrown *t, uint32_t level, int depth, bool moves) {
  static const jh_op ones[] = {JH_OP_NEG, JH_OP_CEIL, JH_OP_FLOOR};
  static const jh_op overs[] = {JH_OP_COUNT, JH_OP_COUNT, JH_OP_SUM, JH_OP_LEAST, JH_OP_GREATEST};
  if (depth <= 0) return leaf(t, level, moves);
  switch (roll(t, 10)) {
  case 0:
  case 1: return leaf(t, level, moves);
  case 2: return eb_one(&t->b, ones[roll(t, 3)], number(t, level, depth - 1, moves));
  case 3:
    return eb_three(
        &t->b, JH_OP_IF, condition(t, level, depth - 1, moves && roll(t, 8) == 0),
        number(t, level, depth - 1, moves), number(t, level, depth - 1, false));
  case 4:
    if (level == EB_STAGE)
      return eb_by_stage(
          &t->b, number(t, level, depth - 1, moves), number(t, level, depth - 1, false));
    break;
  case 5:
    if (level < EB_STAGE) return over(t, overs[roll(t, COUNT(overs))], level, depth, moves);
    break;
  default: break;
  }
  return arithmetic(t, level, depth, moves);
}

static uint32_t limit(thrown *t, uint32_t level, bool moves) {
  uint32_t factor = eb_const(&t->b, roll(t, 2) ? "0.5" : "0.01");
  if (!moves) return factor;
  (void)level;
  return roll(t, 2) ? t->param : eb_pair(&t->b, JH_OP_MUL, factor, t->param);
}

static uint32_t spread(thrown *t, int depth, bool moves) {
  uint32_t under = roll(t, 2) ? EB_SCHOOL : EB_STAGE, parts[3], count = 1 + roll(t, 3);
  bool is_composite = roll(t, 3) == 0;
  for (uint32_t k = 0; k < count; k++) {
    uint32_t filter = roll(t, 3) ? JH_NONE : condition(t, under, depth - 2, false);
    parts[k] = eb_spread(
        &t->b, under, column(t, under), column(t, under), filter,
        is_composite ? JH_NONE : limit(t, EB_COUNTY, moves));
    if (!is_composite) return parts[0];
  }
  return eb_composite(&t->b, limit(t, EB_COUNTY, moves), parts, count);
}

static uint32_t several(thrown *t, uint32_t level, int depth, bool moves) {
  uint32_t args[5], count = 2 + roll(t, 3);
  bool is_counted = roll(t, 2);
  bool n_moves = is_counted && moves && roll(t, 3) == 0;
  args[0] = n_moves ? t->param : number(t, level, 0, false);
  for (uint32_t k = 1; k <= count; k++)
    args[k] = condition(t, level, depth - 1, moves && !n_moves && (k == 1 || roll(t, 2)));
  if (is_counted) return eb_at_least_n(&t->b, args, count + 1);
  return eb_all(&t->b, roll(t, 2) ? JH_OP_AND : JH_OP_OR, args + 1, count);
}

/* Only at the level that is wanted; others are left as they are. */
static uint32_t use_rule(thrown *t, uint32_t level) {
  for (size_t tries = 0; tries < 8 && t->rule_count; tries++) {
    uint32_t k = roll(t, (uint32_t)t->rule_count);
    if (t->rule_levels[k] == level) return eb_use(&t->b, t->rules[k]);
  }
  return t->flags[level];
}

static uint32_t compare(thrown *t, uint32_t level, int depth, bool moves) {
  static const jh_op ops[] = {JH_OP_GE, JH_OP_GT, JH_OP_LE, JH_OP_LT};
  uint32_t x = number(t, level, depth - 1, moves),
           y = number(t, level, depth - 1, moves && roll(t, 8) == 0);
  return roll(t, 2) ? eb_pair(&t->b, ops[roll(t, 4)], x, y) : eb_pair(&t->b, ops[roll(t, 4)], y, x);
}

static uint32_t condition(thrown *t, uint32_t level, int depth, bool moves) {
  if (depth <= 0 && !moves) return t->flags[level];
  if (depth <= 0) return compare(t, level, 1, true);
  switch (roll(t, 9)) {
  case 0: return eb_one(&t->b, JH_OP_NOT, condition(t, level, depth - 1, moves));
  case 1: return several(t, level, depth, moves);
  case 2:
    return level < EB_STAGE ? over(t, roll(t, 2) ? JH_OP_EVERY : JH_OP_SOME, level, depth, moves)
                            : compare(t, level, depth, moves);
  case 3: return level == EB_COUNTY ? spread(t, depth, moves) : several(t, level, depth, moves);
  case 4: return use_rule(t, level);
  case 5:
    return eb_three(
        &t->b, JH_OP_IF, condition(t, level, depth - 1, false),
        condition(t, level, depth - 1, moves), condition(t, level, depth - 1, false));
  case 6: return several(t, level, depth, moves);
  default: return compare(t, level, depth, moves);
  }
}

static void throw_rules(thrown *t) {
  static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
  for (size_t k = 0; k < COUNT(ids); k++) {
    static const uint32_t levels[] = {EB_STAGE, EB_STAGE, EB_SCHOOL, EB_COUNTY};
    uint32_t level = levels[k < 4 ? k : roll(t, 4)];
    uint32_t holds = condition(t, level, 3, true);
    uint32_t applies = roll(t, 2) ? JH_NONE : condition(t, level, 2, roll(t, 2));
    if (level_of(t, holds) != JH_NONE) level = level_of(t, holds);
    if (applies != JH_NONE && level_of(t, applies) != JH_NONE && level_of(t, applies) != level)
      applies = JH_NONE;
    t->rules[k] = eb_rule(&t->b, ids[k], level, JH_NONE, JH_AT_LEAST, JH_NONE, applies, holds);
    t->rule_levels[k] = level;
    t->rule_count++;
  }
}

static void throw_data(thrown *t) {
  static const uint32_t county_of[SCHOOLS] = {0, 0, 0, 1, 1, 1, 1};
  static const uint32_t school_of[UNITS] = {0, 0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6};
  static const uint32_t room_of[ROOMS] = {0, 0, 0, 1, 1, 2, 3, 3, 4, 5, 6, 6};
  uint8_t stages[UNITS];
  for (size_t i = 0; i < UNITS; i++) stages[i] = (uint8_t)roll(t, 2);
  eb_data(
      &t->b, &(eb_shape){COUNTIES, SCHOOLS, UNITS, ROOMS, county_of, school_of, room_of, stages});
  uint32_t one_in = 2 + roll(t, 30);
  for (uint32_t level = 0; level < EB_LEVELS; level++) {
    for (size_t row = 0; row < t->b.data->levels[level].count; row++) {
      for (int c = 0; c < COLUMNS; c++) {
        if (roll(t, one_in)) eb_set(&t->b, t->columns[level][c], row, roll(t, roll(t, 2) ? 5 : 60));
      }
      if (roll(t, one_in)) eb_set(&t->b, t->flags[level], row, roll(t, 2));
    }
  }
}

static void open_thrown(thrown *t, uint64_t seed) {
  static const char *const names[COLUMNS] = {"a", "b", "c", "d"};
  *t = (thrown){.seed = seed * UINT64_C(0x9E3779B97F4A7C15) + 1};
  for (int i = 0; i < 8; i++) (void)roll(t, 2);
  eb_open(&t->b);
  for (uint32_t level = 0; level < EB_LEVELS; level++) {
    for (int c = 0; c < COLUMNS; c++)
      t->columns[level][c] = eb_number(&t->b, level, names[c], c % 2, c == 3 ? 100 : -1);
    t->flags[level] = eb_flag(&t->b, level, "f");
  }
  t->param = add_param(t, "p", false, roll(t, 2) ? 100 : 1);
  t->param_by_stage = add_param(t, "q", true, 1);
  throw_rules(t);
  throw_data(t);
}

/* How many rules were asked, moved, and had cuts. */
typedef struct tally {
  size_t asked, moved, had;
} tally;

static void check_param(thrown *t, const jh_run *run, checked *c, tally *all) {
  jh_cuts_options options = {c->param, c->stage, t->rules, t->rule_count, 1 + (int)roll(t, 2)};
  jh_cuts *cuts = NULL;
  assert_int_equal(jh_cuts_open(&cuts, run, &options, NULL), JH_OK);
  for (size_t k = 0; k < t->rule_count; k++) {
    all->asked++;
    if (!jh_cuts_is_moved(cuts, t->rules[k])) continue;
    all->moved++;
    all->had += jh_cuts_has(cuts, t->rules[k], NULL);
  }
  check_cuts(c, cuts);
  jh_cuts_close(cuts);
}

static void check_one(uint64_t seed, tally *all, size_t *compared, size_t *cuts) {
  thrown t;
  open_thrown(&t, seed);
  checked c = {t.b.plan, t.b.data, 20240901, 0, JH_NONE, &t.seed, 0, 0};
  jh_run *run = eb_run(&t.b, 1);
  check_param(&t, run, &c, all);
  c.param = 1;
  check_param(&t, run, &c, all);
  c.stage = EB_JUNIOR;
  check_param(&t, run, &c, all);
  jh_run_close(run);
  eb_close(&t.b);
  *compared += c.compared;
  *cuts += c.cuts;
}

TEST(cuts_of_any_graph_are_where_evaluations_change) {
  const char *first = getenv("JH_SEED"), *many = getenv("JH_ROUNDS");
  uint64_t seed = first ? strtoull(first, NULL, 10) : 1,
           rounds = many ? strtoull(many, NULL, 10) : 60;
  size_t compared = 0, cuts = 0;
  tally all = {0};
  for (uint64_t i = 0; i < rounds; i++) {
    if (many) print_message("seed %llu\n", (unsigned long long)(seed + i));
    check_one(seed + i, &all, &compared, &cuts);
  }
  print_message(
      "seeds %llu to %llu: %zu verdicts compared, %zu cuts; of %zu rules %zu move, %zu have cuts\n",
      (unsigned long long)seed, (unsigned long long)(seed + rounds - 1), compared, cuts, all.asked,
      all.moved, all.had);
  assert_true(all.had * 4 > all.moved && cuts > rounds);
}

TESTS(RUN(cuts_of_any_graph_are_where_evaluations_change))
