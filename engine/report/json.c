/* json.c - results as JSON, one thing a line (docs/JSON.md, docs/evaluate.schema.json).
 *
 * Independent of the language: names stand in both.
 */
#include "report/changes.h"
#include "report/counties.h"
#include "report/findings.h"
#include "report/head.h"
#include "report/layers.h"
#include "report/score.h"
#include "report/targets.h"
#include "report/title.h"

static const char *kind_id(jh_rule_kind kind) {
  static const char *const ids[] = {
      [JH_RULE_INDICATOR] = "indicator",   [JH_RULE_REQUIREMENT] = "requirement",
      [JH_RULE_SPREAD] = "spread",         [JH_RULE_VETO] = "veto",
      [JH_RULE_VERDICT] = "verdict",       [JH_RULE_CHECK] = "check",
      [JH_RULE_GRADE] = "grade",           [JH_RULE_SCORE] = "score",
      [JH_RULE_RELAXATION] = "relaxation",
  };
  return ids[kind];
}

static const char *compare_id(jh_compare compare) {
  static const char *const ids[] = {
      [JH_AT_LEAST] = "at_least", [JH_AT_MOST] = "at_most", [JH_ABOVE] = "above",
      [JH_BELOW] = "below",       [JH_EQUALS] = "equals",
  };
  return ids[compare];
}

static void requirement(jh_buf *buf, const jh_plan *plan, const jh_rule *rule) {
  jh_buf_text(buf, "{\"id\":");
  jh_buf_json(buf, jh_str_of(rule->id));
  jh_figure_json_pair(buf, "kind", kind_id(rule->kind));
  jh_buf_text(buf, ",\"name\":");
  jh_figure_json_text(buf, rule->name);
  jh_figure_json_pair(buf, "level", plan->levels[rule->level].id);
  if (rule->stage < plan->stage_count) {
    jh_figure_json_pair(buf, "stage", plan->stages[rule->stage].id);
  }
  if (rule->section < plan->section_count) {
    jh_figure_json_pair(buf, "section", plan->sections[rule->section].id);
  }
  if (rule->parent < plan->rule_count) {
    jh_figure_json_pair(buf, "part_of", plan->rules[rule->parent].id);
  }
  jh_figure_json_pair(buf, "clause", rule->clause);
  jh_figure_json_pair(buf, "document", jh_figure_document(plan, rule, NULL));
  if (rule->bound != JH_NONE || rule->kind == JH_RULE_SPREAD) {
    jh_figure_json_pair(buf, "compare", compare_id(rule->compare));
  }
  if (rule->unit_text && rule->unit_text[0]) jh_figure_json_pair(buf, "unit", rule->unit_text);
  jh_score_json_rule(buf, rule);
  jh_figure_json_pair(buf, "certainty", jh_figure_certainty(rule->certainty));
  if (jh_plan_is_computed(plan, (uint32_t)(rule - plan->rules)))
    jh_buf_text(buf, ",\"computed\":true");
  jh_buf_char(buf, '}');
}

static void requirements(jh_buf *buf, const jh_plan *plan) {
  bool is_first = true;
  for (size_t i = 0; i < plan->rule_count; i++) {
    if (plan->rules[i].kind == JH_RULE_CHECK) continue;
    jh_buf_text(buf, is_first ? "\n" : ",\n");
    requirement(buf, plan, &plan->rules[i]);
    is_first = false;
  }
}

typedef struct objects {
  const jh_results *results;
  jh_titles titles;
} objects;

static jh_code county(void *payload, jh_reasons *reasons, jh_buf *buf, jh_error *err) {
  const objects *o = payload;
  const jh_results *results = o->results;
  jh_str prefecture = {NULL, 0}, province = {NULL, 0};
  results->region_names(results->payload, reasons->county, &prefecture, &province);
  jh_buf_text(buf, "\n{\"code\":");
  jh_buf_json(buf, reasons->entity.code);
  jh_buf_text(buf, ",\"name\":");
  jh_buf_json(buf, reasons->entity.name);
  if (prefecture.size) {
    jh_buf_text(buf, ",\"prefecture\":");
    jh_buf_json(buf, prefecture);
  }
  if (province.size) {
    jh_buf_text(buf, ",\"province\":");
    jh_buf_json(buf, province);
  }
  jh_figure_json_pair(buf, "verdict", jh_verdict_id(reasons->verdict));
  jh_code code = jh_reason_json(buf, results, reasons, err);
  if (!code) code = jh_title_json(buf, results, &o->titles, reasons->county, err);
  jh_buf_char(buf, '}');
  return code;
}

static jh_code counties(jh_out *out, const jh_results *results, jh_totals *totals, jh_error *err) {
  objects o = {.results = results};
  jh_code code = jh_title_find(&o.titles, results, err);
  jh_counties all = {.results = results, .between = ",", .payload = &o, .write = county};
  if (!code) code = jh_counties_write(out, &all, totals, err);
  jh_title_done(&o.titles);
  return code ? code : jh_totals_end(totals, err);
}

static void row_part(jh_buf *buf, const jh_findings_scope *scope, const jh_entity *entity) {
  jh_buf_text(buf, "\n{\"entity\":");
  jh_buf_json(buf, entity->code);
  jh_buf_text(buf, ",\"entity_name\":");
  jh_buf_json(buf, entity->name);
  jh_figure_json_pair(buf, "level", scope->plan->levels[entity->level].id);
  if (entity->stage < scope->plan->stage_count) {
    jh_figure_json_pair(buf, "stage", scope->plan->stages[entity->stage].id);
  }
  jh_buf_text(buf, ",\"county\":");
  jh_buf_json(buf, scope->county.code);
}

static void rule_part(jh_buf *buf, const jh_findings_scope *scope, const jh_rule *rule) {
  (void)scope;
  jh_figure_json_pair(buf, "requirement", rule->id);
  jh_buf_text(buf, ",\"verdict\":\"");
}

static void finding_part(
    jh_buf *buf, const jh_findings_scope *scope, const jh_finding *finding, jh_verdict verdict) {
  (void)scope;
  jh_buf_text(buf, jh_verdict_id(verdict));
  jh_buf_char(buf, '"');
  if (!finding->has_figures) return;
  jh_buf_text(buf, ",\"measure\":");
  jh_figure_json(buf, &finding->measure);
  jh_buf_text(buf, ",\"bound\":");
  jh_figure_json(buf, &finding->bound);
  jh_buf_text(buf, ",\"margin\":");
  jh_figure_json(buf, &finding->margin);
  jh_score_json(buf, finding);
}

static void tail_part(
    jh_buf *buf, const jh_findings_scope *scope, const jh_rule *rule,
    const jh_param_value *source) {
  char day[11];
  const char *document = jh_figure_document(scope->plan, rule, source);
  if (rule->unit_text && rule->unit_text[0]) jh_figure_json_pair(buf, "unit", rule->unit_text);
  jh_figure_json_pair(buf, "clause", jh_figure_clause(rule, source));
  jh_figure_json_pair(buf, "document", document[0] ? document : NULL);
  jh_date since = jh_figure_since(scope->plan, rule, source);
  if (since) jh_figure_json_pair(buf, "since", jh_date_text(day, since));
  jh_buf_char(buf, '}');
}

static jh_code body(jh_out *out, const jh_results *results, jh_totals *totals, jh_error *err) {
  static const jh_findings_format format = {",", row_part, rule_part, finding_part, tail_part};
  jh_buf *buf = &out->buf;
  jh_buf_text(buf, "{\"format\":1,\n\"run\":");
  jh_head_json(buf, results->head);
  jh_layers_trial_json(buf, results);
  jh_changes_json(buf, results);
  jh_buf_text(buf, ",\n\"requirements\":[");
  requirements(buf, results->head->plan);
  jh_buf_text(buf, "\n],\n\"counties\":[");
  jh_code code = counties(out, results, totals, err);
  if (code) return code;
  jh_buf_text(buf, "\n],\n\"findings\":[");
  code = jh_findings_walk(out, results, &format, JH_EN, err);
  if (code) return code;
  jh_buf_text(buf, "\n],\n\"totals\":");
  jh_totals_json(buf, totals);
  jh_targets_json(buf, results);
  jh_buf_text(buf, "}\n");
  return JH_OK;
}

jh_code jh_report_json(
    const jh_results *results, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  (void)lang; /* names stand in both languages */
  jh_out out;
  jh_totals totals;
  jh_out_init(&out, sink, sink_payload);
  jh_totals_init(&totals, results);
  jh_code code = body(&out, results, &totals, err);
  jh_totals_done(&totals);
  return jh_out_done(&out, code, err);
}
