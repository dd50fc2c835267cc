/* load_cells.c - cells as they are written, for explanations; see load.h. */
#include "table/load.h"

#include <string.h>

#include "base/alloc.h"
#include "table/cells.h"
#include "table/edit.h"

static bool is_same_sheet(const char *a, const char *b) {
  return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The file of a cell by its path and sheet; file_count if it is none of the dataset's. */
static size_t file_of(const jh_dataset *dataset, const jh_cell *cell) {
  size_t file = 0;
  if (!cell->file) return dataset->file_count;
  for (; file < dataset->file_count; file++) {
    const jh_file *is = &dataset->files[file];
    if (strcmp(is->path, cell->file) == 0 && is_same_sheet(is->sheet, cell->sheet)) break;
  }
  return file;
}

/* Begins with what is known without the file. True if the file must be read for it. */
static bool prepare(const jh_dataset *dataset, jh_cell *cell, jh_spot *spot) {
  size_t file = file_of(dataset, cell);
  if (file == dataset->file_count || cell->line == 0 || !cell->table) return false;
  uint32_t table = (uint32_t)(cell->table - dataset->plan->tables);
  uint32_t column = (uint32_t)(cell->column - cell->table->columns);
  uint32_t field = jh_cells_field(dataset, file, table, column);
  cell->field = 0;
  if (field == JH_NONE) return false;
  if (field == 0) {
    cell->written = jh_cells_set(dataset, file, table, column);
    return false;
  }
  *spot = (jh_spot){.file = (uint16_t)file, .line = cell->line, .field = field};
  return true;
}

jh_code jh_load_cells(
    const jh_dataset *dataset, jh_cell **cells, size_t count, jh_arena *arena, jh_error *err) {
  jh_spot *spots = jh_alloc_get(count * sizeof *spots);
  jh_spot **order = jh_alloc_get(count * sizeof *order);
  if (!spots || !order) {
    jh_alloc_free(spots);
    jh_alloc_free(order);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  size_t wanted = 0;
  for (size_t i = 0; i < count; i++) {
    if (prepare(dataset, cells[i], &spots[i])) order[wanted++] = &spots[i];
  }
  jh_code code = jh_cells_locate(dataset, order, wanted, arena, err);
  for (size_t i = 0; !code && i < count; i++) {
    if (spots[i].at_line == 0) continue;
    cells[i]->field = spots[i].field;
    cells[i]->written = jh_edit_written(dataset, cells[i], spots[i].file, spots[i].written);
  }
  jh_alloc_free(spots);
  jh_alloc_free(order);
  return code;
}
