/* runs.h - runs recorded and run again; private to session/runs*.c. */
#ifndef JH_SESSION_RUNS_H
#define JH_SESSION_RUNS_H

#include "ledger/ledger.h"
#include "base/buf.h"
#include "session/session.h"

/* A run taken out of an archive, its files in a folder of its own. */
typedef struct jh_runs_again {
  jh_ledger_run run;
  jh_ledger_pair *inputs, *options;
  size_t input_count, option_count;
  char folder[64]; /* holds its files; empty = none were taken out */
} jh_runs_again;

/* From which run each part of what is run again is taken. */
typedef struct jh_runs_parts {
  const jh_runs_again *rules;  /* packs, dictionary, switches, reforms */
  const jh_runs_again *data;   /* tables and the dictionary beside them */
  const jh_runs_again *choice; /* day, year, region, encoding */
} jh_runs_parts;

/* Takes out a run and its files; jh_runs_again_end removes the folder. runs_again.c */
JH_CHECKED jh_code jh_runs_again_begin(
    jh_runs_again *out, jh_ledger *archive, int64_t id, jh_arena *arena, jh_error *err);
void jh_runs_again_end(jh_runs_again *again);

/* Opens and evaluates a session of these parts. *out is closed by the caller, also after an error. */
JH_CHECKED jh_code jh_runs_again_open(
    jh_session **out, const jh_runs_parts *parts, int jobs, jh_arena *arena, jh_error *err);

/* The fingerprint of an evaluated session's result. runs_record.c */
JH_CHECKED jh_code jh_runs_result(char out[JH_SHA256_TEXT], jh_session *session, jh_error *err);

/* The fingerprint of the file that holds the engine: the program, or the library. runs_record.c */
JH_CHECKED jh_code jh_runs_engine(char out[JH_SHA256_TEXT], jh_error *err);

/* The value of an option; NULL where it was not given. */
const char *jh_runs_option(const jh_runs_again *again, const char *name);

/* Adds the cells in which the tables of two sessions differ, at most `most` of them. Their number in all; with_rows:
 * rows that only one has are told, too, and count as one. runs_cells.c */
size_t jh_runs_cells(
    jh_buf *buf, const jh_session *a, const jh_session *b, bool with_rows, size_t most,
    jh_lang lang);

#endif
