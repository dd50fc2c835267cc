/* target_roadmap.h - how far targets are reached at several points in time: by study/, for report/.
 *
 * Plain records. A point is a dataset, or a year of one, with the day as of which it was taken. Beside
 * the law as it is there may be the law under a reform, over the same data.
 */
#ifndef JH_MODEL_TARGET_ROADMAP_H
#define JH_MODEL_TARGET_ROADMAP_H

#include "model/target.h"

enum { JH_ROADMAP_LAW, JH_ROADMAP_REFORM, JH_ROADMAP_SIDES };

#define JH_ROADMAP_NEVER SIZE_MAX

/* How many more are met than a goal asks for: below 0, so many are missing. `low` if nothing that is
 * undetermined turns out met, `high` if all of it does. */
typedef struct jh_roadmap_margin {
  bool is_told; /* false: no goal on that day, nothing counted, or not all of the region was seen */
  int64_t needed, low, high;
} jh_roadmap_margin;

/* A target at a point, on one side. */
typedef struct jh_roadmap_state {
  bool is_there; /* false: this side has no such target; the rest is empty */
  jh_target_result result;
  jh_roadmap_margin ensure, strive;
} jh_roadmap_state;

/* Who makes the difference: an entity on which the two sides do not say the same. One that is left out
 * of the target is not applicable. */
typedef struct jh_roadmap_move {
  jh_str code, name;
  uint32_t stage; /* of stage units; else JH_NONE */
  jh_verdict verdict[JH_ROADMAP_SIDES];
} jh_roadmap_move;

typedef struct jh_roadmap_cell {
  jh_roadmap_state side[JH_ROADMAP_SIDES];
  jh_roadmap_move *moves; /* in the order of the data */
  size_t move_count;
  jh_str
      *absent; /* codes of counties of its region that other points have and this one has not: then
                     nothing is settled */
  size_t absent_count;
} jh_roadmap_cell;

/* How a named county stands with its day, looked at from the last point. */
typedef enum jh_roadmap_standing {
  JH_ROADMAP_EARLY,   /* met before its day, and still met at the first point at which it was due */
  JH_ROADMAP_IN_TIME, /* met at the first point at which it was due, and not known to be met before */
  JH_ROADMAP_LATE,    /* not met at the first point at which it was due */
  JH_ROADMAP_NOT_DUE, /* not met so far, and not due */
  JH_ROADMAP_OPEN,    /* cannot be told: undetermined when it was due, or the year is not known */
  JH_ROADMAP_STANDINGS
} jh_roadmap_standing;

/* "early", "in_time", "late", "not_due", "undetermined": the fixed word of files and scripts. */
const char *jh_roadmap_standing_id(jh_roadmap_standing standing);

/* A named county at a point. */
typedef struct jh_roadmap_sight {
  jh_verdict verdict;
  bool is_missing; /* no such county in the data: `verdict` is UNDETERMINED */
  jh_str
      code; /* under which it stands there, where that is another one by the table of succession */
} jh_roadmap_sight;

/* A named county over all points, on one side. */
typedef struct jh_roadmap_county {
  const char *code, *name;  /* as the pack writes them */
  jh_str found;             /* its name in the latest data that have it, if it is another one */
  jh_roadmap_sight *sights; /* by point */
  jh_roadmap_standing standing;
  size_t due_at;    /* the first point at which it was due, or JH_ROADMAP_NEVER */
  size_t first_met; /* the first point at which it was met, or JH_ROADMAP_NEVER */
  bool is_lost;     /* unmet at a point after one at which it was met */
} jh_roadmap_county;

typedef struct jh_roadmap_target {
  const jh_target *target; /* as the law has it at the last point, else the reform */
  const jh_plan *plan;     /* of which it is */
  jh_roadmap_cell *cells;  /* by point */
  jh_roadmap_county *counties[JH_ROADMAP_SIDES];
  size_t county_count[JH_ROADMAP_SIDES];
} jh_roadmap_target;

typedef struct jh_roadmap_point {
  jh_date day, on;    /* as of which the data are; of the law */
  const char *folder; /* of the data */
  const char *year;   /* NULL: the data have none */
  jh_date
      as_of; /* the dataset's, where the point's day is another one: moved with the year; else 0 */
  const char *as_of_year; /* to which year it belongs */
  size_t order;           /* in which it was given */
  size_t county_count;
  const jh_plan *plan[JH_ROADMAP_SIDES]; /* the second NULL without a reform */
} jh_roadmap_point;

typedef struct jh_roadmap_record {
  jh_roadmap_point *points; /* by day; points of one day as they were given */
  size_t point_count;
  bool has_reform;
  jh_roadmap_target *targets; /* in order of the law, then those that only the reform has */
  size_t target_count;
} jh_roadmap_record;

#endif
