/* evidence_json.c - the evidence sheet as JSON: the same tree, a node a line (docs/JSON.md).
 *
 * Independent of the language: names stand in both.
 */
#include "report/cell.h"
#include "report/changes.h"
#include "report/evidence_target.h"
#include "report/head.h"
#include "report/origin.h"
#include "report/out.h"
#include "report/reason.h"
#include "report/score.h"

typedef struct sheet {
  jh_out *out;
  const jh_plan *plan;
  bool is_alone; /* only the root */
} sheet;

static void entity(const sheet *s, const jh_entity *at) {
  jh_buf *buf = &s->out->buf;
  jh_buf_text(buf, ",\"entity\":");
  jh_buf_json(buf, at->code);
  jh_buf_text(buf, ",\"entity_name\":");
  jh_buf_json(buf, at->name);
  jh_figure_json_pair(buf, "level", s->plan->levels[at->level].id);
  if (at->stage < s->plan->stage_count) {
    jh_figure_json_pair(buf, "stage", s->plan->stages[at->stage].id);
  }
  jh_buf_text(buf, ",\"county\":");
  jh_buf_json(buf, at->county_code);
}

static void figure(const sheet *s, const char *key, const jh_figure *at) {
  jh_buf_text(&s->out->buf, key);
  jh_figure_json(&s->out->buf, at);
}

static void tally(const sheet *s, const jh_tally *at) {
  jh_buf *buf = &s->out->buf;
  jh_buf_text(buf, ",\"tally\":{");
  for (int v = 0; v < JH_VERDICTS; v++) {
    jh_buf_text(buf, v ? ",\"" : "\"");
    jh_buf_text(buf, jh_verdict_id((jh_verdict)v));
    jh_buf_text(buf, "\":");
    jh_buf_int(buf, (int64_t)at->of[v]);
  }
  jh_buf_char(buf, '}');
}

static void rule_of(const sheet *s, const jh_rule *rule) {
  jh_buf *buf = &s->out->buf;
  if (!rule) return;
  jh_figure_json_pair(buf, "requirement", rule->id);
  jh_buf_text(buf, ",\"name\":");
  jh_figure_json_text(buf, rule->name);
}

static void source(const sheet *s, const jh_finding *at) {
  jh_buf *buf = &s->out->buf;
  const char *document = jh_figure_document(s->plan, at->rule, at->source);
  jh_date since = jh_figure_since(s->plan, at->rule, at->source);
  char day[11];
  jh_figure_json_pair(buf, "clause", jh_figure_clause(at->rule, at->source));
  if (document[0]) jh_figure_json_pair(buf, "document", document);
  if (since) jh_figure_json_pair(buf, "since", jh_date_text(day, since));
}

static void floor_of(const sheet *s, const jh_floor *at) {
  if (!at->is_asked) return;
  figure(s, ",\"floor\":{\"percent\":", &at->share);
  figure(s, ",\"bound\":", &at->bound);
  figure(s, ",\"measure\":", &at->measure);
  jh_figure_json_pair(&s->out->buf, "verdict", jh_verdict_id(at->verdict));
  jh_buf_char(&s->out->buf, '}');
}

static bool is_counted(const jh_tally *at) {
  size_t count = 0;
  for (int v = 0; v < JH_VERDICTS; v++) count += at->of[v];
  return count > 0;
}

/* The value below the first change of each number, then the changes. */
static void changes(const sheet *s, const jh_evidence *node) {
  jh_buf *buf = &s->out->buf;
  if (!node->change_count) return;
  jh_buf_text(buf, ",\"changes\":[");
  for (size_t i = 0; i < node->change_count; i++) {
    const jh_evidence_change *at = &node->changes[i];
    if (i) jh_buf_char(buf, ',');
    jh_changes_record(buf, s->plan, at->change);
    if (at->base) {
      const char *document = jh_origin_document(s->plan, at->base->document);
      jh_buf_text(buf, ",\"base\":{\"value\":");
      jh_buf_json(buf, jh_str_of(at->change->was ? at->change->was : ""));
      jh_figure_json_pair(buf, "clause", at->base->clause);
      if (document[0]) jh_figure_json_pair(buf, "document", document);
      jh_buf_char(buf, '}');
    }
    jh_buf_char(buf, '}');
  }
  jh_buf_char(buf, ']');
}

static void waiting(const sheet *s, const jh_evidence *node) {
  jh_buf *buf = &s->out->buf;
  if (!node->waiting_count) return;
  jh_buf_print(buf, ",\"waiting_count\":%zu,\"waiting\":[", node->waiting_count);
  for (size_t i = 0; i < node->waiting_listed; i++) {
    if (i) jh_buf_char(buf, ',');
    jh_cell_json(buf, &node->waiting[i], false);
  }
  jh_buf_char(buf, ']');
}

static void group(const sheet *s, const jh_evidence_group *at) {
  jh_buf *buf = &s->out->buf;
  if (!at) return;
  jh_buf_text(buf, ",\"group\":{\"level\":");
  jh_buf_json(buf, jh_str_of(s->plan->levels[at->level].id));
  jh_buf_print(buf, ",\"count\":%zu,\"unknown\":%zu", at->count, at->unknown);
  if (!jh_figure_is_empty(&at->mean)) {
    figure(s, ",\"mean\":", &at->mean);
    figure(s, ",\"weight\":", &at->weight);
  }
  if (at->unit_text[0]) jh_figure_json_pair(buf, "unit", at->unit_text);
  jh_buf_char(buf, '}');
}

/* Whose value it is, and how much of the spread comes from it. */
static void pull(const sheet *s, const jh_evidence *node) {
  jh_buf *buf = &s->out->buf;
  if (node->finding.entity.code.size) entity(s, &node->finding.entity);
  if (!node->pull) return;
  figure(s, ",\"pull\":{\"weight\":", &node->pull->weight);
  figure(s, ",\"distance\":", &node->pull->distance);
  figure(s, ",\"percent\":", &node->pull->percent);
  jh_buf_char(buf, '}');
}

static void split(const sheet *s, const jh_evidence_split *at) {
  jh_buf *buf = &s->out->buf;
  if (!at) return;
  jh_buf_text(buf, ",\"split\":{\"id\":");
  jh_buf_json(buf, jh_str_of(at->id));
  if (at->source) jh_figure_json_pair(buf, "clause", at->source->clause);
  figure(s, ",\"whole\":", &at->whole);
  jh_buf_text(buf, ",\"shares\":[");
  for (size_t i = 0; i < at->count; i++) {
    const jh_evidence_share *one = &at->shares[i];
    jh_buf_text(buf, i ? ",{\"stage\":" : "{\"stage\":");
    jh_buf_json(buf, jh_str_of(one->id));
    jh_figure_json_pair(buf, "by", one->amount_en);
    figure(s, ",\"amount\":", &one->amount);
    figure(s, ",\"weight\":", &one->weight);
    figure(s, ",\"percent\":", &one->percent);
    figure(s, ",\"got\":", &one->got);
    jh_buf_text(buf, one->is_own ? ",\"own\":true}" : "}");
  }
  jh_buf_text(buf, "]}");
}

static void finding(const sheet *s, const jh_evidence *node) {
  const jh_finding *at = &node->finding;
  jh_buf *buf = &s->out->buf;
  rule_of(s, at->rule);
  if (at->rule->stage < s->plan->stage_count) {
    jh_figure_json_pair(buf, "stage", s->plan->stages[at->rule->stage].id);
  }
  jh_figure_json_pair(
      buf, "verdict", jh_verdict_id(jh_reason_guarded(s->plan, at->rule, at->verdict)));
  if (at->has_figures) {
    figure(s, ",\"measure\":", &at->measure);
    figure(s, ",\"bound\":", &at->bound);
    figure(s, ",\"margin\":", &at->margin);
    jh_score_json(buf, at);
  }
  const char *unit = at->rule->unit_text;
  if (unit && unit[0]) jh_figure_json_pair(buf, "unit", unit);
  source(s, at);
  floor_of(s, &node->floor);
  if (at->rule->shape == JH_SHAPE_AT_LEAST_N || is_counted(&node->tally)) tally(s, &node->tally);
  changes(s, node);
  waiting(s, node);
  jh_figure_json_pair(buf, "formula", node->formula);
  group(s, node->group);
}

static void value(const sheet *s, const jh_evidence *node) {
  jh_buf *buf = &s->out->buf;
  if (node->quantity) {
    jh_figure_json_pair(buf, "quantity", node->quantity->id);
    jh_buf_text(buf, ",\"name\":");
    jh_figure_json_text(buf, node->quantity->name);
  }
  jh_figure_json_pair(buf, "formula", node->formula);
  figure(s, ",\"value\":", &node->value);
  pull(s, node);
  split(s, node->split);
  group(s, node->group);
}

static void content(const sheet *s, const jh_evidence *node) {
  jh_buf *buf = &s->out->buf;
  switch (node->kind) {
  case JH_EVIDENCE_ENTITY:
    jh_buf_text(buf, "{\"kind\":\"entity\"");
    entity(s, &node->finding.entity);
    break;
  case JH_EVIDENCE_FINDING:
    jh_buf_text(buf, "{\"kind\":\"finding\"");
    finding(s, node);
    break;
  case JH_EVIDENCE_TALLY:
    jh_buf_text(buf, "{\"kind\":\"tally\"");
    rule_of(s, node->finding.rule);
    tally(s, &node->tally);
    break;
  case JH_EVIDENCE_VALUE:
    jh_buf_text(buf, "{\"kind\":\"value\"");
    value(s, node);
    break;
  case JH_EVIDENCE_CELL:
    jh_buf_text(buf, "{\"kind\":\"cell\",\"cell\":");
    jh_cell_json(buf, &node->cell, node->decides);
    if (node->is_needed) jh_buf_text(buf, ",\"needed\":true");
    break;
  }
  if (node->unlisted) jh_buf_print(buf, ",\"not_listed\":%zu", node->unlisted);
}

static void tree(const sheet *s, const jh_evidence *node, size_t depth) {
  jh_buf *buf = &s->out->buf;
  if (!jh_out_block(s->out)) return;
  content(s, node);
  if (node->first_child && !s->is_alone) {
    jh_buf_text(buf, ",\"parts\":[");
    for (const jh_evidence *child = node->first_child; child; child = child->next) {
      jh_buf_text(buf, child == node->first_child ? "\n" : ",\n");
      jh_buf_spaces(buf, depth + 1);
      tree(s, child, depth + 1);
    }
    jh_buf_char(buf, ']');
  }
  jh_buf_char(buf, '}');
}

static void told(jh_buf *buf, const jh_report_sheet *wanted) {
  static const char *const depths[] = {
      [JH_EVIDENCE_LINES] = "lines",
      [JH_EVIDENCE_SENTENCE] = "sentence",
      [JH_EVIDENCE_FULL] = "full"};
  jh_figure_json_pair(buf, "depth", depths[wanted->depth]);
  if (!wanted->sentence[JH_EN]) return;
  jh_buf_text(buf, ",\n\"sentence\":{\"zh\":");
  jh_buf_json(buf, jh_str_of(wanted->sentence[JH_ZH]));
  jh_buf_text(buf, ",\"en\":");
  jh_buf_json(buf, jh_str_of(wanted->sentence[JH_EN]));
  jh_buf_char(buf, '}');
}

jh_code jh_report_evidence_json(
    const jh_report_sheet *wanted, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  (void)lang; /* names stand in both languages */
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  jh_buf_text(&out.buf, "{\"format\":1,\n\"run\":");
  jh_head_json(&out.buf, wanted->head);
  told(&out.buf, wanted);
  if (wanted->target) {
    jh_buf_text(&out.buf, ",\n\"target\":");
    jh_evidence_target_json(&out.buf, wanted);
  } else {
    sheet s = {&out, wanted->head->plan, wanted->depth == JH_EVIDENCE_SENTENCE};
    jh_buf_text(&out.buf, ",\n\"evidence\":");
    tree(&s, wanted->tree, 0);
  }
  jh_buf_text(&out.buf, "}\n");
  return jh_out_done(&out, JH_OK, err);
}
