/* sweep_region.h - whose entities are counted together: all, by province, by prefecture.
 *
 * Regions are known by the administrative codes of the counties; where these are none there is only the
 * whole. Knows rows and codes, no verdicts of its own.
 */
#ifndef JH_VARY_SWEEP_REGION_H
#define JH_VARY_SWEEP_REGION_H

#include "model/sweep.h"
#include "table/dataset.h"

typedef struct jh_sweep_regions {
  jh_sweep_region *items; /* [0]: all; then each province with its prefectures behind it */
  size_t count;
  const jh_dataset *data;
  uint32_t top; /* the level of counties */
  uint32_t county_count;
  uint32_t *provinces,
      *prefectures; /* by county: index of items; NULL where there is only the whole */
} jh_sweep_regions;

/* In the arena. with_parts: false = only the whole. Error JH_ENOMEM. */
JH_CHECKED jh_code jh_sweep_region_find(
    jh_sweep_regions *out, const jh_plan *plan, const jh_dataset *data, bool with_parts,
    jh_arena *arena, jh_error *err);

/* Counts the rows of a level: verdicts by row. Into out[count], which is emptied before. */
void jh_sweep_region_count(
    const jh_sweep_regions *regions, uint32_t level,
    jh_verdict (*verdict)(const void *payload, uint32_t row), const void *payload, jh_tally *out);

#endif
