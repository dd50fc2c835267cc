/* scarce.h - memory that runs out when a test says so.
 *
 * Stands in for malloc's family in one test program, which must be linked with
 * --wrap=calloc, --wrap=realloc and --wrap=free. Included by exactly one file
 * of the program, since it defines what the linker puts there. Libraries of
 * others are not touched.
 */
#ifndef JH_TESTS_SUPPORT_SCARCE_H
#define JH_TESTS_SUPPORT_SCARCE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);

/* Atomic: a task may use threads. */
static atomic_long left = -1; /* allocations until the one that fails; negative: none does */
static atomic_bool failed;    /* one did */
static atomic_long alive;     /* blocks that were taken and not given back */

/* Asked at each allocation instead, where it is set: is it to fail? */
static bool (*decide)(void);

static bool refused(void) {
  if (decide) {
    bool is_refused = decide();
    if (is_refused) failed = true;
    return is_refused;
  }
  if (left < 0 || left-- > 0) return false;
  failed = true;
  return true;
}

void *__wrap_calloc(size_t count, size_t size) {
  void *block = refused() ? NULL : __real_calloc(count, size);
  alive += block != NULL;
  return block;
}

void *__wrap_realloc(void *block, size_t size) {
  void *moved = refused() ? NULL : __real_realloc(block, size);
  alive += block == NULL && moved != NULL;
  return moved;
}

void __wrap_free(void *block) {
  alive -= block != NULL;
  __real_free(block);
}

#endif
