/* test_suggest.c - did you mean? */
#include "support/test.h"

#include "base/suggest.h"

/* The suggestion for `wanted` among the names, which end in NULL. */
static jh_suggest among(const char *wanted, const char *const *names) {
  jh_suggest suggest = jh_suggest_begin(jh_str_of(wanted));
  for (; *names; names++) {
    jh_suggest_offer(&suggest, jh_str_of(*names));
  }
  return suggest;
}

static const char *const columns[] = {"students", "teachers",   "sports_area_m2",
                                      "教师总数", "在校学生数", NULL};

TEST(a_slip_of_the_finger_finds_the_name) {
  assert_slice(among("student", columns).best, "students");
  assert_slice(among("studnets", columns).best, "students");
  assert_slice(among("sport_area_m2", columns).best, "sports_area_m2");
  assert_int_equal(among("student", columns).distance, 1);
  assert_int_equal(among("studnets", columns).distance, 1); /* a swap is one edit */
  assert_int_equal(among("studxxts", columns).distance, 2);
  assert_slice(among("teachers", columns).best, "teachers");
  assert_int_equal(among("teachers", columns).distance, 0);
}

TEST(characters_are_counted_not_bytes) {
  assert_slice(among("教师总人数", columns).best, "教师总数");
  assert_slice(among("在校学生", columns).best, "在校学生数");
  assert_int_equal(among("在校教师", columns).best.size, 0); /* 3 of 4 characters differ */
}

TEST(what_is_far_is_not_offered) {
  assert_int_equal(among("books", columns).best.size, 0);
  assert_int_equal(among("stxxxnts", columns).best.size, 0); /* 3 edits of 8 */
  assert_int_equal(among("", columns).best.size, 0);
}

TEST(one_edit_is_always_allowed) {
  static const char *const units[] = {"m", "m2", NULL};
  assert_slice(among("m3", units).best, "m");
  assert_int_equal(among("m3", units).distance, 1);
}

TEST(the_nearest_wins_and_on_a_tie_the_first) {
  static const char *const names[] = {"abcdef12", "abcdefg1", "abcdefh1", NULL};
  assert_slice(among("abcdefx1", names).best, "abcdefg1");
  static const char *const better[] = {"abxdexgh", "abcdexgh", "abcdefgh", NULL};
  assert_slice(among("abcdefgh", better).best, "abcdefgh");
}

TEST(an_empty_candidate_is_no_suggestion) {
  static const char *const names[] = {"", NULL};
  assert_int_equal(among("a", names).best.size, 0);
}

TEST(very_long_names_get_no_suggestion) {
  char name[200];
  memset(name, 'a', sizeof name);
  name[97] = '\0';
  const char *const names[] = {name, NULL};
  assert_int_equal(among(name, names).best.size, 0);
  name[96] = '\0';
  assert_int_equal(among(name, names).best.size, 96);
  assert_int_equal(among("aaaa", names).best.size, 0);
}

TEST(stray_bytes_do_not_disturb) {
  static const char *const names[] = {"caf\xE9s", NULL};
  assert_int_equal(among("caf\xE9", names).distance, 1);
  assert_int_equal(among("caf\xE8s", names).distance, 1);
}

TESTS(
    RUN(a_slip_of_the_finger_finds_the_name), RUN(characters_are_counted_not_bytes),
    RUN(what_is_far_is_not_offered), RUN(one_edit_is_always_allowed),
    RUN(the_nearest_wins_and_on_a_tie_the_first), RUN(an_empty_candidate_is_no_suggestion),
    RUN(very_long_names_get_no_suggestion), RUN(stray_bytes_do_not_disturb))
