/* ahead.h - the first look at all files at once, by several threads.
 *
 * Private to the layer. A file with which anything is wrong is looked at again
 * by fill.c when its turn comes, so that findings come as with one thread.
 */
#ifndef JH_TABLE_AHEAD_H
#define JH_TABLE_AHEAD_H

#include "table/loading.h"

/* Looks at all files of the dataset; does nothing with one thread. */
JH_CHECKED jh_code jh_ahead_look(jh_loading *loading, jh_error *err);

/* What was found, told as progress; false if the file has to be looked at now. */
bool jh_ahead_take(jh_survey *out, jh_loading *loading, const jh_file *file);

/* The marks of a file that was looked at; NULL if there are none. */
const jh_survey *jh_ahead_marks(const jh_loading *loading, const jh_file *file);

/* The rest of it: begun when all files are read, ended (always, when begun) before the load is.
 * What stands in the way is noted then. */
void jh_ahead_begin(jh_loading *loading);
JH_CHECKED jh_code jh_ahead_end(jh_loading *loading, jh_error *err);

#endif
