/* compare_match.c - which entity of one side is which of the other: by level, code and stage. */
#include <string.h>

#include "study/compare_parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static const char *stage_id(const jh_plan *plan, const jh_rows *rows, uint32_t row) {
  return rows->stages && rows->stages[row] < plan->stage_count ? plan->stages[rows->stages[row]].id
                                                               : "";
}

static jh_str code_of(const jh_compare_work *w, int side, uint32_t level, uint32_t row) {
  return jh_run_entity(w->side[side]->run, level, row).code;
}

/* Most often both sides have the same rows in the same order. */
static bool is_alike(const jh_compare_work *w, uint32_t before, uint32_t after) {
  const jh_rows *b = &w->data[0]->levels[before], *a = &w->data[1]->levels[after];
  if (b->count != a->count) return false;
  for (uint32_t row = 0; row < a->count; row++) {
    if (strcmp(stage_id(w->plan[0], b, row), stage_id(w->plan[1], a, row)) != 0) return false;
    if (!jh_str_equal(code_of(w, 0, before, row), code_of(w, 1, after, row))) return false;
  }
  return true;
}

/* "3199000050/primary" */
static jh_str key(const jh_compare_work *w, int side, uint32_t level, uint32_t row) {
  jh_str code = code_of(w, side, level, row);
  const char *stage = stage_id(w->plan[side], &w->data[side]->levels[level], row);
  size_t size = strlen(stage);
  char *text = jh_arena_get(w->arena, code.size + size + 2);
  if (!text) return (jh_str){NULL, 0};
  if (code.size) memcpy(text, code.at, code.size);
  text[code.size] = '/';
  memcpy(text + code.size + 1, stage, size);
  return (jh_str){text, code.size + 1 + size};
}

static uint32_t *blank(const jh_compare_work *w, size_t count) {
  uint32_t *rows = jh_arena_get(w->arena, (count + 1) * sizeof *rows);
  for (size_t i = 0; rows && i < count; i++) rows[i] = JH_NONE;
  return rows;
}

static bool add_keys(jh_compare_work *w, jh_map *map, uint32_t level) {
  for (uint32_t row = 0; row < w->data[0]->levels[level].count; row++) {
    jh_str at = key(w, 0, level, row);
    if (!at.at || jh_map_add(map, at, row) == JH_MAP_NONE) return false;
  }
  return true;
}

static bool find_keys(jh_compare_work *w, const jh_map *map, uint32_t before, uint32_t after) {
  for (uint32_t row = 0; row < w->data[1]->levels[after].count; row++) {
    jh_str at = key(w, 1, after, row);
    if (!at.at) return false;
    uint32_t found = jh_map_find(map, at);
    if (found == JH_MAP_NONE || w->row_of[0][before][found] != JH_NONE) continue;
    w->row_of[1][after][row] = found;
    w->row_of[0][before][found] = row;
  }
  return true;
}

static void count_unmatched(jh_compare_work *w, uint32_t before, uint32_t after) {
  jh_flip_unmatched found = {.level = {before, after}};
  for (int side = 0; side < 2; side++) {
    uint32_t level = found.level[side];
    for (size_t row = 0; row < w->data[side]->levels[level].count; row++)
      found.only[side] += w->row_of[side][level][row] == JH_NONE;
  }
  if (found.only[0] || found.only[1]) w->out->unmatched[w->out->unmatched_count++] = found;
}

static bool match_rows(jh_compare_work *w, uint32_t before, uint32_t after) {
  if (is_alike(w, before, after)) return true;
  size_t count = w->data[0]->levels[before].count;
  w->row_of[0][before] = blank(w, count);
  w->row_of[1][after] = blank(w, w->data[1]->levels[after].count);
  jh_map *map = jh_map_open(count + 1);
  bool ok = map && w->row_of[0][before] && w->row_of[1][after] && add_keys(w, map, before) &&
            find_keys(w, map, before, after);
  jh_map_close(map);
  if (ok) count_unmatched(w, before, after);
  return ok;
}

jh_code jh_compare_match(jh_compare_work *w, jh_error *err) {
  for (int side = 0; side < 2; side++) {
    size_t count = w->plan[side]->level_count;
    w->level_of[side] = blank(w, count);
    w->row_of[side] = jh_arena_get(w->arena, (count + 1) * sizeof *w->row_of[side]);
    if (!w->level_of[side] || !w->row_of[side]) return out_of_memory(err);
  }
  size_t most = w->plan[1]->level_count + 1;
  w->out->unmatched = jh_arena_get(w->arena, most * sizeof *w->out->unmatched);
  if (!w->out->unmatched) return out_of_memory(err);
  for (uint32_t after = 0; after < w->plan[1]->level_count; after++) {
    uint32_t before = jh_plan_level(w->plan[0], jh_str_of(w->plan[1]->levels[after].id));
    if (before == JH_NONE) continue;
    w->level_of[1][after] = before;
    w->level_of[0][before] = after;
    if (!match_rows(w, before, after)) return out_of_memory(err);
  }
  return JH_OK;
}

uint32_t jh_compare_row(const jh_compare_work *w, int side, uint32_t level, uint32_t row) {
  if (row == JH_NONE || w->level_of[side][level] == JH_NONE) return JH_NONE;
  const uint32_t *rows = w->row_of[side][level];
  return rows ? rows[row] : row;
}
