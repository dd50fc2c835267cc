/* target_roadmap_see.c - all points together; see target_roadmap.h. */
#include <stdlib.h>

#include "base/map.h"
#include "model/region.h"
#include "study/target_roadmap.h"
#include "study/target_see.h"
#include "study/target_share.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static int by_day(const void *a, const void *b) {
  const jh_roadmap_gathered *x = a, *y = b;
  if (x->point.day != y->point.day) return x->point.day < y->point.day ? -1 : 1;
  return (x->point.order > y->point.order) - (x->point.order < y->point.order);
}

static size_t room_for_targets(const jh_roadmap_gathered *points, size_t count) {
  size_t room = 1;
  for (size_t p = 0; p < count; p++) {
    for (int side = 0; side < JH_ROADMAP_SIDES; side++) room += points[p].side[side].count;
  }
  return room;
}

static bool has_target(const jh_roadmap_record *record, const char *id) {
  for (size_t i = 0; i < record->target_count; i++) {
    if (jh_str_equal(jh_str_of(record->targets[i].target->id), jh_str_of(id))) return true;
  }
  return false;
}

/* Every target once: those of the law, from the last point on, then those of the reform alone. */
static void list_targets(jh_roadmap_record *record, const jh_target_see *see) {
  for (int side = 0; side < JH_ROADMAP_SIDES; side++) {
    for (size_t p = see->count; p-- > 0;) {
      const jh_roadmap_side *from = &see->points[p].side[side];
      for (size_t i = 0; i < from->count; i++) {
        const jh_target *target = from->results[i].target;
        if (has_target(record, target->id)) continue;
        record->targets[record->target_count++] =
            (jh_roadmap_target){.target = target, .plan = from->plan};
      }
    }
  }
}

/* Every county of all points once, those of later points first. */
typedef struct census {
  jh_str *codes;
  size_t count;
} census;

static jh_code take_census(census *out, const jh_target_see *see, jh_error *err) {
  size_t room = 1;
  for (size_t p = 0; p < see->count; p++) room += see->points[p].county_count;
  jh_map *seen = jh_map_open(room);
  out->codes = jh_arena_get(see->arena, room * sizeof *out->codes);
  jh_code code = seen && out->codes ? JH_OK : out_of_memory(err);
  for (size_t p = see->count; p-- > 0 && !code;) {
    const jh_roadmap_gathered *point = &see->points[p];
    for (size_t i = 0; i < point->county_count && !code; i++) {
      if (jh_map_find(seen, point->codes[i]) != JH_MAP_NONE) continue;
      if (jh_map_add(seen, point->codes[i], 0) == JH_MAP_NONE) code = out_of_memory(err);
      out->codes[out->count++] = point->codes[i];
    }
  }
  if (seen) jh_map_close(seen);
  return code;
}

static int by_code(const void *a, const void *b) {
  return jh_str_compare(*(const jh_str *)a, *(const jh_str *)b);
}

/* The counties of a region that this point ought to have. */
static jh_code find_absent(
    jh_roadmap_cell *cell, const jh_target_see *see, const census *all, size_t p,
    const char *region, jh_error *err) {
  cell->absent = jh_arena_get(see->arena, (all->count + 1) * sizeof *cell->absent);
  if (!cell->absent) return out_of_memory(err);
  for (size_t i = 0; i < all->count; i++) {
    jh_str code = all->codes[i];
    const jh_roadmap_gathered *point = &see->points[p];
    if (!jh_region_covers(region, code)) continue;
    if (jh_target_succession_row(point, code) != JH_NONE) continue;
    if (jh_target_succession_leads(&see->succession, point, code)) continue;
    cell->absent[cell->absent_count++] = code;
  }
  qsort(cell->absent, cell->absent_count, sizeof *cell->absent, by_code);
  return JH_OK;
}

/* What was judged is not settled after all. */
static void unsettle(jh_target_state *state) {
  if (*state == JH_TARGET_MET || *state == JH_TARGET_UNMET) *state = JH_TARGET_UNDETERMINED;
}

/* The state of all named counties, where some were found under another code. */
static void judge_named(
    jh_target_state *state, const jh_roadmap_county *counties, size_t count, size_t p) {
  size_t met = 0, unmet = 0;
  if (*state > JH_TARGET_UNDETERMINED) return; /* the day decides */
  for (size_t i = 0; i < count; i++) {
    met += counties[i].sights[p].verdict == JH_MET;
    unmet += counties[i].sights[p].verdict == JH_UNMET;
  }
  *state = unmet ? JH_TARGET_UNMET : met == count ? JH_TARGET_MET : JH_TARGET_UNDETERMINED;
}

/* Named counties alone are what is counted: those found under another code count as what they are. */
static void count_named(
    jh_target_result *result, const jh_roadmap_county *counties, size_t count, size_t p,
    const jh_plan *plan) {
  result->tally = (jh_tally){{0}};
  for (size_t i = 0; i < count; i++) result->tally.of[counties[i].sights[p].verdict]++;
  const size_t *of = result->tally.of;
  result->counted = of[JH_MET] + of[JH_UNMET] + of[JH_UNDETERMINED];
  jh_target_share_write(result, plan->params);
}

static bool is_found_elsewhere(const jh_roadmap_county *counties, size_t count, size_t p) {
  for (size_t i = 0; i < count; i++) {
    if (counties[i].sights[p].code.size) return true;
  }
  return false;
}

static bool has_share(const jh_target *target) {
  return target->ensure != JH_NONE || target->strive != JH_NONE;
}

static jh_code see_state(
    const jh_target_see *see, const census *all, jh_roadmap_target *target, size_t p, int side,
    jh_error *err) {
  const jh_roadmap_side *from = &see->points[p].side[side];
  jh_roadmap_cell *cell = &target->cells[p];
  jh_roadmap_state *state = &cell->side[side];
  uint32_t at = from->plan ? jh_plan_target(from->plan, jh_str_of(target->target->id)) : JH_NONE;
  if (at == JH_NONE) return JH_OK;
  state->is_there = true;
  jh_target_result *result = &state->result;
  *result = from->results[at];
  const jh_target *of = result->target;
  if (has_share(of) && !result->is_cut && cell->absent_count == 0) {
    jh_code code = find_absent(cell, see, all, p, of->region, err);
    if (code) return code;
    result->is_cut = cell->absent_count > 0;
  } else if (has_share(of) && cell->absent_count > 0) {
    result->is_cut = true;
  }
  if (result->is_cut) {
    unsettle(&result->ensure.state);
    unsettle(&result->strive.state);
  }
  const jh_param *params = from->plan->params;
  if (of->ensure != JH_NONE)
    state->ensure = jh_target_see_margin(result, &params[of->ensure], &result->ensure);
  if (of->strive != JH_NONE)
    state->strive = jh_target_see_margin(result, &params[of->strive], &result->strive);
  return JH_OK;
}

static void see_named(const jh_target_see *see, jh_roadmap_target *target, size_t p, int side) {
  jh_roadmap_state *state = &target->cells[p].side[side];
  const jh_roadmap_county *counties = target->counties[side];
  size_t count = target->county_count[side];
  if (!state->is_there || !is_found_elsewhere(counties, count, p)) return;
  const jh_target *of = state->result.target;
  if (of->by) judge_named(&state->result.named, counties, count, p);
  if (!has_share(of))
    count_named(&state->result, counties, count, p, see->points[p].side[side].plan);
}

static void take_moves(jh_roadmap_target *target, const jh_roadmap_gathered *point, size_t p) {
  for (size_t i = 0; i < point->move_count; i++) {
    const jh_roadmap_moves *moves = &point->moves[i];
    if (!jh_str_equal(jh_str_of(moves->target), jh_str_of(target->target->id))) continue;
    target->cells[p].moves = moves->at;
    target->cells[p].move_count = moves->count;
  }
}

static jh_code see_target(
    const jh_target_see *see, const census *all, jh_roadmap_target *target, jh_error *err) {
  target->cells = jh_arena_get(see->arena, (see->count + 1) * sizeof *target->cells);
  if (!target->cells) return out_of_memory(err);
  jh_code code = JH_OK;
  for (int side = 0; side < JH_ROADMAP_SIDES && !code; side++) {
    code = jh_target_see_named(see, target, side, err);
    for (size_t p = 0; p < see->count && !code; p++) {
      code = see_state(see, all, target, p, side, err);
      if (!code) see_named(see, target, p, side);
    }
  }
  for (size_t p = 0; p < see->count; p++) take_moves(target, &see->points[p], p);
  return code;
}

jh_code jh_target_roadmap_see(
    jh_roadmap_record *out, jh_roadmap_gathered *points, size_t count, jh_arena *arena,
    jh_error *err) {
  *out = (jh_roadmap_record){.point_count = count};
  if (count) qsort(points, count, sizeof *points, by_day);
  jh_target_see see = {.points = points, .count = count, .arena = arena};
  size_t room = room_for_targets(points, count);
  out->points = jh_arena_get(arena, (count + 1) * sizeof *out->points);
  out->targets = jh_arena_get(arena, room * sizeof *out->targets);
  if (!out->points || !out->targets) return out_of_memory(err);
  for (size_t p = 0; p < count; p++) {
    out->points[p] = points[p].point;
    out->has_reform = out->has_reform || points[p].side[JH_ROADMAP_REFORM].plan;
  }
  list_targets(out, &see);
  census all = {0};
  jh_code code = jh_target_succession_join(&see.succession, points, count, arena, err);
  if (!code) code = take_census(&all, &see, err);
  for (size_t i = 0; i < out->target_count && !code; i++)
    code = see_target(&see, &all, &out->targets[i], err);
  return code;
}
