/* twins.c - check: two schools of a county that state the same areas and values, or the same teachers.
 *
 * Small and round numbers agree by chance. So of areas and values only figures of four digits or more count
 * (trailing zeros aside), and of teachers all columns must agree, with several different numbers of
 * 10 or more among them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/check.h"
#include "base/alloc.h"

enum { MOST_COLUMNS = 48, LEAST_TEACHERS = 10 };

typedef struct entry {
  int64_t first, second;
  uint32_t row;
} entry;

typedef struct walk {
  jh_audit *audit;
  jh_check_table schools, counties;
  uint32_t columns[MOST_COLUMNS]; /* the columns that are compared */
  size_t column_count;
  entry *entries;
  size_t count;
} walk;

static int by_value(const void *a, const void *b) {
  const entry *x = a, *y = b;
  if (x->first != y->first) return x->first < y->first ? -1 : 1;
  if (x->second != y->second) return x->second < y->second ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

static const jh_column *cells_of(const walk *w, size_t index) {
  return jh_check_column(&w->schools, w->schools.rows, w->columns[index]);
}

/* A known figure of four digits or more, zeros at its end not counted. */
static bool read_telling(const walk *w, size_t index, uint32_t row, int64_t *out) {
  if (!jh_check_number(cells_of(w, index), row, out)) return false;
  int64_t digits = *out;
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  return digits >= 1000;
}

static bool is_shared(const walk *w, size_t index, uint32_t a, uint32_t b) {
  int64_t x, y;
  return read_telling(w, index, a, &x) && read_telling(w, index, b, &y) && x == y;
}

static jh_code tell(
    walk *w, jh_audit_kind kind, const uint32_t pair[2], const size_t *which, size_t count,
    jh_error *err) {
  jh_audit_cell cells[2 * MOST_COLUMNS];
  char a[JH_CHECK_TEXT], b[JH_CHECK_TEXT], list[160] = "";
  for (size_t i = 0; i < count; i++) {
    const char *id = w->schools.def->columns[w->columns[which[i]]].id;
    size_t used = strlen(list);
    cells[i] = jh_check_cell(&w->schools, pair[0], w->columns[which[i]]);
    cells[count + i] = jh_check_cell(&w->schools, pair[1], w->columns[which[i]]);
    if (used + strlen(id) + 3 < sizeof list) {
      (void)snprintf(list + used, sizeof list - used, "%s%s", used ? ", " : "", id);
    }
  }
  if (kind == JH_AUDIT_TWIN_TEACHERS) (void)snprintf(list, sizeof list, "%zu", count);
  jh_audit_problem problem = {
      .kind = kind,
      .cells = cells,
      .cell_count = 2 * count,
      .args = {
          jh_check_text(a, w->schools.rows->codes[pair[0]]),
          jh_check_text(b, w->schools.rows->codes[pair[1]]), list}};
  return jh_audit_add(w->audit, &problem, err);
}

/* Two rows that agree in columns x and y: told once, at the first two columns that they share. */
static jh_code check_figures(walk *w, const uint32_t pair[2], size_t x, size_t y, jh_error *err) {
  size_t which[MOST_COLUMNS], count = 0;
  jh_dec least = jh_audit_limit(w->audit, JH_AUDIT_TWIN_FIGURES);
  for (size_t i = 0; i < w->column_count; i++) {
    if (is_shared(w, i, pair[0], pair[1])) which[count++] = i;
  }
  if (count < 2 || which[0] != x || which[1] != y) return JH_OK;
  if (jh_check_is_under((int64_t)count, 1, least)) return JH_OK;
  return tell(w, JH_AUDIT_TWIN_FIGURES, pair, which, count, err);
}

/* Two rows of one school, in a table with a row for each stage. */
static bool is_one_school(const walk *w, const uint32_t pair[2]) {
  return jh_str_equal(w->schools.rows->codes[pair[0]], w->schools.rows->codes[pair[1]]);
}

static jh_code check_pair_of_columns(
    walk *w, uint32_t from, uint32_t to, const size_t xy[2], jh_error *err) {
  jh_code code = JH_OK;
  w->count = 0;
  for (uint32_t row = from; row < to; row++) {
    entry e = {.row = row};
    if (read_telling(w, xy[0], row, &e.first) && read_telling(w, xy[1], row, &e.second))
      w->entries[w->count++] = e;
  }
  qsort(w->entries, w->count, sizeof *w->entries, by_value);
  for (size_t i = 1; i < w->count && !code; i++) {
    const entry *a = &w->entries[i - 1], *b = &w->entries[i];
    uint32_t pair[2] = {a->row, b->row};
    if (a->first != b->first || a->second != b->second || is_one_school(w, pair)) continue;
    code = check_figures(w, pair, xy[0], xy[1], err);
  }
  return code;
}

static jh_code check_county_figures(walk *w, uint32_t from, uint32_t to, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t x = 0; x < w->column_count && !code; x++) {
    for (size_t y = x + 1; y < w->column_count && !code; y++) {
      size_t xy[2] = {x, y};
      code = check_pair_of_columns(w, from, to, xy, err);
    }
  }
  return code;
}

/* What all teachers of a row come to, as a number to sort by; equal rows have equal ones. */
static int64_t digest(const walk *w, uint32_t row) {
  uint64_t sum = 1469598103934665603U;
  for (size_t i = 0; i < w->column_count; i++) {
    int64_t value = -1;
    (void)jh_check_number(cells_of(w, i), row, &value);
    sum = (sum ^ (uint64_t)value) * 1099511628211U;
  }
  return (int64_t)sum;
}

/* Do two rows agree in every column? *distinct counts the different numbers of 10 or more. */
static bool is_same(const walk *w, const uint32_t pair[2], size_t *distinct) {
  int64_t seen[MOST_COLUMNS];
  *distinct = 0;
  for (size_t i = 0; i < w->column_count; i++) {
    int64_t a = -1, b = -1;
    (void)jh_check_number(cells_of(w, i), pair[0], &a);
    (void)jh_check_number(cells_of(w, i), pair[1], &b);
    if (a != b) return false;
    bool is_new = a >= LEAST_TEACHERS;
    for (size_t k = 0; k < *distinct && is_new; k++) is_new = seen[k] != a;
    if (is_new) seen[(*distinct)++] = a;
  }
  return true;
}

static jh_code check_county_teachers(walk *w, uint32_t from, uint32_t to, jh_error *err) {
  jh_code code = JH_OK;
  size_t which[MOST_COLUMNS], distinct;
  jh_dec least = jh_audit_limit(w->audit, JH_AUDIT_TWIN_TEACHERS);
  for (size_t i = 0; i < w->column_count; i++) which[i] = i;
  w->count = 0;
  for (uint32_t row = from; row < to; row++) {
    w->entries[w->count++] = (entry){.first = digest(w, row), .row = row};
  }
  qsort(w->entries, w->count, sizeof *w->entries, by_value);
  for (size_t i = 1; i < w->count && !code; i++) {
    uint32_t pair[2] = {w->entries[i - 1].row, w->entries[i].row};
    if (w->entries[i - 1].first != w->entries[i].first || !is_same(w, pair, &distinct)) continue;
    if (is_one_school(w, pair)) continue;
    if (jh_check_is_under((int64_t)distinct, 1, least)) continue;
    code = tell(w, JH_AUDIT_TWIN_TEACHERS, pair, which, w->column_count, err);
  }
  return code;
}

static void choose(walk *w, bool (*is_wanted)(const jh_column_def *)) {
  w->column_count = 0;
  for (uint32_t i = 0; i < w->schools.def->column_count; i++) {
    bool is_there = jh_check_column(&w->schools, w->schools.rows, i) != NULL;
    if (is_there && w->column_count < MOST_COLUMNS && is_wanted(&w->schools.def->columns[i]))
      w->columns[w->column_count++] = i;
  }
}

/* Areas and assets; funds follow from the number of students and agree without meaning anything. */
static bool is_facility(const jh_column_def *def) {
  const char *unit = jh_check_unit(def);
  if (def->type != JH_COLUMN_DECIMAL || strstr(def->id, "funds")) return false;
  return strcmp(unit, "m2") == 0 || strcmp(unit, "wan_yuan") == 0;
}

static bool is_of_teachers(const jh_column_def *def) {
  return def->type == JH_COLUMN_COUNT && strcmp(jh_check_unit(def), "teacher") == 0;
}

static jh_code check_counties(
    walk *w, jh_code (*check)(walk *, uint32_t, uint32_t, jh_error *), jh_error *err) {
  jh_code code = JH_OK;
  for (uint32_t county = 0; county < w->counties.rows->count && !code; county++) {
    uint32_t from, to;
    jh_dataset_range(w->audit->dataset, w->schools.level, w->counties.level, county, &from, &to);
    code = check(w, from, to, err);
  }
  return code;
}

jh_code jh_audit_twins(jh_audit *audit, jh_error *err) {
  walk w = {.audit = audit};
  jh_code code = JH_OK;
  if (!jh_check_schools(audit, &w.schools) || w.schools.rows->count < 2) return JH_OK;
  if (!jh_check_counties(audit, &w.counties)) return JH_OK;
  w.entries = jh_alloc_get((w.schools.rows->count + 1) * sizeof *w.entries);
  if (!w.entries) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (jh_audit_is_on(audit, JH_AUDIT_TWIN_FIGURES)) {
    choose(&w, is_facility);
    code = check_counties(&w, check_county_figures, err);
  }
  if (!code && jh_audit_is_on(audit, JH_AUDIT_TWIN_TEACHERS)) {
    choose(&w, is_of_teachers);
    code = check_counties(&w, check_county_teachers, err);
  }
  jh_alloc_free(w.entries);
  return code;
}
