/* scenarios.h - many sets of values for parameters, and how verdicts are counted under each.
 *
 * Plain records, by vary/ for report/. Texts and arrays live in the arena of whoever asked.
 */
#ifndef JH_MODEL_SCENARIOS_H
#define JH_MODEL_SCENARIOS_H

#include "model/sweep.h"

typedef struct jh_scenarios {
  const jh_sweep_axis *axes; /* the columns: which parameter, without values */
  size_t axis_count;
  const char **ids;
  size_t count;
  jh_dec *values; /* [scenario * axis_count + axis], in the parameter's unit */
  bool *is_given; /* the same: false = the cell was blank, and the value is the one in force */
  uint32_t rule;
  size_t entity_count;
  jh_tally today;
  jh_tally *counts; /* by scenario, as the pack may state them */
  bool is_stepped;  /* each was evaluated by itself */
  uint32_t blocker; /* stepped: the node for which; JH_NONE = that was asked for */
} jh_scenarios;

#endif
