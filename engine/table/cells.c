/* cells.c - reading single cells again; see cells.h. */
#include "table/cells.h"

#include <stdlib.h>
#include <string.h>

#include "table/grid.h"
#include "table/reader.h"

/* The record that is being read, and the spots in it: [next, end). */
typedef struct finding {
  jh_spot **next, **end;
  size_t cell;
  jh_arena *arena;
  bool is_out_of_memory;
  bool is_marked; /* full-width commas part the cells */
} finding;

static int compare(const void *left, const void *right) {
  const jh_spot *a = *(jh_spot *const *)left, *b = *(jh_spot *const *)right;
  if (a->file != b->file) return a->file < b->file ? -1 : 1;
  if (a->line != b->line) return a->line < b->line ? -1 : 1;
  return (a->field > b->field) - (a->field < b->field);
}

static void on_cell(void *at, size_t size, void *payload) {
  finding *f = payload;
  f->cell++;
  for (; f->next < f->end && (*f->next)->field <= f->cell; f->next++) {
    if (!f->arena || (*f->next)->field != f->cell) continue;
    char *written = jh_arena_text(f->arena, (jh_str){at, size});
    if (!written) f->is_out_of_memory = true;
    if (written && f->is_marked) jh_reader_restore(written, size);
    (*f->next)->written = written;
  }
}

/* The spots [*from, end) of one file, as far as they are in one line. */
static jh_code locate_line(
    jh_reader *reader, const jh_file *file, jh_spot ***from, jh_spot **end, jh_arena *arena,
    jh_error *err) {
  jh_spot **first = *from;
  while (*from < end && (**from)->line == (*first)->line) (*from)++;
  uint32_t now = jh_reader_next_line(reader), line = (*first)->line;
  jh_code code = line > now ? jh_reader_skip(reader, line - now, err) : JH_OK;
  finding f = {.next = first, .end = *from, .arena = arena};
  f.is_marked = file->delimiter == JH_READER_WIDE_COMMA;
  bool got = false;
  if (!code) code = jh_reader_next(reader, on_cell, &f, &got, err);
  if (code || !got || jh_reader_line(reader) != line) return code;
  if (f.is_out_of_memory) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (jh_spot **spot = first; spot < *from; spot++) {
    jh_place at = {0};
    if ((*spot)->field == 0 || (*spot)->field > f.cell) continue;
    jh_reader_place(reader, (*spot)->field - 1, &at);
    (*spot)->at_line = at.line;
    (*spot)->at_column = at.column;
  }
  return JH_OK;
}

static jh_code locate_in_file(
    const jh_file *file, jh_spot **from, jh_spot **end, jh_arena *arena, jh_error *err) {
  jh_input input;
  jh_reader *reader = NULL;
  jh_code code = jh_input_open(&input, file->path, NULL, err);
  if (code) return code;
  if (!jh_input_is(&input, file->size_bytes, file->changed_ns, file->stamp)) {
    jh_place at = jh_place_of(file->path, 0, 0);
    code = jh_fail(err, JH_EFILE_CHANGED, &at, NULL);
  }
  if (!code) {
    code = jh_reader_open(&reader, &input, file->encoding, file->bom_size, file->delimiter, err);
  }
  while (!code && from < end) code = locate_line(reader, file, &from, end, arena, err);
  if (!code) code = jh_input_check(&input, err);
  jh_reader_close(reader);
  jh_input_close(&input);
  return code;
}

/* The spots of one row of a sheet. */
static bool locate_row(const jh_grid_row *row, jh_spot **from, jh_spot **end, jh_arena *arena) {
  for (; from < end; from++) {
    jh_spot *spot = *from;
    if (spot->field == 0) continue;
    jh_str text = spot->field <= row->count ? row->cells[spot->field - 1].text : (jh_str){0};
    spot->at_line = row->line;
    spot->at_column = spot->field;
    if (arena && !(spot->written = jh_arena_text(arena, text))) return false;
  }
  return true;
}

static jh_code locate_in_sheet(
    const jh_file *file, jh_spot **from, jh_spot **end, jh_arena *arena, jh_error *err) {
  jh_grid_options options = {.sheet = file->sheet};
  jh_grid *grid = NULL;
  jh_code code = jh_grid_open(&grid, file->path, &options, err);
  if (code) return code;
  const jh_grid_info *info = jh_grid_about(grid);
  if (info->size_bytes != file->size_bytes || info->changed_ns != file->changed_ns ||
      (file->stamp && info->stamp != file->stamp)) {
    jh_place at = jh_place_of(file->path, 0, 0);
    code = jh_fail(err, JH_EFILE_CHANGED, &at, NULL);
  }
  bool got = true;
  while (!code && got && from < end) {
    jh_grid_row row;
    code = jh_grid_next(grid, &row, &got, err);
    if (code || !got) break;
    while (from < end && (*from)->line < row.line) from++;
    jh_spot **first = from;
    while (from < end && (*from)->line == row.line) from++;
    if (!locate_row(&row, first, from, arena)) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  jh_grid_close(grid);
  return code;
}

jh_code jh_cells_locate(
    const jh_dataset *dataset, jh_spot **spots, size_t count, jh_arena *arena, jh_error *err) {
  if (count == 0) return JH_OK;
  qsort(spots, count, sizeof *spots, compare);
  jh_spot **end = spots + count;
  while (spots < end) {
    jh_spot **from = spots;
    while (spots < end && (*spots)->file == (*from)->file) spots++;
    const jh_file *file = &dataset->files[(*from)->file];
    jh_code code = file->is_workbook ? locate_in_sheet(file, from, spots, arena, err)
                                     : locate_in_file(file, from, spots, arena, err);
    if (code) return code;
  }
  return JH_OK;
}

/* A derived table stands in the file of its child table, under the child's columns. */
static uint32_t column_in_file(
    const jh_dataset *dataset, const jh_file *file, uint32_t table, uint32_t column) {
  const jh_table_def *def = &dataset->plan->tables[table];
  if (file->table == table || !def->is_derived) return column;
  if (column == def->key_column) return dataset->plan->tables[file->table].parent_column;
  return column == def->name_column ? def->derived_name_column : JH_NONE;
}

const char *jh_cells_set(const jh_dataset *dataset, size_t file, uint32_t table, uint32_t column) {
  const jh_file *in = &dataset->files[file];
  if (in->source == JH_NONE) return NULL;
  column = column_in_file(dataset, in, table, column);
  const jh_source *source = &dataset->plan->sources[in->source];
  for (size_t i = 0; i < source->set_count; i++) {
    if (source->sets[i].column == column) return source->sets[i].value;
  }
  return NULL;
}

uint32_t jh_cells_field(const jh_dataset *dataset, size_t file, uint32_t table, uint32_t column) {
  const jh_file *in = &dataset->files[file];
  uint32_t wanted = column_in_file(dataset, in, table, column);
  if (wanted == JH_NONE) return JH_NONE;
  for (size_t i = 0; i < in->header_count; i++) {
    if (in->header_columns[i] == wanted) return (uint32_t)i + 1;
  }
  return jh_cells_set(dataset, file, table, column) ? 0 : JH_NONE;
}
