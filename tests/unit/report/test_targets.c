/* test_targets.c - targets in words and as JSON. */
#include "fake.h"

#include "json_check.h"
#include "support/test.h"

#include "report/catalogue.h"
#include "report/targets.h"

static fake f;
static jh_buf buf;
static jh_error err;
static jh_target target;
static jh_target_result result;
static jh_param params[2];
static jh_param_value values[2];
static jh_target_county counties[] = {
    {"370102", "历下区", {"历下新区", 12}, false, JH_MET},
    {"370105", "天桥区", {NULL, 0}, true, JH_UNDETERMINED}};

static void known(jh_figure *figure, const char *text) {
  figure->is_known = true;
  jh_str_copy(figure->text, sizeof figure->text, jh_str_of(text));
}

static int enter(void **state) {
  (void)state;
  fake_open(&f);
  jh_buf_init(&buf);
  for (uint32_t i = 0; i < 2; i++) {
    values[i] = (jh_param_value){
        .since = 20220101, .stage = JH_NONE, .value = {i ? 30 : 20, 0}, .clause = "第一条"};
    params[i] = (jh_param){
        .path = i ? "t.strive" : "t.ensure",
        .unit_text = "percent",
        .values = &values[i],
        .value_count = 1};
  }
  f.plan.params = params;
  f.plan.param_count = 2;
  target = (jh_target){
      .id = "t",
      .name = {{"目标甲", "Target A"}},
      .clause = "第一条",
      .rule = FAKE_VERDICT,
      .applies = JH_NONE,
      .region = "37",
      .by = 20251231,
      .ensure = 0,
      .strive = 1};
  f.plan.targets = &target;
  f.plan.target_count = 1;
  result = (jh_target_result){.target = &target, .counted = 4};
  result.tally.of[JH_MET] = result.tally.of[JH_UNDETERMINED] = 1;
  result.tally.of[JH_UNMET] = 2;
  result.ensure = (jh_target_goal){true, JH_TARGET_MET, &values[0], {0}};
  result.strive = (jh_target_goal){true, JH_TARGET_UNDETERMINED, &values[1], {0}};
  known(&result.ensure.percent, "20");
  known(&result.strive.percent, "30");
  jh_str_copy(result.share.low, sizeof result.share.low, jh_str_of("25"));
  jh_str_copy(result.share.high, sizeof result.share.high, jh_str_of("50"));
  f.results.targets = &result;
  f.results.target_count = 1;
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  fake_close(&f);
  return 0;
}

static void a_line_tells_counts_share_and_both_goals(void **state) {
  (void)state;
  jh_targets_text(&buf, &f.results, JH_EN);
  assert_string_equal(
      buf.at,
      "\nTargets   due         counted     met  unmet  undetermined  share         ensure    "
      " strive\n"
      "Target A  2025-12-31  4 counties    1      2             1  25 % to 50 %  20 %: met  "
      "30 %: undetermined\n");
  jh_buf_clear(&buf);
  jh_targets_text(&buf, &f.results, JH_ZH);
  assert_string_equal(
      buf.at, "\n目标    到期日      计入    达标  不达标  无法判定  比例        确保       争取\n"
              "目标甲  2025-12-31  4 个县     1       2         1  25% 至 50%  20%：达标  "
              "30%：无法判定\n");
}

static void named_counties_have_a_table_of_their_own(void **state) {
  (void)state;
  result.counties = counties;
  result.county_count = 2;
  result.named = JH_TARGET_UNDETERMINED;
  jh_targets_text(&buf, &f.results, JH_EN);
  assert_non_null(strstr(
      buf.at, "\n\nNamed counties  County             Verdict                         target\n"
              "370102          历下区 (历下新区)  met                             Target A\n"
              "370105          天桥区             undetermined (not in the data)  Target A\n"));
}

static void what_is_not_counted_is_said(void **state) {
  (void)state;
  result.tally.of[JH_NOT_APPLICABLE] = 2;
  result.tally.of[JH_NOT_IN_FORCE] = 1;
  result.is_cut = true;
  jh_targets_text(&buf, &f.results, JH_EN);
  assert_non_null(strstr(
      buf.at, "\n\nTarget A: only a part of its region was evaluated, so that nothing is settled\n"
              "Target A: not counted: 2 not applicable, 1 not in force\n"));
}

static void a_target_without_anything_to_count_says_so(void **state) {
  (void)state;
  result.tally = (jh_tally){{0}};
  result.counted = 0;
  target.by = 0;
  result.share = (jh_figure){0};
  jh_targets_text(&buf, &f.results, JH_EN);
  assert_non_null(strstr(buf.at, "year not known  0 counties"));
  assert_non_null(strstr(buf.at, "Target A: nothing to count in the data"));
}

static void json_tells_the_exact_counts(void **state) {
  (void)state;
  result.counties = counties;
  result.county_count = 2;
  jh_targets_json(&buf, &f.results);
  assert_string_equal(
      buf.at,
      ",\n\"targets\":[\n{\"id\":\"t\",\"name\":{\"zh\":\"目标甲\",\"en\":\"Target "
      "A\"},\"clause\":\"第一条\",\"document\":\"教督〔2017〕6号\",\"certainty\":\"confirmed\","
      "\"requirement\":\"quality_balance\",\"level\":\"county\",\"region\":\"37\",\"by\":\"2025-12-"
      "31\",\"counted\":4,\"met\":1,\"unmet\":2,\"undetermined\":1,\"not_applicable\":0,\"not_in_"
      "force\":0,\"outside\":0,\"share\":{\"at_least\":25,\"at_most\":50},\"ensure\":{\"verdict\":"
      "\"met\",\"percent\":20,\"clause\":\"第一条\",\"document\":\"教督〔2017〕6号\",\"since\":"
      "\"2022-01-01\"},\"strive\":{\"verdict\":\"undetermined\",\"percent\":30,\"clause\":"
      "\"第一条\",\"document\":\"教督〔2017〕6号\",\"since\":\"2022-01-01\"},\"named\":{"
      "\"verdict\":\"met\",\"counties\":[{\"code\":\"370102\",\"name\":\"历下区\",\"found\":"
      "\"历下新区\",\"verdict\":"
      "\"met\"},{\"code\":\"370105\",\"name\":\"天桥区\",\"verdict\":\"undetermined\",\"missing\":"
      "true}]}}\n]");
}

static void the_whole_result_stays_json(void **state) {
  (void)state;
  assert_int_equal(jh_report_json(&f.results, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_true(json_check(buf.at));
  assert_non_null(strstr(buf.at, "\"targets\":["));
}

static void the_text_ends_with_the_targets(void **state) {
  (void)state;
  assert_int_equal(jh_report_text(&f.results, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_true(strstr(buf.at, "\nTotals") < strstr(buf.at, "\nTargets"));
}

static void the_catalogue_lists_targets_with_their_numbers(void **state) {
  (void)state;
  jh_catalogue_targets(&buf, &f.plan, 20220101, JH_EN);
  assert_string_equal(
      buf.at, "\nTargets\n  第一条  t  Target A  2025-12-31, ensure 20 %, strive 30 %\n");
}

#define WITH_FAKE(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FAKE(a_line_tells_counts_share_and_both_goals),
    WITH_FAKE(named_counties_have_a_table_of_their_own), WITH_FAKE(what_is_not_counted_is_said),
    WITH_FAKE(a_target_without_anything_to_count_says_so), WITH_FAKE(json_tells_the_exact_counts),
    WITH_FAKE(the_whole_result_stays_json), WITH_FAKE(the_text_ends_with_the_targets),
    WITH_FAKE(the_catalogue_lists_targets_with_their_numbers))
