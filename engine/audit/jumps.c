/* jumps.c - check: the figures of one county or school in two years: jumps, falls to 0, blanks, a form handed in
 * twice.
 *
 * A figure jumps when it is more than `limit` times the other year's and the difference is more than a
 * floor, which depends on the unit: small numbers jump without meaning anything.
 */
#include <string.h>

#include "audit/check.h"

enum { MOST_CELLS = 8 };

/* The least difference that is told, in the unit. */
static const struct {
  const char *unit;
  int64_t floor;
} floors[] = {{"student", 100}, {"teacher", 20},  {"class", 6},   {"room", 6},
              {"m2", 1000},     {"wan_yuan", 50}, {"place", 100}, {"yuan/person", 10000}};

typedef struct pair {
  jh_audit *audit;
  const jh_check_table *table;
  const bool *needed; /* by column: rules read it; NULL = all are looked at */
  uint32_t old, row;
} pair;

typedef struct found {
  jh_audit_cell cells[MOST_CELLS], others[MOST_CELLS];
  size_t count; /* of columns; cells are kept of the first ones */
} found;

/* Is a change more than the floor of its unit, or than the given part of it? */
static bool is_above_floor(const jh_column_def *def, int64_t a, int64_t b, int64_t part) {
  int64_t difference = a > b ? a - b : b - a;
  for (size_t i = 0; i < sizeof floors / sizeof floors[0]; i++) {
    if (strcmp(jh_check_unit(def), floors[i].unit) != 0) continue;
    return difference > floors[i].floor * jh_dec_power10(def->scale) / part;
  }
  return false;
}

static bool read_both(const pair *p, uint32_t column, int64_t *old, int64_t *new) {
  if (!jh_check_is_figure(&p->table->def->columns[column])) return false;
  return jh_check_number(jh_check_column(p->table, p->table->before, column), p->old, old) &&
         jh_check_number(jh_check_column(p->table, p->table->rows, column), p->row, new);
}

static void keep(const pair *p, uint32_t column, found *out) {
  if (out->count < MOST_CELLS) {
    out->cells[out->count] = jh_check_cell(p->table, p->row, column);
    out->others[out->count] = jh_check_cell_before(p->table, p->old, column);
  }
  out->count++;
}

static jh_code tell(const pair *p, jh_audit_kind kind, const found *f, jh_error *err) {
  char old[JH_CHECK_TEXT], new[JH_CHECK_TEXT], count[24];
  uint32_t column = f->cells[0].column;
  size_t kept = f->count < MOST_CELLS ? f->count : MOST_CELLS;
  jh_check_figure(old, jh_check_column(p->table, p->table->before, column), p->old);
  jh_check_figure(new, jh_check_column(p->table, p->table->rows, column), p->row);
  jh_arg_int(count, (int64_t)f->count);
  bool is_jump = kind == JH_AUDIT_YEAR_JUMP;
  jh_audit_problem problem = {
      .kind = kind,
      .cells = f->cells,
      .cell_count = kept,
      .others = f->others,
      .other_count = kept,
      .args = {
          p->table->def->columns[column].id, old, is_jump ? new : count, is_jump ? count : NULL}};
  return jh_audit_add(p->audit, &problem, err);
}

static jh_code check_jumps(const pair *p, jh_error *err) {
  found jumps = {.count = 0}, falls = {.count = 0};
  jh_dec limit = jh_audit_limit(p->audit, JH_AUDIT_YEAR_JUMP);
  for (uint32_t i = 0; i < p->table->def->column_count; i++) {
    int64_t old, new;
    if (!read_both(p, i, &old, &new) || old == new) continue;
    const jh_column_def *def = &p->table->def->columns[i];
    if (old > 0 && new == 0) {
      if (is_above_floor(def, old, 0, 10)) keep(p, i, &falls);
    } else if (
        (jh_check_is_over(old, new, limit) || jh_check_is_over(new, old, limit)) &&
        is_above_floor(def, old, new, 1)) {
      keep(p, i, &jumps);
    }
  }
  jh_code code = jumps.count ? tell(p, JH_AUDIT_YEAR_JUMP, &jumps, err) : JH_OK;
  return code || !falls.count ? code : tell(p, JH_AUDIT_FELL_TO_ZERO, &falls, err);
}

/* Figures of the year before, no small ones, that nobody states any more; a column that no file has is told once, when it is
 * read. */
static jh_code check_blanks(const pair *p, jh_error *err) {
  found blanks = {.count = 0};
  for (uint32_t i = 0; i < p->table->def->column_count; i++) {
    const jh_column *before = jh_check_column(p->table, p->table->before, i);
    const jh_column *now = jh_check_column(p->table, p->table->rows, i);
    const jh_column_def *def = &p->table->def->columns[i];
    int64_t old, new;
    if (!now || (p->needed && !p->needed[i]) || !jh_check_is_figure(def)) continue;
    if (!jh_check_number(before, p->old, &old) || jh_check_number(now, p->row, &new)) continue;
    if (is_above_floor(def, old, 0, 10)) keep(p, i, &blanks);
  }
  return blanks.count ? tell(p, JH_AUDIT_BLANK_SINCE, &blanks, err) : JH_OK;
}

/* Every figure that is known in a year is known in the other and the same. */
static jh_code check_copy(const pair *p, jh_error *err) {
  size_t same = 0;
  bool has_students = false;
  char code[JH_CHECK_TEXT], count[24];
  jh_dec limit = jh_audit_limit(p->audit, JH_AUDIT_COPIED_FORM);
  for (uint32_t i = 0; i < p->table->def->column_count; i++) {
    const jh_column_def *def = &p->table->def->columns[i];
    const jh_column *before = jh_check_column(p->table, p->table->before, i);
    const jh_column *now = jh_check_column(p->table, p->table->rows, i);
    int64_t old = 0, new = 0;
    if (!jh_check_is_figure(def)) continue;
    if (jh_check_number(before, p->old, &old) != jh_check_number(now, p->row, &new)) return JH_OK;
    if (old != new) return JH_OK;
    same += new != 0;
    if (new >= 20 && strcmp(jh_check_unit(def), "student") == 0) has_students = true;
  }
  if (!has_students || jh_check_is_under((int64_t)same, 1, limit)) return JH_OK;
  return jh_audit_add_cell(
      p->audit, JH_AUDIT_COPIED_FORM, jh_check_cell(p->table, p->row, JH_NONE), err,
      jh_check_text(code, p->table->rows->codes[p->row]), jh_arg_int(count, (int64_t)same), NULL);
}

static jh_code check_table(
    jh_audit *audit, const jh_check_table *table, bool *const *needed, jh_error *err) {
  jh_code code = JH_OK;
  for (uint32_t row = 0; row < table->rows->count && !code; row++) {
    uint32_t old = jh_check_match(table, table->rows, row, audit->before);
    pair p = {audit, table, needed ? needed[table->table] : NULL, old, row};
    if (old == JH_NONE) continue;
    code = check_jumps(&p, err);
    if (!code) code = check_blanks(&p, err);
    if (!code) code = check_copy(&p, err);
  }
  return code;
}

jh_code jh_audit_jumps(jh_audit *audit, jh_error *err) {
  jh_check_table counties, schools;
  jh_slice_source source = {.needed = NULL};
  if (!audit->before || !jh_check_counties(audit, &counties) || !counties.rows->codes) return JH_OK;
  jh_code code = audit->run ? jh_slice_source_of(&source, audit->run, audit->arena, err) : JH_OK;
  if (!code) code = check_table(audit, &counties, source.needed, err);
  if (code || !jh_check_schools(audit, &schools) || !schools.rows->codes) return code;
  return check_table(audit, &schools, source.needed, err);
}
