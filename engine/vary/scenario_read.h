/* scenario_read.h - a sheet of scenarios: a row for each, a column for each parameter.
 *
 *     scenario,pe_teachers.primary,class_size.at_most.primary
 *     strict,1,40
 *     mild,,50
 *
 * A text file or a workbook. A blank cell leaves the value in force. Knows the plan, no data.
 */
#ifndef JH_VARY_SCENARIO_READ_H
#define JH_VARY_SCENARIO_READ_H

#include "model/scenarios.h"

/* Fills axes, ids, values; all lives in the arena. Errors, with their cell: JH_ESCENARIO_HEAD,
 * _PATH (of a column, as sweep_axis.h), _ID, _WIDE, _NONE, JH_ESWEEP_NUMBER, _TWICE, _TOO_MANY;
 * those of grid.h, JH_ENOMEM. */
JH_CHECKED jh_code jh_scenario_read(
    jh_scenarios *out, const jh_plan *plan, jh_date on, const char *path, jh_arena *arena,
    jh_error *err);

#endif
