/* cuts_exact_condition.c - where conditions change, with rationals.
 *
 * Means exactly what eval/exact_walk.c and its files compute at each value of the parameter.
 */
#include "base/alloc.h"
#include "vary/cuts_exact.h"

/* Is the number a node is at least `bound`? */
static void at_least(
    jh_cuts_walk *w, uint32_t node, uint32_t row, const jh_range *bound, jh_follow_way way,
    jh_cuts_pair *out) {
  jh_cuts_exact_tri(out, way, JH_UNKNOWN);
  if (bound->is_undefined) return;
  jh_cuts_ask low = {node, row, way, false, false, &bound->high},
              high = {node, row, way, true, false, &bound->low};
  bool is_defined = true;
  if (bound->has_high) is_defined = jh_cuts_exact_solve(w, &low, &out->yes);
  if (bound->has_low && is_defined) is_defined = jh_cuts_exact_solve(w, &high, &out->no);
  if (!is_defined) jh_cuts_exact_tri(out, way, JH_UNKNOWN);
}

/* Is `measure` at least the number at a node? So, unless the number is above it. */
static void at_most(
    jh_cuts_walk *w, const jh_range *measure, uint32_t node, uint32_t row, jh_follow_way way,
    jh_cuts_pair *out) {
  jh_cuts_exact_tri(out, way, JH_UNKNOWN);
  if (measure->is_undefined) return;
  jh_follow_way other = jh_follow_turned(way);
  jh_cuts_ask high = {node, row, other, true, true, &measure->low},
              low = {node, row, other, false, true, &measure->high};
  bool is_defined = true;
  if (measure->has_low) is_defined = jh_cuts_exact_solve(w, &high, &out->yes);
  if (measure->has_high && is_defined) is_defined = jh_cuts_exact_solve(w, &low, &out->no);
  if (!is_defined) jh_cuts_exact_tri(out, way, JH_UNKNOWN);
}

static void not(jh_cuts_walk * w, jh_cuts_pair *pair) {
  jh_cuts_place yes;
  (void)w;
  jh_cuts_place_init(&yes);
  jh_cuts_place_set(&yes, &pair->yes);
  jh_cuts_place_set(&pair->yes, &pair->no);
  jh_cuts_place_set(&pair->no, &yes);
  jh_cuts_place_done(&yes);
}

/* x >= y */
static void compare_two(
    jh_cuts_walk *w, uint32_t x, uint32_t y, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  jh_range still;
  jh_range_init(&still);
  jh_exact_walk_number(&w->exact, jh_cuts_exact_moves(w, x) ? y : x, row, &still);
  if (jh_cuts_exact_moves(w, x))
    at_least(w, x, row, &still, way, out);
  else
    at_most(w, &still, y, row, way, out);
  jh_range_done(&still);
}

static void compare(
    jh_cuts_walk *w, const jh_node *node, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  uint32_t x = jh_plan_arg(w->cuts->plan, node, 0), y = jh_plan_arg(w->cuts->plan, node, 1);
  bool is_not = node->op == JH_OP_GT || node->op == JH_OP_LT;
  bool is_swapped = node->op == JH_OP_LE || node->op == JH_OP_GT;
  compare_two(
      w, is_swapped ? y : x, is_swapped ? x : y, row, is_not ? jh_follow_turned(way) : way, out);
  if (is_not) not(w, out);
}

static void fold_pair(
    jh_cuts_walk *w, jh_cuts_pair *out, const jh_cuts_pair *next, jh_follow_way way, bool is_and) {
  jh_cuts_exact_fold(w, &out->yes, &next->yes, way, is_and);
  jh_cuts_exact_fold(w, &out->no, &next->no, way, is_and);
}

static void all_or_any(
    jh_cuts_walk *w, const jh_node *node, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  bool is_and = node->op == JH_OP_AND;
  jh_cuts_pair next;
  jh_cuts_pair_init(&next);
  jh_cuts_exact_tri(out, way, is_and ? JH_TRUE : JH_FALSE);
  for (uint32_t k = 0; k < node->count; k++) {
    jh_cuts_exact_condition(w, jh_plan_arg(w->cuts->plan, node, k), row, way, &next);
    fold_pair(w, out, &next, way, is_and);
  }
  jh_cuts_pair_done(&next);
}

static void at_least_n(
    jh_cuts_walk *w, const jh_node *node, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  uint32_t n_node = jh_plan_arg(w->cuts->plan, node, 0);
  jh_cuts_list yes = {jh_alloc_get((node->count + 1) * sizeof *yes.items), 0};
  jh_cuts_list no = {jh_alloc_get((node->count + 1) * sizeof *no.items), 0};
  jh_cuts_pair next;
  jh_range n;
  jh_cuts_pair_init(&next), jh_range_init(&n);
  jh_cuts_exact_tri(out, way, JH_UNKNOWN);
  bool is_ready = yes.items && no.items;
  w->places.has_failed = w->places.has_failed || !is_ready;
  for (uint32_t k = 1; k < node->count && is_ready; k++) {
    jh_cuts_exact_condition(w, jh_plan_arg(w->cuts->plan, node, k), row, way, &next);
    jh_cuts_exact_list_add(w, &yes, &next.yes), jh_cuts_exact_list_add(w, &no, &next.no);
  }
  if (is_ready && jh_cuts_exact_moves(w, n_node)) { /* then no condition does */
    int64_t sure = 0, open = 0;
    int always = way == JH_FOLLOW_RISES ? -1 : 1;
    for (size_t i = 0; i < yes.count; i++) sure += yes.items[i].infinite == always;
    for (size_t i = 0; i < no.count; i++) open += no.items[i].infinite == always;
    jh_range_set_int(&n, sure);
    jh_rat_set_int(&n.high, open);
    at_most(w, &n, n_node, row, way, out);
  } else if (is_ready) {
    jh_exact_walk_number(&w->exact, n_node, row, &n);
    jh_rat_ceil(&n.low, &n.low), jh_rat_ceil(&n.high, &n.high);
    if (!n.is_undefined && n.has_high) jh_cuts_exact_list_answer(&yes, &n.high, way, &out->yes);
    if (!n.is_undefined && n.has_low) jh_cuts_exact_list_answer(&no, &n.low, way, &out->no);
  }
  jh_cuts_exact_list_done(&yes), jh_cuts_exact_list_done(&no);
  jh_cuts_pair_done(&next), jh_range_done(&n);
}

static void every_or_some(
    jh_cuts_walk *w, const jh_node *node, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  bool is_every = node->op == JH_OP_EVERY;
  jh_follow_way filter_way = is_every ? jh_follow_turned(way) : way;
  uint32_t from, to, filter = jh_cuts_exact_need(w, node, 1);
  jh_cuts_pair holds, passes;
  jh_cuts_pair_init(&holds), jh_cuts_pair_init(&passes);
  jh_cuts_exact_tri(out, way, is_every ? JH_TRUE : JH_FALSE);
  jh_dataset_range(w->cuts->dataset, node->over, node->level, row, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    if (!jh_where_is_of(w->cuts->dataset, node, r)) continue;
    jh_cuts_exact_condition(w, jh_cuts_exact_need(w, node, 0), r, way, &holds);
    if (filter != JH_NONE) {
      jh_cuts_exact_condition(w, filter, r, filter_way, &passes);
      if (is_every) not(w, &passes);
      fold_pair(w, &holds, &passes, way, !is_every);
    }
    fold_pair(w, out, &holds, way, is_every);
  }
  jh_cuts_pair_done(&holds), jh_cuts_pair_done(&passes);
}

static void rule_ok(
    jh_cuts_walk *w, const jh_node *node, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  const jh_rule *rule = &w->cuts->plan->rules[node->index];
  if (!jh_exact_walk_force(&w->exact, node->index, row)) {
    jh_cuts_exact_tri(out, way, JH_TRUE);
    return;
  }
  jh_cuts_exact_condition(w, rule->holds, row, way, out);
  if (rule->applies == JH_NONE) return;
  jh_cuts_pair applies;
  jh_cuts_pair_init(&applies);
  jh_cuts_exact_condition(w, rule->applies, row, jh_follow_turned(way), &applies);
  not(w, &applies);
  fold_pair(w, out, &applies, way, false);
  jh_cuts_pair_done(&applies);
}

/* The square of what must be within the limit: false if it is unknown. */
static void spread_place(
    jh_cuts_walk *w, const jh_node *node, uint32_t row, const jh_rat *scale, jh_follow_way way,
    jh_cuts_pair *out) {
  jh_range square;
  bool has_rows;
  jh_range_init(&square);
  jh_exact_over_spread(&w->exact, node, row, &square, &has_rows);
  if (!has_rows) {
    jh_cuts_exact_tri(out, way, JH_TRUE);
  } else if (square.is_undefined) {
    jh_cuts_exact_tri(out, way, JH_UNKNOWN);
  } else {
    if (jh_rat_sign(&square.low) < 0) jh_rat_set_int(&square.low, 0);
    jh_cuts_place_set_root(&out->yes, &square.low, scale);
    jh_cuts_place_set(&out->no, &out->yes);
  }
  jh_range_done(&square);
}

static void composite_place(
    jh_cuts_walk *w, uint32_t index, uint32_t row, const jh_rat *scale, jh_follow_way way,
    jh_cuts_pair *out) {
  jh_exact_roots roots;
  jh_rat_init(&roots.mean), jh_rat_init(&roots.square);
  jh_exact_composite_roots(&w->exact, jh_cuts_exact_node(w, index), row, &roots);
  if (!roots.is_known) {
    jh_cuts_exact_tri(out, way, JH_UNKNOWN);
  } else if (roots.count == 0) {
    jh_cuts_exact_tri(out, way, JH_TRUE);
  } else if (roots.has_square) {
    jh_cuts_place_set_root(&out->yes, &roots.square, scale);
    jh_cuts_place_set(&out->no, &out->yes);
  } else {
    jh_rat_div(&roots.mean, &roots.mean, scale);
    jh_cuts_place_set_mean(&out->yes, &roots.mean, index, row, scale);
    jh_cuts_place_set(&out->no, &out->yes);
    w->places.has_failed = w->places.has_failed || jh_rat_double(scale) < 0x1p-30;
  }
  jh_rat_done(&roots.mean), jh_rat_done(&roots.square);
}

static void limited(
    jh_cuts_walk *w, uint32_t index, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  const jh_node *node = jh_cuts_exact_node(w, index);
  uint32_t limit = jh_plan_arg(w->cuts->plan, node, node->op == JH_OP_SPREAD ? 3 : 0);
  jh_rat scale;
  bool is_defined;
  jh_rat_init(&scale);
  if (!jh_cuts_exact_scale(w, limit, row, &scale, &is_defined) || !is_defined)
    jh_cuts_exact_tri(out, way, jh_exact_walk_condition(&w->exact, index, row));
  else if (node->op == JH_OP_SPREAD)
    spread_place(w, node, row, &scale, way, out);
  else
    composite_place(w, index, row, &scale, way, out);
  jh_rat_done(&scale);
}

static void stand_in_condition(
    jh_cuts_walk *w, uint32_t index, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  const jh_node *node = jh_cuts_exact_node(w, index);
  uint32_t need = jh_cuts_exact_stand_in(w, node, row);
  if (jh_cuts_exact_is_given(w, node, row))
    jh_cuts_exact_tri(out, way, jh_exact_walk_condition(&w->exact, index, row));
  else if (need == JH_NONE)
    jh_cuts_exact_tri(out, way, JH_UNKNOWN);
  else
    jh_cuts_exact_condition(w, need, jh_cuts_exact_row_of(w, node, row, need), way, out);
}

/* Conditions in the place of numbers: if the choice is open, true or false only where both arms
 * are. */
static void choose_condition(
    jh_cuts_walk *w, const jh_node *node, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  const jh_plan *plan = w->cuts->plan;
  jh_tri which = jh_exact_walk_condition(&w->exact, jh_plan_arg(plan, node, 0), row);
  jh_cuts_exact_condition(w, jh_plan_arg(plan, node, which == JH_FALSE ? 2 : 1), row, way, out);
  if (which != JH_UNKNOWN) return;
  jh_cuts_pair other;
  jh_cuts_pair_init(&other);
  jh_cuts_exact_condition(w, jh_plan_arg(plan, node, 2), row, way, &other);
  jh_cuts_exact_fold(w, &out->yes, &other.yes, way, true);
  jh_cuts_exact_fold(w, &out->no, &other.no, way, false);
  jh_cuts_pair_done(&other);
}

void jh_cuts_exact_condition(
    jh_cuts_walk *w, uint32_t index, uint32_t row, jh_follow_way way, jh_cuts_pair *out) {
  const jh_node *node = jh_cuts_exact_node(w, index);
  if (!jh_cuts_exact_moves(w, index)) {
    jh_cuts_exact_tri(out, way, jh_exact_walk_condition(&w->exact, index, row));
    return;
  }
  switch (node->op) {
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT: compare(w, node, row, way, out); break;
  case JH_OP_AND:
  case JH_OP_OR: all_or_any(w, node, row, way, out); break;
  case JH_OP_NOT:
    jh_cuts_exact_condition(
        w, jh_plan_arg(w->cuts->plan, node, 0), row, jh_follow_turned(way), out);
    not(w, out);
    break;
  case JH_OP_AT_LEAST_N: at_least_n(w, node, row, way, out); break;
  case JH_OP_EVERY:
  case JH_OP_SOME: every_or_some(w, node, row, way, out); break;
  case JH_OP_RULE: rule_ok(w, node, row, way, out); break;
  case JH_OP_SPREAD:
  case JH_OP_COMPOSITE: limited(w, index, row, way, out); break;
  case JH_OP_IF: choose_condition(w, node, row, way, out); break;
  default: stand_in_condition(w, index, row, way, out); break;
  }
}
