/* stand.h - which rules stand on which.
 *
 * A rule stands on another when its formulas read that rule's verdict, when
 * the other is one of its members, or when it limits the spread of the other's
 * measure. Reads the graph of the plan only.
 */
#ifndef JH_MODEL_STAND_H
#define JH_MODEL_STAND_H

#include "model/plan.h"

/* Marks in on[0 .. rule_count) (all false before) the rules on which `rule` stands directly; not what
 * those stand on in turn. Error: JH_ENOMEM. */
JH_CHECKED jh_code jh_stand_mark(const jh_plan *plan, uint32_t rule, bool *on, jh_error *err);

#endif
