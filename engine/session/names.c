/* names.c - what rows without a code of their own are called.
 *
 * Rooms, results by subject: such rows are named after what they belong to,
 * `990304#5`, and told apart by their choice columns, "丙四县 初中 科学". Rows
 * without a key stand in order of what they hold, so a number does not depend
 * on the order of the file.
 */
#include "base/buf.h"
#include "session/session.h"

/* Only levels that some rule judges: others are never shown by themselves. */
static bool is_judged(const jh_plan *plan, uint32_t level) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    if (plan->rules[i].level == level && plan->rules[i].kind != JH_RULE_CHECK) return true;
  }
  return false;
}

static bool needs_names(const jh_plan *plan, uint32_t level) {
  uint32_t table = plan->levels[level].table;
  return table != JH_NONE && plan->levels[level].parent != JH_NONE &&
         plan->tables[table].key_column == JH_NONE && is_judged(plan, level);
}

void jh_session_mark_names(const jh_plan *plan, bool **needed) {
  for (uint32_t level = 0; level < plan->level_count; level++) {
    if (!needs_names(plan, level)) continue;
    uint32_t table = plan->levels[level].table;
    for (size_t c = 0; c < plan->tables[table].column_count; c++) {
      if (plan->tables[table].columns[c].type == JH_COLUMN_CHOICE) needed[table][c] = true;
    }
  }
}

/* The nearest level above that has codes, and the row there. */
static uint32_t named_above(
    const jh_plan *plan, const jh_dataset *data, uint32_t level, uint32_t row, uint32_t *out) {
  do {
    row = data->levels[level].parent[row];
    level = plan->levels[level].parent;
  } while (!data->levels[level].codes && plan->levels[level].parent != JH_NONE);
  *out = row;
  return level;
}

static void put_choices(jh_buf *buf, const jh_table_def *table, const jh_rows *rows, uint32_t row) {
  for (size_t c = 0; rows->columns && c < table->column_count; c++) {
    const jh_column *column = rows->columns[c];
    const jh_column_def *def = &table->columns[c];
    if (def->type != JH_COLUMN_CHOICE || !jh_column_known(column, row)) continue;
    if (column->marks[row] >= def->choice_count) continue;
    const jh_choice *choice = &def->choices[column->marks[row]];
    const char *name = jh_text_in(choice->name, JH_ZH);
    jh_buf_char(buf, ' ');
    jh_buf_text(buf, name[0] ? name : choice->id);
  }
}

static bool keep(jh_dataset *data, jh_buf *buf, jh_str *out) {
  char *text = jh_buf_ok(buf) ? jh_arena_text(data->arena, jh_buf_str(buf)) : NULL;
  if (text) *out = (jh_str){text, buf->size};
  jh_buf_clear(buf);
  return text != NULL;
}

static bool name_level(const jh_plan *plan, jh_dataset *data, uint32_t level, jh_buf *buf) {
  jh_rows *rows = &data->levels[level];
  const jh_table_def *table = &plan->tables[plan->levels[level].table];
  jh_str *codes = jh_arena_get(data->arena, (rows->count + 1) * sizeof *codes);
  jh_str *names = jh_arena_get(data->arena, (rows->count + 1) * sizeof *names);
  uint32_t last = JH_NONE;
  int64_t number = 0;
  bool ok = codes && names;
  for (uint32_t row = 0; row < rows->count && ok; row++) {
    uint32_t above_row, above = named_above(plan, data, level, row, &above_row);
    const jh_rows *at = &data->levels[above];
    number = above_row == last ? number + 1 : 1;
    last = above_row;
    if (at->codes) jh_buf_add(buf, at->codes[above_row]);
    jh_buf_char(buf, '#');
    jh_buf_int(buf, number);
    ok = keep(data, buf, &codes[row]);
    bool has_name = at->names && at->names[above_row].size;
    if (has_name || at->codes)
      jh_buf_add(buf, has_name ? at->names[above_row] : at->codes[above_row]);
    put_choices(buf, table, rows, row);
    ok = ok && keep(data, buf, &names[row]);
  }
  rows->codes = ok ? codes : NULL;
  rows->names = ok ? names : NULL;
  return ok;
}

jh_code jh_session_name_rows(const jh_plan *plan, jh_dataset *data, jh_error *err) {
  bool ok = true;
  jh_buf buf;
  jh_buf_init(&buf);
  for (uint32_t level = 0; level < plan->level_count && ok; level++) {
    if (needs_names(plan, level) && !data->levels[level].codes)
      ok = name_level(plan, data, level, &buf);
  }
  jh_buf_done(&buf);
  return ok ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}
