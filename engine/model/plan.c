#include "model/plan.h"

#include <string.h>

#include "base/alloc.h"

jh_code jh_plan_open(jh_plan **out, jh_error *err) {
  jh_plan *plan = jh_alloc_get(sizeof *plan);
  if (!plan) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  plan->arena = jh_arena_open();
  plan->seen = jh_map_open(1024);
  plan->stage_level = JH_NONE;
  plan->pack.document = JH_NONE;
  if (!plan->arena || !plan->seen || jh_units_init(&plan->units, plan->arena) != JH_OK) {
    jh_plan_close(plan);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *out = plan;
  return JH_OK;
}

void jh_plan_close(jh_plan *plan) {
  if (!plan) return;
  if (plan->hook.close) plan->hook.close(plan->hook.payload);
  if (plan->seen) jh_map_close(plan->seen);
  if (plan->arena) jh_arena_close(plan->arena);
  jh_alloc_free(plan);
}

/* One loop for all look-ups by id: records of `size` bytes that begin with their id. */
static uint32_t find(const void *records, size_t count, size_t size, jh_str id) {
  const char *at = records;
  for (size_t i = 0; i < count; i++, at += size) {
    const char *name;
    memcpy(&name, at, sizeof name);
    if (jh_str_equal(id, jh_str_of(name))) return (uint32_t)i;
  }
  return JH_NONE;
}

uint32_t jh_plan_level(const jh_plan *plan, jh_str id) {
  return find(plan->levels, plan->level_count, sizeof *plan->levels, id);
}

uint32_t jh_plan_stage(const jh_plan *plan, jh_str id) {
  return find(plan->stages, plan->stage_count, sizeof *plan->stages, id);
}

uint32_t jh_plan_table(const jh_plan *plan, jh_str id) {
  return find(plan->tables, plan->table_count, sizeof *plan->tables, id);
}

uint32_t jh_plan_rule(const jh_plan *plan, jh_str id) {
  return find(plan->rules, plan->rule_count, sizeof *plan->rules, id);
}

uint32_t jh_plan_param(const jh_plan *plan, jh_str path) {
  return find(plan->params, plan->param_count, sizeof *plan->params, path);
}

uint32_t jh_plan_target(const jh_plan *plan, jh_str id) {
  return find(plan->targets, plan->target_count, sizeof *plan->targets, id);
}

static bool is_form(const jh_form *form, jh_str id) {
  if (jh_str_equal(jh_str_of(form->id), id)) return true;
  for (size_t i = 0; i < form->alias_count; i++) {
    if (jh_str_equal(jh_str_of(form->aliases[i]), id)) return true;
  }
  return false;
}

uint32_t jh_plan_form(const jh_plan *plan, jh_str id) {
  for (uint32_t i = 0; i < plan->form_count; i++) {
    if (is_form(&plan->forms[i], id)) return i;
  }
  return JH_NONE;
}

jh_verdict jh_plan_guarded(const jh_plan *plan, const jh_rule *rule, jh_verdict verdict) {
  bool is_partial = plan->pack.is_partial;
  if (rule->kind != JH_RULE_VERDICT || verdict != JH_MET) return verdict;
  /* A pack that another one uses answers for itself. */
  if (rule->layer > 0 && rule->layer < plan->layer_count) {
    const jh_layer *layer = &plan->layers[rule->layer];
    if (layer->is_used) is_partial = layer->is_partial;
  }
  return is_partial ? JH_UNDETERMINED : verdict;
}

uint32_t jh_plan_column(const jh_plan *plan, uint32_t table, jh_str id) {
  const jh_table_def *def = &plan->tables[table];
  return find(def->columns, def->column_count, sizeof *def->columns, id);
}

uint32_t jh_plan_quantity(const jh_plan *plan, uint32_t level, jh_str id) {
  for (size_t i = 0; i < plan->quantity_count; i++) {
    const jh_quantity *quantity = &plan->quantities[i];
    if (quantity->level == level && jh_str_equal(id, jh_str_of(quantity->id))) return (uint32_t)i;
  }
  return JH_NONE;
}

bool jh_plan_is_within(const jh_plan *plan, uint32_t level, uint32_t ancestor) {
  while (level != JH_NONE && level != ancestor) level = plan->levels[level].parent;
  return level == ancestor;
}

uint32_t jh_plan_arg(const jh_plan *plan, const jh_node *node, uint32_t k) {
  return plan->args[node->first + k];
}

bool jh_plan_is_computed(const jh_plan *plan, uint32_t rule) {
  const jh_rule *of = &plan->rules[rule];
  const uint32_t roots[] = {of->measure, of->bound, of->applies, of->holds};
  bool found = false;
  if (plan->compute_count == 0) return false;
  bool *below = jh_alloc_get(plan->node_count);
  if (!below) return true;
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
    if (roots[i] != JH_NONE) below[roots[i]] = true;
  }
  for (size_t n = plan->node_count; n-- > 0 && !found;) {
    const jh_node *node = &plan->nodes[n];
    found = below[n] && node->op == JH_OP_COMPUTE;
    for (uint32_t k = 0; below[n] && node->op != JH_OP_RULE && k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) below[arg] = true;
    }
  }
  jh_alloc_free(below);
  return found;
}
