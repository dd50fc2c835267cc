/* test_pool.c - the memory of an interpreter: pieces keep what they hold, and do not overlap. */
#include "support/test.h"

#include "script/pool.h"

enum { PIECES = 400 };

typedef struct piece {
  unsigned char *at;
  size_t size;
  unsigned char sign;
} piece;

static void fill(piece *p, unsigned char sign) {
  p->sign = sign;
  memset(p->at, sign, p->size);
}

static void assert_kept(const piece *p, size_t size) {
  for (size_t i = 0; i < size; i++) assert_int_equal(p->at[i], p->sign);
}

static uint32_t next(uint32_t *seed) {
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 8;
}

/* Small, large, and over the border between them, in a fixed disorder. */
TEST(pieces_keep_what_they_hold) {
  jh_pool pool = {0};
  piece pieces[PIECES] = {0};
  uint32_t seed = 7;
  for (int round = 0; round < 40000; round++) {
    piece *p = &pieces[next(&seed) % PIECES];
    size_t wanted = next(&seed) % (round % 50 ? 700 : 40000);
    assert_kept(p, p->size);
    if (wanted == 0) {
      jh_pool_free(&pool, p->at, p->size);
      *p = (piece){0};
      continue;
    }
    unsigned char *moved = jh_pool_resize(&pool, p->at, p->size, wanted);
    assert_non_null(moved);
    assert_int_equal((uintptr_t)moved % 16, 0);
    size_t kept = wanted < p->size ? wanted : p->size;
    p->at = moved;
    assert_kept(p, kept);
    p->size = wanted;
    fill(p, (unsigned char)round);
  }
  for (size_t i = 0; i < PIECES; i++) assert_kept(&pieces[i], pieces[i].size);
  jh_pool_done(&pool);
  assert_null(pool.blocks);
}

TEST(what_was_let_go_serves_again) {
  jh_pool pool = {0};
  void *first = jh_pool_resize(&pool, NULL, 0, 40);
  jh_pool_free(&pool, first, 40);
  assert_ptr_equal(jh_pool_resize(&pool, NULL, 0, 33), first);
  jh_pool_done(&pool);
}

TESTS(RUN(pieces_keep_what_they_hold), RUN(what_was_let_go_serves_again))
