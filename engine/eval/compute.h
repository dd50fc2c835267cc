/* compute.h - asks the functions of a pack (COMPUTE nodes) for their values, before a run.
 *
 * One thread, in the order of nodes and rows. What a function reads is worked
 * out exactly; where any of it is not known, neither is the result, and the
 * function is not called.
 */
#ifndef JH_EVAL_COMPUTE_H
#define JH_EVAL_COMPUTE_H

#include "eval/computed.h"
#include "eval/exact_base.h"

/* Every needed COMPUTE node (is_needed: by node) at every row of its level. *out is NULL where the
 * plan has none; closed with jh_computed_close. Errors: those of the functions, JH_ENOMEM. */
JH_CHECKED jh_code
jh_compute_all(jh_computed **out, const jh_exact *exact, const bool *is_needed, jh_error *err);

/* The same again for the rows that belong to one row of the root level, whose cells have changed. */
JH_CHECKED jh_code jh_compute_again(
    jh_computed *computed, const jh_exact *exact, const bool *is_needed, uint32_t root,
    uint32_t row, jh_error *err);

#endif
