/* model.h - from plan and data to a problem: what must become true of a county, school or stage unit, as
 * exact conditions on the amounts of the means.
 *
 * The graph is gone through at the rows concerned. Numbers become sums of variables: columns that a
 * means adds to, + - and × ÷ by what no means changes, sums over rows, and what only passes a number on.
 * Conditions become wishes. What is true already and stays so whatever is bought is left out; what cannot
 * be bought is told with its reason, and the rest is asked for without it.
 *
 * Why something cannot be bought:
 *   judged      a person says so: no number stands behind it
 *   not_moved   no means changes what it measures, or only to the worse
 *   waits       a cell is missing
 *   not_linear  a means changes it in a way that is not followed: a product of two things that are bought,
 *               the larger of two, a rounded number, a mean of spreads
 */
#ifndef JH_REMEDY_MODEL_H
#define JH_REMEDY_MODEL_H

#include "eval/run.h"
#include "model/prices.h"
#include "remedy/problem.h"

typedef struct jh_remedy_model_options {
  const jh_prices *prices; /* borrowed */
  bool moves;              /* also from one row to another */
  bool with_checks;        /* what the dictionary checks of the data must go on holding */
  uint32_t level, row;     /* whom to help: a county, a school, a stage unit */
  const uint32_t
      *rules; /* what must be met: each at the entity, or at all entities of its level below it */
  size_t rule_count;
} jh_remedy_model_options;

/* A rule at an entity. */
typedef struct jh_remedy_point {
  uint32_t rule, row;
} jh_remedy_point;

typedef struct jh_remedy_block {
  uint32_t rule, row; /* the innermost rule that asks for it */
  const char *why;
} jh_remedy_block;

typedef struct jh_remedy_model {
  jh_remedy_problem problem;
  jh_remedy_block *blocks; /* what cannot be bought */
  size_t block_count, block_room;
  jh_remedy_point *points; /* rules that hold if the problem's goal does, from the outermost */
  size_t point_count, point_room;
  jh_remedy_wish *loose; /* parts of the goal that no point covers */
  size_t loose_count, loose_room;
  bool holds_now;       /* the goal is true with nothing bought */
  uint32_t top, county; /* topmost level, and the row of it in which all of this is */
  jh_rat *rats;         /* all numbers of the problem, to be given back */
  size_t rat_count, rat_room;
} jh_remedy_model;

/* Errors JH_ENOMEM. The model lives in the arena, but for the numbers' digits: close it. It borrows the run. */
JH_CHECKED jh_code jh_remedy_model_open(
    jh_remedy_model **out, const jh_run *run, const jh_remedy_model_options *options,
    jh_arena *arena, jh_error *err);
void jh_remedy_model_close(jh_remedy_model *model);

/* The rules that the last word of counties stands on and that are judged at a level: those that are met
 * first on the way down from it; of a school also those of its stage units. In order of the pack; the
 * list lives in the arena. Of counties: the last word itself; none where the pack has none. */
JH_CHECKED jh_code jh_remedy_model_rules(
    uint32_t **out, size_t *count, const jh_run *run, uint32_t level, jh_arena *arena,
    jh_error *err);

/* Means that stand for every column by itself which measures below the rules count up and nothing else
 * reads: with them a problem tells what is missing, though nobody named a price (all are 0). */
JH_CHECKED jh_code jh_remedy_model_plain(
    jh_prices **out, const jh_run *run, const uint32_t *rules, size_t rule_count, jh_arena *arena,
    jh_error *err);

#endif
