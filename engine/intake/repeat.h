/* repeat.h - the same rows given twice: copies of a file, a workbook and its export.
 *
 * Private to the layer. Where a table has a key, rows are joined and a copy does no harm but for its
 * sources; where it has none, each row counts, and a copy would count twice.
 */
#ifndef JH_INTAKE_REPEAT_H
#define JH_INTAKE_REPEAT_H

#include "intake/state.h"

/* After all sources are read. Refuses files of the same bytes that feed one table, and sources that
 * give the same rows of one parent to a table without a key (JH_EIMPORT_REPEATED); warns of sources that
 * give other rows of one parent (JH_EIMPORT_TWO_SOURCES). Each source is told of once.
 * Errors JH_ENOMEM */
JH_CHECKED jh_code jh_repeat_check(jh_intake *in, jh_error *err);

#endif
