/* compare_text_more.c - regions, near misses, each change alone and costs, for people. */
#include "base/utf8.h"
#include "report/compare_region.h"
#include "report/compare_text.h"
#include "report/listing.h"

enum { UNIT_TEXT = 96 };

static void fill(const jh_compare_writer *w, jh_word word, size_t a, size_t b) {
  char number[2][24];
  jh_words_fill(
      w->buf, w->lang, word, jh_words_count(number[0], a), jh_words_count(number[1], b), NULL);
}

static void heading(const jh_compare_writer *w, jh_word word) {
  jh_buf_char(w->buf, '\n');
  jh_compare_text_word(w, word);
  jh_buf_char(w->buf, '\n');
}

static void list_done(const jh_compare_writer *w, jh_listing *list) {
  jh_listing_text(w->buf, list, w->lang);
  jh_listing_done(list);
}

/* The unit in which something is missing, in the reader's words. */
static const char *unit_words(
    const jh_compare_writer *w, const jh_cost_item *item, char *out, size_t size) {
  const jh_plan *plan = jh_compare_point_plan(w->view, JH_AFTER);
  if (item->is_plain) return jh_words_get(JH_W_COST_PLAIN, w->lang);
  jh_unit_words(&plan->units, item->unit, w->lang, out, size);
  return out;
}

static void before_after(const jh_compare_writer *w, jh_listing *list, const char *const at[2]) {
  const char *unknown = jh_words_get(JH_W_COST_UNKNOWN, w->lang);
  jh_words_fill(
      &list->text, w->lang, JH_W_ARROW, at[0] ? at[0] : unknown, at[1] ? at[1] : unknown, NULL);
  jh_listing_next(list);
}

/* A table of regions, if there are any but all counties together; columns of zeros are left out. */
jh_code jh_compare_text_regions(const jh_compare_writer *w, jh_error *err) {
  jh_listing_column columns[JH_VERDICTS + 1] = {{.word = JH_W_BY_REGION}};
  jh_compare_regions all;
  jh_listing list;
  jh_code code = jh_compare_regions_make(&all, w->view, err);
  for (int v = 0; v < JH_VERDICTS; v++)
    columns[v + 1] =
        (jh_listing_column){.title = jh_verdict_name((jh_verdict)v, w->lang), .is_right = true};
  jh_listing_init(&list, columns, JH_VERDICTS + 1);
  for (size_t i = 0; i < all.count && !code; i++) {
    const jh_total *of = all.items[i].of;
    if (of[1].level != JH_TOTAL_ALL) jh_buf_spaces(&list.text, of[1].level ? 2 : 4);
    if (of[1].level == JH_TOTAL_ALL)
      jh_buf_text(&list.text, jh_words_get(JH_W_ALL_COUNTIES, w->lang));
    else
      jh_buf_add(&list.text, of[1].name.size ? of[1].name : of[1].code);
    jh_listing_next(&list);
    for (int v = 0; v < JH_VERDICTS; v++) {
      const jh_total *last = all.items[all.count - 1].of;
      bool is_shown = v <= JH_UNDETERMINED || last[0].tally.of[v] || last[1].tally.of[v];
      char number[2][24];
      const char *at[2];
      for (int s = 0; s < 2; s++) at[s] = jh_words_count(number[s], of[s].tally.of[v]);
      if (is_shown)
        before_after(w, &list, at);
      else
        jh_listing_next(&list);
    }
  }
  if (all.count > 1) jh_buf_char(w->buf, '\n');
  if (all.count > 1) jh_listing_text(w->buf, &list, w->lang);
  jh_listing_done(&list);
  jh_compare_regions_done(&all);
  return code;
}

static jh_code near_line(const jh_compare_writer *w, const jh_near *at, jh_error *err) {
  jh_compare_figures f;
  jh_code code = jh_compare_point_figures(w->view, &at->point, &f, err);
  if (code) return code;
  const jh_rule *rule = jh_compare_point_rule(w->view, at->point.rule);
  jh_entity who = jh_compare_point_entity(w->view, at->point.rule, at->point.row);
  jh_buf_spaces(w->buf, 6);
  jh_compare_text_entity(w, at->point.rule, &who);
  if (f.has[0] || f.has[1]) jh_compare_text_figures(w, &at->point, rule, &f);
  jh_words_fill(w->buf, w->lang, JH_W_MARGIN_FROM, at->margin, NULL);
  jh_buf_char(w->buf, '\n');
  return JH_OK;
}

/* How many of the same rule and verdict stand together from here on. */
static size_t near_group(const jh_near_list *near, size_t from) {
  size_t at = from;
  while (at < near->count && near->items[at].point.rule == near->items[from].point.rule &&
         near->items[at].point.verdict[1] == near->items[from].point.verdict[1])
    at++;
  return at - from;
}

jh_code jh_compare_text_near(jh_out *out, const jh_compare_writer *w, jh_error *err) {
  const jh_near_list *near = w->view->near;
  uint32_t last = JH_NONE;
  char number[24];
  jh_code code = JH_OK;
  if (w->view->what->change_count == 0) return JH_OK;
  jh_buf_char(w->buf, '\n');
  jh_words_fill(
      w->buf, w->lang, JH_W_NEAR_HEADING, near->percent, jh_words_count(number, near->count), NULL);
  jh_buf_char(w->buf, '\n');
  for (size_t i = 0; i < near->count && !code && jh_out_block(out);) {
    const jh_flip_point *first = &near->items[i].point;
    size_t end = i + near_group(near, i);
    if (first->rule != last) {
      jh_buf_spaces(w->buf, 2);
      jh_compare_text_clause(w, first->rule);
      jh_buf_char(w->buf, '\n');
    }
    last = first->rule;
    jh_buf_spaces(w->buf, 4);
    fill(w, first->verdict[1] == JH_MET ? JH_W_NEAR_MET : JH_W_NEAR_UNMET, end - i, 0);
    jh_buf_char(w->buf, '\n');
    for (; i < end && !code && jh_out_block(out); i++) code = near_line(w, &near->items[i], err);
  }
  return code;
}

/* "counties", or the name of the requirement. */
static void total_name(const jh_compare_writer *w, uint32_t pair) {
  if (pair == 0)
    jh_compare_text_word(w, JH_W_ALONE_COUNTIES);
  else
    jh_buf_text(w->buf, jh_figure_rule(jh_compare_point_rule(w->view, pair), w->lang));
}

static void alone_item(const jh_compare_writer *w, const jh_alone_item *item) {
  const jh_comparison *what = w->view->what;
  bool has_any = false;
  jh_buf_spaces(w->buf, 2);
  for (size_t k = 0; k < item->change_count; k++) {
    if (k) jh_compare_text_word(w, JH_W_COMMA);
    jh_buf_text(w->buf, what->changes[item->changes[k]].change.path);
  }
  if (item->is_switch)
    jh_words_fill(w->buf, w->lang, JH_W_ALONE_SWITCH, item->at, NULL);
  else
    jh_words_fill(w->buf, w->lang, JH_W_BRACKETS, item->at, NULL);
  jh_buf_char(w->buf, '\n');
  for (size_t t = 0; t < what->total_count && item->stands; t++) {
    if (!item->flips[t]) continue;
    jh_buf_spaces(w->buf, 4);
    total_name(w, what->totals[t].rule);
    jh_compare_text_word(w, JH_W_COLON);
    jh_buf_int(w->buf, (int64_t)item->flips[t]);
    jh_buf_char(w->buf, '\n');
    has_any = true;
  }
  if (has_any) return;
  jh_buf_spaces(w->buf, 4);
  jh_compare_text_word(w, item->stands ? JH_W_ALONE_NOTHING : JH_W_ALONE_NOT);
  jh_buf_char(w->buf, '\n');
}

static void sum_line(const jh_compare_writer *w, uint32_t pair, const jh_alone_sum *sum) {
  char number[3][24];
  jh_buf_spaces(w->buf, 2);
  total_name(w, pair);
  jh_compare_text_word(w, JH_W_COLON);
  jh_words_fill(
      w->buf, w->lang, JH_W_TOGETHER_SUM, jh_words_count(number[0], sum->flips),
      jh_words_count(number[1], sum->part[JH_PART_ONE]),
      jh_words_count(number[2], sum->part[JH_PART_SEVERAL]), NULL);
  fill(w, JH_W_TOGETHER_MORE, sum->part[JH_PART_TOGETHER], sum->part[JH_PART_OTHERWISE]);
  if (sum->undone) fill(w, JH_W_TOGETHER_UNDONE, sum->undone, 0);
  jh_buf_char(w->buf, '\n');
}

/* A name on a line of its own, below its heading. */
static void named(
    const jh_compare_writer *w, uint32_t pair, const uint32_t row[2], jh_word word,
    bool *is_first) {
  jh_entity who = jh_compare_point_entity(w->view, pair, row);
  if (*is_first) {
    jh_buf_spaces(w->buf, 2);
    jh_compare_text_word(w, word);
    jh_buf_char(w->buf, '\n');
  }
  *is_first = false;
  jh_buf_spaces(w->buf, 4);
  jh_compare_text_entity(w, pair, &who);
}

static void named_flips(const jh_compare_writer *w, jh_out *out, jh_flip_part part, jh_word word) {
  const jh_comparison *what = w->view->what;
  bool is_first = true;
  for (size_t i = 0; i < what->county_count + what->finding_count && jh_out_block(out); i++) {
    const jh_flip *flip =
        i < what->county_count ? &what->counties[i] : &what->findings[i - what->county_count];
    if (flip->part != part) continue;
    named(w, flip->rule, flip->row, word, &is_first);
    jh_compare_text_word(w, JH_W_COLON);
    jh_compare_text_arrow(w, flip->verdict);
    jh_buf_char(w->buf, '\n');
  }
}

/* Which change would turn it, and into what. */
static void would_be(const jh_compare_writer *w, const jh_undone *at) {
  const jh_flip_alone *alone = w->view->alone;
  for (size_t i = 0; i < alone->count; i++) {
    const jh_alone_item *item = &alone->items[i];
    if (at->alone[i] == at->verdict || at->alone[i] >= JH_VERDICTS) continue;
    const char *name = item->at;
    if (item->change_count) name = w->view->what->changes[item->changes[0]].change.path;
    jh_words_fill(
        w->buf, w->lang, JH_W_ALONE_WOULD, name, jh_verdict_name((jh_verdict)at->alone[i], w->lang),
        NULL);
  }
}

static void named_undone(const jh_compare_writer *w, jh_out *out) {
  const jh_flip_alone *alone = w->view->alone;
  bool is_first = true;
  for (size_t i = 0; i < alone->undone_count && jh_out_block(out); i++) {
    const jh_undone *at = &alone->undone[i];
    named(w, at->rule, at->row, JH_W_PART_UNDONE, &is_first);
    jh_compare_text_word(w, JH_W_COLON);
    jh_buf_text(w->buf, jh_verdict_name(at->verdict, w->lang));
    would_be(w, at);
    jh_buf_char(w->buf, '\n');
  }
}

void jh_compare_text_alone(jh_out *out, const jh_compare_writer *w) {
  const jh_flip_alone *alone = w->view->alone;
  if (!alone) return;
  heading(w, JH_W_ALONE_HEADING);
  for (size_t i = 0; i < alone->count; i++) alone_item(w, &alone->items[i]);
  heading(w, JH_W_TOGETHER_HEADING);
  for (size_t t = 0; t < w->view->what->total_count; t++) {
    const jh_alone_sum *sum = &alone->sums[t];
    if (t == 0 || sum->flips || sum->undone) sum_line(w, w->view->what->totals[t].rule, sum);
  }
  named_flips(w, out, JH_PART_TOGETHER, JH_W_PART_TOGETHER);
  named_flips(w, out, JH_PART_OTHERWISE, JH_W_PART_OTHERWISE);
  named_undone(w, out);
}

static const jh_cost_sum *sum_of_all(const jh_cost *cost, uint32_t item) {
  for (size_t i = cost->sum_count; i-- > 0;) {
    if (cost->sums[i].level == JH_COST_ALL && cost->sums[i].item == item) return &cost->sums[i];
  }
  return NULL;
}

static void moves(
    const jh_compare_writer *w, jh_word word, const jh_cost_pair *at, const char *more) {
  jh_buf text;
  jh_buf_init(&text);
  jh_words_fill(&text, w->lang, JH_W_ARROW, at->at[0], at->at[1], NULL);
  jh_words_fill(
      w->buf, w->lang, word, jh_buf_ok(&text) && text.at ? text.at : "", more ? more : "", NULL);
  if (!jh_buf_ok(&text)) w->buf->failed = true;
  jh_buf_done(&text);
}

static void counts(const jh_compare_writer *w, jh_word word, const size_t at[2]) {
  char number[2][24];
  jh_cost_pair pair = {{jh_words_count(number[0], at[0]), jh_words_count(number[1], at[1])}};
  jh_compare_text_word(w, JH_W_SEPARATOR);
  moves(w, word, &pair, NULL);
}

static void cost_item(const jh_compare_writer *w, uint32_t index) {
  const jh_cost_item *item = &w->view->cost->items[index];
  const jh_cost_sum *sum = sum_of_all(w->view->cost, index);
  char unit[UNIT_TEXT];
  bool is_open = item->unmet[0] || item->unmet[1] || item->not_known[0] || item->not_known[1];
  if (!is_open && !item->yuan) return;
  jh_buf_spaces(w->buf, 2);
  jh_compare_text_clause(w, item->rule);
  jh_compare_text_word(w, JH_W_COLON);
  if (item->why == JH_COST_NO_GAP || !sum) {
    jh_compare_text_word(w, JH_W_COST_NO_GAP);
  } else {
    moves(w, JH_W_COST_LINE, &sum->missing, unit_words(w, item, unit, sizeof unit));
    if (item->yuan) jh_words_fill(w->buf, w->lang, JH_W_COST_EACH, item->yuan, NULL);
    if (item->yuan)
      moves(w, JH_W_COST_YUAN, &sum->yuan, NULL);
    else
      jh_compare_text_word(w, JH_W_COST_UNPRICED);
  }
  counts(w, JH_W_COST_UNMET, item->unmet);
  if (item->not_known[0] || item->not_known[1]) counts(w, JH_W_COST_OPEN, item->not_known);
  jh_buf_char(w->buf, '\n');
}

/* "all that is priced: 0 → 2160000 yuan; not known 0 → 1": first, for it is what is asked for. */
static void cost_total(const jh_compare_writer *w) {
  const jh_cost_sum *sum = sum_of_all(w->view->cost, JH_NONE);
  if (!sum) return;
  jh_buf_spaces(w->buf, 2);
  jh_compare_text_word(w, JH_W_COST_ALL_PRICED);
  moves(w, JH_W_COST_TOTAL, &sum->yuan, NULL);
  if (sum->not_known[0] || sum->not_known[1]) counts(w, JH_W_COST_OPEN, sum->not_known);
  jh_buf_char(w->buf, '\n');
}

static void cost_cells(
    const jh_compare_writer *w, jh_listing *list, const jh_cost_item *item,
    const jh_cost_pair *missing, const jh_cost_pair *yuan) {
  const jh_rule *rule = item ? jh_compare_point_rule(w->view, item->rule) : NULL;
  char unit[UNIT_TEXT];
  jh_listing_add(
      list, rule ? jh_figure_rule(rule, w->lang) : jh_words_get(JH_W_COST_ALL_PRICED, w->lang));
  if (item && item->unit) {
    before_after(w, list, missing->at);
    jh_listing_add(list, unit_words(w, item, unit, sizeof unit));
  } else {
    jh_listing_next(list);
    jh_listing_next(list);
  }
  before_after(w, list, yuan->at);
}

static void table_title(const jh_compare_writer *w, jh_word title) {
  jh_buf_char(w->buf, '\n');
  jh_buf_spaces(w->buf, 2);
  jh_compare_text_word(w, title);
  jh_buf_char(w->buf, '\n');
}

static void cost_regions(const jh_compare_writer *w, jh_cost_level level, jh_word title) {
  static const jh_listing_column columns[] = {
      {.word = JH_W_COL_REGION}, {.word = JH_W_COL_WHO},
      {.word = JH_W_COL_ITEM},   {.word = JH_W_COL_MISSING, .is_right = true},
      {.word = JH_W_COL_UNIT},   {.word = JH_W_COL_YUAN, .is_right = true}};
  const jh_cost *cost = w->view->cost;
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < cost->sum_count; i++) {
    const jh_cost_sum *sum = &cost->sums[i];
    const jh_cost_item *item = sum->item == JH_NONE ? NULL : &cost->items[sum->item];
    jh_str code, name;
    if (sum->level != level || (item && item->why != JH_COST_PRICED)) continue;
    jh_compare_region_of(w->view, sum, &code, &name);
    jh_buf_add(&list.text, code);
    jh_listing_next(&list);
    jh_buf_add(&list.text, name);
    jh_listing_next(&list);
    cost_cells(w, &list, item, &sum->missing, &sum->yuan);
  }
  if (jh_listing_rows(&list)) table_title(w, title);
  list_done(w, &list);
}

/* Of what has no price the sum is told above; the entities are in CSV and JSON. */
static void cost_entities(const jh_compare_writer *w) {
  static const jh_listing_column columns[] = {
      {.word = JH_W_COL_REGION}, {.word = JH_W_COL_WHO},
      {.word = JH_W_COL_ITEM},   {.word = JH_W_COL_MISSING, .is_right = true},
      {.word = JH_W_COL_UNIT},   {.word = JH_W_COL_YUAN, .is_right = true}};
  const jh_cost *cost = w->view->cost;
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < cost->line_count; i++) {
    const jh_cost_line *line = &cost->lines[i];
    const jh_cost_item *item = &cost->items[line->item];
    if (item->why != JH_COST_PRICED) continue;
    jh_entity who = jh_compare_point_entity(w->view, item->rule, line->row);
    int side = jh_compare_point_side(w->view, item->rule);
    jh_buf_add(&list.text, who.county_code);
    jh_listing_next(&list);
    jh_figure_entity(&list.text, jh_compare_point_plan(w->view, side), &who, w->lang);
    jh_listing_next(&list);
    cost_cells(w, &list, item, &line->missing, &line->yuan);
  }
  if (jh_listing_rows(&list)) table_title(w, JH_W_COST_BY_ENTITY);
  list_done(w, &list);
}

void jh_compare_text_cost(const jh_compare_writer *w) {
  const jh_cost *cost = w->view->cost;
  if (!cost) return;
  heading(w, JH_W_COST_HEADING);
  jh_buf_spaces(w->buf, 2);
  jh_compare_text_word(w, JH_W_COST_NOTE);
  jh_buf_char(w->buf, '\n');
  cost_total(w);
  for (uint32_t i = 0; i < cost->item_count; i++) cost_item(w, i);
  cost_regions(w, JH_COST_PROVINCE, JH_W_COST_BY_PROVINCE);
  cost_regions(w, JH_COST_PREFECTURE, JH_W_COST_BY_PREFECTURE);
  cost_regions(w, JH_COST_COUNTY, JH_W_COST_BY_COUNTY);
  cost_entities(w);
}
