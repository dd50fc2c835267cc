/* blanks.h - deciding blanks: for how few cells how many counties wait.
 *
 * A county whose verdict is undetermined waits for missing cells (eval/explain.h). Here they are
 * counted by county, those with the fewest first, and by column, so that staff know what to ask
 * for first.
 */
#ifndef JH_AUDIT_BLANKS_H
#define JH_AUDIT_BLANKS_H

#include "eval/run.h"
#include "model/doubt.h"

/* Of the verdict on counties that was declared last. Lives in the arena. Errors: JH_ENOMEM. */
JH_CHECKED jh_code
jh_blanks_find(jh_blanks *out, const jh_run *run, int jobs, jh_arena *arena, jh_error *err);

#endif
