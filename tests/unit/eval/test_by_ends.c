/* Tallies, sums, extremes and spreads of numbers that are kept as ends (ends.h) and of such as near.h keeps, at
 * their edges: no rows, no weight, blanks, signs, sizes. Judged by blocks and by rationals, which must agree. */
#include "support/eval_both.h"
#include "support/test.h"

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

static uint32_t units(const char *id, int scale, int64_t max) {
  return eb_number(&b, EB_STAGE, id, scale, max);
}

static uint32_t two(jh_op op, uint32_t x, uint32_t y) { return eb_pair(&b, op, x, y); }

/* The same number, kept as ends. */
static uint32_t ends(uint32_t x) { return eb_one(&b, JH_OP_NEG, eb_one(&b, JH_OP_NEG, x)); }

static uint32_t over(jh_op op, uint32_t value, uint32_t filter) {
  return eb_over(&b, op, EB_STAGE, EB_COUNTY, value, filter);
}

static jh_tri judge(uint32_t condition) {
  eval_seen s;
  (void)eval_both(&b, condition, &s);
  return (jh_tri)s.marks[0];
}

/* All comparisons of a county's number with what it is and is not. */
static void judge_all(const uint32_t *nodes, size_t count) {
  for (size_t i = 0; i < count; i++) (void)judge(nodes[i]);
}

TEST(sums_and_extremes_of_halves_large_numbers_and_blanks) {
  static const jh_op all[] = {JH_OP_SUM, JH_OP_LEAST, JH_OP_GREATEST};
  uint32_t nodes[64], x = units("x", 0, 40), far = units("far", 0, -1), flag;
  size_t count = 0;
  flag = eb_flag(&b, EB_STAGE, "flag");
  uint32_t half = two(JH_OP_DIV, ends(x), ends(eb_const(&b, "2")));
  uint32_t third = two(JH_OP_DIV, ends(x), ends(eb_const(&b, "3")));
  const uint32_t values[] = {ends(x), half, third, ends(far), two(JH_OP_SUB, ends(x), ends(far))};
  for (size_t v = 0; v < COUNT(values); v++) {
    for (size_t k = 0; k < COUNT(all); k++) {
      nodes[count++] = two(JH_OP_GE, over(all[k], values[v], JH_NONE), eb_const(&b, "16.5"));
      nodes[count++] = two(JH_OP_LE, over(all[k], values[v], flag), eb_const(&b, "16"));
    }
  }
  eb_units(&b, 6);
  for (int turn = 0; turn < 3; turn++) {
    for (size_t i = 0; i < 6; i++) {
      eb_set(&b, x, i, (int64_t)(3 * i + 1));
      eb_set(&b, far, i, turn ? (INT64_C(1) << (50 + turn)) + 1 : (int64_t)i);
      eb_set(&b, flag, i, i % 2);
    }
    if (turn == 2) eb_unset(&b, x, 1), eb_unset(&b, flag, 2), eb_unset(&b, flag, 3);
    judge_all(nodes, count);
    if (turn == 0) assert_int_equal(judge(nodes[6]), JH_TRUE); /* halves: 51 / 2 */
  }
}

TEST(tallies_over_levels_without_rows_and_over_schools_of_a_stage) {
  uint32_t area = eb_number(&b, EB_ROOM, "area", 0, -1), big = eb_flag(&b, EB_ROOM, "big");
  uint32_t pupils = eb_number(&b, EB_SCHOOL, "pupils", 0, -1), zero = eb_const(&b, "0"), none;
  uint32_t in = eb_flag(&b, EB_SCHOOL, "in");
  const uint32_t nodes[] = {
      two(JH_OP_EQ, eb_over(&b, JH_OP_COUNT, EB_ROOM, EB_SCHOOL, JH_NONE, big), zero),
      two(JH_OP_EQ, eb_over(&b, JH_OP_SUM, EB_ROOM, EB_SCHOOL, ends(area), big), zero),
      eb_over(&b, JH_OP_EVERY, EB_ROOM, EB_SCHOOL, big, JH_NONE),
      eb_one(&b, JH_OP_NOT, eb_over(&b, JH_OP_SOME, EB_ROOM, EB_SCHOOL, big, JH_NONE))};
  uint32_t spread;
  jh_build_over_spec spec = {JH_OP_SPREAD, EB_ROOM, EB_COUNTY, JH_NONE, area, area, JH_NONE, zero};
  assert_int_equal(jh_build_over(&b.build, &spec, &spread), JH_OK);
  jh_build_over_spec counted = {JH_OP_COUNT, EB_SCHOOL, EB_COUNTY, EB_PRIMARY,
                                JH_NONE,     JH_NONE,   in,        JH_NONE};
  assert_int_equal(jh_build_over(&b.build, &counted, &none), JH_OK);
  uint32_t is_none = two(JH_OP_EQ, none, zero);
  eb_units(&b, 3);
  eb_set(&b, pupils, 0, 5), eb_set(&b, in, 0, 1);
  assert_int_equal(judge(is_none), JH_TRUE);
  b.data->firsts[EB_ROOM * b.plan->level_count + EB_SCHOOL] = NULL;
  b.data->firsts[EB_ROOM * b.plan->level_count + EB_COUNTY] = NULL;
  for (size_t i = 0; i < COUNT(nodes); i++) assert_int_equal(judge(nodes[i]), JH_TRUE);
  assert_int_equal(judge(spread), JH_TRUE);
}

/* Two units; w and v as weights of x = 0 and x = 1 make the square w / v. */
typedef struct spreads {
  uint32_t x, w, flag, open, nodes[100];
  size_t count;
} spreads;

static void add_spreads(spreads *s, uint32_t x, uint32_t w) {
  static const char *const limits[] = {"0", "0.5", "1.5", "-1"};
  uint32_t large = eb_const(&b, "100000000000000000");
  large = two(JH_OP_MUL, large, large); /* beyond 2^100 */
  for (size_t k = 0; k < COUNT(limits) + 2; k++) {
    uint32_t limit = k < COUNT(limits) ? eb_const(&b, limits[k]) : k % 2 ? s->open : large;
    s->nodes[s->count++] = eb_spread(&b, EB_STAGE, x, w, k % 2 ? s->flag : JH_NONE, limit);
    uint32_t mean = eb_spread(&b, EB_STAGE, x, w, k % 2 ? s->flag : JH_NONE, JH_NONE);
    s->nodes[s->count++] = eb_composite(&b, limit, (uint32_t[]){s->nodes[s->count - 1], mean}, 2);
  }
}

static jh_column_def *def_of(uint32_t column) {
  const jh_node *node = &b.plan->nodes[column];
  return &b.plan->tables[node->table].columns[node->index];
}

/* A blank x is 0, or open with a max below 0; a blank w is max, or open. */
static void make_spreads(spreads *s, int64_t max) {
  *s = (spreads){.x = units("x", 0, 0), .w = units("w", 0, max)};
  s->flag = eb_flag(&b, EB_STAGE, "flag");
  s->open = eb_number(&b, EB_COUNTY, "open", 0, -1);
  uint32_t zero = two(JH_OP_SUB, s->x, s->x), nine = eb_const(&b, "9");
  if (max > 0) def_of(s->w)->min = (jh_dec){max, 0};
  if (max < 0) def_of(s->x)->has_max = false;
  add_spreads(s, s->x, s->w);
  add_spreads(s, ends(s->x), ends(s->w));
  /* Quotients, whose blanks of 0 to 0 are known to be 0 although they have an error. */
  add_spreads(s, two(JH_OP_DIV, s->x, nine), two(JH_OP_DIV, s->w, nine));
  add_spreads(s, two(JH_OP_DIV, zero, s->w), s->w);
}

static void judge_spreads(int64_t max) {
  static const int64_t cells[][4] = {
      /* x, x, w, w; -1000 is a blank */
      {0, 1, 2, 8},     {0, 1, 0, 8},  {0, 1, 0, 0},  {-1000, 1, 0, 8}, {-1000, 1, 2, 8},
      {1, 1, -1000, 8}, {-5, 1, 2, 8}, {5, 1, -2, 8}, {3, 4, 5, -1000}, {-1000, 1, -1000, 8}};
  spreads s;
  make_spreads(&s, max);
  eb_units(&b, 2);
  for (size_t k = 0; k < COUNT(cells) * 3; k++) {
    const int64_t *row = cells[k / 3];
    const uint32_t columns[4] = {s.x, s.x, s.w, s.w};
    for (size_t i = 0; i < 4; i++) {
      eb_set(&b, columns[i], i % 2, row[i]);
      if (row[i] == -1000) eb_unset(&b, columns[i], i % 2);
    }
    eb_set(&b, s.flag, 0, 1), eb_set(&b, s.flag, 1, k % 3 != 1);
    if (k % 3 == 2) eb_unset(&b, s.flag, 0);
    judge_all(s.nodes, s.count);
    if (k > 0) continue;
    assert_int_equal(judge(s.nodes[2]), JH_TRUE);  /* sqrt(2 / 8) is 0.5 */
    assert_int_equal(judge(s.nodes[0]), JH_FALSE); /* and more than 0 */
  }
}

TEST(spreads_with_blanks_of_0_signs_and_rows_without_weight) { judge_spreads(0); }
TEST(spreads_with_blanks_of_5_signs_and_rows_without_weight) { judge_spreads(5); }
TEST(spreads_with_open_blanks_signs_and_rows_without_weight) { judge_spreads(-1); }

/* Beyond what doubles tell, and with numbers of which one end is not known. */
TEST(spreads_of_numbers_too_large_and_too_small_for_doubles) {
  spreads s = {.x = units("x", 0, 7), .w = units("w", 0, -1)};
  s.flag = eb_flag(&b, EB_STAGE, "flag");
  s.open = eb_number(&b, EB_COUNTY, "open", 0, -1);
  uint32_t far = units("far", 0, -1), up = two(JH_OP_MUL, far, far), third = eb_const(&b, "3");
  up = two(JH_OP_MUL, up, up); /* 2^200 */
  uint32_t down = two(JH_OP_DIV, eb_const(&b, "1"), up);
  uint32_t both = two(JH_OP_ADD, two(JH_OP_DIV, s.x, third), two(JH_OP_DIV, s.w, third));
  uint32_t huge = two(JH_OP_MUL, ends(up), ends(s.x)), tiny = two(JH_OP_MUL, ends(down), ends(s.x));
  uint32_t heavy = two(JH_OP_MUL, ends(up), ends(s.w));
  uint32_t light = two(JH_OP_MUL, ends(down), ends(s.w));
  uint32_t less = two(JH_OP_DIV, ends(s.w), ends(eb_const(&b, "1048576")));
  const uint32_t pairs[][2] = {
      {huge, ends(s.w)},
      {tiny, ends(s.w)},
      {huge, light},
      {tiny, heavy},
      {huge, less},
      {both, s.w},
      {s.x, both},
      {huge, heavy},
      {tiny, light},
      {s.x, heavy},
      {two(JH_OP_MUL, two(JH_OP_MUL, far, s.x), far), s.w}};
  spreads all[COUNT(pairs)];
  for (size_t k = 0; k < COUNT(pairs); k++) {
    all[k] = s;
    add_spreads(&all[k], pairs[k][0], pairs[k][1]);
  }
  eb_units(&b, 3);
  for (int turn = 0; turn < 3; turn++) {
    for (size_t i = 0; i < 3; i++) {
      eb_set(&b, s.x, i, (int64_t)i + 1), eb_set(&b, s.w, i, 3 - (int64_t)i);
      eb_set(&b, far, i, (INT64_C(1) << (turn ? 53 : 50)) - 5), eb_set(&b, s.flag, i, 1);
    }
    if (turn == 2) eb_unset(&b, s.x, 1);
    for (size_t k = 0; k < COUNT(pairs); k++) judge_all(all[k].nodes, all[k].count);
  }
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
TESTS(
    FRESH(sums_and_extremes_of_halves_large_numbers_and_blanks),
    FRESH(tallies_over_levels_without_rows_and_over_schools_of_a_stage),
    FRESH(spreads_with_blanks_of_0_signs_and_rows_without_weight),
    FRESH(spreads_with_blanks_of_5_signs_and_rows_without_weight),
    FRESH(spreads_with_open_blanks_signs_and_rows_without_weight),
    FRESH(spreads_of_numbers_too_large_and_too_small_for_doubles))
