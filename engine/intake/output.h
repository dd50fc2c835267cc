/* output.h - a folder that is written beside its place and renamed when it is whole.
 *
 * Private to the layer. The list of what was written, with hashes, stands in origins/files.sha256 (as
 * sha256sum writes it): by it an earlier import is known, and only that is replaced.
 */
#ifndef JH_INTAKE_OUTPUT_H
#define JH_INTAKE_OUTPUT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/sha256.h"

typedef struct jh_output {
  jh_arena *arena;
  const char *final, *part;
  int file; /* being written; -1 = none */
  const char *name;
  jh_sha256 hash;
  jh_buf list; /* of the files written */
  bool has_begun;
} jh_output;

/* May the folder be written: is it new, empty, or an earlier import that nobody changed?
 * Errors JH_EOUTPUT_FOLDER (args: folder, the file that stands in the way), JH_ENOT_READABLE, JH_ENOMEM. */
JH_CHECKED jh_code jh_output_check(jh_arena *arena, const char *folder, jh_error *err);

JH_CHECKED jh_code
jh_output_begin(jh_output *out, jh_arena *arena, const char *folder, jh_error *err);

/* One file after the other, named below the folder; hash may be NULL. */
JH_CHECKED jh_code jh_output_open(jh_output *out, const char *name, jh_error *err);
JH_CHECKED jh_code jh_output_write(jh_output *out, jh_str bytes, jh_error *err);
JH_CHECKED jh_code jh_output_close(jh_output *out, char hash[JH_SHA256_TEXT], jh_error *err);

/* Puts the folder into its place if code is JH_OK, else takes away what was written. */
JH_CHECKED jh_code jh_output_end(jh_output *out, jh_code code, jh_error *err);

#endif
