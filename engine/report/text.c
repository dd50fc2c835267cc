/* text.c - the result for people: what was run, a line for each county, totals. */
#include "base/utf8.h"
#include "report/changes.h"
#include "report/counties.h"
#include "report/head.h"
#include "report/layers.h"
#include "report/relaxations.h"
#include "report/targets.h"
#include "report/title.h"

typedef struct widths {
  size_t code, name, verdict;
  jh_titles titles; /* told below each county */
} widths;

static void widen(size_t *width, jh_str text) {
  size_t used = jh_utf8_width(text);
  if (used > *width) *width = used;
}

static widths measure(const jh_results *results, jh_lang lang) {
  widths w = {0};
  widen(&w.code, jh_str_of(jh_words_get(JH_W_COL_CODE, lang)));
  widen(&w.name, jh_str_of(jh_words_get(JH_W_COL_COUNTY, lang)));
  widen(&w.verdict, jh_str_of(jh_words_get(JH_W_COL_VERDICT, lang)));
  for (uint32_t i = 0; i < results->county_count; i++) {
    jh_entity entity = results->county(results->payload, i);
    jh_verdict verdict = jh_reason_verdict(results, i, &entity);
    widen(&w.code, entity.code);
    widen(&w.name, entity.name);
    widen(&w.verdict, jh_str_of(jh_verdict_name(verdict, lang)));
  }
  return w;
}

static void column(jh_buf *buf, jh_str text, size_t width) {
  jh_buf_add(buf, text);
  jh_figure_pad(buf, jh_utf8_width(text), width);
  jh_buf_spaces(buf, 2);
}

static void heading(jh_buf *buf, const widths *w, jh_lang lang) {
  column(buf, jh_str_of(jh_words_get(JH_W_COL_CODE, lang)), w->code);
  column(buf, jh_str_of(jh_words_get(JH_W_COL_COUNTY, lang)), w->name);
  column(buf, jh_str_of(jh_words_get(JH_W_COL_VERDICT, lang)), w->verdict);
  jh_buf_text(buf, jh_words_get(JH_W_COL_REASON, lang));
  jh_buf_char(buf, '\n');
}

static jh_code line(
    jh_buf *buf, const jh_results *results, const jh_reasons *reasons, const widths *w,
    jh_lang lang, jh_error *err) {
  column(buf, reasons->entity.code, w->code);
  column(buf, reasons->entity.name, w->name);
  column(buf, jh_str_of(jh_verdict_name(reasons->verdict, lang)), w->verdict);
  jh_code code = jh_reason_text(buf, results, reasons, lang, err);
  jh_buf_char(buf, '\n');
  return code;
}

/* Below the county: the other verdicts on it, each in a line. */
static jh_code titles(
    jh_buf *buf, const jh_results *results, jh_reasons *reasons, const widths *w, jh_lang lang,
    jh_error *err) {
  jh_code code = JH_OK;
  uint32_t county = reasons->county;
  for (size_t i = 0; i < w->titles.count && !code; i++) {
    code = jh_title_gather(reasons, results, w->titles.rules[i], county, err);
    if (code) return code;
    jh_buf_spaces(buf, w->code + w->name + 4);
    column(buf, jh_str_of(jh_verdict_name(reasons->verdict, lang)), w->verdict);
    code = jh_title_text(buf, results, w->titles.rules[i], reasons, lang, err);
    jh_buf_char(buf, '\n');
  }
  return code;
}

typedef struct lines {
  const jh_results *results;
  widths w;
  jh_lang lang;
} lines;

static jh_code county(void *payload, jh_reasons *reasons, jh_buf *buf, jh_error *err) {
  const lines *l = payload;
  jh_code code = line(buf, l->results, reasons, &l->w, l->lang, err);
  return code ? code : titles(buf, l->results, reasons, &l->w, l->lang, err);
}

static jh_code counties(
    jh_out *out, const jh_results *results, jh_totals *totals, jh_lang lang, jh_error *err) {
  lines l = {results, measure(results, lang), lang};
  jh_code code = jh_title_find(&l.w.titles, results, err);
  heading(&out->buf, &l.w, lang);
  jh_counties all = {.results = results, .payload = &l, .write = county};
  if (!code) code = jh_counties_write(out, &all, totals, err);
  jh_title_done(&l.w.titles);
  return code;
}

jh_code jh_report_text(
    const jh_results *results, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  jh_out out;
  jh_totals totals;
  jh_out_init(&out, sink, sink_payload);
  jh_totals_init(&totals, results);
  jh_head_text(&out.buf, results->head, lang);
  jh_layers_trial_text(&out.buf, results, lang);
  jh_changes_text(&out.buf, results, lang);
  jh_buf_char(&out.buf, '\n');
  jh_code code = JH_OK;
  if (results->county_count == 0) {
    jh_buf_text(&out.buf, jh_words_get(JH_W_NO_COUNTIES, lang));
    jh_buf_char(&out.buf, '\n');
  } else {
    code = counties(&out, results, &totals, lang, err);
    if (!code) code = jh_totals_end(&totals, err);
    if (!code) {
      jh_buf_char(&out.buf, '\n');
      jh_totals_text(&out.buf, &totals, lang);
      jh_relaxations_text(&out.buf, results, lang);
    }
  }
  if (!code) jh_targets_text(&out.buf, results, lang);
  jh_totals_done(&totals);
  return jh_out_done(&out, code, err);
}
