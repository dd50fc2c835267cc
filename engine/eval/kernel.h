/* kernel.h - fills the slot of one node for a block, from the slots of its arguments. */
#ifndef JH_EVAL_KERNEL_H
#define JH_EVAL_KERNEL_H

#include "eval/block.h"

/* COLUMN, PARAM, COMPUTE, QUANTITY, RAISE, BY_STAGE, IF: values taken from elsewhere, of any type. */
void jh_kernel_take(jh_block *block, uint32_t index);

/* ADD to FLOOR, BETWEEN. */
void jh_kernel_number(jh_block *block, uint32_t index);

/* GE to EQ. */
void jh_kernel_compare(jh_block *block, uint32_t index);

/* IS, AND, OR, NOT, AT_LEAST_N, KNOWN, CODE_IN, RULE. */
void jh_kernel_condition(jh_block *block, uint32_t index);

/* SUM, COUNT, LEAST, GREATEST, EVERY, SOME. */
void jh_kernel_over(jh_block *block, uint32_t index);

/* SPREAD. */
void jh_kernel_spread(jh_block *block, uint32_t index);

/* COMPOSITE. */
void jh_kernel_composite(jh_block *block, uint32_t index);

#endif
