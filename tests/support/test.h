/* test.h - what every unit test includes first: cmocka's headers in the order it needs, and the
 * frame of a test file.
 *
 *     #include "support/test.h"
 *
 *     #include "base/dec.h"
 *
 *     TEST(a_number_keeps_the_value_that_was_written)
 *     {
 *       ...
 *     }
 *
 *     TESTS(RUN(a_number_keeps_the_value_that_was_written))
 *
 * Names of tests are sentences: the report reads as a list of promises.
 * Knows nothing of the engine.
 */
#ifndef JH_TESTS_SUPPORT_TEST_H
#define JH_TESTS_SUPPORT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A test without a fixture. */
#define TEST(name)                                                                                 \
  static void name##_body(void);                                                                   \
  static void name(void **state) {                                                                 \
    (void)state;                                                                                   \
    name##_body();                                                                                 \
  }                                                                                                \
  static void name##_body(void)

/* One line of the list at the end. Tests written as `static void name(void **state)` fit too. */
#define RUN(name) cmocka_unit_test(name)

/* The main function: runs the listed tests. */
#define TESTS(...)                                                                                 \
  int main(void) {                                                                                 \
    const struct CMUnitTest tests[] = {__VA_ARGS__};                                               \
    return cmocka_run_group_tests(tests, NULL, NULL);                                              \
  }

/* The number of elements of an array. */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Compares bytes that need not end in a NUL: assert_slice(slice, "text") for anything with `at`
 * and `size`. */
#define assert_slice(slice, expected)                                                              \
  do {                                                                                             \
    assert_int_equal((slice).size, strlen(expected));                                              \
    assert_memory_equal((slice).at, (expected), strlen(expected));                                 \
  } while (0)

#endif
