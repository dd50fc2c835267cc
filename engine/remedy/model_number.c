/* model_number.c - a number of the graph at a row, as a sum of variables. */
#include "remedy/model_parts.h"

static uint32_t arg_of(const jh_model *m, const jh_node *node, uint32_t k) {
  return k < node->count ? jh_plan_arg(m->plan, node, k) : JH_NONE;
}

uint32_t jh_model_row_of(const jh_model *m, const jh_node *node, uint32_t row, uint32_t arg) {
  uint32_t level = m->plan->nodes[arg].level;
  if (level == JH_NONE || level == node->level) return row;
  return jh_dataset_ancestor(m->dataset, node->level, row, level);
}

uint32_t jh_model_stand_in(const jh_model *m, const jh_node *node, uint32_t row) {
  uint32_t k = node->op == JH_OP_BY_STAGE ? jh_where_stage(m->dataset, node->level, row) : 0;
  return arg_of(m, node, k);
}

/* What no means changes. */
static jh_model_state fixed(jh_model *m, uint32_t node, uint32_t row, jh_linear *out) {
  jh_range value;
  jh_range_init(&value);
  jh_exact_walk_number(&m->walk, node, row, &value);
  bool is_known = jh_range_is_known(&value);
  if (is_known) jh_linear_set(out, &value.low);
  jh_range_done(&value);
  return is_known ? JH_MODEL_OK : JH_MODEL_WAITS;
}

/* What one of a variable adds to a column, in base units; 0 if nothing. */
static void factor_of(
    const jh_model *m, const jh_node *column, const jh_model_use *use, jh_rat *out) {
  const jh_means *means =
      &m->options->prices->means[m->out->problem.variables[use->variable].means];
  jh_rat part;
  jh_rat_set_int(out, 0);
  if (means->table != column->table) return;
  jh_rat_init(&part);
  for (size_t i = 0; i < means->add_count; i++) {
    if (means->adds[i].column != column->index) continue;
    jh_rat_set_dec(out, means->adds[i].amount);
    jh_rat_set_dec(&part, means->step);
    jh_rat_mul(out, out, &part);
    jh_rat_set_int(&part, use->is_source ? -column->num : column->num);
    jh_rat_mul(out, out, &part);
    jh_rat_set_int(&part, column->den);
    jh_rat_div(out, out, &part);
  }
  jh_rat_done(&part);
}

static jh_model_state column(jh_model *m, uint32_t index, uint32_t row, jh_linear *out) {
  const jh_node *node = &m->plan->nodes[index];
  jh_model_state state = fixed(m, index, row, out);
  uint32_t at = row - m->first_row[node->level];
  if (state || row < m->first_row[node->level] || at >= m->row_count[node->level]) return state;
  jh_rat factor;
  jh_rat_init(&factor);
  const uint32_t *firsts = m->first_use[node->level];
  for (uint32_t i = firsts ? firsts[at] : 0; firsts && i < firsts[at + 1]; i++) {
    const jh_model_use *use = &m->uses[node->level][i];
    factor_of(m, node, use, &factor);
    jh_linear_add_term(out, use->variable, &factor);
  }
  jh_rat_done(&factor);
  return state;
}

static jh_model_state add_up(jh_model *m, const jh_node *node, uint32_t row, jh_linear *out) {
  jh_model_state state = JH_MODEL_OK;
  jh_linear next;
  jh_rat sign;
  jh_linear_init(&next);
  jh_rat_init(&sign);
  jh_linear_clear(out);
  for (uint32_t k = 0; k < node->count && !state; k++) {
    uint32_t arg = arg_of(m, node, k);
    bool is_minus = node->op == JH_OP_NEG || (node->op == JH_OP_SUB && k > 0);
    state = jh_model_number(m, arg, jh_model_row_of(m, node, row, arg), &next);
    jh_rat_set_int(&sign, is_minus ? -1 : 1);
    if (!state) jh_linear_add(out, &next, &sign);
  }
  jh_linear_done(&next);
  jh_rat_done(&sign);
  return state;
}

/* A product in which at most one factor holds variables. */
static jh_model_state multiply(jh_model *m, const jh_node *node, uint32_t row, jh_linear *out) {
  jh_linear next;
  jh_rat factor;
  jh_linear_init(&next);
  jh_rat_init(&factor);
  jh_model_state state = jh_model_number(m, arg_of(m, node, 0), row, out);
  for (uint32_t k = 1; k < node->count && !state; k++) {
    state = jh_model_number(m, arg_of(m, node, k), row, &next);
    if (!state && next.count && out->count) state = JH_MODEL_NOT_LINEAR;
    if (state) break;
    if (next.count) {
      jh_rat_set(&factor, &out->constant);
      jh_linear_clear(out);
      jh_linear_add(out, &next, &factor);
    } else {
      jh_linear_scale(out, &next.constant);
    }
  }
  jh_linear_done(&next);
  jh_rat_done(&factor);
  return state;
}

static jh_model_state divide(jh_model *m, const jh_node *node, uint32_t row, jh_linear *out) {
  jh_linear next;
  jh_rat factor;
  jh_linear_init(&next);
  jh_rat_init(&factor);
  jh_model_state state = jh_model_number(m, arg_of(m, node, 0), row, out);
  for (uint32_t k = 1; k < node->count && !state; k++) {
    state = jh_model_number(m, arg_of(m, node, k), row, &next);
    if (!state && next.count) state = JH_MODEL_NOT_LINEAR;
    if (!state && jh_rat_sign(&next.constant) == 0) state = JH_MODEL_WAITS;
    if (state) break;
    jh_rat_set_int(&factor, 1);
    jh_rat_div(&factor, &factor, &next.constant);
    jh_linear_scale(out, &factor);
  }
  jh_linear_done(&next);
  jh_rat_done(&factor);
  return state;
}

static jh_model_state choose(jh_model *m, const jh_node *node, uint32_t row, jh_linear *out) {
  uint32_t when = arg_of(m, node, 0);
  jh_tri which = jh_exact_walk_condition(&m->walk, when, row);
  if (m->touched[when]) return JH_MODEL_NOT_LINEAR;
  if (which == JH_UNKNOWN) return JH_MODEL_WAITS;
  uint32_t arm = arg_of(m, node, which == JH_TRUE ? 1 : 2);
  return jh_model_number(m, arm, jh_model_row_of(m, node, row, arm), out);
}

static jh_model_state through(jh_model *m, const jh_node *node, uint32_t row, jh_linear *out) {
  uint32_t arg = jh_model_stand_in(m, node, row);
  if (arg == JH_NONE) return JH_MODEL_WAITS;
  return jh_model_number(m, arg, jh_model_row_of(m, node, row, arg), out);
}

static jh_model_state sum(jh_model *m, const jh_node *node, uint32_t row, jh_linear *out) {
  uint32_t from, to, value = arg_of(m, node, 0), filter = arg_of(m, node, 1);
  jh_model_state state = JH_MODEL_OK;
  jh_linear next;
  jh_rat one;
  if (filter != JH_NONE && m->touched[filter]) return JH_MODEL_NOT_LINEAR;
  jh_linear_init(&next);
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  jh_linear_clear(out);
  jh_dataset_range(m->dataset, node->over, node->level, row, &from, &to);
  for (uint32_t r = from; r < to && !state; r++) {
    jh_tri passes = jh_exact_over_passes(&m->walk, node, filter, r);
    if (passes == JH_FALSE) continue;
    state = passes == JH_UNKNOWN ? JH_MODEL_WAITS : jh_model_number(m, value, r, &next);
    if (!state) jh_linear_add(out, &next, &one);
  }
  jh_linear_done(&next);
  jh_rat_done(&one);
  return state;
}

static jh_model_state made_of(jh_model *m, uint32_t node, uint32_t row, jh_linear *out) {
  const jh_node *at = &m->plan->nodes[node];
  switch (at->op) {
  case JH_OP_COLUMN: return column(m, node, row, out);
  case JH_OP_QUANTITY:
  case JH_OP_RAISE:
  case JH_OP_BY_STAGE: return through(m, at, row, out);
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_NEG: return add_up(m, at, row, out);
  case JH_OP_MUL: return multiply(m, at, row, out);
  case JH_OP_DIV: return divide(m, at, row, out);
  case JH_OP_IF: return choose(m, at, row, out);
  case JH_OP_SUM: return sum(m, at, row, out);
  default: return JH_MODEL_NOT_LINEAR;
  }
}

jh_model_state jh_model_number(jh_model *m, uint32_t node, uint32_t row, jh_linear *out) {
  if (!m->touched[node]) return fixed(m, node, row, out);
  jh_model_state state = made_of(m, node, row, out);
  /* Told here, once for all: a sum that lost a term may be put aside without being looked at. */
  m->has_failed |= out->has_failed;
  return state;
}
