/* clean.h - names as they may be shown: a line of a report is one line, and reads in its own direction.
 *
 * A name of the data may hold line ends, signs that steer terminals, or signs that turn the direction of
 * what follows. Nothing is judged by names, so that they are replaced where names are taken to be shown; cells as
 * written stay as they are. Private to the layer.
 */
#ifndef JH_TABLE_CLEAN_H
#define JH_TABLE_CLEAN_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* *out is `names` itself where all are clean, else a list of `count` in the arena in which each such sign is
 * U+FFFD. NULL stays NULL. Error: JH_ENOMEM. */
JH_CHECKED jh_code
jh_clean_names(jh_str **out, jh_str *names, size_t count, jh_arena *arena, jh_error *err);

#endif
