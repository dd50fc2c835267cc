/* title.h - where a pack has several verdicts on a county, those besides the last word.
 *
 * Titles are the other verdicts of the top level, and grades of that level on which nothing else
 * stands. Private to report/.
 */
#ifndef JH_REPORT_TITLE_H
#define JH_REPORT_TITLE_H

#include "report/reason.h"

typedef struct jh_titles {
  uint32_t *rules; /* in order of the pack */
  size_t count, room;
} jh_titles;

/* Finds them once for a report; end with jh_title_done, also after an error. */
JH_CHECKED jh_code jh_title_find(jh_titles *titles, const jh_results *results, jh_error *err);
void jh_title_done(jh_titles *titles);

/* Fills the reasons of one title in a county, as jh_reason_gather does for the last word. */
JH_CHECKED jh_code jh_title_gather(
    jh_reasons *reasons, const jh_results *results, uint32_t rule, uint32_t county, jh_error *err);

/* Adds "title "…": reason". */
JH_CHECKED jh_code jh_title_text(
    jh_buf *buf, const jh_results *results, uint32_t rule, const jh_reasons *reasons, jh_lang lang,
    jh_error *err);

/* Adds ,"titles":[…] of docs/JSON.md; nothing where there are none. */
JH_CHECKED jh_code jh_title_json(
    jh_buf *buf, const jh_results *results, const jh_titles *titles, uint32_t county,
    jh_error *err);

#endif
