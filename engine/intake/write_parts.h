/* write_parts.h - the parts of write.c: origins and report. Private to the write*.c files. */
#ifndef JH_INTAKE_WRITE_PARTS_H
#define JH_INTAKE_WRITE_PARTS_H

#include "intake/output.h"
#include "intake/state.h"

#define JH_WRITE_BASE "base.lua" /* the copy of a dictionary that is a file */

typedef struct jh_write_hashes {
  char mapping[JH_SHA256_TEXT], dictionary[JH_SHA256_TEXT]; /* "" = a named dictionary */
} jh_write_hashes;

/* Hands on what is in the buffer, if it is more than `above` bytes. */
JH_CHECKED jh_code jh_write_flush(jh_output *out, jh_buf *buf, size_t above, jh_error *err);

/* A file that holds what is in the buffer, which is empty then. */
JH_CHECKED jh_code jh_write_whole(jh_output *out, const char *name, jh_buf *buf, jh_error *err);

/* origins/<table>.csv; lines[i] is where the i-th written record begins. */
JH_CHECKED jh_code jh_write_origins(
    jh_intake *in, jh_output *out, const jh_intake_table *table, const uint32_t *lines, jh_buf *buf,
    jh_error *err);

/* origins/sources.csv and columns.csv. */
JH_CHECKED jh_code jh_write_sources(jh_intake *in, jh_output *out, jh_buf *buf, jh_error *err);

/* import.csv and import.json. */
JH_CHECKED jh_code jh_write_report(
    jh_intake *in, jh_output *out, const jh_write_hashes *hashes, jh_buf *buf, jh_error *err);

/* A file that is a copy of what was read (not of what stands there now), with its hash. */
JH_CHECKED jh_code jh_write_copy(
    jh_output *out, const char *name, jh_str text, char hash[JH_SHA256_TEXT], jh_error *err);

/* A CSV cell exactly as its text is, quoted where it must be. */
void jh_write_cell(jh_buf *buf, const char *text);

/* "C14", or "C" where line is 0. */
const char *jh_write_place(char out[24], uint32_t line, uint32_t column);

/* "C+D" of a table, "C3" of a form, "@12" of a constant. */
void jh_write_cells_of(jh_buf *buf, const jh_intake_feed *feed);

#endif
