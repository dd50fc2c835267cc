/* score.c - grades and points as text; see score.h. */
#include "report/score.h"

#include <string.h>

bool jh_score_is(const jh_rule *rule) {
  return rule->kind == JH_RULE_GRADE || rule->kind == JH_RULE_SCORE;
}

/* The value that a figure's text names: its number, counted from the worst; NULL if there is none. */
static const jh_grade *grade_of(const jh_rule *rule, const char *text) {
  size_t value = 0;
  if (!text[0]) return NULL;
  for (const char *at = text; *at; at++) {
    if (*at < '0' || *at > '9' || value > rule->grade_count) return NULL;
    value = value * 10 + (size_t)(*at - '0');
  }
  return value < rule->grade_count ? &rule->grades[value] : NULL;
}

static const char *grade_name(const jh_rule *rule, const char *text, jh_lang lang) {
  const jh_grade *grade = grade_of(rule, text);
  if (!grade) return text;
  const char *name = jh_text_in(grade->name, lang);
  return name[0] ? name : grade->id;
}

void jh_score_words(jh_buf *buf, const jh_rule *rule, const jh_figure *figure, jh_lang lang) {
  if (rule->kind != JH_RULE_GRADE) {
    jh_figure_words(buf, figure, lang);
  } else if (figure->is_known) {
    jh_buf_text(buf, grade_name(rule, figure->text, lang));
  } else if (!figure->low[0] || !figure->high[0]) {
    jh_buf_text(buf, jh_words_get(JH_W_NOT_KNOWN, lang));
  } else {
    jh_words_fill(
        buf, lang, JH_W_BETWEEN, grade_name(rule, figure->low, lang),
        grade_name(rule, figure->high, lang), NULL);
  }
}

static const char *csv_name(const jh_rule *rule, const char *text, jh_lang lang) {
  const jh_grade *grade = grade_of(rule, text);
  return !grade ? text : lang == JH_EN ? grade->id : grade_name(rule, text, lang);
}

void jh_score_csv(jh_buf *buf, const jh_rule *rule, const jh_figure *figure, jh_lang lang) {
  if (rule->kind != JH_RULE_GRADE) {
    jh_figure_csv(buf, figure);
    return;
  }
  jh_figure named = {.is_known = figure->is_known};
  jh_str_copy(named.text, sizeof named.text, jh_str_of(csv_name(rule, figure->text, lang)));
  jh_str_copy(named.low, sizeof named.low, jh_str_of(csv_name(rule, figure->low, lang)));
  jh_str_copy(named.high, sizeof named.high, jh_str_of(csv_name(rule, figure->high, lang)));
  jh_figure_csv(buf, &named);
}

/* A figure as an argument of jh_words_fill; empty when memory is out, which `buf` then says. */
typedef struct part {
  jh_buf buf;
} part;

static const char *open_part(part *p, const jh_rule *rule, const jh_figure *figure, jh_lang lang) {
  jh_buf_init(&p->buf);
  jh_score_words(&p->buf, rule, figure, lang);
  return jh_buf_ok(&p->buf) && p->buf.size ? p->buf.at : "";
}

static void close_part(jh_buf *buf, part *p) {
  buf->failed |= !jh_buf_ok(&p->buf);
  jh_buf_done(&p->buf);
}

static bool asks_nothing(const jh_figure *bound) {
  return bound->is_known && strcmp(bound->text, "0") == 0;
}

void jh_score_sentence(jh_buf *buf, const jh_finding *finding, jh_lang lang) {
  const jh_rule *rule = finding->rule;
  part got, asked, full;
  const char *a = open_part(&got, rule, &finding->measure, lang);
  const char *b = open_part(&asked, rule, &finding->bound, lang);
  const char *c = open_part(&full, rule, &finding->full, lang);
  if (rule->kind == JH_RULE_GRADE) {
    jh_words_fill(buf, lang, JH_W_GRADED, a, b, NULL);
  } else {
    jh_words_fill(buf, lang, JH_W_POINTS, a, c, NULL);
    if (!asks_nothing(&finding->bound)) jh_words_fill(buf, lang, JH_W_POINTS_ASKED, b, NULL);
  }
  close_part(buf, &got);
  close_part(buf, &asked);
  close_part(buf, &full);
}

void jh_score_policy(jh_buf *buf, const jh_rule *rule, jh_lang lang) {
  static const jh_word words[] = {
      [JH_NA_RESCALE] = JH_W_NA_RESCALE,
      [JH_NA_AWARD] = JH_W_NA_AWARD,
      [JH_NA_NO_DEDUCTION] = JH_W_NA_NO_DEDUCTION};
  if (rule->kind != JH_RULE_SCORE || rule->not_applicable == JH_NA_NONE) return;
  jh_words_fill(buf, lang, JH_W_BRACKETS, jh_words_get(words[rule->not_applicable], lang), NULL);
}

bool jh_score_is_free(const jh_finding *finding) {
  return finding->rule->kind == JH_RULE_SCORE && finding->has_figures &&
         finding->verdict == JH_MET && asks_nothing(&finding->bound);
}

bool jh_score_is_short(const jh_finding *finding) {
  const jh_figure *margin = &finding->margin;
  return finding->has_figures &&
         (margin->is_known ? margin->text[0] == '-' : margin->high[0] == '-');
}

static void json_grade(jh_buf *buf, const jh_rule *rule, const char *key, const char *text) {
  const jh_grade *grade = grade_of(rule, text);
  if (grade) jh_figure_json_pair(buf, key, grade->id);
}

void jh_score_json(jh_buf *buf, const jh_finding *finding) {
  const jh_rule *rule = finding->rule;
  if (!finding->has_figures) return;
  if (rule->kind == JH_RULE_SCORE) {
    jh_buf_text(buf, ",\"full\":");
    jh_figure_json(buf, &finding->full);
  }
  if (rule->kind != JH_RULE_GRADE) return;
  if (finding->measure.is_known) {
    json_grade(buf, rule, "grade", finding->measure.text);
  } else {
    json_grade(buf, rule, "grade_at_least", finding->measure.low);
    json_grade(buf, rule, "grade_at_most", finding->measure.high);
  }
  json_grade(buf, rule, "grade_asked", finding->bound.text);
}

static void json_grades(jh_buf *buf, const jh_rule *rule) {
  jh_buf_text(buf, ",\"grades\":[");
  for (size_t i = 0; i < rule->grade_count; i++) {
    jh_buf_text(buf, i ? ",{\"id\":" : "{\"id\":");
    jh_buf_json(buf, jh_str_of(rule->grades[i].id));
    jh_buf_text(buf, ",\"name\":");
    jh_figure_json_text(buf, rule->grades[i].name);
    jh_buf_char(buf, '}');
  }
  jh_buf_char(buf, ']');
}

void jh_score_json_rule(jh_buf *buf, const jh_rule *rule) {
  static const char *const policies[] = {
      [JH_NA_RESCALE] = "rescale", [JH_NA_AWARD] = "award", [JH_NA_NO_DEDUCTION] = "no_deduction"};
  if (rule->kind == JH_RULE_VETO) {
    jh_figure_json_pair(buf, "effect", rule->effect == JH_EFFECT_BARS ? "bars" : "refuses");
  } else if (rule->kind == JH_RULE_GRADE) {
    json_grades(buf, rule);
  } else if (rule->kind == JH_RULE_SCORE) {
    jh_figure_json_pair(buf, "not_applicable", policies[rule->not_applicable]);
    if (rule->is_starred) jh_buf_text(buf, ",\"starred\":true");
  }
}
