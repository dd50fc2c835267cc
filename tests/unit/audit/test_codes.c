/* Codes and names: of counties against structure and list, of schools where they have a structure, and one entity
 * under two keys. */
#include "made.h"

static void spoil_code(uint32_t row, const char *code) {
  made_text(made_now, "county", "county_code", row, code);
}

static void spoil_school(uint32_t row, const char *code) {
  made_text(made_now, "school", "school_code", row, code);
}

TEST(codes_and_names_of_the_list_are_no_problem) {
  made_audit(NULL, NULL);
  assert_int_equal(made_result->problem_count, 0);
  spoil_code(12, "130127000000");
  made_text(made_now, "county", "county_name", 12, "石家庄市 高邑县");
  made_text(made_now, "county", "prefecture_name", 12, "石家庄");
  made_audit(NULL, NULL);
  assert_int_equal(made_result->problem_count, 0);
}

TEST(a_code_that_can_be_no_county_is_told_with_what_is_wrong_in_it) {
  spoil_code(9, "1301230");
  spoil_code(10, "190125");
  spoil_code(11, "130100");
  spoil_code(12, "130197");
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_COUNTY_CODE_FORM, 1, "1301230", NULL);
  made_expect(JH_AUDIT_COUNTY_CODE_PROVINCE, 1, "190125", "19");
  made_expect(JH_AUDIT_COUNTY_CODE_ABOVE, 1, "130100", "灵寿县");
  made_expect(JH_AUDIT_COUNTY_CODE_UNLISTED, 1, "130197", "高邑县");
  assert_string_equal(made_first(JH_AUDIT_COUNTY_CODE_UNLISTED)->args[3], "130127 高邑县");
}

TEST(function_zones_are_taken_and_said) {
  spoil_code(11, "130171"); /* of the list */
  made_text(made_now, "county", "county_name", 11, "石家庄高新技术产业开发区");
  spoil_code(12, "130179"); /* of no list */
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_FUNCTION_ZONE), 2);
  assert_int_equal(made_count(JH_AUDIT_COUNTY_CODE_UNLISTED), 0);
  assert_int_equal(made_first(JH_AUDIT_FUNCTION_ZONE)->severity, JH_NOTE);
}

TEST(names_are_held_against_the_code) {
  made_text(made_now, "county", "county_name", 3, "矿区");
  made_text(made_now, "county", "province_name", 4, "山东省");
  made_text(made_now, "county", "prefecture_name", 5, "唐山市");
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_COUNTY_NAME, 1, "130107", "矿区");
  assert_string_equal(made_first(JH_AUDIT_COUNTY_NAME)->args[2], "井陉矿区");
  made_expect(JH_AUDIT_COUNTY_REGION, 2, "130108", "山东省");
}

TEST(counties_of_another_scheme_get_one_note) {
  for (uint32_t row = 0; row < 7; row++) {
    static const char *const codes[] = {"A1", "A2", "A3", "A4", "A5", "A6", "A7"};
    spoil_code(row, codes[row]);
  }
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_COUNTY_CODE_SCHEME, 1, "7", "13");
  assert_int_equal(made_count(JH_AUDIT_COUNTY_CODE_FORM), 0);
}

TEST(school_codes_are_checked_digit_by_digit) {
  spoil_school(0, "213000001");
  spoil_school(1, "5113000002");
  spoil_school(2, "2164000003");
  made_audit(NULL, NULL);
  made_expect(JH_AUDIT_SCHOOL_CODE_FORM, 1, "213000001", NULL);
  made_expect(JH_AUDIT_SCHOOL_CODE_TYPE, 1, "5113000002", "51");
  made_expect(JH_AUDIT_SCHOOL_CODE_PROVINCE, 1, "2164000003", "64");
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_CODE_SCHEME), 0);
}

TEST(schools_of_another_scheme_get_one_note) {
  size_t count = made_now->levels[made_level("school")].count;
  for (uint32_t row = 0; row < count * 2 / 3; row++) {
    char code[24];
    (void)snprintf(code, sizeof code, "S%u", row);
    spoil_school(row, jh_arena_text(made_now->arena, jh_str_of(code)));
  }
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_CODE_SCHEME), 1);
  assert_int_equal(made_count(JH_AUDIT_SCHOOL_CODE_FORM), 0);
}

TEST(one_school_under_two_codes_or_two_names_is_asked_about) {
  spoil_school(0, "ab13000001");
  spoil_school(1, "AB13000001");
  spoil_school(2, "02113000004"); /* row 3 is 2113000004 */
  made_text(made_now, "school", "school_name", 6, "某 小学（东区）");
  made_text(made_now, "school", "school_name", 5, "某小学(东区)");
  made_audit(NULL, NULL);
  assert_int_equal(made_count(JH_AUDIT_KEY_SPELLING), 2);
  assert_int_equal(made_count(JH_AUDIT_NAME_TWICE), 1);
  assert_int_equal(made_first(JH_AUDIT_NAME_TWICE)->cells[0].row, 6);
}

TESTS(
    MADE(codes_and_names_of_the_list_are_no_problem),
    MADE(a_code_that_can_be_no_county_is_told_with_what_is_wrong_in_it),
    MADE(function_zones_are_taken_and_said), MADE(names_are_held_against_the_code),
    MADE(counties_of_another_scheme_get_one_note), MADE(school_codes_are_checked_digit_by_digit),
    MADE(schools_of_another_scheme_get_one_note),
    MADE(one_school_under_two_codes_or_two_names_is_asked_about))
