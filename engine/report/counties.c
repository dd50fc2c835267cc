/* counties.c - see counties.h. */
#include "report/counties.h"

#include "base/alloc.h"
#include "report/pieces.h"

enum { EACH = 8 }; /* counties of a piece: finding why one fails costs more than handing it on */

typedef struct work {
  const jh_counties *of;
  jh_totals *totals;
  jh_reasons *reasons; /* by lane */
} work;

static uint32_t end_of(const work *w, size_t piece) {
  size_t end = (piece + 1) * EACH, all = w->of->results->county_count;
  return (uint32_t)(end < all ? end : all);
}

static jh_code make(void *payload, size_t lane, size_t piece, jh_buf *buf, jh_error *err) {
  const work *w = payload;
  const jh_counties *of = w->of;
  jh_reasons *reasons = &w->reasons[lane];
  jh_code code = JH_OK;
  for (uint32_t i = (uint32_t)(piece * EACH); i < end_of(w, piece) && !code; i++) {
    if (buf->size > 0) jh_buf_text(buf, of->between);
    code = jh_reason_gather(reasons, of->results, i, err);
    if (!code) code = of->write(of->payload, reasons, buf, err);
  }
  return code;
}

static jh_code count(void *payload, size_t piece, jh_error *err) {
  const work *w = payload;
  const jh_results *results = w->of->results;
  jh_code code = JH_OK;
  for (uint32_t i = (uint32_t)(piece * EACH); i < end_of(w, piece) && !code; i++) {
    jh_entity entity = results->county(results->payload, i);
    jh_verdict verdict = jh_reason_verdict(results, i, &entity);
    code = jh_totals_add(w->totals, results, i, &entity, verdict, err);
  }
  return code;
}

jh_code jh_counties_write(
    jh_out *out, const jh_counties *counties, jh_totals *totals, jh_error *err) {
  size_t lanes = jh_pieces_lanes(counties->results);
  work w = {.of = counties, .totals = totals};
  w.reasons = jh_alloc_get(lanes * sizeof *w.reasons);
  if (!w.reasons) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_pieces pieces = {
      .lanes = lanes,
      .count = (counties->results->county_count + EACH - 1) / EACH,
      .between = counties->between,
      .payload = &w,
      .make = make,
      .then = count};
  jh_code code = jh_pieces_write(out, &pieces, err);
  for (size_t i = 0; i < lanes; i++) jh_reason_done(&w.reasons[i]);
  jh_alloc_free(w.reasons);
  return code;
}
