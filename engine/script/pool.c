/* pool.c - see pool.h. Large pieces are blocks of their own, in a list by which all are found at the end. */
#include "script/pool.h"

#include <stdalign.h>
#include <stdbool.h>
#include <string.h>

#include "base/alloc.h"

enum { FIRST_BLOCK = 32 << 10, LARGEST_BLOCK = 512 << 10 };

struct jh_pool_block {
  alignas(max_align_t) jh_pool_block *next;
  jh_pool_block *before;
};

static size_t class_of(size_t size) { return (size + JH_POOL_STEP - 1) / JH_POOL_STEP; }

static void hang_in(jh_pool *pool, jh_pool_block *block) {
  block->next = pool->blocks;
  block->before = NULL;
  if (pool->blocks) pool->blocks->before = block;
  pool->blocks = block;
}

static void take_out(jh_pool *pool, jh_pool_block *block) {
  if (block->next) block->next->before = block->before;
  if (block->before)
    block->before->next = block->next;
  else
    pool->blocks = block->next;
}

static void *get_large(jh_pool *pool, size_t size) {
  jh_pool_block *block = jh_alloc_resize(NULL, sizeof *block + size);
  if (!block) return NULL;
  hang_in(pool, block);
  return block + 1;
}

/* The list does not hold the block while it may move. */
static void *resize_large(jh_pool *pool, void *piece, size_t size) {
  jh_pool_block *block = (jh_pool_block *)piece - 1;
  take_out(pool, block);
  jh_pool_block *moved = jh_alloc_resize(block, sizeof *block + size);
  hang_in(pool, moved ? moved : block);
  return moved ? moved + 1 : NULL;
}

static void *get_small(jh_pool *pool, size_t kind) {
  void *piece = pool->free[kind];
  size_t size = kind * JH_POOL_STEP;
  if (piece) {
    memcpy(&pool->free[kind], piece, sizeof(void *));
    return piece;
  }
  if ((size_t)(pool->end - pool->at) < size) {
    size_t room = pool->next_size ? pool->next_size : FIRST_BLOCK;
    char *begin = get_large(pool, room);
    if (!begin) return NULL;
    pool->at = begin;
    pool->end = begin + room;
    pool->next_size = room < LARGEST_BLOCK ? room * 2 : room;
  }
  piece = pool->at;
  pool->at += size;
  return piece;
}

static void *get(jh_pool *pool, size_t size) {
  return size > JH_POOL_SMALL ? get_large(pool, size) : get_small(pool, class_of(size));
}

void *jh_pool_resize(jh_pool *pool, void *piece, size_t old_size, size_t new_size) {
  if (!piece || old_size == 0) return get(pool, new_size);
  bool is_large = old_size > JH_POOL_SMALL;
  if (is_large && new_size > JH_POOL_SMALL) return resize_large(pool, piece, new_size);
  if (!is_large && new_size <= JH_POOL_SMALL && class_of(old_size) == class_of(new_size)) {
    return piece;
  }
  void *other = get(pool, new_size);
  if (!other) return NULL;
  memcpy(other, piece, old_size < new_size ? old_size : new_size);
  jh_pool_free(pool, piece, old_size);
  return other;
}

void jh_pool_free(jh_pool *pool, void *piece, size_t size) {
  if (!piece || size == 0) return;
  if (size > JH_POOL_SMALL) {
    jh_pool_block *block = (jh_pool_block *)piece - 1;
    take_out(pool, block);
    jh_alloc_free(block);
    return;
  }
  size_t kind = class_of(size);
  memcpy(piece, &pool->free[kind], sizeof(void *));
  pool->free[kind] = piece;
}

void jh_pool_done(jh_pool *pool) {
  while (pool->blocks) {
    jh_pool_block *next = pool->blocks->next;
    jh_alloc_free(pool->blocks);
    pool->blocks = next;
  }
  *pool = (jh_pool){0};
}
