/* check.h - what can be seen wrong in a plan as a whole. Private to pack/. */
#ifndef JH_PACK_CHECK_H
#define JH_PACK_CHECK_H

#include "base/diag.h"
#include "model/plan.h"

/* Adds warnings to diag: quantities and parameters that nothing reads. A complete pack without a
 * verdict is an error that is returned. `head` is the file to name. */
JH_CHECKED jh_code
jh_check_plan(const jh_plan *plan, const char *head, jh_diag *diag, jh_error *err);

#endif
