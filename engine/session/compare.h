/* compare.h - the parts of a comparison of two sessions; private to session/. */
#ifndef JH_SESSION_COMPARE_H
#define JH_SESSION_COMPARE_H

#include "junheng.h"
#include "model/flip_more.h"
#include "study/compare.h"

typedef struct jh_compare_sides {
  jh_session *session[2];
  jh_compare_side of[2];
} jh_compare_sides;

/* Opens and evaluates the later session again for each of its statements (and switches) alone, if there are
 * several, and holds these against all together; *out stays empty if there are not, or if the two sides are of
 * different days. Each is closed before the next is opened; what is kept of it is the set of its flips.
 * Errors: JH_ENOMEM, and those of evaluating. */
JH_CHECKED jh_code jh_session_alone(
    jh_flip_alone *out, const jh_compare_sides *sides, jh_comparison *what,
    const jh_compare_options *options, jh_arena *arena, jh_error *err);

#endif
