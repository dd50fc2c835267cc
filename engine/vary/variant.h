/* variant.h - the plan in which parameters have other values.
 *
 * For what is tried and not written: a reading turned the other way, a step of a sweep. A plan made
 * here shares all but the values of its parameters with the plan that it is made of, and must not
 * outlive it. Knows no data.
 */
#ifndef JH_VARY_VARIANT_H
#define JH_VARY_VARIANT_H

#include "model/plan.h"

/* One parameter as it shall be, on every day. */
typedef struct jh_variant_value {
  uint32_t param;
  uint32_t stage; /* only for this stage; JH_NONE: for all */
  jh_dec value;   /* in the parameter's unit */
} jh_variant_value;

/* *out, in the arena: the plan in which these parameters have these values from the first day that they
 * have any, for the stages that they have on the day; the others are what they are. Of two values for the
 * same parameter and stage the later counts. Clause and place of the value in force stay.
 * Errors  JH_EINTERNAL  a parameter has no value on the day, or none for that stage
 *         JH_ENOMEM */
JH_CHECKED jh_code jh_variant_make(
    const jh_plan **out, const jh_plan *plan, const jh_variant_value *values, size_t count,
    jh_date on, jh_arena *arena, jh_error *err);

#endif
