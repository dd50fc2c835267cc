/* kernel_open.c - arithmetic over a block in which missing cells play.
 *
 * The same as ends.h, for all rows alike, without branches: known numbers have inner ends too
 * (block.h), so that one formula serves them and ranges. Products and quotients are done for ends
 * of at least 0, as nearly all are. A row that a loop could not bound gets NaN as its low end
 * and is left to the caller: negative factors, overflow, division by 0 or by what may be 0.
 * Rows of no value (undefined, unsure) hold anything; their state says so.
 */
#include "eval/kernel_open.h"

#include <float.h>

#define INLINE static inline __attribute__((always_inline))

/* The ends of one number. */
typedef struct four {
  double low, low_in, high_in, high;
} four;

typedef four (*four_op)(four, four);

/* Marks a row as left, and keeps the inner ends within the outer ones. */
INLINE four settle(four x, int is_left) {
  four out = {
      is_left ? (double)NAN : x.low, jh_kernel_least(x.low_in, x.high),
      jh_kernel_most(x.high_in, x.low), x.high};
  return out;
}

INLINE int is_finite(double x) { return fabs(x) <= DBL_MAX; }
INLINE int is_infinite(double x) { return fabs(x) > DBL_MAX; }

/* Downwards, but from infinity. */
INLINE double step_down(double x) { return x <= DBL_MAX ? jh_ends_down(x) : x; }

INLINE double sum_down(double a, double b) {
  double s = a + b;
  return jh_kernel_lost(a, b, s) < 0 ? jh_ends_down(s) : s;
}

INLINE double sum_up(double a, double b) {
  double s = a + b;
  return jh_kernel_lost(a, b, s) > 0 ? jh_ends_up(s) : s;
}

INLINE four add(four a, four b) {
  four out = {
      sum_down(a.low, b.low), sum_up(a.low_in, b.low_in), sum_down(a.high_in, b.high_in),
      sum_up(a.high, b.high)};
  int is_low_over = is_infinite(out.low) & is_finite(a.low) & is_finite(b.low);
  int is_high_over = is_infinite(out.high) & is_finite(a.high) & is_finite(b.high);
  return settle(out, is_low_over | is_high_over);
}

INLINE four sub(four a, four b) { return add(a, (four){-b.high, -b.high_in, -b.low_in, -b.low}); }

/* The end of a product of ends of at least 0. 0 * infinity, which is no number and so not above 0, is
 * 0, as the end of a range is never reached there. Asked last: asked of the product before anything
 * is made of it, the loop would not become vector code. */
INLINE double reached(double end) { return jh_kernel_most(end, 0); }

INLINE four mul(four a, four b) {
  double p = a.low * b.low, q = a.low_in * b.low_in;
  double r = a.high_in * b.high_in, s = a.high * b.high;
  int is_low_exact =
      (a.low == a.low_in) & (b.low == b.low_in) & jh_kernel_exact_product(a.low, b.low, p);
  int is_high_exact =
      (a.high == a.high_in) & (b.high == b.high_in) & jh_kernel_exact_product(a.high, b.high, s);
  four out = {
      is_low_exact ? p : jh_kernel_most(jh_ends_down(p), 0), is_low_exact ? p : jh_ends_up(q),
      reached(is_high_exact ? s : step_down(r)), reached(is_high_exact ? s : jh_ends_up(s))};
  int is_over = is_infinite(s) & is_finite(a.high) & is_finite(b.high);
  return settle(out, is_over | (a.low < 0) | (b.low < 0));
}

/* As jh_ends_div: a divisor whose range touches 0 is taken to be something above it. */
INLINE four divide(four a, four b) {
  double p = a.low / b.high, q = a.low_in / b.high_in;
  double r = a.high_in / b.low_in, s = a.high / b.low;
  int is_low_exact = (a.low == a.low_in) & (b.high == b.high_in) &
                     (jh_kernel_exact_quotient(a.low, b.high, p) | is_infinite(b.high));
  int is_high_exact =
      (a.high == a.high_in) & (b.low == b.low_in) & jh_kernel_exact_quotient(a.high, b.low, s);
  int is_above = b.low > 0, is_zero_open = b.low <= 0 ? b.low_in > 0 : 0;
  int is_nothing = a.high == 0, is_something = a.high_in > 0;
  double high_in = is_high_exact ? s : step_down(r), high = is_high_exact ? s : jh_ends_up(s);
  four out = {
      is_low_exact ? p : jh_kernel_most(jh_ends_down(p), 0), is_low_exact ? p : jh_ends_up(q),
      is_above ? high_in : (double)INFINITY, is_above ? high : (double)INFINITY};
  out.low = is_nothing ? 0 : out.low;
  out.low_in = is_nothing ? 0 : out.low_in;
  out.high_in = is_nothing ? 0 : out.high_in;
  out.high = is_nothing ? 0 : out.high;
  int is_sign_open = is_zero_open | (b.high_in <= 0); /* of the divisor, or it is 0 */
  int is_high_open = is_above | is_nothing | is_something ? 0 : 1;
  int is_over = is_above & is_infinite(s) & is_finite(a.high);
  int is_below = (a.low < 0) | (b.low < 0);
  return settle(out, is_sign_open | is_high_open | is_over | is_below);
}

INLINE four smaller(four a, four b) {
  four out = {
      jh_kernel_least(a.low, b.low), jh_kernel_least(a.low_in, b.low_in),
      jh_kernel_least(a.high_in, b.high_in), jh_kernel_least(a.high, b.high)};
  return out;
}

INLINE four larger(four a, four b) {
  four out = {
      jh_kernel_most(a.low, b.low), jh_kernel_most(a.low_in, b.low_in),
      jh_kernel_most(a.high_in, b.high_in), jh_kernel_most(a.high, b.high)};
  return out;
}

/* Where to read the ends of a slot. */
typedef struct ends_in {
  const double *low, *low_in, *high_in, *high;
} ends_in;

static ends_in ends_of(const jh_slot *slot) {
  return (ends_in){slot->low, jh_slot_low_in(slot), jh_slot_high_in(slot), slot->high};
}

/* Results go through a small buffer: it can overlap no operand, so that compilers make vector code
 * without asking. */
enum { CHUNK = 128 };

INLINE void each(jh_slot *out, ends_in a, ends_in b, uint32_t count, four_op op) {
  double low[CHUNK], low_in[CHUNK], high_in[CHUNK], high[CHUNK];
  for (uint32_t from = 0; from < count; from += CHUNK) {
    uint32_t size = count - from < CHUNK ? count - from : CHUNK;
    const double *al = a.low + from, *ali = a.low_in + from;
    const double *ahi = a.high_in + from, *ah = a.high + from;
    const double *bl = b.low + from, *bli = b.low_in + from;
    const double *bhi = b.high_in + from, *bh = b.high + from;
    for (uint32_t i = 0; i < size; i++) {
      four x = {al[i], ali[i], ahi[i], ah[i]}, y = {bl[i], bli[i], bhi[i], bh[i]};
      four z = op(x, y);
      low[i] = z.low;
      low_in[i] = z.low_in;
      high_in[i] = z.high_in;
      high[i] = z.high;
    }
    memcpy(out->low + from, low, size * sizeof *low);
    memcpy(out->low_in + from, low_in, size * sizeof *low);
    memcpy(out->high_in + from, high_in, size * sizeof *low);
    memcpy(out->high + from, high, size * sizeof *low);
  }
}

/* Joins the states; a range whose ends have met is one number. True if rows are left. */
static bool join_states(jh_slot *out, const jh_slot *a, const jh_slot *b, uint32_t count) {
  const uint8_t *restrict as = a->state, *restrict bs = b->state;
  const double *restrict low = out->low, *restrict high = out->high;
  uint8_t *restrict state = out->state;
  uint8_t any = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint8_t joint = as[i] > bs[i] ? as[i] : bs[i];
    uint8_t met = low[i] == high[i] ? JH_ENDS_KNOWN : joint;
    met = low[i] != low[i] ? JH_KERNEL_LEFT : met;
    joint = joint > JH_ENDS_RANGE ? joint : met;
    state[i] = joint;
    any |= joint;
  }
  out->is_open = any != 0;
  return any & 128;
}

JH_KERNEL_WIDE bool jh_kernel_open_two(
    jh_op op, jh_slot *out, const jh_slot *a, const jh_slot *b, uint32_t count) {
  ends_in x = ends_of(a), y = ends_of(b);
  switch (op) {
  case JH_OP_ADD: each(out, x, y, count, add); break;
  case JH_OP_SUB: each(out, x, y, count, sub); break;
  case JH_OP_MUL: each(out, x, y, count, mul); break;
  case JH_OP_DIV: each(out, x, y, count, divide); break;
  case JH_OP_MIN: each(out, x, y, count, smaller); break;
  default: each(out, x, y, count, larger); break;
  }
  return join_states(out, a, b, count);
}
