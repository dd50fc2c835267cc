/* grid.h - a small table for people: columns as wide as the eye needs, two blanks between them.
 *
 * Filled cell by cell, row by row, the first row being the headings. A column
 * that holds nothing below its heading is left out. Private to report/; knows
 * no finding.
 */
#ifndef JH_REPORT_GRID_H
#define JH_REPORT_GRID_H

#include "base/buf.h"

#define JH_GRID_COLUMNS 10

typedef struct jh_grid {
  jh_buf text;  /* all cells, one after the other: add to it, then end the cell */
  size_t *ends; /* where each ends */
  size_t count, room;
  size_t columns; /* at most JH_GRID_COLUMNS */
  uint32_t right; /* bit mask: columns of numbers, which stand to the right */
} jh_grid;

void jh_grid_init(jh_grid *grid, size_t columns, uint32_t right);
void jh_grid_done(jh_grid *grid);

/* Ends the cell whose text was added to grid->text; out of memory is remembered there. */
void jh_grid_next(jh_grid *grid);

/* A whole cell at once. */
void jh_grid_cell(jh_grid *grid, const char *text);

/* Adds the table; nothing if it has no row below the headings. A failure goes over to buf. */
void jh_grid_text(jh_buf *buf, const jh_grid *grid);

#endif
