/* kernel_number.c - arithmetic over a block.
 *
 * Where all operands are known, plain loops that the compiler turns into vector
 * code fill the outer ends; each marks a result that it could not bound by an infinite end.
 * Blocks in which a missing cell plays go through kernel_open.c. The few rows
 * that either leaves are then done again one by one with ends.h.
 */
#include <string.h>

#include "eval/kernel.h"
#include "eval/kernel_open.h"

/* With at most one open row in so many, doing these one by one is quicker than four ends for all. */
#define MOST_OPEN 32

typedef struct ends_columns {
  double *restrict low, *restrict high;
} ends_columns;

typedef jh_ends (*ends_op)(jh_ends, jh_ends);

JH_KERNEL_WIDE static void add(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] + bl[i], high = ah[i] + bh[i];
    out.low[i] = jh_kernel_lost(al[i], bl[i], low) == 0 ? low : jh_ends_down(low);
    out.high[i] = jh_kernel_lost(ah[i], bh[i], high) == 0 ? high : jh_ends_up(high);
  }
}

JH_KERNEL_WIDE static void sub(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] - bh[i], high = ah[i] - bl[i];
    out.low[i] = jh_kernel_lost(al[i], -bh[i], low) == 0 ? low : jh_ends_down(low);
    out.high[i] = jh_kernel_lost(ah[i], -bl[i], high) == 0 ? high : jh_ends_up(high);
  }
}

JH_KERNEL_WIDE static void mul(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double p = al[i] * bl[i], q = al[i] * bh[i], r = ah[i] * bl[i], s = ah[i] * bh[i];
    double low = jh_kernel_least(jh_kernel_least(p, q), jh_kernel_least(r, s)),
           high = jh_kernel_most(jh_kernel_most(p, q), jh_kernel_most(r, s));
    int is_exact = (al[i] == ah[i]) & (bl[i] == bh[i]) & jh_kernel_exact_product(al[i], bl[i], p);
    out.low[i] = is_exact ? low : jh_ends_down(low);
    out.high[i] = is_exact ? high : jh_ends_up(high);
  }
}

/* All ends at least 0: the usual case, with half the work. */
JH_KERNEL_WIDE static void mul_positive(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] * bl[i], high = ah[i] * bh[i];
    int is_exact = (al[i] == ah[i]) & (bl[i] == bh[i]) & jh_kernel_exact_product(al[i], bl[i], low);
    out.low[i] = is_exact ? low : jh_ends_down(low);
    out.high[i] = is_exact ? high : jh_ends_up(high);
  }
}

JH_KERNEL_WIDE static void divide(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double p = al[i] / bl[i], q = al[i] / bh[i], r = ah[i] / bl[i], s = ah[i] / bh[i];
    double low = jh_kernel_least(jh_kernel_least(p, q), jh_kernel_least(r, s)),
           high = jh_kernel_most(jh_kernel_most(p, q), jh_kernel_most(r, s));
    int is_exact = (al[i] == ah[i]) & (bl[i] == bh[i]) & jh_kernel_exact_quotient(al[i], bl[i], p);
    int is_away = (bl[i] > 0) | (bh[i] < 0);
    high = is_exact ? high : jh_ends_up(high);
    out.low[i] = is_exact ? low : jh_ends_down(low);
    out.high[i] = is_away ? high : (double)INFINITY;
  }
}

JH_KERNEL_WIDE static void divide_positive(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] / bh[i], high = ah[i] / bl[i];
    int is_exact =
        (al[i] == ah[i]) & (bl[i] == bh[i]) & jh_kernel_exact_quotient(al[i], bl[i], low);
    high = is_exact ? high : jh_ends_up(high);
    out.low[i] = is_exact ? low : jh_ends_down(low);
    out.high[i] = bl[i] > 0 ? high : (double)INFINITY;
  }
}

/* Is no low end below 0? */
static bool is_positive(const double *restrict al, const double *restrict bl, uint32_t count) {
  uint64_t is_below = 0;
  for (uint32_t i = 0; i < count; i++) is_below |= ((al[i] >= 0) & (bl[i] >= 0)) ? 0 : 1;
  return !is_below;
}

static void smaller(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    out.low[i] = jh_kernel_least(al[i], bl[i]);
    out.high[i] = jh_kernel_least(ah[i], bh[i]);
  }
}

static void larger(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    out.low[i] = jh_kernel_most(al[i], bl[i]);
    out.high[i] = jh_kernel_most(ah[i], bh[i]);
  }
}

typedef void (*fast_op)(
    ends_columns, const double *, const double *, const double *, const double *, uint32_t);

static fast_op fast_of(jh_op op, const jh_slot *a, const jh_slot *b, uint32_t count) {
  switch (op) {
  case JH_OP_ADD: return add;
  case JH_OP_SUB: return sub;
  case JH_OP_MUL: return is_positive(a->low, b->low, count) ? mul_positive : mul;
  case JH_OP_DIV: return is_positive(a->low, b->low, count) ? divide_positive : divide;
  case JH_OP_MIN: return smaller;
  default: return larger;
  }
}

static ends_op slow_of(jh_op op) {
  switch (op) {
  case JH_OP_ADD: return jh_ends_add;
  case JH_OP_SUB: return jh_ends_sub;
  case JH_OP_MUL: return jh_ends_mul;
  case JH_OP_DIV: return jh_ends_div;
  case JH_OP_MIN: return jh_ends_min;
  default: return jh_ends_max;
  }
}

/* Is an end of any row infinite, or no number? */
static bool has_unbounded(const jh_slot *slot, uint32_t count) {
  const double *restrict low = slot->low, *restrict high = slot->high;
  uint64_t is_open = 0;
  for (uint32_t i = 0; i < count; i++) is_open |= high[i] - low[i] < (double)INFINITY ? 0 : 1;
  return is_open != 0;
}

/* The rows that the loop left. */
static void open_rows(jh_op op, jh_slot *out, const jh_slot *a, const jh_slot *b, uint32_t count) {
  ends_op slow = slow_of(op);
  if (!jh_kernel_open_two(op, out, a, b, count)) return;
  for (uint32_t i = 0; i < count; i++) {
    if (out->state[i] == JH_KERNEL_LEFT)
      jh_slot_put(out, i, slow(jh_slot_get(a, i), jh_slot_get(b, i)));
  }
}

/* How many rows have an operand that is not known? */
static uint32_t count_open(const jh_slot *a, const jh_slot *b, uint32_t count) {
  const uint8_t *as = a->state, *bs = b->state;
  uint32_t open = 0;
  for (uint32_t i = 0; i < count; i++) open += (as[i] | bs[i]) != JH_ENDS_KNOWN;
  return open;
}

static void two(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_slot *a = jh_block_arg(block, node, 0), *b = jh_block_arg(block, node, 1);
  uint32_t count = jh_block_count(block, node->level);
  bool has_open = a->is_open || b->is_open;
  if (has_open && count_open(a, b, count) > count / MOST_OPEN) {
    open_rows(node->op, out, a, b, count);
    return;
  }
  ends_op slow = slow_of(node->op);
  fast_op fast = fast_of(node->op, a, b, count);
  fast((ends_columns){out->low, out->high}, a->low, a->high, b->low, b->high, count);
  jh_slot_close(out, count);
  if (!has_open && !has_unbounded(out, count)) return;
  jh_slot_fill_in(out, count);
  for (uint32_t i = 0; i < count; i++) {
    if ((a->state[i] | b->state[i]) || !(out->high[i] - out->low[i] < (double)INFINITY))
      jh_slot_put(out, i, slow(jh_slot_get(a, i), jh_slot_get(b, i)));
  }
}

static void many(jh_block *block, const jh_node *node, jh_slot *out) {
  ends_op slow = slow_of(node->op);
  out->is_open = false;
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++) {
    jh_ends value = jh_slot_get(jh_block_arg(block, node, 0), i);
    for (uint32_t k = 1; k < node->count; k++)
      value = slow(value, jh_slot_get(jh_block_arg(block, node, k), i));
    jh_slot_put(out, i, value);
  }
}

/* Rounds as ceil does, in a way that becomes vector code; only for |x| < 2^51. */
static inline double small_ceil(double x) {
  double near = (x + 0x1.8p52) - 0x1.8p52;
  return near < x ? near + 1 : near;
}

/* Known numbers below 2^51; false if there are others. */
static bool one_known(jh_op op, jh_slot *out, const jh_slot *a, uint32_t count) {
  double *restrict low = out->low, *restrict high = out->high;
  uint64_t is_large = 0;
  for (uint32_t i = 0; i < count; i++)
    is_large |= (fabs(a->low[i]) >= 0x1p51) | (fabs(a->high[i]) >= 0x1p51);
  if (a->is_open || is_large) return false;
  for (uint32_t i = 0; i < count && op == JH_OP_NEG; i++) {
    low[i] = -a->high[i];
    high[i] = -a->low[i];
  }
  for (uint32_t i = 0; i < count && op == JH_OP_CEIL; i++) {
    low[i] = small_ceil(a->low[i]);
    high[i] = small_ceil(a->high[i]);
  }
  for (uint32_t i = 0; i < count && op == JH_OP_FLOOR; i++) {
    low[i] = -small_ceil(-a->low[i]);
    high[i] = -small_ceil(-a->high[i]);
  }
  jh_slot_close(out, count);
  return true;
}

static void one(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_slot *a = jh_block_arg(block, node, 0);
  uint32_t count = jh_block_count(block, node->level);
  out->is_open = false;
  if (one_known(node->op, out, a, count)) return;
  for (uint32_t i = 0; i < count; i++) {
    jh_ends value = jh_slot_get(a, i);
    if (node->op == JH_OP_NEG)
      value = jh_ends_neg(value);
    else
      value = node->op == JH_OP_CEIL ? jh_ends_ceil(value) : jh_ends_floor(value);
    jh_slot_put(out, i, value);
  }
}

/* BETWEEN: all that lies from one end to the other, whichever is the lower. */
static void hull(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_slot *a = jh_block_arg(block, node, 0), *b = jh_block_arg(block, node, 1);
  out->is_open = false;
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++)
    jh_slot_put(out, i, jh_ends_hull(jh_slot_get(a, i), jh_slot_get(b, i)));
}

void jh_kernel_number(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  jh_slot *out = jh_block_slot(block, index);
  if (node->op == JH_OP_NEG || node->op == JH_OP_CEIL || node->op == JH_OP_FLOOR)
    one(block, node, out);
  else if (node->op == JH_OP_BETWEEN)
    hull(block, node, out);
  else if (node->count == 2)
    two(block, node, out);
  else
    many(block, node, out);
}
