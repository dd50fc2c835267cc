/* Doubtful figures: crowds at a bound, twins, wrong units, stages that do not fit. */
#include "made.h"

static void copy(const char *id, uint32_t from, uint32_t to) {
  made_set(made_now, "school", id, to, made_get(made_now, "school", id, from));
}

static void limit(jh_audit_kind kind, const char *value) {
  made_plan->audits = jh_arena_get(made_plan->arena, sizeof *made_plan->audits);
  made_plan->audits[0] = (jh_audit_setting){.kind = (uint32_t)kind, .has_limit = true};
  assert_int_equal(
      jh_dec_read(&made_plan->audits[0].limit, jh_str_of(value), 18, false), JH_DEC_OK);
  made_plan->audit_count = 1;
}

TEST(figures_of_four_digits_that_two_schools_share_are_told_once) {
  made_set(made_now, "school", "teaching_area_m2", 0, 345678);
  made_set(made_now, "school", "sports_ground_area_m2", 0, 765432);
  copy("teaching_area_m2", 0, 2);
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_TWIN_FIGURES), 0); /* one may be chance */
  copy("sports_ground_area_m2", 0, 2);
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_TWIN_FIGURES, 1, "2113000001", "2113000003");
  assert_int_equal(made_first(JH_AUDIT_TWIN_FIGURES)->cell_count, 4);
}

TEST(round_figures_are_no_twins) {
  for (uint32_t row = 0; row < 2; row++) {
    made_set(made_now, "school", "teaching_area_m2", row, 300000);
    made_set(made_now, "school", "sports_ground_area_m2", row, 750000);
  }
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_TWIN_FIGURES), 0);
}

TEST(teachers_that_two_schools_share_are_told_if_they_are_many) {
  static const char *const columns[] = {
      "full_time_teachers",         "certified_teachers",        "trained_360h_teachers",
      "primary_full_time_teachers", "primary_diploma_teachers",  "primary_bachelor_teachers",
      "primary_master_teachers",    "primary_doctor_teachers",   "primary_backbone_teachers",
      "primary_pe_teachers",        "primary_music_teachers",    "primary_fine_arts_teachers",
      "primary_arts_teachers",      "primary_mid_title_teachers"};
  static const int64_t few[] = {9, 9, 9, 9, 2, 6, 1, 0, 2, 1, 1, 1, 0, 3};
  static const int64_t many[] = {80, 79, 78, 80, 20, 50, 10, 0, 12, 4, 3, 3, 0, 30};
  for (uint32_t row = 0; row < 2; row++) {
    for (size_t i = 0; i < COUNT(columns); i++) {
      made_set(made_now, "school", columns[i], row, few[i]);
    }
  }
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_TWIN_TEACHERS), 0);
  for (uint32_t row = 0; row < 2; row++) {
    for (size_t i = 0; i < COUNT(columns); i++) {
      made_set(made_now, "school", columns[i], row, many[i]);
    }
  }
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_TWIN_TEACHERS, 1, "2113000001", "2113000002");
}

/* The rooms of a school, at least six of them, get these areas in turn. */
static uint32_t set_rooms(uint32_t school, const int64_t *areas, size_t count) {
  uint32_t from, to;
  jh_dataset_range(made_now, made_level("room"), made_level("school"), school, &from, &to);
  for (uint32_t row = from; row < to; row++) {
    made_set(made_now, "room", "kind", row, 0);
    made_set(made_now, "room", "area_m2", row, areas[(row - from) * count / (to - from)]);
  }
  return to - from;
}

/* Two schools of a county with so many rooms each. */
static void find_rooms(uint32_t wanted, uint32_t found[2]) {
  size_t count = 0;
  const jh_rows *schools = &made_now->levels[made_level("school")];
  for (uint32_t row = 0; row < schools->count && count < 2; row++) {
    uint32_t from, to;
    jh_dataset_range(made_now, made_level("room"), made_level("school"), row, &from, &to);
    if (to - from != wanted) continue;
    if (count == 1 && schools->parent[row] != schools->parent[found[0]]) count = 0;
    found[count++] = row;
  }
  assert_int_equal(count, 2);
}

TEST(lists_of_rooms_that_stand_twice_are_told) {
  static const int64_t four[] = {9610, 9720, 9830, 9940}, two[] = {9610, 9720};
  uint32_t found[2];
  find_rooms(4, found);
  (void)set_rooms(found[0], two, 2);
  (void)set_rooms(found[1], two, 2);
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_TWIN_LIST), 0); /* two kinds of rooms say nothing */
  (void)set_rooms(found[0], four, 4);
  (void)set_rooms(found[1], four, 4);
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_TWIN_LIST), 1);
  assert_int_equal(made_first(JH_AUDIT_TWIN_LIST)->cell_count, 4);
}

TEST(a_list_of_which_every_record_stands_twice_is_told) {
  static const int64_t three[] = {9610, 9720, 9830}, uneven[] = {9610, 9720, 9830, 9940};
  uint32_t found[2];
  find_rooms(6, found);
  (void)set_rooms(found[0], uneven, 4);
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_LIST_DOUBLED), 0);
  (void)set_rooms(found[0], three, 3);
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_LIST_DOUBLED, 1, "rooms", NULL);
}

TEST(money_and_areas_in_another_unit_are_told) {
  int64_t value = made_get(made_now, "school", "equipment_value_wan_yuan", 0);
  int64_t area = made_get(made_now, "school", "sports_ground_area_m2", 1);
  made_set(made_now, "school", "equipment_value_wan_yuan", 0, value * 10000);
  made_set(made_now, "school", "sports_ground_area_m2", 1, area * 3 / 2000);
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_YUAN_IN_WAN_YUAN, 1, "equipment_value_wan_yuan", NULL);
  made_expect(JH_AUDIT_AREA_UNIT, 1, "sports_ground_area_m2", NULL);
}

TEST(a_whole_dataset_in_yuan_is_told_too) {
  size_t count = made_now->levels[made_level("school")].count, known = 0;
  jh_column *column = made_column(made_now, "school", "equipment_value_wan_yuan");
  for (uint32_t row = 0; row < count; row++) {
    if (!jh_column_known(column, row)) continue;
    made_put(made_now, "school", column, row, jh_column_number(column, row) * 10000);
    known += jh_column_number(column, row) > 0;
  }
  made_audit(NULL, NULL);
  assert_true(made_count(JH_AUDIT_YUAN_IN_WAN_YUAN) * 10 > known * 9);
}

TEST(stages_are_held_against_the_type) {
  made_set(made_now, "school", "junior_students", 0, 40);
  made_set(made_now, "school", "primary_students", 1, 0);
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_STAGE_OF_TYPE, 2, "primary_school", "junior_students");
}

TEST(students_need_classes_and_teachers_in_possible_numbers) {
  made_set(made_now, "school", "primary_classes", 0, 0);
  made_set(made_now, "school", "primary_students", 1, 901);
  made_set(made_now, "school", "primary_classes", 1, 10);
  made_set(made_now, "school", "primary_full_time_teachers", 1, 9);
  made_set(made_now, "school", "primary_students", 2, 900);
  made_set(made_now, "school", "primary_classes", 2, 10);
  made_set(made_now, "school", "primary_full_time_teachers", 2, 9);
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_STAGE_LACKS, 1, "primary_students", NULL);
  made_expect(JH_AUDIT_STUDENTS_PER_CLASS, 1, "901", "10");
  made_expect(JH_AUDIT_STUDENTS_PER_TEACHER, 1, "901", "9");
}

/* Gives the primary schools of the first county so many yuan for each student; returns how many. */
static size_t crowd(int64_t yuan) {
  uint32_t from, to;
  size_t count = 0;
  int64_t primary = made_choice("school", "school_type", "primary_school");
  jh_dataset_range(made_now, made_level("school"), made_level("county"), 0, &from, &to);
  for (uint32_t row = from; row < to; row++) {
    if (made_get(made_now, "school", "school_type", row) != primary) continue;
    int64_t students = made_get(made_now, "school", "primary_students", row);
    made_set(
        made_now, "school", "equipment_value_wan_yuan", row,
        students * (yuan + (int64_t)count) * 100);
    count++;
  }
  return count;
}

TEST(units_just_within_a_bound_are_told_if_chance_does_not_explain_it) {
  size_t count = crowd(2000);
  assert_true(count >= 8);
  limit(JH_AUDIT_BUNCHING, "0.01");
  jh_run *run = sample_run(made_plan, made_now);
  made_audit(NULL, run);
  const jh_audit_problem *problem = made_first(JH_AUDIT_BUNCHING);
  assert_string_equal(problem->args[0], "equipment_value_per_student");
  assert_string_equal(problem->args[1], "130102");
  limit(JH_AUDIT_BUNCHING, "0.0000000001");
  made_audit(NULL, run);
  assert_int_equal(made_count(JH_AUDIT_BUNCHING), 0);
  jh_run_close(run);
}

TEST(units_far_within_a_bound_are_no_crowd) {
  limit(JH_AUDIT_BUNCHING, "0.01");
  (void)crowd(2150);
  jh_run *run = sample_run(made_plan, made_now);
  made_audit(NULL, run);
  for (size_t i = 0; i < made_result->problem_count; i++) {
    bool is_there = made_result->problems[i]->kind == JH_AUDIT_BUNCHING &&
                    strcmp(made_result->problems[i]->args[0], "equipment_value_per_student") == 0 &&
                    strcmp(made_result->problems[i]->args[1], "130102") == 0;
    assert_false(is_there);
  }
  jh_run_close(run);
}

TESTS(
    MADE(figures_of_four_digits_that_two_schools_share_are_told_once),
    MADE(round_figures_are_no_twins),
    MADE(teachers_that_two_schools_share_are_told_if_they_are_many),
    MADE(lists_of_rooms_that_stand_twice_are_told),
    MADE(a_list_of_which_every_record_stands_twice_is_told),
    MADE(money_and_areas_in_another_unit_are_told), MADE(a_whole_dataset_in_yuan_is_told_too),
    MADE(stages_are_held_against_the_type),
    MADE(students_need_classes_and_teachers_in_possible_numbers),
    MADE(units_just_within_a_bound_are_told_if_chance_does_not_explain_it),
    MADE(units_far_within_a_bound_are_no_crowd))
