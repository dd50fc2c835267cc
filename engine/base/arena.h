/* arena.h - many things, one lifetime.
 *
 * Everything that a dataset, a plan or a run is made of belongs to its arena;
 * whoever opened the arena closes it, and then all of it is gone at once.
 */
#ifndef JH_BASE_ARENA_H
#define JH_BASE_ARENA_H

#include "base/str.h"

typedef struct jh_arena jh_arena;

/* NULL when memory is out. */
jh_arena *jh_arena_open(void);
void jh_arena_close(jh_arena *arena);

/* Zeroed, aligned to 16 bytes, alive until the arena closes; NULL when memory is out. */
void *jh_arena_get(jh_arena *arena, size_t size);

/* A NUL-terminated copy; NULL when memory is out. */
char *jh_arena_text(jh_arena *arena, jh_str text);

/* Makes room in an array that lives in the arena: as jh_alloc_grow, but what is
 * outgrown is given back only when the arena closes. */
int jh_arena_grow(jh_arena *arena, void **items, size_t *room, size_t need, size_t size);

/* Bytes taken from the heap so far. */
size_t jh_arena_size(const jh_arena *arena);

#endif
