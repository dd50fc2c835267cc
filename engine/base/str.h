/* str.h - slices of text: a pointer and a length, passed by value.
 *
 * A slice is borrowed and need not end in a NUL. Knows nothing of encodings;
 * utf8.h does.
 */
#ifndef JH_BASE_STR_H
#define JH_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

typedef struct jh_str {
  const char *at; /* first byte; may be NULL only when size is 0 */
  size_t size;    /* in bytes */
} jh_str;

/* The slice of a NUL-terminated text; NULL gives the empty slice. */
jh_str jh_str_of(const char *text);

bool jh_str_equal(jh_str a, jh_str b);

/* Byte order, shorter first on a common beginning: <0, 0, >0. */
int jh_str_compare(jh_str a, jh_str b);

bool jh_str_starts(jh_str text, const char *prefix);
bool jh_str_ends(jh_str text, const char *suffix);

/* Without the blanks, tabs, full-width blanks (U+3000) and no-break blanks at both ends. */
jh_str jh_str_trim(jh_str text);

/* Copies at most size - 1 bytes and a NUL, never cutting a UTF-8 sequence in two. */
void jh_str_copy(char *out, size_t size, jh_str text);

#endif
