/* sweep_csv.c - counts by value and region, a row for each. */
#include "report/figure.h"
#include "report/out.h"
#include "report/sweep.h"

static void cell(jh_out *out, jh_str text) {
  jh_buf_csv(&out->buf, text);
  jh_buf_char(&out->buf, ',');
}

static void text_cell(jh_out *out, const char *text) { cell(out, jh_str_of(text)); }

static void heading(jh_out *out, jh_lang lang, size_t axes) {
  static const jh_word words[] = {
      JH_W_COL_PARAMETER,         JH_W_CSV_SWEEP_VALUE,    JH_W_CSV_SWEEP_PARAMETER_2,
      JH_W_CSV_SWEEP_VALUE_2,     JH_W_CSV_SWEEP_TODAY,    JH_W_CSV_SWEEP_REGION,
      JH_W_CSV_SWEEP_REGION_CODE, JH_W_CSV_SWEEP_PROVINCE, JH_W_CSV_SWEEP_PREFECTURE};
  jh_buf_text(&out->buf, "\xEF\xBB\xBF");
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    bool is_second = i == 2 || i == 3;
    if (axes > 1 || !is_second) text_cell(out, jh_words_get(words[i], lang));
  }
  for (int v = 0; v < JH_VERDICTS; v++) {
    if (v) jh_buf_char(&out->buf, ',');
    jh_buf_text(
        &out->buf,
        lang == JH_EN ? jh_verdict_id((jh_verdict)v) : jh_verdict_name((jh_verdict)v, lang));
  }
  jh_buf_text(&out->buf, "\r\n");
}

static const char *level(const jh_sweep_view *view, jh_sweep_region_kind kind) {
  static const char *const ids[] = {"all", "province", "prefecture"};
  static const char *const names[] = {"全部", "省", "市州"};
  return view->lang == JH_EN ? ids[kind] : names[kind];
}

static void region_part(jh_out *out, const jh_sweep_view *view, size_t at) {
  const jh_sweep_region *region = &view->sweep->regions[at];
  const jh_sweep_region *province =
      region->kind == JH_SWEEP_PREFECTURE ? &view->sweep->regions[region->province] : region;
  text_cell(out, level(view, region->kind));
  cell(out, region->code);
  cell(out, province->name);
  cell(out, region->kind == JH_SWEEP_PREFECTURE ? region->name : (jh_str){"", 0});
}

static const char *yes_or_no(bool is_so, jh_lang lang) {
  if (lang == JH_EN) return is_so ? "yes" : "no";
  return is_so ? "是" : "否";
}

static void counts(jh_out *out, const jh_tally *tally) {
  for (int v = 0; v < JH_VERDICTS; v++) {
    if (v) jh_buf_char(&out->buf, ',');
    jh_buf_int(&out->buf, (int64_t)tally->of[v]);
  }
  jh_buf_text(&out->buf, "\r\n");
}

/* The rows of one step; tallies: by region. */
static void step(
    jh_out *out, const jh_sweep_view *view, const jh_dec *values, const jh_tally *tallies) {
  const jh_sweep *sweep = view->sweep;
  char number[JH_DEC_TEXT];
  for (size_t r = 0; r < sweep->region_count; r++) {
    bool is_now = true;
    for (size_t k = 0; k < sweep->axis_count; k++) {
      text_cell(out, sweep->axes[k].path);
      text_cell(out, jh_dec_text(number, values[k]));
      is_now = is_now && jh_sweep_is_now(&sweep->axes[k], values[k]);
    }
    text_cell(out, yes_or_no(is_now, view->lang));
    region_part(out, view, r);
    counts(out, &tallies[r]);
  }
}

/* Is the value in force to stand before this one, as it is none of the values? */
static bool is_now_before(const jh_sweep_axis *axis, size_t at) {
  bool is_above = at == axis->count || jh_dec_compare(axis->values[at], axis->now->value) > 0;
  return is_above && (at == 0 || jh_dec_compare(axis->values[at - 1], axis->now->value) < 0);
}

jh_code jh_report_sweep_csv(const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err) {
  const jh_sweep *sweep = view->sweep;
  size_t inner = sweep->axis_count > 1 ? sweep->axes[1].count : 1;
  jh_out out;
  jh_out_init(&out, sink, payload);
  heading(&out, view->lang, sweep->axis_count);
  for (size_t at = 0; at < sweep->step_count && jh_out_block(&out); at++) {
    jh_dec values[2] = {sweep->axes[0].values[at / inner], {0, 0}};
    if (sweep->axis_count > 1) values[1] = sweep->axes[1].values[at % inner];
    if (sweep->axis_count == 1 && is_now_before(&sweep->axes[0], at))
      step(&out, view, &sweep->axes[0].now->value, sweep->today);
    step(&out, view, values, jh_sweep_tally(view, at, 0));
  }
  if (sweep->axis_count == 1 && is_now_before(&sweep->axes[0], sweep->step_count))
    step(&out, view, &sweep->axes[0].now->value, sweep->today);
  return jh_out_done(&out, JH_OK, err);
}
