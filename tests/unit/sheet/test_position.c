/* test_position.c - names of cells. */
#include "sheet/position.h"
#include "support/test.h"

static void expect(const char *name, uint32_t column, uint32_t row) {
  char text[JH_POSITION_TEXT];
  uint32_t c = 99, r = 99;
  assert_true(jh_position_read(jh_str_of(name), &c, &r));
  assert_int_equal(c, column);
  assert_int_equal(r, row);
  assert_string_equal(jh_position_text(text, column, row), name);
}

static void names_are_read_and_written(void **state) {
  (void)state;
  expect("A1", 0, 1);
  expect("Z9", 25, 9);
  expect("AA10", 26, 10);
  expect("AZ1", 51, 1);
  expect("BA1", 52, 1);
  expect("ZZ1", 701, 1);
  expect("AAA1", 702, 1);
  expect("XFD1048576", 16383, 1048576);
  expect("C", 2, 0);
  uint32_t c, r;
  assert_true(jh_position_read(jh_str_of("$C$14"), &c, &r));
  assert_int_equal(c, 2);
  assert_int_equal(r, 14);
}

static void what_is_no_name_is_refused(void **state) {
  (void)state;
  static const char *const bad[] = {"",  "1",     "C0",  "c1",       "C1x", "C-1", "XFE1",
                                    "$", "A1:B2", "A 1", "A1048577", "A$",  "$$A1"};
  uint32_t c, r;
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    assert_false(jh_position_read(jh_str_of(bad[i]), &c, &r));
}

TESTS(RUN(names_are_read_and_written), RUN(what_is_no_name_is_refused))
