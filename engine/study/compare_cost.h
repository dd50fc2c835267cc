/* compare_cost.h - what is missing to the bounds of priced and changed rules, before and after, and what it
 * costs by the unit costs of the plan after.
 *
 * Counted is at each entity that does not meet the rule (gap.h); what is not known is counted apart, never as
 * nothing. Bounds alone: that a rule may be left at a share of its bound is not used. Knows runs and plans.
 */
#ifndef JH_STUDY_COMPARE_COST_H
#define JH_STUDY_COMPARE_COST_H

#include "model/flip_more.h"
#include "study/compare_side.h"

/* Everything lives in the arena.
 * Errors  JH_ECOST_UNIT  a unit cost is per something else than what is missing (args: rule, its unit, the other)
 *         JH_ENOMEM */
JH_CHECKED jh_code jh_compare_cost(
    jh_cost *out, const jh_comparison *what, const jh_compare_side sides[2], jh_arena *arena,
    jh_error *err);

/* The prices of a plan by themselves, whatever they are used for. Errors  JH_ECOST_UNIT, JH_ENOMEM */
JH_CHECKED jh_code jh_compare_cost_check(const jh_plan *plan, jh_error *err);

#endif
