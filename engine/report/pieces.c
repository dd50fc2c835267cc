/* pieces.c - see pieces.h. */
#include "report/pieces.h"

#include "base/alloc.h"
#include "base/crew_order.h"

/* Where a piece lies until it is its turn. */
typedef struct place {
  jh_buf buf;
  jh_code code;
  jh_error err;
} place;

typedef struct writing {
  const jh_pieces *of;
  jh_out *out;
  place *places;
  bool has_some; /* a piece that says something was handed on */
  jh_code code;
  jh_error *err;
} writing;

size_t jh_pieces_lanes(const jh_results *results) {
  size_t jobs = results->jobs < 1 ? 1 : (size_t)results->jobs;
  return jobs < JH_CREW_MOST ? jobs : JH_CREW_MOST;
}

static void make(void *payload, size_t lane, size_t task, size_t at) {
  const writing *w = payload;
  place *p = &w->places[at];
  jh_buf_clear(&p->buf);
  p->code = w->of->make(w->of->payload, lane, task, &p->buf, &p->err);
}

static bool hand_on(writing *w, const place *p) {
  if (p->buf.size > 0 && w->has_some) jh_buf_text(&w->out->buf, w->of->between);
  w->has_some = w->has_some || p->buf.size > 0;
  return jh_out_give(w->out, jh_buf_str(&p->buf));
}

static bool take(void *payload, size_t task, size_t at) {
  writing *w = payload;
  const place *p = &w->places[at];
  if (p->code) {
    w->code = p->code;
    if (w->err) *w->err = p->err;
  } else if (!jh_buf_ok(&p->buf)) {
    w->code = jh_fail(w->err, JH_ENOMEM, NULL, NULL);
  } else if (!hand_on(w, p)) {
    return false;
  } else if (w->of->then) {
    w->code = w->of->then(w->of->payload, task, w->err);
  }
  return w->code == JH_OK;
}

jh_code jh_pieces_write(jh_out *out, const jh_pieces *pieces, jh_error *err) {
  size_t count = 2 * pieces->lanes;
  writing w = {.of = pieces, .out = out, .err = err};
  w.places = jh_alloc_get(count * sizeof *w.places);
  if (!w.places) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < count; i++) jh_buf_init(&w.places[i].buf);
  jh_crew_order order = {
      .lanes = pieces->lanes, .places = count, .payload = &w, .make = make, .take = take};
  jh_crew_order_run(&order, pieces->count);
  for (size_t i = 0; i < count; i++) jh_buf_done(&w.places[i].buf);
  jh_alloc_free(w.places);
  return w.code;
}
