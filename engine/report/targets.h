/* targets.h - how far targets are reached, in words and as JSON. Private to report/.
 *
 * Knows the counts, not how they were made (study/targets.h).
 */
#ifndef JH_REPORT_TARGETS_H
#define JH_REPORT_TARGETS_H

#include "report/report.h"

/* Do the data call a named county otherwise than the pack does? Then both names are told. */
bool jh_targets_is_renamed(const jh_target_county *county);

/* Cells of a table of targets: the day by which, "13 counties", "20 %" or "20 % to 40 %", "20 %: met". */
void jh_targets_due(jh_buf *buf, const jh_target *target, jh_lang lang);
void jh_targets_counted(
    jh_buf *buf, const jh_plan *plan, const jh_target_result *result, jh_lang lang);
void jh_targets_share_words(jh_buf *buf, const jh_figure *figure, jh_lang lang);
void jh_targets_goal(jh_buf *buf, const jh_target_goal *goal, jh_lang lang);

/* A line, "not counted: 2 not applicable". */
void jh_targets_not_counted(jh_buf *buf, const jh_target_result *result, jh_lang lang);

/* A table of the targets, then one of the named counties, then what must be said besides; each after
 * a blank line. Nothing for a pack without targets. */
void jh_targets_text(jh_buf *buf, const jh_results *results, jh_lang lang);

/* ,"targets":[…] of docs/JSON.md; nothing for a pack without targets. targets_json.c */
void jh_targets_json(jh_buf *buf, const jh_results *results);

/* Parts of it: an object of what a target asks, still open; what was counted; a goal that is set. Each but
 * the first begins with a comma. */
void jh_targets_json_asked(jh_buf *buf, const jh_plan *plan, const jh_target *target);
void jh_targets_json_counts(jh_buf *buf, const jh_target_result *result);
void jh_targets_json_goal(
    jh_buf *buf, const jh_plan *plan, const char *key, const jh_target_goal *goal);

/* All of one of them, still open. */
void jh_targets_json_one(jh_buf *buf, const jh_plan *plan, const jh_target_result *result);

#endif
