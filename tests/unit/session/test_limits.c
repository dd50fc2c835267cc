/* Sheets of limits: what is typed for a number, which column a heading means, how a change is written. */
#include "support/test.h"

#include "session/limits.h"
#include "table/grid_cell.h"

static jh_param_value values[2];
static jh_param params[2];
static jh_stage stages[2];
static jh_plan plan;
static jh_error err;

/* A share of 85 % for all, and 1 or 1.5 by stage. */
static void set_up(void) {
  values[0] = (jh_param_value){.stage = 0, .value = {1, 0}};
  values[1] = (jh_param_value){.stage = 1, .value = {15, 1}};
  stages[0] = (jh_stage){.id = "primary"};
  stages[1] = (jh_stage){.id = "junior"};
  params[0] = (jh_param){.path = "share", .unit_text = "percent"};
  params[1] = (jh_param){.path = "rule.at_least", .unit_text = "", .is_by_stage = true};
  plan = (jh_plan){.params = params, .param_count = 2, .stages = stages, .stage_count = 2};
}

static jh_code read_as(uint8_t kind, const char *text, uint32_t param, jh_dec *out) {
  const jh_limits_cell cell = {jh_str_of(text), kind};
  const jh_limits_row row = {.param = param, .value = &values[0]};
  const jh_place at = jh_place_in("a.xlsx", jh_str_of("Limits"), 3, 10);
  return jh_limits_value(out, &cell, &row, &plan, &at, &err);
}

static void reads(const char *text, uint32_t param, const char *number) {
  char shown[JH_DEC_TEXT];
  jh_dec value;
  assert_int_equal(read_as(JH_GRID_TEXT, text, param, &value), JH_OK);
  assert_string_equal(jh_dec_text(shown, value), number);
}

TEST(digits_are_read_in_all_ways_that_leave_no_doubt) {
  set_up();
  reads("46", 1, "46");
  reads("４６．５", 1, "46.5");
  reads("1,700", 1, "1700");
  reads("4.50", 1, "4.5");
  reads("85%", 0, "85");
  reads("８５ ％", 0, "85");
}

TEST(what_is_no_number_is_refused_at_its_cell) {
  static const char *const texts[] = {"46人", "1,70", "4.5E+3", "85%", "-1",
                                      "",     "七",   "1.2万",  "1-2", "0.0000000000001"};
  set_up();
  for (size_t i = 0; i < COUNT(texts); i++) {
    jh_dec value;
    assert_int_equal(read_as(JH_GRID_TEXT, texts[i], 1, &value), JH_ELIMITS_VALUE);
    assert_int_equal(err.at.line, 3);
    assert_int_equal(err.at.column, 10);
  }
  static const uint8_t kinds[] = {
      JH_GRID_BOOL, JH_GRID_DATE, JH_GRID_ERROR, JH_GRID_UNCOMPUTED, JH_GRID_MERGED};
  for (size_t i = 0; i < COUNT(kinds); i++) {
    jh_dec value;
    assert_int_equal(read_as(kinds[i], "46", 1, &value), JH_ELIMITS_VALUE);
  }
}

TEST(a_day_is_read_as_people_write_it) {
  static const char *const days[] = {
      "2024-09-01", "2024年9月1日", "2024年09月01日", "2024/9/1", "2024.9.1"};
  static const char *const others[] = {
      "2024年9月", "2024年13月1日", "2024年2月30日", "24年9月1日", "2024年9月1日起", "9月1日", ""};
  jh_date day, first;
  assert_true(jh_date_read(&first, jh_str_of(days[0])));
  for (size_t i = 0; i < COUNT(days); i++) {
    assert_true(jh_limits_day(&day, jh_str_of(days[i])));
    assert_int_equal(day, first);
  }
  for (size_t i = 0; i < COUNT(others); i++)
    assert_false(jh_limits_day(&day, jh_str_of(others[i])));
}

TEST(a_heading_means_its_column_in_either_language) {
  jh_str near;
  assert_int_equal(jh_limits_find_column(jh_str_of("新 值"), &near), JH_LIMITS_NOW);
  assert_int_equal(jh_limits_find_column(jh_str_of("NEW VALUE"), &near), JH_LIMITS_NOW);
  assert_int_equal(jh_limits_find_column(jh_str_of("ｎｅｗ　ｖａｌｕｅ"), &near), JH_LIMITS_NOW);
  assert_int_equal(jh_limits_find_column(jh_str_of("New values"), &near), JH_LIMITS_COLUMNS);
  assert_true(jh_str_equal(near, jh_str_of("New value")));
  assert_int_equal(jh_limits_find_fact(jh_str_of("起始日")), JH_LIMITS_F_SINCE);
  assert_int_equal(jh_limits_find_fact(jh_str_of("Pack")), JH_LIMITS_FACTS);
  for (int i = 0; i < JH_LIMITS_COLUMNS; i++) {
    for (int lang = 0; lang < JH_LANGS; lang++) {
      jh_str title = jh_str_of(jh_limits_title((jh_limits_column)i, (jh_lang)lang));
      assert_int_equal(jh_limits_find_column(title, NULL), i);
    }
  }
}

static const jh_limits_row rows[] = {
    {.param = 1, .value = &values[0]}, {.param = 1, .value = &values[1]}};

static const char *statement(jh_buf *buf, jh_limits_edit *edits, size_t count) {
  jh_limits limits = {.edits = edits, .edit_count = count};
  const jh_limits_table table = {.plan = &plan, .lang = JH_EN};
  const jh_limits_head head = {
      .id = jh_str_of("trial"), .reason = jh_str_of("why"), .since = 20260901};
  set_up();
  jh_buf_clear(buf);
  jh_limits_lua(buf, &limits, &table, &head);
  const char *change = strstr(buf->at, "\nchange");
  assert_non_null(change);
  return change + 1;
}

TEST(stages_stand_together_unless_something_sets_them_apart) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_limits_edit edits[] = {
      {.row = &rows[0], .now = {2, 0}, .since = 20260901},
      {.row = &rows[1], .now = {25, 1}, .since = 20260901}};
  assert_string_equal(
      statement(&buf, edits, 2), "change \"rule.at_least\" {\n"
                                 "  was = { primary = 1, junior = \"1.5\" }, "
                                 "now = { primary = 2, junior = \"2.5\" },\n}\n");
  assert_int_equal(edits[0].written, edits[1].written);
  edits[1].since = 20270901;
  edits[1].until = 20280901;
  assert_string_equal(
      statement(&buf, edits, 2),
      "change \"rule.at_least.primary\" { was = 1, now = 2 }\n\n"
      "change \"rule.at_least.junior\" {\n"
      "  was = \"1.5\", now = \"2.5\", from = \"2027-09-01\", until_date = \"2028-09-01\",\n}\n");
  jh_buf_done(&buf);
}

TEST(texts_are_quoted_and_stay_on_their_line) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_limits_edit edit = {
      .row = &rows[0], .now = {2, 0}, .since = 20260901, .clause = jh_str_of("一\n\"二\"\\")};
  assert_string_equal(
      statement(&buf, &edit, 1),
      "change \"rule.at_least.primary\" { was = 1, now = 2, clause = \"一 \\\"二\\\"\\\\\" }\n");
  jh_buf_done(&buf);
}

TESTS(
    RUN(digits_are_read_in_all_ways_that_leave_no_doubt),
    RUN(what_is_no_number_is_refused_at_its_cell), RUN(a_day_is_read_as_people_write_it),
    RUN(a_heading_means_its_column_in_either_language),
    RUN(stages_stand_together_unless_something_sets_them_apart),
    RUN(texts_are_quoted_and_stay_on_their_line))
