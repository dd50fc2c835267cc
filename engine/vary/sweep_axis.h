/* sweep_axis.h - how a parameter is to move, from what people write.
 *
 *     PATH                  its places are asked for
 *     PATH=FROM..TO:STEP    FROM, FROM + STEP, … as far as TO
 *     PATH=FROM..TO/COUNT   COUNT equal steps: COUNT + 1 values
 *     PATH=V1,V2,V3
 *
 * PATH is a parameter as `rules show` lists it, with its stage behind it where it differs by stage. All
 * numbers are exact decimals. Knows the plan, no data.
 */
#ifndef JH_VARY_SWEEP_AXIS_H
#define JH_VARY_SWEEP_AXIS_H

#include "model/sweep.h"

#define JH_SWEEP_MOST 10000 /* values of one parameter, and of two together */

/* Fills *out; texts and values live in the arena. Errors: JH_ESWEEP_FORM, _PATH (with the nearest name),
 * _STAGE, _NUMBER, _ORDER, _COUNT, _TOO_MANY, _NOT_IN_FORCE, _SWITCH, _TWICE; JH_ENOMEM. */
JH_CHECKED jh_code jh_sweep_axis_read(
    jh_sweep_axis *out, const jh_plan *plan, jh_date on, const char *written, jh_arena *arena,
    jh_error *err);

/* Are all values smaller, or all larger, than a twentieth or twenty times the value in force? Not told of
 * one that is not above 0. */
bool jh_sweep_axis_is_far(const jh_sweep_axis *axis);

/* A percentage, "30%" or "30", above 0 and at most 100. Error: JH_ESWEEP_AIM. */
JH_CHECKED jh_code jh_sweep_axis_percent(jh_dec *out, const char *written, jh_error *err);

#endif
