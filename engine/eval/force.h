/* force.h - which rules are in force on a day.
 *
 * A rule is in force if the day lies within its own days, not before the pack's
 * first day, and every parameter that it reads itself (in its measure, bound,
 * scope and condition; not those of rules it stands on) has a value on that
 * day. A parameter that differs by stage may have one for some stages only:
 * then the rule is in force for the units of those. What plays no part on the day (known.h), such as
 * the dead arm of a dated change, is not read. Knows no data.
 */
#ifndef JH_EVAL_FORCE_H
#define JH_EVAL_FORCE_H

#include "eval/known.h"

typedef struct jh_force jh_force;

JH_CHECKED jh_code jh_force_open(jh_force **out, const jh_plan *plan, jh_date on, jh_error *err);
void jh_force_close(jh_force *force);

/* For units of a stage; JH_NONE where the entity has no stage. */
bool jh_force_is(const jh_force *force, uint32_t rule, uint32_t stage);

/* For every entity, of whatever stage. */
bool jh_force_everywhere(const jh_force *force, uint32_t rule);

/* What the day settles. */
const jh_known *jh_force_known(const jh_force *force);

/* For any entity at all. */
bool jh_force_any(const jh_force *force, uint32_t rule);

#endif
