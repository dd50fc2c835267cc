/* The spread between schools: the published vector, the line, unknowns, invariances. */
#include "support/eval_builder.h"
#include "support/test.h"

typedef struct county {
  eval_builder b;
  uint32_t x, w, rule;
} county;

/* One county; x = things / students, weight students. */
static void make_county(county *c, const char *limit, size_t units) {
  eb_open(&c->b);
  c->x = eb_number(&c->b, EB_STAGE, "things", 0, -1);
  c->w = eb_number(&c->b, EB_STAGE, "students", 0, -1);
  uint32_t bound = eb_const(&c->b, limit);
  uint32_t ratio = eb_pair(&c->b, JH_OP_DIV, c->x, c->w);
  uint32_t spread = eb_spread(&c->b, EB_STAGE, ratio, c->w, JH_NONE, bound);
  c->rule = eb_rule(&c->b, "s", EB_COUNTY, spread, JH_AT_MOST, bound, JH_NONE, JH_NONE);
  eb_units(&c->b, units);
}

static void fill(county *c, const int64_t *things, const int64_t *students, size_t count) {
  for (size_t i = 0; i < count; i++) {
    eb_set(&c->b, c->x, i, things[i]);
    eb_set(&c->b, c->w, i, students[i]);
  }
}

static jh_finding judge(county *c) {
  jh_finding out;
  jh_run *run = eb_run(&c->b, 1);
  assert_int_equal(jh_run_finding(run, c->rule, 0, &out, NULL), JH_OK);
  jh_run_close(run);
  return out;
}

static const int64_t books[] = {279, 137, 935, 160, 402}, pupils[] = {45, 37, 89, 76, 55};

static jh_finding judge_books(const char *limit) {
  county c;
  make_county(&c, limit, 5);
  fill(&c, books, pupils, 5);
  jh_finding out = judge(&c);
  eb_close(&c.b);
  return out;
}

TEST(five_schools_spread_as_published) {
  jh_finding f = judge_books("0.50");
  assert_int_equal(f.verdict, JH_UNMET);
  assert_string_equal(f.measure.text, "0.5153");
  assert_string_equal(f.margin.text, "-0.0153");
  f = judge_books("0.5152566298844764");
  print_message(
      "at 16 places: %s against %s, margin %s: %d\n", f.measure.text, f.bound.text, f.margin.text,
      (int)f.verdict);
  assert_int_equal(f.verdict == JH_MET, f.margin.text[0] != '-');
}

TEST(a_hair_on_either_side_of_the_limit_decides) {
  jh_finding f = judge_books("0.515256629884477");
  assert_int_equal(f.verdict, JH_MET);
  assert_true(f.margin.text[0] != '-' && strcmp(f.margin.text, "0") != 0);
  assert_string_not_equal(f.measure.text, f.bound.text);
  f = judge_books("0.515256629884476");
  assert_int_equal(f.verdict, JH_UNMET);
  assert_true(f.margin.text[0] == '-');
  assert_string_not_equal(f.measure.text, f.bound.text);
}

TEST(exactly_on_the_limit_is_met) {
  county c;
  /* per head 1 and 3, equal weights: mean 2, deviation 1, CV 0.5 */
  make_county(&c, "0.5", 2);
  fill(&c, (const int64_t[]){10, 30}, (const int64_t[]){10, 10}, 2);
  jh_finding f = judge(&c);
  assert_int_equal(f.verdict, JH_MET);
  assert_string_equal(f.measure.text, "0.5");
  assert_string_equal(f.margin.text, "0");
  eb_close(&c.b);
}

TEST(equal_schools_do_not_spread) {
  county c;
  make_county(&c, "0", 3);
  fill(&c, (const int64_t[]){1, 2, 3}, (const int64_t[]){3, 6, 9}, 3);
  jh_finding f = judge(&c);
  assert_int_equal(f.verdict, JH_MET);
  assert_string_equal(f.measure.text, "0");
  eb_close(&c.b);
}

TEST(a_county_without_the_resource_has_no_spread) {
  county c;
  make_county(&c, "0.5", 2);
  fill(&c, (const int64_t[]){0, 0}, (const int64_t[]){3, 6}, 2);
  jh_finding f = judge(&c);
  assert_int_equal(f.verdict, JH_UNDETERMINED);
  assert_false(f.measure.is_known);
  eb_close(&c.b);
  make_county(&c, "0.5", 0);
  assert_int_equal(judge(&c).verdict, JH_MET);
  eb_close(&c.b);
}

TEST(one_blank_leaves_the_spread_open) {
  county c;
  make_county(&c, "0.9", 5);
  fill(&c, books, pupils, 5);
  eb_unset(&c.b, c.x, 3);
  assert_int_equal(judge(&c).verdict, JH_UNDETERMINED);
  eb_set(&c.b, c.w, 3, 0); /* nobody there: it counts nothing */
  assert_int_equal(judge(&c).verdict, JH_MET);
  eb_close(&c.b);
}

static void swap_two(int64_t *a, size_t i, size_t j) {
  int64_t keep = a[i];
  a[i] = a[j];
  a[j] = keep;
}

TEST(order_and_scale_do_not_change_the_spread) {
  uint64_t seed = 11;
  print_message("seed %llu\n", (unsigned long long)seed);
  for (int round = 0; round < 60; round++) {
    int64_t things[12], students[12];
    for (size_t i = 0; i < 12; i++) {
      seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
      things[i] = (int64_t)(seed >> 40) % 500;
      students[i] = 1 + (int64_t)(seed >> 50) % 300;
    }
    county c;
    make_county(&c, "0.5", 12);
    fill(&c, things, students, 12);
    jh_finding before = judge(&c);
    for (size_t i = 0; i < 12; i++) {
      swap_two(things, i, (i * 5 + (size_t)round) % 12);
      swap_two(students, i, (i * 5 + (size_t)round) % 12);
    }
    for (size_t i = 0; i < 12; i++) things[i] *= 7;
    fill(&c, things, students, 12);
    jh_finding after = judge(&c);
    assert_int_equal(before.verdict, after.verdict);
    assert_string_equal(before.measure.text, after.measure.text);
    assert_string_equal(before.margin.text, after.margin.text);
    eb_close(&c.b);
  }
}

TESTS(
    RUN(five_schools_spread_as_published), RUN(a_hair_on_either_side_of_the_limit_decides),
    RUN(exactly_on_the_limit_is_met), RUN(equal_schools_do_not_spread),
    RUN(a_county_without_the_resource_has_no_spread), RUN(one_blank_leaves_the_spread_open),
    RUN(order_and_scale_do_not_change_the_spread))
