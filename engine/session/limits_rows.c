/* limits_rows.c - the values of a plan as rows of a sheet: which, and what each column says. */
#include <string.h>

#include "report/origin.h"
#include "session/limits.h"

const jh_layer *jh_limits_top(const jh_plan *plan) {
  const jh_layer *top = NULL;
  for (size_t i = 0; i < plan->layer_count; i++) {
    const jh_layer *layer = &plan->layers[i];
    if (!layer->is_used && layer->kind != JH_LAYER_REFORM) top = layer;
  }
  return top;
}

/* The change that made the parameter, where it counts for some only. */
static const jh_change *origin_of(const jh_plan *plan, uint32_t param) {
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    if (change->kind == JH_CHANGE_VALUE && change->param == param && change->when) return change;
  }
  return NULL;
}

static jh_limits_row row_of(const jh_plan *plan, uint32_t param, const jh_param_value *value) {
  jh_limits_row row = {.param = param, .value = value};
  const jh_change *change = origin_of(plan, param);
  row.until = jh_origin_until(plan, &plan->params[param], value);
  if (change) row.when = change->when;
  if (change && change->until && (!row.until || change->until < row.until))
    row.until = change->until;
  return row;
}

static void add_values(jh_limits_table *out, uint32_t index) {
  const jh_param *param = &out->plan->params[index];
  for (size_t i = 0; i < param->value_count; i++) {
    jh_limits_row row = row_of(out->plan, index, &param->values[i]);
    bool is_ended = row.until && row.until <= row.value->since;
    bool is_in = !out->on || (row.value->since <= out->on && (!row.until || out->on < row.until));
    out->ended += is_ended;
    if (!is_ended && is_in) out->rows[out->count++] = row;
  }
}

/* Has the rule a bound of which no part stands as a number of its own? */
static bool is_computed(const jh_plan *plan, const jh_rule *rule) {
  bool has_bound = rule->kind == JH_RULE_INDICATOR || rule->kind == JH_RULE_REQUIREMENT;
  if (!has_bound || rule->bound == JH_NONE) return false;
  jh_op op = plan->nodes[rule->bound].op;
  if (op == JH_OP_PARAM || op == JH_OP_CONST) return false;
  size_t size = strlen(rule->id);
  for (size_t i = 0; i < plan->param_count; i++) {
    const char *path = plan->params[i].path;
    if (strncmp(path, rule->id, size) == 0 && path[size] == '.') return false;
  }
  return true;
}

jh_code jh_limits_list(
    jh_limits_table *out, const jh_plan *plan, jh_date on, jh_lang lang, jh_arena *arena,
    jh_error *err) {
  size_t most = 0;
  for (size_t i = 0; i < plan->param_count; i++) most += plan->params[i].value_count;
  *out = (jh_limits_table){.plan = plan, .on = on, .lang = lang};
  out->rows = jh_arena_get(arena, (most + 1) * sizeof *out->rows);
  out->computed = jh_arena_get(arena, (plan->rule_count + 1) * sizeof *out->computed);
  if (!out->rows || !out->computed) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t i = 0; i < plan->param_count; i++) add_values(out, i);
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    if (is_computed(plan, &plan->rules[i])) out->computed[out->computed_count++] = i;
  }
  return JH_OK;
}

void jh_limits_path(jh_buf *buf, const jh_plan *plan, uint32_t param, uint32_t stage) {
  jh_buf_text(buf, plan->params[param].path);
  if (plan->params[param].is_by_stage && stage < plan->stage_count)
    jh_buf_print(buf, ".%s", plan->stages[stage].id);
}

static void add_name(jh_buf *buf, const jh_plan *plan, const jh_limits_row *row, jh_lang lang) {
  const jh_param *param = &plan->params[row->param];
  const char *own = jh_text_in(param->name, lang);
  uint32_t rule = jh_origin_rule(plan, param->path);
  if (!own[0] && rule != JH_NONE) own = jh_text_in(plan->rules[rule].name, lang);
  jh_buf_text(buf, own);
  if (row->when) jh_buf_print(buf, lang == JH_ZH ? "（仅当 %s）" : " (only where %s)", row->when);
}

static void add_unit(jh_buf *buf, const jh_plan *plan, const jh_param *param, jh_lang lang) {
  char unit[128];
  if (!param->unit_text || !param->unit_text[0]) return;
  jh_unit_words(&plan->units, param->unit_text, lang, unit, sizeof unit);
  jh_buf_text(buf, unit);
}

void jh_limits_given(
    jh_buf *buf, const jh_limits_table *table, const jh_limits_row *row, jh_limits_column column,
    jh_lang lang) {
  const jh_plan *plan = table->plan;
  const jh_param *param = &plan->params[row->param];
  const jh_param_value *value = row->value;
  char text[JH_DEC_TEXT], day[11];
  switch (column) {
  case JH_LIMITS_PATH: jh_buf_text(buf, param->path); break;
  case JH_LIMITS_NAME: add_name(buf, plan, row, lang); break;
  case JH_LIMITS_STAGE:
    if (param->is_by_stage && value->stage < plan->stage_count) {
      const char *name = jh_text_in(plan->stages[value->stage].name, lang);
      jh_buf_text(buf, name[0] ? name : plan->stages[value->stage].id);
    }
    break;
  case JH_LIMITS_VALUE: jh_buf_text(buf, jh_dec_text(text, value->value)); break;
  case JH_LIMITS_UNIT: add_unit(buf, plan, param, lang); break;
  case JH_LIMITS_SINCE: jh_buf_text(buf, jh_origin_day(day, value->since)); break;
  case JH_LIMITS_UNTIL: jh_buf_text(buf, jh_origin_day(day, row->until)); break;
  case JH_LIMITS_CLAUSE: jh_buf_text(buf, value->clause); break;
  case JH_LIMITS_DOCUMENT: jh_buf_text(buf, jh_origin_document(plan, value->document)); break;
  default: break;
  }
}
