/* check_rules.c - what looks wrong in a pack that can be read. */
#include "base/alloc.h"
#include "eval/reach.h"
#include "model/stand.h"
#include "report/origin.h"
#include "study/gap.h"
#include "session/session.h"

static void warn(
    jh_diag *diag, jh_code code, const jh_place *at, const char *name, const char *second,
    const char *third) {
  jh_error warning;
  if (second)
    (void)jh_fail(&warning, code, at, name, second, third, NULL);
  else
    (void)jh_fail(&warning, code, at, name, NULL);
  warning.severity = JH_WARNING;
  jh_diag_add(diag, &warning);
}

/* Whether a pack has a last word at all: one that only lists requirements has none to stand on them. */
static bool has_top(const jh_plan *plan) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    if (plan->rules[i].kind == JH_RULE_VERDICT) return true;
  }
  return plan->target_count > 0;
}

/* Rules on which others are to stand. A grade at the top is a last word itself. */
static bool needs_top(const jh_rule *rule) {
  switch (rule->kind) {
  case JH_RULE_INDICATOR:
  case JH_RULE_REQUIREMENT:
  case JH_RULE_VETO: return true;
  case JH_RULE_SCORE: return rule->parent == JH_NONE;
  default: return false;
  }
}

static jh_code find_idle(const jh_plan *plan, bool *on, jh_diag *diag, jh_error *err) {
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    jh_code code = jh_stand_mark(plan, i, on, err);
    if (code) return code;
  }
  for (size_t i = 0; i < plan->target_count; i++) on[plan->targets[i].rule] = true;
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    if (on[i] || !needs_top(rule)) continue;
    warn(diag, JH_ENOTHING_STANDS, &rule->place, rule->id, NULL, NULL);
  }
  return JH_OK;
}

static void find_over(const jh_plan *plan, jh_diag *diag) {
  char since[11], until[11];
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    jh_date from = jh_origin_since(plan, rule);
    if (rule->kind != JH_RULE_RELAXATION || !rule->until || rule->until > from) continue;
    warn(
        diag, JH_EOVER_AT_ONCE, &rule->place, rule->id, jh_date_text(until, rule->until),
        jh_date_text(since, from));
  }
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    if (!change->until || change->until > change->since) continue;
    warn(
        diag, JH_EOVER_AT_ONCE, &change->place, change->path, jh_date_text(until, change->until),
        jh_date_text(since, change->since));
  }
}

jh_code jh_session_check_prices(jh_session *session, jh_error *err) {
  const jh_plan *plan = session->plan;
  jh_code code = JH_OK;
  for (size_t i = 0; i < plan->unit_cost_count && !code; i++) {
    const jh_unit_cost *cost = &plan->unit_costs[i];
    jh_gap_form form;
    code = jh_gap_form_of(&form, plan, cost->rule, err);
    if (!code && !form.is_there)
      warn(session->diag, JH_ECOST_NO_GAP, &cost->place, plan->rules[cost->rule].id, NULL, NULL);
  }
  return code;
}

jh_code jh_session_check_rules(jh_session *session, jh_error *err) {
  const jh_plan *plan = session->plan;
  jh_code code = jh_reach_check(plan, session->diag, err);
  if (!code && has_top(plan)) {
    bool *on = jh_alloc_get(plan->rule_count + 1);
    if (!on) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    code = find_idle(plan, on, session->diag, err);
    jh_alloc_free(on);
  }
  if (!code) find_over(plan, session->diag);
  return code ? code : jh_session_check_prices(session, err);
}
