/* dictionary.c - the dictionary's own `check`s: what it says must be true of any data. */
#include <string.h>

#include "audit/list.h"

enum { LAST_DAY = 99991231, MOST_COLUMNS = 8, MOST_SHOWN = 4 };

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
  } else if (jh_column_is_number(column)) {
    put(out, size, jh_dec_text(number, (jh_dec){jh_column_number(column, row), column->scale}));
  } else if (column->type == JH_COLUMN_CHOICE) {
    put(out, size, def->choices[column->marks[row]].id);
  } else if (column->marks) {
    put(out, size, column->marks[row] ? "1" : "0");
  }
}

/* The check's name in the reader's language. */
static void put_name(char *out, size_t size, const jh_rule *rule) {
  const char *zh = jh_text_in(rule->name, JH_ZH), *en = jh_text_in(rule->name, JH_EN);
  if (strcmp(zh, en) == 0) {
    put(out, size, zh);
  } else {
    (void)jh_arg_both(out, size, zh, en);
  }
}

static jh_code report(jh_audit *audit, uint32_t index, uint32_t row, jh_error *err) {
  const jh_plan *plan = audit->plan;
  const jh_rule *rule = &plan->rules[index];
  uint32_t columns[MOST_COLUMNS], table_index = plan->levels[rule->level].table;
  const jh_table_def *table = &plan->tables[table_index];
  const jh_rows *rows = &audit->dataset->levels[rule->level];
  size_t count = find_columns(plan, rule->holds, table_index, columns, 0);
  char name[160] = "", text[160] = "";
  jh_audit_cell cells[MOST_COLUMNS] = {{table_index, row, JH_NONE, false}};
  put_name(name, sizeof name, rule);
  for (size_t i = 0; i < count; i++) {
    cells[i] = (jh_audit_cell){table_index, row, columns[i], false};
    if (i < MOST_SHOWN)
      put_cell(text, sizeof text, &table->columns[columns[i]], rows->columns[columns[i]], row);
  }
  jh_audit_problem problem = {
      .kind = JH_AUDIT_CHECK,
      .cells = cells,
      .cell_count = count ? count : 1,
      .args = {rule->id, name, text},
      .rule = index};
  return jh_audit_add(audit, &problem, err);
}

static jh_code report_all(
    jh_audit *audit, const jh_run *run, const uint32_t *rules, size_t count, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < count; i++) {
    size_t rows = audit->dataset->levels[audit->plan->rules[rules[i]].level].count;
    uint32_t row = jh_run_next(run, rules[i], 0, JH_UNMET);
    for (; row < rows && !code; row = jh_run_next(run, rules[i], row + 1, JH_UNMET))
      code = report(audit, rules[i], row, err);
  }
  return code;
}

jh_code jh_audit_dictionary_row(
    const jh_audit_problem **out, const jh_audit *audit, uint32_t rule, uint32_t row,
    jh_error *err) {
  struct jh_audit_list list = {.most = 1};
  jh_audit own = *audit;
  own.list = &list;
  jh_code code = report(&own, rule, row, err);
  *out = code ? NULL : list.items[0];
  return code;
}

jh_code jh_audit_dictionary_run(
    jh_run **out, uint32_t *rules, size_t *count, const jh_audit *audit, jh_error *err) {
  const jh_plan *plan = audit->plan;
  *count = 0;
  *out = NULL;
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    bool is_of_table = plan->levels[plan->rules[i].level].table != JH_NONE;
    if (plan->rules[i].kind == JH_RULE_CHECK && is_of_table) rules[(*count)++] = i;
  }
  if (!*count || !jh_audit_is_on(audit, JH_AUDIT_CHECK)) return JH_OK;
  jh_run_options how = {.on = LAST_DAY, .rules = rules, .rule_count = *count, .jobs = audit->jobs};
  return jh_run_open(out, plan, audit->dataset, &how, err);
}

jh_code jh_audit_dictionary(jh_audit *audit, jh_error *err) {
  const jh_plan *plan = audit->plan;
  size_t count;
  jh_run *run;
  uint32_t *rules = jh_arena_get(audit->arena, (plan->rule_count + 1) * sizeof *rules);
  if (!rules) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_audit_dictionary_run(&run, rules, &count, audit, err);
  if (code || !run) return code;
  code = report_all(audit, run, rules, count, err);
  jh_run_close(run);
  return code;
}
