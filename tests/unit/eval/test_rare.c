/* Numbers kept as plain doubles at the ends of what is kept so: units, signs, errors, sums, blanks. Each condition
 * is judged by blocks and by rationals, which must agree at each row; what must come of it is said where it is short. */
#include "eval/program.h"
#include "support/eval_both.h"
#include "support/test.h"

enum { ROWS = EVAL_BOTH_ROWS };

static eval_builder b;

static int set_up(void **state) {
  (void)state;
  eb_open(&b);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  eb_close(&b);
  return 0;
}

static const jh_op ops[] = {JH_OP_GE, JH_OP_GT, JH_OP_LE, JH_OP_LT, JH_OP_EQ};

/* Each pair of numbers against each other in all five ways, before the data is made. */
typedef struct list {
  uint32_t nodes[256];
  size_t count;
} list;

static void add_all(list *l, uint32_t x, uint32_t y) {
  for (size_t k = 0; k < COUNT(ops); k++) {
    assert_true(l->count < COUNT(l->nodes));
    l->nodes[l->count++] = eb_pair(&b, ops[k], x, y);
  }
}

static void judge_all(const list *l) {
  eval_seen s;
  for (size_t k = 0; k < l->count; k++) (void)eval_both(&b, l->nodes[k], &s);
}

static uint32_t units(const char *id, int scale, int64_t max) {
  return eb_number(&b, EB_STAGE, id, scale, max);
}

static uint32_t two(jh_op op, uint32_t x, uint32_t y) { return eb_pair(&b, op, x, y); }

static uint32_t over(uint32_t x, const char *divisor) {
  return two(JH_OP_DIV, x, eb_const(&b, divisor));
}

/* A column's factor to base units. */
static void set_factor(uint32_t column, int64_t num, int64_t den) {
  b.plan->nodes[column].num = num;
  b.plan->nodes[column].den = den;
}

static jh_column_def *def_of(uint32_t column) {
  const jh_node *node = &b.plan->nodes[column];
  return &b.plan->tables[node->table].columns[node->index];
}

/* Of blanks: no end below. */
static void set_endless(uint32_t column) { def_of(column)->has_min = false; }

static bool is_near(uint32_t number) {
  jh_output output = {JH_NONE, EB_STAGE, JH_NONE, JH_NONE, number, JH_NONE, 0};
  jh_program *program = NULL;
  assert_int_equal(jh_program_open(&program, b.plan, b.data, 20240901, &output, 1, NULL), JH_OK);
  bool out = program->nears[number].is_near;
  jh_program_close(program);
  return out;
}

/* A cell for each row but each n-th, which stays blank. */
static void fill(uint32_t column, size_t skip, int64_t start, int64_t step, int64_t turn) {
  for (size_t i = 0; i < ROWS; i++) {
    if (skip && i % skip == skip - 1) continue;
    eb_set(&b, column, i, start + step * (int64_t)(i % (size_t)turn));
  }
}

TEST(differences_of_quotients_whose_error_grows) {
  list l = {.count = 0};
  uint32_t x = units("x", 0, -1), y = units("y", 0, -1), one = units("one", 0, 1);
  uint32_t a = two(JH_OP_SUB, over(x, "3"), over(y, "7"));
  uint32_t c = two(JH_OP_SUB, over(y, "3"), over(x, "7")), twice = two(JH_OP_SUB, a, c);
  uint32_t thrice = two(JH_OP_SUB, twice, over(a, "3"));
  const uint32_t more[] = {
      a,
      twice,
      thrice,
      two(JH_OP_MUL, a, c),
      two(JH_OP_MUL, x, a),
      two(JH_OP_DIV, x, a),
      two(JH_OP_DIV, a, x),
      two(JH_OP_MIN, a, twice),
      two(JH_OP_MAX, thrice, x),
      two(JH_OP_SUB, over(one, "3"), over(two(JH_OP_MIN, one, eb_const(&b, "1")), "3")),
      two(JH_OP_SUB, over(one, "3"), over(eb_const(&b, "1"), "3")),
      two(JH_OP_SUB, over(one, "3"), over(two(JH_OP_MIN, x, eb_const(&b, "1")), "3"))};
  for (size_t k = 0; k < COUNT(more); k++) {
    add_all(&l, more[k], eb_const(&b, "0"));
    add_all(&l, more[k], over(x, "21"));
  }
  eb_units(&b, ROWS);
  fill(x, 11, 1, 3, 50), fill(y, 13, 0, 7, 50), fill(one, 3, 1, 0, 1);
  judge_all(&l);
  eval_seen s; /* x = 21, y = 49 in row 7 of 50 steps: 7 - 7 is 0 */
  eb_set(&b, x, 7, 21), eb_set(&b, y, 7, 49);
  (void)eval_both(&b, l.nodes[4], &s);
  assert_int_equal(s.marks[7], JH_TRUE);
}

TEST(high_ends_that_cancel_while_low_ones_do_not) {
  list l = {.count = 0};
  uint32_t blank = units("blank", 0, 1), x = units("x", 0, -1);
  uint32_t left = two(JH_OP_SUB, over(blank, "3"), over(x, "3"));
  add_all(&l, left, eb_const(&b, "0"));
  eb_units(&b, ROWS);
  fill(x, 0, 1, 0, 1);
  judge_all(&l);
  eval_seen s;
  (void)eval_both(&b, l.nodes[2], &s); /* at most 0 */
  assert_int_equal(s.marks[0], JH_TRUE);
  (void)eval_both(&b, l.nodes[1], &s); /* above 0 */
  assert_int_equal(s.marks[0], JH_FALSE);
  (void)eval_both(&b, l.nodes[0], &s); /* at least 0 */
  assert_int_equal(s.marks[0], JH_UNKNOWN);
}

/* Beyond 2^200 nothing is kept so. */
TEST(products_quotients_and_sums_beyond_what_is_kept) {
  list l = {.count = 0};
  uint32_t far = units("far", 0, -1), x = units("x", 0, -1), tiny = units("tiny", 12, -1);
  uint32_t m = units("m", 0, -1), flag = eb_flag(&b, EB_STAGE, "flag");
  uint32_t two_far = two(JH_OP_MUL, far, far), three = two(JH_OP_MUL, two_far, far);
  uint32_t many = two(JH_OP_MUL, three, x), most = two(JH_OP_MUL, three, m);
  uint32_t all = eb_over(&b, JH_OP_SUM, EB_STAGE, EB_COUNTY, most, JH_NONE);
  uint32_t some = eb_over(&b, JH_OP_SUM, EB_STAGE, EB_COUNTY, far, JH_NONE);
  uint32_t less = eb_over(&b, JH_OP_SUM, EB_STAGE, EB_COUNTY, two(JH_OP_SUB, far, x), JH_NONE);
  add_all(&l, two(JH_OP_MUL, two_far, two_far), eb_const(&b, "1"));
  add_all(&l, two(JH_OP_DIV, two_far, two_far), eb_const(&b, "1"));
  add_all(&l, two(JH_OP_ADD, many, tiny), many);
  add_all(&l, two(JH_OP_MIN, many, tiny), tiny);
  add_all(&l, two(JH_OP_MAX, tiny, many), many);
  add_all(&l, two(JH_OP_MAX, tiny, far), far);
  add_all(&l, eb_three(&b, JH_OP_IF, flag, many, tiny), many);
  add_all(&l, eb_three(&b, JH_OP_IF, flag, far, tiny), far);
  add_all(&l, eb_by_stage(&b, many, tiny), many);
  add_all(&l, eb_by_stage(&b, far, tiny), far);
  add_all(&l, all, two(JH_OP_MUL, all, eb_const(&b, "1")));
  add_all(&l, some, less);
  add_all(&l, eb_one(&b, JH_OP_CEIL, two_far), two_far);
  add_all(&l, eb_one(&b, JH_OP_FLOOR, two(JH_OP_MUL, two_far, two_far)), two_far);
  eb_units(&b, ROWS);
  fill(far, 0, (INT64_C(1) << 53) - 800, 1, 700);
  fill(x, 0, 512, 1, 500), fill(tiny, 17, 1, 1, 300);
  fill(m, 0, INT64_C(1) << 36, 1, 3), fill(flag, 5, 0, 1, 2);
  judge_all(&l);
}

TEST(units_of_any_size) {
  list l = {.count = 0};
  const int64_t most = INT64_C(1) << 40;
  const int64_t factors[][2] = {{1, 2},        {most * 4, 1}, {1, most * 4}, {most - 1, 1},
                                {1, most - 1}, {3, most - 3}, {most - 5, 7}, {10, 3}};
  uint32_t x = units("x", 0, -1), z = units("z", 13, -1), f[COUNT(factors)];
  static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  for (size_t k = 0; k < COUNT(f); k++) {
    f[k] = units(ids[k], k == 4 ? 3 : 0, k % 2 ? 30 : -1);
    set_factor(f[k], factors[k][0], factors[k][1]);
  }
  for (size_t k = 0; k < COUNT(f); k++) {
    uint32_t next = f[(k + 1) % COUNT(f)];
    add_all(&l, f[k], x);
    add_all(&l, two(JH_OP_MUL, f[k], next), two(JH_OP_DIV, f[k], next));
    add_all(&l, two(JH_OP_ADD, f[k], next), eb_one(&b, JH_OP_CEIL, f[k]));
  }
  add_all(&l, z, x);
  add_all(&l, eb_one(&b, JH_OP_NEG, f[0]), x); /* as ends */
  eb_units(&b, ROWS);
  fill(x, 7, 0, 1, 20), fill(z, 9, 1, 5000000000000, 20);
  for (size_t k = 0; k < COUNT(f); k++) fill(f[k], k + 5, 0, 1, 25);
  judge_all(&l);
  const bool wants[COUNT(f)] = {true, false, false, false, false, true, true, true};
  for (size_t k = 0; k < COUNT(f); k++)
    if (is_near(f[k]) != wants[k]) fail_msg("%s", ids[k]);
  assert_false(is_near(z));
}

TEST(what_a_blank_may_hold_decides_how_numbers_are_kept) {
  list l = {.count = 0};
  uint32_t f[6], x = units("x", 0, -1);
  static const char *const ids[] = {"a", "b", "c", "d", "e", "f"};
  for (size_t k = 0; k < COUNT(f); k++) f[k] = units(ids[k], 0, 30);
  def_of(f[0])->max = (jh_dec){INT64_MAX, 0}; /* no double */
  def_of(f[1])->max = (jh_dec){(INT64_C(1) << 40) + 1, 0};
  def_of(f[2])->max = (jh_dec){305, 1}; /* not whole */
  def_of(f[3])->min = (jh_dec){-7, 0};
  def_of(f[4])->min = (jh_dec){-75, 1};
  set_endless(f[5]);
  for (size_t k = 0; k < COUNT(f); k++) {
    add_all(&l, f[k], x);
    add_all(&l, two(JH_OP_MUL, f[k], x), x);
    add_all(&l, two(JH_OP_DIV, f[k], x), x);
    add_all(&l, two(JH_OP_DIV, x, f[k]), x);
  }
  eb_units(&b, ROWS);
  fill(x, 7, 0, 1, 20);
  for (size_t k = 0; k < COUNT(f); k++) fill(f[k], k + 2, k == 3 ? -7 : 0, 1, 25);
  judge_all(&l);
  const bool wants[COUNT(f)] = {false, false, false, true, false, true};
  for (size_t k = 0; k < COUNT(f); k++)
    if (is_near(f[k]) != wants[k]) fail_msg("%s", ids[k]);
  eval_seen s;
  (void)eval_both(&b, l.nodes[3 * 20], &s); /* a blank of -7 to 30 beside 4 in row 4 */
  assert_int_equal(s.marks[4], JH_UNKNOWN);
}

/* Cells below 0 of each width, larger or smaller in size than those above. */
TEST(cells_below_zero_of_each_width) {
  list l = {.count = 0};
  uint32_t f[6], x = units("x", 0, -1);
  static const char *const ids[] = {"a", "b", "c", "d", "e", "f"};
  static const int64_t sizes[3] = {100, 100000, INT64_C(100000000000)};
  for (size_t k = 0; k < COUNT(f); k++) f[k] = units(ids[k], 0, 30);
  for (size_t k = 0; k < COUNT(f); k++) {
    add_all(&l, f[k], x);
    add_all(&l, two(JH_OP_MUL, f[k], f[(k + 1) % COUNT(f)]), x);
    add_all(&l, two(JH_OP_DIV, two(JH_OP_SUB, x, f[k]), x), eb_const(&b, "0"));
    add_all(&l, eb_one(&b, JH_OP_FLOOR, over(f[k], "7")), eb_one(&b, JH_OP_CEIL, over(f[k], "7")));
  }
  uint32_t blank = units("blank", 0, 30), zero = two(JH_OP_DIV, two(JH_OP_SUB, x, x), blank);
  size_t at = l.count;
  add_all(&l, zero, eb_const(&b, "0"));
  eb_units(&b, ROWS);
  fill(x, 0, 0, 1, 5), fill(blank, 9, 1, 1, 5);
  for (size_t k = 0; k < COUNT(f); k++) {
    int64_t size = sizes[k / 2];
    for (size_t i = 0; i < ROWS; i++) {
      if (i % 9 == 8) continue;
      eb_set(&b, f[k], i, i % 3 == 0 ? -size * (k % 2 ? 2 : 1) : size * (int64_t)(i % 3));
    }
  }
  for (size_t k = 0; k < 4; k++) {
    const jh_node *node = &b.plan->nodes[f[k]];
    jh_column *column = b.data->levels[EB_STAGE].columns[node->index];
    assert_true(jh_column_widen(column, b.data->arena, k < 2 ? 2 : 4, ROWS, ROWS));
  }
  judge_all(&l);
  eval_seen s;
  (void)eval_both(&b, l.nodes[at + 4], &s); /* 0 over a blank is 0 */
  assert_int_equal(s.marks[8], JH_TRUE);
}

/* Values on, a little above and a little below a whole number. */
TEST(quotients_are_rounded_on_the_side_where_they_lie) {
  list l = {.count = 0};
  uint32_t x = units("x", 0, -1), y = units("y", 0, -1), z = units("z", 7, -1);
  uint32_t w = units("w", 0, -1), signs = two(JH_OP_SUB, x, eb_const(&b, "3000"));
  set_factor(w, (1 << 20) + 7, 1);
  const uint32_t from[] = {
      two(JH_OP_DIV, x, y),
      two(JH_OP_DIV, z, y),
      two(JH_OP_DIV, w, y),
      two(JH_OP_DIV, signs, y),
      two(JH_OP_DIV, two(JH_OP_DIV, x, y), y),
      two(JH_OP_DIV, x, two(JH_OP_DIV, y, w)),
      two(JH_OP_ADD, over(x, "3"), over(y, "3")),
      two(JH_OP_MUL, two(JH_OP_DIV, x, y), eb_const(&b, "1000000"))};
  uint32_t up = 0, down = 0;
  for (size_t k = 0; k < COUNT(from); k++) {
    uint32_t ceil = eb_one(&b, JH_OP_CEIL, from[k]), floor = eb_one(&b, JH_OP_FLOOR, from[k]);
    add_all(&l, ceil, from[k]);
    add_all(&l, from[k], floor);
    add_all(&l, ceil, two(JH_OP_ADD, floor, eb_const(&b, "1")));
    if (k == 0) up = two(JH_OP_EQ, ceil, eb_const(&b, "4"));
    if (k == 0) down = two(JH_OP_EQ, floor, eb_const(&b, "2"));
  }
  eb_units(&b, ROWS);
  for (size_t i = 0; i < ROWS; i++) {
    static const int64_t sizes[] = {10, INT64_C(2500000000000000), 1, 1000};
    int64_t by = sizes[i / 3 % 4], off = (int64_t)(i % 3) - 1;
    eb_set(&b, x, i, 3 * by + off), eb_set(&b, y, i, by);
    if (i % 29) eb_set(&b, z, i, 30000000 * (by % 1000000) + off);
    if (i % 31) eb_set(&b, w, i, 3 * (by % 1000000) + off);
  }
  for (size_t i = 300; i < 312; i++) /* a quotient beyond 2^40 */
    eb_set(&b, x, i, (INT64_C(1) << 45) + (int64_t)i), eb_set(&b, y, i, 1);
  judge_all(&l);
  eval_seen s;
  (void)eval_both(&b, up, &s);
  assert_int_equal(s.marks[5], JH_TRUE); /* (3 * 2.5e15 + 1) / 2.5e15 */
  assert_int_equal(s.marks[4], JH_FALSE);
  (void)eval_both(&b, down, &s);
  assert_int_equal(s.marks[3], JH_TRUE);
  assert_int_equal(s.marks[4], JH_FALSE);
}

/* y is 1, x a blank of at most 2: the low end is a third, the high one a sum of quotients that is whole. */
TEST(high_ends_that_cannot_be_rounded_while_low_ones_can) {
  uint32_t x = units("x", 0, 2), y = units("y", 0, -1), one = eb_const(&b, "1");
  uint32_t sum = two(JH_OP_ADD, over(x, "3"), over(y, "3"));
  uint32_t is = two(JH_OP_EQ, eb_one(&b, JH_OP_CEIL, sum), one);
  eb_units(&b, ROWS);
  fill(y, 0, 1, 0, 1);
  eval_seen s;
  (void)eval_both(&b, is, &s);
  for (size_t i = 0; i < ROWS; i++) assert_int_equal(s.marks[i], JH_TRUE);
}

/* Sides are told by whole numbers where the quotient itself is too near to the line to tell. */
TEST(quotients_of_small_numbers_are_rounded_by_their_arguments) {
  list l = {.count = 0};
  uint32_t z = units("z", 6, -1), y = units("y", 0, 2), x = units("x", 0, -1);
  uint32_t w = units("w", 0, -1), v = units("v", 7, -1), far = units("far", 0, -1);
  set_factor(w, (1 << 20) + 7, 1);
  uint32_t half = two(JH_OP_DIV, z, y), signs = two(JH_OP_SUB, x, eb_const(&b, "4"));
  const uint32_t from[] = {
      half,
      two(JH_OP_DIV, signs, y),
      two(JH_OP_DIV, w, y),
      two(JH_OP_DIV, v, y),
      two(JH_OP_DIV, far, y),
      two(JH_OP_DIV, two(JH_OP_DIV, x, y), y),
      two(JH_OP_DIV, x, two(JH_OP_DIV, y, eb_const(&b, "3"))),
      two(JH_OP_ADD, over(x, "3"), over(y, "3"))};
  uint32_t ceil = eb_one(&b, JH_OP_CEIL, half), floor = eb_one(&b, JH_OP_FLOOR, half);
  uint32_t up = two(JH_OP_EQ, ceil, eb_const(&b, "500000001"));
  uint32_t down = two(JH_OP_EQ, floor, eb_const(&b, "499999999"));
  uint32_t even = two(JH_OP_EQ, ceil, floor);
  for (size_t k = 0; k < COUNT(from); k++) {
    add_all(&l, eb_one(&b, JH_OP_CEIL, from[k]), eb_one(&b, JH_OP_FLOOR, from[k]));
    add_all(&l, eb_one(&b, JH_OP_CEIL, from[k]), from[k]);
  }
  eb_units(&b, ROWS);
  fill(x, 0, 0, 1, 9), fill(y, 8, 2, -1, 2), fill(w, 0, 0, 1, 7);
  fill(v, 0, 20000000, 5000000, 5), fill(far, 0, INT64_C(1) << 45, 1, 3);
  fill(z, 0, INT64_C(1000000000000000) - 1, 1, 3);
  judge_all(&l);
  for (size_t i = 0; i < 3; i++) eb_set(&b, y, i, 2); /* z / y is 5e8, less 5e-7, and more */
  static const uint8_t wants[3][3] = {
      {JH_FALSE, JH_TRUE, JH_FALSE}, {JH_FALSE, JH_FALSE, JH_TRUE}, {JH_TRUE, JH_FALSE, JH_FALSE}};
  const uint32_t asked[3] = {up, down, even};
  for (size_t k = 0; k < 3; k++) {
    eval_seen s;
    (void)eval_both(&b, asked[k], &s);
    for (size_t i = 0; i < 3; i++) assert_int_equal(s.marks[i], wants[i][k]);
  }
}

TEST(sums_over_schools_of_a_stage_are_over_none) {
  uint32_t pupils = eb_number(&b, EB_SCHOOL, "pupils", 0, -1), all, none;
  jh_build_over_spec spec = {JH_OP_SUM, EB_SCHOOL, EB_COUNTY, JH_NONE,
                             pupils,    JH_NONE,   JH_NONE,   JH_NONE};
  assert_int_equal(jh_build_over(&b.build, &spec, &all), JH_OK);
  spec.stage = EB_PRIMARY;
  assert_int_equal(jh_build_over(&b.build, &spec, &none), JH_OK);
  uint32_t some = two(JH_OP_EQ, all, eb_const(&b, "7")),
           zero = two(JH_OP_EQ, none, eb_const(&b, "0"));
  eb_units(&b, 4);
  eb_set(&b, pupils, 0, 7);
  eval_seen s;
  (void)eval_both(&b, some, &s);
  assert_int_equal(s.marks[0], JH_TRUE);
  (void)eval_both(&b, zero, &s);
  assert_int_equal(s.marks[0], JH_TRUE);
}

TEST(sums_over_a_level_that_was_never_laid_out_are_over_none) {
  uint32_t area = eb_number(&b, EB_ROOM, "area", 1, -1);
  uint32_t sum = eb_over(&b, JH_OP_SUM, EB_ROOM, EB_SCHOOL, area, JH_NONE);
  uint32_t zero = two(JH_OP_EQ, sum, eb_const(&b, "0"));
  eval_seen s;
  eb_units(&b, 4);
  b.data->firsts[EB_ROOM * b.plan->level_count + EB_SCHOOL] = NULL;
  (void)eval_both(&b, zero, &s);
  assert_int_equal(s.marks[0], JH_TRUE);
}

/* A quantity that the data give themselves; where it is blank, its definition counts. */
TEST(quantities_that_the_data_give) {
  list l = {.count = 0};
  uint32_t x = units("x", 0, -1), y = units("y", 0, -1), flag = eb_flag(&b, EB_STAGE, "flag");
  uint32_t quantity[3];
  const uint32_t of[3] = {x, flag, over(x, "3")};
  for (uint32_t k = 0; k < 3; k++) {
    b.plan->quantities[k] =
        (jh_quantity){.id = k == 1 ? "is" : "many", .level = EB_STAGE, .node = of[k]};
    b.plan->quantity_count = k + 1;
    assert_int_equal(jh_build_quantity(&b.build, k, &quantity[k]), JH_OK);
  }
  add_all(&l, quantity[0], y);
  add_all(&l, quantity[2], y);
  add_all(&l, eb_one(&b, JH_OP_NEG, quantity[2]), y);
  uint32_t is = eb_all(&b, JH_OP_AND, (uint32_t[]){quantity[1], l.nodes[0]}, 2);
  eb_units(&b, ROWS);
  fill(x, 3, 0, 1, 20), fill(y, 0, 10, 0, 1), fill(flag, 4, 0, 1, 2);
  judge_all(&l);
  jh_rows *rows = &b.data->levels[EB_STAGE];
  for (uint32_t k = 0; k < 2; k++) {
    assert_int_equal(
        jh_dataset_quantity(b.data, EB_STAGE, k, k ? JH_COLUMN_BOOL : JH_COLUMN_COUNT, 0, &b.err),
        JH_OK);
    jh_column *given = rows->quantities[k];
    for (size_t i = 0; i < ROWS; i += 2) {
      if (k)
        given->marks[i] = i % 4 == 0;
      else
        (void)jh_column_put(given, i, 30);
      given->known[i / 64] |= UINT64_C(1) << (i % 64);
    }
  }
  judge_all(&l);
  eval_seen s;
  (void)eval_both(&b, l.nodes[0], &s);
  assert_int_equal(s.marks[2], JH_TRUE);    /* 30 is given, x is blank */
  assert_int_equal(s.marks[5], JH_UNKNOWN); /* neither */
  (void)eval_both(&b, is, &s);
  assert_int_equal(s.marks[4], JH_TRUE);
  assert_int_equal(s.marks[2], JH_FALSE);
  assert_int_equal(s.marks[19], JH_UNKNOWN); /* the flag is blank */
}

TEST(parameters_by_stage_in_units_and_of_sizes_that_do_not_fit) {
  static const jh_dec pairs[][2] = {
      {{3, 0}, {4, 0}},   {{-3, 0}, {45, 1}}, {{INT64_MAX, 0}, {1, 0}},
      {{1, 18}, {1, 0}},  {{1, 12}, {1, 0}},  {{INT64_C(1) << 52, 0}, {1, 3}},
      {{1, 12}, {1, 11}}, {{1, 14}, {1, 0}},  {{1, 0}, {3486784401, 3}}};
  static jh_param_value values[COUNT(pairs)][2];
  static const char *const paths[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
  list l = {.count = 0};
  uint32_t x = units("x", 0, -1), own[COUNT(pairs)], zero[8] = {0};
  for (size_t k = 0; k < COUNT(pairs); k++) {
    for (uint32_t s = 0; s < 2; s++)
      values[k][s] = (jh_param_value){.since = 20170101, .stage = s, .value = pairs[k][s]};
    uint32_t index = (uint32_t)b.plan->param_count++;
    b.plan->params[index] = (jh_param){
        .path = paths[k],
        .unit_text = "",
        .unit = jh_unit_none(),
        .is_by_stage = true,
        .values = values[k],
        .value_count = 2};
    if (k == 6) b.plan->params[index].unit = (jh_unit){.num = 1, .den = INT64_C(1) << 39};
    if (k == 8) b.plan->params[index].unit = (jh_unit){.num = 1, .den = 3486784401}; /* 3^20 */
    assert_int_equal(jh_build_param(&b.build, index, JH_NONE, &own[k]), JH_OK);
    b.plan->nodes[own[k]].unit = jh_unit_none();
    add_all(&l, x, own[k]);
    add_all(&l, two(JH_OP_ADD, own[k], x), own[0]);
  }
  const uint8_t stages[8] = {0, 1, 0, 1, 0, 1, 0, 1};
  eb_data(
      &b, &(eb_shape){
              .counties = 1,
              .schools = 1,
              .units = 8,
              .county_of = zero,
              .school_of_unit = zero,
              .stages = stages});
  for (size_t i = 0; i < 8; i++) eb_set(&b, x, i, (int64_t)i);
  judge_all(&l);
  const bool wants[COUNT(pairs)] = {true, true, false, false, true, false, false, false, false};
  for (size_t k = 0; k < COUNT(pairs); k++) assert_int_equal(is_near(own[k]), wants[k]);
  eval_seen s;
  (void)eval_both(&b, l.nodes[0], &s); /* x >= 3 in primary, 4 in junior */
  static const uint8_t want[8] = {JH_FALSE, JH_FALSE, JH_FALSE, JH_FALSE,
                                  JH_TRUE,  JH_TRUE,  JH_TRUE,  JH_TRUE};
  assert_memory_equal(s.marks, want, 8);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
TESTS(
    FRESH(differences_of_quotients_whose_error_grows),
    FRESH(high_ends_that_cancel_while_low_ones_do_not),
    FRESH(products_quotients_and_sums_beyond_what_is_kept), FRESH(units_of_any_size),
    FRESH(what_a_blank_may_hold_decides_how_numbers_are_kept),
    FRESH(cells_below_zero_of_each_width), FRESH(quotients_are_rounded_on_the_side_where_they_lie),
    FRESH(high_ends_that_cannot_be_rounded_while_low_ones_can),
    FRESH(quotients_of_small_numbers_are_rounded_by_their_arguments),
    FRESH(sums_over_schools_of_a_stage_are_over_none),
    FRESH(sums_over_a_level_that_was_never_laid_out_are_over_none),
    FRESH(quantities_that_the_data_give),
    FRESH(parameters_by_stage_in_units_and_of_sizes_that_do_not_fit))
