/* targets_roadmap.h - targets over several points in time, as text, JSON, CSV.
 *
 * Only renders what study/target_roadmap.h saw.
 */
#ifndef JH_REPORT_TARGETS_ROADMAP_H
#define JH_REPORT_TARGETS_ROADMAP_H

#include "base/buf.h"
#include "model/target_roadmap.h"
#include "report/report.h"

typedef struct jh_roadmap_view {
  const jh_roadmap_record *record;
  const jh_report_head *const *heads[JH_ROADMAP_SIDES]; /* by point; of the reform NULL if none */
} jh_roadmap_view;

/* A table of the points, one of the targets with a line for each point and side, one of the named
 * counties; then who makes the difference under a reform, and what must be said besides. */
JH_CHECKED jh_code jh_targets_roadmap_text(
    const jh_roadmap_view *view, jh_lang lang, jh_sink sink, void *payload, jh_error *err);

/* A row for each target, point and side, then one for each named county, then one for each entity that
 * makes a difference: docs/JSON.md. */
JH_CHECKED jh_code jh_targets_roadmap_csv(
    const jh_roadmap_view *view, jh_lang lang, jh_sink sink, void *payload, jh_error *err);

/* docs/JSON.md, docs/targets.schema.json. */
JH_CHECKED jh_code
jh_targets_roadmap_json(const jh_roadmap_view *view, jh_sink sink, void *payload, jh_error *err);

/* What the forms ask alike. Private to report/, as all of it. */

/* "2024-09-01", with the folder in brackets where another point has the same day. */
void jh_targets_roadmap_label(
    jh_buf *buf, const jh_roadmap_record *record, size_t point, jh_lang lang);

/* How many sides are told: 2 with a reform. */
int jh_targets_roadmap_sides(const jh_roadmap_record *record);

#endif
