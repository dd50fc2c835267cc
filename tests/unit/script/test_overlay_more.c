/* What is told of changes: their texts, and what may not be withdrawn. */
#include "support/test.h"

#include "text_file.h"

static jh_error err;
static jh_plan *plan;
static const jh_place *left_out;
static size_t left_out_count;

static const char *const base_article =
    "indicator \"staffed\" { name = \"f\", clause = \"五\", of = school, unit = \"teacher\",\n"
    "  measure = school.teachers, at_least = 3 }\n"
    "scheme \"points\" { name = \"s\", clause = \"六\", of = school, total = 10, at_least = 6,\n"
    "  items = { item \"a\" { name = \"a\", points = 4, holds = school.teachers:at_least(1) },\n"
    "    item \"b\" { name = \"b\", points = 6, holds = school.teachers:at_least(2) } } }\n"
    "parameter \"least\" { value = 2, clause = \"一\" }\n"
    "parameter \"much\" { value = 7, unit = \"teacher\", clause = \"一\" }\n"
    "quantity \"more\" { of = school, name = \"q\", value = school.teachers + parameter \"much\" "
    "}\n"
    "indicator \"many\" { name = \"m\", clause = \"一\", of = school,\n"
    "  measure = count(school.rooms), at_least = parameter \"least\" }\n"
    "indicator \"enough\" { name = \"e\", clause = \"一\", of = school, unit = \"teacher\",\n"
    "  measure = school.more, at_least = 3, only_where = indicator \"many\" }\n"
    "indicator \"halves\" { name = \"h\", clause = \"一\", of = school, at_least = 1,\n"
    "  measure = count(school.rooms, { room_area_m2 = at_least(50) }) / 2 }\n"
    "requirement \"both\" { name = \"b\", clause = \"一\", of = school,\n"
    "  holds = all_of { indicator \"many\", indicator \"enough\" } }\n"
    "verdict \"v\" { name = \"v\", clause = \"七\", of = school, holds = all_of { indicator "
    "\"staffed\" } }\n";

static int set_up(void **state) {
  (void)state;
  plan = NULL;
  left_out_count = 0;
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  jh_plan_close(plan);
  return 0;
}

#define REFORM(more)                                                                               \
  "reform \"r\" { on = \"any\", from = \"2025-01-01\", " more "reason = \"r\" }\n"

/* The base and a reform on it: its head and the rest of it. */
static jh_code run_reform(const char *head, const char *text) {
  jh_script *script;
  jh_plan_close(plan);
  plan = NULL;
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  jh_script_leave_out(script, left_out, left_out_count);
  const struct {
    jh_script_kind kind;
    const char *name, *text;
    int layer;
  } files[] = {
      {JH_SCRIPT_HEAD, "pack.lua", small_head, -1},
      {JH_SCRIPT_HEAD, "head.lua", head, -1},
      {JH_SCRIPT_DICTIONARY, "small.lua", small_dictionary, -1},
      {JH_SCRIPT_PACK, "stages.lua", small_stages, 0},
      {JH_SCRIPT_PACK, "base.lua", base_article, 0},
      {JH_SCRIPT_PACK, "layer.lua", text, 1}};
  jh_code code = JH_OK;
  for (size_t i = 0; i < COUNT(files) && !code; i++) {
    if (files[i].layer >= 0) code = jh_script_enter(script, (uint32_t)files[i].layer, &err);
    if (code) break;
    code =
        run_text(script, files[i].kind, files[i].name, files[i].text, strlen(files[i].text), &err);
  }
  if (!code) code = jh_script_finish(script, NULL, 0, &err);
  jh_script_close(script);
  return code;
}

static jh_code run(const char *text) { return run_reform(REFORM(""), text); }

TEST(what_is_shown_of_a_formula_is_what_its_own_statement_says) {
  assert_int_equal(
      run("change \"staffed.measure\" { was = school.teachers, -- it's the \"old\" (one\n"
          "  now = school.teachers * 2 } change \"v.only_where\" { now = school.kind:is \"town\" "
          "}\n"
          "change \"points.only_where\" { was = none, now = school.teachers:above(0) }\n"),
      JH_OK);
  assert_int_equal(plan->change_count, 3);
  assert_string_equal(plan->changes[0].was, "school.teachers");
  assert_string_equal(plan->changes[0].now, "school.teachers * 2");
  assert_string_equal(plan->changes[1].was, "");
  assert_string_equal(plan->changes[1].now, "school.kind:is \"town\"");
  assert_string_equal(plan->changes[2].now, "school.teachers:above(0)");
}

TEST(a_change_that_is_made_by_a_function_is_shown_without_its_texts) {
  assert_int_equal(
      run("local record = { was = school.teachers, now = school.teachers * 2 }\n"
          "change(\"staffed.measure\")(record)\n"),
      JH_OK);
  assert_int_equal(plan->change_count, 1);
  assert_string_equal(plan->changes[0].was, "");
}

TEST(an_item_cannot_be_withdrawn_for_its_points_would_still_count) {
  assert_int_equal(run("withdraw \"points.a\" {}\n"), JH_EWRONG_VALUE);
  assert_string_equal(err.args[1], "\"points\"");
  assert_string_equal(err.args[2], "\"points.a\"");
  assert_int_equal(run("withdraw \"points\" {}\n"), JH_OK);
  uint32_t index = jh_plan_rule(plan, jh_str_of("points.a"));
  assert_int_equal(plan->rules[index].until, 20250101);
}

TEST(whoever_withdraws_what_is_not_there_is_told_the_nearest_rule) {
  assert_int_equal(run("withdraw \"pointz\" {}\n"), JH_EUNKNOWN_PATH);
  assert_string_equal(err.args[1], "points");
  assert_int_equal(
      run_reform(REFORM("until_date = \"2026-01-01\", "), "withdraw \"stafed\" {}\n"),
      JH_EUNKNOWN_PATH);
  assert_string_equal(err.args[1], "staffed");
}

/* Of two statements in layer.lua one is read only. */
TEST(a_statement_that_is_left_out_is_read_and_not_made) {
  const jh_place places[] = {
      jh_place_of("layer.lua", 9, 0), jh_place_of("layer.lua", 2, 0),
      jh_place_of("other.lua", 1, 0)};
  left_out = places;
  left_out_count = COUNT(places);
  assert_int_equal(
      run("change \"staffed.at_least\" { was = 3, now = 4 }\n"
          "withdraw \"v\" {}\n"),
      JH_OK);
  assert_int_equal(plan->change_count, 1);
  assert_string_equal(plan->changes[0].path, "staffed.at_least");
  left_out_count = 0;
  assert_int_equal(
      run("change \"staffed.at_least\" { was = 3, now = 4 }\n"
          "withdraw \"v\" {}\n"),
      JH_OK);
  assert_int_equal(plan->change_count, 2);
}

TEST(which_way_a_number_tightens_is_known_where_it_is_a_bound_and_no_more) {
  assert_int_equal(
      run("change \"least\" { was = 2, now = 3 }\n"
          "change \"much\" { was = 7, now = 8 }\n"
          "change \"halves.room_area_m2.at_least\" { was = 50, now = 60 }\n"),
      JH_OK);
  assert_int_equal(plan->change_count, 3);
  assert_int_equal(plan->changes[0].direction, JH_TIGHTENS);   /* the very bound of "many" */
  assert_int_equal(plan->changes[1].direction, JH_EITHER_WAY); /* within a quantity */
  assert_int_equal(plan->changes[2].direction, JH_EITHER_WAY); /* half of a count */
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(what_is_shown_of_a_formula_is_what_its_own_statement_says),
    FRESH(a_change_that_is_made_by_a_function_is_shown_without_its_texts),
    FRESH(an_item_cannot_be_withdrawn_for_its_points_would_still_count),
    FRESH(a_statement_that_is_left_out_is_read_and_not_made),
    FRESH(which_way_a_number_tightens_is_known_where_it_is_a_bound_and_no_more),
    FRESH(whoever_withdraws_what_is_not_there_is_told_the_nearest_rule))
