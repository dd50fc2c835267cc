/* compare.c - which verdicts change between two runs; see compare.h. */
#include "study/compare.h"

#include <stdlib.h>
#include <string.h>

#include "study/compare_parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static uint32_t top_level(const jh_plan *plan) {
  for (uint32_t i = 0; i < plan->level_count; i++) {
    if (plan->levels[i].parent == JH_NONE) return i;
  }
  return 0;
}

/* Is it told by itself: nothing of its own level stands on it, and both sides have it? */
static bool is_head(const jh_compare_work *w, uint32_t pair) {
  const jh_flip_rule *rule = &w->out->rules[pair];
  if (pair == 0) return true;
  if (rule->of[0] == JH_NONE || rule->of[1] == JH_NONE) return false;
  if (jh_compare_rule(w, 1, pair)->kind == JH_RULE_RELAXATION) return false;
  for (size_t i = 0; i < w->readers[pair].count; i++) {
    uint32_t reader = w->readers[pair].items[i];
    int side = jh_compare_home(w, reader);
    if (jh_compare_level(w, side, reader) == jh_compare_level(w, side, pair)) return false;
  }
  return true;
}

static bool add_flip(jh_compare_work *w, const jh_flip *flip) {
  jh_comparison *out = w->out;
  bool is_county = flip->rule == 0;
  void *items = is_county ? out->counties : out->findings;
  size_t *room = is_county ? &out->county_room : &out->finding_room;
  size_t *count = is_county ? &out->county_count : &out->finding_count;
  if (jh_arena_grow(w->arena, &items, room, *count + 1, sizeof *flip) != 0) return false;
  if (is_county) {
    out->counties = items;
  } else {
    out->findings = items;
  }
  ((jh_flip *)items)[(*count)++] = *flip;
  return true;
}

static jh_code find_flips(jh_compare_work *w, uint32_t pair, jh_error *err) {
  uint32_t level = jh_compare_level(w, 1, pair);
  jh_flip_total *total = &w->out->totals[w->out->total_count++];
  *total = (jh_flip_total){.rule = pair};
  for (uint32_t row = 0; row < w->data[1]->levels[level].count; row++) {
    jh_compare_spot spot = {pair, {jh_compare_row(w, 1, level, row), row}};
    if (spot.row[0] == JH_NONE) continue;
    jh_flip flip = {.rule = pair, .row = {spot.row[0], row}};
    for (int side = 0; side < 2; side++) flip.verdict[side] = jh_compare_verdict(w, side, &spot);
    total->moves[flip.verdict[0]][flip.verdict[1]]++;
    if (flip.verdict[0] != flip.verdict[1] && !add_flip(w, &flip)) return out_of_memory(err);
  }
  return JH_OK;
}

/* For sorting without a global: the keys stand beside the flip. */
typedef struct sorted {
  uint32_t county, level;
  jh_flip flip;
} sorted;

static int by_number(uint32_t a, uint32_t b) { return a < b ? -1 : a > b; }

static int by_order(const void *x, const void *y) {
  const sorted *a = x, *b = y;
  int order = by_number(a->county, b->county);
  if (!order) order = by_number(a->level, b->level);
  if (!order) order = by_number(a->flip.rule, b->flip.rule);
  return order ? order : by_number(a->flip.row[1], b->flip.row[1]);
}

static jh_code sort_findings(jh_compare_work *w, jh_error *err) {
  size_t count = w->out->finding_count;
  if (count == 0) return JH_OK;
  sorted *all = jh_arena_get(w->arena, count * sizeof *all);
  if (!all) return out_of_memory(err);
  for (size_t i = 0; i < count; i++) {
    const jh_flip *flip = &w->out->findings[i];
    uint32_t level = jh_compare_level(w, 1, flip->rule), row = flip->row[1];
    uint32_t county =
        level == w->top[1] ? row : jh_dataset_ancestor(w->data[1], level, row, w->top[1]);
    all[i] = (sorted){county, level, *flip};
  }
  qsort(all, count, sizeof *all, by_order);
  for (size_t i = 0; i < count; i++) w->out->findings[i] = all[i].flip;
  return JH_OK;
}

static jh_code find_causes(jh_compare_work *w, jh_flip *flip, jh_error *err) {
  jh_comparison *out = w->out;
  jh_compare_spot spot = {flip->rule, {flip->row[0], flip->row[1]}};
  jh_compare_causes(w, &spot, flip->verdict);
  void *points = out->points;
  size_t need = out->point_count + w->cause_count;
  if (w->is_full || jh_arena_grow(w->arena, &points, &out->point_room, need, sizeof *out->points))
    return out_of_memory(err);
  out->points = points;
  flip->first = out->point_count;
  flip->count = w->cause_count;
  memcpy(&out->points[flip->first], w->causes, w->cause_count * sizeof *w->causes);
  out->point_count = need;
  return JH_OK;
}

static jh_code find_all(jh_compare_work *w, jh_error *err) {
  jh_comparison *out = w->out;
  jh_code code = sort_findings(w, err);
  for (size_t i = 0; i < out->county_count && !code; i++)
    code = find_causes(w, &out->counties[i], err);
  for (size_t i = 0; i < out->finding_count && !code; i++)
    code = find_causes(w, &out->findings[i], err);
  return code;
}

jh_code jh_compare_begin(
    jh_compare_work *w, const jh_compare_side *before, const jh_compare_side *after,
    jh_arena *arena, jh_error *err) {
  *w = (jh_compare_work){.side = {before, after}, .arena = arena};
  for (int side = 0; side < 2; side++) {
    w->plan[side] = jh_run_plan(w->side[side]->run);
    w->data[side] = jh_run_dataset(w->side[side]->run);
    w->top[side] = top_level(w->plan[side]);
  }
  w->out = jh_arena_get(arena, sizeof *w->out);
  if (!w->out) return out_of_memory(err);
  jh_code code = jh_compare_match(w, err);
  return code ? code : jh_compare_rules(w, err);
}

static jh_code find_heads(jh_compare_work *w, jh_error *err) {
  jh_comparison *out = w->out;
  jh_code code = JH_OK;
  out->totals = jh_arena_get(w->arena, out->rule_count * sizeof *out->totals);
  if (!out->totals) return out_of_memory(err);
  for (uint32_t pair = 0; pair < out->rule_count && !code; pair++) {
    if (is_head(w, pair)) code = find_flips(w, pair, err);
  }
  return code;
}

jh_code jh_compare_flips(
    jh_comparison **out, const jh_compare_side *before, const jh_compare_side *after,
    jh_arena *arena, jh_error *err) {
  jh_compare_work w;
  jh_code code = jh_compare_begin(&w, before, after, arena, err);
  if (!code) code = find_heads(&w, err);
  if (!code) *out = w.out;
  return code;
}

jh_code jh_compare_runs(
    jh_comparison **out, const jh_compare_side *before, const jh_compare_side *after,
    jh_arena *arena, jh_error *err) {
  jh_compare_work w;
  jh_code code = jh_compare_begin(&w, before, after, arena, err);
  if (!code) code = find_heads(&w, err);
  if (!code) code = find_all(&w, err);
  if (!code) code = jh_compare_changes(&w, err);
  if (!code) code = jh_compare_effects(&w, err);
  if (!code) *out = w.out;
  return code;
}
