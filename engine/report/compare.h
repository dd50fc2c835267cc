/* compare.h - a comparison of two results as text, JSON, CSV.
 *
 * First what was changed, then the totals, the verdicts that change by name
 * with what decided, and what did not change and why. Writers only render: the
 * records are made by study/compare.h.
 */
#ifndef JH_REPORT_COMPARE_H
#define JH_REPORT_COMPARE_H

#include "model/flip_more.h"
#include "report/report.h"

typedef struct jh_compare_view {
  const jh_results *of[2]; /* before, after */
  const jh_comparison *what;
  const jh_verdict
      *verdicts[2]; /* by county; the rest only for whole comparisons, NULL = not told */
  const jh_near_list *near;
  const jh_flip_alone *alone;
  const jh_cost *cost; /* NULL also where nothing is missing that could be counted */
} jh_compare_view;

/* For people. */
JH_CHECKED jh_code jh_report_compare_text(
    const jh_compare_view *view, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

/* docs/JSON.md, docs/compare.schema.json; independent of the language. */
JH_CHECKED jh_code jh_report_compare_json(
    const jh_compare_view *view, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err);

/* The words by which a table is asked for: "flips|changes|…". */
const char *jh_report_compare_tables(void);

/* One table for spreadsheets; flips: a line for each verdict that changes and each rule and entity that decided
 * it. `table` is one of jh_report_compare_tables. */
JH_CHECKED jh_code jh_report_compare_table(
    const jh_compare_view *view, const char *table, jh_lang lang, jh_sink sink, void *sink_payload,
    jh_error *err);

#endif
