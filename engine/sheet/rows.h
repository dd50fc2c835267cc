/* rows.h - the cells of one sheet, row by row.
 *
 * Streams: memory does not grow with the number of rows. A row holds only cells
 * with something in them; rows without any are left out. Values are given as
 * text, the way a spreadsheet itself keeps and shows them:
 *
 *   TEXT    as typed; runs of rich text joined, phonetic hints left out
 *   NUMBER  plain digits, "-12.5", never an exponent; the decimal of at most 15
 *           significant digits: 5.2699999999999996 in the file is 5.27
 *   NUMBER  under a percent format: "85%", value × 100, exact
 *   DATE    a number under a format of dates: "2024-09-01", "2024-09-01T08:00:00",
 *           "08:00:00"; seconds are rounded. A number outside of what dates can
 *           be (negative, after 9999) stays a NUMBER
 *   BOOL    "TRUE", "FALSE"
 *   ERROR   "#DIV/0!", as in the file
 *
 * Whether the same sheet is well-formed to its end is known only when its end was
 * reached; a problem there is an error of the last call.
 */
#ifndef JH_SHEET_ROWS_H
#define JH_SHEET_ROWS_H

#include "sheet/book.h"
#include "sheet/cell.h"

typedef struct jh_rows jh_rows;

/* Begins to read a sheet; *out is NULL on failure. The book must outlive it. */
JH_CHECKED jh_code jh_rows_open(jh_rows **out, jh_book *book, size_t sheet, jh_error *err);

/* The next row; *got is false at the end. Cells and texts live until the next call.
 * After an error every call fails with it again. */
JH_CHECKED jh_code jh_rows_next(jh_rows *rows, jh_sheet_row *out, bool *got, jh_error *err);

/* NULL is allowed. */
void jh_rows_close(jh_rows *rows);

#endif
