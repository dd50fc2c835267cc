/* intake.h - from the offices' files to a dataset, as a mapping says.
 *
 * Reads every source that the mapping names, joins rows by their key, adds campuses to the schools to
 * which they belong if the mapping says so, and writes a folder: canonical tables, a dictionary, a copy
 * of the mapping, where each cell came from (origin.h), and a report of what was taken and what was not.
 * The same sources and mapping give the same bytes. Knows no rule and no verdict.
 */
#ifndef JH_INTAKE_INTAKE_H
#define JH_INTAKE_INTAKE_H

#include "base/diag.h"
#include "intake/options.h"
#include "model/mapping.h"
#include "model/plan.h"

/* Imports. The plan holds the dictionary that the mapping names. Problems go to the diagnostics with
 * the file, sheet and cell of the original; if one is an error nothing is written.
 *
 * Units    of the source: the column's in the mapping, else the header's, else `unit` of the source for
 *          money, else the unit line's, else the column's own. Converted exactly.
 * Missing  is never zero: a sum with a blank part is blank, and the report says so.
 * Output   is written beside its place and renamed when it is whole.
 *
 * Errors   JH_EIMPORT_REFUSED (arg: how many errors the diagnostics hold), JH_EOUTPUT_FOLDER,
 *          JH_ENOT_WRITABLE, JH_ENOMEM; of the mapping: JH_EUNKNOWN_NAME, JH_EIMPORT_KEY, … */
JH_CHECKED jh_code jh_intake_run(
    jh_intake_count *out, const jh_mapping *mapping, const jh_plan *plan,
    const jh_intake_options *options, jh_diag *diag, jh_error *err);

#endif
