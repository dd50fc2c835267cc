/* arena.c - blocks that are filled from the front and freed together; see arena.h.
 *
 * A block is taken zeroed from the heap, so that what is handed out need not be
 * cleared. Blocks double in size up to a limit; what is large beside the next
 * block gets a block of its own, so that little room is lost. Under the address
 * sanitizer the unused part of a block is marked unusable and each thing is
 * followed by a gap, so that an overrun inside an arena is seen.
 */
#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#include "base/alloc.h"

#if defined(__SANITIZE_ADDRESS__)
#define WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif

#ifdef WATCHED
#include <sanitizer/asan_interface.h>
#define GAP ((size_t)ALIGN)
#define HIDE(at, size) ASAN_POISON_MEMORY_REGION(at, size)
#define SHOW(at, size) ASAN_UNPOISON_MEMORY_REGION(at, size)
#else
#define GAP ((size_t)0)
#define HIDE(at, size) ((void)(at), (void)(size))
#define SHOW(at, size) ((void)(at), (void)(size))
#endif

#define ALIGN 16
#define FIRST_ROOM ((size_t)4096)
#define LARGEST_ROOM ((size_t)1 << 20)

typedef struct block {
  struct block *next;
  size_t room;
  size_t used;
  _Alignas(ALIGN) unsigned char data[];
} block;

struct jh_arena {
  block *head; /* the block that is being filled; full and large ones follow */
  size_t next_room;
  size_t taken_bytes;
};

jh_arena *jh_arena_open(void) {
  jh_arena *arena = jh_alloc_get(sizeof *arena);
  if (arena) {
    arena->next_room = FIRST_ROOM;
    arena->taken_bytes = sizeof *arena;
  }
  return arena;
}

void jh_arena_close(jh_arena *arena) {
  if (!arena) {
    return;
  }
  block *at = arena->head;
  while (at) {
    block *next = at->next;
    SHOW(at->data, at->room);
    jh_alloc_free(at);
    at = next;
  }
  jh_alloc_free(arena);
}

static block *new_block(jh_arena *arena, size_t room) {
  block *made = jh_alloc_get(sizeof *made + room);
  if (made) {
    made->room = room;
    HIDE(made->data, room);
    arena->taken_bytes += sizeof *made + room;
  }
  return made;
}

/* The block in which `need` bytes fit, opened if there is none. */
static block *block_for(jh_arena *arena, size_t need) {
  block *head = arena->head;
  if (head && head->room - head->used >= need) {
    return head;
  }
  bool large = need > arena->next_room / 2;
  block *made = new_block(arena, large ? need : arena->next_room);
  if (!made) {
    return NULL;
  }
  if (large && head) { /* the head has room left for small things */
    made->next = head->next;
    head->next = made;
    return made;
  }
  made->next = head;
  arena->head = made;
  if (!large && arena->next_room < LARGEST_ROOM) {
    arena->next_room *= 2;
  }
  return made;
}

void *jh_arena_get(jh_arena *arena, size_t size) {
  if (size > SIZE_MAX / 2) {
    return NULL;
  }
  size_t need = ((size ? size : 1) + ALIGN - 1) / ALIGN * ALIGN + GAP;
  block *from = block_for(arena, need);
  if (!from) {
    return NULL;
  }
  void *at = from->data + from->used;
  from->used += need;
  SHOW(at, size);
  return at;
}

char *jh_arena_text(jh_arena *arena, jh_str text) {
  char *copy = jh_arena_get(arena, text.size + 1);
  if (copy && text.size) {
    memcpy(copy, text.at, text.size);
  }
  return copy;
}

int jh_arena_grow(jh_arena *arena, void **items, size_t *room, size_t need, size_t size) {
  if (need <= *room) {
    return 0;
  }
  size_t wide = *room + *room / 2;
  if (wide < need) {
    wide = need;
  }
  size_t bytes;
  if (__builtin_mul_overflow(wide, size, &bytes)) {
    return -1;
  }
  void *grown = jh_arena_get(arena, bytes);
  if (!grown) {
    return -1;
  }
  if (*room) {
    memcpy(grown, *items, *room * size);
  }
  *items = grown;
  *room = wide;
  return 0;
}

size_t jh_arena_size(const jh_arena *arena) { return arena->taken_bytes; }
