/* case_plan.h - the plan as a case wants it: with the switches on that it names.
 *
 * A switch is a parameter that is 0 until somebody turns it on (script/prelude/change.lua). All else is
 * shared with the plan, so that what is changed there is changed here.
 */
#ifndef JH_STUDY_CASE_PLAN_H
#define JH_STUDY_CASE_PLAN_H

#include "model/plan.h"

/* *out: NULL where the case names no switches; else a plan that borrows from `plan`, which must live longer.
 * Error JH_ENOMEM. */
JH_CHECKED jh_code
jh_case_plan_open(jh_plan **out, const jh_plan *plan, const jh_case *test, jh_error *err);

/* NULL is nothing. */
void jh_case_plan_close(jh_plan *own, const jh_case *test);

#endif
