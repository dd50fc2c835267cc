/* test_open.c - the loops over open rows against the arithmetic of single ends. */
#include "support/test.h"

#include "eval/kernel_open.h"

enum { SIDE = 12, ROWS = SIDE * SIDE };

typedef struct table {
  double low[ROWS], low_in[ROWS], high_in[ROWS], high[ROWS];
  uint8_t state[ROWS];
} table;

static jh_slot slot_of(table *t) {
  return (jh_slot){
      .low = t->low,
      .high = t->high,
      .low_in = t->low_in,
      .high_in = t->high_in,
      .state = t->state};
}

static jh_ends range(double low, double high) {
  return (jh_ends){low, low, high, high, JH_ENDS_RANGE};
}

/* Points, ranges and what has no value, around 0 and at the ends of the doubles. */
static jh_ends sample(size_t k) {
  const jh_ends all[SIDE] = {
      jh_ends_point(0, 0),
      jh_ends_point(3, 3),
      jh_ends_point(0.1, 0x1.999999999999bp-4),
      jh_ends_point(1e300, 1e300),
      jh_ends_point(-7, -7),
      range(0, INFINITY),
      range(0, 10),
      range(2, 5),
      range(-INFINITY, 4),
      (jh_ends){0, 0.5, 2.5, 3, JH_ENDS_RANGE},
      jh_ends_state(JH_ENDS_UNDEFINED),
      jh_ends_state(JH_ENDS_UNSURE)};
  return all[k];
}

static void fill(table *a, table *b, jh_slot *x, jh_slot *y) {
  *x = slot_of(a);
  *y = slot_of(b);
  for (size_t i = 0; i < ROWS; i++) {
    jh_slot_put(x, i, sample(i / SIDE));
    jh_slot_put(y, i, sample(i % SIDE));
  }
}

/* Both enclose the same range: so neither may lie wholly beyond the other. */
static void check_row(const jh_slot *out, size_t i, jh_ends want) {
  jh_ends got = jh_slot_get(out, i);
  if (out->state[i] == JH_KERNEL_LEFT || want.state == JH_ENDS_UNSURE) return;
  assert_int_equal(got.state, want.state);
  if (want.state > JH_ENDS_RANGE) return;
  double want_low_in = want.state == JH_ENDS_KNOWN ? want.high : want.low_in;
  double want_high_in = want.state == JH_ENDS_KNOWN ? want.low : want.high_in;
  assert_true(got.low <= want_low_in && want.low <= out->low_in[i]);
  assert_true(out->high_in[i] <= want.high && want_high_in <= got.high);
  assert_true(got.low <= got.high);
}

static void check(jh_op op, jh_ends (*single)(jh_ends, jh_ends), size_t most_left) {
  static table a, b, c;
  jh_slot x, y, out = slot_of(&c);
  fill(&a, &b, &x, &y);
  assert_true(x.is_open && y.is_open);
  bool has_left = jh_kernel_open_two(op, &out, &x, &y, ROWS);
  size_t left = 0;
  for (size_t i = 0; i < ROWS; i++) {
    left += out.state[i] == JH_KERNEL_LEFT;
    check_row(&out, i, single(jh_slot_get(&x, i), jh_slot_get(&y, i)));
  }
  assert_int_equal(has_left, left > 0);
  assert_true(left <= most_left);
}

static void sums_and_differences_enclose_the_same(void **state) {
  (void)state;
  check(JH_OP_ADD, jh_ends_add, 0);
  check(JH_OP_SUB, jh_ends_sub, 0);
}

static void products_and_quotients_enclose_the_same_or_are_left(void **state) {
  (void)state;
  check(JH_OP_MUL, jh_ends_mul, 40);
  check(JH_OP_DIV, jh_ends_div, 60);
}

static void the_smaller_and_the_larger_are_never_left(void **state) {
  (void)state;
  check(JH_OP_MIN, jh_ends_min, 0);
  check(JH_OP_MAX, jh_ends_max, 0);
}

static void a_range_that_becomes_one_number_is_known(void **state) {
  (void)state;
  static table a, b, c;
  jh_slot x = slot_of(&a), y = slot_of(&b), out = slot_of(&c);
  jh_slot_put(&x, 0, jh_ends_point(0, 0));
  jh_slot_put(&y, 0, range(0, INFINITY));
  assert_false(jh_kernel_open_two(JH_OP_MUL, &out, &x, &y, 1));
  assert_int_equal(out.state[0], JH_ENDS_KNOWN);
  assert_false(out.is_open);
  assert_true(out.low[0] == 0 && out.high[0] == 0);
}

static void a_divisor_that_may_be_nought_gives_no_upper_end(void **state) {
  (void)state;
  static table a, b, c;
  jh_slot x = slot_of(&a), y = slot_of(&b), out = slot_of(&c);
  jh_slot_put(&x, 0, jh_ends_point(5, 5));
  jh_slot_put(&y, 0, range(0, 10));
  assert_false(jh_kernel_open_two(JH_OP_DIV, &out, &x, &y, 1));
  assert_int_equal(out.state[0], JH_ENDS_RANGE);
  assert_true(out.low[0] <= 0.5 && out.low_in[0] >= 0.5 && out.low[0] > 0.49);
  assert_true(isinf(out.high[0]) && isinf(out.high_in[0]));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sums_and_differences_enclose_the_same),
      cmocka_unit_test(products_and_quotients_enclose_the_same_or_are_left),
      cmocka_unit_test(the_smaller_and_the_larger_are_never_left),
      cmocka_unit_test(a_range_that_becomes_one_number_is_known),
      cmocka_unit_test(a_divisor_that_may_be_nought_gives_no_upper_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
