/* model_rules.c - which rules are asked for at a level, and which columns stand for themselves. */
#include <string.h>

#include "remedy/model.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* The last word on counties: their verdict that was declared last. */
static uint32_t last_word(const jh_plan *plan) {
  for (uint32_t i = (uint32_t)plan->rule_count; i-- > 0;) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->kind == JH_RULE_VERDICT && plan->levels[rule->level].parent == JH_NONE) return i;
  }
  return JH_NONE;
}

/* Rules of the level and below it that are met first on the way down from a node. */
static void go_down(const jh_run *run, uint32_t level, bool *seen, bool *found) {
  const jh_plan *plan = jh_run_plan(run);
  for (size_t n = plan->node_count; n-- > 0;) {
    const jh_node *node = &plan->nodes[n];
    if (!seen[n]) continue;
    if (node->op == JH_OP_RULE && jh_plan_is_within(plan, plan->rules[node->index].level, level)) {
      found[node->index] = true;
      continue;
    }
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE && !jh_run_drops(run, (uint32_t)n, k)) seen[arg] = true;
    }
  }
}

jh_code jh_remedy_model_rules(
    uint32_t **out, size_t *count, const jh_run *run, uint32_t level, jh_arena *arena,
    jh_error *err) {
  const jh_plan *plan = jh_run_plan(run);
  uint32_t last = last_word(plan);
  bool *seen = jh_arena_get(arena, plan->node_count + 1);
  bool *found = jh_arena_get(arena, plan->rule_count + 1);
  uint32_t *rules = jh_arena_get(arena, (plan->rule_count + 1) * sizeof *rules);
  if (!seen || !found || !rules) return out_of_memory(err);
  *out = rules;
  *count = 0;
  if (last == JH_NONE) return JH_OK;
  if (plan->levels[level].parent == JH_NONE) {
    rules[(*count)++] = last;
    return JH_OK;
  }
  if (plan->rules[last].holds != JH_NONE) seen[plan->rules[last].holds] = true;
  go_down(run, level, seen, found);
  for (uint32_t r = 0; r < plan->rule_count; r++) {
    if (found[r]) rules[(*count)++] = r;
  }
  return JH_OK;
}

/* How a node takes part below the rules. */
enum { SEEN = 1, COUNTED = 2, OTHERWISE = 4 };

/* How argument k takes part, where the node does so in the way `how`. */
static uint8_t pass_on(
    const jh_plan *plan, const jh_node *node, uint32_t k, uint8_t how, const bool *measures) {
  uint32_t arg = jh_plan_arg(plan, node, k);
  bool is_number = plan->nodes[arg].type == JH_TYPE_NUMBER;
  if (how & OTHERWISE) return OTHERWISE;
  switch (node->op) {
  case JH_OP_RULE: return k == 0 ? SEEN : OTHERWISE;
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT:
  case JH_OP_EQ: return measures[arg] ? COUNTED : OTHERWISE;
  case JH_OP_DIV:
  case JH_OP_SPREAD: return k == 0 ? COUNTED : OTHERWISE;
  case JH_OP_SUM: return k == 0 ? how : OTHERWISE;
  case JH_OP_EVERY:
  case JH_OP_SOME: return k == 0 ? SEEN : OTHERWISE;
  case JH_OP_COMPOSITE: return is_number ? OTHERWISE : SEEN;
  case JH_OP_IF: return k == 0 ? OTHERWISE : how;
  case JH_OP_IS:
  case JH_OP_COUNT:
  case JH_OP_KNOWN:
  case JH_OP_COMPUTE: return OTHERWISE;
  case JH_OP_AT_LEAST_N: return k == 0 ? OTHERWISE : SEEN;
  default: return how;
  }
}

static void follow(const jh_run *run, uint8_t *marks, const bool *measures) {
  const jh_plan *plan = jh_run_plan(run);
  for (size_t n = plan->node_count; n-- > 0;) {
    const jh_node *node = &plan->nodes[n];
    for (uint32_t k = 0; marks[n] && k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg == JH_NONE || jh_run_drops(run, (uint32_t)n, k)) continue;
      if (marks[n] & OTHERWISE) marks[arg] |= OTHERWISE;
      if (marks[n] & (SEEN | COUNTED))
        marks[arg] |= pass_on(plan, node, k, marks[n] & (SEEN | COUNTED), measures);
    }
  }
}

static void add_column(jh_prices *to, const jh_plan *plan, const jh_node *node, jh_means_add *add) {
  const jh_column_def *column = &plan->tables[node->table].columns[node->index];
  jh_means *means = &to->means[to->count++];
  *add = (jh_means_add){.column = node->index, .amount = {1, 0}};
  *means = (jh_means){.id = column->id, .name = column->name, .table = node->table};
  means->per = column->unit_text;
  means->step = (jh_dec){1, column->type == JH_COLUMN_COUNT ? 0 : column->scale};
  means->adds = add;
  means->add_count = 1;
}

jh_code jh_remedy_model_plain(
    jh_prices **out, const jh_run *run, const uint32_t *rules, size_t rule_count, jh_arena *arena,
    jh_error *err) {
  const jh_plan *plan = jh_run_plan(run);
  jh_prices *prices = jh_arena_get(arena, sizeof *prices);
  uint8_t *marks = jh_arena_get(arena, plan->node_count + 1);
  bool *measures = jh_arena_get(arena, plan->node_count + 1);
  jh_means_add *adds = jh_arena_get(arena, (plan->node_count + 1) * sizeof *adds);
  if (!prices || !marks || !measures || !adds) return out_of_memory(err);
  prices->means = jh_arena_get(arena, (plan->node_count + 1) * sizeof *prices->means);
  if (!prices->means) return out_of_memory(err);
  for (size_t r = 0; r < plan->rule_count; r++) {
    if (plan->rules[r].measure != JH_NONE) measures[plan->rules[r].measure] = true;
  }
  for (size_t i = 0; i < rule_count; i++) marks[plan->rules[rules[i]].use] |= SEEN;
  follow(run, marks, measures);
  for (size_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    if (node->op != JH_OP_COLUMN || node->type != JH_TYPE_NUMBER || marks[n] != COUNTED) continue;
    if (plan->tables[node->table].is_derived) continue;
    add_column(prices, plan, node, &adds[prices->count]);
  }
  *out = prices;
  return JH_OK;
}
