/* utf8.h - what must be known of Unicode: validity, characters, width.
 *
 * Normal forms and widths come from libunistring; this is the only file of
 * the engine that includes it.
 */
#ifndef JH_BASE_UTF8_H
#define JH_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Offset of the first byte that is not part of valid UTF-8, or size if all is valid. */
size_t jh_utf8_check(jh_str text);

/* Reads one character at text.at; returns its bytes (1 to 4), 0 at the end or when invalid. */
size_t jh_utf8_next(jh_str text, uint32_t *out);

/* Columns that the text takes on a terminal (Chinese characters take two). */
size_t jh_utf8_width(jh_str text);

/* A header as it is compared: NFKC (full-width digits and brackets become plain), ASCII
 * letters in lower case, all blanks removed. NUL-terminated in the arena; NULL when memory is out. */
char *jh_utf8_fold(jh_arena *arena, jh_str text);

#endif
