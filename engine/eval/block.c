/* block.c - the buffers of a thread. block_run.c fills them. */
#include "eval/block.h"

#include <string.h>

static bool make_slot(jh_block *block, jh_slot *slot, jh_slot_def def) {
  const jh_program *p = block->program;
  size_t rows = def.level == JH_NONE ? p->capacity_max : p->capacity[def.level];
  rows += 8;
  if (!def.is_number) {
    slot->mark = jh_arena_get(block->arena, rows);
    if (!slot->mark || !def.is_spread) return slot->mark != NULL;
  }
  slot->low = jh_arena_get(block->arena, rows * sizeof *slot->low);
  slot->high = jh_arena_get(block->arena, rows * sizeof *slot->high);
  slot->low_in = jh_arena_get(block->arena, rows * sizeof *slot->low_in);
  slot->high_in = jh_arena_get(block->arena, rows * sizeof *slot->high_in);
  slot->state = jh_arena_get(block->arena, rows);
  bool has_ends = slot->low && slot->high && slot->low_in && slot->high_in && slot->state;
  if (!has_ends || def.is_spread) return has_ends;
  slot->near_low = jh_arena_get(block->arena, rows * sizeof *slot->near_low);
  slot->room_high = jh_arena_get(block->arena, rows * sizeof *slot->room_high);
  slot->wide = jh_arena_get(block->arena, rows);
  return slot->near_low && slot->room_high && slot->wide;
}

/* Room for the stages of rows, at the stage level and below it. */
static bool make_stages(jh_block *block) {
  const jh_plan *plan = block->plan;
  block->stages = jh_arena_get(block->arena, plan->level_count * sizeof *block->stages);
  for (uint32_t level = 0; block->stages && level < plan->level_count; level++) {
    if (plan->stage_level == JH_NONE || !jh_plan_is_within(plan, level, plan->stage_level))
      continue;
    block->stages[level] = jh_arena_get(block->arena, block->program->capacity[level]);
    if (!block->stages[level]) return false;
  }
  return block->stages != NULL;
}

/* The same number in every row. */
static void fill_near(jh_slot *slot, const jh_near *near, uint32_t count) {
  double size = fabs(near->low);
  jh_slot_begin(slot, near, 0, size >= 1 ? size : 1);
  slot->has_ends = true;
  slot->is_signed = near->low < 0;
  for (uint32_t i = 0; i < count; i++) slot->near_low[i] = near->low;
}

static void fill_constants(jh_block *block) {
  const jh_program *p = block->program;
  for (uint32_t n = 0; n < block->plan->node_count; n++) {
    const jh_node *node = &block->plan->nodes[n];
    if (!p->is_needed[n] || node->level != JH_NONE) continue;
    jh_slot *slot = jh_block_slot(block, n);
    if (node->type != JH_TYPE_NUMBER) {
      memset(slot->mark, (int)p->leaves[n].tri, p->capacity_max);
      continue;
    }
    for (uint32_t i = 0; i < p->capacity_max; i++) jh_slot_put(slot, i, p->leaves[n].constant);
    slot->has_ends = true;
    if (p->nears[n].is_near) fill_near(slot, &p->nears[n], p->capacity_max);
  }
}

jh_code jh_block_open(jh_block **out, const jh_program *program, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_block *block = arena ? jh_arena_get(arena, sizeof *block) : NULL;
  if (!block) {
    jh_arena_close(arena);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  size_t levels = program->plan->level_count;
  *block = (jh_block){
      .program = program, .plan = program->plan, .dataset = program->dataset, .arena = arena};
  block->exact = (jh_exact){
      .plan = program->plan,
      .dataset = program->dataset,
      .on = program->on,
      .force = program->force,
      .computed = program->computed};
  block->slots = jh_arena_get(arena, program->slot_count * sizeof *block->slots);
  block->from = jh_arena_get(arena, levels * sizeof *block->from);
  block->to = jh_arena_get(arena, levels * sizeof *block->to);
  size_t most = (size_t)program->capacity_max + 1;
  block->sums = jh_arena_get(arena, most * sizeof *block->sums);
  block->counts = jh_arena_get(arena, most * sizeof *block->counts);
  bool is_ready = block->slots && block->from && block->to && block->sums && block->counts &&
                  make_stages(block);
  for (size_t s = 0; s < program->slot_count && is_ready; s++)
    is_ready = make_slot(block, &block->slots[s], program->slots[s]);
  if (!is_ready) {
    jh_arena_close(arena);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  fill_constants(block);
  *out = block;
  return JH_OK;
}

void jh_block_close(jh_block *block) {
  if (block) jh_arena_close(block->arena);
}
