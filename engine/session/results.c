/* results.c - a run as report/ wants to see it, and the writing of all verdicts. */
#include "eval/explain.h"
#include "session/session.h"
#include "study/targets.h"

static jh_run *run_of(void *payload) { return ((jh_session *)payload)->run; }

/* The topmost level: counties. */
static uint32_t top_level(const jh_plan *plan) {
  for (uint32_t i = 0; i < plan->level_count; i++) {
    if (plan->levels[i].parent == JH_NONE) return i;
  }
  return JH_NONE;
}

static jh_entity entity(void *payload, uint32_t level, uint32_t row) {
  return jh_run_entity(run_of(payload), level, row);
}

static jh_entity county(void *payload, uint32_t row) {
  return entity(payload, top_level(((jh_session *)payload)->plan), row);
}

static jh_str text_cell(const jh_rows *rows, uint32_t column, uint32_t row) {
  const jh_column *texts = column == JH_NONE ? NULL : rows->columns[column];
  return jh_column_known(texts, row) ? texts->texts[row] : (jh_str){NULL, 0};
}

static void region_names(void *payload, uint32_t row, jh_str *prefecture, jh_str *province) {
  const jh_session *s = payload;
  uint32_t level = top_level(s->plan);
  const jh_table_def *table = &s->plan->tables[s->plan->levels[level].table];
  *prefecture = text_cell(&s->dataset->levels[level], table->prefecture_column, row);
  *province = text_cell(&s->dataset->levels[level], table->province_column, row);
}

static jh_code finding(void *payload, uint32_t rule, uint32_t row, jh_finding *out, jh_error *err) {
  return jh_run_finding(run_of(payload), rule, row, out, err);
}

static jh_floor floor_of(void *payload, uint32_t rule, uint32_t member, uint32_t row) {
  jh_floor out;
  jh_run_floor(run_of(payload), rule, member, row, &out);
  return out;
}

static bool drops(void *payload, uint32_t node, uint32_t k) {
  return jh_run_drops(run_of(payload), node, k);
}

static jh_tri settled(void *payload, uint32_t node) {
  return jh_run_settled(run_of(payload), node);
}

static jh_tally tally(void *payload, uint32_t rule, uint32_t row) {
  return jh_run_tally(run_of(payload), rule, top_level(((jh_session *)payload)->plan), row);
}

static void rows(void *payload, uint32_t level, uint32_t row, uint32_t *from, uint32_t *to) {
  const jh_session *s = payload;
  jh_dataset_range(s->dataset, level, top_level(s->plan), row, from, to);
}

static jh_verdict verdict(void *payload, uint32_t rule, uint32_t row) {
  return jh_run_verdict(run_of(payload), rule, row);
}

static jh_code waiting(
    void *payload, uint32_t rule, uint32_t row, size_t most, jh_arena *arena, jh_cell **cells,
    size_t *count, jh_error *err) {
  return jh_explain_waiting(cells, count, run_of(payload), rule, row, most, arena, err);
}

static void origins(void *payload, jh_cell *cells, size_t count, jh_arena *arena) {
  jh_session_give_cells(payload, cells, count, arena);
}

uint32_t jh_session_last_word(const jh_plan *plan) {
  for (uint32_t i = (uint32_t)plan->rule_count; i-- > 0;) {
    if (plan->rules[i].kind == JH_RULE_VERDICT && plan->rules[i].level == top_level(plan)) return i;
  }
  return JH_NONE;
}

jh_results jh_session_results(jh_session *session) {
  return (jh_results){
      .head = &session->head,
      .payload = session,
      .county_count = session->dataset->levels[top_level(session->plan)].count,
      .jobs = session->jobs,
      .verdict_rule = jh_session_last_word(session->plan),
      .county = county,
      .region_names = region_names,
      .finding = finding,
      .floor = floor_of,
      .tally = tally,
      .drops = drops,
      .settled = settled,
      .rows = rows,
      .entity = entity,
      .verdict = verdict,
      .waiting = waiting,
      .origins = origins};
}

/* What only a whole result tells: how far targets are reached. */
static jh_code add_targets(
    jh_results *results, jh_session *session, jh_arena *arena, jh_error *err) {
  jh_target_result *targets = NULL;
  jh_code code =
      jh_targets_run(&targets, &results->target_count, session->run, session->region, arena, err);
  results->targets = targets;
  return code;
}

jh_code jh_session_write_results(
    const jh_results *results, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err) {
  switch (format) {
  case JH_FORMAT_JSON: return jh_report_json(results, lang, writer, payload, err);
  case JH_FORMAT_CSV: return jh_report_csv(results, lang, writer, payload, err);
  default: return jh_report_text(results, lang, writer, payload, err);
  }
}

jh_code jh_session_write(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err) {
  jh_results results = jh_session_results(session);
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = add_targets(&results, session, arena, err);
  if (!code) code = jh_session_write_results(&results, format, lang, writer, payload, err);
  jh_arena_close(arena);
  return code;
}
