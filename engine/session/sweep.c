/* sweep.c - verdicts counted as parameters move, over the data of a session. */
#include "report/sweep.h"

#include <string.h>

#include "session/session.h"
#include "session/sweep.h"
#include "study/reading.h"
#include "vary/sweep_axis.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code unknown_rule(const sweep_job *j, const char *id, jh_error *err) {
  char best[128];
  jh_str near = jh_session_near_rule(j->session->plan, jh_str_of(id), false);
  return jh_fail(err, JH_EUNKNOWN_RULE, NULL, id, jh_arg_text(best, sizeof best, near), NULL);
}

/* Whose verdicts. A dictionary's checks are none. */
static jh_code find_rule(sweep_job *j, const char *who, jh_error *err) {
  const jh_plan *plan = j->session->plan;
  bool is_county = !who || strcmp(who, "county") == 0;
  j->sweep.rule = is_county ? j->results.verdict_rule : jh_plan_rule(plan, jh_str_of(who));
  if (is_county && j->sweep.rule == JH_NONE) return jh_fail(err, JH_ESWEEP_NO_VERDICT, NULL, NULL);
  if (j->sweep.rule == JH_NONE || plan->rules[j->sweep.rule].kind == JH_RULE_CHECK)
    return unknown_rule(j, who, err);
  j->sweep.is_last_word = j->sweep.rule == j->results.verdict_rule;
  j->sweep.entity_count = j->session->dataset->levels[plan->rules[j->sweep.rule].level].count;
  return JH_OK;
}

static jh_code take_axis(sweep_job *j, const char *written, jh_error *err) {
  const jh_plan *plan = j->session->plan;
  jh_sweep_axis *axis = &j->sweep.axes[j->sweep.axis_count];
  bool makes_stages = false;
  jh_code code = jh_sweep_axis_read(axis, plan, j->session->head.on, written, j->arena, err);
  if (!code) code = jh_reading_makes_stages(&makes_stages, plan, axis->param, j->arena, err);
  if (!code && makes_stages) code = jh_fail(err, JH_ESWEEP_UNITS, NULL, axis->path, NULL);
  if (code) return code;
  j->sweep.axis_count++;
  return JH_OK;
}

/* Of two each has values, and they are not the same; too many are refused. */
static jh_code check_axes(const sweep_job *j, const char *aim, jh_error *err) {
  const jh_sweep_axis *axes = j->sweep.axes;
  char given[24], most[24];
  bool is_two = j->sweep.axis_count > 1;
  jh_dec percent;
  jh_code code = aim ? jh_sweep_axis_percent(&percent, aim, err) : JH_OK;
  if (code) return code;
  if (aim && (is_two || axes[0].count)) return jh_fail(err, JH_ESWEEP_ALONE, NULL, "--aim", NULL);
  if (!is_two) return JH_OK;
  if (axes[0].count == 0 || axes[1].count == 0)
    return jh_fail(err, JH_ESWEEP_ALONE, NULL, axes[axes[0].count ? 1 : 0].path, NULL);
  if (axes[0].param == axes[1].param && axes[0].stage == axes[1].stage)
    return jh_fail(err, JH_ESWEEP_TWICE, NULL, axes[0].path, "--vary", NULL);
  size_t count = axes[0].count * axes[1].count;
  if (count <= JH_SWEEP_MOST) return JH_OK;
  return jh_fail(
      err, JH_ESWEEP_TOO_MANY, NULL, jh_arg_int(given, (int64_t)count),
      jh_arg_int(most, JH_SWEEP_MOST), NULL);
}

/* 0.85 for 85 %: told, and counted all the same. */
static void warn_far(const sweep_job *j) {
  for (size_t i = 0; i < j->sweep.axis_count; i++) {
    const jh_sweep_axis *axis = &j->sweep.axes[i];
    jh_unit unit = j->session->plan->params[axis->param].unit;
    char now[JH_DEC_TEXT], low[JH_DEC_TEXT], high[JH_DEC_TEXT];
    bool is_percent = jh_unit_is_plain(unit) && unit.den == unit.num * 100;
    if (!is_percent || !jh_sweep_axis_is_far(axis)) continue;
    jh_error warning;
    (void)jh_fail(
        &warning, JH_ESWEEP_FAR, NULL, axis->path, jh_dec_text(now, axis->now->value),
        jh_dec_text(low, axis->values[0]), jh_dec_text(high, axis->values[axis->count - 1]), NULL);
    warning.severity = JH_WARNING;
    jh_diag_add(j->session->diag, &warning);
  }
}

static jh_code read_axes(sweep_job *j, const jh_sweep_options *how, jh_error *err) {
  jh_code code = JH_OK;
  if (how->vary_count == 0) return jh_fail(err, JH_ESWEEP_FORM, NULL, "", NULL);
  if (how->vary_count > 2) return jh_fail(err, JH_ESWEEP_ALONE, NULL, how->vary[2], NULL);
  for (size_t i = 0; i < how->vary_count && !code; i++) code = take_axis(j, how->vary[i], err);
  if (!code) code = check_axes(j, how->aim, err);
  if (!code) warn_far(j);
  return code;
}

static void on_progress(void *payload, size_t done, size_t total) {
  jh_session *s = payload;
  s->progress(s->progress_payload, "evaluate", done, total);
}

/* Regions, and how things stand today. */
static jh_code prepare(sweep_job *j, const jh_sweep_options *how, jh_error *err) {
  jh_session *s = j->session;
  bool with_parts = how->format != JH_FORMAT_TEXT;
  jh_code code = jh_sweep_region_find(&j->regions, s->plan, s->dataset, with_parts, j->arena, err);
  jh_tally *today = jh_arena_get(j->arena, (j->regions.count + 1) * sizeof *today);
  if (!code && !today) code = out_of_memory(err);
  if (!code)
    code =
        jh_sweep_moves_find(&j->moves, s->plan, j->sweep.axes, j->sweep.axis_count, j->arena, err);
  if (code) return code;
  j->stepper = (jh_sweep_stepper){
      .run = s->run,
      .regions = &j->regions,
      .jobs = how->jobs,
      .progress = s->progress ? on_progress : NULL,
      .payload = s};
  jh_sweep_step_today(&j->stepper, j->sweep.rule, today);
  j->sweep.regions = j->regions.items;
  j->sweep.region_count = j->regions.count;
  j->sweep.today = today;
  j->sweep.is_moved = jh_sweep_moves_rule(&j->moves, s->plan, j->sweep.rule);
  j->sweep.blocker = j->sweep.exact_axis = JH_NONE;
  return JH_OK;
}

static jh_code write(const sweep_job *j, const jh_sweep_options *how, jh_error *err) {
  jh_sweep_view view = {&j->results, &j->sweep, how->lang};
  bool is_counted = j->sweep.axes[0].count > 0;
  jh_code (*form)(const jh_sweep_view *, jh_sink, void *, jh_error *) =
      is_counted ? jh_report_sweep_text : jh_report_sweep_turns_text;
  if (how->format == JH_FORMAT_JSON)
    form = is_counted ? jh_report_sweep_json : jh_report_sweep_turns_json;
  if (how->format == JH_FORMAT_CSV)
    form = is_counted ? jh_report_sweep_csv : jh_report_sweep_turns_csv;
  return form(&view, how->writer, how->payload, err);
}

jh_code jh_session_sweep(jh_session *session, const jh_sweep_options *options, jh_error *err) {
  if (!session->run) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  sweep_job j = {.session = session, .arena = jh_arena_open()};
  if (!j.arena) return out_of_memory(err);
  j.results = jh_session_results(session);
  jh_code code = find_rule(&j, options->who, err);
  if (!code && options->scenarios) {
    code = jh_session_sweep_scenarios(&j, options, err);
    jh_arena_close(j.arena);
    return code;
  }
  if (!code) code = read_axes(&j, options, err);
  if (!code) code = prepare(&j, options, err);
  if (!code && j.sweep.axes[0].count == 0)
    code = jh_session_sweep_turns(&j, options->aim, err);
  else if (!code)
    code = jh_session_sweep_count(&j, options->by_steps, err);
  if (!code) code = write(&j, options, err);
  jh_sweep_turns_done(&j.turns);
  jh_arena_close(j.arena);
  return code;
}
