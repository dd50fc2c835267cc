/* readings.c - what the three forms of readings.h ask alike. */
#include "report/readings.h"

jh_readings_kind jh_readings_kind_of(const jh_readings *of, uint32_t county) {
  size_t alone = 0;
  for (size_t k = 0; k < of->count; k++) alone += of->hangs[county * of->count + k];
  if (alone > 1) return JH_READINGS_ON_MORE;
  if (alone == 1) return JH_READINGS_ON_ONE;
  return of->together[county] ? JH_READINGS_ON_ALL : JH_READINGS_ON_NONE;
}

size_t jh_readings_hanging(const jh_readings *of) {
  size_t count = 0;
  for (uint32_t i = 0; i < of->base->county_count; i++)
    count += jh_readings_kind_of(of, i) != JH_READINGS_ON_NONE;
  return count;
}

size_t jh_readings_changed(const jh_flip_total *total) {
  size_t count = 0;
  for (int a = 0; a < JH_VERDICTS; a++) {
    for (int b = 0; b < JH_VERDICTS; b++) count += a == b ? 0 : total->moves[a][b];
  }
  return count;
}

const jh_param *jh_readings_param(const jh_readings *of, size_t at) {
  return &of->base->head->plan->params[of->switches[at].param];
}

static const jh_param_value *value_of(const jh_readings *of, size_t at) {
  const jh_param *param = jh_readings_param(of, at);
  const jh_param_value *value = jh_param_on(param, JH_NONE, of->base->head->on);
  return value || param->value_count == 0 ? value : &param->values[0];
}

const char *jh_readings_clause(const jh_readings *of, size_t at) {
  const jh_param_value *value = value_of(of, at);
  return value && value->clause ? value->clause : "";
}

const char *jh_readings_document(const jh_readings *of, size_t at) {
  const jh_plan *plan = of->base->head->plan;
  const jh_param_value *value = value_of(of, at);
  if (!value || value->document >= plan->document_count) return "";
  return plan->documents[value->document].number;
}
