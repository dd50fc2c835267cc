/* evaluate.c - all verdicts, and how many of each. */
#include "report/reason.h"
#include "session/session.h"

static void on_progress(void *payload, size_t done, size_t total) {
  jh_session *s = payload;
  s->progress(s->progress_payload, "evaluate", done, total);
}

/* Which day's law: told, else the dataset's own. The engine never asks a clock. */
jh_code jh_session_find_day(const jh_session *s, const char *on, jh_date *out, jh_error *err) {
  *out = s->plan->dataset.as_of;
  if (on && !jh_date_read(out, jh_str_of(on))) return jh_fail(err, JH_EBAD_DATE, NULL, on, NULL);
  return *out ? JH_OK : jh_fail(err, JH_ENO_DAY, NULL, NULL);
}

/* A year later, as a day that need not be in the calendar: they are only compared. */
static jh_date year_after(jh_date day) { return day + 10000; }

/* What was to be reviewed before the day of law: told, and after another year refused. */
static jh_code look_at_reviews(jh_session *s, jh_date on, jh_error *err) {
  for (size_t i = 0; i < s->plan->layer_count; i++) {
    const jh_layer *layer = &s->plan->layers[i];
    char day[11];
    if (!layer->review_by || on <= layer->review_by) continue;
    (void)jh_date_text(day, layer->review_by);
    if (on > year_after(layer->review_by))
      return jh_fail(err, JH_EREVIEW_LONG_PASSED, &layer->place, layer->id, day, NULL);
    jh_error warning;
    (void)jh_fail(&warning, JH_EREVIEW_PASSED, &layer->place, layer->id, day, NULL);
    warning.severity = JH_WARNING;
    jh_diag_add(s->diag, &warning);
  }
  return JH_OK;
}

jh_code jh_session_evaluate_some(
    jh_session *session, const jh_evaluate_options *options, uint32_t from, uint32_t to,
    jh_error *err) {
  jh_session *s = session;
  if (!s->dataset) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  jh_run_options how = {
      .from = from,
      .to = to,
      .jobs = options->jobs,
      .keep_figures = options->with_figures,
      .progress = s->progress ? on_progress : NULL,
      .progress_payload = s};
  jh_code code = jh_session_find_day(s, options->on, &how.on, err);
  if (!code) code = look_at_reviews(s, how.on, err);
  if (code) return code;
  jh_run *run;
  code = jh_run_open(&run, s->plan, s->dataset, &how, err);
  if (code) return code;
  jh_run_close(s->run);
  s->run = run;
  s->head.on = how.on;
  return JH_OK;
}

jh_code jh_session_evaluate(
    jh_session *session, const jh_evaluate_options *options, jh_error *err) {
  return jh_session_evaluate_some(session, options, 0, 0, err);
}

size_t jh_session_count(const jh_session *session, const char *verdict) {
  jh_verdict wanted;
  jh_results results = jh_session_results((jh_session *)(uintptr_t)session);
  if (!jh_verdict_find(&wanted, jh_str_of(verdict))) return 0;
  size_t count = 0;
  for (uint32_t row = 0; row < results.county_count; row++) {
    jh_entity county = results.county(results.payload, row);
    count += jh_reason_verdict(&results, row, &county) == wanted;
  }
  return count;
}
