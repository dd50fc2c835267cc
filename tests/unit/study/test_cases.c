#include "support/test.h"

#include "pack/load.h"
#include "study/cases.h"

static jh_error err;
static jh_plan *plan;
static jh_arena *arena;

/* A pack with one judged ratio and the given cases. */
static void load(const char *cases) {
  static const char *const names[] = {"pack.lua", "words.lua", "article.lua", "cases/c.lua"};
  const char *const texts[] = {
      "pack \"p\" { name = \"n\", version = \"1\", dictionary = \"words.lua\", in_force = "
      "\"2020-01-01\",\n"
      " document = document \"文\" { title = \"t\" }, coverage = \"complete\", files = { "
      "\"article\" } }\n",
      "table_of \"counties\" { name = \"县\", level = \"county\", key = \"code\", columns = {\n"
      " column \"code\" { name = \"代码\", type = \"code\" } } }\n"
      "table_of \"schools\" { name = \"校\", level = \"school\", key = \"id\", parent = "
      "\"counties\",\n"
      " by = \"county\", columns = { column \"id\" { name = \"i\", type = \"code\" },\n"
      " column \"county\" { name = \"c\", type = \"code\" },\n"
      " column \"students\" { name = \"s\", type = \"count\", unit = \"student\" },\n"
      " column \"teachers\" { name = \"t\", type = \"count\", unit = \"teacher\" } } }\n",
      "indicator \"per_100\" { name = \"x\", clause = \"一\", of = school, unit = \"teacher/(100 "
      "student)\",\n"
      " measure = school.teachers / school.students, at_least = \"0.9\" }\n"
      "requirement \"even\" { name = \"e\", clause = \"二\", of = county,\n"
      " spread = { indicator \"per_100\" }, weight = school.students, at_most = \"0.5\" }\n"
      "quantity \"everybody\" { of = school, name = \"q\", value = school.students / number(1, "
      "\"student\") +"
      " school.teachers / number(1, \"teacher\") }\n"
      "indicator \"big\" { name = \"b\", clause = \"四\", of = school, measure = school.everybody, "
      "at_least = 3 }\n"
      "switch \"lenient\" { name = \"l\", clause = \"五\" }\n"
      "indicator \"many\" { name = \"m\", clause = \"五\", of = school, unit = \"student\", "
      "measure = "
      "school.students,\n at_least = choose(switch \"lenient\", number(5, \"student\"), number(10, "
      "\"student\")) }\n"
      "indicator \"near\" { name = \"u\", clause = \"五\", of = school, at_least = 1,\n"
      " measure = unknown_between(\"0.5\", 2) * school.students / school.students }\n"
      "verdict \"v\" { name = \"v\", clause = \"三\", of = county, holds = every(county.schools,"
      " indicator \"per_100\") }\n",
      cases};
  char path[700], folder[600], command[700];
  (void)snprintf(folder, sizeof folder, "%s/pack", JH_TEST_FOLDER);
  (void)snprintf(command, sizeof command, "mkdir -p '%s/cases'", folder);
  assert_int_equal(system(command), 0);
  for (size_t i = 0; i < COUNT(names); i++) {
    (void)snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(texts[i], file) >= 0);
    assert_int_equal(fclose(file), 0);
  }
  jh_diag *diag = jh_diag_open(10);
  jh_pack_options options = {.folder = folder, .share_folder = folder, .with_cases = true};
  jh_code code = jh_pack_load(&plan, &options, diag, &err);
  if (code) {
    char text[1024];
    jh_error_print(&err, JH_EN, text, sizeof text);
    fail_msg("%s", text);
  }
  jh_diag_close(diag);
  arena = jh_arena_open();
}

static int tear_down(void **state) {
  (void)state;
  jh_arena_close(arena);
  jh_plan_close(plan);
  plan = NULL;
  arena = NULL;
  return 0;
}

/* Runs all cases; returns a digit for each: 1 passed, 0 failed. */
static const char *run(void) {
  static char out[32];
  jh_case_result *results;
  size_t count;
  assert_int_equal(jh_cases_run(&results, &count, plan, arena, &err), JH_OK);
  for (size_t i = 0; i < count; i++) out[i] = results[i].has_passed ? '1' : '0';
  out[count] = '\0';
  return out;
}

TEST(a_case_passes_on_verdict_and_exact_figures) {
  load(
      "local r = { students = 1000, teachers = 9 }\n"
      "case \"a\" { rule = \"per_100\", given = r, expect = \"met\" }\n"
      "case \"b\" { rule = \"per_100\", given = r, expect = { verdict = \"met\", measure = \"0.9\","
      " bound = \"0.9\", margin = 0 } }\n"
      "case \"c\" { rule = \"per_100\", given = r, expect = { verdict = \"met\", measure = "
      "\"0.90001\" } }\n"
      "case \"d\" { rule = \"per_100\", given = r, expect = \"unmet\" }\n"
      "case \"e\" { rule = \"per_100\", given = r, expect = { verdict = \"met\", margin = \"0.1\" "
      "} }\n"
      "case \"f\" { rule = \"per_100\", given = r, expect = { verdict = \"met\", bound = 1 } }\n");
  assert_string_equal(run(), "110000");
}

TEST(a_range_is_expected_with_both_its_ends) {
  load("local r = { students = 1000, teachers = 9 }\n"
       "case \"a\" { rule = \"near\", given = r, expect = { verdict = \"undetermined\","
       " measure = between(\"0.5\", \"2\"), margin = between(\"-0.5\", 1) } }\n"
       "case \"b\" { rule = \"near\", given = r, expect = { verdict = \"undetermined\","
       " measure = between(\"0.6\", 2) } }\n"
       "case \"c\" { rule = \"near\", given = r, expect = { verdict = \"undetermined\","
       " measure = between(\"0.5\", \"2.1\") } }\n"
       "case \"d\" { rule = \"near\", given = r, expect = { verdict = \"undetermined\", measure = "
       "2 } }\n"
       "case \"e\" { rule = \"near\", given = r, expect = { verdict = \"undetermined\","
       " bound = between(0, 1) } }\n");
  assert_string_equal(run(), "10000");
}

TEST(what_is_not_given_is_missing) {
  load("case \"a\" { rule = \"per_100\", given = { students = 10 }, expect = \"undetermined\" }\n"
       "case \"b\" { rule = \"per_100\", given = { students = 10, teachers = missing },"
       " expect = \"undetermined\" }\n"
       "case \"c\" { rule = \"per_100\", on = \"2019-12-31\", given = { students = 10, teachers = "
       "1 },"
       " expect = \"not_in_force\" }\n");
  assert_string_equal(run(), "111");
}

TEST(a_missing_quantity_is_missing_whatever_its_cells_say) {
  load("case \"a\" { rule = \"big\", given = { everybody = missing, students = 9, teachers = 9 },"
       " expect = \"undetermined\" }\n"
       "case \"b\" { rule = \"big\", given = { everybody = 3, students = 1, teachers = 1 },"
       " expect = \"met\" }\n");
  assert_string_equal(run(), "11");
}

TEST(children_are_given_as_lists) {
  load("case \"a\" { rule = \"v\", given = { schools = { { students = 100, teachers = 1 },\n"
       " { students = 1000, teachers = 9 } } }, expect = \"met\" }\n"
       "case \"b\" { rule = \"v\", given = { schools = { { students = 100, teachers = 1 },\n"
       " { students = 1000, teachers = 8 } } }, expect = \"unmet\" }\n"
       "case \"c\" { rule = \"v\", given = {}, expect = \"met\" }\n"
       "case \"d\" { rule = \"even.per_100\", given = { schools = { { students = 45, teachers = "
       "279 },\n"
       " { students = 37, teachers = 137 }, { students = 89, teachers = 935 },\n"
       " { students = 76, teachers = 160 }, { students = 55, teachers = 402 } } },\n"
       " expect = { verdict = \"unmet\", measure = \"0.5153\" } }\n");
  assert_string_equal(run(), "1111");
}

TEST(an_example_serves_many_cases) {
  load("example \"e\" { students = 100, teachers = 1 }\n"
       "case \"a\" { rule = \"per_100\", given = like \"e\" {}, expect = \"met\" }\n"
       "case \"b\" { rule = \"per_100\", given = like \"e\" { teachers = 0 }, expect = \"unmet\" "
       "}\n");
  assert_string_equal(run(), "11");
}

TEST(a_switch_is_on_in_the_cases_that_name_it_and_in_no_others) {
  load(
      "example \"e\" { students = 7 }\n"
      "case \"a\" { rule = \"many\", given = like \"e\" {}, expect = \"unmet\" }\n"
      "case \"b\" { rule = \"many\", switches = { \"lenient\" }, given = like \"e\" {},"
      " expect = { verdict = \"met\", bound = 5 } }\n"
      "case \"c\" { rule = \"many\", switches = {}, given = like \"e\" {}, expect = \"unmet\" }\n");
  assert_string_equal(run(), "111");
}

TEST(more_places_than_a_column_has_are_refused) {
  load("case \"a\" { rule = \"per_100\", given = { students = \"10.5\" }, expect = \"met\" }\n");
  jh_case_result *results;
  size_t count;
  assert_int_equal(jh_cases_run(&results, &count, plan, arena, &err), JH_ENUMBER_FINE);
  assert_int_equal(err.at.line, 1);
}

#define FRESH(name) cmocka_unit_test_teardown(name, tear_down)

TESTS(
    FRESH(a_case_passes_on_verdict_and_exact_figures),
    FRESH(a_range_is_expected_with_both_its_ends), FRESH(what_is_not_given_is_missing),
    FRESH(a_missing_quantity_is_missing_whatever_its_cells_say), FRESH(children_are_given_as_lists),
    FRESH(an_example_serves_many_cases),
    FRESH(a_switch_is_on_in_the_cases_that_name_it_and_in_no_others),
    FRESH(more_places_than_a_column_has_are_refused))
