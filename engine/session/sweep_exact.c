/* sweep_exact.c - a sweep by the exact places, where the plan allows it; else the caller steps. */
#include <stdlib.h>

#include "model/formula.h"
#include "report/reason.h"
#include "session/session.h"
#include "session/sweep.h"
#include "vary/sweep_aim.h"
#include "vary/sweep_axis.h"
#include "vary/sweep_turns.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_code jh_session_sweep_cuts(
    jh_cuts **out, sweep_job *j, const jh_run *run, const jh_sweep_axis *axis, jh_error *err) {
  jh_cuts_options how = {
      .param = axis->param,
      .stage = axis->stage,
      .rules = &j->sweep.rule,
      .rule_count = 1,
      .jobs = j->stepper.jobs};
  uint32_t why = JH_NONE;
  jh_code code = jh_cuts_open(out, run, &how, err);
  if (code) return code;
  if (jh_cuts_has(*out, j->sweep.rule, &why)) {
    bool is_one = j->sweep.axis_count == 1;
    if (is_one) j->sweep.is_moved = jh_cuts_is_moved(*out, j->sweep.rule);
    j->sweep.is_above_zero = j->sweep.is_above_zero || jh_cuts_is_above_zero(*out, j->sweep.rule);
    return JH_OK;
  }
  jh_cuts_close(*out);
  *out = NULL;
  j->sweep.blocker = why;
  return JH_OK;
}

/* ---- why some are met nowhere ---- */

static int by_count(const void *left, const void *right) {
  const jh_sweep_reason *a = left, *b = right;
  size_t of_a = a->unmet + a->undetermined, of_b = b->unmet + b->undetermined;
  if (of_a != of_b) return of_a > of_b ? -1 : 1;
  return (a->rule > b->rule) - (a->rule < b->rule);
}

/* Requirements that the parameter does not move and that keep counties from being met today: so they do at
 * every value. */
static jh_code count_reasons(
    sweep_job *j, jh_sweep_reason *counts, const bool *never, jh_error *err) {
  jh_reasons reasons = {0};
  jh_code code = JH_OK;
  for (uint32_t county = 0; county < j->results.county_count && !code; county++) {
    if (!never[county]) continue;
    code = jh_reason_gather(&reasons, &j->results, county, err);
    for (size_t i = 0; i < reasons.count && !code; i++) {
      uint32_t rule = reasons.items[i].rule;
      if (jh_sweep_moves_rule(&j->moves, j->session->plan, rule)) continue;
      bool is_unmet = reasons.items[i].verdict == JH_UNMET;
      counts[rule].unmet += is_unmet, counts[rule].undetermined += !is_unmet;
    }
  }
  jh_reason_done(&reasons);
  return code;
}

static jh_code find_reasons(
    sweep_job *j, jh_sweep_aim *aim, const jh_sweep_turns *turns, jh_error *err) {
  size_t rules = j->session->plan->rule_count;
  jh_sweep_reason *counts = jh_arena_get(j->arena, (rules + 1) * sizeof *counts);
  jh_sweep_reason *list = jh_arena_get(j->arena, (rules + 1) * sizeof *list);
  bool *never = jh_sweep_aim_never(turns, j->arena);
  if (!counts || !list || !never) return out_of_memory(err);
  jh_code code = count_reasons(j, counts, never, err);
  for (uint32_t i = 0; i < rules && !code; i++) {
    counts[i].rule = i;
    if (counts[i].unmet + counts[i].undetermined) list[aim->reason_count++] = counts[i];
  }
  qsort(list, aim->reason_count, sizeof *list, by_count);
  aim->reasons = list;
  return code;
}

/* ---- what is asked for ---- */

static jh_code take_aim(sweep_job *j, const char *percent, jh_error *err) {
  jh_sweep_aim *aim = jh_arena_get(j->arena, sizeof *aim);
  if (!aim) return out_of_memory(err);
  jh_code code = jh_sweep_axis_percent(&aim->percent, percent, err);
  if (!code) code = jh_sweep_aim_find(aim, &j->turns, j->arena, err);
  if (!code && aim->never && j->sweep.is_last_word) code = find_reasons(j, aim, &j->turns, err);
  j->sweep.aim = aim;
  return code;
}

static jh_code not_monotone(const sweep_job *j, jh_error *err) {
  const jh_plan *plan = j->session->plan;
  char text[2][160], both[160] = "";
  for (int lang = 0; lang < JH_LANGS && j->sweep.blocker != JH_NONE; lang++) {
    jh_formula how = {.plan = plan, .lang = (jh_lang)lang, .most_bytes = 60};
    jh_buf formula;
    jh_buf_init(&formula);
    jh_formula_node(&formula, &how, j->sweep.blocker);
    jh_str_copy(text[lang], sizeof text[lang], jh_buf_str(&formula));
    jh_buf_done(&formula);
  }
  if (j->sweep.blocker != JH_NONE) jh_arg_both(both, sizeof both, text[JH_ZH], text[JH_EN]);
  const jh_place *place = j->sweep.blocker == JH_NONE ? NULL : &plan->nodes[j->sweep.blocker].place;
  return jh_fail(
      err, JH_ESWEEP_STEPS_ONLY, place && place->file[0] ? place : NULL,
      plan->rules[j->sweep.rule].id, j->sweep.axes[0].path, both, NULL);
}

jh_code jh_session_sweep_turns(sweep_job *j, const char *percent, jh_error *err) {
  jh_cuts *cuts = NULL;
  jh_code code = jh_session_sweep_cuts(&cuts, j, j->session->run, &j->sweep.axes[0], err);
  if (!code && !cuts) return not_monotone(j, err);
  if (!code) code = jh_sweep_turns_find(&j->turns, cuts, j->session->run, j->sweep.rule, err);
  jh_cuts_close(cuts);
  if (!code) code = jh_sweep_turns_sort(&j->turns, err);
  if (!code) code = jh_sweep_turns_tell(&j->turns, j->arena, err);
  if (!code && percent) code = take_aim(j, percent, err);
  j->sweep.turns = j->turns.items;
  j->sweep.turn_count = j->turns.count;
  j->sweep.order = j->turns.order;
  j->sweep.lowest = j->turns.lowest;
  return code;
}
