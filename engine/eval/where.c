/* where.c - stages and columns of rows. */
#include "eval/where.h"

uint32_t jh_where_stage(const jh_dataset *dataset, uint32_t level, uint32_t row) {
  uint32_t stage_level = dataset->plan->stage_level;
  if (stage_level == JH_NONE || !jh_plan_is_within(dataset->plan, level, stage_level))
    return JH_NONE;
  if (level != stage_level) row = jh_dataset_ancestor(dataset, level, row, stage_level);
  const uint8_t *stages = dataset->levels[stage_level].stages;
  return stages ? stages[row] : JH_NONE;
}

const jh_column *jh_where_column(const jh_dataset *dataset, const jh_node *node) {
  jh_column **columns = dataset->levels[node->level].columns;
  return columns ? columns[node->index] : NULL;
}

const jh_column *jh_where_quantity(const jh_dataset *dataset, const jh_node *node) {
  if (node->level == JH_NONE) return NULL;
  jh_column **quantities = dataset->levels[node->level].quantities;
  return quantities ? quantities[node->index] : NULL;
}
