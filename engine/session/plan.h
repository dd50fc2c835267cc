/* plan.h - what the files that make a plan share. Private to session/.
 *
 * plan.c asks remedy/, plan_tell.c turns what it found into the record that report/ renders.
 */
#ifndef JH_SESSION_PLAN_H
#define JH_SESSION_PLAN_H

#include "model/remedy.h"
#include "remedy/exhaust.h"
#include "remedy/gap.h"
#include "remedy/solve.h"
#include "remedy/trial.h"
#include "session/session.h"

typedef struct jh_session_planning {
  jh_session *session;
  const jh_session_plan_options *options;
  jh_arena *arena;
  uint32_t level, row;   /* whom to help */
  const uint32_t *rules; /* what must be met */
  size_t rule_count;
  const jh_prices *prices; /* NULL = none */
  jh_prices *plain;
  jh_remedy_model *missing, *model; /* by plain means; by the prices */
  jh_remedy_solution solution;
  bool is_solved;
  jh_remedy_trial trial;
  jh_remedy_report out;
} jh_session_planning;

/* Parts of the report. Error JH_ENOMEM. plan_tell.c */
JH_CHECKED jh_code jh_session_plan_lacks(jh_session_planning *p, jh_error *err);
JH_CHECKED jh_code jh_session_plan_levellings(jh_session_planning *p, jh_error *err);
JH_CHECKED jh_code
jh_session_plan_bars(jh_session_planning *p, const jh_remedy_model *model, jh_error *err);
JH_CHECKED jh_code jh_session_plan_buys(jh_session_planning *p, jh_error *err);
JH_CHECKED jh_code jh_session_plan_spreads(jh_session_planning *p, jh_error *err);

/* A number of yuan: to the fen, rounded up or down; NULL when memory is out. */
const char *jh_session_plan_yuan(jh_session_planning *p, const jh_rat *value, jh_round how);

#endif
