#include "study/own.h"

/* The layer whose cases these are: the last of the chain that is no reform. */
static uint32_t top_of(const jh_plan *plan) {
  uint32_t top = 0;
  for (uint32_t l = 0; l < plan->layer_count; l++) {
    const jh_layer *layer = &plan->layers[l];
    if (layer->kind != JH_LAYER_REFORM && !layer->is_used) top = l;
  }
  return top;
}

/* That layer, or a reform on top of it; packs that others use stand behind and have cases of their own. */
static bool is_own(const jh_plan *plan, uint32_t layer) {
  return layer >= top_of(plan) && (layer >= plan->layer_count || !plan->layers[layer].is_used);
}

bool jh_own_rule(const jh_plan *plan, uint32_t rule) {
  if (is_own(plan, plan->rules[rule].layer)) return true;
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    bool is_of = change->rule == rule ||
                 (change->rule != JH_NONE && change->rule == plan->rules[rule].parent);
    if (is_own(plan, change->layer) && is_of && change->kind == JH_CHANGE_FORMULA) return true;
  }
  return false;
}

bool jh_own_value(const jh_plan *plan, const jh_param_value *value) {
  return is_own(plan, value->layer);
}
