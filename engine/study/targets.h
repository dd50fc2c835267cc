/* targets.h - how far the targets of a pack are reached: counted after a run.
 *
 * A target asks that a share of the counties or schools of a region be met by a
 * day ("ensure 20 %, strive for 30 %"), or that named counties be. The
 * denominator is what the data hold. Knows no words.
 */
#ifndef JH_STUDY_TARGETS_H
#define JH_STUDY_TARGETS_H

#include "eval/run.h"
#include "model/target.h"

/* Counts every target of the run's plan, in order of the plan.
 *
 *    lowest share  = met / counted                      nothing that is undetermined turns out met
 *    highest share = (met + undetermined) / counted     all of it does
 *
 * A goal is met when the lowest share reaches it, unmet when the highest does
 * not, else undetermined; all by exact comparison. It is not in force before
 * its first value, and not due before the target's day. It is undetermined
 * where that day is not known, where nothing is counted, and where the run saw
 * a part of the target's region only. A partial pack's own verdict never
 * counts as met (jh_plan_guarded). A target that has named counties and no
 * share counts these alone; one that is not in the data is undetermined.
 *
 * Shape   *out has one element for each of plan->targets.
 * Owns    everything lives in the arena; texts are borrowed from plan and run.
 * region  the codes to which the data were restricted, NULL = not at all.
 * Errors  JH_ENOMEM
 */
JH_CHECKED jh_code jh_targets_run(
    jh_target_result **out, size_t *count, const jh_run *run, const char *region, jh_arena *arena,
    jh_error *err);

#endif
