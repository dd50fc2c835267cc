/* evidence_sentence.c - a verdict in one sentence: what it is, and what decides it.
 *
 * Goes down from what was asked to the requirements that fail or wait themselves. Reads the tree
 * that eval/explain.c built; decides nothing.
 */
#include <string.h>

#include "report/cell.h"
#include "report/evidence_words.h"
#include "report/reason.h"
#include "report/score.h"

enum { MOST_PARTS = 4, MOST_NAMES = 3, MOST_CELLS = 2 };

typedef struct telling {
  jh_buf *buf;
  const jh_plan *plan;
  jh_lang lang;
  const jh_evidence *root; /* what the sentence is about */
  jh_verdict wanted;       /* told is what has this verdict */
  size_t count;            /* found so far; the first few are told */
} telling;

static void word(const telling *t, jh_word which) {
  jh_buf_text(t->buf, jh_words_get(which, t->lang));
}

static void number(const telling *t, jh_word which, size_t count) {
  char text[24];
  jh_words_fill(t->buf, t->lang, which, jh_words_count(text, count), NULL);
}

/* Begins a part; false if it is one too many. */
static bool begin(telling *t) {
  if (t->count++ >= MOST_PARTS) return false;
  if (t->count > 1) word(t, JH_W_SEPARATOR);
  return true;
}

/* "4.5 < 5.3 teacher/(100 student)" */
static void comparison(const telling *t, const jh_finding *at, bool is_met) {
  jh_figure_words(t->buf, &at->measure, t->lang);
  jh_buf_char(t->buf, ' ');
  jh_buf_text(t->buf, jh_figure_sign(at->rule->compare, is_met));
  jh_buf_char(t->buf, ' ');
  jh_figure_words(t->buf, &at->bound, t->lang);
  jh_figure_unit(t->buf, t->plan, at->rule->unit_text, t->lang);
}

static void figures(const telling *t, const jh_evidence *at) {
  const jh_finding *finding = &at->finding;
  bool is_settled = finding->verdict == JH_MET || finding->verdict == JH_UNMET;
  if (!finding->has_figures || !is_settled) return;
  word(t, JH_W_PHRASE);
  if (jh_score_is(finding->rule))
    jh_score_sentence(t->buf, finding, t->lang);
  else
    comparison(t, finding, finding->verdict == JH_MET);
  const jh_floor *floor = &at->floor;
  if (!floor->is_asked || floor->verdict != JH_UNMET) return;
  word(t, JH_W_PHRASE);
  jh_words_fill(
      t->buf, t->lang, JH_W_BELOW_FLOOR, floor->share.text, floor->measure.text, floor->bound.text,
      NULL);
}

/* "data/schools.csv:137 sports area" */
static void cell(const telling *t, const jh_cell *at) {
  if (at->file && at->file[0]) {
    jh_cell_place(t->buf, at, at->file);
    jh_buf_char(t->buf, ' ');
  }
  if (!at->column) return;
  const char *name = jh_text_in(at->column->name, t->lang);
  jh_buf_text(t->buf, name[0] ? name : at->column->id);
}

/* The missing cells that would settle it, the first of them. */
static void waiting(const telling *t, const jh_evidence *at) {
  if (!at->waiting_count) return;
  word(t, JH_W_PHRASE);
  word(t, JH_W_WAITS_FOR);
  size_t told = 0;
  for (; told < at->waiting_listed && told < MOST_CELLS; told++) {
    if (told) word(t, JH_W_COMMA);
    cell(t, &at->waiting[told]);
  }
  if (at->waiting_count == told) return;
  word(t, JH_W_COMMA);
  number(t, JH_W_MORE_CELLS, at->waiting_count - told);
}

static size_t count_of(const jh_tally *tally) {
  size_t count = 0;
  for (int v = 0; v < JH_VERDICTS; v++) count += tally->of[v];
  return count;
}

static void items(const telling *t, const jh_tally *tally) {
  if (!count_of(tally)) return;
  word(t, JH_W_PHRASE);
  number(t, JH_W_ITEMS, count_of(tally));
  jh_evidence_words_tally(t->buf, tally, t->lang);
}

/* The stage of a unit of a school that the sentence is about. */
static void stage(const telling *t, const jh_entity *at) {
  const jh_entity *root = &t->root->finding.entity;
  if (at->stage == root->stage || at->stage >= t->plan->stage_count) return;
  if (!jh_str_equal(at->code, root->code)) return;
  const char *name = jh_text_in(t->plan->stages[at->stage].name, t->lang);
  jh_words_fill(t->buf, t->lang, JH_W_BRACKETS, name, NULL);
}

static void tell(const telling *t, const jh_evidence *at, bool is_named) {
  if (is_named) {
    jh_evidence_words_heading(t->buf, t->plan, &at->finding, t->lang);
    stage(t, &at->finding.entity);
  }
  figures(t, at);
  items(t, &at->tally);
  waiting(t, at);
}

static void walk(telling *t, const jh_evidence *at, bool is_named);

static bool is_told(const telling *t, const jh_evidence *at) {
  if (at->kind == JH_EVIDENCE_FINDING) return at->finding.verdict == t->wanted;
  return at->kind == JH_EVIDENCE_TALLY && at->tally.of[t->wanted] > 0;
}

/* What is below it and has the same verdict; false if there is nothing. */
static bool walk_below(telling *t, const jh_evidence *at) {
  bool has_any = false;
  for (const jh_evidence *child = at->first_child; child; child = child->next) {
    if (!is_told(t, child)) continue;
    walk(t, child, true);
    has_any = true;
  }
  return has_any;
}

static void names(telling *t, const jh_evidence *tally) {
  const jh_evidence *last = NULL;
  size_t count = 0;
  for (const jh_evidence *at = tally->first_child; at; at = at->next) {
    bool is_its = at->kind == JH_EVIDENCE_ENTITY && at->first_child &&
                  at->first_child->finding.verdict == t->wanted;
    if (!is_its) continue;
    if (count++ == MOST_NAMES) {
      word(t, JH_W_AND_OTHERS);
      return;
    }
    word(t, count == 1 ? JH_W_COLON : JH_W_COMMA);
    jh_figure_entity(t->buf, t->plan, &at->finding.entity, t->lang);
    last = at;
  }
  if (count == 1 && !walk_below(t, last->first_child)) figures(t, last->first_child);
}

/* "第七条（五） class size: 1 of 23 stages not met: East School" */
static void tell_tally(telling *t, const jh_evidence *at) {
  const size_t *of = at->tally.of;
  char part[24], whole[24];
  jh_evidence_words_heading(t->buf, t->plan, &at->finding, t->lang);
  word(t, JH_W_COLON);
  jh_words_fill(
      t->buf, t->lang, t->wanted == JH_UNMET ? JH_W_COUNT_NOT_MET : JH_W_COUNT_UNKNOWN,
      jh_words_count(part, of[t->wanted]),
      jh_words_count(whole, of[JH_MET] + of[JH_UNMET] + of[JH_UNDETERMINED]),
      jh_figure_level(t->plan, at->finding.rule->level, t->lang), NULL);
  names(t, at);
}

static void walk(telling *t, const jh_evidence *at, bool is_named) {
  bool is_counted = at->kind == JH_EVIDENCE_FINDING && count_of(&at->tally) > 0;
  if (at->kind == JH_EVIDENCE_TALLY) {
    if (begin(t)) tell_tally(t, at);
    return;
  }
  if (is_counted && begin(t)) tell(t, at, is_named);
  if (walk_below(t, at) || is_counted) return;
  if (begin(t)) tell(t, at, is_named);
}

static void end(telling *t) {
  if (t->count > MOST_PARTS) {
    word(t, JH_W_SEPARATOR);
    number(t, JH_W_AND_MORE, t->count - MOST_PARTS);
  }
}

static void full_stop(jh_buf *buf, jh_lang lang) { jh_buf_text(buf, lang == JH_ZH ? "。" : "."); }

/* Calls for the findings nearest to the root, those of its units included. */
static void each_top(
    const jh_evidence *at, void (*take)(void *payload, const jh_evidence *), void *payload) {
  for (const jh_evidence *child = at->first_child; child; child = child->next) {
    if (child->kind == JH_EVIDENCE_ENTITY) each_top(child, take, payload);
    if (child->kind == JH_EVIDENCE_TALLY) take(payload, child);
    if (child->kind == JH_EVIDENCE_FINDING && child->finding.rule->kind != JH_RULE_RELAXATION)
      take(payload, child);
  }
}

typedef struct tops {
  const jh_plan *plan;
  jh_tally tally;
  size_t count;
  const jh_evidence *first;
} tops;

static void count_top(void *payload, const jh_evidence *at) {
  tops *all = payload;
  if (all->count++ == 0) all->first = at;
  if (at->kind == JH_EVIDENCE_FINDING)
    all->tally.of[jh_reason_guarded(all->plan, at->finding.rule, at->finding.verdict)]++;
}

static void walk_top(void *payload, const jh_evidence *at) {
  telling *t = payload;
  if (is_told(t, at)) walk(t, at, true);
}

static void only_one(telling *t, const jh_evidence *at) {
  if (at->kind == JH_EVIDENCE_TALLY) {
    jh_evidence_words_heading(t->buf, t->plan, &at->finding, t->lang);
    word(t, JH_W_COLON);
    jh_evidence_words_tally(t->buf, &at->tally, t->lang);
    for (t->wanted = JH_UNMET; t->wanted <= JH_UNDETERMINED && t->count == 0; t->wanted++)
      if (at->tally.of[t->wanted]) t->count = 1, names(t, at);
    return;
  }
  jh_evidence_words_heading(t->buf, t->plan, &at->finding, t->lang);
  word(t, JH_W_COLON);
  jh_buf_text(t->buf, jh_evidence_words_verdict(t->plan, &at->finding, t->lang));
  t->wanted = at->finding.verdict;
  tell(t, at, false);
  bool hinders = t->wanted == JH_UNMET || t->wanted == JH_UNDETERMINED;
  t->count = 1; /* what follows is separated from it */
  if (hinders) (void)walk_below(t, at);
  end(t);
}

void jh_report_evidence_sentence(
    jh_buf *buf, const jh_plan *plan, const jh_evidence *tree, jh_lang lang) {
  telling t = {.buf = buf, .plan = plan, .lang = lang, .root = tree};
  tops all = {.plan = plan};
  each_top(tree, count_top, &all);
  jh_figure_entity(buf, plan, &tree->finding.entity, lang);
  word(&t, JH_W_COLON);
  if (all.count == 1) {
    only_one(&t, all.first);
  } else {
    number(&t, JH_W_ITEMS, all.count);
    jh_evidence_words_tally(buf, &all.tally, lang);
    t.wanted = all.tally.of[JH_UNMET] ? JH_UNMET : JH_UNDETERMINED;
    t.count = 1;
    each_top(tree, walk_top, &t);
    end(&t);
  }
  full_stop(buf, lang);
}

void jh_report_evidence_why(
    jh_buf *buf, const jh_plan *plan, const jh_evidence *tree, jh_lang lang) {
  telling t = {.buf = buf, .plan = plan, .lang = lang, .root = tree};
  tops all = {.plan = plan};
  each_top(tree, count_top, &all);
  if (all.count == 0) return;
  t.wanted = all.first->finding.verdict;
  bool is_settled = t.wanted == JH_MET || t.wanted >= JH_NOT_APPLICABLE;
  if (is_settled) /* it is not counted as such: the pack may not pass it, or who belongs is not known */
    word(&t, all.tally.of[t.wanted] ? JH_W_UNKNOWN : JH_W_NO_FAILURE);
  else
    walk(&t, all.first, true);
  end(&t);
}

jh_code jh_report_evidence_county(
    jh_buf *buf, const jh_results *results, const jh_entity *county, jh_lang lang, jh_error *err) {
  jh_reasons reasons = {0};
  jh_code code = jh_reason_gather(&reasons, results, county->row, err);
  if (!code) {
    jh_figure_entity(buf, results->head->plan, county, lang);
    jh_buf_text(buf, jh_words_get(JH_W_COLON, lang));
    jh_buf_text(buf, jh_verdict_name(reasons.verdict, lang));
    jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, lang));
    code = jh_reason_text(buf, results, &reasons, lang, err);
    full_stop(buf, lang);
  }
  jh_reason_done(&reasons);
  return code;
}
