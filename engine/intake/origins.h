/* origins.h - where each cell of the result came from, written beside it, and read again on demand.
 *
 *   origins/sources.csv   number, file, sheet, layout, SHA-256: each sheet of each file that was read
 *   origins/columns.csv   layout, table, column, cells: "C" or "C+D" of each row, "C3" of a form, "@12" the
 *                         mapping's line of a constant
 *   origins/<table>.csv   line of the table, then the rows of the sources that went into it, "1:5 2:4";
 *                         and cells that are not as these rows say: "books=1:5 school_name=1:5+2:4"
 *
 * A cell came from every row of its line whose source's layout has its column, unless it is among the
 * exceptions. Reading knows nothing of the rest of an import.
 */
#ifndef JH_INTAKE_ORIGINS_H
#define JH_INTAKE_ORIGINS_H

#include "base/buf.h"
#include "base/error.h"

typedef struct jh_origins jh_origins;

/* A place in the offices' files. */
typedef struct jh_origin {
  const char *file, *sheet; /* file below the folder of the sources; sheet NULL = a text file */
  uint32_t line, column;    /* column from 0; UINT32_MAX = none (a constant: file is the mapping) */
} jh_origin;

/* The origins of a dataset's folder; *out is NULL if it is no import. Errors JH_ENOT_READABLE, JH_ENOMEM. */
JH_CHECKED jh_code jh_origins_open(jh_origins **out, const char *folder, jh_error *err);
void jh_origins_close(jh_origins *origins); /* NULL is allowed */

/* The places of a column in the record that begins at a line of a table's file, in the order in which
 * they went into it. They live as long as origins; *count is 0 if nothing is known. */
JH_CHECKED jh_code jh_origins_find(
    jh_origins *origins, const char *table, uint32_t line, const char *column,
    const jh_origin **out, size_t *count, jh_error *err);

/* "学校基本情况.xlsx 学校!F9", "schools.csv:14 C": several are joined by " + ". */
void jh_origins_text(jh_buf *buf, const jh_origin *list, size_t count);

#endif
