/* sparse.h - data that are not all there yet: tables, columns and cells may be absent. Private to
 * session/. */
#ifndef JH_SESSION_SPARSE_H
#define JH_SESSION_SPARSE_H

#include "table/load.h"

/* As jh_load, but only what rows hang together by (codes, parents, stages) must be there. The plan is
 * the same afterwards. */
JH_CHECKED jh_code jh_sparse_load(
    jh_dataset **out, jh_plan *plan, const jh_load_options *options, jh_diag *diag, jh_error *err);

#endif
