/* target_roadmap.h - targets over several points in time: gathered run by run, then seen together.
 *
 * What a point yields is copied, so that its data can be let go before the next are read; plans must
 * stay. Knows runs; no files, no words.
 */
#ifndef JH_STUDY_TARGET_ROADMAP_H
#define JH_STUDY_TARGET_ROADMAP_H

#include "eval/run.h"
#include "study/target_gathered.h"

/* Takes from one run, or from two over the same data, what is to be kept: `out->point` is filled but for
 * the counties and plans. region: to which the data were restricted, or NULL. Errors  JH_ENOMEM */
JH_CHECKED jh_code jh_roadmap_gather(
    jh_roadmap_gathered *out, const jh_run *const runs[JH_ROADMAP_SIDES], const char *region,
    jh_arena *arena, jh_error *err);

/* Puts the points in order and sees them together: margins, counties that are absent, how the named
 * ones stand. A county of a target's region that another point has, and of which the table of succession
 * does not say what it is called here, makes that nothing is settled at this point.
 * Owns    *out borrows from the points, which are put in order.
 * Errors  JH_ENOMEM */
JH_CHECKED jh_code jh_target_roadmap_see(
    jh_roadmap_record *out, jh_roadmap_gathered *points, size_t count, jh_arena *arena,
    jh_error *err);

#endif
