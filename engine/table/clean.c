/* clean.c - see clean.h. Looks at bytes of text that is known to be UTF-8. */
#include "table/clean.h"

#include <string.h>

/* The bytes of a sign that may not be shown, at the beginning of a text; 0 if there is none: C0 and C1
 * controls, U+2028 to U+202E, U+2066 to U+2069. */
static size_t bad_sign(const unsigned char *at, size_t size) {
  if (at[0] < 0x20 || at[0] == 0x7F) return 1;
  if (at[0] == 0xC2 && size > 1 && at[1] < 0xA0) return 2;
  if (at[0] != 0xE2 || size < 3) return 0;
  bool is_turn = at[1] == 0x80 && at[2] >= 0xA8 && at[2] <= 0xAE;
  bool is_isolate = at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9;
  return is_turn || is_isolate ? 3 : 0;
}

static uint64_t has_byte(uint64_t bytes, uint64_t wanted) {
  uint64_t ones = UINT64_C(0x0101010101010101), left = bytes ^ ones * wanted;
  return (left - ones) & ~left & ones << 7;
}

/* May one of eight bytes begin such a sign? Most names have none that might. */
static bool may_be_bad(const char *at) {
  uint64_t bytes, ones = UINT64_C(0x0101010101010101);
  memcpy(&bytes, at, sizeof bytes);
  uint64_t controls = (bytes - ones * 0x20) & ~bytes & ones << 7;
  return (controls | has_byte(bytes, 0x7F) | has_byte(bytes, 0xC2) | has_byte(bytes, 0xE2)) != 0;
}

static bool is_plain(jh_str text) {
  size_t i = 0;
  if (text.size < 8) return false;
  for (; i + 8 <= text.size; i += 8) {
    if (may_be_bad(text.at + i)) return false;
  }
  return !may_be_bad(text.at + text.size - 8);
}

static bool is_clean(jh_str text) {
  if (is_plain(text)) return true;
  for (size_t i = 0; i < text.size; i++) {
    if (bad_sign((const unsigned char *)text.at + i, text.size - i)) return false;
  }
  return true;
}

static const char mark[] = "\xEF\xBF\xBD";

static bool clean(jh_str *name, jh_arena *arena) {
  if (is_clean(*name)) return true;
  char *to = jh_arena_get(arena, 3 * name->size + 1);
  size_t used = 0;
  if (!to) return false;
  for (size_t i = 0; i < name->size;) {
    size_t bad = bad_sign((const unsigned char *)name->at + i, name->size - i);
    memcpy(to + used, bad ? mark : name->at + i, bad ? 3 : 1);
    used += bad ? 3 : 1;
    i += bad ? bad : 1;
  }
  *name = (jh_str){to, used};
  return true;
}

jh_code jh_clean_names(jh_str **out, jh_str *names, size_t count, jh_arena *arena, jh_error *err) {
  size_t first = 0;
  *out = names;
  while (names && first < count && is_clean(names[first])) first++;
  if (!names || first == count) return JH_OK;
  jh_str *own = jh_arena_get(arena, count * sizeof *own);
  if (!own) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  memcpy(own, names, count * sizeof *own);
  for (size_t i = first; i < count; i++) {
    if (!clean(&own[i], arena)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *out = own;
  return JH_OK;
}
