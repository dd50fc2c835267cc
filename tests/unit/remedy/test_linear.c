/* test_linear.c - sums of variables are added, scaled and ordered exactly. */
#include "support/test.h"

#include "remedy/linear.h"

static jh_linear a, b;
static jh_rat number;

static const jh_rat *rat(int64_t mantissa, int32_t scale) {
  jh_rat_set_scaled(&number, mantissa, scale);
  return &number;
}

static int set_up(void **state) {
  (void)state;
  jh_linear_init(&a);
  jh_linear_init(&b);
  jh_rat_init(&number);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  jh_linear_done(&a);
  jh_linear_done(&b);
  jh_rat_done(&number);
  return 0;
}

static void is_text(const jh_rat *value, const char *wanted) {
  char text[48];
  jh_rat_text(value, text, sizeof text);
  assert_string_equal(text, wanted);
}

TEST(terms_stand_in_order_and_those_that_cancel_are_gone) {
  jh_linear_add_term(&a, 7, rat(2, 0));
  jh_linear_add_term(&a, 3, rat(15, 1));
  jh_linear_add_term(&a, 5, rat(1, 0));
  jh_linear_add_term(&a, 5, rat(-1, 0));
  jh_linear_add_term(&a, 9, rat(0, 0));
  assert_int_equal(a.count, 2);
  assert_int_equal(a.terms[0].variable, 3);
  is_text(&a.terms[0].factor, "3/2");
  assert_int_equal(a.terms[1].variable, 7);
}

TEST(a_sum_times_a_factor_is_added) {
  jh_linear_set(&a, rat(10, 0));
  jh_linear_add_term(&a, 1, rat(1, 0));
  jh_linear_set(&b, rat(4, 0));
  jh_linear_add_term(&b, 1, rat(3, 0));
  jh_linear_add_term(&b, 2, rat(1, 0));
  jh_linear_add(&a, &b, rat(-1, 1));
  is_text(&a.constant, "48/5");
  is_text(&a.terms[0].factor, "7/10");
  is_text(&a.terms[1].factor, "-1/10");
  assert_false(jh_linear_rises(&a));
  assert_false(jh_linear_falls(&a));
}

TEST(scaling_by_nothing_leaves_nothing) {
  jh_linear_set(&a, rat(10, 0));
  jh_linear_add_term(&a, 1, rat(1, 0));
  jh_linear_scale(&a, rat(-2, 0));
  assert_true(jh_linear_falls(&a));
  is_text(&a.constant, "-20");
  jh_linear_scale(&a, rat(0, 0));
  assert_int_equal(a.count, 0);
  assert_true(jh_linear_rises(&a));
}

#define FRESH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

TESTS(
    FRESH(terms_stand_in_order_and_those_that_cancel_are_gone),
    FRESH(a_sum_times_a_factor_is_added), FRESH(scaling_by_nothing_leaves_nothing))
