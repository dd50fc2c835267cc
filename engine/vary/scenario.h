/* scenario.h - verdicts counted under many scenarios at once.
 *
 * Where each comparison that moves holds a number that stands still against values of parameters,
 * the number is replaced by its rank among the values that the scenarios have; what a rank means
 * for all scenarios is a row of bits, and conditions above are taken bit by bit. Else each scenario
 * is a run of its own (sweep_step.h). Both give the same counts. Knows columns and the plan.
 */
#ifndef JH_VARY_SCENARIO_H
#define JH_VARY_SCENARIO_H

#include "model/scenarios.h"
#include "vary/sweep_step.h"

/* Fills counts (room is there), is_stepped and blocker; by_steps: the slow way even where the other
 * is open. Errors: JH_ENOMEM, those of jh_run_open. */
JH_CHECKED jh_code
jh_scenario_count(jh_scenarios *set, const jh_sweep_stepper *how, bool by_steps, jh_error *err);

#endif
