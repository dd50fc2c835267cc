/* kernel_near_compare.c - comparisons of numbers kept as near.h says.
 *
 * Without an error the ends themselves are compared. With one, what lies nearer to the line than the
 * error allows is looked at again: a quotient of exact numbers is compared by multiplying, whole; the rest is
 * decided by rationals.
 */
#include "eval/kernel_near.h"

#define OPEN 255

__extension__ typedef __int128 wide_int;

/* a >= b, of rows that are one number each; `yes` stands for "so". True if rows are left. */
JH_KERNEL_WIDE static bool compare_points(
    uint8_t *restrict out, const double *a, const double *b, double ka, double kb, double slack,
    uint8_t yes, uint32_t count) {
  uint8_t no = (uint8_t)(JH_TRUE - yes), any = 0;
  for (uint32_t i = 0; i < count; i++) {
    double x = a[i] * ka, y = b[i] * kb, near = fabs(y) * slack;
    uint8_t value = x >= y + near ? yes : OPEN;
    value = x < y - near ? no : value;
    out[i] = value;
    any |= value;
  }
  return any & 128;
}

/* Without error nothing is left: what is neither certain nor impossible is open, as is what has no number. */
JH_KERNEL_WIDE static void compare_exact(
    uint8_t *restrict out, const jh_slot *a, const jh_slot *b, double ka, double kb, uint8_t yes,
    uint32_t count) {
  const double *al = a->near_low, *ah = a->near_high, *bl = b->near_low, *bh = b->near_high;
  uint8_t no = (uint8_t)(JH_TRUE - yes);
  for (uint32_t i = 0; i < count; i++) {
    uint8_t value = al[i] * ka >= bh[i] * kb ? yes : JH_UNKNOWN;
    out[i] = ah[i] * ka < bl[i] * kb ? no : value;
  }
}

JH_KERNEL_WIDE static bool compare_ranges(
    uint8_t *restrict out, const jh_slot *a, const jh_slot *b, double ka, double kb, double slack,
    uint8_t yes, uint32_t count) {
  const double *al = a->near_low, *ah = a->near_high, *bl = b->near_low, *bh = b->near_high;
  uint8_t no = (uint8_t)(JH_TRUE - yes), any = 0;
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] * ka, high = ah[i] * ka, under = bl[i] * kb, over = bh[i] * kb;
    double near_over = fabs(over) * slack, near_under = fabs(under) * slack;
    near_over = over < (double)INFINITY ? near_over : 0;
    near_under = under > -(double)INFINITY ? near_under : 0;
    uint8_t value = ((low < over - near_over) & (high >= under + near_under)) ? JH_UNKNOWN : OPEN;
    value = low >= over + near_over ? yes : value;
    value = high < under - near_under ? no : value;
    out[i] = value;
    any |= value;
  }
  return any & 128;
}

/* Equal: certain only without error. */
JH_KERNEL_WIDE static void compare_equal(
    uint8_t *restrict out, const jh_slot *a, const jh_slot *b, double ka, double kb,
    uint32_t count) {
  const double *al = a->near_low, *ah = a->near_high, *bl = b->near_low, *bh = b->near_high;
  for (uint32_t i = 0; i < count; i++) {
    double low = al[i] * ka, high = ah[i] * ka, under = bl[i] * kb, over = bh[i] * kb;
    uint8_t value = ((low >= over) & (under >= high)) ? JH_TRUE : JH_UNKNOWN;
    out[i] = ((high < under) | (over < low)) ? JH_FALSE : value;
  }
}

/* Two numbers whose difference is asked for, and where they come from. */
typedef struct sides {
  const jh_slot *a, *b;
  double ka, kb;
  uint32_t above, below; /* their nodes */
} sides;

/* a >= b, exactly; JH_UNKNOWN where this way does not tell. Products of three: below 2^53 * 2^53 * 2^20. */
static jh_tri cross(const jh_block *block, const sides *s, uint32_t i) {
  jh_near_fraction a, b;
  bool is_wide = (s->a->is_wide && s->a->wide[i]) || (s->b->is_wide && s->b->wide[i]);
  if (is_wide || s->ka >= 0x1p20 || s->kb >= 0x1p20) return JH_UNKNOWN;
  if (!jh_kernel_near_ratio(block, s->above, i, false, &a) ||
      !jh_kernel_near_ratio(block, s->below, i, false, &b))
    return JH_UNKNOWN;
  wide_int left = (wide_int)a.num * b.den, right = (wide_int)b.num * a.den;
  return left * (int64_t)s->ka >= right * (int64_t)s->kb ? JH_TRUE : JH_FALSE;
}

static void settle_rows(
    jh_block *block, uint32_t index, const sides *s, uint8_t yes, uint8_t *out) {
  uint32_t level = block->plan->nodes[index].level;
  for (uint32_t i = 0; i < jh_block_count(block, level); i++) {
    if (out[i] != OPEN) continue;
    if (isnan(s->a->near_low[i]) || isnan(s->b->near_low[i])) {
      out[i] = JH_UNKNOWN;
      continue;
    }
    jh_tri at_least = cross(block, s, i);
    if (at_least != JH_UNKNOWN) {
      out[i] = at_least == JH_TRUE ? yes : (uint8_t)(JH_TRUE - yes);
      continue;
    }
    block->exact_count++;
    out[i] = (uint8_t)jh_exact_condition(&block->exact, index, block->from[level] + i);
  }
}

static bool compare(jh_block *block, uint32_t index, const sides *s, uint8_t yes) {
  double error = s->a->error + s->b->error;
  uint8_t *out = jh_block_slot(block, index)->mark;
  uint32_t count = jh_block_count(block, block->plan->nodes[index].level);
  bool is_exact =
      error == 0 && s->a->most * s->ka < JH_NEAR_EXACT && s->b->most * s->kb < JH_NEAR_EXACT;
  double slack = 4 * error + 16 * JH_NEAR_STEP;
  if (is_exact) {
    compare_exact(out, s->a, s->b, s->ka, s->kb, yes, count);
    return true;
  }
  bool is_left =
      s->a->is_wide || s->b->is_wide
          ? compare_ranges(out, s->a, s->b, s->ka, s->kb, slack, yes, count)
          : compare_points(out, s->a->near_low, s->b->near_low, s->ka, s->kb, slack, yes, count);
  if (is_left) settle_rows(block, index, s, yes, out);
  return true;
}

static bool equal(jh_block *block, uint32_t index, const sides *s) {
  uint32_t count = jh_block_count(block, block->plan->nodes[index].level);
  if (s->a->error + s->b->error > 0 || s->a->most * s->ka >= JH_NEAR_EXACT ||
      s->b->most * s->kb >= JH_NEAR_EXACT)
    return false;
  compare_equal(jh_block_slot(block, index)->mark, s->a, s->b, s->ka, s->kb, count);
  return true;
}

bool jh_kernel_near_compare(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  const jh_near *near = &block->program->nears[index];
  sides s = {
      .above = jh_plan_arg(block->plan, node, 0),
      .below = jh_plan_arg(block->plan, node, 1),
      .ka = near->by[0],
      .kb = near->by[1]};
  s.a = jh_block_slot(block, s.above);
  s.b = jh_block_slot(block, s.below);
  if (!s.a->has_near || !s.b->has_near) return false;
  sides turned = {s.b, s.a, s.kb, s.ka, s.below, s.above};
  switch (node->op) { /* a > b is "not b >= a" */
  case JH_OP_GE: return compare(block, index, &s, JH_TRUE);
  case JH_OP_LE: return compare(block, index, &turned, JH_TRUE);
  case JH_OP_GT: return compare(block, index, &turned, JH_FALSE);
  case JH_OP_LT: return compare(block, index, &s, JH_FALSE);
  default: return equal(block, index, &s);
  }
}
