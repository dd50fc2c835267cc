/* write_cell.c - what stands in cells, and how wide they are; see write.h. */
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "sheet/position.h"
#include "sheet/write_parts.h"

enum { MOST_TEXT = 32767 }; /* characters of a cell */
enum { EXACT_DIGITS = 15 }; /* that a spreadsheet keeps */
enum { NOTE_WIDTH = 320, NOTE_LINE = 18, NOTE_LETTERS = 44, NOTE_MOST = 600 };

bool jh_write_fits(jh_write *w, uint32_t row, uint32_t column) {
  if (!jh_write_is_fine(w)) return false;
  if (row >= 1 && row <= JH_POSITION_ROWS && column < JH_POSITION_COLUMNS) return true;
  char rows[24], columns[24];
  (void)jh_fail(
      &w->err, JH_EWORKBOOK_FULL, NULL, jh_arg_int(rows, JH_POSITION_ROWS),
      jh_arg_int(columns, JH_POSITION_COLUMNS), NULL);
  return false;
}

/* What XML has no place for. */
static bool is_nothing(uint32_t letter) {
  return letter == 0 || letter == 0xFFFE || letter == 0xFFFF;
}

/* Does "_x0041_" stand here, which a spreadsheet would read as "A"? */
static bool is_escape(jh_str text) {
  if (text.size < 7 || text.at[0] != '_' || text.at[1] != 'x' || text.at[6] != '_') return false;
  for (int i = 2; i < 6; i++) {
    char c = text.at[i];
    bool is_hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!is_hex) return false;
  }
  return true;
}

/* Adds the text as it may stand; returns its characters as spreadsheets count them, or more than
 * `most` when it goes on after so many. */
static size_t add_clean(jh_buf *buf, jh_str text, size_t most) {
  size_t count = 0;
  while (text.size > 0) {
    uint32_t letter = 0xFFFD;
    size_t used = jh_utf8_next(text, &letter);
    bool is_bad = used == 0 || is_nothing(letter);
    count += !is_bad && letter > 0xFFFF ? 2 : 1;
    if (count > most) return count;
    if (is_escape(text)) jh_buf_text(buf, "_x005F");
    if (is_bad)
      jh_buf_text(buf, "\xEF\xBF\xBD");
    else
      jh_buf_add(buf, (jh_str){text.at, used});
    used = used ? used : 1;
    text.at += used;
    text.size -= used;
  }
  return count;
}

const char *jh_write_clean(jh_write *w, jh_str text, size_t most, bool is_cut) {
  if (!jh_write_is_fine(w)) return NULL;
  jh_buf *buf = &w->scratch;
  jh_buf_clear(buf);
  size_t count = add_clean(buf, text, most);
  if (count > most && !is_cut) {
    char limit[24];
    (void)jh_fail(&w->err, JH_EWORKBOOK_TEXT, NULL, jh_arg_int(limit, (int64_t)most), NULL);
    return NULL;
  }
  if (!jh_buf_ok(buf)) jh_write_no_memory(w);
  if (!jh_buf_ok(buf)) return NULL;
  return buf->size ? buf->at : "";
}

void jh_write_columns(
    jh_write *w, uint32_t first, uint32_t last, double width, jh_write_style style) {
  if (!jh_write_fits(w, 1, first) || !jh_write_fits(w, 1, last)) return;
  jh_write_remember(
      w,
      worksheet_set_column(w->sheet, (lxw_col_t)first, (lxw_col_t)last, width, w->styles[style]));
}

void jh_write_row(jh_write *w, uint32_t row, double height, jh_write_style style) {
  if (!jh_write_fits(w, row, 0)) return;
  jh_write_remember(w, worksheet_set_row(w->sheet, row - 1, height, w->styles[style]));
}

void jh_write_text(jh_write *w, uint32_t row, uint32_t column, jh_str text, jh_write_style style) {
  if (!jh_write_fits(w, row, column)) return;
  const char *clean = jh_write_clean(w, text, MOST_TEXT, false);
  if (!clean) return;
  jh_write_remember(
      w, worksheet_write_string(w->sheet, row - 1, (lxw_col_t)column, clean, w->styles[style]));
}

/* The double that a spreadsheet takes for the number; false if digits would be lost. */
static bool read_exact(double *out, jh_str text) {
  jh_dec number;
  size_t at = text.size && (text.at[0] == '-' || text.at[0] == '+');
  bool is_padded = text.size > at + 1 && text.at[at] == '0' && text.at[at + 1] != '.';
  if (is_padded || jh_dec_read(&number, text, 18, false) != JH_DEC_OK) return false;
  int64_t digits = number.mantissa;
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  int64_t limit = jh_dec_power10(EXACT_DIGITS);
  if (digits <= -limit || digits >= limit) return false;
  /* With decimals both are exact in a double, and the division rounds once: the nearest double. */
  *out = (double)number.mantissa / (double)jh_dec_power10(number.scale);
  return true;
}

void jh_write_number(
    jh_write *w, uint32_t row, uint32_t column, jh_str decimal, jh_write_style style) {
  double value;
  if (!read_exact(&value, decimal)) {
    jh_write_text(w, row, column, decimal, style);
    return;
  }
  if (!jh_write_fits(w, row, column)) return;
  jh_write_remember(
      w, worksheet_write_number(w->sheet, row - 1, (lxw_col_t)column, value, w->styles[style]));
}

void jh_write_blank(jh_write *w, uint32_t row, uint32_t column, jh_write_style style) {
  if (!jh_write_fits(w, row, column)) return;
  jh_write_remember(
      w, worksheet_write_blank(w->sheet, row - 1, (lxw_col_t)column, w->styles[style]));
}

void jh_write_merged(jh_write *w, const jh_write_box *box, jh_str text, jh_write_style style) {
  if (!jh_write_fits(w, box->top, box->left) || !jh_write_fits(w, box->bottom, box->right)) return;
  if (box->top == box->bottom && box->left == box->right) {
    jh_write_text(w, box->top, box->left, text, style);
    return;
  }
  const char *clean = jh_write_clean(w, text, MOST_TEXT, false);
  if (!clean) return;
  jh_write_remember(
      w, worksheet_merge_range(
             w->sheet, box->top - 1, (lxw_col_t)box->left, box->bottom - 1, (lxw_col_t)box->right,
             clean, w->styles[style]));
}

/* Lines that a note takes. */
static size_t note_lines(const char *text) {
  size_t lines = 0;
  while (*text) {
    size_t size = strcspn(text, "\n");
    lines += 1 + jh_utf8_width((jh_str){text, size}) / NOTE_LETTERS;
    text += size + (text[size] == '\n');
  }
  return lines;
}

void jh_write_note(jh_write *w, uint32_t row, uint32_t column, jh_str text) {
  if (text.size == 0 || !jh_write_fits(w, row, column)) return;
  const char *clean = jh_write_clean(w, text, MOST_TEXT, true);
  if (!clean) return;
  size_t height = (note_lines(clean) + 1) * NOTE_LINE;
  lxw_comment_options how = {
      .width = NOTE_WIDTH, .height = (uint16_t)(height < NOTE_MOST ? height : NOTE_MOST)};
  jh_write_remember(
      w, worksheet_write_comment_opt(w->sheet, row - 1, (lxw_col_t)column, clean, &how));
}
