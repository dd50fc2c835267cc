/* impact.h - which verdicts a problem could change.
 *
 * The cells of a problem are doubted: taken as blank, and the counties concerned are evaluated
 * again. A verdict that comes out otherwise (most often: undetermined) rests on these cells. What does not
 * change does not depend on them, whatever they should be. Where a problem is about a row as a whole, or
 * about the code by which a row hangs on its county, all figures of the row are doubted; that tells what
 * rests on the row, not what would be if it were not there. Other codes and names are not doubted, for
 * verdicts rest on figures. A problem without a row in the dataset (a school that vanished) cannot be
 * examined in this way.
 *
 * Many doubts are evaluated together (eval/slice.h); the outcome is that of one at a time.
 */
#ifndef JH_AUDIT_IMPACT_H
#define JH_AUDIT_IMPACT_H

#include "audit/audit.h"
#include "model/doubt.h"

typedef struct jh_impact_options {
  int jobs;          /* threads; 0 = 1 */
  size_t batch_rows; /* rows evaluated together; 0 = 200,000. The outcome does not depend on it */
  size_t most_rows;  /* rows evaluated in all; 0 = 20,000,000. What is beyond is not examined:
                        the least severe problems, and of these the last */
  void (*progress)(void *payload, size_t done, size_t problems);
  void *progress_payload;
} jh_impact_options;

/* For each problem, in their order. *out lives in the arena. The run is the evaluation of the same
 * dataset. Errors: JH_ENOMEM, those of jh_run_open. */
JH_CHECKED jh_code jh_impact_find(
    jh_audit_impact **out, const jh_audit_result *problems, const jh_run *run,
    const jh_impact_options *options, jh_arena *arena, jh_error *err);

/* The verdict on counties that was declared last; JH_NONE if there is none. */
uint32_t jh_impact_last_word(const jh_plan *plan);

#endif
