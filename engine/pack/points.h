/* points.h - do the points of a scheme add up? Private to pack/. */
#ifndef JH_PACK_POINTS_H
#define JH_PACK_POINTS_H

#include "model/plan.h"

/* On every day from which a number of points changes, and for every stage: the points of the parts
 * and those that were not seen are the points of the whole. Errors JH_EPOINTS. */
JH_CHECKED jh_code jh_points_check(const jh_plan *plan, jh_error *err);

#endif
