/* range.c - exact ranges: their arithmetic and comparison.
 *
 * Each end is a rational or infinite; products and quotients look at all pairs
 * of ends, with 0 * infinity = 0, which is right for the ends of a range that is
 * never reached there. Knows no graph.
 */
#include "eval/range.h"

/* One end while it is computed: sign -1 or +1 for an infinite one, 0 for a number. */
typedef struct end {
  jh_rat value;
  int infinite;
} end;

void jh_range_init(jh_range *range) {
  jh_rat_init(&range->low);
  jh_rat_init(&range->high);
  range->has_low = range->has_high = true;
  range->is_undefined = false;
}

void jh_range_done(jh_range *range) {
  jh_rat_done(&range->low);
  jh_rat_done(&range->high);
}

bool jh_range_is_known(const jh_range *range) {
  return !range->is_undefined && range->has_low && range->has_high &&
         jh_rat_compare(&range->low, &range->high) == 0;
}

void jh_range_set(jh_range *range, const jh_range *from) {
  if (range == from) return;
  jh_rat_set(&range->low, &from->low);
  jh_rat_set(&range->high, &from->high);
  range->has_low = from->has_low;
  range->has_high = from->has_high;
  range->is_undefined = from->is_undefined;
}

void jh_range_set_rat(jh_range *range, const jh_rat *value) {
  jh_rat_set(&range->low, value);
  jh_rat_set(&range->high, value);
  range->has_low = range->has_high = true;
  range->is_undefined = false;
}

void jh_range_set_int(jh_range *range, int64_t value) {
  jh_rat_set_int(&range->low, value);
  jh_rat_set_int(&range->high, value);
  range->has_low = range->has_high = true;
  range->is_undefined = false;
}

void jh_range_set_scaled(
    jh_range *range, int64_t mantissa, int32_t scale, int64_t num, int64_t den) {
  jh_rat_set_scaled(&range->low, mantissa, scale);
  jh_range_set_rat(range, &range->low);
  jh_range_scale(range, num, den);
}

void jh_range_set_undefined(jh_range *range) { range->is_undefined = true; }

void jh_range_set_all(jh_range *range) {
  range->has_low = range->has_high = false;
  range->is_undefined = false;
}

void jh_range_set_column(jh_range *range, const jh_column_def *column) {
  jh_range_set_all(range);
  range->has_low = column->has_min;
  range->has_high = column->has_max;
  if (column->has_min) jh_rat_set_dec(&range->low, column->min);
  if (column->has_max) jh_rat_set_dec(&range->high, column->max);
}

static bool is_undefined_with(jh_range *out, const jh_range *a, const jh_range *b) {
  if (!a->is_undefined && !b->is_undefined) return false;
  jh_range_set_undefined(out);
  return true;
}

void jh_range_add(jh_range *out, const jh_range *a, const jh_range *b) {
  if (is_undefined_with(out, a, b)) return;
  jh_rat_add(&out->low, &a->low, &b->low);
  jh_rat_add(&out->high, &a->high, &b->high);
  out->has_low = a->has_low && b->has_low;
  out->has_high = a->has_high && b->has_high;
  out->is_undefined = false;
}

void jh_range_neg(jh_range *out, const jh_range *a) {
  if (a->is_undefined) {
    jh_range_set_undefined(out);
    return;
  }
  jh_rat low;
  bool has_low = a->has_high, has_high = a->has_low; /* out may be a */
  jh_rat_init(&low);
  jh_rat_neg(&low, &a->high);
  jh_rat_neg(&out->high, &a->low);
  jh_rat_set(&out->low, &low);
  jh_rat_done(&low);
  out->has_low = has_low;
  out->has_high = has_high;
  out->is_undefined = false;
}

void jh_range_sub(jh_range *out, const jh_range *a, const jh_range *b) {
  jh_range negative;
  jh_range_init(&negative);
  jh_range_neg(&negative, b);
  jh_range_add(out, a, &negative);
  jh_range_done(&negative);
}

/* The sign of an end of a range: of -inf, a number, +inf. */
static int low_sign(const jh_range *a) { return a->has_low ? jh_rat_sign(&a->low) : -1; }
static int high_sign(const jh_range *a) { return a->has_high ? jh_rat_sign(&a->high) : 1; }

static bool is_zero(const jh_range *a) { return low_sign(a) == 0 && high_sign(a) == 0; }

static void end_init(end *e) {
  jh_rat_init(&e->value);
  e->infinite = 0;
}

/* Copies an end of a range: side 0 is the low one. */
static void end_take(end *e, const jh_range *a, int side) {
  jh_rat_set(&e->value, side ? &a->high : &a->low);
  e->infinite = side ? (a->has_high ? 0 : 1) : (a->has_low ? 0 : -1);
}

static int end_sign(const end *e) { return e->infinite ? e->infinite : jh_rat_sign(&e->value); }

static int end_compare(const end *a, const end *b) {
  if (a->infinite || b->infinite) return a->infinite - b->infinite;
  return jh_rat_compare(&a->value, &b->value);
}

static void end_mul(end *out, const end *a, const end *b) {
  int sign = end_sign(a) * end_sign(b);
  if (sign != 0 && (a->infinite || b->infinite)) {
    out->infinite = sign;
    return;
  }
  out->infinite = 0;
  if (sign == 0)
    jh_rat_set_int(&out->value, 0);
  else
    jh_rat_mul(&out->value, &a->value, &b->value);
}

/* b is not 0; anything over an infinite end is 0, the limit. */
static void end_div(end *out, const end *a, const end *b) {
  out->infinite = 0;
  if (b->infinite || end_sign(a) == 0)
    jh_rat_set_int(&out->value, 0);
  else if (a->infinite)
    out->infinite = a->infinite * end_sign(b);
  else
    jh_rat_div(&out->value, &a->value, &b->value);
}

static void set_ends(jh_range *out, const end *low, const end *high) {
  out->is_undefined = false;
  out->has_low = !low->infinite;
  out->has_high = !high->infinite;
  if (out->has_low) jh_rat_set(&out->low, &low->value);
  if (out->has_high) jh_rat_set(&out->high, &high->value);
}

/* The smallest and largest of what `op` makes of all four pairs of ends. */
static void over_pairs(
    jh_range *out, const jh_range *a, const jh_range *b,
    void (*op)(end *, const end *, const end *)) {
  end x, y, value, low, high;
  end_init(&x), end_init(&y), end_init(&value), end_init(&low), end_init(&high);
  for (int k = 0; k < 4; k++) {
    end_take(&x, a, k & 1);
    end_take(&y, b, k >> 1);
    op(&value, &x, &y);
    if (k == 0 || end_compare(&value, &low) < 0) {
      jh_rat_set(&low.value, &value.value);
      low.infinite = value.infinite;
    }
    if (k == 0 || end_compare(&value, &high) > 0) {
      jh_rat_set(&high.value, &value.value);
      high.infinite = value.infinite;
    }
  }
  set_ends(out, &low, &high);
  jh_rat_done(&x.value), jh_rat_done(&y.value), jh_rat_done(&value.value);
  jh_rat_done(&low.value), jh_rat_done(&high.value);
}

void jh_range_mul(jh_range *out, const jh_range *a, const jh_range *b) {
  if (is_undefined_with(out, a, b)) return;
  if (jh_range_is_known(a) && jh_range_is_known(b)) {
    jh_rat_mul(&out->low, &a->low, &b->low);
    jh_range_set_rat(out, &out->low);
    return;
  }
  over_pairs(out, a, b, end_mul);
}

/* a / [0, c] with c > 0 perhaps infinite: the divisor is taken to lie above 0. */
static void div_above_zero(jh_range *out, const jh_range *a, const jh_range *b) {
  bool is_low_open = low_sign(a)<0, is_high_open = high_sign(a)> 0;
  end x, y, low, high;
  end_init(&x), end_init(&y), end_init(&low), end_init(&high);
  end_take(&y, b, 1);
  end_take(&x, a, 0);
  end_div(&low, &x, &y);
  end_take(&x, a, 1);
  end_div(&high, &x, &y);
  if (is_low_open) low.infinite = -1;
  if (is_high_open) high.infinite = 1;
  set_ends(out, &low, &high);
  jh_rat_done(&x.value), jh_rat_done(&y.value), jh_rat_done(&low.value), jh_rat_done(&high.value);
}

void jh_range_div(jh_range *out, const jh_range *a, const jh_range *b) {
  if (is_undefined_with(out, a, b)) return;
  int low = low_sign(b), high = high_sign(b);
  if (low == 0 && high == 0) {
    jh_range_set_undefined(out);
  } else if (is_zero(a)) {
    jh_range_set_int(out, 0);
  } else if (jh_range_is_known(a) && jh_range_is_known(b)) {
    jh_rat_div(&out->low, &a->low, &b->low);
    jh_range_set_rat(out, &out->low);
  } else if (low > 0 || high < 0) {
    over_pairs(out, a, b, end_div);
  } else if (low == 0) {
    div_above_zero(out, a, b);
  } else if (high == 0) {
    jh_range minus_a, minus_b;
    jh_range_init(&minus_a), jh_range_init(&minus_b);
    jh_range_neg(&minus_a, a);
    jh_range_neg(&minus_b, b);
    div_above_zero(out, &minus_a, &minus_b);
    jh_range_done(&minus_a), jh_range_done(&minus_b);
  } else {
    jh_range_set_all(out);
  }
}

/* Into out's low end: the smaller (sign -1) or larger (sign 1) of the two low ends. */
static void pick_low(jh_range *out, const jh_range *a, const jh_range *b, int sign) {
  if (!a->has_low || !b->has_low) {
    const jh_range *other = a->has_low ? a : b;
    bool has = sign > 0 && (a->has_low || b->has_low);
    if (has) jh_rat_set(&out->low, &other->low);
    out->has_low = has;
    return;
  }
  jh_rat_set(&out->low, jh_rat_compare(&a->low, &b->low) * sign > 0 ? &a->low : &b->low);
  out->has_low = true;
}

static void pick_high(jh_range *out, const jh_range *a, const jh_range *b, int sign) {
  if (!a->has_high || !b->has_high) {
    const jh_range *other = a->has_high ? a : b;
    bool has = sign < 0 && (a->has_high || b->has_high);
    if (has) jh_rat_set(&out->high, &other->high);
    out->has_high = has;
    return;
  }
  jh_rat_set(&out->high, jh_rat_compare(&a->high, &b->high) * sign > 0 ? &a->high : &b->high);
  out->has_high = true;
}

static void pick(jh_range *out, const jh_range *a, const jh_range *b, int low, int high) {
  if (is_undefined_with(out, a, b)) return;
  pick_low(out, a, b, low);
  pick_high(out, a, b, high);
  out->is_undefined = false;
}

void jh_range_min(jh_range *out, const jh_range *a, const jh_range *b) { pick(out, a, b, -1, -1); }
void jh_range_max(jh_range *out, const jh_range *a, const jh_range *b) { pick(out, a, b, 1, 1); }
void jh_range_hull(jh_range *out, const jh_range *a, const jh_range *b) { pick(out, a, b, -1, 1); }

void jh_range_ceil(jh_range *out, const jh_range *a) {
  jh_range_set(out, a);
  jh_rat_ceil(&out->low, &out->low);
  jh_rat_ceil(&out->high, &out->high);
}

void jh_range_floor(jh_range *out, const jh_range *a) {
  jh_range_set(out, a);
  jh_rat_floor(&out->low, &out->low);
  jh_rat_floor(&out->high, &out->high);
}

void jh_range_scale(jh_range *range, int64_t num, int64_t den) {
  if (num == den || range->is_undefined) return;
  jh_rat factor, below;
  jh_rat_init(&factor), jh_rat_init(&below);
  jh_rat_set_int(&factor, num);
  jh_rat_set_int(&below, den);
  jh_rat_div(&factor, &factor, &below);
  jh_rat_mul(&range->low, &range->low, &factor);
  jh_rat_mul(&range->high, &range->high, &factor);
  jh_rat_done(&factor), jh_rat_done(&below);
}

jh_tri jh_range_at_least(const jh_range *a, const jh_range *b) {
  if (a->is_undefined || b->is_undefined) return JH_UNKNOWN;
  if (a->has_low && b->has_high && jh_rat_compare(&a->low, &b->high) >= 0) return JH_TRUE;
  if (a->has_high && b->has_low && jh_rat_compare(&a->high, &b->low) < 0) return JH_FALSE;
  return JH_UNKNOWN;
}

jh_tri jh_range_above(const jh_range *a, const jh_range *b) {
  return (jh_tri)(JH_TRUE - jh_range_at_least(b, a));
}

jh_tri jh_range_equal(const jh_range *a, const jh_range *b) {
  jh_tri left = jh_range_at_least(a, b), right = jh_range_at_least(b, a);
  return left < right ? left : right;
}
