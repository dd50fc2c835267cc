/* limits_book.c - the numbers of a pack as a workbook.
 *
 * First the guide, with the cells for the head of the file that is to be written; then the sheet of
 * limits: a title, the heading, a row for each value, of which only the last columns can be filled. Last
 * a hidden sheet that says what the workbook is:
 *
 *     kind    junheng-limits, format
 *     pack    id, version, hash
 *     day     YYYY-MM-DD (where only the values of one day were asked for)
 *     sheet   name of the sheet of limits
 *     guide   name of the guide
 */
#include <string.h>

#include "base/utf8.h"
#include "session/limits.h"
#include "sheet/write.h"

enum { TITLE_ROW = 1, HEADER_ROW = 2, FIRST_ROW };
enum { LABEL_WIDTH = 18, INPUT_WIDTH = 36, HELP_WIDTH = 60 };
enum { COMPUTED_TOLD = 40 };

typedef struct writer {
  jh_write *w;
  const jh_limits_table *table;
  jh_buf buf;
  uint32_t row;
  const char *guide, *sheet; /* names that they got; in `names` */
  char names[2][128];
  jh_error *err;
} writer;

static const char *pick(const writer *at, const char *zh, const char *en) {
  return at->table->lang == JH_ZH ? zh : en;
}

static jh_str said(const writer *at) { return jh_buf_str(&at->buf); }

/* The guide. */

static const char *const steps[][JH_LANGS] = {
    {"在“限值”表中只填黄色的格：新值、新条款、新值起始日、修改理由。没有改动的行空着。",
     "Fill the yellow cells of the sheet of limits only: new value, new clause, new from, reason. "
     "Leave rows blank where nothing changes."},
    {"新值只写数字，单位同左侧“单位”一列；单位是 % 的写 85 或 85%，不写 0.85。",
     "A new value is a number in the unit that stands to its left; where the unit is %, write 85 "
     "or "
     "85%, not 0.85."},
    {"分学段的数值每个学段一行；按日期变化的数值每段日期一行，新值只在该段日期内有效。",
     "A number that differs by stage has a row for each; one that changes over time has a row for "
     "each period, and the new value counts within that period."},
    {"填下面的几项，然后运行：junheng rules import 本文件.xlsx --output 修改.lua",
     "Fill in what is asked for below, then: junheng rules import THIS.xlsx --output change.lua"},
};

static void say_line(writer *at, jh_str text, jh_write_style style) {
  jh_write_box box = {at->row, 0, at->row, 2};
  size_t lines = 1 + jh_utf8_width(text) / (LABEL_WIDTH + INPUT_WIDTH + HELP_WIDTH - 8);
  double height = style == JH_WRITE_TITLE ? 30 : 4 + 16 * (double)lines;
  jh_write_row(at->w, at->row, height, JH_WRITE_PLAIN);
  jh_write_merged(at->w, &box, text, style);
  at->row++;
}

static void say_pack(writer *at) {
  const jh_plan *plan = at->table->plan;
  const jh_layer *top = jh_limits_top(plan);
  char day[11];
  jh_buf_clear(&at->buf);
  jh_buf_print(&at->buf, pick(at, "规则包：%s", "Pack: %s"), top ? top->id : plan->pack.id);
  if (top && top->version) jh_buf_print(&at->buf, " %s", top->version);
  if (top) jh_buf_print(&at->buf, "  %s", jh_text_in(top->name, at->table->lang));
  say_line(at, said(at), JH_WRITE_PLAIN);
  if (!at->table->on) return;
  jh_buf_clear(&at->buf);
  jh_buf_print(
      &at->buf, pick(at, "%s 有效的数值", "Values in force on %s"),
      jh_date_text(day, at->table->on));
  say_line(at, said(at), JH_WRITE_PLAIN);
}

static void put_fact(writer *at, jh_limits_fact fact) {
  jh_lang lang = at->table->lang;
  char day[11];
  jh_write_row(at->w, at->row, 20, JH_WRITE_PLAIN);
  jh_write_text(at->w, at->row, 0, jh_str_of(jh_limits_label(fact, lang)), JH_WRITE_HEADER);
  if (fact == JH_LIMITS_F_SINCE && at->table->on) {
    jh_str text = jh_str_of(jh_date_text(day, at->table->on));
    jh_write_text(at->w, at->row, 1, text, JH_WRITE_INPUT_TEXT);
  } else {
    jh_write_blank(at->w, at->row, 1, JH_WRITE_INPUT_TEXT);
  }
  jh_write_text(at->w, at->row, 2, jh_str_of(jh_limits_fact_help(fact, lang)), JH_WRITE_NOTE);
  at->row++;
}

/* What has no row, and why. */
static void say_left_out(writer *at) {
  const jh_limits_table *t = at->table;
  if (t->computed_count) {
    jh_buf_clear(&at->buf);
    jh_buf_text(
        &at->buf,
        pick(at, "标准值由算式得出，不在表中：", "Not here, for the bound is a formula: "));
    for (size_t i = 0; i < t->computed_count && i < COMPUTED_TOLD; i++) {
      if (i) jh_buf_text(&at->buf, pick(at, "、", ", "));
      jh_buf_text(&at->buf, t->plan->rules[t->computed[i]].id);
    }
    if (t->computed_count > COMPUTED_TOLD)
      jh_buf_print(&at->buf, pick(at, "等 %zu 项", "; %zu in all"), t->computed_count);
    say_line(at, said(at), JH_WRITE_NOTE);
  }
  if (t->ended) {
    jh_buf_clear(&at->buf);
    jh_buf_print(
        &at->buf,
        pick(
            at, "已被取消、任何一天都不适用的数值 %zu 个，不在表中",
            "Not here, for they are withdrawn and count on no day: %zu values"),
        t->ended);
    say_line(at, said(at), JH_WRITE_NOTE);
  }
}

static void keep_name(writer *at, int which) {
  jh_str_copy(at->names[which], sizeof at->names[which], jh_str_of(jh_write_name(at->w)));
}

static jh_code put_guide(writer *at) {
  const jh_write_sheet how = {
      .name = pick(at, "说明", "Guide"),
      .is_protected = true,
      .is_landscape = true,
      .is_one_wide = true};
  jh_code code = jh_write_begin(at->w, &how, at->err);
  if (code) return code;
  keep_name(at, 0);
  jh_write_columns(at->w, 0, 0, LABEL_WIDTH, JH_WRITE_PLAIN);
  jh_write_columns(at->w, 1, 1, INPUT_WIDTH, JH_WRITE_PLAIN);
  jh_write_columns(at->w, 2, 2, HELP_WIDTH, JH_WRITE_PLAIN);
  at->row = 1;
  say_line(at, jh_str_of(pick(at, "限值表", "Sheet of limits")), JH_WRITE_TITLE);
  say_pack(at);
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    say_line(at, jh_str_of(steps[i][at->table->lang]), JH_WRITE_PLAIN);
  at->row++;
  for (int i = 0; i < JH_LIMITS_FACTS; i++) put_fact(at, (jh_limits_fact)i);
  at->row++;
  say_left_out(at);
  return JH_OK;
}

/* The sheet of limits. */

static double width_of(jh_limits_column column) {
  static const double widths[JH_LIMITS_COLUMNS] = {38, 30, 8,  10, 12, 12, 12,
                                                   16, 22, 12, 16, 14, 30};
  return widths[column];
}

static jh_write_style style_of(jh_limits_column column) {
  if (column == JH_LIMITS_VALUE) return JH_WRITE_NUMBER;
  if (column == JH_LIMITS_NOW) return JH_WRITE_INPUT;
  return column > JH_LIMITS_NOW ? JH_WRITE_INPUT_TEXT : JH_WRITE_CODE;
}

static void put_cell(writer *at, const jh_limits_row *row, uint32_t line, jh_limits_column column) {
  jh_write_style style = style_of(column);
  if (column >= JH_LIMITS_NOW) {
    jh_write_blank(at->w, line, column, style);
    return;
  }
  jh_buf_clear(&at->buf);
  jh_limits_given(&at->buf, at->table, row, column, at->table->lang);
  if (column == JH_LIMITS_VALUE)
    jh_write_number(at->w, line, column, said(at), style);
  else
    jh_write_text(at->w, line, column, said(at), style);
}

/* Whoever enters the cell is told what is there, and may still write what it likes. */
static void put_hint(writer *at, const jh_limits_row *row, uint32_t line) {
  const jh_write_box box = {line, JH_LIMITS_NOW, line, JH_LIMITS_NOW};
  jh_buf_clear(&at->buf);
  jh_buf_text(&at->buf, pick(at, "现值 ", "now "));
  jh_limits_given(&at->buf, at->table, row, JH_LIMITS_VALUE, at->table->lang);
  jh_buf_char(&at->buf, ' ');
  jh_limits_given(&at->buf, at->table, row, JH_LIMITS_UNIT, at->table->lang);
  const jh_write_hint hint = {
      .title = jh_limits_title(JH_LIMITS_NOW, at->table->lang),
      .text = at->buf.at,
      .refusal = pick(
          at, "新值是一个数字，单位见“单位”一列。",
          "A new value is a number, in the unit of its row.")};
  const jh_write_limits limits = {.has_min = true, .min = {0, 0}};
  jh_write_range(at->w, &box, &limits, &hint);
}

static jh_code put_limits(writer *at) {
  const jh_limits_table *t = at->table;
  const jh_write_sheet how = {
      .name = pick(at, "限值", "Limits"),
      .is_protected = true,
      .is_landscape = true,
      .is_one_wide = true,
      .frozen_rows = HEADER_ROW,
      .frozen_columns = 2,
      .repeated_rows = HEADER_ROW};
  const jh_write_box title = {TITLE_ROW, 0, TITLE_ROW, JH_LIMITS_COLUMNS - 1};
  jh_code code = jh_write_begin(at->w, &how, at->err);
  if (code) return code;
  keep_name(at, 1);
  for (uint32_t i = 0; i < JH_LIMITS_COLUMNS; i++) {
    jh_write_columns(at->w, i, i, width_of((jh_limits_column)i), JH_WRITE_PLAIN);
    jh_write_text(
        at->w, HEADER_ROW, i, jh_str_of(jh_limits_title((jh_limits_column)i, t->lang)),
        i == JH_LIMITS_NOW ? JH_WRITE_NEEDED : JH_WRITE_HEADER);
  }
  const jh_layer *top = jh_limits_top(t->plan);
  jh_write_row(at->w, TITLE_ROW, 28, JH_WRITE_PLAIN);
  jh_write_merged(
      at->w, &title, jh_str_of(top ? jh_text_in(top->name, t->lang) : ""), JH_WRITE_TITLE);
  for (size_t i = 0; i < t->count; i++) {
    uint32_t line = FIRST_ROW + (uint32_t)i;
    for (int k = 0; k < JH_LIMITS_COLUMNS; k++)
      put_cell(at, &t->rows[i], line, (jh_limits_column)k);
    put_hint(at, &t->rows[i], line);
  }
  return JH_OK;
}

/* The hidden sheet. */

static void say(writer *at, const char *what, const char *const *more, uint32_t count) {
  jh_write_text(at->w, at->row, 0, jh_str_of(what), JH_WRITE_PLAIN);
  for (uint32_t i = 0; i < count; i++) {
    if (more[i]) jh_write_text(at->w, at->row, i + 1, jh_str_of(more[i]), JH_WRITE_CODE);
  }
  at->row++;
}

static jh_code put_key(writer *at) {
  const jh_plan *plan = at->table->plan;
  const jh_layer *top = jh_limits_top(plan);
  const jh_write_sheet how = {.name = "_junheng", .is_hidden = true, .is_protected = true};
  jh_code code = jh_write_begin(at->w, &how, at->err);
  if (code) return code;
  char day[11];
  at->row = 1;
  say(at, "kind", (const char *const[]){JH_LIMITS_KIND, JH_LIMITS_FORMAT}, 2);
  if (top) say(at, "pack", (const char *const[]){top->id, top->version, plan->pack.hash}, 3);
  if (at->table->on) say(at, "day", (const char *const[]){jh_date_text(day, at->table->on)}, 1);
  say(at, "sheet", (const char *const[]){at->names[1]}, 1);
  say(at, "guide", (const char *const[]){at->names[0]}, 1);
  return JH_OK;
}

static bool take(void *payload, const char *bytes, size_t size) {
  jh_buf *buf = payload;
  jh_buf_add(buf, (jh_str){bytes, size});
  return jh_buf_ok(buf);
}

jh_code jh_limits_book(jh_buf *buf, const jh_limits_table *table, jh_error *err) {
  writer at = {.table = table, .err = err};
  jh_code code = jh_write_open(&at.w, NULL, false, err);
  if (code) return code;
  jh_buf_init(&at.buf);
  code = put_guide(&at);
  if (!code) code = put_limits(&at);
  if (!code) code = put_key(&at);
  if (!code && !jh_buf_ok(&at.buf)) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_write_hand_on(at.w, take, buf, err);
  if (code == JH_ENOT_WRITABLE) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf_done(&at.buf);
  jh_write_close(at.w);
  return code;
}
