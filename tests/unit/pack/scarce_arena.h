/* scarce_arena.h - an arena that runs out when a test says so.
 *
 * Stands in for the arena's ways to memory in one test program, for all but the arena itself: such a program is
 * linked with --wrap of the three (CMakeLists.txt). Arenas ask the heap too seldom for its failures to reach every
 * place.
 */
#ifndef JH_TESTS_UNIT_PACK_SCARCE_ARENA_H
#define JH_TESTS_UNIT_PACK_SCARCE_ARENA_H

#include "base/arena.h"

void *__real_jh_arena_get(jh_arena *arena, size_t size);
char *__real_jh_arena_text(jh_arena *arena, jh_str text);
int __real_jh_arena_grow(jh_arena *arena, void **items, size_t *room, size_t count, size_t size);
void *__wrap_jh_arena_get(jh_arena *arena, size_t size);
char *__wrap_jh_arena_text(jh_arena *arena, jh_str text);
int __wrap_jh_arena_grow(jh_arena *arena, void **items, size_t *room, size_t count, size_t size);

static long left = -1; /* allocations until the one that fails; negative: none does */
static bool has_refused;

/* Asked instead, where it is set: is this one to fail? */
static bool (*decide)(void);

static bool refuses(void) {
  if (decide) return decide();
  if (left < 0 || left-- > 0) return false;
  return has_refused = true;
}

void *__wrap_jh_arena_get(jh_arena *arena, size_t size) {
  return refuses() ? NULL : __real_jh_arena_get(arena, size);
}

char *__wrap_jh_arena_text(jh_arena *arena, jh_str text) {
  return refuses() ? NULL : __real_jh_arena_text(arena, text);
}

int __wrap_jh_arena_grow(jh_arena *arena, void **items, size_t *room, size_t count, size_t size) {
  return refuses() ? -1 : __real_jh_arena_grow(arena, items, room, count, size);
}

#endif
