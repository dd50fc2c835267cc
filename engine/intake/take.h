/* take.h - the rows of a source, and the cells of a form, into the store.
 *
 * Private to the layer. Tells rows that are records from sums, repeated headers and notes.
 */
#ifndef JH_INTAKE_TAKE_H
#define JH_INTAKE_TAKE_H

#include "intake/state.h"

/* Reads a table whose layout is known; `number` is the source's. Refused cells are noted; the error is one
 * that ends the reading of this source. */
JH_CHECKED jh_code jh_take_table(jh_intake *in, uint32_t number, jh_grid *grid, jh_error *err);

/* Reads a form: one record. */
JH_CHECKED jh_code jh_take_form(jh_intake *in, uint32_t number, jh_grid *grid, jh_error *err);

#endif
