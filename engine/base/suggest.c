/* suggest.c - the nearest of several names; see suggest.h.
 *
 * Insertions, deletions, replacements and swaps of two neighbours count as one
 * edit each. Names longer than LONGEST characters get no suggestion, so that
 * nothing is allocated.
 */
#include "base/suggest.h"

#include "base/utf8.h"

#define LONGEST 96

typedef struct letters {
  uint32_t at[LONGEST];
  size_t count; /* LONGEST + 1 if there are more */
} letters;

static void spell(letters *out, jh_str text) {
  out->count = 0;
  while (text.size > 0) {
    if (out->count == LONGEST) {
      out->count++;
      return;
    }
    uint32_t c;
    size_t used = jh_utf8_next(text, &c);
    if (used == 0) { /* a stray byte counts as a character that equals only itself */
      c = 0x110000u + (unsigned char)text.at[0];
      used = 1;
    }
    out->at[out->count++] = c;
    text.at += used;
    text.size -= used;
  }
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Edits between two names of at most LONGEST characters. */
static size_t distance(const letters *a, const letters *b) {
  size_t rows[3][LONGEST + 1]; /* row i: edits from the first i of a to the first j of b */
  for (size_t j = 0; j <= b->count; j++) {
    rows[0][j] = j;
  }
  for (size_t i = 1; i <= a->count; i++) {
    size_t *now = rows[i % 3];
    const size_t *before = rows[(i + 2) % 3];
    const size_t *earlier = rows[(i + 1) % 3];
    now[0] = i;
    for (size_t j = 1; j <= b->count; j++) {
      size_t other = a->at[i - 1] != b->at[j - 1];
      now[j] = least(least(before[j], now[j - 1]) + 1, before[j - 1] + other);
      if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] && a->at[i - 2] == b->at[j - 1]) {
        now[j] = least(now[j], earlier[j - 2] + 1);
      }
    }
  }
  return rows[a->count % 3][b->count];
}

jh_suggest jh_suggest_begin(jh_str wanted) { return (jh_suggest){.wanted = wanted}; }

void jh_suggest_offer(jh_suggest *suggest, jh_str candidate) {
  letters wanted;
  letters offered;
  spell(&wanted, suggest->wanted);
  spell(&offered, candidate);
  if (wanted.count > LONGEST || offered.count > LONGEST || candidate.size == 0) {
    return;
  }
  size_t allowed = wanted.count < 6 ? 1 : wanted.count / 3;
  size_t edits = distance(&wanted, &offered);
  if (edits <= allowed && (suggest->best.size == 0 || edits < suggest->distance)) {
    suggest->best = candidate;
    suggest->distance = edits;
  }
}
