/* alloc.h - the one door to the heap.
 *
 * malloc, realloc and free are called in alloc.c and nowhere else, so that a
 * test can make the n-th allocation fail. All functions return NULL when
 * memory is out, and callers answer with JH_ENOMEM.
 */
#ifndef JH_BASE_ALLOC_H
#define JH_BASE_ALLOC_H

#include <stddef.h>

/* Zeroed memory; size 0 is taken as 1. */
void *jh_alloc_get(size_t size);

/* Like realloc; what is new is not zeroed. On failure the old block stays. */
void *jh_alloc_resize(void *block, size_t size);

void jh_alloc_free(void *block);

/* Makes room in a growing array.
 *
 * *items is an array of *room elements of the given size; afterwards it holds
 * at least `need`, grown by half or more, the new part zeroed. Returns 0, or
 * -1 when memory is out (the array is as before).
 */
int jh_alloc_grow(void **items, size_t *room, size_t need, size_t size);

#endif
