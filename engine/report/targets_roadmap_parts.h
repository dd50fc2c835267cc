/* targets_roadmap_parts.h - what the files of the text form share; private to report/. */
#ifndef JH_REPORT_TARGETS_ROADMAP_PARTS_H
#define JH_REPORT_TARGETS_ROADMAP_PARTS_H

#include "report/figure.h"
#include "report/listing.h"
#include "report/targets_roadmap.h"

/* By name, who is judged otherwise under the reform; nothing without one. targets_roadmap_more.c */
void jh_targets_roadmap_difference(jh_buf *buf, const jh_roadmap_view *view, jh_lang lang);

/* Points that settle nothing, and what was not counted. targets_roadmap_more.c */
void jh_targets_roadmap_notes(jh_buf *buf, const jh_roadmap_view *view, jh_lang lang);

#endif
