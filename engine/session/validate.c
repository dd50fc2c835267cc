/* validate.c - the auditor over a session's data: an earlier year beside them, verdicts doubted. */
#include "session/validate.h"

#include <string.h>

#include "audit/blanks.h"
#include "audit/impact.h"
#include "base/alloc.h"
#include "table/load.h"

enum { USUALLY_LISTED = 100 };

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

void jh_session_end_validation(jh_session *session) {
  jh_validation *v = session->validation;
  if (!v) return;
  jh_audit_close(v->result);
  jh_dataset_close(v->before);
  jh_arena_close(v->arena);
  jh_alloc_free(v);
  session->validation = NULL;
}

static void note(jh_session *s, jh_code code, jh_severity severity, const char *what) {
  jh_error found;
  (void)jh_fail(&found, code, NULL, what ? what : "", NULL);
  found.severity = severity;
  jh_diag_add(s->diag, &found);
}

/* Data that are there only to be held beside: of another folder, or of the year before in this one. What is
 * wrong with another folder is told; the records of the same files were looked at already. */
static jh_code read_before(
    jh_session *s, jh_validation *v, const jh_validate_options *options, jh_error *err) {
  jh_load_options how = {
      .folder = options->before ? options->before : s->data,
      .encoding = s->encoding,
      .region = s->region,
      .jobs = options->jobs};
  if (!options->before && !s->dataset->year_before) return JH_OK;
  if (options->before)
    how.earlier_than = s->dataset->year;
  else
    how.year = s->dataset->year_before;
  jh_diag *unseen = options->before ? NULL : jh_diag_open(1);
  if (!options->before && !unseen) return out_of_memory(err);
  jh_error why;
  jh_code code = jh_load(&v->before, s->plan, &how, unseen ? unseen : s->diag, &why);
  jh_diag_close(unseen);
  if (code == JH_EDATA_REJECTED) {
    note(s, JH_EBEFORE_REJECTED, JH_WARNING, unseen ? how.year : options->before);
    return JH_OK;
  }
  if (code && err) *err = why;
  if (code) return code;
  const char *year = v->before->year;
  if (year && s->dataset->year && strcmp(year, s->dataset->year) == 0) {
    note(s, JH_EBEFORE_SAME_YEAR, JH_WARNING, year);
    jh_dataset_close(v->before);
    v->before = NULL;
  }
  return JH_OK;
}

static void on_impact(void *payload, size_t done, size_t total) {
  jh_session *s = payload;
  s->progress(s->progress_payload, "audit", done, total);
}

/* All verdicts, unless nobody says which day's law. */
static jh_code evaluate(
    jh_session *s, const jh_validate_options *options, bool *is_done, jh_error *err) {
  jh_evaluate_options how = {.on = options->on, .jobs = options->jobs};
  *is_done = false;
  if (!options->with_impact) return JH_OK;
  if (!options->on && !s->plan->dataset.as_of) {
    note(s, JH_ENO_DAY_TO_DOUBT, JH_NOTE, NULL);
    return JH_OK;
  }
  *is_done = true;
  return jh_session_evaluate(s, &how, err);
}

static jh_code doubt(
    jh_session *s, jh_validation *v, const jh_validate_options *options, jh_error *err) {
  jh_impact_options how = {
      .jobs = options->jobs, .progress = s->progress ? on_impact : NULL, .progress_payload = s};
  jh_code code = jh_impact_find(&v->impacts, v->result, s->run, &how, v->arena, err);
  if (!code) code = jh_blanks_find(&v->blanks, s->run, options->jobs, v->arena, err);
  v->all.has_impact = true;
  v->all.blanks = &v->blanks;
  v->all.on = s->head.on;
  return code;
}

static jh_entity entity(void *payload, uint32_t level, uint32_t row) {
  return jh_run_entity(((jh_session *)payload)->run, level, row);
}

/* Cells that were refused are told as errors, and are blank to the auditor and all verdicts. */
static void note_refused(jh_session *s) {
  char number[24];
  size_t refused = jh_diag_count(s->diag, JH_ERROR);
  if (refused) note(s, JH_EREFUSED_BLANK, JH_NOTE, jh_arg_int(number, (int64_t)refused));
}

static jh_code audit(
    jh_session *s, jh_validation *v, const jh_validate_options *options, jh_error *err) {
  bool is_evaluated;
  note_refused(s);
  jh_code code = evaluate(s, options, &is_evaluated, err);
  if (!code) code = read_before(s, v, options, err);
  if (code) return code;
  jh_audit_options how = {
      .before = v->before,
      .run = is_evaluated ? s->run : NULL,
      .share = s->share,
      .jobs = options->jobs};
  code = jh_audit_run(&v->result, s->plan, s->dataset, &how, err);
  if (!code && is_evaluated) code = doubt(s, v, options, err);
  v->all.is_audited = true;
  v->all.is_beside = v->before != NULL;
  v->all.year = s->dataset->year;
  v->all.year_before = v->before ? v->before->year : NULL;
  return code;
}

static jh_str name_of(void *payload, const jh_cell *cell) {
  const jh_dataset *data = ((jh_session *)payload)->dataset;
  const jh_rows *rows = &data->levels[cell->table->level];
  uint32_t row = rows->codes ? jh_dataset_find(data, cell->table->level, cell->entity) : JH_NONE;
  return row != JH_NONE && rows->names ? rows->names[row] : (jh_str){NULL, 0};
}

static uint32_t top_level(const jh_plan *plan) {
  for (uint32_t level = 0; plan && level < plan->level_count; level++) {
    if (plan->levels[level].parent == JH_NONE) return level;
  }
  return JH_NONE;
}

/* Of reading and of the auditor, listed or not. */
static size_t count_all(const jh_session *s, jh_severity severity) {
  const jh_audit_result *result = s->validation->result;
  return jh_diag_count(s->diag, severity) + (result ? result->severities[severity] : 0);
}

jh_code jh_session_validate(
    jh_session *s, const jh_validate_options *options, size_t *errors, jh_error *err) {
  jh_session_end_validation(s);
  jh_validation *v = jh_alloc_get(sizeof *v);
  if (!v) return out_of_memory(err);
  s->validation = v;
  v->arena = jh_arena_open();
  if (!v->arena) return out_of_memory(err);
  v->all.plan = s->plan;
  v->all.top = top_level(s->plan);
  v->all.payload = s;
  v->all.entity = entity;
  v->all.name = name_of;
  v->all.listed = options->listed ? options->listed : USUALLY_LISTED;
  jh_code code = s->dataset ? audit(s, v, options, err) : JH_OK;
  if (!code) code = jh_validate_list(s, v, err);
  if (!code && errors) *errors = count_all(s, JH_ERROR);
  return code;
}

static void put_text(jh_buf *buf, const jh_session *s, jh_lang lang) {
  if (!s->dataset) return;
  jh_session_put_files(buf, s, JH_FORMAT_TEXT, lang);
  jh_buf_print(
      buf, lang == JH_ZH ? "\n错误 %zu 处，警告 %zu 处\n" : "\nerrors: %zu, warnings: %zu\n",
      count_all(s, JH_ERROR), count_all(s, JH_WARNING));
  jh_problems_text(buf, &s->validation->all, lang);
}

static void put_json(jh_buf *buf, const jh_session *s, jh_lang lang) {
  jh_session_put_files(buf, s, JH_FORMAT_JSON, lang);
  jh_buf_text(buf, ",\n\"audit\":");
  jh_problems_json(buf, &s->validation->all);
  jh_buf_text(buf, "}\n");
}

jh_code jh_session_write_problems(
    jh_session *s, jh_format format, jh_lang lang, jh_writer writer, void *payload, jh_error *err) {
  if (!s->validation) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  const jh_problems *all = &s->validation->all;
  if (format == JH_FORMAT_XLSX) return jh_problems_workbook(all, lang, writer, payload, err);
  jh_buf buf;
  jh_buf_init(&buf);
  switch (format) {
  case JH_FORMAT_JSON: put_json(&buf, s, lang); break;
  case JH_FORMAT_CSV: jh_problems_csv(&buf, all, lang); break;
  default: put_text(&buf, s, lang); break;
  }
  return jh_session_hand_on(&buf, writer, payload, err);
}
