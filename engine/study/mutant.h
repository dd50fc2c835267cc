/* mutant.h - changes a plan a little, in memory, and asks whether a case notices.
 *
 * Each number is raised and lowered by its last digit, each comparison changed
 * from "or equal" to strict and back, each rule's own "all of" to "any of".
 * Only the cases of rules that read the place are judged again, with their
 * data made once (trial.h); the plan is as before when a function returns.
 */
#ifndef JH_STUDY_MUTANT_H
#define JH_STUDY_MUTANT_H

#include "model/proof.h"
#include "study/reach.h"
#include "study/trial.h"

/* Lists the mutants of a plan, in order of parameters and nodes, each as surviving until judged.
 * numbers_only: parameters and numbers in expressions, not comparisons and conditions. */
JH_CHECKED jh_code jh_mutant_find(
    jh_mutant **out, size_t *count, const jh_plan *plan, bool numbers_only, jh_arena *arena,
    jh_error *err);

/* Decides the fate of one. Cases that do not pass unchanged are not asked. */
JH_CHECKED jh_code jh_mutant_judge(
    jh_mutant *mutant, jh_plan *plan, jh_trial_set *set, const jh_reach *reaches, jh_error *err);

/* The comparison that stands in place of one; the same if there is none. */
jh_op jh_mutant_op(jh_op op);

#endif
