/* changes.h - what the overlays and reforms of a chain change: old and new. Private to report/. */
#ifndef JH_REPORT_CHANGES_H
#define JH_REPORT_CHANGES_H

#include "report/report.h"

/* A table for people: what, was and now, where, since when, by which clause; with a blank line before
 * it. Nothing where nothing is changed. */
void jh_changes_text(jh_buf *buf, const jh_plan *plan, jh_lang lang);

/* ,"changes":[…] of docs/JSON.md; nothing where nothing is changed. */
void jh_changes_json(jh_buf *buf, const jh_plan *plan);

#endif
