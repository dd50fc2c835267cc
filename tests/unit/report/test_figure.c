/* test_figure.c - single figures in words, in JSON, in CSV. */
#include "support/test.h"

#include "report/figure.h"

static jh_buf buf;

static const char *words(const jh_figure *figure) {
  jh_buf_clear(&buf);
  jh_figure_words(&buf, figure, JH_EN);
  return buf.at ? buf.at : "";
}

static const char *json(const jh_figure *figure) {
  jh_buf_clear(&buf);
  jh_figure_json(&buf, figure);
  return buf.at ? buf.at : "";
}

static const char *csv(const jh_figure *figure) {
  jh_buf_clear(&buf);
  jh_figure_csv(&buf, figure);
  return buf.at ? buf.at : "";
}

TEST(a_known_figure_is_written_as_it_is) {
  jh_figure figure = {.is_known = true, .text = "-4.505"};
  assert_string_equal(words(&figure), "-4.505");
  assert_string_equal(json(&figure), "-4.505");
  assert_string_equal(csv(&figure), "-4.505");
  jh_buf_done(&buf);
}

TEST(what_is_not_known_is_told_by_its_ends) {
  jh_figure low = {.low = "4.1"}, high = {.high = "5"}, both = {.low = "4.1", .high = "5"};
  jh_figure none = {.is_known = false};
  assert_string_equal(words(&low), "at least 4.1");
  assert_string_equal(words(&high), "at most 5");
  assert_string_equal(words(&both), "4.1 to 5");
  assert_string_equal(words(&none), "not known");
  assert_string_equal(json(&low), "{\"at_least\":4.1}");
  assert_string_equal(json(&high), "{\"at_most\":5}");
  assert_string_equal(json(&both), "{\"at_least\":4.1,\"at_most\":5}");
  assert_string_equal(json(&none), "null");
  assert_string_equal(csv(&low), "4.1..");
  assert_string_equal(csv(&high), "..5");
  assert_string_equal(csv(&both), "4.1..5");
  assert_string_equal(csv(&none), "");
  jh_buf_done(&buf);
}

TEST(json_never_holds_a_number_that_is_none) {
  static const char *const odd[] = {"", "-", "1.", ".5", "1e9", "007", "1,5", "nan"};
  for (size_t i = 0; i < COUNT(odd); i++) {
    jh_figure figure = {.is_known = true};
    strcpy(figure.text, odd[i]);
    assert_int_equal(json(&figure)[0], '"');
  }
  jh_buf_done(&buf);
}

TEST(a_range_of_the_longest_figures_fits) {
  jh_figure figure = {.is_known = false};
  memset(figure.low, '1', JH_FIGURE_TEXT - 1);
  memset(figure.high, '2', JH_FIGURE_TEXT - 1);
  assert_int_equal(strlen(csv(&figure)), 2 * (JH_FIGURE_TEXT - 1) + 2);
  jh_buf_done(&buf);
}

TEST(signs_say_the_requirement_or_its_breach) {
  assert_string_equal(jh_figure_sign(JH_AT_LEAST, true), "≥");
  assert_string_equal(jh_figure_sign(JH_AT_LEAST, false), "<");
  assert_string_equal(jh_figure_sign(JH_AT_MOST, false), ">");
  assert_string_equal(jh_figure_sign(JH_EQUALS, false), "≠");
}

TEST(the_clause_is_that_of_the_value_in_force) {
  jh_param_value value = {.since = 20250301, .clause = "新条款", .document = 1};
  jh_rule rule = {.clause = "第六条", .in_force = 20170419, .document = 0};
  jh_document documents[] = {{.number = "A"}, {.number = "B"}};
  jh_plan plan = {.documents = documents, .document_count = 2};
  assert_string_equal(jh_figure_clause(&rule, &value), "新条款");
  assert_string_equal(jh_figure_clause(&rule, NULL), "第六条");
  assert_string_equal(jh_figure_document(&plan, &rule, &value), "B");
  assert_string_equal(jh_figure_document(&plan, &rule, NULL), "A");
  assert_int_equal(jh_figure_since(&plan, &rule, &value), 20250301);
  assert_int_equal(jh_figure_since(&plan, &rule, NULL), 20170419);
  rule.in_force = 0;
  plan.pack.in_force = 20160101;
  assert_int_equal(jh_figure_since(&plan, &rule, NULL), 20160101);
}

TESTS(
    RUN(a_known_figure_is_written_as_it_is), RUN(what_is_not_known_is_told_by_its_ends),
    RUN(json_never_holds_a_number_that_is_none), RUN(a_range_of_the_longest_figures_fits),
    RUN(signs_say_the_requirement_or_its_breach), RUN(the_clause_is_that_of_the_value_in_force))
