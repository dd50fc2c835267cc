/* compare_cause.c - from a verdict that changed down to the rules that made it change.
 *
 * Below a rule, those decide that differ and stand on the same side as it
 * does: where it fails now, those that fail now; where it failed before, those
 * that failed before. A rule below which nothing differs has decided itself.
 */
#include <stdlib.h>

#include "study/compare_parts.h"

enum { MOST_DEPTH = 64 };

typedef struct descent {
  const jh_compare_spot *parent;
  jh_verdict wanted; /* the side's verdict that a cause must have */
  int side;          /* on which side */
  bool is_strict;
  int depth;
  bool found;
} descent;

static void descend(
    jh_compare_work *w, const jh_compare_spot *spot, const jh_verdict verdict[2], int depth);

static void add(
    jh_compare_work *w, const jh_compare_spot *spot, const jh_verdict verdict[2],
    uint32_t floor_of) {
  void *items = w->causes;
  if (jh_arena_grow(w->arena, &items, &w->cause_room, w->cause_count + 1, sizeof *w->causes) != 0) {
    w->is_full = true;
    return;
  }
  w->causes = items;
  w->causes[w->cause_count++] =
      (jh_flip_point){spot->rule, floor_of, {spot->row[0], spot->row[1]}, {verdict[0], verdict[1]}};
}

static bool is_good(jh_verdict verdict) {
  return verdict != JH_UNMET && verdict != JH_UNDETERMINED;
}

static void on_spot(jh_compare_work *w, const jh_compare_spot *spot, void *payload) {
  descent *d = payload;
  jh_verdict verdict[2];
  if (!jh_compare_differs(w, spot, verdict)) return;
  if (d->is_strict && verdict[d->side] != d->wanted) return;
  d->found = true;
  descend(w, spot, verdict, d->depth + 1);
}

static bool walk_children(
    jh_compare_work *w, const jh_compare_spot *spot, descent *d, bool is_strict) {
  d->is_strict = is_strict;
  d->found = false;
  const jh_compare_list *children = &w->children[spot->rule];
  for (size_t k = 0; k < children->count; k++)
    jh_compare_spots(w, spot, children->items[k], on_spot, d);
  return d->found;
}

/* Is the member stopped by the floor for the others, on one side? */
static bool misses_floor(
    const jh_compare_work *w, int side, uint32_t of, const jh_compare_spot *member) {
  const jh_rule *rule = jh_compare_rule(w, side, of);
  uint32_t own = w->out->rules[member->rule].of[side];
  if (!rule || rule->shape != JH_SHAPE_AT_LEAST_N || own == JH_NONE) return false;
  jh_floor floor;
  jh_run_floor(w->side[side]->run, w->out->rules[of].of[side], own, member->row[side], &floor);
  return floor.is_asked && floor.verdict != JH_MET;
}

/* Members that keep their verdict and now pass, or miss, the floor. */
static bool walk_floors(jh_compare_work *w, const jh_compare_spot *spot) {
  bool found = false;
  const jh_compare_list *children = &w->children[spot->rule];
  if (spot->row[0] == JH_NONE || spot->row[1] == JH_NONE) return false;
  for (size_t k = 0; k < children->count; k++) {
    jh_compare_spot member = {children->items[k], {spot->row[0], spot->row[1]}};
    jh_verdict verdict[2];
    const jh_flip_rule *pair = &w->out->rules[member.rule];
    if (pair->of[0] == JH_NONE || pair->of[1] == JH_NONE) continue;
    if (jh_compare_level(w, 1, member.rule) != jh_compare_level(w, 1, spot->rule)) continue;
    if (jh_compare_differs(w, &member, verdict) || is_good(verdict[0])) continue;
    if (misses_floor(w, 0, spot->rule, &member) == misses_floor(w, 1, spot->rule, &member))
      continue;
    add(w, &member, verdict, spot->rule);
    found = true;
  }
  return found;
}

static bool has_floor(const jh_compare_work *w, uint32_t pair) {
  for (int side = 0; side < 2; side++) {
    const jh_rule *rule = jh_compare_rule(w, side, pair);
    if (!rule || rule->shape != JH_SHAPE_AT_LEAST_N) return false;
  }
  return true;
}

static void descend(
    jh_compare_work *w, const jh_compare_spot *spot, const jh_verdict verdict[2], int depth) {
  descent d = {.parent = spot, .depth = depth};
  d.side = is_good(verdict[1]) ? 0 : 1;
  d.wanted = verdict[d.side];
  bool found = has_floor(w, spot->rule) && walk_floors(w, spot);
  if (depth < MOST_DEPTH) {
    found = walk_children(w, spot, &d, true) || found;
    found = found || walk_children(w, spot, &d, false);
  }
  if (!found) add(w, spot, verdict, JH_NONE);
}

static int by_number(uint32_t a, uint32_t b) { return a < b ? -1 : a > b; }

static int by_order(const void *x, const void *y) {
  const jh_flip_point *a = x, *b = y;
  int order = by_number(a->rule, b->rule);
  if (!order) order = by_number(a->floor_of, b->floor_of);
  if (!order) order = by_number(a->row[1], b->row[1]);
  return order ? order : by_number(a->row[0], b->row[0]);
}

void jh_compare_causes(
    jh_compare_work *w, const jh_compare_spot *spot, const jh_verdict verdict[2]) {
  size_t kept = 0;
  w->cause_count = 0;
  descend(w, spot, verdict, 0);
  if (w->cause_count == 0) return;
  qsort(w->causes, w->cause_count, sizeof *w->causes, by_order);
  for (size_t i = 0; i < w->cause_count; i++) {
    if (i == 0 || by_order(&w->causes[i], &w->causes[kept - 1]) != 0)
      w->causes[kept++] = w->causes[i];
  }
  w->cause_count = kept;
}
