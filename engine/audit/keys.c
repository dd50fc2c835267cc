/* keys.c - check: one entity under two keys: codes that differ in spelling only, names that stand twice.
 *
 * Equal keys are refused when the data are loaded; here are those that only look different.
 */
#include <stdlib.h>
#include <string.h>

#include "audit/check.h"
#include "base/alloc.h"
#include "base/utf8.h"

typedef struct entry {
  jh_str text; /* as compared */
  uint32_t row;
} entry;

static int by_text(const void *a, const void *b) {
  const entry *x = a, *y = b;
  int order = jh_str_compare(x->text, y->text);
  return order ? order : (x->row > y->row) - (x->row < y->row);
}

static bool is_plain(jh_str text) {
  for (size_t i = 0; i < text.size; i++) {
    if (text.at[i] < '0' || text.at[i] > '9') return false;
  }
  return true;
}

/* A code as it is compared: folded, without zeros at its beginning. */
static bool fold_code(jh_arena *arena, jh_str code, jh_str *out) {
  *out = code;
  if (!is_plain(code)) {
    char *folded = jh_utf8_fold(arena, code);
    if (!folded) return false;
    *out = jh_str_of(folded);
  }
  while (out->size > 1 && out->at[0] == '0') *out = (jh_str){out->at + 1, out->size - 1};
  return true;
}

static jh_code tell_spelling(
    jh_audit *audit, const jh_check_table *table, uint32_t a, uint32_t b, jh_error *err) {
  char x[JH_CHECK_TEXT], y[JH_CHECK_TEXT];
  uint32_t key = table->def->key_column;
  jh_audit_cell cells[3] = {
      jh_check_cell(table, b, key), jh_check_cell(table, a, key), jh_check_cell(table, b, JH_NONE)};
  jh_audit_problem problem = {
      .kind = JH_AUDIT_KEY_SPELLING,
      .cells = cells,
      .cell_count = 3, /* the later row may be one too many */
      .args = {jh_check_text(x, table->rows->codes[b]), jh_check_text(y, table->rows->codes[a])}};
  return jh_audit_add(audit, &problem, err);
}

/* Neighbours in the order of folded codes whose codes are not the same. */
static jh_code check_codes(jh_audit *audit, const jh_check_table *table, jh_error *err) {
  size_t count = table->rows->count;
  jh_arena *scratch = jh_arena_open();
  entry *entries = scratch ? jh_arena_get(scratch, (count + 1) * sizeof *entries) : NULL;
  bool ok = entries != NULL;
  for (uint32_t row = 0; ok && row < count; row++) {
    entries[row].row = row;
    ok = fold_code(scratch, table->rows->codes[row], &entries[row].text);
  }
  jh_code code = ok ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (ok) qsort(entries, count, sizeof *entries, by_text);
  for (size_t i = 1; i < count && !code; i++) {
    uint32_t a = entries[i - 1].row, b = entries[i].row;
    if (!jh_str_equal(entries[i - 1].text, entries[i].text)) continue;
    if (jh_str_equal(table->rows->codes[a], table->rows->codes[b])) continue; /* by stage */
    code = tell_spelling(audit, table, a, b, err);
  }
  jh_arena_close(scratch);
  return code;
}

static jh_code tell_name(
    jh_audit *audit, const jh_check_table *schools, jh_str county, const uint32_t rows[2],
    jh_error *err) {
  char name[JH_CHECK_TEXT], of[JH_CHECK_TEXT], x[JH_CHECK_TEXT], y[JH_CHECK_TEXT];
  uint32_t column = schools->def->name_column;
  const jh_str *codes = schools->rows->codes;
  if (jh_str_equal(codes[rows[0]], codes[rows[1]])) return JH_OK;
  jh_audit_cell cells[3] = {
      jh_check_cell(schools, rows[1], column), jh_check_cell(schools, rows[0], column),
      jh_check_cell(schools, rows[1], JH_NONE)};
  jh_audit_problem problem = {
      .kind = JH_AUDIT_NAME_TWICE,
      .cells = cells,
      .cell_count = 3,
      .args = {
          jh_check_text(name, schools->rows->names[rows[0]]), jh_check_text(of, county),
          jh_check_text(x, codes[rows[0]]), jh_check_text(y, codes[rows[1]])}};
  return jh_audit_add(audit, &problem, err);
}

/* The schools [from, to) of one county; entries has room for them. */
static jh_code check_names(
    jh_audit *audit, const jh_check_table *schools, jh_str county, entry *entries,
    const uint32_t range[2], jh_error *err) {
  size_t count = 0;
  jh_code code = JH_OK;
  jh_arena *scratch = jh_arena_open();
  for (uint32_t row = range[0]; scratch && row < range[1]; row++) {
    if (schools->rows->names[row].size == 0) continue;
    char *folded = jh_utf8_fold(scratch, schools->rows->names[row]);
    if (!folded) code = JH_ENOMEM;
    entries[count++] = (entry){jh_str_of(folded), row};
  }
  if (!scratch || code) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  qsort(entries, count, sizeof *entries, by_text);
  for (size_t i = 1; i < count && !code; i++) {
    if (!jh_str_equal(entries[i - 1].text, entries[i].text)) continue;
    uint32_t rows[2] = {entries[i - 1].row, entries[i].row};
    code = tell_name(audit, schools, county, rows, err);
  }
  jh_arena_close(scratch);
  return code;
}

static jh_code check_all_names(
    jh_audit *audit, const jh_check_table *schools, const jh_check_table *counties, jh_error *err) {
  if (!schools->rows->names || !jh_audit_is_on(audit, JH_AUDIT_NAME_TWICE)) return JH_OK;
  entry *entries = jh_alloc_get((schools->rows->count + 1) * sizeof *entries);
  jh_code code = entries ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t county = 0; county < counties->rows->count && !code; county++) {
    uint32_t range[2];
    jh_dataset_range(audit->dataset, schools->level, counties->level, county, &range[0], &range[1]);
    code = check_names(audit, schools, counties->rows->codes[county], entries, range, err);
  }
  jh_alloc_free(entries);
  return code;
}

jh_code jh_audit_keys(jh_audit *audit, jh_error *err) {
  jh_check_table counties, schools;
  bool is_on = jh_audit_is_on(audit, JH_AUDIT_KEY_SPELLING);
  if (!jh_check_counties(audit, &counties) || counties.rows->count == 0) return JH_OK;
  jh_code code = is_on ? check_codes(audit, &counties, err) : JH_OK;
  if (code || !jh_check_schools(audit, &schools) || schools.rows->count == 0) return code;
  if (is_on) code = check_codes(audit, &schools, err);
  return code ? code : check_all_names(audit, &schools, &counties, err);
}
