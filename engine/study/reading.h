/* reading.h - the plan with switches turned the other way.
 *
 * A switch is a parameter that is 0 until somebody turns it on: a reading of the law that is not
 * settled (script/prelude/change.lua). Plans made here share all but the values of switches with
 * the plan that they are made of, and must not outlive it. Knows no data.
 */
#ifndef JH_STUDY_READING_H
#define JH_STUDY_READING_H

#include "model/plan.h"

/* Is it in force on the day, and on? */
bool jh_reading_is_in_force(const jh_param *param, jh_date on);
bool jh_reading_is_on(const jh_param *param, jh_date on);

/* *out, in the arena: the plan in which these switches are what they are not on the day. JH_ENOMEM. */
JH_CHECKED jh_code jh_reading_turn(
    const jh_plan **out, const jh_plan *plan, const uint32_t *switches, size_t count, jh_date on,
    jh_arena *arena, jh_error *err);

/* *out, in the arena: the plan in which every switch may be either, for finding out what any reading
 * asks for. Not to be evaluated. Error JH_ENOMEM. */
JH_CHECKED jh_code
jh_reading_any(const jh_plan **out, const jh_plan *plan, jh_arena *arena, jh_error *err);

/* Does it decide which stages a school has? Then the two readings do not judge the same units.
 * Error JH_ENOMEM. */
JH_CHECKED jh_code jh_reading_makes_stages(
    bool *out, const jh_plan *plan, uint32_t param, jh_arena *arena, jh_error *err);

#endif
