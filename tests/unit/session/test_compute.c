/* A pack whose rule is computed by a function of its own, from the files to the report. */
#include "support/test.h"

#include <sys/stat.h>

#include "junheng.h"
#include "support/sink.h"

static jh_error err;
static jh_session *session;

static const char *const dictionary =
    "dictionary \"d\" { name = \"d\", version = \"1\" }\n"
    "table_of \"counties\" { name = \"县\", level = \"county\", key = \"code\", columns = {\n"
    "  column \"code\" { name = \"代码\", type = \"code\" },\n"
    "  column \"total\" { name = \"总数\", type = \"decimal\", scale = 2 } } }\n"
    "dataset { as_of = \"2024-09-01\" }\n";

static const char *const head =
    "pack \"test/computed\" { name = \"t\", version = \"1.0.0\", dictionary = \"dictionary.lua\",\n"
    "  document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"
    "  coverage = \"complete\", files = { \"rules\" } }\n";

static const char *const rules =
    "indicator \"half\" { name = \"半数\", clause = \"一\", of = county, unit = \"\",\n"
    "  measure = compute { of = county, unit = \"\", reads = { total = county.total },\n"
    "    each = function(row)\n"
    "      return row.total / (13 - row.total) * (13 - row.total) / 2\n"
    "    end }, at_least = 5 }\n"
    "verdict \"ok\" { name = \"总\", clause = \"二\", of = county, holds = indicator \"half\" }\n";

static void write_file(const char *name, const char *content) {
  char path[600];
  (void)snprintf(path, sizeof path, "%s/computed/%s", JH_TEST_FOLDER, name);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_true(fputs(content, file) >= 0);
  assert_int_equal(fclose(file), 0);
}

static jh_code evaluate(const char *rows) {
  char folder[600];
  (void)snprintf(folder, sizeof folder, "%s/computed", JH_TEST_FOLDER);
  (void)mkdir(folder, 0777);
  write_file("dictionary.lua", dictionary);
  write_file("pack.lua", head);
  write_file("rules.lua", rules);
  write_file("counties.csv", rows);
  jh_session_options options = {.data = folder, .rules = folder, .share = "."};
  assert_int_equal(jh_session_open(&session, &options, &err), JH_OK);
  jh_evaluate_options how = {.with_figures = true, .jobs = 2};
  return jh_session_evaluate(session, &how, &err);
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  return 0;
}

TEST(figures_of_functions_are_judged_and_said_to_be_computed) {
  assert_int_equal(evaluate("code,total\na,10\nb,9.99\nc,\n"), JH_OK);
  assert_int_equal(jh_session_count(session, "met"), 1);
  assert_int_equal(jh_session_count(session, "unmet"), 1);
  assert_int_equal(jh_session_count(session, "undetermined"), 1);
  jh_evaluate_options how = {.with_figures = true, .jobs = 1};
  assert_int_equal(jh_session_evaluate(session, &how, &err), JH_OK); /* again: the script is open */
  assert_int_equal(jh_session_count(session, "met"), 1);
  size = 0;
  assert_int_equal(jh_session_write(session, JH_FORMAT_TEXT, JH_ZH, take, NULL, &err), JH_OK);
  assert_non_null(strstr(text, "由本地程序计算：半数"));
  size = 0;
  assert_int_equal(jh_session_write(session, JH_FORMAT_JSON, JH_EN, take, NULL, &err), JH_OK);
  assert_non_null(strstr(text, "\"computed\":true"));
}

TEST(a_function_that_fails_is_told_with_its_line_and_row) {
  char line[1000];
  assert_int_equal(evaluate("code,total\na,10\nb,13\n"), JH_ECOMPUTE_FAILED);
  jh_error_print(&err, JH_EN, line, sizeof line);
  assert_non_null(
      strstr(line, "rules.lua:4: error: the function of compute failed for b: division by 0"));
}

static jh_code set(const char *key, const char *to) {
  return jh_session_set_cell(session, "counties", key, "total", to, &err);
}

TEST(a_function_is_asked_again_for_the_county_that_was_edited) {
  assert_int_equal(evaluate("code,total\na,10\nb,9.99\nc,\n"), JH_OK);
  assert_int_equal(set("b", "10.01"), JH_OK);
  assert_int_equal(jh_session_count(session, "met"), 2);
  assert_int_equal(set("c", "3"), JH_OK);
  assert_int_equal(jh_session_count(session, "unmet"), 1);
  assert_int_equal(set("a", ""), JH_OK);
  assert_int_equal(jh_session_count(session, "met"), 1);
  assert_int_equal(jh_session_count(session, "undetermined"), 1);
}

TEST(an_edit_with_which_a_function_fails_leaves_all_as_it_was) {
  char before[4096];
  assert_int_equal(evaluate("code,total\na,10\nb,9.99\nc,\n"), JH_OK);
  size = 0;
  assert_int_equal(jh_session_write(session, JH_FORMAT_CSV, JH_EN, take, NULL, &err), JH_OK);
  assert_true(size < sizeof before);
  strcpy(before, text);
  assert_int_equal(set("a", "13"), JH_ECOMPUTE_FAILED);
  size = 0;
  assert_int_equal(jh_session_write(session, JH_FORMAT_CSV, JH_EN, take, NULL, &err), JH_OK);
  assert_string_equal(text, before);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, NULL, tear_down)

TESTS(
    FRESH(figures_of_functions_are_judged_and_said_to_be_computed),
    FRESH(a_function_that_fails_is_told_with_its_line_and_row),
    FRESH(a_function_is_asked_again_for_the_county_that_was_edited),
    FRESH(an_edit_with_which_a_function_fails_leaves_all_as_it_was))
