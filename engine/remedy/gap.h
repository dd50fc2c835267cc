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

/* In order of the problem; in the arena. prices: those of the model. Error JH_ENOMEM. */
JH_CHECKED jh_code jh_remedy_gap_list(
    jh_remedy_gap **out, size_t *count, const jh_remedy_model *model, const jh_prices *prices,
    jh_arena *arena, jh_error *err);

#endif
