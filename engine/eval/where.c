/* where.c - stages and columns of rows. */
#include "eval/where.h"

#include <string.h>

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

/* "4401*" fits what begins so, "440105" itself only. */
static bool fits(jh_str code, const char *pattern) {
  size_t size = strlen(pattern);
  bool is_beginning = size > 0 && pattern[size - 1] == '*';
  size -= is_beginning;
  bool is_long_enough = is_beginning ? code.size >= size : code.size == size;
  return is_long_enough && (size == 0 || memcmp(code.at, pattern, size) == 0);
}

jh_tri jh_where_code_in(const jh_dataset *dataset, const jh_node *node, uint32_t row) {
  const jh_code_set *set = &dataset->plan->code_sets[node->index];
  const jh_str *codes = dataset->levels[node->level].codes;
  /* Rows made by hand only: every table with a key has codes. */
  if (!codes || !codes[row].size) return JH_UNKNOWN;
  for (size_t i = 0; i < set->count; i++) {
    if (fits(codes[row], set->codes[i])) return JH_TRUE;
  }
  return JH_FALSE;
}
