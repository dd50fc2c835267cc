/* take_form.c - the cells of a form: one record for each sheet. */
#include <string.h>

#include "intake/layout.h"
#include "intake/take.h"
#include "intake/taking.h"

/* The cells that are wanted, as they were found. */
typedef struct wanted {
  const jh_intake_part *part;
  jh_grid_cell cell;
} wanted;

typedef struct form_reading {
  jh_taking taking;
  wanted *cells;
  size_t count;
} form_reading;

static jh_grid_cell cell_of_form(void *payload, const jh_intake_part *part) {
  const form_reading *r = payload;
  for (size_t i = 0; i < r->count; i++) {
    if (r->cells[i].part == part) return r->cells[i].cell;
  }
  return (jh_grid_cell){{NULL, 0}, JH_GRID_TEXT};
}

static jh_code list_wanted(form_reading *r, jh_error *err) {
  const jh_intake_source *source = r->taking.source;
  size_t room = 1;
  for (size_t i = 0; i < source->feed_count; i++) room += source->feeds[i].part_count;
  r->cells = jh_arena_get(r->taking.in->arena, room * sizeof *r->cells);
  if (!r->cells) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < source->feed_count; i++) {
    for (size_t k = 0; k < source->feeds[i].part_count; k++) {
      r->cells[r->count++] = (wanted){.part = &source->feeds[i].parts[k]};
    }
  }
  return JH_OK;
}

/* Keeps a cell for whoever wants it; false if nobody does. */
static bool keep(
    form_reading *r, uint32_t line, uint32_t column, const jh_grid_cell *cell, bool *ok) {
  bool is_wanted = false;
  for (size_t i = 0; i < r->count; i++) {
    if (r->cells[i].part->line != line || r->cells[i].part->column != column) continue;
    char *copy = jh_arena_text(r->taking.in->arena, cell->text);
    if (!copy) *ok = false;
    r->cells[i].cell = (jh_grid_cell){{copy, cell->text.size}, cell->kind};
    is_wanted = true;
  }
  return is_wanted;
}

static jh_code read_cells(form_reading *r, jh_grid *grid, jh_error *err) {
  jh_code code = JH_OK;
  bool got = true, ok = true;
  while (!code) {
    jh_grid_row row;
    code = jh_grid_next(grid, &row, &got, err);
    if (code || !got) break;
    for (size_t i = 0; i < row.count && !code; i++) {
      const jh_grid_cell *cell = &row.cells[i];
      if (!cell->text.size && cell->kind == JH_GRID_TEXT) continue;
      if (keep(r, row.line, (uint32_t)i, cell, &ok)) continue;
      if (cell->text.size && cell->kind != JH_GRID_MERGED) {
        code = jh_taking_loose(&r->taking, row.line, (uint32_t)i, cell->text, err);
      }
    }
  }
  return code || ok ? code : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

/* A form without its key is no record. */
static jh_code check_key(form_reading *r, bool *ok, jh_error *err) {
  const jh_intake_source *source = r->taking.source;
  const jh_table_def *def = source->table->def;
  uint32_t column = def->key_column == JH_NONE ? def->parent_column : def->key_column;
  const jh_intake_feed *feed = jh_layout_feed(source, column);
  if (!feed->part_count || cell_of_form(r, feed->parts).text.size) return JH_OK;
  jh_error found;
  jh_place at = jh_taking_place(&r->taking, feed->parts[0].line, feed->parts);
  (void)jh_fail(&found, JH_EIMPORT_NO_KEY, &at, def->columns[column].id, NULL);
  jh_str_copy(found.at.name, sizeof found.at.name, jh_str_of(def->columns[column].id));
  *ok = false;
  return jh_intake_refuse(r->taking.in, &found, err);
}

jh_code jh_take_form(jh_intake *in, uint32_t number, jh_grid *grid, jh_error *err) {
  form_reading r = {.count = 0};
  bool ok = true, read = false;
  jh_code code = jh_taking_begin(&r.taking, in, number, err);
  r.taking.cell = cell_of_form;
  r.taking.payload = &r;
  r.taking.line = 1;
  if (!code) code = list_wanted(&r, err);
  if (!code) code = read_cells(&r, grid, err);
  if (!code) code = check_key(&r, &ok, err);
  if (!code) code = jh_taking_read(&r.taking, &read, err);
  if (!code && ok && read) code = jh_taking_store(&r.taking, err);
  jh_taking_end(&r.taking);
  return code;
}
