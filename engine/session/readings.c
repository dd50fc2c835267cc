/* readings.c - the cost of not knowing: each switch turned the other way over the data at hand. */
#include "report/readings.h"

#include "session/session.h"
#include "study/compare.h"
#include "study/reading.h"

typedef struct job {
  jh_session *session;
  jh_arena *arena;
  jh_results base;
  jh_compare_side before;
  jh_readings_switch *switches;
  jh_readings all;
  const jh_readings_form *form;
  jh_readings_writer writer;
} job;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static const jh_readings_form *form_of(jh_format format) {
  switch (format) {
  case JH_FORMAT_JSON: return &jh_readings_json;
  case JH_FORMAT_CSV: return &jh_readings_csv;
  default: return &jh_readings_text;
  }
}

static jh_code take_switch(job *j, uint32_t param, jh_error *err) {
  const jh_plan *plan = j->session->plan;
  jh_date on = j->session->head.on;
  jh_readings_switch *one = &j->switches[j->all.count++];
  bool makes_stages;
  jh_code code = jh_reading_makes_stages(&makes_stages, plan, param, j->arena, err);
  if (code) return code;
  *one = (jh_readings_switch){
      .param = param,
      .state = makes_stages ? JH_READINGS_STAGES : JH_READINGS_TURNED,
      .is_on = jh_reading_is_on(&plan->params[param], on)};
  if (!jh_reading_is_in_force(&plan->params[param], on)) one->state = JH_READINGS_NOT_IN_FORCE;
  j->all.turned += one->state == JH_READINGS_TURNED;
  return JH_OK;
}

static jh_code prepare(job *j, jh_error *err) {
  const jh_plan *plan = j->session->plan;
  j->base = jh_session_results(j->session);
  jh_code code = jh_session_compare_side(&j->before, j->session, &j->base, j->arena, err);
  j->switches = jh_arena_get(j->arena, (plan->param_count + 1) * sizeof *j->switches);
  if (!code && !j->switches) code = out_of_memory(err);
  for (uint32_t i = 0; i < plan->param_count && !code; i++) {
    if (plan->params[i].is_switch) code = take_switch(j, i, err);
  }
  if (code) return code;
  size_t counties = j->base.county_count;
  j->all.base = &j->base;
  j->all.verdicts = j->before.verdicts;
  j->all.switches = j->switches;
  j->all.hangs = jh_arena_get(j->arena, counties * j->all.count + 1);
  j->all.together = jh_arena_get(j->arena, counties + 1);
  return j->all.hangs && j->all.together ? JH_OK : out_of_memory(err);
}

/* Whose last word changes. Both sides have the same rows. */
static void note(job *j, size_t at, const jh_comparison *what) {
  for (size_t i = 0; i < what->county_count; i++) {
    uint32_t county = what->counties[i].row[JH_BEFORE];
    if (at == j->all.count) {
      j->all.together[county] = true;
    } else {
      j->all.hangs[county * j->all.count + at] = true;
    }
  }
}

/* Holds a run of the other plan against the session's, and writes what differs. */
static jh_code compare(job *j, size_t at, jh_session *other, jh_arena *arena, jh_error *err) {
  jh_results after = jh_session_results(other);
  jh_compare_side side;
  jh_comparison *what = NULL;
  jh_code code = jh_session_compare_side(&side, other, &after, arena, err);
  if (!code) code = jh_compare_runs(&what, &j->before, &side, arena, err);
  if (code) return code;
  jh_compare_view view = {.of = {&j->base, &after}, .what = what};
  note(j, at, what);
  return j->form->item(&j->writer, at, &view, err);
}

static void on_progress(void *payload, size_t done, size_t total) {
  jh_session *s = payload;
  s->progress(s->progress_payload, "evaluate", done, total);
}

static jh_code turn(job *j, size_t at, const uint32_t *switches, size_t count, jh_error *err) {
  jh_session other = *j->session; /* with a plan and a run of its own */
  const jh_plan *plan = NULL;
  jh_run *run = NULL;
  jh_arena *arena = jh_arena_open();
  if (!arena) return out_of_memory(err);
  jh_run_options how = {
      .on = other.head.on,
      .jobs = other.jobs,
      .progress = other.progress ? on_progress : NULL,
      .progress_payload = &other};
  jh_code code = jh_reading_turn(&plan, other.plan, switches, count, how.on, arena, err);
  if (!code) code = jh_run_open(&run, plan, other.dataset, &how, err);
  if (!code) {
    other.plan = (jh_plan *)(uintptr_t)plan;
    other.head.plan = plan;
    other.run = run;
    code = compare(j, at, &other, arena, err);
  }
  jh_run_close(run);
  jh_arena_close(arena);
  return code;
}

static jh_code turn_all(job *j, jh_error *err) {
  uint32_t *turned = jh_arena_get(j->arena, (j->all.count + 1) * sizeof *turned);
  size_t count = 0;
  jh_code code = turned ? JH_OK : out_of_memory(err);
  for (size_t k = 0; k < j->all.count && !code; k++) {
    if (j->switches[k].state == JH_READINGS_TURNED) {
      turned[count++] = j->switches[k].param;
      code = turn(j, k, &j->switches[k].param, 1, err);
    } else {
      code = j->form->item(&j->writer, k, NULL, err);
    }
  }
  if (!code && count > 1) code = turn(j, j->all.count, turned, count, err);
  return code;
}

jh_code jh_session_readings(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    size_t *hanging, jh_error *err) {
  if (!session->run || !session->has_readings) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  job j = {.session = session, .form = form_of(format), .arena = jh_arena_open()};
  if (!j.arena) return out_of_memory(err);
  jh_code code = prepare(&j, err);
  if (!code) {
    j.writer = (jh_readings_writer){.lang = lang, .of = &j.all};
    jh_out_init(&j.writer.out, writer, payload);
    j.form->begin(&j.writer);
    code = turn_all(&j, err);
    if (!code) j.form->end(&j.writer);
    code = jh_out_done(&j.writer.out, code, err);
    if (hanging) *hanging = jh_readings_hanging(&j.all);
  }
  jh_arena_close(j.arena);
  return code;
}
