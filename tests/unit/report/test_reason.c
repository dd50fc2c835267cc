/* test_reason.c - which requirements are named for a county, and how. */
#include "fake.h"

#include "support/test.h"

#include "report/reason.h"

static fake f;
static jh_reasons reasons;
static jh_buf buf;

static int enter(void **state) {
  (void)state;
  fake_open(&f);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_reason_done(&reasons);
  jh_buf_done(&buf);
  fake_close(&f);
  return 0;
}

static const char *told(uint32_t county, jh_lang lang) {
  jh_buf_clear(&buf);
  assert_int_equal(jh_reason_gather(&reasons, &f.results, county, NULL), JH_OK);
  assert_int_equal(jh_reason_text(&buf, &f.results, &reasons, lang, NULL), JH_OK);
  return buf.at;
}

static void a_met_county_needs_no_reason(void **state) {
  (void)state;
  assert_string_equal(told(0, JH_ZH), "各项要求均达标");
  assert_int_equal(reasons.count, 0);
}

static void lists_are_opened_down_to_what_failed(void **state) {
  (void)state;
  assert_string_equal(
      told(1, JH_ZH), "第六条 至少六项达标：3 个学段中 1 个不达标：东山小学（小学），"
                      "每百名学生拥有教师数 0.5123 < 0.5 教师/(100 学生)；"
                      "第六条 校际差异系数（小学）：每百名学生拥有教师数 0.5123 > 0.5");
  assert_int_equal(reasons.items[0].rule, FAKE_ALL_SCHOOLS);
  assert_int_equal(reasons.items[0].about, FAKE_RESOURCES);
  assert_int_equal(reasons.items[1].rule, FAKE_SPREAD_1);
}

static void an_undetermined_county_names_the_cells_that_would_settle_it(void **state) {
  (void)state;
  assert_string_equal(
      told(2, JH_EN), "第六条 at least six items: 1 of 3 stage units cannot be told: 东山小学 "
                      "(primary), teachers per 100 students; to be filled in: schools.csv:14 "
                      "pe_teachers of 东山小学, schools.csv:15 "
                      "pe_teachers of S9, schools.csv:16 pe_teachers of S9, and 2 more cells");
  f.waiting = 1;
  assert_non_null(strstr(told(2, JH_ZH), "；待补：schools.csv:14 东山小学的“体育教师数”"));
  assert_null(strstr(buf.at, "另有"));
}

static void vetoes_come_first_and_long_lists_are_cut(void **state) {
  (void)state;
  const char *text = told(3, JH_EN);
  assert_memory_equal(text, "Veto: 第十条（一） admission by examination; 第四条", 40);
  assert_non_null(strstr(text, "; and 3 more"));
  assert_int_equal(reasons.count, 7);
  assert_int_equal(reasons.items[0].rule, FAKE_VETO);
  for (size_t i = 2; i < reasons.count; i++) {
    assert_true(reasons.items[i - 1].rule < reasons.items[i].rule);
  }
}

static void an_indicator_is_told_with_figures_and_unit(void **state) {
  (void)state;
  for (uint32_t i = 0; i < FAKE_RULES; i++) f.verdicts[i][3] = JH_MET;
  f.verdicts[FAKE_FUNDS][3] = f.verdicts[FAKE_VERDICT][3] = JH_UNMET;
  f.verdicts[FAKE_CLASS_SIZE][7] = JH_MET;
  assert_string_equal(
      told(3, JH_EN),
      "第七条（七） funds per student of special education 5800.5 < 6000 yuan/student");
}

static void a_partial_pack_never_passes(void **state) {
  (void)state;
  f.plan.pack.is_partial = true;
  assert_string_equal(told(0, JH_EN), "no failure found in the encoded part");
  assert_int_equal(reasons.verdict, JH_UNDETERMINED);
  assert_false(jh_reason_waits(&f.results, &reasons));
  told(1, JH_EN);
  assert_int_equal(reasons.verdict, JH_UNMET);
}

static void a_pack_without_a_verdict_may_refuse_too(void **state) {
  (void)state;
  f.results.verdict_rule = JH_NONE;
  assert_string_equal(told(0, JH_EN), "no failure found in the encoded part");
  told(1, JH_EN);
  assert_int_equal(reasons.verdict, JH_UNMET);
  assert_true(reasons.count > 0);
}

static void without_a_verdict_a_member_alone_refuses_nothing(void **state) {
  (void)state;
  f.results.verdict_rule = JH_NONE;
  told(1, JH_EN);
  for (size_t i = 0; i < reasons.count; i++) {
    assert_int_not_equal(reasons.items[i].rule, FAKE_TEACHERS);  /* told by "at least six items" */
    assert_int_not_equal(reasons.items[i].rule, FAKE_RESOURCES); /* told by "in every school" */
  }
}

static void a_rule_that_is_not_in_force_says_from_when(void **state) {
  (void)state;
  f.verdicts[FAKE_VERDICT][0] = JH_NOT_IN_FORCE;
  assert_string_equal(told(0, JH_ZH), "自 2017-04-19 起施行");
  f.rules[FAKE_VERDICT].until = 20230101;
  assert_string_equal(told(0, JH_ZH), "自 2023-01-01 起失效");
}

static void a_failure_below_is_handed_up(void **state) {
  (void)state;
  assert_int_equal(jh_reason_gather(&reasons, &f.results, 3, NULL), JH_OK);
  f.failure.code = JH_ENOMEM;
  assert_int_equal(jh_reason_text(&buf, &f.results, &reasons, JH_EN, NULL), JH_ENOMEM);
  assert_int_equal(jh_reason_json(&buf, &f.results, &reasons, NULL), JH_ENOMEM);
}

#define WITH_FAKE(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FAKE(a_met_county_needs_no_reason), WITH_FAKE(lists_are_opened_down_to_what_failed),
    WITH_FAKE(an_undetermined_county_names_the_cells_that_would_settle_it),
    WITH_FAKE(vetoes_come_first_and_long_lists_are_cut),
    WITH_FAKE(an_indicator_is_told_with_figures_and_unit), WITH_FAKE(a_partial_pack_never_passes),
    WITH_FAKE(a_pack_without_a_verdict_may_refuse_too),
    WITH_FAKE(without_a_verdict_a_member_alone_refuses_nothing),
    WITH_FAKE(a_rule_that_is_not_in_force_says_from_when), WITH_FAKE(a_failure_below_is_handed_up))
