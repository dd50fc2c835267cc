/* origin.c - see origin.h. */
#include "report/origin.h"

#include <string.h>

/* Is `id` the beginning of the path, up to a dot or its end? */
static bool begins(const char *path, const char *id) {
  size_t length = strlen(id);
  return strncmp(path, id, length) == 0 && (path[length] == '.' || path[length] == '\0');
}

uint32_t jh_origin_rule(const jh_plan *plan, const char *path) {
  uint32_t found = JH_NONE;
  size_t longest = 0;
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    size_t length = strlen(plan->rules[i].id);
    if (length <= longest || !begins(path, plan->rules[i].id)) continue;
    found = i;
    longest = length;
  }
  return found;
}

const char *jh_origin_layer(const jh_plan *plan, uint32_t layer) {
  const char *id = layer < plan->layer_count ? plan->layers[layer].id : plan->pack.id;
  return id ? id : "";
}

const char *jh_origin_document(const jh_plan *plan, uint32_t document) {
  if (document >= plan->document_count) return "";
  const char *number = plan->documents[document].number;
  return number ? number : "";
}

jh_date jh_origin_until(const jh_plan *plan, const jh_param *param, const jh_param_value *value) {
  uint32_t rule = jh_origin_rule(plan, param->path);
  jh_date until = rule == JH_NONE ? 0 : plan->rules[rule].until;
  for (size_t i = 0; i < param->value_count; i++) {
    const jh_param_value *other = &param->values[i];
    if (other->since <= value->since || (param->is_by_stage && other->stage != value->stage)) {
      continue;
    }
    if (!until || other->since < until) until = other->since;
  }
  return until;
}

jh_date jh_origin_since(const jh_plan *plan, const jh_rule *rule) {
  if (rule->in_force) return rule->in_force;
  jh_date own = rule->layer < plan->layer_count ? plan->layers[rule->layer].in_force : 0;
  return own ? own : plan->pack.in_force;
}

bool jh_origin_in_force(
    const jh_plan *plan, const jh_param *param, const jh_param_value *value, jh_date on) {
  jh_date until = jh_origin_until(plan, param, value);
  return value->since <= on && (!until || on < until);
}

void jh_origin_place(jh_buf *buf, const jh_place *place) {
  if (!place->file[0]) return;
  jh_buf_print(buf, "%s:%u", place->file, place->line);
}

bool jh_origin_concerns(const char *change, const char *path) {
  return begins(change, path) || begins(path, change);
}

const char *jh_origin_day(char out[11], jh_date day) {
  if (!day) {
    out[0] = '\0';
    return out;
  }
  return jh_date_text(out, day);
}
