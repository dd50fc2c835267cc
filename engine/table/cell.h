/* cell.h - from the text of a cell to its value, by the column's definition.
 *
 * Private to the layer. One taker for each wanted column: what can be decided
 * once is decided when it is made, so that most cells cost one short loop.
 * Knows no file; a problem is a code, and its words come from blame.h.
 */
#ifndef JH_TABLE_CELL_H
#define JH_TABLE_CELL_H

#include "base/map.h"
#include "table/dataset.h"
#include "table/measure.h"

/* Room for texts, filled from the front, in blocks of an arena. */
typedef struct jh_texts {
  jh_arena *arena;
  char *at;
  size_t room;
} jh_texts;

#define JH_CELL_WORD 22  /* longer words are not remembered */
#define JH_CELL_WORDS 16 /* so many are at once */

/* A word that a cell held, and what it meant. */
typedef struct jh_word {
  uint8_t size, mark; /* size 0 = none */
  char bytes[JH_CELL_WORD];
} jh_word;

typedef struct jh_taker {
  const jh_column_def *def; /* NULL = the column is not wanted */
  jh_column *column;
  jh_texts *texts;
  jh_arena *wider;     /* numbers that do not fit their column: where a wider one is made */
  size_t rows;         /* and how many it has room for */
  jh_arena *scratch;   /* for folded words */
  int64_t least, most; /* range of the mantissas */
  int32_t most_bytes;  /* numbers: so many bytes cannot overflow; 0 = nothing is plain */
  jh_measure_ratio
      by; /* what a number of the file is multiplied with: 1/1 unless its unit is another */
  const char *unit; /* of the numbers of the file, as it is written there, where it is another */
  const jh_units *units; /* for the words of what is refused; NULL = ids */
  bool is_filled;        /* blank is refused: said so, or the column identifies rows */
  jh_map *words;         /* BOOL, CHOICE: words as written or folded to the mark */
  size_t spellings;      /* words that were learnt from cells */
  jh_word *recent;       /* BOOL, CHOICE: JH_CELL_WORDS words that were met lately */
  jh_str last;           /* CODE, TEXT: the text of the cell before; size 0 = none */
} jh_taker;

/* The words for yes and no, and the choices, are put into a map that belongs to the taker.
 * JH_ENOMEM only. */
JH_CHECKED jh_code jh_cell_prepare(
    jh_taker *out, const jh_column_def *def, jh_texts *texts, jh_arena *scratch, jh_error *err);
void jh_cell_done(jh_taker *taker);

/* Numbers come in another unit from now on: nothing is plain then. */
void jh_cell_convert(jh_taker *taker, jh_measure_ratio by);

/* What most cells are: nothing, or digits with perhaps a minus before and a point between, inside
 * the range. Puts such a cell into its row; false for everything else, right or wrong. */
static inline bool jh_cell_take_plain(
    const jh_taker *taker, size_t row, const char *at, size_t size) {
  if (size == 0) return !taker->is_filled;
  if (size > (size_t)taker->most_bytes) return false;
  static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
  const char *end = at + size;
  bool is_negative = *at == '-';
  at += is_negative;
  const char *first = at, *point = NULL;
  int64_t value = 0;
  for (; at < end; at++) {
    unsigned digit = (unsigned)(unsigned char)*at - '0';
    if (digit > 9) {
      if (*at != '.' || point || at == first || at + 1 == end) return false;
      point = at;
      continue;
    }
    value = value * 10 + (int64_t)digit;
  }
  if (at == first) return false;
  jh_column *column = taker->column;
  ptrdiff_t places = point ? end - point - 1 : 0;
  if (places > column->scale) return false;
  value *= powers[column->scale - places];
  value = is_negative ? -value : value;
  if (value < taker->least || value > taker->most) return false;
  if (!jh_column_put(column, row, value)) return false;
  column->known[row / 64] |= UINT64_C(1) << (row % 64);
  return true;
}

/* Puts a cell into row `row` of the column, or leaves it missing.
 * Returns JH_OK, JH_ENOMEM, or why the cell is refused. Blanks around the text are allowed. */
jh_code jh_cell_take(jh_taker *taker, size_t row, const char *at, size_t size);

#endif
