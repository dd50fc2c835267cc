/* units.c - check: money that looks like yuan in a column of 10,000 yuan, areas that look like mu or 10,000 m².
 *
 * What a school has for each student is held against the median of the dataset, or, where all of it may
 * be in the wrong unit, against what is usual anywhere. Schools of less than 10 students are
 * taken as if they had 10. Doubles are enough: factors of a hundred are looked for.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/check.h"
#include "base/alloc.h"

enum { LEAST_STUDENTS = 10, LEAST_SCHOOLS = 8, STAGES = 3 };

/* For each student: more than this much of 10,000 yuan, or less than so many m², is no usual median. */
static const double usual_wan_yuan = 0.5, usual_m2 = 4;

typedef struct walk {
  jh_audit *audit;
  jh_check_table schools;
  uint32_t students[STAGES];
  double *values; /* for the median */
} walk;

static double students_of(const walk *w, uint32_t row) {
  int64_t sum = 0, one;
  for (size_t i = 0; i < STAGES; i++) {
    if (jh_check_number(jh_check_column(&w->schools, w->schools.rows, w->students[i]), row, &one))
      sum += one;
  }
  return sum == 0 ? 0 : (double)(sum < LEAST_STUDENTS ? LEAST_STUDENTS : sum);
}

/* What there is for a student; 0 where that is not known or nothing. */
static double share_of(const walk *w, uint32_t column, uint32_t row) {
  const jh_column *cells = jh_check_column(&w->schools, w->schools.rows, column);
  int64_t value;
  double students = students_of(w, row);
  if (students == 0 || !jh_check_number(cells, row, &value) || value <= 0) return 0;
  return (double)value / (double)jh_dec_power10(cells->scale) / students;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The lower median of the schools that have some; 0 where these are too few. */
static double median(walk *w, uint32_t column) {
  size_t count = 0;
  for (uint32_t row = 0; row < w->schools.rows->count; row++) {
    double share = share_of(w, column, row);
    if (share > 0) w->values[count++] = share;
  }
  if (count < LEAST_SCHOOLS) return 0;
  qsort(w->values, count, sizeof *w->values, by_size);
  return w->values[(count - 1) / 2];
}

static double limit_of(const walk *w, jh_audit_kind kind) {
  jh_dec limit = jh_audit_limit(w->audit, kind);
  return (double)limit.mantissa / (double)jh_dec_power10(limit.scale);
}

static jh_code tell(
    walk *w, jh_audit_kind kind, uint32_t row, uint32_t column, double factor, jh_error *err) {
  char value[JH_CHECK_TEXT], times[32];
  jh_check_figure(value, jh_check_column(&w->schools, w->schools.rows, column), row);
  (void)snprintf(times, sizeof times, "%.0f", factor);
  return jh_audit_add_cell(
      w->audit, kind, jh_check_cell(&w->schools, row, column), err,
      w->schools.def->columns[column].id, value, times, NULL);
}

static jh_code check_money(walk *w, uint32_t column, jh_error *err) {
  double usual = median(w, column), limit = limit_of(w, JH_AUDIT_YUAN_IN_WAN_YUAN);
  jh_code code = JH_OK;
  if (usual == 0 || usual > usual_wan_yuan) usual = usual_wan_yuan;
  for (uint32_t row = 0; row < w->schools.rows->count && !code; row++) {
    double factor = share_of(w, column, row) / usual;
    if (factor > limit) code = tell(w, JH_AUDIT_YUAN_IN_WAN_YUAN, row, column, factor, err);
  }
  return code;
}

/* Is it an area of which every school has plenty? */
static bool is_plenty(const jh_column_def *def) {
  return strcmp(def->id, "teaching_area_m2") == 0 || strcmp(def->id, "sports_ground_area_m2") == 0;
}

static jh_code check_area(walk *w, uint32_t column, jh_error *err) {
  double usual = median(w, column), limit = limit_of(w, JH_AUDIT_AREA_UNIT);
  jh_code code = JH_OK;
  if (usual < usual_m2 && is_plenty(&w->schools.def->columns[column])) usual = usual_m2;
  for (uint32_t row = 0; row < w->schools.rows->count && !code && usual > 0; row++) {
    double share = share_of(w, column, row);
    if (share > 0 && usual / share > limit) {
      code = tell(w, JH_AUDIT_AREA_UNIT, row, column, usual / share, err);
    }
  }
  return code;
}

jh_code jh_audit_units(jh_audit *audit, jh_error *err) {
  walk w = {.audit = audit};
  jh_code code = JH_OK;
  if (!jh_check_schools(audit, &w.schools) || !w.schools.rows->count) return JH_OK;
  w.students[0] = jh_check_find(&w.schools, "primary_students");
  w.students[1] = jh_check_find(&w.schools, "junior_students");
  w.students[2] = jh_check_find(&w.schools, "senior_students");
  w.values = jh_alloc_get((w.schools.rows->count + 1) * sizeof *w.values);
  if (!w.values) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t i = 0; i < w.schools.def->column_count && !code; i++) {
    const char *unit = jh_check_unit(&w.schools.def->columns[i]);
    if (strcmp(unit, "wan_yuan") == 0 && jh_audit_is_on(audit, JH_AUDIT_YUAN_IN_WAN_YUAN)) {
      code = check_money(&w, i, err);
    } else if (strcmp(unit, "m2") == 0 && jh_audit_is_on(audit, JH_AUDIT_AREA_UNIT)) {
      code = check_area(&w, i, err);
    }
  }
  jh_alloc_free(w.values);
  return code;
}
