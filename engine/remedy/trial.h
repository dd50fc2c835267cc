/* trial.h - a plan is applied to the data and judged again, before it is told.
 *
 * The county is copied with the amounts in its cells and evaluated as any other; and again for each line of
 * the plan with one step less of it (eval/slice.h). What turns out to be superfluous is taken off.
 */
#ifndef JH_REMEDY_TRIAL_H
#define JH_REMEDY_TRIAL_H

#include "eval/slice.h"
#include "remedy/model.h"

typedef struct jh_remedy_trial {
  bool holds;     /* all points of the model are met */
  bool is_tight;  /* with one step less of any amount, some point is not met */
  size_t dropped; /* steps that were taken off, as all was met without them */
  jh_slice slice; /* part 0: the county with the amounts; closed with the trial */
  jh_run *run;    /* over the slice: the points' rules and the other rules asked for */
} jh_remedy_trial;

typedef struct jh_remedy_trial_options {
  const jh_prices *prices;
  const uint32_t *rules; /* also evaluated, for telling */
  size_t rule_count;
  int jobs; /* threads; 0 = 1 */
} jh_remedy_trial_options;

/* Tries the amounts (by variable of the model; lowered where they are more than needed). To be closed unless it
 * fails. Errors JH_ENOMEM, and those of jh_slice_open and jh_run_open. */
JH_CHECKED jh_code jh_remedy_trial_open(
    jh_remedy_trial *out, const jh_run *run, const jh_remedy_model *model, jh_rat *amounts,
    const jh_remedy_trial_options *options, jh_arena *arena, jh_error *err);
void jh_remedy_trial_close(jh_remedy_trial *trial);

/* The row of the trial's run that stands for a row of the data; JH_NONE if there is none. */
uint32_t jh_remedy_trial_row(const jh_remedy_trial *trial, uint32_t level, uint32_t row);

/* The numbers that one variable changes at this amount, each added to `known` (cells of earlier variables):
 * what a cell holds then. Cells that are missing, or not read by the pack, are left out. */
typedef struct jh_remedy_cells {
  jh_slice_value *items; /* the number after all so far */
  int64_t *befores;      /* beside: the number before this one was added */
  size_t count, room, before_room;
} jh_remedy_cells;
JH_CHECKED jh_code jh_remedy_trial_cells(
    jh_remedy_cells *out, const jh_dataset *data, const jh_prices *prices,
    const jh_remedy_variable *variable, const jh_rat *amount, jh_arena *arena, jh_error *err);

#endif
