/* compare.h - a comparison of two results as text, JSON, CSV.
 *
 * First what was changed, then the totals, the verdicts that change by name
 * with what decided, and what did not change and why. Writers only render: the
 * records are made by study/compare.h.
 */
#ifndef JH_REPORT_COMPARE_H
#define JH_REPORT_COMPARE_H

#include "model/flip.h"
#include "report/report.h"

typedef struct jh_compare_view {
  const jh_results *of[2]; /* before, after */
  const jh_comparison *what;
} jh_compare_view;

/* For people. */
JH_CHECKED jh_code jh_report_compare_text(
    const jh_compare_view *view, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

/* docs/JSON.md, docs/compare.schema.json; independent of the language. */
JH_CHECKED jh_code jh_report_compare_json(
    const jh_compare_view *view, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

/* A line for each verdict that changes and each rule and entity that decided it. */
JH_CHECKED jh_code jh_report_compare_csv(
    const jh_compare_view *view, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

#endif
