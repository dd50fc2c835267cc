/* cuts_exact.c - solves a condition at one row for the parameter, with rationals.
 *
 * Goes down from a comparison to the parameter, along the argument that moves, and turns each step
 * round: "the low (or high) end of a number is beyond a place" becomes the same question about the
 * end of its argument. Means exactly what eval/exact_walk.c computes at each value of the
 * parameter.
 */
#include "vary/cuts_exact.h"

void jh_cuts_exact_open(jh_cuts_walk *walk, const jh_cuts *cuts) {
  walk->cuts = cuts;
  jh_exact_walk_open(&walk->exact, &cuts->exact);
  walk->places = (jh_cuts_places){&walk->exact, false};
}

void jh_cuts_exact_close(jh_cuts_walk *walk) { jh_exact_walk_close(&walk->exact); }

void jh_cuts_pair_init(jh_cuts_pair *pair) {
  jh_cuts_place_init(&pair->yes), jh_cuts_place_init(&pair->no);
}

void jh_cuts_pair_done(jh_cuts_pair *pair) {
  jh_cuts_place_done(&pair->yes), jh_cuts_place_done(&pair->no);
}

bool jh_cuts_is_its(const jh_cuts *cuts, const jh_node *node, uint32_t row) {
  if (node->index != cuts->param) return false;
  if (cuts->stage == JH_NONE) return true;
  uint32_t stage = node->stage;
  if (stage == JH_NONE && node->level != JH_NONE)
    stage = jh_where_stage(cuts->dataset, node->level, row);
  return stage == cuts->stage;
}

/* A number that does not move here: false if it is undefined. */
static bool settle(const jh_cuts_ask *q, const jh_range *value, jh_cuts_place *out) {
  if (value->is_undefined) return false;
  bool is_beyond = q->is_high; /* an infinite end */
  if (q->is_high ? value->has_high : value->has_low) {
    int sign = jh_rat_compare(q->is_high ? &value->high : &value->low, q->at);
    is_beyond = sign > 0 || (sign == 0 && !q->is_after);
  }
  jh_cuts_exact_always(out, q->way, is_beyond);
  return true;
}

static bool settle_node(jh_cuts_walk *w, const jh_cuts_ask *q, jh_cuts_place *out) {
  jh_range value;
  jh_range_init(&value);
  jh_exact_walk_number(&w->exact, q->node, q->row, &value);
  bool is_defined = settle(q, &value, out);
  jh_range_done(&value);
  return is_defined;
}

/* The question that is answered no where this one is answered yes: of the other end. */
static jh_cuts_ask turned(const jh_cuts_ask *q, const jh_rat *at) {
  jh_cuts_ask out = *q;
  out.way = jh_follow_turned(q->way);
  out.is_high = !q->is_high;
  out.is_after = !q->is_after;
  out.at = at;
  return out;
}

static bool param(jh_cuts_walk *w, const jh_cuts_ask *q, jh_cuts_place *out) {
  const jh_cuts *c = w->cuts;
  const jh_node *node = jh_cuts_exact_node(w, q->node);
  uint32_t stage = node->stage;
  if (!jh_cuts_is_its(c, node, q->row)) return settle_node(w, q, out);
  if (stage == JH_NONE && node->level != JH_NONE)
    stage = jh_where_stage(c->dataset, node->level, q->row);
  if (!jh_param_on(&c->plan->params[c->param], stage, c->exact.on)) return false;
  jh_cuts_place_set_rat(out, q->at, q->is_after);
  jh_rat_div(&out->at, q->at, &c->unit);
  return true;
}

/* Yes or no on the whole line, if the argument is a number at all. */
static bool still(jh_cuts_walk *w, const jh_cuts_ask *q, bool is_yes, jh_cuts_place *out) {
  bool is_defined = jh_cuts_exact_solve(w, q, out);
  jh_cuts_exact_always(out, q->way, is_yes);
  return is_defined;
}

/* x + k */
static bool added(jh_cuts_walk *w, const jh_cuts_ask *q, const jh_range *k, jh_cuts_place *out) {
  if (k->is_undefined) return false;
  if (!(q->is_high ? k->has_high : k->has_low)) return still(w, q, q->is_high, out);
  jh_rat at;
  jh_rat_init(&at);
  jh_rat_sub(&at, q->at, q->is_high ? &k->high : &k->low);
  jh_cuts_ask next = *q;
  next.at = &at;
  bool is_defined = jh_cuts_exact_solve(w, &next, out);
  jh_rat_done(&at);
  return is_defined;
}

/* x * k, k not below 0. A place above 0 is reached by the factor's own end, one below by the
 * other. */
static bool multiplied(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_range *k, jh_cuts_place *out) {
  int sign = jh_rat_sign(q->at);
  bool is_above = sign > 0 || (sign == 0 && q->is_after);
  bool takes_high = q->is_high == is_above;
  bool has = takes_high ? k->has_high : true;
  const jh_rat *factor = takes_high ? &k->high : &k->low;
  if (has && jh_rat_sign(factor) == 0) return still(w, q, !is_above, out);
  jh_rat at;
  jh_rat_init(&at);
  if (has) jh_rat_div(&at, q->at, factor);
  jh_cuts_ask next = *q;
  next.at = &at;
  if (!has) next.is_after = is_above;
  bool is_defined = jh_cuts_exact_solve(w, &next, out);
  jh_rat_done(&at);
  return is_defined;
}

static void inverse_end(jh_rat *out, const jh_rat *of) {
  jh_rat one;
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  jh_rat_div(out, &one, of);
  jh_rat_done(&one);
}

/* 1 / k for k not below 0, not known to be 0. */
static void invert(jh_range *out, const jh_range *k) {
  jh_range_set_int(out, 0);
  if (k->has_high) inverse_end(&out->low, &k->high);
  out->has_high = jh_rat_sign(&k->low) > 0;
  if (out->has_high) inverse_end(&out->high, &k->low);
}

/* x * k or x / k with a k of either sign, as the dictionary promises. */
static bool scaled(
    jh_cuts_walk *w, const jh_cuts_ask *q, jh_op op, jh_range *k, jh_cuts_place *out) {
  if (k->is_undefined) return false;
  bool is_zero = jh_range_is_known(k) && jh_rat_sign(&k->low) == 0;
  if (is_zero && op == JH_OP_DIV) return false;
  bool is_below = !k->has_low || jh_rat_sign(&k->low) < 0;
  jh_rat at;
  jh_rat_init(&at);
  jh_rat_set(&at, q->at);
  jh_cuts_ask next = *q;
  if (is_below) { /* x * k = -x * -k, asked about -x */
    jh_range_neg(k, k);
  }
  jh_range factor;
  jh_range_init(&factor);
  if (op == JH_OP_DIV)
    invert(&factor, k);
  else
    jh_range_set(&factor, k);
  bool is_defined;
  if (is_below) {
    jh_rat zero;
    jh_rat_init(&zero);
    jh_rat_sub(&at, &zero, q->at);
    jh_rat_done(&zero);
    next = turned(q, &at);
  }
  is_defined = multiplied(w, &next, &factor, out);
  jh_range_done(&factor);
  jh_rat_done(&at);
  return is_defined;
}

/* -x */
static bool negated(jh_cuts_walk *w, const jh_cuts_ask *q, jh_cuts_place *out) {
  jh_rat at;
  jh_rat_init(&at);
  jh_rat_sub(&at, &at, q->at);
  jh_cuts_ask next = turned(q, &at);
  bool is_defined = jh_cuts_exact_solve(w, &next, out);
  jh_rat_done(&at);
  return is_defined;
}

/* k / x for x above 0: x = the parameter times a factor. */
static bool divides(jh_cuts_walk *w, const jh_cuts_ask *q, const jh_range *k, jh_cuts_place *out) {
  if (k->is_undefined) return false;
  int sign = jh_rat_sign(q->at);
  bool has = q->is_high ? k->has_high : true;
  const jh_rat *end = q->is_high ? &k->high : &k->low;
  if (!has || sign < 0 || (sign == 0 && !q->is_after)) return still(w, q, true, out);
  if (sign == 0 || jh_rat_sign(end) == 0) return still(w, q, jh_rat_sign(end) > 0, out);
  jh_rat at;
  jh_rat_init(&at);
  jh_rat_div(&at, end, q->at);
  jh_cuts_ask next = turned(q, &at);
  bool is_defined = jh_cuts_exact_solve(w, &next, out);
  jh_rat_done(&at);
  return is_defined;
}

static bool is_moving(const jh_cuts_walk *w, const jh_node *node, uint32_t k) {
  return jh_cuts_exact_moves(w, jh_cuts_exact_need(w, node, k));
}

uint32_t jh_cuts_exact_moving(const jh_cuts_walk *w, const jh_node *node) {
  uint32_t k = 0;
  while (k + 1 < node->count && !is_moving(w, node, k)) k++;
  return k;
}

/* What the arguments beside the one that moves come to: of a difference or a quotient, what is
 * taken off or divided by; but the first one with what is taken off it, if a later one moves. */
static void others(
    jh_cuts_walk *w, const jh_node *node, uint32_t moving, uint32_t row, jh_range *out) {
  bool is_sum = node->op == JH_OP_ADD || node->op == JH_OP_SUB;
  jh_range next;
  jh_range_init(&next);
  jh_range_set_int(out, is_sum ? 0 : 1);
  for (uint32_t k = 0; k < node->count; k++) {
    if (k == moving) continue;
    jh_exact_walk_number(&w->exact, jh_plan_arg(w->cuts->plan, node, k), row, &next);
    if (!is_sum)
      jh_range_mul(out, out, &next);
    else if (node->op == JH_OP_SUB && moving > 0 && k > 0)
      jh_range_sub(out, out, &next);
    else
      jh_range_add(out, out, &next);
  }
  jh_range_done(&next);
}

/* k - x */
static bool taken_off(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_range *k, jh_cuts_place *out) {
  if (k->is_undefined) return false;
  if (!(q->is_high ? k->has_high : k->has_low)) return still(w, q, q->is_high, out);
  jh_rat rest;
  jh_rat_init(&rest);
  jh_rat_sub(&rest, q->is_high ? &k->high : &k->low, q->at);
  jh_cuts_ask next = turned(q, &rest);
  bool is_defined = jh_cuts_exact_solve(w, &next, out);
  jh_rat_done(&rest);
  return is_defined;
}

/* RAISE, QUANTITY, BY_STAGE: the one that stands for the node. */
uint32_t jh_cuts_exact_stand_in(const jh_cuts_walk *w, const jh_node *node, uint32_t row) {
  if (node->op != JH_OP_BY_STAGE) return jh_plan_arg(w->cuts->plan, node, 0);
  uint32_t stage = jh_where_stage(w->cuts->dataset, node->level, row);
  return stage < node->count ? jh_plan_arg(w->cuts->plan, node, stage) : JH_NONE;
}

bool jh_cuts_exact_is_given(const jh_cuts_walk *w, const jh_node *node, uint32_t row) {
  return node->op == JH_OP_QUANTITY &&
         jh_column_known(jh_where_quantity(w->cuts->dataset, node), row);
}

/* The factor of what is the parameter times something; false where it is that of another stage. */
bool jh_cuts_exact_scale(
    jh_cuts_walk *w, uint32_t index, uint32_t row, jh_rat *scale, bool *is_defined) {
  const jh_node *node = jh_cuts_exact_node(w, index);
  *is_defined = true;
  if (node->op == JH_OP_PARAM) {
    jh_rat_set(scale, &w->cuts->unit);
    jh_range value;
    jh_range_init(&value);
    jh_exact_walk_number(&w->exact, index, row, &value);
    *is_defined = !value.is_undefined;
    jh_range_done(&value);
    return jh_cuts_is_its(w->cuts, node, row);
  }
  bool is_factored = node->op == JH_OP_MUL || node->op == JH_OP_DIV;
  uint32_t k = is_factored ? jh_cuts_exact_moving(w, node) : 0;
  uint32_t need =
      is_factored ? jh_cuts_exact_need(w, node, k) : jh_cuts_exact_stand_in(w, node, row);
  *is_defined = need != JH_NONE;
  if (!*is_defined ||
      !jh_cuts_exact_scale(w, need, jh_cuts_exact_row_of(w, node, row, need), scale, is_defined))
    return false;
  if (!is_factored) return true;
  jh_range factor;
  jh_range_init(&factor);
  jh_exact_walk_number(&w->exact, jh_plan_arg(w->cuts->plan, node, 1 - k), row, &factor);
  if (node->op == JH_OP_MUL)
    jh_rat_mul(scale, scale, &factor.low);
  else
    jh_rat_div(scale, scale, &factor.low);
  jh_range_done(&factor);
  return true;
}

static bool is_divided_here(jh_cuts_walk *w, uint32_t divisor, uint32_t row) {
  jh_rat scale;
  bool is_defined;
  jh_rat_init(&scale);
  bool is_its = jh_cuts_exact_scale(w, divisor, row, &scale, &is_defined);
  jh_rat_done(&scale);
  return is_its && is_defined;
}

static bool arithmetic(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_node *node, jh_cuts_place *out) {
  uint32_t moving = jh_cuts_exact_moving(w, node);
  jh_cuts_ask next = jh_cuts_ask_of(q, jh_cuts_exact_need(w, node, moving), q->row);
  if (node->op == JH_OP_DIV && moving > 0 && !is_divided_here(w, next.node, q->row))
    return settle_node(w, q, out);
  jh_range k;
  jh_range_init(&k);
  others(w, node, moving, q->row, &k);
  bool is_defined = true;
  switch (node->op) {
  case JH_OP_SUB:
    if (moving == 0) jh_range_neg(&k, &k);
    is_defined = moving == 0 ? added(w, &next, &k, out) : taken_off(w, &next, &k, out);
    break;
  case JH_OP_MUL: is_defined = scaled(w, &next, JH_OP_MUL, &k, out); break;
  case JH_OP_DIV:
    is_defined = moving == 0 ? scaled(w, &next, JH_OP_DIV, &k, out) : divides(w, &next, &k, out);
    break;
  default: is_defined = added(w, &next, &k, out); break;
  }
  jh_range_done(&k);
  return is_defined;
}

static bool rounded(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_node *node, jh_cuts_place *out) {
  jh_rat at, one;
  jh_rat_init(&at), jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  jh_cuts_ask next = jh_cuts_ask_of(q, jh_cuts_exact_need(w, node, 0), q->row);
  next.at = &at;
  bool is_ceil = node->op == JH_OP_CEIL;
  if (q->is_after == is_ceil) { /* floor(x) >= c: x >= ceil(c); ceil(x) > c: x > floor(c) */
    if (is_ceil)
      jh_rat_floor(&at, q->at);
    else
      jh_rat_ceil(&at, q->at);
  } else if (is_ceil) { /* ceil(x) >= c: x > ceil(c) - 1 */
    jh_rat_ceil(&at, q->at);
    jh_rat_sub(&at, &at, &one);
  } else { /* floor(x) > c: x >= floor(c) + 1 */
    jh_rat_floor(&at, q->at);
    jh_rat_add(&at, &at, &one);
  }
  next.is_after = is_ceil;
  bool is_defined = jh_cuts_exact_solve(w, &next, out);
  jh_rat_done(&at), jh_rat_done(&one);
  return is_defined;
}

/* MIN, MAX, BETWEEN, or an IF between [from, to): all ends are asked, or any. */
static bool several(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_node *node, uint32_t from, bool is_all,
    jh_cuts_place *out) {
  jh_cuts_place next;
  jh_cuts_place_init(&next);
  bool is_defined = true;
  jh_cuts_exact_always(out, q->way, is_all);
  for (uint32_t k = from; k < node->count && is_defined; k++) {
    jh_cuts_ask one = jh_cuts_ask_of(q, jh_plan_arg(w->cuts->plan, node, k), q->row);
    is_defined = jh_cuts_exact_solve(w, &one, &next);
    if (is_defined) jh_cuts_exact_fold(w, out, &next, q->way, is_all);
  }
  jh_cuts_place_done(&next);
  return is_defined;
}

static bool chosen(jh_cuts_walk *w, const jh_cuts_ask *q, const jh_node *node, jh_cuts_place *out) {
  jh_tri which = jh_exact_walk_condition(&w->exact, jh_plan_arg(w->cuts->plan, node, 0), q->row);
  if (which == JH_UNKNOWN) return several(w, q, node, 1, !q->is_high, out); /* the hull */
  jh_cuts_ask next =
      jh_cuts_ask_of(q, jh_plan_arg(w->cuts->plan, node, which == JH_TRUE ? 1 : 2), q->row);
  return jh_cuts_exact_solve(w, &next, out);
}

static bool passed_on(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_node *node, jh_cuts_place *out) {
  uint32_t need = jh_cuts_exact_stand_in(w, node, q->row);
  if (jh_cuts_exact_is_given(w, node, q->row)) return settle_node(w, q, out);
  if (need == JH_NONE) return false;
  jh_cuts_ask next = jh_cuts_ask_of(q, need, jh_cuts_exact_row_of(w, node, q->row, need));
  return jh_cuts_exact_solve(w, &next, out);
}

bool jh_cuts_exact_solve(jh_cuts_walk *w, const jh_cuts_ask *q, jh_cuts_place *out) {
  const jh_node *node = jh_cuts_exact_node(w, q->node);
  if (!jh_cuts_exact_moves(w, q->node)) return settle_node(w, q, out);
  switch (node->op) {
  case JH_OP_PARAM: return param(w, q, out);
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_DIV: return arithmetic(w, q, node, out);
  case JH_OP_NEG: {
    jh_cuts_ask next = jh_cuts_ask_of(q, jh_cuts_exact_need(w, node, 0), q->row);
    return negated(w, &next, out);
  }
  case JH_OP_MIN: return several(w, q, node, 0, true, out);
  case JH_OP_MAX: return several(w, q, node, 0, false, out);
  case JH_OP_BETWEEN: return several(w, q, node, 0, !q->is_high, out);
  case JH_OP_CEIL:
  case JH_OP_FLOOR: return rounded(w, q, node, out);
  case JH_OP_IF: return chosen(w, q, node, out);
  case JH_OP_COUNT: return jh_cuts_exact_count(w, q, node, out);
  case JH_OP_LEAST:
  case JH_OP_GREATEST: return jh_cuts_exact_extreme(w, q, node, out);
  default: return passed_on(w, q, node, out);
  }
}
