/* compare_alone.h - the effect of each change by itself, held against that of all together.
 *
 * Each evaluation is reduced to the set of its flips, so that its data can be closed before the next is opened.
 * Entities are known by their row before, rules by the plan before: what only a later plan has is no flip. Knows
 * comparisons; not how a change is left out.
 */
#ifndef JH_STUDY_COMPARE_ALONE_H
#define JH_STUDY_COMPARE_ALONE_H

#include "model/flip_more.h"
#include "study/compare_side.h"

/* One verdict that changes. */
typedef struct jh_flip_key {
  uint32_t rule; /* of the plan before, + 1; 0: the last word */
  uint32_t row;  /* before */
  jh_verdict now;
} jh_flip_key;

/* All of one evaluation, by rule and row. */
typedef struct jh_flip_set {
  jh_flip_key *keys;
  size_t count;
} jh_flip_set;

/* The set of the flips of a comparison (jh_compare_flips is enough). Errors: JH_ENOMEM. */
JH_CHECKED jh_code
jh_compare_set(jh_flip_set *out, const jh_comparison *what, jh_arena *arena, jh_error *err);

/* `alone` comes with its items, of which `stands` says whether sets[i] is one; the rest of it is filled, and `part`
 * and `alone` of every flip of `what`. Errors: JH_ENOMEM. */
JH_CHECKED jh_code jh_compare_alone(
    jh_flip_alone *alone, jh_comparison *what, const jh_compare_side sides[2],
    const jh_flip_set *sets, jh_arena *arena, jh_error *err);

#endif
