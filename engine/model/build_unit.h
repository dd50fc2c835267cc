/* build_unit.h - what builders of nodes share, and units through formulas.
 *
 * Each operation's effect on units stands here; which operations there are is
 * build.h's matter.
 */
#ifndef JH_MODEL_BUILD_UNIT_H
#define JH_MODEL_BUILD_UNIT_H

#include "model/plan.h"

typedef struct jh_build {
  jh_plan *plan;
  jh_place at; /* of the expression being built */
  jh_error *err;
} jh_build;

/* May the two be compared and added? `doing` stands in the message: the signs of what was tried.
 * Error JH_EUNIT_MISMATCH. */
JH_CHECKED jh_code jh_build_same_unit(jh_build *b, jh_unit x, jh_unit y, const char *doing);

/* The unit of `x op y`, factors left out; refuses what cannot be added or compared. */
JH_CHECKED jh_code jh_build_unit_pair(jh_build *b, jh_op op, jh_unit x, jh_unit y, jh_unit *out);

#endif
