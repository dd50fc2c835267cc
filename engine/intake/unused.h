/* unused.h - what of the sources was not used, so that nothing is lost silently.
 *
 * Private to the layer.
 */
#ifndef JH_INTAKE_UNUSED_H
#define JH_INTAKE_UNUSED_H

#include "intake/state.h"

/* Adds to the report: columns that nothing reads (a line each), single cells outside the tables, sheets,
 * and files of the folder. */
JH_CHECKED jh_code jh_unused_tell(jh_intake *in, jh_error *err);

#endif
