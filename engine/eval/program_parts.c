/* program_parts.c - values that no row changes, and the cut into blocks of counties. */
#include "eval/program_parts.h"

#include "eval/exact.h"

static void set_column(const jh_program *p, const jh_node *node, jh_leaf *leaf) {
  const jh_column_def *def = &p->plan->tables[node->table].columns[node->index];
  const jh_column *column = p->dataset->levels[node->level].columns
                                ? p->dataset->levels[node->level].columns[node->index]
                                : NULL;
  jh_range range;
  jh_range_init(&range);
  jh_range_set_all(&range);
  range.has_low = def->has_min;
  range.has_high = def->has_max;
  if (def->has_min) jh_rat_set_dec(&range.low, def->min);
  if (def->has_max) jh_rat_set_dec(&range.high, def->max);
  jh_range_scale(&range, node->num, node->den);
  leaf->missing = jh_ends_of_range(&range);
  jh_range_done(&range);
  leaf->factor = jh_ends_of_scaled(1, column ? column->scale : 0, node->num, node->den);
}

static jh_code set_param(jh_program *p, const jh_node *node, jh_leaf *leaf, jh_error *err) {
  const jh_param *param = &p->plan->params[node->index];
  size_t stages = p->plan->stage_count;
  leaf->by_stage = jh_arena_get(p->arena, (stages + 1) * sizeof *leaf->by_stage);
  if (!leaf->by_stage) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t s = 0; s <= stages; s++) {
    uint32_t stage = node->stage != JH_NONE ? node->stage : s;
    const jh_param_value *value = jh_param_on(param, stage, p->on);
    leaf->by_stage[s] =
        value ? jh_ends_of_scaled(
                    value->value.mantissa, value->value.scale, param->unit.num, param->unit.den)
              : jh_ends_state(JH_ENDS_UNDEFINED);
  }
  return JH_OK;
}

static void set_constant(const jh_program *p, uint32_t index, jh_leaf *leaf) {
  jh_exact exact = {.plan = p->plan, .dataset = p->dataset, .on = p->on, .force = p->force};
  if (p->plan->nodes[index].type == JH_TYPE_NUMBER) {
    jh_range range;
    jh_range_init(&range);
    jh_exact_number(&exact, index, 0, &range);
    leaf->constant = jh_ends_of_range(&range);
    jh_range_done(&range);
  } else {
    leaf->tri = jh_exact_condition(&exact, index, 0);
  }
}

jh_code jh_program_parts_leaves(jh_program *p, jh_error *err) {
  for (uint32_t n = 0; n < p->plan->node_count; n++) {
    const jh_node *node = &p->plan->nodes[n];
    jh_code code = JH_OK;
    if (!p->is_needed[n]) continue;
    if (node->level == JH_NONE)
      set_constant(p, n, &p->leaves[n]);
    else if (node->op == JH_OP_COLUMN && node->type == JH_TYPE_NUMBER)
      set_column(p, node, &p->leaves[n]);
    else if (node->op == JH_OP_PARAM)
      code = set_param(p, node, &p->leaves[n], err);
    if (code) return code;
  }
  return JH_OK;
}

static jh_code check_links(const jh_program *p, jh_error *err) {
  for (uint32_t level = 0; level < p->plan->level_count; level++) {
    uint32_t parent = p->plan->levels[level].parent;
    while (parent != JH_NONE) {
      if (p->dataset->levels[level].count &&
          (!p->dataset->firsts || !p->dataset->firsts[level * p->plan->level_count + parent]))
        return jh_fail(err, JH_EINTERNAL, NULL, "the dataset is not linked", NULL);
      parent = p->plan->levels[parent].parent;
    }
  }
  return JH_OK;
}

/* Rows of the longest level in rows [from, to) of the root. */
static uint32_t longest(const jh_program *p, uint32_t from, uint32_t to) {
  uint32_t most = 0;
  for (uint32_t level = 0; level < p->plan->level_count; level++) {
    if (!jh_plan_is_within(p->plan, level, p->root)) continue;
    uint32_t rows = jh_program_rows_before(p, level, to) - jh_program_rows_before(p, level, from);
    most = rows > most ? rows : most;
  }
  return most;
}

static void cut(jh_program *p, uint32_t roots) {
  uint32_t from = 0;
  for (uint32_t r = 1; r <= roots; r++) {
    if (r < roots && longest(p, from, r + 1) <= JH_BLOCK_ROWS) continue;
    p->firsts[++p->block_count] = r;
    from = r;
  }
}

jh_code jh_program_parts_blocks(jh_program *p, jh_error *err) {
  const jh_plan *plan = p->plan;
  p->root = JH_NONE;
  for (uint32_t level = 0; level < plan->level_count && p->root == JH_NONE; level++) {
    if (plan->levels[level].parent == JH_NONE) p->root = level;
  }
  jh_code code = check_links(p, err);
  if (code) return code;
  uint32_t roots = p->root == JH_NONE ? 0 : (uint32_t)p->dataset->levels[p->root].count;
  p->firsts = jh_arena_get(p->arena, (roots + 2) * sizeof *p->firsts);
  p->capacity = jh_arena_get(p->arena, plan->level_count * sizeof *p->capacity);
  if (!p->firsts || !p->capacity) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  cut(p, roots);
  if (roots == 0) p->block_count = 1;
  for (size_t b = 0; b < p->block_count; b++) {
    for (uint32_t level = 0; level < plan->level_count; level++) {
      uint32_t from, to;
      jh_program_rows(p, b, level, &from, &to);
      if (to - from > p->capacity[level]) p->capacity[level] = to - from;
      if (to - from > p->capacity_max) p->capacity_max = to - from;
    }
  }
  return JH_OK;
}
