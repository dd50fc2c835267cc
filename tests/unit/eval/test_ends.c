/* Enclosures in doubles against exact ranges: what ends.c computes always encloses what range.c
 * computes. If this fails, no verdict of the kernels can be trusted. */
#include "support/test.h"

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
    mpq_set_d(end.q, low);
    assert_true(jh_rat_compare(&end, value) <= 0);
  }
  assert_true(low != (double)INFINITY);
  if (!isinf(high)) {
    mpq_set_d(end.q, high);
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

TESTS(
    RUN(doubles_enclose_what_rationals_give), RUN(whole_numbers_stay_exact),
    RUN(a_missing_divisor_is_taken_to_be_above_zero),
    RUN(sizes_beyond_doubles_are_left_to_rationals))
