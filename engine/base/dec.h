/* dec.h - exact decimals, as people write them: mantissa / 10^scale.
 *
 * 4.505 is {4505, 3}. No binary fraction is involved anywhere. For ratios and
 * sums that outgrow 64 bits see rat.h.
 */
#ifndef JH_BASE_DEC_H
#define JH_BASE_DEC_H

#include <stdint.h>

#include "base/error.h"

typedef struct jh_dec {
  int64_t mantissa;
  int32_t scale; /* 0 to 18 */
} jh_dec;

typedef enum jh_dec_status {
  JH_DEC_OK = 0,
  JH_DEC_SYNTAX,    /* not [+-]digits[.digits] */
  JH_DEC_EXPONENT,  /* 1.3E+11: a spreadsheet shortened the number */
  JH_DEC_COMMA,     /* 12,5 or 1,234: a comma where none is allowed */
  JH_DEC_TOO_LARGE, /* does not fit 18 digits */
  JH_DEC_TOO_FINE   /* more decimal places than max_scale (trailing zeros do not count) */
} jh_dec_status;

/* Reads [+-]digits[.digits]; blanks around it must be trimmed before.
 *
 * max_scale limits the decimal places. With grouping, thousands separators
 * "1,234,567.8" are read, and only where they stand in groups of three.
 * The result has the smallest scale that keeps the value. Locale-free. */
jh_dec_status jh_dec_read(jh_dec *out, jh_str text, int32_t max_scale, bool grouping);

/* The value at exactly `scale` places: false if it does not fit 64 bits or would lose digits. */
bool jh_dec_rescale(int64_t *mantissa, jh_dec value, int32_t scale);

/* The decimal that a Lua number was written as: the shortest text that reads
 * back as the same double, at most 15 significant digits. False for infinities,
 * NaN, and values that need more digits (0.1 + 0.2). */
bool jh_dec_from_double(jh_dec *out, double value);

/* Shortest text: no trailing zeros, "-0" is "0". Returns out. */
#define JH_DEC_TEXT 32
const char *jh_dec_text(char out[JH_DEC_TEXT], jh_dec value);

int jh_dec_compare(jh_dec a, jh_dec b);

/* 10^n for 0 <= n <= 18. */
int64_t jh_dec_power10(int32_t n);

#endif
