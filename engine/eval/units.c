/* units.c - makes the stage units: the part of each school that is judged in one stage.
 *
 * Asks the stages' conditions of all schools through the same kernels as rules.
 */
#include <string.h>

#include "base/alloc.h"
#include "eval/block.h"
#include "eval/run.h"

/* by stage: a mark for each row of the parent level */
typedef struct marks {
  uint8_t **of;
} marks;

static void emit(void *payload, const jh_block *block, const jh_output *output) {
  const marks *all = payload;
  uint32_t count = jh_block_count(block, output->level);
  memcpy(
      all->of[output->rule] + block->from[output->level], jh_block_slot(block, output->holds)->mark,
      count);
}

/* Fills marks[stage][row]; a stage without a condition exists everywhere. */
static jh_code ask_schools(
    const jh_plan *plan, jh_dataset *dataset, uint32_t level, marks *all, jh_error *err) {
  jh_output outputs[UINT8_MAX];
  size_t count = 0;
  for (uint32_t s = 0; s < plan->stage_count; s++) {
    memset(all->of[s], JH_TRUE, dataset->levels[level].count);
    if (plan->stages[s].when != JH_NONE)
      outputs[count++] = (jh_output){s, level, JH_NONE, plan->stages[s].when, JH_NONE, JH_NONE, 0};
  }
  jh_program *program = NULL;
  jh_block *block = NULL;
  jh_code code = jh_program_open(&program, plan, dataset, 0, outputs, count, err);
  if (code) return code;
  code = jh_block_open(&block, program, err);
  for (size_t b = 0; !code && b < program->block_count; b++) jh_block_run(block, b, emit, all);
  jh_block_close(block);
  jh_program_close(program);
  return code;
}

/* Lays the units out in order of schools, then of stages. */
static jh_code lay_out(
    const jh_plan *plan, jh_dataset *dataset, uint32_t level, const marks *all, jh_error *err) {
  size_t schools = dataset->levels[level].count, count = 0;
  for (size_t row = 0; row < schools; row++) {
    for (size_t s = 0; s < plan->stage_count; s++) count += all->of[s][row] != JH_FALSE;
  }
  jh_code code = jh_dataset_rows(dataset, plan->stage_level, count, err);
  if (code) return code;
  jh_rows *rows = &dataset->levels[plan->stage_level];
  if (!rows->stages) rows->stages = jh_arena_get(dataset->arena, count ? count : 1);
  if (!rows->stages) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  size_t unit = 0;
  for (size_t row = 0; row < schools; row++) {
    for (size_t s = 0; s < plan->stage_count; s++) {
      if (all->of[s][row] == JH_FALSE) continue;
      rows->parent[unit] = (uint32_t)row;
      rows->stages[unit++] = (uint8_t)s;
    }
  }
  return jh_dataset_link_below(dataset, dataset->plan->stage_level, err);
}

/* Marks of all stages, one after the other, from jh_alloc_get; `of` points into them. */
static uint8_t *make_marks(const jh_plan *plan, size_t schools, uint8_t **of) {
  uint8_t *bytes = jh_alloc_get(plan->stage_count * schools);
  for (size_t s = 0; bytes && s < plan->stage_count; s++) of[s] = bytes + s * schools;
  return bytes;
}

static bool is_same(const jh_plan *plan, const jh_dataset *dataset, const marks *all) {
  const jh_rows *rows = &dataset->levels[plan->stage_level];
  size_t schools = dataset->levels[plan->levels[plan->stage_level].parent].count, unit = 0;
  for (size_t row = 0; row < schools; row++) {
    for (size_t s = 0; s < plan->stage_count; s++) {
      if (all->of[s][row] == JH_FALSE) continue;
      if (unit == rows->count || rows->parent[unit] != row || rows->stages[unit] != s) return false;
      unit++;
    }
  }
  return unit == rows->count;
}

jh_code jh_units_hold(bool *out, const jh_plan *plan, jh_dataset *dataset, jh_error *err) {
  *out = true;
  if (plan->stage_level == JH_NONE || plan->stage_count == 0) return JH_OK;
  uint32_t level = plan->levels[plan->stage_level].parent;
  uint8_t *of[UINT8_MAX];
  uint8_t *bytes = make_marks(plan, dataset->levels[level].count, of);
  if (!bytes) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  marks all = {of};
  jh_code code = ask_schools(plan, dataset, level, &all, err);
  if (!code) *out = is_same(plan, dataset, &all);
  jh_alloc_free(bytes);
  return code;
}

jh_code jh_units_make(const jh_plan *plan, jh_dataset *dataset, jh_error *err) {
  if (plan->stage_level == JH_NONE || plan->stage_count == 0 ||
      dataset->levels[plan->stage_level].count > 0)
    return JH_OK;
  if (plan->stage_count >= UINT8_MAX)
    return jh_fail(err, JH_ETOO_LARGE, NULL, "stages", "254", NULL);
  uint32_t level = plan->levels[plan->stage_level].parent;
  size_t schools = dataset->levels[level].count;
  uint8_t *of[UINT8_MAX];
  uint8_t *bytes = make_marks(plan, schools, of);
  if (!bytes) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  marks all = {of};
  jh_code code = ask_schools(plan, dataset, level, &all, err);
  if (!code) code = lay_out(plan, dataset, level, &all, err);
  jh_alloc_free(bytes);
  return code;
}
