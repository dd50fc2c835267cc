/* cuts_line.c - the twin of cuts_exact.c for conditions, with doubles: one node for all rows of a
 * block.
 *
 * A gap that doubles cannot narrow is the whole line; for limits of spreads, where that would be
 * common, rationals are asked at once.
 */
#include <stdlib.h>

#include "vary/cuts_lane.h"

/* Both places of a condition. */
typedef struct two {
  jh_cuts_gap yes, no;
} two;

static const jh_node *node_at(const jh_cuts_lane *l, uint32_t node) {
  return &l->cuts->plan->nodes[node];
}

static jh_follow_way way_of(const jh_cuts_lane *l, uint32_t node) {
  return jh_follow_way_of(&l->cuts->follow, node);
}

static two of_tri(jh_follow_way way, jh_tri value) {
  return (two){
      jh_cuts_gap_always(way, value == JH_TRUE), jh_cuts_gap_always(way, value != JH_FALSE)};
}

static two open_two(void) { return (two){jh_cuts_gap_open(), jh_cuts_gap_open()}; }
static two not(two of) { return (two){of.no, of.yes}; }

static two fold(two a, two b, jh_follow_way way, bool is_and) {
  return (two){
      jh_cuts_gap_fold(a.yes, b.yes, way, is_and), jh_cuts_gap_fold(a.no, b.no, way, is_and)};
}

static two condition(const jh_cuts_lane *l, uint32_t node, uint32_t i, jh_follow_way way) {
  const jh_cuts_line *line = &l->lines[node];
  if (way_of(l, node) != JH_FOLLOW_NOT) return (two){line->yes[i], line->no[i]};
  return of_tri(way, jh_cuts_lane_tri(l, node, i));
}

void jh_cuts_lane_condition(
    const jh_cuts_lane *lane, uint32_t node, uint32_t i, jh_follow_way way, jh_cuts_gap *yes,
    jh_cuts_gap *no) {
  two found = condition(lane, node, i, way);
  *yes = found.yes;
  *no = found.no;
}

/* The two questions of a comparison, one of each end; `still` is the number that does not move. */
static two ask_both(
    jh_cuts_lane *l, jh_cuts_question q, jh_ends still, bool is_yes_high, jh_follow_way way) {
  two out = of_tri(way, JH_UNKNOWN);
  if (still.state == JH_ENDS_UNDEFINED) return out;
  if (still.state == JH_ENDS_UNSURE) return open_two();
  for (int k = 0; k < 2; k++) { /* yes: against the far end of what stands still */
    bool takes_high = is_yes_high ? k == 1 : k == 0;
    double low = takes_high ? still.high_in : still.low,
           high = takes_high ? still.high : still.low_in;
    if (still.state == JH_ENDS_KNOWN) low = still.low, high = still.high;
    if (isinf(low) && isinf(high)) continue; /* no end there */
    if (isinf(low) || isinf(high)) return open_two();
    q.at = jh_ends_point(low, high);
    q.is_high = k == 0 ? is_yes_high : !is_yes_high;
    jh_cuts_solved solved = jh_cuts_solve(l, &q, k == 0 ? &out.yes : &out.no);
    if (solved == JH_CUTS_UNDEFINED) return of_tri(way, JH_UNKNOWN);
    if (solved == JH_CUTS_UNSURE) return open_two();
  }
  return out;
}

/* x at least `bound` */
static two at_least(jh_cuts_lane *l, uint32_t x, uint32_t i, jh_ends bound, jh_follow_way way) {
  return ask_both(l, (jh_cuts_question){x, i, way, false, false, bound}, bound, false, way);
}

/* `measure` at least y */
static two at_most(jh_cuts_lane *l, jh_ends measure, uint32_t y, uint32_t i, jh_follow_way way) {
  jh_cuts_question q = {y, i, jh_follow_turned(way), true, true, measure};
  return ask_both(l, q, measure, true, way);
}

static two compare(jh_cuts_lane *l, const jh_node *node, uint32_t i, jh_follow_way way) {
  bool is_not = node->op == JH_OP_GT || node->op == JH_OP_LT;
  bool is_swapped = node->op == JH_OP_LE || node->op == JH_OP_GT;
  uint32_t x = jh_plan_arg(l->cuts->plan, node, is_swapped),
           y = jh_plan_arg(l->cuts->plan, node, !is_swapped);
  if (is_not) way = jh_follow_turned(way);
  two out = way_of(l, x) != JH_FOLLOW_NOT ? at_least(l, x, i, jh_cuts_lane_number(l, y, i), way)
                                          : at_most(l, jh_cuts_lane_number(l, x, i), y, i, way);
  return is_not ? not(out) : out;
}

static two all_or_any(const jh_cuts_lane *l, const jh_node *node, uint32_t i, jh_follow_way way) {
  bool is_and = node->op == JH_OP_AND;
  two out = of_tri(way, is_and ? JH_TRUE : JH_FALSE);
  for (uint32_t k = 0; k < node->count; k++) {
    uint32_t need = jh_follow_need(&l->cuts->follow, node, k);
    if (need != JH_NONE) out = fold(out, condition(l, need, i, way), way, is_and);
  }
  return out;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void sort(double *of, size_t count) {
  if (count > 24) {
    qsort(of, count, sizeof *of, by_size);
    return;
  }
  for (size_t i = 1; i < count; i++) {
    double value = of[i];
    size_t at = i;
    for (; at > 0 && of[at - 1] > value; at--) of[at] = of[at - 1];
    of[at] = value;
  }
}

/* The place from which on at least n of `count` gaps in the scratch are yes; n whole, at most
 * 2^51. */
static jh_cuts_gap nth(jh_cuts_lane *l, size_t count, double n, jh_follow_way way) {
  if (n <= 0) return jh_cuts_gap_always(way, true);
  if (n > (double)count) return jh_cuts_gap_always(way, false);
  size_t k = way == JH_FOLLOW_RISES ? (size_t)n - 1 : count - (size_t)n;
  sort(l->lows, count);
  sort(l->highs, count);
  return (jh_cuts_gap){l->lows[k], l->highs[k]};
}

static void put(jh_cuts_lane *l, size_t k, jh_cuts_gap gap) {
  l->lows[k] = gap.low;
  l->highs[k] = gap.high;
}

/* At least n, as doubles tell it; the whole line where they do not. */
static jh_cuts_gap nth_of(
    jh_cuts_lane *l, size_t count, double low, double high, jh_follow_way way) {
  if (!(ceil(low) == ceil(high)) || !(fabs(low) < 0x1p51)) return jh_cuts_gap_open();
  return nth(l, count, ceil(low), way);
}

static two at_least_n(jh_cuts_lane *l, const jh_node *node, uint32_t i, jh_follow_way way) {
  const jh_plan *plan = l->cuts->plan;
  uint32_t n_node = jh_plan_arg(plan, node, 0);
  if (way_of(l, n_node) != JH_FOLLOW_NOT) { /* then no condition does */
    double sure = 0, open = 0;
    for (uint32_t k = 1; k < node->count; k++) {
      jh_tri tri = jh_cuts_lane_tri(l, jh_plan_arg(plan, node, k), i);
      sure += tri == JH_TRUE;
      open += tri == JH_UNKNOWN;
    }
    jh_ends found = {
        sure, sure, sure + open, sure + open, open > 0 ? JH_ENDS_RANGE : JH_ENDS_KNOWN};
    return at_most(l, found, n_node, i, way);
  }
  jh_ends n = jh_cuts_lane_number(l, n_node, i);
  two out = of_tri(way, JH_UNKNOWN);
  if (n.state == JH_ENDS_UNDEFINED) return out;
  if (n.state == JH_ENDS_UNSURE) return open_two();
  for (uint32_t k = 1; k < node->count; k++)
    put(l, k - 1, condition(l, jh_plan_arg(plan, node, k), i, way).yes);
  bool is_known = n.state == JH_ENDS_KNOWN;
  if (!isinf(n.high))
    out.yes = nth_of(l, node->count - 1, is_known ? n.low : n.high_in, n.high, way);
  for (uint32_t k = 1; k < node->count; k++)
    put(l, k - 1, condition(l, jh_plan_arg(plan, node, k), i, way).no);
  if (!isinf(n.low)) out.no = nth_of(l, node->count - 1, n.low, is_known ? n.high : n.low_in, way);
  return out;
}

/* Rows of the level walked over, in the block. */
static void rows_below(
    const jh_cuts_lane *l, const jh_node *node, uint32_t i, uint32_t *from, uint32_t *to) {
  uint32_t row = l->block->from[node->level] + i, base = l->block->from[node->over];
  jh_dataset_range(l->cuts->dataset, node->over, node->level, row, from, to);
  *from -= base;
  *to -= base;
}

static two every_or_some(
    const jh_cuts_lane *l, const jh_node *node, uint32_t i, jh_follow_way way) {
  bool is_every = node->op == JH_OP_EVERY;
  uint32_t from, to, value = jh_follow_need(&l->cuts->follow, node, 0);
  uint32_t filter = node->count > 1 ? jh_follow_need(&l->cuts->follow, node, 1) : JH_NONE;
  jh_follow_way filter_way = is_every ? jh_follow_turned(way) : way;
  two out = of_tri(way, is_every ? JH_TRUE : JH_FALSE);
  rows_below(l, node, i, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    if (!jh_block_is_of(l->block, node, r)) continue;
    two one = condition(l, value, r, way);
    if (filter != JH_NONE) {
      two passes = condition(l, filter, r, filter_way);
      one = fold(one, is_every ? not(passes) : passes, way, !is_every);
    }
    out = fold(out, one, way, is_every);
  }
  return out;
}

jh_cuts_solved jh_cuts_line_count(jh_cuts_lane *l, const jh_cuts_question *q, jh_cuts_gap *out) {
  const jh_node *node = node_at(l, q->node);
  uint32_t from, to, filter = jh_follow_need(&l->cuts->follow, node, 0);
  size_t count = 0;
  rows_below(l, node, q->i, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    if (!jh_block_is_of(l->block, node, r)) continue;
    two one = condition(l, filter, r, q->way);
    put(l, count++, q->is_high ? one.no : one.yes);
  }
  double low = q->at.low, high = q->at.high; /* above c: at least floor(c) + 1 */
  if (q->is_after) low = floor(low) + 1, high = floor(high) + 1;
  *out = nth_of(l, count, low, high, q->way);
  return JH_CUTS_SOLVED;
}

static two rule_ok(const jh_cuts_lane *l, const jh_node *node, uint32_t i, jh_follow_way way) {
  const jh_rule *rule = &l->cuts->plan->rules[node->index];
  const jh_force *force = l->cuts->follow.force;
  if (!jh_force_everywhere(force, node->index) &&
      !jh_force_is(force, node->index, jh_block_stage(l->block, node->level, i)))
    return of_tri(way, JH_TRUE);
  two out = condition(l, rule->holds, i, way);
  if (rule->applies == JH_NONE) return out;
  return fold(out, not(condition(l, rule->applies, i, jh_follow_turned(way))), way, false);
}

/* An enclosure of a place that rationals gave. */
static jh_cuts_gap gap_of(const jh_cuts_place *place) {
  if (place->infinite) {
    double end = place->infinite < 0 ? (double)-INFINITY : (double)INFINITY;
    return (jh_cuts_gap){end, end};
  }
  jh_range value;
  jh_range_init(&value);
  jh_cuts_place_low(&value.low, place);
  jh_range_set_rat(&value, &value.low);
  jh_ends ends = jh_ends_of_range(&value);
  jh_range_done(&value);
  if (ends.state != JH_ENDS_KNOWN) return jh_cuts_gap_open();
  return (jh_cuts_gap){jh_ends_down(ends.low), jh_ends_up(ends.high) + 0x1p-120};
}

static two exactly(const jh_cuts_lane *l, uint32_t index, uint32_t i, jh_follow_way way) {
  jh_cuts_walk walk;
  jh_cuts_pair pair;
  jh_cuts_pair_init(&pair);
  jh_cuts_exact_open(&walk, l->cuts);
  jh_cuts_exact_condition(&walk, index, l->block->from[node_at(l, index)->level] + i, way, &pair);
  two out = {gap_of(&pair.yes), gap_of(&pair.no)};
  if (walk.places.has_failed) atomic_store(&l->cuts->is_broken[index], true);
  jh_cuts_exact_close(&walk);
  jh_cuts_pair_done(&pair);
  return out;
}

/* The square of a spread, or the mean of a composite, lies beside its mark. */
static two limited(const jh_cuts_lane *l, uint32_t index, uint32_t i, jh_follow_way way) {
  const jh_node *node = node_at(l, index);
  uint32_t limit = jh_plan_arg(l->cuts->plan, node, node->op == JH_OP_SPREAD ? 3 : 0);
  const jh_slot *slot = &l->kept[l->cuts->kept[index]];
  jh_ends value = jh_slot_get(slot, i);
  if (node->op == JH_OP_SPREAD && value.state == JH_ENDS_UNDEFINED) return of_tri(way, JH_UNKNOWN);
  if (value.state != JH_ENDS_KNOWN) return exactly(l, index, i, way); /* perhaps of no row */
  if (node->op == JH_OP_SPREAD) {
    double low = value.low > 0 ? jh_ends_down(sqrt(value.low)) : 0;
    value = jh_ends_point(low > 0 ? low : 0, value.high > 0 ? jh_ends_up(sqrt(value.high)) : 0);
  }
  jh_cuts_gap gap;
  if (!jh_cuts_solve_limit(l, limit, i, value, &gap)) return of_tri(way, (jh_tri)slot->mark[i]);
  return (two){gap, gap};
}

static two choose(const jh_cuts_lane *l, const jh_node *node, uint32_t i, jh_follow_way way) {
  const jh_plan *plan = l->cuts->plan;
  uint32_t arm = jh_known_arm(&l->cuts->follow.known, node);
  jh_tri which =
      arm ? (arm == 1 ? JH_TRUE : JH_FALSE) : jh_cuts_lane_tri(l, jh_plan_arg(plan, node, 0), i);
  two out = condition(l, jh_plan_arg(plan, node, which == JH_FALSE ? 2 : 1), i, way);
  if (which != JH_UNKNOWN) return out;
  two other = condition(l, jh_plan_arg(plan, node, 2), i, way);
  return (two){
      jh_cuts_gap_fold(out.yes, other.yes, way, true),
      jh_cuts_gap_fold(out.no, other.no, way, false)};
}

/* RAISE, QUANTITY, BY_STAGE */
static two stand_in(const jh_cuts_lane *l, uint32_t index, uint32_t i, jh_follow_way way) {
  const jh_node *node = node_at(l, index);
  uint32_t k = node->op == JH_OP_BY_STAGE ? jh_block_stage(l->block, node->level, i) : 0;
  if (node->op == JH_OP_QUANTITY && jh_where_quantity(l->cuts->dataset, node))
    return exactly(l, index, i, way); /* cases only */
  uint32_t need = k < node->count ? jh_plan_arg(l->cuts->plan, node, k) : JH_NONE;
  if (need == JH_NONE) return of_tri(way, JH_UNKNOWN);
  return condition(l, need, jh_cuts_lane_row(l, node, i, need), way);
}

static two one(jh_cuts_lane *l, uint32_t index, uint32_t i, jh_follow_way way) {
  const jh_node *node = node_at(l, index);
  switch (node->op) {
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT: return compare(l, node, i, way);
  case JH_OP_AND:
  case JH_OP_OR: return all_or_any(l, node, i, way);
  case JH_OP_NOT:
    return not(condition(l, jh_plan_arg(l->cuts->plan, node, 0), i, jh_follow_turned(way)));
  case JH_OP_AT_LEAST_N: return at_least_n(l, node, i, way);
  case JH_OP_EVERY:
  case JH_OP_SOME: return every_or_some(l, node, i, way);
  case JH_OP_RULE: return rule_ok(l, node, i, way);
  case JH_OP_SPREAD:
  case JH_OP_COMPOSITE: return limited(l, index, i, way);
  case JH_OP_IF: return choose(l, node, i, way);
  default: return stand_in(l, index, i, way);
  }
}

void jh_cuts_line_fill(jh_cuts_lane *lane, uint32_t index) {
  const jh_cuts_line *line = &lane->lines[index];
  jh_follow_way way = way_of(lane, index);
  for (uint32_t i = 0; i < jh_block_count(lane->block, node_at(lane, index)->level); i++) {
    two found = one(lane, index, i, way);
    line->yes[i] = found.yes;
    line->no[i] = found.no;
  }
}
