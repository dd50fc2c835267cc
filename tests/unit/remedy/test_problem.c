/* test_problem.c - conditions of a problem hold exactly where they should. */
#include "support/test.h"

#include "remedy/problem.h"

static jh_rat number(int64_t mantissa, int32_t scale) {
  jh_rat r;
  jh_rat_init(&r);
  jh_rat_set_scaled(&r, mantissa, scale);
  return r;
}

/* x * factor + constant >= 0, for one variable */
static jh_remedy_wish line(jh_remedy_term *term, int64_t factor, int64_t constant) {
  *term = (jh_remedy_term){0, number(factor, 0)};
  return (jh_remedy_wish){
      .kind = JH_REMEDY_LINE,
      .sum = {.terms = term, .count = 1, .room = 1, .constant = number(constant, 0)}};
}

static void drop(jh_remedy_wish *wish) {
  jh_rat_done(&wish->sum.terms[0].factor);
  jh_rat_done(&wish->sum.constant);
}

TEST(a_line_holds_at_zero_and_a_strict_one_above_it) {
  jh_remedy_term term;
  jh_remedy_wish wish = line(&term, 2, -6);
  jh_rat amount = number(3, 0), less = number(2999, 3);
  assert_true(jh_remedy_holds(&wish, &amount));
  assert_false(jh_remedy_holds(&wish, &less));
  wish.is_strict = true;
  assert_false(jh_remedy_holds(&wish, &amount));
  drop(&wish);
  jh_rat_done(&amount);
  jh_rat_done(&less);
}

TEST(of_a_choice_those_left_out_must_reach_their_floor) {
  jh_remedy_term terms[4];
  jh_remedy_wish members[2] = {line(&terms[0], 1, -4), line(&terms[1], 1, -8)};
  jh_remedy_wish floors[2] = {line(&terms[2], 1, -2), line(&terms[3], 1, -5)};
  jh_remedy_wish choose = {
      .kind = JH_REMEDY_CHOOSE, .members = members, .floors = floors, .member_count = 2, .n = 1};
  jh_rat four = number(4, 0), five = number(5, 0);
  assert_false(jh_remedy_holds(&choose, &four)); /* the first is met, the second below its floor */
  assert_true(jh_remedy_holds(&choose, &five));
  choose.floors = NULL;
  assert_true(jh_remedy_holds(&choose, &four));
  choose.kind = JH_REMEDY_ALL;
  assert_false(jh_remedy_holds(&choose, &five));
  for (int i = 0; i < 2; i++) {
    drop(&members[i]);
    drop(&floors[i]);
  }
  jh_rat_done(&four);
  jh_rat_done(&five);
}

/* Two units of equal weight at 1 and 3: mean 2, deviation 1, coefficient exactly 1/2. */
TEST(a_spread_holds_at_its_limit) {
  jh_rat weights[2] = {number(1, 0), number(1, 0)};
  jh_remedy_sum sums[2] = {{.constant = number(1, 0)}, {.constant = number(3, 0)}};
  jh_remedy_wish wish = {
      .kind = JH_REMEDY_SPREAD,
      .sums = sums,
      .weights = weights,
      .unit_count = 2,
      .limit = number(5, 1)};
  assert_true(jh_remedy_holds(&wish, NULL));
  jh_rat_set_scaled(&wish.limit, 4999999, 7);
  assert_false(jh_remedy_holds(&wish, NULL));
  for (int i = 0; i < 2; i++) {
    jh_rat_done(&weights[i]);
    jh_rat_done(&sums[i].constant);
  }
  jh_rat_done(&wish.limit);
}

TEST(what_cannot_be_bought_never_holds) {
  jh_remedy_wish wish = {.kind = JH_REMEDY_NEVER, .why = "judged"};
  assert_false(jh_remedy_holds(&wish, NULL));
}

TESTS(
    RUN(a_line_holds_at_zero_and_a_strict_one_above_it),
    RUN(of_a_choice_those_left_out_must_reach_their_floor), RUN(a_spread_holds_at_its_limit),
    RUN(what_cannot_be_bought_never_holds))
