/* session.h - a pack and data read and judged: what every use begins with.
 *
 * A part of junheng.h, which programs include.
 */
#ifndef JH_JUNHENG_SESSION_H
#define JH_JUNHENG_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/error.h"
#include "base/lang.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct jh_session jh_session;

/* "0.1.0" */
const char *jh_version(void);

typedef struct jh_session_options {
  const char
      *rules; /* folder or file of the pack, or its id below the packs' folder; NULL = none */
  const char *const *reforms; /* files or folders of reforms, put on top of it in this order */
  size_t reform_count;
  const char *const *switches; /* ids of the pack's switches to be turned on */
  size_t switch_count;
  const jh_place *
      left_out; /* changes, relaxations and rules of overlays and reforms that are read and checked, but
                               not made: the file and line of each, as jh_error has it */
  size_t left_out_count;
  const char *data;       /* folder of the dataset; NULL = none */
  const char *dictionary; /* file, or name below data/schema; NULL = found as docs/DATA.md says */
  const char *share;      /* folder that holds rules/ and data/; NULL = found (jh_share_folder) */
  const char *encoding;   /* of all text files; NULL = found out */
  const char *year;       /* which data; NULL = as the dataset says, else the latest */
  const char *region;     /* only counties whose code begins so; NULL = all */
  bool all_columns;       /* check every column, not only those that the pack reads */
  bool audits;        /* the dictionary's checks are left to jh_session_validate; with all_columns,
                         cells that are refused are told, and are blank to it */
  bool with_cases;    /* read the pack's cases too */
  bool with_readings; /* read the columns, too, that only switches which are off ask for */
  bool with_succession;   /* read, too, which county became which, where the data tell it */
  const jh_session *also; /* read, too, what the pack of this session asks for; NULL = none */
  bool only_preview;      /* the data are not read: jh_session_preview looks at their files */
  bool is_sparse; /* the data are not all there yet: tables, columns and cells may be absent */
  const char *
      snapshot; /* file that keeps what was read, to be taken the next time; written where it is not
                           there or not of these data; NULL = none. Results are the same in any case. */
  int jobs;     /* threads that read the data; 0 = 1 */
  uint32_t pack_memory_mib; /* what a pack's scripts may take, and what they make; 0 = 64 */
  uint64_t pack_steps;      /* how far they may run; 0 = 50 million */
  int pack_seconds;         /* of the processor; 0 = 10 */
  void (*progress)(void *payload, const char *phase, uint64_t done, uint64_t total);
  void *progress_payload;
} jh_session_options;

/* Reads and checks pack and data. *out is set even on failure (unless memory is out), so that its
 * diagnostics can be shown. */
JH_CHECKED jh_code
jh_session_open(jh_session **out, const jh_session_options *options, jh_error *err);
void jh_session_close(jh_session *session);

/* What became of the snapshot: NULL if it was taken or none was asked for; else a note why the data were
 * read, or a warning why none could be written. Not among the diagnostics, so that results do not tell of it. */
const jh_error *jh_session_snapshot(const jh_session *session);

/* Everything that was noticed while reading and checking. */
const jh_diag *jh_session_diag(const jh_session *session);

typedef struct jh_evaluate_options {
  const char *on;    /* YYYY-MM-DD; NULL = the dataset's own day */
  int jobs;          /* threads; 0 = 1 */
  bool with_figures; /* measures and bounds of every finding (JSON and CSV need them) */
} jh_evaluate_options;

JH_CHECKED jh_code
jh_session_evaluate(jh_session *session, const jh_evaluate_options *options, jh_error *err);

/* After evaluating: how many counties have each verdict, by the names of the five words. */
size_t jh_session_count(const jh_session *session, const char *verdict);

/* JH_FORMAT_XLSX: a workbook, JH_FORMAT_HTML: a page, where a function says that it writes one. */
typedef enum jh_format {
  JH_FORMAT_TEXT,
  JH_FORMAT_JSON,
  JH_FORMAT_CSV,
  JH_FORMAT_XLSX,
  JH_FORMAT_HTML
} jh_format;

/* Receives results as they are made; returns false when it could not take them. */
typedef bool (*jh_writer)(void *payload, const char *bytes, size_t size);

/* Writes all verdicts. */
JH_CHECKED jh_code jh_session_write(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err);

/* Receives a page of the rulebook: its path below the rulebook's folder, and its whole text. */
typedef bool (*jh_page_writer)(void *payload, const char *path, const char *bytes, size_t size);

/* The folder that holds rules/ and data/: beside the installed program, else where it was built. */
const char *jh_share_folder(char *out, size_t size);

#ifdef __cplusplus
}
#endif

#endif
