/* data.h - datasets before they are judged: looked at, checked, asked for, imported.
 *
 * A part of junheng.h, which programs include.
 */
#ifndef JH_JUNHENG_DATA_H
#define JH_JUNHENG_DATA_H

#include "junheng/session.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Writes what the loaded tables hold: files, encodings, records, columns found and not found. */
JH_CHECKED jh_code jh_session_describe(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err);

/* Writes how each file of a data folder would be read, whether or not it can be: form, sheet, encoding
 * and how it was found, delimiter, title lines, header and unit line, what each field means, and the
 * first records. `encoding` is that of all text files, or NULL. */
JH_CHECKED jh_code jh_session_preview(
    jh_session *session, const char *data, const char *encoding, jh_format format, jh_lang lang,
    jh_writer writer, void *payload, jh_error *err);

/* How many files of the preview could not be read; each is named there with its error. */
size_t jh_session_unreadable(const jh_session *session);

typedef struct jh_validate_options {
  const char
      *before; /* folder of a dataset of an earlier year; NULL = the year before in the same data */
  const char *on; /* which day's law, for what problems could change; NULL = the dataset's own */
  bool
      with_impact; /* find out which verdicts problems could change, and for what undetermined ones wait */
  int jobs;        /* threads; 0 = 1 */
  size_t listed; /* problems told as text; 0 = 100. Other forms list all that are kept */
} jh_validate_options;

/* Looks for what in the data may mislead a verdict (docs/DATA.md lists the kinds), whether the data could
 * be opened or not: data that were not accepted have only what reading found. The session was opened
 * with all_columns and audits. *errors (NULL allowed) is how many problems are errors, those of reading
 * included. */
JH_CHECKED jh_code jh_session_validate(
    jh_session *session, const jh_validate_options *options, size_t *errors, jh_error *err);

/* Writes what was read (text and JSON) and what is wrong with it: text, JSON, CSV, XLSX. After
 * jh_session_validate. */
JH_CHECKED jh_code jh_session_write_problems(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err);

typedef struct jh_dictionary_options {
  jh_session *const
      *packs; /* whose rules are told beside the columns that they read; may be none */
  size_t pack_count;
  jh_format format; /* text (Markdown) or JSON */
  jh_lang lang;
  jh_writer writer;
  void *payload;
} jh_dictionary_options;

/* Writes the reference of the session's dictionary: tables, columns, aliases, units, form cells, holders,
 * the rules that read each column, the statistical forms. */
JH_CHECKED jh_code
jh_session_dictionary(jh_session *session, const jh_dictionary_options *how, jh_error *err);

/* What is to be filled in for a pack. */
typedef struct jh_template_options {
  const char *on; /* YYYY-MM-DD; NULL = the dataset's own day; else what is needed on any day */
  const char
      *year; /* asked for where the tables have one; NULL = the dataset's, else not asked for */
  bool by_county;   /* XLSX: a workbook for each county of the data, `CODE.xlsx` */
  jh_format format; /* XLSX: one workbook, path ""; CSV: `TABLE.csv` for each table, and a README */
  jh_lang lang;
  jh_page_writer writer;
  void *payload;
} jh_template_options;

/* Writes tables to be filled by the offices: the columns that the session's pack reads, with units,
 * notes, choices; what the session's data (opened with is_sparse) hold stands in them already. A filled
 * workbook says itself which table and column each cell is. */
JH_CHECKED jh_code
jh_session_template(jh_session *session, const jh_template_options *options, jh_error *err);

/* What a mapping is proposed for. */
typedef struct jh_guess_options {
  const char *folder; /* of the offices' files */
  bool strictly;      /* whatever is not certain counts as open */
  jh_lang lang;       /* of the remarks */
  jh_writer writer;   /* takes the mapping, as Lua */
  void *payload;
} jh_guess_options;

/* Looks over the files below a folder and proposes a mapping by the session's dictionary; the session needs
 * no data. *open counts what must be settled before an import, each an error among the diagnostics:
 * required columns that nothing feeds, and strictly all that is only likely. The mapping is written in
 * any case. */
JH_CHECKED jh_code
jh_session_guess(jh_session *session, const jh_guess_options *options, size_t *open, jh_error *err);

typedef struct jh_import_options {
  const char *mapping;      /* file that says which cell feeds which column */
  const char *data;         /* folder of the offices' files; NULL = the mapping's */
  const char *output;       /* folder that becomes the dataset: new, empty, or an earlier import */
  const char *share;        /* folder that holds rules/ and data/; NULL = found (jh_share_folder) */
  uint32_t pack_memory_mib; /* of the mapping and of the dictionary: as in jh_session_options */
  uint64_t pack_steps;
  int pack_seconds;
} jh_import_options;

typedef struct jh_import_count {
  size_t sources; /* sheets and text files that were read */
  size_t tables, rows;
  size_t left_out; /* rows that are no records; listed in import.csv, as are the next two */
  size_t merged;   /* campuses that were added to their school */
  size_t unused;   /* columns, cells, sheets and files that nothing reads */
} jh_import_count;

/* Makes a dataset of the offices' files as a mapping says. *out is set even on failure (unless memory is
 * out), so that its diagnostics can be shown: they name file, sheet and cell of the original. If one of
 * them is an error, or anything else fails, the output is as it was. */
JH_CHECKED jh_code jh_session_import(
    jh_session **out, const jh_import_options *options, jh_import_count *count, jh_error *err);

#ifdef __cplusplus
}
#endif

#endif
