/* run_again.c - puts what a block found into the run's results: of every county, or of one again. */
#include <string.h>

#include "eval/compute.h"
#include "eval/kernel_open.h"
#include "eval/run_state.h"

static void keep(jh_kept *kept, const jh_block *block, uint32_t node, uint32_t level) {
  const jh_slot *slot = jh_block_slot(block, node);
  uint32_t from = block->from[level], count = jh_block_count(block, level);
  memcpy(kept->low + from, slot->low, count * sizeof *slot->low);
  memcpy(kept->high + from, slot->high, count * sizeof *slot->high);
  memcpy(kept->state + from, slot->state, count);
}

static void keep_marks(const jh_run *run, const jh_block *block, const jh_output *output) {
  memcpy(
      run->marks[output->holds] + block->from[output->level],
      jh_block_slot(block, output->holds)->mark, jh_block_count(block, output->level));
}

/* jh_verdict_of, in force, written out for many at a time. */
JH_KERNEL_WIDE static void put_verdicts(
    uint8_t *restrict out, const uint8_t *restrict applies, const uint8_t *restrict holds,
    uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint8_t scope = applies ? applies[i] : JH_TRUE;
    uint8_t verdict = holds[i] == JH_TRUE ? JH_MET : JH_UNMET;
    verdict = ((scope == JH_UNKNOWN) | (holds[i] == JH_UNKNOWN)) ? JH_UNDETERMINED : verdict;
    out[i] = scope == JH_FALSE ? JH_NOT_APPLICABLE : verdict;
  }
}

void jh_run_again_emit(void *payload, const jh_block *block, const jh_output *output) {
  const jh_run *run = payload;
  if (output->rule == JH_NONE) {
    keep_marks(run, block, output);
    return;
  }
  const jh_rule_result *result = &run->results[output->rule];
  uint32_t from = block->from[output->level], count = jh_block_count(block, output->level);
  const uint8_t *holds = jh_block_slot(block, output->holds)->mark;
  const uint8_t *applies =
      output->applies == JH_NONE ? NULL : jh_block_slot(block, output->applies)->mark;
  put_verdicts(result->verdicts + from, applies, holds, count);
  bool is_everywhere = jh_force_everywhere(run->program->force, output->rule);
  for (uint32_t i = 0; !is_everywhere && i < count; i++) {
    uint32_t stage = jh_block_stage(block, output->level, i);
    if (!jh_force_is(run->program->force, output->rule, stage))
      result->verdicts[from + i] = JH_NOT_IN_FORCE;
  }
  if (result->measure.low && output->measure != JH_NONE)
    keep((jh_kept *)&result->measure, block, output->measure, output->level);
  if (result->bound.low) keep((jh_kept *)&result->bound, block, output->bound, output->level);
}

jh_code jh_run_again(jh_run *run, uint32_t level, uint32_t row, jh_error *err) {
  jh_program *program = run->program;
  if (program->root == JH_NONE || !jh_plan_is_within(run->plan, level, program->root)) return JH_OK;
  uint32_t root = jh_dataset_ancestor(run->dataset, level, row, program->root);
  jh_code code = run->again ? JH_OK : jh_block_open(&run->again, program, err);
  if (!code && program->computed) {
    jh_exact exact = jh_run_state_exact(run);
    exact.told = NULL; /* what it knows of the county is from before */
    code =
        jh_compute_again(program->computed, &exact, program->is_needed, program->root, root, err);
  }
  if (code) return code;
  uint64_t before = run->again->exact_count;
  jh_block_run_one(run->again, root, jh_run_again_emit, run);
  run->exact_count += run->again->exact_count - before;
  return JH_OK;
}
