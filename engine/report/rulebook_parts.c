/* rulebook_parts.c - see rulebook_parts.h. */
#include "report/rulebook_parts.h"

#include <string.h>

#include "report/asked.h"
#include "report/figure.h"
#include "report/origin.h"
#include "report/rule_show.h"

static void put_char(jh_buf *buf, char c) {
  if (c == '|') jh_buf_char(buf, '\\');
  jh_buf_char(buf, c == '\n' || c == '\r' ? ' ' : c);
}

void jh_rulebook_put(jh_buf *buf, const char *text) {
  for (const char *at = text ? text : ""; *at; at++) put_char(buf, *at);
}

void jh_rulebook_both(jh_buf *buf, jh_text text) {
  const char *zh = jh_text_in(text, JH_ZH), *en = jh_text_in(text, JH_EN);
  jh_rulebook_put(buf, zh);
  if (strcmp(zh, en) == 0) return;
  jh_buf_text(buf, " / ");
  jh_rulebook_put(buf, en);
}

void jh_rulebook_file(jh_buf *buf, const jh_plan *plan, uint32_t rule) {
  const jh_rule *own = &plan->rules[rule];
  if (own->parent != JH_NONE) own = &plan->rules[own->parent];
  jh_buf_print(buf, "%s.md", own->id);
}

bool jh_rulebook_has_page(const jh_plan *plan, uint32_t rule) {
  const jh_rule *own = &plan->rules[rule];
  return own->kind != JH_RULE_CHECK && (own->kind != JH_RULE_SPREAD || own->parent == JH_NONE);
}

const char *jh_rulebook_folder(const jh_plan *plan) { return plan->pack.id; }

/* Does the layer declare the rule, or change something of it? */
static bool speaks_of(const jh_plan *plan, uint32_t layer, uint32_t rule) {
  const jh_rule *own = &plan->rules[rule];
  if (own->layer == layer) return true;
  for (size_t i = 0; i < plan->change_count; i++) {
    const jh_change *change = &plan->changes[i];
    if (change->layer == layer && change->rule != JH_NONE &&
        (change->rule == rule || plan->rules[change->rule].parent == rule))
      return true;
  }
  return false;
}

static bool is_in_book(const jh_rulebook *book, const char *id) {
  for (size_t i = 0; i < book->all_count; i++) {
    if (strcmp(book->all[i]->pack.id, id) == 0) return true;
  }
  return false;
}

const char *jh_rulebook_home(const jh_rulebook *book, uint32_t rule) {
  const jh_plan *plan = book->plan;
  const char *own = jh_rulebook_folder(plan);
  if (plan->rules[rule].parent != JH_NONE) rule = plan->rules[rule].parent;
  for (uint32_t layer = (uint32_t)plan->layer_count; layer-- > 0;) {
    const char *id = plan->layers[layer].id;
    if (!speaks_of(plan, layer, rule) || !id) continue;
    return strcmp(id, own) != 0 && is_in_book(book, id) ? id : own;
  }
  return own;
}

/* The way from the pack's folder to that of another: up to the top, then down. */
static void put_way(jh_buf *buf, const char *from, const char *to) {
  if (strcmp(from, to) == 0) return;
  jh_buf_text(buf, "../");
  for (const char *at = from; *at; at++) {
    if (*at == '/') jh_buf_text(buf, "../");
  }
  jh_buf_print(buf, "%s/", to);
}

void jh_rulebook_link(jh_buf *buf, const jh_rulebook *book, uint32_t rule) {
  const jh_plan *plan = book->plan;
  const jh_rule *own = &plan->rules[rule];
  jh_buf_char(buf, '[');
  if (jh_text_in(own->name, JH_ZH)[0])
    jh_rulebook_both(buf, own->name);
  else
    jh_buf_text(buf, own->id);
  if (own->stage < plan->stage_count) {
    jh_buf_text(buf, "，");
    jh_rulebook_both(buf, plan->stages[own->stage].name);
  }
  jh_buf_text(buf, "](");
  put_way(buf, jh_rulebook_folder(plan), jh_rulebook_home(book, rule));
  jh_rulebook_file(buf, plan, rule);
  jh_buf_char(buf, ')');
}

const char *jh_rulebook_kind(jh_rule_kind kind) {
  static const char *const words[] = {
      [JH_RULE_INDICATOR] = "指标 / indicator",
      [JH_RULE_REQUIREMENT] = "要求 / requirement",
      [JH_RULE_SPREAD] = "校际差异 / spread between schools",
      [JH_RULE_VETO] = "一票否决 / veto",
      [JH_RULE_VERDICT] = "总判定 / verdict",
      [JH_RULE_CHECK] = "数据检查 / check of data",
      [JH_RULE_GRADE] = "等级 / grade",
      [JH_RULE_SCORE] = "得分 / points",
      [JH_RULE_RELAXATION] = "限期放宽 / relaxation"};
  return words[kind];
}

void jh_rulebook_certainty(jh_buf *buf, jh_certainty certainty) {
  jh_word word = jh_figure_certainty_word(certainty);
  jh_rulebook_both(buf, (jh_text){{jh_words_get(word, JH_ZH), jh_words_get(word, JH_EN)}});
}

static jh_formula last_day(const jh_plan *plan, jh_lang lang) {
  return (jh_formula){.plan = plan, .lang = lang, .on = JH_ORIGIN_LAST};
}

/* English formulas are ids: they stand as code. */
static void both(jh_buf *buf, const jh_plan *plan, const jh_rule *rule, uint32_t node) {
  jh_buf part;
  jh_buf_init(&part);
  for (int lang = JH_ZH; lang < JH_LANGS; lang++) {
    jh_formula how = last_day(plan, (jh_lang)lang);
    jh_buf_clear(&part);
    if (rule)
      jh_asked_rule(&part, &how, rule);
    else
      jh_formula_node(&part, &how, node);
    if (!jh_buf_ok(&part)) buf->failed = true;
    if (lang == JH_EN) jh_buf_text(buf, "<br>`");
    jh_rulebook_put(buf, part.at);
    if (lang == JH_EN) jh_buf_char(buf, '`');
  }
  jh_buf_done(&part);
}

void jh_rulebook_formula(jh_buf *buf, const jh_plan *plan, const jh_rule *rule) {
  both(buf, plan, rule, JH_NONE);
}

void jh_rulebook_node(jh_buf *buf, const jh_plan *plan, uint32_t node) {
  both(buf, plan, NULL, node);
}

enum { MOST_COLUMNS = 32 };

/* Which columns of a list are shown: those with text, but for some. */
static void choose(bool *is_shown, const jh_listing *list, const char *const *left_out) {
  for (size_t i = 0; i < list->column_count && i < MOST_COLUMNS; i++) {
    bool is_out = false;
    for (const char *const *key = left_out; *key; key++) {
      is_out |= strcmp(*key, list->columns[i].key) == 0;
    }
    for (size_t row = 0; row < jh_listing_rows(list) && !is_out; row++) {
      is_shown[i] |= jh_listing_cell(list, row, i).size > 0;
    }
  }
}

static void put_cell(jh_buf *buf, jh_str text) {
  for (size_t i = 0; i < text.size; i++) put_char(buf, text.at[i]);
}

/* The columns of a list as a Markdown table below a heading; nothing if there is no row. Ends the list. */
static void table(jh_buf *buf, jh_listing *list, const char *heading, const char *const *left_out) {
  bool is_shown[MOST_COLUMNS] = {false};
  if (!jh_buf_ok(&list->text)) buf->failed = true;
  size_t rows = buf->failed ? 0 : jh_listing_rows(list);
  if (rows) jh_buf_print(buf, "\n## %s\n\n", heading);
  if (rows) choose(is_shown, list, left_out);
  for (size_t row = 0; rows && row < rows + 2; row++) {
    jh_buf_char(buf, '|');
    for (size_t i = 0; i < list->column_count; i++) {
      if (!is_shown[i]) continue;
      const jh_listing_column *column = &list->columns[i];
      jh_buf_char(buf, ' ');
      if (row == 0)
        jh_rulebook_both(
            buf, (jh_text){{jh_listing_title(column, JH_ZH), jh_listing_title(column, JH_EN)}});
      else if (row == 1)
        jh_buf_text(buf, "---");
      else
        put_cell(buf, jh_listing_cell(list, row - 2, i));
      jh_buf_text(buf, " |");
    }
    jh_buf_char(buf, '\n');
  }
  jh_listing_done(list);
}

void jh_rulebook_values(jh_buf *buf, const jh_plan *plan, const char *path) {
  static const char *const left_out[] = {"requirement", "place", "certainty", NULL};
  jh_rule_view view = {.plan = plan, .lang = JH_ZH, .path = path};
  jh_listing list;
  jh_rule_show_values(&list, &view);
  table(buf, &list, "数值 / Numbers", left_out);
}

void jh_rulebook_changes(jh_buf *buf, const jh_plan *plan, const char *path) {
  static const char *const left_out[] = {"place", NULL};
  jh_rule_view view = {.plan = plan, .lang = JH_ZH, .path = path};
  jh_listing list;
  jh_rule_show_changes(&list, &view);
  table(buf, &list, "改动 / Changes", left_out);
}
