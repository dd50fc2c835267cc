/* number.h - a number as a spreadsheet writes it into its file, and as it shows it.
 *
 * Files hold binary fractions printed with 17 digits (5.2699999999999996); the
 * program that wrote them keeps and shows 15 (5.27). All arithmetic here is on
 * decimal digits: nothing goes through a double, so nothing is lost that the file
 * still has, and no locale matters.
 */
#ifndef JH_SHEET_NUMBER_H
#define JH_SHEET_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define JH_NUMBER_DIGITS 15

/* 0.digits × 10^point, without leading or trailing zeros; zero has count 0. */
typedef struct jh_number {
  char digits[JH_NUMBER_DIGITS]; /* as characters */
  uint8_t count;
  bool negative; /* never for zero */
  int32_t point; /* -400 to 400 */
} jh_number;

/* Reads [+-]digits[.digits][E[+-]digits], all of it; rounds half away from zero to 15
 * significant digits. False if it is none, or beyond 10^±400. */
bool jh_number_read(jh_number *out, jh_str text);

/* Plain digits: "-0.05", "120". Returns the size; no NUL. */
#define JH_NUMBER_TEXT 440
size_t jh_number_text(char out[JH_NUMBER_TEXT], const jh_number *number);

/* As a percentage, with the sign: 0.85 is "85%". */
size_t jh_number_percent(char out[JH_NUMBER_TEXT], const jh_number *number);

#endif
