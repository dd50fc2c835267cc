/* variant.c - copies the list of parameters, and the values of those that change. */
#include "vary/variant.h"

#include <string.h>

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* The values in force on the day, one for each stage, as if they had been so from the first day on. */
static jh_code freeze(jh_param *param, jh_date on, jh_arena *arena, jh_error *err) {
  jh_param_value *values = jh_arena_get(arena, (param->value_count + 1) * sizeof *values);
  size_t count = 0;
  if (!values) return out_of_memory(err);
  for (size_t i = 0; i < param->value_count; i++) {
    const jh_param_value *value = &param->values[i];
    if (jh_param_on(param, value->stage, on) != value) continue;
    values[count] = *value;
    values[count++].since = param->values[0].since;
  }
  if (count == 0) return jh_fail(err, JH_EINTERNAL, &param->place, param->path, NULL);
  param->values = values;
  param->value_count = count;
  return JH_OK;
}

static jh_code set(jh_param *param, const jh_variant_value *wanted, jh_error *err) {
  bool is_there = false;
  for (size_t i = 0; i < param->value_count; i++) {
    jh_param_value *value = &param->values[i];
    if (param->is_by_stage && wanted->stage != JH_NONE && value->stage != wanted->stage) continue;
    value->value = wanted->value;
    is_there = true;
  }
  return is_there ? JH_OK : jh_fail(err, JH_EINTERNAL, &param->place, param->path, NULL);
}

jh_code jh_variant_make(
    const jh_plan **out, const jh_plan *plan, const jh_variant_value *values, size_t count,
    jh_date on, jh_arena *arena, jh_error *err) {
  jh_plan *own = jh_arena_get(arena, sizeof *own);
  jh_param *params = jh_arena_get(arena, (plan->param_count + 1) * sizeof *params);
  if (!own || !params) return out_of_memory(err);
  if (plan->param_count) memcpy(params, plan->params, plan->param_count * sizeof *params);
  *own = *plan;
  own->params = params;
  for (size_t i = 0; i < count; i++) {
    jh_param *param = &params[values[i].param];
    bool is_own = param->values != plan->params[values[i].param].values;
    jh_code code = is_own ? JH_OK : freeze(param, on, arena, err);
    if (!code) code = set(param, &values[i], err);
    if (code) return code;
  }
  *out = own;
  return JH_OK;
}
