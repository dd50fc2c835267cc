/* trouble.h - findings that are made after the files were read: about whole rows.
 *
 * Private to the layer. Collected, then placed exactly by reading the files
 * again, then handed to the diagnostics.
 */
#ifndef JH_TABLE_TROUBLE_H
#define JH_TABLE_TROUBLE_H

#include "table/loading.h"

/* A cell of a staged row. */
typedef struct jh_trouble_cell {
  const jh_staged *staged; /* NULL = none */
  size_t row;
  uint32_t column;
} jh_trouble_cell;

/* Takes note of an error whose places are these cells. */
JH_CHECKED jh_code jh_trouble_add(
    jh_loading *loading, const jh_error *found, jh_trouble_cell at, jh_trouble_cell also,
    jh_error *err);

/* Is any of those collected an error, not only a warning? */
bool jh_trouble_has_errors(const jh_loading *loading);

/* Finds the places and gives all to the diagnostics. Frees the list in any case. */
JH_CHECKED jh_code jh_trouble_flush(jh_loading *loading, jh_error *err);

#endif
