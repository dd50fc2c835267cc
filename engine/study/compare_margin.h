/* compare_margin.h - how far from its bound stands what decided a flip; and who stands near a changed bound
 * and keeps the verdict.
 *
 * A margin is the distance of the measure from the bound of the side after (before, where only that side has the
 * rule), as a share of the bound: exact, only its text is rounded. Knows runs and comparisons; no words.
 */
#ifndef JH_STUDY_COMPARE_MARGIN_H
#define JH_STUDY_COMPARE_MARGIN_H

#include "base/rat.h"
#include "model/flip_more.h"
#include "study/compare_side.h"

/* Gives each flip its margin, and puts counties in order of it (nearest first, those without last), other
 * flips in order of rule and margin. Of several rules or entities that decided the farthest counts where it fails
 * now, for all must be made good; else the nearest. Texts go to the arena. Error: JH_ENOMEM. */
JH_CHECKED jh_code jh_compare_margins(
    jh_comparison *what, const jh_run *before, const jh_run *after, jh_arena *arena, jh_error *err);

/* Entities of the changed rules that are met or unmet before and after, not farther than `percent` of the new
 * bound from it. Error: JH_ENOMEM. */
JH_CHECKED jh_code jh_compare_near(
    jh_near_list *out, const jh_comparison *what, const jh_compare_side sides[2], jh_dec percent,
    jh_arena *arena, jh_error *err);

#endif
