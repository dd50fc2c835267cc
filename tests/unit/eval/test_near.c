/* Numbers kept as plain doubles (near.h): on the line, beyond 53 bits, cancelling, blank. Verdicts are held
 * against rationals; how many of these were asked shows which way was gone. */
#include "support/eval_both.h"
#include "support/test.h"

typedef eval_seen seen;

static uint64_t run(eval_builder *b, uint32_t condition, seen *s) {
  return eval_both(b, condition, s);
}

TEST(a_quotient_on_the_line_needs_no_rationals) {
  eval_builder b;
  seen s;
  eb_open(&b);
  uint32_t x = eb_number(&b, EB_STAGE, "x", 2, -1), y = eb_number(&b, EB_STAGE, "y", 0, 9000);
  uint32_t line = eb_pair(&b, JH_OP_GE, eb_pair(&b, JH_OP_DIV, x, y), eb_const(&b, "1.9"));
  eb_units(&b, 4);
  const int64_t cells[4][2] = {{1900, 10}, {570, 3}, {18999, 100}, {19001, 100}};
  for (size_t i = 0; i < 4; i++) eb_set(&b, x, i, cells[i][0]), eb_set(&b, y, i, cells[i][1]);
  assert_int_equal(run(&b, line, &s), 0);
  const uint8_t want[4] = {JH_TRUE, JH_TRUE, JH_FALSE, JH_TRUE};
  assert_memory_equal(s.marks, want, sizeof want);
  eb_close(&b);
}

TEST(a_quotient_that_is_whole_is_rounded_to_itself) {
  const jh_op ops[2] = {JH_OP_CEIL, JH_OP_FLOOR};
  const uint8_t wants[2][3] = {{JH_TRUE, JH_FALSE, JH_TRUE}, {JH_TRUE, JH_TRUE, JH_FALSE}};
  for (size_t k = 0; k < 2; k++) {
    eval_builder b;
    seen s;
    eb_open(&b);
    uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1), y = eb_number(&b, EB_STAGE, "y", 1, -1);
    uint32_t rounded = eb_one(&b, ops[k], eb_pair(&b, JH_OP_DIV, x, y));
    uint32_t line = eb_pair(&b, k ? JH_OP_GE : JH_OP_LE, rounded, eb_const(&b, "7"));
    eb_units(&b, 3);
    const int64_t cells[3] = {21, 22, 20};
    for (size_t i = 0; i < 3; i++) eb_set(&b, x, i, cells[i]), eb_set(&b, y, i, 30);
    assert_int_equal(run(&b, line, &s), 0);
    assert_memory_equal(s.marks, wants[k], 3);
    eb_close(&b);
  }
}

TEST(whole_numbers_of_more_than_53_bits_are_told_apart) {
  eval_builder b;
  seen s;
  eb_open(&b);
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1), y = eb_number(&b, EB_STAGE, "y", 0, -1);
  uint32_t above = eb_pair(&b, JH_OP_GT, x, y);
  uint32_t square =
      eb_pair(&b, JH_OP_GT, eb_pair(&b, JH_OP_MUL, x, x), eb_pair(&b, JH_OP_MUL, y, y));
  uint32_t both = eb_all(&b, JH_OP_AND, (uint32_t[]){above, square}, 2);
  eb_units(&b, 3);
  const int64_t large = INT64_C(1) << 53, middle = INT64_C(1) << 40;
  eb_set(&b, x, 0, large + 1), eb_set(&b, y, 0, large);
  eb_set(&b, x, 1, middle + 1), eb_set(&b, y, 1, middle);
  eb_set(&b, x, 2, middle), eb_set(&b, y, 2, middle);
  assert_true(run(&b, both, &s) > 0);
  const uint8_t want[3] = {JH_TRUE, JH_TRUE, JH_FALSE};
  assert_memory_equal(s.marks, want, sizeof want);
  eb_close(&b);
}

/* Quotients that are one number as doubles, x / y below z / w, above it, and the same. */
static const int64_t twins[3][4] = {
    {94906263, 94906262, 94906262, 94906261},
    {94906262, 94906261, 94906263, 94906262},
    {94906262, 94906261, 189812524, 189812522}};

static void make_quotients(eval_builder *b, uint32_t columns[4], uint32_t quotients[2]) {
  static const char *const names[4] = {"x", "y", "z", "w"};
  for (size_t k = 0; k < 4; k++) columns[k] = eb_number(b, EB_STAGE, names[k], 0, -1);
  for (size_t k = 0; k < 2; k++)
    quotients[k] = eb_pair(b, JH_OP_DIV, columns[2 * k], columns[2 * k + 1]);
}

static void set_twins(eval_builder *b, const uint32_t columns[4]) {
  eb_units(b, COUNT(twins));
  for (size_t i = 0; i < COUNT(twins); i++)
    for (size_t k = 0; k < 4; k++) eb_set(b, columns[k], i, twins[i][k]);
}

TEST(quotients_that_round_to_one_number_are_told_apart_without_rationals) {
  eval_builder b;
  seen s;
  uint32_t columns[4], quotients[2];
  eb_open(&b);
  make_quotients(&b, columns, quotients);
  uint32_t at_least = eb_pair(&b, JH_OP_GE, quotients[0], quotients[1]);
  set_twins(&b, columns);
  assert_int_equal(run(&b, at_least, &s), 0);
  const uint8_t want[3] = {JH_FALSE, JH_TRUE, JH_TRUE};
  assert_memory_equal(s.marks, want, sizeof want);
  eb_close(&b);
}

TEST(a_difference_that_cancels_keeps_its_sign) {
  eval_builder b;
  seen s;
  uint32_t columns[4], quotients[2];
  eb_open(&b);
  make_quotients(&b, columns, quotients);
  uint32_t left = eb_pair(&b, JH_OP_SUB, quotients[0], quotients[1]);
  uint32_t above = eb_pair(&b, JH_OP_GT, left, eb_const(&b, "0"));
  set_twins(&b, columns);
  (void)run(&b, above, &s);
  const uint8_t want[3] = {JH_FALSE, JH_TRUE, JH_FALSE};
  assert_memory_equal(s.marks, want, sizeof want);
  eb_close(&b);
}

TEST(a_range_that_rounding_shrinks_to_one_number_is_not_known) {
  eval_builder b;
  seen s;
  eb_open(&b);
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1), y = eb_number(&b, EB_STAGE, "y", 0, 1);
  uint32_t far = eb_number(&b, EB_STAGE, "far", 0, -1);
  uint32_t sum = eb_pair(&b, JH_OP_ADD, x, eb_pair(&b, JH_OP_DIV, y, far));
  uint32_t known = eb_one(&b, JH_OP_KNOWN, sum);
  eb_units(&b, 2);
  for (size_t i = 0; i < 2; i++) {
    eb_set(&b, x, i, INT64_C(1000000000000000));
    eb_set(&b, far, i, INT64_C(1000000000));
  }
  eb_set(&b, y, 1, 1);
  assert_int_equal(run(&b, known, &s), 1);
  assert_int_equal(s.marks[0], JH_FALSE);
  assert_int_equal(s.marks[1], JH_TRUE);
  eb_close(&b);
}

/* A cell of row `i` in base 3: 0, some number, or blank. */
static void set_of_three(eval_builder *b, uint32_t column, size_t row, size_t which, int64_t some) {
  if (which < 2) eb_set(b, column, row, which ? some : 0);
}

/* Zero, a number and a blank in each of three places, with ends and without, in all comparisons. */
TEST(blanks_and_zeros_are_compared_as_ranges_are) {
  const jh_op ops[] = {JH_OP_GE, JH_OP_GT, JH_OP_LE, JH_OP_LT, JH_OP_EQ};
  for (size_t k = 0; k < COUNT(ops) * 8; k++) {
    eval_builder b;
    seen s;
    eb_open(&b);
    int64_t most = k / COUNT(ops) & 1 ? 10 : -1, other = k / COUNT(ops) & 2 ? 8 : -1;
    uint32_t x = eb_number(&b, EB_STAGE, "x", 0, most), y = eb_number(&b, EB_STAGE, "y", 0, other);
    uint32_t z = eb_number(&b, EB_STAGE, "z", 1, 40);
    uint32_t left = eb_pair(&b, JH_OP_DIV, x, y);
    if (k / COUNT(ops) & 4) left = eb_pair(&b, JH_OP_SUB, left, eb_pair(&b, JH_OP_DIV, z, y));
    uint32_t condition = eb_pair(&b, ops[k % COUNT(ops)], left, z);
    eb_units(&b, 27);
    for (size_t i = 0; i < 27; i++) {
      set_of_three(&b, x, i, i % 3, 5);
      set_of_three(&b, y, i, i / 3 % 3, 4);
      set_of_three(&b, z, i, i / 9, 12);
    }
    (void)run(&b, condition, &s);
    assert_int_equal(s.rows, 27);
    eb_close(&b);
  }
}

TESTS(
    RUN(a_quotient_on_the_line_needs_no_rationals),
    RUN(a_quotient_that_is_whole_is_rounded_to_itself),
    RUN(whole_numbers_of_more_than_53_bits_are_told_apart),
    RUN(quotients_that_round_to_one_number_are_told_apart_without_rationals),
    RUN(a_difference_that_cancels_keeps_its_sign),
    RUN(a_range_that_rounding_shrinks_to_one_number_is_not_known),
    RUN(blanks_and_zeros_are_compared_as_ranges_are))
