/* spread.h - the cells of a sheet that are parts of merged ones.
 *
 * A workbook keeps what a merged cell holds in its top left corner; the others are blank. Beside a
 * column "county" that is merged downwards a reader takes the text for each of the rows, and so it is
 * spread; whether a column may be read so is for plain.h. Knows no dictionary.
 */
#ifndef JH_TABLE_SPREAD_H
#define JH_TABLE_SPREAD_H

#include "base/error.h"
#include "table/grid_cell.h"

typedef struct jh_spread jh_spread;

/* The ranges are borrowed; by top, then left. NULL when memory is out. */
jh_spread *jh_spread_open(const jh_grid_merge *merges, size_t count);
void jh_spread_close(jh_spread *spread); /* NULL is allowed */
void jh_spread_rewind(jh_spread *spread);

/* Takes the next row that holds anything: lines ascend. Keeps what stands in the corners that begin
 * here. Error JH_ENOMEM. */
JH_CHECKED jh_code
jh_spread_row(jh_spread *spread, uint32_t line, const jh_grid_cell *cells, size_t count);

/* One more than the rightmost column of that row that is a part; 0 = none is. */
size_t jh_spread_width(const jh_spread *spread);

/* Marks the blank cells of that row that are parts: kind JH_GRID_MERGED, and below the corner its
 * text. There are at least jh_spread_width cells. The texts live until the next row. */
void jh_spread_mark(const jh_spread *spread, jh_grid_cell *cells);

#endif
