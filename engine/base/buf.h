/* buf.h - growing text: what will be written, before it is written.
 *
 * Failing to find memory is remembered and reported once, by jh_buf_ok, so
 * that writers need not check every call. Also holds the two escapes that all
 * outputs share, JSON and CSV.
 */
#ifndef JH_BASE_BUF_H
#define JH_BASE_BUF_H

#include <stdarg.h>
#include <stdint.h>

#include "base/str.h"

typedef struct jh_buf {
  char *at;    /* NUL-terminated once something was added; may be NULL when empty */
  size_t size; /* without the NUL */
  size_t room;
  bool failed; /* memory was out once */
} jh_buf;

void jh_buf_init(jh_buf *buf);
void jh_buf_done(jh_buf *buf);
void jh_buf_clear(jh_buf *buf); /* keeps the room */
bool jh_buf_ok(const jh_buf *buf);
jh_str jh_buf_str(const jh_buf *buf);

void jh_buf_add(jh_buf *buf, jh_str text);
void jh_buf_text(jh_buf *buf, const char *text); /* NULL adds nothing */
void jh_buf_char(jh_buf *buf, char c);
void jh_buf_int(jh_buf *buf, int64_t value);
void jh_buf_spaces(jh_buf *buf, size_t count);
void jh_buf_print(jh_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A JSON string with its quotes; invalid UTF-8 becomes U+FFFD. */
void jh_buf_json(jh_buf *buf, jh_str text);

/* A CSV cell, quoted only where needed; a leading = + - @ TAB or CR in a cell
 * that is not a plain number gets an apostrophe before it, so that no
 * spreadsheet runs it as a formula. */
void jh_buf_csv(jh_buf *buf, jh_str text);

/* What was meant by a cell that jh_buf_csv wrote, its quotes taken off: without that apostrophe. */
jh_str jh_buf_csv_meant(jh_str cell);

#endif
