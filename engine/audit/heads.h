/* heads.h - rules on which no other rule of their level stands; private to audit/. */
#ifndef JH_AUDIT_HEADS_H
#define JH_AUDIT_HEADS_H

#include "base/arena.h"
#include "model/plan.h"

/* By rule. Checks and relaxations are none, and do not count as standing on others. NULL when memory is
 * out. */
bool *jh_heads_find(const jh_plan *plan, jh_arena *arena);

#endif
