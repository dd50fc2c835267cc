/* number.c - decimal digits in, decimal digits out; see number.h. */
#include "sheet/number.h"

#include <string.h>

#define POINT_END 400

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Adds one at the last digit; 0.999 becomes 0.1 × 10. */
static void round_up(jh_number *n) {
  size_t at = n->count;
  while (at > 0 && n->digits[at - 1] == '9') at--;
  if (at == 0) {
    n->digits[0] = '1';
    n->count = 1;
    n->point++;
    return;
  }
  n->digits[at - 1]++;
  n->count = (uint8_t)at;
}

/* The digits before and after the point, without leading zeros. Returns the offset behind them. */
static size_t read_digits(jh_number *n, jh_str text, size_t at, char *next) {
  bool past_point = false, any = false;
  *next = '0';
  size_t kept = 0; /* significant digits seen */
  for (; at < text.size; at++) {
    char c = text.at[at];
    if (c == '.' && !past_point && any) {
      past_point = true;
      continue;
    }
    if (!is_digit(c)) break;
    any = true;
    bool leads = kept == 0 && c == '0';
    if (!leads && kept < JH_NUMBER_DIGITS) n->digits[kept] = c;
    if (kept == JH_NUMBER_DIGITS) *next = c;
    kept += !leads;
    if (n->point > 100000 || n->point < -100000) return 0;
    n->point += past_point ? -leads : !leads;
  }
  if (!any || text.at[at - 1] == '.') return 0;
  n->count = (uint8_t)(kept < JH_NUMBER_DIGITS ? kept : JH_NUMBER_DIGITS);
  return at;
}

/* "E-05" and nothing after it. */
static bool read_exponent(int32_t *out, jh_str text, size_t at) {
  at++;
  bool negative = at < text.size && text.at[at] == '-';
  at += at < text.size && (text.at[at] == '-' || text.at[at] == '+');
  if (at >= text.size) return false;
  int32_t value = 0;
  for (; at < text.size; at++) {
    if (!is_digit(text.at[at])) return false;
    if (value < 100000) value = value * 10 + (text.at[at] - '0');
  }
  *out = negative ? -value : value;
  return true;
}

bool jh_number_read(jh_number *out, jh_str text) {
  jh_number n = {.count = 0};
  size_t at = text.size > 0 && (text.at[0] == '-' || text.at[0] == '+');
  bool negative = at && text.at[0] == '-';
  char next;
  at = read_digits(&n, text, at, &next);
  if (at == 0) return false;
  if (at < text.size) {
    int32_t exponent;
    if ((text.at[at] != 'E' && text.at[at] != 'e') || !read_exponent(&exponent, text, at))
      return false;
    n.point += exponent;
  }
  if (next >= '5') round_up(&n);
  while (n.count > 0 && n.digits[n.count - 1] == '0') n.count--;
  if (n.count == 0) n.point = 0;
  if (n.point > POINT_END || n.point < -POINT_END) return false;
  n.negative = negative && n.count > 0;
  *out = n;
  return true;
}

static size_t zeros(char *out, int32_t count) {
  if (count <= 0) return 0;
  memset(out, '0', (size_t)count);
  return (size_t)count;
}

/* The digits with the point `point` places behind the first. */
static size_t put(char *out, const jh_number *n, int32_t point) {
  size_t at = 0;
  if (n->negative) out[at++] = '-';
  int32_t whole = point < 0 ? 0 : point < n->count ? point : n->count;
  memcpy(out + at, n->digits, (size_t)whole);
  at += (size_t)whole;
  at += zeros(out + at, point > n->count && n->count ? point - n->count : 0);
  if (whole == 0) out[at++] = '0';
  if (whole < n->count) {
    out[at++] = '.';
    at += zeros(out + at, -point);
    memcpy(out + at, n->digits + whole, (size_t)(n->count - whole));
    at += (size_t)(n->count - whole);
  }
  return at;
}

size_t jh_number_text(char out[JH_NUMBER_TEXT], const jh_number *number) {
  return put(out, number, number->point);
}

size_t jh_number_percent(char out[JH_NUMBER_TEXT], const jh_number *number) {
  size_t size = put(out, number, number->count ? number->point + 2 : 0);
  out[size++] = '%';
  return size;
}
