#include "pack/check.h"

#include <string.h>

#include "base/alloc.h"
#include "pack/points.h"

/* Marks every node that a rule, a stage or a data check stands on. */
static void mark_used(const jh_plan *plan, bool *used) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    const uint32_t roots[] = {rule->measure, rule->bound, rule->applies, rule->holds};
    for (size_t k = 0; k < 4; k++) {
      if (roots[k] != JH_NONE) used[roots[k]] = true;
    }
  }
  for (size_t i = 0; i < plan->stage_count; i++) used[plan->stages[i].when] = true;
  for (size_t i = 0; i < plan->target_count; i++) {
    if (plan->targets[i].applies != JH_NONE) used[plan->targets[i].applies] = true;
  }
  for (size_t i = plan->node_count; i-- > 0;) {
    const jh_node *node = &plan->nodes[i];
    for (uint32_t k = 0; used[i] && k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) used[arg] = true;
    }
  }
}

static void warn(jh_diag *diag, const jh_place *place, const char *name) {
  jh_error warning;
  (void)jh_fail(&warning, JH_EUNUSED, place, name, NULL);
  warning.severity = JH_WARNING;
  jh_diag_add(diag, &warning);
}

static bool is_param_used(const jh_plan *plan, const bool *used, uint32_t param) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->kind == JH_RULE_SCORE && rule->points_param == param) return true;
  }
  for (size_t i = 0; i < plan->node_count; i++) {
    const jh_node *node = &plan->nodes[i];
    if (used[i] && node->op == JH_OP_PARAM && node->index == param) return true;
  }
  for (size_t i = 0; i < plan->target_count; i++) {
    if (plan->targets[i].ensure == param || plan->targets[i].strive == param) return true;
  }
  return false;
}

static void find_unused(const jh_plan *plan, const bool *used, jh_diag *diag) {
  for (size_t i = 0; i < plan->quantity_count; i++) {
    const jh_quantity *quantity = &plan->quantities[i];
    if (!used[quantity->use]) warn(diag, &quantity->place, quantity->id);
  }
  for (size_t i = 0; i < plan->param_count; i++) {
    const jh_param *param = &plan->params[i];
    if (!is_param_used(plan, used, (uint32_t)i)) warn(diag, &param->place, param->path);
  }
}

/* Does anything read what a change was made to? Rules are read by themselves. */
static bool is_change_read(const jh_plan *plan, const bool *used, const jh_change *change) {
  if (change->kind == JH_CHANGE_VALUE) return is_param_used(plan, used, change->param);
  for (size_t i = 0; i < plan->quantity_count && change->rule == JH_NONE; i++) {
    const jh_quantity *quantity = &plan->quantities[i];
    const char *level = plan->levels[quantity->level].id, *dot = strchr(change->path, '.');
    bool is_it = dot && strcmp(dot + 1, quantity->id) == 0 &&
                 strncmp(change->path, level, strlen(level)) == 0;
    if (is_it && !used[quantity->use]) return false;
  }
  return true;
}

static jh_code find_unread(const jh_plan *plan, const bool *used, jh_error *err) {
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    if (is_change_read(plan, used, change)) continue;
    return jh_fail(err, JH_ECHANGE_UNREAD, &change->place, change->path, NULL);
  }
  return JH_OK;
}

static bool has_verdict(const jh_plan *plan) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    if (plan->rules[i].kind == JH_RULE_VERDICT) return true;
  }
  return false;
}

jh_code jh_check_plan(const jh_plan *plan, const char *head, jh_diag *diag, jh_error *err) {
  jh_place at = jh_place_of(head, 1, 0);
  if (!plan->pack.is_partial && !has_verdict(plan)) {
    return jh_fail(err, JH_ENO_VERDICT, &at, NULL);
  }
  jh_code code = jh_points_check(plan, err);
  if (code) return code;
  bool *used = jh_alloc_get(plan->node_count + 1);
  if (!used) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  mark_used(plan, used);
  find_unused(plan, used, diag);
  code = find_unread(plan, used, err);
  jh_alloc_free(used);
  return code;
}
