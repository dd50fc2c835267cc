/* store.h - a snapshot: what was read of a dataset, in one file, to be taken instead of reading again.
 *
 * A snapshot is only ever a shorter way to the same dataset. It is taken where it is whole, was made by
 * this version from the same schema, options and needed columns, and its sources are the same; in every
 * other case the sources are read and it is written anew. The layout is told in docs/SNAPSHOT.md. What is
 * checked is what is used: the file is read once into memory, not mapped. Knows no rule.
 */
#ifndef JH_STORE_STORE_H
#define JH_STORE_STORE_H

#include "table/load.h"

/* The snapshot is read by a thread of its own, which starts at once: for whoever has something else to
 * do before it can be taken. The path must live until the close. NULL when memory is out. */
typedef struct jh_store_ahead jh_store_ahead;
jh_store_ahead *jh_store_ahead_begin(const char *path, size_t jobs);
void jh_store_ahead_close(jh_store_ahead *ahead); /* NULL is fine */

typedef struct jh_store_options {
  const char *path;      /* of the snapshot */
  const char *engine;    /* version of the engine */
  jh_store_ahead *ahead; /* of the same path, begun for this one load; NULL = none */
} jh_store_options;

/* As jh_load, by way of a snapshot. *note tells what became of it: code JH_OK = it was taken; a note = the
 * data were read, why, and it was written; a warning = it could not be written. A snapshot that cannot
 * be taken or written never fails the load. Only files that are snapshots are written over. */
JH_CHECKED jh_code jh_store_load(
    jh_dataset **out, const jh_plan *plan, const jh_load_options *options,
    const jh_store_options *store, jh_diag *diag, jh_error *note, jh_error *err);

/* A dataset from the bytes of a snapshot, which are copied. The sources are looked at. Without `is_checked`
 * neither checksums nor the key are held against anything (for tests with made-up bytes): whatever the
 * bytes are, the dataset is sound or there is none. What reading had found goes to `diag`.
 *
 * Errors   JH_ESNAPSHOT_FOREIGN, JH_ESNAPSHOT_DAMAGED, JH_ESNAPSHOT_OTHER, JH_ESNAPSHOT_STALE, JH_ENOMEM,
 *          and those of jh_load that concern which files there are */
JH_CHECKED jh_code jh_store_open_bytes(
    jh_dataset **out, const jh_plan *plan, const jh_load_options *options,
    const jh_store_options *store, jh_str bytes, bool is_checked, jh_diag *diag, jh_error *err);

#endif
