/* sweep.h - a sweep at work; private to session/sweep*.c. */
#ifndef JH_SESSION_SWEEP_H
#define JH_SESSION_SWEEP_H

#include "session/session.h"
#include "vary/sweep_moves.h"
#include "vary/sweep_step.h"
#include "vary/sweep_turns.h"

typedef struct sweep_job {
  jh_session *session;
  jh_arena *arena;
  jh_results results; /* as things are */
  jh_sweep sweep;
  jh_sweep_regions regions;
  jh_sweep_moves moves;
  jh_sweep_stepper stepper;
  jh_sweep_turns turns; /* closed with the job */
} sweep_job;

/* *out: the cuts of the job's rule along a parameter over a run; NULL, and the job's blocker, where they cannot
 * be worked out. sweep_exact.c */
JH_CHECKED jh_code jh_session_sweep_cuts(
    jh_cuts **out, sweep_job *j, const jh_run *run, const jh_sweep_axis *axis, jh_error *err);

/* Where verdicts turn, and the aim if `percent` is one. Error JH_ESWEEP_STEPS_ONLY. sweep_exact.c */
JH_CHECKED jh_code jh_session_sweep_turns(sweep_job *j, const char *percent, jh_error *err);

/* Counts under the scenarios of a file, and writes them; the job's rule is found. sweep_scenarios.c */
JH_CHECKED jh_code
jh_session_sweep_scenarios(sweep_job *j, const jh_sweep_options *how, jh_error *err);

/* Counts at the values of one or two parameters. sweep_count.c */
JH_CHECKED jh_code jh_session_sweep_count(sweep_job *j, bool by_steps, jh_error *err);

#endif
