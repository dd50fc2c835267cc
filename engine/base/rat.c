/* rat.c - exact rationals over GMP's mpq; see rat.h.
 *
 * GMP ends the program when memory is out. That is accepted here: figures are
 * a few hundred digits at most, and its allocators are left as the host
 * program set them.
 */
#include "base/rat.h"

#include <assert.h>
#include <string.h>

_Static_assert(sizeof(long) >= sizeof(int64_t), "mpz_set_si must take every int64_t");

void jh_rat_init(jh_rat *r) { mpq_init(r->q); }

void jh_rat_done(jh_rat *r) { mpq_clear(r->q); }

void jh_rat_set(jh_rat *r, const jh_rat *from) { mpq_set(r->q, from->q); }

void jh_rat_set_int(jh_rat *r, int64_t value) { mpq_set_si(r->q, value, 1); }

void jh_rat_set_dec(jh_rat *r, jh_dec value) { jh_rat_set_scaled(r, value.mantissa, value.scale); }

void jh_rat_set_scaled(jh_rat *r, int64_t mantissa, int32_t scale) {
  assert(scale >= 0);
  mpz_set_si(mpq_numref(r->q), mantissa);
  mpz_ui_pow_ui(mpq_denref(r->q), 10, (unsigned long)scale);
  mpq_canonicalize(r->q);
}

void jh_rat_add(jh_rat *out, const jh_rat *a, const jh_rat *b) { mpq_add(out->q, a->q, b->q); }

void jh_rat_sub(jh_rat *out, const jh_rat *a, const jh_rat *b) { mpq_sub(out->q, a->q, b->q); }

void jh_rat_mul(jh_rat *out, const jh_rat *a, const jh_rat *b) { mpq_mul(out->q, a->q, b->q); }

void jh_rat_div(jh_rat *out, const jh_rat *a, const jh_rat *b) {
  assert(jh_rat_sign(b) != 0);
  mpq_div(out->q, a->q, b->q);
}

void jh_rat_ceil(jh_rat *out, const jh_rat *a) {
  mpz_cdiv_q(mpq_numref(out->q), mpq_numref(a->q), mpq_denref(a->q));
  mpz_set_ui(mpq_denref(out->q), 1);
}

void jh_rat_floor(jh_rat *out, const jh_rat *a) {
  mpz_fdiv_q(mpq_numref(out->q), mpq_numref(a->q), mpq_denref(a->q));
  mpz_set_ui(mpq_denref(out->q), 1);
}

bool jh_rat_root(jh_rat *out, const jh_rat *a, unsigned bits) {
  assert(jh_rat_sign(a) >= 0);
  mpz_ptr num = mpq_numref(out->q), den = mpq_denref(out->q);
  if (mpz_perfect_square_p(mpq_numref(a->q)) && mpz_perfect_square_p(mpq_denref(a->q))) {
    mpz_sqrt(num, mpq_numref(a->q)); /* in lowest terms, as a is */
    mpz_sqrt(den, mpq_denref(a->q));
    return true;
  }
  mpz_t whole;
  mpz_init(whole);
  mpz_mul_2exp(whole, mpq_numref(a->q), 2 * (mp_bitcnt_t)bits);
  mpz_fdiv_q(whole, whole, mpq_denref(a->q));
  mpz_sqrt(num, whole);
  mpz_set_ui(den, 1);
  mpz_mul_2exp(den, den, bits);
  mpq_canonicalize(out->q);
  mpz_clear(whole);
  return false;
}

int jh_rat_compare(const jh_rat *a, const jh_rat *b) {
  int order = mpq_cmp(a->q, b->q);
  return (order > 0) - (order < 0);
}

size_t jh_rat_bits(const jh_rat *a) {
  return mpz_sizeinbase(mpq_numref(a->q), 2) + mpz_sizeinbase(mpq_denref(a->q), 2);
}

int jh_rat_sign(const jh_rat *a) { return mpq_sgn(a->q); }

bool jh_rat_small(const jh_rat *a, int64_t *num, int64_t *den) {
  if (mpz_sizeinbase(mpq_numref(a->q), 2) > 53 || mpz_sizeinbase(mpq_denref(a->q), 2) > 53)
    return false;
  *num = mpz_get_si(mpq_numref(a->q));
  *den = mpz_get_si(mpq_denref(a->q));
  return true;
}

double jh_rat_double(const jh_rat *a) { return mpq_get_d(a->q); }

/* Adds to a text that is cut at size - 1 bytes; *at is where it would end uncut. */
static void put(char *out, size_t size, size_t *at, const char *text, size_t count) {
  for (size_t i = 0; i < count; i++, (*at)++) {
    if (size > 0 && *at < size - 1) {
      out[*at] = text[i];
    }
  }
}

/* Ends the text; false if it was cut. */
static bool finish(char *out, size_t size, size_t at) {
  if (size == 0) {
    return false;
  }
  out[at < size - 1 ? at : size - 1] = '\0';
  return at < size;
}

/* The digits of an integer, from GMP's allocator. */
static char *digits_of(const mpz_t z) { return mpz_get_str(NULL, 10, z); }

static void free_digits(char *digits) {
  void (*release)(void *, size_t);
  mp_get_memory_functions(NULL, NULL, &release);
  release(digits, strlen(digits) + 1);
}

/* |a| * 10^places rounded to an integer; returns whether nothing was lost. */
static bool scaled_magnitude(mpz_t out, const jh_rat *a, unsigned long places, jh_round how) {
  mpz_t rest;
  mpz_init(rest);
  mpz_ui_pow_ui(out, 10, places);
  mpz_mul(out, out, mpq_numref(a->q));
  mpz_abs(out, out);
  mpz_fdiv_qr(out, rest, out, mpq_denref(a->q));
  bool exact = mpz_sgn(rest) == 0;
  bool larger; /* one more in magnitude? */
  if (how == JH_ROUND_NEAREST) {
    mpz_mul_2exp(rest, rest, 1);
    larger = mpz_cmp(rest, mpq_denref(a->q)) >= 0;
  } else {
    larger = !exact && (how == JH_ROUND_UP) == (mpq_sgn(a->q) > 0);
  }
  if (larger) {
    mpz_add_ui(out, out, 1);
  }
  mpz_clear(rest);
  return exact;
}

__extension__ typedef unsigned __int128 wide;

enum { WIDE_DIGITS = 40, WIDE_PLACES = 18 };

/* The same without GMP, which most values can do without: numerator and denominator of one word.
 * False if it cannot. */
static bool small_magnitude(wide *out, bool *exact, const jh_rat *a, int places, jh_round how) {
  mpz_srcptr num = mpq_numref(a->q), den = mpq_denref(a->q);
  if (places > WIDE_PLACES || !mpz_fits_slong_p(num) || !mpz_fits_slong_p(den)) return false;
  uint64_t by = mpz_get_ui(den);
  wide scaled = (wide)mpz_get_ui(num) * (uint64_t)jh_dec_power10(places);
  bool is_short = scaled <= UINT64_MAX; /* division of one word is much quicker */
  *out = is_short ? (uint64_t)scaled / by : scaled / by;
  uint64_t rest = is_short ? (uint64_t)scaled % by : (uint64_t)(scaled % by);
  *exact = rest == 0;
  if (how == JH_ROUND_NEAREST) {
    *out += rest >= by - rest;
  } else {
    *out += rest != 0 && (how == JH_ROUND_UP) == (mpq_sgn(a->q) > 0);
  }
  return true;
}

/* Writes digits before `end`; returns the first one. */
static char *wide_digits(char *end, wide value) {
  do {
    bool is_short = value <= UINT64_MAX;
    *--end = (char)('0' + (is_short ? (uint64_t)value % 10 : (uint64_t)(value % 10)));
    value = is_short ? (uint64_t)value / 10 : value / 10;
  } while (value > 0);
  return end;
}

/* The number whose digits, with `places` of them decimals, are given. */
static bool put_decimal(
    char *out, size_t size, bool is_negative, const char *digits, size_t places) {
  size_t count = strlen(digits), decimals = places;
  while (decimals > 0 && count > 1 && digits[count - 1] == '0') {
    count--;
    decimals--;
  }
  bool is_zero = count == 1 && digits[0] == '0';
  if (is_zero) decimals = 0;
  size_t whole = count > decimals ? count - decimals : 0;
  size_t at = 0;
  put(out, size, &at, "-", is_negative && !is_zero ? 1 : 0);
  put(out, size, &at, whole ? digits : "0", whole ? whole : 1);
  put(out, size, &at, ".", decimals ? 1 : 0);
  for (size_t zeros = decimals; zeros > count; zeros--) {
    put(out, size, &at, "0", 1);
  }
  put(out, size, &at, digits + whole, count - whole);
  return finish(out, size, at);
}

bool jh_rat_decimal(const jh_rat *a, int places, jh_round how, char *out, size_t size) {
  assert(places >= 0);
  bool exact, is_negative = mpq_sgn(a->q) < 0;
  wide small;
  if (small_magnitude(&small, &exact, a, places, how)) {
    char digits[WIDE_DIGITS + 1];
    digits[WIDE_DIGITS] = '\0';
    const char *first = wide_digits(digits + WIDE_DIGITS, small);
    return put_decimal(out, size, is_negative, first, (size_t)places) && exact;
  }
  mpz_t magnitude;
  mpz_init(magnitude);
  exact = scaled_magnitude(magnitude, a, (unsigned long)places, how);
  char *digits = digits_of(magnitude);
  bool is_whole = put_decimal(out, size, is_negative, digits, (size_t)places);
  free_digits(digits);
  mpz_clear(magnitude);
  return is_whole && exact;
}

void jh_rat_round(jh_rat *out, const jh_rat *a, int places, jh_round how) {
  assert(places >= 0);
  bool exact, is_negative = mpq_sgn(a->q) < 0;
  wide small;
  if (small_magnitude(&small, &exact, a, places, how) && small <= UINT64_MAX) {
    mpz_set_ui(mpq_numref(out->q), (uint64_t)small);
  } else {
    mpz_t magnitude;
    mpz_init(magnitude);
    (void)scaled_magnitude(magnitude, a, (unsigned long)places, how);
    mpz_swap(mpq_numref(out->q), magnitude);
    mpz_clear(magnitude);
  }
  if (is_negative) mpz_neg(mpq_numref(out->q), mpq_numref(out->q));
  mpz_ui_pow_ui(mpq_denref(out->q), 10, (unsigned long)places);
  mpq_canonicalize(out->q);
}

void jh_rat_text(const jh_rat *a, char *out, size_t size) {
  size_t at = 0;
  char *digits = digits_of(mpq_numref(a->q));
  put(out, size, &at, digits, strlen(digits));
  free_digits(digits);
  if (mpz_cmp_ui(mpq_denref(a->q), 1) != 0) {
    digits = digits_of(mpq_denref(a->q));
    put(out, size, &at, "/", 1);
    put(out, size, &at, digits, strlen(digits));
    free_digits(digits);
  }
  (void)finish(out, size, at);
}
