#include "support/test.h"

#include "model/verdict.h"

TEST(what_is_not_in_force_is_said_first) {
  assert_int_equal(jh_verdict_of(false, JH_FALSE, JH_FALSE), JH_NOT_IN_FORCE);
  assert_int_equal(jh_verdict_of(true, JH_FALSE, JH_UNKNOWN), JH_NOT_APPLICABLE);
}

TEST(an_unknown_scope_or_an_unknown_condition_is_undetermined) {
  assert_int_equal(jh_verdict_of(true, JH_UNKNOWN, JH_TRUE), JH_UNDETERMINED);
  assert_int_equal(jh_verdict_of(true, JH_TRUE, JH_UNKNOWN), JH_UNDETERMINED);
  assert_int_equal(jh_verdict_of(true, JH_TRUE, JH_TRUE), JH_MET);
  assert_int_equal(jh_verdict_of(true, JH_TRUE, JH_FALSE), JH_UNMET);
}

TEST(a_rule_hinders_only_where_it_applies_and_fails) {
  /* in force, applies, holds -> ok: the truth table of "does not apply, or holds". */
  const jh_tri table[3][3] = {
      {JH_TRUE, JH_TRUE, JH_TRUE},
      {JH_UNKNOWN, JH_UNKNOWN, JH_TRUE},
      {JH_FALSE, JH_UNKNOWN, JH_TRUE}};
  for (int applies = 0; applies < 3; applies++) {
    for (int holds = 0; holds < 3; holds++) {
      assert_int_equal(jh_verdict_ok(true, (jh_tri)applies, (jh_tri)holds), table[applies][holds]);
      assert_int_equal(jh_verdict_ok(false, (jh_tri)applies, (jh_tri)holds), JH_TRUE);
    }
  }
}

TEST(the_five_words_are_found_again) {
  for (int i = 0; i < JH_VERDICTS; i++) {
    jh_verdict found;
    assert_true(jh_verdict_find(&found, jh_str_of(jh_verdict_id((jh_verdict)i))));
    assert_int_equal(found, i);
    assert_true(strlen(jh_verdict_name((jh_verdict)i, JH_ZH)) > 0);
    assert_true(strlen(jh_verdict_name((jh_verdict)i, JH_EN)) > 0);
  }
  jh_verdict found = JH_MET;
  assert_false(jh_verdict_find(&found, jh_str_of("passes")));
}

TESTS(
    RUN(what_is_not_in_force_is_said_first),
    RUN(an_unknown_scope_or_an_unknown_condition_is_undetermined),
    RUN(a_rule_hinders_only_where_it_applies_and_fails), RUN(the_five_words_are_found_again))
