/* remedy.h - what is missing to pass and the way to get it, as text, JSON, CSV.
 *
 * Renders a jh_remedy_report; decides nothing.
 */
#ifndef JH_REPORT_REMEDY_H
#define JH_REPORT_REMEDY_H

#include "model/remedy.h"
#include "report/report.h"

JH_CHECKED jh_code jh_report_remedy_text(
    const jh_report_head *head, const jh_remedy_report *report, jh_lang lang, jh_sink sink,
    void *sink_payload, jh_error *err);

/* docs/JSON.md, docs/plan.schema.json. */
JH_CHECKED jh_code jh_report_remedy_json(
    const jh_report_head *head, const jh_remedy_report *report, jh_sink sink, void *sink_payload,
    jh_error *err);

/* One line for each cell that changes; the money of a line of the plan stands with its first cell. */
JH_CHECKED jh_code jh_report_remedy_csv(
    const jh_report_head *head, const jh_remedy_report *report, jh_lang lang, jh_sink sink,
    void *sink_payload, jh_error *err);

#endif
