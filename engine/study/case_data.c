#include "study/case_data.h"

#include "base/alloc.h"
#include "eval/run.h"

/* For each row of the case, its index at its level. */
static uint32_t *number_rows(const jh_plan *plan, const jh_case *test, uint32_t *counts) {
  uint32_t *index = jh_alloc_get((test->row_count + 1) * sizeof *index);
  for (size_t i = 0; index && i < test->row_count; i++) index[i] = counts[test->rows[i].level]++;
  (void)plan;
  return index;
}

static jh_code lay_out(jh_dataset *data, const uint32_t *counts, jh_error *err) {
  for (uint32_t level = 0; level < data->plan->level_count; level++) {
    jh_code code = jh_dataset_rows(data, level, counts[level], err);
    if (code) return code;
  }
  return JH_OK;
}

static void set_known(jh_column *column, uint32_t row) {
  column->known[row / 64] |= UINT64_C(1) << (row % 64);
}

static jh_code put_number(
    jh_column *column, uint32_t row, jh_dec number, const jh_place *at, jh_error *err) {
  char text[JH_DEC_TEXT], places[24];
  if (!jh_dec_rescale(&column->longs[row], number, column->scale)) {
    return jh_fail(
        err, JH_ENUMBER_FINE, at, jh_dec_text(text, number), jh_arg_int(places, column->scale),
        NULL);
  }
  set_known(column, row);
  return JH_OK;
}

/* Quantities are kept with more places than any column: they may be what a formula gives. */
enum { QUANTITY_SCALE = 9 };

static jh_code put_quantity(
    jh_dataset *data, uint32_t level, uint32_t row, const jh_case_value *value, const jh_place *at,
    jh_error *err) {
  jh_rows *rows = &data->levels[level];
  const jh_plan *plan = data->plan;
  bool is_number = plan->nodes[plan->quantities[value->index].use].type == JH_TYPE_NUMBER;
  if (!rows->quantities[value->index]) {
    jh_code code = jh_dataset_quantity(
        data, level, value->index, is_number ? JH_COLUMN_DECIMAL : JH_COLUMN_BOOL,
        is_number ? QUANTITY_SCALE : 0, err);
    if (code) return code;
  }
  jh_column *column = rows->quantities[value->index];
  if (value->is_missing) return JH_OK;
  if (is_number) return put_number(column, row, value->number, at, err);
  column->marks[row] = (uint8_t)value->mark;
  set_known(column, row);
  return JH_OK;
}

/* A code that is given is that of the row, or of the ancestor whose key it is; rows without one have an
 * empty text. */
static jh_code put_code(
    jh_dataset *data, uint32_t level, uint32_t row, uint32_t column, const char *code,
    jh_error *err) {
  const jh_plan *plan = data->plan;
  const jh_table_def *table = &plan->tables[plan->levels[level].table];
  jh_rows *rows = &data->levels[level];
  if (column == table->parent_column && rows->parent) {
    row = rows->parent[row];
    rows = &data->levels[plan->levels[level].parent];
  } else if (column != table->key_column) {
    return JH_OK;
  }
  if (!rows->codes) {
    rows->codes = jh_arena_get(data->arena, rows->count * sizeof *rows->codes);
    if (!rows->codes) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    for (size_t i = 0; i < rows->count; i++) rows->codes[i] = (jh_str){"", 0};
  }
  rows->codes[row] = jh_str_of(code);
  return JH_OK;
}

static jh_code put_cell(
    jh_dataset *data, uint32_t level, uint32_t row, const jh_case_value *value, const jh_place *at,
    jh_error *err) {
  jh_rows *rows = &data->levels[level];
  if (!rows->columns[value->index]) {
    jh_code code = jh_dataset_column(data, level, value->index, err);
    if (code) return code;
  }
  jh_column *column = rows->columns[value->index];
  if (value->is_missing) return JH_OK;
  if (jh_column_is_number(column)) return put_number(column, row, value->number, at, err);
  if (column->texts) {
    if (!value->text) return JH_OK;
    column->texts[row] = jh_str_of(value->text);
    set_known(column, row);
    return put_code(data, level, row, value->index, value->text, err);
  }
  column->marks[row] = (uint8_t)value->mark;
  set_known(column, row);
  return JH_OK;
}

/* The row of an ancestor level (or the own one) to which a row belongs. */
static uint32_t row_at(const jh_dataset *data, uint32_t level, uint32_t row, uint32_t ancestor) {
  while (level != ancestor) {
    row = data->levels[level].parent[row];
    level = data->plan->levels[level].parent;
  }
  return row;
}

/* A quantity that a case calls missing: the cells it is made of are blank, whatever else is given. */
static void blank_below(jh_dataset *data, uint32_t node, uint32_t level, uint32_t row) {
  const jh_plan *plan = data->plan;
  const jh_node *at = &plan->nodes[node];
  bool is_leaf = at->op == JH_OP_COLUMN || at->op == JH_OP_QUANTITY;
  if (is_leaf && jh_plan_is_within(plan, level, at->level)) {
    jh_rows *rows = &data->levels[at->level];
    jh_column *column =
        at->op == JH_OP_COLUMN ? rows->columns[at->index] : rows->quantities[at->index];
    uint32_t own = row_at(data, level, row, at->level);
    if (column) column->known[own / 64] &= ~(UINT64_C(1) << (own % 64));
  }
  for (uint32_t k = 0; k < at->count; k++) {
    uint32_t arg = jh_plan_arg(plan, at, k);
    if (arg != JH_NONE) blank_below(data, arg, level, row);
  }
}

static void blank_missing(jh_dataset *data, const jh_case *test, const uint32_t *index) {
  for (size_t i = 0; i < test->row_count; i++) {
    const jh_case_row *given = &test->rows[i];
    for (size_t k = 0; k < given->value_count; k++) {
      const jh_case_value *value = &given->values[k];
      if (!value->is_quantity || !value->is_missing) continue;
      blank_below(data, data->plan->quantities[value->index].use, given->level, index[i]);
    }
  }
}

static jh_code fill_row(
    jh_dataset *data, const jh_case *test, size_t i, const uint32_t *index, jh_error *err) {
  const jh_case_row *given = &test->rows[i];
  jh_rows *rows = &data->levels[given->level];
  uint32_t row = index[i];
  if (rows->parent && given->parent != JH_NONE) rows->parent[row] = index[given->parent];
  if (rows->stages && given->stage != JH_NONE) rows->stages[row] = (uint8_t)given->stage;
  jh_code code = JH_OK;
  for (size_t k = 0; k < given->value_count && !code; k++) {
    const jh_case_value *value = &given->values[k];
    code = value->is_quantity ? put_quantity(data, given->level, row, value, &test->place, err)
                              : put_cell(data, given->level, row, value, &test->place, err);
  }
  return code;
}

static jh_code fill(
    jh_dataset *data, const jh_case *test, const uint32_t *index, const uint32_t *counts,
    jh_error *err) {
  jh_code code = lay_out(data, counts, err);
  for (size_t i = 0; i < test->row_count && !code; i++) code = fill_row(data, test, i, index, err);
  if (!code) blank_missing(data, test, index);
  if (!code) code = jh_dataset_link(data, err);
  if (!code) code = jh_units_make(data->plan, data, err);
  return code;
}

jh_code jh_case_data_make(
    jh_dataset **out, uint32_t *subject, const jh_plan *plan, const jh_case *test, jh_error *err) {
  uint32_t *counts = jh_alloc_get((plan->level_count + 1) * sizeof *counts);
  uint32_t *index = counts ? number_rows(plan, test, counts) : NULL;
  jh_dataset *data = NULL;
  jh_code code = index ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_dataset_open(&data, plan, err);
  if (!code) code = fill(data, test, index, counts, err);
  if (!code) {
    *subject = index[test->subject];
    *out = data;
  } else {
    jh_dataset_close(data);
  }
  jh_alloc_free(counts);
  jh_alloc_free(index);
  return code;
}
