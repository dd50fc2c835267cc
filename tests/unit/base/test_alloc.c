/* test_alloc.c - growing arrays on the heap. */
#include "support/test.h"

#include "base/alloc.h"

TEST(new_memory_is_zero_even_of_size_zero) {
  unsigned char *bytes = jh_alloc_get(64);
  assert_non_null(bytes);
  for (size_t i = 0; i < 64; i++) {
    assert_int_equal(bytes[i], 0);
  }
  jh_alloc_free(bytes);
  void *nothing = jh_alloc_get(0);
  assert_non_null(nothing);
  nothing = jh_alloc_resize(nothing, 0);
  assert_non_null(nothing);
  jh_alloc_free(nothing);
}

TEST(a_grown_array_keeps_its_items_and_zeroes_the_rest) {
  void *items = NULL;
  size_t room = 0;
  assert_int_equal(jh_alloc_grow(&items, &room, 3, sizeof(int)), 0);
  assert_true(room >= 3);
  for (size_t i = 0; i < room; i++) {
    assert_int_equal(((int *)items)[i], 0);
    ((int *)items)[i] = (int)i + 1;
  }
  size_t before = room;
  assert_int_equal(jh_alloc_grow(&items, &room, before + 1, sizeof(int)), 0);
  assert_true(room >= before + before / 2);
  for (size_t i = 0; i < room; i++) {
    assert_int_equal(((int *)items)[i], i < before ? (int)i + 1 : 0);
  }
  jh_alloc_free(items);
}

TEST(an_array_with_room_is_left_alone) {
  int item = 7;
  void *items = &item;
  size_t room = 1;
  assert_int_equal(jh_alloc_grow(&items, &room, 1, sizeof(int)), 0);
  assert_ptr_equal(items, &item);
  assert_int_equal(room, 1);
}

TEST(an_array_larger_than_memory_is_refused_and_left_alone) {
  void *items = NULL;
  size_t room = 0;
  assert_int_equal(jh_alloc_grow(&items, &room, SIZE_MAX / 4, 16), -1);
  assert_null(items);
  assert_int_equal(room, 0);
}

TESTS(
    RUN(new_memory_is_zero_even_of_size_zero),
    RUN(a_grown_array_keeps_its_items_and_zeroes_the_rest), RUN(an_array_with_room_is_left_alone),
    RUN(an_array_larger_than_memory_is_refused_and_left_alone))
