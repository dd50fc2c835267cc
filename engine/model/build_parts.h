/* build_parts.h - what the files that make nodes share: blank nodes, types, levels, twins.
 *
 * build.c has them and the common operations, build_more.c the rest. Private to build*.c.
 */
#ifndef JH_MODEL_BUILD_PARTS_H
#define JH_MODEL_BUILD_PARTS_H

#include "model/build_unit.h"

/* A node with every index JH_NONE, factor 1 and no unit. */
jh_node jh_build_blank(jh_op op, jh_type type, uint32_t level);

/* Appends the node with its arguments, or finds its twin. Errors JH_ETOO_LARGE, JH_ENOMEM. */
JH_CHECKED jh_code
jh_build_add(jh_build *b, jh_node node, const uint32_t *args, size_t count, uint32_t *out);

/* Error JH_ETYPE_MISMATCH unless the argument of `op` is of the type. */
JH_CHECKED jh_code jh_build_want(jh_build *b, jh_op op, uint32_t arg, jh_type type);

/* Brings all arguments (JH_NONE stays) to the level where they meet. */
JH_CHECKED jh_code jh_build_level_all(jh_build *b, uint32_t *args, size_t count, uint32_t *level);

/* A copy of the arguments in the plan's arena, to be changed; NULL when memory is out. */
uint32_t *jh_build_copy_args(jh_build *b, const uint32_t *args, size_t count);

#endif
