/* exact_walk.c - evaluates nodes at one row with rationals.
 *
 * Follows the graph from a node down to the cells. Depth is bounded by
 * program_open.c, time by the memory of values (memo.h). See exact_over.c for
 * sums, tallies and spreads.
 */
#include "eval/exact_walk.h"

#include "eval/computed.h"

#define STEPS_BEFORE_MEMORY 2000

void jh_exact_walk_open(jh_exact_walk *walk, const jh_exact *exact) {
  *walk = (jh_exact_walk){.exact = exact, .force = exact->force};
  jh_memo_init(&walk->memo);
}

void jh_exact_walk_close(jh_exact_walk *walk) {
  jh_force_close(walk->own_force);
  jh_memo_done(&walk->memo);
}

bool jh_exact_walk_force(jh_exact_walk *walk, uint32_t rule, uint32_t row) {
  const jh_exact *exact = walk->exact;
  if (!walk->force) {
    if (jh_force_open(&walk->own_force, exact->plan, exact->on, NULL) != JH_OK)
      return true; /* memory is out: judge rather than spare */
    walk->force = walk->own_force;
  }
  uint32_t stage = jh_where_stage(exact->dataset, exact->plan->rules[rule].level, row);
  return jh_force_is(walk->force, rule, stage);
}

static const jh_node *node_at(const jh_exact_walk *walk, uint32_t node) {
  return &walk->exact->plan->nodes[node];
}

static uint32_t arg_of(const jh_exact_walk *walk, const jh_node *node, uint32_t k) {
  return k < node->count ? jh_plan_arg(walk->exact->plan, node, k) : JH_NONE;
}

/* The row at which an argument is to be looked at: RAISE goes up. */
static uint32_t row_of_arg(
    const jh_exact_walk *walk, const jh_node *node, uint32_t row, uint32_t arg) {
  uint32_t level = node_at(walk, arg)->level;
  if (level == JH_NONE || level == node->level) return row;
  return jh_dataset_ancestor(walk->exact->dataset, node->level, row, level);
}

/* The argument that stands for the node at this row: RAISE, QUANTITY, BY_STAGE; JH_NONE if none. */
static uint32_t stand_in(const jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  uint32_t k = 0;
  if (node->op == JH_OP_BY_STAGE) k = jh_where_stage(walk->exact->dataset, node->level, row);
  return arg_of(walk, node, k);
}

static void set_param(const jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  const jh_param *param = &walk->exact->plan->params[node->index];
  uint32_t stage = node->stage;
  if (param->is_by_stage && stage == JH_NONE)
    stage = jh_where_stage(walk->exact->dataset, node->level, row);
  const jh_param_value *value = jh_param_on(param, stage, walk->exact->on);
  if (value)
    jh_range_set_scaled(
        out, value->value.mantissa, value->value.scale, param->unit.num, param->unit.den);
  else
    jh_range_set_undefined(out);
}

/* A missing cell may hold whatever the dictionary lets it hold. */
static void set_missing(const jh_exact_walk *walk, const jh_node *node, jh_range *out) {
  const jh_column_def *def = &walk->exact->plan->tables[node->table].columns[node->index];
  jh_range_set_column(out, def);
  jh_range_scale(out, node->num, node->den);
}

static void set_column(
    const jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  const jh_column *column = jh_where_column(walk->exact->dataset, node);
  if (jh_column_known(column, row))
    jh_range_set_scaled(out, jh_column_number(column, row), column->scale, node->num, node->den);
  else
    set_missing(walk, node, out);
}

typedef void (*range_op)(jh_range *, const jh_range *, const jh_range *);

static void fold(
    jh_exact_walk *walk, const jh_node *node, uint32_t row, range_op op, jh_range *out) {
  jh_range next;
  jh_range_init(&next);
  jh_exact_walk_number(walk, arg_of(walk, node, 0), row, out);
  for (uint32_t k = 1; k < node->count; k++) {
    jh_exact_walk_number(walk, arg_of(walk, node, k), row, &next);
    op(out, out, &next);
  }
  jh_range_done(&next);
}

static void choose_number(jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  jh_tri which = jh_exact_walk_condition(walk, arg_of(walk, node, 0), row);
  jh_exact_walk_number(walk, arg_of(walk, node, which == JH_FALSE ? 2 : 1), row, out);
  if (which != JH_UNKNOWN) return;
  jh_range other;
  jh_range_init(&other);
  jh_exact_walk_number(walk, arg_of(walk, node, 2), row, &other);
  jh_range_hull(out, out, &other);
  jh_range_done(&other);
}

static void stand_in_number(jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  uint32_t arg = stand_in(walk, node, row);
  if (node->op == JH_OP_QUANTITY) {
    const jh_column *given = jh_where_quantity(walk->exact->dataset, node);
    if (jh_column_known(given, row)) {
      jh_range_set_scaled(out, jh_column_number(given, row), given->scale, 1, 1);
      return;
    }
  }
  if (arg == JH_NONE)
    jh_range_set_undefined(out);
  else
    jh_exact_walk_number(walk, arg, row_of_arg(walk, node, row, arg), out);
}

static void one_number(jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  jh_exact_walk_number(walk, arg_of(walk, node, 0), row, out);
  if (node->op == JH_OP_NEG)
    jh_range_neg(out, out);
  else if (node->op == JH_OP_CEIL)
    jh_range_ceil(out, out);
  else
    jh_range_floor(out, out);
}

static uint32_t index_of(const jh_exact_walk *walk, const jh_node *node) {
  return (uint32_t)(node - walk->exact->plan->nodes);
}

static void compute_number(jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  switch (node->op) {
  case JH_OP_CONST:
    jh_range_set_scaled(out, node->value.mantissa, node->value.scale, node->num, node->den);
    break;
  case JH_OP_PARAM: set_param(walk, node, row, out); break;
  case JH_OP_COLUMN: set_column(walk, node, row, out); break;
  case JH_OP_ADD: fold(walk, node, row, jh_range_add, out); break;
  case JH_OP_SUB: fold(walk, node, row, jh_range_sub, out); break;
  case JH_OP_MUL: fold(walk, node, row, jh_range_mul, out); break;
  case JH_OP_DIV: fold(walk, node, row, jh_range_div, out); break;
  case JH_OP_MIN: fold(walk, node, row, jh_range_min, out); break;
  case JH_OP_MAX: fold(walk, node, row, jh_range_max, out); break;
  case JH_OP_NEG:
  case JH_OP_CEIL:
  case JH_OP_FLOOR: one_number(walk, node, row, out); break;
  case JH_OP_IF: choose_number(walk, node, row, out); break;
  case JH_OP_QUANTITY:
  case JH_OP_BY_STAGE:
  case JH_OP_RAISE: stand_in_number(walk, node, row, out); break;
  case JH_OP_YEAR:
    jh_range_set_scaled(out, walk->exact->on / 10000, 0, node->num, node->den);
    break;
  case JH_OP_COMPUTE:
    jh_computed_number(walk->exact->computed, index_of(walk, node), row, out);
    break;
  case JH_OP_BETWEEN: fold(walk, node, row, jh_range_hull, out); break;
  case JH_OP_SUM:
  case JH_OP_COUNT:
  case JH_OP_LEAST:
  case JH_OP_GREATEST: jh_exact_over_number(walk, node, row, out); break;
  default: jh_range_set_undefined(out); break;
  }
}

/* Leaves, and nodes that only pass one argument on, are cheaper to work out again than to look up:
 * what lies below them is remembered where it branches. */
static bool is_worth_keeping(jh_exact_walk *walk, const jh_node *node) {
  bool passes_on = node->op == JH_OP_BY_STAGE || (node->count == 1 && node->over == JH_NONE);
  if (node->count == 0 || passes_on) return false;
  return walk->keeps_all || ++walk->steps > STEPS_BEFORE_MEMORY;
}

void jh_exact_walk_number(jh_exact_walk *walk, uint32_t node, uint32_t row, jh_range *out) {
  const jh_node *at = node_at(walk, node);
  if (at->level == JH_NONE) row = 0;
  bool keeps = is_worth_keeping(walk, at);
  const jh_memo_entry *known = keeps ? jh_memo_find(&walk->memo, node, row) : NULL;
  if (known) {
    jh_range_set(out, &known->range);
    return;
  }
  compute_number(walk, at, row, out);
  if (keeps) jh_memo_add_number(&walk->memo, node, row, out);
}

static jh_tri compare(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  jh_range a, b;
  jh_range_init(&a), jh_range_init(&b);
  jh_exact_walk_number(walk, arg_of(walk, node, 0), row, &a);
  jh_exact_walk_number(walk, arg_of(walk, node, 1), row, &b);
  jh_tri out = JH_UNKNOWN;
  switch (node->op) {
  case JH_OP_GE: out = jh_range_at_least(&a, &b); break;
  case JH_OP_GT: out = jh_range_above(&a, &b); break;
  case JH_OP_LE: out = jh_range_at_least(&b, &a); break;
  case JH_OP_LT: out = jh_range_above(&b, &a); break;
  default: out = jh_range_equal(&a, &b); break;
  }
  jh_range_done(&a), jh_range_done(&b);
  return out;
}

static jh_tri flag(const jh_column *column, uint32_t row) {
  if (!jh_column_known(column, row)) return JH_UNKNOWN;
  return column->marks[row] ? JH_TRUE : JH_FALSE;
}

static jh_tri all_or_any(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  bool is_and = node->op == JH_OP_AND;
  jh_tri out = is_and ? JH_TRUE : JH_FALSE, end = is_and ? JH_FALSE : JH_TRUE;
  for (uint32_t k = 0; k < node->count && out != end; k++) {
    jh_tri next = jh_exact_walk_condition(walk, arg_of(walk, node, k), row);
    if (is_and ? next < out : next > out) out = next;
  }
  return out;
}

/* The number as a range of whole counts may be unknown itself: then both of its ends must agree. */
static jh_tri at_least_n(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  int64_t sure = 0, open = 0;
  for (uint32_t k = 1; k < node->count; k++) {
    jh_tri next = jh_exact_walk_condition(walk, arg_of(walk, node, k), row);
    sure += next == JH_TRUE;
    open += next == JH_UNKNOWN;
  }
  jh_range n, found;
  jh_range_init(&n), jh_range_init(&found);
  jh_exact_walk_number(walk, arg_of(walk, node, 0), row, &n);
  jh_range_set_int(&found, sure);
  jh_rat_set_int(&found.high, sure + open);
  jh_tri out = jh_range_at_least(&found, &n);
  jh_range_done(&n), jh_range_done(&found);
  return out;
}

static bool is_cell_known(const jh_exact_walk *walk, const jh_node *column, uint32_t row) {
  return jh_column_known(jh_where_column(walk->exact->dataset, column), row);
}

static jh_tri is_known(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  uint32_t arg = arg_of(walk, node, 0);
  const jh_node *of = node_at(walk, arg);
  bool out;
  if (of->op == JH_OP_COLUMN) {
    out = is_cell_known(walk, of, row);
  } else if (of->type == JH_TYPE_CONDITION) {
    out = jh_exact_walk_condition(walk, arg, row) != JH_UNKNOWN;
  } else if (of->type == JH_TYPE_CHOICE) {
    out = jh_exact_walk_choice(walk, arg, row) != JH_NONE;
  } else {
    jh_range value;
    jh_range_init(&value);
    jh_exact_walk_number(walk, arg, row, &value);
    out = jh_range_is_known(&value);
    jh_range_done(&value);
  }
  return out ? JH_TRUE : JH_FALSE;
}

static jh_tri is_of_set(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  uint32_t choice = jh_exact_walk_choice(walk, arg_of(walk, node, 0), row);
  if (choice == JH_NONE) return JH_UNKNOWN;
  return choice < 64 && ((node->set >> choice) & 1) ? JH_TRUE : JH_FALSE;
}

static jh_tri rule_ok(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  const jh_exact *exact = walk->exact;
  const jh_rule *rule = &exact->plan->rules[node->index];
  if (!jh_exact_walk_force(walk, node->index, row)) return JH_TRUE;
  jh_tri applies = JH_TRUE;
  if (rule->applies != JH_NONE) applies = jh_exact_walk_condition(walk, rule->applies, row);
  if (applies == JH_FALSE) return JH_TRUE;
  return jh_verdict_ok(true, applies, jh_exact_walk_condition(walk, rule->holds, row));
}

static jh_tri choose_condition(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  jh_tri which = jh_exact_walk_condition(walk, arg_of(walk, node, 0), row);
  if (which != JH_UNKNOWN)
    return jh_exact_walk_condition(walk, arg_of(walk, node, which == JH_TRUE ? 1 : 2), row);
  jh_tri a = jh_exact_walk_condition(walk, arg_of(walk, node, 1), row);
  jh_tri b = jh_exact_walk_condition(walk, arg_of(walk, node, 2), row);
  return a == b ? a : JH_UNKNOWN;
}

static jh_tri stand_in_condition(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  uint32_t arg = stand_in(walk, node, row);
  if (node->op == JH_OP_QUANTITY) {
    jh_tri given = flag(jh_where_quantity(walk->exact->dataset, node), row);
    if (given != JH_UNKNOWN) return given;
  }
  if (arg == JH_NONE) return JH_UNKNOWN;
  return jh_exact_walk_condition(walk, arg, row_of_arg(walk, node, row, arg));
}

static jh_tri compute_condition(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  switch (node->op) {
  case JH_OP_COLUMN: return flag(jh_where_column(walk->exact->dataset, node), row);
  case JH_OP_QUANTITY:
  case JH_OP_BY_STAGE:
  case JH_OP_RAISE: return stand_in_condition(walk, node, row);
  case JH_OP_IF: return choose_condition(walk, node, row);
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT:
  case JH_OP_EQ: return compare(walk, node, row);
  case JH_OP_IS: return is_of_set(walk, node, row);
  case JH_OP_AND:
  case JH_OP_OR: return all_or_any(walk, node, row);
  case JH_OP_NOT:
    return (jh_tri)(JH_TRUE - jh_exact_walk_condition(walk, arg_of(walk, node, 0), row));
  case JH_OP_AT_LEAST_N: return at_least_n(walk, node, row);
  case JH_OP_KNOWN: return is_known(walk, node, row);
  case JH_OP_EVERY:
  case JH_OP_SOME:
  case JH_OP_SPREAD: return jh_exact_over_condition(walk, node, row);
  case JH_OP_COMPUTE:
    return jh_computed_condition(walk->exact->computed, index_of(walk, node), row);
  case JH_OP_COMPOSITE: return jh_exact_composite(walk, node, row, NULL, NULL);
  case JH_OP_SINCE: return walk->exact->on >= node->num ? JH_TRUE : JH_FALSE;
  case JH_OP_CODE_IN: return jh_where_code_in(walk->exact->dataset, node, row);
  case JH_OP_RULE: return rule_ok(walk, node, row);
  default: return JH_UNKNOWN;
  }
}

jh_tri jh_exact_walk_condition(jh_exact_walk *walk, uint32_t node, uint32_t row) {
  const jh_node *at = node_at(walk, node);
  const jh_exact *exact = walk->exact;
  jh_tri told;
  if (at->level == JH_NONE) row = 0;
  if (exact->told && exact->told(exact->told_payload, node, row, &told)) return told;
  bool keeps = is_worth_keeping(walk, at);
  const jh_memo_entry *known = keeps ? jh_memo_find(&walk->memo, node, row) : NULL;
  if (known) return known->tri;
  jh_tri out = compute_condition(walk, at, row);
  if (keeps) jh_memo_add_condition(&walk->memo, node, row, out);
  return out;
}

uint32_t jh_exact_walk_choice(jh_exact_walk *walk, uint32_t node, uint32_t row) {
  const jh_node *at = node_at(walk, node);
  if (at->op == JH_OP_COLUMN) {
    const jh_column *column = jh_where_column(walk->exact->dataset, at);
    return jh_column_known(column, row) ? column->marks[row] : JH_NONE;
  }
  uint32_t arg = arg_of(walk, at, 0); /* RAISE, QUANTITY: IF and BY_STAGE are not made of choices */
  return jh_exact_walk_choice(walk, arg, row_of_arg(walk, at, row, arg));
}
