#include "model/rule.h"

const jh_param_value *jh_param_on(const jh_param *param, uint32_t stage, jh_date on) {
  const jh_param_value *found = NULL;
  for (size_t i = 0; i < param->value_count; i++) {
    const jh_param_value *value = &param->values[i];
    if (value->since > on) break;
    if (!param->is_by_stage || value->stage == stage) found = value;
  }
  return found;
}
