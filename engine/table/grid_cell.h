/* grid_cell.h - what stands in a cell of a grid, and which cells are merged; see grid.h. */
#ifndef JH_TABLE_GRID_CELL_H
#define JH_TABLE_GRID_CELL_H

#include <stdint.h>

#include "base/str.h"

#define JH_GRID_COLUMNS ((size_t)4096) /* a row with more filled cells is refused */

typedef enum jh_grid_kind {
  JH_GRID_TEXT,       /* of a text file, or a text cell of a workbook */
  JH_GRID_NUMBER,     /* a number of a workbook: plain digits, or with "%" behind */
  JH_GRID_BOOL,       /* "TRUE", "FALSE" */
  JH_GRID_DATE,       /* "2024-09-01", "2024-09-01T08:00:00" */
  JH_GRID_ERROR,      /* "#DIV/0!" */
  JH_GRID_UNCOMPUTED, /* a formula that no program has computed; the text is empty */
  JH_GRID_MERGED      /* a part of a merged cell: below the corner with its text, else blank */
} jh_grid_kind;

typedef struct jh_grid_cell {
  jh_str text;  /* without the blanks around it; size 0 = blank. Lives until the next row is read */
  uint8_t kind; /* jh_grid_kind */
} jh_grid_cell;

typedef struct jh_grid_merge {
  uint32_t top, left, bottom, right; /* rows from 1, columns from 0; all inclusive */
} jh_grid_merge;

#endif
