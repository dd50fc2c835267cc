/* heads.c - see heads.h. */
#include "audit/heads.h"

#include <string.h>

static bool is_told(const jh_rule *rule) {
  return rule->kind != JH_RULE_CHECK && rule->kind != JH_RULE_RELAXATION && rule->holds != JH_NONE;
}

static void mark(uint32_t node, bool *seen) {
  if (node != JH_NONE) seen[node] = true;
}

/* Rules that one stands on directly are no heads, if they are of its level. */
static void strike_out(const jh_plan *plan, uint32_t index, bool *heads, bool *seen) {
  const jh_rule *rule = &plan->rules[index];
  memset(seen, 0, plan->node_count);
  mark(rule->holds, seen);
  mark(rule->applies, seen);
  mark(rule->measure, seen);
  for (size_t n = plan->node_count; n-- > 0;) {
    const jh_node *node = &plan->nodes[n];
    if (!seen[n]) continue;
    if (node->op == JH_OP_RULE) {
      if (plan->rules[node->index].level == rule->level && node->index != index)
        heads[node->index] = false;
      continue;
    }
    for (uint32_t k = 0; k < node->count; k++) mark(jh_plan_arg(plan, node, k), seen);
  }
  for (size_t m = 0; m < rule->member_count; m++) {
    if (plan->rules[rule->members[m]].level == rule->level) heads[rule->members[m]] = false;
  }
}

bool *jh_heads_find(const jh_plan *plan, jh_arena *arena) {
  bool *heads = jh_arena_get(arena, plan->rule_count + 1);
  bool *seen = jh_arena_get(arena, plan->node_count + 1);
  if (!heads || !seen) return NULL;
  for (size_t r = 0; r < plan->rule_count; r++) heads[r] = is_told(&plan->rules[r]);
  for (uint32_t r = 0; r < plan->rule_count; r++) {
    if (is_told(&plan->rules[r])) strike_out(plan, r, heads, seen);
    uint32_t parent = plan->rules[r].parent; /* of a spread's limits */
    if (parent != JH_NONE && plan->rules[parent].level == plan->rules[r].level) heads[r] = false;
  }
  return heads;
}
