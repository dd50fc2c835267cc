/* remedy_text.c - a plan for people: what is missing, what cannot be bought, the lines, what they lead to. */
#include <string.h>

#include "report/cell.h"
#include "report/head.h"
#include "report/out.h"
#include "report/remedy.h"

enum { MOST_CELLS = 5 };

typedef struct sheet {
  jh_out out;
  const jh_plan *plan;
  const jh_remedy_report *of;
  jh_lang lang;
} sheet;

static jh_buf *buf_of(sheet *s) { return &s->out.buf; }
static void text(sheet *s, const char *what) { jh_buf_text(buf_of(s), what); }
static void word(sheet *s, jh_word which) { text(s, jh_words_get(which, s->lang)); }

static void title(sheet *s, jh_word which) {
  text(s, "\n");
  word(s, which);
  text(s, "\n");
}

/* " teachers": the unit after an amount. */
static void unit(sheet *s, const char *written) {
  if (written) jh_figure_unit(buf_of(s), s->plan, written, s->lang);
}

/* "第六条（三） name 0.45 < 0.9 teacher/(100 student)" */
static void requirement(sheet *s, const jh_finding *of) {
  const char *clause = jh_figure_clause(of->rule, of->source);
  if (clause && clause[0]) {
    text(s, clause);
    text(s, " ");
  }
  jh_figure_rule_full(buf_of(s), s->plan, of->rule, s->lang);
  if (!of->has_figures) return;
  text(s, " ");
  jh_figure_words(buf_of(s), &of->measure, s->lang);
  if (of->measure.is_known && of->bound.is_known) {
    text(s, " ");
    text(s, jh_figure_sign(of->rule->compare, of->verdict == JH_MET));
    text(s, " ");
    jh_figure_words(buf_of(s), &of->bound, s->lang);
  }
  unit(s, of->rule->unit_text);
}

/* Nobody can buy years. */
static bool is_time(const jh_remedy_lack *of) {
  const char *written = of->column_count ? of->columns[0]->unit_text : NULL;
  return written && strcmp(written, "year") == 0;
}

/* Amounts in 10,000 yuan as yuan, exactly: the point goes four places to the right. */
static bool in_yuan(char *out, size_t size, const char *how_much) {
  const char *point = strchr(how_much, '.');
  size_t whole = point ? (size_t)(point - how_much) : strlen(how_much);
  size_t decimals = point ? strlen(point + 1) : 0, at = 0;
  if (whole + decimals + 6 > size) return false;
  for (size_t i = 0; i < whole + (decimals > 4 ? decimals : 4); i++) {
    if (i == whole + 4) out[at++] = '.';
    char digit = i < whole ? how_much[i] : i - whole < decimals ? point[1 + i - whole] : '0';
    if (at == 1 && out[0] == '0') at = 0; /* no zero in front */
    out[at++] = digit;
  }
  out[at] = '\0';
  return true;
}

/* "+3 teachers in 小学体育专任教师数 or 小学音乐专任教师数" */
static void amount(sheet *s, const jh_remedy_lack *of, const char *how_much, jh_word form) {
  jh_buf unit_text;
  jh_buf_init(&unit_text);
  if (of->column_count && of->columns[0]->unit_text)
    jh_figure_unit(&unit_text, s->plan, of->columns[0]->unit_text, s->lang);
  const char *shown = unit_text.at ? unit_text.at : "";
  char yuan[80];
  if (strcmp(shown, " 10,000 yuan") == 0 && in_yuan(yuan, sizeof yuan, how_much)) {
    how_much = yuan;
    shown = " yuan";
  }
  if (form == JH_W_PLAN_MORE && is_time(of)) form = JH_W_PLAN_STILL;
  jh_words_fill(buf_of(s), s->lang, form, how_much, shown, NULL);
  if (!jh_buf_ok(&unit_text)) buf_of(s)->failed = true;
  jh_buf_done(&unit_text);
}

static void columns(sheet *s, const jh_remedy_lack *of) {
  if (is_time(of)) return;
  jh_buf list;
  jh_buf_init(&list);
  for (size_t i = 0; i < of->column_count; i++) {
    if (i > 0) jh_buf_text(&list, jh_words_get(JH_W_PLAN_OR, s->lang));
    jh_buf_text(&list, jh_text_in(of->columns[i]->name, s->lang));
  }
  if (of->column_count) jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_AND_OF, list.at, NULL);
  if (!jh_buf_ok(&list)) buf_of(s)->failed = true;
  jh_buf_done(&list);
}

static void lack(sheet *s, const jh_remedy_lack *of) {
  jh_buf_spaces(buf_of(s), 4);
  requirement(s, &of->finding);
  word(s, JH_W_COLON);
  amount(s, of, of->amount, JH_W_PLAN_MORE);
  columns(s, of);
  if (of->floor[0]) {
    word(s, JH_W_SEPARATOR);
    if (strcmp(of->floor, "0") == 0)
      word(s, JH_W_PLAN_AT_FLOOR);
    else
      amount(s, of, of->floor, JH_W_PLAN_TO_FLOOR);
  }
  text(s, "\n");
}

static bool is_same_entity(const jh_entity *a, const jh_entity *b) {
  return a->level == b->level && a->row == b->row;
}

/* Of a choice: for each that is left at its floor, what is to be had then. */
static void choices(sheet *s, size_t first, size_t end) {
  const jh_remedy_lack *all = s->of->lacks;
  for (size_t left = first; left < end; left++) {
    jh_buf_spaces(buf_of(s), 6);
    jh_words_fill(
        buf_of(s), s->lang, JH_W_PLAN_IF_LEFT, jh_figure_rule(all[left].finding.rule, s->lang),
        NULL);
    bool is_next = false;
    for (size_t i = first; i < end; i++) {
      const char *more = i == left ? all[i].floor : all[i].amount;
      if (strcmp(more, "0") == 0 || !more[0]) continue;
      word(s, is_next ? JH_W_SEPARATOR : JH_W_COLON);
      is_next = true;
      amount(s, &all[i], more, JH_W_PLAN_MORE);
      columns(s, &all[i]);
    }
    text(s, "\n");
  }
}

/* The lacks of one choice (or one lack by itself); returns the next. */
static size_t lack_group(sheet *s, size_t first) {
  const jh_remedy_lack *all = s->of->lacks;
  size_t end = first + 1;
  while (end < s->of->lack_count && all[first].choice_number &&
         all[end].choice_number == all[first].choice_number)
    end++;
  bool is_new =
      first == 0 || !is_same_entity(&all[first - 1].finding.entity, &all[first].finding.entity);
  if (is_new) {
    jh_buf_spaces(buf_of(s), 2);
    jh_figure_entity(buf_of(s), s->plan, &all[first].finding.entity, s->lang);
    jh_buf_spaces(buf_of(s), 2);
    jh_buf_add(buf_of(s), all[first].finding.entity.code);
    text(s, "\n");
  }
  for (size_t i = first; i < end; i++) lack(s, &all[i]);
  /* Of one that stays at its floor the amount to it alone is needed. */
  bool is_told = end - first > 1 || strcmp(all[first].amount, all[first].floor) != 0;
  if (all[first].choice && all[first].leave && is_told) {
    char number[24];
    jh_buf_spaces(buf_of(s), 4);
    jh_words_fill(
        buf_of(s), s->lang, JH_W_PLAN_MAY_LEAVE, jh_words_count(number, all[first].leave), NULL);
    text(s, "\n");
    if (all[first].leave == 1 && end - first > 1) choices(s, first, end);
  }
  return end;
}

/* A spread that is too large, and the units below the mean. */
static void levelling(sheet *s, const jh_remedy_levelling *of) {
  jh_buf unit_text;
  jh_buf_init(&unit_text);
  jh_figure_unit(&unit_text, s->plan, of->unit_text, s->lang);
  const char *shown = unit_text.at ? unit_text.at : "";
  jh_buf_spaces(buf_of(s), 2);
  requirement(s, &of->finding);
  word(s, JH_W_COLON);
  jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_RAISE_TO, of->mean, shown, of->level, NULL);
  text(s, "\n");
  for (size_t i = 0; i < of->lag_count; i++) {
    const jh_remedy_lag *lag = &of->lags[i];
    jh_buf_spaces(buf_of(s), 4);
    jh_figure_entity(buf_of(s), s->plan, &lag->unit, s->lang);
    jh_buf_spaces(buf_of(s), 2);
    text(s, lag->value);
    text(s, shown);
    if (lag->lack.column_count) {
      word(s, JH_W_COLON);
      amount(s, &lag->lack, lag->lack.amount, JH_W_PLAN_MORE);
      columns(s, &lag->lack);
    }
    text(s, "\n");
  }
  if (!jh_buf_ok(&unit_text)) buf_of(s)->failed = true;
  jh_buf_done(&unit_text);
}

static void waiting(sheet *s, const jh_remedy_bar *of) {
  char number[24];
  jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_WAITS, jh_words_count(number, of->cell_total), NULL);
  for (size_t i = 0; i < of->cell_count && i < MOST_CELLS; i++) {
    const jh_cell *cell = &of->cells[i];
    const char *slash = strrchr(cell->file, '/');
    word(s, i ? JH_W_COMMA : JH_W_COLON);
    jh_cell_place(buf_of(s), cell, slash ? slash + 1 : cell->file);
    text(s, " ");
    const char *name = jh_text_in(cell->column->name, s->lang);
    text(s, name[0] ? name : cell->column->id);
  }
  if (of->cell_total > MOST_CELLS) word(s, JH_W_AND_OTHERS);
}

static void bar(sheet *s, const jh_remedy_bar *of) {
  jh_buf_spaces(buf_of(s), 2);
  if (!is_same_entity(&of->finding.entity, &s->of->entity)) {
    jh_figure_entity(buf_of(s), s->plan, &of->finding.entity, s->lang);
    text(s, "  ");
  }
  requirement(s, &of->finding);
  word(s, JH_W_COLON);
  if (strcmp(of->why, "waits") == 0)
    waiting(s, of);
  else if (strcmp(of->why, "judged") == 0)
    word(s, JH_W_PLAN_JUDGED);
  else if (strcmp(of->why, "not_moved") == 0)
    word(s, s->of->prices ? JH_W_PLAN_NOT_MOVED : JH_W_PLAN_NO_AMOUNT);
  else
    word(s, JH_W_PLAN_NOT_LINEAR);
  text(s, "\n");
}

static void bars(sheet *s, jh_word heading, bool are_waiting) {
  const jh_remedy_report *of = s->of;
  bool is_first = true;
  for (size_t i = 0; i < of->bar_count && jh_out_block(&s->out); i++) {
    if ((strcmp(of->bars[i].why, "waits") == 0) != are_waiting) continue;
    if (is_first) title(s, heading);
    is_first = false;
    bar(s, &of->bars[i]);
  }
}

static void name_of(const jh_entity *at, char *out, size_t size) {
  jh_str_copy(out, size, at->name.size ? at->name : at->code);
}

static void serves(sheet *s, const jh_remedy_buy *of) {
  jh_buf list;
  jh_buf_init(&list);
  for (size_t i = 0; i < of->serve_count; i++) {
    const char *clause = of->serves[i]->clause;
    if (i > 0) jh_buf_text(&list, jh_words_get(JH_W_COMMA, s->lang));
    if (clause && clause[0]) {
      jh_buf_text(&list, clause);
      jh_buf_char(&list, ' ');
    }
    jh_figure_rule_full(&list, s->plan, of->serves[i], s->lang);
  }
  if (of->serve_count) {
    word(s, JH_W_SEPARATOR);
    jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_FOR, list.at, NULL);
  }
  if (!jh_buf_ok(&list)) buf_of(s)->failed = true;
  jh_buf_done(&list);
}

/* Is a smaller than b? Written numbers without sign. */
static bool is_less(const char *a, const char *b) {
  size_t of_a = strcspn(a, "."), of_b = strcspn(b, ".");
  return of_a != of_b ? of_a < of_b : strcmp(a, b) < 0;
}

/* What the giving school has left, of the column of which it has least. */
static void keeps(sheet *s, const jh_remedy_buy *of) {
  const jh_remedy_edit *least = NULL;
  for (size_t i = 0; i < of->edit_count; i++) {
    const jh_remedy_edit *edit = &of->edits[i];
    if (!is_same_entity(&edit->at, &of->source)) continue;
    if (!least || is_less(edit->to, least->to)) least = edit;
  }
  if (!least) return;
  const char *name = jh_text_in(least->column->name, s->lang);
  if (!name[0]) name = least->column->id;
  jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_KEEPS, least->to, least->from, name, NULL);
}

static void buy(sheet *s, const jh_remedy_buy *of) {
  char at[200], source[200];
  const char *name = jh_text_in(of->means->name, s->lang);
  jh_buf_spaces(buf_of(s), 2);
  name_of(&of->at, at, sizeof at);
  text(s, at);
  word(s, JH_W_COLON);
  if (of->is_move) {
    name_of(&of->source, source, sizeof source);
    jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_MOVE_FROM, name, source, NULL);
    keeps(s, of);
  } else {
    text(s, name);
  }
  text(s, " ");
  text(s, of->amount);
  unit(s, of->means->per);
  word(s, JH_W_PHRASE);
  jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_YUAN, of->yuan, NULL);
  serves(s, of);
  text(s, "\n");
}

static void prices(sheet *s) {
  const jh_prices *of = s->of->prices;
  const char *notice = jh_text_in(of->notice, s->lang);
  char day[11];
  text(s, "\n");
  jh_figure_label(buf_of(s), JH_W_PLAN_PRICES, s->lang);
  text(s, jh_text_in(of->name, s->lang));
  if (of->date) {
    word(s, JH_W_PHRASE);
    jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_PRICES_OF, jh_date_text(day, of->date), NULL);
  }
  text(s, "\n");
  if (!notice[0]) return;
  jh_figure_label(buf_of(s), JH_W_NOTICE, s->lang);
  text(s, notice);
  text(s, "\n");
}

static void lines(sheet *s) {
  const jh_remedy_report *of = s->of;
  title(s, JH_W_PLAN_LINES);
  for (size_t i = 0; i < of->buy_count && jh_out_block(&s->out); i++) buy(s, &of->buys[i]);
  text(s, "  ");
  jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_TOTAL, of->cost, NULL);
  word(s, JH_W_SEPARATOR);
  if (of->is_cheapest)
    word(s, JH_W_PLAN_CHEAPEST);
  else
    jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_BOUND, of->bound, NULL);
  text(s, "\n  ");
  const char *met = jh_words_get(of->is_met ? JH_W_PLAN_TRIED_MET : JH_W_PLAN_TRIED_UNMET, s->lang);
  jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_TRIED, met, NULL);
  if (of->is_met) {
    word(s, JH_W_SEPARATOR);
    word(s, of->is_tight ? JH_W_PLAN_TIGHT : JH_W_PLAN_NOT_TIGHT);
  }
  text(s, "\n  ");
  jh_words_fill(buf_of(s), s->lang, JH_W_PLAN_THEN, jh_verdict_name(of->after, s->lang), NULL);
  text(s, "\n");
}

static void spread(sheet *s, const jh_remedy_spread *of) {
  const jh_finding *last = of->after.rule && of->after.has_figures ? &of->after : &of->before;
  jh_buf_spaces(buf_of(s), 2);
  jh_figure_rule_full(buf_of(s), s->plan, of->before.rule, s->lang);
  text(s, " ");
  jh_figure_words(buf_of(s), &of->before.measure, s->lang);
  if (last == &of->after) {
    text(s, " → ");
    jh_figure_words(buf_of(s), &of->after.measure, s->lang);
  }
  if (last->measure.is_known && last->bound.is_known) {
    text(s, " ");
    text(s, jh_figure_sign(last->rule->compare, last->verdict == JH_MET));
    text(s, " ");
    jh_figure_words(buf_of(s), &last->bound, s->lang);
  }
  text(s, "\n");
}

static void outcome(sheet *s) {
  switch (s->of->outcome) {
  case JH_REMEDY_PLANNED: lines(s); return;
  case JH_REMEDY_NOTHING: title(s, JH_W_PLAN_NOTHING); return;
  case JH_REMEDY_UNPRICED: title(s, JH_W_PLAN_WITHOUT_PRICES); return;
  case JH_REMEDY_BARRED: title(s, JH_W_PLAN_BARRED); return;
  case JH_REMEDY_NO_WAY: title(s, JH_W_PLAN_NO_WAY); return;
  case JH_REMEDY_NOT_FOUND: title(s, JH_W_PLAN_NOT_FOUND); return;
  }
}

static void beginning(sheet *s, const jh_report_head *head) {
  const jh_remedy_report *of = s->of;
  jh_head_text(buf_of(s), head, s->lang);
  text(s, "\n");
  jh_figure_entity(buf_of(s), s->plan, &of->entity, s->lang);
  jh_buf_spaces(buf_of(s), 2);
  jh_buf_add(buf_of(s), of->entity.code);
  jh_buf_spaces(buf_of(s), 2);
  if (of->rule) {
    jh_words_fill(
        buf_of(s), s->lang, JH_W_PLAN_NOW, jh_figure_rule(of->rule, s->lang),
        jh_verdict_name(of->verdict, s->lang), NULL);
  } else {
    text(s, jh_verdict_name(of->verdict, s->lang));
  }
  text(s, "\n");
}

jh_code jh_report_remedy_text(
    const jh_report_head *head, const jh_remedy_report *report, jh_lang lang, jh_sink sink,
    void *sink_payload, jh_error *err) {
  sheet s = {.plan = head->plan, .of = report, .lang = lang};
  jh_out_init(&s.out, sink, sink_payload);
  beginning(&s, head);
  if (report->lack_count) title(&s, JH_W_PLAN_LACKS);
  for (size_t i = 0; i < report->lack_count && jh_out_block(&s.out);) i = lack_group(&s, i);
  if (report->levelling_count) title(&s, JH_W_PLAN_LEVELLING);
  for (size_t i = 0; i < report->levelling_count && jh_out_block(&s.out); i++)
    levelling(&s, &report->levellings[i]);
  bars(&s, JH_W_PLAN_FILL_IN, true);
  bars(&s, report->prices ? JH_W_PLAN_BARS_PRICED : JH_W_PLAN_BARS, false);
  if (report->prices) prices(&s);
  if (report->moves_are_out) title(&s, JH_W_PLAN_MOVES_OUT);
  outcome(&s);
  if (report->spread_count) title(&s, JH_W_PLAN_SPREADS);
  for (size_t i = 0; i < report->spread_count; i++) spread(&s, &report->spreads[i]);
  return jh_out_done(&s.out, JH_OK, err);
}
