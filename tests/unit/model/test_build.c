#include "support/test.h"

#include "world.h"

static jh_plan *plan;
static jh_error err;
static jh_build b;
static uint32_t students, area, kind, is_poor, room_area;

static int set_up(void **state) {
  (void)state;
  if (jh_plan_open(&plan, NULL) != JH_OK) return -1;
  make_world(plan);
  b = (jh_build){plan, jh_place_of("article.lua", 7, 0), &err};
  bool ok = jh_build_column(&b, 1, SCHOOL_STUDENTS, &students) == JH_OK &&
            jh_build_column(&b, 1, SCHOOL_AREA, &area) == JH_OK &&
            jh_build_column(&b, 1, SCHOOL_KIND, &kind) == JH_OK &&
            jh_build_column(&b, 0, 0, &is_poor) == JH_OK &&
            jh_build_column(&b, 2, 0, &room_area) == JH_OK;
  return ok ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_plan_close(plan);
  return 0;
}

static const jh_node *node(uint32_t index) { return &plan->nodes[index]; }

TEST(the_same_expression_is_one_node) {
  uint32_t first, second;
  assert_int_equal(jh_build_pair(&b, JH_OP_DIV, area, students, &first), JH_OK);
  size_t count = plan->node_count;
  assert_int_equal(jh_build_pair(&b, JH_OP_DIV, area, students, &second), JH_OK);
  assert_int_equal(first, second);
  assert_int_equal(plan->node_count, count);
}

TEST(units_go_through_a_division_and_stop_a_sum) {
  uint32_t ratio, sum;
  char text[64];
  assert_int_equal(jh_build_pair(&b, JH_OP_DIV, area, students, &ratio), JH_OK);
  jh_unit_text(&plan->units, node(ratio)->unit, text, sizeof text);
  assert_string_equal(text, "m2/student");
  assert_int_equal(jh_build_pair(&b, JH_OP_ADD, area, students, &sum), JH_EUNIT_MISMATCH);
  assert_string_equal(err.args[0], "m2");
  assert_string_equal(err.args[1], "student");
  assert_string_equal(err.at.file, "article.lua");
  assert_int_equal(err.at.line, 7);
  assert_int_equal(jh_build_pair(&b, JH_OP_GE, area, students, &sum), JH_EUNIT_MISMATCH);
}

TEST(a_coarser_value_is_raised_and_a_finer_one_is_refused) {
  uint32_t both, condition;
  assert_int_equal(jh_build_pair(&b, JH_OP_LE, room_area, area, &condition), JH_OK);
  assert_int_equal(node(condition)->level, ROOM);
  uint32_t args[] = {condition, is_poor};
  assert_int_equal(jh_build_all(&b, JH_OP_AND, args, 2, &both), JH_OK);
  assert_int_equal(node(both)->level, ROOM);
  uint32_t out;
  assert_int_equal(jh_build_raise(&b, students, COUNTY, &out), JH_ELEVEL_MISMATCH);
  assert_int_equal(jh_build_raise(&b, students, JH_NONE, &out), JH_ELEVEL_MISMATCH);
}

TEST(rooms_and_stages_do_not_meet) {
  uint32_t level;
  assert_int_equal(jh_build_meet(&b, ROOM, STAGE, &level), JH_ELEVEL_MISMATCH);
  assert_int_equal(jh_build_meet(&b, JH_NONE, STAGE, &level), JH_OK);
  assert_int_equal(level, STAGE);
  assert_int_equal(jh_build_meet(&b, COUNTY, ROOM, &level), JH_OK);
  assert_int_equal(level, ROOM);
}

TEST(types_are_held_apart) {
  uint32_t out;
  assert_int_equal(jh_build_pair(&b, JH_OP_ADD, is_poor, students, &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_one(&b, JH_OP_NOT, students, &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_one(&b, JH_OP_CEIL, is_poor, &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_is(&b, students, 1, &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_all(&b, JH_OP_AND, &students, 1, &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_all(&b, JH_OP_OR, NULL, 0, &out), JH_EMISSING_FIELD);
  assert_int_equal(jh_build_column(&b, 1, SCHOOL_NAME, &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_is(&b, kind, 2, &out), JH_OK);
  assert_int_equal(jh_build_one(&b, JH_OP_KNOWN, kind, &out), JH_OK);
}

TEST(a_plain_number_beside_a_column_is_meant_in_its_unit) {
  plan->tables[1].columns[SCHOOL_AREA].unit.num = 10000;
  uint32_t in_wan, out, condition;
  plan->tables[1].columns[SCHOOL_AREA].id = "wan";
  assert_int_equal(jh_build_column(&b, 1, SCHOOL_AREA, &in_wan), JH_OK);
  (void)in_wan;
  assert_int_equal(jh_build_const_like(&b, (jh_dec){5, 0}, students, &out), JH_OK);
  assert_int_equal(node(out)->num, 1);
  assert_int_equal(jh_build_pair(&b, JH_OP_GE, students, out, &condition), JH_OK);
}

TEST(arms_of_a_choice_must_agree) {
  uint32_t condition, one, out;
  assert_int_equal(jh_build_is(&b, kind, 1, &condition), JH_OK);
  assert_int_equal(jh_build_const(&b, (jh_dec){1, 0}, jh_unit_none(), &one), JH_OK);
  const uint32_t mixed[] = {condition, area, one}, good[] = {condition, area, area};
  const uint32_t wrong[] = {condition, area, is_poor};
  assert_int_equal(jh_build_many(&b, JH_OP_IF, mixed, 3, &out), JH_EUNIT_MISMATCH);
  assert_int_equal(jh_build_many(&b, JH_OP_IF, wrong, 3, &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_many(&b, JH_OP_IF, good, 3, &out), JH_OK);
  const uint32_t nothing[] = {JH_NONE, JH_NONE}, one_arm[] = {students, JH_NONE};
  assert_int_equal(jh_build_many(&b, JH_OP_BY_STAGE, nothing, 2, &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_many(&b, JH_OP_BY_STAGE, one_arm, 2, &out), JH_OK);
  assert_int_equal(node(out)->level, STAGE);
}

TEST(gathering_goes_from_a_finer_level_to_a_coarser_one) {
  uint32_t out;
  jh_build_over_spec spec = {JH_OP_SUM, ROOM,    SCHOOL,  JH_NONE,
                             room_area, JH_NONE, JH_NONE, JH_NONE};
  assert_int_equal(jh_build_over(&b, &spec, &out), JH_OK);
  assert_int_equal(node(out)->level, SCHOOL);
  spec.target = ROOM;
  assert_int_equal(jh_build_over(&b, &spec, &out), JH_ELEVEL_MISMATCH);
  spec.target = STAGE;
  assert_int_equal(jh_build_over(&b, &spec, &out), JH_ELEVEL_MISMATCH);
  spec = (jh_build_over_spec){JH_OP_SPREAD, SCHOOL,   COUNTY,  JH_NONE,
                              area,         students, JH_NONE, students};
  assert_int_equal(jh_build_over(&b, &spec, &out), JH_EUNIT_MISMATCH);
  spec =
      (jh_build_over_spec){JH_OP_EVERY, SCHOOL, COUNTY, JH_NONE, area, JH_NONE, JH_NONE, JH_NONE};
  assert_int_equal(jh_build_over(&b, &spec, &out), JH_ETYPE_MISMATCH);
  spec =
      (jh_build_over_spec){JH_OP_COUNT, SCHOOL, COUNTY, JH_NONE, JH_NONE, JH_NONE, area, JH_NONE};
  assert_int_equal(jh_build_over(&b, &spec, &out), JH_ETYPE_MISMATCH);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(the_same_expression_is_one_node), FRESH(units_go_through_a_division_and_stop_a_sum),
    FRESH(a_coarser_value_is_raised_and_a_finer_one_is_refused),
    FRESH(rooms_and_stages_do_not_meet), FRESH(types_are_held_apart),
    FRESH(a_plain_number_beside_a_column_is_meant_in_its_unit), FRESH(arms_of_a_choice_must_agree),
    FRESH(gathering_goes_from_a_finer_level_to_a_coarser_one))
