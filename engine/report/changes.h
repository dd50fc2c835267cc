/* changes.h - what the overlays and reforms of a chain change: old and new, by which clause.
 *
 * Every report that tells of a change does so with these. Private to report/.
 */
#ifndef JH_REPORT_CHANGES_H
#define JH_REPORT_CHANGES_H

#include "report/report.h"
#include "report/words.h"

/* Fixed words: value, formula, added, withdrawn; tightens, relaxes, either_way. */
const char *jh_changes_kind(const jh_change *change);
const char *jh_changes_direction(const jh_change *change);

/* The same for people. */
jh_word jh_changes_kind_word(const jh_change *change);
jh_word jh_changes_direction_word(const jh_change *change);

/* "45 → 40 students/class", "added", "withdrawn". */
void jh_changes_was_now(jh_buf *buf, const jh_plan *plan, const jh_change *change, jh_lang lang);

/* A table for people: what, was and now, where, since when, by which clause; with a blank line before
 * it. A change whose switch is off on the day is left out; nothing where no change is left. */
void jh_changes_text(jh_buf *buf, const jh_results *results, jh_lang lang);

/* One change as docs/JSON.md has it, without the closing brace, so that more can be said of it. */
void jh_changes_record(jh_buf *buf, const jh_plan *plan, const jh_change *change);

/* ,"changes":[…] of docs/JSON.md, of the same changes. */
void jh_changes_json(jh_buf *buf, const jh_results *results);

#endif
