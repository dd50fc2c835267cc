/* target_gathered.h - what is kept of a point in time once its data are let go; private to study/.
 *
 * Plain records, filled by target_roadmap.c.
 */
#ifndef JH_STUDY_TARGET_GATHERED_H
#define JH_STUDY_TARGET_GATHERED_H

#include "model/target_roadmap.h"

/* One side of a point. */
typedef struct jh_roadmap_side {
  const jh_plan *plan; /* NULL: not gathered */
  jh_target_result *results;
  size_t count;
  uint8_t *
      *verdicts; /* by target: of the counties, JH_VERDICTS = not of the target; NULL unless the
                         target counts counties */
} jh_roadmap_side;

/* Entities that the two sides judge differently, for one target. */
typedef struct jh_roadmap_moves {
  const char *target; /* id */
  jh_roadmap_move *at;
  size_t count;
} jh_roadmap_moves;

/* A line of the table of succession: which code became which. */
typedef struct jh_roadmap_line {
  jh_str from, to;
} jh_roadmap_line;

/* All that is kept of a point. */
typedef struct jh_roadmap_gathered {
  jh_roadmap_point point;
  jh_str *codes, *names; /* of the counties; codes of twelve digits without the zeros at the end */
  size_t county_count;
  jh_roadmap_side side[JH_ROADMAP_SIDES];
  jh_roadmap_moves *moves;
  size_t move_count;
  jh_roadmap_line *lines;
  size_t line_count;
} jh_roadmap_gathered;

#endif
