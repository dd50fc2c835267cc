/* compare_json.c - a comparison as JSON, one thing a line (docs/JSON.md, docs/compare.schema.json).
 *
 * Independent of the language: names stand in both.
 */
#include "report/changes.h"
#include "report/compare_json.h"
#include "report/head.h"
#include "report/out.h"

typedef struct writer {
  jh_buf *buf;
  const jh_compare_view *view;
} writer;

static void number(const writer *w, const char *key, size_t value) {
  jh_buf_text(w->buf, ",\"");
  jh_buf_text(w->buf, key);
  jh_buf_text(w->buf, "\":");
  jh_buf_int(w->buf, (int64_t)value);
}

static void flag(const writer *w, const char *key, bool value) {
  jh_buf_text(w->buf, ",\"");
  jh_buf_text(w->buf, key);
  jh_buf_text(w->buf, value ? "\":true" : "\":false");
}

static void text_of(const writer *w, const char *key, const char *text) {
  if (text && text[0]) jh_figure_json_pair(w->buf, key, text);
}

static const jh_plan *plan_of(const writer *w, uint32_t pair) {
  return jh_compare_point_plan(w->view, jh_compare_point_side(w->view, pair));
}

static const char *rule_id(const writer *w, uint32_t pair) {
  const jh_rule *rule = jh_compare_point_rule(w->view, pair);
  return rule ? rule->id : "";
}

static void verdicts(const writer *w, const jh_verdict verdict[2]) {
  jh_figure_json_pair(w->buf, "before", jh_verdict_id(verdict[0]));
  jh_figure_json_pair(w->buf, "after", jh_verdict_id(verdict[1]));
}

/* {"entity":…,"entity_name":…,"level":…,"stage":…,"county":… without the closing brace */
static void entity(const writer *w, uint32_t pair, const uint32_t row[2]) {
  jh_compare_json_entity(w->buf, w->view, pair, row);
}

static void figure(const writer *w, const char *key, const jh_figure *value) {
  jh_buf_text(w->buf, ",\"");
  jh_buf_text(w->buf, key);
  jh_buf_text(w->buf, "\":");
  jh_figure_json(w->buf, value);
}

static jh_code point(const writer *w, const jh_flip_point *at, jh_error *err) {
  entity(w, at->rule, at->row);
  verdicts(w, at->verdict);
  jh_code code = jh_compare_json_figures(w->buf, w->view, at, err);
  jh_buf_char(w->buf, '}');
  return code;
}

jh_code jh_compare_json_figures(
    jh_buf *buf, const jh_compare_view *view, const jh_flip_point *at, jh_error *err) {
  writer made = {buf, view}, *w = &made;
  jh_compare_figures f;
  jh_code code = jh_compare_point_figures(view, at, &f, err);
  if (!code && f.has[0]) figure(w, "measure_before", &f.measure[0]);
  if (!code && f.has[0]) figure(w, "bound_before", &f.bound[0]);
  if (!code && f.has[1]) figure(w, "measure_after", &f.measure[1]);
  if (!code && f.has[1]) figure(w, "bound_after", &f.bound[1]);
  return code;
}

/* {"requirement":…,"clause":…,"count":…,"entities":[…]} */
static jh_code group(const writer *w, size_t from, size_t end, jh_error *err) {
  const jh_flip_point *first = &w->view->what->points[from];
  const jh_rule *rule = jh_compare_point_rule(w->view, first->rule);
  jh_compare_figures f;
  jh_code code = jh_compare_point_figures(w->view, first, &f, err);
  if (code) return code;
  jh_buf_text(w->buf, "{\"requirement\":");
  jh_buf_json(w->buf, jh_str_of(rule_id(w, first->rule)));
  jh_figure_json_pair(w->buf, "clause", rule ? jh_figure_clause(rule, f.source) : "");
  if (rule) text_of(w, "document", jh_figure_document(plan_of(w, first->rule), rule, f.source));
  if (rule) text_of(w, "unit", rule->unit_text);
  if (first->floor_of != JH_NONE) text_of(w, "floor_of", rule_id(w, first->floor_of));
  number(w, "count", end - from);
  jh_buf_text(w->buf, ",\"entities\":[");
  for (size_t i = from; i < end && !code; i++) {
    if (i > from) jh_buf_char(w->buf, ',');
    code = point(w, &w->view->what->points[i], err);
  }
  jh_buf_text(w->buf, "]}");
  return code;
}

static jh_code flip(const writer *w, const jh_flip *at, jh_error *err) {
  entity(w, at->rule, at->row);
  text_of(w, "requirement", rule_id(w, at->rule));
  verdicts(w, at->verdict);
  jh_compare_json_margin(w->buf, w->view, at);
  jh_buf_text(w->buf, ",\"decided_by\":[");
  size_t end = at->first + at->count;
  jh_code code = JH_OK;
  for (size_t from = at->first; from < end && !code;) {
    size_t next = jh_compare_point_group(w->view->what, from, end);
    if (from > at->first) jh_buf_char(w->buf, ',');
    code = group(w, from, next, err);
    from = next;
  }
  jh_buf_text(w->buf, "]}");
  return code;
}

jh_code jh_compare_json_flip(
    jh_buf *buf, const jh_compare_view *view, const jh_flip *at, jh_error *err) {
  writer w = {buf, view};
  return flip(&w, at, err);
}

static jh_code flips(
    jh_out *out, const writer *w, const jh_flip *items, size_t count, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < count && !code && jh_out_block(out); i++) {
    jh_buf_text(w->buf, i ? ",\n" : "\n");
    code = flip(w, &items[i], err);
  }
  return code;
}

static void tally(const writer *w, const char *key, const size_t of[JH_VERDICTS]) {
  jh_buf_text(w->buf, ",\"");
  jh_buf_text(w->buf, key);
  jh_buf_text(w->buf, "\":{");
  for (int v = 0; v < JH_VERDICTS; v++) {
    jh_buf_text(w->buf, v ? ",\"" : "\"");
    jh_buf_text(w->buf, jh_verdict_id((jh_verdict)v));
    jh_buf_text(w->buf, "\":");
    jh_buf_int(w->buf, (int64_t)of[v]);
  }
  jh_buf_char(w->buf, '}');
}

static void absorbed(const writer *w, const jh_flip_absorbed *at) {
  const jh_rule *rule = jh_compare_point_rule(w->view, at->rule);
  jh_buf_text(w->buf, "{\"requirement\":");
  jh_buf_json(w->buf, jh_str_of(rule_id(w, at->rule)));
  jh_figure_json_pair(w->buf, "clause", rule ? jh_figure_clause(rule, NULL) : "");
  jh_figure_json_pair(w->buf, "stays", jh_verdict_id(at->verdict));
  number(w, "count", at->count);
  jh_buf_text(w->buf, ",\"entities\":[");
  for (size_t i = 0; i < at->count; i++) {
    const jh_flip_point *from = &w->view->what->points[at->first + i];
    if (i) jh_buf_char(w->buf, ',');
    entity(w, from->rule, from->row);
    jh_figure_json_pair(w->buf, "requirement", rule_id(w, from->rule));
    verdicts(w, from->verdict);
    jh_buf_char(w->buf, '}');
  }
  jh_buf_text(w->buf, "]}");
}

static void effect(const writer *w, const jh_flip_change *at) {
  jh_buf_text(w->buf, ",\n \"requirements\":[");
  for (size_t i = 0; i < at->rule_count; i++) {
    if (i) jh_buf_char(w->buf, ',');
    jh_buf_json(w->buf, jh_str_of(rule_id(w, at->rules[i])));
  }
  jh_buf_char(w->buf, ']');
  flag(w, "in_force", at->is_in_force);
  flag(w, "read_by_verdict", at->is_read);
  tally(w, "before", at->tally[0].of);
  tally(w, "after", at->tally[1].of);
  number(w, "changed", at->changed);
  number(w, "reached_county", at->reached);
  number(w, "floors", at->floors);
  number(w, "undetermined_in_both", at->waiting);
  jh_buf_text(w->buf, ",\"absorbed\":[");
  for (size_t i = 0; i < at->absorbed_count; i++) {
    if (i) jh_buf_text(w->buf, ",\n  ");
    absorbed(w, &at->absorbed[i]);
  }
  jh_buf_text(w->buf, "]}");
}

static void change(const writer *w, const jh_flip_change *at) {
  jh_changes_record(w->buf, jh_compare_point_plan(w->view, at->side), &at->change);
  effect(w, at);
}

static void total(const writer *w, const jh_flip_total *at) {
  size_t sum[2][JH_VERDICTS] = {{0}};
  bool is_first = true;
  jh_buf_text(w->buf, "{\"requirement\":");
  jh_buf_json(w->buf, jh_str_of(rule_id(w, at->rule)));
  uint32_t level = jh_compare_point_level(w->view, at->rule);
  jh_figure_json_pair(w->buf, "level", plan_of(w, at->rule)->levels[level].id);
  for (int k = 0; k < JH_VERDICTS * JH_VERDICTS; k++) {
    sum[0][k / JH_VERDICTS] += at->moves[k / JH_VERDICTS][k % JH_VERDICTS];
    sum[1][k % JH_VERDICTS] += at->moves[k / JH_VERDICTS][k % JH_VERDICTS];
  }
  tally(w, "before", sum[0]);
  tally(w, "after", sum[1]);
  jh_buf_text(w->buf, ",\"flips\":[");
  for (int k = 0; k < JH_VERDICTS * JH_VERDICTS; k++) {
    int a = k / JH_VERDICTS, b = k % JH_VERDICTS;
    if (a == b || !at->moves[a][b]) continue;
    jh_buf_text(w->buf, is_first ? "{\"before\":" : ",{\"before\":");
    is_first = false;
    jh_buf_json(w->buf, jh_str_of(jh_verdict_id((jh_verdict)a)));
    jh_figure_json_pair(w->buf, "after", jh_verdict_id((jh_verdict)b));
    number(w, "count", at->moves[a][b]);
    jh_buf_char(w->buf, '}');
  }
  jh_buf_text(w->buf, "]}");
}

static void unmatched(const writer *w) {
  const jh_plan *plan = jh_compare_point_plan(w->view, JH_AFTER);
  for (size_t i = 0; i < w->view->what->unmatched_count; i++) {
    const jh_flip_unmatched *at = &w->view->what->unmatched[i];
    jh_buf_text(w->buf, i ? ",\n{\"level\":" : "\n{\"level\":");
    jh_buf_json(w->buf, jh_str_of(plan->levels[at->level[1]].id));
    number(w, "before", at->only[0]);
    number(w, "after", at->only[1]);
    jh_buf_char(w->buf, '}');
  }
}

static jh_code body(jh_out *out, const writer *w, jh_error *err) {
  const jh_comparison *what = w->view->what;
  jh_buf_text(w->buf, "{\"format\":1,\n\"before\":");
  jh_head_json(w->buf, w->view->of[JH_BEFORE]->head);
  jh_buf_text(w->buf, ",\n\"after\":");
  jh_head_json(w->buf, w->view->of[JH_AFTER]->head);
  jh_buf_text(w->buf, ",\n\"changes\":[");
  for (size_t i = 0; i < what->change_count; i++) {
    jh_buf_text(w->buf, i ? ",\n" : "\n");
    change(w, &what->changes[i]);
  }
  jh_buf_text(w->buf, "\n],\n\"totals\":[");
  for (size_t i = 0; i < what->total_count; i++) {
    jh_buf_text(w->buf, i ? ",\n" : "\n");
    total(w, &what->totals[i]);
  }
  jh_buf_text(w->buf, "\n],\n\"not_compared\":[");
  unmatched(w);
  jh_buf_text(w->buf, "],\n\"regions\":[");
  jh_code code = jh_compare_json_regions(w->buf, w->view, err);
  jh_buf_text(w->buf, "\n],\n\"counties\":[");
  if (!code) code = flips(out, w, what->counties, what->county_count, err);
  if (code) return code;
  jh_buf_text(w->buf, "\n],\n\"findings\":[");
  code = flips(out, w, what->findings, what->finding_count, err);
  jh_buf_text(w->buf, "\n]");
  if (!code) code = jh_compare_json_near(out, w->view, err);
  if (w->view->alone) jh_compare_json_alone(w->buf, w->view);
  if (w->view->cost) jh_compare_json_cost(out, w->view);
  jh_buf_text(w->buf, "}\n");
  return code;
}

jh_code jh_report_compare_json(
    const jh_compare_view *view, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  (void)lang;
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  writer w = {&out.buf, view};
  return jh_out_done(&out, body(&out, &w, err), err);
}
