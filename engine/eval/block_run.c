/* block_run.c - evaluates one block: the needed nodes in order, outputs as soon as they are there. */
#include "eval/kernel.h"
#include "eval/kernel_near.h"
#include "eval/where.h"

static void fill_stages(jh_block *block) {
  for (uint32_t level = 0; level < block->plan->level_count; level++) {
    uint8_t *stages = block->stages[level];
    for (uint32_t i = 0; stages && i < jh_block_count(block, level); i++)
      stages[i] = (uint8_t)jh_where_stage(block->dataset, level, block->from[level] + i);
  }
}

/* A condition that the day settles. */
static void fill_settled(jh_block *block, uint32_t index, jh_tri tri) {
  uint32_t level = block->plan->nodes[index].level;
  memset(jh_block_slot(block, index)->mark, (int)tri, jh_block_count(block, level));
}

/* As plain doubles, if these will do. */
static bool run_near(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  bool is_near = block->program->nears[index].is_near;
  if (node->type != JH_TYPE_NUMBER) return is_near && jh_kernel_near_compare(block, index);
  if (is_near && jh_kernel_near_number(block, index)) return true;
  jh_slot *slot = jh_block_slot(block, index);
  slot->has_near = false;
  slot->has_ends = true;
  return false;
}

static void run_node(jh_block *block, uint32_t index) {
  const jh_node *node = &block->plan->nodes[index];
  jh_tri settled = jh_known_tri(jh_force_known(block->program->force), index);
  if (node->type == JH_TYPE_CONDITION && settled != JH_UNKNOWN) {
    fill_settled(block, index, settled);
    return;
  }
  if (run_near(block, index)) return;
  switch (node->op) {
  case JH_OP_CONST:
  case JH_OP_YEAR:
  case JH_OP_SINCE: break; /* of no level: folded when the program is made */
  case JH_OP_COMPUTE:
  case JH_OP_PARAM:
  case JH_OP_COLUMN:
  case JH_OP_QUANTITY:
  case JH_OP_BY_STAGE:
  case JH_OP_IF:
  case JH_OP_RAISE: jh_kernel_take(block, index); break;
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_DIV:
  case JH_OP_NEG:
  case JH_OP_MIN:
  case JH_OP_MAX:
  case JH_OP_CEIL:
  case JH_OP_FLOOR:
  case JH_OP_BETWEEN: jh_kernel_number(block, index); break;
  case JH_OP_SUM:
  case JH_OP_COUNT:
  case JH_OP_LEAST:
  case JH_OP_GREATEST:
  case JH_OP_EVERY:
  case JH_OP_SOME: jh_kernel_over(block, index); break;
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT:
  case JH_OP_EQ: jh_kernel_compare(block, index); break;
  case JH_OP_SPREAD: jh_kernel_spread(block, index); break;
  case JH_OP_COMPOSITE: jh_kernel_composite(block, index); break;
  case JH_OP_IS:
  case JH_OP_AND:
  case JH_OP_OR:
  case JH_OP_NOT:
  case JH_OP_AT_LEAST_N:
  case JH_OP_KNOWN:
  case JH_OP_CODE_IN:
  case JH_OP_RULE: jh_kernel_condition(block, index); break;
  case JH_OP_LATE: break; /* not in a finished plan */
  }
}

/* Asks for the cells of the first needed column of numbers from node `n` on, which are in no cache
 * yet, so that they come while the nodes before it are evaluated. Returns its node. */
static uint32_t fetch_column(const jh_block *block, uint32_t n) {
  const jh_program *p = block->program;
  const jh_node *nodes = block->plan->nodes;
  for (; n < block->plan->node_count; n++) {
    if (p->is_needed[n] && nodes[n].op == JH_OP_COLUMN && nodes[n].type == JH_TYPE_NUMBER) break;
  }
  if (n == block->plan->node_count) return n;
  const jh_column *column = jh_where_column(block->dataset, &nodes[n]);
  uint32_t level = nodes[n].level;
  if (!column || !jh_column_is_number(column)) return n;
  size_t bytes = jh_column_value_bytes(column);
  const char *values = jh_column_values(column);
  const char *at = values + block->from[level] * bytes, *end = values + block->to[level] * bytes;
  for (; at < end; at += 64) __builtin_prefetch(at);
  return n;
}

/* Hands out what is there before node `next`; its numbers as ends. */
static size_t hand_out(
    jh_block *block, size_t done, uint32_t next, jh_block_emit emit, void *payload) {
  const jh_program *p = block->program;
  for (; done < p->output_count && p->outputs[done].after < next; done++) {
    const jh_output *output = &p->outputs[done];
    const uint32_t nodes[4] = {output->applies, output->holds, output->measure, output->bound};
    for (size_t k = 0; k < 4; k++) {
      if (nodes[k] != JH_NONE) (void)jh_block_ends(block, nodes[k]);
    }
    emit(payload, block, output);
  }
  return done;
}

/* Evaluates the rows [from, to) of each level. */
static void run_rows(jh_block *block, jh_block_emit emit, void *payload) {
  const jh_program *p = block->program;
  fill_stages(block);
  uint32_t fetched = fetch_column(block, 0);
  size_t done = hand_out(block, 0, p->step_count ? p->steps[0] : UINT32_MAX, emit, payload);
  for (size_t k = 0; k < p->step_count; k++) {
    uint32_t n = p->steps[k];
    if (n == fetched) fetched = fetch_column(block, n + 1);
    run_node(block, n);
    done =
        hand_out(block, done, k + 1 < p->step_count ? p->steps[k + 1] : UINT32_MAX, emit, payload);
  }
}

void jh_block_run(jh_block *block, size_t number, jh_block_emit emit, void *payload) {
  for (uint32_t level = 0; level < block->plan->level_count; level++)
    jh_program_rows(block->program, number, level, &block->from[level], &block->to[level]);
  run_rows(block, emit, payload);
}

void jh_block_run_one(jh_block *block, uint32_t root, jh_block_emit emit, void *payload) {
  for (uint32_t level = 0; level < block->plan->level_count; level++) {
    block->from[level] = jh_program_rows_before(block->program, level, root);
    block->to[level] = jh_program_rows_before(block->program, level, root + 1);
  }
  run_rows(block, emit, payload);
}
