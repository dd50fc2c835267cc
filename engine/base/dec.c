/* dec.c - exact decimals; see dec.h.
 *
 * Digits are read and written by own loops: the C library's number functions
 * follow the locale, which belongs to the host program.
 */
#include "base/dec.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

__extension__ typedef __int128 wide;

#define MOST_DIGITS 18
#define MOST_SCALE 18

int64_t jh_dec_power10(int32_t n) {
  static const int64_t powers[] = {
      1,
      10,
      100,
      1000,
      10000,
      100000,
      1000000,
      10000000,
      100000000,
      1000000000,
      10000000000,
      100000000000,
      1000000000000,
      10000000000000,
      100000000000000,
      1000000000000000,
      10000000000000000,
      100000000000000000,
      1000000000000000000};
  assert(n >= 0 && n <= MOST_SCALE);
  return powers[n];
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* How many bytes from `from` on are digits. */
static size_t digits_at(jh_str text, size_t from) {
  size_t i = from;
  while (i < text.size && is_digit(text.at[i])) {
    i++;
  }
  return i - from;
}

/* The parts of a number's text: sign, integer part [whole, point), fraction [point + 1, end). */
typedef struct parts {
  bool negative;
  size_t whole;
  size_t point; /* where the point stands, or would stand */
} parts;

/* Reads the integer part from `from` on, with separators where they are allowed.
 * Returns the offset behind it. */
static size_t skip_whole(jh_str text, size_t from, bool grouping) {
  size_t at = from + digits_at(text, from);
  if (!grouping || at - from < 1 || at - from > 3) {
    return at;
  }
  while (at < text.size && text.at[at] == ',' && digits_at(text, at + 1) == 3) {
    at += 4;
  }
  return at;
}

/* Why a text is not a number, after its sign. */
static jh_dec_status blame(jh_str text, size_t from) {
  size_t at = from + digits_at(text, from);
  if (at > from && at + 1 < text.size && text.at[at] == '.') {
    at += 1 + digits_at(text, at + 1);
  }
  if (at > from && at < text.size && (text.at[at] == 'E' || text.at[at] == 'e')) {
    at++;
    at += at < text.size && (text.at[at] == '+' || text.at[at] == '-');
    size_t digits = digits_at(text, at);
    return digits > 0 && at + digits == text.size ? JH_DEC_EXPONENT : JH_DEC_SYNTAX;
  }
  bool comma = false;
  bool digit = false;
  for (size_t i = from; i < text.size; i++) {
    if (!is_digit(text.at[i]) && text.at[i] != ',' && text.at[i] != '.') {
      return JH_DEC_SYNTAX;
    }
    comma = comma || text.at[i] == ',';
    digit = digit || is_digit(text.at[i]);
  }
  return comma && digit ? JH_DEC_COMMA : JH_DEC_SYNTAX;
}

static jh_dec_status split(parts *out, jh_str text, bool grouping) {
  size_t at = 0;
  out->negative = text.size > 0 && text.at[0] == '-';
  if (text.size > 0 && (text.at[0] == '-' || text.at[0] == '+')) {
    at = 1;
  }
  out->whole = at;
  out->point = skip_whole(text, at, grouping);
  size_t end = out->point;
  if (end > at && end < text.size && text.at[end] == '.') {
    size_t fraction = digits_at(text, end + 1);
    end = fraction ? end + 1 + fraction : end;
  }
  if (out->point == at || end != text.size) {
    return blame(text, at);
  }
  return JH_DEC_OK;
}

jh_dec_status jh_dec_read(jh_dec *out, jh_str text, int32_t max_scale, bool grouping) {
  parts found;
  jh_dec_status status = split(&found, text, grouping);
  if (status != JH_DEC_OK) {
    return status;
  }
  size_t end = text.size;
  while (end > found.point + 1 && text.at[end - 1] == '0') {
    end--;
  }
  size_t scale = end > found.point + 1 ? end - found.point - 1 : 0;
  if (scale > (size_t)(max_scale < MOST_SCALE ? max_scale : MOST_SCALE)) {
    return JH_DEC_TOO_FINE;
  }
  size_t last = scale ? end : found.point;
  int64_t mantissa = 0;
  int digits = 0;
  for (size_t i = found.whole; i < last; i++) {
    if (!is_digit(text.at[i])) { /* the point, or a separator */
      continue;
    }
    if (digits == MOST_DIGITS) {
      return JH_DEC_TOO_LARGE;
    }
    mantissa = mantissa * 10 + (text.at[i] - '0');
    digits += mantissa != 0; /* leading zeros do not count */
  }
  *out = (jh_dec){found.negative ? -mantissa : mantissa, (int32_t)scale};
  return JH_DEC_OK;
}

bool jh_dec_rescale(int64_t *mantissa, jh_dec value, int32_t scale) {
  if (scale < 0 || scale > MOST_SCALE) {
    return false;
  }
  if (scale >= value.scale) {
    int64_t result;
    if (__builtin_mul_overflow(value.mantissa, jh_dec_power10(scale - value.scale), &result)) {
      return false;
    }
    *mantissa = result;
    return true;
  }
  int64_t power = jh_dec_power10(value.scale - scale);
  if (value.mantissa % power != 0) {
    return false;
  }
  *mantissa = value.mantissa / power;
  return true;
}

/* Fifteen significant digits as an integer, and the power of ten that they are
 * multiplied by. The locale's decimal point, whatever it is, is stepped over. */
static int64_t fifteen_digits(double magnitude, int *power) {
  char text[64];
  (void)snprintf(text, sizeof text, "%.14e", magnitude);
  int64_t digits = 0;
  const char *at = text;
  for (; *at != 'e'; at++) {
    if (is_digit(*at)) {
      digits = digits * 10 + (*at - '0');
    }
  }
  bool small = at[1] == '-';
  int exponent = 0;
  for (at += 2; *at; at++) {
    exponent = exponent * 10 + (*at - '0');
  }
  *power = (small ? -exponent : exponent) - 14;
  return digits;
}

bool jh_dec_from_double(jh_dec *out, double value) {
  if (!isfinite(value)) {
    return false;
  }
  int power;
  int64_t digits = fifteen_digits(fabs(value), &power);
  /* If any decimal of up to 15 digits was written for this double, it is this
   * one; whether it was is seen by reading it back. A text without a point
   * means the same to strtod in every locale. */
  char text[48];
  (void)snprintf(text, sizeof text, "%llde%d", (long long)digits, power);
  if (strtod(text, NULL) != fabs(value)) { /* also true beyond the 15 digits: 0.1 + 0.2 */
    return false;
  }
  if (digits == 0) {
    *out = (jh_dec){0, 0};
    return true;
  }
  while (digits % 10 == 0) {
    digits /= 10;
    power++;
  }
  for (; power > 0; power--) {
    if (digits >= jh_dec_power10(MOST_DIGITS - 1)) {
      return false;
    }
    digits *= 10;
  }
  if (power < -MOST_SCALE) {
    return false;
  }
  *out = (jh_dec){value < 0 ? -digits : digits, -power};
  return true;
}

const char *jh_dec_text(char out[JH_DEC_TEXT], jh_dec value) {
  assert(value.scale >= 0 && value.scale <= MOST_SCALE);
  bool negative = value.mantissa < 0;
  uint64_t rest = negative ? 0 - (uint64_t)value.mantissa : (uint64_t)value.mantissa;
  int32_t scale = value.scale;
  while (scale > 0 && rest % 10 == 0) {
    rest /= 10;
    scale--;
  }
  char reversed[JH_DEC_TEXT];
  size_t count = 0;
  for (int32_t i = 0; rest > 0 || i <= scale; i++) {
    if (i == scale && scale > 0) {
      reversed[count++] = '.';
    }
    reversed[count++] = (char)('0' + rest % 10);
    rest /= 10;
  }
  size_t at = 0;
  if (negative) {
    out[at++] = '-';
  }
  while (count > 0) {
    out[at++] = reversed[--count];
  }
  out[at] = '\0';
  return out;
}

int jh_dec_compare(jh_dec a, jh_dec b) {
  /* 2^63 * 10^18 fits 128 bits. */
  wide left = a.mantissa;
  wide right = b.mantissa;
  if (a.scale < b.scale) {
    left *= jh_dec_power10(b.scale - a.scale);
  } else {
    right *= jh_dec_power10(a.scale - b.scale);
  }
  return (left > right) - (left < right);
}
