/* test_clean.c - names that would forge lines are shown without what forges. */
#include "support/test.h"

#include "table/clean.h"

static jh_str *cleaned(jh_str *names, size_t count, jh_arena *arena) {
  jh_str *out;
  assert_int_equal(jh_clean_names(&out, names, count, arena, NULL), JH_OK);
  return out;
}

TEST(clean_names_stay_where_they_are) {
  jh_arena *arena = jh_arena_open();
  jh_str names[] = {jh_str_of("甲一县"), jh_str_of(""), jh_str_of("a “b” — c…")};
  assert_ptr_equal(cleaned(names, COUNT(names), arena), names);
  assert_null(cleaned(NULL, 3, arena));
  jh_arena_close(arena);
}

TEST(line_ends_controls_and_turns_are_marked_and_nothing_else) {
  jh_arena *arena = jh_arena_open();
  jh_str names[] = {
      jh_str_of("甲县"), jh_str_of("甲\n990102\x1b[31m"), jh_str_of("\xE2\x80\xAE乙\xE2\x81\xA6"),
      jh_str_of("\xC2\x85丙\x7F")};
  jh_str *out = cleaned(names, COUNT(names), arena);
  assert_ptr_not_equal(out, names);
  assert_slice(out[0], "甲县");
  assert_slice(out[1], "甲�990102�[31m");
  assert_slice(out[2], "�乙�");
  assert_slice(out[3], "�丙�");
  assert_slice(names[1], "甲\n990102\x1b[31m");
  jh_arena_close(arena);
}

TESTS(
    RUN(clean_names_stay_where_they_are),
    RUN(line_ends_controls_and_turns_are_marked_and_nothing_else))
