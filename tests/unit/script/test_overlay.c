/* Chains in one script: what overlays and reforms may change, and what they are told when they may not. */
#include "support/test.h"

#include "text_file.h"

static jh_error err;
static jh_plan *plan;

static const char *const base_article =
    "section \"scoped\" { name = \"c\", clause = \"一\", only_where = stage.students:above(0) }\n"
    "indicator \"ratio\" { name = \"r\", clause = \"一\", of = stage, unit = \"teacher/student\",\n"
    "  measure = school.teachers / stage.students, at_least = { primary = 1, junior = 2 } }\n"
    "section \"s\" { name = \"s\", clause = \"二\" } indicator \"rooms\" { name = \"m\", clause = "
    "\"二\", of = school, unit = \"m2\",\n"
    "  measure = sum(school.rooms, room.room_area_m2), at_most = 100 }\n"
    "indicator \"large\" { name = \"l\", clause = \"三\", of = school,\n"
    "  measure = count(school.rooms, { room_area_m2 = at_least(50) }), at_least = 1 }\n"
    "requirement \"two\" { name = \"t\", clause = \"四\", of = school,\n"
    "  holds = at_least_n { 1, of = { indicator \"rooms\", indicator \"large\" } } }\n"
    "quantity \"staff\" { of = school, name = \"staff\", value = school.teachers }\n"
    "indicator \"staffed\" { name = \"f\", clause = \"五\", of = school, unit = \"teacher\",\n"
    "  measure = school.staff, at_least = 3 }\n"
    "verdict \"v\" { name = \"v\", clause = \"六\", of = county, holds = all_of { section \"s\" } "
    "}\n";

#define OVERLAY(more)                                                                              \
  "overlay \"top\" { on = \"test/small\", name = \"top\", in_force = \"2024-01-01\", " more        \
  "document = document \"省文\" { title = \"t\" } }\n"
#define REFORM(id)                                                                                 \
  "reform \"" id "\" { on = \"any\", from = \"2025-01-01\", reason = \"" id "\" }\n"
#define MAY "contract = \"may_relax\", "

typedef struct layer_text {
  const char *head, *article;
} layer_text;

static int set_up(void **state) {
  (void)state;
  plan = NULL;
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  jh_plan_close(plan);
  return 0;
}

/* The base and layers on it (head and article each); ends at a layer without a head. */
static jh_code run_chain(const char *base, const layer_text *layers, const char *turned_on) {
  jh_script *script;
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  jh_code code = run_text(script, JH_SCRIPT_HEAD, "pack.lua", small_head, strlen(small_head), &err);
  for (size_t i = 0; layers[i].head && !code; i++) {
    char name[40];
    (void)snprintf(name, sizeof name, "head_%zu.lua", i + 1);
    code = run_text(script, JH_SCRIPT_HEAD, name, layers[i].head, strlen(layers[i].head), &err);
  }
  if (!code) {
    code = run_text(
        script, JH_SCRIPT_DICTIONARY, "small.lua", small_dictionary, strlen(small_dictionary),
        &err);
  }
  if (!code) code = jh_script_enter(script, 0, &err);
  if (!code)
    code = run_text(script, JH_SCRIPT_PACK, "stages.lua", small_stages, strlen(small_stages), &err);
  if (!code) code = run_text(script, JH_SCRIPT_PACK, "base.lua", base, strlen(base), &err);
  for (size_t i = 0; layers[i].head && !code; i++) {
    char name[40];
    (void)snprintf(name, sizeof name, "layer_%zu.lua", i + 1);
    code = jh_script_enter(script, (uint32_t)i + 1, &err);
    const char *text = layers[i].article;
    if (!code) code = run_text(script, JH_SCRIPT_PACK, name, text, strlen(text), &err);
  }
  if (!code) code = jh_script_finish(script, &turned_on, turned_on ? 1 : 0, &err);
  jh_script_close(script);
  return code;
}

static jh_code run_overlay(const char *head, const char *text) {
  layer_text layers[] = {{head, text}, {NULL, NULL}};
  return run_chain(base_article, layers, NULL);
}

static int64_t value_on(const char *path, uint32_t stage, jh_date day) {
  uint32_t param = jh_plan_param(plan, jh_str_of(path));
  assert_int_not_equal(param, JH_NONE);
  const jh_param_value *value = jh_param_on(&plan->params[param], stage, day);
  assert_non_null(value);
  assert_int_equal(value->value.scale, 0);
  return value->value.mantissa;
}

static const jh_rule *rule(const char *id) {
  uint32_t index = jh_plan_rule(plan, jh_str_of(id));
  assert_int_not_equal(index, JH_NONE);
  return &plan->rules[index];
}

static const jh_node *node(uint32_t index) { return &plan->nodes[index]; }

TEST(one_number_changes_from_its_day_and_is_noted) {
  assert_int_equal(
      run_overlay(
          OVERLAY(""), "change \"rooms.at_most\" { was = 100, now = 90, clause = \"省一\" }\n"),
      JH_OK);
  assert_int_equal(value_on("rooms.at_most", JH_NONE, 20231231), 100);
  assert_int_equal(value_on("rooms.at_most", JH_NONE, 20240101), 90);
  assert_int_equal(plan->change_count, 1);
  const jh_change *change = &plan->changes[0];
  assert_string_equal(change->path, "rooms.at_most");
  assert_string_equal(change->was, "100");
  assert_string_equal(change->now, "90");
  assert_int_equal(change->direction, JH_TIGHTENS);
  assert_int_equal(change->since, 20240101);
  assert_string_equal(change->clause, "省一");
  assert_string_equal(plan->documents[change->document].number, "省文");
  assert_string_equal(plan->rules[change->rule].id, "rooms");
}

TEST(a_number_of_one_stage_leaves_the_other) {
  assert_int_equal(
      run_overlay(
          OVERLAY(""),
          "change \"ratio.at_least.primary\" { was = 1, now = 3, clause = \"省一\" }\n"),
      JH_OK);
  assert_int_equal(value_on("ratio.at_least", 0, 20240101), 3);
  assert_int_equal(value_on("ratio.at_least", 1, 20240101), 2);
  assert_string_equal(plan->changes[0].path, "ratio.at_least.primary");
}

TEST(both_stages_change_together_and_end_on_their_day) {
  assert_int_equal(
      run_overlay(
          OVERLAY(""),
          "change \"ratio.at_least\" { was = { primary = 1, junior = 2 }, now = { primary = 3, "
          "junior = 4 },\n clause = \"省一\", from = \"2024-09-01\", until_date = \"2025-09-01\" "
          "}\n"),
      JH_OK);
  assert_int_equal(value_on("ratio.at_least", 1, 20240831), 2);
  assert_int_equal(value_on("ratio.at_least", 1, 20240901), 4);
  assert_int_equal(value_on("ratio.at_least", 0, 20250831), 3);
  assert_int_equal(value_on("ratio.at_least", 0, 20250901), 1);
  assert_int_equal(plan->change_count, 2);
}

TEST(a_formula_is_replaced_from_its_day) {
  assert_int_equal(
      run_overlay(
          OVERLAY(MAY),
          "change \"large.measure\" { was = count(school.rooms, { room_area_m2 = at_least(50) }),\n"
          "  now = count(school.rooms, { room_area_m2 = at_least(60) }), clause = \"省二\" }\n"),
      JH_OK);
  const jh_node *measure = node(rule("large")->measure);
  assert_int_equal(measure->op, JH_OP_IF);
  assert_int_equal(node(jh_plan_arg(plan, measure, 0))->op, JH_OP_SINCE);
  assert_int_equal(plan->change_count, 1);
  assert_int_equal(value_on("large.room_area_m2.at_least", JH_NONE, 20250101), 50);
  assert_int_equal(value_on("large.room_area_m2.at_least_2", JH_NONE, 20250101), 60);
  assert_string_equal(plan->changes[0].was, "count(school.rooms, { room_area_m2 = at_least(50) })");
  assert_int_equal(plan->changes[0].kind, JH_CHANGE_FORMULA);
}

TEST(a_quantity_a_condition_and_a_scope_can_change_too) {
  assert_int_equal(
      run_overlay(
          OVERLAY(MAY),
          "change \"school.staff\" { was = school.teachers, now = school.teachers * 2, clause = "
          "\"省\" }\n"
          "change \"scoped.only_where\" { was = stage.students:above(0), now = "
          "stage.students:above(0) & school.kind:is \"town\", clause = \"省\" }\n"
          "change \"v.holds\" { was = all_of { section \"s\" }, now = all_of { section \"s\", "
          "county.is_poor }, clause = \"省\" }\n"
          "change \"rooms.only_where\" { was = none, now = school.school_code:is_not \"44\", "
          "clause = \"省\" }\n"),
      JH_OK);
  assert_int_equal(plan->change_count, 4);
  uint32_t staff = jh_plan_quantity(plan, 1, jh_str_of("staff"));
  assert_int_equal(node(plan->quantities[staff].node)->op, JH_OP_IF);
  assert_int_equal(node(plan->sections[0].applies)->op, JH_OP_IF);
  assert_int_equal(node(rule("v")->holds)->op, JH_OP_IF);
}

TEST(for_some_another_number_counts_and_a_relaxation_is_told) {
  assert_int_equal(
      run_overlay(
          OVERLAY(MAY),
          "relax \"large.room_area_m2.at_least\" { when = school.kind:is \"village\", was = 50,\n"
          "  now = 40, until_date = \"2030-01-01\", clause = \"省三\", duty = \"改造\", due_years "
          "= "
          "3 }\n"
          "change \"rooms.at_most\" { was = 100, now = 120, when = school.kind:is \"town\", clause "
          "= \"省四\" }\n"),
      JH_OK);
  const jh_rule *told = rule("relax.large.1");
  assert_int_equal(told->kind, JH_RULE_RELAXATION);
  assert_int_equal(told->until, 20300101);
  assert_int_equal(told->due_years, 3);
  assert_string_equal(jh_text_in(told->duty, JH_ZH), "改造");
  assert_int_equal(node(told->holds)->op, JH_OP_AND);
  const jh_node *bound = node(rule("rooms")->bound);
  assert_int_equal(bound->op, JH_OP_IF);
  const jh_node *active = node(jh_plan_arg(plan, bound, 0));
  assert_int_equal(active->op, JH_OP_AND);
  assert_int_equal(node(jh_plan_arg(plan, active, 0))->op, JH_OP_SINCE);
  const jh_param *other = &plan->params[jh_plan_param(plan, jh_str_of("rooms.at_most.where_1"))];
  assert_null(jh_param_on(other, JH_NONE, 20231231)); /* not read before its day */
  assert_int_equal(value_on("rooms.at_most.where_1", JH_NONE, 20240101), 120);
  assert_string_equal(plan->changes[1].when, "school.kind:is \"town\"");
  assert_int_equal(plan->changes[1].direction, JH_RELAXES);
}

/* The path of the parameter that guards an IF: IF(AND(SINCE, parameter = 1), …). */
static const char *guard_of(const jh_node *choice) {
  assert_int_equal(choice->op, JH_OP_IF);
  const jh_node *is_on = node(jh_plan_arg(plan, node(jh_plan_arg(plan, choice, 0)), 1));
  while (is_on->op == JH_OP_RAISE) is_on = node(jh_plan_arg(plan, is_on, 0));
  assert_int_equal(is_on->op, JH_OP_EQ);
  return plan->params[node(jh_plan_arg(plan, is_on, 0))->index].path;
}

#define SWITCH(id) "switch \"" id "\" { name = \"s\", clause = \"注\" }\n"
#define GUARDED(id, path, was, now)                                                                \
  "change \"" path "\" { was = " was ", now = " now ", when = switch \"" id "\", clause = \"c\" "  \
  "}\n"
#define TWICE(path, was, now) GUARDED("a", path, was, now) GUARDED("b", path, was, now " + " now)

TEST(of_two_switches_that_change_the_same_the_first_written_counts) {
  static const char text[] = SWITCH("a") SWITCH("b") GUARDED("a", "rooms.at_most", "100", "120")
      GUARDED("b", "rooms.at_most", "100", "130")
          TWICE("staffed.measure", "school.staff", "school.staff * 2")
              TWICE("school.staff", "school.teachers", "school.teachers / 3");
  assert_int_equal(run_overlay(OVERLAY(MAY), text), JH_OK);
  uint32_t staff = jh_plan_quantity(plan, 1, jh_str_of("staff"));
  uint32_t changed[] = {
      rule("rooms")->bound, rule("staffed")->measure, plan->quantities[staff].node};
  for (size_t i = 0; i < 3; i++) {
    assert_string_equal(guard_of(node(changed[i])), "a");
    assert_string_equal(guard_of(node(jh_plan_arg(plan, node(changed[i]), 2))), "b");
  }
  for (size_t i = 0; i < 6; i++) assert_int_not_equal(plan->changes[i].guard, JH_NONE);
}

TEST(a_rule_is_withdrawn_and_one_that_is_added_joins_a_section) {
  assert_int_equal(
      run_overlay(
          OVERLAY(MAY),
          "withdraw \"staffed\" { clause = \"省五\" }\n"
          "indicator \"poor\" { name = \"p\", clause = \"省六\", of = county, holds = "
          "county.is_poor, section = section \"s\" }\n"),
      JH_OK);
  assert_int_equal(rule("staffed")->until, 20240101);
  assert_int_equal(rule("poor")->in_force, 20240101);
  assert_int_equal(rule("ratio")->in_force, 20200101);
  const jh_rule *verdict = rule("v");
  bool is_member = false;
  for (size_t i = 0; i < verdict->member_count; i++)
    is_member |= strcmp(plan->rules[verdict->members[i]].id, "poor") == 0;
  assert_true(is_member);
  assert_int_equal(plan->change_count, 2);
  assert_int_equal(plan->changes[0].kind, JH_CHANGE_WITHDRAWN);
  assert_int_equal(plan->changes[1].kind, JH_CHANGE_ADDED);
}

TEST(a_floor_is_a_rule_of_its_own_beside_the_one_below) {
  assert_int_equal(
      run_overlay(
          OVERLAY(""),
          "floor \"staffed_top\" { above = indicator \"staffed\", at_least = 5, name = "
          "\"f\", clause = \"省七\" }\n"),
      JH_OK);
  assert_int_equal(value_on("staffed_top.at_least", JH_NONE, 20240101), 5);
  assert_int_equal(value_on("staffed.at_least", JH_NONE, 20240101), 3);
  assert_int_equal(rule("staffed_top")->measure, rule("staffed")->measure);
  assert_int_equal(rule("staffed_top")->section, rule("staffed")->section);
}

TEST(of_several_relaxations_the_loosest_counts) {
  static const char relax[] =
      "relax \"rooms.at_most\" { when = school.kind:is \"%s\", was = 100, now = %s, clause = "
      "\"省\" }\n";
  char one[200], both[400];
  (void)snprintf(one, sizeof one, relax, "town", "120");
  assert_int_equal(run_overlay(OVERLAY(MAY), one), JH_OK);
  const jh_node *bound = node(rule("rooms")->bound);
  assert_int_equal(node(jh_plan_arg(plan, bound, 1))->op, JH_OP_PARAM);
  jh_plan_close(plan);
  (void)snprintf(both, sizeof both, relax, "village", "130");
  strcat(both, one);
  assert_int_equal(run_overlay(OVERLAY(MAY), both), JH_OK);
  bound = node(rule("rooms")->bound);
  assert_int_equal(bound->op, JH_OP_IF);
  assert_int_equal(node(jh_plan_arg(plan, bound, 1))->op, JH_OP_MAX);
}

TEST(what_a_reform_adds_and_withdraws_ends_with_it) {
  layer_text layers[] = {
      {"reform \"a\" { on = \"any\", from = \"2025-01-01\", until_date = \"2026-01-01\", reason = "
       "\"a\" }\n",
       "withdraw \"staffed\" { }\n"
       "indicator \"poor\" { name = \"p\", clause = \"一\", of = county, holds = county.is_poor "
       "}\n"},
      {NULL, NULL}};
  assert_int_equal(run_chain(base_article, layers, NULL), JH_OK);
  assert_int_equal(rule("poor")->until, 20260101);
  assert_int_equal(rule("staffed")->until, 0);
  assert_int_not_equal(rule("staffed")->applies, JH_NONE);
}

TEST(a_change_of_a_formula_stands_on_the_one_below) {
  layer_text layers[] = {
      {REFORM("a"),
       "change \"school.staff\" { was = school.teachers, now = school.teachers * 2 }\n"},
      {REFORM("b"),
       "change \"school.staff\" { was = school.teachers * 2, now = school.teachers * 3 }\n"},
      {NULL, NULL}};
  assert_int_equal(run_chain(base_article, layers, NULL), JH_OK);
  jh_plan_close(plan);
  layers[1].article =
      "change \"school.staff\" { was = school.teachers, now = school.teachers * 3 }\n";
  assert_int_equal(run_chain(base_article, layers, NULL), JH_EFORMULA_MOVED);
}

TEST(a_change_that_the_base_overruns_says_so) {
  layer_text layers[] = {
      {REFORM("a"), "change \"y.at_least\" { was = 1, now = 5 }\n"}, {NULL, NULL}};
  char text[4096];
  (void)snprintf(
      text, sizeof text,
      "indicator \"y\" { name = \"y\", clause = \"一\", of = school, unit = \"teacher\", measure = "
      "school.teachers, at_least = dated { [\"2020-01-01\"] = 1, [\"2026-01-01\"] = 2 } }\n%s",
      base_article);
  assert_int_equal(run_chain(text, layers, NULL), JH_ECHANGE_OVERRUN);
  assert_string_equal(err.at.file, "layer_1.lua");
  assert_string_equal(err.args[2], "2026-01-01");
  jh_plan_close(plan);
  layers[0].article = "change \"y.at_least\" { was = 1, now = 5, until_date = \"2026-01-01\" }\n";
  assert_int_equal(run_chain(text, layers, NULL), JH_OK);
  assert_int_equal(value_on("y.at_least", JH_NONE, 20251231), 5);
  assert_int_equal(value_on("y.at_least", JH_NONE, 20260101), 2);
}

TEST(reforms_stack_in_the_order_given) {
  layer_text layers[] = {
      {REFORM("a"), "change \"rooms.at_most\" { was = 100, now = 150 }\n"},
      {REFORM("b"), "change \"rooms.at_most\" { was = 150, now = 70 }\n"
                    "unit_cost \"rooms\" { yuan = 3000, per = \"m2\" }\n"},
      {NULL, NULL}};
  assert_int_equal(run_chain(base_article, layers, NULL), JH_OK);
  assert_int_equal(value_on("rooms.at_most", JH_NONE, 20250101), 70);
  assert_int_equal(value_on("rooms.at_most", JH_NONE, 20241231), 100);
  assert_string_equal(plan->pack.id, "test/small");
  assert_string_equal(
      plan->changes[1].clause, ""); /* a reform cites none: its reason is told as such */
  assert_string_equal(jh_text_in(plan->changes[1].reason, JH_ZH), "b");
  const jh_param *param = &plan->params[jh_plan_param(plan, jh_str_of("rooms.at_most"))];
  const char *last = param->values[param->value_count - 1].clause;
  assert_non_null(strstr(last, "（b）")); /* of the base's clause, by this reform */
  assert_null(strstr(last, "（a）"));
  assert_int_equal(plan->unit_cost_count, 1);
  assert_string_equal(plan->rules[plan->unit_costs[0].rule].id, "rooms");
}

TEST(a_switch_is_off_until_it_is_turned_on) {
  char text[4096];
  layer_text layers[] = {{NULL, NULL}};
  (void)snprintf(
      text, sizeof text,
      "switch \"lenient\" { name = \"n\", clause = \"注\" }\n%s"
      "indicator \"x\" { name = \"x\", clause = \"一\", of = county, holds = any_of { switch "
      "\"lenient\", county.is_poor } }\n",
      base_article);
  assert_int_equal(run_chain(text, layers, NULL), JH_OK);
  assert_int_equal(value_on("lenient", JH_NONE, 20240101), 0);
  jh_plan_close(plan);
  assert_int_equal(run_chain(text, layers, "lenient"), JH_OK);
  assert_int_equal(value_on("lenient", JH_NONE, 20240101), 1);
  jh_plan_close(plan);
  assert_int_equal(run_chain(text, layers, "lenint"), JH_EUNKNOWN_NAME);
  assert_string_equal(err.args[1], "lenient");
}

TEST(references_may_point_forward) {
  layer_text layers[] = {{NULL, NULL}};
  assert_int_equal(
      run_chain(
          "verdict \"v\" { name = \"v\", clause = \"一\", of = county,\n"
          "  holds = all_of { section \"late\", requirement \"all\" } }\n"
          "requirement \"all\" { name = \"a\", clause = \"二\", of = county,\n"
          "  holds = every(county.schools, indicator \"rooms\") }\n"
          "section \"late\" { name = \"l\", clause = \"三\" }\n"
          "indicator \"rooms\" { name = \"m\", clause = \"二\", of = school, unit = \"m2\",\n"
          "  measure = sum(school.rooms, room.room_area_m2), at_most = 100 }\n",
          layers, NULL),
      JH_OK);
  assert_int_equal(rule("v")->member_count, 2);
  assert_int_equal(rule("all")->shape, JH_SHAPE_EVERY);
  assert_string_equal(plan->rules[0].id, "v");
}

static const struct {
  const char *head, *text;
  jh_code code;
  const char *file;
  uint32_t line;
  const char *also; /* file of the second place, or NULL */
  uint32_t also_line;
} mistakes[] = {
    {OVERLAY(""), "change \"rooms.at_most\" { was = 99, now = 90, clause = \"省\" }",
     JH_EBASE_MOVED, "layer_1.lua", 1, "base.lua", 4},
    {OVERLAY(""),
     "change \"rooms.at_most\" { was = 100, now = 90, clause = \"省\" }\n"
     "change \"rooms.at_most\" { was = 90, now = 80, clause = \"省\" }",
     JH_ECHANGE_TWICE, "layer_1.lua", 2, "layer_1.lua", 1},
    {OVERLAY(""), "change \"rooms.at_most\" { was = 100, now = 110, clause = \"省\" }",
     JH_ENOT_STRICTER, "layer_1.lua", 1, "base.lua", 4},
    {OVERLAY(""), "withdraw \"rooms\" { clause = \"省\" }", JH_ENOT_STRICTER, "layer_1.lua", 1,
     "base.lua", 4},
    {OVERLAY(""),
     "change \"school.staff\" { was = school.teachers, now = school.teachers * 2, clause = \"省\" "
     "}",
     JH_EDIRECTION, "layer_1.lua", 1, "base.lua", 10},
    {OVERLAY(""), "change \"rooms.at_mst\" { was = 100, now = 90, clause = \"省\" }",
     JH_EUNKNOWN_PATH, "layer_1.lua", 1, NULL, 0},
    {OVERLAY(MAY), "withdraw \"room\" { clause = \"省\" }", JH_EUNKNOWN_PATH, "layer_1.lua", 1,
     NULL, 0},
    {OVERLAY(""), "change \"rooms.at_most\" { was = 100, now = 100, clause = \"省\" }",
     JH_ENO_CHANGE, "layer_1.lua", 1, NULL, 0},
    {OVERLAY(""), "change \"rooms.at_most\" { was = 100, now = 90 }", JH_ENO_CLAUSE, "layer_1.lua",
     1, NULL, 0},
    {OVERLAY(MAY),
     "\nchange \"large.measure\" { was = count(school.rooms, { room_area_m2 = at_least(51) }),\n"
     "  now = count(school.rooms), clause = \"省\" }",
     JH_EFORMULA_MOVED, "layer_1.lua", 2, "base.lua", 6},
    {OVERLAY(MAY),
     "change \"v.holds\" { was = all_of { indicator \"rooms\" }, now = county.is_poor, clause = "
     "\"省\" }",
     JH_EFORMULA_MOVED, "layer_1.lua", 1, "base.lua", 13},
    {OVERLAY(MAY),
     "change \"school.staff\" { was = school.teachers, now = school.staff * 2, clause = \"省\" }",
     JH_ECIRCLE, "base.lua", 10, "", 0},
    {OVERLAY(""),
     "floor \"f\" { above = indicator \"staffed\", at_least = 2, name = \"f\", clause = \"省\" }",
     JH_ENOT_STRICTER, "layer_1.lua", 1, "base.lua", 11},
    {OVERLAY(""),
     "indicator \"n\" { name = \"n\", clause = \"省\", of = county, measure = "
     "count(county.schools),\n"
     "  at_least = dated { [\"2024-06-01\"] = 3 } }",
     JH_ENO_FIRST_DAY, "layer_1.lua", 1, NULL, 0},
    {OVERLAY(""), "unit_cost \"room\" { yuan = 1 }", JH_EUNKNOWN_RULE, "layer_1.lua", 1, NULL, 0},
    {OVERLAY(""),
     "requirement \"a\" { name = \"a\", clause = \"省\", of = county, holds = all_of { requirement "
     "\"b\" } }\n"
     "requirement \"b\" { name = \"b\", clause = \"省\", of = county, holds = all_of { requirement "
     "\"a\" } }",
     JH_ECIRCLE, "layer_1.lua", 1, "layer_1.lua", 2},
    {"overlay \"o\" { on = \"x\", name = \"n\", document = document \"d\" { title = \"t\" } }\n",
     "", JH_ENO_DATE, "head_1.lua", 1, NULL, 0},
    {"reform \"o\" { on = \"x\", from = \"2025-01-01\" }\n", "", JH_EMISSING_FIELD, "head_1.lua", 1,
     NULL, 0},
};

TEST(whatever_an_overlay_gets_wrong_is_told_with_both_places) {
  for (size_t i = 0; i < COUNT(mistakes); i++) {
    err = (jh_error){0};
    jh_code code = run_overlay(mistakes[i].head, mistakes[i].text);
    bool fits = code == mistakes[i].code && strcmp(err.at.file, mistakes[i].file) == 0 &&
                err.at.line == mistakes[i].line;
    if (mistakes[i].also && mistakes[i].also_line)
      fits = fits && strcmp(err.also.file, mistakes[i].also) == 0 &&
             err.also.line == mistakes[i].also_line;
    if (!fits) {
      char text[1024];
      jh_error_print(&err, JH_EN, text, sizeof text);
      fail_msg("%zu: %s\n%s", i, mistakes[i].text, text);
    }
    jh_plan_close(plan);
    plan = NULL;
  }
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(one_number_changes_from_its_day_and_is_noted),
    FRESH(a_number_of_one_stage_leaves_the_other),
    FRESH(both_stages_change_together_and_end_on_their_day),
    FRESH(a_formula_is_replaced_from_its_day),
    FRESH(a_quantity_a_condition_and_a_scope_can_change_too),
    FRESH(for_some_another_number_counts_and_a_relaxation_is_told),
    FRESH(of_two_switches_that_change_the_same_the_first_written_counts),
    FRESH(a_rule_is_withdrawn_and_one_that_is_added_joins_a_section),
    FRESH(a_floor_is_a_rule_of_its_own_beside_the_one_below),
    FRESH(of_several_relaxations_the_loosest_counts),
    FRESH(what_a_reform_adds_and_withdraws_ends_with_it),
    FRESH(a_change_of_a_formula_stands_on_the_one_below),
    FRESH(a_change_that_the_base_overruns_says_so), FRESH(reforms_stack_in_the_order_given),
    FRESH(a_switch_is_off_until_it_is_turned_on), FRESH(references_may_point_forward),
    FRESH(whatever_an_overlay_gets_wrong_is_told_with_both_places))
