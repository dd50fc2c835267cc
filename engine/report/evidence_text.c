/* evidence_text.c - the evidence sheet for people: an indented tree, from the sentence down to the
 * cells. Renders what eval/explain.c built; decides nothing. */
#include <string.h>

#include "report/cell.h"
#include "report/figure.h"
#include "report/head.h"
#include "report/out.h"
#include "report/reason.h"
#include "report/score.h"

#define STEP 2            /* blanks for each depth */
#define FORMULA_BYTES 160 /* of a value's formula; the whole stands in the JSON form */

typedef struct sheet {
  jh_out *out;
  const jh_plan *plan;
  jh_lang lang;
} sheet;

static void text(const sheet *s, const char *what) { jh_buf_text(&s->out->buf, what); }
static void word(const sheet *s, jh_word which) { text(s, jh_words_get(which, s->lang)); }

static void indent(const sheet *s, size_t depth) { jh_buf_spaces(&s->out->buf, STEP * depth); }

static void entity(const sheet *s, const jh_entity *at, size_t depth) {
  jh_buf *buf = &s->out->buf;
  indent(s, depth);
  jh_figure_entity(buf, s->plan, at, s->lang);
  jh_buf_spaces(buf, 2);
  if (at->name.size) jh_buf_add(buf, at->code);
  if (depth == 0 && s->plan->levels[at->level].parent != JH_NONE && at->county_code.size) {
    char county[200];
    jh_str_copy(county, sizeof county, at->county_name.size ? at->county_name : at->county_code);
    jh_buf_spaces(buf, 2);
    jh_words_fill(buf, s->lang, JH_W_COUNTY_IS, county, NULL);
  }
  text(s, "\n");
}

/* "unmet  第六条（三） name" */
static void sentence(const sheet *s, const jh_finding *finding, size_t depth) {
  const jh_rule *rule = finding->rule;
  jh_verdict verdict = jh_reason_guarded(s->plan, rule, finding->verdict);
  indent(s, depth);
  bool is_relaxed = rule->kind == JH_RULE_RELAXATION; /* met: it was needed */
  if (is_relaxed)
    word(s, verdict == JH_MET ? JH_W_YES : JH_W_NO);
  else
    text(s, jh_score_is_free(finding) ? "—" : jh_verdict_name(verdict, s->lang));
  text(s, "  ");
  if (is_relaxed) {
    word(s, JH_W_COL_RELAXED);
    word(s, JH_W_COLON);
  }
  if (rule->kind == JH_RULE_VETO) {
    word(s, JH_W_VETO);
    word(s, JH_W_COLON);
  }
  if (rule->clause && rule->clause[0]) {
    text(s, rule->clause);
    text(s, " ");
  }
  jh_figure_rule_full(&s->out->buf, s->plan, rule, s->lang);
  if (rule->kind == JH_RULE_VETO && rule->effect == JH_EFFECT_BARS) {
    jh_words_fill(
        &s->out->buf, s->lang, JH_W_BRACKETS, jh_words_get(JH_W_MAY_NOT_APPLY, s->lang), NULL);
  }
  if (verdict == JH_NOT_APPLICABLE) jh_score_policy(&s->out->buf, rule, s->lang);
  if (verdict != finding->verdict) {
    jh_words_fill(
        &s->out->buf, s->lang, JH_W_BRACKETS, jh_words_get(JH_W_NO_FAILURE, s->lang), NULL);
  }
  text(s, "\n");
}

static void labelled(const sheet *s, jh_word label, const char *sign, const jh_figure *figure) {
  word(s, label);
  text(s, " ");
  text(s, sign);
  if (sign[0]) text(s, " ");
  jh_figure_words(&s->out->buf, figure, s->lang);
}

static void figures(const sheet *s, const jh_finding *finding, size_t depth) {
  const jh_rule *rule = finding->rule;
  if (!finding->has_figures) return;
  const char *sign = jh_figure_sign(rule->compare, true);
  indent(s, depth);
  if (jh_score_is(rule)) {
    jh_score_sentence(&s->out->buf, finding, s->lang);
    text(s, "\n");
    return;
  }
  labelled(s, JH_W_MEASURED, "", &finding->measure);
  const jh_figure *measure = &finding->measure;
  bool is_told = measure->is_known || measure->low[0] || measure->high[0];
  if (is_told) jh_figure_unit(&s->out->buf, s->plan, rule->unit_text, s->lang);
  word(s, JH_W_PHRASE);
  labelled(s, JH_W_REQUIRED, sign, &finding->bound);
  if (!jh_figure_is_empty(&finding->margin)) {
    word(s, JH_W_PHRASE);
    labelled(s, JH_W_MARGIN, "", &finding->margin);
  }
  text(s, "\n");
}

static void source(const sheet *s, const jh_finding *finding, size_t depth) {
  const jh_rule *rule = finding->rule;
  const char *clause = jh_figure_clause(rule, finding->source);
  const char *document = jh_figure_document(s->plan, rule, finding->source);
  jh_date since = jh_figure_since(s->plan, rule, finding->source);
  char day[11];
  indent(s, depth);
  word(s, JH_W_CLAUSE);
  text(s, " ");
  text(s, document);
  if (document[0] && clause[0]) text(s, " ");
  text(s, clause);
  if (since) {
    word(s, JH_W_PHRASE);
    jh_words_fill(&s->out->buf, s->lang, JH_W_IN_FORCE_FROM, jh_date_text(day, since), NULL);
  }
  text(s, "\n");
}

/* In Chinese by the names; a formula in ids where no name took part. */
static const char *formula_of(const sheet *s, const jh_evidence *at) {
  bool is_named = s->lang == JH_ZH && at->formula_zh && at->formula_zh[0];
  return is_named ? at->formula_zh : at->formula ? at->formula : "";
}

/* With the ids, too: they are what the pack says. */
static void formula(const sheet *s, const jh_evidence *at, size_t depth) {
  const char *how = formula_of(s, at);
  if (!how[0]) return;
  indent(s, depth);
  word(s, JH_W_FORMULA);
  text(s, " ");
  text(s, how);
  if (how != at->formula && at->formula && strcmp(how, at->formula) != 0)
    jh_words_fill(&s->out->buf, s->lang, JH_W_BRACKETS, at->formula, NULL);
  const jh_rule *rule = at->kind == JH_EVIDENCE_FINDING ? at->finding.rule : NULL;
  if (rule && jh_plan_is_computed(s->plan, (uint32_t)(rule - s->plan->rules))) {
    text(s, "  ");
    word(s, JH_W_COMPUTED);
  }
  text(s, "\n");
}

static size_t count_of(const jh_tally *tally) {
  size_t count = 0;
  for (int v = 0; v < JH_VERDICTS; v++) count += tally->of[v];
  return count;
}

/* Whether a member that is not met reaches the share of the bound that is asked of it then. */
static void floor_line(const sheet *s, const jh_floor *at, size_t depth) {
  if (!at->is_asked) return;
  jh_word which = at->verdict == JH_MET     ? JH_W_FLOOR_MET
                  : at->verdict == JH_UNMET ? JH_W_FLOOR_UNMET
                                            : JH_W_FLOOR_UNKNOWN;
  jh_buf measure, bound;
  jh_buf_init(&measure), jh_buf_init(&bound);
  jh_figure_words(&measure, &at->measure, s->lang);
  jh_figure_words(&bound, &at->bound, s->lang);
  indent(s, depth);
  jh_words_fill(
      &s->out->buf, s->lang, which, at->share.text, jh_buf_ok(&bound) ? bound.at : "",
      jh_buf_ok(&measure) ? measure.at : "", NULL);
  text(s, "\n");
  s->out->buf.failed |= !jh_buf_ok(&measure) || !jh_buf_ok(&bound);
  jh_buf_done(&measure), jh_buf_done(&bound);
}

/* "23 met, 1 unmet" */
static void tally(const sheet *s, const jh_tally *at) {
  bool is_first = true;
  for (int v = 0; v < JH_VERDICTS; v++) {
    if (!at->of[v]) continue;
    char number[24];
    if (!is_first) word(s, JH_W_COMMA);
    text(s, jh_words_count(number, at->of[v]));
    text(s, " ");
    text(s, jh_verdict_name((jh_verdict)v, s->lang));
    is_first = false;
  }
}

static void finding(const sheet *s, const jh_evidence *at, size_t depth) {
  sentence(s, &at->finding, depth);
  figures(s, &at->finding, depth + 1);
  floor_line(s, &at->floor, depth + 1);
  if (count_of(&at->tally)) {
    char number[24];
    indent(s, depth + 1);
    jh_words_fill(
        &s->out->buf, s->lang, JH_W_ITEMS, jh_words_count(number, count_of(&at->tally)), NULL);
    tally(s, &at->tally);
    text(s, "\n");
  }
  source(s, &at->finding, depth + 1);
  formula(s, at, depth + 1);
}

static void finer(const sheet *s, const jh_evidence *at, size_t depth) {
  const jh_rule *rule = at->finding.rule;
  indent(s, depth);
  if (rule) {
    text(s, jh_figure_level(s->plan, rule->level, s->lang));
    text(s, " ");
    if (rule->clause) text(s, rule->clause);
    text(s, " ");
    text(s, jh_figure_rule(rule, s->lang));
    word(s, JH_W_COLON);
  }
  tally(s, &at->tally);
  text(s, "\n");
}

/* A value or cell that is a condition says yes or no. */
static const char *yes_no(const sheet *s, const char *what) {
  if (strcmp(what, "yes") == 0) return jh_words_get(JH_W_YES, s->lang);
  return strcmp(what, "no") == 0 ? jh_words_get(JH_W_NO, s->lang) : what;
}

static void value(const sheet *s, const jh_evidence *at, size_t depth) {
  indent(s, depth);
  if (at->quantity) {
    const char *name = jh_text_in(at->quantity->name, s->lang);
    text(s, name[0] ? name : at->quantity->id);
  } else {
    text(s, formula_of(s, at));
  }
  text(s, " = ");
  if (at->value.is_known)
    text(s, yes_no(s, at->value.text));
  else
    jh_figure_words(&s->out->buf, &at->value, s->lang);
  if (at->quantity && formula_of(s, at)[0]) {
    char shown[FORMULA_BYTES];
    jh_arg_text(shown, sizeof shown, jh_str_of(formula_of(s, at)));
    jh_words_fill(&s->out->buf, s->lang, JH_W_BRACKETS, shown, NULL);
  }
  text(s, "\n");
}

/* What a cell was read as: of a choice its name in Chinese, its id in English. */
static const char *read_as(const sheet *s, const jh_cell *at) {
  if (!at->column) return at->read;
  if (at->column->type == JH_COLUMN_BOOL) return yes_no(s, at->read);
  for (size_t i = 0; s->lang == JH_ZH && i < at->column->choice_count; i++) {
    const char *name = jh_text_in(at->column->choices[i].name, s->lang);
    if (strcmp(at->column->choices[i].id, at->read) == 0 && name[0]) return name;
  }
  return at->read;
}

static void cell_place(const sheet *s, const jh_cell *at) {
  jh_buf *buf = &s->out->buf;
  char number[24];
  if (!at->file || !at->file[0]) return;
  jh_cell_place(buf, at, at->file);
  text(s, "  ");
  if (at->field && !at->sheet) {
    jh_words_fill(buf, s->lang, JH_W_FIELD, jh_words_count(number, at->field), NULL);
    text(s, "  ");
  }
}

static void cell_content(const sheet *s, const jh_cell *at) {
  jh_buf *buf = &s->out->buf;
  bool has_written = at->written && at->written[0];
  if (at->is_missing && has_written) {
    jh_words_fill(buf, s->lang, JH_W_WRITTEN_MISSING, at->written, NULL);
  } else if (at->is_missing) {
    word(s, at->line ? JH_W_BLANK : JH_W_NOT_IN_DATA);
  } else if (has_written) {
    jh_words_fill(buf, s->lang, JH_W_WRITTEN_READ, at->written, read_as(s, at), NULL);
  } else {
    jh_words_fill(buf, s->lang, JH_W_READ_AS, read_as(s, at), NULL);
  }
}

static void cell(const sheet *s, const jh_evidence *node, size_t depth) {
  const jh_cell *at = &node->cell;
  indent(s, depth);
  cell_place(s, at);
  if (at->column) {
    const char *name = jh_text_in(at->column->name, s->lang);
    text(s, name[0] ? name : at->column->id);
    if (name[0] && strcmp(name, at->column->id) != 0) {
      jh_words_fill(&s->out->buf, s->lang, JH_W_BRACKETS, at->column->id, NULL);
    }
    word(s, JH_W_COLON);
  }
  cell_content(s, at);
  if (at->origin) jh_words_fill(&s->out->buf, s->lang, JH_W_ORIGIN, at->origin, NULL);
  if (node->decides) {
    text(s, "  ← ");
    word(s, JH_W_DECIDES);
  }
  text(s, "\n");
}

static void tree(const sheet *s, const jh_evidence *at, size_t depth) {
  if (!jh_out_block(s->out)) return;
  switch (at->kind) {
  case JH_EVIDENCE_ENTITY: entity(s, &at->finding.entity, depth); break;
  case JH_EVIDENCE_FINDING: finding(s, at, depth); break;
  case JH_EVIDENCE_TALLY: finer(s, at, depth); break;
  case JH_EVIDENCE_VALUE: value(s, at, depth); break;
  case JH_EVIDENCE_CELL: cell(s, at, depth); break;
  }
  for (const jh_evidence *child = at->first_child; child; child = child->next) {
    tree(s, child, depth + 1);
  }
}

jh_code jh_report_evidence_text(
    const jh_report_head *head, const jh_evidence *evidence, jh_lang lang, jh_sink sink,
    void *sink_payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  jh_head_text(&out.buf, head, lang);
  jh_buf_char(&out.buf, '\n');
  sheet s = {&out, head->plan, lang};
  tree(&s, evidence, 0);
  return jh_out_done(&out, JH_OK, err);
}

jh_code jh_report_evidence_lines(
    const jh_plan *plan, const jh_evidence *evidence, jh_lang lang, jh_sink sink,
    void *sink_payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  sheet s = {&out, plan, lang};
  for (const jh_evidence *child = evidence->first_child; child; child = child->next) {
    tree(&s, child, 0);
  }
  return jh_out_done(&out, JH_OK, err);
}
