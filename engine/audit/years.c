/* years.c - check: schools of two years: gone, new, under another code, of another type, in another county.
 *
 * A school keeps its code when it is renamed; a new type ends it. So a code that comes or goes is news, and the
 * same name under another code a question.
 */
#include <stdio.h>

#include "audit/succession.h"
#include "base/map.h"
#include "base/utf8.h"

typedef struct walk {
  jh_audit *audit;
  jh_check_table schools, counties;
  jh_succession list;
  uint32_t type;
  jh_map *fresh;    /* new schools by county and name: "370102 东风小学" */
  bool *is_recoded; /* by row now */
} walk;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_str name_of(const jh_rows *rows, uint32_t row) {
  return rows->names ? rows->names[row] : (jh_str){0};
}

/* County's row and name as one key; NULL when memory is out. */
static char *key_of(walk *w, uint32_t county, jh_str name) {
  char text[512], number[24];
  jh_str_copy(number, sizeof number, jh_str_of(jh_arg_int(text, (int64_t)county)));
  char *folded = jh_utf8_fold(w->audit->arena, name);
  if (!folded) return NULL;
  int size = snprintf(text, sizeof text, "%s %s", number, folded);
  return size > 0 ? jh_arena_text(w->audit->arena, jh_str_of(text)) : NULL;
}

static uint32_t find_before(const walk *w, uint32_t row) {
  return jh_check_match(&w->schools, w->schools.rows, row, w->audit->before);
}

static uint32_t find_now(const walk *w, uint32_t row) {
  return jh_check_match(&w->schools, w->schools.before, row, w->audit->dataset);
}

static jh_code list_fresh(walk *w, jh_error *err) {
  w->fresh = jh_map_open(64);
  w->is_recoded = jh_arena_get(w->audit->arena, w->schools.rows->count + 1);
  if (!w->fresh || !w->is_recoded) return out_of_memory(err);
  for (uint32_t row = 0; row < w->schools.rows->count; row++) {
    if (find_before(w, row) != JH_NONE || name_of(w->schools.rows, row).size == 0) continue;
    char *key = key_of(w, w->schools.rows->parent[row], name_of(w->schools.rows, row));
    if (!key || jh_map_add(w->fresh, jh_str_of(key), row) == JH_MAP_NONE) return out_of_memory(err);
  }
  return JH_OK;
}

/* The county of now in which a school of the year before is looked for by name. */
static uint32_t county_now(const walk *w, uint32_t school) {
  uint32_t old = w->schools.before->parent[school];
  uint32_t same =
      jh_dataset_find(w->audit->dataset, w->counties.level, w->counties.before->codes[old]);
  if (same != JH_NONE) return same;
  return w->list.told[old] != JH_NONE ? w->list.told[old] : w->list.probable[old];
}

static jh_code check_gone(walk *w, uint32_t row, jh_error *err) {
  char code[JH_CHECK_TEXT], name[JH_CHECK_TEXT], now[JH_CHECK_TEXT];
  jh_str named = name_of(w->schools.before, row);
  uint32_t county = county_now(w, row), fresh = JH_MAP_NONE;
  if (find_now(w, row) != JH_NONE) return JH_OK;
  jh_audit_cell old = jh_check_cell_before(&w->schools, row, w->schools.def->key_column);
  jh_check_text(code, w->schools.before->codes[row]);
  jh_check_text(name, named);
  if (county != JH_NONE && named.size) {
    char *key = key_of(w, county, named);
    if (!key) return out_of_memory(err);
    fresh = jh_map_find(w->fresh, jh_str_of(key));
  }
  if (fresh == JH_MAP_NONE) {
    return jh_audit_add_cell(w->audit, JH_AUDIT_SCHOOL_VANISHED, old, err, code, name, NULL);
  }
  w->is_recoded[fresh] = true;
  jh_audit_cell cell = jh_check_cell(&w->schools, fresh, w->schools.def->key_column);
  jh_audit_problem problem = {
      .kind = JH_AUDIT_SCHOOL_RECODED,
      .cells = &cell,
      .cell_count = 1,
      .others = &old,
      .other_count = 1,
      .args = {code, name, jh_check_text(now, w->schools.rows->codes[fresh])}};
  return jh_audit_add(w->audit, &problem, err);
}

static jh_code check_new(walk *w, uint32_t row, jh_error *err) {
  char code[JH_CHECK_TEXT], name[JH_CHECK_TEXT];
  if (w->is_recoded[row]) return JH_OK;
  return jh_audit_add_cell(
      w->audit, JH_AUDIT_SCHOOL_APPEARED,
      jh_check_cell(&w->schools, row, w->schools.def->key_column), err,
      jh_check_text(code, w->schools.rows->codes[row]),
      jh_check_text(name, name_of(w->schools.rows, row)), NULL);
}

/* One cell now, held against the same of the year before. */
static jh_code tell(
    walk *w, jh_audit_kind kind, const uint32_t rows[2], uint32_t column, const char *const args[4],
    jh_error *err) {
  jh_audit_cell cell = jh_check_cell(&w->schools, rows[1], column);
  jh_audit_cell old = jh_check_cell_before(&w->schools, rows[0], column);
  jh_audit_problem problem = {
      .kind = kind, .cells = &cell, .cell_count = 1, .others = &old, .other_count = 1};
  for (size_t i = 0; i < 4; i++) problem.args[i] = args[i];
  return jh_audit_add(w->audit, &problem, err);
}

static jh_code check_type(walk *w, const uint32_t rows[2], jh_error *err) {
  const jh_column *old = jh_check_column(&w->schools, w->schools.before, w->type);
  const jh_column *new = jh_check_column(&w->schools, w->schools.rows, w->type);
  char code[JH_CHECK_TEXT];
  if (!jh_column_known(old, rows[0]) || !jh_column_known(new, rows[1])) return JH_OK;
  if (!old->marks || !new->marks || old->marks[rows[0]] == new->marks[rows[1]]) return JH_OK;
  const jh_choice *choices = w->schools.def->columns[w->type].choices;
  const char *args[4] = {
      jh_check_text(code, w->schools.rows->codes[rows[1]]), choices[old->marks[rows[0]]].id,
      choices[new->marks[rows[1]]].id, NULL};
  return tell(w, JH_AUDIT_SCHOOL_TYPE_CHANGED, rows, w->type, args, err);
}

static jh_code check_county(walk *w, const uint32_t rows[2], jh_error *err) {
  uint32_t old = w->schools.before->parent[rows[0]], new = w->schools.rows->parent[rows[1]];
  char code[JH_CHECK_TEXT], name[JH_CHECK_TEXT], from[JH_CHECK_TEXT], to[JH_CHECK_TEXT];
  if (jh_succession_leads(&w->list, old, new)) return JH_OK;
  const char *args[4] = {
      jh_check_text(code, w->schools.rows->codes[rows[1]]),
      jh_check_text(name, name_of(w->schools.rows, rows[1])),
      jh_check_text(from, w->counties.before->codes[old]),
      jh_check_text(to, w->counties.rows->codes[new])};
  return tell(w, JH_AUDIT_SCHOOL_MOVED, rows, w->schools.def->parent_column, args, err);
}

static jh_code check_schools(walk *w, jh_error *err) {
  jh_code code = JH_OK;
  for (uint32_t row = 0; row < w->schools.before->count && !code; row++) {
    code = check_gone(w, row, err);
  }
  for (uint32_t row = 0; row < w->schools.rows->count && !code; row++) {
    uint32_t rows[2] = {find_before(w, row), row};
    if (rows[0] == JH_NONE) {
      code = check_new(w, row, err);
      continue;
    }
    code = check_type(w, rows, err);
    if (!code) code = check_county(w, rows, err);
  }
  return code;
}

jh_code jh_audit_years(jh_audit *audit, jh_error *err) {
  walk w = {.audit = audit};
  bool is_there;
  if (!audit->before || !jh_check_schools(audit, &w.schools)) return JH_OK;
  if (!jh_check_counties(audit, &w.counties) || !w.schools.rows->count) return JH_OK;
  if (!w.schools.before->count) return JH_OK;
  jh_code code = jh_succession_open(&w.list, audit, &is_there, err);
  if (code || !is_there) return code;
  w.type = jh_check_find(&w.schools, "school_type");
  code = list_fresh(&w, err);
  if (!code) code = check_schools(&w, err);
  jh_map_close(w.fresh);
  return code;
}
