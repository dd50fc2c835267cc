/* shard.h - one evaluation in parts, on several machines, and joined again.
 *
 * A part of junheng.h, which programs include. docs/SHARDS.md tells the form of the files.
 */
#ifndef JH_JUNHENG_SHARD_H
#define JH_JUNHENG_SHARD_H

#include "junheng/archive.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct jh_shard_options {
  const jh_run_record *record; /* how the session was opened, and the day that was asked for */
  const char *part;            /* "2/7": the second of seven parts of the counties */
  int jobs;                    /* threads; 0 = 1 */
  jh_writer writer;
  void *payload;
} jh_shard_options;

/* Is it the name of a part, "i/n" with 1 <= i <= n <= 10000? Else JH_ESHARD_PART. */
JH_CHECKED jh_code jh_shard_part(const char *text, uint32_t *part, uint32_t *parts, jh_error *err);

/* Evaluates one part of the counties of a session that holds all data, and writes what a merge needs of it. Which
 * counties are in a part is told by the data alone: whole counties, in order of their codes, so many that the parts
 * have about as many rows. The session is not evaluated by this: nobody can take a part for the whole.
 * Errors JH_ESHARD_PART, those of evaluating, JH_ENOT_READABLE (the program itself), JH_ENOMEM, JH_ENOT_WRITABLE. */
JH_CHECKED jh_code
jh_session_shard(jh_session *session, const jh_shard_options *options, jh_error *err);

typedef struct jh_shards jh_shards;

typedef struct jh_shards_options {
  const char *const *files; /* all parts of one run, in any order */
  size_t file_count;
  const char *rules; /* where the pack stands now; NULL = where it stood */
  const char
      *data; /* folder of the data, for a dictionary in it; NULL = where it stood. Not read */
  uint32_t pack_memory_mib; /* as in jh_session_options */
  uint64_t pack_steps;
  int pack_seconds;
} jh_shards_options;

/* Opens all parts of a run and holds them against each other, against this program and against the pack, before
 * anything is told. *out is set even on failure (unless memory is out or the program itself cannot be read: NULL), so that diagnostics can be shown.
 * Errors JH_ENOT_SHARD, JH_ESHARD_DAMAGED, JH_ESHARD_VERSION, JH_ESHARD_ENGINE, JH_ESHARD_OTHER, JH_ESHARD_TWICE,
 * JH_ESHARD_MISSING, JH_ESHARD_RULES, those of reading a pack, JH_ENOT_READABLE, JH_ENOMEM. */
JH_CHECKED jh_code jh_shards_open(jh_shards **out, const jh_shards_options *options, jh_error *err);
void jh_shards_close(jh_shards *shards);

/* What was noticed when the parts were evaluated, once. */
const jh_diag *jh_shards_diag(const jh_shards *shards);

/* Writes what jh_session_write would have written of the whole: the same bytes. */
JH_CHECKED jh_code jh_shards_write(
    jh_shards *shards, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err);

/* How many counties have a verdict, by the names of the five words. */
size_t jh_shards_count(jh_shards *shards, const char *verdict);

#ifdef __cplusplus
}
#endif

#endif
