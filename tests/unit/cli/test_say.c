/* test_say.c - each failure has the exit status that scripts rely on. */
#include "support/test.h"

#include <errno.h>

#include "cli/say.h"

TEST(exit_statuses_are_fixed) {
  assert_int_equal(cli_say_status(JH_OK), 0);
  assert_int_equal(cli_say_status(JH_EUNKNOWN_OPTION), 2);
  assert_int_equal(cli_say_status(JH_ENO_DAY), 2);
  assert_int_equal(cli_say_status(JH_ENO_ENTITY), 2);
  assert_int_equal(cli_say_status(JH_EDATA_REJECTED), 3);
  assert_int_equal(cli_say_status(JH_ENO_PACK), 3);
  assert_int_equal(cli_say_status(JH_ENOT_WRITABLE), 3);
  assert_int_equal(cli_say_status(JH_ESTEPS), 4);
  assert_int_equal(cli_say_status(JH_EMEMORY), 4);
  assert_int_equal(cli_say_status(JH_ETOO_DEEP), 4);
  assert_int_equal(cli_say_status(JH_ETOO_LARGE), 4);
  assert_int_equal(cli_say_status(JH_EINTERNAL), 5);
}

TEST(every_code_has_a_status) {
  for (jh_code code = jh_code_next(0); code; code = jh_code_next(code)) {
    int status = cli_say_status(code);
    assert_in_range(status, 2, 5);
  }
}

TEST(an_error_that_was_told_is_not_told_twice) {
  jh_error err, other;
  jh_place at = jh_place_of("schools.csv", 3, 1);
  jh_diag *diag = jh_diag_open(4);
  (void)jh_fail(&err, JH_EBLANK, &at, NULL);
  jh_diag_add(diag, &err);
  at.line = 4;
  (void)jh_fail(&other, JH_EBLANK, &at, NULL);
  assert_true(cli_say_is_told(diag, &err));
  assert_false(cli_say_is_told(diag, &other));
  assert_false(cli_say_is_told(NULL, &err));
  jh_diag_close(diag);
}

TEST(what_the_system_says_is_said_in_words) {
  assert_string_equal(cli_say_system(ENOSPC, JH_EN), "the disk is full");
  assert_string_equal(cli_say_system(ENOSPC, JH_ZH), "磁盘已满");
  assert_string_equal(cli_say_system(-1, JH_EN), "the system refused");
}

TESTS(
    RUN(exit_statuses_are_fixed), RUN(every_code_has_a_status),
    RUN(an_error_that_was_told_is_not_told_twice), RUN(what_the_system_says_is_said_in_words))
