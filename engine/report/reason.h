/* reason.h - why a county fails, or waits: the requirements that decided, gathered and worded.
 *
 * Gathering walks from the pack's verdict down to the requirements that
 * failed or wait: lists (all of …) are opened, everything else is a reason.
 * Private to report/. Knows verdicts and tallies, not how they came about.
 */
#ifndef JH_REPORT_REASON_H
#define JH_REPORT_REASON_H

#include "report/figure.h"

typedef struct jh_reason {
  uint32_t rule;
  jh_verdict verdict; /* UNMET or UNDETERMINED */
  uint32_t about;     /* the rule of finer level whose entities fail or wait; else JH_NONE */
  jh_tally tally;     /* of these entities; AT_LEAST_N: of the members */
} jh_reason;

typedef struct jh_reasons {
  jh_reason *items; /* vetoes first, then in order of the pack */
  size_t count, room;
  uint32_t county;    /* index of the county in the results */
  jh_entity entity;   /* the county */
  jh_verdict verdict; /* of the county; see jh_reason_verdict */
} jh_reasons;

/* The verdict on a county as the pack may state it: a partial pack, or one without a verdict, can
 * refuse but never pass, so that what would be `met` is `undetermined`. */
jh_verdict jh_reason_verdict(const jh_results *results, uint32_t county, const jh_entity *entity);

/* A verdict of the pack's last rule with the same care; any other rule's stays as it is. */
jh_verdict jh_reason_guarded(const jh_plan *plan, const jh_rule *rule, jh_verdict verdict);

/* Is the county undetermined by its data, and not only because the pack may not pass it? Only then
 * are there cells that would settle it. */
bool jh_reason_waits(const jh_results *results, const jh_reasons *reasons);

/* Does nothing else of its level stand on the rule? */
bool jh_reason_is_top(const jh_plan *plan, uint32_t rule);

/* Fills for one county; start with {0}, use again for the next, end with jh_reason_done. */
JH_CHECKED jh_code
jh_reason_gather(jh_reasons *reasons, const jh_results *results, uint32_t county, jh_error *err);
void jh_reason_done(jh_reasons *reasons);

/* Adds the reason of the county in one line, the first few and the count of the rest. */
JH_CHECKED jh_code jh_reason_text(
    jh_buf *buf, const jh_results *results, const jh_reasons *reasons, jh_lang lang, jh_error *err);

/* Adds ,"reasons":[…],"waiting":[…] of docs/JSON.md. */
JH_CHECKED jh_code
jh_reason_json(jh_buf *buf, const jh_results *results, const jh_reasons *reasons, jh_error *err);

/* Calls for the entities of a tally that have its verdict, in order; stops when `each` says false. */
void jh_reason_each(
    const jh_results *results, const jh_reasons *reasons, const jh_reason *reason,
    bool (*each)(void *payload, const jh_entity *entity), void *payload);

#endif
