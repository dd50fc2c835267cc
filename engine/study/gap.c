/* gap.c - see gap.h. */
#include "study/gap.h"

#include <string.h>

#include "base/alloc.h"
#include "eval/exact.h"
#include "eval/where.h"

enum { MOST_DEPTH = 64, PLACES = 4 };

/* The end of a measure: what is added to, and what it is divided by (JH_NONE: by nothing). */
typedef struct quotient {
  uint32_t added, other;
} quotient;

static bool wants_more(const jh_rule *rule) {
  return rule->compare == JH_AT_LEAST || rule->compare == JH_ABOVE;
}

/* A node that is no choice between others: the halves of it, as the rule moves. */
static quotient halves(const jh_plan *plan, const jh_rule *rule, uint32_t node) {
  const jh_node *at = &plan->nodes[node];
  if (at->op != JH_OP_DIV)
    return wants_more(rule) ? (quotient){node, JH_NONE} : (quotient){JH_NONE, node};
  uint32_t up = jh_plan_arg(plan, at, 0), down = jh_plan_arg(plan, at, 1);
  return wants_more(rule) ? (quotient){up, down} : (quotient){down, up};
}

/* Things that are not counted one by one, even where the cells are whole numbers. */
static bool is_measured(const jh_plan *plan, const jh_unit *unit) {
  static const char *const kinds[] = {"m2", "yuan", "hour", "year", "day"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    jh_unit other;
    if (jh_unit_read(&other, &plan->units, jh_str_of(kinds[i]), NULL)) continue;
    if (jh_unit_same_kind(*unit, other)) return true;
  }
  return false;
}

/* Sums, differences and choices of whole numbers are whole. */
static bool keeps_whole(jh_op op) {
  switch (op) {
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_NEG:
  case JH_OP_MIN:
  case JH_OP_MAX:
  case JH_OP_QUANTITY:
  case JH_OP_BY_STAGE:
  case JH_OP_IF:
  case JH_OP_RAISE:
  case JH_OP_SUM:
  case JH_OP_COUNT:
  case JH_OP_LEAST:
  case JH_OP_GREATEST: return true;
  default: return false;
  }
}

static bool is_whole_end(const jh_plan *plan, const jh_node *at) {
  int64_t whole;
  if (at->op == JH_OP_CONST)
    return at->num == 1 && at->den == 1 && jh_dec_rescale(&whole, at->value, 0);
  if (at->op != JH_OP_COLUMN || at->num != 1 || at->den != 1) return false;
  const jh_column_def *column = &plan->tables[at->table].columns[at->index];
  return column->type == JH_COLUMN_COUNT && !is_measured(plan, &column->unit);
}

/* Which numbers does a node have; are all of them whole? Conditions and filters only choose. */
static bool is_whole(const jh_plan *plan, uint32_t node, int depth) {
  if (node == JH_NONE) return true;
  const jh_node *at = &plan->nodes[node];
  if (at->type != JH_TYPE_NUMBER) return true;
  if (depth > MOST_DEPTH) return false;
  if (!keeps_whole(at->op)) return is_whole_end(plan, at);
  for (uint32_t k = 0; k < at->count; k++) {
    if (!is_whole(plan, jh_plan_arg(plan, at, k), depth + 1)) return false;
  }
  return true;
}

/* Marks all that stands below some node; arguments come before the node that uses them. */
static void mark_below(const jh_plan *plan, uint32_t node, bool *marks) {
  memset(marks, 0, plan->node_count);
  if (node == JH_NONE) return;
  marks[node] = true;
  for (uint32_t n = node + 1; n-- > 0;) {
    const jh_node *at = &plan->nodes[n];
    if (!marks[n] || at->op == JH_OP_RULE) continue;
    for (uint32_t k = 0; k < at->count; k++) {
      uint32_t arg = jh_plan_arg(plan, at, k);
      if (arg < plan->node_count) marks[arg] = true;
    }
  }
}

static bool is_column_of_numbers(const jh_plan *plan, const jh_node *at) {
  if (at->op != JH_OP_COLUMN || at->type != JH_TYPE_NUMBER) return false;
  jh_column_type type = plan->tables[at->table].columns[at->index].type;
  return type == JH_COLUMN_COUNT || type == JH_COLUMN_DECIMAL;
}

/* Does `other` read a marked column of numbers of what is added? What only divides it, as the students by whom a
 * room is shared between stages, does not move with it. */
static bool reads_marked(
    const jh_plan *plan, uint32_t other, const jh_unit *unit, const bool *marks, bool *scratch) {
  mark_below(plan, other, scratch);
  for (size_t n = 0; n < plan->node_count; n++) {
    const jh_node *at = &plan->nodes[n];
    if (marks[n] && scratch[n] && is_column_of_numbers(plan, at) &&
        jh_unit_same_kind(at->unit, *unit))
      return true;
  }
  return false;
}

typedef struct walk {
  const jh_plan *plan;
  const jh_rule *rule;
  jh_gap_form *out;
  bool *marks, *scratch;
  bool has_end, is_bad;
} walk;

static void take_end(walk *w, uint32_t node) {
  quotient q = halves(w->plan, w->rule, node);
  if (q.added == JH_NONE) {
    w->is_bad = true;
    return;
  }
  const jh_node *added = &w->plan->nodes[q.added];
  bool is_whole_now = is_whole(w->plan, q.added, 0);
  mark_below(w->plan, q.added, w->marks);
  bool moves = reads_marked(w->plan, q.other, &added->unit, w->marks, w->scratch) ||
               reads_marked(w->plan, w->rule->bound, &added->unit, w->marks, w->scratch);
  bool is_other = w->has_end && !jh_unit_same_kind(w->out->unit, added->unit);
  if (moves || is_other) w->is_bad = true;
  w->out->unit = added->unit;
  w->out->is_whole = is_whole_now && (!w->has_end || w->out->is_whole);
  w->has_end = true;
}

/* Goes down to the ends between which stage and conditions choose. */
static void find_ends(walk *w, uint32_t node, int depth) {
  if (node == JH_NONE) return;
  const jh_node *at = &w->plan->nodes[node];
  if (depth > MOST_DEPTH) {
    w->is_bad = true;
    return;
  }
  bool is_choice = at->op == JH_OP_QUANTITY || at->op == JH_OP_RAISE || at->op == JH_OP_BY_STAGE ||
                   at->op == JH_OP_IF;
  if (!is_choice) {
    take_end(w, node);
    return;
  }
  for (uint32_t k = at->op == JH_OP_IF ? 1 : 0; k < at->count; k++)
    find_ends(w, jh_plan_arg(w->plan, at, k), depth + 1);
}

static bool may_be(const jh_plan *plan, const jh_rule *rule) {
  bool is_number = rule->measure != JH_NONE && rule->bound != JH_NONE &&
                   plan->nodes[rule->measure].type == JH_TYPE_NUMBER;
  bool is_kind = rule->kind == JH_RULE_INDICATOR || rule->kind == JH_RULE_REQUIREMENT;
  return is_number && is_kind && rule->compare != JH_EQUALS;
}

jh_code jh_gap_form_of(jh_gap_form *out, const jh_plan *plan, uint32_t rule, jh_error *err) {
  *out = (jh_gap_form){.is_there = false};
  walk w = {.plan = plan, .rule = &plan->rules[rule], .out = out};
  if (!may_be(plan, w.rule)) return JH_OK;
  w.marks = jh_alloc_get(plan->node_count + 1);
  w.scratch = jh_alloc_get(plan->node_count + 1);
  bool ok = w.marks && w.scratch;
  if (ok) find_ends(&w, w.rule->measure, 0);
  jh_alloc_free(w.marks);
  jh_alloc_free(w.scratch);
  out->is_there = ok && w.has_end && !w.is_bad;
  return ok ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

/* A node at a row of a level. */
typedef struct stand {
  uint32_t node, level, row;
} stand;

static stand stand_at(const jh_exact *exact, uint32_t node, stand from) {
  uint32_t level = node == JH_NONE ? JH_NONE : exact->plan->nodes[node].level;
  if (level == JH_NONE || level == from.level) return (stand){node, from.level, from.row};
  return (stand){node, level, jh_dataset_ancestor(exact->dataset, from.level, from.row, level)};
}

/* The end that counts at this row; node JH_NONE while that is not known. */
static stand end_at(const jh_exact *exact, stand at) {
  for (int depth = 0; depth < MOST_DEPTH && at.node != JH_NONE; depth++) {
    const jh_node *node = &exact->plan->nodes[at.node];
    uint32_t next = JH_NONE;
    if (node->op == JH_OP_QUANTITY || node->op == JH_OP_RAISE) {
      next = jh_plan_arg(exact->plan, node, 0);
    } else if (node->op == JH_OP_BY_STAGE) {
      uint32_t stage = jh_where_stage(exact->dataset, at.level, at.row);
      if (stage < node->count) next = jh_plan_arg(exact->plan, node, stage);
    } else if (node->op == JH_OP_IF) {
      stand when = stand_at(exact, jh_plan_arg(exact->plan, node, 0), at);
      jh_tri holds = jh_exact_condition(exact, when.node, when.row);
      if (holds != JH_UNKNOWN) next = jh_plan_arg(exact->plan, node, holds == JH_TRUE ? 1 : 2);
    } else {
      return at;
    }
    at = stand_at(exact, next, at);
  }
  at.node = JH_NONE;
  return at;
}

/* A number that is known, and nothing else. */
static bool number_at(const jh_exact *exact, uint32_t node, stand from, jh_rat *out) {
  if (node == JH_NONE) {
    jh_rat_set_int(out, 1);
    return true;
  }
  stand at = stand_at(exact, node, from);
  jh_range range;
  jh_range_init(&range);
  jh_exact_number(exact, at.node, at.row, &range);
  bool is_known = jh_range_is_known(&range);
  if (is_known) jh_rat_set(out, &range.low);
  jh_range_done(&range);
  return is_known;
}

/* Up to the next whole number, or the next 4 decimals; past it where the bound itself is not enough. */
static void round_up(jh_rat *out, bool is_whole_one, bool is_strict) {
  jh_rat step, one;
  jh_rat_init(&step);
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  if (is_whole_one && is_strict) {
    jh_rat_floor(out, out);
    jh_rat_add(out, out, &one);
  } else if (is_whole_one) {
    jh_rat_ceil(out, out);
  } else {
    jh_rat_set_int(&step, jh_dec_power10(PLACES));
    jh_rat_mul(out, out, &step);
    jh_rat_ceil(out, out);
    jh_rat_div(out, out, &step);
  }
  jh_rat_done(&step);
  jh_rat_done(&one);
}

/* have: what there is of what is added; other: the rest of the quotient. */
static bool work_out(
    const jh_rule *rule, const jh_rat *have, const jh_rat *other, const jh_rat *bound,
    jh_rat *out) {
  if (wants_more(rule)) {
    if (jh_rat_sign(other) <= 0) return false;
    jh_rat_mul(out, bound, other);
  } else {
    if (jh_rat_sign(bound) <= 0 || jh_rat_sign(other) < 0 || jh_rat_sign(have) < 0) return false;
    jh_rat_div(out, other, bound);
  }
  jh_rat_sub(out, out, have);
  return jh_rat_sign(out) >= 0;
}

bool jh_gap_at(const jh_run *run, uint32_t rule, uint32_t row, jh_rat *out) {
  const jh_rule *at = &jh_run_plan(run)->rules[rule];
  jh_exact exact = jh_run_exact(run);
  stand from = {at->measure, at->level, row};
  stand end = end_at(&exact, stand_at(&exact, at->measure, from));
  if (end.node == JH_NONE) return false;
  quotient q = halves(exact.plan, at, end.node);
  if (q.added == JH_NONE) return false;
  jh_rat have, other, bound;
  jh_rat_init(&have);
  jh_rat_init(&other);
  jh_rat_init(&bound);
  bool ok = number_at(&exact, q.added, end, &have) && number_at(&exact, q.other, end, &other) &&
            number_at(&exact, at->bound, from, &bound) && work_out(at, &have, &other, &bound, out);
  bool is_strict = at->compare == JH_ABOVE || at->compare == JH_BELOW;
  if (ok) round_up(out, is_whole(exact.plan, q.added, 0), is_strict);
  jh_rat_done(&have);
  jh_rat_done(&other);
  jh_rat_done(&bound);
  return ok;
}
