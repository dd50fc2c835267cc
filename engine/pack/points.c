/* points.c - adds up the points of schemes; see points.h. Knows parameters only, no data. */
#include "pack/points.h"

enum { SCALE = 6 }; /* places in which points are added */

/* The points of one parameter on a day: false if it has none. */
static bool points_on(
    const jh_plan *plan, uint32_t param, uint32_t stage, jh_date on, int64_t *out) {
  const jh_param_value *value = jh_param_on(&plan->params[param], stage, on);
  return value && jh_dec_rescale(out, value->value, SCALE);
}

/* Points below nothing are a mistake, whoever stated or changed them. */
static jh_code refuse_negative(
    const jh_plan *plan, const jh_rule *rule, uint32_t param, jh_error *err) {
  char text[JH_DEC_TEXT];
  size_t count = param == JH_NONE ? 0 : plan->params[param].value_count;
  for (size_t i = 0; i < count; i++) {
    const jh_param_value *value = &plan->params[param].values[i];
    if (value->value.mantissa >= 0) continue;
    return jh_fail(
        err, JH_EPOINTS_RANGE, &value->place, rule->id, jh_dec_text(text, value->value), "…", NULL);
  }
  return JH_OK;
}

/* The parts and what was not seen; false where one of them has no value. */
static bool sum_on(
    const jh_plan *plan, const jh_rule *rule, uint32_t stage, jh_date on, int64_t *out) {
  int64_t points = 0;
  *out = 0;
  if (rule->unseen_param != JH_NONE && !points_on(plan, rule->unseen_param, stage, on, out)) {
    return false;
  }
  for (size_t i = 0; i < rule->member_count; i++) {
    uint32_t param = plan->rules[rule->members[i]].points_param;
    if (!points_on(plan, param, stage, on, &points)) return false;
    if (__builtin_add_overflow(*out, points, out)) return false;
  }
  return true;
}

static jh_code check_on(
    const jh_plan *plan, const jh_rule *rule, uint32_t stage, jh_date on, jh_error *err) {
  int64_t whole, parts;
  char first[JH_DEC_TEXT], second[JH_DEC_TEXT];
  if (!points_on(plan, rule->points_param, stage, on, &whole)) return JH_OK;
  if (!sum_on(plan, rule, stage, on, &parts) || whole == parts) return JH_OK;
  return jh_fail(
      err, JH_EPOINTS, &rule->place, rule->id, jh_dec_text(first, (jh_dec){parts, SCALE}),
      jh_dec_text(second, (jh_dec){whole, SCALE}), NULL);
}

/* On the days of one parameter's values; for each stage, or for none where there are none. */
static jh_code check_days(const jh_plan *plan, const jh_rule *rule, uint32_t param, jh_error *err) {
  if (param == JH_NONE) return JH_OK;
  const jh_param *days = &plan->params[param];
  size_t stages = plan->stage_count ? plan->stage_count : 1;
  for (size_t i = 0; i < days->value_count; i++) {
    for (uint32_t stage = 0; stage < stages; stage++) {
      jh_code code = check_on(plan, rule, stage, days->values[i].since, err);
      if (code) return code;
    }
  }
  return JH_OK;
}

jh_code jh_points_check(const jh_plan *plan, jh_error *err) {
  for (size_t r = 0; r < plan->rule_count; r++) {
    const jh_rule *rule = &plan->rules[r];
    if (rule->kind != JH_RULE_SCORE) continue;
    jh_code code = refuse_negative(plan, rule, rule->points_param, err);
    if (!code) code = refuse_negative(plan, rule, rule->unseen_param, err);
    if (code || rule->shape != JH_SHAPE_SUM) {
      if (code) return code;
      continue;
    }
    code = check_days(plan, rule, rule->points_param, err);
    if (!code) code = check_days(plan, rule, rule->unseen_param, err);
    for (size_t i = 0; i < rule->member_count && !code; i++) {
      code = check_days(plan, rule, plan->rules[rule->members[i]].points_param, err);
    }
    if (code) return code;
  }
  return JH_OK;
}
