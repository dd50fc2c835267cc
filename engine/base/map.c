/* map.c - the hash map, over uthash; see map.h.
 *
 * The only file of the engine that includes uthash. Entries are cut from
 * blocks of the map's arena: one for `expected`, further ones as needed.
 */
#include "base/map.h"

#include <stdint.h>
#include <string.h>

#include "base/alloc.h"
#include "base/arena.h"

/* Keys are mostly words and codes of a few bytes: eight of them at a time. The order of entries
 * never matters, so neither does the order of bytes in a number. */
static unsigned hash_bytes(const char *at, size_t size) {
  const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
  uint64_t hash = size * factor, word = 0;
  for (; size >= sizeof word; at += sizeof word, size -= sizeof word) {
    memcpy(&word, at, sizeof word);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32;
  }
  word = 0;
  if (size > 0) memcpy(&word, at, size);
  hash = (hash ^ word) * factor;
  hash = (hash ^ hash >> 32) * factor;
  return (unsigned)(hash >> 32);
}

#define HASH_FUNCTION(key, size, hash) ((hash) = hash_bytes(key, size))

/* By default uthash ends the program when memory is out. */
#define HASH_NONFATAL_OOM 1
#define uthash_malloc(size) jh_alloc_get(size)
#define uthash_free(block, size) jh_alloc_free(block)
#include <uthash.h>

#define FIRST_ENTRIES ((size_t)32)
#define MORE_ENTRIES ((size_t)4096)
#define MOST_EXPECTED ((size_t)1 << 20) /* a wrong guess must not take the memory */

typedef struct entry {
  UT_hash_handle hh;
  uint32_t value;
} entry;

struct jh_map {
  jh_arena *arena;
  entry *head;
  entry *pool; /* the next unused entry */
  size_t left; /* unused entries in the pool */
};

static bool fill_pool(jh_map *map, size_t entries) {
  map->pool = jh_arena_get(map->arena, entries * sizeof(entry));
  map->left = map->pool ? entries : 0;
  return map->pool != NULL;
}

jh_map *jh_map_open(size_t expected) {
  jh_arena *arena = jh_arena_open();
  if (!arena) {
    return NULL;
  }
  jh_map *map = jh_arena_get(arena, sizeof *map);
  if (!map) {
    jh_arena_close(arena);
    return NULL;
  }
  map->arena = arena;
  size_t entries = expected < FIRST_ENTRIES ? FIRST_ENTRIES : expected;
  if (!fill_pool(map, entries < MOST_EXPECTED ? entries : MOST_EXPECTED)) {
    jh_arena_close(arena);
    return NULL;
  }
  return map;
}

void jh_map_close(jh_map *map) {
  if (map) {
    HASH_CLEAR(hh, map->head);
    jh_arena_close(map->arena);
  }
}

/* uthash counts key bytes in an unsigned int and must not see NULL. */
static bool is_key(jh_str *key) {
  if (key->size == 0) {
    key->at = "";
  }
  return key->size <= UINT32_MAX;
}

static entry *find(const jh_map *map, jh_str key, unsigned hash) {
  entry *found;
  HASH_FIND_BYHASHVALUE(hh, map->head, key.at, (unsigned)key.size, hash, found);
  return found;
}

static unsigned hash_of(jh_str key) {
  unsigned hash;
  HASH_VALUE(key.at, (unsigned)key.size, hash);
  return hash;
}

uint32_t jh_map_find(const jh_map *map, jh_str key) {
  if (!is_key(&key)) {
    return JH_MAP_NONE;
  }
  const entry *found = find(map, key, hash_of(key));
  return found ? found->value : JH_MAP_NONE;
}

uint32_t jh_map_add(jh_map *map, jh_str key, uint32_t value) {
  if (!is_key(&key)) {
    return JH_MAP_NONE;
  }
  unsigned hash = hash_of(key);
  const entry *found = find(map, key, hash);
  if (found) {
    return found->value;
  }
  if (map->left == 0 && !fill_pool(map, MORE_ENTRIES)) {
    return JH_MAP_NONE;
  }
  entry *made = map->pool;
  HASH_ADD_KEYPTR_BYHASHVALUE(hh, map->head, key.at, (unsigned)key.size, hash, made);
  if (!made->hh.tbl) { /* memory was out; the entry is used for the next key */
    return JH_MAP_NONE;
  }
  made->value = value;
  map->pool++;
  map->left--;
  return value;
}

size_t jh_map_count(const jh_map *map) { return HASH_COUNT(map->head); }
