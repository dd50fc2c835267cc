/* csv.c - a line for each finding, for spreadsheets: UTF-8 with a byte order mark, CRLF.
 *
 * In English the words are the fixed ones of scripts; in Chinese headers,
 * verdicts, levels and stages are Chinese, for people.
 */
#include "report/figure.h"
#include "report/findings.h"
#include "report/score.h"

static void header(jh_buf *buf, jh_lang lang) {
  static const jh_word columns[] = {
      JH_W_CSV_COUNTY_CODE, JH_W_CSV_COUNTY, JH_W_CSV_LEVEL,     JH_W_CSV_CODE,    JH_W_CSV_NAME,
      JH_W_CSV_STAGE,       JH_W_CSV_RULE,   JH_W_CSV_RULE_NAME, JH_W_CSV_VERDICT, JH_W_CSV_MEASURE,
      JH_W_CSV_BOUND,       JH_W_CSV_MARGIN, JH_W_CSV_FULL,      JH_W_CSV_UNIT,    JH_W_CSV_CLAUSE,
      JH_W_CSV_DOCUMENT,    JH_W_CSV_SINCE,
  };
  jh_buf_text(buf, "\xEF\xBB\xBF");
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    if (i > 0) jh_buf_char(buf, ',');
    jh_buf_text(buf, jh_words_get(columns[i], lang));
  }
  jh_buf_text(buf, "\r\n");
}

static void cell(jh_buf *buf, jh_str text) {
  jh_buf_csv(buf, text);
  jh_buf_char(buf, ',');
}

static jh_str word(const char *id, jh_text name, jh_lang lang) {
  const char *text = lang == JH_EN ? id : jh_text_in(name, lang);
  return jh_str_of(text[0] ? text : id);
}

static void row_part(jh_buf *buf, const jh_findings_scope *scope, const jh_entity *entity) {
  const jh_plan *plan = scope->plan;
  const jh_level *level = &plan->levels[entity->level];
  cell(buf, scope->county.code);
  cell(buf, scope->county.name);
  cell(buf, word(level->id, level->name, scope->lang));
  cell(buf, entity->code);
  cell(buf, entity->name);
  if (entity->stage < plan->stage_count) {
    const jh_stage *stage = &plan->stages[entity->stage];
    cell(buf, word(stage->id, stage->name, scope->lang));
  } else {
    jh_buf_char(buf, ',');
  }
}

static void rule_part(jh_buf *buf, const jh_findings_scope *scope, const jh_rule *rule) {
  cell(buf, jh_str_of(rule->id));
  cell(buf, jh_str_of(jh_figure_rule(rule, scope->lang)));
}

static void finding_part(
    jh_buf *buf, const jh_findings_scope *scope, const jh_finding *finding, jh_verdict verdict) {
  jh_buf_text(
      buf, scope->lang == JH_EN ? jh_verdict_id(verdict) : jh_verdict_name(verdict, scope->lang));
  jh_buf_char(buf, ',');
  if (!finding->has_figures) {
    jh_buf_text(buf, ",,,,");
    return;
  }
  jh_score_csv(buf, finding->rule, &finding->measure, scope->lang);
  jh_buf_char(buf, ',');
  jh_score_csv(buf, finding->rule, &finding->bound, scope->lang);
  jh_buf_char(buf, ',');
  if (finding->rule->kind != JH_RULE_GRADE) jh_figure_csv(buf, &finding->margin);
  jh_buf_char(buf, ',');
  if (finding->rule->kind == JH_RULE_SCORE) jh_figure_csv(buf, &finding->full);
  jh_buf_char(buf, ',');
}

static void tail_part(
    jh_buf *buf, const jh_findings_scope *scope, const jh_rule *rule,
    const jh_param_value *source) {
  char day[11];
  cell(buf, jh_str_of(rule->unit_text));
  cell(buf, jh_str_of(jh_figure_clause(rule, source)));
  cell(buf, jh_str_of(jh_figure_document(scope->plan, rule, source)));
  jh_date since = jh_figure_since(scope->plan, rule, source);
  if (since) jh_buf_text(buf, jh_date_text(day, since));
  jh_buf_text(buf, "\r\n");
}

jh_code jh_report_csv(
    const jh_results *results, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  static const jh_findings_format format = {"", row_part, rule_part, finding_part, tail_part};
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  header(&out.buf, lang);
  jh_code code = jh_findings_walk(&out, results, &format, lang, err);
  return jh_out_done(&out, code, err);
}
