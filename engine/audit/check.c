/* check.c - see check.h. */
#include "audit/check.h"

#include <string.h>

static bool fill(const jh_audit *audit, uint32_t level, jh_check_table *out) {
  uint32_t table = audit->plan->levels[level].table;
  if (table == JH_NONE) return false;
  *out = (jh_check_table){
      .level = level,
      .table = table,
      .def = &audit->plan->tables[table],
      .rows = &audit->dataset->levels[level],
      .before = audit->before ? &audit->before->levels[level] : NULL};
  return out->rows->codes || out->rows->count == 0;
}

bool jh_check_counties(const jh_audit *audit, jh_check_table *out) {
  for (uint32_t level = 0; level < audit->plan->level_count; level++) {
    if (audit->plan->levels[level].parent == JH_NONE) return fill(audit, level, out);
  }
  return false;
}

bool jh_check_schools(const jh_audit *audit, jh_check_table *out) {
  jh_check_table counties;
  uint32_t level = jh_plan_level(audit->plan, jh_str_of("school"));
  if (level == JH_NONE || !jh_check_counties(audit, &counties)) return false;
  return audit->plan->levels[level].parent == counties.level && fill(audit, level, out);
}

/* Which stage, as a number; -1 where it is not known. */
static int stage_of(const jh_check_table *table, const jh_rows *rows, uint32_t row) {
  const jh_column *stages = jh_check_column(table, rows, table->def->stage_column);
  return jh_column_known(stages, row) && stages->marks ? stages->marks[row] : -1;
}

uint32_t jh_check_match(
    const jh_check_table *table, const jh_rows *rows, uint32_t row, const jh_dataset *other) {
  const jh_rows *in = &other->levels[table->level];
  uint32_t found = jh_dataset_find(other, table->level, rows->codes[row]);
  if (found == JH_NONE || table->def->stage_column == JH_NONE) return found;
  int stage = stage_of(table, rows, row);
  for (; found < in->count && jh_str_equal(in->codes[found], rows->codes[row]); found++) {
    if (stage_of(table, in, found) == stage) return found;
  }
  return JH_NONE;
}

uint32_t jh_check_find(const jh_check_table *table, const char *id) {
  for (uint32_t i = 0; i < table->def->column_count; i++) {
    if (strcmp(table->def->columns[i].id, id) == 0) return i;
  }
  return JH_NONE;
}

const jh_column *jh_check_column(
    const jh_check_table *table, const jh_rows *rows, uint32_t column) {
  if (!rows || !rows->columns || column >= table->def->column_count) return NULL;
  return rows->columns[column];
}

bool jh_check_number(const jh_column *column, size_t row, int64_t *out) {
  if (!jh_column_known(column, row) || !jh_column_is_number(column)) return false;
  *out = jh_column_number(column, row);
  return true;
}

jh_audit_cell jh_check_cell(const jh_check_table *table, uint32_t row, uint32_t column) {
  return (jh_audit_cell){.table = table->table, .row = row, .column = column};
}

jh_audit_cell jh_check_cell_before(const jh_check_table *table, uint32_t row, uint32_t column) {
  return (jh_audit_cell){table->table, row, column, true};
}

const char *jh_check_text(char out[JH_CHECK_TEXT], jh_str text) {
  jh_str_copy(out, JH_CHECK_TEXT, text);
  return out;
}

const char *jh_check_figure(char out[JH_CHECK_TEXT], const jh_column *column, size_t row) {
  char number[JH_DEC_TEXT];
  int64_t value;
  if (!jh_check_number(column, row, &value)) return jh_check_text(out, jh_str_of("—"));
  return jh_check_text(out, jh_str_of(jh_dec_text(number, (jh_dec){value, column->scale})));
}

__extension__ typedef unsigned __int128 wide;

bool jh_check_is_over(int64_t a, int64_t b, jh_dec factor) {
  if (a < 0 || b < 0 || factor.mantissa < 0) return false;
  wide left = (wide)(uint64_t)a * (uint64_t)jh_dec_power10(factor.scale);
  return left > (wide)(uint64_t)b * (uint64_t)factor.mantissa;
}

bool jh_check_is_under(int64_t a, int64_t b, jh_dec factor) {
  if (a < 0 || b < 0 || factor.mantissa < 0) return false;
  wide left = (wide)(uint64_t)a * (uint64_t)jh_dec_power10(factor.scale);
  return left < (wide)(uint64_t)b * (uint64_t)factor.mantissa;
}

const char *jh_check_unit(const jh_column_def *def) { return def->unit_text ? def->unit_text : ""; }

bool jh_check_is_figure(const jh_column_def *def) {
  bool is_number = def->type == JH_COLUMN_COUNT || def->type == JH_COLUMN_DECIMAL;
  const char *unit = jh_check_unit(def);
  return is_number && unit[0] && strcmp(unit, "year") != 0;
}
