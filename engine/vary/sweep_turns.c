/* sweep_turns.c - turns gathered, ordered and told; see sweep_turns.h. */
#include "vary/sweep_turns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "vary/sweep_place.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code add(
    jh_sweep_turns *turns, uint32_t row, jh_verdict before, jh_verdict after,
    const jh_stretch *from, jh_error *err) {
  void *items = turns->items;
  if (jh_alloc_grow(&items, &turns->room, turns->count + 1, sizeof *turns->items) != 0)
    return out_of_memory(err);
  turns->items = items;
  jh_sweep_turn *turn = &turns->items[turns->count++];
  *turn = (jh_sweep_turn){
      .row = row,
      .before = before,
      .after = after,
      .is_after = from->has_from,
      .place = {.is_root = from->is_root, .is_near = from->is_near}};
  jh_rat_init(&turn->place.at);
  jh_rat_set(&turn->place.at, &from->from);
  return JH_OK;
}

/* What the pack may not state is no turn. */
static jh_code take_row(
    jh_sweep_turns *turns, const jh_plan *plan, const jh_rule *rule, uint32_t row,
    const jh_stretch *stretches, size_t count, jh_error *err) {
  jh_verdict last = jh_plan_guarded(plan, rule, stretches[0].verdict);
  jh_code code = JH_OK;
  turns->lowest[row] = last;
  for (size_t i = 1; i < count && !code; i++) {
    jh_verdict own = jh_plan_guarded(plan, rule, stretches[i].verdict);
    if (own != last) code = add(turns, row, last, own, &stretches[i], err);
    last = own;
  }
  return code;
}

jh_code jh_sweep_turns_find(
    jh_sweep_turns *out, const jh_cuts *cuts, const jh_run *run, uint32_t rule, jh_error *err) {
  const jh_plan *plan = jh_run_plan(run);
  const jh_rule *at = &plan->rules[rule];
  jh_stretch stretches[JH_STRETCHES];
  *out = (jh_sweep_turns){.row_count = jh_run_dataset(run)->levels[at->level].count};
  out->lowest = jh_alloc_get((out->row_count + 1) * sizeof *out->lowest);
  if (!out->lowest) return out_of_memory(err);
  jh_code code = JH_OK;
  jh_stretches_init(stretches);
  for (uint32_t row = 0; row < out->row_count && !code; row++) {
    size_t count = jh_cuts_stretches(cuts, rule, row, stretches);
    code = take_row(out, plan, at, row, stretches, count, err);
  }
  jh_stretches_done(stretches);
  return code;
}

void jh_sweep_turns_done(jh_sweep_turns *turns) {
  for (size_t i = 0; i < turns->count; i++) jh_rat_done(&turns->items[i].place.at);
  jh_alloc_free(turns->items);
  jh_alloc_free(turns->order);
  jh_alloc_free(turns->lowest);
  *turns = (jh_sweep_turns){0};
}

/* ---- in order ---- */

typedef struct item {
  const jh_sweep_turn *turn;
  size_t index;
  double about;
} item;

/* Doubles tell what is far apart. */
static bool is_far(double a, double b) { return fabs(a - b) > 1e-9 * (fabs(a) + fabs(b)); }

static int by_place(const void *left, const void *right) {
  const item *a = left, *b = right;
  if (is_far(a->about, b->about)) return a->about < b->about ? -1 : 1;
  int way = jh_sweep_place_compare(&a->turn->place, &b->turn->place);
  return way ? way : (a->index > b->index) - (a->index < b->index);
}

jh_code jh_sweep_turns_sort(jh_sweep_turns *turns, jh_error *err) {
  item *items = jh_alloc_get((turns->count + 1) * sizeof *items);
  turns->order = jh_alloc_get((turns->count + 1) * sizeof *turns->order);
  if (!items || !turns->order) {
    jh_alloc_free(items);
    return out_of_memory(err);
  }
  for (size_t i = 0; i < turns->count; i++)
    items[i] = (item){&turns->items[i], i, jh_sweep_place_double(&turns->items[i].place)};
  qsort(items, turns->count, sizeof *items, by_place);
  for (size_t i = 0; i < turns->count; i++) turns->order[i] = items[i].index;
  jh_alloc_free(items);
  return JH_OK;
}

/* ---- for people ---- */

static jh_sweep_next next_of(const jh_sweep_turns *turns, size_t at, size_t other) {
  bool is_there = other < turns->count && turns->items[other].row == turns->items[at].row;
  if (!is_there) return (jh_sweep_next){NULL, false};
  return (jh_sweep_next){&turns->items[other].place, turns->items[other].is_after};
}

jh_code jh_sweep_turns_tell(jh_sweep_turns *turns, jh_arena *arena, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < turns->count && !code; i++) {
    jh_sweep_turn *turn = &turns->items[i];
    jh_sweep_next sides[2] = {
        i ? next_of(turns, i, i - 1) : (jh_sweep_next){NULL, false}, next_of(turns, i, i + 1)};
    code = jh_sweep_place_figure(&turn->figure, &turn->place, turn->is_after, sides, arena, err);
  }
  return code;
}
