/* kernel_near.c - arithmetic over a block of numbers kept as near.h says. */
#include "eval/kernel_near.h"

/* What two operands give: units brought together by ka and kb. */
typedef struct pair {
  const jh_slot *a, *b;
  double ka, kb;
  uint32_t count;
} pair;

void jh_near_join_wide(jh_slot *out, const jh_slot *a, const jh_slot *b, uint32_t count) {
  uint8_t *restrict wide = out->wide;
  if (!a->is_wide || !b->is_wide) {
    memcpy(wide, a->is_wide ? a->wide : b->wide, count);
    return;
  }
  const uint8_t *restrict x = a->wide, *restrict y = b->wide;
  for (uint32_t i = 0; i < count; i++) wide[i] = x[i] | y[i];
}

JH_KERNEL_WIDE static void add_rows(
    double *restrict out, const double *a, const double *b, double ka, double kb, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = a[i] * ka + b[i] * kb;
}

/* Is what is left of a difference so small that its relative error says nothing? */
JH_KERNEL_WIDE static bool cancels(
    const double *out, const double *a, const double *b, double ka, double kb, uint32_t count) {
  uint64_t any = 0;
  for (uint32_t i = 0; i < count; i++) {
    double size = (fabs(a[i]) * ka + fabs(b[i]) * kb) * 0x1p-16;
    any |= size > fabs(out[i]) ? 1 : 0;
  }
  return any != 0;
}

static bool add(jh_slot *out, const jh_near *near, const pair *p, bool is_sub) {
  const jh_slot *a = p->a, *b = p->b;
  double most = a->most * p->ka + b->most * p->kb, kb = is_sub ? -p->kb : p->kb;
  bool is_exact = a->error + b->error == 0 && most < JH_NEAR_EXACT;
  bool may_cancel = !is_exact && (is_sub || a->is_signed || b->is_signed);
  double error =
      is_exact ? 0 : (a->error + b->error + 4 * JH_NEAR_STEP) * (may_cancel ? 0x1p16 : 1);
  most *= may_cancel ? 0x1p16 : 1;
  if (!jh_near_is_fit(error, most)) return false;
  jh_slot_begin(out, near, error, most);
  out->is_signed = is_sub || a->is_signed || b->is_signed;
  const double *bl = is_sub ? b->near_high : b->near_low, *bh = is_sub ? b->near_low : b->near_high;
  add_rows(out->near_low, a->near_low, bl, p->ka, kb, p->count);
  if (may_cancel && cancels(out->near_low, a->near_low, bl, p->ka, p->kb, p->count)) return false;
  if (!a->is_wide && !b->is_wide) return true;
  jh_slot_widen(out);
  jh_near_join_wide(out, a, b, p->count);
  add_rows(out->near_high, a->near_high, bh, p->ka, kb, p->count);
  return !may_cancel || !cancels(out->near_high, a->near_high, bh, p->ka, p->kb, p->count);
}

JH_KERNEL_WIDE static void multiply_rows(
    double *restrict out, const double *a, const double *b, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = a[i] * b[i];
}

/* An end of a that may be below 0 goes with the other end of b; no end is infinite. */
JH_KERNEL_WIDE static void multiply_signed(
    double *restrict out, const double *a, const double *above, const double *below,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) out[i] = a[i] * (a[i] >= 0 ? above[i] : below[i]);
}

/* Is any end infinite? */
JH_KERNEL_WIDE static bool is_unbounded(const jh_slot *slot, uint32_t count) {
  const double *low = slot->near_low, *high = slot->near_high;
  uint64_t any = 0;
  for (uint32_t i = 0; slot->is_wide && i < count; i++)
    any |= (low[i] == -(double)INFINITY) | (high[i] == (double)INFINITY);
  return any != 0;
}

static bool multiply(jh_slot *out, const jh_near *near, const pair *p) {
  const jh_slot *a = p->a->is_signed ? p->a : p->b, *b = p->a->is_signed ? p->b : p->a;
  double most = a->most * b->most, error = a->error + b->error;
  if (error > 0 || most >= JH_NEAR_EXACT) error += 4 * JH_NEAR_STEP;
  if (b->is_signed || !jh_near_is_fit(error, most)) return false;
  if (is_unbounded(a, p->count) || is_unbounded(b, p->count)) return false;
  jh_slot_begin(out, near, error, most);
  out->is_signed = a->is_signed;
  if (a->is_signed)
    multiply_signed(out->near_low, a->near_low, b->near_low, b->near_high, p->count);
  else
    multiply_rows(out->near_low, a->near_low, b->near_low, p->count);
  if (!a->is_wide && !b->is_wide) return true;
  jh_slot_widen(out);
  jh_near_join_wide(out, a, b, p->count);
  if (a->is_signed)
    multiply_signed(out->near_high, a->near_high, b->near_high, b->near_low, p->count);
  else
    multiply_rows(out->near_high, a->near_high, b->near_high, p->count);
  return true;
}

/* 0 over 0 is no number, as it should be. Also the low ends of what is nowhere below 0. */
JH_KERNEL_WIDE static void divide_points(
    double *restrict out, const double *a, const double *b, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double divisor = b[i] > 0 ? b[i] : (double)NAN;
    out[i] = a[i] / divisor;
  }
}

/* range.h's quotient, of a divisor that is nowhere below 0: one that is 0 gives none, one that may be 0 is taken
 * to be above it, and 0 over anything else is 0. */
JH_KERNEL_WIDE static void divide_low(
    double *restrict out, const double *al, const double *ah, const double *bl, const double *bh,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double q = al[i] / (al[i] >= 0 ? bh[i] : bl[i]);
    q = ((al[i] == 0) & (ah[i] == 0)) ? 0 : q;
    out[i] = bh[i] > 0 ? q : (double)NAN;
  }
}

JH_KERNEL_WIDE static void divide_high(
    double *restrict out, const double *ah, const double *bl, const double *bh, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double q = ah[i] / (ah[i] >= 0 ? bl[i] : bh[i]);
    q = ah[i] == 0 ? 0 : q;
    out[i] = bh[i] > 0 ? q : (double)NAN;
  }
}

static bool divide(jh_slot *out, const jh_near *near, const pair *p) {
  const jh_slot *a = p->a, *b = p->b;
  double most = a->most * b->most, error = a->error + b->error + 4 * JH_NEAR_STEP;
  if (b->is_signed || !jh_near_is_fit(error, most)) return false;
  if (a->is_signed && (is_unbounded(a, p->count) || is_unbounded(b, p->count))) return false;
  jh_slot_begin(out, near, error, most);
  out->is_signed = a->is_signed;
  if (!a->is_wide && !b->is_wide) {
    divide_points(out->near_low, a->near_low, b->near_low, p->count);
    return true;
  }
  jh_slot_widen(out);
  jh_near_join_wide(out, a, b, p->count);
  if (a->is_signed)
    divide_low(out->near_low, a->near_low, a->near_high, b->near_low, b->near_high, p->count);
  else
    divide_points(out->near_low, a->near_low, b->near_high, p->count);
  divide_high(out->near_high, a->near_high, b->near_low, b->near_high, p->count);
  return true;
}

/* NaN in either makes NaN. */
JH_KERNEL_WIDE static void least_rows(
    double *restrict out, const double *a, const double *b, double ka, double kb, double sign,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    double x = a[i] * ka, y = b[i] * kb;
    double least = x * sign < y * sign ? x : y;
    out[i] = x == x ? least : x;
  }
}

static bool extreme(jh_slot *out, const jh_near *near, const pair *p, double sign) {
  const jh_slot *a = p->a, *b = p->b;
  double most = jh_kernel_most(a->most * p->ka, b->most * p->kb);
  double error = jh_kernel_most(a->error, b->error);
  if (error > 0 || most >= JH_NEAR_EXACT) error += 2 * JH_NEAR_STEP;
  if (!jh_near_is_fit(error, most)) return false;
  jh_slot_begin(out, near, error, most);
  out->is_signed = a->is_signed || b->is_signed;
  least_rows(out->near_low, a->near_low, b->near_low, p->ka, p->kb, sign, p->count);
  if (!a->is_wide && !b->is_wide) return true;
  jh_slot_widen(out);
  jh_near_join_wide(out, a, b, p->count);
  least_rows(out->near_high, a->near_high, b->near_high, p->ka, p->kb, sign, p->count);
  return true;
}

static bool two(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  const jh_near *near = &block->program->nears[index];
  jh_slot *out = jh_block_slot(block, index);
  pair p = {
      .a = jh_block_slot(block, jh_plan_arg(block->plan, node, 0)),
      .b = jh_block_slot(block, jh_plan_arg(block->plan, node, 1)),
      .ka = near->by[0],
      .kb = near->by[1],
      .count = jh_block_count(block, node->level)};
  if (!p.a->has_near || !p.b->has_near) return false;
  switch (node->op) {
  case JH_OP_ADD: return add(out, near, &p, false);
  case JH_OP_SUB: return add(out, near, &p, true);
  case JH_OP_MUL: return multiply(out, near, &p);
  case JH_OP_DIV: return divide(out, near, &p);
  case JH_OP_MIN: return extreme(out, near, &p, 1);
  default: return extreme(out, near, &p, -1);
  }
}

bool jh_kernel_near_number(jh_block *block, uint32_t index) {
  switch (block->plan->nodes[index].op) {
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_DIV:
  case JH_OP_MIN:
  case JH_OP_MAX: return two(block, index);
  case JH_OP_CEIL:
  case JH_OP_FLOOR: return jh_kernel_near_round(block, index);
  case JH_OP_SUM:
  case JH_OP_COUNT: return jh_kernel_near_over(block, index);
  default: return jh_kernel_near_take(block, index);
  }
}
