/* lua_memory.h - a pool for Lua (engine/script/pool.h) without pools: every piece that an interpreter asks for is a
 * block of its own and counts among the allocations that may fail.
 *
 * The pool asks for pieces beyond JH_POOL_SMALL by themselves; so each piece is made that much larger. The linker puts
 * these functions before the pool's own (--wrap).
 */
#ifndef JH_TEST_FAULT_LUA_MEMORY_H
#define JH_TEST_FAULT_LUA_MEMORY_H

#include <stdbool.h>

#include "script/pool.h"

void *__real_jh_pool_resize(jh_pool *pool, void *piece, size_t old_size, size_t new_size);
void *__wrap_jh_pool_resize(jh_pool *pool, void *piece, size_t old_size, size_t new_size);
void __real_jh_pool_free(jh_pool *pool, void *piece, size_t size);
void __wrap_jh_pool_free(jh_pool *pool, void *piece, size_t size);

static bool each_piece; /* set before an interpreter is opened, and kept until it is closed */

static size_t larger(size_t size) { return each_piece && size ? size + JH_POOL_SMALL : size; }

void *__wrap_jh_pool_resize(jh_pool *pool, void *piece, size_t old_size, size_t new_size) {
  return __real_jh_pool_resize(pool, piece, larger(old_size), larger(new_size));
}

void __wrap_jh_pool_free(jh_pool *pool, void *piece, size_t size) {
  __real_jh_pool_free(pool, piece, larger(size));
}

#endif
