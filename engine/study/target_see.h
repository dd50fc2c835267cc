/* target_see.h - what several points say together of one target; private to study/. */
#ifndef JH_STUDY_TARGET_SEE_H
#define JH_STUDY_TARGET_SEE_H

#include "study/target_succession.h"

typedef struct jh_target_see {
  const jh_roadmap_gathered *points;
  size_t count;
  jh_target_succession succession;
  jh_arena *arena;
} jh_target_see;

/* How far above the goal, in whole entities. Not told where is_cut or nothing is counted. */
jh_roadmap_margin jh_target_see_margin(
    const jh_target_result *result, const jh_param *param, const jh_target_goal *goal);

/* The named counties of a target over all points, on one side. JH_ENOMEM. */
JH_CHECKED jh_code
jh_target_see_named(const jh_target_see *see, jh_roadmap_target *target, int side, jh_error *err);

#endif
