/* Grades and points as text: names, ranges of names, points got, asked and full. */
#include "support/test.h"

#include "report/score.h"

static jh_buf buf;

static jh_grade grades[] = {
    {"unmet", {{"不合格", "not met"}}},
    {"basic", {{"基本合格", "basically met"}}},
    {"met", {{"合格", "met"}}}};

static const jh_rule grade_rule = {
    .id = "g", .kind = JH_RULE_GRADE, .grades = grades, .grade_count = 3, .pass_grade = 1};
static const jh_rule points_rule = {
    .id = "p", .kind = JH_RULE_SCORE, .not_applicable = JH_NA_RESCALE, .is_starred = true};

static jh_figure known(const char *text) {
  jh_figure figure = {.is_known = true};
  jh_str_copy(figure.text, sizeof figure.text, jh_str_of(text));
  return figure;
}

static jh_figure between(const char *low, const char *high) {
  jh_figure figure = {.is_known = false};
  jh_str_copy(figure.low, sizeof figure.low, jh_str_of(low));
  jh_str_copy(figure.high, sizeof figure.high, jh_str_of(high));
  return figure;
}

static jh_finding finding(const jh_rule *rule, jh_figure measure, const char *bound) {
  return (jh_finding){
      .rule = rule,
      .has_figures = true,
      .measure = measure,
      .bound = known(bound),
      .full = known("20")};
}

static int enter(void **state) {
  (void)state;
  jh_buf_init(&buf);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  return 0;
}

TEST(a_grade_is_told_by_the_name_of_its_value) {
  jh_finding at = finding(&grade_rule, known("0"), "1");
  jh_score_sentence(&buf, &at, JH_EN);
  assert_string_equal(buf.at, "not met, at least basically met is asked");
}

TEST(a_grade_that_is_open_is_told_from_one_name_to_another) {
  jh_finding at = finding(&grade_rule, between("1", "2"), "1");
  jh_score_sentence(&buf, &at, JH_ZH);
  assert_string_equal(buf.at, "基本合格 至 合格，要求至少基本合格");
}

TEST(points_say_what_can_be_had_and_what_is_asked) {
  jh_finding at = finding(&points_rule, known("15.5"), "17");
  jh_score_sentence(&buf, &at, JH_EN);
  assert_string_equal(buf.at, "15.5 of 20 points, 17 are asked");
}

TEST(points_of_which_no_minimum_is_asked_say_no_more) {
  jh_finding at = finding(&points_rule, between("3", "5"), "0");
  jh_score_sentence(&buf, &at, JH_ZH);
  assert_string_equal(buf.at, "得 3 至 5 分（满分 20 分）");
  assert_true(jh_score_is_free(&at));
}

TEST(points_are_short_when_even_the_best_is_too_little) {
  jh_finding at = finding(&points_rule, known("1"), "17");
  at.margin = known("-16");
  assert_true(jh_score_is_short(&at));
  at.margin = between("-16", "-1");
  assert_true(jh_score_is_short(&at));
  at.margin = between("-16", "1");
  assert_false(jh_score_is_short(&at));
  at.margin = known("0");
  assert_false(jh_score_is_short(&at));
}

TEST(json_names_values_by_id_and_gives_full_points) {
  jh_finding grade = finding(&grade_rule, between("0", "2"), "1");
  jh_finding points = finding(&points_rule, known("15"), "17");
  jh_score_json(&buf, &grade);
  jh_score_json(&buf, &points);
  assert_string_equal(
      buf.at, ",\"grade_at_least\":\"unmet\",\"grade_at_most\":\"met\",\"grade_asked\":\"basic\""
              ",\"full\":20");
}

TEST(a_number_that_is_no_value_stays_a_number) {
  jh_figure odd = known("7");
  jh_score_words(&buf, &grade_rule, &odd, JH_EN);
  assert_string_equal(buf.at, "7");
}

TEST(csv_has_ids_in_english_and_names_in_chinese) {
  jh_figure open = between("0", "2"), one = known("1");
  jh_score_csv(&buf, &grade_rule, &open, JH_EN);
  jh_buf_char(&buf, ' ');
  jh_score_csv(&buf, &grade_rule, &one, JH_ZH);
  assert_string_equal(buf.at, "unmet..met 基本合格");
}

TEST(what_becomes_of_points_that_do_not_apply_is_told) {
  jh_score_policy(&buf, &points_rule, JH_EN);
  assert_string_equal(buf.at, " (left out; the rest is brought to the full points)");
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    FRESH(a_grade_is_told_by_the_name_of_its_value),
    FRESH(a_grade_that_is_open_is_told_from_one_name_to_another),
    FRESH(points_say_what_can_be_had_and_what_is_asked),
    FRESH(points_of_which_no_minimum_is_asked_say_no_more),
    FRESH(points_are_short_when_even_the_best_is_too_little),
    FRESH(json_names_values_by_id_and_gives_full_points),
    FRESH(a_number_that_is_no_value_stays_a_number),
    FRESH(csv_has_ids_in_english_and_names_in_chinese),
    FRESH(what_becomes_of_points_that_do_not_apply_is_told))
