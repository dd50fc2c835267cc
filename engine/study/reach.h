/* reach.h - which values a number of the graph can have at all, whatever the data.
 *
 * A range, from what the dictionary lets columns hold, and where it can be
 * known a grid: every value is a whole multiple of it (a count of 1, an amount
 * in wan_yuan with two decimals of 100 yuan). Both may be wider than the truth, so that "cannot
 * be" is a proof and "can be" is not.
 */
#ifndef JH_STUDY_REACH_H
#define JH_STUDY_REACH_H

#include "eval/range.h"
#include "model/plan.h"

typedef struct jh_reach {
  jh_range range; /* in base units; never undefined */
  bool has_grid;
  jh_rat grid; /* >= 0; 0: the value is always 0 */
} jh_reach;

/* One for each node of the plan, by index; those of conditions mean nothing. Parameters reach all of
 * the values that they have at any time. A spread reaches what its coefficient does. */
JH_CHECKED jh_code jh_reach_open(jh_reach **out, const jh_plan *plan, jh_error *err);
void jh_reach_close(jh_reach *reaches, const jh_plan *plan);

/* Can a number be this value, or lie below or above it? */
bool jh_reach_at(const jh_reach *reach, const jh_rat *value);
bool jh_reach_below(const jh_reach *reach, const jh_rat *value);
bool jh_reach_above(const jh_reach *reach, const jh_rat *value);

/* Can the two ever be equal? */
bool jh_reach_meet(const jh_reach *a, const jh_reach *b);

/* Can a value of the reach lie between the two, where it would be told apart? With `low_counts` a
 * value equal to `low` counts, with `high_counts` one equal to `high`. low <= high. */
bool jh_reach_between(
    const jh_reach *reach, const jh_rat *low, bool low_counts, const jh_rat *high,
    bool high_counts);

/* A parameter's value in base units. */
void jh_reach_value(jh_rat *out, const jh_param *param, jh_dec value);

#endif
