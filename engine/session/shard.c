/* shard.c - one part of an evaluation, written down so that it can be joined to the others. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "session/shard.h"
#include "study/targets.h"

static uint32_t number_of(const char *text, const char **end) {
  uint32_t value = 0;
  while (*text >= '0' && *text <= '9' && value <= JH_SHARD_MOST_PARTS)
    value = value * 10 + (uint32_t)(*text++ - '0');
  *end = text;
  return value;
}

jh_code jh_shard_part(const char *text, uint32_t *part, uint32_t *parts, jh_error *err) {
  char shown[96];
  const char *end;
  uint32_t first = number_of(text, &end), all = 0;
  if (*end == '/') all = number_of(end + 1, &end);
  bool is_part = *end == '\0' && first >= 1 && first <= all && all <= JH_SHARD_MOST_PARTS;
  if (!is_part)
    return jh_fail(
        err, JH_ESHARD_PART, NULL, jh_arg_text(shown, sizeof shown, jh_str_of(text)), NULL);
  *part = first;
  *parts = all;
  return JH_OK;
}

/* What goes out, and its fingerprint. */
typedef struct shard {
  jh_session *session;
  const jh_shard_options *how;
  jh_arena *arena;
  uint32_t part, parts, total, from, to;
  const bool *levels;
  jh_buf buf;
  jh_sha256 hash;
} shard;

/* Rows of all levels, and one for the county itself. */
static uint64_t weight(const shard *s, uint32_t top, uint32_t county) {
  const jh_plan *plan = s->session->plan;
  uint64_t rows = 1;
  for (uint32_t level = 0; level < plan->level_count; level++) {
    uint32_t from, to;
    if (level == top || !jh_plan_is_within(plan, level, top)) continue;
    jh_dataset_range(s->session->dataset, level, top, county, &from, &to);
    rows += to - from;
  }
  return rows;
}

/* A county belongs to the part in which its first row falls when all rows are cut evenly. */
static void cut(shard *s) {
  uint32_t top = jh_shard_county_top(s->session->plan);
  s->total = (uint32_t)s->session->dataset->levels[top].count;
  uint64_t all = 0, before = 0;
  for (uint32_t i = 0; i < s->total; i++) all += weight(s, top, i);
  for (uint32_t i = 0; i < s->total; i++) {
    uint64_t at = before * s->parts / all + 1;
    s->from += at < s->part;
    s->to += at <= s->part;
    before += weight(s, top, i);
  }
}

static jh_code flush(shard *s, jh_error *err) {
  if (!jh_buf_ok(&s->buf)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_sha256_add(&s->hash, jh_buf_str(&s->buf));
  bool is_taken = s->how->writer(s->how->payload, s->buf.at, s->buf.size);
  jh_buf_clear(&s->buf);
  return is_taken ? JH_OK : jh_fail(err, JH_ENOT_WRITABLE, NULL, NULL);
}

static void put_path(jh_buf *buf, const char *path) {
  char real[PATH_MAX];
  jh_shard_wire_put_text(buf, jh_str_of(path && realpath(path, real) ? real : path ? path : ""));
}

/* Where the pack stands, so that a merge finds it again. */
static void put_sources(shard *s) {
  const jh_session_options *o = s->how->record->session;
  put_path(&s->buf, o->rules);
  put_path(&s->buf, s->session->share);
  put_path(&s->buf, o->dictionary);
  put_path(&s->buf, o->data);
  jh_shard_wire_put(&s->buf, o->reform_count);
  for (size_t i = 0; i < o->reform_count; i++) put_path(&s->buf, o->reforms[i]);
  jh_shard_wire_put(&s->buf, o->switch_count);
  for (size_t i = 0; i < o->switch_count; i++)
    jh_shard_wire_put_text(&s->buf, jh_str_of(o->switches[i]));
}

static void put_files(shard *s) {
  const jh_report_head *head = &s->session->head;
  jh_shard_wire_put(&s->buf, head->year != NULL);
  if (head->year) jh_shard_wire_put_text(&s->buf, jh_str_of(head->year));
  jh_shard_wire_put(&s->buf, head->region != NULL);
  if (head->region) jh_shard_wire_put_text(&s->buf, jh_str_of(head->region));
  jh_shard_wire_put(&s->buf, head->file_count);
  for (size_t i = 0; i < head->file_count; i++) {
    jh_shard_wire_put_text(&s->buf, jh_str_of(head->files[i].name));
    jh_shard_wire_put_text(&s->buf, jh_str_of(head->files[i].hash));
  }
}

/* What the day alone settles of each node: a byte, and which of its arguments play no part. */
static void put_day(shard *s) {
  const jh_plan *plan = s->session->plan;
  jh_shard_wire_put(&s->buf, plan->node_count);
  for (uint32_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    bool is_condition = node->type == JH_TYPE_CONDITION;
    jh_shard_wire_put(
        &s->buf, is_condition ? (uint64_t)jh_run_settled(s->session->run, n) : JH_UNKNOWN);
    uint64_t dropped = 0;
    for (uint32_t k = 0; k < node->count; k++) dropped += jh_run_drops(s->session->run, n, k);
    jh_shard_wire_put(&s->buf, dropped);
    for (uint32_t k = 0; k < node->count && dropped; k++)
      if (jh_run_drops(s->session->run, n, k)) jh_shard_wire_put(&s->buf, k);
  }
}

static jh_code put_targets(shard *s, jh_error *err) {
  jh_target_result *targets = NULL;
  size_t count = 0;
  jh_code code = jh_targets_part(&targets, &count, s->session->run, s->from, s->to, s->arena, err);
  if (!code) jh_shard_targets_put(&s->buf, targets, count);
  return code;
}

static jh_code put_marks(shard *s, jh_error *err) {
  char text[24];
  jh_shard_marks marks = {0};
  jh_code code = jh_shard_marks_engine(&marks, err);
  if (!code) code = jh_shard_marks_rules(&marks, s->session, err);
  if (!code) code = jh_shard_marks_data(&marks, s->session, s->how->record->session, err);
  (void)jh_date_text(marks.of[JH_SHARD_DAY], s->session->head.on);
  jh_str_copy(
      marks.of[JH_SHARD_COUNTIES], sizeof text, jh_str_of(jh_arg_int(text, (int64_t)s->total)));
  jh_str_copy(
      marks.of[JH_SHARD_PARTS], sizeof text, jh_str_of(jh_arg_int(text, (int64_t)s->parts)));
  for (int i = 0; i < JH_SHARD_MARKS; i++) jh_shard_wire_put_text(&s->buf, jh_str_of(marks.of[i]));
  return code;
}

/* The head is a text of its own, behind the form's name. */
static jh_code put_head(shard *s, jh_error *err) {
  jh_code code = put_marks(s, err);
  jh_shard_wire_put(&s->buf, s->part);
  jh_shard_wire_put(&s->buf, s->from);
  jh_shard_wire_put(&s->buf, s->to);
  put_sources(s);
  put_files(s);
  put_day(s);
  jh_shard_diag_put(&s->buf, s->session->diag);
  if (!code) code = put_targets(s, err);
  jh_buf head = s->buf;
  jh_buf_init(&s->buf);
  jh_buf_text(&s->buf, JH_SHARD_FORM);
  jh_shard_wire_put_text(&s->buf, jh_buf_str(&head));
  if (!jh_buf_ok(&head)) s->buf.failed = true;
  jh_buf_done(&head);
  return code ? code : flush(s, err);
}

static jh_code put_counties(shard *s, jh_error *err) {
  jh_shard_county work;
  jh_buf county;
  jh_buf_init(&county);
  jh_code code = jh_shard_county_begin(&work, s->session, s->levels, err);
  for (uint32_t i = s->from; i < s->to && !code; i++) {
    jh_buf_clear(&county);
    code = jh_shard_county_put(&county, &work, i, err);
    if (code) break;
    jh_shard_wire_put_text(&s->buf, jh_buf_str(&county));
    code = flush(s, err);
  }
  jh_shard_county_end(&work);
  jh_buf_done(&county);
  return code;
}

static jh_code put_end(shard *s, bool *is_hashed, jh_error *err) {
  char text[JH_SHA256_TEXT];
  *is_hashed = true;
  if (!jh_sha256_done(&s->hash, text)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  return s->how->writer(s->how->payload, text, JH_SHA256_TEXT - 1)
             ? JH_OK
             : jh_fail(err, JH_ENOT_WRITABLE, NULL, NULL);
}

static jh_code write_shard(shard *s, jh_error *err) {
  char text[JH_SHA256_TEXT];
  bool is_hashed = false;
  jh_sha256_init(&s->hash);
  jh_buf_init(&s->buf);
  s->levels = jh_shard_county_levels(s->session->plan, s->arena);
  jh_code code = s->levels ? put_head(s, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = put_counties(s, err);
  if (!code) code = put_end(s, &is_hashed, err);
  if (!is_hashed) (void)jh_sha256_done(&s->hash, text);
  jh_buf_done(&s->buf);
  return code;
}

jh_code jh_session_shard(jh_session *session, const jh_shard_options *options, jh_error *err) {
  shard s = {.session = session, .how = options};
  jh_evaluate_options how = {
      .on = options->record->on, .jobs = options->jobs, .with_figures = true};
  jh_code code = jh_shard_part(options->part, &s.part, &s.parts, err);
  if (code) return code;
  if (!session->dataset) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  cut(&s);
  /* 0 and 0 would be all: a part without counties looks at the first one, and tells none. */
  bool is_none = s.from == s.to;
  code = jh_session_evaluate_some(
      session, &how, is_none ? 0 : s.from, is_none ? (s.total ? 1 : 0) : s.to, err);
  if (code) return code;
  s.arena = jh_arena_open();
  code = s.arena ? write_shard(&s, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_arena_close(s.arena);
  jh_run_close(session->run);
  session->run = NULL;
  return code;
}
