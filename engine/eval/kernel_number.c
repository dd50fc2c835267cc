/* kernel_number.c - arithmetic over a block.
 *
 * Known numbers go through plain loops that the compiler turns into vector
 * code; each loop marks a result that it could not bound by an infinite end.
 * Those rows, and all in which a missing cell plays, are then done again one by
 * one with ends.h.
 */
#include <string.h>

#include "eval/kernel.h"

typedef struct ends_columns {
  double *restrict low, *restrict high;
} ends_columns;

typedef jh_ends (*ends_op)(jh_ends, jh_ends);

/* What rounding lost in s = a + b. */
static inline double lost(double a, double b, double s) {
  double t = s - a;
  return (a - (s - t)) + (b - t);
}

static void add(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] + bl[i], high = ah[i] + bh[i];
    out.low[i] = lost(al[i], bl[i], low) == 0 ? low : jh_ends_down(low);
    out.high[i] = lost(ah[i], bh[i], high) == 0 ? high : jh_ends_up(high);
  }
}

static void sub(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] - bh[i], high = ah[i] - bl[i];
    out.low[i] = lost(al[i], -bh[i], low) == 0 ? low : jh_ends_down(low);
    out.high[i] = lost(ah[i], -bl[i], high) == 0 ? high : jh_ends_up(high);
  }
}

/* As jh_ends_is_whole, without branches. */
static inline int whole(double x) { return ((x + 0x1.8p52) - 0x1.8p52 == x) & (fabs(x) < 0x1p51); }

static inline double least(double a, double b) { return a < b ? a : b; }
static inline double most(double a, double b) { return a > b ? a : b; }

/* Is a * b, or the quotient q = a / b, of two points an exact whole number, or 0? */
static inline int is_exact_product(double a, double b, double product) {
  int is_whole = whole(a) & whole(b) & (fabs(product) < 0x1p51);
  return is_whole | (a == 0) | (b == 0);
}

static inline int is_exact_quotient(double a, double b, double q) {
  return (whole(q) & whole(a) & whole(b) & (q * b == a)) | (a == 0);
}

static void mul(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double p = al[i] * bl[i], q = al[i] * bh[i], r = ah[i] * bl[i], s = ah[i] * bh[i];
    double low = least(least(p, q), least(r, s)), high = most(most(p, q), most(r, s));
    int is_exact = (al[i] == ah[i]) & (bl[i] == bh[i]) & is_exact_product(al[i], bl[i], p);
    out.low[i] = is_exact ? low : jh_ends_down(low);
    out.high[i] = is_exact ? high : jh_ends_up(high);
  }
}

/* All ends at least 0: the usual case, with half the work. */
static void mul_positive(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] * bl[i], high = ah[i] * bh[i];
    int is_exact = (al[i] == ah[i]) & (bl[i] == bh[i]) & is_exact_product(al[i], bl[i], low);
    out.low[i] = is_exact ? low : jh_ends_down(low);
    out.high[i] = is_exact ? high : jh_ends_up(high);
  }
}

static void divide(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double p = al[i] / bl[i], q = al[i] / bh[i], r = ah[i] / bl[i], s = ah[i] / bh[i];
    double low = least(least(p, q), least(r, s)), high = most(most(p, q), most(r, s));
    int is_exact = (al[i] == ah[i]) & (bl[i] == bh[i]) & is_exact_quotient(al[i], bl[i], p);
    int is_away = (bl[i] > 0) | (bh[i] < 0);
    high = is_exact ? high : jh_ends_up(high);
    out.low[i] = is_exact ? low : jh_ends_down(low);
    out.high[i] = is_away ? high : (double)INFINITY;
  }
}

static void divide_positive(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] / bh[i], high = ah[i] / bl[i];
    int is_exact = (al[i] == ah[i]) & (bl[i] == bh[i]) & is_exact_quotient(al[i], bl[i], low);
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
    out.low[i] = least(al[i], bl[i]);
    out.high[i] = least(ah[i], bh[i]);
  }
}

static void larger(
    ends_columns out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    out.low[i] = most(al[i], bl[i]);
    out.high[i] = most(ah[i], bh[i]);
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

/* Joins the states; true if any row needs the slow way. */
static bool join_states(jh_slot *out, const jh_slot *a, const jh_slot *b, uint32_t count) {
  const uint8_t *restrict as = a->state, *restrict bs = b->state;
  const double *restrict low = out->low, *restrict high = out->high;
  uint8_t *restrict state = out->state;
  uint8_t any = 0;
  for (uint32_t i = 0; i < count; i++) {
    state[i] = as[i] > bs[i] ? as[i] : bs[i];
    any |= state[i];
  }
  uint64_t is_open = 0; /* an end is infinite, or no number */
  for (uint32_t i = 0; i < count; i++) is_open |= high[i] - low[i] < (double)INFINITY ? 0 : 1;
  return any || is_open;
}

static void two(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_slot *a = jh_block_arg(block, node, 0), *b = jh_block_arg(block, node, 1);
  uint32_t count = jh_block_count(block, node->level);
  ends_op slow = slow_of(node->op);
  fast_op fast = fast_of(node->op, a, b, count);
  fast((ends_columns){out->low, out->high}, a->low, a->high, b->low, b->high, count);
  if (!join_states(out, a, b, count)) return;
  for (uint32_t i = 0; i < count; i++) {
    if (out->state[i] || !(out->high[i] - out->low[i] < (double)INFINITY))
      jh_slot_put(out, i, slow(jh_slot_get(a, i), jh_slot_get(b, i)));
  }
}

static void many(jh_block *block, const jh_node *node, jh_slot *out) {
  ends_op slow = slow_of(node->op);
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++) {
    jh_ends value = jh_slot_get(jh_block_arg(block, node, 0), i);
    for (uint32_t k = 1; k < node->count; k++)
      value = slow(value, jh_slot_get(jh_block_arg(block, node, k), i));
    jh_slot_put(out, i, value);
  }
}

static void one(jh_block *block, const jh_node *node, jh_slot *out) {
  const jh_slot *a = jh_block_arg(block, node, 0);
  for (uint32_t i = 0; i < jh_block_count(block, node->level); i++) {
    jh_ends value = jh_slot_get(a, i);
    if (node->op == JH_OP_NEG)
      value = jh_ends_neg(value);
    else
      value = node->op == JH_OP_CEIL ? jh_ends_ceil(value) : jh_ends_floor(value);
    jh_slot_put(out, i, value);
  }
}

void jh_kernel_number(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  jh_slot *out = jh_block_slot(block, index);
  if (node->op == JH_OP_NEG || node->op == JH_OP_CEIL || node->op == JH_OP_FLOOR)
    one(block, node, out);
  else if (node->count == 2)
    two(block, node, out);
  else
    many(block, node, out);
}
