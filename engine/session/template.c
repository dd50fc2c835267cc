/* template.c - templates on their way out: one workbook, one for each county, or a folder of text. */
#include "session/template.h"

/* Hands a page on and empties the buffer. */
static jh_code put(
    jh_buf *buf, const jh_template_options *how, const char *path, jh_code code, jh_error *err) {
  if (!code && !jh_buf_ok(buf)) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code && !how->writer(how->payload, path, buf->at ? buf->at : "", buf->size))
    code = jh_fail(err, JH_ENOT_WRITABLE, NULL, path, NULL);
  jh_buf_done(buf);
  return code;
}

static jh_code put_book(
    const jh_template *t, const jh_template_options *how, jh_template_part part, const char *path,
    jh_error *err) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_code code = jh_template_book(&buf, t, part, err);
  return put(&buf, how, path, code, err);
}

/* The level that hangs on no other. */
static uint32_t topmost(const jh_plan *plan) {
  for (uint32_t i = 0; i < plan->level_count; i++) {
    if (plan->levels[i].parent == JH_NONE) return i;
  }
  return JH_NONE;
}

/* A code as the name of a file: one that begins with a point would be hidden, or a way up. */
static const char *file_of(const jh_template *t, jh_str code, const char *ending) {
  jh_buf buf;
  jh_buf_init(&buf);
  if (jh_str_starts(code, ".")) jh_buf_char(&buf, '_');
  jh_buf_add(&buf, code);
  jh_buf_text(&buf, ending);
  const char *name = jh_buf_ok(&buf) ? jh_arena_text(t->arena, jh_buf_str(&buf)) : NULL;
  jh_buf_done(&buf);
  return name;
}

static jh_code put_counties(const jh_template *t, const jh_template_options *how, jh_error *err) {
  uint32_t top = topmost(t->plan);
  if (!t->data || top == JH_NONE || !t->data->levels[top].codes)
    return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  const jh_rows *rows = &t->data->levels[top];
  jh_code code = JH_OK;
  for (uint32_t row = 0; row < rows->count && !code; row++) {
    const char *path = file_of(t, rows->codes[row], ".xlsx");
    if (!path) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    code = put_book(t, how, (jh_template_part){row}, path, err);
  }
  return code;
}

static jh_code put_texts(const jh_template *t, const jh_template_options *how, jh_error *err) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_code code = JH_OK;
  for (size_t i = 0; i < t->table_count && !code; i++) {
    const char *path = file_of(t, jh_str_of(t->tables[i].def->id), ".csv");
    if (!path) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    jh_template_csv(&buf, t, &t->tables[i]);
    code = put(&buf, how, path, JH_OK, err);
  }
  if (code) return code;
  jh_template_text(&buf, t);
  return put(&buf, how, t->lang == JH_ZH ? "说明.txt" : "README.txt", JH_OK, err);
}

jh_code jh_session_template(
    jh_session *session, const jh_template_options *options, jh_error *err) {
  const jh_plan *plan = session->plan;
  jh_template t = {
      .plan = plan,
      .data = session->dataset,
      .arena = session->arena,
      .lang = options->lang,
      .on = plan->dataset.as_of,
      .year = options->year ? options->year : session->head.year};
  if (options->on && !jh_date_read(&t.on, jh_str_of(options->on)))
    return jh_fail(err, JH_EBAD_DATE, NULL, options->on, NULL);
  jh_code code = jh_needed_columns(plan, t.on, false, t.arena, &t.needed, err);
  if (!code) code = jh_needed_readers_find(plan, t.arena, &t.readers, err);
  if (!code) code = jh_template_lay_out(&t, err);
  if (code) return code;
  if (options->format == JH_FORMAT_CSV) return put_texts(&t, options, err);
  if (options->by_county) return put_counties(&t, options, err);
  return put_book(&t, options, (jh_template_part){JH_NONE}, "", err);
}
