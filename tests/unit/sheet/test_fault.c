/* test_fault.c - memory runs out at every place of reading a workbook where it can: an error, and
 * nothing lost.
 *
 * The linker puts the functions of support/scarce.h in the place of malloc's family
 * (CMakeLists.txt). What libzip takes itself is not touched.
 */
#include "workbook.h"

#include "support/scarce.h"

#include "sheet/look.h"
#include "sheet/rows.h"

/* Everything that a reader of workbooks does, without keeping anything. */
static jh_code use(const char *path, jh_error *err) {
  jh_book *book;
  jh_rows *rows = NULL;
  jh_sheet_look look;
  bool got = true;
  jh_arena *arena = jh_arena_open();
  if (!arena) return JH_ENOMEM;
  jh_code code = jh_book_open(&book, path, NULL, err);
  if (!code) code = jh_sheet_look_at(&look, book, 0, arena, err);
  if (!code) code = jh_rows_open(&rows, book, 0, err);
  while (!code && got) {
    jh_sheet_row row;
    code = jh_rows_next(rows, &row, &got, err);
  }
  jh_rows_close(rows);
  jh_book_close(book);
  jh_arena_close(arena);
  return code;
}

static void fail_each(const char *path, jh_code usual) {
  for (long n = 0;; n++) {
    long before = alive;
    jh_error err = {0};
    failed = false;
    left = n;
    jh_code code = use(path, &err);
    left = -1;
    assert_int_equal(alive, before);
    if (!failed) {
      assert_int_equal(code, usual);
      assert_true(n > 20);
      return;
    }
    if (code != JH_ENOMEM) fail_msg("allocation %ld: code %d", n, (int)code);
  }
}

#define ROWS                                                                                       \
  "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45536</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>"        \
  "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>A1</f><v>a&amp;b_x000D_</v></c><c r=\"B2\" "              \
  "t=\"inlineStr\"><is><r><t>x</t></r></is></c></row>"

TEST(reading_that_finds_no_memory_says_so_and_gives_everything_back) {
  workbook made;
  workbook_make(&made);
  workbook_set(
      &made, "xl/worksheets/sheet1.xml",
      HEAD "<worksheet " MAIN "><sheetData>" ROWS
           "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/>"
           "<mergeCell ref=\"A3:B3\"/></mergeCells></worksheet>");
  fail_each(workbook_write(&made), JH_OK);
}

/* Prefixes that differ by their case alone; a tag that declares what it uses, in UTF-16 of both orders. */
TEST(a_prefix_that_finds_no_memory_is_no_fault_of_the_sheet) {
  static const char text[] =
      "<X:worksheet xmlns:x=\"urn:other\" "
      "xmlns:X=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><X:sheetData>"
      "<X:row><X:c r=\"A1\"><X:v>1</X:v></X:c></X:row></X:sheetData></X:worksheet>";
  for (int order = 0; order < 2; order++) {
    char wide[2 * sizeof text];
    memcpy(wide, order ? "\xFE\xFF" : "\xFF\xFE", 2);
    for (size_t i = 0; i + 1 < sizeof text; i++) {
      wide[2 + 2 * i + (size_t)order] = text[i];
      wide[2 + 2 * i + (size_t)!order] = '\0';
    }
    workbook made;
    workbook_make(&made);
    workbook_set_bytes(&made, "xl/worksheets/sheet1.xml", wide, sizeof wide);
    fail_each(workbook_write(&made), JH_OK);
  }
}

TEST(a_bad_workbook_read_without_memory_gives_everything_back) {
  workbook made;
  workbook_make(&made);
  workbook_sheet(&made, ROWS "<row r=\"3\"><c><v>x</v></c></row>");
  fail_each(workbook_write(&made), JH_ESHEET_VALUE);
  workbook_set(&made, "xl/styles.xml", "<!DOCTYPE a><a/>");
  fail_each(workbook_write(&made), JH_EBOOK_DTD);
  workbook_set(&made, "xl/workbook.xml", "<workbook");
  fail_each(workbook_write(&made), JH_EBOOK_XML);
}

TESTS(
    RUN(reading_that_finds_no_memory_says_so_and_gives_everything_back),
    RUN(a_prefix_that_finds_no_memory_is_no_fault_of_the_sheet),
    RUN(a_bad_workbook_read_without_memory_gives_everything_back))
