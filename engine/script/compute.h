/* compute.h - calling, during an evaluation, the functions that packs gave to compute.
 *
 * A function sees exact numbers only, declares nothing (its words are refused
 * while it runs), and has a budget of steps for each row. What it gives depends
 * on what it reads alone.
 */
#ifndef JH_SCRIPT_COMPUTE_H
#define JH_SCRIPT_COMPUTE_H

#include "base/rat.h"
#include "script/script.h"

/* One call. values: as many as the record of the compute says; who: the row's code, for messages.
 * *out: the number, in the unit that was declared, or 1 or 0 for true or false.
 * Errors  JH_ECOMPUTE_RESULT  it gave something else than was declared
 *         JH_ECOMPUTE_FAILED  it failed; with the line, the row and Lua's own words
 *         JH_ECOMPUTE_STEPS   it ran too long
 *         JH_ENOMEM */
JH_CHECKED jh_code jh_script_compute(
    jh_script *script, uint32_t compute, const jh_rat *values, const char *who, jh_rat *out,
    jh_error *err);

/* Hands the script to its plan: the plan calls its functions, and closes it. */
void jh_script_keep(jh_script *script);

#endif
