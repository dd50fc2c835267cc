#include "model/finish_order.h"

#include <string.h>

/* By old index: the new one. NULL if memory is out. */
static uint32_t *rank_of(const jh_plan *plan, const uint32_t *order) {
  uint32_t *rank = jh_arena_get(plan->arena, (plan->rule_count + 1) * sizeof *rank);
  if (!rank) return NULL;
  for (uint32_t i = 0; i < plan->rule_count; i++) rank[order ? order[i] : i] = i;
  return rank;
}

static void renumber(uint32_t *rule, const uint32_t *rank) {
  if (*rule != JH_NONE) *rule = rank[*rule];
}

static void renumber_rules(jh_plan *plan, const uint32_t *rank) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    jh_rule *rule = &plan->rules[i];
    renumber(&rule->parent, rank);
    for (size_t k = 0; k < rule->member_count; k++) renumber(&rule->members[k], rank);
  }
  for (size_t i = 0; i < plan->node_count; i++) {
    if (plan->nodes[i].op == JH_OP_RULE) renumber(&plan->nodes[i].index, rank);
  }
  for (size_t i = 0; i < plan->case_count; i++) renumber(&plan->cases[i].rule, rank);
  for (size_t i = 0; i < plan->change_count; i++) renumber(&plan->changes[i].rule, rank);
  for (size_t i = 0; i < plan->target_count; i++) renumber(&plan->targets[i].rule, rank);
  for (size_t i = 0; i < plan->unit_cost_count; i++) renumber(&plan->unit_costs[i].rule, rank);
}

/* Members are changed in place, and two rules could share a list. */
static bool own_members(jh_plan *plan) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    jh_rule *rule = &plan->rules[i];
    if (!rule->member_count) continue;
    uint32_t *copy = jh_arena_get(plan->arena, rule->member_count * sizeof *copy);
    if (!copy) return false;
    memcpy(copy, rule->members, rule->member_count * sizeof *copy);
    rule->members = copy;
  }
  return true;
}

static bool reorder(jh_plan *plan, const uint32_t *order) {
  jh_rule *rules = jh_arena_get(plan->arena, (plan->rule_count + 1) * sizeof *rules);
  if (!rules) return false;
  for (size_t i = 0; i < plan->rule_count; i++) rules[i] = plan->rules[order[i]];
  plan->rules = rules;
  plan->rule_room = plan->rule_count + 1;
  return true;
}

static bool fill_sections(jh_plan *plan) {
  for (size_t i = 0; i < plan->section_count; i++) plan->sections[i].rule_count = 0;
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->section == JH_NONE || rule->parent != JH_NONE) continue;
    jh_section *section = &plan->sections[rule->section];
    void *items = section->rules;
    if (jh_arena_grow(
            plan->arena, &items, &section->rule_room, section->rule_count + 1, sizeof(uint32_t)))
      return false;
    section->rules = items;
    section->rules[section->rule_count++] = i;
  }
  return true;
}

jh_code jh_finish_order(
    jh_plan *plan, const uint32_t *order, const uint32_t **rank, jh_error *err) {
  uint32_t *ranks = rank_of(plan, order);
  if (!ranks || !own_members(plan) || (order && !reorder(plan, order)))
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  *rank = ranks;
  renumber_rules(plan, ranks);
  return fill_sections(plan) ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}
