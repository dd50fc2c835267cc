/* listing.h - a table of texts, written aligned, as CSV, as JSON or as a workbook.
 *
 * Filled cell by cell, row by row. Knows nothing of what the columns mean.
 * Private to report/ and session/.
 */
#ifndef JH_REPORT_LISTING_H
#define JH_REPORT_LISTING_H

#include "base/buf.h"
#include "base/error.h"
#include "report/words.h"

typedef struct jh_listing_column {
  const char *key;   /* name in JSON and in English CSV; NULL where neither is written */
  jh_word word;      /* the heading */
  const char *title; /* a heading that is no word of words.def; else NULL */
  bool is_right;     /* numbers, which stand to the right */
} jh_listing_column;

typedef struct jh_listing {
  const jh_listing_column *columns; /* borrowed */
  size_t column_count;
  jh_buf text;  /* all cells, one after the other: add to it, then end the cell */
  size_t *ends; /* where each ends */
  size_t cell_count, cell_room;
} jh_listing;

void jh_listing_init(jh_listing *list, const jh_listing_column *columns, size_t column_count);
void jh_listing_done(jh_listing *list);

/* Ends the cell whose text was added to list->text; out of memory is remembered there. */
void jh_listing_next(jh_listing *list);

/* A whole cell at once; NULL is an empty one. */
void jh_listing_add(jh_listing *list, const char *text);

size_t jh_listing_rows(const jh_listing *list);

/* Borrowed until the next cell is added; not ended by a zero. */
jh_str jh_listing_cell(const jh_listing *list, size_t row, size_t column);

/* The heading of a column. */
const char *jh_listing_title(const jh_listing_column *column, jh_lang lang);

/* Each of these adds to buf; that memory was out goes over to it. */

/* Aligned for a terminal, two blanks between columns, columns without any text left out; Chinese
 * characters count as two. Nothing if there is no row. */
void jh_listing_text(jh_buf *buf, const jh_listing *list, jh_lang lang);

/* UTF-8 with a byte order mark, CRLF. */
void jh_listing_csv(jh_buf *buf, const jh_listing *list, jh_lang lang);

/* [{"key":"text",…},…]; empty cells are left out. */
void jh_listing_json(jh_buf *buf, const jh_listing *list);

/* A workbook of one sheet of this name, its bytes given to a function that returns false when it
 * cannot take them. Headings stay in sight; cells of columns that stand to the right are numbers where
 * a spreadsheet keeps all their digits; no text is a formula. Errors: those of sheet/write.h.
 * listing_workbook.c */
JH_CHECKED jh_code jh_listing_workbook(
    const jh_listing *list, const char *name, jh_lang lang,
    bool (*sink)(void *payload, const char *bytes, size_t size), void *payload, jh_error *err);

#endif
