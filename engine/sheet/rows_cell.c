/* rows_cell.c - from a cell's content in the file to its value as text; see rows.h. */
#include <string.h>

#include "base/alloc.h"
#include "sheet/rows_parts.h"
#include "sheet/serial.h"

#define MOST_ROW ((size_t)64 * 1024 * 1024) /* bytes of text in one row */

static const char *const types[] = {"n", "s", "str", "inlineStr", "b", "e", "d"};

bool jh_rows_type_of(jh_rows_type *out, jh_str name) {
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    if (jh_str_equal(name, jh_str_of(types[i]))) {
      *out = (jh_rows_type)i;
      return true;
    }
  }
  return false;
}

static void fail_value(jh_rows *rows, const jh_rows_raw *raw, jh_str text) {
  char shown[120];
  rows->raw.column = raw->column;
  rows->in_cell = true;
  jh_rows_fail(rows, JH_ESHEET_VALUE, jh_arg_text(shown, sizeof shown, text), types[raw->type]);
}

static void fail_at(
    jh_rows *rows, const jh_rows_raw *raw, jh_code code, const char *a, const char *b) {
  rows->raw.column = raw->column;
  rows->in_cell = true;
  jh_rows_fail(rows, code, a, b);
}

/* A new cell of the row; NULL after an error. */
static jh_sheet_cell *new_cell(jh_rows *rows, const jh_rows_raw *raw) {
  void *cells = rows->cells, *starts = rows->starts;
  int failed = jh_alloc_grow(&cells, &rows->cell_room, rows->count + 1, sizeof *rows->cells);
  rows->cells = cells;
  if (!failed)
    failed = jh_alloc_grow(&starts, &rows->start_room, rows->count + 1, sizeof *rows->starts);
  rows->starts = starts;
  if (failed) {
    fail_at(rows, raw, JH_ENOMEM, NULL, NULL);
    return NULL;
  }
  jh_sheet_cell *cell = &rows->cells[rows->count];
  rows->starts[rows->count] = UINT32_MAX;
  rows->count++;
  uint32_t column = raw->column;
  *cell = (jh_sheet_cell){
      .column = column,
      .is_formula = raw->is_formula,
      .is_hidden_column = rows->hidden[column / 8] >> column % 8 & 1};
  return cell;
}

/* A cell whose text is copied, since it stands only in what is passing by. */
static void put(jh_rows *rows, const jh_rows_raw *raw, jh_sheet_kind kind, jh_str text) {
  char number[24];
  if (rows->texts.size + text.size > MOST_ROW) {
    fail_at(rows, raw, JH_EBOOK_LIMIT, "row bytes", jh_arg_int(number, (int64_t)MOST_ROW));
    return;
  }
  jh_sheet_cell *cell = new_cell(rows, raw);
  if (!cell) return;
  rows->starts[rows->count - 1] = (uint32_t)rows->texts.size;
  cell->kind = kind;
  cell->text.size = text.size;
  jh_buf_add(&rows->texts, text);
  if (!jh_buf_ok(&rows->texts)) fail_at(rows, raw, JH_ENOMEM, NULL, NULL);
}

/* Spreadsheets decode these; most texts have none. */
static void put_text(jh_rows *rows, const jh_rows_raw *raw, jh_str text) {
  size_t before = rows->texts.size;
  put(rows, raw, JH_SHEET_TEXT, text);
  if (rows->count == 0 || rows->texts.size != before + text.size) return;
  size_t size = jh_strings_decode(rows->texts.at + before, text.size);
  rows->texts.size = before + size;
  rows->cells[rows->count - 1].text.size = size;
}

static void put_shared(jh_rows *rows, const jh_rows_raw *raw, jh_str text) {
  const jh_strings *strings = &rows->book->strings;
  if (!rows->book->has_strings) {
    fail_at(rows, raw, JH_EBOOK_PART, "sharedStrings", rows->sheet->part);
    return;
  }
  uint64_t index = 0;
  for (size_t i = 0; i < text.size; i++) {
    char c = text.at[i];
    if (c < '0' || c > '9') index = strings->count;
    if (index < strings->count) index = index * 10 + (uint64_t)(c - '0');
  }
  if (index >= strings->count) {
    fail_value(rows, raw, text);
    return;
  }
  jh_str shared = jh_strings_at(strings, (size_t)index);
  if (shared.size == 0) return;
  jh_sheet_cell *cell = new_cell(rows, raw);
  if (cell) cell->text = shared;
}

/* Most numbers: digits that stand for themselves. */
static bool is_simple(jh_str text) {
  if (text.size > JH_NUMBER_DIGITS || (text.at[0] == '0' && text.size > 1)) return false;
  for (size_t i = 0; i < text.size; i++)
    if (text.at[i] < '0' || text.at[i] > '9') return false;
  return true;
}

static const jh_serial_form forms[] = {
    [JH_FORMAT_DATE] = JH_SERIAL_DATE,
    [JH_FORMAT_TIME] = JH_SERIAL_TIME,
    [JH_FORMAT_ELAPSED] = JH_SERIAL_ELAPSED};

static void put_number(jh_rows *rows, const jh_rows_raw *raw, jh_str text) {
  const jh_styles *styles = &rows->book->styles;
  jh_format format = raw->style < styles->count ? styles->formats[raw->style] : JH_FORMAT_PLAIN;
  if (format == JH_FORMAT_PLAIN && is_simple(text)) {
    put(rows, raw, JH_SHEET_NUMBER, text);
    return;
  }
  jh_number number;
  if (!jh_number_read(&number, text)) {
    fail_value(rows, raw, text);
    return;
  }
  char made[JH_NUMBER_TEXT];
  if (format >= JH_FORMAT_DATE) {
    size_t size = jh_serial_text(made, &number, forms[format], rows->book->is_1904);
    if (size) {
      put(rows, raw, JH_SHEET_DATE, (jh_str){made, size});
      return;
    }
  }
  size_t size = format == JH_FORMAT_PERCENT ? jh_number_percent(made, &number)
                                            : jh_number_text(made, &number);
  put(rows, raw, JH_SHEET_NUMBER, (jh_str){made, size});
}

static void put_bool(jh_rows *rows, const jh_rows_raw *raw, jh_str text) {
  bool yes = jh_str_equal(text, jh_str_of("1")) || jh_str_equal(text, jh_str_of("true"));
  bool no = jh_str_equal(text, jh_str_of("0")) || jh_str_equal(text, jh_str_of("false"));
  if (yes || no)
    put(rows, raw, JH_SHEET_BOOL, jh_str_of(yes ? "TRUE" : "FALSE"));
  else
    fail_value(rows, raw, text);
}

/* A date that is written as one: a time of midnight, or its zone, is not shown. */
static void put_date(jh_rows *rows, const jh_rows_raw *raw, jh_str text) {
  static const char *const ends[] = {"Z", ".000", "T00:00:00"};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
    if (jh_str_ends(text, ends[i])) text.size -= strlen(ends[i]);
  put(rows, raw, JH_SHEET_DATE, text);
}

static jh_str trim(jh_str text) {
  while (text.size && strchr(" \t\r\n", text.at[0])) {
    text.at++;
    text.size--;
  }
  while (text.size && strchr(" \t\r\n", text.at[text.size - 1])) text.size--;
  return text;
}

/* A formula without a value was never computed; nor was one in a file that asks to be computed
 * when it is opened: there stands a 0 for whatever it will be. An empty text is a value. */
static bool lacks_value(const jh_rows *rows, const jh_rows_raw *raw, jh_str text) {
  if (!raw->is_formula) return false;
  if (rows->book->lacks_computed) return true;
  return text.size == 0 && (raw->type != JH_ROWS_STRING || !raw->has_value);
}

void jh_rows_take(jh_rows *rows, const jh_rows_raw *raw, jh_str text) {
  bool is_text = raw->type == JH_ROWS_STRING || raw->type == JH_ROWS_INLINE;
  char number[24];
  if (!is_text) text = trim(text);
  if (raw->style && raw->style >= rows->book->styles.count) {
    fail_at(rows, raw, JH_ESHEET_VALUE, jh_arg_int(number, raw->style), "s");
  } else if (lacks_value(rows, raw, text)) {
    jh_sheet_cell *cell = new_cell(rows, raw);
    if (cell) cell->lacks_value = true;
  } else if (text.size > 0) {
    static void (*const puts[])(jh_rows *, const jh_rows_raw *, jh_str) = {
        [JH_ROWS_NUMBER] = put_number, [JH_ROWS_SHARED] = put_shared, [JH_ROWS_STRING] = put_text,
        [JH_ROWS_INLINE] = put_text,   [JH_ROWS_BOOL] = put_bool,     [JH_ROWS_ERROR] = NULL,
        [JH_ROWS_DATE] = put_date};
    if (raw->type == JH_ROWS_ERROR)
      put(rows, raw, JH_SHEET_ERROR, text);
    else
      puts[raw->type](rows, raw, text);
  }
}
