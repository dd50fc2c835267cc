/* twin_lists.c - check: lists without a key below the schools (rooms) that stand twice.
 *
 * Either two schools of a county have the same list, record by record, or within one school every
 * record stands twice. Rows of a school stand in the order of what they hold, so equal ones
 * are neighbours. A list that consists of one or two kinds of records says nothing: rooms built to a
 * standard are alike.
 */
#include <stdlib.h>

#include "audit/check.h"
#include "base/alloc.h"

enum { LEAST_DISTINCT = 3, MOST_CELLS = 64 };

typedef struct group {
  uint64_t digest;
  uint32_t school, from, to;
  uint32_t distinct;
} group;

typedef struct walk {
  jh_audit *audit;
  jh_check_table lists, schools, counties;
  group *groups;
} walk;

static uint64_t digest_text(uint64_t sum, jh_str text) {
  for (size_t i = 0; i < text.size; i++) {
    sum = (sum ^ (unsigned char)text.at[i]) * 1099511628211U;
  }
  return sum;
}

static uint64_t digest_cell(uint64_t sum, const jh_column *column, uint32_t row) {
  if (!jh_column_known(column, row)) return (sum ^ 0x5bd1e995U) * 1099511628211U;
  if (column->texts) return digest_text(sum, column->texts[row]);
  uint64_t value =
      jh_column_is_number(column) ? (uint64_t)jh_column_number(column, row) : column->marks[row];
  return (sum ^ value) * 1099511628211U;
}

static const jh_column *cells_of(const walk *w, uint32_t column) {
  if (column == w->lists.def->parent_column) return NULL;
  return jh_check_column(&w->lists, w->lists.rows, column);
}

static uint64_t digest_row(const walk *w, uint32_t row) {
  uint64_t sum = 1469598103934665603U;
  for (uint32_t i = 0; i < w->lists.def->column_count; i++) {
    if (cells_of(w, i)) sum = digest_cell(sum, cells_of(w, i), row);
  }
  return sum;
}

static bool is_same_cell(const jh_column *column, uint32_t a, uint32_t b) {
  bool is_known = jh_column_known(column, a);
  if (is_known != jh_column_known(column, b)) return false;
  if (!is_known) return true;
  if (column->texts) return jh_str_equal(column->texts[a], column->texts[b]);
  return jh_column_is_number(column) ? jh_column_number(column, a) == jh_column_number(column, b)
                                     : column->marks[a] == column->marks[b];
}

static bool is_same_row(const walk *w, uint32_t a, uint32_t b) {
  for (uint32_t i = 0; i < w->lists.def->column_count; i++) {
    const jh_column *column = cells_of(w, i);
    if (column && !is_same_cell(column, a, b)) return false;
  }
  return true;
}

static jh_code tell(walk *w, jh_audit_kind kind, const group *a, const group *b, jh_error *err) {
  jh_audit_cell cells[MOST_CELLS], others[MOST_CELLS];
  char x[JH_CHECK_TEXT], y[JH_CHECK_TEXT], count[24];
  size_t kept = 0;
  for (uint32_t i = 0; i < b->to - b->from && kept < MOST_CELLS; i++, kept++) {
    cells[kept] = jh_check_cell(&w->lists, b->from + i, JH_NONE);
    others[kept] = jh_check_cell(&w->lists, a->from + i, JH_NONE);
  }
  bool is_two = kind == JH_AUDIT_TWIN_LIST;
  jh_check_text(x, w->schools.rows->codes[a->school]);
  jh_check_text(y, w->schools.rows->codes[b->school]);
  jh_arg_int(count, (int64_t)(b->to - b->from));
  jh_audit_problem problem = {
      .kind = kind,
      .cells = cells,
      .cell_count = kept,
      .others = others,
      .other_count = is_two ? kept : 0,
      .args = {w->lists.def->id, x, is_two ? y : count, is_two ? count : NULL}};
  return jh_audit_add(w->audit, &problem, err);
}

/* Does every record of the group stand an even number of times? */
static bool is_doubled(const walk *w, const group *g) {
  for (uint32_t i = g->from; i < g->to;) {
    uint32_t end = i + 1;
    while (end < g->to && is_same_row(w, i, end)) end++;
    if ((end - i) % 2 != 0) return false;
    i = end;
  }
  return g->distinct >= LEAST_DISTINCT;
}

static bool is_same_list(const walk *w, const group *a, const group *b) {
  if (a->to - a->from != b->to - b->from) return false;
  for (uint32_t i = 0; i < a->to - a->from; i++) {
    if (!is_same_row(w, a->from + i, b->from + i)) return false;
  }
  return true;
}

static int by_digest(const void *a, const void *b) {
  const group *x = a, *y = b;
  if (x->digest != y->digest) return x->digest < y->digest ? -1 : 1;
  return (x->school > y->school) - (x->school < y->school);
}

static group read_group(const walk *w, uint32_t school) {
  group g = {.school = school, .digest = 1469598103934665603U};
  jh_dataset_range(w->audit->dataset, w->lists.level, w->schools.level, school, &g.from, &g.to);
  for (uint32_t i = g.from; i < g.to; i++) {
    g.digest = (g.digest ^ digest_row(w, i)) * 1099511628211U;
    if (i == g.from || !is_same_row(w, i - 1, i)) g.distinct++;
  }
  return g;
}

static jh_code check_county(walk *w, uint32_t county, jh_error *err) {
  uint32_t from, to;
  size_t count = 0;
  jh_code code = JH_OK;
  jh_dec least = jh_audit_limit(w->audit, JH_AUDIT_TWIN_LIST);
  jh_dataset_range(w->audit->dataset, w->schools.level, w->counties.level, county, &from, &to);
  for (uint32_t school = from; school < to && !code; school++) {
    group g = read_group(w, school);
    if (jh_check_is_under(g.to - g.from, 1, least)) continue;
    if (is_doubled(w, &g)) code = tell(w, JH_AUDIT_LIST_DOUBLED, &g, &g, err);
    if (g.distinct >= LEAST_DISTINCT) w->groups[count++] = g;
  }
  qsort(w->groups, count, sizeof *w->groups, by_digest);
  for (size_t i = 1; i < count && !code; i++) {
    const group *a = &w->groups[i - 1], *b = &w->groups[i];
    if (a->digest == b->digest && is_same_list(w, a, b))
      code = tell(w, JH_AUDIT_TWIN_LIST, a, b, err);
  }
  return code;
}

static jh_code check_table(walk *w, uint32_t table, jh_error *err) {
  const jh_plan *plan = w->audit->plan;
  jh_code code = JH_OK;
  w->lists = (jh_check_table){
      .table = table, .def = &plan->tables[table], .level = plan->tables[table].level};
  w->lists.rows = &w->audit->dataset->levels[w->lists.level];
  if (w->lists.rows->count == 0) return JH_OK;
  for (uint32_t county = 0; county < w->counties.rows->count && !code; county++) {
    code = check_county(w, county, err);
  }
  return code;
}

jh_code jh_audit_twin_lists(jh_audit *audit, jh_error *err) {
  walk w = {.audit = audit};
  jh_code code = JH_OK;
  if (!jh_check_schools(audit, &w.schools) || !w.schools.rows->count) return JH_OK;
  if (!jh_check_counties(audit, &w.counties)) return JH_OK;
  w.groups = jh_alloc_get((w.schools.rows->count + 1) * sizeof *w.groups);
  if (!w.groups) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t t = 0; t < audit->plan->table_count && !code; t++) {
    const jh_table_def *def = &audit->plan->tables[t];
    bool is_list = def->key_column == JH_NONE && def->parent == w.schools.table;
    if (is_list) code = check_table(&w, t, err);
  }
  jh_alloc_free(w.groups);
  return code;
}
