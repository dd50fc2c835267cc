/* store.h - the rows of the result while sources are read: found by key, filled cell by cell.
 *
 * Private to the layer. Knows no file.
 */
#ifndef JH_INTAKE_STORE_H
#define JH_INTAKE_STORE_H

#include "intake/state.h"

/* The table of the result for a table of the plan, made when it is first asked for; NULL when memory is
 * out. */
jh_intake_table *jh_store_table(jh_intake *in, uint32_t table);

/* The slot of a column; JH_NONE when memory is out. */
uint32_t jh_store_slot(jh_intake *in, jh_intake_table *table, uint32_t column);

/* The record with a key (the text is copied if it is new), or a new one where the table has no key. The
 * row of the source is hung to it. *earlier is another row of the same source that it has
 * already; 0 = none. NULL when memory is out. */
jh_intake_record *jh_store_find(
    jh_intake *in, jh_intake_table *table, jh_str key, uint32_t source, uint32_t line,
    uint32_t *earlier);

/* Puts a cell; a blank yields to what is there. False if another value is there: *old is its cell. */
bool jh_store_put(
    jh_intake_record *record, uint32_t slot, const jh_intake_cell *cell, jh_intake_cell *old);

/* Makes the record as wide as its table is now; false when memory is out. */
bool jh_store_widen(jh_intake *in, const jh_intake_table *table, jh_intake_record *record);

/* Orders the records: by key, else by what leads to the parent, else as they came. False when memory is
 * out. Keys lead nowhere afterwards: nothing more can be found. */
bool jh_store_sort(jh_intake *in, jh_intake_table *table);

#endif
