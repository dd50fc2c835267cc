/* sweep_text.c - counts by value for people: a table and a curve, or a grid. */
#include "base/alloc.h"
#include "report/figure.h"
#include "report/listing.h"
#include "report/out.h"
#include "report/sweep.h"

enum { MOST_ROWS = 40, MOST_ACROSS = 12, PLOT_COLUMNS = 72, WIDEST_BAR = 3 };

/* Every which value is listed, so that no more than so many are. */
static size_t stride_of(size_t count, size_t most) {
  return count <= most ? 1 : (count + most - 1) / most;
}

static bool is_listed(size_t i, size_t count, size_t stride) {
  return i % stride == 0 || i + 1 == count;
}

/* Where the value in force stands among the values: at *at, or just before it. */
static bool find_now(const jh_sweep_axis *axis, size_t *at) {
  *at = 0;
  while (*at < axis->count && jh_dec_compare(axis->values[*at], axis->now->value) < 0) (*at)++;
  return *at < axis->count && jh_sweep_is_now(axis, axis->values[*at]);
}

/* ---- one parameter ---- */

static void table_row(
    jh_listing *list, const jh_sweep_view *view, jh_dec value, const jh_tally *tally, bool is_now) {
  char number[JH_DEC_TEXT], count[24];
  jh_sweep_value(&list->text, view, 0, jh_dec_text(number, value), true);
  jh_listing_next(list);
  for (int v = 0; v < JH_VERDICTS; v++) {
    bool is_shown = v <= JH_UNDETERMINED || view->sweep->today[0].of[v] || tally->of[v];
    jh_listing_add(list, is_shown ? jh_words_count(count, tally->of[v]) : "");
  }
  jh_listing_add(list, is_now ? jh_words_get(JH_W_SWEEP_TODAY, view->lang) : "");
}

static void table_rows(jh_listing *list, const jh_sweep_view *view) {
  const jh_sweep_axis *axis = &view->sweep->axes[0];
  size_t stride = stride_of(axis->count, MOST_ROWS), now;
  bool is_step = find_now(axis, &now);
  for (size_t i = 0; i <= axis->count; i++) {
    if (i == now && !is_step) table_row(list, view, axis->now->value, view->sweep->today, true);
    if (i == axis->count) break;
    bool is_now = is_step && i == now;
    if (!is_now && !is_listed(i, axis->count, stride)) continue;
    table_row(list, view, axis->values[i], jh_sweep_tally(view, i, 0), is_now);
  }
}

static void table(jh_buf *buf, const jh_sweep_view *view) {
  jh_listing_column columns[JH_VERDICTS + 2] = {{.is_right = true}};
  jh_listing list;
  jh_buf value;
  jh_buf_init(&value);
  jh_buf_text(&value, jh_words_get(JH_W_COL_VALUE, view->lang));
  jh_sweep_unit(&value, view, 0);
  columns[0].title = jh_buf_ok(&value) ? value.at : "";
  if (!jh_buf_ok(&value)) buf->failed = true;
  for (int v = 0; v < JH_VERDICTS; v++) {
    columns[v + 1] =
        (jh_listing_column){.title = jh_verdict_name((jh_verdict)v, view->lang), .is_right = true};
  }
  columns[JH_VERDICTS + 1] = (jh_listing_column){.title = ""};
  jh_listing_init(&list, columns, JH_VERDICTS + 2);
  table_rows(&list, view);
  jh_listing_text(buf, &list, view->lang);
  jh_listing_done(&list);
  jh_buf_done(&value);
  size_t count = view->sweep->step_count, stride = stride_of(count, MOST_ROWS);
  char listed[24], all[24];
  if (stride == 1) return;
  size_t shown = (count + stride - 1) / stride + ((count - 1) % stride != 0);
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_SOME, jh_words_count(listed, shown), jh_words_count(all, count),
      NULL);
  jh_buf_char(buf, '\n');
}

static size_t bar_width(size_t count) {
  size_t width = count ? PLOT_COLUMNS / count : 1;
  return width > WIDEST_BAR ? WIDEST_BAR : width < 1 ? 1 : width;
}

/* "Met, from 40 to 55 student/class" */
static void plot_title(jh_buf *buf, const jh_sweep_view *view) {
  const jh_sweep_axis *axis = &view->sweep->axes[0];
  char low[JH_DEC_TEXT], number[JH_DEC_TEXT];
  jh_buf high;
  jh_buf_init(&high);
  (void)jh_dec_text(number, axis->values[axis->count - 1]);
  jh_sweep_value(&high, view, 0, number, false);
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_PLOT, jh_dec_text(low, axis->values[0]), high.at ? high.at : "",
      NULL);
  jh_buf_char(buf, '\n');
  if (!jh_buf_ok(&high)) buf->failed = true;
  jh_buf_done(&high);
}

/* Of many values some stand for the others, the first and the last among them. */
static jh_code plot(jh_buf *buf, const jh_sweep_view *view, jh_error *err) {
  const jh_sweep_axis *axis = &view->sweep->axes[0];
  size_t bars = axis->count > PLOT_COLUMNS ? PLOT_COLUMNS : axis->count, now;
  size_t *counts = jh_alloc_get((bars + 1) * sizeof *counts);
  if (!counts) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_sweep_curve curve = {.counts = counts, .count = bars, .now = bars};
  curve.is_between = !find_now(axis, &now);
  bool is_inside = now < axis->count && (now > 0 || !curve.is_between);
  for (size_t i = 0; i < bars; i++) {
    size_t at = bars > 1 ? i * (axis->count - 1) / (bars - 1) : 0;
    counts[i] = jh_sweep_tally(view, at, 0)->of[JH_MET];
    if (counts[i] > curve.most) curve.most = counts[i];
    if (is_inside && curve.now == bars && at >= now) {
      curve.now = i;
      curve.is_between = curve.is_between || at != now;
    }
  }
  jh_buf_char(buf, '\n');
  plot_title(buf, view);
  jh_sweep_plot(buf, &curve, bar_width(bars), view->lang);
  jh_alloc_free(counts);
  return JH_OK;
}

/* ---- two parameters ---- */

static void marked(jh_buf *buf, const jh_sweep_view *view, size_t k, size_t at) {
  const jh_sweep_axis *axis = &view->sweep->axes[k];
  char number[JH_DEC_TEXT];
  jh_sweep_value(buf, view, k, jh_dec_text(number, axis->values[at]), true);
  if (jh_sweep_is_now(axis, axis->values[at])) jh_buf_char(buf, '*');
}

/* The headings are texts of the second parameter's values, kept for as long as the table is filled. */
typedef struct heads {
  char text[MOST_ACROSS + 2][JH_DEC_TEXT + 4];
  size_t at[MOST_ACROSS + 2];
  size_t count;
} heads;

static bool make_heads(heads *h, const jh_sweep_view *view) {
  const jh_sweep_axis *axis = &view->sweep->axes[1];
  size_t stride = stride_of(axis->count, MOST_ACROSS);
  bool is_fine = true;
  h->count = 0;
  for (size_t j = 0; j < axis->count && h->count < MOST_ACROSS + 2; j++) {
    if (!is_listed(j, axis->count, stride)) continue;
    jh_buf buf;
    jh_buf_init(&buf);
    marked(&buf, view, 1, j);
    jh_str_copy(h->text[h->count], sizeof h->text[0], jh_buf_str(&buf));
    h->at[h->count++] = j;
    is_fine = is_fine && jh_buf_ok(&buf);
    jh_buf_done(&buf);
  }
  return is_fine;
}

/* "Met; down: class_size.at_most.primary (student/class), across: …" */
static void grid_title(jh_buf *buf, const jh_sweep_view *view) {
  jh_buf names[2];
  for (size_t k = 0; k < 2; k++) {
    jh_buf_init(&names[k]);
    jh_buf_text(&names[k], view->sweep->axes[k].path);
    jh_sweep_unit(&names[k], view, k);
    if (!jh_buf_ok(&names[k])) buf->failed = true;
  }
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_GRID, names[0].at ? names[0].at : "",
      names[1].at ? names[1].at : "", NULL);
  jh_buf_char(buf, '\n');
  for (size_t k = 0; k < 2; k++) jh_buf_done(&names[k]);
}

static void grid(jh_buf *buf, const jh_sweep_view *view) {
  const jh_sweep *sweep = view->sweep;
  const jh_sweep_axis *down = &sweep->axes[0], *across = &sweep->axes[1];
  jh_listing_column columns[MOST_ACROSS + 3] = {{.title = "", .is_right = true}};
  heads h;
  jh_listing list;
  char count[24];
  if (!make_heads(&h, view)) buf->failed = true;
  for (size_t j = 0; j < h.count; j++)
    columns[j + 1] = (jh_listing_column){.title = h.text[j], .is_right = true};
  grid_title(buf, view);
  jh_listing_init(&list, columns, h.count + 1);
  for (size_t i = 0; i < down->count; i++) {
    if (!is_listed(i, down->count, stride_of(down->count, MOST_ROWS))) continue;
    marked(&list.text, view, 0, i);
    jh_listing_next(&list);
    for (size_t j = 0; j < h.count; j++) {
      const jh_tally *tally = jh_sweep_tally(view, i * across->count + h.at[j], 0);
      jh_listing_add(&list, jh_words_count(count, tally->of[JH_MET]));
    }
  }
  jh_listing_text(buf, &list, view->lang);
  jh_listing_done(&list);
  jh_words_fill(
      buf, view->lang, JH_W_SWEEP_GRID_TODAY, jh_words_count(count, sweep->today[0].of[JH_MET]),
      NULL);
  jh_buf_char(buf, '\n');
}

jh_code jh_report_sweep_text(
    const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err) {
  jh_out out;
  jh_code code = JH_OK;
  jh_out_init(&out, sink, payload);
  jh_sweep_head(&out.buf, view);
  if (view->sweep->axis_count > 1) {
    grid(&out.buf, view);
  } else {
    table(&out.buf, view);
    code = plot(&out.buf, view, err);
  }
  return jh_out_done(&out, code, err);
}
