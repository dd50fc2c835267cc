/* What looks wrong in a pack that can be read: rules by themselves, relaxations that never begin. */
#include "support/test.h"

#include "session/session.h"
#include "support/eval_builder.h"

static eval_builder b;
static jh_session session;
static uint32_t indicator;

static int enter(void **state) {
  (void)state;
  eb_open(&b);
  session = (jh_session){.plan = b.plan, .diag = jh_diag_open(10)};
  uint32_t x = eb_number(&b, EB_COUNTY, "x", 0, 100);
  uint32_t bound = eb_param(&b, "rule.at_least", "50", 20170101);
  indicator = eb_rule(&b, "rule", EB_COUNTY, x, JH_AT_LEAST, bound, JH_NONE, JH_NONE);
  return session.diag ? 0 : -1;
}

static int leave(void **state) {
  (void)state;
  jh_diag_close(session.diag);
  eb_close(&b);
  return 0;
}

static uint32_t verdict(uint32_t holds) {
  uint32_t rule = eb_rule(&b, "verdict", EB_COUNTY, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, holds);
  b.plan->rules[rule].kind = JH_RULE_VERDICT;
  return rule;
}

static size_t warnings(void) {
  assert_int_equal(jh_session_check_rules(&session, &b.err), JH_OK);
  return jh_diag_count(session.diag, JH_WARNING);
}

TEST(a_rule_that_the_verdict_reads_is_in_its_place) {
  verdict(eb_use(&b, indicator));
  assert_int_equal(warnings(), 0);
}

TEST(a_rule_that_nothing_reads_is_told) {
  verdict(eb_flag(&b, EB_COUNTY, "flag"));
  assert_int_equal(warnings(), 1);
  const jh_error *warning = jh_diag_get(session.diag, 0);
  assert_int_equal(warning->code, JH_ENOTHING_STANDS);
  assert_string_equal(warning->args[0], "rule");
}

TEST(where_there_is_no_last_word_nothing_has_to_stand_under_it) { assert_int_equal(warnings(), 0); }

TEST(a_target_is_a_last_word_too) {
  jh_target target = {.id = "by_2025", .rule = indicator};
  b.plan->targets = &target;
  b.plan->target_count = 1;
  assert_int_equal(warnings(), 0);
  b.plan->targets = NULL;
  b.plan->target_count = 0;
}

TEST(what_ends_on_its_first_day_is_told) {
  jh_change changes[] = {
      {.path = "rule.at_least", .since = 20200101, .until = 20200101},
      {.path = "rule.at_least", .since = 20200101, .until = 20200102},
      {.path = "rule.at_least", .since = 20200101}};
  b.plan->changes = changes;
  b.plan->change_count = COUNT(changes);
  assert_int_equal(warnings(), 1);
  const jh_error *warning = jh_diag_get(session.diag, 0);
  assert_int_equal(warning->code, JH_EOVER_AT_ONCE);
  assert_string_equal(warning->args[1], "2020-01-01");
  b.plan->rules[indicator].kind = JH_RULE_RELAXATION;
  b.plan->rules[indicator].in_force = 20250101;
  b.plan->rules[indicator].until = 20241231;
  b.plan->change_count = 0;
  assert_int_equal(warnings(), 2);
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH(a_rule_that_the_verdict_reads_is_in_its_place), WITH(a_rule_that_nothing_reads_is_told),
    WITH(where_there_is_no_last_word_nothing_has_to_stand_under_it),
    WITH(a_target_is_a_last_word_too), WITH(what_ends_on_its_first_day_is_told))
