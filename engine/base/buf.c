/* buf.c - growing text and the two escapes; see buf.h. */
#include "base/buf.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/dec.h"
#include "base/error.h"
#include "base/utf8.h"

#define FIRST_ROOM ((size_t)64)

void jh_buf_init(jh_buf *buf) { *buf = (jh_buf){0}; }

void jh_buf_done(jh_buf *buf) {
  jh_alloc_free(buf->at);
  *buf = (jh_buf){0};
}

void jh_buf_clear(jh_buf *buf) {
  buf->size = 0; /* a failure stays: what was lost is lost */
  if (buf->at) {
    buf->at[0] = '\0';
  }
}

bool jh_buf_ok(const jh_buf *buf) { return !buf->failed; }

jh_str jh_buf_str(const jh_buf *buf) { return (jh_str){buf->at, buf->size}; }

/* Room for `more` bytes and the NUL. After a failure nothing is added any more,
 * so that the text has no hole in it. */
static bool reserve(jh_buf *buf, size_t more) {
  size_t need;
  if (buf->failed || __builtin_add_overflow(buf->size + 1, more, &need)) {
    buf->failed = true;
    return false;
  }
  if (need <= buf->room) {
    return true;
  }
  size_t room = buf->room < FIRST_ROOM ? FIRST_ROOM : buf->room + buf->room / 2;
  room = room < need ? need : room;
  char *grown = jh_alloc_resize(buf->at, room);
  if (!grown) {
    buf->failed = true;
    return false;
  }
  buf->at = grown;
  buf->room = room;
  return true;
}

void jh_buf_add(jh_buf *buf, jh_str text) {
  if (text.size > 0 && reserve(buf, text.size)) {
    memcpy(buf->at + buf->size, text.at, text.size);
    buf->size += text.size;
    buf->at[buf->size] = '\0';
  }
}

void jh_buf_text(jh_buf *buf, const char *text) { jh_buf_add(buf, jh_str_of(text)); }

void jh_buf_char(jh_buf *buf, char c) { jh_buf_add(buf, (jh_str){&c, 1}); }

void jh_buf_int(jh_buf *buf, int64_t value) {
  char digits[24];
  jh_buf_text(buf, jh_arg_int(digits, value));
}

void jh_buf_spaces(jh_buf *buf, size_t count) {
  if (count > 0 && reserve(buf, count)) {
    memset(buf->at + buf->size, ' ', count);
    buf->size += count;
    buf->at[buf->size] = '\0';
  }
}

void jh_buf_print(jh_buf *buf, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int count = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (count < 0) { /* more than INT_MAX bytes */
    buf->failed = true;
    return;
  }
  if (!reserve(buf, (size_t)count)) {
    return;
  }
  va_start(args, format);
  (void)vsnprintf(buf->at + buf->size, (size_t)count + 1, format, args);
  va_end(args);
  buf->size += (size_t)count;
}

/* One character below U+0020, or a quote or backslash, as JSON writes it. */
static void escape(jh_buf *buf, unsigned char c) {
  static const char hex[] = "0123456789abcdef";
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";
  const char *known = c ? strchr(plain, c) : NULL;
  if (known) {
    char two[2] = {'\\', letters[known - plain]};
    jh_buf_add(buf, (jh_str){two, 2});
  } else {
    char six[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    jh_buf_add(buf, (jh_str){six, 6});
  }
}

/* The bytes from `from` on that JSON takes as they are. */
static size_t plain_run(jh_str text, size_t from) {
  size_t at = from;
  while (at < text.size) {
    unsigned char c = (unsigned char)text.at[at];
    uint32_t letter;
    size_t used = 1;
    if (c >= 0x80) {
      used = jh_utf8_next((jh_str){text.at + at, text.size - at}, &letter);
    }
    if (c < 0x20 || c == '"' || c == '\\' || used == 0) {
      break;
    }
    at += used;
  }
  return at - from;
}

void jh_buf_json(jh_buf *buf, jh_str text) {
  jh_buf_char(buf, '"');
  for (size_t at = 0; at < text.size; at++) {
    size_t run = plain_run(text, at);
    jh_buf_add(buf, (jh_str){text.at + at, run});
    at += run;
    if (at == text.size) {
      break;
    }
    unsigned char c = (unsigned char)text.at[at];
    if (c < 0x80) {
      escape(buf, c);
    } else {
      jh_buf_text(buf, "\xEF\xBF\xBD");
    }
  }
  jh_buf_char(buf, '"');
}

static bool is_number(jh_str text) {
  jh_dec ignored;
  jh_dec_status status = jh_dec_read(&ignored, text, 18, false);
  return status == JH_DEC_OK || status == JH_DEC_TOO_LARGE || status == JH_DEC_TOO_FINE;
}

/* Blanks at the ends count, because readers drop them from unquoted cells. */
static bool needs_quotes(jh_str text) {
  if (text.size == 0) {
    return false;
  }
  if (text.at[0] == ' ' || text.at[0] == '\t' || text.at[text.size - 1] == ' ' ||
      text.at[text.size - 1] == '\t') {
    return true;
  }
  for (size_t i = 0; i < text.size; i++) {
    char c = text.at[i];
    if (c == '"' || c == ',' || c == '\r' || c == '\n') {
      return true;
    }
  }
  return false;
}

/* Would a spreadsheet take the text for a formula? Those of East Asia take full-width signs, too. */
static bool is_formula(jh_str text) {
  static const char *const wide[] = {"＝", "＋", "－", "＠"};
  if (text.size == 0) {
    return false;
  }
  bool has_sign = memchr("=+-@\t\r\n", text.at[0], 7) != NULL;
  for (size_t i = 0; (unsigned char)text.at[0] >= 0x80 && i < sizeof wide / sizeof *wide; i++) {
    has_sign = has_sign || jh_str_starts(text, wide[i]);
  }
  return has_sign && !is_number(text);
}

/* Also those that begin with apostrophes, so that reading can tell which was put there. */
static bool is_guarded(jh_str text) {
  while (text.size > 0 && text.at[0] == '\'') {
    text.at++;
    text.size--;
  }
  return is_formula(text);
}

jh_str jh_buf_csv_meant(jh_str cell) {
  if (cell.size < 2 || cell.at[0] != '\'' || !is_guarded(cell)) return cell;
  return (jh_str){cell.at + 1, cell.size - 1};
}

void jh_buf_csv(jh_buf *buf, jh_str text) {
  bool guard = is_guarded(text);
  bool quotes = needs_quotes(text);
  if (quotes) {
    jh_buf_char(buf, '"');
  }
  if (guard) {
    jh_buf_char(buf, '\'');
  }
  while (text.size > 0) { /* up to and with the next quotation mark, which is doubled */
    const char *mark = quotes ? memchr(text.at, '"', text.size) : NULL;
    size_t part = mark ? (size_t)(mark - text.at) + 1 : text.size;
    jh_buf_add(buf, (jh_str){text.at, part});
    if (mark) {
      jh_buf_char(buf, '"');
    }
    text.at += part;
    text.size -= part;
  }
  if (quotes) {
    jh_buf_char(buf, '"');
  }
}
