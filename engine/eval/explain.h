/* explain.h - from a verdict back to the cells it rests on.
 *
 * Walks the graph below a rule for one entity and gathers, with values, what
 * was measured, from which cells, against which clause; for an undetermined verdict, the missing
 * cells that could settle it. Positions of cells are found again in the files.
 */
#ifndef JH_EVAL_EXPLAIN_H
#define JH_EVAL_EXPLAIN_H

#include "eval/run.h"
#include "model/evidence.h"

typedef struct jh_explain_options {
  uint32_t rule; /* only this rule; JH_NONE = all of the entity's */
  size_t
      most_entities; /* below a tally, list at most so many failing or waiting entities; 0 = 20 */
  bool is_brief; /* findings only: no values, no cells; below a tally, only what fails or waits */
  bool with_all; /* all entities of a tally and all rows of a spread; and every cell that was
                    looked at: what a filter left out, what an "or" did not need, why a rule applies,
                    why a unit exists */
} jh_explain_options;

/* The evidence of an entity (county, school or stage unit). *out lives in the arena.
 * A school's evidence holds that of its stage units. */
JH_CHECKED jh_code jh_explain(
    jh_evidence **out, const jh_run *run, uint32_t level, uint32_t row,
    const jh_explain_options *options, jh_arena *arena, jh_error *err);

/* The missing cells that could settle an undetermined verdict of a rule at a row, in order of table
 * and row, at most `most`; *count is how many there are in all. Lines are filled in, not fields. */
JH_CHECKED jh_code jh_explain_waiting(
    jh_cell **out, size_t *count, const jh_run *run, uint32_t rule, uint32_t row, size_t most,
    jh_arena *arena, jh_error *err);

#endif
