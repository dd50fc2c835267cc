/* target_share.h - the share that was reached, held against what was asked, and its figures.
 *
 * Counts and rationals only; knows no data. Private to study/.
 */
#ifndef JH_STUDY_TARGET_SHARE_H
#define JH_STUDY_TARGET_SHARE_H

#include "model/target.h"

/* Is the share met/counted to (met + undetermined)/counted at least the goal's value? UNKNOWN where
 * the undetermined ones decide, or where nothing is counted. */
jh_tri jh_target_share_reaches(
    const jh_target_result *result, const jh_param *param, const jh_param_value *value);

/* Fills result->share, and the percent of both goals, so that no printed figure stands on another
 * side of a goal than the share does. `params` are the plan's. */
void jh_target_share_write(jh_target_result *result, const jh_param *params);

#endif
