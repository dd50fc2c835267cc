#include "support/test.h"

#include "model/build_more.h"
#include "world.h"

static jh_plan *plan;
static jh_error err;
static jh_build b;
static uint32_t students, area, room_area;

static int set_up(void **state) {
  (void)state;
  if (jh_plan_open(&plan, NULL) != JH_OK) return -1;
  make_world(plan);
  b = (jh_build){plan, jh_place_of("article.lua", 7, 0), &err};
  bool ok = jh_build_column(&b, 1, SCHOOL_STUDENTS, &students) == JH_OK &&
            jh_build_column(&b, 1, SCHOOL_AREA, &area) == JH_OK &&
            jh_build_column(&b, 2, 0, &room_area) == JH_OK;
  for (int i = 0; i < 3; i++) plan->tables[i].key_column = JH_NONE;
  return ok ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_plan_close(plan);
  return 0;
}

static const jh_node *node(uint32_t index) { return &plan->nodes[index]; }

TEST(a_day_of_law_is_one_node_for_each_day) {
  uint32_t first, second, other;
  assert_int_equal(jh_build_since(&b, 20260901, &first), JH_OK);
  assert_int_equal(jh_build_since(&b, 20260901, &second), JH_OK);
  assert_int_equal(jh_build_since(&b, 20270901, &other), JH_OK);
  assert_int_equal(first, second);
  assert_int_not_equal(first, other);
  assert_int_equal(node(first)->level, JH_NONE);
  assert_int_equal(node(first)->type, JH_TYPE_CONDITION);
}

TEST(the_year_has_the_unit_of_years) {
  uint32_t year, out;
  assert_int_equal(jh_build_year(&b, &year), JH_OK);
  assert_int_equal(jh_build_pair(&b, JH_OP_SUB, year, year, &out), JH_OK);
  assert_int_equal(jh_build_pair(&b, JH_OP_SUB, year, students, &out), JH_EUNIT_MISMATCH);
}

TEST(a_range_needs_two_numbers_of_one_unit_and_meets_at_the_finer_level) {
  uint32_t out, year, since;
  assert_int_equal(jh_build_between(&b, area, room_area, &out), JH_OK);
  assert_int_equal(node(out)->level, ROOM);
  assert_int_equal(jh_build_between(&b, area, students, &out), JH_EUNIT_MISMATCH);
  assert_string_equal(err.args[2], "unknown_between");
  assert_int_equal(jh_build_year(&b, &year), JH_OK);
  assert_int_equal(jh_build_since(&b, 20260901, &since), JH_OK);
  assert_int_equal(jh_build_between(&b, year, since, &out), JH_ETYPE_MISMATCH);
  assert_string_equal(err.args[0], "unknown_between");
}

TEST(codes_need_a_table_with_keys) {
  uint32_t out;
  assert_int_equal(jh_build_code_in(&b, 2, 0, &out), JH_ETYPE_MISMATCH);
  assert_string_equal(err.args[2], "rooms");
  plan->tables[0].key_column = 0;
  assert_int_equal(jh_build_code_in(&b, 0, 0, &out), JH_OK);
  assert_int_equal(node(out)->level, COUNTY);
}

TEST(a_mean_takes_spreads_of_its_own_level_and_a_plain_limit) {
  uint32_t limit, out, in_schools, in_county;
  jh_build_over_spec spec = {JH_OP_SPREAD, ROOM,    SCHOOL,  JH_NONE,
                             room_area,    JH_NONE, JH_NONE, JH_NONE};
  assert_int_equal(jh_build_const(&b, (jh_dec){5, 1}, jh_unit_none(), &limit), JH_OK);
  spec.weight = limit;
  assert_int_equal(jh_build_over(&b, &spec, &in_schools), JH_OK);
  spec.target = COUNTY;
  assert_int_equal(jh_build_over(&b, &spec, &in_county), JH_OK);
  const uint32_t good[] = {in_county, in_county}, mixed[] = {in_county, in_schools};
  assert_int_equal(jh_build_composite(&b, limit, good, 2, COUNTY, &out), JH_OK);
  assert_int_equal(node(out)->count, 3);
  assert_int_equal(jh_build_composite(&b, JH_NONE, good, 2, COUNTY, &out), JH_OK);
  assert_int_equal(jh_build_composite(&b, limit, mixed, 2, COUNTY, &out), JH_ELEVEL_MISMATCH);
  assert_int_equal(jh_build_composite(&b, limit, &limit, 1, COUNTY, &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_composite(&b, area, good, 2, COUNTY, &out), JH_EUNIT_MISMATCH);
  assert_int_equal(jh_build_composite(&b, limit, good, 0, COUNTY, &out), JH_EMISSING_FIELD);
}

TEST(a_function_reads_numbers_and_gives_what_its_record_says) {
  jh_compute computes[] = {
      {.level = SCHOOL, .read_count = 2}, {.level = SCHOOL, .read_count = 1, .is_condition = true}};
  const uint32_t reads[] = {students, area};
  uint32_t out, since;
  plan->computes = computes;
  plan->compute_count = 2;
  jh_unit wan = node(area)->unit;
  wan.num = 10000;
  assert_int_equal(jh_build_compute(&b, 0, reads, wan, &out), JH_OK);
  assert_int_equal(node(out)->type, JH_TYPE_NUMBER);
  assert_int_equal(node(out)->num, 10000);
  assert_int_equal(node(out)->unit.num, 1);
  assert_int_equal(jh_build_compute(&b, 1, reads, jh_unit_none(), &out), JH_OK);
  assert_int_equal(node(out)->type, JH_TYPE_CONDITION);
  assert_int_equal(jh_build_since(&b, 20260901, &since), JH_OK);
  assert_int_equal(jh_build_compute(&b, 1, &since, jh_unit_none(), &out), JH_ETYPE_MISMATCH);
  assert_int_equal(jh_build_compute(&b, 1, &room_area, jh_unit_none(), &out), JH_ELEVEL_MISMATCH);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(a_day_of_law_is_one_node_for_each_day), FRESH(the_year_has_the_unit_of_years),
    FRESH(a_range_needs_two_numbers_of_one_unit_and_meets_at_the_finer_level),
    FRESH(codes_need_a_table_with_keys),
    FRESH(a_mean_takes_spreads_of_its_own_level_and_a_plain_limit),
    FRESH(a_function_reads_numbers_and_gives_what_its_record_says))
