/* Enclosures in doubles against exact ranges: what ends.c computes always encloses what range.c
 * computes. If this fails, no verdict of the kernels can be trusted. */
#include "support/rational.h"
#include "support/test.h"

#include <float.h>

#include "eval/ends.h"

static uint64_t seed = 20240901;

static uint64_t random_bits(void) {
  seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
  return seed;
}

static int64_t random_below(int64_t n) { return (int64_t)(random_bits() % (uint64_t)n); }

/* Known, a range, half open or open; often whole, small, zero or touching zero. */
static void random_range(jh_range *out) {
  int32_t scale = (int32_t)random_below(4);
  int64_t size = random_below(3) ? 30 : 1000000, low = random_below(2 * size) - size / 2;
  int64_t width = random_below(2) ? 0 : random_below(size);
  if (random_below(6) == 0) low = 0;
  if (random_below(9) == 0) low = -width;
  jh_rat_set_scaled(&out->low, low, scale);
  jh_rat_set_scaled(&out->high, low + width, scale);
  jh_range_scale(out, 1 + random_below(9), 1 + random_below(9));
  out->has_low = random_below(12) != 0;
  out->has_high = random_below(12) != 0;
  out->is_undefined = random_below(40) == 0;
}

static void assert_between(double low, const jh_rat *value, double high) {
  jh_rat end;
  jh_rat_init(&end);
  if (!isinf(low)) {
    rational_of_double(&end, low);
    assert_true(jh_rat_compare(&end, value) <= 0);
  }
  assert_true(low != (double)INFINITY);
  if (!isinf(high)) {
    rational_of_double(&end, high);
    assert_true(jh_rat_compare(value, &end) <= 0);
  }
  assert_true(high != -(double)INFINITY);
  jh_rat_done(&end);
}

static void assert_encloses(jh_ends ends, const jh_range *range) {
  if (ends.state == JH_ENDS_UNSURE) return;
  assert_int_equal(ends.state == JH_ENDS_UNDEFINED, range->is_undefined);
  if (range->is_undefined) return;
  if (ends.state == JH_ENDS_KNOWN) assert_true(jh_range_is_known(range));
  if (range->has_low)
    assert_between(ends.low, &range->low, ends.low_in);
  else
    assert_true(isinf(ends.low));
  if (range->has_high)
    assert_between(ends.high_in, &range->high, ends.high);
  else
    assert_true(isinf(ends.high));
}

typedef struct twin {
  void (*exact)(jh_range *, const jh_range *, const jh_range *);
  jh_ends (*quick)(jh_ends, jh_ends);
} twin;

static const twin twins[] = {{jh_range_add, jh_ends_add},  {jh_range_sub, jh_ends_sub},
                             {jh_range_mul, jh_ends_mul},  {jh_range_div, jh_ends_div},
                             {jh_range_min, jh_ends_min},  {jh_range_max, jh_ends_max},
                             {jh_range_hull, jh_ends_hull}};

static void check_relations(jh_ends x, jh_ends y, const jh_range *a, const jh_range *b) {
  bool is_sure;
  jh_tri quick = jh_ends_at_least(x, y, &is_sure);
  assert_true(!is_sure || quick == jh_range_at_least(a, b));
  quick = jh_ends_above(x, y, &is_sure);
  assert_true(!is_sure || quick == jh_range_above(a, b));
  quick = jh_ends_equal(x, y, &is_sure);
  assert_true(!is_sure || quick == jh_range_equal(a, b));
  jh_tri known = jh_ends_is_known(x);
  assert_true(known == JH_UNKNOWN || (known == JH_TRUE) == jh_range_is_known(a));
}

TEST(doubles_enclose_what_rationals_give) {
  print_message("seed %llu\n", (unsigned long long)seed);
  jh_range a, b, c, out;
  jh_range_init(&a), jh_range_init(&b), jh_range_init(&c), jh_range_init(&out);
  for (int round = 0; round < 40000; round++) {
    random_range(&a), random_range(&b), random_range(&c);
    jh_ends x = jh_ends_of_range(&a), y = jh_ends_of_range(&b), z = jh_ends_of_range(&c);
    assert_encloses(x, &a);
    check_relations(x, y, &a, &b);
    const twin *first = &twins[random_below((int64_t)COUNT(twins))];
    const twin *second = &twins[random_below((int64_t)COUNT(twins))];
    first->exact(&out, &a, &b);
    jh_ends near = first->quick(x, y);
    assert_encloses(near, &out);
    second->exact(&out, &out, &c);
    near = second->quick(near, z);
    assert_encloses(near, &out);
    check_relations(near, z, &out, &c);
    jh_range_ceil(&a, &out);
    assert_encloses(jh_ends_ceil(near), &a);
    jh_range_floor(&a, &out);
    assert_encloses(jh_ends_floor(near), &a);
    jh_range_neg(&a, &out);
    assert_encloses(jh_ends_neg(near), &a);
  }
  jh_range_done(&a), jh_range_done(&b), jh_range_done(&c), jh_range_done(&out);
}

TEST(whole_numbers_stay_exact) {
  jh_ends a = jh_ends_of_scaled(52700000, 2, 1, 1), b = jh_ends_of_scaled(31, 0, 1, 1);
  assert_true(a.low == 527000 && a.high == 527000);
  jh_ends product = jh_ends_mul(b, jh_ends_of_scaled(17000, 0, 1, 1));
  assert_true(product.low == 527000 && product.high == 527000);
  jh_ends back = jh_ends_div(product, b);
  assert_true(back.low == 17000 && back.high == 17000);
  jh_ends sum = jh_ends_sub(a, product);
  assert_true(sum.low == 0 && sum.high == 0);
}

TEST(a_missing_divisor_is_taken_to_be_above_zero) {
  jh_range a, b, out;
  jh_range_init(&a), jh_range_init(&b), jh_range_init(&out);
  jh_range_set_int(&a, 5);
  jh_range_set_int(&b, 0);
  jh_rat_set_int(&b.high, 10);
  jh_range_div(&out, &a, &b);
  assert_false(out.is_undefined);
  assert_true(out.has_low && !out.has_high);
  jh_rat half;
  jh_rat_init(&half);
  jh_rat_set_scaled(&half, 5, 1);
  assert_int_equal(jh_rat_compare(&out.low, &half), 0);
  b.has_high = false;
  jh_range_div(&out, &a, &b);
  assert_int_equal(jh_rat_sign(&out.low), 0);
  jh_range_set_int(&b, 0);
  jh_range_div(&out, &a, &b);
  assert_true(out.is_undefined);
  assert_int_equal(jh_range_at_least(&out, &a), JH_UNKNOWN);
  jh_rat_done(&half);
  jh_range_done(&a), jh_range_done(&b), jh_range_done(&out);
}

TEST(sizes_beyond_doubles_are_left_to_rationals) {
  jh_ends big = jh_ends_point(1e300, 1e300);
  jh_ends huge = jh_ends_mul(big, big);
  assert_int_equal(huge.state, JH_ENDS_UNSURE);
  assert_int_equal(jh_ends_add(huge, big).state, JH_ENDS_UNSURE);
  assert_int_equal(jh_ends_is_known(huge), JH_UNKNOWN);
  assert_int_equal(jh_ends_of_scaled(INT64_MAX, 0, INT64_MAX, 1).state, JH_ENDS_KNOWN);
}

/* Each way to place enclosed ends on a small grid, with each pair of exact ends that they may stand for. */
static size_t place_all(jh_ends *out) {
  static const double grid[] = {-INFINITY, 0, 1, 2, INFINITY};
  enum { N = COUNT(grid) };
  size_t count = 0;
  for (int i = 0; i < N * N * N * N; i++) {
    jh_ends e = {
        grid[i % N], grid[i / N % N], grid[i / N / N % N], grid[i / N / N / N], JH_ENDS_RANGE};
    bool is_low = e.low <= e.low_in && e.low_in < (double)INFINITY;
    bool is_high = e.high_in <= e.high && e.high_in > -(double)INFINITY;
    /* No finite end may be thought infinite. */
    bool is_open = (e.low == -(double)INFINITY) == (e.low_in == -(double)INFINITY) &&
                   (e.high == (double)INFINITY) == (e.high_in == (double)INFINITY);
    if (is_low && is_high && is_open && e.low_in <= e.high && e.low <= e.high_in &&
        e.low_in <= e.high_in)
      out[count++] = e;
  }
  for (int i = 0; i < 3; i++) out[count++] = jh_ends_point(i, i);
  out[count++] = jh_ends_point(0, 1);
  return count;
}

static jh_tri exact_at_least(double a_low, double a_high, double b_low, double b_high) {
  if (a_low >= b_high && !isinf(a_low) && !isinf(b_high)) return JH_TRUE;
  if (a_high < b_low) return JH_FALSE;
  return JH_UNKNOWN;
}

/* Which of the answers may be the exact one, as bits. */
static unsigned may_be(jh_ends a, jh_ends b, bool is_equal) {
  unsigned found = 0;
  for (int k = 0; k < 16; k++) {
    double al = k & 1 ? a.low : a.low_in, ah = k & 2 ? a.high : a.high_in;
    double bl = k & 4 ? b.low : b.low_in, bh = k & 8 ? b.high : b.high_in;
    if (a.state == JH_ENDS_KNOWN) ah = al = k & 1 ? a.low : a.high;
    if (b.state == JH_ENDS_KNOWN) bh = bl = k & 4 ? b.low : b.high;
    jh_tri left = exact_at_least(al, ah, bl, bh), right = exact_at_least(bl, bh, al, ah);
    found |= 1U << (is_equal && right < left ? right : left);
  }
  return found;
}

TEST(a_sure_answer_is_the_only_one_that_may_be) {
  static jh_ends all[700];
  size_t count = place_all(all), sure = 0;
  assert_true(count < COUNT(all));
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < count; k++) {
      bool is_sure;
      jh_tri got = jh_ends_at_least(all[i], all[k], &is_sure);
      if (is_sure) assert_int_equal(1U << got, may_be(all[i], all[k], false));
      sure += is_sure;
      got = jh_ends_above(all[k], all[i], &is_sure);
      if (is_sure) assert_int_equal(1U << (JH_TRUE - got), may_be(all[i], all[k], false));
      got = jh_ends_equal(all[i], all[k], &is_sure);
      if (is_sure) assert_int_equal(1U << got, may_be(all[i], all[k], true));
    }
  }
  assert_true(sure > count);
}

TEST(what_has_no_value_or_is_not_sure_is_never_told_as_known) {
  jh_ends none = jh_ends_state(JH_ENDS_UNDEFINED), unsure = jh_ends_state(JH_ENDS_UNSURE);
  jh_ends one = jh_ends_point(1, 1);
  bool is_sure;
  assert_int_equal(jh_ends_at_least(none, one, &is_sure), JH_UNKNOWN);
  assert_true(is_sure);
  assert_int_equal(jh_ends_equal(one, none, &is_sure), JH_UNKNOWN);
  assert_true(is_sure);
  (void)jh_ends_at_least(unsure, one, &is_sure);
  assert_false(is_sure);
  (void)jh_ends_above(one, unsure, &is_sure);
  assert_false(is_sure);
  assert_int_equal(jh_ends_is_known(none), JH_FALSE);
  assert_int_equal(jh_ends_is_known(unsure), JH_UNKNOWN);
  assert_int_equal(jh_ends_is_known(one), JH_TRUE);
  jh_ends open = {-INFINITY, -INFINITY, 1, 1, JH_ENDS_RANGE};
  assert_int_equal(jh_ends_is_known(open), JH_FALSE);
  assert_int_equal(jh_ends_is_known(jh_ends_neg(open)), JH_FALSE);
  jh_ends near = {1, 2, 1, 2, JH_ENDS_RANGE}; /* may be one number */
  assert_int_equal(jh_ends_is_known(near), JH_UNKNOWN);
}

TEST(a_sum_or_product_beyond_doubles_is_not_sure) {
  jh_ends huge = jh_ends_point(DBL_MAX, DBL_MAX), small = jh_ends_neg(huge);
  assert_int_equal(jh_ends_add(huge, huge).state, JH_ENDS_UNSURE);
  assert_int_equal(jh_ends_add(small, small).state, JH_ENDS_UNSURE);
  assert_int_equal(jh_ends_mul(huge, huge).state, JH_ENDS_UNSURE);
  assert_int_equal(jh_ends_mul(huge, small).state, JH_ENDS_UNSURE);
  assert_int_equal(jh_ends_point(2, 1).state, JH_ENDS_UNSURE);
  assert_int_equal(jh_ends_point(0, INFINITY).state, JH_ENDS_UNSURE);
  assert_int_equal(jh_ends_point(-INFINITY, 0).state, JH_ENDS_UNSURE);
}

/* Ranges whose ends are numbers that doubles find hard: the largest, the smallest, those that are not whole. */
static size_t make_hard(jh_range *out) {
  static const double ends[] = {-DBL_MAX, -1e300, -0x1p52, -2.5,       -1,    0,      0x1p-1060,
                                0.1,      1,      3,       0x1p50 + 1, 1e300, DBL_MAX};
  size_t count = 0;
  for (size_t low = 0; low <= COUNT(ends); low++) {
    for (size_t high = low == COUNT(ends) ? 0 : low; high <= COUNT(ends); high++) {
      jh_range *made = &out[count++];
      jh_range_init(made);
      made->has_low = low < COUNT(ends);
      made->has_high = high < COUNT(ends);
      if (made->has_low) rational_of_double(&made->low, ends[low]);
      if (made->has_high) rational_of_double(&made->high, ends[high]);
    }
  }
  for (int i = 0; i < 6;
       i++, count++) { /* no double is these; the last three are near a whole one */
    jh_range_init(&out[count]);
    jh_range_set_scaled(&out[count], i < 3 ? 1 + i : 1, i < 3 ? 0 : 18, 1, 3);
    if (i == 1) jh_rat_set_int(&out[count].high, 1);
    if (i >= 3) {
      jh_rat_set_int(&out[count].high, i);
      jh_rat_add(&out[count].low, &out[count].low, &out[count].high);
      jh_range_set_rat(&out[count], &out[count].low);
    }
  }
  return count;
}

TEST(hard_numbers_are_enclosed_too) {
  static jh_range all[140];
  size_t count = make_hard(all), unsure = 0;
  jh_range exact;
  jh_range_init(&exact);
  assert_true(count < COUNT(all));
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < count; k++) {
      jh_ends x = jh_ends_of_range(&all[i]), y = jh_ends_of_range(&all[k]);
      check_relations(x, y, &all[i], &all[k]);
      for (size_t op = 0; op < COUNT(twins); op++) {
        jh_ends quick = twins[op].quick(x, y);
        twins[op].exact(&exact, &all[i], &all[k]);
        assert_encloses(quick, &exact);
        check_relations(quick, y, &exact, &all[k]);
        unsure += quick.state == JH_ENDS_UNSURE;
      }
    }
  }
  assert_true(unsure > 0);
  jh_range_done(&exact);
  for (size_t i = 0; i < count; i++) jh_range_done(&all[i]);
}

TESTS(
    RUN(doubles_enclose_what_rationals_give), RUN(whole_numbers_stay_exact),
    RUN(a_missing_divisor_is_taken_to_be_above_zero),
    RUN(sizes_beyond_doubles_are_left_to_rationals), RUN(a_sure_answer_is_the_only_one_that_may_be),
    RUN(what_has_no_value_or_is_not_sure_is_never_told_as_known),
    RUN(a_sum_or_product_beyond_doubles_is_not_sure), RUN(hard_numbers_are_enclosed_too))
