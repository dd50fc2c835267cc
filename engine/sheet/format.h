/* format.h - what a number format makes of a number: a plain one, a percentage, a date.
 *
 * Looks at the first section of the code, the one for positive numbers. Literal
 * texts (yyyy"年"m"月"), colours, languages ([$-804]) and escapes are no part of
 * the question.
 */
#ifndef JH_SHEET_FORMAT_H
#define JH_SHEET_FORMAT_H

#include <stdint.h>

#include "base/str.h"

typedef enum jh_format {
  JH_FORMAT_PLAIN,
  JH_FORMAT_PERCENT,
  JH_FORMAT_DATE,   /* shows a day, a month or a year */
  JH_FORMAT_TIME,   /* shows a time of day only */
  JH_FORMAT_ELAPSED /* [h]:mm, hours beyond 24 */
} jh_format;

/* By a code as "yyyy-mm-dd;@". */
jh_format jh_format_of(jh_str code);

/* By the number of a format that every program knows and no file spells out. */
jh_format jh_format_builtin(uint32_t id);

#endif
