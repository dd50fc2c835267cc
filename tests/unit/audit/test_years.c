/* Two years: counties that changed their code, schools that came, went or moved, figures that jumped. Codes are
 * changed so that the rows stay in order. */
#include "made.h"

enum { LAST = 12 }; /* the county whose code may grow */

static void add_line(
    const char *old_code, const char *new_code, const char *day, const char *kind) {
  uint32_t level = made_level("succession");
  jh_error err;
  sample_must(jh_dataset_rows(made_now, level, 1, &err), &err);
  made_text(made_now, "succession", "old_code", 0, old_code);
  made_text(made_now, "succession", "new_code", 0, new_code);
  made_text(made_now, "succession", "day", 0, day);
  made_set(made_now, "succession", "kind", 0, made_choice("succession", "kind", kind));
}

static void move_county(const char *code, const char *name) {
  made_text(made_now, "county", "county_code", LAST, code);
  made_text(made_now, "county", "county_name", LAST, name);
}

/* The schools of the last county get codes of their own; returns how many they are. */
static size_t recode_schools(jh_dataset *data, const char *ending) {
  uint32_t from, to, level = made_level("school");
  jh_dataset_range(data, level, made_level("county"), LAST, &from, &to);
  for (uint32_t row = from; row < to; row++) {
    char code[24];
    jh_str old = data->levels[level].codes[row];
    (void)snprintf(code, sizeof code, "%.*s%s", (int)old.size, old.at, ending);
    made_text(data, "school", "school_code", row, jh_arena_text(data->arena, jh_str_of(code)));
  }
  return to - from;
}

static void rename_schools(jh_dataset *data) {
  uint32_t from, to;
  jh_dataset_range(data, made_level("school"), made_level("county"), LAST, &from, &to);
  for (uint32_t row = from; row < to; row++) {
    made_text(data, "school", "school_name", row, "");
  }
}

TEST(two_years_that_differ_a_little_are_no_problem) {
  made_audit(made_before, NULL);
  assert_int_equal(made_result->problem_count, 0);
}

TEST(a_county_whose_schools_stand_under_another_code_is_probably_the_same) {
  move_county("130197", "某某区");
  made_audit(made_before, NULL);
  made_expect(JH_AUDIT_SUCCESSION_PROBABLE, 1, "130127", "高邑县");
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_MOVED), 0);
  assert_int_equal(made_count(JH_AUDIT_COUNTY_APPEARED), 0);
}

TEST(a_line_of_the_table_settles_it) {
  move_county("130197", "高邑区");
  add_line("130127", "130197", "2024-01-31", "became_district");
  made_audit(made_before, NULL);
  made_expect(JH_AUDIT_COUNTY_SUCCEEDED, 1, "130127", "130197");
  assert_string_equal(made_first(JH_AUDIT_COUNTY_SUCCEEDED)->args[2], "2024-01-31");
  assert_int_equal(made_count(JH_AUDIT_SUCCESSION_PROBABLE), 0);
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_MOVED), 0);
}

TEST(a_name_that_differs_in_its_last_character_is_enough) {
  move_county("130197", "高邑区");
  size_t count = recode_schools(made_now, "7");
  made_audit(made_before, NULL);
  made_expect(JH_AUDIT_SUCCESSION_PROBABLE, 1, "130127", "高邑县");
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_RECODED), count);
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_VANISHED), 0);
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_APPEARED), 0);
}

TEST(a_county_that_nothing_leads_to_is_gone_and_another_new) {
  move_county("130197", "某某区");
  size_t count = recode_schools(made_now, "7");
  rename_schools(made_now);
  made_audit(made_before, NULL);
  made_expect(JH_AUDIT_COUNTY_VANISHED, 1, "130127", "高邑县");
  made_expect(JH_AUDIT_COUNTY_APPEARED, 1, "130197", "某某区");
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_VANISHED), count);
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_APPEARED), count);
  assert_true(made_first(JH_AUDIT_COUNTY_VANISHED)->cells[0].is_before);
}

TEST(a_line_that_the_data_contradict_is_told_from_its_day_on) {
  add_line("130127", "130197", "2024-01-31", "renamed");
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_SUCCESSION_IDLE, 1, "130127", "2024-01-31");
  made_text(made_now, "succession", "day", 0, "2024-12-31");
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_SUCCESSION_IDLE), 0);
  made_text(made_now, "succession", "day", 0, "2024-01-31");
  made_set(made_now, "succession", "kind", 0, made_choice("succession", "kind", "split"));
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_SUCCESSION_IDLE), 0);
}

TEST(a_school_of_another_type_or_county_is_told) {
  int64_t point = made_choice("school", "school_type", "teaching_point");
  assert_int_not_equal(made_get(made_now, "school", "school_type", 0), point);
  made_set(made_before, "school", "school_type", 0, point);
  made_before->levels[made_level("school")].parent[1] = 3;
  made_audit(made_before, NULL);
  made_expect(JH_AUDIT_SCHOOL_TYPE_CHANGED, 1, "2113000001", "teaching_point");
  made_expect(JH_AUDIT_SCHOOL_MOVED, 1, "2113000002", NULL);
  assert_string_equal(made_first(JH_AUDIT_SCHOOL_MOVED)->args[2], "130107");
}

TEST(figures_jump_beyond_the_factor_and_the_floor_only) {
  int64_t students = made_get(made_now, "school", "primary_students", 0);
  made_set(made_before, "school", "primary_students", 0, students * 3);
  made_audit(made_before, NULL);
  assert_int_equal(made_count(JH_AUDIT_YEAR_JUMP), 0);
  made_set(made_before, "school", "primary_students", 0, students * 3 + 1);
  made_audit(made_before, NULL);
  made_expect(JH_AUDIT_YEAR_JUMP, 1, "primary_students", NULL);
  made_set(made_now, "school", "primary_students", 0, 30);
  made_set(made_before, "school", "primary_students", 0, 130);
  made_audit(made_before, NULL);
  assert_int_equal(made_count(JH_AUDIT_YEAR_JUMP), 0); /* 100 students are the floor */
}

TEST(a_figure_that_fell_to_zero_is_told_and_a_blank_is_not) {
  made_set(made_now, "school", "equipment_value_wan_yuan", 0, 0);
  made_audit(made_before, NULL);
  made_expect(JH_AUDIT_FELL_TO_ZERO, 1, "equipment_value_wan_yuan", NULL);
  made_column(made_now, "school", "equipment_value_wan_yuan")->known[0] &= ~UINT64_C(1);
  made_audit(made_before, NULL);
  assert_int_equal(made_count(JH_AUDIT_FELL_TO_ZERO), 0);
  made_expect(JH_AUDIT_BLANK_SINCE, 1, "equipment_value_wan_yuan", NULL);
}

TEST(a_figure_that_is_blank_in_both_years_or_new_is_none_that_is_gone) {
  made_column(made_now, "school", "equipment_value_wan_yuan")->known[0] &= ~UINT64_C(1);
  made_column(made_before, "school", "equipment_value_wan_yuan")->known[0] &= ~UINT64_C(3);
  made_audit(made_before, NULL);
  assert_int_equal(made_count(JH_AUDIT_BLANK_SINCE), 0);
}

TEST(a_form_that_was_handed_in_twice_is_told) {
  static const char *const columns[] = {"sports_ground_area_m2", "teaching_area_m2"};
  for (size_t i = 0; i < COUNT(columns); i++) {
    made_set(made_before, "school", columns[i], 4, made_get(made_now, "school", columns[i], 4));
  }
  made_audit(made_before, NULL);
  made_expect(JH_AUDIT_COPIED_FORM, 1, "2113000005", NULL);
  assert_int_equal(made_first(JH_AUDIT_COPIED_FORM)->cells[0].column, JH_NONE);
}

TESTS(
    MADE(two_years_that_differ_a_little_are_no_problem),
    MADE(a_county_whose_schools_stand_under_another_code_is_probably_the_same),
    MADE(a_line_of_the_table_settles_it), MADE(a_name_that_differs_in_its_last_character_is_enough),
    MADE(a_county_that_nothing_leads_to_is_gone_and_another_new),
    MADE(a_line_that_the_data_contradict_is_told_from_its_day_on),
    MADE(a_school_of_another_type_or_county_is_told),
    MADE(figures_jump_beyond_the_factor_and_the_floor_only),
    MADE(a_figure_that_fell_to_zero_is_told_and_a_blank_is_not),
    MADE(a_figure_that_is_blank_in_both_years_or_new_is_none_that_is_gone),
    MADE(a_form_that_was_handed_in_twice_is_told))
