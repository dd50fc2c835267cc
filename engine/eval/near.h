/* near.h - numbers of a block as plain doubles with one bound of error for all rows.
 *
 * Most numbers of a table are whole in some unit (cents, tenths of a square metre), and so are their
 * sums and products: as doubles they are exact as long as they are small. A quotient is not, but
 * its relative error is bounded by the roundings that led to it, whatever the row. So a slot (block.h) may
 * keep, instead of four ends for each row, the two ends of each range as they were computed and one
 * relative error:
 *
 *     |end - computed| <= error * |computed|        both in the node's unit num / den
 *
 * The ends are those that range.h has. A number without value (division by zero) is NaN. Which node may be kept
 * so, and in which unit, is settled when a program is made; whether a block's numbers are fit is
 * seen when it is evaluated, and ends.h does what is not. Knows no rows.
 */
#ifndef JH_EVAL_NEAR_H
#define JH_EVAL_NEAR_H

#include "eval/ends.h"
#include "model/plan.h"
#include "table/dataset.h"

/* Whole numbers up to here, and their sums, differences and products up to here, are exact. */
#define JH_NEAR_EXACT 0x1p53
/* Of computed values that are neither 0 nor infinite: no larger, and no smaller than its reciprocal. */
#define JH_NEAR_MOST 0x1p200
/* A larger error is of no use. */
#define JH_NEAR_WORST 0x1p-30

typedef struct jh_near {
  bool is_near;     /* may be kept so; of conditions: its two numbers may be compared so */
  int64_t num, den; /* the unit */
  jh_ends factor;   /* num / den */
  double *by; /* by argument: what brings its numbers to this node's unit; of comparisons: both
                        sides to one */
  double low, high; /* COLUMN: what a missing cell may hold; of level JH_NONE: the number */
  double *by_stage; /* PARAM at the stage level; NaN where it has no value */
} jh_near;

#endif
