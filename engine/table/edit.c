/* edit.c - see edit.h. */
#include "table/edit.h"

#include <string.h>

#include "base/utf8.h"
#include "table/blame.h"
#include "table/cells.h"
#include "table/loading.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_rows *rows_of(const jh_dataset *dataset, const jh_edit *at) {
  return &dataset->levels[dataset->plan->tables[at->table].level];
}

static const jh_column_def *def_of(const jh_dataset *dataset, const jh_edit *at) {
  return &dataset->plan->tables[at->table].columns[at->column];
}

/* Of a cell that has a field. */
static const jh_file *file_of(const jh_dataset *dataset, const jh_edit *at) {
  return &dataset->files[rows_of(dataset, at)->files[at->row]];
}

uint32_t jh_edit_field(const jh_dataset *dataset, const jh_edit *at, const jh_file **file) {
  const jh_rows *rows = rows_of(dataset, at);
  if (!rows->files || rows->files[at->row] >= dataset->file_count) return JH_NONE;
  *file = file_of(dataset, at);
  return jh_cells_field(dataset, rows->files[at->row], at->table, at->column);
}

static jh_edit *find(const jh_dataset *dataset, const jh_edit *at) {
  for (size_t i = dataset->edit_count; i-- > 0;) {
    jh_edit *edit = &dataset->edits[i];
    if (edit->row == at->row && edit->column == at->column && edit->table == at->table) return edit;
  }
  return NULL;
}

const char *jh_edit_written(
    const jh_dataset *dataset, const jh_cell *cell, uint16_t file, const char *written) {
  for (size_t i = 0; i < dataset->edit_count; i++) {
    const jh_edit *edit = &dataset->edits[i];
    const jh_table_def *table = &dataset->plan->tables[edit->table];
    const jh_rows *rows = rows_of(dataset, edit);
    if (cell->table == table && cell->column == &table->columns[edit->column] &&
        rows->files[edit->row] == file && rows->lines[edit->row] == cell->line)
      return edit->text;
  }
  return written;
}

/* The unit of the file's column, as the reader has it. */
static void set_unit(jh_taker *taker, const jh_dataset *dataset, const char *unit) {
  jh_measure measure;
  jh_measure_ratio ratio = {1, 1};
  taker->units = &dataset->plan->units;
  taker->unit = unit;
  if (!unit) return;
  if (jh_measure_read(&measure, taker->units, jh_str_of(unit)))
    (void)jh_measure_into(&ratio, &measure, taker->units, taker->def);
  jh_cell_convert(taker, ratio);
}

static jh_str text_of(const jh_rows *rows, uint32_t column, uint32_t row) {
  const jh_column *of = column == JH_NONE ? NULL : rows->columns[column];
  return of && of->texts && jh_column_known(of, row) ? of->texts[row] : (jh_str){NULL, 0};
}

static jh_code refuse(
    const jh_dataset *dataset, const jh_taker *taker, const jh_edit *to, jh_code why,
    jh_error *err) {
  const jh_table_def *table = &dataset->plan->tables[to->table];
  const jh_rows *rows = rows_of(dataset, to);
  const jh_file *file = file_of(dataset, to);
  uint32_t field = jh_edit_field(dataset, to, &file);
  jh_place at = jh_loading_place(file, rows->lines[to->row], field);
  jh_error found;
  jh_str_copy(at.name, sizeof at.name, jh_str_of(taker->def->id));
  if (why == JH_EBAD_BYTES)
    (void)jh_fail(&found, why, &at, "UTF-8", NULL);
  else
    jh_blame_cell(&found, taker, why, &at, jh_str_of(to->text));
  uint32_t key = table->key_column == JH_NONE ? table->parent_column : table->key_column;
  jh_arg_text(found.entity, sizeof found.entity, text_of(rows, key, to->row));
  jh_arg_text(
      found.entity_name, sizeof found.entity_name, text_of(rows, table->name_column, to->row));
  if (err) *err = found;
  return why;
}

/* Reads the text into a column of one row. */
static jh_code take(
    jh_column **out, const jh_dataset *dataset, const jh_edit *to, jh_arena *scratch,
    jh_error *err) {
  const jh_column_def *def = def_of(dataset, to);
  jh_texts texts = {.arena = scratch};
  jh_taker taker;
  const jh_file *file = file_of(dataset, to);
  jh_str text = jh_str_of(to->text);
  uint32_t field = jh_edit_field(dataset, to, &file);
  jh_code code = jh_cell_prepare(&taker, def, &texts, scratch, err);
  if (code) return code;
  taker.column = *out = jh_dataset_make_column(scratch, def->type, def->scale, 1);
  taker.wider = scratch;
  taker.rows = 1;
  set_unit(&taker, dataset, file->header_units ? file->header_units[field - 1] : NULL);
  code = *out ? JH_OK : JH_ENOMEM;
  if (!code && jh_utf8_check(text) < text.size) code = JH_EBAD_BYTES;
  if (!code) code = jh_cell_take(&taker, 0, text.at, text.size);
  if (code == JH_ENOMEM)
    code = out_of_memory(err);
  else if (code)
    code = refuse(dataset, &taker, to, code, err);
  jh_cell_done(&taker);
  return code;
}

static void *copy(jh_arena *arena, const void *from, size_t bytes) {
  void *made = jh_arena_get(arena, bytes ? bytes : 1);
  if (made && bytes) memcpy(made, from, bytes);
  return made;
}

/* Other columns may share their cells with this one until it is changed for the first time. */
static bool own(jh_dataset *dataset, const jh_edit *at, jh_column *column) {
  size_t count = rows_of(dataset, at)->count;
  if (column->is_own) return true;
  void *values =
      copy(dataset->arena, jh_column_values(column), count * jh_column_value_bytes(column));
  uint64_t *known = copy(dataset->arena, column->known, (count + 63) / 64 * sizeof *column->known);
  if (!values || !known) return false;
  column->known = known;
  column->is_own = true;
  if (column->shorts)
    column->shorts = values;
  else if (column->ints)
    column->ints = values;
  else if (column->longs)
    column->longs = values;
  else if (column->marks)
    column->marks = values;
  else
    column->texts = values;
  return true;
}

static void keep(jh_edit_before *before, const jh_column *column, uint32_t row) {
  before->was_known = jh_column_known(column, row);
  if (jh_column_is_number(column))
    before->number = jh_column_number(column, row);
  else if (column->marks)
    before->mark = column->marks[row];
  else
    before->text = column->texts[row];
}

static void set_known(jh_column *column, uint32_t row, bool is_known) {
  uint64_t bit = UINT64_C(1) << (row % 64);
  column->known[row / 64] =
      is_known ? column->known[row / 64] | bit : column->known[row / 64] & ~bit;
}

/* From a column of one row. Numbers fit: room was made for them. */
static void put(jh_column *column, uint32_t row, const jh_column *from, jh_str text) {
  bool is_known = jh_column_known(from, 0);
  if (jh_column_is_number(column))
    (void)jh_column_put(column, row, is_known ? jh_column_number(from, 0) : 0);
  else if (column->marks)
    column->marks[row] = is_known ? from->marks[0] : 0;
  else
    column->texts[row] = is_known ? text : (jh_str){NULL, 0};
  set_known(column, row, is_known);
}

static bool make_room(
    jh_dataset *dataset, const jh_edit *to, jh_column *column, const jh_column *from) {
  if (!own(dataset, to, column)) return false;
  if (!jh_column_is_number(column) || !jh_column_known(from, 0)) return true;
  size_t bytes = jh_column_bytes_for(jh_column_number(from, 0));
  size_t count = rows_of(dataset, to)->count;
  return bytes <= jh_column_value_bytes(column) ||
         jh_column_widen(column, dataset->arena, bytes, count, count);
}

/* The edit in the list, old or new. */
static bool note(jh_dataset *dataset, const jh_edit *to, const char *text, jh_edit_before *before) {
  jh_edit *edit = find(dataset, to);
  void *items = dataset->edits;
  before->at = (jh_edit){to->table, to->row, to->column, edit ? edit->text : NULL};
  if (!edit) {
    size_t need = dataset->edit_count + 1;
    if (jh_arena_grow(dataset->arena, &items, &dataset->edit_room, need, sizeof *edit))
      return false;
    dataset->edits = items;
    edit = &dataset->edits[dataset->edit_count++];
  }
  *edit = (jh_edit){to->table, to->row, to->column, text};
  return true;
}

/* What a reader of the file would be handed: that of text files takes off blanks around a cell. */
static jh_str as_in_file(const jh_dataset *dataset, const jh_edit *to) {
  jh_str text = jh_str_of(to->text);
  if (file_of(dataset, to)->is_workbook) return text;
  while (text.size && (text.at[0] == ' ' || text.at[0] == '\t')) text.at++, text.size--;
  while (text.size && (text.at[text.size - 1] == ' ' || text.at[text.size - 1] == '\t'))
    text.size--;
  return text;
}

static jh_code change(
    jh_dataset *dataset, const jh_edit *to, const jh_column *from, jh_edit_before *before,
    jh_error *err) {
  jh_column *column = rows_of(dataset, to)->columns[to->column];
  const char *written = jh_arena_text(dataset->arena, as_in_file(dataset, to));
  jh_str text = {NULL, 0};
  *before = (jh_edit_before){0};
  if (written && from->texts && jh_column_known(from, 0)) {
    text = (jh_str){jh_arena_text(dataset->arena, from->texts[0]), from->texts[0].size};
    if (!text.at) return out_of_memory(err);
  }
  if (!written || (column && !make_room(dataset, to, column, from))) return out_of_memory(err);
  if (column) keep(before, column, to->row);
  if (!note(dataset, to, written, before)) return out_of_memory(err);
  if (column) put(column, to->row, from, text);
  return JH_OK;
}

jh_code jh_edit_cell(
    jh_dataset *dataset, const jh_edit *to, jh_edit_before *before, jh_error *err) {
  jh_column *from = NULL;
  jh_arena *scratch = jh_arena_open();
  jh_code code = scratch ? take(&from, dataset, to, scratch, err) : out_of_memory(err);
  if (!code) code = change(dataset, to, from, before, err);
  jh_arena_close(scratch);
  return code;
}

void jh_edit_undo(jh_dataset *dataset, const jh_edit_before *before) {
  const jh_edit *at = &before->at;
  jh_column *column = rows_of(dataset, at)->columns[at->column];
  if (at->text)
    *find(dataset, at) = *at;
  else
    dataset->edit_count--; /* it was added last */
  if (!column) return;
  if (jh_column_is_number(column))
    (void)jh_column_put(column, at->row, before->number);
  else if (column->marks)
    column->marks[at->row] = before->mark;
  else
    column->texts[at->row] = before->text;
  set_known(column, at->row, before->was_known);
}
