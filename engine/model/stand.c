/* stand.c - see stand.h. */
#include "model/stand.h"

#include "base/alloc.h"

/* A spread is one of the indicator whose measure it spreads. */
static void spread_of(const jh_plan *plan, const jh_node *node, bool *on, uint32_t self) {
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    bool is_it = i != self && plan->rules[i].kind == JH_RULE_INDICATOR &&
                 plan->rules[i].measure == jh_plan_arg(plan, node, 0);
    if (is_it) on[i] = true;
  }
}

/* Nodes come after their arguments: one walk downwards visits each once. */
static void walk(const jh_plan *plan, bool *seen, bool *on, uint32_t self) {
  for (size_t i = plan->node_count; i-- > 0;) {
    const jh_node *node = &plan->nodes[i];
    if (!seen[i]) continue;
    if (node->op == JH_OP_RULE && node->index != self) {
      on[node->index] = true;
      continue;
    }
    if (node->op == JH_OP_SPREAD) spread_of(plan, node, on, self);
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) seen[arg] = true;
    }
  }
}

jh_code jh_stand_mark(const jh_plan *plan, uint32_t rule, bool *on, jh_error *err) {
  const jh_rule *own = &plan->rules[rule];
  const uint32_t roots[] = {own->measure, own->bound, own->applies, own->holds};
  bool *seen = jh_alloc_get(plan->node_count + 1);
  if (!seen) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t k = 0; k < sizeof roots / sizeof *roots; k++) {
    if (roots[k] != JH_NONE) seen[roots[k]] = true;
  }
  walk(plan, seen, on, rule);
  for (size_t k = 0; k < own->member_count; k++) on[own->members[k]] = true;
  jh_alloc_free(seen);
  return JH_OK;
}
