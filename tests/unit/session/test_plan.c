/* Plans on the bundled sample and the example list of prices. Tests run in the root of the tree. */
#include "support/test.h"

#include "junheng.h"
#include "support/sink.h"

static jh_error err;
static jh_session *session;

static bool refuse(void *payload, const char *bytes, size_t count) {
  (void)payload, (void)bytes, (void)count;
  return false;
}

static int set_up(void **state) {
  (void)state;
  jh_session_options options = {
      .rules = "national/quality-balance-2017", .data = "data/sample", .share = "."};
  jh_evaluate_options how = {.jobs = 2};
  if (jh_session_open(&session, &options, &err) != JH_OK) return -1;
  return jh_session_evaluate(session, &how, &err) == JH_OK ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_session_close(session);
  session = NULL;
  return 0;
}

static jh_session_plan_options asking(const char *entity) {
  return (jh_session_plan_options){
      .entity = entity,
      .prices = "docs/examples/prices.lua",
      .format = JH_FORMAT_JSON,
      .writer = take};
}

static jh_code plan(jh_session_plan_options how) {
  size = 0;
  text[0] = '\0';
  return jh_session_plan(session, &how, &err);
}

static void says(const char *what) {
  if (!strstr(text, what)) fail_msg("%s is not said", what);
}

TEST(a_plan_is_tried_and_proven) {
  assert_int_equal(plan(asking("990102")), JH_OK);
  says("\"outcome\":\"planned\"");
  says("\"yuan\":18000,\"at_least_yuan\":18000,\"cheapest\":true");
  says("\"tried\":{\"met\":true,\"tight\":true,\"verdict\":\"met\"}");
  says("\"column\":\"junior_bachelor_teachers\"");
}

/* The same ground serves both stages of a nine-year school: what is bought is counted by its share. */
TEST(one_of_two_indicators_stays_at_its_floor_where_that_is_cheaper) {
  assert_int_equal(plan(asking("990302")), JH_OK);
  says("\"choice_of\":\"school_resources\",\"choice\":1,\"may_leave\":1");
  says("\"means\":\"sports_ground\"");
  assert_null(strstr(text, "\"means\":\"classrooms\""));
  says("\"yuan\":372000,\"at_least_yuan\":372000,\"cheapest\":true");
}

TEST(without_prices_nothing_is_bought_and_the_missing_amounts_are_told) {
  jh_session_plan_options how = asking("990302");
  how.prices = NULL;
  assert_int_equal(plan(how), JH_OK);
  says("\"outcome\":\"no_prices\"");
  says("\"columns\":[\"teaching_area_m2\"],\"missing\":199.1,\"missing_to_floor\":0");
  assert_null(strstr(text, "\"lines\""));
}

TEST(a_spread_too_large_tells_who_is_behind_and_how_much_levels_it) {
  jh_session_plan_options how = asking("990103");
  how.prices = NULL;
  assert_int_equal(plan(how), JH_OK);
  says("\"mean\":5261.0907,\"raise_to\":4581.2591");
  says("\"value\":2126,");
  says("\"missing\":52.297019");
}

TEST(missing_cells_are_waited_for_and_the_rest_is_bought) {
  assert_int_equal(plan(asking("990203")), JH_OK);
  says("\"why\":\"waits\",\"waiting_count\":1");
  says("\"tried\":{\"met\":true,\"tight\":true,\"verdict\":\"undetermined\"}");
}

TEST(judgements_and_what_nothing_changes_are_not_bought) {
  assert_int_equal(plan(asking("990204")), JH_OK);
  says("\"outcome\":\"nothing_can_be_bought\"");
  says("\"why\":\"judged\"");
  assert_int_equal(plan(asking("990303")), JH_OK);
  says("\"why\":\"not_moved\"");
  assert_int_equal(plan(asking("990101")), JH_OK);
  says("\"outcome\":\"nothing_missing\"");
}

TEST(every_form_is_written_and_a_full_sink_is_an_error) {
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  for (size_t i = 0; i < COUNT(formats); i++) {
    jh_session_plan_options how = asking("990105");
    how.format = formats[i];
    how.lang = i ? JH_EN : JH_ZH;
    assert_int_equal(plan(how), JH_OK);
    assert_true(size > 150);
    how.writer = refuse;
    assert_int_equal(plan(how), JH_ENOT_WRITABLE);
  }
}

TEST(what_is_not_there_is_refused) {
  jh_session_plan_options how = asking("990101");
  how.rule = "all_school";
  assert_int_equal(plan(how), JH_EUNKNOWN_RULE);
  how = asking("2199000183");
  how.rule = "all_schools";
  assert_int_equal(plan(how), JH_EPLAN_RULE);
  how = asking("990101");
  how.moves = true;
  how.prices = NULL;
  assert_int_equal(plan(how), JH_EPLAN_MOVE);
  how = asking("990101");
  how.prices = "docs/examples/no_prices.lua";
  assert_int_equal(plan(how), JH_ENOT_READABLE);
  assert_int_equal(plan(asking("990199")), JH_ENO_ENTITY);
}

TEST(teachers_may_be_moved_within_the_county) {
  jh_session_plan_options how = asking("990102");
  how.moves = true;
  assert_int_equal(plan(how), JH_OK);
  says("\"tried\":{\"met\":true,\"tight\":true,\"verdict\":\"met\"}");
}

#define FRESH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

TESTS(
    FRESH(a_plan_is_tried_and_proven),
    FRESH(one_of_two_indicators_stays_at_its_floor_where_that_is_cheaper),
    FRESH(without_prices_nothing_is_bought_and_the_missing_amounts_are_told),
    FRESH(a_spread_too_large_tells_who_is_behind_and_how_much_levels_it),
    FRESH(missing_cells_are_waited_for_and_the_rest_is_bought),
    FRESH(judgements_and_what_nothing_changes_are_not_bought),
    FRESH(every_form_is_written_and_a_full_sink_is_an_error), FRESH(what_is_not_there_is_refused),
    FRESH(teachers_may_be_moved_within_the_county))
