/* junheng.h - the public interface of libjunheng: the one header a program includes.
 *
 * Junheng judges counties and schools by standards written as rule packs.
 *
 * # In five calls
 *
 *     jh_session *session;
 *     jh_session_open(&session, &options, &error);    pack and data, read and checked
 *     jh_session_evaluate(session, &how, &error);     all verdicts
 *     jh_session_write(session, JH_FORMAT_JSON, JH_EN, sink, payload, &error);
 *     jh_session_explain(session, "370102", NULL, JH_FORMAT_TEXT, JH_ZH, sink, payload, &error);
 *     jh_session_close(session);
 *
 * # Ownership
 *
 * A session owns everything that it read and computed; texts handed out live
 * as long as the session. There is no global state: sessions are independent,
 * and one session is used by one thread at a time.
 *
 * # Errors
 *
 * Fallible functions return a jh_code and fill a jh_error that the caller
 * owns (NULL is allowed). Problems with data and warnings about packs are
 * gathered in the session's diagnostics, which remain readable after a failed
 * open: jh_session_open then still gives a session, which must be closed.
 */
#ifndef JUNHENG_H
#define JUNHENG_H

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
  bool only_preview;  /* the data are not read: jh_session_preview looks at their files */
  bool is_sparse;     /* the data are not all there yet: tables, columns and cells may be absent */
  int jobs;           /* threads that read the data; 0 = 1 */
  void (*progress)(void *payload, const char *phase, uint64_t done, uint64_t total);
  void *progress_payload;
} jh_session_options;

/* Reads and checks pack and data. *out is set even on failure (unless memory is out), so that its
 * diagnostics can be shown. */
JH_CHECKED jh_code
jh_session_open(jh_session **out, const jh_session_options *options, jh_error *err);
void jh_session_close(jh_session *session);

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

/* JH_FORMAT_XLSX: a workbook, where a function says that it writes one. */
typedef enum jh_format { JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV, JH_FORMAT_XLSX } jh_format;

/* Receives results as they are made; returns false when it could not take them. */
typedef bool (*jh_writer)(void *payload, const char *bytes, size_t size);

/* Writes all verdicts. */
JH_CHECKED jh_code jh_session_write(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err);

/* Writes the evidence sheet of a county, school or stage unit ("CODE", or "CODE/primary" for a
 * unit), or of one rule. */
JH_CHECKED jh_code jh_session_explain(
    jh_session *session, const char *entity, const char *rule, jh_format format, jh_lang lang,
    jh_writer writer, void *payload, jh_error *err);

/* Compares two evaluated sessions over the same data and writes what was changed, which counties and
 * schools get another verdict and what decided it, and what did not change and why. *flips (NULL
 * allowed) is how many verdicts change. The later pack may be the earlier one with overlays or reforms,
 * another pack, or the same on another day. */
JH_CHECKED jh_code jh_session_compare(
    jh_session *before, jh_session *after, jh_format format, jh_lang lang, jh_writer writer,
    void *payload, size_t *flips, jh_error *err);

/* After evaluating a session opened with_readings: turns each switch of the pack the other way, alone,
 * then all of them together, and writes which verdicts change, the counties by name with what decided
 * it, and which counties hang on no switch, on one, on several. The data are not read again.
 * *hanging (NULL allowed): counties that hang on some. The law stays as it is: the session is
 * not changed. Errors JH_ENO_DATA (not evaluated, or not with_readings), JH_ENOMEM, JH_ENOT_WRITABLE. */
JH_CHECKED jh_code jh_session_readings(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    size_t *hanging, jh_error *err);

/* Lists the pack's rules in order, or shows one rule or parameter with values, clauses and days. */
JH_CHECKED jh_code jh_session_rules(
    jh_session *session, const char *id, const char *on, jh_format format, jh_lang lang,
    jh_writer writer, void *payload, jh_error *err);

/* How the numbers of packs are shown. */
typedef struct jh_rules_options {
  const char *id; /* a rule or parameter; NULL = the whole pack */
  const char *on; /* only what is in force on this day, YYYY-MM-DD; NULL = every day */
  bool all;       /* comparing: also what does not differ */
  jh_format format;
  jh_lang lang;
  jh_writer writer;
  void *payload;
} jh_rules_options;

/* Writes every parameter of the pack, or those of `id`: each value with its days, unit, clause,
 * document, the link of the chain that gave it and its place; then what overlays and reforms changed. */
JH_CHECKED jh_code
jh_session_rules_show(jh_session *session, const jh_rules_options *options, jh_error *err);

/* Writes what differs between the packs of several sessions: a row for each parameter, requirement,
 * scope and quantity, a column for each pack. Without a day: what each pack says last. */
JH_CHECKED jh_code jh_session_rules_compare(
    jh_session *const *sessions, size_t count, const jh_rules_options *options, jh_error *err);

/* Receives a page of the rulebook: its path below the rulebook's folder, and its whole text. */
typedef bool (*jh_page_writer)(void *payload, const char *path, const char *bytes, size_t size);

/* Writes the rulebook: an index over the packs of the sessions, and each pack's pages. Cases are
 * shown if the sessions were opened with them. */
JH_CHECKED jh_code jh_session_rulebook(
    jh_session *const *sessions, size_t count, jh_page_writer writer, void *payload, jh_error *err);

/* Adds to the diagnostics what looks wrong in a pack that can be read: thresholds that no unit can
 * reach, rules that nothing stands on, relaxations that are over before they begin. */
JH_CHECKED jh_code jh_session_check_rules(jh_session *session, jh_error *err);

/* Is there a pack of this name: a folder with pack.lua, a file of an overlay, or an id below the shared
 * rules/? */
bool jh_packs_has(const char *name);

/* Calls for each pack that is meant by a name: the pack itself, or all packs below a folder, in byte
 * order of their paths. `each` returns false to end. A name that is nothing known is handed on as
 * it is. */
JH_CHECKED jh_code jh_packs_each(
    const char *name, bool (*each)(void *payload, const char *pack), void *payload, jh_error *err);

/* Runs the pack's cases and writes one line for each that fails with its evidence below, then the count;
 * *failed is their number. */
JH_CHECKED jh_code jh_session_cases(
    jh_session *session, jh_lang lang, jh_writer writer, void *payload, size_t *failed,
    jh_error *err);

/* Where the proof of a pack's cases goes. */
typedef struct jh_proof_sinks {
  jh_writer report;
  void *report_payload;
  jh_writer
      cases; /* receives missing cases as Lua, nothing if there are none; NULL: not asked for */
  void *cases_payload;
} jh_proof_sinks;

/* Which edges the pack's cases show: for each bound of each rule, stage and period, a case below, at
 * and above it, one without data, one out of scope; for rules without a bound, met and not met. And
 * whether each other number is pinned: a case notices when it is changed by its last digit.
 * *missing counts what is not shown, not pinned, and not written to sinks->cases. */
JH_CHECKED jh_code jh_session_edges(
    jh_session *session, jh_lang lang, const jh_proof_sinks *sinks, size_t *missing, jh_error *err);

/* Changes each number of the pack by its last digit, each comparison from "or equal" to strict and
 * back, each rule's own "all of" to "any of", one at a time and in memory. *missing counts the changes
 * that no case notices, save those proven to make no difference. sinks->cases is not used. */
JH_CHECKED jh_code jh_session_mutate(
    jh_session *session, jh_lang lang, const jh_proof_sinks *sinks, size_t *missing, jh_error *err);

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
  const char *mapping; /* file that says which cell feeds which column */
  const char *data;    /* folder of the offices' files; NULL = the mapping's */
  const char *output;  /* folder that becomes the dataset: new, empty, or an earlier import */
  const char *share;   /* folder that holds rules/ and data/; NULL = found (jh_share_folder) */
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

/* The folder that holds rules/ and data/: beside the installed program, else where it was built. */
const char *jh_share_folder(char *out, size_t size);

#ifdef __cplusplus
}
#endif

#endif
