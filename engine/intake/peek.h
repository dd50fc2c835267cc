/* peek.h - does a sheet that nobody reads hold a table of the dictionary? Private to the layer. */
#ifndef JH_INTAKE_PEEK_H
#define JH_INTAKE_PEEK_H

#include "base/arena.h"
#include "base/error.h"
#include "model/plan.h"

/* The table whose columns stand in the header of a sheet, over rows of codes; JH_NONE if there is none,
 * or it cannot be read. JH_ENOMEM only. */
JH_CHECKED jh_code jh_guess_peek(
    uint32_t *table, const jh_plan *plan, const char *path, const char *sheet, jh_arena *arena,
    jh_error *err);

#endif
