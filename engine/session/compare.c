/* compare.c - two evaluated sessions held against each other. */
#include "report/compare.h"

#include "report/reason.h"
#include "session/session.h"
#include "study/compare.h"

jh_code jh_session_compare_side(
    jh_compare_side *out, const jh_session *session, const jh_results *results, jh_arena *arena,
    jh_error *err) {
  jh_verdict *verdicts = jh_arena_get(arena, (results->county_count + 1) * sizeof *verdicts);
  if (!verdicts) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t i = 0; i < results->county_count; i++) {
    jh_entity county = results->county(results->payload, i);
    verdicts[i] = jh_reason_verdict(results, i, &county);
  }
  *out = (jh_compare_side){
      .run = session->run, .verdict_rule = results->verdict_rule, .verdicts = verdicts};
  return JH_OK;
}

static jh_code write(
    const jh_compare_view *view, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err) {
  switch (format) {
  case JH_FORMAT_JSON: return jh_report_compare_json(view, lang, writer, payload, err);
  case JH_FORMAT_CSV: return jh_report_compare_csv(view, lang, writer, payload, err);
  default: return jh_report_compare_text(view, lang, writer, payload, err);
  }
}

jh_code jh_session_compare(
    jh_session *before, jh_session *after, jh_format format, jh_lang lang, jh_writer writer,
    void *payload, size_t *flips, jh_error *err) {
  if (!before->run || !after->run) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_session *sessions[2] = {before, after};
  jh_results results[2];
  jh_compare_side sides[2];
  jh_comparison *what = NULL;
  jh_code code = JH_OK;
  for (int i = 0; i < 2 && !code; i++) {
    results[i] = jh_session_results(sessions[i]);
    code = jh_session_compare_side(&sides[i], sessions[i], &results[i], arena, err);
  }
  if (!code) code = jh_compare_runs(&what, &sides[0], &sides[1], arena, err);
  if (!code) {
    jh_compare_view view = {{&results[0], &results[1]}, what};
    if (flips) *flips = what->county_count + what->finding_count;
    code = write(&view, format, lang, writer, payload, err);
  }
  jh_arena_close(arena);
  return code;
}
