/* code.h - every way in which something can be wrong, one code each.
 *
 * The codes, their names and their texts in both languages stand once, in
 * codes.def. A code is never renumbered: 1xx base, 2xx data, 3xx script,
 * 4xx pack, 5xx evaluation, 6xx tools, 7xx audit.
 */
#ifndef JH_BASE_CODE_H
#define JH_BASE_CODE_H

#include "base/lang.h"

typedef enum jh_code {
  JH_OK = 0,
#define JH_CODE(number, name, en, zh) JH_E##name = number,
#include "base/codes.def"
#undef JH_CODE
} jh_code;

#if defined(__GNUC__)
#define JH_CHECKED __attribute__((warn_unused_result))
#else
#define JH_CHECKED
#endif

/* The text with its places {1} to {4} still open; "" for an unknown code. */
const char *jh_code_template(jh_code code, jh_lang lang);

/* "NOT_NUMBER" for JH_ENOT_NUMBER; "OK" for JH_OK. */
const char *jh_code_name(jh_code code);

/* Walks all codes in the order of codes.def: 0 gives the first; JH_OK after the last. */
jh_code jh_code_next(jh_code code);

#endif
