/* cases.h - runs the cases of a pack and says which fail.
 *
 * Each case becomes a small dataset and goes through the same evaluation as
 * real data; figures are compared exactly.
 */
#ifndef JH_STUDY_CASES_H
#define JH_STUDY_CASES_H

#include "base/diag.h"
#include "eval/run.h"

typedef struct jh_case_result {
  const jh_case *test;
  bool has_passed;
  jh_finding finding; /* what came out; its entity's texts are gone with the case's data */
} jh_case_result;

/* The day of law of a case: its own, else the pack's first. */
jh_date jh_cases_day(const jh_plan *plan, const jh_case *test);

/* Results in order of the cases, in the arena. */
JH_CHECKED jh_code jh_cases_run(
    jh_case_result **out, size_t *count, const jh_plan *plan, jh_arena *arena, jh_error *err);

/* Runs one case again and calls with the run still open, so that it can be explained. */
JH_CHECKED jh_code jh_cases_replay(
    const jh_plan *plan, const jh_case *test,
    jh_code (*show)(void *payload, const jh_run *run, uint32_t row, jh_error *err), void *payload,
    jh_error *err);

#endif
