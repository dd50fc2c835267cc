/* target_roadmap.c - what is kept of a point; see target_roadmap.h. */
#include "study/target_roadmap.h"

#include <stdio.h>

#include "base/map.h"
#include "model/region.h"
#include "study/target_succession.h"
#include "study/targets.h"

typedef struct gather {
  jh_roadmap_gathered *out;
  const jh_run *const *runs;
  const char *region;
  jh_arena *arena;
} gather;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static uint32_t top_level(const jh_plan *plan) {
  for (uint32_t i = 0; i < plan->level_count; i++) {
    if (plan->levels[i].parent == JH_NONE) return i;
  }
  return JH_NONE;
}

static bool keep(jh_str *out, jh_str text, jh_arena *arena) {
  const char *kept = jh_arena_text(arena, text);
  *out = (jh_str){kept, kept ? text.size : 0};
  return kept != NULL;
}

static jh_code keep_counties(gather *g, jh_error *err) {
  jh_roadmap_gathered *out = g->out;
  const jh_run *run = g->runs[JH_ROADMAP_LAW];
  uint32_t top = top_level(jh_run_plan(run));
  out->county_count = jh_run_dataset(run)->levels[top].count;
  out->codes = jh_arena_get(g->arena, (out->county_count + 1) * sizeof *out->codes);
  out->names = jh_arena_get(g->arena, (out->county_count + 1) * sizeof *out->names);
  if (!out->codes || !out->names) return out_of_memory(err);
  for (uint32_t i = 0; i < out->county_count; i++) {
    jh_entity county = jh_run_entity(run, top, i);
    jh_str code = jh_target_succession_key(county.code);
    if (!keep(&out->codes[i], code, g->arena) || !keep(&out->names[i], county.name, g->arena))
      return out_of_memory(err);
  }
  out->point.county_count = out->county_count;
  return JH_OK;
}

/* The verdicts on all rows that a target counts, in the arena. */
static jh_code verdicts(
    uint8_t **out, const jh_run *run, const jh_target *target, jh_arena *arena, jh_error *err) {
  uint32_t level = jh_run_plan(run)->rules[target->rule].level;
  *out = jh_arena_get(arena, jh_run_dataset(run)->levels[level].count + 1);
  return *out ? jh_targets_verdicts(*out, run, target, err) : out_of_memory(err);
}

static jh_code keep_names(gather *g, jh_target_result *result, jh_error *err) {
  for (size_t i = 0; i < result->county_count; i++) {
    jh_str *found = &result->counties[i].found;
    if (found->size && !keep(found, *found, g->arena)) return out_of_memory(err);
  }
  return JH_OK;
}

static jh_code keep_side(gather *g, int which, jh_error *err) {
  jh_roadmap_side *side = &g->out->side[which];
  const jh_run *run = g->runs[which];
  if (!run) return JH_OK;
  const jh_plan *plan = side->plan = g->out->point.plan[which] = jh_run_plan(run);
  jh_targets_view view = {.region = g->region, .day = g->out->point.day};
  jh_code code = jh_targets_look(&side->results, &side->count, run, &view, g->arena, err);
  side->verdicts = jh_arena_get(g->arena, (plan->target_count + 1) * sizeof *side->verdicts);
  if (!code && !side->verdicts) code = out_of_memory(err);
  for (size_t i = 0; i < side->count && !code; i++) {
    const jh_target *target = side->results[i].target;
    code = keep_names(g, &side->results[i], err);
    if (!code && plan->rules[target->rule].level == top_level(plan))
      code = verdicts(&side->verdicts[i], run, target, g->arena, err);
  }
  return code;
}

/* Two ways to look at the rows of one target. */
typedef struct pair {
  const jh_run *run[JH_ROADMAP_SIDES];
  const jh_target *target[JH_ROADMAP_SIDES];
  uint32_t level[JH_ROADMAP_SIDES];
  uint8_t *verdicts[JH_ROADMAP_SIDES];
  jh_map *rows; /* of the reform, by code and stage; NULL: the rows are the same */
} pair;

static bool is_named(const jh_target *target, jh_str code) {
  for (size_t i = 0; i < target->name_count; i++) {
    if (jh_str_equal(jh_target_succession_key(jh_str_of(target->names[i].code)), code)) return true;
  }
  return false;
}

/* What one side says of a row; not applicable where the row is not one of the target's. */
static jh_verdict said(const pair *p, int which, uint32_t row, jh_str county) {
  const jh_target *target = p->target[which];
  if (row == JH_NONE || p->verdicts[which][row] == JH_VERDICTS) return JH_NOT_APPLICABLE;
  bool has_share = target->ensure != JH_NONE || target->strive != JH_NONE;
  bool is_in = has_share ? jh_region_covers(target->region, county)
                         : is_named(target, jh_target_succession_key(county));
  return is_in ? (jh_verdict)p->verdicts[which][row] : JH_NOT_APPLICABLE;
}

static void key_of(char out[96], const jh_entity *entity) {
  char code[80];
  jh_str_copy(code, sizeof code, entity->code);
  (void)snprintf(out, 96, "%s/%u", code, entity->stage);
}

static jh_code index_rows(pair *p, jh_error *err) {
  const jh_run *run = p->run[JH_ROADMAP_REFORM];
  size_t count = jh_run_dataset(run)->levels[p->level[JH_ROADMAP_REFORM]].count;
  if (jh_run_dataset(p->run[JH_ROADMAP_LAW]) == jh_run_dataset(run)) return JH_OK;
  p->rows = jh_map_open(count);
  if (!p->rows) return out_of_memory(err);
  for (uint32_t row = 0; row < count; row++) {
    char key[96];
    jh_entity entity = jh_run_entity(run, p->level[JH_ROADMAP_REFORM], row);
    key_of(key, &entity);
    if (jh_map_add(p->rows, jh_str_of(key), row) == JH_MAP_NONE) return out_of_memory(err);
  }
  return JH_OK;
}

static uint32_t other_row(const pair *p, const jh_entity *entity, uint32_t row) {
  char key[96];
  if (!p->rows) return row;
  key_of(key, entity);
  uint32_t found = jh_map_find(p->rows, jh_str_of(key));
  return found == JH_MAP_NONE ? JH_NONE : found;
}

static jh_code add_move(
    jh_roadmap_moves *moves, size_t *room, const jh_roadmap_move *move, jh_arena *arena,
    jh_error *err) {
  void *items = moves->at;
  if (jh_arena_grow(arena, &items, room, moves->count + 1, sizeof *moves->at) != 0)
    return out_of_memory(err);
  moves->at = items;
  jh_roadmap_move *kept = &moves->at[moves->count++];
  *kept = *move;
  return keep(&kept->code, move->code, arena) && keep(&kept->name, move->name, arena)
             ? JH_OK
             : out_of_memory(err);
}

static jh_code walk(gather *g, const pair *p, jh_roadmap_moves *moves, jh_error *err) {
  const jh_run *run = p->run[JH_ROADMAP_LAW];
  uint32_t level = p->level[JH_ROADMAP_LAW];
  size_t count = jh_run_dataset(run)->levels[level].count, room = 0;
  jh_code code = JH_OK;
  for (uint32_t row = 0; row < count && !code; row++) {
    jh_entity entity = jh_run_entity(run, level, row);
    jh_roadmap_move move = {.code = entity.code, .name = entity.name, .stage = entity.stage};
    move.verdict[0] = said(p, JH_ROADMAP_LAW, row, entity.county_code);
    move.verdict[1] = said(p, JH_ROADMAP_REFORM, other_row(p, &entity, row), entity.county_code);
    if (move.verdict[0] != move.verdict[1]) code = add_move(moves, &room, &move, g->arena, err);
  }
  return code;
}

/* Targets of both sides that count the same level. */
static jh_code compare(gather *g, pair *p, jh_roadmap_moves *moves, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  if (!arena) return out_of_memory(err);
  jh_code code = JH_OK;
  for (int i = 0; i < JH_ROADMAP_SIDES && !code; i++) {
    p->level[i] = jh_run_plan(p->run[i])->rules[p->target[i]->rule].level;
    code = verdicts(&p->verdicts[i], p->run[i], p->target[i], arena, err);
  }
  if (!code && p->level[0] == p->level[1]) {
    code = index_rows(p, err);
    if (!code) code = walk(g, p, moves, err);
    if (p->rows) jh_map_close(p->rows);
    p->rows = NULL;
  }
  jh_arena_close(arena);
  return code;
}

static jh_code find_moves(gather *g, jh_error *err) {
  const jh_plan *law = g->out->side[JH_ROADMAP_LAW].plan;
  const jh_plan *reform = g->out->side[JH_ROADMAP_REFORM].plan;
  if (!reform) return JH_OK;
  g->out->moves = jh_arena_get(g->arena, (law->target_count + 1) * sizeof *g->out->moves);
  if (!g->out->moves) return out_of_memory(err);
  jh_code code = JH_OK;
  for (size_t i = 0; i < law->target_count && !code; i++) {
    uint32_t other = jh_plan_target(reform, jh_str_of(law->targets[i].id));
    if (other == JH_NONE) continue;
    pair p = {
        .run = {g->runs[0], g->runs[1]}, .target = {&law->targets[i], &reform->targets[other]}};
    jh_roadmap_moves *moves = &g->out->moves[g->out->move_count++];
    moves->target = law->targets[i].id;
    code = compare(g, &p, moves, err);
  }
  return code;
}

jh_code jh_roadmap_gather(
    jh_roadmap_gathered *out, const jh_run *const runs[JH_ROADMAP_SIDES], const char *region,
    jh_arena *arena, jh_error *err) {
  gather g = {out, runs, region, arena};
  jh_code code = keep_counties(&g, err);
  for (int i = 0; i < JH_ROADMAP_SIDES && !code; i++) code = keep_side(&g, i, err);
  if (!code) code = find_moves(&g, err);
  if (!code)
    code = jh_target_succession_read(
        &out->lines, &out->line_count, jh_run_dataset(runs[JH_ROADMAP_LAW]), arena, err);
  return code;
}
