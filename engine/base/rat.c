/* rat.c - rationals whose numerator and denominator are one word each; see rat.h.
 *
 * Works them out in words, and hands over to rat_big.c where a word is too short. Each of the small
 * forms is in lowest terms with a denominator above 0, so that equal numbers are equal in both.
 */
#include "base/rat.h"

#include <assert.h>
#include <math.h>

#include "base/rat_big.h"

__extension__ typedef __int128 wide;

enum { POWERS = 18 }; /* the largest power of ten that a word holds */

/* Of one word, and with a word for what is of the other sign. */
static bool is_small(const jh_rat *r) { return r->den != 0 && r->num != INT64_MIN; }

static uint64_t magnitude(int64_t value) {
  return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

static uint64_t common_divisor(uint64_t a, uint64_t b) {
  if (a == 0) return b; /* a denominator, so never 0 */
  if (a == 1 || b == 1) return 1;
  int twos = __builtin_ctzll(a | b);
  a >>= __builtin_ctzll(a);
  while (b != 0) {
    b >>= __builtin_ctzll(b);
    uint64_t more = a > b ? a - b : b - a;
    a = a < b ? a : b;
    b = more;
  }
  return a << twos;
}

/* Not INT64_MIN, and below 0 or above it; the divisor of a denominator, which a word holds. */
static int64_t divisor_of(int64_t num, int64_t den) {
  return (int64_t)common_divisor(magnitude(num), magnitude(den));
}

static void put(jh_rat *out, int64_t num, int64_t den) {
  if (out->den == 0) jh_rat_big_drop(out);
  out->num = num;
  out->den = den;
}

void jh_rat_init(jh_rat *r) { *r = (jh_rat){.den = 1}; }

void jh_rat_done(jh_rat *r) {
  if (r->den == 0) jh_rat_big_drop(r);
}

void jh_rat_set(jh_rat *r, const jh_rat *from) {
  if (r == from) return;
  if (from->den == 0) {
    jh_rat_big_set(r, from);
  } else {
    put(r, from->num, from->den);
  }
}

void jh_rat_set_int(jh_rat *r, int64_t value) { put(r, value, 1); }

void jh_rat_set_dec(jh_rat *r, jh_dec value) { jh_rat_set_scaled(r, value.mantissa, value.scale); }

void jh_rat_set_scaled(jh_rat *r, int64_t mantissa, int32_t scale) {
  assert(scale >= 0);
  if (scale > POWERS) {
    jh_rat_big_set_scaled(r, mantissa, scale);
    return;
  }
  int64_t by = mantissa == 0 ? jh_dec_power10(scale) : 1, rest = mantissa;
  for (int32_t i = 0; i < scale && mantissa != 0 && rest % 2 == 0; i++, rest /= 2) by *= 2;
  for (int32_t i = 0; i < scale && mantissa != 0 && rest % 5 == 0; i++, rest /= 5) by *= 5;
  put(r, mantissa / by, jh_dec_power10(scale) / by);
}

/* a + b or a - b, if a word holds it and what leads there. */
static bool add_small(jh_rat *out, const jh_rat *a, const jh_rat *b, bool is_minus) {
  int64_t x = a->num, y = is_minus ? -b->num : b->num, sum, den;
  int64_t by = a->den == b->den ? a->den : divisor_of(a->den, b->den);
  int64_t rest_a = a->den / by, rest_b = b->den / by;
  if (__builtin_mul_overflow(x, rest_b, &x) || __builtin_mul_overflow(y, rest_a, &y) ||
      __builtin_add_overflow(x, y, &sum) || sum == INT64_MIN)
    return false;
  int64_t over = divisor_of(sum, by); /* nothing else can be left to cut */
  if (__builtin_mul_overflow(rest_a, b->den / over, &den)) return false;
  put(out, sum / over, den);
  return true;
}

static bool mul_small(jh_rat *out, const jh_rat *a, const jh_rat *b) {
  int64_t cross = divisor_of(a->num, b->den), over = divisor_of(b->num, a->den), num, den;
  if (__builtin_mul_overflow(a->num / cross, b->num / over, &num) ||
      __builtin_mul_overflow(a->den / over, b->den / cross, &den))
    return false;
  put(out, num, num == 0 ? 1 : den);
  return true;
}

/* b turned over, its sign above. */
static jh_rat inverse_of(const jh_rat *b) {
  return b->num < 0 ? (jh_rat){.num = -b->den, .den = -b->num}
                    : (jh_rat){.num = b->den, .den = b->num};
}

void jh_rat_add(jh_rat *out, const jh_rat *a, const jh_rat *b) {
  if (!is_small(a) || !is_small(b) || !add_small(out, a, b, false))
    jh_rat_big_combine(out, a, b, mpq_add);
}

void jh_rat_sub(jh_rat *out, const jh_rat *a, const jh_rat *b) {
  if (!is_small(a) || !is_small(b) || !add_small(out, a, b, true))
    jh_rat_big_combine(out, a, b, mpq_sub);
}

void jh_rat_mul(jh_rat *out, const jh_rat *a, const jh_rat *b) {
  if (!is_small(a) || !is_small(b) || !mul_small(out, a, b)) jh_rat_big_combine(out, a, b, mpq_mul);
}

void jh_rat_div(jh_rat *out, const jh_rat *a, const jh_rat *b) {
  assert(jh_rat_sign(b) != 0);
  if (is_small(a) && is_small(b)) {
    jh_rat inverse = inverse_of(b);
    if (mul_small(out, a, &inverse)) return;
  }
  jh_rat_big_combine(out, a, b, mpq_div);
}

void jh_rat_neg(jh_rat *out, const jh_rat *a) {
  if (is_small(a)) {
    put(out, -a->num, a->den);
  } else {
    jh_rat zero = {.den = 1};
    jh_rat_big_combine(out, &zero, a, mpq_sub);
  }
}

/* Quotients of C go towards zero: up below it, down above it. */
void jh_rat_ceil(jh_rat *out, const jh_rat *a) {
  if (a->den == 0)
    jh_rat_big_whole(out, a, mpz_cdiv_q);
  else
    put(out, a->num / a->den + (a->num % a->den > 0), 1);
}

void jh_rat_floor(jh_rat *out, const jh_rat *a) {
  if (a->den == 0)
    jh_rat_big_whole(out, a, mpz_fdiv_q);
  else
    put(out, a->num / a->den - (a->num % a->den < 0), 1);
}

int jh_rat_compare(const jh_rat *a, const jh_rat *b) {
  if (a->den == 0 || b->den == 0) return jh_rat_big_compare(a, b);
  wide left = (wide)a->num * b->den, right = (wide)b->num * a->den;
  return (left > right) - (left < right);
}

int jh_rat_sign(const jh_rat *a) {
  return a->den == 0 ? jh_rat_big_sign(a) : (a->num > 0) - (a->num < 0);
}

bool jh_rat_root(jh_rat *out, const jh_rat *a, unsigned bits) {
  assert(jh_rat_sign(a) >= 0);
  return jh_rat_big_root(out, a, bits);
}

static size_t bits_of(uint64_t value) { return value ? 64 - (size_t)__builtin_clzll(value) : 1; }

size_t jh_rat_bits(const jh_rat *a) {
  if (a->den == 0) return jh_rat_big_bits(a);
  return bits_of(magnitude(a->num)) + bits_of((uint64_t)a->den);
}

bool jh_rat_small(const jh_rat *a, int64_t *num, int64_t *den) {
  if (a->den == 0 || bits_of(magnitude(a->num)) > 53 || bits_of((uint64_t)a->den) > 53)
    return false;
  *num = a->num;
  *den = a->den;
  return true;
}

double jh_rat_double(const jh_rat *a) {
  int64_t num, den;
  if (!jh_rat_small(a, &num, &den)) return jh_rat_big_double(a);
  double above = fabs((double)num), near = above / (double)den;
  if (fma(near, (double)den, -above) > 0) near = nextafter(near, 0); /* it was rounded up */
  return num < 0 ? -near : near;
}
