/* test_rat.c - rationals: arithmetic, and rounding against an independent computation. */
#include "base/rat.h"

#include "random.h"

__extension__ typedef __int128 wide;

static void expect_text(const jh_rat *r, const char *expected) {
  char text[128];
  jh_rat_text(r, text, sizeof text);
  assert_string_equal(text, expected);
}

/* r = num / den */
static void set_ratio(jh_rat *r, int64_t num, int64_t den) {
  jh_rat d;
  jh_rat_init(&d);
  jh_rat_set_int(r, num);
  jh_rat_set_int(&d, den);
  jh_rat_div(r, r, &d);
  jh_rat_done(&d);
}

TEST(arithmetic_is_exact_and_may_overwrite_an_operand) {
  jh_rat a;
  jh_rat b;
  jh_rat_init(&a);
  jh_rat_init(&b);
  expect_text(&a, "0");
  set_ratio(&a, 1, 3);
  set_ratio(&b, -1, 6);
  jh_rat_add(&a, &a, &b);
  expect_text(&a, "1/6");
  jh_rat_sub(&a, &a, &b);
  expect_text(&a, "1/3");
  jh_rat_mul(&b, &a, &b);
  expect_text(&b, "-1/18");
  jh_rat_div(&b, &b, &a);
  expect_text(&b, "-1/6");
  assert_int_equal(jh_rat_sign(&b), -1);
  assert_int_equal(jh_rat_compare(&a, &b), 1);
  assert_int_equal(jh_rat_compare(&b, &a), -1);
  jh_rat_set(&b, &a);
  assert_int_equal(jh_rat_compare(&a, &b), 0);
  jh_rat_set_int(&b, INT64_MIN);
  expect_text(&b, "-9223372036854775808");
  jh_rat_set_scaled(&b, -4505, 3);
  expect_text(&b, "-901/200");
  jh_rat_set_dec(&b, (jh_dec){125, 1});
  expect_text(&b, "25/2");
  jh_rat_done(&a);
  jh_rat_done(&b);
}

TEST(nine_per_thousand_is_exactly_nine_tenths_per_hundred) {
  jh_rat measure;
  jh_rat bound;
  jh_rat_init(&measure);
  jh_rat_init(&bound);
  set_ratio(&measure, 9 * 100, 1000);
  jh_rat_set_dec(&bound, (jh_dec){9, 1});
  assert_int_equal(jh_rat_compare(&measure, &bound), 0);
  jh_rat_done(&measure);
  jh_rat_done(&bound);
}

static void expect_whole(int64_t num, int64_t den, const char *down, const char *up) {
  jh_rat a;
  jh_rat_init(&a);
  jh_rat out;
  jh_rat_init(&out);
  set_ratio(&a, num, den);
  jh_rat_floor(&out, &a);
  expect_text(&out, down);
  jh_rat_ceil(&a, &a);
  expect_text(&a, up);
  jh_rat_done(&a);
  jh_rat_done(&out);
}

TEST(floor_and_ceil_go_towards_the_infinities) {
  expect_whole(7, 2, "3", "4");
  expect_whole(-7, 2, "-4", "-3");
  expect_whole(6, 2, "3", "3");
  expect_whole(0, 1, "0", "0");
}

TEST(a_double_is_truncated_towards_zero) {
  jh_rat a;
  jh_rat_init(&a);
  set_ratio(&a, 1, 4);
  assert_true(jh_rat_double(&a) == 0.25);
  set_ratio(&a, 2, 3);
  assert_true(jh_rat_double(&a) <= 2.0 / 3);
  jh_rat_done(&a);
}

static void expect_decimal(
    int64_t num, int64_t den, int places, jh_round how, const char *text, bool exact) {
  jh_rat a;
  jh_rat_init(&a);
  set_ratio(&a, num, den);
  char out[64];
  assert_int_equal(jh_rat_decimal(&a, places, how, out, sizeof out), exact);
  assert_string_equal(out, text);
  jh_rat_done(&a);
}

TEST(decimals_are_rounded_as_asked) {
  expect_decimal(1, 3, 2, JH_ROUND_NEAREST, "0.33", false);
  expect_decimal(2, 3, 2, JH_ROUND_NEAREST, "0.67", false);
  expect_decimal(1, 8, 2, JH_ROUND_NEAREST, "0.13", false);
  expect_decimal(-1, 8, 2, JH_ROUND_NEAREST, "-0.13", false);
  expect_decimal(-1, 8, 2, JH_ROUND_DOWN, "-0.13", false);
  expect_decimal(-1, 8, 2, JH_ROUND_UP, "-0.12", false);
  expect_decimal(1, 8, 2, JH_ROUND_DOWN, "0.12", false);
  expect_decimal(1, 8, 2, JH_ROUND_UP, "0.13", false);
  expect_decimal(1, 8, 3, JH_ROUND_UP, "0.125", true);
  expect_decimal(1, 2, 4, JH_ROUND_NEAREST, "0.5", true);
  expect_decimal(300, 1, 4, JH_ROUND_NEAREST, "300", true);
  expect_decimal(0, 1, 3, JH_ROUND_DOWN, "0", true);
  expect_decimal(-1, 1000, 2, JH_ROUND_NEAREST, "0", false);
  expect_decimal(-1, 1000, 2, JH_ROUND_UP, "0", false);
  expect_decimal(-1, 1000, 2, JH_ROUND_DOWN, "-0.01", false);
  expect_decimal(999, 1000, 2, JH_ROUND_NEAREST, "1", false);
  expect_decimal(1, 20, 2, JH_ROUND_NEAREST, "0.05", true);
  expect_decimal(5, 2, 0, JH_ROUND_NEAREST, "3", false);
  expect_decimal(1, 3, 0, JH_ROUND_UP, "1", false);
}

/* num * 10^places / den, rounded, by other means: truncating division and the remainder's sign. */
static int64_t round_apart(int64_t num, int64_t den, int places, jh_round how, bool *exact) {
  wide up = num;
  for (int i = 0; i < places; i++) {
    up *= 10;
  }
  wide whole = up / den;
  wide rest = up % den; /* has the sign of up, because den > 0 */
  *exact = rest == 0;
  if (how == JH_ROUND_DOWN && rest < 0) {
    whole--;
  }
  if (how == JH_ROUND_UP && rest > 0) {
    whole++;
  }
  if (how == JH_ROUND_NEAREST && (rest < 0 ? -rest : rest) * 2 >= den) {
    whole += rest < 0 ? -1 : 1;
  }
  return (int64_t)whole;
}

TEST(rounding_agrees_with_an_independent_computation) {
  random_source source = random_open();
  jh_rat a;
  jh_rat_init(&a);
  for (int i = 0; i < 100000; i++) {
    int64_t num = random_mantissa(&source, 10);
    int64_t den = i % 3 ? random_between(&source, 1, 100000) : random_between(&source, 1, 40);
    int places = (int)random_between(&source, 0, 6);
    jh_round how = (jh_round)random_between(&source, 0, 2);
    set_ratio(&a, num, den);
    bool exact;
    jh_dec expected = {round_apart(num, den, places, how, &exact), places};
    char text[64];
    char wanted[JH_DEC_TEXT];
    assert_int_equal(jh_rat_decimal(&a, places, how, text, sizeof text), exact);
    assert_string_equal(text, jh_dec_text(wanted, expected));
  }
  jh_rat_done(&a);
}

TEST(a_text_that_does_not_fit_is_cut_and_not_called_exact) {
  jh_rat a;
  jh_rat_init(&a);
  set_ratio(&a, -12345, 4);
  char out[8] = "#######";
  assert_false(jh_rat_decimal(&a, 3, JH_ROUND_NEAREST, out, 4));
  assert_string_equal(out, "-30");
  assert_int_equal(out[4], '#');
  jh_rat_text(&a, out, 7);
  assert_string_equal(out, "-12345");
  assert_int_equal(out[7], '\0');
  out[0] = '#';
  assert_false(jh_rat_decimal(&a, 3, JH_ROUND_NEAREST, out, 0));
  jh_rat_text(&a, out, 0);
  assert_int_equal(out[0], '#');
  jh_rat_done(&a);
}

TEST(numbers_of_any_size_are_exact) {
  jh_rat a;
  jh_rat ten;
  jh_rat_init(&a);
  jh_rat_init(&ten);
  jh_rat_set_int(&a, 1);
  jh_rat_set_int(&ten, 10);
  for (int i = 0; i < 100; i++) {
    jh_rat_div(&a, &a, &ten);
  }
  char text[128];
  assert_false(jh_rat_decimal(&a, 99, JH_ROUND_DOWN, text, sizeof text));
  assert_string_equal(text, "0");
  assert_true(jh_rat_decimal(&a, 100, JH_ROUND_DOWN, text, sizeof text));
  assert_int_equal(strlen(text), 102);
  assert_int_equal(text[101], '1');
  jh_rat_done(&a);
  jh_rat_done(&ten);
}

TEST(a_root_is_exact_where_it_is_rational_and_else_just_below) {
  jh_rat square, root, next, step;
  jh_rat_init(&square), jh_rat_init(&root), jh_rat_init(&next), jh_rat_init(&step);
  jh_rat_set_scaled(&square, 225, 2);
  assert_true(jh_rat_root(&root, &square, 1));
  jh_rat_mul(&next, &root, &root);
  assert_int_equal(jh_rat_compare(&next, &square), 0);
  for (unsigned bits = 1; bits < 200; bits += 37) {
    jh_rat_set_scaled(&square, 2, 1); /* 1/5 */
    assert_false(jh_rat_root(&root, &square, bits));
    jh_rat_set_int(&step, 1);
    jh_rat_set_scaled(&next, 5, 1);
    for (unsigned i = 0; i < bits; i++) jh_rat_mul(&step, &step, &next);
    jh_rat_add(&step, &step, &root);
    jh_rat_mul(&next, &root, &root);
    assert_true(jh_rat_compare(&next, &square) < 0);
    jh_rat_mul(&next, &step, &step);
    assert_true(jh_rat_compare(&next, &square) > 0);
  }
  jh_rat_set_int(&square, 0);
  assert_true(jh_rat_root(&root, &square, 8));
  assert_int_equal(jh_rat_sign(&root), 0);
  jh_rat_done(&square), jh_rat_done(&root), jh_rat_done(&next), jh_rat_done(&step);
}

/* By what the definition says, worked out with other functions. */
static void assert_rounded(const jh_rat *value, int places, jh_round how) {
  char text[96];
  jh_rat shown, off, unit;
  jh_rat_init(&shown), jh_rat_init(&off), jh_rat_init(&unit);
  jh_rat_round(&shown, value, places, how);
  jh_rat_set_scaled(&unit, 1, places);
  jh_rat_div(&off, &shown, &unit);
  jh_rat_floor(&unit, &off);
  assert_int_equal(jh_rat_compare(&unit, &off), 0); /* so many decimals, no more */
  jh_rat_sub(&off, &shown, value);
  bool exact = jh_rat_decimal(value, places, how, text, sizeof text);
  assert_int_equal(exact, jh_rat_sign(&off) == 0);
  if (how == JH_ROUND_UP) assert_true(jh_rat_sign(&off) >= 0);
  if (how == JH_ROUND_DOWN) assert_true(jh_rat_sign(&off) <= 0);
  jh_rat_set_scaled(&unit, how == JH_ROUND_NEAREST ? 5 : 10, places + 1);
  if (jh_rat_sign(&off) < 0) jh_rat_sub(&off, value, &shown);
  assert_true(jh_rat_compare(&off, &unit) <= 0);
  if (jh_rat_compare(&off, &unit) == 0) { /* a half goes away from zero */
    jh_rat_sub(&off, &shown, value);
    assert_int_equal(jh_rat_sign(&off), jh_rat_sign(value));
  }
  jh_dec read;
  if (jh_dec_read(&read, jh_str_of(text), 18, false) == JH_DEC_OK) {
    jh_rat_set_dec(&off, read);
    assert_int_equal(jh_rat_compare(&off, &shown), 0); /* the text is that value */
  }
  jh_rat_done(&shown), jh_rat_done(&off), jh_rat_done(&unit);
}

TEST(rounding_and_its_text_are_the_same_for_small_and_large_numbers) {
  jh_rat value, by;
  uint64_t state = 6;
  jh_rat_init(&value), jh_rat_init(&by);
  for (int i = 0; i < 20000; i++) {
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    int64_t num = (int64_t)(state >> (i % 61)) * (i % 2 ? -1 : 1);
    int64_t den = (int64_t)((state * 31) >> (1 + i % 62)) + 1;
    jh_rat_set_int(&value, num == INT64_MIN ? 0 : num);
    jh_rat_set_int(&by, i % 3 ? den : 2 * (1 + i % 500));
    jh_rat_div(&value, &value, &by);
    if (i % 7 == 0) jh_rat_mul(&value, &value, &value); /* beyond one word */
    assert_rounded(&value, i % 20, (jh_round)(i % 3));
  }
  jh_rat_done(&value), jh_rat_done(&by);
}

TESTS(
    RUN(a_root_is_exact_where_it_is_rational_and_else_just_below),
    RUN(arithmetic_is_exact_and_may_overwrite_an_operand),
    RUN(nine_per_thousand_is_exactly_nine_tenths_per_hundred),
    RUN(floor_and_ceil_go_towards_the_infinities), RUN(a_double_is_truncated_towards_zero),
    RUN(decimals_are_rounded_as_asked), RUN(rounding_agrees_with_an_independent_computation),
    RUN(a_text_that_does_not_fit_is_cut_and_not_called_exact), RUN(numbers_of_any_size_are_exact),
    RUN(rounding_and_its_text_are_the_same_for_small_and_large_numbers))
