/* alloc.c - the one door to the heap; see alloc.h.
 *
 * Knows nothing of arenas or of who asks. Tests wrap malloc's family at link
 * time, which works because no other file calls it.
 */
#include "base/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *jh_alloc_get(size_t size) { return calloc(1, size ? size : 1); }

void *jh_alloc_resize(void *block, size_t size) { return realloc(block, size ? size : 1); }

void jh_alloc_free(void *block) { free(block); }

int jh_alloc_grow(void **items, size_t *room, size_t need, size_t size) {
  if (need <= *room) {
    return 0;
  }
  /* room never nears SIZE_MAX / 2, because an array of that many items cannot exist. */
  size_t wide = *room + *room / 2;
  if (wide < need) {
    wide = need;
  }
  size_t bytes;
  if (__builtin_mul_overflow(wide, size, &bytes)) {
    return -1;
  }
  void *grown = jh_alloc_resize(*items, bytes);
  if (!grown) {
    return -1;
  }
  memset((char *)grown + *room * size, 0, (wide - *room) * size);
  *items = grown;
  *room = wide;
  return 0;
}
