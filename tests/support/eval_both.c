/* eval_both.c - see eval_both.h. */
#include "support/eval_both.h"

#include "eval/block.h"
#include "support/test.h"

static void emit(void *payload, const jh_block *block, const jh_output *output) {
  eval_seen *s = payload;
  uint32_t count = jh_block_count(block, output->level);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t row = block->from[output->level] + i;
    assert_true(row < EVAL_BOTH_ROWS);
    s->marks[row] = jh_block_slot(block, output->holds)->mark[i];
    assert_int_equal(s->marks[row], jh_exact_condition(&s->exact, output->holds, row));
  }
  s->rows += count;
}

uint64_t eval_both(eval_builder *b, uint32_t condition, eval_seen *seen) {
  uint32_t level = b->plan->nodes[condition].level;
  jh_output output = {JH_NONE, level, JH_NONE, condition, JH_NONE, JH_NONE, 0};
  jh_program *program = NULL;
  jh_block *block = NULL;
  seen->rows = 0;
  seen->exact = eb_exact(b);
  assert_int_equal(
      jh_program_open(&program, b->plan, b->data, seen->exact.on, &output, 1, NULL), JH_OK);
  assert_int_equal(jh_block_open(&block, program, NULL), JH_OK);
  for (size_t k = 0; k < program->block_count; k++) jh_block_run(block, k, emit, seen);
  assert_int_equal(seen->rows, b->data->levels[level].count);
  uint64_t asked = block->exact_count;
  jh_block_close(block);
  jh_program_close(program);
  return asked;
}
