/* cuts_solve.c - the twin of cuts_exact.c for numbers, with doubles.
 *
 * The place that is asked for stays a pair of doubles which encloses it, until it is the
 * parameter's. Wherever the doubles cannot tell the way, the gap is the whole line, and rationals
 * will say.
 */
#include "base/alloc.h"
#include "eval/where.h"
#include "vary/cuts_lane.h"

static const jh_node *node_at(const jh_cuts_lane *l, uint32_t node) {
  return &l->cuts->plan->nodes[node];
}

static bool moves(const jh_cuts_lane *l, uint32_t node) {
  return jh_follow_way_of(&l->cuts->follow, node) != JH_FOLLOW_NOT;
}

static bool is_known(jh_ends ends) { return ends.state == JH_ENDS_KNOWN; }

/* One end of a number, enclosed; infinite: UNSURE with *infinite true. */
static jh_ends end_of(jh_ends value, bool is_high, bool *is_infinite) {
  double low = is_high ? value.high_in : value.low, high = is_high ? value.high : value.low_in;
  if (value.state == JH_ENDS_KNOWN) low = value.low, high = value.high;
  *is_infinite = isinf(is_high ? low : high) != 0;
  return *is_infinite ? jh_ends_state(JH_ENDS_UNSURE) : jh_ends_point(low, high);
}

/* The gap of a place within `at`. */
static jh_cuts_gap gap_of(jh_ends at, bool is_after) {
  if (!is_known(at)) return jh_cuts_gap_open();
  if (is_after) return (jh_cuts_gap){at.low, nextafter(at.high, (double)INFINITY)};
  return (jh_cuts_gap){nextafter(at.low, (double)-INFINITY), at.high};
}

static jh_cuts_solved settle(jh_ends value, const jh_cuts_question *q, jh_cuts_gap *out) {
  *out = jh_cuts_gap_open();
  if (value.state == JH_ENDS_UNDEFINED) return JH_CUTS_UNDEFINED;
  if (value.state == JH_ENDS_UNSURE) return JH_CUTS_UNSURE;
  bool is_infinite;
  jh_ends end = end_of(value, q->is_high, &is_infinite);
  if (is_infinite) {
    *out = jh_cuts_gap_always(q->way, q->is_high);
  } else if (is_known(end)) {
    bool is_yes = q->is_after ? end.low > q->at.high : end.low >= q->at.high;
    bool is_no = q->is_after ? end.high <= q->at.low : end.high < q->at.low;
    if (is_yes || is_no) *out = jh_cuts_gap_always(q->way, is_yes);
  }
  return JH_CUTS_SOLVED;
}

/* Doubles cannot tell. */
static jh_cuts_solved unsure(jh_cuts_gap *out) {
  *out = jh_cuts_gap_open();
  return JH_CUTS_UNSURE;
}

static jh_cuts_question turned(const jh_cuts_question *q, jh_ends at) {
  jh_cuts_question out = *q;
  out.way = jh_follow_turned(q->way);
  out.is_high = !q->is_high;
  out.is_after = !q->is_after;
  out.at = at;
  return out;
}

/* With an `at` that doubles cannot hold the whole line is left. */
static jh_cuts_solved ask(jh_cuts_lane *l, const jh_cuts_question *q, jh_cuts_gap *out) {
  return is_known(q->at) ? jh_cuts_solve(l, q, out) : unsure(out);
}

/* Yes or no on the whole line, if the argument is a number at all. */
static jh_cuts_solved still(
    jh_cuts_lane *l, const jh_cuts_question *q, bool is_yes, jh_cuts_gap *out) {
  jh_cuts_solved solved = jh_cuts_solve(l, q, out);
  if (solved == JH_CUTS_SOLVED) *out = jh_cuts_gap_always(q->way, is_yes);
  return solved;
}

static bool is_its(const jh_cuts_lane *l, const jh_node *node, uint32_t i) {
  uint32_t row = node->level == JH_NONE ? 0 : l->block->from[node->level] + i;
  return jh_cuts_is_its(l->cuts, node, row);
}

static jh_cuts_solved param(jh_cuts_lane *l, const jh_cuts_question *q, jh_cuts_gap *out) {
  const jh_node *node = node_at(l, q->node);
  jh_ends value = jh_cuts_lane_number(l, q->node, q->i);
  if (!is_its(l, node, q->i)) return settle(value, q, out);
  if (value.state == JH_ENDS_UNDEFINED) return JH_CUTS_UNDEFINED;
  bool is_one = l->unit.low == 1 && l->unit.high == 1;
  *out = gap_of(is_one ? q->at : jh_ends_div(q->at, l->unit), q->is_after);
  return JH_CUTS_SOLVED;
}

static jh_cuts_solved added(
    jh_cuts_lane *l, const jh_cuts_question *q, jh_ends k, jh_cuts_gap *out) {
  bool is_infinite;
  jh_cuts_question next = *q;
  if (k.state == JH_ENDS_UNDEFINED) return JH_CUTS_UNDEFINED;
  jh_ends end = end_of(k, q->is_high, &is_infinite);
  if (k.state != JH_ENDS_UNSURE && is_infinite) return still(l, q, q->is_high, out);
  next.at = jh_ends_sub(q->at, end);
  return ask(l, &next, out);
}

/* k - x */
static jh_cuts_solved taken_off(
    jh_cuts_lane *l, const jh_cuts_question *q, jh_ends k, jh_cuts_gap *out) {
  bool is_infinite;
  if (k.state == JH_ENDS_UNDEFINED) return JH_CUTS_UNDEFINED;
  jh_ends end = end_of(k, q->is_high, &is_infinite);
  if (k.state != JH_ENDS_UNSURE && is_infinite) return still(l, q, q->is_high, out);
  jh_cuts_question next = turned(q, jh_ends_sub(end, q->at));
  return ask(l, &next, out);
}

/* -1, 0, 1 as in is_after 0 counts as above, 2 = doubles cannot tell. */
static int side_of_zero(const jh_cuts_question *q) {
  if (q->at.low > 0) return 1;
  if (q->at.high < 0) return -1;
  if (q->at.low == 0 && q->at.high == 0) return q->is_after ? 1 : -1;
  return 2;
}

/* x * k or x / k for k not below 0; see cuts_exact.c. */
static jh_cuts_solved multiplied(
    jh_cuts_lane *l, const jh_cuts_question *q, jh_op op, jh_ends k, jh_cuts_gap *out) {
  int side = side_of_zero(q);
  bool is_above = side > 0, is_infinite;
  if (side == 2) return unsure(out);
  bool takes_high = (q->is_high == is_above) == (op == JH_OP_MUL);
  jh_ends end = end_of(k, takes_high, &is_infinite);
  bool is_zero = is_known(end) && end.low == 0 && end.high == 0;
  bool is_nothing = op == JH_OP_MUL ? is_zero : is_infinite; /* the factor is 0 */
  if (is_nothing) return still(l, q, !is_above, out);
  jh_cuts_question next = *q;
  if (is_zero || is_infinite) { /* the factor is infinite */
    next.at = jh_ends_point(0, 0);
    next.is_after = is_above;
    return ask(l, &next, out);
  }
  if (!is_known(end) || end.low <= 0) return unsure(out);
  next.at = op == JH_OP_MUL ? jh_ends_div(q->at, end) : jh_ends_mul(q->at, end);
  return ask(l, &next, out);
}

/* The sign that the dictionary promises is not that of the data. */
static bool is_sign_wrong(jh_ends k, uint8_t sign) {
  if (!(sign & JH_FOLLOW_BELOW)) return k.low < 0;
  return k.high > 0;
}

/* Doubles may lie a little on the wrong side of 0: then rationals say whether the number does. */
static jh_ends with_sign(jh_ends k, uint8_t sign) {
  if (!(sign & JH_FOLLOW_BELOW)) {
    k.low = k.low < 0 ? 0 : k.low;
    k.low_in = k.low_in < 0 ? 0 : k.low_in;
    k.high_in = k.high_in < 0 ? 0 : k.high_in;
  } else {
    k.high = k.high > 0 ? 0 : k.high;
    k.high_in = k.high_in > 0 ? 0 : k.high_in;
    k.low_in = k.low_in > 0 ? 0 : k.low_in;
  }
  return k;
}

/* The arguments beside the one that moves; see cuts_exact.c. */
static jh_ends others(const jh_cuts_lane *l, const jh_node *node, uint32_t moving, uint32_t i) {
  bool is_sum = node->op == JH_OP_ADD || node->op == JH_OP_SUB, is_first = true;
  jh_ends out = jh_ends_point(is_sum ? 0 : 1, is_sum ? 0 : 1);
  for (uint32_t k = 0; k < node->count; k++) {
    if (k == moving) continue;
    jh_ends next = jh_cuts_lane_number(l, jh_plan_arg(l->cuts->plan, node, k), i);
    bool is_taken_off = node->op == JH_OP_SUB && moving > 0 && k > 0;
    if (is_first && !is_taken_off)
      out = next;
    else if (!is_sum)
      out = jh_ends_mul(out, next);
    else
      out = is_taken_off ? jh_ends_sub(out, next) : jh_ends_add(out, next);
    is_first = false;
  }
  return out;
}

static uint8_t sign_of_others(const jh_cuts_lane *l, const jh_node *node, uint32_t moving) {
  uint8_t sign = JH_FOLLOW_ABOVE;
  for (uint32_t k = 0; k < node->count; k++) {
    if (k == moving) continue;
    uint8_t next = l->cuts->follow.signs[jh_plan_arg(l->cuts->plan, node, k)];
    if (next & JH_FOLLOW_BELOW) sign ^= JH_FOLLOW_ABOVE | JH_FOLLOW_BELOW;
  }
  return sign;
}

static uint32_t moving_need(const jh_cuts_lane *l, const jh_node *node) {
  uint32_t k = 0;
  while (k + 1 < node->count && !moves(l, jh_plan_arg(l->cuts->plan, node, k))) k++;
  return k;
}

/* Each of the others by itself, exactly: is its sign as the dictionary promises? */
static bool is_sign_kept(jh_cuts_lane *l, const jh_node *node, uint32_t moving, uint32_t i) {
  bool is_kept = true;
  jh_range value;
  jh_range_init(&value);
  for (uint32_t k = 0; k < node->count; k++) {
    uint32_t need = jh_plan_arg(l->cuts->plan, node, k);
    if (k == moving) continue;
    uint32_t row = node->level == JH_NONE ? 0 : l->block->from[node->level] + i;
    jh_exact_number(&l->cuts->exact, need, row, &value);
    bool can_fall = l->cuts->follow.signs[need] & JH_FOLLOW_BELOW;
    bool is_wrong = can_fall ? !value.has_high || jh_rat_sign(&value.high) > 0
                             : !value.has_low || jh_rat_sign(&value.low) < 0;
    is_kept = is_kept && (value.is_undefined || !is_wrong);
  }
  jh_range_done(&value);
  if (!is_kept) atomic_store(&l->cuts->is_broken[node - l->cuts->plan->nodes], true);
  return is_kept;
}

static bool any_sign_wrong(
    const jh_cuts_lane *l, const jh_node *node, uint32_t moving, uint32_t i) {
  for (uint32_t k = 0; k < node->count; k++) {
    uint32_t need = jh_plan_arg(l->cuts->plan, node, k);
    if (k == moving) continue;
    jh_ends value = jh_cuts_lane_number(l, need, i);
    if (value.state != JH_ENDS_UNDEFINED && is_sign_wrong(value, l->cuts->follow.signs[need]))
      return true;
  }
  return false;
}

/* k / x for x above 0 */
static jh_cuts_solved divides(
    jh_cuts_lane *l, const jh_cuts_question *q, jh_ends k, jh_cuts_gap *out) {
  int side = side_of_zero(q);
  bool is_infinite;
  jh_ends end = end_of(k, q->is_high, &is_infinite);
  if (side == 2 || (!is_infinite && !is_known(end))) return unsure(out);
  if (is_infinite || side < 0) return still(l, q, true, out);
  if (end.low == 0 && end.high == 0) return still(l, q, false, out);
  if (end.low <= 0) return unsure(out);
  if (q->at.low == 0) return still(l, q, true, out);
  jh_cuts_question next = turned(q, jh_ends_div(end, q->at));
  return ask(l, &next, out);
}

static jh_cuts_solved factored(
    jh_cuts_lane *l, const jh_cuts_question *q, const jh_node *node, uint32_t moving, jh_ends k,
    jh_cuts_gap *out) {
  bool is_zero = is_known(k) && k.low == 0 && k.high == 0;
  if (k.state == JH_ENDS_UNDEFINED) return JH_CUTS_UNDEFINED;
  if (node->op == JH_OP_DIV && moving == 0 && is_zero) return JH_CUTS_UNDEFINED;
  if (any_sign_wrong(l, node, moving, q->i) && !is_sign_kept(l, node, moving, q->i))
    return unsure(out);
  if (k.state == JH_ENDS_UNSURE) return unsure(out);
  uint8_t sign = sign_of_others(l, node, moving);
  k = with_sign(k, sign);
  if (node->op == JH_OP_DIV && moving > 0) return divides(l, q, k, out);
  if (!(sign & JH_FOLLOW_BELOW)) return multiplied(l, q, node->op, k, out);
  jh_cuts_question next = turned(q, jh_ends_neg(q->at));
  return multiplied(l, &next, node->op, jh_ends_neg(k), out);
}

static uint32_t stand_in(const jh_cuts_lane *l, const jh_node *node, uint32_t i) {
  if (node->op != JH_OP_BY_STAGE) return jh_plan_arg(l->cuts->plan, node, 0);
  uint32_t stage = jh_block_stage(l->block, node->level, i);
  return stage < node->count ? jh_plan_arg(l->cuts->plan, node, stage) : JH_NONE;
}

/* The factor of what is the parameter times something, enclosed; false where it is that of another
 * stage. */
static bool scale_of(const jh_cuts_lane *l, uint32_t index, uint32_t i, jh_ends *out) {
  const jh_node *node = node_at(l, index);
  if (node->op == JH_OP_PARAM) {
    *out = l->unit;
    return is_its(l, node, i) && jh_cuts_lane_number(l, index, i).state != JH_ENDS_UNDEFINED;
  }
  bool is_factored = node->op == JH_OP_MUL || node->op == JH_OP_DIV;
  uint32_t k = is_factored ? moving_need(l, node) : 0;
  uint32_t need = is_factored ? jh_plan_arg(l->cuts->plan, node, k) : stand_in(l, node, i);
  if (need == JH_NONE || !scale_of(l, need, jh_cuts_lane_row(l, node, i, need), out)) return false;
  if (!is_factored) return true;
  jh_ends factor = jh_cuts_lane_number(l, jh_plan_arg(l->cuts->plan, node, 1 - k), i);
  *out = node->op == JH_OP_MUL ? jh_ends_mul(*out, factor) : jh_ends_div(*out, factor);
  return true;
}

static jh_cuts_solved arithmetic(
    jh_cuts_lane *l, const jh_cuts_question *q, const jh_node *node, jh_cuts_gap *out) {
  uint32_t moving = moving_need(l, node);
  jh_ends k = others(l, node, moving, q->i);
  jh_cuts_question next = *q;
  next.node = jh_plan_arg(l->cuts->plan, node, moving);
  jh_ends scale;
  if (node->op == JH_OP_DIV && moving > 0 && !scale_of(l, next.node, q->i, &scale))
    return unsure(out);
  if (node->op == JH_OP_ADD) return added(l, &next, k, out);
  if (node->op == JH_OP_SUB)
    return moving == 0 ? added(l, &next, jh_ends_neg(k), out) : taken_off(l, &next, k, out);
  return factored(l, &next, node, moving, k, out);
}

static jh_cuts_solved rounded(
    jh_cuts_lane *l, const jh_cuts_question *q, const jh_node *node, jh_cuts_gap *out) {
  jh_ends one = jh_ends_point(1, 1), at;
  bool is_ceil = node->op == JH_OP_CEIL;
  if (q->is_after == is_ceil)
    at = is_ceil ? jh_ends_floor(q->at) : jh_ends_ceil(q->at);
  else if (is_ceil)
    at = jh_ends_sub(jh_ends_ceil(q->at), one);
  else
    at = jh_ends_add(jh_ends_floor(q->at), one);
  jh_cuts_question next = *q;
  next.node = jh_plan_arg(l->cuts->plan, node, 0);
  next.is_after = is_ceil;
  next.at = at;
  return ask(l, &next, out);
}

static jh_cuts_solved several(
    jh_cuts_lane *l, const jh_cuts_question *q, const jh_node *node, uint32_t from, bool is_all,
    jh_cuts_gap *out) {
  jh_cuts_solved all = JH_CUTS_SOLVED;
  *out = jh_cuts_gap_always(q->way, is_all);
  for (uint32_t k = from; k < node->count; k++) {
    jh_cuts_question one = *q;
    jh_cuts_gap next = jh_cuts_gap_open();
    one.node = jh_plan_arg(l->cuts->plan, node, k);
    jh_cuts_solved solved = jh_cuts_solve(l, &one, &next);
    all = solved > all ? solved : all;
    *out = jh_cuts_gap_fold(*out, next, q->way, is_all);
  }
  return all;
}

static jh_cuts_solved chosen(
    jh_cuts_lane *l, const jh_cuts_question *q, const jh_node *node, jh_cuts_gap *out) {
  uint32_t arm = jh_known_arm(&l->cuts->follow.known, node);
  jh_tri which = arm ? (arm == 1 ? JH_TRUE : JH_FALSE)
                     : jh_cuts_lane_tri(l, jh_plan_arg(l->cuts->plan, node, 0), q->i);
  if (which == JH_UNKNOWN) return several(l, q, node, 1, !q->is_high, out);
  jh_cuts_question next = *q;
  next.node = jh_plan_arg(l->cuts->plan, node, which == JH_TRUE ? 1 : 2);
  return jh_cuts_solve(l, &next, out);
}

static jh_cuts_solved passed_on(
    jh_cuts_lane *l, const jh_cuts_question *q, const jh_node *node, jh_cuts_gap *out) {
  const jh_column *given =
      node->op == JH_OP_QUANTITY ? jh_where_quantity(l->cuts->dataset, node) : NULL;
  if (given) return unsure(out); /* cases only */
  jh_cuts_question next = *q;
  next.node = stand_in(l, node, q->i);
  if (next.node == JH_NONE) return JH_CUTS_UNDEFINED;
  next.i = jh_cuts_lane_row(l, node, q->i, next.node);
  return jh_cuts_solve(l, &next, out);
}

jh_cuts_solved jh_cuts_solve(jh_cuts_lane *l, const jh_cuts_question *q, jh_cuts_gap *out) {
  const jh_node *node = node_at(l, q->node);
  if (!moves(l, q->node)) return settle(jh_cuts_lane_number(l, q->node, q->i), q, out);
  switch (node->op) {
  case JH_OP_PARAM: return param(l, q, out);
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_DIV: return arithmetic(l, q, node, out);
  case JH_OP_NEG: {
    jh_cuts_question next = turned(q, jh_ends_neg(q->at));
    next.node = jh_plan_arg(l->cuts->plan, node, 0);
    return jh_cuts_solve(l, &next, out);
  }
  case JH_OP_MIN: return several(l, q, node, 0, true, out);
  case JH_OP_MAX: return several(l, q, node, 0, false, out);
  case JH_OP_BETWEEN: return several(l, q, node, 0, !q->is_high, out);
  case JH_OP_CEIL:
  case JH_OP_FLOOR: return rounded(l, q, node, out);
  case JH_OP_IF: return chosen(l, q, node, out);
  case JH_OP_COUNT: return jh_cuts_line_count(l, q, out);
  case JH_OP_LEAST:
  case JH_OP_GREATEST: return unsure(out); /* seldom enough to leave to rationals */
  default: return passed_on(l, q, node, out);
  }
}

bool jh_cuts_solve_limit(
    const jh_cuts_lane *l, uint32_t limit, uint32_t i, jh_ends value, jh_cuts_gap *out) {
  jh_ends scale = jh_ends_state(JH_ENDS_UNSURE);
  *out = jh_cuts_gap_open();
  if (!scale_of(l, limit, i, &scale)) return false;
  *out = gap_of(jh_ends_div(value, scale), false);
  return true;
}
