/* test_map.c - from text to a number. */
#include "base/map.h"

#include "random.h"

TEST(a_key_is_found_again_and_others_are_not) {
  jh_map *map = jh_map_open(0);
  assert_int_equal(jh_map_count(map), 0);
  assert_int_equal(jh_map_find(map, jh_str_of("学校")), JH_MAP_NONE);
  assert_int_equal(jh_map_add(map, jh_str_of("学校"), 7), 7);
  assert_int_equal(jh_map_find(map, jh_str_of("学校")), 7);
  assert_int_equal(jh_map_find(map, jh_str_of("学")), JH_MAP_NONE);
  assert_int_equal(jh_map_count(map), 1);
  jh_map_close(map);
}

TEST(the_first_value_stays) {
  jh_map *map = jh_map_open(4);
  assert_int_equal(jh_map_add(map, jh_str_of("a"), 1), 1);
  assert_int_equal(jh_map_add(map, jh_str_of("a"), 2), 1);
  assert_int_equal(jh_map_find(map, jh_str_of("a")), 1);
  assert_int_equal(jh_map_count(map), 1);
  jh_map_close(map);
}

TEST(keys_are_bytes_and_may_be_empty_or_hold_a_nul) {
  jh_map *map = jh_map_open(4);
  assert_int_equal(jh_map_add(map, (jh_str){NULL, 0}, 5), 5);
  assert_int_equal(jh_map_find(map, jh_str_of("")), 5);
  assert_int_equal(jh_map_add(map, (jh_str){"a\0b", 3}, 6), 6);
  assert_int_equal(jh_map_find(map, (jh_str){"a\0c", 3}), JH_MAP_NONE);
  assert_int_equal(jh_map_find(map, (jh_str){"a\0b", 3}), 6);
  jh_map_close(map);
}

TEST(a_key_beyond_four_gigabytes_is_refused) {
  jh_map *map = jh_map_open(4);
  jh_str huge = {"a", (size_t)UINT32_MAX + 1};
  assert_int_equal(jh_map_add(map, huge, 1), JH_MAP_NONE);
  assert_int_equal(jh_map_find(map, huge), JH_MAP_NONE);
  jh_map_close(map);
}

enum { KEYS = 200000, KEY_SIZE = 16 };

static void all_are_found(size_t expected) {
  static char keys[KEYS][KEY_SIZE];
  random_source source = random_open();
  jh_map *map = jh_map_open(expected);
  assert_non_null(map);
  for (uint32_t i = 0; i < KEYS; i++) {
    unsigned county = (unsigned)random_between(&source, 110101, 659012);
    snprintf(keys[i], KEY_SIZE, "%06u%07u", county, i);
    assert_int_equal(jh_map_add(map, (jh_str){keys[i], 13}, i), i);
  }
  for (uint32_t i = 0; i < KEYS; i++) {
    char again[KEY_SIZE];
    memcpy(again, keys[i], KEY_SIZE);
    assert_int_equal(jh_map_find(map, (jh_str){again, 13}), i);
    assert_int_equal(jh_map_find(map, (jh_str){again, 12}), JH_MAP_NONE);
  }
  assert_int_equal(jh_map_count(map), KEYS);
  jh_map_close(map);
}

TEST(two_hundred_thousand_schools_are_found) { all_are_found(KEYS); }

TEST(a_wrong_guess_of_the_count_does_no_harm) {
  all_are_found(0);
  jh_map *map = jh_map_open(SIZE_MAX);
  assert_non_null(map);
  jh_map_close(map);
  jh_map_close(NULL);
}

TESTS(
    RUN(a_key_is_found_again_and_others_are_not), RUN(the_first_value_stays),
    RUN(keys_are_bytes_and_may_be_empty_or_hold_a_nul), RUN(a_key_beyond_four_gigabytes_is_refused),
    RUN(two_hundred_thousand_schools_are_found), RUN(a_wrong_guess_of_the_count_does_no_harm))
