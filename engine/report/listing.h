/* listing.h - a table of texts, written aligned, as CSV or as JSON.
 *
 * Rows are filled cell by cell. Texts are copied into the caller's arena. Knows
 * nothing of what the columns mean. Private to report/ and session/.
 */
#ifndef JH_REPORT_LISTING_H
#define JH_REPORT_LISTING_H

#include "base/arena.h"
#include "base/buf.h"
#include "report/words.h"

typedef struct jh_listing_column {
  const char *key; /* name of the column in JSON and in English CSV */
  const char *name[JH_LANGS];
} jh_listing_column;

typedef struct jh_listing {
  jh_arena *arena; /* borrowed */
  const jh_listing_column *columns;
  size_t column_count;
  const char **cells; /* row by row */
  size_t cell_count, cell_room;
  bool has_failed; /* memory was out */
} jh_listing;

/* The columns are borrowed. */
void jh_listing_init(
    jh_listing *grid, jh_arena *arena, const jh_listing_column *columns, size_t column_count);

/* The next cell; NULL is an empty one. */
void jh_listing_add(jh_listing *grid, const char *text);

/* The next cell from a buffer, which is cleared. */
void jh_listing_take(jh_listing *grid, jh_buf *buf);

size_t jh_listing_rows(const jh_listing *grid);

/* Aligned for a terminal, two blanks between columns, columns without any text left out; Chinese
 * characters count as two. */
void jh_listing_text(jh_buf *buf, const jh_listing *grid, jh_lang lang);

/* UTF-8 with a byte order mark, CRLF. */
void jh_listing_csv(jh_buf *buf, const jh_listing *grid, jh_lang lang);

/* [{"key":"text",…},…]; empty cells are left out. */
void jh_listing_json(jh_buf *buf, const jh_listing *grid);

#endif
