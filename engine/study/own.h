/* own.h - what of a chain of packs the cases at hand are to prove: what the uppermost pack or overlay
 * says itself. What it leaves as it is, the cases of the packs below prove. */
#ifndef JH_STUDY_OWN_H
#define JH_STUDY_OWN_H

#include "model/plan.h"

/* Did it declare the rule, or change its formulas? */
bool jh_own_rule(const jh_plan *plan, uint32_t rule);

/* Did it give the value? */
bool jh_own_value(const jh_plan *plan, const jh_param_value *value);

#endif
