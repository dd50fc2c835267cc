/* The words of a list of prices, and what is refused in one. */
#include "support/test.h"

#include "text_file.h"

static jh_error err;
static jh_plan *plan;
static const jh_prices *list;

#define HEAD "prices \"p\" { name = \"n\" }\n"

/* Runs a list after the small dictionary. */
static jh_code run_prices(const char *text) {
  jh_script *script;
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  jh_code code = run_text(
      script, JH_SCRIPT_DICTIONARY, "small.lua", small_dictionary, strlen(small_dictionary), &err);
  assert_int_equal(code, JH_OK);
  jh_script_close(script);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  code = run_text(script, JH_SCRIPT_PRICES, "prices.lua", text, strlen(text), &err);
  if (!code) code = jh_script_prices(script, "prices.lua", &list, &err);
  jh_script_close(script);
  return code;
}

static void refused(const char *text, jh_code code, uint32_t line, const char *named) {
  assert_int_equal(run_prices(text), code);
  if (line) assert_int_equal(err.at.line, line);
  bool is_named = !named;
  for (int i = 0; i < JH_ERROR_ARGS && named; i++) is_named |= strstr(err.args[i], named) != NULL;
  if (!is_named) fail_msg("%s is not named: %s, %s", named, err.args[0], err.args[1]);
  jh_plan_close(plan);
}

TEST(a_list_becomes_records) {
  const char *text =
      "prices \"example\" { name = \"n\", notice = { zh = \"虚构\", en = \"made up\" }, date = "
      "\"2026-01-01\" }\n"
      "means \"teacher\" { name = \"t\", of = school, yuan = 90000.5, per = \"teacher\", most = "
      "5,\n"
      "  adds = { teachers = 1, primary_students = -2 }, only_where = { kind = { \"village\" } },\n"
      "  moves = { yuan = 20000 } }\n"
      "means \"area\" { name = \"a\", of = school, yuan = 0, step = 0.5, adds = { area_m2 = 2 } "
      "}\n";
  assert_int_equal(run_prices(text), JH_OK);
  assert_string_equal(list->id, "example");
  assert_int_equal(list->date, 20260101);
  assert_int_equal(list->count, 2);
  const jh_means *a = &list->means[0], *b = &list->means[1];
  assert_int_equal(a->yuan.mantissa, 900005);
  assert_true(a->has_most && a->can_move);
  assert_int_equal(a->most.mantissa, 5);
  assert_int_equal(a->move_yuan.mantissa, 20000);
  assert_int_equal(a->add_count, 2); /* in order of their names */
  assert_int_equal(a->adds[0].amount.mantissa, -2);
  assert_int_equal(a->only_count, 1);
  assert_int_equal(a->onlys[0].set, 2);
  assert_false(b->has_most || b->can_move);
  assert_int_equal(b->step.mantissa, 5);
  assert_int_equal(b->step.scale, 1);
  jh_plan_close(plan);
}

#define MEANS(more) HEAD "means \"m\" { name = \"m\", of = school, yuan = 1, " more " }"

TEST(columns_must_be_there_and_hold_numbers) {
  refused(MEANS("adds = { techers = 1 }"), JH_EPRICES_COLUMN, 2, "teachers");
  refused(MEANS("adds = { kind = 1 }"), JH_EPRICES_NOT_NUMBER, 2, "kind");
  refused(MEANS("adds = { note = 1 }"), JH_EPRICES_NOT_NUMBER, 2, "note");
  refused(MEANS("adds = { teachers = 0 }"), JH_EPRICES_RANGE, 2, "teachers");
  refused(MEANS("adds = { }"), JH_EWRONG_VALUE, 2, "adds");
}

TEST(a_step_must_stand_in_a_cell) {
  refused(MEANS("adds = { teachers = 0.5 }"), JH_EPRICES_STEP, 2, "teachers");
  refused(MEANS("step = 0.001, adds = { area_m2 = 0.0001 }"), JH_EPRICES_STEP, 2, "area_m2");
  refused(MEANS("step = 0, adds = { teachers = 1 }"), JH_EPRICES_RANGE, 2, "step");
  refused(MEANS("most = -1, adds = { teachers = 1 }"), JH_EPRICES_RANGE, 2, "most");
}

TEST(only_where_asks_for_choices) {
  refused(
      MEANS("only_where = { kind = \"vilage\" }, adds = { teachers = 1 }"), JH_EPRICES_CHOICE, 2,
      "village");
  refused(
      MEANS("only_where = { teachers = true }, adds = { teachers = 1 }"), JH_EPRICES_ONLY, 2,
      "teachers");
  refused(MEANS("only_where = { kind = {} }, adds = { teachers = 1 }"), JH_EWRONG_VALUE, 2, NULL);
}

TEST(what_is_needed_is_asked_for) {
  refused("", JH_EMISSING_FIELD, 0, "prices");
  refused(HEAD, JH_EMISSING_FIELD, 0, "means");
  refused(HEAD HEAD, JH_EDUPLICATE, 2, NULL);
  refused(HEAD "means \"m\" { name = \"m\", of = school }", JH_EMISSING_FIELD, 2, NULL);
  refused(MEANS("adds = { teachers = 1 }, price = 3"), JH_EUNKNOWN_FIELD, 2, "price");
  refused(HEAD "mean \"m\" { }", JH_EUNKNOWN_NAME, 2, "means");
}

TESTS(
    RUN(a_list_becomes_records), RUN(columns_must_be_there_and_hold_numbers),
    RUN(a_step_must_stand_in_a_cell), RUN(only_where_asks_for_choices),
    RUN(what_is_needed_is_asked_for))
