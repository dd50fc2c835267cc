/* rows_quick.c - cells of the usual forms, taken from the bytes of the file; see rows.c.
 *
 *     <c r="C14" s="3" t="s"><v>27</v></c>
 *     <c r="C14" s="3"/>
 *     <c r="C14" t="inlineStr"><is><t>…</t></is></c>
 *
 * Strict: whatever deviates, holds an entity, a control character or bytes that
 * are no UTF-8 ends the run, and the parser gets it. Nothing here may take what
 * the parser would refuse, nor read it otherwise.
 */
#include <string.h>

#include "base/utf8.h"
#include "sheet/rows_parts.h"

/* A place in bytes that end in a NUL, which no form goes past. */
typedef struct cursor {
  const char *at;
} cursor;

/* Words are short and known: a loop that the compiler unrolls, which a NUL ends too. */
static inline bool skip(cursor *c, const char *word, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (c->at[i] != word[i]) return false;
  c->at += size;
  return true;
}
#define SKIP(c, word) skip((c), (word), sizeof(word) - 1)

static bool read_number(cursor *c, uint64_t most, uint32_t *out) {
  const char *first = c->at;
  uint64_t value = 0;
  for (; *c->at >= '0' && *c->at <= '9' && value <= most; c->at++)
    value = value * 10 + (uint64_t)(*c->at - '0');
  *out = (uint32_t)value;
  return c->at > first && value <= most;
}

/* C14; leading zeros and the like are left to the parser. */
static bool read_place(cursor *c, uint32_t *column, uint32_t *row) {
  uint32_t letters = 0;
  for (; *c->at >= 'A' && *c->at <= 'Z' && letters <= JH_POSITION_COLUMNS; c->at++)
    letters = letters * 26 + (uint32_t)(*c->at - 'A') + 1;
  if (letters == 0 || letters > JH_POSITION_COLUMNS) return false;
  *column = letters - 1;
  return read_number(c, JH_POSITION_ROWS, row) && *row > 0;
}

static bool read_type(cursor *c, jh_rows_type *out) {
  const char *first = c->at;
  if (first[0] == 's' && first[1] == '"') { /* nearly all texts */
    *out = JH_ROWS_SHARED;
    c->at++;
    return true;
  }
  while (*c->at >= 'A' && *c->at <= 'z') c->at++;
  return jh_rows_type_of(out, (jh_str){first, (size_t)(c->at - first)});
}

/* The attributes r, s and t, each at most once, r in any case; up to > or />. */
static bool read_attributes(cursor *c, jh_rows_raw *raw, uint32_t *row, bool *is_empty) {
  bool has_style = false, has_type = false;
  *row = 0;
  for (;;) {
    bool fits;
    if (*row == 0 && SKIP(c, " r=\"")) {
      fits = read_place(c, &raw->column, row);
    } else if (!has_style && SKIP(c, " s=\"")) {
      has_style = true;
      fits = read_number(c, UINT32_MAX - 1, &raw->style);
    } else if (!has_type && SKIP(c, " t=\"")) {
      has_type = true;
      fits = read_type(c, &raw->type);
    } else {
      break;
    }
    if (!fits || *c->at != '"') return false;
    c->at++;
  }
  *is_empty = SKIP(c, "/>");
  return *row > 0 && (*is_empty || SKIP(c, ">"));
}

/* Text up to the next tag, as it stands. */
static bool read_text(cursor *c, jh_str *out) {
  const char *first = c->at;
  bool is_ascii = true;
  for (; *c->at != '<'; c->at++) {
    unsigned char byte = (unsigned char)*c->at;
    if (byte < 0x20 || byte == '&' || byte == '>') return false; /* the NUL at the end, too */
    if (byte >= 0x80) is_ascii = false;
    /* Two of the last 64 characters are none. */
    if (byte == 0xEF && (unsigned char)c->at[1] == 0xBF) return false;
  }
  *out = (jh_str){first, (size_t)(c->at - first)};
  return is_ascii || jh_utf8_check(*out) == out->size;
}

/* What stands between <c …> and </c>, with that. */
static bool read_content(cursor *c, jh_rows_raw *raw, jh_str *text) {
  jh_str formula;
  *text = (jh_str){c->at, 0};
  if (SKIP(c, "<f>") || SKIP(c, "<f aca=\"false\">")) {
    raw->is_formula = true;
    if (!read_text(c, &formula) || !SKIP(c, "</f>")) return false;
  }
  if (SKIP(c, "</c>")) return true;
  raw->has_value = true;
  if (raw->type == JH_ROWS_INLINE) {
    return (SKIP(c, "<is><t>") || SKIP(c, "<is><t xml:space=\"preserve\">")) &&
           read_text(c, text) && SKIP(c, "</t></is></c>");
  }
  return SKIP(c, "<v>") && read_text(c, text) && SKIP(c, "</v></c>");
}

/* One cell; false leaves everything as it was. */
static bool take_cell(jh_rows *rows, cursor *c, uint64_t most_text) {
  jh_rows_raw raw = {.column = 0};
  cursor at = *c;
  uint32_t row;
  bool is_empty;
  jh_str text = {NULL, 0};
  if (!SKIP(&at, "<c") || !read_attributes(&at, &raw, &row, &is_empty)) return false;
  if (!is_empty && !read_content(&at, &raw, &text)) return false;
  /* What is wrong with it the parser's way will say. */
  if (row != rows->line || raw.column < rows->columns || text.size > most_text) return false;
  rows->columns = raw.column + 1;
  jh_rows_take(rows, &raw, text);
  *c = at;
  return true;
}

size_t jh_rows_quick(jh_rows *rows, jh_str ahead) {
  cursor c = {ahead.at};
  uint64_t most_text = jh_archive_limits(rows->book->archive)->text_bytes;
  while (!rows->in_cell && take_cell(rows, &c, most_text)) {
  }
  return (size_t)(c.at - ahead.at);
}
