/* session.h - the inside of a jh_session; private to session/.
 *
 * Here pack, data, evaluation and reports meet. Each public function of
 * junheng.h is in the file that its name suggests.
 */
#ifndef JH_SESSION_SESSION_H
#define JH_SESSION_SESSION_H

#include "eval/run.h"
#include "intake/origins.h"
#include "junheng.h"
#include "report/report.h"
#include "script/script.h"

struct jh_session {
  jh_arena *arena;
  jh_diag *diag;
  jh_plan *plan;                    /* NULL until the pack is read */
  jh_dataset *dataset;              /* NULL without data */
  jh_run *run;                      /* NULL until evaluated */
  struct jh_validation *validation; /* NULL until validated: validate.c */
  struct jh_session_edits *edits;   /* NULL until a cell was changed: edit.c */
  char *share, *region;
  const char *data;    /* folder of the dataset; NULL without data */
  jh_origins *origins; /* of an imported dataset, once someone asked (origins.c) */
  bool has_no_origins;
  const char *encoding;         /* of the data, as told; NULL = none */
  jh_error snapshot;            /* what became of it; JH_OK = nothing to tell */
  size_t unreadable;            /* files that the preview could not read */
  bool audits;                  /* checks are left to validate.c */
  struct jh_shard_asked *asked; /* what writers ask while a shard is made: shard_county.c */
  bool has_readings;            /* the columns behind switches that are off were read, too */
  jh_report_head head;
  jh_script_limits limits; /* of the pack, and of what is read later: prices */
  int jobs;                /* threads that read and check the data, and write what was found */
  void (*progress)(void *payload, const char *phase, uint64_t done, uint64_t total);
  void *progress_payload;
};

/* Evaluates the dictionary's checks; each row that fails one becomes a diagnostic. Not where the auditor
 * will look for them. checks.c */
JH_CHECKED jh_code jh_session_check_data(jh_session *session, jh_error *err);

/* Words a row that fails a check of the dictionary. checks.c */
struct jh_audit_problem;
void jh_session_tell_check(
    const jh_session *session, const struct jh_audit_problem *problem, jh_error *found);

void jh_session_end_edits(jh_session *session); /* edit.c */

/* Which day's law: told, else the dataset's own. Errors JH_EBAD_DATE, JH_ENO_DAY. evaluate.c */
JH_CHECKED jh_code
jh_session_find_day(const jh_session *session, const char *on, jh_date *out, jh_error *err);

/* Evaluates the counties [from, to) alone, all with 0 and 0. Whoever asks for some lets the run go again before anybody
 * asks for all (shard.c). evaluate.c */
JH_CHECKED jh_code jh_session_evaluate_some(
    jh_session *session, const jh_evaluate_options *options, uint32_t from, uint32_t to,
    jh_error *err);

/* What was read, without an end: text lines, or the beginning of a JSON object, {"format":1,"files":[…].
 * describe.c */
void jh_session_put_files(jh_buf *buf, const jh_session *session, jh_format format, jh_lang lang);

void jh_session_end_validation(jh_session *session); /* validate.c */

/* Where the pack of this name stands: by itself, below the shared folder or its rules/, also as a single
 * file; false if nowhere. packs.c */
bool jh_session_find_pack(char *out, size_t size, const char *share, const char *name);

/* The entity that is meant by a code, a name that only one has, or CODE/STAGE. JH_ENO_ENTITY with the
 * nearest name. explain.c */
JH_CHECKED jh_code jh_session_find_entity(
    const jh_session *session, const char *wanted, uint32_t *level, uint32_t *row, jh_error *err);

/* Hands a filled buffer to the writer and ends it. Errors JH_ENOMEM, JH_ENOT_WRITABLE. rules.c */
JH_CHECKED jh_code jh_session_hand_on(jh_buf *buf, jh_writer writer, void *payload, jh_error *err);

/* The rule (or parameter, or target) whose id is nearest to what is wanted, else the first rule whose
 * id or name holds it; empty if there is none. rules_show.c */
jh_str jh_session_near_rule(const jh_plan *plan, jh_str wanted, bool with_params);

/* Is it a rule, a parameter or a changed path of the plan? Else JH_EUNKNOWN_RULE with the nearest name.
 * rules_show.c */
JH_CHECKED jh_code jh_session_find_rule(const jh_plan *plan, const char *id, jh_error *err);

/* Marks the columns by which rows without a code of their own are named. names.c */
void jh_session_mark_names(const jh_plan *plan, bool **needed);

/* Gives such rows codes (`PARENT#n`) and names, for each level that some rule judges. names.c */
JH_CHECKED jh_code jh_session_name_rows(const jh_plan *plan, jh_dataset *dataset, jh_error *err);

/* Adds where a cell of the dataset stood before an import, "schools.xlsx 学校!C14": by the file and the line
 * of its record, and the column's id. False, and nothing, if that is not known. origins.c */
bool jh_session_origin(
    jh_session *session, const char *file, uint32_t line, const char *column, jh_buf *out);

/* The same for all cells of a tree or list (texts go to the arena), and for all diagnostics so far. origins.c */
void jh_session_give_origins(jh_session *session, jh_evidence *evidence, jh_arena *arena);
void jh_session_give_problems(jh_session *session);
void jh_session_give_cells(jh_session *session, jh_cell *cells, size_t count, jh_arena *arena);

/* One side of a comparison: a run, and the verdict on each county as its pack may state it (arena).
 * compare.c */
struct jh_compare_side;
JH_CHECKED jh_code jh_session_compare_side(
    struct jh_compare_side *out, const jh_session *session, const jh_results *results,
    jh_arena *arena, jh_error *err);

/* Hands a sheet of evidence on in the form that was asked for. explain.c */
JH_CHECKED jh_code jh_session_write_sheet(
    const jh_report_sheet *sheet, const jh_evidence_options *options, jh_error *err);

/* Explains a target of the plan. The arena is the caller's. explain_goal.c */
JH_CHECKED jh_code jh_session_explain_goal(
    jh_session *session, uint32_t goal, jh_evidence_depth depth, const jh_evidence_options *options,
    jh_arena *arena, jh_error *err);

/* The results of the session's run, as report/ wants them. results.c */
jh_results jh_session_results(jh_session *session);

/* The last word: the verdict on counties that was declared last, of whatever layer; JH_NONE = none. results.c */
uint32_t jh_session_last_word(const jh_plan *plan);

/* Writes results, of whatever origin. results.c */
JH_CHECKED jh_code jh_session_write_results(
    const jh_results *results, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err);

#endif
