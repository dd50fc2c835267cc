/* model_line.c - comparisons and spreads as wishes. */
#include <string.h>

#include "base/alloc.h"
#include "remedy/model_parts.h"

jh_model_wish jh_model_yes(void) { return (jh_model_wish){.is_true = true}; }

jh_model_wish jh_model_never(jh_model *m, const char *why) {
  jh_remedy_model *out = m->out;
  void *items = out->blocks;
  if (jh_arena_grow(
          m->arena, &items, &out->block_room, out->block_count + 1, sizeof *out->blocks)) {
    m->has_failed = true;
  } else {
    out->blocks = items;
    out->blocks[out->block_count++] = (jh_remedy_block){JH_NONE, JH_NONE, why};
  }
  return (jh_model_wish){.is_never = true};
}

jh_rat jh_model_keep_rat(jh_model *m, const jh_rat *value) {
  jh_remedy_model *out = m->out;
  void *items = out->rats;
  jh_rat copy;
  jh_rat_init(&copy);
  jh_rat_set(&copy, value);
  if (jh_arena_grow(m->arena, &items, &out->rat_room, out->rat_count + 1, sizeof *out->rats)) {
    m->has_failed = true;
    jh_rat_done(&copy);
    return out->rats[0];
  }
  out->rats = items;
  out->rats[out->rat_count++] = copy;
  return copy;
}

jh_remedy_sum jh_model_keep_sum(jh_model *m, const jh_linear *linear) {
  jh_remedy_sum sum = {.count = linear->count, .room = linear->count};
  sum.constant = jh_model_keep_rat(m, &linear->constant);
  sum.terms =
      jh_arena_get(m->arena, (linear->count + 1) * sizeof *sum.terms); /* one spare: model_open.c */
  m->has_failed |= linear->has_failed || !sum.terms;
  if (!sum.terms) sum.count = 0;
  for (size_t i = 0; i < sum.count; i++) {
    sum.terms[i].variable = linear->terms[i].variable;
    sum.terms[i].factor = jh_model_keep_rat(m, &linear->terms[i].factor);
  }
  return sum;
}

jh_model_wish jh_model_line(jh_model *m, const jh_linear *sum, bool is_strict) {
  m->has_failed |= sum->has_failed; /* a term is not there: nothing that follows counts */
  int sign = jh_rat_sign(&sum->constant);
  bool holds = is_strict ? sign > 0 : sign >= 0;
  if (holds && jh_linear_rises(sum)) return jh_model_yes();
  if (!holds && jh_linear_falls(sum)) return jh_model_never(m, jh_model_not_moved);
  jh_model_wish out = {.has_wish = true};
  out.wish = (jh_remedy_wish){
      .kind = JH_REMEDY_LINE, .rule = JH_NONE, .row = JH_NONE, .is_strict = is_strict};
  out.wish.sum = jh_model_keep_sum(m, sum);
  return out;
}

/* A number, or the quotient of two of which the lower one holds variables. */
typedef struct side {
  jh_linear top, bottom;
  bool is_ratio;
} side;

/* The quotient that stands for a node, below what only passes it on. */
static bool find_ratio(jh_model *m, uint32_t *node, uint32_t *row) {
  while (m->touched[*node]) {
    const jh_node *at = &m->plan->nodes[*node];
    uint32_t arg = JH_NONE;
    if (at->op == JH_OP_DIV && at->count == 2) return m->touched[jh_plan_arg(m->plan, at, 1)];
    if (at->op == JH_OP_QUANTITY || at->op == JH_OP_RAISE || at->op == JH_OP_BY_STAGE)
      arg = jh_model_stand_in(m, at, *row);
    if (arg == JH_NONE) return false;
    *row = jh_model_row_of(m, at, *row, arg);
    *node = arg;
  }
  return false;
}

static jh_model_state read_side(jh_model *m, uint32_t node, uint32_t row, side *out) {
  out->is_ratio = find_ratio(m, &node, &row);
  if (!out->is_ratio) return jh_model_number(m, node, row, &out->top);
  const jh_node *at = &m->plan->nodes[node];
  uint32_t top = jh_plan_arg(m->plan, at, 0), bottom = jh_plan_arg(m->plan, at, 1);
  jh_model_state state = jh_model_number(m, top, jh_model_row_of(m, at, row, top), &out->top);
  if (!state) state = jh_model_number(m, bottom, jh_model_row_of(m, at, row, bottom), &out->bottom);
  out->is_ratio = state || out->bottom.count > 0;
  if (out->is_ratio || state) return state;
  if (jh_rat_sign(&out->bottom.constant) == 0) return JH_MODEL_WAITS;
  jh_rat factor;
  jh_rat_init(&factor);
  jh_rat_set_int(&factor, 1);
  jh_rat_div(&factor, &factor, &out->bottom.constant);
  jh_linear_scale(&out->top, &factor);
  jh_rat_done(&factor);
  return JH_MODEL_OK;
}

/* big - small, both times the lower part of the one that is a quotient. */
static jh_model_state subtract(side *big, side *small, jh_linear *out) {
  jh_rat sign;
  side *ratio = big->is_ratio ? big : small, *other = big->is_ratio ? small : big;
  if (big->is_ratio && small->is_ratio) return JH_MODEL_NOT_LINEAR;
  if (ratio->is_ratio && other->top.count) return JH_MODEL_NOT_LINEAR;
  jh_rat_init(&sign);
  jh_rat_set_int(&sign, big->is_ratio || !small->is_ratio ? 1 : -1);
  jh_linear_clear(out);
  if (!ratio->is_ratio) {
    jh_linear_add(out, &big->top, &sign);
    jh_rat_set_int(&sign, -1);
    jh_linear_add(out, &small->top, &sign);
  } else {
    jh_linear_add(out, &ratio->top, &sign);
    jh_linear_scale(&ratio->bottom, &other->top.constant);
    jh_rat_set_int(&sign, big->is_ratio ? -1 : 1);
    jh_linear_add(out, &ratio->bottom, &sign);
  }
  jh_rat_done(&sign);
  return JH_MODEL_OK;
}

/* Both wishes. */
static jh_model_wish both(jh_model *m, jh_model_wish a, jh_model_wish b) {
  if (a.is_never || b.is_never) return (jh_model_wish){.is_never = true};
  if (!a.has_wish) return b;
  if (!b.has_wish) return a;
  jh_remedy_wish members[2] = {a.wish, b.wish};
  a.wish = jh_model_all(m, members, 2);
  return a;
}

/* The line, and that what is divided by stays above 0. */
static jh_model_wish line_of(jh_model *m, side *big, side *small, bool is_strict) {
  jh_linear sum, bottom;
  jh_rat one;
  jh_linear_init(&sum), jh_linear_init(&bottom), jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  side *ratio = big->is_ratio ? big : small;
  if (ratio->is_ratio) jh_linear_add(&bottom, &ratio->bottom, &one);
  jh_model_state state = subtract(big, small, &sum);
  jh_model_wish out;
  if (state) {
    out = jh_model_never(m, jh_model_not_linear);
  } else {
    out = jh_model_line(m, &sum, is_strict);
    if (ratio->is_ratio && !out.is_never) out = both(m, out, jh_model_line(m, &bottom, true));
  }
  jh_linear_done(&sum), jh_linear_done(&bottom), jh_rat_done(&one);
  return out;
}

/* a >= b (a > b), or for an order of the other kind. */
static jh_model_wish at_least(
    jh_model *m, uint32_t node, uint32_t a, uint32_t b, uint32_t row, bool is_strict) {
  const jh_node *at = &m->plan->nodes[node];
  side big, small;
  memset(&big, 0, sizeof big), memset(&small, 0, sizeof small);
  jh_linear_init(&big.top), jh_linear_init(&big.bottom);
  jh_linear_init(&small.top), jh_linear_init(&small.bottom);
  jh_model_state state = read_side(m, a, jh_model_row_of(m, at, row, a), &big);
  if (!state) state = read_side(m, b, jh_model_row_of(m, at, row, b), &small);
  jh_model_wish out;
  if (state)
    out = jh_model_never(m, state == JH_MODEL_WAITS ? jh_model_waits : jh_model_not_linear);
  else
    out = line_of(m, &big, &small, is_strict);
  jh_linear_done(&big.top), jh_linear_done(&big.bottom);
  jh_linear_done(&small.top), jh_linear_done(&small.bottom);
  return out;
}

static jh_model_wish equal(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  const jh_node *at = &m->plan->nodes[node];
  uint32_t a = jh_plan_arg(m->plan, at, 0), b = jh_plan_arg(m->plan, at, 1);
  if (is_negated) return jh_model_never(m, jh_model_not_linear);
  return both(m, at_least(m, node, a, b, row, false), at_least(m, node, b, a, row, false));
}

jh_model_wish jh_model_compare(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  const jh_node *at = &m->plan->nodes[node];
  uint32_t a = jh_plan_arg(m->plan, at, 0), b = jh_plan_arg(m->plan, at, 1);
  size_t blocks = m->out->block_count;
  jh_model_wish out;
  bool is_up = at->op == JH_OP_GE || at->op == JH_OP_GT;
  bool is_strict = (at->op == JH_OP_GT || at->op == JH_OP_LT) != is_negated;
  if (at->op == JH_OP_EQ)
    out = equal(m, node, row, is_negated);
  else if (is_up != is_negated)
    out = at_least(m, node, a, b, row, is_strict);
  else
    out = at_least(m, node, b, a, row, is_strict);
  /* What cannot be followed but holds is left to the trial of the plan. */
  if (out.is_never &&
      jh_exact_walk_condition(&m->walk, node, row) == (is_negated ? JH_FALSE : JH_TRUE)) {
    m->out->block_count = blocks;
    return jh_model_yes();
  }
  return out;
}
