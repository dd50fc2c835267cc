/* campus.h - campuses that are not counted as schools, added to the school to which they belong.
 *
 * Private to the layer. Knows the columns of the national dictionary that say so:
 * is_counted_as_school, parent_school_code, school_type.
 */
#ifndef JH_INTAKE_CAMPUS_H
#define JH_INTAKE_CAMPUS_H

#include "intake/state.h"

/* Merges in every table that has these columns: persons, things, areas and money are added up (blank on
 * either side: the sum is blank, and the report says so), of the largest class the larger one stays,
 * everything else is the parent's. Teaching points stay. A parent that is not there is noted as an
 * error. Records that were added point to their parent. */
JH_CHECKED jh_code jh_campus_merge(jh_intake *in, jh_error *err);

/* Does a merged record's cell of this column hold what campuses gave, too? */
bool jh_campus_joins(const jh_plan *plan, const jh_column_def *def);

#endif
