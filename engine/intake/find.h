/* find.h - which files and sheets a mapping means by names such as "5170" / "*.xlsx".
 *
 * Private to the layer. Names are compared byte by byte; "*" stands for any text within a name, of
 * any length, but not for the beginning of a hidden name.
 */
#ifndef JH_INTAKE_FIND_H
#define JH_INTAKE_FIND_H

#include "base/arena.h"
#include "base/error.h"

/* Does a name fit a pattern? Work is bounded by the product of their lengths. */
bool jh_find_fits(const char *pattern, const char *name);

/* The files below a folder that a path with patterns means, relative to it, in byte order; none is no
 * error. Errors JH_ENOMEM, JH_ENOT_READABLE. */
JH_CHECKED jh_code jh_find_files(
    jh_arena *arena, const char *folder, const char *pattern, const char ***out, size_t *count,
    jh_error *err);

/* All files below a folder that look like tables (.csv .tsv .txt .xlsx .xlsm .xls .et .ods), relative to
 * it, in byte order; hidden ones and those of `without` (a path; NULL = none) excepted. */
JH_CHECKED jh_code jh_find_tables(
    jh_arena *arena, const char *folder, const char *without, const char ***out, size_t *count,
    jh_error *err);

/* "folder/name" in the arena; NULL when memory is out. */
const char *jh_find_join(jh_arena *arena, const char *folder, const char *name);

#endif
