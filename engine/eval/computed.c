/* computed.c - the store of values that functions of the pack gave. */
#include "eval/computed.h"

#include "base/alloc.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_code jh_computed_open(jh_computed **out, size_t node_count, jh_error *err) {
  jh_computed *computed = jh_alloc_get(sizeof *computed);
  if (!computed) return out_of_memory(err);
  computed->node_count = node_count;
  computed->columns = jh_alloc_get((node_count + 1) * sizeof *computed->columns);
  if (!computed->columns) {
    jh_alloc_free(computed);
    return out_of_memory(err);
  }
  *out = computed;
  return JH_OK;
}

void jh_computed_close(jh_computed *computed) {
  if (!computed) return;
  for (size_t n = 0; n < computed->node_count; n++) {
    jh_computed_column *column = &computed->columns[n];
    for (size_t row = 0; row < column->count; row++) {
      if (column->is_known[row]) jh_rat_done(&column->values[row]);
    }
    jh_alloc_free(column->is_known);
    jh_alloc_free(column->values);
  }
  jh_alloc_free(computed->columns);
  jh_alloc_free(computed);
}

jh_code jh_computed_make(jh_computed *computed, uint32_t node, size_t rows, jh_error *err) {
  jh_computed_column *column = &computed->columns[node];
  column->is_known = jh_alloc_get((rows + 1) * sizeof *column->is_known);
  column->values = jh_alloc_get((rows + 1) * sizeof *column->values);
  if (!column->is_known || !column->values) return out_of_memory(err);
  column->count = rows;
  return JH_OK;
}

void jh_computed_put(jh_computed *computed, uint32_t node, uint32_t row, const jh_rat *value) {
  jh_computed_column *column = &computed->columns[node];
  if (!column->is_known[row]) jh_rat_init(&column->values[row]);
  jh_rat_set(&column->values[row], value);
  column->is_known[row] = true;
}

void jh_computed_forget(jh_computed *computed, uint32_t node, uint32_t row) {
  jh_computed_column *column = &computed->columns[node];
  if (column->is_known[row]) jh_rat_done(&column->values[row]);
  column->is_known[row] = false;
}

static const jh_rat *find(const jh_computed *computed, uint32_t node, uint32_t row) {
  if (!computed || row >= computed->columns[node].count) return NULL;
  const jh_computed_column *column = &computed->columns[node];
  return column->is_known[row] ? &column->values[row] : NULL;
}

void jh_computed_number(const jh_computed *computed, uint32_t node, uint32_t row, jh_range *out) {
  const jh_rat *value = find(computed, node, row);
  if (value)
    jh_range_set_rat(out, value);
  else
    jh_range_set_all(out);
}

jh_tri jh_computed_condition(const jh_computed *computed, uint32_t node, uint32_t row) {
  const jh_rat *value = find(computed, node, row);
  if (!value) return JH_UNKNOWN;
  return jh_rat_sign(value) != 0 ? JH_TRUE : JH_FALSE;
}
