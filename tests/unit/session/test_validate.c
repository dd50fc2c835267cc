/* The auditor behind the public interface: years held side by side, one list in every form, errors counted. */
#include "support/test.h"

#include <sys/stat.h>

#include "junheng.h"
#include "support/sink.h"

#define DOUBTFUL "tests/fault/doubtful"

static jh_error err;
static jh_session *session;

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  return 0;
}

static jh_code open(const char *data) {
  jh_session_options options = {
      .rules = DOUBTFUL, .data = data, .share = ".", .all_columns = true, .audits = true};
  size = 0;
  return jh_session_open(&session, &options, &err);
}

static void told(jh_format format, jh_lang lang) {
  size = 0;
  assert_int_equal(jh_session_write_problems(session, format, lang, take, NULL, &err), JH_OK);
}

static size_t count(const char *what) {
  size_t found = 0;
  for (const char *at = text; (at = strstr(at, what)); at++) found++;
  return found;
}

TEST(the_year_before_is_found_in_the_same_data) {
  size_t errors = 0;
  jh_validate_options how = {.with_impact = true, .jobs = 2};
  assert_int_equal(open(DOUBTFUL), JH_OK);
  assert_int_equal(jh_session_validate(session, &how, &errors, &err), JH_OK);
  assert_int_equal(errors, 1);
  told(JH_FORMAT_JSON, JH_EN);
  assert_non_null(strstr(text, "\"year\":\"2024\",\"year_before\":\"2023\""));
  assert_int_equal(count("\"kind\":\"school_vanished\",\"code\""), 1);
  assert_int_equal(count("\"undetermined\":1"), 1);
}

TEST(every_form_has_a_row_for_each_problem_and_the_deciding_ones_come_first) {
  jh_validate_options how = {.with_impact = true, .listed = 2};
  assert_int_equal(open(DOUBTFUL), JH_OK);
  assert_int_equal(jh_session_validate(session, &how, NULL, &err), JH_OK);
  told(JH_FORMAT_JSON, JH_ZH);
  size_t problems = count("{\"severity\":");
  told(JH_FORMAT_CSV, JH_EN);
  size_t blanks = count(",deciding blank,JH-706,");
  assert_true(blanks > 0);
  assert_int_equal(count("\r\n"), problems + blanks + 1);
  assert_true(strstr(text, "JH-706") < strstr(text, "JH-231"));
  assert_non_null(strstr(text, "\r\nerror,checks of the dictionary,JH-231,"));
  const char *last = strstr(text, "not examined");
  assert_true(last && last > strstr(text, "met → undetermined"));
  told(JH_FORMAT_TEXT, JH_EN);
  assert_int_equal(count("  cure: "), 2); /* as many as are listed */
  assert_non_null(strstr(text, "the first 2 of "));
  told(JH_FORMAT_XLSX, JH_ZH);
  assert_memory_equal(text, "PK", 2);
}

TEST(cells_that_are_refused_are_blank_to_the_audit_and_errors_all_the_same) {
  char folder[600], command[2400];
  size_t errors = 0;
  jh_validate_options how = {.with_impact = true, .jobs = 2};
  (void)snprintf(folder, sizeof folder, "%s/blanked", JH_TEST_FOLDER);
  (void)snprintf(
      command, sizeof command,
      "rm -rf '%s' && cp -r data/sample '%s' && sed -i '/^2199000001,/s/,1481,/,\"1,481\",/' "
      "'%s/schools.csv'",
      folder, folder, folder);
  assert_int_equal(system(command), 0);
  jh_session_options options = {
      .rules = "rules/national/quality-balance-2017",
      .data = folder,
      .share = ".",
      .all_columns = true,
      .audits = true};
  assert_int_equal(jh_session_open(&session, &options, &err), JH_OK);
  assert_int_equal(jh_session_validate(session, &how, &errors, &err), JH_OK);
  assert_int_equal(errors, 1);
  told(JH_FORMAT_JSON, JH_EN);
  assert_int_equal(count("\"code\":212,"), 1);
  assert_int_equal(count("\"code\":707,"), 1);
  assert_non_null(strstr(text, "\"column\":\"primary_students\",\"entity\":\"2199000001\""));
  assert_int_equal(count("\"audited\":true"), 1);
  told(JH_FORMAT_CSV, JH_ZH);
  assert_non_null(strstr(text, ",2199000001,甲一县第一小学,"));
  jh_session_close(session);
  session = NULL;
  options.audits = false; /* whoever judges takes no such data */
  assert_int_equal(jh_session_open(&session, &options, &err), JH_EDATA_REJECTED);
}

TEST(without_a_pack_nothing_is_doubted) {
  jh_validate_options how = {.jobs = 1};
  assert_int_equal(open(DOUBTFUL), JH_OK);
  assert_int_equal(jh_session_validate(session, &how, NULL, &err), JH_OK);
  told(JH_FORMAT_JSON, JH_EN);
  assert_int_equal(count("\"impact\""), 0);
  assert_int_equal(count("\"blanks\""), 0);
}

TEST(a_folder_of_earlier_data_that_is_refused_is_told_and_left_aside) {
  char folder[600], command[2400];
  (void)snprintf(folder, sizeof folder, "%s/before", JH_TEST_FOLDER);
  (void)snprintf(
      command, sizeof command,
      "mkdir -p '%s' && cp %s/counties.csv '%s' && echo x > '%s/schools.csv'", folder, DOUBTFUL,
      folder, folder);
  assert_int_equal(system(command), 0);
  jh_validate_options how = {.before = folder};
  size_t errors = 0;
  assert_int_equal(open(DOUBTFUL), JH_OK);
  assert_int_equal(jh_session_validate(session, &how, &errors, &err), JH_OK);
  assert_true(errors > 1); /* those of the folder are errors, too */
  told(JH_FORMAT_CSV, JH_EN);
  assert_non_null(strstr(text, "JH-703"));
  assert_null(strstr(text, "JH-729"));
  how.before = "tests/nowhere";
  assert_int_equal(jh_session_validate(session, &how, NULL, &err), JH_ENO_FOLDER);
}

TEST(data_that_were_refused_have_a_list_of_what_reading_found) {
  char folder[600], command[2400];
  (void)snprintf(folder, sizeof folder, "%s/refused", JH_TEST_FOLDER);
  (void)snprintf(
      command, sizeof command,
      "mkdir -p '%s' && cp %s/*.csv '%s' && echo '9,x,9,2024,a,1,1' >> '%s/schools.csv'", folder,
      DOUBTFUL, folder, folder);
  assert_int_equal(system(command), 0);
  jh_validate_options how = {.with_impact = true};
  size_t errors = 0;
  assert_int_equal(open(folder), JH_EDATA_REJECTED);
  assert_int_equal(jh_session_validate(session, &how, &errors, &err), JH_OK);
  assert_true(errors > 0);
  told(JH_FORMAT_CSV, JH_EN);
  assert_non_null(strstr(text, "error,reading of the data,JH-211,"));
  told(JH_FORMAT_JSON, JH_EN);
  assert_non_null(strstr(text, "\"audited\":false"));
  told(JH_FORMAT_TEXT, JH_EN);
  assert_int_equal(size, 0);
}

#define FRESH(name) cmocka_unit_test_teardown(name, tear_down)

TESTS(
    FRESH(the_year_before_is_found_in_the_same_data),
    FRESH(every_form_has_a_row_for_each_problem_and_the_deciding_ones_come_first),
    FRESH(cells_that_are_refused_are_blank_to_the_audit_and_errors_all_the_same),
    FRESH(without_a_pack_nothing_is_doubted),
    FRESH(a_folder_of_earlier_data_that_is_refused_is_told_and_left_aside),
    FRESH(data_that_were_refused_have_a_list_of_what_reading_found))
