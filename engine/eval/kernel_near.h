/* kernel_near.h - nodes of a block whose numbers are kept as near.h says.
 *
 * Each of these fills the slot of a node and says so, or does nothing and returns false where the block's numbers are
 * not fit for it: too large, of open sign where that matters, or cancelling each other. Then the kernels
 * of kernel.h do it with ends.
 */
#ifndef JH_EVAL_KERNEL_NEAR_H
#define JH_EVAL_KERNEL_NEAR_H

#include "eval/block.h"
#include "eval/kernel_open.h"

/* One rounding, with room to spare. */
#define JH_NEAR_STEP 0x1p-52

/* A number node, of whatever operation. */
bool jh_kernel_near_number(jh_block *block, uint32_t index);

/* COLUMN, PARAM, BY_STAGE, IF, RAISE. */
bool jh_kernel_near_take(jh_block *block, uint32_t index);

/* SUM, COUNT. */
bool jh_kernel_near_over(jh_block *block, uint32_t index);

/* GE to EQ: marks of conditions. */
bool jh_kernel_near_compare(jh_block *block, uint32_t index);

/* CEIL, FLOOR. */
bool jh_kernel_near_round(jh_block *block, uint32_t index);

/* An end of a node's number at a row as a fraction of whole numbers of its unit; false if it is not known as
 * one: it is neither exact nor the quotient of two that are. */
typedef struct jh_near_fraction {
  int64_t num, den; /* den > 0; both below 2^53 in size */
} jh_near_fraction;
bool jh_kernel_near_ratio(
    const jh_block *block, uint32_t node, uint32_t i, bool is_high, jh_near_fraction *out);

/* Are these fit to be worked with on? */
static inline bool jh_near_is_fit(double error, double most) {
  return error <= JH_NEAR_WORST && most <= JH_NEAR_MOST;
}

/* Joins the bytes of two slots, of which one at least is wide. */
void jh_near_join_wide(jh_slot *out, const jh_slot *a, const jh_slot *b, uint32_t count);

#endif
