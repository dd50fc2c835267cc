/* evidence_words.c - see evidence_words.h. */
#include "report/evidence_words.h"

#include <string.h>

#include "report/cell.h"
#include "report/changes.h"
#include "report/origin.h"
#include "report/reason.h"
#include "report/score.h"

#define FORMULA_BYTES 160 /* of a value's formula; the whole stands in the JSON form */

typedef jh_evidence_teller sheet;

static void text(sheet *s, const char *what) { jh_buf_text(&s->buf, what); }
static void word(sheet *s, jh_word which) { text(s, jh_words_get(which, s->lang)); }

void jh_evidence_words_line(jh_evidence_teller *s, jh_evidence_line kind, size_t depth) {
  if (jh_buf_ok(&s->buf)) s->line(s->payload, kind, depth, jh_buf_str(&s->buf));
  jh_buf_clear(&s->buf);
}

static void entity(sheet *s, const jh_entity *at, size_t depth) {
  jh_buf *buf = &s->buf;
  jh_figure_entity(buf, s->plan, at, s->lang);
  jh_buf_spaces(buf, 2);
  if (at->name.size) jh_buf_add(buf, at->code);
  if (depth == 0 && s->plan->levels[at->level].parent != JH_NONE && at->county_code.size) {
    char county[200];
    jh_str_copy(county, sizeof county, at->county_name.size ? at->county_name : at->county_code);
    jh_buf_spaces(buf, 2);
    jh_words_fill(buf, s->lang, JH_W_COUNTY_IS, county, NULL);
  }
  jh_evidence_words_line(s, JH_LINE_ENTITY, depth);
}

const char *jh_evidence_words_verdict(
    const jh_plan *plan, const jh_finding *finding, jh_lang lang) {
  jh_verdict verdict = jh_reason_guarded(plan, finding->rule, finding->verdict);
  if (finding->rule->kind == JH_RULE_RELAXATION) /* met: it was needed */
    return jh_words_get(verdict == JH_MET ? JH_W_YES : JH_W_NO, lang);
  return jh_score_is_free(finding) ? "—" : jh_verdict_name(verdict, lang);
}

void jh_evidence_words_heading(
    jh_buf *buf, const jh_plan *plan, const jh_finding *finding, jh_lang lang) {
  const jh_rule *rule = finding->rule;
  if (rule->kind == JH_RULE_RELAXATION) {
    jh_buf_text(buf, jh_words_get(JH_W_COL_RELAXED, lang));
    jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
  }
  if (rule->kind == JH_RULE_VETO) {
    jh_buf_text(buf, jh_words_get(JH_W_VETO, lang));
    jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
  }
  if (rule->clause && rule->clause[0]) {
    jh_buf_text(buf, rule->clause);
    jh_buf_text(buf, " ");
  }
  jh_figure_rule_full(buf, plan, rule, lang);
  if (rule->kind == JH_RULE_VETO && rule->effect == JH_EFFECT_BARS)
    jh_words_fill(buf, lang, JH_W_BRACKETS, jh_words_get(JH_W_MAY_NOT_APPLY, lang), NULL);
}

/* Behind a veto, of which "met" alone could be read as that it fell due. */
static void say_veto(sheet *s, const jh_rule *rule, jh_verdict verdict) {
  if (rule->kind != JH_RULE_VETO) return;
  if (verdict == JH_MET) text(s, jh_words_get(JH_W_VETO_ABSENT, s->lang));
  if (verdict == JH_UNMET) text(s, jh_words_get(JH_W_VETO_PRESENT, s->lang));
}

/* "unmet  第六条（三） name" */
static void sentence(sheet *s, const jh_finding *finding, size_t depth) {
  const jh_rule *rule = finding->rule;
  jh_verdict verdict = jh_reason_guarded(s->plan, rule, finding->verdict);
  text(s, jh_evidence_words_verdict(s->plan, finding, s->lang));
  text(s, "  ");
  jh_evidence_words_heading(&s->buf, s->plan, finding, s->lang);
  say_veto(s, rule, verdict);
  if (verdict == JH_NOT_APPLICABLE) jh_score_policy(&s->buf, rule, s->lang);
  if (verdict != finding->verdict)
    jh_words_fill(&s->buf, s->lang, JH_W_BRACKETS, jh_words_get(JH_W_NO_FAILURE, s->lang), NULL);
  jh_evidence_words_line(s, JH_LINE_VERDICT, depth);
}

static void labelled(sheet *s, jh_word label, const char *sign, const jh_figure *figure) {
  word(s, label);
  text(s, " ");
  text(s, sign);
  if (sign[0]) text(s, " ");
  jh_figure_words(&s->buf, figure, s->lang);
}

/* False if there are none. */
static bool figures(sheet *s, const jh_finding *finding) {
  const jh_rule *rule = finding->rule;
  if (!finding->has_figures) return false;
  if (jh_score_is(rule)) {
    jh_score_sentence(&s->buf, finding, s->lang);
    return true;
  }
  labelled(s, JH_W_MEASURED, "", &finding->measure);
  const jh_figure *measure = &finding->measure;
  bool is_told = measure->is_known || measure->low[0] || measure->high[0];
  if (is_told) jh_figure_unit(&s->buf, s->plan, rule->unit_text, s->lang);
  word(s, JH_W_PHRASE);
  labelled(s, JH_W_REQUIRED, jh_figure_sign(rule->compare, true), &finding->bound);
  if (!jh_figure_is_empty(&finding->margin)) {
    word(s, JH_W_PHRASE);
    labelled(s, JH_W_MARGIN, "", &finding->margin);
  }
  return true;
}

static void source(sheet *s, const jh_finding *finding) {
  const jh_rule *rule = finding->rule;
  const char *clause = jh_figure_clause(rule, finding->source);
  const char *document = jh_figure_document(s->plan, rule, finding->source);
  jh_date since = jh_figure_since(s->plan, rule, finding->source);
  char day[11];
  word(s, JH_W_CLAUSE);
  text(s, " ");
  text(s, document);
  if (document[0] && clause[0]) text(s, " ");
  text(s, clause);
  if (since) {
    word(s, JH_W_PHRASE);
    jh_words_fill(&s->buf, s->lang, JH_W_IN_FORCE_FROM, jh_date_text(day, since), NULL);
  }
}

/* In Chinese by the names; a formula in ids where no name took part. */
static const char *formula_of(const sheet *s, const jh_evidence *at) {
  bool is_named = s->lang == JH_ZH && at->formula_zh && at->formula_zh[0];
  return is_named ? at->formula_zh : at->formula ? at->formula : "";
}

/* With the ids, too: they are what the pack says. */
static void formula(sheet *s, const jh_evidence *at, size_t depth) {
  const char *how = formula_of(s, at);
  if (!how[0]) return;
  word(s, JH_W_FORMULA);
  text(s, " ");
  text(s, how);
  if (how != at->formula && at->formula && strcmp(how, at->formula) != 0)
    jh_words_fill(&s->buf, s->lang, JH_W_BRACKETS, at->formula, NULL);
  const jh_rule *rule = at->kind == JH_EVIDENCE_FINDING ? at->finding.rule : NULL;
  if (rule && jh_plan_is_computed(s->plan, (uint32_t)(rule - s->plan->rules))) {
    text(s, "  ");
    word(s, JH_W_COMPUTED);
  }
  jh_evidence_words_line(s, JH_LINE_NOTE, depth);
}

static size_t count_of(const jh_tally *tally) {
  size_t count = 0;
  for (int v = 0; v < JH_VERDICTS; v++) count += tally->of[v];
  return count;
}

/* Whether a member that is not met reaches the share of the bound that is asked of it then. */
static void floor_line(sheet *s, const jh_floor *at, size_t depth) {
  if (!at->is_asked) return;
  jh_word which = at->verdict == JH_MET     ? JH_W_FLOOR_MET
                  : at->verdict == JH_UNMET ? JH_W_FLOOR_UNMET
                                            : JH_W_FLOOR_UNKNOWN;
  jh_buf measure, bound;
  jh_buf_init(&measure), jh_buf_init(&bound);
  jh_figure_words(&measure, &at->measure, s->lang);
  jh_figure_words(&bound, &at->bound, s->lang);
  jh_words_fill(
      &s->buf, s->lang, which, at->share.text, jh_buf_ok(&bound) ? bound.at : "",
      jh_buf_ok(&measure) ? measure.at : "", NULL);
  s->buf.failed |= !jh_buf_ok(&measure) || !jh_buf_ok(&bound);
  jh_buf_done(&measure), jh_buf_done(&bound);
  jh_evidence_words_line(s, JH_LINE_NOTE, depth);
}

void jh_evidence_words_tally(jh_buf *buf, const jh_tally *tally, jh_lang lang) {
  bool is_first = true;
  for (int v = 0; v < JH_VERDICTS; v++) {
    if (!tally->of[v]) continue;
    char number[24];
    if (!is_first) jh_buf_text(buf, jh_words_get(JH_W_COMMA, lang));
    jh_buf_text(buf, jh_words_count(number, tally->of[v]));
    jh_buf_text(buf, " ");
    jh_buf_text(buf, jh_verdict_name((jh_verdict)v, lang));
    is_first = false;
  }
}

/* "of 7 items: 6 met, 1 unmet"; false if nothing was counted. */
static bool items(sheet *s, const jh_tally *tally) {
  char number[24];
  if (!count_of(tally)) return false;
  jh_words_fill(&s->buf, s->lang, JH_W_ITEMS, jh_words_count(number, count_of(tally)), NULL);
  jh_evidence_words_tally(&s->buf, tally, s->lang);
  return true;
}

/* "stood at 1 teacher/… (教督〔2017〕6号 第六条（二）)" */
static void base(sheet *s, const jh_evidence_change *at, size_t depth) {
  const jh_change *change = at->change;
  jh_buf value;
  jh_buf_init(&value);
  jh_buf_text(&value, change->was && change->was[0] ? change->was : "?");
  if (change->param < s->plan->param_count)
    jh_figure_unit(&value, s->plan, s->plan->params[change->param].unit_text, s->lang);
  jh_words_fill(&s->buf, s->lang, JH_W_BASE_VALUE, jh_buf_ok(&value) ? value.at : "", NULL);
  s->buf.failed |= !jh_buf_ok(&value);
  jh_buf_done(&value);
  const char *document = at->base ? jh_origin_document(s->plan, at->base->document) : "";
  const char *clause = at->base && at->base->clause ? at->base->clause : "";
  if (document[0] || clause[0]) word(s, JH_W_PHRASE);
  text(s, document);
  if (document[0] && clause[0]) text(s, " ");
  text(s, clause);
  jh_evidence_words_line(s, JH_LINE_NOTE, depth);
}

/* "reform backbone_teachers: 1 → 1.2 teacher/…, in force from 2024-09-01, 第三条 省教〔2024〕1号" */
static void change_line(sheet *s, const jh_evidence_change *at, size_t depth) {
  const jh_change *change = at->change;
  const char *document = jh_origin_document(s->plan, change->document);
  const char *reason = jh_text_in(change->reason, s->lang);
  char day[11];
  jh_words_fill(
      &s->buf, s->lang, JH_W_CHANGED_BY, jh_origin_layer(s->plan, change->layer), change->path,
      NULL);
  jh_changes_was_now(&s->buf, s->plan, change, s->lang);
  if (change->when && change->when[0]) {
    word(s, JH_W_PHRASE);
    jh_words_fill(&s->buf, s->lang, JH_W_CHANGE_WHEN, change->when, NULL);
  }
  word(s, JH_W_PHRASE);
  jh_words_fill(&s->buf, s->lang, JH_W_IN_FORCE_FROM, jh_date_text(day, change->since), NULL);
  bool is_reform = change->layer < s->plan->layer_count &&
                   s->plan->layers[change->layer].kind == JH_LAYER_REFORM;
  const char *clause = change->clause && !(is_reform && reason[0]) ? change->clause : "";
  if (document[0] || clause[0]) word(s, JH_W_PHRASE);
  text(s, document);
  if (document[0] && clause[0]) text(s, " ");
  text(s, clause);
  if (reason[0]) {
    word(s, JH_W_PHRASE);
    jh_words_fill(&s->buf, s->lang, JH_W_CHANGE_REASON, reason, NULL);
  }
  jh_evidence_words_line(s, JH_LINE_NOTE, depth);
}

static void changes(sheet *s, const jh_evidence *at, size_t depth) {
  for (size_t i = 0; i < at->change_count; i++) {
    if (at->changes[i].is_first) base(s, &at->changes[i], depth);
    change_line(s, &at->changes[i], depth);
  }
}

/* The rows behind a spread, as a whole. */
static void group(sheet *s, const jh_evidence_group *at, size_t depth) {
  char count[24], unknown[24];
  const char *level;
  if (!at) return;
  level = jh_figure_level(s->plan, at->level, s->lang);
  jh_words_count(count, at->count);
  if (at->unknown) {
    jh_words_count(unknown, at->unknown);
    jh_words_fill(&s->buf, s->lang, JH_W_GROUP_OPEN, count, level, unknown, NULL);
  } else if (!jh_figure_is_empty(&at->mean)) {
    jh_buf mean;
    jh_buf_init(&mean);
    jh_figure_words(&mean, &at->mean, s->lang);
    jh_figure_unit(&mean, s->plan, at->unit_text, s->lang);
    jh_words_fill(
        &s->buf, s->lang, JH_W_GROUP, count, level, jh_buf_ok(&mean) ? mean.at : "",
        at->weight.text, NULL);
    s->buf.failed |= !jh_buf_ok(&mean);
    jh_buf_done(&mean);
  } else {
    jh_words_fill(&s->buf, s->lang, JH_W_TALLY_OF, count, level, NULL);
  }
  jh_evidence_words_line(s, JH_LINE_NOTE, depth);
}

void jh_evidence_words_place(jh_buf *buf, const jh_cell *at, jh_lang lang) {
  char number[24];
  if (at->file && at->file[0]) {
    jh_cell_place(buf, at, at->file);
    jh_buf_text(buf, "  ");
    if (at->field && !at->sheet) {
      jh_words_fill(buf, lang, JH_W_FIELD, jh_words_count(number, at->field), NULL);
      jh_buf_text(buf, "  ");
    }
  }
  if (!at->column) return;
  const char *name = jh_text_in(at->column->name, lang);
  jh_buf_text(buf, name[0] ? name : at->column->id);
  if (name[0] && strcmp(name, at->column->id) != 0)
    jh_words_fill(buf, lang, JH_W_BRACKETS, at->column->id, NULL);
}

/* The cells that would settle it. */
static void waiting(sheet *s, const jh_evidence *at, size_t depth) {
  char number[24];
  if (!at->waiting_count) return;
  jh_words_fill(&s->buf, s->lang, JH_W_SETTLED_BY, jh_words_count(number, at->waiting_count), NULL);
  jh_evidence_words_line(s, JH_LINE_NOTE, depth);
  for (size_t i = 0; i < at->waiting_listed; i++) {
    jh_evidence_words_place(&s->buf, &at->waiting[i], s->lang);
    if (at->waiting[i].origin)
      jh_words_fill(&s->buf, s->lang, JH_W_ORIGIN, at->waiting[i].origin, NULL);
    jh_evidence_words_line(s, JH_LINE_CELL, depth + 1);
  }
  if (at->waiting_count == at->waiting_listed) return;
  jh_words_fill(
      &s->buf, s->lang, JH_W_MORE_CELLS,
      jh_words_count(number, at->waiting_count - at->waiting_listed), NULL);
  jh_evidence_words_line(s, JH_LINE_MORE, depth + 1);
}

/* Figures, counts and clause: told briefly in one line. */
static void particulars(sheet *s, const jh_evidence *at, size_t depth) {
  if (s->is_brief) {
    if (figures(s, &at->finding)) word(s, JH_W_SEPARATOR);
    if (items(s, &at->tally)) word(s, JH_W_SEPARATOR);
    source(s, &at->finding);
    jh_evidence_words_line(s, JH_LINE_FIGURES, depth);
    floor_line(s, &at->floor, depth);
    return;
  }
  if (figures(s, &at->finding)) jh_evidence_words_line(s, JH_LINE_FIGURES, depth);
  floor_line(s, &at->floor, depth);
  if (items(s, &at->tally)) jh_evidence_words_line(s, JH_LINE_NOTE, depth);
  source(s, &at->finding);
  jh_evidence_words_line(s, JH_LINE_NOTE, depth);
}

static void finding(sheet *s, const jh_evidence *at, size_t depth) {
  sentence(s, &at->finding, depth);
  particulars(s, at, depth + 1);
  changes(s, at, depth + 1);
  waiting(s, at, depth + 1);
  formula(s, at, depth + 1);
  group(s, at->group, depth + 1);
}

static void finer(sheet *s, const jh_evidence *at, size_t depth) {
  const jh_rule *rule = at->finding.rule;
  if (rule) {
    text(s, jh_figure_level(s->plan, rule->level, s->lang));
    text(s, " ");
    if (rule->clause) text(s, rule->clause);
    text(s, " ");
    text(s, jh_figure_rule(rule, s->lang));
    word(s, JH_W_COLON);
  }
  jh_evidence_words_tally(&s->buf, &at->tally, s->lang);
  jh_evidence_words_line(s, JH_LINE_TALLY, depth);
}

/* A value or cell that is a condition says yes or no. */
static const char *yes_no(const sheet *s, const char *what) {
  if (strcmp(what, "yes") == 0) return jh_words_get(JH_W_YES, s->lang);
  return strcmp(what, "no") == 0 ? jh_words_get(JH_W_NO, s->lang) : what;
}

/* "primary: primary students 715 × 1, 67.4974 %: 4342.4252" */
static void share(sheet *s, const jh_evidence_share *at, size_t depth) {
  uint32_t stage = jh_plan_stage(s->plan, jh_str_of(at->id));
  const char *name = stage == JH_NONE ? at->id : jh_text_in(s->plan->stages[stage].name, s->lang);
  text(s, name[0] ? name : at->id);
  word(s, JH_W_COLON);
  text(s, s->lang == JH_ZH ? at->amount_zh : at->amount_en);
  text(s, " ");
  jh_figure_words(&s->buf, &at->amount, s->lang);
  text(s, " × ");
  jh_figure_words(&s->buf, &at->weight, s->lang);
  word(s, JH_W_PHRASE);
  jh_figure_words(&s->buf, &at->percent, s->lang);
  text(s, s->lang == JH_ZH ? "%" : " %");
  word(s, JH_W_COLON);
  jh_figure_words(&s->buf, &at->got, s->lang);
  if (at->is_own) text(s, "  ←");
  jh_evidence_words_line(s, JH_LINE_NOTE, depth);
}

static void split(sheet *s, const jh_evidence_split *at, size_t depth) {
  if (!at) return;
  jh_buf whole;
  jh_buf_init(&whole);
  jh_figure_words(&whole, &at->whole, s->lang);
  jh_words_fill(
      &s->buf, s->lang, JH_W_SPLIT, jh_buf_ok(&whole) ? whole.at : "",
      at->source && at->source->clause ? at->source->clause : at->id, NULL);
  s->buf.failed |= !jh_buf_ok(&whole);
  jh_buf_done(&whole);
  jh_evidence_words_line(s, JH_LINE_NOTE, depth);
  for (size_t i = 0; i < at->count; i++) share(s, &at->shares[i], depth + 1);
}

static void pull(sheet *s, const jh_evidence_pull *at) {
  if (!at) return;
  word(s, JH_W_PHRASE);
  bool is_above = at->distance.text[0] != '-' && strcmp(at->distance.text, "0") != 0;
  char distance[JH_FIGURE_TEXT + 2];
  distance[0] = '+';
  jh_str_copy(distance + is_above, JH_FIGURE_TEXT, jh_str_of(at->distance.text));
  jh_words_fill(&s->buf, s->lang, JH_W_PULL, distance, at->weight.text, at->percent.text, NULL);
}

static void value(sheet *s, const jh_evidence *at, size_t depth) {
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
    jh_figure_words(&s->buf, &at->value, s->lang);
  if (at->quantity && formula_of(s, at)[0]) {
    char shown[FORMULA_BYTES];
    jh_arg_text(shown, sizeof shown, jh_str_of(formula_of(s, at)));
    jh_words_fill(&s->buf, s->lang, JH_W_BRACKETS, shown, NULL);
  }
  pull(s, at->pull);
  jh_evidence_words_line(s, JH_LINE_VALUE, depth);
  split(s, at->split, depth + 1);
  group(s, at->group, depth + 1);
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

static void cell_content(sheet *s, const jh_cell *at) {
  jh_buf *buf = &s->buf;
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

static void cell(sheet *s, const jh_evidence *node, size_t depth) {
  const jh_cell *at = &node->cell;
  jh_evidence_words_place(&s->buf, at, s->lang);
  if (at->column) word(s, JH_W_COLON);
  cell_content(s, at);
  if (at->origin) jh_words_fill(&s->buf, s->lang, JH_W_ORIGIN, at->origin, NULL);
  if (node->decides || node->is_needed) {
    text(s, "  ← ");
    word(s, node->decides ? JH_W_DECIDES : JH_W_NEEDED);
  }
  jh_evidence_words_line(s, JH_LINE_CELL, depth);
}

static void more(sheet *s, const jh_evidence *at, size_t depth) {
  char number[24];
  if (!at->unlisted) return;
  jh_words_fill(&s->buf, s->lang, JH_W_NOT_LISTED, jh_words_count(number, at->unlisted), NULL);
  jh_evidence_words_line(s, JH_LINE_MORE, depth);
}

void jh_evidence_words_tree(jh_evidence_teller *s, const jh_evidence *at, size_t depth) {
  if (s->open && !s->open(s->payload, at)) return;
  switch (at->kind) {
  case JH_EVIDENCE_ENTITY: entity(s, &at->finding.entity, depth); break;
  case JH_EVIDENCE_FINDING: finding(s, at, depth); break;
  case JH_EVIDENCE_TALLY: finer(s, at, depth); break;
  case JH_EVIDENCE_VALUE: value(s, at, depth); break;
  case JH_EVIDENCE_CELL: cell(s, at, depth); break;
  }
  for (const jh_evidence *child = at->first_child; child; child = child->next)
    jh_evidence_words_tree(s, child, depth + 1);
  more(s, at, depth + 1);
  if (s->close) s->close(s->payload, at);
}
