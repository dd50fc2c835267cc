/* totals.h - how many counties have each verdict, by prefecture, province and in all.
 *
 * Groups follow the administrative codes: the first two digits are the
 * province, the first four the prefecture (GB/T 2260). Other codes are counted
 * in all only. Private to report/.
 */
#ifndef JH_REPORT_TOTALS_H
#define JH_REPORT_TOTALS_H

#include "report/figure.h"

typedef enum jh_total_level { JH_TOTAL_PREFECTURE, JH_TOTAL_PROVINCE, JH_TOTAL_ALL } jh_total_level;

typedef struct jh_total {
  jh_total_level level;
  jh_str code; /* "3701", "37"; empty for all */
  jh_str name; /* "" where not known */
  jh_tally tally;
  size_t counties;
} jh_total;

typedef struct jh_totals {
  jh_total *items; /* prefectures of a province, then the province; last, all */
  size_t count, room;
  bool has_groups;
  jh_total prefecture, province, all; /* being counted */
} jh_totals;

/* Starts; looks at all county codes to see whether they have groups. */
void jh_totals_init(jh_totals *totals, const jh_results *results);

/* Counts a county; they come in order of code. */
JH_CHECKED jh_code jh_totals_add(
    jh_totals *totals, const jh_results *results, uint32_t county, const jh_entity *entity,
    jh_verdict verdict, jh_error *err);

/* After the last county: `items` is complete. */
JH_CHECKED jh_code jh_totals_end(jh_totals *totals, jh_error *err);
void jh_totals_done(jh_totals *totals);

/* The table for people. */
void jh_totals_text(jh_buf *buf, const jh_totals *totals, jh_lang lang);

/* [ … ] of docs/JSON.md. */
void jh_totals_json(jh_buf *buf, const jh_totals *totals);

#endif
