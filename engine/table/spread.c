/* spread.c - see spread.h. */
#include "table/spread.h"

#include <string.h>

#include "base/alloc.h"

/* A merged cell that reaches the row at hand. */
typedef struct range {
  const jh_grid_merge *of;
  char *text; /* of its corner */
  size_t size;
} range;

struct jh_spread {
  const jh_grid_merge *merges;
  size_t count, next; /* the first that has not begun */
  range *ranges;
  size_t range_count, range_room;
  uint32_t line;
};

jh_spread *jh_spread_open(const jh_grid_merge *merges, size_t count) {
  jh_spread *made = jh_alloc_get(sizeof *made);
  if (made) *made = (jh_spread){.merges = merges, .count = count};
  return made;
}

void jh_spread_rewind(jh_spread *spread) {
  for (size_t i = 0; i < spread->range_count; i++) jh_alloc_free(spread->ranges[i].text);
  spread->range_count = spread->next = 0;
}

void jh_spread_close(jh_spread *spread) {
  if (!spread) return;
  jh_spread_rewind(spread);
  jh_alloc_free(spread->ranges);
  jh_alloc_free(spread);
}

static void leave_ended(jh_spread *spread) {
  size_t kept = 0;
  for (size_t i = 0; i < spread->range_count; i++) {
    if (spread->ranges[i].of->bottom >= spread->line) {
      spread->ranges[kept++] = spread->ranges[i];
    } else {
      jh_alloc_free(spread->ranges[i].text);
    }
  }
  spread->range_count = kept;
}

static bool begin(jh_spread *spread, const jh_grid_merge *of, jh_str text) {
  void *items = spread->ranges;
  size_t need = spread->range_count + 1;
  if (jh_alloc_grow(&items, &spread->range_room, need, sizeof *spread->ranges) != 0) return false;
  spread->ranges = items;
  char *copy = jh_alloc_get(text.size);
  if (!copy) return false;
  memcpy(copy, text.at, text.size);
  spread->ranges[spread->range_count++] = (range){of, copy, text.size};
  return true;
}

jh_code jh_spread_row(jh_spread *spread, uint32_t line, const jh_grid_cell *cells, size_t count) {
  spread->line = line;
  leave_ended(spread);
  for (; spread->next < spread->count; spread->next++) {
    const jh_grid_merge *of = &spread->merges[spread->next];
    if (of->top > line) break;
    /* Ranges do not overlap, so there are no more of them than columns; the others are damage. */
    bool fits = of->right < JH_GRID_COLUMNS && spread->range_count < JH_GRID_COLUMNS;
    bool holds = of->top == line && of->left < count && cells[of->left].text.size > 0;
    if (fits && holds && !begin(spread, of, cells[of->left].text)) return JH_ENOMEM;
  }
  return JH_OK;
}

size_t jh_spread_width(const jh_spread *spread) {
  size_t width = 0;
  for (size_t i = 0; i < spread->range_count; i++) {
    size_t right = spread->ranges[i].of->right + (size_t)1;
    width = right > width ? right : width;
  }
  return width;
}

void jh_spread_mark(const jh_spread *spread, jh_grid_cell *cells) {
  for (size_t i = 0; i < spread->range_count; i++) {
    const range *from = &spread->ranges[i];
    for (uint32_t c = from->of->left; c <= from->of->right; c++) {
      if (cells[c].text.size > 0 || cells[c].kind != JH_GRID_TEXT) continue;
      bool is_below = c == from->of->left && from->of->top < spread->line;
      cells[c].kind = JH_GRID_MERGED;
      if (is_below) cells[c].text = (jh_str){from->text, from->size};
    }
  }
}
