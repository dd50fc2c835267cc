/* Numbers along a chain: which layer gave them, how long they hold, what was changed. */
#include "fake.h"

#include "support/test.h"

#include "report/rule_compare.h"
#include "report/rulebook.h"

static fake f, other;
static jh_buf buf;
static jh_layer layers[3];
static jh_change changes[2];
static jh_param param;
static jh_param_value values[3];
static jh_target target;

static jh_place place(const char *file, uint32_t line) { return jh_place_of(file, line, 0); }

/* A nation's 6000, a province's 8000 from 2019 on, and a relaxation for old buildings. */
static void make_chain(void) {
  layers[0] =
      (jh_layer){.kind = JH_LAYER_PACK, .id = "national/test", .name = {{"国家", "nation"}}};
  layers[1] = (jh_layer){
      .kind = JH_LAYER_OVERLAY,
      .id = "provincial/test",
      .name = {{"某省", "province"}},
      .in_force = 20190101,
      .document = JH_NONE,
      .region = "37"};
  layers[2] = (jh_layer){
      .kind = JH_LAYER_REFORM,
      .id = "trial",
      .reason = {{"试算", "a trial"}},
      .in_force = 20250101};
  values[0] =
      (jh_param_value){20170419, JH_NONE, {6000, 0}, "第七条（七）", 0, 0, place("nation.lua", 7)};
  values[1] =
      (jh_param_value){20190101, JH_NONE, {8000, 0}, "省第三条", 0, 1, place("province.lua", 3)};
  values[2] = (jh_param_value){20250101, JH_NONE, {9000, 0}, "试算", 0, 2, place("trial.lua", 2)};
  param = (jh_param){
      .path = "funds.at_least", .unit_text = "yuan/student", .values = values, .value_count = 3};
  changes[0] = (jh_change){
      .kind = JH_CHANGE_VALUE,
      .path = "funds.at_least",
      .stage = JH_NONE,
      .was = "6000",
      .now = "8000",
      .since = 20190101,
      .clause = "省第三条",
      .layer = 1,
      .place = place("province.lua", 3)};
  changes[1] = (jh_change){
      .kind = JH_CHANGE_VALUE,
      .direction = JH_RELAXES,
      .path = "class_size.at_most",
      .stage = 0,
      .was = "45",
      .now = "50",
      .when = "校舍建于2016年以前",
      .since = 20190101,
      .until = 20300101,
      .clause = "省第四条",
      .layer = 1,
      .place = place("province.lua", 9)};
  f.plan.layers = layers;
  f.plan.layer_count = 3;
  f.plan.params = &param;
  f.plan.param_count = 1;
  f.plan.changes = changes;
  f.plan.change_count = 2;
}

static int enter(void **state) {
  (void)state;
  fake_open(&f);
  fake_open(&other);
  for (int i = 0; i < FAKE_RULES; i++) { /* the made-up result has no graph */
    f.rules[i].measure = f.rules[i].bound = JH_NONE;
    other.rules[i].measure = other.rules[i].bound = JH_NONE;
  }
  make_chain();
  jh_buf_init(&buf);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  fake_close(&f);
  fake_close(&other);
  return 0;
}

static void show(jh_rule_view view) {
  view.plan = &f.plan;
  jh_buf_clear(&buf);
  jh_rule_show(&buf, &view);
  assert_true(jh_buf_ok(&buf));
}

TEST(every_value_tells_its_layer_its_place_and_how_long_it_holds) {
  show((jh_rule_view){.lang = JH_EN, .path = "funds"});
  assert_non_null(
      strstr(buf.at, "Overlay   provincial/test, province, in force from 2019-01-01\n"));
  assert_non_null(strstr(buf.at, "6000   yuan/student  2017-04-19  2019-01-01  第七条（七）"));
  assert_non_null(strstr(buf.at, "national/test    nation.lua:7\n"));
  assert_non_null(strstr(buf.at, "9000   yuan/student  2025-01-01"));
  assert_non_null(strstr(buf.at, "trial            trial.lua:2     a trial\n"));
  assert_non_null(strstr(buf.at, "value  funds.at_least  6000  8000  tightens"));
  assert_null(strstr(buf.at, "class_size"));
}

TEST(a_day_leaves_what_is_in_force_on_it) {
  show((jh_rule_view){.lang = JH_EN, .on = 20190101});
  assert_null(strstr(buf.at, "nation.lua:7"));
  assert_non_null(strstr(buf.at, "province.lua:3"));
  assert_null(strstr(buf.at, "trial.lua:2"));
  show((jh_rule_view){.lang = JH_EN, .on = 20181231});
  assert_non_null(strstr(buf.at, "nation.lua:7"));
  assert_null(strstr(buf.at, "province.lua:3"));
  show((jh_rule_view){.lang = JH_EN, .on = 20300101});
  assert_null(strstr(buf.at, "class_size"));
}

TEST(the_end_of_a_rule_ends_its_numbers) {
  f.rules[FAKE_FUNDS].until = 20260101;
  assert_int_equal(jh_plan_rule(&f.plan, jh_str_of("funds")), FAKE_FUNDS);
  show((jh_rule_view){.lang = JH_EN, .path = "funds.at_least", .form = JH_RULE_FORM_CSV});
  assert_non_null(strstr(buf.at, "9000,yuan/student,2025-01-01,2026-01-01"));
}

TEST(json_tells_chain_values_and_changes_with_their_condition) {
  show((jh_rule_view){.lang = JH_ZH, .form = JH_RULE_FORM_JSON});
  assert_non_null(strstr(buf.at, "{\"kind\":\"overlay\",\"id\":\"provincial/test\""));
  assert_non_null(strstr(buf.at, "\"when\":\"校舍建于2016年以前\""));
  assert_non_null(strstr(buf.at, "\"direction\":\"relaxes\""));
  assert_non_null(strstr(buf.at, "\"stage\":\"primary\""));
  assert_non_null(strstr(buf.at, "\"until\":\"2030-01-01\""));
}

static void compare(jh_rule_comparison how) {
  const jh_plan *plans[] = {&f.plan, &other.plan};
  how.plans = plans;
  how.count = 2;
  other.plan.pack.id = "other";
  jh_buf_clear(&buf);
  jh_rule_compare(&buf, f.arena, &how);
  assert_true(jh_buf_ok(&buf));
}

TEST(what_one_pack_has_not_is_a_dash) {
  compare((jh_rule_comparison){.lang = JH_EN});
  assert_non_null(strstr(buf.at, "9000 yuan/student (试算)"));
  assert_non_null(strstr(buf.at, "–\n"));
  assert_null(strstr(buf.at, "all_schools"));
  compare((jh_rule_comparison){.lang = JH_EN, .on = 20180101});
  assert_non_null(strstr(buf.at, "6000 yuan/student (第七条（七）)"));
  compare((jh_rule_comparison){.lang = JH_EN, .all = true});
  assert_non_null(strstr(buf.at, "all_schools"));
}

TEST(a_rule_that_has_ended_is_none_and_targets_tell_their_day) {
  static jh_target_name names[] = {{"533324", "贡山县"}};
  target = (jh_target){
      .id = "by_2025", .rule = FAKE_VERDICT, .by = 20251231, .names = names, .name_count = 1};
  f.plan.param_count = 0;
  other.rules[FAKE_VETO].until = 20200101;
  other.plan.targets = &target;
  other.plan.target_count = 1;
  compare((jh_rule_comparison){.lang = JH_EN});
  assert_non_null(strstr(buf.at, "exam_admission"));
  assert_non_null(strstr(buf.at, "quality_balance → 2025-12-31: 贡山县"));
  compare((jh_rule_comparison){.lang = JH_EN, .on = 20190101});
  assert_null(strstr(buf.at, "exam_admission"));
}

TEST(clauses_alone_make_no_difference) {
  f.plan.param_count = 0;
  other.rules[FAKE_FUNDS].clause = "第九十九条";
  compare((jh_rule_comparison){.lang = JH_ZH});
  assert_string_equal(buf.at, "没有不同之处\n");
  other.rules[FAKE_VERDICT].id = "another_verdict";
  compare((jh_rule_comparison){.lang = JH_EN, .form = JH_RULE_FORM_JSON});
  assert_non_null(strstr(buf.at, "\"id\":\"another_verdict\""));
  assert_non_null(strstr(buf.at, "\"id\":\"quality_balance\""));
  assert_null(strstr(buf.at, "第九十九条"));
}

TEST(pages_tell_grades_duties_members_and_targets) {
  jh_rulebook book;
  jh_grade grades[] = {{"unmet", {{"未达标", "unmet"}}}, {"met", {{"达标", "met"}}}};
  target = (jh_target){
      .id = "by_2025",
      .name = {{"二〇二五年", "by 2025"}},
      .rule = FAKE_VERDICT,
      .by = 20251231,
      .ensure = JH_NONE,
      .strive = JH_NONE};
  f.rules[FAKE_VERDICT].grades = grades;
  f.rules[FAKE_VERDICT].grade_count = 2;
  f.rules[FAKE_VERDICT].pass_grade = 1;
  f.rules[FAKE_VERDICT].duty = (jh_text){{"限期整改", "to be put right"}};
  f.plan.targets = &target;
  f.plan.target_count = 1;
  assert_int_equal(jh_rulebook_open(&book, &f.plan, f.arena, NULL), JH_OK);
  jh_rulebook_rule(&buf, &book, FAKE_VERDICT);
  assert_non_null(strstr(buf.at, "- 达标 / met `met` ✓\n- 未达标 / unmet `unmet`\n"));
  assert_non_null(strstr(buf.at, "> 限期整改 / to be put right"));
  assert_non_null(strstr(buf.at, "(balance.md)"));
  assert_non_null(strstr(buf.at, "- 二〇二五年 / by 2025（目标 / target）"));
  jh_buf_clear(&buf);
  jh_rulebook_rule(&buf, &book, FAKE_BALANCE);
  assert_non_null(strstr(buf.at, "## 依据本条的要求 / What stands on it\n\n- [优质均衡"));
  jh_buf_clear(&buf);
  jh_rulebook_pack(&buf, &book);
  assert_non_null(strstr(buf.at, "2. `provincial/test` 某省 / province 2019-01-01\n"));
  assert_non_null(strstr(buf.at, "| 二〇二五年 / by 2025 | 2025-12-31 |"));
  assert_non_null(strstr(buf.at, "校舍建于2016年以前"));
  assert_null(strstr(buf.at, "province.lua")); /* no paths of a machine */
}

TEST(a_limit_of_a_spread_stands_on_its_requirement_s_page) {
  assert_false(jh_rulebook_has_page(&f.plan, FAKE_SPREAD_1));
  assert_true(jh_rulebook_has_page(&f.plan, FAKE_BALANCE));
  jh_rulebook_file(&buf, &f.plan, FAKE_SPREAD_1);
  assert_string_equal(buf.at, "balance.md");
}

TEST(what_would_break_a_table_is_escaped) {
  jh_rulebook_put(&buf, "a|b\nc");
  assert_string_equal(buf.at, "a\\|b c");
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH(every_value_tells_its_layer_its_place_and_how_long_it_holds),
    WITH(a_day_leaves_what_is_in_force_on_it), WITH(the_end_of_a_rule_ends_its_numbers),
    WITH(json_tells_chain_values_and_changes_with_their_condition),
    WITH(what_one_pack_has_not_is_a_dash),
    WITH(a_rule_that_has_ended_is_none_and_targets_tell_their_day),
    WITH(clauses_alone_make_no_difference), WITH(pages_tell_grades_duties_members_and_targets),
    WITH(a_limit_of_a_spread_stands_on_its_requirement_s_page),
    WITH(what_would_break_a_table_is_escaped))
