/* test_diag.c - the capped list of findings. */
#include "support/test.h"

#include "base/diag.h"

static void add(jh_diag *diag, jh_severity severity, uint32_t line) {
  jh_error err;
  jh_place at = jh_place_of("a.csv", line, 1);
  (void)jh_fail(&err, JH_EBLANK, &at, NULL);
  err.severity = severity;
  jh_diag_add(diag, &err);
}

TEST(findings_are_kept_in_the_order_of_adding) {
  jh_diag *diag = jh_diag_open(100);
  for (uint32_t line = 1; line <= 30; line++) {
    add(diag, (jh_severity)(line % 3), line);
  }
  assert_int_equal(jh_diag_kept(diag), 30);
  for (uint32_t i = 0; i < 30; i++) {
    const jh_error *err = jh_diag_get(diag, i);
    assert_int_equal(err->at.line, i + 1);
    assert_int_equal(err->severity, (i + 1) % 3);
    assert_int_equal(err->code, JH_EBLANK);
  }
  jh_diag_close(diag);
}

TEST(each_severity_has_its_own_cap_and_the_rest_is_counted) {
  jh_diag *diag = jh_diag_open(10);
  for (uint32_t line = 1; line <= 1000; line++) {
    add(diag, JH_WARNING, line);
  }
  add(diag, JH_ERROR, 2000);
  assert_int_equal(jh_diag_kept(diag), 11);
  assert_int_equal(jh_diag_count(diag, JH_WARNING), 1000);
  assert_int_equal(jh_diag_dropped(diag, JH_WARNING), 990);
  assert_int_equal(jh_diag_count(diag, JH_ERROR), 1);
  assert_int_equal(jh_diag_dropped(diag, JH_ERROR), 0);
  assert_int_equal(jh_diag_count(diag, JH_NOTE), 0);
  assert_int_equal(jh_diag_get(diag, 9)->at.line, 10);
  assert_int_equal(jh_diag_get(diag, 10)->at.line, 2000);
  jh_diag_close(diag);
}

TEST(what_was_given_out_stays_where_it_is) {
  jh_diag *diag = jh_diag_open(1000);
  add(diag, JH_ERROR, 1);
  const jh_error *first = jh_diag_get(diag, 0);
  for (uint32_t line = 2; line <= 1000; line++) {
    add(diag, JH_ERROR, line);
  }
  assert_ptr_equal(jh_diag_get(diag, 0), first);
  assert_int_equal(first->at.line, 1);
  jh_diag_close(diag);
}

TEST(a_cap_of_nothing_only_counts) {
  jh_diag *diag = jh_diag_open(0);
  add(diag, JH_ERROR, 1);
  assert_int_equal(jh_diag_kept(diag), 0);
  assert_int_equal(jh_diag_count(diag, JH_ERROR), 1);
  assert_int_equal(jh_diag_dropped(diag, JH_ERROR), 1);
  jh_diag_close(diag);
  jh_diag_close(NULL);
}

TESTS(
    RUN(findings_are_kept_in_the_order_of_adding),
    RUN(each_severity_has_its_own_cap_and_the_rest_is_counted),
    RUN(what_was_given_out_stays_where_it_is), RUN(a_cap_of_nothing_only_counts))
