/* eval_builder.h - small plans and datasets made by hand, for tests of the evaluation.
 *
 * Four levels: county, school, stage unit, room (below schools); two stages. Every
 * function asserts that it succeeds, so that tests read as lists of facts.
 * Columns are declared before eb_data, cells are set after it.
 */
#ifndef JH_TESTS_SUPPORT_EVAL_BUILDER_H
#define JH_TESTS_SUPPORT_EVAL_BUILDER_H

#include "eval/exact.h"
#include "eval/run.h"
#include "model/build.h"
#include "model/build_more.h"

enum { EB_COUNTY, EB_SCHOOL, EB_STAGE, EB_ROOM, EB_LEVELS };
enum { EB_PRIMARY, EB_JUNIOR };

typedef struct eval_builder {
  jh_plan *plan;
  jh_dataset *data;
  jh_build build;
  jh_error err;
} eval_builder;

void eb_open(eval_builder *b);
void eb_close(eval_builder *b);

/* A column of numbers with decimals, from 0 up; max < 0 = without end. Returns its node.
 * Columns of the stage level have no table in real plans; here they do, for short tests. */
uint32_t eb_number(eval_builder *b, uint32_t level, const char *id, int scale, int64_t max);
uint32_t eb_flag(eval_builder *b, uint32_t level, const char *id);
uint32_t eb_choice(eval_builder *b, uint32_t level, const char *id);

/* Rows: county_of[s] for each school; units and rooms by school; NULL with count 0. */
typedef struct eb_shape {
  size_t counties, schools, units, rooms;
  const uint32_t *county_of, *school_of_unit, *school_of_room;
  const uint8_t *stages; /* of units */
} eb_shape;
void eb_data(eval_builder *b, const eb_shape *shape);

/* One county with one school and `units` units of primary stage. */
void eb_units(eval_builder *b, size_t units);

/* Cells, by the column's node; mantissa as the column's scale says. */
void eb_set(eval_builder *b, uint32_t node, size_t row, int64_t value);
void eb_unset(eval_builder *b, uint32_t node, size_t row);

/* Nodes; decimals as text. */
uint32_t eb_const(eval_builder *b, const char *value);
uint32_t eb_pair(eval_builder *b, jh_op op, uint32_t x, uint32_t y);
uint32_t eb_one(eval_builder *b, jh_op op, uint32_t x);
uint32_t eb_three(eval_builder *b, jh_op op, uint32_t x, uint32_t y, uint32_t z); /* IF */
uint32_t eb_all(eval_builder *b, jh_op op, const uint32_t *args, size_t count);
uint32_t eb_at_least_n(eval_builder *b, const uint32_t *args, size_t count);
uint32_t eb_by_stage(eval_builder *b, uint32_t primary, uint32_t junior);
uint32_t eb_is(eval_builder *b, uint32_t x, uint64_t set);
uint32_t eb_over(
    eval_builder *b, jh_op op, uint32_t over, uint32_t target, uint32_t value, uint32_t filter);
uint32_t eb_since(eval_builder *b, jh_date day);
uint32_t eb_year(eval_builder *b);
uint32_t eb_between(eval_builder *b, uint32_t low, uint32_t high);
/* codes end in NULL; rows of counties are called c0, c1, …, of schools s0, … */
uint32_t eb_code_in(eval_builder *b, uint32_t level, const char *const *codes);
uint32_t eb_composite(eval_builder *b, uint32_t limit, const uint32_t *spreads, size_t count);
/* A function of the pack over numbers, at a level; plan->hook is what is called. */
uint32_t eb_compute(
    eval_builder *b, uint32_t level, bool is_condition, const uint32_t *reads, size_t count);
uint32_t eb_spread(
    eval_builder *b, uint32_t over, uint32_t x, uint32_t weight, uint32_t filter, uint32_t limit);

/* A parameter with one value since a day, and its node. */
uint32_t eb_param(eval_builder *b, const char *path, const char *value, jh_date since);

/* An indicator (bound != JH_NONE) or a requirement; holds may be JH_NONE with a bound. */
uint32_t eb_rule(
    eval_builder *b, const char *id, uint32_t level, uint32_t measure, jh_compare compare,
    uint32_t bound, uint32_t applies, uint32_t holds);
uint32_t eb_use(eval_builder *b, uint32_t rule); /* its RULE node */

jh_run *eb_run(eval_builder *b, int jobs);
jh_exact eb_exact(const eval_builder *b);

jh_dec eb_dec(const char *text);

#endif
