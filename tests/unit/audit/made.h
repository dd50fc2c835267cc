/* made.h - the sample as if its counties were real ones, to be spoiled in memory; for the tests of the checks. */
#ifndef JH_TESTS_AUDIT_MADE_H
#define JH_TESTS_AUDIT_MADE_H

#include "audit/audit.h"

#include "sample.h"

static jh_plan *made_plan;
static jh_dataset *made_now, *made_before; /* the same; tests spoil one of them */
static jh_audit_result *made_result;

/* Thirteen counties of the list, in its order. */
static const struct {
  const char *code, *name;
} made_counties[] = {{"130102", "长安区"},   {"130104", "桥西区"}, {"130105", "新华区"},
                     {"130107", "井陉矿区"}, {"130108", "裕华区"}, {"130109", "藁城区"},
                     {"130110", "鹿泉区"},   {"130111", "栾城区"}, {"130121", "井陉县"},
                     {"130123", "正定县"},   {"130125", "行唐县"}, {"130126", "灵寿县"},
                     {"130127", "高邑县"}};

static inline uint32_t made_level(const char *id) {
  return jh_plan_level(made_plan, jh_str_of(id));
}

static inline jh_column *made_column(const jh_dataset *data, const char *level, const char *id) {
  uint32_t index = made_level(level), table = made_plan->levels[index].table;
  uint32_t column = jh_plan_column(made_plan, table, jh_str_of(id));
  assert_int_not_equal(column, JH_NONE);
  jh_column **at = &data->levels[index].columns[column];
  if (!*at) { /* a column that the files have not */
    const jh_column_def *def = &made_plan->tables[table].columns[column];
    *at = jh_dataset_make_column(data->arena, def->type, def->scale, data->levels[index].count);
  }
  return *at;
}

/* Writes a number into a column that was read, which may be too narrow for it. */
static inline void made_put(
    const jh_dataset *data, const char *level, jh_column *column, uint32_t row, int64_t value) {
  size_t count = data->levels[made_level(level)].count;
  if (jh_column_put(column, row, value)) return;
  assert_true(jh_column_widen(column, data->arena, jh_column_bytes_for(value), count, count));
  assert_true(jh_column_put(column, row, value));
}

static inline void made_set(
    const jh_dataset *data, const char *level, const char *id, uint32_t row, int64_t value) {
  jh_column *column = made_column(data, level, id);
  if (jh_column_is_number(column)) {
    made_put(data, level, column, row, value);
  } else {
    column->marks[row] = (uint8_t)value;
  }
  column->known[row / 64] |= UINT64_C(1) << (row % 64);
}

static inline int64_t made_get(
    const jh_dataset *data, const char *level, const char *id, uint32_t row) {
  const jh_column *column = made_column(data, level, id);
  assert_true(jh_column_known(column, row));
  return jh_column_is_number(column) ? jh_column_number(column, row) : column->marks[row];
}

static inline void made_text(
    const jh_dataset *data, const char *level, const char *id, uint32_t row, const char *text) {
  jh_column *column = made_column(data, level, id);
  column->texts[row] = jh_str_of(text);
  column->known[row / 64] |= UINT64_C(1) << (row % 64);
}

/* Which choice of a column has this id. */
static inline int64_t made_choice(const char *level, const char *id, const char *choice) {
  uint32_t table = made_plan->levels[made_level(level)].table;
  const jh_column_def *def =
      &made_plan->tables[table].columns[jh_plan_column(made_plan, table, jh_str_of(id))];
  for (size_t i = 0; i < def->choice_count; i++) {
    if (strcmp(def->choices[i].id, choice) == 0) return (int64_t)i;
  }
  fail_msg("no choice %s", choice);
  return 0;
}

static inline void made_be_real(jh_dataset *data) {
  assert_int_equal(data->levels[made_level("county")].count, COUNT(made_counties));
  for (uint32_t row = 0; row < COUNT(made_counties); row++) {
    made_text(data, "county", "county_code", row, made_counties[row].code);
    made_text(data, "county", "county_name", row, made_counties[row].name);
    made_text(data, "county", "prefecture_name", row, "石家庄市");
    made_text(data, "county", "province_name", row, "河北");
  }
  jh_rows *schools = &data->levels[made_level("school")];
  for (uint32_t row = 0; row < schools->count; row++) {
    char code[16];
    jh_str_copy(code, sizeof code, schools->codes[row]);
    memcpy(code + 2, "13", 2);
    made_text(data, "school", "school_code", row, jh_arena_text(data->arena, jh_str_of(code)));
  }
}

/* Every school and county has a few more than the year before. */
static inline void made_be_older(jh_dataset *data) {
  static const char *const columns[] = {"sports_ground_area_m2", "teaching_area_m2"};
  for (size_t i = 0; i < COUNT(columns); i++) {
    jh_column *area = made_column(data, "school", columns[i]);
    for (uint32_t row = 0; row < data->levels[made_level("school")].count; row++) {
      if (jh_column_known(area, row))
        made_put(data, "school", area, row, jh_column_number(area, row) + 100 + row);
    }
  }
  jh_column *places = made_column(data, "county", "quality_senior_places");
  for (uint32_t row = 0; row < COUNT(made_counties); row++)
    made_put(data, "county", places, row, jh_column_number(places, row) + 1);
}

static inline int made_open(void **unused) {
  (void)unused;
  made_plan = sample_plan();
  made_now = sample_load(made_plan);
  made_before = sample_load(made_plan);
  made_be_real(made_now);
  made_be_real(made_before);
  made_be_older(made_before);
  return 0;
}

static inline int made_close(void **unused) {
  (void)unused;
  jh_audit_close(made_result);
  made_result = NULL;
  jh_dataset_close(made_now);
  jh_dataset_close(made_before);
  jh_plan_close(made_plan);
  return 0;
}

static inline void made_audit(const jh_dataset *before, const jh_run *run) {
  jh_error err;
  jh_audit_options how = {.before = before, .run = run, .share = "."};
  jh_audit_close(made_result);
  made_result = NULL;
  sample_must(jh_audit_run(&made_result, made_plan, made_now, &how, &err), &err);
}

/* How many problems of a kind there are; made_audit must have run. */
static inline size_t made_count(jh_audit_kind kind) { return made_result->counts[kind]; }

/* The first problem of a kind. */
static inline const jh_audit_problem *made_first(jh_audit_kind kind) {
  for (size_t i = 0; i < made_result->problem_count; i++) {
    if (made_result->problems[i]->kind == kind) return made_result->problems[i];
  }
  fail_msg("no problem of kind %s", jh_audit_kind_get(kind)->id);
  return NULL;
}

/* One problem of the kind, of which the arguments begin so. */
static inline void made_expect(
    jh_audit_kind kind, size_t count, const char *first, const char *second) {
  assert_int_equal(made_count(kind), count);
  const jh_audit_problem *problem = made_first(kind);
  assert_string_equal(problem->args[0], first);
  if (second) assert_string_equal(problem->args[1], second);
}

#define MADE(name) cmocka_unit_test_setup_teardown(name, made_open, made_close)

#endif
