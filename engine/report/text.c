/* text.c - the result for people: what was run, a line for each county, totals. */
#include "base/alloc.h"
#include "base/crew.h"
#include "base/utf8.h"
#include "report/changes.h"
#include "report/head.h"
#include "report/layers.h"
#include "report/out.h"
#include "report/reason.h"
#include "report/relaxations.h"
#include "report/targets.h"
#include "report/title.h"
#include "report/totals.h"

enum { SHARE_COUNTIES = 32, SHARES_EACH = 8 }; /* for each thread, so that none waits for long */

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

/* The lines of some counties, written as one task. */
typedef struct share {
  const jh_results *results;
  const widths *w;
  jh_lang lang;
  uint32_t from, to;
  jh_buf buf;
  jh_reasons reasons;
  jh_code code;
  jh_error err;
} share;

static void write_lines(void *payload, size_t lane, size_t task) {
  share *s = (share *)payload + task;
  (void)lane;
  s->code = JH_OK;
  for (uint32_t i = s->from; i < s->to && !s->code; i++) {
    s->code = jh_reason_gather(&s->reasons, s->results, i, &s->err);
    if (!s->code) s->code = line(&s->buf, s->results, &s->reasons, s->w, s->lang, &s->err);
    if (!s->code) s->code = titles(&s->buf, s->results, &s->reasons, s->w, s->lang, &s->err);
  }
}

/* Writes the counties [from, to) in shares, on several threads: finding why a county fails costs
 * more than writing it down. */
static void write_shares(share *shares, size_t count, uint32_t from, uint32_t to) {
  for (size_t k = 0; k < count; k++) {
    shares[k].from = from + (uint32_t)((to - from) * k / count);
    shares[k].to = from + (uint32_t)((to - from) * (k + 1) / count);
  }
  jh_crew_run(count / SHARES_EACH, count, write_lines, shares);
}

/* Hands the shares on in order, and counts their counties. */
static jh_code take_shares(
    jh_out *out, share *shares, size_t count, jh_totals *totals, jh_error *err) {
  for (size_t k = 0; k < count; k++) {
    share *s = &shares[k];
    if (s->code) {
      if (err) *err = s->err;
      return s->code;
    }
    if (!jh_buf_ok(&s->buf)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    jh_buf_add(&out->buf, jh_buf_str(&s->buf));
    jh_buf_clear(&s->buf);
    for (uint32_t i = s->from; i < s->to; i++) {
      jh_entity entity = s->results->county(s->results->payload, i);
      jh_verdict verdict = jh_reason_verdict(s->results, i, &entity);
      jh_code code = jh_totals_add(totals, s->results, i, &entity, verdict, err);
      if (code) return code;
    }
  }
  return JH_OK;
}

static jh_code counties(
    jh_out *out, const jh_results *results, jh_totals *totals, jh_lang lang, jh_error *err) {
  widths w = measure(results, lang);
  size_t count = results->jobs < 1 ? 1 : (size_t)results->jobs;
  if (count > JH_CREW_MOST) count = JH_CREW_MOST;
  count *= SHARES_EACH;
  share *shares = jh_alloc_get(count * sizeof *shares);
  jh_code code =
      shares ? jh_title_find(&w.titles, results, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!shares) return code;
  for (size_t k = 0; k < count; k++) {
    shares[k] = (share){.results = results, .w = &w, .lang = lang};
    jh_buf_init(&shares[k].buf);
  }
  heading(&out->buf, &w, lang);
  uint32_t all = (uint32_t)results->county_count, step = (uint32_t)count * SHARE_COUNTIES;
  for (uint32_t from = 0; from < all && !code && jh_out_block(out); from += step) {
    write_shares(shares, count, from, all - from < step ? all : from + step);
    code = take_shares(out, shares, count, totals, err);
  }
  for (size_t k = 0; k < count; k++) {
    jh_buf_done(&shares[k].buf);
    jh_reason_done(&shares[k].reasons);
  }
  jh_alloc_free(shares);
  jh_title_done(&w.titles);
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
