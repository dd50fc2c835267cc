/* test_layers.c - the chain in the head, what it changes, and who passes only by a relaxation. */
#include "fake.h"

#include "support/test.h"

#include "report/changes.h"
#include "report/layers.h"
#include "report/relaxations.h"

static fake f;
static jh_buf buf;
static jh_document documents[2];
static jh_layer layers[3];
static jh_change changes[3];
static jh_param params[1];

static void make_layers(void) {
  layers[0] = (jh_layer){.kind = JH_LAYER_PACK, .id = "national/test", .version = "1.0.0"};
  layers[0].document = 0;
  layers[1] = (jh_layer){
      .kind = JH_LAYER_OVERLAY,
      .id = "provincial/shandong",
      .version = "1.1.0",
      .name = {{"山东", "Shandong"}},
      .region = "3701",
      .document = 1,
      .in_force = 20240101};
  layers[2] = (jh_layer){
      .kind = JH_LAYER_REFORM,
      .id = "stricter",
      .name = {{"更严", "stricter"}},
      .reason = {{"试算", "to see"}},
      .document = JH_NONE,
      .in_force = 20250901};
  f.plan.layers = layers;
  f.plan.layer_count = 3;
}

static void make_changes(void) {
  params[0] = (jh_param){.path = "funds.at_least", .unit_text = "yuan/student"};
  changes[0] = (jh_change){
      .kind = JH_CHANGE_VALUE,
      .direction = JH_TIGHTENS,
      .path = "funds.at_least",
      .rule = FAKE_FUNDS,
      .stage = JH_NONE,
      .was = "6000",
      .now = "8000",
      .since = 20240101,
      .clause = "第三条",
      .document = 1,
      .layer = 1};
  changes[1] = (jh_change){
      .kind = JH_CHANGE_FORMULA,
      .direction = JH_EITHER_WAY,
      .path = "class_size.measure",
      .rule = JH_NONE,
      .param = JH_NONE,
      .stage = JH_NONE,
      .was = "a / b",
      .now = "a",
      .when = "built_year at most 2016",
      .since = 20250901,
      .until = 20270101,
      .clause = "x",
      .document = JH_NONE,
      .reason = {{"试算", "to see"}},
      .layer = 2};
  changes[2] = (jh_change){
      .kind = JH_CHANGE_WITHDRAWN,
      .path = "class_size",
      .rule = JH_NONE,
      .param = JH_NONE,
      .stage = JH_NONE,
      .since = 20240101,
      .clause = "第五条",
      .document = 1,
      .layer = 1};
  f.plan.params = params;
  f.plan.param_count = 1;
  f.plan.changes = changes;
  f.plan.change_count = 3;
}

static int enter(void **state) {
  (void)state;
  fake_open(&f);
  jh_buf_init(&buf);
  documents[0] = f.documents[0];
  documents[1] = (jh_document){.number = "鲁〔2024〕1号"};
  f.plan.documents = documents;
  f.plan.document_count = 2;
  make_layers();
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  fake_close(&f);
  return 0;
}

static void each_overlay_and_reform_has_a_line(void **state) {
  (void)state;
  jh_layers_text(&buf, &f.head, JH_EN);
  assert_string_equal(
      buf.at,
      "Overlay   provincial/shandong 1.1.0, Shandong, 鲁〔2024〕1号, in force from 2024-01-01\n"
      "Reform    stricter, stricter, to see, not yet in force, only from 2025-09-01\n");
  jh_buf_clear(&buf);
  jh_layers_text(&buf, &f.head, JH_ZH);
  assert_string_equal(
      buf.at, "叠加包   provincial/shandong 1.1.0，山东，鲁〔2024〕1号，自 2024-01-01 起施行\n"
              "修改方案 stricter，更严，试算，尚未施行，自 2025-09-01 起施行\n");
}

static void the_pack_at_the_bottom_is_told_where_the_head_names_another(void **state) {
  (void)state;
  f.plan.pack.id = "provincial/shandong";
  jh_layers_text(&buf, &f.head, JH_EN);
  assert_non_null(strstr(buf.at, "Base      national/test 1.0.0, 教督〔2017〕6号\nOverlay "));
}

static void a_pack_that_stands_alone_has_no_chain(void **state) {
  (void)state;
  f.plan.layer_count = 1;
  jh_layers_text(&buf, &f.head, JH_EN);
  jh_layers_json(&buf, &f.plan);
  jh_changes_text(&buf, &f.results, JH_EN);
  jh_changes_json(&buf, &f.results);
  jh_layers_trial_text(&buf, &f.results, JH_EN);
  jh_layers_trial_json(&buf, &f.results);
  jh_relaxations_text(&buf, &f.results, JH_EN);
  assert_int_equal(buf.size, 0);
}

static void counties_outside_a_layers_region_are_judged_on_trial(void **state) {
  (void)state;
  jh_layers_trial_text(&buf, &f.results, JH_EN);
  assert_string_equal(
      buf.at,
      "Region    provincial/shandong was made for 3701; 3 counties outside are judged by it "
      "on trial\n");
  jh_buf_clear(&buf);
  layers[1].region = "370000";
  jh_layers_trial_text(&buf, &f.results, JH_ZH);
  assert_string_equal(
      buf.at, "地区     provincial/shandong 为 37 制定；另有 1 个县在此范围之外，按其试判\n");
  jh_buf_clear(&buf);
  jh_layers_trial_json(&buf, &f.results);
  assert_string_equal(
      buf.at, ",\n\"on_trial\":[\n{\"layer\":\"provincial/"
              "shandong\",\"region\":\"37\",\"counties\":1}\n]");
}

static void changes_stand_as_old_and_new_with_their_source(void **state) {
  (void)state;
  make_changes();
  jh_changes_text(&buf, &f.results, JH_EN);
  assert_string_equal(
      buf.at,
      "\nChanges             was → now                 where                    since             "
      "           by\n"
      "funds.at_least      6000 → 8000 yuan/student                           2024-01-01        "
      "           第三条 鲁〔2024〕1号\n"
      "class_size.measure  a / b → a                 built_year at most 2016  2025-09-01, ends "
      "2027-01-01  to see\n"
      "class_size          withdrawn                                          2024-01-01        "
      "           第五条 鲁〔2024〕1号\n");
}

static jh_tri only_node_7_is_off(void *payload, uint32_t node) {
  (void)payload;
  return node == 7 ? JH_FALSE : JH_UNKNOWN;
}

static void a_change_whose_switch_is_off_is_not_told(void **state) {
  (void)state;
  make_changes();
  changes[0].guard = 7;
  changes[1].guard = 8;
  changes[2].guard = JH_NONE;
  f.results.settled = only_node_7_is_off;
  jh_changes_text(&buf, &f.results, JH_EN);
  assert_null(strstr(buf.at, "funds.at_least"));
  assert_non_null(strstr(buf.at, "class_size.measure  a / b"));
  jh_buf_clear(&buf);
  jh_changes_json(&buf, &f.results);
  assert_non_null(strstr(buf.at, "\"changes\":[\n{\"path\":\"class_size.measure\""));
  assert_non_null(strstr(buf.at, "{\"path\":\"class_size\""));
  jh_buf_clear(&buf);
  f.plan.change_count = 1; /* nothing is left to tell */
  jh_changes_text(&buf, &f.results, JH_EN);
  jh_changes_json(&buf, &f.results);
  assert_int_equal(buf.size, 0);
}

static void changes_are_told_as_json(void **state) {
  (void)state;
  make_changes();
  f.plan.change_count = 1;
  jh_changes_json(&buf, &f.results);
  assert_string_equal(
      buf.at,
      ",\n\"changes\":[\n{\"path\":\"funds.at_least\",\"kind\":\"value\",\"direction\":"
      "\"tightens\","
      "\"layer\":\"provincial/"
      "shandong\",\"requirement\":\"funds\",\"was\":\"6000\",\"now\":\"8000\",\"unit\":\"yuan/"
      "student\",\"since\":\"2024-01-01\",\"clause\":\"第三条\",\"document\":\"鲁〔2024〕1号\"}"
      "\n]");
}

static void who_passes_only_by_a_relaxation_is_counted_by_county(void **state) {
  (void)state;
  jh_rule *rule = &f.rules[FAKE_CLASS_SIZE];
  rule->kind = JH_RULE_RELAXATION;
  rule->name = (jh_text){{"音乐教室", "music rooms"}};
  rule->until = 20270101;
  rule->due_years = 3;
  rule->duty = (jh_text){{"改造方案", "a plan"}};
  for (size_t row = 0; row < 10; row++) f.verdicts[FAKE_CLASS_SIZE][row] = JH_UNMET;
  f.verdicts[FAKE_CLASS_SIZE][3] = JH_MET;
  jh_relaxations_text(&buf, &f.results, JH_EN);
  assert_string_equal(
      buf.at, "\nOnly by a relaxation  Code    County  how many       ends        owed             "
              "                           clause\n"
              "music rooms           370103  市中区  1 of 2 school  2027-01-01  a plan; 3 years to "
              "reach the full standard  第七条（九）\n");
}

#define WITH_FAKE(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FAKE(each_overlay_and_reform_has_a_line),
    WITH_FAKE(the_pack_at_the_bottom_is_told_where_the_head_names_another),
    WITH_FAKE(a_pack_that_stands_alone_has_no_chain),
    WITH_FAKE(counties_outside_a_layers_region_are_judged_on_trial),
    WITH_FAKE(changes_stand_as_old_and_new_with_their_source), WITH_FAKE(changes_are_told_as_json),
    WITH_FAKE(a_change_whose_switch_is_off_is_not_told),
    WITH_FAKE(who_passes_only_by_a_relaxation_is_counted_by_county))
