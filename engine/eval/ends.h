/* ends.h - one number as doubles: four ends that enclose the two ends of its exact range.
 *
 * What rationals know as a range [L, H] (range.h) is known here as
 *
 *     low <= L <= low_in    and    high_in <= H <= high
 *
 * so that both "certainly above" and "certainly undecided" can be told without
 * rationals. A known number is L = H; then low and high enclose it, and low_in
 * = high, high_in = low. Every operation gives ends that enclose what the same operation
 * of range.h gives. Knows no graph and no rows.
 */
#ifndef JH_EVAL_ENDS_H
#define JH_EVAL_ENDS_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "eval/range.h"

/* The larger state wins when numbers meet. */
#define JH_ENDS_KNOWN 0     /* one number */
#define JH_ENDS_RANGE 1     /* a missing cell plays in */
#define JH_ENDS_UNDEFINED 2 /* division by zero, least of nothing */
#define JH_ENDS_UNSURE 3    /* doubles cannot tell: ask exact.h */

typedef struct jh_ends {
  double low, low_in, high_in, high;
  uint8_t state;
} jh_ends;

/* Half an ulp is at most |x| * 2^-53; this steps over at least a whole one. JH_ENDS_TINY covers
 * results below the normal doubles. */
#define JH_ENDS_STEP 0x1p-52
#define JH_ENDS_TINY 0x1p-1000

static inline double jh_ends_down(double x) { return x - (fabs(x) * JH_ENDS_STEP + JH_ENDS_TINY); }
static inline double jh_ends_up(double x) { return x + (fabs(x) * JH_ENDS_STEP + JH_ENDS_TINY); }

/* Whole and below 2^51 in size, so that adding 1.5 * 2^52 and taking it away again changes nothing. */
static inline bool jh_ends_is_whole(double x) {
  return (x + 0x1.8p52) - 0x1.8p52 == x && fabs(x) < 0x1p51;
}

jh_ends jh_ends_state(uint8_t state);           /* no ends: UNDEFINED or UNSURE */
jh_ends jh_ends_point(double low, double high); /* a known number within [low, high] */

/* Enclosure of an exact range. */
jh_ends jh_ends_of_range(const jh_range *range);

/* mantissa / 10^scale * num / den, known. */
jh_ends jh_ends_of_scaled(int64_t mantissa, int32_t scale, int64_t num, int64_t den);

jh_ends jh_ends_add(jh_ends a, jh_ends b);
jh_ends jh_ends_sub(jh_ends a, jh_ends b);
jh_ends jh_ends_mul(jh_ends a, jh_ends b);
jh_ends jh_ends_div(jh_ends a, jh_ends b);
jh_ends jh_ends_neg(jh_ends a);
jh_ends jh_ends_min(jh_ends a, jh_ends b);
jh_ends jh_ends_max(jh_ends a, jh_ends b);
jh_ends jh_ends_ceil(jh_ends a);
jh_ends jh_ends_floor(jh_ends a);
jh_ends jh_ends_hull(jh_ends a, jh_ends b);

/* Is it one number? UNSURE (JH_UNKNOWN) only where rationals must say. */
jh_tri jh_ends_is_known(jh_ends a);

/* a >= b and a > b as far as doubles can tell. *is_sure is false where rationals must say. */
jh_tri jh_ends_at_least(jh_ends a, jh_ends b, bool *is_sure);
jh_tri jh_ends_above(jh_ends a, jh_ends b, bool *is_sure);
jh_tri jh_ends_equal(jh_ends a, jh_ends b, bool *is_sure);

#endif
