/* title.c - verdicts besides the last word; see title.h. */
#include "report/title.h"

#include "base/alloc.h"
#include "report/score.h"

static bool is_title(const jh_plan *plan, uint32_t rule) {
  jh_rule_kind kind = plan->rules[rule].kind;
  if (plan->levels[plan->rules[rule].level].parent != JH_NONE) return false;
  return kind == JH_RULE_VERDICT || (kind == JH_RULE_GRADE && jh_reason_is_top(plan, rule));
}

jh_code jh_title_find(jh_titles *titles, const jh_results *results, jh_error *err) {
  const jh_plan *plan = results->head->plan;
  *titles = (jh_titles){0};
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    if (i == results->verdict_rule || !is_title(plan, i)) continue;
    void *rules = titles->rules;
    if (jh_alloc_grow(&rules, &titles->room, titles->count + 1, sizeof i) != 0) {
      return jh_fail(err, JH_ENOMEM, NULL, NULL);
    }
    titles->rules = rules;
    titles->rules[titles->count++] = i;
  }
  return JH_OK;
}

void jh_title_done(jh_titles *titles) {
  jh_alloc_free(titles->rules);
  *titles = (jh_titles){0};
}

/* The results as if this title were the last word. */
static jh_results seen_by(const jh_results *results, uint32_t rule) {
  jh_results seen = *results;
  seen.verdict_rule = rule;
  return seen;
}

jh_code jh_title_gather(
    jh_reasons *reasons, const jh_results *results, uint32_t rule, uint32_t county, jh_error *err) {
  jh_results seen = seen_by(results, rule);
  return jh_reason_gather(reasons, &seen, county, err);
}

jh_code jh_title_text(
    jh_buf *buf, const jh_results *results, uint32_t rule, const jh_reasons *reasons, jh_lang lang,
    jh_error *err) {
  const jh_rule *at = &results->head->plan->rules[rule];
  jh_results seen = seen_by(results, rule);
  jh_words_fill(buf, lang, JH_W_TITLE, jh_figure_rule(at, lang), NULL);
  jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
  if (at->kind != JH_RULE_GRADE) return jh_reason_text(buf, &seen, reasons, lang, err);
  jh_finding finding;
  jh_code code = results->finding(results->payload, rule, reasons->entity.row, &finding, err);
  if (code) return code;
  if (!finding.has_figures) return jh_reason_text(buf, &seen, reasons, lang, err);
  jh_score_words(buf, at, &finding.measure, lang);
  return JH_OK;
}

static jh_code one(
    jh_buf *buf, const jh_results *results, uint32_t rule, const jh_reasons *reasons,
    jh_error *err) {
  const jh_rule *at = &results->head->plan->rules[rule];
  jh_results seen = seen_by(results, rule);
  jh_finding finding;
  jh_code code = results->finding(results->payload, rule, reasons->entity.row, &finding, err);
  if (code) return code;
  jh_buf_text(buf, "{\"requirement\":");
  jh_buf_json(buf, jh_str_of(at->id));
  jh_figure_json_pair(buf, "verdict", jh_verdict_id(reasons->verdict));
  jh_score_json(buf, &finding);
  code = jh_reason_json(buf, &seen, reasons, err);
  jh_buf_char(buf, '}');
  return code;
}

jh_code jh_title_json(
    jh_buf *buf, const jh_results *results, const jh_titles *titles, uint32_t county,
    jh_error *err) {
  jh_reasons reasons = {0};
  jh_code code = JH_OK;
  if (titles->count) jh_buf_text(buf, ",\n \"titles\":[");
  for (size_t i = 0; i < titles->count && !code; i++) {
    jh_buf_text(buf, i ? ",\n  " : "\n  ");
    code = jh_title_gather(&reasons, results, titles->rules[i], county, err);
    if (!code) code = one(buf, results, titles->rules[i], &reasons, err);
  }
  if (titles->count) jh_buf_char(buf, ']');
  jh_reason_done(&reasons);
  return code;
}
