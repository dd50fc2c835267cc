/* Printed figures: short where exact, and never at odds with the verdict. */
#include "support/rational.h"
#include "support/test.h"

#include "eval/figure.h"

static void set_text(jh_range *range, const char *num, const char *den) {
  rational_of_digits(&range->low, num);
  jh_rat below;
  jh_rat_init(&below);
  rational_of_digits(&below, den);
  jh_rat_div(&range->low, &range->low, &below);
  jh_rat_done(&below);
  jh_range_set_rat(range, &range->low);
}

static jh_finding write_figures(
    const char *num, const char *den, const char *bound_num, const char *bound_den,
    jh_compare compare) {
  jh_figure_set set;
  jh_finding out;
  memset(&out, 0, sizeof out);
  jh_figure_set_init(&set);
  set_text(&set.measure, num, den);
  set_text(&set.bound, bound_num, bound_den);
  jh_figure_write(&set, compare, &out);
  jh_figure_set_done(&set);
  return out;
}

TEST(short_decimals_are_written_as_they_are) {
  jh_finding f = write_figures("9", "10", "9", "10", JH_AT_LEAST);
  assert_string_equal(f.measure.text, "0.9");
  assert_string_equal(f.bound.text, "0.9");
  assert_string_equal(f.margin.text, "0");
  f = write_figures("123456", "1000000", "1", "2", JH_AT_LEAST);
  assert_string_equal(f.measure.text, "0.123456");
  assert_string_equal(f.margin.text, "-0.376544");
}

TEST(ratios_are_rounded_to_four_places) {
  jh_finding f = write_figures("2", "3", "1", "2", JH_AT_LEAST);
  assert_string_equal(f.measure.text, "0.6667");
  assert_string_equal(f.margin.text, "0.1667");
  f = write_figures("2", "3", "1", "2", JH_AT_MOST);
  assert_string_equal(f.margin.text, "-0.1667");
}

TEST(more_places_are_taken_where_rounding_would_hide_the_difference) {
  jh_finding f = write_figures("8999999", "10000001", "9", "10", JH_AT_LEAST);
  assert_string_equal(f.measure.text, "0.8999998");
  assert_string_equal(f.bound.text, "0.9");
  assert_string_equal(f.margin.text, "-0.0000002");
  /* one part in 10^30 */
  f = write_figures(
      "900000000000000000000000000001", "1000000000000000000000000000000", "9", "10", JH_AT_LEAST);
  assert_string_equal(f.measure.text, "0.900000000000000001");
  assert_string_equal(f.bound.text, "0.9");
  assert_string_equal(f.margin.text, "0.000000000000000001");
}

TEST(a_difference_from_an_equal_demand_is_a_negative_margin) {
  assert_string_equal(write_figures("3", "1", "4", "1", JH_EQUALS).margin.text, "-1");
  assert_string_equal(write_figures("5", "1", "4", "1", JH_EQUALS).margin.text, "-1");
  assert_string_equal(write_figures("4", "1", "4", "1", JH_EQUALS).margin.text, "0");
}

TEST(an_open_measure_shows_the_ends_that_it_has) {
  jh_figure_set set;
  jh_finding out;
  memset(&out, 0, sizeof out);
  jh_figure_set_init(&set);
  set_text(&set.bound, "9", "10");
  jh_rat_set_scaled(&set.measure.low, 45, 2);
  set.measure.has_high = false;
  jh_figure_write(&set, JH_AT_LEAST, &out);
  assert_false(out.measure.is_known);
  assert_string_equal(out.measure.low, "0.45");
  assert_string_equal(out.measure.high, "");
  assert_string_equal(out.margin.low, "-0.45");
  set.measure.is_undefined = true;
  jh_figure_write(&set, JH_AT_LEAST, &out);
  assert_false(out.measure.is_known);
  assert_string_equal(out.measure.low, "");
  jh_figure_set_done(&set);
}

TEST(roots_are_exact_where_they_can_be) {
  jh_rat root, square, half;
  jh_rat_init(&root), jh_rat_init(&square), jh_rat_init(&half);
  jh_rat_set_scaled(&square, 25, 2);
  jh_rat_set_scaled(&half, 5, 1);
  jh_figure_root(&root, &square);
  assert_int_equal(jh_rat_compare(&root, &half), 0);
  jh_rat_set_int(&square, 0);
  jh_figure_root(&root, &square);
  assert_int_equal(jh_rat_sign(&root), 0);
  jh_rat_set_int(&square, 2);
  jh_figure_root(&root, &square);
  char text[64];
  jh_rat_decimal(&root, 30, JH_ROUND_DOWN, text, sizeof text);
  assert_string_equal(text, "1.414213562373095048801688724209");
  jh_rat_done(&root), jh_rat_done(&square), jh_rat_done(&half);
}

/* What is printed compares as the numbers do, whatever they are. */
TEST(printed_figures_never_contradict_the_numbers) {
  uint64_t seed = 7;
  for (int i = 0; i < 3000; i++) {
    char n[4][32];
    for (int k = 0; k < 4; k++) {
      seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
      uint64_t size = k & 1 ? 997 : 100000;
      snprintf(n[k], sizeof n[k], "%llu", (unsigned long long)(1 + (seed >> 33) % size));
    }
    jh_finding f = write_figures(n[0], n[1], n[2], n[3], JH_AT_LEAST);
    jh_rat a, b;
    jh_rat_init(&a), jh_rat_init(&b);
    jh_dec x, y;
    assert_int_equal(jh_dec_read(&x, jh_str_of(f.measure.text), 18, false), JH_DEC_OK);
    assert_int_equal(jh_dec_read(&y, jh_str_of(f.bound.text), 18, false), JH_DEC_OK);
    double exact = atof(n[0]) * atof(n[3]) - atof(n[2]) * atof(n[1]);
    int sign = (exact > 0) - (exact < 0);
    assert_int_equal(jh_dec_compare(x, y), sign);
    assert_int_equal((f.margin.text[0] == '-') ? -1 : strcmp(f.margin.text, "0") != 0, sign);
    jh_rat_done(&a), jh_rat_done(&b);
  }
}

TESTS(
    RUN(short_decimals_are_written_as_they_are), RUN(ratios_are_rounded_to_four_places),
    RUN(more_places_are_taken_where_rounding_would_hide_the_difference),
    RUN(a_difference_from_an_equal_demand_is_a_negative_margin),
    RUN(an_open_measure_shows_the_ends_that_it_has), RUN(roots_are_exact_where_they_can_be),
    RUN(printed_figures_never_contradict_the_numbers))
