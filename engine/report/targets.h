/* targets.h - how far targets are reached, in words and as JSON. Private to report/.
 *
 * Knows the counts, not how they were made (study/targets.h).
 */
#ifndef JH_REPORT_TARGETS_H
#define JH_REPORT_TARGETS_H

#include "report/report.h"

/* Do the data call a named county otherwise than the pack does? Then both names are told. */
bool jh_targets_is_renamed(const jh_target_county *county);

/* A table of the targets, then one of the named counties, then what must be said besides; each after
 * a blank line. Nothing for a pack without targets. */
void jh_targets_text(jh_buf *buf, const jh_results *results, jh_lang lang);

/* ,"targets":[…] of docs/JSON.md; nothing for a pack without targets. targets_json.c */
void jh_targets_json(jh_buf *buf, const jh_results *results);

#endif
