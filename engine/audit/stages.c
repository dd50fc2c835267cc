/* stages.c - check: a school's type, students, classes and teachers, stage by stage.
 *
 * Figures of a stage that the type does not have; students without classes or teachers; more students in
 * a class or to a teacher than can be.
 */
#include <stdio.h>
#include <string.h>

#include "audit/check.h"

enum { PRIMARY = 1, JUNIOR = 2, SENIOR = 4, LEAST_TEACHERS = 20 };

static const struct {
  const char *id;
  int must, may; /* the stages that it has, and those that it may have */
} types[] = {
    {"primary_school", PRIMARY, PRIMARY},
    {"teaching_point", PRIMARY, PRIMARY},
    {"junior_school", JUNIOR, JUNIOR},
    {"vocational_junior", JUNIOR, JUNIOR},
    {"nine_year_school", PRIMARY | JUNIOR, PRIMARY | JUNIOR},
    {"complete_secondary", JUNIOR | SENIOR, JUNIOR | SENIOR},
    {"twelve_year_school", PRIMARY | JUNIOR | SENIOR, PRIMARY | JUNIOR | SENIOR},
    {"special_education", 0, PRIMARY | JUNIOR | SENIOR},
    {"senior_school", SENIOR, SENIOR},
};

enum { STAGES = 3 };
static const char *const stages[STAGES] = {"primary", "junior", "senior"};

typedef struct walk {
  jh_audit *audit;
  jh_check_table schools;
  uint32_t type;
  uint32_t students[STAGES], classes[STAGES], teachers[STAGES]; /* columns, or JH_NONE */
} walk;

static uint32_t find(const jh_check_table *table, const char *stage, const char *what) {
  char id[64];
  (void)snprintf(id, sizeof id, "%s_%s", stage, what);
  return jh_check_find(table, id);
}

static bool read(const walk *w, uint32_t column, uint32_t row, int64_t *out) {
  return jh_check_number(jh_check_column(&w->schools, w->schools.rows, column), row, out);
}

static const char *id_of(const walk *w, uint32_t column) {
  return w->schools.def->columns[column].id;
}

/* One or two cells of a row. */
static jh_code tell(
    walk *w, jh_audit_kind kind, uint32_t row, const uint32_t columns[2], const char *const args[4],
    jh_error *err) {
  jh_audit_cell cells[2] = {
      jh_check_cell(&w->schools, row, columns[0]), jh_check_cell(&w->schools, row, columns[1])};
  jh_audit_problem problem = {.kind = kind, .cells = cells, .cell_count = 2};
  for (size_t i = 0; i < 4; i++) problem.args[i] = args[i];
  return jh_audit_add(w->audit, &problem, err);
}

static jh_code check_stage_of_type(walk *w, uint32_t row, size_t t, size_t stage, jh_error *err) {
  char count[24];
  const uint32_t list[3] = {w->students[stage], w->classes[stage], w->teachers[stage]};
  int bit = 1 << stage;
  for (size_t i = 0; i < 3; i++) {
    int64_t value;
    if (!read(w, list[i], row, &value)) continue;
    bool is_odd = value > 0 ? !(types[t].may & bit) : i == 0 && (types[t].must & bit);
    if (!is_odd) continue;
    const uint32_t columns[2] = {list[i], w->type};
    const char *args[4] = {types[t].id, id_of(w, list[i]), jh_arg_int(count, value), NULL};
    return tell(w, JH_AUDIT_STAGE_OF_TYPE, row, columns, args, err);
  }
  return JH_OK;
}

static jh_code check_type(walk *w, uint32_t row, jh_error *err) {
  const jh_column *column = jh_check_column(&w->schools, w->schools.rows, w->type);
  jh_code code = JH_OK;
  if (!jh_column_known(column, row) || !column->marks) return JH_OK;
  const char *id = w->schools.def->columns[w->type].choices[column->marks[row]].id;
  for (size_t t = 0; t < sizeof types / sizeof types[0]; t++) {
    if (strcmp(types[t].id, id) != 0) continue;
    for (size_t s = 0; s < STAGES && !code; s++) code = check_stage_of_type(w, row, t, s, err);
  }
  return code;
}

static jh_code check_lack(
    walk *w, uint32_t row, uint32_t students, uint32_t others, jh_error *err) {
  int64_t some, none;
  char count[24];
  if (!read(w, students, row, &some) || !read(w, others, row, &none)) return JH_OK;
  if (some <= 0 || none != 0) return JH_OK;
  const uint32_t columns[2] = {others, students};
  const char *args[4] = {id_of(w, students), jh_arg_int(count, some), id_of(w, others), NULL};
  return tell(w, JH_AUDIT_STAGE_LACKS, row, columns, args, err);
}

/* "52.3" of 523 and 10. */
static void put_ratio(char out[32], int64_t a, int64_t b) {
  if (a > INT64_MAX / 20) a = INT64_MAX / 20;
  int64_t tenths = (a * 10 + b / 2) / b;
  (void)snprintf(out, 32, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10));
}

static jh_code check_ratio(
    walk *w, jh_audit_kind kind, uint32_t row, const uint32_t columns[2], int64_t least,
    jh_error *err) {
  int64_t students, others;
  char a[24], b[24], ratio[32];
  if (!read(w, columns[0], row, &students) || !read(w, columns[1], row, &others)) return JH_OK;
  if (students <= 0 || others <= 0) return JH_OK;
  bool is_many = jh_check_is_over(students, others, jh_audit_limit(w->audit, kind));
  if (!is_many && !(others > students && others >= least)) return JH_OK;
  put_ratio(ratio, students, others);
  const char *args[4] = {jh_arg_int(a, students), jh_arg_int(b, others), ratio, NULL};
  return tell(w, kind, row, columns, args, err);
}

static jh_code check_stage(walk *w, uint32_t row, size_t stage, jh_error *err) {
  const uint32_t in_classes[2] = {w->students[stage], w->classes[stage]};
  const uint32_t by_teachers[2] = {w->students[stage], w->teachers[stage]};
  jh_code code = check_lack(w, row, in_classes[0], in_classes[1], err);
  if (!code) code = check_lack(w, row, by_teachers[0], by_teachers[1], err);
  if (!code) code = check_ratio(w, JH_AUDIT_STUDENTS_PER_CLASS, row, in_classes, 1, err);
  return code
             ? code
             : check_ratio(w, JH_AUDIT_STUDENTS_PER_TEACHER, row, by_teachers, LEAST_TEACHERS, err);
}

jh_code jh_audit_stages(jh_audit *audit, jh_error *err) {
  walk w = {.audit = audit};
  jh_code code = JH_OK;
  if (!jh_check_schools(audit, &w.schools)) return JH_OK;
  w.type = jh_check_find(&w.schools, "school_type");
  for (size_t s = 0; s < STAGES; s++) {
    w.students[s] = find(&w.schools, stages[s], "students");
    w.classes[s] = find(&w.schools, stages[s], "classes");
    w.teachers[s] = find(&w.schools, stages[s], "full_time_teachers");
  }
  for (uint32_t row = 0; row < w.schools.rows->count && !code; row++) {
    code = check_type(&w, row, err);
    for (size_t s = 0; s < STAGES && !code; s++) code = check_stage(&w, row, s, err);
  }
  return code;
}
