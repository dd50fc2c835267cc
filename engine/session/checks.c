/* checks.c - what the dictionary says must be true of any data. */
#include <string.h>

#include "session/session.h"

enum { LAST_DAY = 99991231, MOST_COLUMNS = 4 };

/* The columns of the row itself below a condition, in order of the graph. */
static size_t find_columns(
    const jh_plan *plan, uint32_t node, uint32_t table, uint32_t *out, size_t count) {
  const jh_node *at = &plan->nodes[node];
  if (at->op == JH_OP_COLUMN && at->table == table) {
    for (size_t i = 0; i < count; i++) {
      if (out[i] == at->index) return count;
    }
    if (count < MOST_COLUMNS) out[count++] = at->index;
    return count;
  }
  for (uint32_t k = 0; k < at->count; k++) {
    uint32_t arg = jh_plan_arg(plan, at, k);
    if (arg != JH_NONE) count = find_columns(plan, arg, table, out, count);
  }
  return count;
}

static void put(char *out, size_t size, const char *text) {
  size_t used = strlen(out);
  if (used + 1 < size) jh_str_copy(out + used, size - used, jh_str_of(text));
}

static void put_cell(
    char *out, size_t size, const jh_column_def *def, const jh_column *column, uint32_t row) {
  char number[JH_DEC_TEXT];
  put(out, size, out[0] ? ", " : "");
  put(out, size, def->id);
  put(out, size, " = ");
  if (!jh_column_known(column, row)) {
    put(out, size, "—");
  } else if (column->numbers) {
    put(out, size, jh_dec_text(number, (jh_dec){column->numbers[row], column->scale}));
  } else if (column->type == JH_COLUMN_CHOICE) {
    put(out, size, def->choices[column->marks[row]].id);
  } else if (column->marks) {
    put(out, size, column->marks[row] ? "1" : "0");
  }
}

/* The place of a column's cell in a row. */
static jh_place place_of(
    const jh_dataset *data, const jh_rows *rows, const jh_table_def *table, uint32_t column,
    uint32_t row) {
  if (!rows->files) return jh_place_of(NULL, 0, 0);
  const jh_file *file = &data->files[rows->files[row]];
  jh_place at = jh_place_of(file->path, rows->lines[row], 0);
  for (size_t i = 0; i < file->header_count; i++) {
    if (file->header_columns[i] == column) at.field = (uint32_t)i + 1;
  }
  jh_str_copy(at.name, sizeof at.name, jh_str_of(table->columns[column].id));
  return at;
}

/* Once no more are kept, a finding is only counted: words for it cost time. */
static void report(jh_session *s, const jh_rule *rule, uint32_t row) {
  if (jh_diag_dropped(s->diag, rule->severity) > 0) {
    jh_diag_add(s->diag, &(jh_error){.code = JH_ECHECK_FAILED, .severity = rule->severity});
    return;
  }
  const jh_plan *plan = s->plan;
  uint32_t columns[MOST_COLUMNS], table_index = plan->levels[rule->level].table;
  const jh_table_def *table = &plan->tables[table_index];
  const jh_rows *rows = &s->dataset->levels[rule->level];
  size_t count = find_columns(plan, rule->holds, table_index, columns, 0);
  char name[160] = "", cells[160] = "";
  put(name, sizeof name, jh_text_in(rule->name, JH_ZH));
  if (strcmp(jh_text_in(rule->name, JH_EN), jh_text_in(rule->name, JH_ZH)) != 0) {
    put(name, sizeof name, " / ");
    put(name, sizeof name, jh_text_in(rule->name, JH_EN));
  }
  for (size_t i = 0; i < count; i++) {
    put_cell(cells, sizeof cells, &table->columns[columns[i]], rows->columns[columns[i]], row);
  }
  jh_place at = jh_place_of(NULL, 0, 0);
  if (count) at = place_of(s->dataset, rows, table, columns[0], row);
  jh_error found;
  (void)jh_fail(&found, JH_ECHECK_FAILED, &at, rule->id, name, cells, NULL);
  found.severity = rule->severity;
  jh_diag_add(s->diag, &found);
}

static jh_code refuse(jh_session *s, jh_error *err) {
  size_t errors = jh_diag_count(s->diag, JH_ERROR);
  char count[24];
  if (!errors) return JH_OK;
  return jh_fail(err, JH_EDATA_REJECTED, NULL, jh_arg_int(count, (int64_t)errors), NULL);
}

jh_code jh_session_check_data(jh_session *s, jh_error *err) {
  size_t count = 0;
  uint32_t *rules = jh_arena_get(s->arena, (s->plan->rule_count + 1) * sizeof *rules);
  if (!rules) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t i = 0; i < s->plan->rule_count; i++) {
    bool is_of_table = s->plan->levels[s->plan->rules[i].level].table != JH_NONE;
    if (s->plan->rules[i].kind == JH_RULE_CHECK && is_of_table) rules[count++] = i;
  }
  if (!count) return JH_OK;
  jh_run *run;
  jh_run_options how = {.on = LAST_DAY, .rules = rules, .rule_count = count, .jobs = s->jobs};
  jh_code code = jh_run_open(&run, s->plan, s->dataset, &how, err);
  if (code) return code;
  for (size_t i = 0; i < count; i++) {
    const jh_rule *rule = &s->plan->rules[rules[i]];
    size_t rows = s->dataset->levels[rule->level].count;
    uint32_t row = jh_run_next(run, rules[i], 0, JH_UNMET);
    for (; row < rows; row = jh_run_next(run, rules[i], row + 1, JH_UNMET)) report(s, rule, row);
  }
  jh_run_close(run);
  return refuse(s, err);
}
