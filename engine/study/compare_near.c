/* compare_near.c - who keeps the verdict on a changed rule and stands near its new bound; see
 * compare_margin.h.
 */
#include <stdlib.h>

#include "base/alloc.h"
#include "study/compare_figure.h"
#include "study/compare_margin.h"
#include "study/compare_parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

typedef struct found {
  jh_near near;
  jh_rat margin;
} found;

typedef struct search {
  const jh_comparison *what;
  jh_compare_figure figure;
  const jh_rat *most;
  found *items;
  size_t count, room;
  jh_rat scratch;
} search;

static int by_number(uint32_t a, uint32_t b) { return a < b ? -1 : a > b; }

static int by_order(const void *x, const void *y) {
  const found *a = x, *b = y;
  int order = by_number(a->near.point.rule, b->near.point.rule);
  if (!order) order = by_number(a->near.point.verdict[1], b->near.point.verdict[1]);
  if (!order) order = jh_rat_compare(&a->margin, &b->margin);
  return order ? order : by_number(a->near.point.row[1], b->near.point.row[1]);
}

static jh_code look_at(search *s, const jh_flip_point *point, jh_error *err) {
  if (!jh_compare_figure_margin(&s->figure, point, &s->scratch)) return JH_OK;
  if (jh_rat_compare(&s->scratch, s->most) > 0) return JH_OK;
  void *items = s->items;
  if (jh_alloc_grow(&items, &s->room, s->count + 1, sizeof *s->items)) return out_of_memory(err);
  s->items = items;
  found *one = &s->items[s->count++];
  *one = (found){.near = {.point = *point}};
  jh_rat_init(&one->margin);
  jh_rat_set(&one->margin, &s->scratch);
  return JH_OK;
}

/* Where a changed rule says the same on both sides, and something. */
static jh_code look_at_rule(
    search *s, jh_compare_work *w, const jh_flip_change *change, uint32_t pair, jh_error *err) {
  const uint32_t *of = s->what->rules[pair].of;
  if (of[0] == JH_NONE || of[1] == JH_NONE) return JH_OK;
  if (!jh_compare_figure_has(w->plan[1], &w->plan[1]->rules[of[1]])) return JH_OK;
  uint32_t level = jh_compare_level(w, 1, pair);
  jh_code code = JH_OK;
  for (uint32_t row = 0; row < w->data[1]->levels[level].count && !code; row++) {
    jh_flip_point point = {
        .rule = pair, .floor_of = JH_NONE, .row = {jh_compare_row(w, 1, level, row), row}};
    jh_compare_spot spot = {pair, {point.row[0], row}};
    if (spot.row[0] == JH_NONE) continue;
    point.verdict[1] = jh_compare_verdict(w, 1, &spot);
    if (point.verdict[1] != JH_MET && point.verdict[1] != JH_UNMET) continue;
    point.verdict[0] = jh_compare_verdict(w, 0, &spot);
    if (point.verdict[0] != point.verdict[1]) continue;
    uint32_t own = change->side == 1 ? row : point.row[0];
    uint32_t own_level = change->side == 1 ? level : w->level_of[1][level];
    if (jh_compare_is_of_stage(w, change, own_level, own)) code = look_at(s, &point, err);
  }
  return code;
}

static jh_code look_at_changes(search *s, jh_compare_work *w, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < s->what->change_count && !code; i++) {
    const jh_flip_change *change = &s->what->changes[i];
    for (size_t k = 0; change->is_in_force && k < change->rule_count && !code; k++)
      code = look_at_rule(s, w, change, change->rules[k], err);
  }
  return code;
}

/* In order, each once: two changes may be about the same rule. */
static jh_code hand_over(search *s, jh_near_list *out, jh_arena *arena, jh_error *err) {
  jh_code code = JH_OK;
  if (s->count) qsort(s->items, s->count, sizeof *s->items, by_order);
  out->items = jh_arena_get(arena, (s->count + 1) * sizeof *out->items);
  if (!out->items) return out_of_memory(err);
  for (size_t i = 0; i < s->count && !code; i++) {
    if (i && by_order(&s->items[i - 1], &s->items[i]) == 0) continue;
    jh_near *near = &out->items[out->count++];
    *near = s->items[i].near;
    code = jh_compare_figure_text(&near->margin, &s->items[i].margin, arena, err);
  }
  return code;
}

jh_code jh_compare_near(
    jh_near_list *out, const jh_comparison *what, const jh_compare_side sides[2], jh_dec percent,
    jh_arena *arena, jh_error *err) {
  jh_compare_work w;
  jh_rat most;
  char text[JH_DEC_TEXT];
  search s = {.what = what, .figure = {what, {sides[0].run, sides[1].run}}, .most = &most};
  *out = (jh_near_list){.percent = jh_arena_text(arena, jh_str_of(jh_dec_text(text, percent)))};
  jh_rat_init(&most);
  jh_rat_init(&s.scratch);
  jh_rat_set_dec(&most, percent);
  jh_code code = out->percent ? JH_OK : out_of_memory(err);
  if (!code) code = jh_compare_begin(&w, &sides[0], &sides[1], arena, err);
  if (!code) code = look_at_changes(&s, &w, err);
  if (!code) code = hand_over(&s, out, arena, err);
  for (size_t i = 0; i < s.count; i++) jh_rat_done(&s.items[i].margin);
  jh_alloc_free(s.items);
  jh_rat_done(&s.scratch);
  jh_rat_done(&most);
  return code;
}
