/* str.c - slices of text; see str.h.
 *
 * Knows just enough of UTF-8 to recognise two blanks and not to cut a
 * character in two.
 */
#include "base/str.h"

#include <stdint.h>
#include <string.h>

jh_str jh_str_of(const char *text) { return (jh_str){text, text ? strlen(text) : 0}; }

static uint64_t eight(const char *at) {
  uint64_t bytes;
  memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

static uint32_t four(const char *at) {
  uint32_t bytes;
  memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/* Codes and words are short: compared by their first and last bytes, which may overlap. */
bool jh_str_equal(jh_str a, jh_str b) {
  size_t size = a.size;
  if (size != b.size) return false;
  if (size > 16) return memcmp(a.at, b.at, size) == 0;
  if (size >= 8) {
    return eight(a.at) == eight(b.at) && eight(a.at + size - 8) == eight(b.at + size - 8);
  }
  if (size >= 4) {
    return four(a.at) == four(b.at) && four(a.at + size - 4) == four(b.at + size - 4);
  }
  return size == 0 || (a.at[0] == b.at[0] && a.at[size / 2] == b.at[size / 2] &&
                       a.at[size - 1] == b.at[size - 1]);
}

int jh_str_compare(jh_str a, jh_str b) {
  size_t common = a.size < b.size ? a.size : b.size;
  int order = common ? memcmp(a.at, b.at, common) : 0;
  if (order != 0) {
    return order;
  }
  return (a.size > b.size) - (a.size < b.size);
}

bool jh_str_starts(jh_str text, const char *prefix) {
  size_t size = strlen(prefix);
  return text.size >= size && jh_str_equal((jh_str){text.at, size}, (jh_str){prefix, size});
}

bool jh_str_ends(jh_str text, const char *suffix) {
  size_t size = strlen(suffix);
  if (text.size < size) {
    return false;
  }
  return size == 0 ||
         jh_str_equal((jh_str){text.at + (text.size - size), size}, (jh_str){suffix, size});
}

/* The blanks that Chinese office software leaves around a cell. */
static const char *const blanks[] = {" ", "\t", "\xE3\x80\x80", "\xC2\xA0"};

#define BLANKS (sizeof blanks / sizeof blanks[0])

static size_t blank_at_start(jh_str text) {
  for (size_t i = 0; i < BLANKS; i++) {
    if (jh_str_starts(text, blanks[i])) {
      return strlen(blanks[i]);
    }
  }
  return 0;
}

static size_t blank_at_end(jh_str text) {
  for (size_t i = 0; i < BLANKS; i++) {
    if (jh_str_ends(text, blanks[i])) {
      return strlen(blanks[i]);
    }
  }
  return 0;
}

jh_str jh_str_trim(jh_str text) {
  size_t blank;
  while ((blank = blank_at_start(text)) != 0) {
    text.at += blank;
    text.size -= blank;
  }
  while ((blank = blank_at_end(text)) != 0) {
    text.size -= blank;
  }
  return text;
}

void jh_str_copy(char *out, size_t size, jh_str text) {
  if (size == 0) {
    return;
  }
  size_t keep = text.size;
  if (keep > size - 1) {
    keep = size - 1;
    /* Back to the beginning of the character that would be cut; bytes that are
     * not UTF-8 are cut where they are. */
    size_t back = 0;
    while (back < 3 && back < keep && ((unsigned char)text.at[keep - back] & 0xC0) == 0x80) {
      back++;
    }
    if (((unsigned char)text.at[keep - back] & 0xC0) != 0x80) {
      keep -= back;
    }
  }
  if (keep) {
    memcpy(out, text.at, keep);
  }
  out[keep] = '\0';
}
