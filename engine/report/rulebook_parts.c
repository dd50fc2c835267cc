/* rulebook_parts.c - see rulebook_parts.h. */
#include "report/rulebook_parts.h"

#include <string.h>

#include "report/formula.h"
#include "report/origin.h"
#include "report/rule_show.h"

void jh_rulebook_put(jh_buf *buf, const char *text) {
  for (const char *at = text ? text : ""; *at; at++) {
    if (*at == '|') jh_buf_char(buf, '\\');
    jh_buf_char(buf, *at == '\n' || *at == '\r' ? ' ' : *at);
  }
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

void jh_rulebook_link(jh_buf *buf, const jh_plan *plan, uint32_t rule) {
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
      [JH_RULE_RELAXATION] = "过渡放宽 / relaxation"};
  return words[kind];
}

const char *jh_rulebook_certainty(jh_certainty certainty) {
  static const char *const words[] = {
      [JH_CONFIRMED] = "多个来源一致 / confirmed by several sources",
      [JH_SINGLE] = "仅有一个来源 / a single source",
      [JH_PROVINCIAL] = "仅见于省级或地方文本 / provincial or local texts only",
      [JH_INFERRED] = "推断，未见原文 / concluded, not read",
      [JH_UNVERIFIED] = "尚未核实 / unverified"};
  return words[certainty];
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
      jh_formula_rule(&part, &how, rule);
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

/* The columns of a listing as a Markdown table, those without any text left out. */
static void table(jh_buf *buf, const jh_listing *grid, const char *const *left_out) {
  bool is_shown[32] = {false};
  for (size_t i = 0; i < grid->column_count && i < 32; i++) {
    bool is_out = false;
    for (const char *const *key = left_out; *key; key++) {
      is_out |= strcmp(*key, grid->columns[i].key) == 0;
    }
    for (size_t k = i; k < grid->cell_count && !is_out; k += grid->column_count) {
      is_shown[i] |= grid->cells[k][0] != '\0';
    }
  }
  for (size_t row = 0; row < jh_listing_rows(grid) + 2; row++) {
    jh_buf_char(buf, '|');
    for (size_t i = 0; i < grid->column_count; i++) {
      if (!is_shown[i]) continue;
      const jh_listing_column *column = &grid->columns[i];
      if (row == 1) {
        jh_buf_text(buf, " --- |");
        continue;
      }
      jh_buf_char(buf, ' ');
      if (row == 0)
        jh_rulebook_both(buf, (jh_text){{column->name[0], column->name[1]}});
      else
        jh_rulebook_put(buf, grid->cells[(row - 2) * grid->column_count + i]);
      jh_buf_text(buf, " |");
    }
    jh_buf_char(buf, '\n');
  }
}

void jh_rulebook_values(jh_buf *buf, jh_arena *arena, const jh_plan *plan, const char *path) {
  static const char *const left_out[] = {"requirement", "place", "certainty", NULL};
  jh_rule_view view = {.plan = plan, .lang = JH_ZH, .path = path};
  jh_listing grid;
  jh_rule_show_values(&grid, arena, &view);
  buf->failed |= grid.has_failed;
  if (!jh_listing_rows(&grid)) return;
  jh_buf_text(buf, "\n## 数值 / Numbers\n\n");
  table(buf, &grid, left_out);
}

void jh_rulebook_changes(jh_buf *buf, jh_arena *arena, const jh_plan *plan, const char *path) {
  static const char *const left_out[] = {"place", NULL};
  jh_rule_view view = {.plan = plan, .lang = JH_ZH, .path = path};
  jh_listing grid;
  jh_rule_show_changes(&grid, arena, &view);
  buf->failed |= grid.has_failed;
  if (!jh_listing_rows(&grid)) return;
  jh_buf_text(buf, "\n## 变动 / Changes\n\n");
  table(buf, &grid, left_out);
}
