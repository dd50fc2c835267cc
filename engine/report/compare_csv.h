/* compare_csv.h - the table of flips; private to report/. */
#ifndef JH_REPORT_COMPARE_CSV_H
#define JH_REPORT_COMPARE_CSV_H

#include "report/compare_point.h"

/* A line for each verdict that changes and each rule and entity that decided it. */
JH_CHECKED jh_code jh_compare_csv_flips(
    const jh_compare_view *view, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

/* A unit in a cell: in English as written, for scripts; in Chinese in words. */
const char *jh_compare_csv_unit(
    const jh_plan *plan, const char *unit, jh_lang lang, char *out, size_t size);

#endif
