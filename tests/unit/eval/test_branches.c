/* Rare sides of comparison and logic, by blocks and row by row with rationals: both must say the same, and
 * what is expected. */
#include "eval/force.h"
#include "eval/known.h"
#include "support/eval_both.h"
#include "support/test.h"

enum { ROWS = EVAL_BOTH_ROWS };

typedef eval_seen seen;

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

static void run(uint32_t condition, seen *s) { (void)eval_both(&b, condition, s); }

static const jh_op ops[] = {JH_OP_GE, JH_OP_GT, JH_OP_LE, JH_OP_LT, JH_OP_EQ};

/* Two conditions that row % 3 makes: none, one and an open one, both. */
static const uint8_t sure_of[3] = {0, 1, 2}, may_of[3] = {0, 2, 2};

static void set_flags(uint32_t x, uint32_t y) {
  for (size_t i = 0; i < ROWS; i++) {
    eb_set(&b, x, i, i % 3 > 0);
    if (i % 3 != 1) eb_set(&b, y, i, i % 3 == 2);
  }
}

static void assert_counted(const seen *s, double n) {
  for (size_t i = 0; i < ROWS; i++) {
    jh_tri want = sure_of[i % 3] >= n ? JH_TRUE : may_of[i % 3] < n ? JH_FALSE : JH_UNKNOWN;
    assert_int_equal(s->marks[i], want);
  }
}

TEST(at_least_n_of_conditions_with_any_n) {
  static const char *const texts[] = {"0", "1", "1.5", "2", "-1", "254", "255", "256", "1000"};
  uint32_t x = eb_flag(&b, EB_STAGE, "x"), y = eb_flag(&b, EB_STAGE, "y"), nodes[COUNT(texts)];
  for (size_t i = 0; i < COUNT(texts); i++)
    nodes[i] = eb_at_least_n(&b, (uint32_t[]){eb_const(&b, texts[i]), x, y}, 3);
  eb_units(&b, ROWS);
  set_flags(x, y);
  for (size_t i = 0; i < COUNT(texts); i++) {
    seen s;
    run(nodes[i], &s);
    assert_counted(&s, strtod(texts[i], NULL));
  }
}

TEST(at_least_n_where_no_double_is_n_or_it_has_no_value) {
  uint32_t x = eb_flag(&b, EB_STAGE, "x"), y = eb_flag(&b, EB_STAGE, "y");
  uint32_t third = eb_pair(&b, JH_OP_DIV, eb_const(&b, "1"), eb_const(&b, "3"));
  uint32_t none = eb_param(&b, "late", "1", 20300101);
  uint32_t a = eb_at_least_n(&b, (uint32_t[]){third, x, y}, 3);
  uint32_t c = eb_at_least_n(&b, (uint32_t[]){none, x, y}, 3);
  seen s;
  eb_units(&b, ROWS);
  set_flags(x, y);
  run(a, &s);
  assert_counted(&s, 1.0 / 3);
  run(c, &s);
  for (size_t i = 0; i < ROWS; i++) assert_int_equal(s.marks[i], JH_UNKNOWN);
}

TEST(at_least_n_of_300_conditions_and_n_by_row) {
  uint32_t x = eb_flag(&b, EB_STAGE, "x"), y = eb_flag(&b, EB_STAGE, "y");
  uint32_t n = eb_number(&b, EB_STAGE, "n", 0, -1), many[301];
  for (size_t i = 1; i < COUNT(many); i++) many[i] = i == 1 ? y : x;
  many[0] = eb_const(&b, "300");
  uint32_t all = eb_at_least_n(&b, many, COUNT(many));
  uint32_t by_row = eb_at_least_n(&b, (uint32_t[]){n, x, y}, 3);
  seen s;
  eb_units(&b, ROWS);
  set_flags(x, y);
  for (size_t i = 0; i < ROWS; i++) eb_set(&b, n, i, (int64_t)(i % 4));
  run(all, &s);
  for (size_t i = 0; i < ROWS; i++) assert_int_equal(s.marks[i], i % 3);
  run(by_row, &s);
  for (size_t i = 0; i < ROWS; i++) {
    jh_tri open = may_of[i % 3] < i % 4 ? JH_FALSE : JH_UNKNOWN;
    assert_int_equal(s.marks[i], sure_of[i % 3] >= i % 4 ? JH_TRUE : open);
  }
}

TEST(choices_of_large_sets_blank_chosen_and_known) {
  uint32_t c = eb_choice(&b, EB_STAGE, "c"), of_school = eb_choice(&b, EB_SCHOOL, "d"), raised;
  uint32_t flag = eb_flag(&b, EB_STAGE, "f");
  assert_int_equal(jh_build_raise(&b.build, of_school, EB_STAGE, &raised), JH_OK);
  const uint64_t large = 0x55555; /* even ones below 20 */
  const uint32_t nodes[] = {
      eb_is(&b, c, large), eb_is(&b, c, 5), eb_is(&b, raised, large),
      eb_one(&b, JH_OP_KNOWN, raised), eb_one(&b, JH_OP_KNOWN, eb_one(&b, JH_OP_NOT, flag))};
  seen s[COUNT(nodes)];
  eb_units(&b, ROWS);
  for (size_t i = 0; i < ROWS; i++) {
    if (i % 7) eb_set(&b, c, i, (int64_t)(i % 90));
    if (i % 3) eb_set(&b, flag, i, i % 3 == 1);
  }
  for (size_t k = 0; k < COUNT(nodes); k++) run(nodes[k], &s[k]);
  for (size_t i = 0; i < ROWS; i++) {
    size_t at = i % 90;
    bool is_large = at < 20 && at % 2 == 0, is_small = at == 0 || at == 2;
    assert_int_equal(s[0].marks[i], i % 7 ? is_large ? JH_TRUE : JH_FALSE : JH_UNKNOWN);
    assert_int_equal(s[1].marks[i], i % 7 ? is_small ? JH_TRUE : JH_FALSE : JH_UNKNOWN);
    assert_int_equal(s[2].marks[i], JH_UNKNOWN);
    assert_int_equal(s[3].marks[i], JH_FALSE);
    assert_int_equal(s[4].marks[i], i % 3 ? JH_TRUE : JH_FALSE);
  }
  eb_set(&b, of_school, 0, 4);
  run(nodes[2], &s[2]);
  run(nodes[3], &s[3]);
  for (size_t i = 0; i < ROWS; i++) {
    assert_int_equal(s[2].marks[i], JH_TRUE);
    assert_int_equal(s[3].marks[i], JH_TRUE);
  }
}

/* A rule of units whose bound is in force for the primary stage only. */
static uint32_t rule_of_one_stage(uint32_t n, uint32_t scope) {
  static jh_param_value values[2];
  uint32_t own;
  values[0] = (jh_param_value){20170101, EB_PRIMARY, {4, 0}, "4", JH_NONE, 0, {.line = 0}};
  values[1] = (jh_param_value){20300101, EB_JUNIOR, {5, 0}, "5", JH_NONE, 0, {.line = 0}};
  jh_param *param = &b.plan->params[b.plan->param_count];
  *param = (jh_param){
      .path = "p", .unit = jh_unit_none(), .is_by_stage = true, .values = values, .value_count = 2};
  assert_int_equal(jh_build_param(&b.build, (uint32_t)b.plan->param_count++, JH_NONE, &own), JH_OK);
  return eb_rule(&b, "r", EB_STAGE, n, JH_AT_LEAST, own, scope, JH_NONE);
}

TEST(a_rule_in_force_in_one_stage_hinders_that_stage_alone) {
  for (int k = 0; k < 2; k++) {
    if (k) eb_close(&b), eb_open(&b);
    uint32_t n = eb_number(&b, EB_STAGE, "n", 0, -1), flag = eb_flag(&b, EB_STAGE, "f");
    uint32_t ok = eb_use(&b, rule_of_one_stage(n, k ? flag : JH_NONE)), zero[8] = {0};
    uint8_t stages[8];
    seen s;
    for (size_t i = 0; i < 8; i++) stages[i] = i % 2 ? EB_JUNIOR : EB_PRIMARY;
    eb_data(
        &b, &(eb_shape){
                .counties = 1,
                .schools = 1,
                .units = 8,
                .county_of = zero,
                .school_of_unit = zero,
                .stages = stages});
    for (size_t i = 0; i < 8; i++) {
      eb_set(&b, n, i, i < 4 ? 3 : 4);
      if (i != 2) eb_set(&b, flag, i, i != 0);
    }
    run(ok, &s);
    for (size_t i = 0; i < 8; i++) {
      jh_tri want = i % 2 || i >= 4 ? JH_TRUE : JH_FALSE;
      if (k && i == 0) want = JH_TRUE;
      if (k && i == 2) want = JH_UNKNOWN;
      assert_int_equal(s.marks[i], want);
    }
  }
}

TEST(products_beyond_53_bits_are_equal_or_not_by_rationals) {
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1), y = eb_number(&b, EB_STAGE, "y", 0, -1);
  uint32_t far = eb_number(&b, EB_STAGE, "far", 0, -1), z = eb_number(&b, EB_STAGE, "z", 3, -1);
  const uint32_t nodes[] = {
      eb_pair(&b, JH_OP_EQ, x, y),   eb_pair(&b, JH_OP_EQ, far, x), eb_pair(&b, JH_OP_EQ, x, far),
      eb_pair(&b, JH_OP_GE, far, x), eb_pair(&b, JH_OP_GE, x, far), eb_pair(&b, JH_OP_GE, z, far),
      eb_pair(&b, JH_OP_EQ, z, far), eb_pair(&b, JH_OP_GE, far, z), eb_pair(&b, JH_OP_EQ, far, z)};
  seen s;
  eb_units(&b, ROWS);
  const int64_t large = (INT64_C(1) << 53) - 500;
  for (size_t i = 0; i < ROWS; i++) {
    eb_set(&b, x, i, (int64_t)i), eb_set(&b, y, i, (int64_t)(i - i % 2));
    if (i % 11) eb_set(&b, far, i, i % 5 ? large + (int64_t)i : (int64_t)i);
    if (i % 13) eb_set(&b, z, i, i % 5 ? large + (int64_t)i : 1000 * (int64_t)i);
  }
  for (size_t k = 0; k < COUNT(nodes); k++) run(nodes[k], &s);
}

TEST(a_county_s_rule_is_in_force_where_any_stage_has_a_value) {
  uint32_t n = eb_number(&b, EB_STAGE, "n", 0, -1);
  uint32_t own = b.plan->rules[rule_of_one_stage(n, JH_NONE)].bound;
  uint32_t every =
      eb_over(&b, JH_OP_EVERY, EB_STAGE, EB_COUNTY, eb_pair(&b, JH_OP_GE, n, own), JH_NONE);
  uint32_t rule = eb_rule(&b, "c", EB_COUNTY, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, every);
  eb_units(&b, 2);
  eb_set(&b, n, 0, 4), eb_set(&b, n, 1, 5);
  static const jh_date days[2] = {20240901, 20160901};
  for (int i = 0; i < 2; i++) {
    jh_run *made = NULL;
    jh_run_options options = {.on = days[i], .jobs = 1};
    assert_int_equal(jh_run_open(&made, b.plan, b.data, &options, &b.err), JH_OK);
    assert_int_equal(jh_run_verdict(made, rule, 0), i ? JH_NOT_IN_FORCE : JH_MET);
    jh_run_close(made);
  }
}

TEST(numbers_that_their_common_unit_takes_beyond_53_bits) {
  uint32_t w = eb_number(&b, EB_STAGE, "w", 0, -1), z = eb_number(&b, EB_STAGE, "z", 3, -1);
  uint32_t nodes[2 * COUNT(ops)];
  seen s;
  for (size_t k = 0; k < COUNT(ops); k++) {
    nodes[2 * k] = eb_pair(&b, ops[k], w, z);
    nodes[2 * k + 1] = eb_pair(&b, ops[k], z, w);
  }
  eb_units(&b, ROWS);
  const int64_t large = (INT64_C(1) << 51) / 1000;
  for (size_t i = 0; i < ROWS; i++) {
    if (i % 11) eb_set(&b, w, i, 8 * large + (int64_t)i);
    if (i % 13) eb_set(&b, z, i, i % 4 == 3 ? 2000 : 1000 * large + (int64_t)(i % 3));
  }
  for (size_t k = 0; k < COUNT(nodes); k++) run(nodes[k], &s);
}

TEST(quotients_on_the_line_below_it_and_beyond_what_is_multiplied) {
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1), y = eb_number(&b, EB_STAGE, "y", 0, -1);
  uint32_t third = eb_pair(&b, JH_OP_DIV, x, y);
  uint32_t nodes[COUNT(ops)];
  seen s;
  for (size_t k = 0; k < COUNT(ops); k++)
    nodes[k] = eb_pair(&b, ops[k], third, eb_const(&b, "0.3"));
  eb_units(&b, ROWS);
  const int64_t far = INT64_C(1000000000000000);
  for (size_t i = 0; i < ROWS; i++) {
    int64_t by = i % 4 ? far / 10 : (int64_t)i + 1;
    eb_set(&b, x, i, 3 * by + (int64_t)(i % 3) - 1), eb_set(&b, y, i, 10 * by);
  }
  for (size_t k = 0; k < COUNT(ops); k++) {
    run(nodes[k], &s);
    for (size_t i = 0; i < ROWS; i++) {
      const bool wants[3][5] = {{0, 0, 1, 1, 0}, {1, 0, 1, 0, 1}, {1, 1, 0, 0, 0}};
      assert_int_equal(s.marks[i], wants[i % 3][k] ? JH_TRUE : JH_FALSE);
    }
  }
}

/* Four rows a case: both sides known, a blank on the left, on the right, on both; known ones lie on the line. */
static void set_pair(uint32_t left, uint32_t right, int64_t x, int64_t y) {
  for (size_t i = 0; i < ROWS; i++) {
    if (i % 4 == 0 || i % 4 == 2) eb_set(&b, left, i, x);
    if (i % 4 < 2) eb_set(&b, right, i, y);
  }
}

/* A blank is no more than the line: known are the row without one, and what the line's side tells of others. */
static void assert_on_the_line(const seen *s, size_t op, bool is_blank_most) {
  static const jh_tri same[COUNT(ops)] = {JH_TRUE, JH_FALSE, JH_TRUE, JH_FALSE, JH_TRUE};
  static const jh_tri left[COUNT(ops)] = {JH_UNKNOWN, JH_FALSE, JH_TRUE, JH_UNKNOWN, JH_UNKNOWN};
  static const jh_tri right[COUNT(ops)] = {JH_TRUE, JH_UNKNOWN, JH_UNKNOWN, JH_FALSE, JH_UNKNOWN};
  for (size_t i = 0; i < ROWS; i++) {
    jh_tri want = i % 4 == 0 ? same[op] : JH_UNKNOWN;
    if (is_blank_most && i % 4 == 1) want = left[op];
    if (is_blank_most && i % 4 == 2) want = right[op];
    assert_int_equal(s->marks[i], want);
  }
}

TEST(quotients_whose_blanks_end_on_the_line) {
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, 10), y = eb_number(&b, EB_STAGE, "y", 0, 10);
  uint32_t three = eb_const(&b, "3"), nodes[COUNT(ops)];
  uint32_t a = eb_pair(&b, JH_OP_DIV, x, three), c = eb_pair(&b, JH_OP_DIV, y, three);
  for (size_t k = 0; k < COUNT(ops); k++) nodes[k] = eb_pair(&b, ops[k], a, c);
  eb_units(&b, ROWS);
  set_pair(x, y, 10, 10);
  for (size_t k = 0; k < COUNT(ops); k++) {
    seen s;
    run(nodes[k], &s);
    assert_on_the_line(&s, k, true);
  }
}

TEST(quotients_beside_numbers_of_many_decimals_and_beside_sums_of_quotients) {
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1), y = eb_number(&b, EB_STAGE, "y", 7, -1);
  uint32_t six = eb_number(&b, EB_STAGE, "six", 0, -1);
  uint32_t w = eb_number(&b, EB_STAGE, "w", 0, -1), whole = eb_pair(&b, JH_OP_DIV, x, w);
  uint32_t half = eb_pair(&b, JH_OP_DIV, x, six), sixth = eb_pair(&b, JH_OP_DIV, y, six);
  uint32_t sum = eb_pair(&b, JH_OP_ADD, half, sixth), nodes[6 * COUNT(ops)];
  uint32_t both = eb_pair(&b, JH_OP_ADD, half, half);
  for (size_t k = 0; k < COUNT(ops); k++) {
    uint32_t *at = &nodes[6 * k];
    at[0] = eb_pair(&b, ops[k], half, y), at[1] = eb_pair(&b, ops[k], y, half);
    at[2] = eb_pair(&b, ops[k], half, sum), at[3] = eb_pair(&b, ops[k], sum, half);
    at[4] = eb_pair(&b, ops[k], sum, eb_const(&b, "1"));
    at[5] = eb_pair(&b, ops[k], whole, both);
  }
  eb_units(&b, ROWS);
  for (size_t i = 0; i < ROWS; i++) {
    if (i % 7) eb_set(&b, x, i, 3);
    if (i % 11) eb_set(&b, y, i, i % 2 ? 5000000 : i % 4 ? 0 : 30000000);
    if (i % 13) eb_set(&b, six, i, 6);
    if (i % 5) eb_set(&b, w, i, 3);
  }
  for (size_t k = 0; k < COUNT(nodes); k++) {
    seen s; /* what rationals say is asserted while it runs */
    run(nodes[k], &s);
    if (k / 6 == 0 && k % 6 < 2) assert_int_equal(s.marks[1], JH_TRUE); /* 3 / 6 >= 0.5 */
    if (k / 6 == 1 && k % 6 < 2) assert_int_equal(s.marks[1], JH_FALSE);
    if (k / 6 == 4 && k % 6 == 2) assert_int_equal(s.marks[2], JH_TRUE); /* 1/2 == 1/2 + 0/6 */
    if (k / 6 == 4 && k % 6 == 5) assert_int_equal(s.marks[1], JH_TRUE); /* 3/3 == 1/2 + 1/2 */
  }
}

static void assert_settled(uint32_t node, jh_date on, jh_tri want) {
  jh_known known;
  assert_int_equal(jh_known_open(&known, b.plan, on, NULL), JH_OK);
  assert_int_equal(jh_known_tri(&known, node), want);
  jh_known_done(&known);
}

TEST(without_a_day_what_hangs_on_it_is_open) {
  uint32_t p = eb_param(&b, "p", "3", 20200101), since = eb_since(&b, 20200101);
  uint32_t year = eb_one(&b, JH_OP_NEG, eb_year(&b));
  uint32_t low = eb_pair(&b, JH_OP_GE, p, eb_const(&b, "2"));
  uint32_t before = eb_pair(&b, JH_OP_EQ, year, year);
  uint32_t one = eb_const(&b, "1"), nine = eb_const(&b, "9");
  uint32_t arm = eb_pair(&b, JH_OP_LT, eb_three(&b, JH_OP_IF, since, one, nine), p);
  assert_settled(since, 0, JH_UNKNOWN);
  assert_settled(before, 0, JH_UNKNOWN);
  assert_settled(before, 20240901, JH_TRUE);
  assert_settled(low, 0, JH_TRUE);
  assert_settled(low, 20190101, JH_UNKNOWN);
  assert_settled(arm, 0, JH_UNKNOWN);
  assert_settled(arm, 20240901, JH_TRUE);
}

TEST(a_column_without_a_least_value_is_open_below) {
  jh_column_def column = {.has_max = true, .max = {7, 0}};
  jh_range range;
  jh_range_init(&range);
  jh_range_set_column(&range, &column);
  assert_false(range.has_low);
  assert_true(range.has_high);
  jh_range_done(&range);
}

TEST(a_parameter_that_never_has_a_value_is_open_on_any_day) {
  uint32_t p = eb_param(&b, "p", "3", 20200101), low = eb_pair(&b, JH_OP_GE, p, eb_const(&b, "2"));
  b.plan->params[b.plan->nodes[p].index].value_count = 0;
  assert_settled(low, 0, JH_UNKNOWN);
  assert_settled(low, 20240901, JH_UNKNOWN);
}

TEST(what_is_no_number_has_none_and_what_is_no_condition_is_open) {
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1), flag = eb_flag(&b, EB_STAGE, "f");
  jh_range range;
  eb_units(&b, 1);
  eb_set(&b, x, 0, 1), eb_set(&b, flag, 0, 1);
  jh_exact exact = eb_exact(&b);
  jh_range_init(&range);
  jh_exact_number(&exact, eb_one(&b, JH_OP_NOT, flag), 0, &range);
  assert_true(range.is_undefined);
  assert_int_equal(jh_exact_condition(&exact, eb_one(&b, JH_OP_NEG, x), 0), JH_UNKNOWN);
  jh_range_done(&range);
}

TEST(units_without_stages_have_no_number_by_stage) {
  uint32_t x = eb_number(&b, EB_STAGE, "x", 0, -1);
  uint32_t own = eb_by_stage(&b, x, eb_const(&b, "3"));
  jh_range range;
  eb_units(&b, 1);
  eb_set(&b, x, 0, 1);
  b.data->levels[EB_STAGE].stages = NULL;
  jh_exact exact = eb_exact(&b);
  jh_range_init(&range);
  jh_exact_number(&exact, own, 0, &range);
  assert_true(range.is_undefined);
  jh_range_done(&range);
}

TEST(constants_are_folded_by_each_operation) {
  uint32_t two = eb_const(&b, "2"), seven = eb_const(&b, "7.5"), minus = eb_one(&b, JH_OP_NEG, two);
  const struct {
    uint32_t node;
    const char *is;
  } cases[] = {
      {eb_pair(&b, JH_OP_ADD, two, seven), "9.5"},   {eb_pair(&b, JH_OP_SUB, two, seven), "-5.5"},
      {eb_pair(&b, JH_OP_MUL, two, seven), "15"},    {eb_pair(&b, JH_OP_DIV, seven, two), "3.75"},
      {eb_pair(&b, JH_OP_MIN, two, seven), "2"},     {eb_pair(&b, JH_OP_MAX, two, seven), "7.5"},
      {eb_one(&b, JH_OP_CEIL, seven), "8"},          {eb_one(&b, JH_OP_FLOOR, seven), "7"},
      {eb_pair(&b, JH_OP_ADD, minus, seven), "5.5"}, {eb_between(&b, two, two), "2"}};
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_settled(eb_pair(&b, JH_OP_EQ, cases[i].node, eb_const(&b, cases[i].is)), 0, JH_TRUE);
  uint32_t open = eb_pair(&b, JH_OP_EQ, eb_between(&b, two, seven), two);
  assert_settled(open, 0, JH_UNKNOWN);
}

TEST(rules_are_in_force_from_their_first_day_to_the_day_before_their_last) {
  uint32_t holds = eb_flag(&b, EB_STAGE, "f");
  uint32_t r = eb_rule(&b, "r", EB_STAGE, JH_NONE, JH_AT_LEAST, JH_NONE, JH_NONE, holds);
  static jh_layer layer = {.in_force = 20200101};
  static const struct {
    jh_date in_force, until, pack, layer, on;
    bool is_in;
  } cases[] = {
      {0, 0, 0, 0, 20240901, true},
      {0, 0, 20250101, 0, 20240901, false},
      {20240901, 0, 20250101, 0, 20240901, true},
      {20240902, 0, 0, 0, 20240901, false},
      {0, 20240901, 0, 0, 20240901, false},
      {0, 20240902, 0, 0, 20240901, true},
      {0, 0, 20250101, 1, 20240901, true},
      {0, 0, 0, 1, 20191231, false}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    jh_force *force = NULL;
    b.plan->rules[r].in_force = cases[i].in_force;
    b.plan->rules[r].until = cases[i].until;
    b.plan->pack.in_force = cases[i].pack;
    b.plan->layers = &layer;
    b.plan->layer_count = (size_t)cases[i].layer;
    assert_int_equal(jh_force_open(&force, b.plan, cases[i].on, NULL), JH_OK);
    assert_int_equal(jh_force_is(force, r, EB_PRIMARY), cases[i].is_in);
    assert_int_equal(jh_force_any(force, r), cases[i].is_in);
    jh_force_close(force);
  }
  b.plan->layers = NULL, b.plan->layer_count = 0;
}

TEST(a_number_that_the_pack_did_not_finish_settles_nothing) {
  uint32_t p = eb_param(&b, "p", "3", 20200101), low = eb_pair(&b, JH_OP_GE, p, eb_const(&b, "2"));
  assert_settled(low, 20240901, JH_TRUE);
  b.plan->nodes[p].op = JH_OP_LATE;
  assert_settled(low, 20240901, JH_UNKNOWN);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
TESTS(
    FRESH(at_least_n_of_conditions_with_any_n),
    FRESH(at_least_n_where_no_double_is_n_or_it_has_no_value),
    FRESH(at_least_n_of_300_conditions_and_n_by_row),
    FRESH(choices_of_large_sets_blank_chosen_and_known),
    FRESH(a_rule_in_force_in_one_stage_hinders_that_stage_alone),
    FRESH(a_county_s_rule_is_in_force_where_any_stage_has_a_value),
    FRESH(numbers_that_their_common_unit_takes_beyond_53_bits),
    FRESH(products_beyond_53_bits_are_equal_or_not_by_rationals),
    FRESH(quotients_whose_blanks_end_on_the_line),
    FRESH(quotients_beside_numbers_of_many_decimals_and_beside_sums_of_quotients),
    FRESH(quotients_on_the_line_below_it_and_beyond_what_is_multiplied),
    RUN(a_column_without_a_least_value_is_open_below),
    FRESH(a_parameter_that_never_has_a_value_is_open_on_any_day),
    FRESH(what_is_no_number_has_none_and_what_is_no_condition_is_open),
    FRESH(units_without_stages_have_no_number_by_stage),
    FRESH(constants_are_folded_by_each_operation),
    FRESH(rules_are_in_force_from_their_first_day_to_the_day_before_their_last),
    FRESH(a_number_that_the_pack_did_not_finish_settles_nothing),
    FRESH(without_a_day_what_hangs_on_it_is_open))
