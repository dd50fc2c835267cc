/* grid.c - see grid.h.
 *
 * A text file goes through survey.h and reader.h, as when a dataset is read; a workbook through
 * sheet/. This is the only file of the layer that knows workbooks.
 */
#include "table/grid.h"

#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "sheet/look.h"
#include "sheet/rows.h"
#include "table/delimiter.h"
#include "table/reader.h"
#include "table/spread.h"
#include "table/survey.h"

struct jh_grid {
  jh_arena *arena;
  jh_grid_info info;
  /* Of a text file. */
  bool is_open;
  jh_input input;
  jh_reader *reader;
  jh_buf text; /* of the record that is read */
  /* Of a workbook. */
  jh_book *book;
  size_t sheet;
  jh_rows *rows;
  jh_spread *spread;
  /* The row. */
  jh_grid_cell *cells;
  size_t count, room;
  uint32_t line;
  bool is_over, is_out_of_memory;
};

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* -- opening ----------------------------------------------------------------------------------- */

static bool begins(const char *at, size_t size, const char *magic, size_t magic_size) {
  return size >= magic_size && memcmp(at, magic, magic_size) == 0;
}

static bool ends_as_workbook(const char *path) {
  static const char *const endings[] = {".xlsx", ".xlsm", ".XLSX", ".XLSM", ".xls", ".XLS", ".et"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    if (jh_str_ends(jh_str_of(path), endings[i])) return true;
  }
  return false;
}

bool jh_grid_is_workbook(const char *path) {
  char first[8];
  size_t got = 0;
  jh_input input;
  if (jh_input_open(&input, path, NULL, NULL) != JH_OK) return ends_as_workbook(path);
  jh_code code = jh_input_read(&input, first, sizeof first, &got, NULL);
  jh_input_close(&input);
  if (code) return ends_as_workbook(path);
  /* A ZIP archive; the container of old workbooks and of those with a password. */
  return begins(first, got, "PK\x03\x04", 4) || begins(first, got, "\xD0\xCF\x11\xE0", 4) ||
         ends_as_workbook(path);
}

static jh_grid_encoding_how how_found(const jh_survey *survey, const char *told) {
  bool is_utf8 = strcmp(survey->encoding, JH_ENCODING_UTF8) == 0;
  if (survey->bom_size > 0) return JH_GRID_MARKED;
  if (told) return JH_GRID_TOLD;
  if (survey->is_accident) return JH_GRID_ACCIDENT;
  return is_utf8 ? JH_GRID_VALID : JH_GRID_GUESSED;
}

static jh_code open_reader(jh_grid *grid, jh_error *err) {
  const jh_grid_info *info = &grid->info;
  return jh_reader_open(
      &grid->reader, &grid->input, info->encoding, info->bom_size, info->delimiter, err);
}

static jh_code open_text(jh_grid *grid, const jh_grid_options *options, jh_error *err) {
  jh_grid_info *info = &grid->info;
  jh_survey survey;
  const char *told = options->encoding;
  jh_code code = jh_survey_make(&survey, &grid->input, told, err);
  if (code) return code;
  info->encoding = jh_arena_text(grid->arena, jh_str_of(survey.encoding));
  if (!info->encoding) return out_of_memory(err);
  info->encoding_how = how_found(&survey, told);
  info->bom_size = survey.bom_size;
  info->lacks_end = survey.lacks_end;
  info->most_rows = survey.most_lines;
  memcpy(info->hash, survey.hash, sizeof info->hash);
  info->delimiter = options->delimiter;
  if (!info->delimiter) {
    info->is_delimiter_found = true;
    code = jh_delimiter_find(
        &info->delimiter, &grid->input, info->encoding, info->bom_size,
        jh_delimiter_usual(info->path), err);
  }
  return code ? code : open_reader(grid, err);
}

static void list_name(jh_buf *out, const char *name) {
  if (out->size > 0) jh_buf_text(out, ", ");
  jh_buf_text(out, name);
}

static jh_code no_sheet(jh_grid *grid, const char *name, jh_error *err) {
  jh_buf list;
  jh_buf_init(&list);
  for (size_t i = 0; i < jh_book_sheet_count(grid->book); i++) {
    list_name(&list, jh_book_sheet_name(grid->book, i));
  }
  jh_place at = jh_place_of(grid->info.path, 0, 0);
  jh_code code = jh_fail(err, JH_ENO_SHEET, &at, name, list.at ? list.at : "", NULL);
  jh_buf_done(&list);
  return code;
}

/* Does any cell of the sheet hold anything? */
static jh_code holds_anything(bool *out, jh_grid *grid, size_t sheet, jh_error *err) {
  jh_rows *rows = NULL;
  jh_sheet_row row;
  jh_code code = jh_rows_open(&rows, grid->book, sheet, err);
  *out = false;
  if (!code) code = jh_rows_next(rows, &row, out, err);
  jh_rows_close(rows);
  return code;
}

/* The only visible sheet that holds anything. */
static jh_code only_sheet(jh_grid *grid, jh_error *err) {
  size_t sheets = jh_book_sheet_count(grid->book), count = 0, visible = 0;
  jh_code code = JH_OK;
  jh_buf list;
  jh_buf_init(&list);
  grid->sheet = 0;
  for (size_t i = 0; i < sheets; i++) visible += !jh_book_sheet_is_hidden(grid->book, i);
  for (size_t i = 0; !code && i < sheets; i++) {
    bool holds = visible == 1;
    if (jh_book_sheet_is_hidden(grid->book, i)) continue;
    if (!holds) code = holds_anything(&holds, grid, i, err);
    if (code || !holds) continue;
    if (count++ == 0) grid->sheet = i;
    list_name(&list, jh_book_sheet_name(grid->book, i));
  }
  if (!code && count > 1) {
    jh_place at = jh_place_of(grid->info.path, 0, 0);
    code = jh_fail(err, JH_EWHICH_SHEET, &at, list.at ? list.at : "", NULL);
  }
  jh_buf_done(&list);
  return code;
}

static jh_code choose_sheet(jh_grid *grid, const char *name, jh_error *err) {
  if (!name) return only_sheet(grid, err);
  uint32_t found = jh_book_find(grid->book, jh_str_of(name));
  if (found == UINT32_MAX) return no_sheet(grid, name, err);
  grid->sheet = found;
  return JH_OK;
}

static jh_code look_at(jh_grid *grid, jh_error *err) {
  jh_grid_info *info = &grid->info;
  jh_sheet_look look;
  jh_code code = jh_sheet_look_at(&look, grid->book, grid->sheet, grid->arena, err);
  if (code) return code;
  info->most_rows = look.row_count;
  jh_grid_merge *merges = jh_arena_get(grid->arena, (look.merge_count + 1) * sizeof *merges);
  if (!merges) return out_of_memory(err);
  for (size_t i = 0; i < look.merge_count; i++) {
    const jh_sheet_merge *of = &look.merges[i];
    merges[i] = (jh_grid_merge){of->top, of->left, of->bottom, of->right};
  }
  info->merges = merges;
  info->merge_count = look.merge_count;
  grid->spread = jh_spread_open(merges, look.merge_count);
  return grid->spread ? JH_OK : out_of_memory(err);
}

static jh_code open_workbook(jh_grid *grid, const jh_grid_options *options, jh_error *err) {
  jh_grid_info *info = &grid->info;
  info->is_workbook = true;
  jh_code code = jh_book_open(&grid->book, info->path, NULL, err);
  if (!code) code = choose_sheet(grid, options->sheet, err);
  if (!code) code = jh_survey_hash(info->hash, &grid->input, err);
  if (code) return code;
  const char *name = jh_book_sheet_name(grid->book, grid->sheet);
  info->sheet = jh_arena_text(grid->arena, jh_str_of(name));
  if (!info->sheet) return out_of_memory(err);
  info->is_sheet_hidden = jh_book_sheet_is_hidden(grid->book, grid->sheet);
  code = look_at(grid, err);
  return code ? code : jh_rows_open(&grid->rows, grid->book, grid->sheet, err);
}

jh_code jh_grid_open(
    jh_grid **out, const char *path, const jh_grid_options *options, jh_error *err) {
  static const jh_grid_options usual = {0};
  jh_arena *arena = jh_arena_open();
  jh_grid *made = arena ? jh_arena_get(arena, sizeof *made) : NULL;
  if (!made) {
    jh_arena_close(arena);
    return out_of_memory(err);
  }
  made->arena = arena;
  made->info.path = path;
  made->input.fd = -1;
  jh_buf_init(&made->text);
  jh_code code = jh_input_open(&made->input, path, NULL, err);
  if (!code) {
    made->info.size_bytes = made->input.size_bytes;
    made->info.changed_ns = made->input.changed_ns;
    made->info.stamp = made->input.stamp;
    const jh_grid_options *how = options ? options : &usual;
    bool is_workbook = jh_grid_is_workbook(path);
    code = is_workbook ? open_workbook(made, how, err) : open_text(made, how, err);
  }
  if (code) {
    jh_grid_close(made);
    return code;
  }
  *out = made;
  return JH_OK;
}

void jh_grid_close(jh_grid *grid) {
  if (!grid) return;
  jh_rows_close(grid->rows);
  jh_spread_close(grid->spread);
  jh_book_close(grid->book);
  jh_reader_close(grid->reader);
  jh_input_close(&grid->input);
  jh_buf_done(&grid->text);
  jh_alloc_free(grid->cells);
  jh_arena_close(grid->arena);
}

const jh_grid_info *jh_grid_about(const jh_grid *grid) { return &grid->info; }

jh_code jh_grid_rewind(jh_grid *grid, jh_error *err) {
  grid->count = 0;
  grid->line = 0;
  if (grid->info.is_workbook) {
    jh_rows_close(grid->rows);
    grid->rows = NULL;
    jh_spread_rewind(grid->spread);
    return jh_rows_open(&grid->rows, grid->book, grid->sheet, err);
  }
  jh_reader_close(grid->reader);
  grid->reader = NULL;
  return open_reader(grid, err); /* the decoder goes back to the beginning */
}

/* -- rows -------------------------------------------------------------------------------------- */

static jh_grid_cell *add_cell(jh_grid *grid) {
  void *items = grid->cells;
  if (grid->count == JH_GRID_COLUMNS) {
    grid->is_over = true;
    return NULL;
  }
  if (jh_alloc_grow(&items, &grid->room, grid->count + 1, sizeof *grid->cells) != 0) {
    grid->is_out_of_memory = true;
    return NULL;
  }
  grid->cells = items;
  jh_grid_cell *made = &grid->cells[grid->count++];
  *made = (jh_grid_cell){0};
  return made;
}

/* Texts move while the record grows: until it ends a cell only knows its size. */
static void on_cell(void *at, size_t size, void *payload) {
  jh_grid *grid = payload;
  if (size == 0 && grid->count == JH_GRID_COLUMNS) return;
  jh_grid_cell *cell = grid->is_over ? NULL : add_cell(grid);
  if (!cell) return;
  cell->text.size = size;
  jh_buf_add(&grid->text, (jh_str){at, size});
}

/* Puts texts where they are; false if all cells are blank. */
static bool settle_cells(jh_grid *grid) {
  bool holds = false;
  char *at = grid->text.at;
  if (grid->info.delimiter == JH_GRID_WIDE_COMMA && at) jh_reader_restore(at, grid->text.size);
  for (size_t i = 0; i < grid->count; i++) {
    size_t size = grid->cells[i].text.size;
    grid->cells[i].text = jh_str_trim((jh_str){at, size});
    holds = holds || grid->cells[i].text.size > 0;
    at = size > 0 ? at + size : at;
  }
  return holds;
}

static jh_code too_wide(jh_grid *grid, jh_error *err) {
  char most[24];
  jh_place at = {0};
  jh_grid_place(grid, JH_GRID_COLUMNS, &at);
  return jh_fail(err, JH_ETOO_MANY_COLUMNS, &at, jh_arg_int(most, (int64_t)JH_GRID_COLUMNS), NULL);
}

static jh_code next_record(jh_grid *grid, bool *got, jh_error *err) {
  do {
    grid->count = 0;
    jh_buf_clear(&grid->text);
    jh_code code = jh_reader_next(grid->reader, on_cell, grid, got, err);
    grid->line = jh_reader_line(grid->reader);
    if (code) return code;
    if (grid->is_out_of_memory || !jh_buf_ok(&grid->text)) return out_of_memory(err);
    if (grid->is_over) return too_wide(grid, err);
  } while (*got && !settle_cells(grid));
  return *got ? JH_OK : jh_input_check(&grid->input, err);
}

static uint8_t kind_of(const jh_sheet_cell *cell) {
  if (cell->lacks_value) return JH_GRID_UNCOMPUTED;
  switch (cell->kind) {
  case JH_SHEET_TEXT: return JH_GRID_TEXT;
  case JH_SHEET_NUMBER: return JH_GRID_NUMBER;
  case JH_SHEET_BOOL: return JH_GRID_BOOL;
  case JH_SHEET_DATE: return JH_GRID_DATE;
  case JH_SHEET_ERROR: return JH_GRID_ERROR;
  }
  return JH_GRID_TEXT;
}

/* *holds is false if nothing but blanks stands in the row. */
static jh_code spread_row(jh_grid *grid, const jh_sheet_row *row, bool *holds, jh_error *err) {
  grid->count = 0;
  *holds = false;
  grid->line = row->line;
  for (size_t i = 0; i < row->count; i++) {
    const jh_sheet_cell *from = &row->cells[i];
    jh_str text = jh_str_trim(from->text);
    if (text.size == 0 && !from->lacks_value) continue;
    jh_grid_cell *cell = NULL;
    while (grid->count <= from->column && (cell = add_cell(grid))) {
    }
    if (grid->is_out_of_memory) return out_of_memory(err);
    if (grid->is_over || !cell) return too_wide(grid, err);
    *cell = (jh_grid_cell){text, kind_of(from)};
    *holds = true;
  }
  return JH_OK;
}

/* Rows that hold nothing of their own stay blank: a record may be two rows high. */
static jh_code spread_merged(jh_grid *grid, jh_error *err) {
  jh_code code = jh_spread_row(grid->spread, grid->line, grid->cells, grid->count);
  if (code) return out_of_memory(err);
  size_t width = jh_spread_width(grid->spread);
  while (grid->count < width && add_cell(grid)) {
  }
  if (grid->count < width) return grid->is_over ? too_wide(grid, err) : out_of_memory(err);
  jh_spread_mark(grid->spread, grid->cells);
  return JH_OK;
}

static jh_code next_row(jh_grid *grid, jh_grid_row *out, bool *got, jh_error *err) {
  bool holds = false;
  jh_sheet_row row;
  do {
    jh_code code = jh_rows_next(grid->rows, &row, got, err);
    if (!code && *got) code = spread_row(grid, &row, &holds, err);
    if (code) return code;
  } while (*got && !holds);
  jh_code code = *got ? spread_merged(grid, err) : JH_OK;
  if (code) return code;
  out->is_hidden = *got && row.is_hidden;
  return *got ? JH_OK : jh_input_check(&grid->input, err);
}

jh_code jh_grid_next(jh_grid *grid, jh_grid_row *out, bool *got, jh_error *err) {
  *got = false;
  *out = (jh_grid_row){0};
  bool is_workbook = grid->info.is_workbook;
  jh_code code = is_workbook ? next_row(grid, out, got, err) : next_record(grid, got, err);
  if (code || !*got) return code;
  out->line = grid->line;
  out->cells = grid->cells;
  out->count = grid->count;
  return JH_OK;
}

void jh_grid_place(jh_grid *grid, size_t column, jh_place *out) {
  uint32_t field = (uint32_t)column + 1;
  if (grid->info.is_workbook) {
    *out = jh_place_in(grid->info.path, jh_str_of(grid->info.sheet), grid->line, field);
  } else {
    *out = jh_place_of(grid->info.path, grid->line, 0);
  }
  out->field = field;
  if (!grid->info.is_workbook && grid->line > 0) jh_reader_place(grid->reader, column, out);
}

jh_code jh_grid_sheets(
    const char *path, jh_arena *arena, const jh_grid_sheet **out, size_t *count, jh_error *err) {
  *count = 0;
  *out = NULL;
  if (!jh_grid_is_workbook(path)) return JH_OK;
  jh_book *book = NULL;
  jh_code code = jh_book_open(&book, path, NULL, err);
  if (code) return code;
  size_t sheets = jh_book_sheet_count(book);
  jh_grid_sheet *list = jh_arena_get(arena, (sheets + 1) * sizeof *list);
  bool ok = list != NULL;
  for (size_t i = 0; ok && i < sheets; i++) {
    list[i].name = jh_arena_text(arena, jh_str_of(jh_book_sheet_name(book, i)));
    list[i].is_hidden = jh_book_sheet_is_hidden(book, i);
    ok = list[i].name != NULL;
  }
  jh_book_close(book);
  if (!ok) return out_of_memory(err);
  *out = list;
  *count = sheets;
  return JH_OK;
}
