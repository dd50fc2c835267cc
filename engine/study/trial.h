/* trial.h - cases made ready to be judged again and again while the plan is changed a little.
 *
 * Each case has its dataset built once; a verdict is then worked out with
 * rationals alone (eval/exact.h), for the one row that is judged, from the
 * plan as it stands at that moment. What `test` finds with all the kernels is
 * what is found here; a test holds one to the other on the national pack.
 */
#ifndef JH_STUDY_TRIAL_H
#define JH_STUDY_TRIAL_H

#include "eval/exact.h"
#include "eval/figure.h"
#include "model/case.h"

typedef struct jh_trial {
  const jh_plan *plan;
  jh_plan *own; /* the plan with the case's switches on, or NULL: plan is the set's */
  struct jh_force *own_force;
  const jh_case *test;
  jh_dataset *dataset;
  uint32_t row; /* the judged row, at the level of the case's rule */
  jh_date on;
  const struct jh_force *force; /* of the day; the set's */
  struct jh_run *run; /* where the rule stands on functions of the pack: the whole evaluation, which
                         calls them; else NULL */
  bool is_sound;      /* of a set: it passed when it was made; the others prove nothing */
} jh_trial;

typedef struct jh_trial_day {
  jh_date on;
  struct jh_force *force;
} jh_trial_day;

typedef struct jh_trial_set {
  const jh_plan *plan;
  jh_trial *trials; /* one for each case of the plan, in order; then those that were added */
  size_t count, room;
  jh_trial_day *days;
  size_t day_count, day_room;
  bool *computes; /* by node: does it stand on a function of the pack; NULL: none does */
} jh_trial_set;

/* Makes all cases of the plan ready; the set borrows the plan, whose parameters and conditions may
 * be changed afterwards, but not which days values begin, nor its rules' days.
 * Errors: those of making a case's data (its place: the case). */
JH_CHECKED jh_code jh_trial_open_set(jh_trial_set **out, const jh_plan *plan, jh_error *err);
void jh_trial_close_set(jh_trial_set *set);

/* Adds a case to the set, which closes it; the case must live as long. */
JH_CHECKED jh_code jh_trial_add(jh_trial_set *set, const jh_case *test, jh_error *err);

/* One more case by itself, which need not be the plan's. Close with jh_trial_close. */
JH_CHECKED jh_code
jh_trial_open(jh_trial *out, jh_trial_set *set, const jh_case *test, jh_error *err);
void jh_trial_close(jh_trial *trial);

/* Does the case pass with the plan as it stands, units, days and functions included? Slower than
 * jh_trial_passes, which takes these as they were when the trial was opened. */
JH_CHECKED jh_code
jh_trial_passes_anew(bool *out, const jh_plan *plan, const jh_case *test, jh_error *err);

jh_exact jh_trial_exact(const jh_trial *trial);

/* The verdict of any rule, by its index, at a row of its level. */
jh_verdict jh_trial_verdict(const jh_trial *trial, uint32_t index, uint32_t row);

/* Are verdict and figures what the case expects? */
bool jh_trial_passes(const jh_trial *trial);

/* How the measure stands to the bound. */
typedef enum jh_stand {
  JH_STANDS_BELOW,
  JH_STANDS_AT,
  JH_STANDS_ABOVE,
  JH_STANDS_UNKNOWN
} jh_stand;
jh_stand jh_trial_stand(const jh_trial *trial, uint32_t index, uint32_t row);

#endif
