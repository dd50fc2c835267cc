/* compare_region.h - the last word before and after, by prefecture, province and in all; and what a region of the
 * costs is called. Private to report/.
 */
#ifndef JH_REPORT_COMPARE_REGION_H
#define JH_REPORT_COMPARE_REGION_H

#include "report/compare.h"
#include "report/totals.h"

typedef struct jh_compare_region {
  jh_total of[2]; /* texts are those of the side that has counties there, after first */
} jh_compare_region;

typedef struct jh_compare_regions {
  jh_compare_region
      *items; /* in order of the side after; regions that only the side before has, last */
  size_t count, room;
} jh_compare_regions;

/* Free with jh_compare_regions_done, also after a failure. Error: JH_ENOMEM. */
JH_CHECKED jh_code
jh_compare_regions_make(jh_compare_regions *out, const jh_compare_view *view, jh_error *err);
void jh_compare_regions_done(jh_compare_regions *regions);

/* The fixed word of a level: county, prefecture, province, all. */
const char *jh_compare_region_level(jh_cost_level level);

/* Code and name of the region that a sum of costs is about; both empty for all. */
void jh_compare_region_of(
    const jh_compare_view *view, const jh_cost_sum *sum, jh_str *code, jh_str *name);

#endif
