/* template_words.c - what is said of a column: above it, beside it, to whoever enters a cell. */
#include "session/template.h"

enum { MOST_READERS = 6 };

static const char *pick(const jh_template *t, const char *zh, const char *en) {
  return t->lang == JH_ZH ? zh : en;
}

static bool is_number(const jh_column_def *def) {
  return def->type == JH_COLUMN_COUNT || def->type == JH_COLUMN_DECIMAL;
}

static void add_unit(jh_buf *buf, const jh_template *t, const jh_column_def *def) {
  char unit[96];
  jh_unit_words(&t->plan->units, def->unit_text, t->lang, unit, sizeof unit);
  jh_buf_text(buf, unit);
}

static void add_kind(jh_buf *buf, const jh_template *t, const jh_column_def *def) {
  static const char *const kinds[][JH_LANGS] = {
      [JH_COLUMN_CODE] = {"代码", "code"},          [JH_COLUMN_TEXT] = {"文字", "text"},
      [JH_COLUMN_COUNT] = {"整数", "whole number"}, [JH_COLUMN_DECIMAL] = {"数字", "number"},
      [JH_COLUMN_BOOL] = {"是/否", "yes/no"},       [JH_COLUMN_CHOICE] = {"选择", "choose"}};
  jh_buf_text(buf, kinds[def->type][t->lang]);
}

void jh_template_hint(jh_buf *buf, const jh_template *t, const jh_template_column *column) {
  const jh_column_def *def = column->def;
  if (column->is_year && t->year)
    jh_buf_text(buf, t->year);
  else if (is_number(def) && def->unit_text[0])
    add_unit(buf, t, def);
  else
    add_kind(buf, t, def);
  if (column->is_needed) jh_buf_text(buf, pick(t, "\n必填", "\nneeded"));
  if (def->form) jh_buf_print(buf, "\n%s", def->form);
}

/* "0 至 200 的整数" */
static void add_range(jh_buf *buf, const jh_template *t, const jh_column_def *def) {
  char least[JH_DEC_TEXT], most[JH_DEC_TEXT];
  jh_dec_text(least, def->has_min ? def->min : (jh_dec){0, 0});
  if (def->has_max)
    jh_buf_print(buf, pick(t, "%s 至 %s", "%s to %s"), least, jh_dec_text(most, def->max));
  else
    jh_buf_print(buf, pick(t, "%s 以上", "%s or more"), least);
  if (def->type == JH_COLUMN_COUNT)
    jh_buf_text(buf, pick(t, "，整数", ", whole"));
  else
    jh_buf_print(buf, pick(t, "，最多 %d 位小数", ", at most %d decimals"), def->scale);
}

/* Labels stand before a colon, each on a line of its own. */
static void open_line(jh_buf *buf, const jh_template *t, const char *zh, const char *en) {
  if (buf->size) jh_buf_char(buf, '\n');
  jh_buf_text(buf, pick(t, zh, en));
  jh_buf_text(buf, pick(t, "：", ": "));
}

static void add_choices(jh_buf *buf, const jh_template *t, const jh_column_def *def) {
  for (size_t i = 0; i < def->choice_count; i++) {
    if (i) jh_buf_text(buf, pick(t, "、", ", "));
    jh_buf_text(buf, jh_text_in(def->choices[i].name, t->lang));
  }
}

static void add_readers(
    jh_buf *buf, const jh_template *t, const jh_template_table *table, uint32_t column) {
  size_t count = 0;
  for (uint32_t i = 0; i < t->plan->rule_count; i++) {
    if (!jh_needed_reads(&t->readers, table->table, column, i)) continue;
    if (count == 0) open_line(buf, t, "用于", "read by");
    if (count && count < MOST_READERS) jh_buf_text(buf, pick(t, "；", "; "));
    const jh_rule *rule = &t->plan->rules[i];
    const char *name = jh_text_in(rule->name, t->lang);
    if (count++ < MOST_READERS) jh_buf_text(buf, name[0] ? name : rule->id);
  }
  if (count > MOST_READERS)
    jh_buf_print(buf, pick(t, "；等 %zu 项要求", "; %zu requirements in all"), count);
}

void jh_template_note(
    jh_buf *buf, const jh_template *t, const jh_template_table *table,
    const jh_template_column *column) {
  const jh_column_def *def = column->def;
  const char *note = jh_text_in(def->note, t->lang);
  if (t->lang == JH_EN && def->name.in[JH_EN]) jh_buf_text(buf, def->name.in[JH_EN]);
  if (note[0]) open_line(buf, t, "定义", "definition");
  jh_buf_text(buf, note);
  if (is_number(def)) {
    if (def->unit_text[0]) open_line(buf, t, "单位", "unit");
    if (def->unit_text[0]) add_unit(buf, t, def);
    open_line(buf, t, "范围", "range");
    add_range(buf, t, def);
    open_line(buf, t, "空白", "blank");
    jh_buf_text(buf, pick(t, "不知道；没有的填 0", "not known; where there is none, write 0"));
  } else if (def->type == JH_COLUMN_CHOICE) {
    open_line(buf, t, "选项", "choices");
    add_choices(buf, t, def);
  }
  if (column->is_needed) {
    open_line(buf, t, "必填", "needed");
    jh_buf_text(buf, pick(t, "不可空白", "may not be blank"));
  }
  if (def->form) open_line(buf, t, "统计表", "form");
  jh_buf_text(buf, def->form);
  open_line(buf, t, "列名", "column");
  jh_buf_text(buf, def->id);
  add_readers(buf, t, table, column->column);
}

void jh_template_prompt(jh_buf *buf, const jh_template *t, const jh_template_column *column) {
  const jh_column_def *def = column->def;
  const char *note = jh_text_in(def->note, t->lang);
  if (is_number(def)) {
    if (def->unit_text[0]) {
      open_line(buf, t, "单位", "unit");
      add_unit(buf, t, def);
    }
    open_line(buf, t, "范围", "range");
    add_range(buf, t, def);
    jh_buf_text(buf, pick(t, "\n没有填 0，不知道留空", "\nnone: 0; not known: blank"));
  } else if (def->type == JH_COLUMN_BOOL || def->type == JH_COLUMN_CHOICE) {
    jh_buf_text(buf, pick(t, "从列表中选择；不知道留空", "pick from the list; not known: blank"));
  }
  if (!note[0]) return;
  if (buf->size) jh_buf_char(buf, '\n');
  jh_buf_text(buf, note);
}

void jh_template_refusal(jh_buf *buf, const jh_template *t, const jh_template_column *column) {
  if (!is_number(column->def)) {
    jh_buf_text(buf, pick(t, "请从列表中选择", "pick one of the list"));
    return;
  }
  jh_buf_text(buf, pick(t, "应为：", "should be: "));
  add_range(buf, t, column->def);
  jh_buf_text(
      buf, pick(
               t, "。只写数字，不写单位、逗号、百分号。",
               ". Digits only: no unit, no comma, no percent sign."));
}
