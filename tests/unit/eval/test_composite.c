/* The mean of coefficients of variation: published vectors, the line, what is left out, unknowns. */
#include "eval/exact_walk.h"
#include "support/eval_builder.h"
#include "support/test.h"

#define MOST 8

/* One county with two units, of x = 0 and x = 1: weights w and v give the coefficient of variation
 * sqrt(w / v), so that any can be made. */
typedef struct county {
  eval_builder b;
  uint32_t x, weights[MOST], rule;
  size_t count;
} county;

static void make_county(county *c, const char *limit, size_t count) {
  static const char *const ids[MOST] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  uint32_t spreads[MOST], bound;
  eb_open(&c->b);
  c->count = count;
  c->x = eb_number(&c->b, EB_STAGE, "x", 0, -1);
  bound = eb_const(&c->b, limit);
  for (size_t k = 0; k < count; k++) {
    c->weights[k] = eb_number(&c->b, EB_STAGE, ids[k], 0, -1);
    uint32_t has = eb_pair(&c->b, JH_OP_LT, c->weights[k], eb_const(&c->b, "999999999"));
    spreads[k] = eb_spread(&c->b, EB_STAGE, c->x, c->weights[k], has, JH_NONE);
  }
  uint32_t mean = eb_composite(&c->b, bound, spreads, count);
  c->rule = eb_rule(&c->b, "mean", EB_COUNTY, mean, JH_AT_MOST, bound, JH_NONE, JH_NONE);
  eb_units(&c->b, 2);
  eb_set(&c->b, c->x, 0, 0);
  eb_set(&c->b, c->x, 1, 1);
}

static void set_spread(county *c, size_t k, int64_t w, int64_t v) {
  eb_set(&c->b, c->weights[k], 0, w);
  eb_set(&c->b, c->weights[k], 1, v);
}

/* No unit takes part. */
static void set_empty(county *c, size_t k) { set_spread(c, k, 1000000000, 1000000000); }

static jh_finding judge(county *c, bool keeps) {
  jh_finding out;
  jh_run *run = NULL;
  jh_run_options options = {.on = 20240901, .jobs = 1, .keep_figures = keeps};
  assert_int_equal(jh_run_open(&run, c->b.plan, c->b.data, &options, NULL), JH_OK);
  assert_int_equal(jh_run_finding(run, c->rule, 0, &out, NULL), JH_OK);
  jh_run_close(run);
  return out;
}

static jh_finding judge_thousandths(const char *limit, const int64_t *thousandths) {
  county c;
  make_county(&c, limit, 8);
  for (size_t k = 0; k < 8; k++)
    set_spread(&c, k, thousandths[k] * thousandths[k], INT64_C(1000000));
  jh_finding out = judge(&c, true);
  eb_close(&c.b);
  return out;
}

/* Published for districts of Hefei, Chongqing and Changchun (primary, junior): eight coefficients in
 * thousandths, and the composite as printed. */
static const struct {
  int64_t spreads[8], printed;
  bool is_primary;
} published[] = {
    {{881, 1299, 977, 379, 170, 334, 286, 408}, 592, true},
    {{353, 784, 146, 491, 37, 226, 223, 253}, 314, false},
    {{711, 649, 472, 338, 235, 274, 260, 396}, 417, true},
    {{505, 484, 325, 275, 199, 715, 421, 1021}, 493, false},
    {{437, 419, 255, 188, 171, 263, 263, 420}, 302, true},
    {{381, 298, 264, 212, 207, 502, 445, 539}, 356, false},
    {{633, 891, 435, 328, 351, 391, 379, 541}, 494, true},
    {{808, 445, 537, 472, 492, 243, 272, 265}, 442, false},
    {{535, 478, 376, 354, 191, 264, 254, 369}, 353, true},
    {{319, 346, 187, 241, 154, 267, 250, 324}, 261, false},
    {{696, 916, 819, 580, 450, 286, 285, 470}, 562, true},
    {{422, 491, 637, 409, 544, 298, 259, 449}, 439, false},
    {{393, 578, 372, 246, 208, 311, 311, 455}, 359, true},
    {{433, 464, 334, 318, 433, 362, 368, 335}, 381, false}};

TEST(the_published_composites_are_the_means_of_eight) {
  for (size_t i = 0; i < COUNT(published); i++) {
    int64_t sum = 0;
    for (size_t k = 0; k < 8; k++) sum += published[i].spreads[k];
    jh_finding f =
        judge_thousandths(published[i].is_primary ? "0.65" : "0.55", published[i].spreads);
    jh_dec mean = eb_dec(f.measure.text);
    int64_t millionths;
    assert_int_equal(f.verdict, JH_MET);
    assert_true(jh_dec_rescale(&millionths, mean, 6));
    assert_int_equal(millionths, sum * 125);
    assert_true(llabs(millionths - published[i].printed * 1000) <= 1000);
  }
  jh_finding f = judge_thousandths("0.65", published[0].spreads);
  assert_string_equal(f.measure.text, "0.59175");
  assert_string_equal(f.bound.text, "0.65");
  assert_string_equal(f.margin.text, "0.05825");
}

TEST(rational_roots_meet_their_mean_exactly) {
  assert_int_equal(judge_thousandths("0.59175", published[0].spreads).verdict, JH_MET);
  jh_finding f = judge_thousandths("0.591749999999999999", published[0].spreads);
  assert_int_equal(f.verdict, JH_UNMET);
  assert_true(f.margin.text[0] == '-');
  assert_string_not_equal(f.measure.text, f.bound.text);
}

/* The mean of sqrt(2) and sqrt(3) is 1.573132184970986171… */
static jh_finding judge_roots(const char *limit, bool keeps) {
  county c;
  make_county(&c, limit, 3);
  set_spread(&c, 0, 2, 1);
  set_spread(&c, 1, 3, 1);
  set_empty(&c, 2);
  jh_finding out = judge(&c, keeps);
  eb_close(&c.b);
  return out;
}

TEST(irrational_roots_are_told_from_the_limit_however_near) {
  jh_finding f = judge_roots("1.57313218497098617", true);
  assert_int_equal(f.verdict, JH_UNMET);
  assert_true(f.margin.text[0] == '-');
  f = judge_roots("1.57313218497098618", true);
  assert_int_equal(f.verdict, JH_MET);
  assert_true(f.margin.text[0] != '-' && strcmp(f.margin.text, "0") != 0);
  f = judge_roots("2", true);
  assert_string_equal(f.measure.text, "1.5731");
  assert_string_equal(f.margin.text, "0.4269");
}

TEST(a_kept_figure_is_the_one_that_is_worked_out_anew) {
  static const char *const limits[] = {"0.5", "1.5731", "1.57313", "1.5732", "-1", "2"};
  for (size_t i = 0; i < COUNT(limits); i++) {
    jh_finding kept = judge_roots(limits[i], true), anew = judge_roots(limits[i], false);
    assert_int_equal(kept.verdict, anew.verdict);
    assert_string_equal(kept.measure.text, anew.measure.text);
    assert_string_equal(kept.bound.text, anew.bound.text);
    assert_string_equal(kept.margin.text, anew.margin.text);
  }
}

TEST(a_spread_over_no_rows_is_left_out_of_the_mean) {
  county c;
  make_county(&c, "0.4", 3);
  set_spread(&c, 0, 9, 100);  /* 0.3 */
  set_spread(&c, 1, 25, 100); /* 0.5 */
  set_empty(&c, 2);
  jh_finding f = judge(&c, true);
  assert_int_equal(f.verdict, JH_MET);
  assert_string_equal(f.measure.text, "0.4");
  set_empty(&c, 0), set_empty(&c, 1);
  f = judge(&c, true);
  assert_int_equal(f.verdict, JH_MET); /* of nothing */
  assert_false(f.measure.is_known);
  eb_close(&c.b);
}

TEST(a_missing_cell_or_a_mean_of_0_leaves_it_open) {
  county c;
  make_county(&c, "0.4", 2);
  set_spread(&c, 0, 9, 100);
  set_spread(&c, 1, 25, 100);
  eb_unset(&c.b, c.weights[1], 0);
  assert_int_equal(judge(&c, true).verdict, JH_UNDETERMINED);
  set_spread(&c, 1, 25, 0); /* only x = 0 counts */
  assert_int_equal(judge(&c, true).verdict, JH_UNDETERMINED);
  set_spread(&c, 1, 0, 25); /* no spread at all */
  jh_finding f = judge(&c, true);
  assert_int_equal(f.verdict, JH_MET);
  assert_string_equal(f.measure.text, "0.15");
  eb_close(&c.b);
}

TEST(a_limit_below_0_is_never_kept) {
  county c;
  make_county(&c, "-0.1", 1);
  set_spread(&c, 0, 0, 25);
  assert_int_equal(judge(&c, true).verdict, JH_UNMET);
  eb_close(&c.b);
}

TEST(weights_below_0_give_no_coefficient) {
  county c;
  make_county(&c, "0.4", 1);
  set_spread(&c, 0, -9, 100); /* 91 * 100 / 100^2 is less than 1 */
  assert_int_equal(judge(&c, true).verdict, JH_UNDETERMINED);
  eb_close(&c.b);
}

/* A county's mean, looked at in itself. */
typedef struct look {
  jh_exact exact;
  jh_exact_walk walk;
  const jh_node *node;
  jh_exact_roots roots;
} look;

static void look_open(look *at, const county *c) {
  at->exact = eb_exact(&c->b);
  at->node = &c->b.plan->nodes[c->b.plan->rules[c->rule].measure];
  jh_rat_init(&at->roots.mean), jh_rat_init(&at->roots.square);
  jh_exact_walk_open(&at->walk, &at->exact);
  jh_exact_composite_roots(&at->walk, at->node, 0, &at->roots);
}

static void look_close(look *at) {
  jh_rat_done(&at->roots.mean), jh_rat_done(&at->roots.square);
  jh_exact_walk_close(&at->walk);
}

/* base + 2^-bits */
static void set_above(jh_rat *out, const jh_rat *base, int bits) {
  jh_rat half, step;
  jh_rat_init(&half), jh_rat_init(&step);
  jh_rat_set_scaled(&half, 5, 1);
  jh_rat_set_int(&step, 1);
  for (int i = 0; i < bits; i++) jh_rat_mul(&step, &step, &half);
  jh_rat_add(out, base, &step);
  jh_rat_done(&half), jh_rat_done(&step);
}

/* The sign of (sqrt(2) + sqrt(3)) / 2 - value, by roots of 600 binary places. */
static int sign_by_far(const jh_rat *value) {
  jh_rat square, root, sum;
  jh_rat_init(&square), jh_rat_init(&root), jh_rat_init(&sum);
  jh_rat_set_int(&square, 2);
  (void)jh_rat_root(&sum, &square, 600);
  jh_rat_set_int(&square, 3);
  (void)jh_rat_root(&root, &square, 600);
  jh_rat_add(&sum, &sum, &root);
  jh_rat_add(&square, value, value);
  int sign = jh_rat_compare(&sum, &square);
  jh_rat_done(&square), jh_rat_done(&root), jh_rat_done(&sum);
  return sign;
}

TEST(roots_are_told_from_numbers_nearer_than_they_are_first_worked_out) {
  county c;
  look at;
  jh_rat value;
  bool has_above = false, has_below = false;
  make_county(&c, "2", 3);
  set_spread(&c, 0, 2, 1);
  set_spread(&c, 1, 3, 1);
  set_empty(&c, 2);
  look_open(&at, &c);
  jh_rat_init(&value);
  assert_true(at.roots.is_known);
  assert_false(at.roots.has_square);
  for (int bits = 155; bits < 400; bits++) {
    set_above(&value, &at.roots.mean, bits);
    int want = sign_by_far(&value);
    assert_int_equal(jh_exact_composite_against(&at.walk, at.node, 0, &value), want);
    has_above = has_above || want > 0;
    has_below = has_below || want < 0;
  }
  assert_true(has_above && has_below);
  jh_rat_done(&value);
  look_close(&at);
  eb_close(&c.b);
}

TEST(nothing_lies_on_a_side_of_a_mean_that_is_not_known) {
  county c;
  jh_rat value;
  jh_rat_init(&value);
  make_county(&c, "0.4", 2);
  set_spread(&c, 0, 9, 100);
  set_empty(&c, 1);
  for (int k = 0; k < 3; k++) {
    look at;
    if (k == 1) set_empty(&c, 0);
    if (k == 2) eb_unset(&c.b, c.weights[0], 0);
    look_open(&at, &c);
    int sign = jh_exact_composite_against(&at.walk, at.node, 0, &value);
    assert_int_equal(sign, k == 0);
    look_close(&at);
  }
  jh_rat_done(&value);
  eb_close(&c.b);
}

/* (sqrt(2) + 0) / 2 has one, (sqrt(2) + 0.3) / 2 has none. */
TEST(a_mean_has_a_square_if_it_is_one_root_or_none) {
  county c;
  make_county(&c, "2", 2);
  set_spread(&c, 0, 2, 1);
  for (int k = 0; k < 2; k++) {
    look at;
    jh_rat want;
    jh_rat_init(&want);
    jh_rat_set_scaled(&want, 5, 1);
    set_spread(&c, 1, k ? 9 : 0, 100);
    look_open(&at, &c);
    assert_int_equal(at.roots.has_square, k == 0);
    if (k == 0) assert_int_equal(jh_rat_compare(&at.roots.square, &want), 0);
    jh_rat_done(&want);
    look_close(&at);
  }
  eb_close(&c.b);
}

TESTS(
    RUN(the_published_composites_are_the_means_of_eight),
    RUN(rational_roots_meet_their_mean_exactly),
    RUN(irrational_roots_are_told_from_the_limit_however_near),
    RUN(a_kept_figure_is_the_one_that_is_worked_out_anew),
    RUN(a_spread_over_no_rows_is_left_out_of_the_mean),
    RUN(a_missing_cell_or_a_mean_of_0_leaves_it_open), RUN(a_limit_below_0_is_never_kept),
    RUN(weights_below_0_give_no_coefficient),
    RUN(roots_are_told_from_numbers_nearer_than_they_are_first_worked_out),
    RUN(nothing_lies_on_a_side_of_a_mean_that_is_not_known),
    RUN(a_mean_has_a_square_if_it_is_one_root_or_none))
