/* test_arena.c - many things, one lifetime. */
#include "base/arena.h"

#include "random.h"

TEST(everything_is_zero_aligned_and_apart) {
  random_source source = random_open();
  jh_arena *arena = jh_arena_open();
  assert_non_null(arena);
  enum { THINGS = 2000 };
  static unsigned char *things[THINGS];
  static size_t sizes[THINGS];
  for (size_t i = 0; i < THINGS; i++) {
    sizes[i] = (size_t)random_between(&source, 0, i % 50 == 0 ? 20000 : 100);
    things[i] = jh_arena_get(arena, sizes[i]);
    assert_non_null(things[i]);
    assert_int_equal((uintptr_t)things[i] % 16, 0);
    for (size_t j = 0; j < sizes[i]; j++) {
      assert_int_equal(things[i][j], 0);
    }
    memset(things[i], (int)(i % 251), sizes[i]);
  }
  for (size_t i = 0; i < THINGS; i++) {
    for (size_t j = 0; j < sizes[i]; j++) {
      assert_int_equal(things[i][j], i % 251);
    }
  }
  jh_arena_close(arena);
}

TEST(a_large_thing_does_not_waste_the_block_being_filled) {
  jh_arena *arena = jh_arena_open();
  char *before = jh_arena_get(arena, 16);
  assert_non_null(jh_arena_get(arena, 1 << 20));
  char *after = jh_arena_get(arena, 16);
  assert_true(after > before && after - before < 64);
  jh_arena_close(arena);
}

TEST(the_size_counts_what_came_from_the_heap) {
  jh_arena *arena = jh_arena_open();
  size_t empty = jh_arena_size(arena);
  assert_non_null(jh_arena_get(arena, 100000));
  assert_true(jh_arena_size(arena) >= empty + 100000);
  size_t full = jh_arena_size(arena);
  for (int i = 0; i < 1000000; i++) {
    assert_non_null(jh_arena_get(arena, 32));
  }
  assert_true(jh_arena_size(arena) >= full + 32000000);
  assert_true(jh_arena_size(arena) <= full + 2 * 32000000); /* with the gaps of the sanitizer */
  jh_arena_close(arena);
}

TEST(a_text_is_copied_with_its_end) {
  jh_arena *arena = jh_arena_open();
  assert_string_equal(jh_arena_text(arena, (jh_str){"学校xyz", 6}), "学校");
  assert_string_equal(jh_arena_text(arena, (jh_str){NULL, 0}), "");
  jh_arena_close(arena);
}

TEST(a_grown_array_keeps_its_items) {
  jh_arena *arena = jh_arena_open();
  void *items = NULL;
  size_t room = 0;
  for (size_t count = 0; count < 1000; count++) {
    assert_int_equal(jh_arena_grow(arena, &items, &room, count + 1, sizeof(size_t)), 0);
    assert_true(room > count);
    assert_int_equal(((size_t *)items)[count], 0);
    ((size_t *)items)[count] = count;
  }
  for (size_t i = 0; i < 1000; i++) {
    assert_int_equal(((size_t *)items)[i], i);
  }
  jh_arena_close(arena);
}

TEST(what_cannot_fit_any_memory_is_refused) {
  jh_arena *arena = jh_arena_open();
  assert_null(jh_arena_get(arena, SIZE_MAX));
  void *items = NULL;
  size_t room = 0;
  assert_int_equal(jh_arena_grow(arena, &items, &room, SIZE_MAX / 4, 16), -1);
  assert_int_equal(jh_arena_grow(arena, &items, &room, SIZE_MAX / 16, 15), -1);
  assert_int_equal(room, 0);
  jh_arena_close(arena);
}

TEST(closing_no_arena_is_allowed) { jh_arena_close(NULL); }

TESTS(
    RUN(everything_is_zero_aligned_and_apart),
    RUN(a_large_thing_does_not_waste_the_block_being_filled),
    RUN(the_size_counts_what_came_from_the_heap), RUN(a_text_is_copied_with_its_end),
    RUN(a_grown_array_keeps_its_items), RUN(what_cannot_fit_any_memory_is_refused),
    RUN(closing_no_arena_is_allowed))
