/* compare_side.h - one of the two evaluations that are compared; see compare.h. */
#ifndef JH_STUDY_COMPARE_SIDE_H
#define JH_STUDY_COMPARE_SIDE_H

#include "eval/run.h"

typedef struct jh_compare_side {
  const jh_run *run;
  uint32_t verdict_rule; /* the last word, or JH_NONE */
  const jh_verdict
      *verdicts; /* by county, as the pack may state them (a partial one never passes) */
} jh_compare_side;

#endif
