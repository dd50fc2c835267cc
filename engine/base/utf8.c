/* utf8.c - what must be known of Unicode, from libunistring; see utf8.h. */
#include "base/utf8.h"

#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/alloc.h"

/* How many bytes from `from` on are ASCII, eight at a time: nearly all of a table is. */
static size_t ascii_run(jh_str text, size_t from) {
  size_t at = from;
  while (text.size - at >= 8) {
    uint64_t word;
    memcpy(&word, text.at + at, sizeof word);
    if (word & UINT64_C(0x8080808080808080)) {
      break;
    }
    at += 8;
  }
  while (at < text.size && (unsigned char)text.at[at] < 0x80) {
    at++;
  }
  return at - from;
}

static size_t other_run(jh_str text, size_t from) {
  size_t at = from;
  while (at < text.size && (unsigned char)text.at[at] >= 0x80) {
    at++;
  }
  return at - from;
}

size_t jh_utf8_check(jh_str text) {
  size_t at = 0;
  while ((at += ascii_run(text, at)) < text.size) {
    /* A character never reaches over an ASCII byte, so each run stands for itself. */
    size_t run = other_run(text, at);
    const uint8_t *start = (const uint8_t *)text.at + at;
    const uint8_t *bad = u8_check(start, run);
    if (bad) {
      return at + (size_t)(bad - start);
    }
    at += run;
  }
  return text.size;
}

size_t jh_utf8_next(jh_str text, uint32_t *out) {
  if (text.size == 0) {
    return 0;
  }
  ucs4_t c;
  int used = u8_mbtoucr(&c, (const uint8_t *)text.at, text.size);
  if (used <= 0) {
    return 0;
  }
  *out = c;
  return (size_t)used;
}

size_t jh_utf8_width(jh_str text) {
  size_t columns = 0;
  while (text.size > 0) {
    uint32_t c;
    size_t used = jh_utf8_next(text, &c);
    /* A stray byte is shown as one sign; control characters take no column. */
    int width = used ? uc_width(c, "UTF-8") : 1;
    columns += width > 0 ? (size_t)width : 0;
    used = used ? used : 1;
    text.at += used;
    text.size -= used;
  }
  return columns;
}

/* White space, and the two invisible signs that spreadsheets leave in headers. */
static bool is_blank(uint32_t c) {
  return uc_is_property_white_space(c) || c == 0x200B || c == 0xFEFF;
}

/* Copies without blanks, ASCII in lower case. */
static char *squeeze(jh_arena *arena, jh_str text) {
  char *out = jh_arena_get(arena, text.size + 1);
  if (!out) {
    return NULL;
  }
  size_t end = 0;
  while (text.size > 0) {
    uint32_t c = 0xFFFD;
    size_t used = jh_utf8_next(text, &c);
    used = used ? used : 1;
    if (c >= 'A' && c <= 'Z') {
      out[end++] = (char)(c - 'A' + 'a');
    } else if (!is_blank(c)) {
      memcpy(out + end, text.at, used);
      end += used;
    }
    text.at += used;
    text.size -= used;
  }
  out[end] = '\0';
  return out;
}

char *jh_utf8_fold(jh_arena *arena, jh_str text) {
  /* ASCII is its own normal form; what is not UTF-8 has none and is compared as it is. */
  if (ascii_run(text, 0) == text.size || jh_utf8_check(text) < text.size) {
    return squeeze(arena, text);
  }
  uint8_t room[512];
  size_t size = sizeof room;
  uint8_t *form = u8_normalize(UNINORM_NFKC, (const uint8_t *)text.at, text.size, room, &size);
  char *out = form ? squeeze(arena, (jh_str){(const char *)form, size}) : NULL;
  if (form != room) { /* it did not fit; libunistring took it from malloc */
    jh_alloc_free(form);
  }
  return out;
}
