/* school_codes.c - check: the structure of school codes, where they have one.
 *
 * A national school code is ten digits: kind of school (2), province (2), serial (6). It does not hold
 * the county. Datasets of other schemes get one note and no more.
 */
#include <string.h>

#include "audit/check.h"

/* What the first two digits say, and the types that may go with them. */
typedef struct kind {
  char digits[3];
  const char *types[6]; /* NULL at the end; none = never a school of the compulsory stages */
} kind;

static const kind kinds[] = {
    {"11", {NULL}},
    {"21", {"primary_school", "teaching_point", "nine_year_school", NULL}},
    {"22", {"primary_school", "teaching_point", NULL}},
    {"31", {"junior_school", "nine_year_school", "vocational_junior", "complete_secondary", NULL}},
    {"32", {"vocational_junior", "junior_school", NULL}},
    {"33", {"junior_school", NULL}},
    {"34",
     {"complete_secondary", "twelve_year_school", "senior_school", "junior_school",
      "nine_year_school", NULL}},
    {"36", {"vocational_junior", "senior_school", "complete_secondary", NULL}},
    {"37", {"special_education", "junior_school", NULL}},
    {"41", {NULL}},
    {"51", {"special_education", NULL}},
};

static const kind *kind_of(jh_str code) {
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    if (code.size >= 2 && memcmp(code.at, kinds[i].digits, 2) == 0) return &kinds[i];
  }
  return NULL;
}

static bool is_formed(jh_str code) {
  if (code.size != 10) return false;
  for (size_t i = 0; i < code.size; i++) {
    if (code.at[i] < '0' || code.at[i] > '9') return false;
  }
  return kind_of(code) != NULL;
}

static bool goes_with(const kind *k, const char *type) {
  for (size_t i = 0; k->types[i]; i++) {
    if (strcmp(k->types[i], type) == 0) return true;
  }
  return false;
}

typedef struct walk {
  jh_audit *audit;
  jh_check_table schools, counties;
  uint32_t type;
} walk;

static jh_code check_type(walk *w, uint32_t row, jh_error *err) {
  const jh_column *types = jh_check_column(&w->schools, w->schools.rows, w->type);
  jh_str code = w->schools.rows->codes[row];
  const kind *k = kind_of(code);
  char shown[JH_CHECK_TEXT];
  if (!jh_column_known(types, row) || !types->marks) return JH_OK;
  const char *type = w->schools.def->columns[w->type].choices[types->marks[row]].id;
  if (goes_with(k, type)) return JH_OK;
  return jh_audit_add_cell(
      w->audit, JH_AUDIT_SCHOOL_CODE_TYPE, jh_check_cell(&w->schools, row, w->type), err,
      jh_check_text(shown, code), k->digits, type, NULL);
}

static jh_code check_province(walk *w, uint32_t row, jh_error *err) {
  jh_str code = w->schools.rows->codes[row];
  jh_str county = w->counties.rows->codes[w->schools.rows->parent[row]];
  char shown[JH_CHECK_TEXT], of[JH_CHECK_TEXT], province[3] = "";
  bool is_code = county.size == 6 || county.size == 12;
  if (!is_code || memcmp(code.at + 2, county.at, 2) == 0) return JH_OK;
  memcpy(province, code.at + 2, 2);
  return jh_audit_add_cell(
      w->audit, JH_AUDIT_SCHOOL_CODE_PROVINCE,
      jh_check_cell(&w->schools, row, w->schools.def->parent_column), err,
      jh_check_text(shown, code), province, jh_check_text(of, county), NULL);
}

static jh_code check_school(walk *w, uint32_t row, jh_error *err) {
  jh_str code = w->schools.rows->codes[row];
  char shown[JH_CHECK_TEXT];
  if (!is_formed(code)) {
    return jh_audit_add_cell(
        w->audit, JH_AUDIT_SCHOOL_CODE_FORM,
        jh_check_cell(&w->schools, row, w->schools.def->key_column), err,
        jh_check_text(shown, code), NULL);
  }
  jh_code failed = check_type(w, row, err);
  return failed ? failed : check_province(w, row, err);
}

/* Is the share of such codes at least the limit? Else that is said once. */
static jh_code is_scheme(walk *w, bool *out, jh_error *err) {
  size_t formed = 0, count = w->schools.rows->count;
  for (size_t row = 0; row < count; row++) formed += is_formed(w->schools.rows->codes[row]);
  jh_dec share = jh_audit_limit(w->audit, JH_AUDIT_SCHOOL_CODE_SCHEME);
  char of[24], all[24];
  *out = !jh_check_is_under((int64_t)formed, (int64_t)count, share);
  if (*out) return JH_OK;
  return jh_audit_add_cell(
      w->audit, JH_AUDIT_SCHOOL_CODE_SCHEME,
      jh_check_cell(&w->schools, 0, w->schools.def->key_column), err,
      jh_arg_int(of, (int64_t)formed), jh_arg_int(all, (int64_t)count), NULL);
}

jh_code jh_audit_school_codes(jh_audit *audit, jh_error *err) {
  walk w = {.audit = audit};
  bool is_one = false;
  if (!jh_check_schools(audit, &w.schools) || w.schools.rows->count == 0) return JH_OK;
  if (!jh_check_counties(audit, &w.counties) || !w.counties.rows->codes) return JH_OK;
  w.type = jh_check_find(&w.schools, "school_type");
  jh_code code = is_scheme(&w, &is_one, err);
  for (uint32_t row = 0; row < w.schools.rows->count && is_one && !code; row++) {
    code = check_school(&w, row, err);
  }
  return code;
}
