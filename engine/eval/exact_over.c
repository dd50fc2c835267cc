/* exact_over.c - exact sums, tallies and spreads over the rows below an entity.
 *
 * A row whose filter is unknown may or may not be there: it widens counts and
 * sums, and leaves a spread unknown.
 */
#include "eval/exact_walk.h"

static uint32_t arg_of(const jh_exact_walk *walk, const jh_node *node, uint32_t k) {
  return jh_plan_arg(walk->exact->plan, node, k);
}

jh_tri jh_exact_over_passes(
    jh_exact_walk *walk, const jh_node *node, uint32_t filter, uint32_t row) {
  if (!jh_where_is_of(walk->exact->dataset, node, row)) return JH_FALSE;
  return filter == JH_NONE ? JH_TRUE : jh_exact_walk_condition(walk, filter, row);
}

static void rows_of(
    const jh_exact_walk *walk, const jh_node *node, uint32_t row, uint32_t *from, uint32_t *to) {
  jh_dataset_range(walk->exact->dataset, node->over, node->level, row, from, to);
}

static void count(jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  uint32_t from, to, filter = arg_of(walk, node, 0);
  int64_t sure = 0, open = 0;
  rows_of(walk, node, row, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    jh_tri passes = jh_exact_over_passes(walk, node, filter, r);
    sure += passes == JH_TRUE;
    open += passes == JH_UNKNOWN;
  }
  jh_range_set_int(out, sure);
  jh_rat_set_int(&out->high, sure + open);
}

static void sum(jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  uint32_t from, to, filter = arg_of(walk, node, 1);
  jh_range value, zero;
  jh_range_init(&value), jh_range_init(&zero);
  rows_of(walk, node, row, &from, &to);
  jh_range_set_int(out, 0);
  for (uint32_t r = from; r < to; r++) {
    jh_tri passes = jh_exact_over_passes(walk, node, filter, r);
    if (passes == JH_FALSE) continue;
    jh_exact_walk_number(walk, arg_of(walk, node, 0), r, &value);
    if (passes == JH_UNKNOWN) jh_range_hull(&value, &value, &zero);
    jh_range_add(out, out, &value);
  }
  jh_range_done(&value), jh_range_done(&zero);
}

/* The least of the rows that are surely there, and where it could lie if others are there too. */
static void extreme(jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  bool is_least = node->op == JH_OP_LEAST;
  uint32_t from, to, filter = arg_of(walk, node, 1);
  bool has_sure = false, has_any = false;
  jh_range value, sure, wide;
  jh_range_init(&value), jh_range_init(&sure), jh_range_init(&wide);
  rows_of(walk, node, row, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    jh_tri passes = jh_exact_over_passes(walk, node, filter, r);
    if (passes == JH_FALSE) continue;
    jh_exact_walk_number(walk, arg_of(walk, node, 0), r, &value);
    if (passes == JH_TRUE) {
      if (!has_sure)
        jh_range_set(&sure, &value);
      else if (is_least)
        jh_range_min(&sure, &sure, &value);
      else
        jh_range_max(&sure, &sure, &value);
      has_sure = true;
    }
    if (has_any)
      jh_range_hull(&wide, &wide, &value);
    else
      jh_range_set(&wide, &value);
    has_any = true;
  }
  if (!has_any) {
    jh_range_set_undefined(out);
  } else if (!has_sure) {
    jh_range_set(out, &wide);
  } else {
    /* Others can only push the least down to the lowest value of all. */
    jh_range_set(out, &sure);
    if (wide.is_undefined)
      jh_range_set_undefined(out);
    else if (is_least)
      jh_rat_set(&out->low, &wide.low), out->has_low = wide.has_low;
    else
      jh_rat_set(&out->high, &wide.high), out->has_high = wide.has_high;
  }
  jh_range_done(&value), jh_range_done(&sure), jh_range_done(&wide);
}

void jh_exact_over_number(jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out) {
  if (node->op == JH_OP_COUNT)
    count(walk, node, row, out);
  else if (node->op == JH_OP_SUM)
    sum(walk, node, row, out);
  else
    extreme(walk, node, row, out);
}

static jh_tri every_or_some(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  bool is_every = node->op == JH_OP_EVERY;
  uint32_t from, to, filter = arg_of(walk, node, 1);
  jh_tri out = is_every ? JH_TRUE : JH_FALSE, end = is_every ? JH_FALSE : JH_TRUE;
  rows_of(walk, node, row, &from, &to);
  for (uint32_t r = from; r < to && out != end; r++) {
    jh_tri passes = jh_exact_over_passes(walk, node, filter, r);
    if (passes == JH_FALSE) continue;
    jh_tri holds = jh_exact_walk_condition(walk, arg_of(walk, node, 0), r);
    jh_tri spared = (jh_tri)(JH_TRUE - passes);
    jh_tri next = is_every ? (spared > holds ? spared : holds) : (passes < holds ? passes : holds);
    if (is_every ? next < out : next > out) out = next;
  }
  return out;
}

/* The three sums of a spread; false as soon as anything in them is unknown. */
typedef struct sums {
  jh_rat weight, first, second; /* W, sum(w*x), sum(w*x^2) */
  jh_rat term;
  size_t rows;
} sums;

static void add_row(sums *s, const jh_rat *x, const jh_rat *w) {
  jh_rat_add(&s->weight, &s->weight, w);
  jh_rat_mul(&s->term, x, w);
  jh_rat_add(&s->first, &s->first, &s->term);
  jh_rat_mul(&s->term, &s->term, x);
  jh_rat_add(&s->second, &s->second, &s->term);
}

static bool gather(jh_exact_walk *walk, const jh_node *node, uint32_t row, sums *s) {
  uint32_t from, to, filter = arg_of(walk, node, 2);
  bool is_known = true;
  jh_range x, w;
  jh_range_init(&x), jh_range_init(&w);
  rows_of(walk, node, row, &from, &to);
  for (uint32_t r = from; r < to && is_known; r++) {
    jh_tri passes = jh_exact_over_passes(walk, node, filter, r);
    if (passes == JH_FALSE) continue;
    s->rows++;
    jh_exact_walk_number(walk, arg_of(walk, node, 1), r, &w);
    is_known = passes == JH_TRUE && jh_range_is_known(&w);
    if (!is_known || jh_rat_sign(&w.low) == 0)
      continue; /* without weight it counts nothing, whatever its x */
    jh_exact_walk_number(walk, arg_of(walk, node, 0), r, &x);
    is_known = jh_range_is_known(&x);
    if (is_known) add_row(s, &x.low, &w.low);
  }
  jh_range_done(&x), jh_range_done(&w);
  return is_known;
}

static void sums_init(sums *s) {
  jh_rat_init(&s->weight), jh_rat_init(&s->first), jh_rat_init(&s->second);
  jh_rat_init(&s->term);
  s->rows = 0;
}

static void sums_done(sums *s) {
  jh_rat_done(&s->weight), jh_rat_done(&s->first), jh_rat_done(&s->second);
  jh_rat_done(&s->term);
}

/* W*second / first^2 - 1, into s->term. */
static void squared(sums *s) {
  jh_rat one;
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  jh_rat_mul(&s->term, &s->weight, &s->second);
  jh_rat_div(&s->term, &s->term, &s->first);
  jh_rat_div(&s->term, &s->term, &s->first);
  jh_rat_sub(&s->term, &s->term, &one);
  jh_rat_done(&one);
}

void jh_exact_over_spread(
    jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out, bool *has_rows) {
  sums s;
  sums_init(&s);
  bool is_known = gather(walk, node, row, &s);
  *has_rows = s.rows > 0;
  if (is_known && jh_rat_sign(&s.first) != 0) {
    squared(&s);
    jh_range_set_rat(out, &s.term);
  } else {
    jh_range_set_undefined(out);
  }
  sums_done(&s);
}

/* No row: true. Otherwise V <= limit^2, where a limit below 0 can never be kept. */
static jh_tri spread(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  jh_tri out = JH_UNKNOWN;
  uint32_t limit_node = arg_of(walk, node, 3);
  sums s;
  jh_range limit;
  sums_init(&s);
  jh_range_init(&limit);
  bool is_known = gather(walk, node, row, &s);
  if (limit_node == JH_NONE)
    jh_range_set_undefined(&limit);
  else
    jh_exact_walk_number(walk, limit_node, row, &limit);
  if (is_known && s.rows == 0) {
    out = JH_TRUE;
  } else if (is_known && jh_rat_sign(&s.first) != 0 && jh_range_is_known(&limit)) {
    squared(&s);
    jh_rat_mul(&limit.high, &limit.low, &limit.low);
    bool is_within = jh_rat_sign(&limit.low) >= 0 && jh_rat_compare(&s.term, &limit.high) <= 0;
    out = is_within ? JH_TRUE : JH_FALSE;
  }
  jh_range_done(&limit);
  sums_done(&s);
  return out;
}

jh_tri jh_exact_over_condition(jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  return node->op == JH_OP_SPREAD ? spread(walk, node, row) : every_or_some(walk, node, row);
}
