/* run_state.h - what a run keeps: verdicts, and figures where they were asked for. */
#ifndef JH_EVAL_RUN_STATE_H
#define JH_EVAL_RUN_STATE_H

#include "eval/block.h"
#include "eval/run.h"

/* A number for each row of a rule's level, as known by the doubles (base units). */
typedef struct jh_kept {
  double *low, *high; /* NULL = not kept */
  uint8_t *state;
} jh_kept;

/* A bound in the rule's unit, ready for printing. */
typedef struct jh_fixed_bound {
  bool is_short; /* a decimal of at most 6 places, not too large: `millionths` is all of it */
  int64_t millionths;
  char text[JH_FIGURE_TEXT];
} jh_fixed_bound;

typedef struct jh_rule_result {
  uint8_t *verdicts; /* by row of the rule's level; NULL = not evaluated */
  jh_kept measure;
  jh_kept bound;          /* with a kept measure, where rows change it */
  bool is_square;         /* the measure that was kept is the square of the one that is printed */
  jh_ends factor;         /* from base units to the rule's unit */
  jh_fixed_bound *bounds; /* with a kept measure: by stage, and one for "no stage" */
} jh_rule_result;

struct jh_run {
  const jh_plan *plan;
  const jh_dataset *dataset;
  jh_date on;
  jh_arena *arena;
  jh_program *program;
  jh_rule_result *results; /* by rule */
  uint8_t **marks; /* by node: a condition of the topmost level at each row, so that explaining
                              need not work it out again; NULL = not kept */
  uint64_t exact_count;
  jh_block *again; /* for single counties; NULL until one was evaluated again */
};

/* Takes an output of a block over; the payload is the run. Blocks write apart from one another. run_again.c */
void jh_run_again_emit(void *payload, const jh_block *block, const jh_output *output);

/* Is the rule's measure a number that can be kept as doubles for each row? Of a spread it is the
 * square, of a mean of spreads the mean. */
bool jh_run_state_has_measure(const jh_plan *plan, const jh_rule *rule);

/* Does no row but through its stage change the bound, a node as it stands on the day? */
bool jh_run_state_is_fixed(const jh_plan *plan, uint32_t bound);

/* The figures of a finding, quickly from what was kept; false where rationals must be asked. */
bool jh_run_state_quick(const jh_run *run, uint32_t row, jh_finding *out);

/* For exact evaluation after the run: its verdicts need not be worked out again. */
jh_exact jh_run_state_exact(const jh_run *run);

/* Prepares `bounds` and `factor` of a rule. */
JH_CHECKED jh_code jh_run_state_bounds(jh_run *run, uint32_t rule, jh_error *err);

#endif
