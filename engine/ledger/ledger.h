/* ledger.h - runs that can be had again: what went in, and the fingerprint of what came out, in one file.
 *
 * An SQLite database in WAL mode. A run is added in one transaction, so that after a crash it is there as a whole
 * or not at all, and several processes may add at once (they wait for each other for MOST_WAIT seconds). Every
 * file that a run read is kept once, packed, under its SHA-256; what is taken out is held against it.
 * Knows no packs, tables or verdicts.
 */
#ifndef JH_LEDGER_LEDGER_H
#define JH_LEDGER_LEDGER_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/sha256.h"

typedef struct jh_ledger jh_ledger;

/* Opens; a file that is not there is made if `creates`.
 * Errors  JH_ENO_ARCHIVE       not there, or not an archive of ours
 *         JH_EARCHIVE_VERSION  made by a later version
 *         JH_EARCHIVE          what SQLite says
 *         JH_ENOMEM */
JH_CHECKED jh_code jh_ledger_open(jh_ledger **out, const char *path, bool creates, jh_error *err);
void jh_ledger_close(jh_ledger *archive); /* NULL is allowed; a run that was not ended is lost */

/* Adding a run: begin, then inputs and options in any number, then end. */
JH_CHECKED jh_code jh_ledger_begin(jh_ledger *archive, jh_error *err);

/* Keeps a file of the run: its absolute path and what it held; `hash` receives its fingerprint. */
JH_CHECKED jh_code jh_ledger_input(
    jh_ledger *archive, const char *role, const char *path, jh_str bytes, char hash[JH_SHA256_TEXT],
    jh_error *err);
JH_CHECKED jh_code
jh_ledger_option(jh_ledger *archive, const char *name, const char *value, jh_error *err);
JH_CHECKED jh_code
jh_ledger_end(jh_ledger *archive, jh_str manifest, const char *result, int64_t *id, jh_error *err);

typedef struct jh_ledger_run {
  int64_t id;
  const char *made;     /* when it was added, UTC */
  const char *result;   /* fingerprint of the result */
  const char *manifest; /* JSON */
} jh_ledger_run;

typedef struct jh_ledger_pair {
  const char *name;  /* of an option; of an input its path */
  const char *value; /* of an option; of an input its fingerprint */
  const char *role;  /* of an input */
  int64_t size;      /* of an input, in bytes */
} jh_ledger_pair;

/* What is there, in the arena; runs in the order in which they were added, the others as they were given.
 * Errors JH_ENO_RUN, JH_EARCHIVE, JH_ENOMEM. */
JH_CHECKED jh_code jh_ledger_runs(
    jh_ledger *archive, jh_arena *arena, jh_ledger_run **out, size_t *count, jh_error *err);
JH_CHECKED jh_code
jh_ledger_find(jh_ledger *archive, int64_t id, jh_arena *arena, jh_ledger_run *out, jh_error *err);
JH_CHECKED jh_code jh_ledger_inputs(
    jh_ledger *archive, int64_t id, jh_arena *arena, jh_ledger_pair **out, size_t *count,
    jh_error *err);
JH_CHECKED jh_code jh_ledger_options(
    jh_ledger *archive, int64_t id, jh_arena *arena, jh_ledger_pair **out, size_t *count,
    jh_error *err);

/* Writes the files of a run below a folder, each where its path says: FOLDER/abs/path.
 * Errors JH_EARCHIVE_DAMAGED (what was kept is not what was put in), JH_ENOT_WRITABLE, as above. */
JH_CHECKED jh_code
jh_ledger_extract(jh_ledger *archive, int64_t id, const char *folder, jh_error *err);

#endif
