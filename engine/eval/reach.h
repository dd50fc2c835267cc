/* reach.h - thresholds that lie outside everything their measure can be.
 *
 * Works out, without data, the range of each number of a plan from the ranges
 * that the dictionary gives to columns. Too wide a range is possible, too
 * narrow a one is not: what is found here is really out of reach.
 */
#ifndef JH_EVAL_REACH_H
#define JH_EVAL_REACH_H

#include "base/diag.h"
#include "model/plan.h"

/* Adds a warning (JH_EOUT_OF_REACH) for each value of a parameter that a rule is held against and
 * that its measure cannot be on either side of. Error: JH_ENOMEM. */
JH_CHECKED jh_code jh_reach_check(const jh_plan *plan, jh_diag *diag, jh_error *err);

#endif
