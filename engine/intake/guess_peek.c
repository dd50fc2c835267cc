/* guess_peek.c - is a sheet a table that is known? Asked of those that are not read, too. */
#include "intake/guess_parts.h"
#include "intake/peek.h"

/* Does a header stand over rows of codes? In a form a label stands there and nothing like it below. */
static bool is_over_codes(const jh_guess_block *block, const jh_head *head, size_t field) {
  for (size_t i = 0; i < block->count; i++) {
    const jh_guess_row *row = &block->rows[i];
    if (row->line <= head->last_line) continue;
    return field < row->count && jh_guess_is_code(row->texts[field]);
  }
  return false;
}

/* Is it a table: its key stands in the header, or two columns of it do? */
bool jh_guess_is_table(
    const jh_plan *plan, const jh_head *head, const jh_guess_block *block, bool has_form) {
  if (head->table == JH_NONE || head->match_count == 0) return false;
  uint32_t anchor = jh_guess_anchor(&plan->tables[head->table]);
  for (size_t i = 0; i < head->field_count; i++) {
    if (head->fields[i].column != anchor) continue;
    if (has_form) return head->match_count > 1 && is_over_codes(block, head, i);
    return true;
  }
  return !has_form && head->match_count > 1;
}

jh_code jh_guess_peek(
    uint32_t *table, const jh_plan *plan, const char *path, const char *sheet, jh_arena *arena,
    jh_error *err) {
  jh_grid_options options = {.sheet = sheet};
  jh_grid *grid = NULL;
  jh_guess_block block;
  jh_head head = {.table = JH_NONE};
  jh_error problem = {0};
  *table = JH_NONE;
  jh_code code = jh_grid_open(&grid, path, &options, &problem);
  if (!code) code = jh_guess_block_read(&block, grid, arena, &problem);
  if (!code) code = jh_head_find(&head, grid, plan, NULL, arena, &problem);
  jh_grid_close(grid);
  if (code == JH_ENOMEM) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code && jh_guess_is_table(plan, &head, &block, true)) *table = head.table;
  return JH_OK;
}
