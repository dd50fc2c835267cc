/* ends.c - arithmetic of enclosed ends, one number at a time.
 *
 * The kernels do known numbers in loops of their own and call this where a
 * missing cell plays in. Rounds to nearest as the machine does and then steps
 * outward; sums and whole products that come out exact are left as they are,
 * so that a count on the line is decided without rationals.
 */
#include "eval/ends.h"

#include <float.h>

/* One end of an exact range, enclosed. */
typedef struct span {
  double low, high;
} span;

static double down(double x) { return isinf(x) ? x : jh_ends_down(x); }
static double up(double x) { return isinf(x) ? x : jh_ends_up(x); }

/* What rounding lost in s = a + b (two-sum); 0 if nothing, NaN with infinities. */
static double lost(double a, double b, double s) {
  double t = s - a;
  return (a - (s - t)) + (b - t);
}

static double add_down(double a, double b) {
  double s = a + b;
  return lost(a, b, s) < 0 ? down(s) : s;
}

static double add_up(double a, double b) {
  double s = a + b;
  return lost(a, b, s) > 0 ? up(s) : s;
}

/* Both numbers of a span are finite, or both infinite. */
static bool is_finite(span a) { return fabs(a.low) <= DBL_MAX && fabs(a.high) <= DBL_MAX; }

/* What finite numbers give must not look infinite: then nothing can be said, which NaN stands for. It
 * is in both numbers, and poisons the result (tidy). */
static span sound(span out, span a, span b) {
  bool is_lost = is_finite(a) && is_finite(b) && !is_finite(out);
  return is_lost ? (span){(double)NAN, (double)NAN} : out;
}

static span span_add(span a, span b) {
  return sound((span){add_down(a.low, b.low), add_up(a.high, b.high)}, a, b);
}

static double mul(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

/* b != 0; anything over infinity is 0. */
static double quotient(double a, double b) { return isinf(b) || a == 0 ? 0 : a / b; }

static bool is_whole_product(double a, double b) {
  return a == 0 || b == 0 || (jh_ends_is_whole(a) && jh_ends_is_whole(b) && fabs(a * b) < 0x1p51);
}

/* A quotient of whole numbers below 2^51 that rounds to a whole one is that: no other is so near. */
static bool is_whole_quotient(double a, double b) {
  if (a == 0 || isinf(b)) return true;
  return jh_ends_is_whole(a) && jh_ends_is_whole(b) && jh_ends_is_whole(a / b);
}

/* The smallest and largest over the four pairs of ends, stepped outward unless both are points
 * and the result is exact. */
static span over_pairs(
    span a, span b, double (*op)(double, double), bool (*is_exact)(double, double)) {
  double v[4] = {op(a.low, b.low), op(a.low, b.high), op(a.high, b.low), op(a.high, b.high)};
  bool is_point = a.low == a.high && b.low == b.high;
  span out = {v[0], v[0]};
  for (int k = 1; k < 4; k++) {
    out.low = v[k] < out.low ? v[k] : out.low;
    out.high = v[k] > out.high ? v[k] : out.high;
  }
  if (!is_point || !is_exact(a.low, b.low)) out = (span){down(out.low), up(out.high)};
  return sound(out, a, b);
}

static span span_mul(span a, span b) { return over_pairs(a, b, mul, is_whole_product); }
static span span_div(span a, span b) { return over_pairs(a, b, quotient, is_whole_quotient); }

static span span_min(span a, span b) {
  return (span){a.low < b.low ? a.low : b.low, a.high < b.high ? a.high : b.high};
}

static span span_max(span a, span b) {
  return (span){a.low > b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
}

static span low_of(jh_ends a) { return (span){a.low, a.low_in}; }
static span high_of(jh_ends a) { return (span){a.high_in, a.high}; }

jh_ends jh_ends_state(uint8_t state) {
  return (jh_ends){-INFINITY, INFINITY, -INFINITY, INFINITY, state};
}

jh_ends jh_ends_point(double low, double high) {
  if (!(low <= high && fabs(low) <= DBL_MAX && fabs(high) <= DBL_MAX))
    return jh_ends_state(JH_ENDS_UNSURE);
  return (jh_ends){low, high, low, high, JH_ENDS_KNOWN};
}

/* Puts the two ends together; what makes no sense becomes UNSURE. */
static jh_ends tidy(span low, span high, uint8_t state) {
  if (isnan(low.low) || isnan(high.low)) return jh_ends_state(JH_ENDS_UNSURE);
  if (state == JH_ENDS_KNOWN || low.low == high.high) return jh_ends_point(low.low, high.high);
  double low_in = low.high < high.high ? low.high : high.high; /* as L <= H */
  double high_in = high.low > low.low ? high.low : low.low;
  return (jh_ends){low.low, low_in, high_in, high.high, JH_ENDS_RANGE};
}

/* A rational, enclosed. jh_rat_double cuts towards zero. */
static span enclose(const jh_rat *value) {
  double near = jh_rat_double(value);
  if (jh_ends_is_whole(near)) {
    jh_rat whole;
    jh_rat_init(&whole);
    jh_rat_set_int(&whole, (int64_t)near);
    bool is_same = jh_rat_compare(&whole, value) == 0;
    jh_rat_done(&whole);
    if (is_same) return (span){near, near};
  }
  span out = {down(near), up(near)};
  return sound(out, (span){0, 0}, (span){0, 0});
}

jh_ends jh_ends_of_range(const jh_range *range) {
  if (range->is_undefined) return jh_ends_state(JH_ENDS_UNDEFINED);
  span low = {-INFINITY, -INFINITY}, high = {INFINITY, INFINITY};
  if (range->has_low) low = enclose(&range->low);
  if (range->has_high) high = enclose(&range->high);
  return tidy(low, high, jh_range_is_known(range) ? JH_ENDS_KNOWN : JH_ENDS_RANGE);
}

jh_ends jh_ends_of_scaled(int64_t mantissa, int32_t scale, int64_t num, int64_t den) {
  jh_range range;
  jh_range_init(&range);
  jh_rat_set_scaled(&range.low, mantissa, scale);
  jh_range_set_rat(&range, &range.low);
  jh_range_scale(&range, num, den);
  jh_ends out = jh_ends_of_range(&range);
  jh_range_done(&range);
  return out;
}

static uint8_t joint(jh_ends a, jh_ends b) { return a.state > b.state ? a.state : b.state; }

jh_ends jh_ends_add(jh_ends a, jh_ends b) {
  uint8_t state = joint(a, b);
  if (state > JH_ENDS_RANGE) return jh_ends_state(state);
  return tidy(span_add(low_of(a), low_of(b)), span_add(high_of(a), high_of(b)), state);
}

jh_ends jh_ends_neg(jh_ends a) {
  return (jh_ends){-a.high, -a.high_in, -a.low_in, -a.low, a.state};
}

jh_ends jh_ends_sub(jh_ends a, jh_ends b) { return jh_ends_add(a, jh_ends_neg(b)); }

/* The smallest and largest of what op makes of the ends of two ranges. */
static jh_ends over_ends(jh_ends a, jh_ends b, span (*op)(span, span), uint8_t state) {
  if (state == JH_ENDS_KNOWN) {
    span both = op((span){a.low, a.high}, (span){b.low, b.high});
    return tidy(both, both, state);
  }
  span low = {INFINITY, INFINITY}, high = {-INFINITY, -INFINITY};
  for (int k = 0; k < 4; k++) {
    span value = op(k & 1 ? high_of(a) : low_of(a), k & 2 ? high_of(b) : low_of(b));
    if (isnan(value.low)) return jh_ends_state(JH_ENDS_UNSURE);
    low = span_min(low, value);
    high = span_max(high, value);
  }
  return tidy(low, high, state);
}

jh_ends jh_ends_mul(jh_ends a, jh_ends b) {
  uint8_t state = joint(a, b);
  return state > JH_ENDS_RANGE ? jh_ends_state(state) : over_ends(a, b, span_mul, state);
}

/* -1, 0, 1, or 2 where the enclosure leaves the sign open. */
static int sign_of(span a) {
  if (a.low > 0) return 1;
  if (a.high < 0) return -1;
  return a.low == 0 && a.high == 0 ? 0 : 2;
}

/* a over a divisor that lies in [0, c]. */
static jh_ends div_above_zero(jh_ends a, span c) {
  int low = sign_of(low_of(a)), high = sign_of(high_of(a));
  if (low == 2 || high == 2) return jh_ends_state(JH_ENDS_UNSURE);
  span below = {-INFINITY, -INFINITY}, above = {INFINITY, INFINITY};
  if (low >= 0) below = span_div(low_of(a), c);
  if (high <= 0) above = span_div(high_of(a), c);
  return tidy(below, above, JH_ENDS_RANGE);
}

jh_ends jh_ends_div(jh_ends a, jh_ends b) {
  uint8_t state = joint(a, b);
  if (state > JH_ENDS_RANGE) return jh_ends_state(state);
  int low = sign_of(low_of(b)), high = sign_of(high_of(b));
  if (low == 2 || high == 2) return jh_ends_state(JH_ENDS_UNSURE);
  if (low == 0 && high == 0) return jh_ends_state(JH_ENDS_UNDEFINED);
  if (a.low == 0 && a.high == 0) return jh_ends_point(0, 0);
  if (low > 0 || high < 0) return over_ends(a, b, span_div, state);
  if (low == 0) return div_above_zero(a, high_of(b));
  if (high == 0) return div_above_zero(jh_ends_neg(a), high_of(jh_ends_neg(b)));
  bool is_zero_open = sign_of(low_of(a)) == 2 || sign_of(high_of(a)) == 2;
  return is_zero_open
             ? jh_ends_state(JH_ENDS_UNSURE)
             : tidy((span){-INFINITY, -INFINITY}, (span){INFINITY, INFINITY}, JH_ENDS_RANGE);
}

static jh_ends pick(jh_ends a, jh_ends b, span (*low)(span, span), span (*high)(span, span)) {
  uint8_t state = joint(a, b);
  if (state > JH_ENDS_RANGE) return jh_ends_state(state);
  span l = low(low_of(a), low_of(b)), h = high(high_of(a), high_of(b));
  return tidy(l, h, low == high ? state : JH_ENDS_RANGE);
}

jh_ends jh_ends_min(jh_ends a, jh_ends b) { return pick(a, b, span_min, span_min); }
jh_ends jh_ends_max(jh_ends a, jh_ends b) { return pick(a, b, span_max, span_max); }
jh_ends jh_ends_hull(jh_ends a, jh_ends b) { return pick(a, b, span_min, span_max); }

jh_ends jh_ends_ceil(jh_ends a) {
  return (jh_ends){ceil(a.low), ceil(a.low_in), ceil(a.high_in), ceil(a.high), a.state};
}

jh_ends jh_ends_floor(jh_ends a) {
  return (jh_ends){floor(a.low), floor(a.low_in), floor(a.high_in), floor(a.high), a.state};
}

jh_tri jh_ends_is_known(jh_ends a) {
  if (a.state == JH_ENDS_KNOWN) return JH_TRUE;
  if (a.state == JH_ENDS_UNDEFINED) return JH_FALSE;
  return a.state == JH_ENDS_RANGE && a.low_in < a.high_in ? JH_FALSE : JH_UNKNOWN;
}

/* Is the exact low end of a surely below the exact high end of b, and the high end of a
 * surely not below the low end of b? Then the relation a >= b is surely open. An infinite end is below, or
 * above, all that it is compared with. */
static bool is_open(jh_ends a, jh_ends b) { return a.low_in < b.high_in && a.high_in >= b.low_in; }

jh_tri jh_ends_at_least(jh_ends a, jh_ends b, bool *is_sure) {
  uint8_t state = joint(a, b);
  *is_sure = true;
  if (state == JH_ENDS_UNDEFINED) return JH_UNKNOWN;
  if (state != JH_ENDS_UNSURE && a.low >= b.high) return JH_TRUE;
  if (state != JH_ENDS_UNSURE && a.high < b.low) return JH_FALSE;
  *is_sure = state == JH_ENDS_RANGE && is_open(a, b);
  return JH_UNKNOWN;
}

jh_tri jh_ends_above(jh_ends a, jh_ends b, bool *is_sure) {
  return (jh_tri)(JH_TRUE - jh_ends_at_least(b, a, is_sure));
}

jh_tri jh_ends_equal(jh_ends a, jh_ends b, bool *is_sure) {
  bool is_left_sure, is_right_sure;
  jh_tri left = jh_ends_at_least(a, b, &is_left_sure);
  jh_tri right = jh_ends_at_least(b, a, &is_right_sure);
  *is_sure =
      is_left_sure && is_right_sure; /* where one is surely false, the other is surely true */
  return left < right ? left : right;
}
