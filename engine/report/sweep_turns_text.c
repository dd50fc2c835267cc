/* sweep_turns_text.c - where verdicts turn, for people. */
#include <string.h>

#include "report/figure.h"
#include "report/listing.h"
#include "report/out.h"
#include "report/sweep.h"

enum { CURVE_BARS = 72, LONGEST_EXACT = 32 };

/* "136/3", "root of 1/2"; what is long is not written out, what is no such number not at all. */
static void exact_cell(jh_listing *list, const jh_sweep_turn *turn, jh_lang lang) {
  if (strlen(turn->figure.exact) > LONGEST_EXACT) {
    jh_word word = turn->place.is_root ? JH_W_SWEEP_LONG_ROOT : JH_W_SWEEP_LONG;
    jh_buf_text(&list->text, jh_words_get(word, lang));
  } else if (turn->figure.exact[0] && turn->place.is_root) {
    jh_words_fill(&list->text, lang, JH_W_SWEEP_ROOT, turn->figure.exact, NULL);
  } else {
    jh_buf_text(&list->text, turn->figure.exact);
  }
  jh_listing_next(list);
}

static void entity_cells(jh_listing *list, const jh_sweep_view *view, uint32_t row) {
  jh_entity entity = jh_sweep_entity(view, row);
  jh_buf_add(&list->text, entity.code);
  jh_listing_next(list);
  jh_figure_entity(&list->text, jh_sweep_plan(view), &entity, view->lang);
  jh_listing_next(list);
  jh_listing_add(list, jh_verdict_name(jh_sweep_verdict(view, row), view->lang));
}

static void turn_row(jh_listing *list, const jh_sweep_view *view, size_t at) {
  const jh_sweep_turn *turn = &view->sweep->turns[at];
  bool is_first = at == 0 || view->sweep->turns[at - 1].row != turn->row;
  if (is_first) {
    entity_cells(list, view, turn->row);
  } else {
    for (int i = 0; i < 3; i++) jh_listing_add(list, "");
  }
  jh_listing_add(list, jh_verdict_name(turn->before, view->lang));
  jh_listing_add(list, turn->figure.last);
  jh_listing_add(list, turn->figure.first);
  jh_listing_add(list, jh_verdict_name(turn->after, view->lang));
  exact_cell(list, turn, view->lang);
}

static void table(jh_buf *buf, const jh_sweep_view *view) {
  static const jh_listing_column columns[] = {
      {.word = JH_W_COL_CODE},
      {.word = JH_W_COL_NAME},
      {.word = JH_W_SWEEP_COL_NOW},
      {.word = JH_W_SWEEP_COL_BELOW},
      {.word = JH_W_SWEEP_COL_LAST, .is_right = true},
      {.word = JH_W_SWEEP_COL_FIRST, .is_right = true},
      {.word = JH_W_SWEEP_COL_ABOVE},
      {.word = JH_W_SWEEP_COL_EXACT}};
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < view->sweep->turn_count; i++) turn_row(&list, view, i);
  jh_listing_text(buf, &list, view->lang);
  jh_listing_done(&list);
  if (view->sweep->turn_count == 0) {
    jh_buf_text(buf, jh_words_get(JH_W_SWEEP_NO_TURN, view->lang));
    jh_buf_char(buf, '\n');
  }
}

/* "The same at every value: unmet 9, undetermined 1" */
static void fixed(jh_buf *buf, const jh_sweep_view *view) {
  const jh_sweep *sweep = view->sweep;
  jh_tally tally = {{0}};
  char number[24];
  for (size_t row = 0; row < sweep->entity_count; row++) tally.of[sweep->lowest[row]]++;
  for (size_t i = 0; i < sweep->turn_count; i++) {
    if (i == 0 || sweep->turns[i].row != sweep->turns[i - 1].row)
      tally.of[sweep->lowest[sweep->turns[i].row]]--;
  }
  jh_buf list;
  jh_buf_init(&list);
  for (int v = 0; v < JH_VERDICTS; v++) {
    if (tally.of[v] == 0) continue;
    if (list.size) jh_buf_text(&list, jh_words_get(JH_W_PHRASE, view->lang));
    jh_words_fill(
        &list, view->lang, JH_W_SWEEP_FIXED_ONE, jh_verdict_name((jh_verdict)v, view->lang),
        jh_words_count(number, tally.of[v]), NULL);
  }
  if (list.size) {
    jh_words_fill(buf, view->lang, JH_W_SWEEP_FIXED, list.at, NULL);
    jh_buf_char(buf, '\n');
  }
  if (!jh_buf_ok(&list)) buf->failed = true;
  jh_buf_done(&list);
}

static const jh_sweep_turn *in_order(const jh_sweep *sweep, size_t at) {
  return &sweep->turns[sweep->order[at]];
}

static double about_now(const jh_sweep_axis *axis) {
  jh_rat value;
  jh_rat_init(&value);
  jh_rat_set_dec(&value, axis->now->value);
  double about = jh_rat_double(&value);
  jh_rat_done(&value);
  return about;
}

/* "Met, from the first place to the last (44 to 51 student/class)" */
static void curve_title(jh_buf *buf, const jh_sweep_view *view, const char *low, const char *high) {
  jh_buf last;
  jh_buf_init(&last);
  jh_sweep_value(&last, view, 0, high, false);
  jh_words_fill(buf, view->lang, JH_W_SWEEP_CURVE, low, last.at ? last.at : "", NULL);
  jh_buf_char(buf, '\n');
  if (!jh_buf_ok(&last)) buf->failed = true;
  jh_buf_done(&last);
}

/* The curve over the stretch of the line where anything turns, at evenly spaced values. */
static void curve(jh_buf *buf, const jh_sweep_view *view) {
  const jh_sweep *sweep = view->sweep;
  size_t counts[CURVE_BARS], met = 0, next = 0;
  if (sweep->turn_count < 2) return;
  jh_sweep_curve plot = {.counts = counts, .count = CURVE_BARS, .now = CURVE_BARS};
  const jh_sweep_turn *low = in_order(sweep, 0), *high = in_order(sweep, sweep->turn_count - 1);
  double from = jh_sweep_about(&low->place), to = jh_sweep_about(&high->place);
  double now = about_now(&sweep->axes[0]);
  if (!(from < to)) return;
  for (size_t row = 0; row < sweep->entity_count; row++) met += sweep->lowest[row] == JH_MET;
  for (size_t i = 0; i < CURVE_BARS; i++) {
    double at = from + (to - from) * (double)i / (CURVE_BARS - 1);
    for (; next < sweep->turn_count; next++) {
      const jh_sweep_turn *turn = in_order(sweep, next);
      if (i + 1 < CURVE_BARS && jh_sweep_about(&turn->place) > at) break;
      met += (size_t)(turn->after == JH_MET) - (size_t)(turn->before == JH_MET);
    }
    counts[i] = met;
    if (met > plot.most) plot.most = met;
    if (plot.now == CURVE_BARS && at >= now && now >= from) plot.now = i;
  }
  jh_buf_char(buf, '\n');
  curve_title(buf, view, low->figure.last, high->figure.first);
  jh_sweep_plot(buf, &plot, 1, view->lang);
}

jh_code jh_report_sweep_turns_text(
    const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, payload);
  jh_sweep_head(&out.buf, view);
  if (view->sweep->aim) {
    jh_sweep_aim_text(&out.buf, view);
  } else {
    table(&out.buf, view);
    fixed(&out.buf, view);
    curve(&out.buf, view);
  }
  return jh_out_done(&out, JH_OK, err);
}
