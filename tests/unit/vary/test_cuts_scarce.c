/* test_cuts_scarce.c - cuts while memory runs out, at each allocation in turn. */
#include "support/test.h"

#include "support/eval_builder.h"
#include "support/scarce.h"
#include "vary/cuts.h"

/* Schools must reach p, at least one of two things by each, and all of them. */
static uint32_t build(eval_builder *b) {
  uint32_t p = eb_param(b, "p", "3", 20200101), a = eb_number(b, EB_SCHOOL, "a", 0, -1);
  uint32_t flag = eb_flag(b, EB_SCHOOL, "f");
  const uint32_t args[3] = {eb_const(b, "1"), eb_pair(b, JH_OP_GE, a, p), flag};
  uint32_t every =
      eb_over(b, JH_OP_EVERY, EB_SCHOOL, EB_COUNTY, eb_at_least_n(b, args, 3), JH_NONE);
  uint32_t rule = eb_rule(b, "r", EB_COUNTY, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, every);
  static const uint32_t county_of[2] = {0, 0};
  eb_data(b, &(eb_shape){.counties = 1, .schools = 2, .county_of = county_of});
  eb_set(b, a, 0, 4);
  return rule;
}

static jh_code use(const jh_run *run, uint32_t rule, jh_error *err) {
  jh_cuts *cuts = NULL;
  jh_cuts_options options = {0, JH_NONE, &rule, 1, 2};
  jh_code code = jh_cuts_open(&cuts, run, &options, err);
  if (code) return code;
  jh_rat value;
  jh_tally tally;
  jh_rat_init(&value);
  code = jh_cuts_count(cuts, rule, NULL, &value, 1, &tally, err);
  if (!code) assert_int_equal(tally.of[JH_UNDETERMINED] + tally.of[JH_MET], 1);
  jh_rat_done(&value);
  jh_cuts_close(cuts);
  return code;
}

TEST(running_out_of_memory_is_an_error_and_leaves_nothing_behind) {
  eval_builder b;
  eb_open(&b);
  uint32_t rule = build(&b);
  jh_run *run = eb_run(&b, 1);
  bool has_ended = false;
  for (long at = 0; at < 3000 && !has_ended; at++) {
    long before = alive;
    failed = false;
    left = at;
    jh_code code = use(run, rule, &b.err);
    left = -1;
    has_ended = !failed;
    assert_int_equal(alive, before);
    assert_true(code == JH_ENOMEM || code == JH_OK);
    if (!failed) assert_int_equal(code, JH_OK);
  }
  assert_true(has_ended);
  jh_run_close(run);
  eb_close(&b);
}

TESTS(RUN(running_out_of_memory_is_an_error_and_leaves_nothing_behind))
