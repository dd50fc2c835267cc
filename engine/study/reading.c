/* reading.c - copies the list of parameters, and the values of switches; see reading.h. */
#include "study/reading.h"

#include <string.h>

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

bool jh_reading_is_in_force(const jh_param *param, jh_date on) {
  return jh_param_on(param, JH_NONE, on) != NULL;
}

bool jh_reading_is_on(const jh_param *param, jh_date on) {
  const jh_param_value *value = jh_param_on(param, JH_NONE, on);
  return value && value->value.mantissa != 0;
}

/* A plan of its own as far as its parameters go; NULL: memory is out. */
static jh_plan *copy(const jh_plan *plan, jh_arena *arena) {
  jh_plan *own = jh_arena_get(arena, sizeof *own);
  jh_param *params = jh_arena_get(arena, (plan->param_count + 1) * sizeof *params);
  if (!own || !params) return NULL;
  if (plan->param_count) memcpy(params, plan->params, plan->param_count * sizeof *params);
  *own = *plan;
  own->params = params;
  return own;
}

/* From its first day on: `first`, and from the day after `last`, where they differ. */
static bool set(jh_param *param, int first, int last, jh_arena *arena) {
  jh_param_value *values = jh_arena_get(arena, 2 * sizeof *values);
  if (!values || param->value_count == 0) return values != NULL;
  values[0] = values[1] = param->values[0];
  values[0].value = (jh_dec){.mantissa = first};
  values[1].value = (jh_dec){.mantissa = last};
  values[1].since = param->values[0].since + 1;
  param->values = values;
  param->value_count = first == last ? 1 : 2;
  return true;
}

jh_code jh_reading_turn(
    const jh_plan **out, const jh_plan *plan, const uint32_t *switches, size_t count, jh_date on,
    jh_arena *arena, jh_error *err) {
  jh_plan *own = copy(plan, arena);
  if (!own) return out_of_memory(err);
  for (size_t i = 0; i < count; i++) {
    jh_param *param = &own->params[switches[i]];
    int other = jh_reading_is_on(param, on) ? 0 : 1;
    if (!set(param, other, other, arena)) return out_of_memory(err);
  }
  *out = own;
  return JH_OK;
}

jh_code jh_reading_any(const jh_plan **out, const jh_plan *plan, jh_arena *arena, jh_error *err) {
  jh_plan *own = copy(plan, arena);
  if (!own) return out_of_memory(err);
  for (size_t i = 0; i < own->param_count; i++) {
    if (own->params[i].is_switch && !set(&own->params[i], 0, 1, arena)) return out_of_memory(err);
  }
  *out = own;
  return JH_OK;
}

jh_code jh_reading_makes_stages(
    bool *out, const jh_plan *plan, uint32_t param, jh_arena *arena, jh_error *err) {
  bool *wanted = jh_arena_get(arena, plan->node_count + 1);
  *out = false;
  if (!wanted) return out_of_memory(err);
  for (size_t i = 0; i < plan->stage_count; i++) {
    if (plan->stages[i].when != JH_NONE) wanted[plan->stages[i].when] = true;
  }
  for (size_t n = plan->node_count; n-- > 0;) {
    const jh_node *node = &plan->nodes[n];
    if (!wanted[n]) continue;
    if (node->op == JH_OP_PARAM && node->index == param) *out = true;
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) wanted[arg] = true;
    }
  }
  return JH_OK;
}
