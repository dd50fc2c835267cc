#include "support/test.h"

#include "model/finish.h"
#include "world.h"

static jh_plan *plan;
static jh_error err;
static jh_build b;
static uint32_t students, area, is_poor, is_town;

static int set_up(void **state) {
  (void)state;
  if (jh_plan_open(&plan, NULL) != JH_OK) return -1;
  make_world(plan);
  b = (jh_build){plan, jh_place_of("article.lua", 7, 0), &err};
  uint32_t kind;
  bool ok = jh_build_column(&b, 1, SCHOOL_STUDENTS, &students) == JH_OK &&
            jh_build_column(&b, 1, SCHOOL_AREA, &area) == JH_OK &&
            jh_build_column(&b, 1, SCHOOL_KIND, &kind) == JH_OK &&
            jh_build_column(&b, 0, 0, &is_poor) == JH_OK &&
            jh_build_is(&b, kind, 2, &is_town) == JH_OK;
  return ok ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_plan_close(plan);
  return 0;
}

static const jh_node *node(uint32_t index) { return &plan->nodes[index]; }
static uint32_t arg(uint32_t index, uint32_t k) { return jh_plan_arg(plan, node(index), k); }

/* A rule that holds where `holds` does; its place is line 10 + its index. */
static uint32_t add_rule(const char *id, uint32_t level, uint32_t holds) {
  void *items = plan->rules;
  assert_int_equal(
      jh_arena_grow(
          plan->arena, &items, &plan->rule_room, plan->rule_count + 1, sizeof *plan->rules),
      0);
  plan->rules = items;
  uint32_t index = (uint32_t)plan->rule_count++;
  plan->rules[index] = (jh_rule){
      .id = id,
      .level = level,
      .holds = holds,
      .measure = JH_NONE,
      .bound = JH_NONE,
      .applies = JH_NONE,
      .parent = JH_NONE,
      .section = JH_NONE,
      .place = jh_place_of("article.lua", 10 + index, 0)};
  assert_int_equal(jh_build_rule(&b, index, &plan->rules[index].use), JH_OK);
  return index;
}

static uint32_t add_param(const char *path, int64_t value) {
  void *items = plan->params;
  assert_int_equal(
      jh_arena_grow(
          plan->arena, &items, &plan->param_room, plan->param_count + 1, sizeof *plan->params),
      0);
  plan->params = items;
  jh_param_value *values = jh_arena_get(plan->arena, sizeof *values);
  assert_non_null(values);
  *values = (jh_param_value){.since = 20200101, .stage = JH_NONE, .value = {value, 0}};
  jh_unit student;
  assert_int_equal(jh_unit_read(&student, &plan->units, jh_str_of("student"), NULL), JH_OK);
  plan->params[plan->param_count] = (jh_param){
      .path = path, .unit_text = "student", .unit = student, .values = values, .value_count = 1};
  return (uint32_t)plan->param_count++;
}

static uint32_t add_quantity(const char *id, uint32_t level, uint32_t value) {
  void *items = plan->quantities;
  assert_int_equal(
      jh_arena_grow(
          plan->arena, &items, &plan->quantity_room, plan->quantity_count + 1,
          sizeof *plan->quantities),
      0);
  plan->quantities = items;
  uint32_t index = (uint32_t)plan->quantity_count++;
  plan->quantities[index] = (jh_quantity){
      .id = id, .level = level, .node = value, .place = jh_place_of("article.lua", 30 + index, 0)};
  assert_int_equal(jh_build_quantity(&b, index, &plan->quantities[index].use), JH_OK);
  return index;
}

static jh_code finish(const jh_finish_spec *spec) {
  plan->stage_count = 0; /* the world's stages have no condition */
  return jh_finish(plan, spec, &err);
}

/* What node.h promises: arguments before the nodes that use them, at their level or of none. */
static void assert_in_order(void) {
  for (uint32_t i = 0; i < plan->node_count; i++) {
    assert_int_not_equal(node(i)->op, JH_OP_LATE);
    for (uint32_t k = 0; k < node(i)->count; k++) {
      uint32_t one = arg(i, k);
      if (one == JH_NONE) continue;
      assert_true(one < i);
      bool is_other = node(i)->op == JH_OP_RAISE || node(i)->over != JH_NONE;
      assert_true(is_other || node(one)->level == JH_NONE || node(one)->level == node(i)->level);
    }
  }
}

TEST(a_rule_may_stand_on_one_that_comes_later) {
  uint32_t first = add_rule("first", COUNTY, JH_NONE), second = add_rule("second", COUNTY, is_poor);
  plan->rules[first].holds = plan->rules[second].use;
  assert_int_equal(finish(&(jh_finish_spec){0}), JH_OK);
  assert_in_order();
  assert_int_equal(node(plan->rules[first].holds)->op, JH_OP_RULE);
  assert_int_equal(node(plan->rules[first].holds)->index, second);
  assert_int_equal(arg(plan->rules[first].use, 0), plan->rules[second].use);
}

TEST(rules_that_stand_on_one_another_are_told_with_both_places) {
  uint32_t first = add_rule("first", COUNTY, JH_NONE), second = add_rule("second", COUNTY, JH_NONE);
  plan->rules[first].holds = plan->rules[second].use;
  plan->rules[second].holds = plan->rules[first].use;
  assert_int_equal(finish(&(jh_finish_spec){0}), JH_ECIRCLE);
  assert_string_equal(err.args[0], "first → second → first");
  assert_int_equal(err.at.line, 10);
  assert_int_equal(err.also.line, 11);
}

TEST(a_quantity_defined_by_itself_is_refused) {
  uint32_t q = add_quantity("q", SCHOOL, students);
  uint32_t args[2] = {plan->quantities[q].use, students};
  assert_int_equal(
      jh_build_pair(&b, JH_OP_ADD, args[0], args[1], &plan->quantities[q].node), JH_OK);
  assert_int_equal(finish(&(jh_finish_spec){0}), JH_ECIRCLE);
  assert_string_equal(err.args[0], "q → q");
  assert_int_equal(err.at.line, 30);
}

TEST(a_quantity_s_new_definition_is_read_by_all_that_read_it) {
  uint32_t q = add_quantity("q", SCHOOL, students), limit, holds;
  assert_int_equal(jh_build_const_like(&b, (jh_dec){5, 0}, plan->quantities[q].use, &limit), JH_OK);
  assert_int_equal(jh_build_pair(&b, JH_OP_GE, plan->quantities[q].use, limit, &holds), JH_OK);
  uint32_t rule = add_rule("r", SCHOOL, holds);
  assert_int_equal(
      jh_build_pair(&b, JH_OP_ADD, students, students, &plan->quantities[q].node), JH_OK);
  assert_int_equal(finish(&(jh_finish_spec){0}), JH_OK);
  assert_in_order();
  uint32_t use = arg(plan->rules[rule].holds, 0);
  assert_int_equal(use, plan->quantities[q].use);
  assert_int_equal(node(arg(use, 0))->op, JH_OP_ADD);
}

TEST(what_stands_late_for_something_is_put_in_at_its_level) {
  uint32_t late, over, rule;
  assert_int_equal(jh_build_late(&b, 0, JH_TYPE_CONDITION, SCHOOL, jh_unit_none(), &late), JH_OK);
  jh_build_over_spec spec = {
      .op = JH_OP_EVERY,
      .over = SCHOOL,
      .target = COUNTY,
      .stage = JH_NONE,
      .value = late,
      .weight = JH_NONE,
      .filter = JH_NONE,
      .limit = JH_NONE};
  assert_int_equal(jh_build_over(&b, &spec, &over), JH_OK);
  rule = add_rule("r", COUNTY, over);
  assert_int_equal(finish(&(jh_finish_spec){.late = &is_poor, .late_count = 1}), JH_OK);
  assert_in_order();
  uint32_t value = arg(plan->rules[rule].holds, 0);
  assert_int_equal(node(value)->op, JH_OP_RAISE);
  assert_int_equal(node(value)->level, SCHOOL);
  assert_int_equal(node(arg(value, 0))->op, JH_OP_COLUMN);
}

/* students >= parameter, of schools. */
static uint32_t add_bounded(uint32_t param, uint32_t level, uint32_t measure) {
  uint32_t bound, holds;
  assert_int_equal(jh_build_param(&b, param, JH_NONE, &bound), JH_OK);
  assert_int_equal(jh_build_pair(&b, JH_OP_GE, measure, bound, &holds), JH_OK);
  uint32_t rule = add_rule("bounded", level, holds);
  plan->rules[rule].measure = measure;
  plan->rules[rule].bound = bound;
  return rule;
}

TEST(a_number_that_is_another_for_some_gets_their_level) {
  uint32_t param = add_param("p", 5), other = add_param("p.where_1", 3);
  uint32_t rule = add_bounded(param, SCHOOL, students);
  jh_finish_other others[] = {{param, other, is_town, JH_NONE}};
  assert_int_equal(finish(&(jh_finish_spec){.others = others, .other_count = 1}), JH_OK);
  assert_in_order();
  uint32_t bound = plan->rules[rule].bound;
  assert_int_equal(node(bound)->op, JH_OP_IF);
  assert_int_equal(node(bound)->level, SCHOOL);
  assert_int_equal(node(arg(bound, 1))->op, JH_OP_PARAM);
  assert_int_equal(arg(plan->rules[rule].holds, 1), bound);
}

TEST(a_number_that_is_another_for_schools_does_not_fit_a_rule_of_counties) {
  uint32_t param = add_param("p", 5), other = add_param("p.where_1", 3), sum;
  jh_build_over_spec spec = {
      .op = JH_OP_SUM,
      .over = SCHOOL,
      .target = COUNTY,
      .stage = JH_NONE,
      .value = students,
      .weight = JH_NONE,
      .filter = JH_NONE,
      .limit = JH_NONE};
  assert_int_equal(jh_build_over(&b, &spec, &sum), JH_OK);
  (void)add_bounded(param, COUNTY, sum);
  jh_finish_other others[] = {{param, other, is_town, JH_NONE}};
  assert_int_equal(
      finish(&(jh_finish_spec){.others = others, .other_count = 1}), JH_ELEVEL_MISMATCH);
  assert_int_equal(err.at.line, 10);
  assert_string_equal(err.at.name, "bounded");
}

TEST(a_relaxation_holds_for_whom_the_rule_would_not_hold_without_it) {
  uint32_t param = add_param("p", 5), other = add_param("p.where_1", 3);
  uint32_t rule = add_bounded(param, SCHOOL, students);
  uint32_t told = add_rule("relax.bounded.1", SCHOOL, JH_NONE);
  plan->rules[told].kind = JH_RULE_RELAXATION;
  plan->rules[told].applies = is_town;
  jh_finish_other others[] = {{param, other, is_town, JH_NONE}};
  jh_finish_relaxation relaxations[] = {{told, rule, 0}};
  jh_finish_spec spec = {
      .others = others, .other_count = 1, .relaxations = relaxations, .relaxation_count = 1};
  assert_int_equal(finish(&spec), JH_OK);
  assert_in_order();
  uint32_t holds = plan->rules[told].holds;
  assert_int_equal(node(holds)->op, JH_OP_AND);
  assert_int_equal(arg(holds, 0), plan->rules[rule].holds);
  assert_int_equal(node(arg(holds, 1))->op, JH_OP_NOT);
  uint32_t strict = arg(arg(holds, 1), 0);
  assert_int_equal(node(arg(strict, 1))->op, JH_OP_PARAM);
  assert_int_equal(node(plan->rules[told].use)->index, told);
}

TEST(rules_come_in_the_order_that_is_asked_for) {
  plan->sections = jh_arena_get(plan->arena, sizeof *plan->sections);
  assert_non_null(plan->sections);
  plan->sections[0] = (jh_section){.id = "s", .applies = JH_NONE};
  plan->section_count = 1;
  uint32_t first = add_rule("first", COUNTY, is_poor), part = add_rule("part", COUNTY, is_poor);
  plan->rules[first].section = 0;
  plan->rules[part].parent = first;
  plan->rules[first].members = &part;
  plan->rules[first].member_count = 1;
  uint32_t order[] = {part, first};
  assert_int_equal(finish(&(jh_finish_spec){.order = order}), JH_OK);
  assert_string_equal(plan->rules[0].id, "part");
  assert_int_equal(plan->rules[0].parent, 1);
  assert_int_equal(plan->rules[1].members[0], 0);
  assert_int_equal(part, 1); /* the caller's own list is left alone */
  assert_int_equal(node(plan->rules[1].use)->index, 1);
  assert_int_equal(plan->sections[0].rule_count, 1);
  assert_int_equal(plan->sections[0].rules[0], 1);
}

TEST(what_nothing_stands_on_is_left_behind) {
  uint32_t unused;
  assert_int_equal(jh_build_pair(&b, JH_OP_DIV, area, students, &unused), JH_OK);
  (void)add_rule("r", COUNTY, is_poor);
  assert_int_equal(finish(&(jh_finish_spec){0}), JH_OK);
  assert_int_equal(plan->node_count, 2);
}

TEST(a_graph_as_deep_as_it_may_be_does_not_break_the_stack) {
  uint32_t sum = students, holds;
  for (int i = 0; i < JH_NODE_DEEPEST - 3; i++)
    assert_int_equal(jh_build_one(&b, i % 2 ? JH_OP_NEG : JH_OP_CEIL, sum, &sum), JH_OK);
  assert_int_equal(jh_build_pair(&b, JH_OP_GE, sum, students, &holds), JH_OK);

  (void)add_rule("r", SCHOOL, holds);
  assert_int_equal(finish(&(jh_finish_spec){0}), JH_OK);
  assert_in_order();
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(a_rule_may_stand_on_one_that_comes_later),
    FRESH(rules_that_stand_on_one_another_are_told_with_both_places),
    FRESH(a_quantity_defined_by_itself_is_refused),
    FRESH(a_quantity_s_new_definition_is_read_by_all_that_read_it),
    FRESH(what_stands_late_for_something_is_put_in_at_its_level),
    FRESH(a_number_that_is_another_for_some_gets_their_level),
    FRESH(a_number_that_is_another_for_schools_does_not_fit_a_rule_of_counties),
    FRESH(a_relaxation_holds_for_whom_the_rule_would_not_hold_without_it),
    FRESH(rules_come_in_the_order_that_is_asked_for), FRESH(what_nothing_stands_on_is_left_behind),
    FRESH(a_graph_as_deep_as_it_may_be_does_not_break_the_stack))
