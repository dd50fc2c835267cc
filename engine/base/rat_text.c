/* rat_text.c - rationals as decimal text and rounded to decimals; see rat.h.
 *
 * The small ones, which nearly all are, without any memory; the others by way of GMP.
 */
#include <assert.h>
#include <string.h>

#include "base/rat.h"
#include "base/rat_big.h"

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
  jh_rat_view at;
  mpz_t rest;
  jh_rat_big_view(&at, a);
  mpz_srcptr num = mpq_numref(at.q), den = mpq_denref(at.q);
  mpz_init(rest);
  mpz_ui_pow_ui(out, 10, places);
  mpz_mul(out, out, num);
  mpz_abs(out, out);
  mpz_fdiv_qr(out, rest, out, den);
  bool exact = mpz_sgn(rest) == 0;
  bool larger; /* one more in magnitude? */
  if (how == JH_ROUND_NEAREST) {
    mpz_mul_2exp(rest, rest, 1);
    larger = mpz_cmp(rest, den) >= 0;
  } else {
    larger = !exact && (how == JH_ROUND_UP) == (mpz_sgn(num) > 0);
  }
  if (larger) {
    mpz_add_ui(out, out, 1);
  }
  mpz_clear(rest);
  return exact;
}

__extension__ typedef unsigned __int128 wide;

enum { WIDE_DIGITS = 40, WIDE_PLACES = 18 };

/* The same for the small ones. False if it cannot. */
static bool small_magnitude(wide *out, bool *exact, const jh_rat *a, int places, jh_round how) {
  if (places > WIDE_PLACES || a->den == 0) return false;
  uint64_t by = (uint64_t)a->den, num = a->num < 0 ? 0 - (uint64_t)a->num : (uint64_t)a->num;
  wide scaled = (wide)num * (uint64_t)jh_dec_power10(places);
  bool is_short = scaled <= UINT64_MAX; /* division of one word is much quicker */
  *out = is_short ? (uint64_t)scaled / by : scaled / by;
  uint64_t rest = is_short ? (uint64_t)scaled % by : (uint64_t)(scaled % by);
  *exact = rest == 0;
  if (how == JH_ROUND_NEAREST) {
    *out += rest >= by - rest;
  } else {
    *out += rest != 0 && (how == JH_ROUND_UP) == (a->num > 0);
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
  bool exact, is_negative = jh_rat_sign(a) < 0;
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
  bool exact, is_negative = jh_rat_sign(a) < 0;
  wide small;
  if (small_magnitude(&small, &exact, a, places, how) && small <= INT64_MAX) {
    jh_rat_set_scaled(out, is_negative ? -(int64_t)small : (int64_t)small, places);
    return;
  }
  mpq_t value;
  mpq_init(value);
  (void)scaled_magnitude(mpq_numref(value), a, (unsigned long)places, how);
  if (is_negative) mpz_neg(mpq_numref(value), mpq_numref(value));
  mpz_ui_pow_ui(mpq_denref(value), 10, (unsigned long)places);
  mpq_canonicalize(value);
  jh_rat_big_give(out, value);
}

void jh_rat_text(const jh_rat *a, char *out, size_t size) {
  jh_rat_view view;
  size_t at = 0;
  jh_rat_big_view(&view, a);
  char *digits = digits_of(mpq_numref(view.q));
  put(out, size, &at, digits, strlen(digits));
  free_digits(digits);
  if (mpz_cmp_ui(mpq_denref(view.q), 1) != 0) {
    digits = digits_of(mpq_denref(view.q));
    put(out, size, &at, "/", 1);
    put(out, size, &at, digits, strlen(digits));
    free_digits(digits);
  }
  (void)finish(out, size, at);
}
