/* archive.h - runs that can be had again: what was run, kept, run again, and why two of them differ.
 *
 * A part of junheng.h, which programs include. docs/ARCHIVE.md tells what is kept.
 */
#ifndef JH_JUNHENG_ARCHIVE_H
#define JH_JUNHENG_ARCHIVE_H

#include "junheng/session.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How an evaluated session came to be. */
typedef struct jh_run_record {
  const jh_session_options *session; /* with which it was opened */
  const char *on;                    /* which day's law was asked for; NULL = the dataset's own */
} jh_run_record;

/* After evaluating with figures: writes the manifest, a JSON object: the engine (version, SHA-256 of the file that
 * holds it), the options that count, every file that was read with its size and SHA-256, how many counties
 * have each verdict, and the SHA-256 of the result: of what `evaluate --format csv --lang en` writes. It is the
 * same for any number of threads, locale and time zone. Errors JH_ENO_DATA (not evaluated), JH_ENOT_READABLE or
 * JH_EFILE_CHANGED (an input cannot be read again as it was), JH_ENOMEM, JH_ENOT_WRITABLE. */
JH_CHECKED jh_code jh_session_manifest(
    jh_session *session, const jh_run_record *record, jh_writer writer, void *payload,
    jh_error *err);

/* Adds the run to an archive (made if it is not there), with every file that it read. *id (NULL allowed)
 * receives its number. The run is there as a whole, or not at all. Errors as above, JH_ENO_ARCHIVE (another kind of
 * file), JH_EARCHIVE_VERSION, JH_EARCHIVE. */
JH_CHECKED jh_code jh_session_archive(
    jh_session *session, const jh_run_record *record, const char *archive, int64_t *id,
    jh_error *err);

typedef struct jh_runs_options {
  const char *archive;
  int jobs;
  jh_lang lang;
  jh_format format; /* of the list: text or JSON */
  jh_writer writer;
  void *payload;
} jh_runs_options;

/* Lists the runs; writes one's manifest. Errors JH_ENO_ARCHIVE, JH_ENO_RUN, JH_EARCHIVE, JH_EARCHIVE_VERSION. */
JH_CHECKED jh_code jh_runs_list(const jh_runs_options *options, jh_error *err);
JH_CHECKED jh_code jh_runs_show(const jh_runs_options *options, int64_t id, jh_error *err);

/* Runs one again from the files that were kept, and says whether the result is the same. *is_same is false where it
 * is not. Errors as above, JH_EARCHIVE_DAMAGED, those of opening and evaluating. */
JH_CHECKED jh_code
jh_runs_replay(const jh_runs_options *options, int64_t id, bool *is_same, jh_error *err);

/* Writes in what two runs differ: engine, options, files, numbers of packs, cells of data; which counties have another
 * verdict; and, where several things differ, what each of them does alone. Both are run again. *is_same is false
 * where a result differs. Errors as above. */
JH_CHECKED jh_code jh_runs_why_differs(
    const jh_runs_options *options, int64_t a, int64_t b, bool *is_same, jh_error *err);

#ifdef __cplusplus
}
#endif

#endif
