/* test_sweep_place.c - places compared, and told as decimals. */
#include "support/test.h"

#include "vary/sweep_place.h"

static jh_arena *arena;
static jh_sweep_figure figure;

static int set_up(void **state) {
  (void)state;
  arena = jh_arena_open();
  return arena ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_arena_close(arena);
  return 0;
}

static jh_sweep_place place_of(int64_t num, int64_t den, bool is_root) {
  jh_sweep_place place = {.is_root = is_root};
  jh_rat under;
  jh_rat_init(&place.at), jh_rat_init(&under);
  jh_rat_set_int(&place.at, num), jh_rat_set_int(&under, den);
  jh_rat_div(&place.at, &place.at, &under);
  jh_rat_done(&under);
  return place;
}

static void tell(
    jh_sweep_place *place, bool is_after, jh_sweep_place *below, jh_sweep_place *above) {
  jh_sweep_next sides[2] = {{below, true}, {above, true}};
  assert_int_equal(jh_sweep_place_figure(&figure, place, is_after, sides, arena, NULL), JH_OK);
  jh_rat_done(&place->at);
}

TEST(a_place_between_decimals_stands_between_them) {
  jh_sweep_place place = place_of(136, 3, false);
  tell(&place, false, NULL, NULL);
  assert_string_equal(figure.exact, "136/3");
  assert_string_equal(figure.last, "45.333333");
  assert_string_equal(figure.first, "45.333334");
}

TEST(a_place_on_a_decimal_is_on_its_own_side) {
  jh_sweep_place place = place_of(45, 1, false);
  tell(&place, false, NULL, NULL);
  assert_string_equal(figure.last, "45");
  assert_string_equal(figure.first, "45.000001");
  place = place_of(45, 1, false);
  tell(&place, true, NULL, NULL);
  assert_string_equal(figure.last, "44.999999");
  assert_string_equal(figure.first, "45");
}

TEST(below_zero_the_sides_stay_the_sides) {
  jh_sweep_place place = place_of(-1, 3, false);
  tell(&place, true, NULL, NULL);
  assert_string_equal(figure.last, "-0.333334");
  assert_string_equal(figure.first, "-0.333333");
}

TEST(roots_are_rounded_down_and_up_and_may_be_exact) {
  jh_sweep_place place = place_of(2, 1, true);
  tell(&place, true, NULL, NULL);
  assert_string_equal(figure.last, "1.414213");
  assert_string_equal(figure.first, "1.414214");
  place = place_of(1, 4, true);
  tell(&place, true, NULL, NULL);
  assert_string_equal(figure.last, "0.499999");
  assert_string_equal(figure.first, "0.5");
}

TEST(a_neighbour_nearer_than_the_digits_brings_more_digits) {
  jh_sweep_place place = place_of(1, 3, false), above = place_of(33333334, 100000000, false);
  tell(&place, false, NULL, &above);
  assert_string_equal(figure.last, "0.333333333");
  assert_string_equal(figure.first, "0.333333334");
  jh_rat_done(&above.at);
}

TEST(roots_and_ratios_compare_exactly) {
  jh_sweep_place half = place_of(1, 2, false), root = place_of(1, 4, true),
                 below = place_of(-1, 2, false), near = place_of(1, 2, false);
  near.is_near = true;
  assert_int_equal(jh_sweep_place_compare(&half, &root), 0);
  assert_true(jh_sweep_place_compare(&below, &root) < 0);
  assert_true(jh_sweep_place_compare(&root, &below) > 0);
  assert_true(jh_sweep_place_compare(&near, &half) > 0);
  assert_true(jh_sweep_place_against(&near, &half.at) > 0);
  jh_rat_done(&half.at), jh_rat_done(&root.at), jh_rat_done(&below.at), jh_rat_done(&near.at);
}

#define WITH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
TESTS(
    WITH(a_place_between_decimals_stands_between_them),
    WITH(a_place_on_a_decimal_is_on_its_own_side), WITH(below_zero_the_sides_stay_the_sides),
    WITH(roots_are_rounded_down_and_up_and_may_be_exact),
    WITH(a_neighbour_nearer_than_the_digits_brings_more_digits),
    WITH(roots_and_ratios_compare_exactly))
