/* book.h - a workbook (.xlsx) as a file: which sheets it has, and what all of them share.
 *
 * Opens a stranger's file: nothing in it is believed, and what is taken from it
 * is bounded by jh_book_limits. Files of Excel, WPS, LibreOffice and others are
 * read alike, in the transitional and the strict form. Parts are found through
 * the relationships, never by their usual names. Whatever is no workbook of
 * this kind (text, .xls, .ods, a file with a password) gets an error that says
 * what it is and what to do.
 *
 * Knows nothing of tables, headers or units. Rows are read by rows.h; merged
 * cells and the extent by look.h.
 */
#ifndef JH_SHEET_BOOK_H
#define JH_SHEET_BOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "sheet/limits.h"

typedef struct jh_book jh_book;

/* Opens a workbook; limits may be NULL. *out is NULL on failure.
 *
 * Shared strings and styles are read when rows are first asked for, so that
 * listing the sheets of a large workbook is quick. A book and whatever was
 * opened on it belong to one thread at a time.
 * Errors name the file, and where it is known the sheet and the cell. */
JH_CHECKED jh_code
jh_book_open(jh_book **out, const char *path, const jh_book_limits *limits, jh_error *err);

/* NULL is allowed. Rows that were opened on the book must be closed before. */
void jh_book_close(jh_book *book);

/* Sheets with cells, in the order in which people see them; charts that stand alone are not counted. */
size_t jh_book_sheet_count(const jh_book *book);

/* The name as people see it: UTF-8, NUL-terminated, alive as long as the book. */
const char *jh_book_sheet_name(const jh_book *book, size_t sheet);

/* Hidden by hand or by a program. */
bool jh_book_sheet_is_hidden(const jh_book *book, size_t sheet);

/* The sheet of that name; letter case does not count in ASCII, as in spreadsheets. UINT32_MAX if there is none. */
uint32_t jh_book_find(const jh_book *book, jh_str name);

#endif
