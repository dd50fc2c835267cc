/* program_parts.h - the parts of a program that look at the data: leaves, units and blocks. */
#ifndef JH_EVAL_PROGRAM_PARTS_H
#define JH_EVAL_PROGRAM_PARTS_H

#include "eval/program.h"

/* Resolves constants, parameters and column factors for the day. */
JH_CHECKED jh_code jh_program_parts_leaves(jh_program *program, jh_error *err);

/* Which nodes may be kept as near.h says, and in which units. The leaves must be there. Error: JH_ENOMEM. */
JH_CHECKED jh_code jh_program_near(jh_program *program, jh_error *err);

/* Cuts the topmost level into blocks of about JH_BLOCK_ROWS rows of the longest level. */
#define JH_BLOCK_ROWS 2048
JH_CHECKED jh_code jh_program_parts_blocks(jh_program *program, jh_error *err);

#endif
