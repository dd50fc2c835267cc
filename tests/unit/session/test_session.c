/* The public interface, on the bundled sample. Tests run in the root of the tree. */
#include "support/test.h"

#include "junheng.h"
#include "support/sink.h"

static jh_error err;
static jh_session *session;
static bool refuse(void *payload, const char *bytes, size_t count) {
  (void)payload, (void)bytes, (void)count;
  return false;
}

static jh_code open_with(jh_session_options options) {
  size = 0;
  text[0] = '\0';
  options.share = ".";
  return jh_session_open(&session, &options, &err);
}

static int set_up(void **state) {
  (void)state;
  jh_session_options options = {
      .rules = "national/quality-balance-2017", .data = "data/sample", .with_cases = true};
  return open_with(options) == JH_OK ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  return 0;
}

static void evaluate(void) {
  jh_evaluate_options how = {.jobs = 2, .with_figures = true};
  assert_int_equal(jh_session_evaluate(session, &how, &err), JH_OK);
}

TEST(the_sample_s_counties_are_counted_by_verdict) {
  evaluate();
  assert_int_equal(jh_session_count(session, "met"), 3);
  assert_int_equal(jh_session_count(session, "unmet"), 9);
  assert_int_equal(jh_session_count(session, "undetermined"), 1);
  assert_int_equal(jh_session_count(session, "splendid"), 0);
}

TEST(every_format_is_written_and_a_full_sink_is_an_error) {
  evaluate();
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  for (size_t i = 0; i < COUNT(formats); i++) {
    size = 0;
    assert_int_equal(jh_session_write(session, formats[i], JH_EN, take, NULL, &err), JH_OK);
    assert_true(size > 1000);
    assert_int_equal(
        jh_session_write(session, formats[i], JH_ZH, refuse, NULL, &err), JH_ENOT_WRITABLE);
  }
}

TEST(the_day_is_told_or_the_dataset_s_own) {
  jh_evaluate_options how = {.on = "2016-12-31"};
  assert_int_equal(jh_session_evaluate(session, &how, &err), JH_OK);
  assert_int_equal(jh_session_count(session, "not_in_force"), 13);
  how.on = "2024-02-30";
  assert_int_equal(jh_session_evaluate(session, &how, &err), JH_EBAD_DATE);
}

static jh_code explain(const char *entity, const char *rule, jh_format format, jh_lang lang) {
  jh_evidence_options how = {
      .entity = entity, .rule = rule, .format = format, .lang = lang, .writer = take};
  return jh_session_explain(session, &how, &err);
}

TEST(an_entity_is_found_by_code_by_name_and_by_stage) {
  evaluate();
  const char *const known[] = {
      "990102", "甲二县", "3199000050", "3199000050/junior", "3199000050/初中"};
  for (size_t i = 0; i < COUNT(known); i++) {
    size = 0;
    assert_int_equal(explain(known[i], "school_resources", JH_FORMAT_TEXT, JH_ZH), JH_OK);
    assert_non_null(strstr(text, "甲二县"));
  }
  size = 0;
  assert_int_equal(explain("990102", NULL, JH_FORMAT_JSON, JH_EN), JH_OK);
  assert_true(size > 100);
}

TEST(what_is_not_there_gets_a_suggestion) {
  evaluate();
  assert_int_equal(explain("99010", NULL, JH_FORMAT_TEXT, JH_ZH), JH_ENO_ENTITY);
  assert_true(strlen(err.args[1]) > 0);
  assert_int_equal(explain("990102/senior", NULL, JH_FORMAT_TEXT, JH_ZH), JH_ENO_ENTITY);
  assert_int_equal(explain("990102", "clas_size", JH_FORMAT_TEXT, JH_ZH), JH_EUNKNOWN_RULE);
  assert_string_equal(err.args[1], "class_size");
}

TEST(two_sessions_are_compared_once_both_are_evaluated) {
  jh_session *before = session;
  jh_session_options options = {
      .rules = "national/quality-balance-2017", .data = "data/sample", .share = "."};
  jh_session *after;
  size_t flips = 99;
  assert_int_equal(jh_session_open(&after, &options, &err), JH_OK);
  jh_evaluate_options how = {.on = "2016-12-31"};
  jh_compare_options as = {.lang = JH_EN, .writer = take};
  assert_int_equal(jh_session_compare(before, after, &as, &flips, &err), JH_ENO_DATA);
  evaluate();
  assert_int_equal(jh_session_evaluate(after, &how, &err), JH_OK);
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  for (size_t i = 0; i < COUNT(formats); i++) {
    size = 0;
    as = (jh_compare_options){.format = formats[i], .lang = JH_ZH, .writer = take};
    assert_int_equal(jh_session_compare(before, after, &as, &flips, &err), JH_OK);
    assert_true(size > 1000);
    assert_true(flips > 13);
    as.writer = refuse;
    assert_int_equal(jh_session_compare(before, after, &as, NULL, &err), JH_ENOT_WRITABLE);
  }
  as.writer = take;
  assert_int_equal(jh_session_compare(before, before, &as, &flips, &err), JH_OK);
  assert_int_equal(flips, 0);
  as.near = "101";
  assert_int_equal(jh_session_compare(before, after, &as, NULL, &err), JH_EBAD_PERCENT);
  as = (jh_compare_options){.table = "flip", .writer = take};
  assert_int_equal(jh_session_compare(before, after, &as, NULL, &err), JH_EBAD_TABLE);
  as.table = "cost"; /* of CSV, and text is asked for */
  assert_int_equal(jh_session_compare(before, after, &as, NULL, &err), JH_ETABLE_OF_CSV);
  jh_session_close(after);
}

TEST(rules_and_parameters_are_shown) {
  const char *const ids[] = {
      NULL, "school_resources", "music_rooms", "higher_degree_teachers_per_100.at_least"};
  for (size_t i = 0; i < COUNT(ids); i++) {
    size = 0;
    assert_int_equal(
        jh_session_rules(session, ids[i], NULL, JH_FORMAT_TEXT, JH_EN, take, NULL, &err), JH_OK);
    assert_true(size > 50);
  }
  assert_int_equal(
      jh_session_rules(session, NULL, "2024-09-01", JH_FORMAT_JSON, JH_EN, take, NULL, &err),
      JH_OK);
  assert_int_equal(
      jh_session_rules(session, "nothing", NULL, JH_FORMAT_TEXT, JH_EN, take, NULL, &err),
      JH_EUNKNOWN_RULE);
  assert_int_equal(
      jh_session_rules(session, NULL, "never", JH_FORMAT_TEXT, JH_EN, take, NULL, &err),
      JH_EBAD_DATE);
  assert_int_equal(
      jh_session_rules(session, NULL, NULL, JH_FORMAT_TEXT, JH_EN, refuse, NULL, &err),
      JH_ENOT_WRITABLE);
}

TEST(files_and_dictionary_are_described) {
  assert_int_equal(jh_session_describe(session, JH_FORMAT_TEXT, JH_ZH, take, NULL, &err), JH_OK);
  assert_non_null(strstr(text, "schools.csv"));
  size = 0;
  assert_int_equal(jh_session_describe(session, JH_FORMAT_JSON, JH_EN, take, NULL, &err), JH_OK);
  assert_non_null(strstr(text, "\"sha256\""));
  assert_int_equal(
      jh_session_describe(session, JH_FORMAT_JSON, JH_EN, refuse, NULL, &err), JH_ENOT_WRITABLE);
  size = 0;
  jh_session *const packs[] = {session};
  jh_dictionary_options how = {
      .packs = packs, .pack_count = 1, .format = JH_FORMAT_TEXT, .lang = JH_EN, .writer = take};
  assert_int_equal(jh_session_dictionary(session, &how, &err), JH_OK);
  assert_non_null(strstr(text, "`school_code`"));
  size = 0;
  how.format = JH_FORMAT_JSON;
  assert_int_equal(jh_session_dictionary(session, &how, &err), JH_OK);
  assert_non_null(strstr(text, "\"read_by\":[{\"pack\":"));
}

TEST(the_pack_s_cases_run) {
  size_t failed = 99;
  assert_int_equal(jh_session_cases(session, JH_EN, take, NULL, &failed, &err), JH_OK);
  assert_int_equal(failed, 0);
  assert_int_equal(jh_session_cases(session, JH_ZH, refuse, NULL, &failed, &err), JH_ENOT_WRITABLE);
}

static void expect_refusal(jh_session_options options, jh_code code) {
  jh_code got = open_with(options);
  if (got != code) fail_msg("code %d instead of %d", (int)got, (int)code);
  jh_session_close(session);
  session = NULL;
}

TEST(what_cannot_be_opened_says_why) {
  expect_refusal((jh_session_options){.rules = "national/nothing"}, JH_ENO_PACK);
  expect_refusal((jh_session_options){.data = "data/nothing"}, JH_ENO_FOLDER);
  expect_refusal((jh_session_options){.data = "data/sample", .region = "11"}, JH_EDATA_REJECTED);
  expect_refusal((jh_session_options){.dictionary = "nothing"}, JH_ENO_DICTIONARY);
}

TEST(without_data_nothing_is_judged) {
  assert_int_equal(
      open_with((jh_session_options){.rules = "national/quality-balance-2017"}), JH_OK);
  jh_evaluate_options how = {0};
  assert_int_equal(jh_session_evaluate(session, &how, &err), JH_ENO_DATA);
  assert_int_equal(
      jh_session_describe(session, JH_FORMAT_TEXT, JH_EN, take, NULL, &err), JH_ENO_DATA);
  jh_session_close(session);
  session = NULL;
}

static size_t reading, judging;

static void count_progress(void *payload, const char *phase, uint64_t done, uint64_t total) {
  (void)payload;
  assert_true(done <= total);
  reading += strcmp(phase, "load") == 0;
  judging += strcmp(phase, "evaluate") == 0;
}

TEST(progress_is_told_while_reading_and_judging) {
  jh_session_options options = {
      .rules = "national/quality-balance-2017", .data = "data/sample", .progress = count_progress};
  assert_int_equal(open_with(options), JH_OK);
  evaluate();
  assert_true(reading > 0);
  assert_true(judging > 0);
  jh_session_close(session);
  session = NULL;
}

TEST(the_version_and_the_shared_folder_are_known) {
  assert_true(strlen(jh_version()) >= 5);
  char folder[4096];
  assert_true(strlen(jh_share_folder(folder, sizeof folder)) > 0);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(the_sample_s_counties_are_counted_by_verdict),
    FRESH(every_format_is_written_and_a_full_sink_is_an_error),
    FRESH(the_day_is_told_or_the_dataset_s_own),
    FRESH(an_entity_is_found_by_code_by_name_and_by_stage),
    FRESH(two_sessions_are_compared_once_both_are_evaluated),
    FRESH(what_is_not_there_gets_a_suggestion), FRESH(rules_and_parameters_are_shown),
    FRESH(files_and_dictionary_are_described), FRESH(the_pack_s_cases_run),
    FRESH(two_sessions_are_compared_once_both_are_evaluated), RUN(what_cannot_be_opened_says_why),
    RUN(without_data_nothing_is_judged), RUN(progress_is_told_while_reading_and_judging),
    RUN(the_version_and_the_shared_folder_are_known))
