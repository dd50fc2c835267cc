/* program.c - what a program says of its nodes and rows. program_open.c makes it. */
#include "eval/program.h"

size_t jh_program_need_count(const jh_program *program, const jh_node *node) {
  if (node->op != JH_OP_RULE) return node->count;
  return jh_force_any(program->force, node->index) ? 2 : 0;
}

uint32_t jh_program_need(const jh_program *program, const jh_node *node, size_t k) {
  if (node->op != JH_OP_RULE) {
    bool drops = jh_known_drops(jh_force_known(program->force), node, (uint32_t)k);
    return drops ? JH_NONE : jh_plan_arg(program->plan, node, (uint32_t)k);
  }
  const jh_rule *rule = &program->plan->rules[node->index];
  return k == 0 ? rule->holds : rule->applies;
}

static const uint32_t *below_root(const jh_program *p, uint32_t level) {
  return p->dataset->firsts[level * p->plan->level_count + p->root];
}

uint32_t jh_program_rows_before(const jh_program *p, uint32_t level, uint32_t roots) {
  if (level == p->root) return roots;
  if (p->root != JH_NONE && jh_plan_is_within(p->plan, level, p->root)) {
    const uint32_t *firsts = below_root(p, level);
    return firsts ? firsts[roots] : 0;
  }
  /* A level apart from the root's tree belongs to the first block as a whole. */
  return roots == 0 ? 0 : (uint32_t)p->dataset->levels[level].count;
}

void jh_program_rows(
    const jh_program *p, size_t block, uint32_t level, uint32_t *from, uint32_t *to) {
  if (p->root == JH_NONE || p->dataset->levels[p->root].count == 0) {
    *from = 0;
    *to = level == p->root ? 0 : (uint32_t)p->dataset->levels[level].count;
    return;
  }
  *from = jh_program_rows_before(p, level, p->firsts[block]);
  *to = jh_program_rows_before(p, level, p->firsts[block + 1]);
}

void jh_program_close(jh_program *program) {
  if (!program) return;
  jh_force_close(program->force);
  jh_computed_close(program->computed);
  jh_arena_close(program->arena);
}
