#include "study/own.h"

/* The layer whose cases these are: the last that is no reform. */
static uint32_t top_of(const jh_plan *plan) {
  uint32_t top = 0;
  for (uint32_t l = 0; l < plan->layer_count; l++) {
    if (plan->layers[l].kind != JH_LAYER_REFORM) top = l;
  }
  return top;
}

bool jh_own_rule(const jh_plan *plan, uint32_t rule) {
  uint32_t top = top_of(plan);
  if (plan->rules[rule].layer >= top) return true;
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    bool is_of = change->rule == rule ||
                 (change->rule != JH_NONE && change->rule == plan->rules[rule].parent);
    if (change->layer >= top && is_of && change->kind == JH_CHANGE_FORMULA) return true;
  }
  return false;
}

bool jh_own_value(const jh_plan *plan, const jh_param_value *value) {
  return value->layer >= top_of(plan);
}
