/* workbook.h - workbooks made by hand for the tests of engine/sheet: parts as text, zipped.
 *
 * Every function asserts that it succeeds.
 */
#ifndef JH_TESTS_UNIT_SHEET_WORKBOOK_H
#define JH_TESTS_UNIT_SHEET_WORKBOOK_H

#include "support/test.h"

#include "base/buf.h"
#include "sheet/book.h"

typedef struct workbook {
  struct {
    const char *name;
    const void *bytes;
    size_t size;
  } parts[16];
  size_t count;
  char sheet[16384]; /* what workbook_sheet made */
  char path[512];
} workbook;

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
#define RELATION(id, kind, target)                                                                 \
  "<Relationship Id=\"" id "\" Type=\"" OFFICE "/" kind "\" Target=\"" target "\"/>"

/* One sheet "学校" with the part xl/worksheets/sheet1.xml, shared strings 甲, 乙, empty,
 * and styles: 0 plain, 1 date, 2 percent, 3 yyyy"年"m"月"d"日", 4 h:mm, 5 [h]:mm, 6 text. */
void workbook_make(workbook *book);

/* Replaces a part, or adds it; bytes are borrowed. NULL takes it away. */
void workbook_set(workbook *book, const char *part, const char *text);
void workbook_set_bytes(workbook *book, const char *part, const void *bytes, size_t size);

/* Sets the sheet to these rows. */
void workbook_sheet(workbook *book, const char *rows);

/* Writes the workbook into the test's folder; returns the path. */
const char *workbook_write(workbook *book);

/* Writes a file as it is; returns book->path. */
const char *workbook_write_raw(workbook *book, const void *bytes, size_t size);
/* The file as it stands, to be freed by free. */
char *workbook_bytes(const char *path, size_t *size);

/* Reads a sheet into text, a line for each row: "3: A T 甲 | C N 12 | D Tf! ". "h" behind the
 * number: hidden row; behind the letter: hidden column. Stops at an error and returns it. */
jh_code workbook_read(
    const char *path, size_t sheet, const jh_book_limits *limits, jh_buf *out, jh_error *err);

/* The workbook is read as expected. */
void workbook_expect(workbook *book, const char *expected);
/* Opening or reading it fails with this code. */
void workbook_expect_error(workbook *book, jh_code code, const char *printed);
/* The same for rows of a usual workbook. */
void expect_rows(const char *rows, const char *expected);
void expect_row_error(const char *rows, const char *printed);

#endif
