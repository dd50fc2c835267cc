/* chain.h - on which pack does an overlay or reform stand? Private to pack/. */
#ifndef JH_PACK_CHAIN_H
#define JH_PACK_CHAIN_H

#include "base/arena.h"
#include "base/error.h"

/* Follows `on = …` from the pack in `folder` (whose head named `base`) to the end.
 *
 * Packs are looked for by id below `rules`. Errors: JH_EUNKNOWN_BASE, JH_EBASE_CYCLE, and, since
 * overlays cannot be evaluated yet, JH_ENO_OVERLAY where the chain is sound. */
JH_CHECKED jh_code jh_chain_follow(
    const char *head, const char *id, const char *base, const char *rules, jh_error *err);

#endif
