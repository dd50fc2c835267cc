/* scout.h - the files of a data folder, looked at while something else is done.
 *
 * What a first look shows depends on nothing but the bytes, unless someone told the encoding: so it
 * can be taken while the pack is still being read, which one thread does alone. Whoever loads takes
 * what was seen of the files that the dictionary names; the rest is dropped. Knows no dictionary.
 */
#ifndef JH_TABLE_SCOUT_H
#define JH_TABLE_SCOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "table/dataset.h"

struct jh_survey;
typedef struct jh_scout jh_scout;

/* Begins to look at the *.csv, *.tsv and *.txt files of the folder, on a thread of its own. NULL if
 * there are none or memory is out; then nothing is lost but time. */
jh_scout *jh_scout_begin(const char *folder);

/* Gives up what is under way, and frees it; NULL is allowed. */
void jh_scout_close(jh_scout *scout);

/* For the load. Is this file, as it was found, being looked at, or was it already? If not, it is
 * left to the caller from now on. `scout` may be NULL, here and below. */
bool jh_scout_has(jh_scout *scout, const jh_file *file);

/* Files that nobody asked for by now are given up. */
void jh_scout_drop(jh_scout *scout);

/* Waits until the others are seen. */
void jh_scout_wait(jh_scout *scout);

/* After that: what was seen of a file that the scout has; NULL if anything was wrong with it. */
const struct jh_survey *jh_scout_seen(const jh_scout *scout, const char *path);

#endif
