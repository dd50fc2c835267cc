/* test_fault.c - memory runs out at every place where it can, and nothing is lost or broken.
 *
 * The linker puts the functions of support/scarce.h in the place of malloc's
 * family (CMakeLists.txt), for this program and the engine in it. Each task is run
 * with the first, the second, ... allocation failing until it succeeds; what
 * it took must always be given back.
 */
#include "support/test.h"

#include "support/scarce.h"

#include "base/alloc.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/utf8.h"

/* Runs the task with each allocation failing once. It returns whether it found all its memory. */
static void fail_each(bool (*task)(void)) {
  for (long n = 0;; n++) {
    long before = alive;
    failed = false;
    left = n;
    bool whole = task();
    left = -1;
    assert_int_equal(alive, before);
    assert_int_equal(whole, !failed);
    if (!failed) {
      assert_true(n > 0);
      return;
    }
  }
}

static bool grow(void) {
  void *items = NULL;
  size_t room = 0;
  bool whole = true;
  for (size_t count = 0; count < 100; count++) {
    if (jh_alloc_grow(&items, &room, count + 1, sizeof(size_t)) == 0) {
      ((size_t *)items)[count] = count;
      continue;
    }
    whole = false;
    for (size_t i = 0; i < count; i++) {
      assert_int_equal(((size_t *)items)[i], i);
    }
    break;
  }
  jh_alloc_free(items);
  return whole;
}

TEST(an_array_that_cannot_grow_is_as_before) { fail_each(grow); }

static bool fill_arena(void) {
  jh_arena *arena = jh_arena_open();
  if (!arena) {
    return false;
  }
  bool whole = true;
  void *items = NULL;
  size_t room = 0;
  for (size_t i = 0; i < 500; i++) {
    size_t before = jh_arena_size(arena);
    void *thing = jh_arena_get(arena, i % 100 == 99 ? 100000 : 48);
    assert_true(thing || jh_arena_size(arena) == before);
    whole = thing && whole;
    whole = jh_arena_text(arena, jh_str_of("学校")) && whole;
    whole = jh_arena_grow(arena, &items, &room, i + 1, 64) == 0 && whole;
  }
  jh_arena_close(arena);
  return whole;
}

TEST(an_arena_without_memory_says_so_and_goes_on) { fail_each(fill_arena); }

static bool fill_map(void) {
  enum { KEYS = 20000 };
  static char keys[KEYS][8];
  jh_map *map = jh_map_open(100);
  if (!map) {
    return false;
  }
  uint32_t added = 0;
  for (uint32_t i = 0; i < KEYS; i++) {
    snprintf(keys[i], sizeof keys[i], "%07u", i);
    uint32_t got = jh_map_add(map, (jh_str){keys[i], 7}, i);
    added += got == i;
    assert_true(got == i || got == JH_MAP_NONE);
    assert_int_equal(jh_map_find(map, (jh_str){keys[i], 7}), got);
  }
  assert_int_equal(jh_map_count(map), added);
  for (uint32_t i = 0; i < KEYS; i++) { /* what is missing can be added now */
    uint32_t found = jh_map_find(map, (jh_str){keys[i], 7});
    assert_true(found == i || found == JH_MAP_NONE);
    assert_int_equal(jh_map_add(map, (jh_str){keys[i], 7}, i), i);
  }
  assert_int_equal(jh_map_count(map), KEYS);
  jh_map_close(map);
  return added == KEYS;
}

TEST(a_map_without_memory_refuses_one_key_and_keeps_the_others) { fail_each(fill_map); }

static bool fill_buf(void) {
  jh_buf buf;
  jh_buf_init(&buf);
  for (int i = 0; i < 200; i++) {
    jh_buf_text(&buf, "学校,");
    jh_buf_spaces(&buf, 20);
    jh_buf_print(&buf, "%d %s", i, "x");
    jh_buf_json(&buf, jh_str_of("a\"b\xFF"));
    jh_buf_csv(&buf, jh_str_of("=a\"b"));
  }
  bool whole = jh_buf_ok(&buf);
  assert_int_equal(whole, !failed);
  assert_int_equal(buf.at ? strlen(buf.at) : 0, buf.size);
  jh_buf_done(&buf);
  return whole;
}

TEST(a_text_without_memory_remembers_it) { fail_each(fill_buf); }

static bool fill_diag(void) {
  jh_diag *diag = jh_diag_open(200);
  if (!diag) {
    return false;
  }
  jh_error err;
  for (int i = 0; i < 100; i++) {
    (void)jh_fail(&err, JH_EBLANK, NULL, NULL);
    jh_diag_add(diag, &err);
  }
  assert_int_equal(jh_diag_count(diag, JH_ERROR), 100);
  assert_int_equal(jh_diag_kept(diag) + jh_diag_dropped(diag, JH_ERROR), 100);
  for (size_t i = 0; i < jh_diag_kept(diag); i++) {
    assert_int_equal(jh_diag_get(diag, i)->code, JH_EBLANK);
  }
  bool whole = jh_diag_dropped(diag, JH_ERROR) == 0;
  jh_diag_close(diag);
  return whole;
}

TEST(a_finding_without_memory_is_counted) { fail_each(fill_diag); }

static bool fold(void) {
  jh_arena *arena = jh_arena_open();
  if (!arena) {
    return false;
  }
  bool whole = jh_utf8_fold(arena, jh_str_of("（㎡）１２")) != NULL;
  jh_arena_close(arena);
  return whole;
}

TEST(a_header_without_memory_has_no_form) { fail_each(fold); }

TESTS(
    RUN(an_array_that_cannot_grow_is_as_before), RUN(an_arena_without_memory_says_so_and_goes_on),
    RUN(a_map_without_memory_refuses_one_key_and_keeps_the_others),
    RUN(a_text_without_memory_remembers_it), RUN(a_finding_without_memory_is_counted),
    RUN(a_header_without_memory_has_no_form))
