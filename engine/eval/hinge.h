/* hinge.h - which cells a verdict hangs on: were one of them blank, it could not be told.
 *
 * A blank stands for everything that a column may hold. So each cell that the evidence cites is taken
 * as blank, alone, and the county is judged again; all of them together in one small dataset (eval/slice.h).
 * A verdict that stays does not rest on the cell, whatever it should be.
 */
#ifndef JH_EVAL_HINGE_H
#define JH_EVAL_HINGE_H

#include "eval/run.h"
#include "model/evidence.h"

/* Sets `is_needed` of the cells of a tree: for the finding nearest to the root below which they stand.
 * Cells that are missing, and codes and texts, which nothing is judged by, stay as they are. The run is
 * the one from which the tree was made. Errors: JH_ENOMEM, and those of jh_run_open. */
JH_CHECKED jh_code jh_hinge_mark(jh_evidence *root, const jh_run *run, int jobs, jh_error *err);

#endif
