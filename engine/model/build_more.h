/* build_more.h - making nodes that stand beside the arithmetic of rows: the day of law, ranges,
 * codes, means of spreads, functions of the pack.
 *
 * As build.h: each function appends a node or finds its twin, and refuses with the caller's place
 * what does not fit. Knows nothing of Lua.
 */
#ifndef JH_MODEL_BUILD_MORE_H
#define JH_MODEL_BUILD_MORE_H

#include "model/build_unit.h"

/* Is the day of law `day` or later? A condition without level. */
JH_CHECKED jh_code jh_build_since(jh_build *b, jh_date day, uint32_t *out);

/* The calendar year of the day of law, in the unit `year`; without level. */
JH_CHECKED jh_code jh_build_year(jh_build *b, uint32_t *out);

/* A number of which only two ends are known. Both of one kind of unit; at the level where they
 * meet. Errors JH_ETYPE_MISMATCH, JH_EUNIT_MISMATCH, JH_ELEVEL_MISMATCH. */
JH_CHECKED jh_code jh_build_between(jh_build *b, uint32_t low, uint32_t high, uint32_t *out);

/* Is the key of a table's row in a set (an index in jh_plan.code_sets)? At the table's level.
 * Error JH_ETYPE_MISMATCH where the table's rows have no key. */
JH_CHECKED jh_code jh_build_code_in(jh_build *b, uint32_t table, uint32_t set, uint32_t *out);

/* The mean of the coefficients of variation of SPREAD nodes of one level is at most the limit
 * (a plain number at that level or above it; JH_NONE = no limit, then always true or unknown).
 * Errors JH_EMISSING_FIELD (no spread), JH_ETYPE_MISMATCH (not a SPREAD), JH_EUNIT_MISMATCH,
 * JH_ELEVEL_MISMATCH. */
JH_CHECKED jh_code jh_build_composite(
    jh_build *b, uint32_t limit, const uint32_t *spreads, size_t count, uint32_t target,
    uint32_t *out);

/* A value by a function of the pack (an index in jh_plan.computes, which says its level and whether
 * it is a condition). reads are numbers, brought to its level, as many as the record says; `unit` is what the function's
 * number is in.
 * A read that is a column, parameter or plain number is handed over in its written unit, any other in
 * base units. Errors JH_ETYPE_MISMATCH, JH_ELEVEL_MISMATCH. */
JH_CHECKED jh_code
jh_build_compute(jh_build *b, uint32_t compute, const uint32_t *reads, jh_unit unit, uint32_t *out);

#endif
