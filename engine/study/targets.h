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

/* What the counties [from, to) alone have to be counted: nothing is concluded from it. Of each target tally, outside
 * and the named counties are filled; a named county that is not among those looked at is missing. Errors  JH_ENOMEM */
JH_CHECKED jh_code jh_targets_part(
    jh_target_result **out, size_t *count, const jh_run *run, uint32_t from, uint32_t to,
    jh_arena *arena, jh_error *err);

/* Concludes from what was counted in parts and put together again: tallies and `outside` added, each named county as the
 * part that has it tells. Then the results, in order of the plan, are those of jh_targets_run. */
void jh_targets_conclude(
    jh_target_result *results, const jh_plan *plan, jh_date on, const char *region);

/* How the targets are looked at, where the law is not that of the day of the data. */
typedef struct jh_targets_view {
  const char *region; /* as above */
  jh_date day;        /* what is due on this day is judged; the law stays that of the run */
} jh_targets_view;

/* The same, as of another day than that of the law. */
JH_CHECKED jh_code jh_targets_look(
    jh_target_result **out, size_t *count, const jh_run *run, const jh_targets_view *view,
    jh_arena *arena, jh_error *err);

/* The verdict that counts for one target, by row of its level, of whatever region: JH_VERDICTS where
 * `only_where` leaves it out. `out` has room for all rows. Errors  JH_ENOMEM */
JH_CHECKED jh_code
jh_targets_verdicts(uint8_t *out, const jh_run *run, const jh_target *target, jh_error *err);

#endif
