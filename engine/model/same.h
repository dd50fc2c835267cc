/* same.h - do two expressions say the same, numbers aside?
 *
 * A change of a formula writes the base's formula again; whether the base still
 * has it is asked here. Numbers that a rule holds as parameters were written as
 * plain numbers by the author: such pairs are handed to the caller to compare.
 */
#ifndef JH_MODEL_SAME_H
#define JH_MODEL_SAME_H

#include "model/plan.h"

/* Two nodes of which at least one is a parameter, a constant or not known yet (LATE). */
typedef struct jh_same_pair {
  uint32_t x, y;
} jh_same_pair;

/* Compares what stands under x and under y. Levels and raising are not looked at: they follow from
 * the rest. On JH_OK *is_same says whether the shapes agree, and *pairs (in `arena`) holds what the
 * caller must still compare, in the order of the expression. Error JH_ENOMEM. */
JH_CHECKED jh_code jh_same(
    bool *is_same, jh_same_pair **pairs, size_t *count, const jh_plan *plan, uint32_t x, uint32_t y,
    jh_arena *arena, jh_error *err);

#endif
