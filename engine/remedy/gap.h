/* gap.h - what is missing, requirement by requirement: from a problem in which every column stands for
 * itself (jh_remedy_model_plain) to amounts of those columns.
 */
#ifndef JH_REMEDY_GAP_H
#define JH_REMEDY_GAP_H

#include "remedy/model.h"

typedef struct jh_remedy_gap {
  uint32_t rule, row; /* what is not met, and where */
  uint32_t choice; /* counts from 1: gaps of one choice, of which some may be left out; 0 = none */
  uint32_t choice_rule, choice_row; /* the rule that lets them be chosen */
  uint32_t leave;                   /* how many of the choice may be left at their floor */
  uint32_t table, cell_row;         /* where something is missing */
  const uint32_t *columns;          /* in any of these */
  size_t column_count;
  char amount[48]; /* in the columns' unit: whole, or to their last decimal, rounded up */
  char floor[48];  /* the same to the floor; "0" = reached; "" = no floor is asked */
} jh_remedy_gap;

/* A unit below the mean of a spread that is too large. */
typedef struct jh_remedy_behind_unit {
  uint32_t level, row;
  char value[48];    /* of the measure, in its unit */
  jh_remedy_gap gap; /* to the level; no columns = it stands above it, or nothing raises it */
} jh_remedy_behind_unit;

/* A spread that is too large. It holds once every unit below `level` is raised to it: the lowest such level
 * of four decimals, rounded up. */
typedef struct jh_remedy_behind {
  uint32_t rule, row;
  const char *unit_text; /* of value, mean and level; NULL = base units */
  char mean[48], level[48];
  jh_remedy_behind_unit *units; /* from the one furthest behind */
  size_t count;
} jh_remedy_behind;

/* The spreads of the goal that are too large. As jh_remedy_gap_list. behind.c */
JH_CHECKED jh_code jh_remedy_behind_list(
    jh_remedy_behind **out, size_t *count, const jh_remedy_model *model, const jh_plan *plan,
    const jh_prices *prices, jh_arena *arena, jh_error *err);

/* What of a line is missing by itself, into gap; false if no term raises it. */
bool jh_remedy_gap_of(
    jh_remedy_gap *gap, const jh_remedy_wish *line, const jh_remedy_model *model,
    const jh_prices *prices, jh_arena *arena, bool *has_failed);

/* In order of the problem; in the arena. prices: those of the model. Error JH_ENOMEM. */
JH_CHECKED jh_code jh_remedy_gap_list(
    jh_remedy_gap **out, size_t *count, const jh_remedy_model *model, const jh_prices *prices,
    jh_arena *arena, jh_error *err);

#endif
