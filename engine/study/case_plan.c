/* case_plan.c - copies the list of parameters, and the values of those that are turned on. */
#include "study/case_plan.h"

#include <string.h>

#include "base/alloc.h"

/* On, from the first day of the switch. */
static void turn_on(jh_param *param, jh_param_value *value) {
  *value = param->values[0];
  value->value = (jh_dec){.mantissa = 1};
  param->values = value;
  param->value_count = 1;
}

jh_code jh_case_plan_open(jh_plan **out, const jh_plan *plan, const jh_case *test, jh_error *err) {
  *out = NULL;
  if (test->switch_count == 0) return JH_OK;
  jh_plan *own = jh_alloc_get(sizeof *own);
  jh_param *params = jh_alloc_get(plan->param_count * sizeof *params);
  jh_param_value *values = jh_alloc_get(test->switch_count * sizeof *values);
  if (!own || !params || !values) {
    jh_alloc_free(own);
    jh_alloc_free(params);
    jh_alloc_free(values);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  memcpy(params, plan->params, plan->param_count * sizeof *params);
  for (size_t i = 0; i < test->switch_count; i++) turn_on(&params[test->switches[i]], &values[i]);
  *own = *plan;
  own->params = params;
  *out = own;
  return JH_OK;
}

void jh_case_plan_close(jh_plan *own, const jh_case *test) {
  if (!own) return;
  jh_alloc_free(own->params[test->switches[0]].values);
  jh_alloc_free(own->params);
  jh_alloc_free(own);
}
