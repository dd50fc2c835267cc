/* blame.h - words for cells that were refused.
 *
 * Private to the layer. Apart from cell.h because it is never in a hurry.
 */
#ifndef JH_TABLE_BLAME_H
#define JH_TABLE_BLAME_H

#include "table/cell.h"

/* Words the refusal of a cell that jh_cell_take gave. */
void jh_blame_cell(
    jh_error *out, const jh_taker *taker, jh_code why, const jh_place *at, jh_str text);

/* Of a refusal that is told once for a column: how many more cells of it are refused for the same reason. */
void jh_blame_more(jh_error *out, size_t count);

#endif
