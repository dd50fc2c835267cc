/* rows.c - a sheet, row by row; see rows.h.
 *
 * The parser is led by hand: it is given the bytes up to the end of the next
 * tag. Where that leaves it directly inside a row, cells of the usual forms are
 * taken from the bytes themselves and passed over (rows_quick.c), since a sheet
 * is little else than cells, and the parser needs five times as long for them.
 * Every other thing, and every cell that is in the least unusual, goes through
 * the parser. Where it does not stand clear between two tags, all does.
 */
#include "sheet/rows.h"

#include <string.h>

#include "base/alloc.h"
#include "sheet/rows_parts.h"

#define LOW ((size_t)4096) /* fewer bytes ahead: more are read */
#define PIECE ((size_t)64 * 1024)

/* Depths of elements: worksheet is 1. */
enum { DEPTH_PART = 2, DEPTH_ROW = 3, DEPTH_CELL = 4, DEPTH_VALUE = 5, DEPTH_TEXT = 6 };

static bool is(jh_str name, const char *word) { return jh_str_equal(name, jh_str_of(word)); }

void jh_rows_fail(jh_rows *rows, jh_code code, const char *first, const char *second) {
  uint32_t column = rows->in_cell ? rows->raw.column + 1 : 0;
  jh_xml_fail(rows->xml, code, rows->line, column, first, second);
}

static void hide_columns(jh_rows *rows, const jh_xml_tag *tag) {
  uint32_t from, to;
  if (!jh_xml_is_on(jh_xml_get(tag, "hidden"))) return;
  if (!jh_xml_number(jh_xml_get(tag, "min"), UINT32_MAX, &from) || from == 0) return;
  if (!jh_xml_number(jh_xml_get(tag, "max"), UINT32_MAX, &to)) return;
  for (uint32_t i = from - 1; i < to && i < JH_POSITION_COLUMNS; i++)
    rows->hidden[i / 8] |= (uint8_t)(1u << i % 8);
}

static void begin_row(jh_rows *rows, const jh_xml_tag *tag) {
  const char *place = jh_xml_get(tag, "r");
  uint32_t before = rows->line, line = before + 1;
  char number[24];
  rows->in_cell = false;
  if (rows->is_ready) jh_rows_fail(rows, JH_EINTERNAL, "row", NULL); /* the pause was passed over */
  if (place && (!jh_xml_number(place, JH_POSITION_ROWS, &line) || line == 0)) {
    jh_rows_fail(rows, JH_ESHEET_PLACE, place, NULL);
    return;
  }
  rows->line = line;
  if (line <= before) jh_rows_fail(rows, JH_ESHEET_ORDER, jh_arg_int(number, before), NULL);
  if (line > JH_POSITION_ROWS) jh_rows_fail(rows, JH_ESHEET_PLACE, jh_arg_int(number, line), NULL);
  rows->in_row = true;
  rows->columns = 0;
  rows->row_is_hidden = jh_xml_is_on(jh_xml_get(tag, "hidden"));
  if (tag->is_prefixed) rows->is_quick = false;
}

bool jh_rows_place(jh_rows *rows, uint32_t column, uint32_t row) {
  char name[JH_POSITION_TEXT], last[JH_POSITION_TEXT];
  rows->raw.column = column;
  if (column >= JH_POSITION_COLUMNS) {
    jh_rows_fail(rows, JH_ESHEET_PLACE, jh_position_text(name, column, rows->line), NULL);
    return false;
  }
  if (row && row != rows->line) {
    jh_rows_fail(rows, JH_EBOOK_DAMAGED, jh_position_text(name, column, row), NULL);
    return false;
  }
  if (column < rows->columns) {
    const char *before = jh_position_text(last, rows->columns - 1, rows->line);
    jh_rows_fail(rows, JH_ESHEET_ORDER, before, NULL);
    return false;
  }
  rows->columns = column + 1;
  return true;
}

/* Style and type as numbers; what they are not is refused. */
static bool read_manner(jh_rows *rows, const jh_xml_tag *tag) {
  const char *style = jh_xml_get(tag, "s");
  const char *type = jh_xml_get(tag, "t");
  if (style && !jh_xml_number(style, UINT32_MAX - 1, &rows->raw.style)) {
    jh_rows_fail(rows, JH_ESHEET_VALUE, style, "s");
    return false;
  }
  if (type && !jh_rows_type_of(&rows->raw.type, jh_str_of(type))) {
    jh_rows_fail(rows, JH_ESHEET_VALUE, type, "t");
    return false;
  }
  return true;
}

static void begin_cell(jh_rows *rows, const jh_xml_tag *tag) {
  const char *place = jh_xml_get(tag, "r");
  uint32_t column = rows->columns, row = 0;
  rows->raw = (jh_rows_raw){.column = column};
  if (place && (!jh_position_read(jh_str_of(place), &column, &row) || row == 0)) {
    jh_rows_fail(rows, JH_ESHEET_PLACE, place, NULL);
    return;
  }
  rows->in_cell = true;
  jh_buf_clear(&rows->value);
  if (jh_rows_place(rows, column, row)) (void)read_manner(rows, tag);
}

static void begin_value(jh_rows *rows, const jh_xml_tag *tag) {
  bool is_inline = rows->raw.type == JH_ROWS_INLINE;
  rows->in_value = is(tag->name, "v") && !is_inline;
  rows->in_text = is(tag->name, "is") && is_inline;
  if ((rows->in_value || rows->in_text) && rows->raw.has_value)
    jh_rows_fail(rows, JH_EBOOK_DAMAGED, "v, is", NULL); /* which of the two? */
  rows->raw.has_value |= rows->in_value || rows->in_text;
  rows->raw.is_formula |= is(tag->name, "f");
}

static void begin_sheet_part(jh_rows *rows, const jh_xml_tag *tag) {
  if (!is(tag->name, "sheetData")) return;
  if (rows->has_data) jh_rows_fail(rows, JH_EBOOK_DAMAGED, "sheetData", NULL);
  rows->has_data = rows->in_data = true;
}

static void on_begin(void *owner, const jh_xml_tag *tag) {
  jh_rows *rows = owner;
  uint32_t depth = jh_xml_depth(rows->xml);
  if (depth == 1) rows->is_root = is(tag->name, "worksheet");
  if (depth == DEPTH_PART) begin_sheet_part(rows, tag);
  if (depth == DEPTH_ROW && !rows->has_data && is(tag->name, "col")) hide_columns(rows, tag);
  if (!rows->in_data || depth < DEPTH_ROW) return;
  if (depth == DEPTH_ROW && is(tag->name, "row")) begin_row(rows, tag);
  if (depth == DEPTH_CELL && rows->in_row && is(tag->name, "c")) begin_cell(rows, tag);
  if (!rows->in_cell || depth < DEPTH_VALUE) return;
  if (depth == DEPTH_VALUE) {
    begin_value(rows, tag);
  } else if (rows->in_value) {
    jh_rows_fail(rows, JH_EBOOK_DAMAGED, "v, t", NULL); /* hold nothing but text */
  } else if (rows->in_text && is(tag->name, "t")) {
    rows->in_value = true;
  } else if (is(tag->name, "rPh")) {
    rows->in_text = false; /* until it ends; it holds a t of its own */
  }
}

static void end_row(jh_rows *rows) {
  rows->in_row = false;
  for (size_t i = 0; i < rows->count; i++)
    if (rows->starts[i] != UINT32_MAX) rows->cells[i].text.at = rows->texts.at + rows->starts[i];
  rows->is_ready = rows->count > 0;
  if (rows->is_ready && !jh_xml_is_clear(rows->xml)) jh_xml_pause(rows->xml);
}

static void end_cell(jh_rows *rows) {
  if (!jh_buf_ok(&rows->value)) {
    jh_rows_fail(rows, JH_ENOMEM, NULL, NULL);
    return;
  }
  jh_rows_take(rows, &rows->raw, jh_buf_str(&rows->value));
  rows->in_cell = false;
}

/* The hooks are called when the element is closed: its depth is one more. */
static void on_end(void *owner, jh_str name) {
  jh_rows *rows = owner;
  uint32_t depth = jh_xml_depth(rows->xml) + 1;
  if (depth == DEPTH_PART && is(name, "sheetData")) rows->in_data = false;
  if (depth == DEPTH_ROW && rows->in_row) end_row(rows);
  if (!rows->in_cell) return;
  if (depth == DEPTH_CELL) end_cell(rows);
  if (depth == DEPTH_VALUE) rows->in_value = rows->in_text = false;
  if (depth >= DEPTH_TEXT && rows->in_value) rows->in_value = false;
  if (depth >= DEPTH_TEXT && is(name, "rPh")) rows->in_text = true;
}

static void on_text(void *owner, jh_str text) {
  jh_rows *rows = owner;
  if (!rows->in_cell || !rows->in_value) return;
  uint64_t most = jh_archive_limits(rows->book->archive)->text_bytes;
  char number[24];
  if (rows->value.size + text.size > most)
    jh_rows_fail(rows, JH_EBOOK_LIMIT, "text bytes", jh_arg_int(number, (int64_t)most));
  else
    jh_buf_add(&rows->value, text);
}

jh_code jh_rows_open(jh_rows **out, jh_book *book, size_t sheet, jh_error *err) {
  static const jh_xml_hooks hooks = {on_begin, on_end, on_text};
  *out = NULL;
  jh_code code = jh_book_read_shared(book, err);
  if (code) return code;
  jh_rows *rows = jh_alloc_get(sizeof *rows);
  if (!rows) return jh_archive_fail(book->archive, err, JH_ENOMEM, NULL, NULL);
  rows->book = book;
  rows->sheet = &book->sheets[sheet];
  rows->is_quick = true;
  jh_buf_init(&rows->value);
  jh_buf_init(&rows->texts);
  jh_xml_source source = {book->archive, rows->sheet->part, rows->sheet->name, UINT64_MAX};
  code = jh_xml_open(&rows->xml, &source, &hooks, rows, err);
  if (code) {
    jh_rows_close(rows);
    return code;
  }
  *out = rows;
  return JH_OK;
}

void jh_rows_close(jh_rows *rows) {
  if (!rows) return;
  jh_xml_close(rows->xml);
  jh_buf_done(&rows->value);
  jh_buf_done(&rows->texts);
  jh_alloc_free(rows->cells);
  jh_alloc_free(rows->starts);
  jh_alloc_free(rows);
}

/* How many bytes the parser is given next. */
static size_t piece(const jh_rows *rows, jh_str ahead) {
  if (!rows->is_quick) return ahead.size < PIECE ? ahead.size : PIECE;
  const char *end = memchr(ahead.at, '>', ahead.size);
  return end ? (size_t)(end - ahead.at) + 1 : ahead.size;
}

static jh_code step(jh_rows *rows, jh_error *err) {
  jh_xml *xml = rows->xml;
  if (jh_xml_is_paused(xml)) return jh_xml_feed(xml, 0, err);
  if (jh_xml_ahead(xml).size < LOW) {
    jh_code code = jh_xml_fill(xml, err);
    if (code) return code;
  }
  bool is_between = rows->in_row && jh_xml_depth(xml) == DEPTH_ROW && jh_xml_is_clear(xml);
  if (is_between && rows->is_quick) jh_xml_skip(xml, jh_rows_quick(rows, jh_xml_ahead(xml)));
  jh_str ahead = jh_xml_ahead(xml);
  return jh_xml_feed(xml, piece(rows, ahead), err);
}

/* The part was a sheet to its end. */
static jh_code check_end(const jh_rows *rows, jh_error *err) {
  if (rows->is_root && rows->has_data) return JH_OK;
  return jh_archive_fail(rows->book->archive, err, JH_EBOOK_DAMAGED, rows->sheet->part, NULL);
}

jh_code jh_rows_next(jh_rows *rows, jh_sheet_row *out, bool *got, jh_error *err) {
  *got = false;
  *out = (jh_sheet_row){.line = 0};
  rows->is_ready = false;
  rows->count = 0;
  jh_buf_clear(&rows->texts);
  jh_code code = rows->error.code;
  while (!code && !rows->is_ready && !jh_xml_has_ended(rows->xml)) {
    code = step(rows, &rows->error);
    rows->error.code = code;
  }
  if (!code && !rows->is_ready) code = rows->error.code = check_end(rows, &rows->error);
  if (code) {
    if (err) *err = rows->error;
    return code;
  }
  if (!rows->is_ready) return JH_OK;
  *got = true;
  *out = (jh_sheet_row){rows->line, rows->row_is_hidden, rows->cells, rows->count};
  return JH_OK;
}
