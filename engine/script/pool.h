/* pool.h - the memory of one interpreter: small pieces cut from large ones, given back all at once.
 *
 * An interpreter asks for some ten thousand small pieces, and what a pack made is let go together. Pieces that are let
 * go serve again for others of about their size. Knows no Lua and no limits. Private to script/.
 */
#ifndef JH_SCRIPT_POOL_H
#define JH_SCRIPT_POOL_H

#include <stddef.h>

enum { JH_POOL_SMALL = 512, JH_POOL_STEP = 16 }; /* bytes */

typedef struct jh_pool_block jh_pool_block;

/* All zero: empty. */
typedef struct jh_pool {
  jh_pool_block *blocks; /* each holds many small pieces, or one large */
  char *at, *end;        /* what is left of the newest of them for small pieces */
  size_t next_size;      /* of the next one */
  void *free[JH_POOL_SMALL / JH_POOL_STEP + 1]; /* small pieces that were let go, by size */
} jh_pool;

/* As realloc does, with the size that the piece had; new_size is not 0. NULL when memory is out: the piece stays as
 * it was. */
void *jh_pool_resize(jh_pool *pool, void *piece, size_t old_size, size_t new_size);

void jh_pool_free(jh_pool *pool, void *piece, size_t size);

/* Gives all of it back. */
void jh_pool_done(jh_pool *pool);

#endif
