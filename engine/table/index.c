/* index.c - see index.h.
 *
 * Open addressing, one place after the other. A row stands at most FURTHEST places behind the one
 * that its hash names, so a search ends soon whatever the codes are. The places of several codes are
 * asked for before the first one is looked at, since most of the time would go by waiting for
 * memory.
 */
#include "table/index.h"

#include <string.h>

#define FURTHEST 64
#define TOGETHER 16 /* codes that are looked for at a time */

__extension__ typedef unsigned __int128 wide;

static uint64_t mix(uint64_t a, uint64_t b) {
  wide product = (wide)(a ^ UINT64_C(0x9E3779B97F4A7C15)) * (b ^ UINT64_C(0xD1B54A32D192ED03));
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t eight(const char *at) {
  uint64_t bytes;
  memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

static uint64_t hash_of(jh_str code) {
  uint64_t hash = code.size;
  const char *at = code.at;
  size_t left = code.size;
  for (; left > 16; at += 8, left -= 8) hash = mix(hash ^ eight(at), left);
  if (left >= 8) return mix(hash ^ eight(at), eight(at + left - 8));
  uint64_t rest = 0;
  for (size_t i = 0; i < left; i++) rest = rest << 8 | (unsigned char)at[i];
  return mix(hash, rest);
}

static uint64_t tag_of(uint64_t hash) { return hash & ~(uint64_t)UINT32_MAX; }
static uint32_t row_of(uint64_t slot) { return (uint32_t)slot - 1; }

/* The first slot from the hash's own place on that is empty or has the tag; NULL if there is none near. */
static uint64_t *slot_of(const jh_index *index, uint64_t hash, size_t *step) {
  for (; *step < FURTHEST; ++*step) {
    uint64_t *slot = &index->slots[(hash + *step) & index->mask];
    if (*slot == 0 || tag_of(*slot) == tag_of(hash)) return slot;
  }
  return NULL;
}

static bool add(jh_index *index, size_t row) {
  uint64_t hash = hash_of(index->codes[row]);
  for (size_t step = 0;; step++) {
    uint64_t *slot = slot_of(index, hash, &step);
    if (!slot) return false;
    if (*slot == 0) {
      *slot = tag_of(hash) | (uint64_t)(row + 1);
      return true;
    }
    if (!jh_str_equal(index->codes[row_of(*slot)], index->codes[row])) continue;
    return true;
  }
}

bool jh_index_make(jh_index *out, const jh_str *codes, size_t count, jh_arena *arena) {
  size_t room = 16;
  *out = (jh_index){.codes = codes};
  if (count >= UINT32_MAX / 4) return false;
  while (room < 2 * count) room *= 2;
  out->slots = jh_arena_get(arena, room * sizeof *out->slots);
  out->mask = room - 1;
  for (size_t row = 0; out->slots && row < count; row++) {
    if (!add(out, row)) return false;
  }
  return out->slots != NULL;
}

static uint32_t find(const jh_index *index, jh_str code, uint64_t hash) {
  for (size_t step = 0;; step++) {
    const uint64_t *slot = slot_of(index, hash, &step);
    if (!slot || *slot == 0) return JH_NONE;
    if (jh_str_equal(index->codes[row_of(*slot)], code)) return row_of(*slot);
  }
}

/* Up to TOGETHER codes: every step asks for what the next one needs. */
static void find_some(uint32_t *out, const jh_index *index, const jh_str *codes, size_t count) {
  uint64_t hashes[TOGETHER];
  for (size_t i = 0; i < count; i++) {
    hashes[i] = hash_of(codes[i]);
    __builtin_prefetch(&index->slots[hashes[i] & index->mask]);
  }
  for (size_t i = 0; i < count; i++) {
    size_t step = 0;
    const uint64_t *slot = slot_of(index, hashes[i], &step);
    out[i] = slot && *slot ? row_of(*slot) : JH_NONE;
    if (out[i] != JH_NONE) __builtin_prefetch(&index->codes[out[i]]);
  }
  for (size_t i = 0; i < count; i++) {
    if (out[i] != JH_NONE) __builtin_prefetch(index->codes[out[i]].at);
  }
  for (size_t i = 0; i < count; i++) {
    if (out[i] == JH_NONE || jh_str_equal(index->codes[out[i]], codes[i])) continue;
    out[i] = find(index, codes[i], hashes[i]);
  }
}

void jh_index_find(uint32_t *out, const jh_index *index, const jh_str *codes, size_t count) {
  for (size_t i = 0; i < count; i += TOGETHER) {
    size_t some = count - i < TOGETHER ? count - i : TOGETHER;
    find_some(out + i, index, codes + i, some);
  }
}
