/* range.h - arithmetic of exact ranges: what exact.h computes with.
 *
 * A range is [low, high] of rationals, either end possibly infinite, or
 * undefined. An undefined operand makes the result undefined. The result holds
 * every value that operands within their ranges can give (and may hold more
 * where the same missing cell stands on both sides).
 */
#ifndef JH_EVAL_RANGE_H
#define JH_EVAL_RANGE_H

#include "base/rat.h"
#include "model/schema.h"
#include "model/verdict.h"

typedef struct jh_range {
  jh_rat low, high;
  bool has_low, has_high; /* false: no end on this side */
  bool is_undefined;      /* then nothing else counts */
} jh_range;

void jh_range_init(jh_range *range);
void jh_range_done(jh_range *range);
bool jh_range_is_known(const jh_range *range);

void jh_range_set(jh_range *range, const jh_range *from);
void jh_range_set_rat(jh_range *range, const jh_rat *value); /* known */
void jh_range_set_int(jh_range *range, int64_t value);
void jh_range_set_undefined(jh_range *range);
/* mantissa / 10^scale * num / den, known. */
void jh_range_set_scaled(
    jh_range *range, int64_t mantissa, int32_t scale, int64_t num, int64_t den);
void jh_range_set_all(jh_range *range); /* (-inf, +inf) */

/* What a cell of the column may hold, in the column's own unit. */
void jh_range_set_column(jh_range *range, const jh_column_def *column);

/* out may be one of the operands. */
void jh_range_add(jh_range *out, const jh_range *a, const jh_range *b);
void jh_range_sub(jh_range *out, const jh_range *a, const jh_range *b);
void jh_range_mul(jh_range *out, const jh_range *a, const jh_range *b);

/* A divisor that is known to be 0 gives undefined. A divisor whose range only touches or holds 0 is
 * taken to be something else, as the quotient would not exist otherwise: 5 / [0, 10] is [1/2, +inf). */
void jh_range_div(jh_range *out, const jh_range *a, const jh_range *b);

void jh_range_neg(jh_range *out, const jh_range *a);
void jh_range_min(jh_range *out, const jh_range *a, const jh_range *b);
void jh_range_max(jh_range *out, const jh_range *a, const jh_range *b);
void jh_range_ceil(jh_range *out, const jh_range *a);
void jh_range_floor(jh_range *out, const jh_range *a);
void jh_range_hull(jh_range *out, const jh_range *a, const jh_range *b);

/* Multiplies by num/den > 0. */
void jh_range_scale(jh_range *range, int64_t num, int64_t den);

/* Whole relations; unknown where the ranges allow both, or either is undefined. */
jh_tri jh_range_at_least(const jh_range *a, const jh_range *b);
jh_tri jh_range_above(const jh_range *a, const jh_range *b);
jh_tri jh_range_equal(const jh_range *a, const jh_range *b);

#endif
