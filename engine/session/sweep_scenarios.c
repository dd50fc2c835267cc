/* sweep_scenarios.c - verdicts counted under the scenarios of a file, over the data of a session. */
#include "report/scenarios.h"
#include "session/session.h"
#include "session/sweep.h"
#include "study/reading.h"
#include "vary/scenario.h"
#include "vary/scenario_read.h"

/* A parameter that decides which stages a school has: other units would be judged. */
static jh_code check_stages(const sweep_job *j, const jh_scenarios *set, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t k = 0; k < set->axis_count && !code; k++) {
    bool makes_stages = false;
    uint32_t param = set->axes[k].param;
    code = jh_reading_makes_stages(&makes_stages, j->session->plan, param, j->arena, err);
    if (!code && makes_stages) code = jh_fail(err, JH_ESWEEP_UNITS, NULL, set->axes[k].path, NULL);
  }
  return code;
}

static void on_progress(void *payload, size_t done, size_t total) {
  jh_session *s = payload;
  s->progress(s->progress_payload, "evaluate", done, total);
}

static jh_code count(sweep_job *j, const jh_sweep_options *how, jh_scenarios *set, jh_error *err) {
  jh_session *s = j->session;
  jh_sweep_stepper stepper = {
      .run = s->run,
      .regions = &j->regions,
      .jobs = how->jobs,
      .progress = s->progress ? on_progress : NULL,
      .payload = s};
  jh_code code = jh_sweep_region_find(&j->regions, s->plan, s->dataset, false, j->arena, err);
  if (code) return code;
  set->rule = j->sweep.rule;
  set->entity_count = j->sweep.entity_count;
  set->counts = jh_arena_get(j->arena, (set->count + 1) * sizeof *set->counts);
  if (!set->counts) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_sweep_step_today(&stepper, set->rule, &set->today);
  return jh_scenario_count(set, &stepper, how->by_steps, err);
}

jh_code jh_session_sweep_scenarios(sweep_job *j, const jh_sweep_options *how, jh_error *err) {
  jh_session *s = j->session;
  jh_scenarios set;
  if (how->vary_count) return jh_fail(err, JH_ESCENARIO_ALONE, NULL, "--vary", NULL);
  if (how->aim) return jh_fail(err, JH_ESCENARIO_ALONE, NULL, "--aim", NULL);
  jh_code code = jh_scenario_read(&set, s->plan, s->head.on, how->scenarios, j->arena, err);
  if (!code) code = check_stages(j, &set, err);
  if (!code) code = count(j, how, &set, err);
  if (code) return code;
  jh_scenarios_view view = {&j->results, &set, how->lang};
  if (how->format == JH_FORMAT_JSON)
    return jh_report_scenarios_json(&view, how->writer, how->payload, err);
  if (how->format == JH_FORMAT_CSV)
    return jh_report_scenarios_csv(&view, how->writer, how->payload, err);
  return jh_report_scenarios_text(&view, how->writer, how->payload, err);
}
