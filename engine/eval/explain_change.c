/* explain_change.c - which overlays and reforms changed the numbers of a rule, as they stand on the
 * day and for the entity. */
#include <string.h>

#include "eval/explain_parts.h"

/* Is the number one of the rule's: its own, or the parameter that is its bound? */
static bool is_of(const jh_plan *plan, const jh_change *change, uint32_t rule) {
  if (change->kind != JH_CHANGE_VALUE) return false;
  if (change->rule == rule) return true;
  uint32_t bound = plan->rules[rule].bound;
  return bound != JH_NONE && plan->nodes[bound].op == JH_OP_PARAM &&
         plan->nodes[bound].index == change->param;
}

/* Does it hold on the day, for the stage, and as far as known for the entity? */
static bool holds(jh_explain_tree *tree, const jh_change *change, uint32_t level, uint32_t row) {
  const jh_run *run = tree->run;
  uint32_t stage = jh_where_stage(run->dataset, level, row);
  if (change->since > run->on || (change->until && change->until <= run->on)) return false;
  if (change->stage != JH_NONE && stage != JH_NONE && change->stage != stage) return false;
  if (change->guard == JH_NONE) return true;
  uint32_t own = run->plan->nodes[change->guard].level;
  bool is_reached = own == JH_NONE || jh_plan_is_within(run->plan, level, own);
  if (!is_reached) return true;
  uint32_t at = jh_explain_row(tree, change->guard, level, row);
  return jh_exact_walk_condition(&tree->walk, change->guard, at) != JH_FALSE;
}

/* The value that stood below the change: of a lower layer, the latest one not after it. */
static const jh_param_value *base_of(const jh_plan *plan, const jh_change *change) {
  const jh_param_value *found = NULL;
  if (change->param >= plan->param_count) return NULL;
  const jh_param *param = &plan->params[change->param];
  for (size_t i = 0; i < param->value_count; i++) {
    const jh_param_value *value = &param->values[i];
    bool is_below = value->layer < change->layer && value->since <= change->since;
    bool is_its = !param->is_by_stage || change->stage == JH_NONE || value->stage == change->stage;
    if (is_below && is_its) found = value;
  }
  return found;
}

static bool is_first(const jh_evidence_change *list, size_t count, const jh_change *change) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(list[i].change->path, change->path) == 0) return false;
  return true;
}

void jh_explain_changes(jh_explain_tree *tree, jh_evidence *finding, uint32_t rule, uint32_t row) {
  const jh_plan *plan = tree->run->plan;
  if (plan->change_count == 0) return;
  jh_evidence_change *list = jh_arena_get(tree->arena, plan->change_count * sizeof *list);
  size_t count = 0;
  if (!list) {
    tree->has_failed = true;
    return;
  }
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    if (!is_of(plan, change, rule) || !holds(tree, change, plan->rules[rule].level, row)) continue;
    bool first = is_first(list, count, change);
    list[count++] = (jh_evidence_change){change, first ? base_of(plan, change) : NULL, first};
  }
  finding->changes = count ? list : NULL;
  finding->change_count = count;
}
