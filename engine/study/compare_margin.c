/* compare_margin.c - margins of what decided, and the order of flips by them; see compare_margin.h. */
#include "study/compare_margin.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "study/compare_figure.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* A flip and its margin, for sorting. */
typedef struct measured {
  jh_flip flip;
  jh_rat margin;
  bool has_margin;
} measured;

static int by_number(uint32_t a, uint32_t b) { return a < b ? -1 : a > b; }

static int by_margin(const void *x, const void *y) {
  const measured *a = x, *b = y;
  int order = by_number(a->flip.rule, b->flip.rule);
  if (!order && a->has_margin != b->has_margin) order = a->has_margin ? -1 : 1;
  if (!order && a->has_margin) order = jh_rat_compare(&a->margin, &b->margin);
  return order ? order : by_number(a->flip.row[1], b->flip.row[1]);
}

/* The margin of a flip: of its points the farthest if it fails now, else the nearest. */
static void measure(
    measured *at, const jh_comparison *what, const jh_compare_figure *figure, jh_rat *scratch) {
  bool wants_farthest = at->flip.verdict[1] == JH_UNMET;
  for (size_t i = at->flip.first; i < at->flip.first + at->flip.count; i++) {
    if (!jh_compare_figure_margin(figure, &what->points[i], scratch)) continue;
    int order = at->has_margin ? jh_rat_compare(scratch, &at->margin) : 0;
    if (at->has_margin && (wants_farthest ? order <= 0 : order >= 0)) continue;
    jh_rat_set(&at->margin, scratch);
    at->has_margin = true;
    at->flip.decisive = i;
  }
}

static jh_code order(
    jh_flip *flips, size_t count, const jh_comparison *what, const jh_compare_figure *figure,
    jh_arena *arena, jh_error *err) {
  if (count == 0) return JH_OK;
  measured *all = jh_alloc_get(count * sizeof *all);
  if (!all) return out_of_memory(err);
  jh_rat scratch;
  jh_code code = JH_OK;
  jh_rat_init(&scratch);
  for (size_t i = 0; i < count; i++) {
    all[i] = (measured){.flip = flips[i]};
    jh_rat_init(&all[i].margin);
    measure(&all[i], what, figure, &scratch);
  }
  qsort(all, count, sizeof *all, by_margin);
  for (size_t i = 0; i < count; i++) {
    flips[i] = all[i].flip;
    if (all[i].has_margin && !code)
      code = jh_compare_figure_text(&flips[i].margin, &all[i].margin, arena, err);
    jh_rat_done(&all[i].margin);
  }
  jh_rat_done(&scratch);
  jh_alloc_free(all);
  return code;
}

jh_code jh_compare_margins(
    jh_comparison *what, const jh_run *before, const jh_run *after, jh_arena *arena,
    jh_error *err) {
  jh_compare_figure figure = {what, {before, after}};
  jh_code code = order(what->counties, what->county_count, what, &figure, arena, err);
  return code ? code : order(what->findings, what->finding_count, what, &figure, arena, err);
}
