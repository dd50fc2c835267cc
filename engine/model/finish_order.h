/* finish_order.h - rules into their final order. Private to model/; see finish.h.
 *
 * Rules that are made late (the limits of a spread, the items of a scheme)
 * stand where the rule to which they belong was declared.
 */
#ifndef JH_MODEL_FINISH_ORDER_H
#define JH_MODEL_FINISH_ORDER_H

#include "model/plan.h"

/* Puts the rules as `order` says (NULL: as they stand), renumbers whatever in the plan names a rule, and
 * lists the rules of each section in order. (*rank)[old index] is the new one; it lives in the arena. */
JH_CHECKED jh_code
jh_finish_order(jh_plan *plan, const uint32_t *order, const uint32_t **rank, jh_error *err);

#endif
