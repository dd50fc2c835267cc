/* test_look.c - how far a sheet goes and what is merged in it. */
#include "workbook.h"

#include "sheet/look.h"

static jh_code look(workbook *made, const jh_book_limits *limits, jh_buf *out, jh_error *err) {
  jh_book *book;
  jh_sheet_look found;
  jh_arena *arena = jh_arena_open();
  assert_int_equal(jh_book_open(&book, workbook_write(made), limits, err), JH_OK);
  jh_code code = jh_sheet_look_at(&found, book, 0, arena, err);
  if (!code) {
    jh_buf_print(out, "%d x %u", (int)found.row_count, found.column_count);
    for (size_t i = 0; i < found.merge_count; i++) {
      const jh_sheet_merge *m = &found.merges[i];
      jh_buf_print(out, " %u,%u-%u,%u", m->top, m->left, m->bottom, m->right);
    }
  }
  jh_arena_close(arena);
  jh_book_close(book);
  return code;
}

static void expect(const char *sheet, const char *expected) {
  workbook made;
  jh_buf text;
  jh_error err = {0};
  jh_buf_init(&text);
  workbook_make(&made);
  workbook_set(&made, "xl/worksheets/sheet1.xml", sheet);
  jh_code code = look(&made, NULL, &text, &err);
  if (code) fail_msg("%d: %s", code, err.args[0]);
  assert_slice(jh_buf_str(&text), expected);
  jh_buf_done(&text);
}

static void expect_error(const char *sheet, jh_code code) {
  workbook made;
  jh_buf text;
  jh_error err = {0};
  jh_buf_init(&text);
  workbook_make(&made);
  workbook_set(&made, "xl/worksheets/sheet1.xml", sheet);
  assert_int_equal(look(&made, NULL, &text, &err), code);
  assert_int_equal(err.code, code);
  jh_buf_done(&text);
}

#define SHEET(rows, more)                                                                          \
  HEAD "<worksheet " MAIN "><dimension ref=\"A1:ZZ999\"/><sheetData>" rows "</sheetData>" more     \
       "</worksheet>"

TEST(rows_columns_and_merged_ranges_are_found) {
  expect(
      SHEET(
          "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"D1\" s=\"1\"/></row><row r=\"9\" "
          "spans=\"1:4\">"
          "<c s=\"1\" r=\"B9\" t=\"s\"><v>0</v></c></row>",
          "<mergeCells count=\"3\"><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"A1:D1\"/>"
          "<mergeCell ref=\"A2:B3\"/></mergeCells>"),
      "2 x 4 1,0-1,3 2,0-3,1 2,2-3,2");
}

TEST(a_sheet_without_cells_has_none) {
  expect(SHEET("", ""), "0 x 0");
  expect(
      HEAD "<worksheet " MAIN
           "><sheetData/><mergeCells><mergeCell ref=\"A1\"/></mergeCells></worksheet>",
      "0 x 0 1,0-1,0");
  expect(SHEET("<row r=\"1\"></row><row r=\"2\"/>", ""), "1 x 0");
}

TEST(cells_without_places_are_counted) {
  expect(SHEET("<row><c><v>1</v></c><c/></row><row><c/><c/><c s=\"1\"/></row>", ""), "2 x 3");
}

TEST(prefixed_sheets_are_looked_at_too) {
  expect(
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
      "<x:row r=\"4\"><x:c r=\"C4\"/><x:c/></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row>"
      "</x:sheetData><x:mergeCells><x:mergeCell ref=\"A1:B2\"/></x:mergeCells></x:worksheet>",
      "2 x 4 1,0-2,1");
}

TEST(a_row_larger_than_what_is_read_at_once_is_passed_over) {
  size_t room = 3 * 1024 * 1024;
  char *sheet = malloc(room);
  assert_non_null(sheet);
  size_t at = (size_t)snprintf(sheet, room, HEAD "<worksheet " MAIN "><sheetData><row r=\"1\">");
  at += (size_t)snprintf(sheet + at, room - at, "<c r=\"XFC1\"/><c t=\"inlineStr\"><is><t>");
  memset(sheet + at, 'x', 1000000);
  at += 1000000;
  at += (size_t)snprintf(
      sheet + at, room - at,
      "</t></is></c></row></sheetData><mergeCells><mergeCell "
      "ref=\"B2:C3\"/></mergeCells></worksheet>");
  expect(sheet, "1 x 16384 2,1-3,2");
  free(sheet);
}

TEST(ranges_that_are_none_are_refused) {
  static const char *const bad[] = {"",      "A",        "A1:",       ":A1",      "B1:A1", "A2:A1",
                                    "A0:A1", "A1:B2:C3", "XFE1:XFE2", "A1048577", "A:B"};
  for (size_t i = 0; i < COUNT(bad); i++) {
    char sheet[1024];
    snprintf(
        sheet, sizeof sheet,
        HEAD "<worksheet " MAIN
             "><sheetData/><mergeCells><mergeCell ref=\"%s\"/></mergeCells></worksheet>",
        bad[i]);
    expect_error(sheet, JH_ESHEET_PLACE);
  }
}

TEST(a_sheet_that_is_cut_short_or_none_is_refused) {
  expect_error(HEAD "<worksheet " MAIN "><sheetData><row><c><v>1</v></c></row>", JH_EBOOK_XML);
  expect_error(HEAD "<worksheet " MAIN "><sheetData><row><c><v>1", JH_EBOOK_XML);
  expect_error(HEAD "<worksheet " MAIN "><sheetData>", JH_EBOOK_XML);
  expect_error(HEAD "<worksheet " MAIN "><sheetData></sheetData>", JH_EBOOK_XML);
  expect_error(
      HEAD "<worksheet " MAIN
           "><sheetData><row/><!-- </row></sheetData> --></sheetData></worksheet>",
      JH_EBOOK_XML);
  expect_error(HEAD "<sst " MAIN "/>", JH_EBOOK_DAMAGED);
}

TEST(merged_ranges_are_bounded) {
  workbook made;
  jh_buf text;
  jh_error err = {0};
  jh_buf_init(&text);
  workbook_make(&made);
  workbook_set(
      &made, "xl/worksheets/sheet1.xml",
      SHEET("", "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"));
  jh_book_limits limits = {.merges = 1};
  assert_int_equal(look(&made, &limits, &text, &err), JH_EBOOK_LIMIT);
  assert_string_equal(err.at.sheet, "学校");
  limits.merges = 2;
  assert_int_equal(look(&made, &limits, &text, &err), JH_OK);
  jh_buf_done(&text);
}

TESTS(
    RUN(rows_columns_and_merged_ranges_are_found), RUN(a_sheet_without_cells_has_none),
    RUN(cells_without_places_are_counted), RUN(prefixed_sheets_are_looked_at_too),
    RUN(a_row_larger_than_what_is_read_at_once_is_passed_over),
    RUN(ranges_that_are_none_are_refused), RUN(a_sheet_that_is_cut_short_or_none_is_refused),
    RUN(merged_ranges_are_bounded))
