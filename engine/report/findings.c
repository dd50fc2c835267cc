/* findings.c - the order of findings, and texts that many lines share. */
#include "report/findings.h"

#include "base/alloc.h"
#include "report/pieces.h"
#include "report/reason.h"

/* A rule's number comes from few values in force: one for each stage, mostly. */
#define TAILS 4

typedef struct tail {
  const jh_param_value *source;
  bool is_made;
  jh_buf text;
} tail;

/* What one thread writes one county with. */
typedef struct walk {
  jh_buf *out;
  const jh_findings_format *format;
  jh_findings_scope scope;
  jh_buf rows;  /* the parts of all rows of a level in the county, one after the other */
  size_t *ends; /* where each ends */
  size_t room;
  jh_buf rule;       /* the part of the rule */
  tail tails[TAILS]; /* by value in force */
} walk;

static jh_code make_rows(walk *w, uint32_t level, uint32_t from, uint32_t to, jh_error *err) {
  void *ends = w->ends;
  if (jh_alloc_grow(&ends, &w->room, (size_t)(to - from) + 1, sizeof *w->ends) != 0) {
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  w->ends = ends;
  jh_buf_clear(&w->rows);
  w->ends[0] = 0;
  const jh_results *results = w->scope.results;
  for (uint32_t row = from; row < to; row++) {
    jh_entity entity = level == w->scope.county.level
                           ? w->scope.county
                           : results->entity(results->payload, level, row);
    w->format->row(&w->rows, &w->scope, &entity);
    w->ends[row - from + 1] = w->rows.size;
  }
  return jh_buf_ok(&w->rows) ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

static jh_str find_tail(walk *w, const jh_rule *rule, const jh_param_value *source) {
  size_t at = 0;
  while (at < TAILS && w->tails[at].is_made && w->tails[at].source != source) at++;
  if (at == TAILS) w->tails[--at].is_made = false;
  tail *found = &w->tails[at];
  if (!found->is_made) {
    jh_buf_clear(&found->text);
    w->format->tail(&found->text, &w->scope, rule, source);
    found->source = source;
    found->is_made = true;
  }
  return jh_buf_str(&found->text);
}

static void start_rule(walk *w, const jh_rule *rule) {
  jh_buf_clear(&w->rule);
  w->format->rule(&w->rule, &w->scope, rule);
  for (size_t i = 0; i < TAILS; i++) w->tails[i].is_made = false;
}

static jh_code walk_rule(walk *w, uint32_t index, uint32_t from, uint32_t to, jh_error *err) {
  const jh_results *results = w->scope.results;
  const jh_rule *rule = &w->scope.plan->rules[index];
  start_rule(w, rule);
  jh_buf *buf = w->out;
  for (uint32_t row = from; row < to && jh_buf_ok(buf); row++) {
    jh_finding finding;
    jh_code code = results->finding(results->payload, index, row, &finding, err);
    if (code) return code;
    size_t at = w->ends[row - from];
    jh_verdict verdict = jh_reason_guarded(w->scope.plan, rule, finding.verdict);
    if (buf->size > 0) jh_buf_text(buf, w->format->between);
    jh_buf_add(buf, (jh_str){w->rows.at + at, w->ends[row - from + 1] - at});
    jh_buf_add(buf, jh_buf_str(&w->rule));
    w->format->finding(buf, &w->scope, &finding, verdict);
    jh_buf_add(buf, find_tail(w, rule, finding.source));
  }
  return JH_OK;
}

static jh_code walk_level(walk *w, uint32_t level, uint32_t county, jh_error *err) {
  const jh_plan *plan = w->scope.plan;
  const jh_results *results = w->scope.results;
  bool has_rows = false;
  uint32_t from = w->scope.county.row, to = from + 1;
  for (uint32_t rule = 0; rule < plan->rule_count; rule++) {
    if (plan->rules[rule].level != level || plan->rules[rule].kind == JH_RULE_CHECK) continue;
    jh_code code = JH_OK;
    if (!has_rows) { /* made once, and only for levels that have rules */
      if (level != w->scope.county.level) {
        results->rows(results->payload, level, county, &from, &to);
      }
      code = make_rows(w, level, from, to, err);
      has_rows = true;
    }
    if (!code) code = walk_rule(w, rule, from, to, err);
    if (code) return code;
  }
  return JH_OK;
}

static bool is_whole(const walk *w) {
  bool out = jh_buf_ok(&w->rows) && jh_buf_ok(&w->rule);
  for (size_t i = 0; i < TAILS; i++) out = out && jh_buf_ok(&w->tails[i].text);
  return out;
}

static jh_code walk_county(void *payload, size_t lane, size_t county, jh_buf *buf, jh_error *err) {
  walk *w = (walk *)payload + lane;
  const jh_results *results = w->scope.results;
  w->out = buf;
  w->scope.county = results->county(results->payload, (uint32_t)county);
  jh_code code = walk_level(w, w->scope.county.level, (uint32_t)county, err);
  for (uint32_t level = 0; level < w->scope.plan->level_count && !code; level++) {
    if (level != w->scope.county.level) code = walk_level(w, level, (uint32_t)county, err);
  }
  return code || is_whole(w) ? code : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

static void open_walk(walk *w) {
  jh_buf_init(&w->rows);
  jh_buf_init(&w->rule);
  for (size_t i = 0; i < TAILS; i++) jh_buf_init(&w->tails[i].text);
}

static void close_walk(walk *w) {
  jh_buf_done(&w->rows);
  jh_buf_done(&w->rule);
  for (size_t i = 0; i < TAILS; i++) jh_buf_done(&w->tails[i].text);
  jh_alloc_free(w->ends);
}

jh_code jh_findings_walk(
    jh_out *out, const jh_results *results, const jh_findings_format *format, jh_lang lang,
    jh_error *err) {
  size_t lanes = jh_pieces_lanes(results);
  walk *walks = jh_alloc_get(lanes * sizeof *walks);
  if (!walks) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < lanes; i++) {
    walks[i] = (walk){.format = format, .scope = {results, results->head->plan, lang, {0}}};
    open_walk(&walks[i]);
  }
  jh_pieces counties = {
      .lanes = lanes,
      .count = results->county_count,
      .between = format->between,
      .payload = walks,
      .make = walk_county};
  jh_code code = jh_pieces_write(out, &counties, err);
  for (size_t i = 0; i < lanes; i++) close_walk(&walks[i]);
  jh_alloc_free(walks);
  return code;
}
