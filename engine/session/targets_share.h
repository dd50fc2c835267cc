/* targets_share.h - may two packs be evaluated over the same loaded data? Private to session/. */
#ifndef JH_SESSION_TARGETS_SHARE_H
#define JH_SESSION_TARGETS_SHARE_H

#include "model/plan.h"

/* True if data that were loaded for `loaded` are those that `plan` would have loaded: its tables are the
 * same but for columns at their end that the other has besides, and stages are told in the same way. In
 * doubt it says no. */
bool jh_targets_share(const jh_plan *plan, const jh_plan *loaded);

#endif
