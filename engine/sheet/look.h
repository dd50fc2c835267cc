/* look.h - one quick pass over a sheet: how far it goes and which cells are merged.
 *
 * Merged ranges stand behind the cells in the file, but whoever reads a header of
 * several lines needs them before. Values are not looked at: whether they can be
 * read, rows.h tells.
 */
#ifndef JH_SHEET_LOOK_H
#define JH_SHEET_LOOK_H

#include "base/arena.h"
#include "sheet/book.h"

/* Inclusive; rows from 1, columns from 0. */
typedef struct jh_sheet_merge {
  uint32_t top, left, bottom, right;
} jh_sheet_merge;

typedef struct jh_sheet_look {
  uint64_t row_count; /* rows in the file, with or without values: not less than rows.h will give */
  uint32_t column_count;  /* one more than the rightmost column with a cell; 0 = no cells */
  jh_sheet_merge *merges; /* by top, then left */
  size_t merge_count;
} jh_sheet_look;

/* Looks a sheet over; what is found lives in the arena. */
JH_CHECKED jh_code
jh_sheet_look_at(jh_sheet_look *out, jh_book *book, size_t sheet, jh_arena *arena, jh_error *err);

#endif
