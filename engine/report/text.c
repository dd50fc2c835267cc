/* text.c - the result for people: what was run, a line for each county, totals. */
#include "base/utf8.h"
#include "report/head.h"
#include "report/out.h"
#include "report/reason.h"
#include "report/totals.h"

typedef struct widths {
  size_t code, name, verdict;
} widths;

static void widen(size_t *width, jh_str text) {
  size_t used = jh_utf8_width(text);
  if (used > *width) *width = used;
}

static widths measure(const jh_results *results, jh_lang lang) {
  widths w = {0, 0, 0};
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

static jh_code counties(
    jh_out *out, const jh_results *results, jh_totals *totals, jh_lang lang, jh_error *err) {
  widths w = measure(results, lang);
  heading(&out->buf, &w, lang);
  jh_reasons reasons = {0};
  jh_code code = JH_OK;
  for (uint32_t i = 0; i < results->county_count && !code && jh_out_block(out); i++) {
    code = jh_reason_gather(&reasons, results, i, err);
    if (!code) code = line(&out->buf, results, &reasons, &w, lang, err);
    if (!code) {
      code = jh_totals_add(totals, results, i, &reasons.entity, reasons.verdict, err);
    }
  }
  jh_reason_done(&reasons);
  return code;
}

jh_code jh_report_text(
    const jh_results *results, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  jh_out out;
  jh_totals totals;
  jh_out_init(&out, sink, sink_payload);
  jh_totals_init(&totals, results);
  jh_head_text(&out.buf, results->head, lang);
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
    }
  }
  jh_totals_done(&totals);
  return jh_out_done(&out, code, err);
}
