/* cells.h - finding cells again in the files, when someone asks.
 *
 * Private to the layer. A load keeps of each row only file and line; columns
 * and texts are read again, each file once, passing over all other lines.
 */
#ifndef JH_TABLE_CELLS_H
#define JH_TABLE_CELLS_H

#include "table/dataset.h"

typedef struct jh_spot {
  uint16_t file;
  uint32_t line;  /* where the record begins */
  uint32_t field; /* 1-based; 0 = not in the file: a value set by the source */
  /* Found: */
  uint32_t at_line, at_column; /* where the cell begins; 0 = not found */
  const char *written;         /* in the arena; NULL if there is no arena */
} jh_spot;

/* The field of a file that holds a column of a table (also of one derived from the file's table);
 * 0 if the source sets it, JH_NONE if the file does not have it. */
uint32_t jh_cells_field(const jh_dataset *dataset, size_t file, uint32_t table, uint32_t column);

/* The value that the file's source sets for a column; NULL if it sets none. */
const char *jh_cells_set(const jh_dataset *dataset, size_t file, uint32_t table, uint32_t column);

/* Finds all spots; sorts the array of pointers. arena may be NULL.
 * Errors JH_EFILE_CHANGED, and those of reader.h. */
JH_CHECKED jh_code jh_cells_locate(
    const jh_dataset *dataset, jh_spot **spots, size_t count, jh_arena *arena, jh_error *err);

#endif
