/* codes.c - check: codes and names of counties against the structure of GB/T 2260 and the list.
 *
 * Six digits: province, prefecture, county; 12-digit statistical codes end in six zeros. Numbers 71 to 80 within a
 * prefecture are function zones. Where most codes have no such structure at all the dataset follows
 * another scheme, which is said once.
 */
#include <stdio.h>
#include <string.h>

#include "audit/check.h"
#include "audit/divisions.h"
#include "base/suggest.h"
#include "base/utf8.h"

typedef struct walk {
  jh_audit *audit;
  jh_check_table counties;
  jh_divisions list;
  jh_arena *scratch; /* for one county; anew for each block */
} walk;

static bool is_digits(jh_str text) {
  for (size_t i = 0; i < text.size; i++) {
    if (text.at[i] < '0' || text.at[i] > '9') return false;
  }
  return text.size > 0;
}

static int pair(jh_str code, size_t at) {
  return (code.at[at] - '0') * 10 + (code.at[at + 1] - '0');
}

static bool is_formed(jh_str code) {
  if (!is_digits(code) || (code.size != 6 && code.size != 12)) return false;
  return code.size == 6 || memcmp(code.at + 6, "000000", 6) == 0;
}

static bool has_province(jh_str code) {
  static const int8_t provinces[] = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41,
                                     42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65};
  for (size_t i = 0; i < sizeof provinces; i++) {
    if (pair(code, 0) == provinces[i]) return true;
  }
  return false;
}

static jh_code add(walk *w, jh_audit_kind kind, uint32_t row, const char *args[4], jh_error *err) {
  jh_audit_cell cell = jh_check_cell(&w->counties, row, w->counties.def->key_column);
  return jh_audit_add_cell(w->audit, kind, cell, err, args[0], args[1], args[2], args[3], NULL);
}

/* The first pairs of a name's characters: enough to tell provinces and prefectures apart. */
static bool is_alike(walk *w, jh_str a, jh_str b) {
  char *x = jh_utf8_fold(w->scratch, a), *y = jh_utf8_fold(w->scratch, b);
  uint32_t p, q;
  if (!x || !y) return true;
  jh_str s = jh_str_of(x), t = jh_str_of(y);
  for (int i = 0; i < 2; i++) {
    size_t m = jh_utf8_next(s, &p), n = jh_utf8_next(t, &q);
    if (m == 0 || n == 0) return i > 0;
    if (p != q) return false;
    s = (jh_str){s.at + m, s.size - m};
    t = (jh_str){t.at + n, t.size - n};
  }
  return true;
}

static bool is_known_text(const jh_column *column, uint32_t row) {
  return jh_column_known(column, row) && column->texts && column->texts[row].size > 0;
}

/* One of the names above the county against the list's. */
static jh_code check_above(walk *w, uint32_t row, uint32_t column, jh_str listed, jh_error *err) {
  const jh_column *cells = jh_check_column(&w->counties, w->counties.rows, column);
  char code[JH_CHECK_TEXT], name[JH_CHECK_TEXT], is[JH_CHECK_TEXT];
  if (!is_known_text(cells, row) || is_alike(w, cells->texts[row], listed)) return JH_OK;
  return jh_audit_add_cell(
      w->audit, JH_AUDIT_COUNTY_REGION, jh_check_cell(&w->counties, row, column), err,
      jh_check_text(code, w->counties.rows->codes[row]), jh_check_text(name, cells->texts[row]),
      jh_check_text(is, listed), NULL);
}

/* 市辖区, 省直辖县级行政区划 and their like stand where there is no prefecture. */
static bool is_prefecture(jh_str name) {
  return !jh_str_equal(name, jh_str_of("市辖区")) && !jh_str_equal(name, jh_str_of("县")) &&
         !jh_str_ends(name, "行政区划");
}

static jh_code check_regions(walk *w, uint32_t row, jh_str code, jh_error *err) {
  size_t from, to;
  jh_divisions_range(&w->list, (jh_str){code.at, 2}, &from, &to);
  if (from == to) return JH_OK;
  jh_code failed =
      check_above(w, row, w->counties.def->province_column, w->list.items[from].province, err);
  jh_divisions_range(&w->list, (jh_str){code.at, 4}, &from, &to);
  if (failed || from == to || !is_prefecture(w->list.items[from].prefecture)) return failed;
  return check_above(
      w, row, w->counties.def->prefecture_column, w->list.items[from].prefecture, err);
}

/* Is the name the list's, be it with the names of city and province before it? */
static bool is_name(walk *w, jh_str name, jh_str listed) {
  char *x = jh_utf8_fold(w->scratch, name), *y = jh_utf8_fold(w->scratch, listed);
  return !x || !y || jh_str_ends(jh_str_of(x), y);
}

/* The division nearest by name among those that begin so; NULL if none is near. */
static const jh_division *nearest(walk *w, jh_str beginning, jh_str name) {
  size_t from, to;
  jh_divisions_range(&w->list, beginning, &from, &to);
  jh_suggest suggest = jh_suggest_begin(name);
  for (size_t i = from; i < to; i++) {
    if (is_name(w, name, w->list.items[i].name)) return &w->list.items[i];
    jh_suggest_offer(&suggest, w->list.items[i].name);
  }
  for (size_t i = from; i < to && suggest.best.size; i++) {
    if (w->list.items[i].name.at == suggest.best.at) return &w->list.items[i];
  }
  return NULL;
}

static jh_code check_unlisted(walk *w, uint32_t row, jh_str code, jh_str name, jh_error *err) {
  char shown[JH_CHECK_TEXT], named[JH_CHECK_TEXT], near[JH_CHECK_TEXT] = "—";
  const char *args[4] = {
      jh_check_text(shown, w->counties.rows->codes[row]), jh_check_text(named, name), w->list.as_of,
      near};
  if (pair(code, 4) >= 71 && pair(code, 4) <= 80) {
    args[2] = args[3] = NULL;
    return add(w, JH_AUDIT_FUNCTION_ZONE, row, args, err);
  }
  if (w->list.count == 0) return JH_OK;
  const jh_division *best = nearest(w, (jh_str){code.at, 4}, name);
  if (!best) best = nearest(w, (jh_str){code.at, 2}, name);
  if (best) {
    (void)snprintf(
        near, sizeof near, "%.6s %.*s", best->code.at, (int)best->name.size, best->name.at);
  }
  return add(w, JH_AUDIT_COUNTY_CODE_UNLISTED, row, args, err);
}

static jh_code check_listed(
    walk *w, uint32_t row, const jh_division *division, jh_str name, jh_error *err) {
  char shown[JH_CHECK_TEXT], named[JH_CHECK_TEXT], listed[JH_CHECK_TEXT];
  const char *args[4] = {
      jh_check_text(shown, w->counties.rows->codes[row]), jh_check_text(named, name),
      jh_check_text(listed, division->name), w->list.as_of};
  if (jh_str_equal(division->kind, jh_str_of("function_zone"))) {
    const char *zone[4] = {shown, named, NULL, NULL};
    jh_code code = add(w, JH_AUDIT_FUNCTION_ZONE, row, zone, err);
    if (code) return code;
  }
  if (name.size == 0 || is_name(w, name, division->name)) return JH_OK;
  jh_audit_cell cell = jh_check_cell(&w->counties, row, w->counties.def->name_column);
  return jh_audit_add_cell(
      w->audit, JH_AUDIT_COUNTY_NAME, cell, err, args[0], args[1], args[2], args[3], NULL);
}

static jh_code check_county(walk *w, uint32_t row, jh_error *err) {
  const jh_rows *rows = w->counties.rows;
  jh_str code = rows->codes[row], name = rows->names ? rows->names[row] : (jh_str){0};
  char shown[JH_CHECK_TEXT], named[JH_CHECK_TEXT], begins[3] = "";
  const char *args[4] = {jh_check_text(shown, code), NULL, NULL, NULL};
  if (!is_formed(code)) return add(w, JH_AUDIT_COUNTY_CODE_FORM, row, args, err);
  if (!has_province(code)) {
    memcpy(begins, code.at, 2);
    args[1] = begins;
    return add(w, JH_AUDIT_COUNTY_CODE_PROVINCE, row, args, err);
  }
  jh_str six = {code.at, 6};
  const jh_division *division = jh_divisions_find(&w->list, six);
  if (!division && pair(code, 4) == 0) {
    args[1] = jh_check_text(named, name);
    return add(w, JH_AUDIT_COUNTY_CODE_ABOVE, row, args, err);
  }
  jh_code failed =
      division ? check_listed(w, row, division, name, err) : check_unlisted(w, row, six, name, err);
  return failed ? failed : check_regions(w, row, six, err);
}

/* How many codes could be those of counties of the mainland, and the first that could not. */
static size_t count_formed(const walk *w, uint32_t *other) {
  size_t formed = 0;
  const jh_rows *rows = w->counties.rows;
  *other = JH_NONE;
  for (uint32_t row = 0; row < rows->count; row++) {
    bool is_one = is_formed(rows->codes[row]) && has_province(rows->codes[row]);
    formed += is_one;
    if (!is_one && *other == JH_NONE) *other = row;
  }
  return formed;
}

static jh_code tell_scheme(walk *w, size_t others, uint32_t row, jh_error *err) {
  char shown[JH_CHECK_TEXT], count[24], all[24];
  const char *args[4] = {
      jh_arg_int(count, (int64_t)others), jh_arg_int(all, (int64_t)w->counties.rows->count),
      jh_check_text(shown, w->counties.rows->codes[row]), NULL};
  return add(w, JH_AUDIT_COUNTY_CODE_SCHEME, row, args, err);
}

jh_code jh_audit_codes(jh_audit *audit, jh_error *err) {
  walk w = {.audit = audit};
  uint32_t other;
  if (!jh_check_counties(audit, &w.counties) || w.counties.rows->count == 0) return JH_OK;
  size_t count = w.counties.rows->count, formed = count_formed(&w, &other);
  if (formed * 2 < count) return tell_scheme(&w, count - formed, other, err);
  jh_code code = jh_divisions_read(&w.list, audit->share, audit->arena, err);
  for (uint32_t row = 0; row < count && !code; row++) {
    w.scratch = jh_arena_open();
    if (!w.scratch) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    code = check_county(&w, row, err);
    jh_arena_close(w.scratch);
  }
  return code;
}
