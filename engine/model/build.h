/* build.h - making nodes: the checks of type, level and unit, in one place.
 *
 * Each function appends a node (or finds the same one made before) and puts
 * its index into *out. What does not fit (m2 against persons, a room's area
 * in a formula of a county, a condition where a number is needed) is refused
 * with the place that the caller gives. Knows nothing of Lua.
 */
#ifndef JH_MODEL_BUILD_H
#define JH_MODEL_BUILD_H

#include "model/build_unit.h"

JH_CHECKED jh_code jh_build_const(jh_build *b, jh_dec value, jh_unit unit, uint32_t *out);

/* A plain number next to a node that has a unit is meant in that node's unit, as its column is declared. */
JH_CHECKED jh_code jh_build_const_like(jh_build *b, jh_dec value, uint32_t like, uint32_t *out);

JH_CHECKED jh_code jh_build_column(jh_build *b, uint32_t table, uint32_t column, uint32_t *out);
/* stage: the value of that stage, wherever it is used; JH_NONE = of the row's own stage. */
JH_CHECKED jh_code jh_build_param(jh_build *b, uint32_t param, uint32_t stage, uint32_t *out);
JH_CHECKED jh_code jh_build_quantity(jh_build *b, uint32_t quantity, uint32_t *out);

/* ADD SUB MUL DIV MIN MAX, GE GT LE LT EQ: two numbers. */
JH_CHECKED jh_code jh_build_pair(jh_build *b, jh_op op, uint32_t x, uint32_t y, uint32_t *out);

/* NEG CEIL FLOOR NOT KNOWN: one argument. */
JH_CHECKED jh_code jh_build_one(jh_build *b, jh_op op, uint32_t x, uint32_t *out);

/* AND OR: any number of conditions. With none, AND is refused as well as OR. */
JH_CHECKED jh_code
jh_build_all(jh_build *b, jh_op op, const uint32_t *args, size_t count, uint32_t *out);

/* AT_LEAST_N: args[0] the number. IF: condition, then, else. BY_STAGE: one for each stage or JH_NONE. */
JH_CHECKED jh_code
jh_build_many(jh_build *b, jh_op op, const uint32_t *args, size_t count, uint32_t *out);

JH_CHECKED jh_code jh_build_is(jh_build *b, uint32_t x, uint64_t set, uint32_t *out);

/* SUM COUNT LEAST GREATEST EVERY SOME SPREAD: over rows of level `over`, seen from level `target`.
 * args as node.h says, each at level `over` or raised to it; SPREAD's limit at `target`. */
typedef struct jh_build_over_spec {
  jh_op op;
  uint32_t over, target, stage;
  uint32_t value, weight, filter, limit; /* JH_NONE where not given */
} jh_build_over_spec;

JH_CHECKED jh_code jh_build_over(jh_build *b, const jh_build_over_spec *spec, uint32_t *out);

JH_CHECKED jh_code jh_build_rule(jh_build *b, uint32_t rule, uint32_t *out);

/* What is not known yet: `late` is the script's number for it. jh_finish puts in what it stands for,
 * which has the type and unit said here and, unless level is JH_NONE, is brought to that level. */
JH_CHECKED jh_code jh_build_late(
    jh_build *b, uint32_t late, jh_type type, uint32_t level, jh_unit unit, uint32_t *out);

/* A node that says the same as `like` (of an earlier array) of other arguments, which are brought to
 * the level where they meet. For operations that have no check of their own to be made again. */
JH_CHECKED jh_code
jh_build_copy(jh_build *b, const jh_node *like, const uint32_t *args, uint32_t *out);

/* Brings a node to a finer level (RAISE), or leaves it if it is there already or has none. */
JH_CHECKED jh_code jh_build_raise(jh_build *b, uint32_t node, uint32_t level, uint32_t *out);

/* The level at which two levels meet: the finer, if the coarser is its ancestor (or JH_NONE). */
JH_CHECKED jh_code jh_build_meet(jh_build *b, uint32_t x, uint32_t y, uint32_t *out);

#endif
