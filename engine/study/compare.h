/* compare.h - two evaluations of the same data, held against each other.
 *
 * Rules are the same by id and level, entities by level, code and stage, so
 * that the plans may be different packs. What differs is followed from the
 * verdict down to the rules that decided, and from a changed rule up to the
 * one that let it pass. Knows runs and plans; no files, no words.
 */
#ifndef JH_STUDY_COMPARE_H
#define JH_STUDY_COMPARE_H

#include "model/flip.h"
#include "study/compare_side.h"

/* Compares. *out lives in the arena and borrows from both plans.
 * Order: counties and entities by code; rules as in the plan after, those only before last.
 * Errors: JH_ENOMEM. */
JH_CHECKED jh_code jh_compare_runs(
    jh_comparison **out, const jh_compare_side *before, const jh_compare_side *after,
    jh_arena *arena, jh_error *err);

/* Only who flips: totals, counties and findings, in order of pairs and rows, without what decided them and
 * without changes. Errors: JH_ENOMEM. */
JH_CHECKED jh_code jh_compare_flips(
    jh_comparison **out, const jh_compare_side *before, const jh_compare_side *after,
    jh_arena *arena, jh_error *err);

/* Is the later plan the earlier one with overlays or reforms on top? Then its own changes are the
 * revision; else parameters and rules are compared by path. */
bool jh_compare_is_chain(const jh_plan *before, const jh_plan *after);

#endif
