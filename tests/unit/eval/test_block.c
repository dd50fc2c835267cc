/* Random graphs over random data: kernels against exact evaluation, node by node.
 * If this fails, print the seed's plan and look at the first node that differs. */
#include "support/eval_builder.h"
#include "support/rational.h"
#include "support/test.h"

#include "eval/block.h"
#include "eval/compute.h"

#define COUNTIES 4
#define SCHOOLS 14
#define UNITS 24
#define ROOMS 150 /* more than two words of "known" hold */
#define NODES 140

static uint64_t seed;

static uint32_t below(uint32_t n) {
  seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
  return (uint32_t)((seed >> 11) % n);
}

typedef struct world {
  eval_builder b;
  uint32_t columns[20];
  size_t column_count;
  bool with_known;
} world;

static void make_columns(world *w) {
  static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  for (uint32_t level = 0; level < EB_LEVELS; level++) {
    uint32_t *out = w->columns + w->column_count;
    out[0] = eb_number(&w->b, level, ids[0], 0, 20);
    out[1] = eb_number(&w->b, level, ids[1], 1, below(2) ? 9 : -1);
    out[2] = eb_number(&w->b, level, ids[2], 0, -1);
    out[3] = eb_flag(&w->b, level, ids[3]);
    out[4] = eb_choice(&w->b, level, ids[4]);
    w->column_count += 5;
  }
}

static void make_leaves(world *w) {
  static const char *const decimals[] = {"0", "1", "2", "0.1", "0.5", "3.3", "-1", "7"};
  static const char *const paths[] = {"p0", "p1", "p2", "p3"};
  for (size_t i = 0; i < COUNT(decimals); i++) eb_const(&w->b, decimals[i]);
  for (uint32_t i = 0; i < COUNT(paths); i++)
    eb_param(
        &w->b, paths[i], decimals[below((uint32_t)COUNT(decimals))], i == 3 ? 20300101 : 20170101);
  (void)eb_since(&w->b, 20200101);
  (void)eb_since(&w->b, 20300101);
  (void)eb_code_in(&w->b, EB_COUNTY, (const char *const[]){"c0", "c2", NULL});
  (void)eb_code_in(&w->b, EB_SCHOOL, (const char *const[]){"s1*", "s3", NULL});
  (void)eb_pair(&w->b, JH_OP_GE, eb_year(&w->b), eb_year(&w->b));
}

/* A random node of a type; the leaves have all of them. */
static uint32_t pick(const world *w, jh_type type) {
  for (;;) {
    uint32_t node = below((uint32_t)w->b.plan->node_count);
    if (w->b.plan->nodes[node].type == type) return node;
  }
}

static jh_code add_over(world *w, jh_op op, uint32_t *out) {
  bool is_condition = op == JH_OP_EVERY || op == JH_OP_SOME;
  jh_build_over_spec spec = {.op = op, .over = 1 + below(3), .limit = JH_NONE, .weight = JH_NONE};
  spec.target = spec.over == EB_SCHOOL ? EB_COUNTY : below(2);
  spec.stage = spec.over == EB_STAGE && below(3) == 0 ? below(2) : JH_NONE;
  spec.filter = below(2) ? pick(w, JH_TYPE_CONDITION) : JH_NONE;
  spec.value =
      op == JH_OP_COUNT ? JH_NONE : pick(w, is_condition ? JH_TYPE_CONDITION : JH_TYPE_NUMBER);
  if (op == JH_OP_SPREAD) {
    spec.weight = pick(w, JH_TYPE_NUMBER);
    spec.limit = below(4) ? pick(w, JH_TYPE_NUMBER) : JH_NONE;
  }
  return jh_build_over(&w->b.build, &spec, out);
}

static jh_code add_rule(world *w, uint32_t *out) {
  uint32_t holds = pick(w, JH_TYPE_CONDITION), applies = pick(w, JH_TYPE_CONDITION);
  uint32_t level = w->b.plan->nodes[holds].level;
  if (level == JH_NONE || w->b.plan->rule_count >= 60) return JH_EINTERNAL;
  if (w->b.plan->nodes[applies].level != level) applies = JH_NONE;
  uint32_t rule = eb_rule(&w->b, "r", level, JH_NONE, JH_AT_LEAST, JH_NONE, applies, holds);
  if (below(4) == 0) w->b.plan->rules[rule].in_force = 20250101;
  return jh_build_rule(&w->b.build, rule, out);
}

static jh_code add_many(world *w, jh_op op, uint32_t *out) {
  jh_type type = below(2) ? JH_TYPE_NUMBER : JH_TYPE_CONDITION;
  uint32_t args[5];
  size_t count = op == JH_OP_IF ? 3 : op == JH_OP_BY_STAGE ? 2 : 2 + below(3);
  for (size_t i = 0; i < count; i++)
    args[i] = pick(w, op == JH_OP_IF || op == JH_OP_BY_STAGE ? type : JH_TYPE_CONDITION);
  if (op == JH_OP_IF) args[0] = pick(w, JH_TYPE_CONDITION);
  if (op == JH_OP_AT_LEAST_N) args[0] = pick(w, JH_TYPE_NUMBER);
  if (op == JH_OP_BY_STAGE && below(3) == 0) args[below(2)] = JH_NONE;
  if (op == JH_OP_AND || op == JH_OP_OR) return jh_build_all(&w->b.build, op, args, count, out);
  return jh_build_many(&w->b.build, op, args, count, out);
}

/* Spreads of counties that the plan has already. */
static jh_code add_composite(world *w, uint32_t *out) {
  uint32_t spreads[4];
  size_t count = 0, most = 1 + below(4);
  uint32_t limit = below(4) ? pick(w, JH_TYPE_NUMBER) : JH_NONE;
  for (int attempt = 0; attempt < 400 && count < most; attempt++) {
    uint32_t node = pick(w, JH_TYPE_CONDITION);
    const jh_node *at = &w->b.plan->nodes[node];
    if (at->op == JH_OP_SPREAD && at->level == EB_COUNTY) spreads[count++] = node;
  }
  return jh_build_composite(&w->b.build, limit, spreads, count, EB_COUNTY, out);
}

/* 2 a - b + …, or whether that is above 3: a function of the pack. */
static jh_code call(
    void *payload, uint32_t compute, const jh_rat *values, const char *who, jh_rat *out,
    jh_error *err) {
  const jh_plan *plan = payload;
  jh_rat term;
  (void)err;
  assert_true(who[0] == 'c' || who[0] == 's');
  jh_rat_init(&term);
  jh_rat_set_int(out, 0);
  for (uint32_t k = 0; k < plan->computes[compute].read_count; k++) {
    jh_rat_set_int(&term, k % 2 ? -1 : 2);
    jh_rat_mul(&term, &term, &values[k]);
    jh_rat_add(out, out, &term);
  }
  jh_rat_set_int(&term, 3);
  if (plan->computes[compute].is_condition) jh_rat_set_int(out, jh_rat_compare(out, &term) > 0);
  jh_rat_done(&term);
  return JH_OK;
}

static jh_code add_compute(world *w) {
  uint32_t reads[3];
  size_t count = 1 + below(3);
  if (w->b.plan->compute_count >= 20) return JH_EINTERNAL;
  for (size_t i = 0; i < count; i++) reads[i] = pick(w, JH_TYPE_NUMBER);
  bool is_made = eb_compute(&w->b, below(EB_LEVELS), below(2), reads, count) != JH_NONE;
  return is_made ? JH_OK : JH_EINTERNAL;
}

static jh_code add_node(world *w) {
  jh_op op = (jh_op)(JH_OP_ADD + below(JH_OP_RULE - JH_OP_ADD + 1));
  uint32_t out, x = pick(w, JH_TYPE_NUMBER), y = pick(w, JH_TYPE_NUMBER);
  jh_build *build = &w->b.build;
  switch (op) {
  case JH_OP_NEG:
  case JH_OP_CEIL:
  case JH_OP_FLOOR: return jh_build_one(build, op, x, &out);
  case JH_OP_NOT: return jh_build_one(build, op, pick(w, JH_TYPE_CONDITION), &out);
  case JH_OP_KNOWN:
    return w->with_known ? jh_build_one(build, op, pick(w, (jh_type)below(3)), &out) : JH_OK;
  case JH_OP_RAISE: return jh_build_raise(build, x, below(EB_LEVELS), &out);
  case JH_OP_IS: return jh_build_is(build, pick(w, JH_TYPE_CHOICE), below(8), &out);
  case JH_OP_RULE: return add_rule(w, &out);
  case JH_OP_BY_STAGE:
  case JH_OP_IF:
  case JH_OP_AND:
  case JH_OP_OR:
  case JH_OP_AT_LEAST_N: return add_many(w, op, &out);
  case JH_OP_SUM:
  case JH_OP_COUNT:
  case JH_OP_LEAST:
  case JH_OP_GREATEST:
  case JH_OP_EVERY:
  case JH_OP_SOME:
  case JH_OP_SPREAD: return add_over(w, op, &out);
  case JH_OP_COMPOSITE: return add_composite(w, &out);
  case JH_OP_BETWEEN: return jh_build_between(build, x, y, &out);
  case JH_OP_YEAR:
  case JH_OP_SINCE:
  case JH_OP_CODE_IN: return JH_OK; /* among the leaves */
  case JH_OP_COMPUTE: return add_compute(w);
  default: return jh_build_pair(build, op, x, y, &out);
  }
}

/* Parents in order; some counties have no school, some schools no unit. */
static void make_data(world *w) {
  uint32_t county_of[SCHOOLS], school_of_unit[UNITS], school_of_room[ROOMS];
  uint8_t stages[UNITS];
  for (uint32_t i = 0; i < SCHOOLS; i++) county_of[i] = i * (COUNTIES - below(2)) / SCHOOLS;
  for (uint32_t i = 0; i < UNITS; i++) {
    school_of_unit[i] = i * SCHOOLS / UNITS;
    stages[i] = (uint8_t)below(2);
  }
  for (uint32_t i = 0; i < ROOMS; i++) school_of_room[i] = i * SCHOOLS / ROOMS;
  for (uint32_t i = 1; i < SCHOOLS; i++)
    county_of[i] = county_of[i] < county_of[i - 1] ? county_of[i - 1] : county_of[i];
  eb_data(
      &w->b,
      &(eb_shape){
          COUNTIES, SCHOOLS, UNITS, ROOMS, county_of, school_of_unit, school_of_room, stages});
}

/* A value that the column may hold. */
static int64_t random_cell(const world *w, uint32_t node) {
  const jh_node *at = &w->b.plan->nodes[node];
  const jh_column_def *def = &w->b.plan->tables[at->table].columns[at->index];
  if (at->type == JH_TYPE_CONDITION) return below(2);
  if (at->type == JH_TYPE_CHOICE) return below(3);
  uint32_t most = def->has_max ? (uint32_t)def->max.mantissa * (def->scale ? 10 : 1) : 60;
  return below(3) ? below(most + 1) : below(most / 4 + 1);
}

static void fill_cells(world *w, uint32_t missing_of_16) {
  for (size_t c = 0; c < w->column_count; c++) {
    uint32_t node = w->columns[c], level = w->b.plan->nodes[node].level;
    for (size_t row = 0; row < w->b.data->levels[level].count; row++) {
      if (below(16) >= missing_of_16) eb_set(&w->b, node, row, random_cell(w, node));
    }
  }
}

static void make_world(world *w, uint64_t from, bool with_known) {
  memset(w, 0, sizeof *w);
  seed = from * 0x9e3779b97f4a7c15u + 1;
  w->with_known = with_known;
  eb_open(&w->b);
  w->b.plan->hook = (jh_compute_hook){.call = call, .payload = w->b.plan};
  make_columns(w);
  make_leaves(w);
  for (int attempt = 0; w->b.plan->node_count < NODES && attempt < 4000; attempt++)
    (void)(add_node(w) == JH_OK);
  make_data(w);
  fill_cells(w, below(8));
}

typedef struct check {
  const world *w;
  uint64_t from;
  size_t known, open, unsure, numbers, computed;
  jh_exact exact;
} check;

static bool is_within(double low, const jh_rat *value, double high) {
  jh_rat end;
  bool out = low != (double)INFINITY && high != -(double)INFINITY;
  jh_rat_init(&end);
  if (!isinf(low)) {
    rational_of_double(&end, low);
    out = out && jh_rat_compare(&end, value) <= 0;
  }
  if (!isinf(high)) {
    rational_of_double(&end, high);
    out = out && jh_rat_compare(value, &end) <= 0;
  }
  jh_rat_done(&end);
  return out;
}

static bool encloses(jh_ends ends, const jh_range *range) {
  if (ends.state == JH_ENDS_UNSURE) return true;
  if (ends.state == JH_ENDS_UNDEFINED || range->is_undefined)
    return ends.state == JH_ENDS_UNDEFINED && range->is_undefined;
  if (ends.state == JH_ENDS_KNOWN && !jh_range_is_known(range)) return false;
  bool low = range->has_low ? is_within(ends.low, &range->low, ends.low_in) : isinf(ends.low) != 0;
  bool high =
      range->has_high ? is_within(ends.high_in, &range->high, ends.high) : isinf(ends.high) != 0;
  return low && high;
}

static void compare_row(
    check *c, const jh_block *block, uint32_t node, uint32_t i, const jh_exact *exact) {
  const jh_node *at = &block->plan->nodes[node];
  uint32_t row = at->level == JH_NONE ? 0 : block->from[at->level] + i;
  const jh_slot *slot = jh_block_slot(block, node);
  bool is_same;
  if (at->type == JH_TYPE_NUMBER) {
    jh_range range;
    jh_range_init(&range);
    jh_exact_number(exact, node, row, &range);
    jh_ends ends = jh_slot_get(slot, i);
    is_same = encloses(ends, &range);
    c->numbers++;
    c->unsure += ends.state == JH_ENDS_UNSURE;
    jh_range_done(&range);
  } else if (at->type == JH_TYPE_CONDITION) {
    jh_tri value = jh_exact_condition(exact, node, row);
    is_same = value == (jh_tri)slot->mark[i];
    c->known += value != JH_UNKNOWN;
    c->open += value == JH_UNKNOWN;
  } else {
    uint32_t choice = jh_exact_choice(exact, node, row);
    is_same = choice == (slot->mark[i] == JH_BLOCK_NO_CHOICE ? JH_NONE : slot->mark[i]);
  }
  if (!is_same)
    fail_msg(
        "seed %llu: node %u (op %d), row %u differs", (unsigned long long)c->from, node,
        (int)at->op, row);
}

static void emit(void *payload, const jh_block *block, const jh_output *output) {
  check *c = payload;
  jh_exact exact = c->exact;
  for (uint32_t i = 0; i < jh_block_count(block, output->level); i++)
    compare_row(c, block, output->holds, i, &exact);
}

static void check_world(const world *w, check *c) {
  const jh_plan *plan = w->b.plan;
  jh_output outputs[NODES + 8];
  size_t count = 0;
  for (uint32_t n = 0; n < plan->node_count; n++) {
    uint32_t level = plan->nodes[n].level == JH_NONE ? EB_COUNTY : plan->nodes[n].level;
    outputs[count++] = (jh_output){JH_NONE, level, JH_NONE, n, JH_NONE, JH_NONE, 0};
  }
  jh_program *program = NULL;
  jh_block *block = NULL;
  assert_int_equal(jh_program_open(&program, plan, w->b.data, 20240901, outputs, count, NULL), 0);
  c->exact = eb_exact(&w->b);
  assert_int_equal(jh_compute_all(&program->computed, &c->exact, program->is_needed, NULL), JH_OK);
  c->exact.computed = program->computed;
  c->computed += plan->compute_count;
  assert_int_equal(jh_block_open(&block, program, NULL), JH_OK);
  for (size_t b = 0; b < program->block_count; b++) jh_block_run(block, b, emit, c);
  jh_block_close(block);
  jh_program_close(program);
}

TEST(kernels_agree_with_rationals_on_random_graphs) {
  check c = {0};
  for (uint64_t from = 1; from <= 70; from++) {
    world w;
    make_world(&w, from, true);
    c.w = &w;
    c.from = from;
    check_world(&w, &c);
    eb_close(&w.b);
  }
  print_message("%zu functions\n", c.computed);
  assert_true(c.computed > 40);
  print_message(
      "%zu conditions known, %zu open; %zu numbers, %zu of them left to rationals\n", c.known,
      c.open, c.numbers, c.unsure);
  assert_true(c.known > 10000 && c.open > 10000 && c.unsure * 20 < c.numbers);
}

/* Remembers, fills one missing cell after the other, and looks again. */
TEST(a_missing_cell_can_settle_a_condition_but_never_turn_it) {
  for (uint64_t from = 100; from < 130; from++) {
    world w;
    make_world(&w, from, false);
    jh_exact exact = eb_exact(&w.b);
    static uint8_t before[NODES + 8][ROOMS]; /* the longest level */
    for (uint32_t n = 0; n < w.b.plan->node_count; n++) {
      const jh_node *node = &w.b.plan->nodes[n];
      if (node->type != JH_TYPE_CONDITION || node->level == JH_NONE) continue;
      for (uint32_t row = 0; row < w.b.data->levels[node->level].count; row++)
        before[n][row] = (uint8_t)jh_exact_condition(&exact, n, row);
    }
    for (size_t c = 0; c < w.column_count; c++) {
      uint32_t level = w.b.plan->nodes[w.columns[c]].level;
      const jh_node *at = &w.b.plan->nodes[w.columns[c]];
      for (uint32_t row = 0; row < w.b.data->levels[level].count; row++) {
        if (!jh_column_known(w.b.data->levels[level].columns[at->index], row))
          eb_set(&w.b, w.columns[c], row, random_cell(&w, w.columns[c]));
      }
    }
    for (uint32_t n = 0; n < w.b.plan->node_count; n++) {
      const jh_node *node = &w.b.plan->nodes[n];
      if (node->type != JH_TYPE_CONDITION || node->level == JH_NONE) continue;
      for (uint32_t row = 0; row < w.b.data->levels[node->level].count; row++) {
        jh_tri now = jh_exact_condition(&exact, n, row);
        if (before[n][row] != JH_UNKNOWN && now != JH_UNKNOWN && now != (jh_tri)before[n][row])
          fail_msg("seed %llu: node %u, row %u turned", (unsigned long long)from, n, row);
      }
    }
    eb_close(&w.b);
  }
}

TESTS(
    RUN(kernels_agree_with_rationals_on_random_graphs),
    RUN(a_missing_cell_can_settle_a_condition_but_never_turn_it))
