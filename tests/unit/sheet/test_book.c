/* test_book.c - which sheets a workbook has, and what is no workbook. */
#include "workbook.h"

#include <unistd.h>
#include <zip.h>

static jh_book *open_made(workbook *made) {
  jh_book *book;
  jh_error err;
  if (jh_book_open(&book, workbook_write(made), NULL, &err) != JH_OK) {
    char text[1024];
    jh_error_print(&err, JH_EN, text, sizeof text);
    fail_msg("%s", text);
  }
  return book;
}

#define SHEET(name, id, more) "<sheet name=\"" name "\" sheetId=\"1\" r:id=\"" id "\"" more "/>"
#define BOOK(sheets)                                                                               \
  HEAD "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets>" sheets "</sheets></workbook>"

static void set_relations(workbook *made, const char *relations) {
  static char text[4096];
  snprintf(text, sizeof text, HEAD "<Relationships " PACKAGE ">%s</Relationships>", relations);
  workbook_set(made, "xl/_rels/workbook.xml.rels", text);
}

TEST(sheets_come_in_their_order_and_charts_do_not_count) {
  workbook made;
  workbook_make(&made);
  workbook_set(
      &made, "xl/workbook.xml",
      BOOK(SHEET("教师", "rId9", "") SHEET("图", "rId5", "") SHEET(
          "学校 &amp; B", "rId1", " state=\"hidden\"") SHEET("x", "rId7", " state=\"veryHidden\"")
               SHEET("y", "rId8", " state=\"visible\"")));
  set_relations(
      &made, RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
                 RELATION("rId5", "chartsheet", "chartsheets/sheet1.xml")
                     RELATION("rId7", "worksheet", "worksheets/sheet1.xml")
                         RELATION("rId8", "worksheet", "worksheets/sheet1.xml")
                             RELATION("rId9", "worksheet", "worksheets/sheet1.xml"));
  jh_book *book = open_made(&made);
  assert_int_equal(jh_book_sheet_count(book), 4);
  assert_string_equal(jh_book_sheet_name(book, 0), "教师");
  assert_string_equal(jh_book_sheet_name(book, 1), "学校 & B");
  assert_false(jh_book_sheet_is_hidden(book, 0));
  assert_true(jh_book_sheet_is_hidden(book, 1));
  assert_true(jh_book_sheet_is_hidden(book, 2));
  assert_false(jh_book_sheet_is_hidden(book, 3));
  assert_int_equal(jh_book_find(book, jh_str_of("学校 & b")), 1);
  assert_int_equal(jh_book_find(book, jh_str_of("X")), 2);
  assert_int_equal(jh_book_find(book, jh_str_of("学校")), UINT32_MAX);
  assert_int_equal(jh_book_find(book, jh_str_of("学校 & B ")), UINT32_MAX);
  assert_int_equal(jh_book_find(book, jh_str_of("")), UINT32_MAX);
  jh_book_close(book);
}

TEST(parts_are_found_wherever_the_relations_say) {
  static const char *const targets[] = {
      "sheets/s.xml",         "/data/sheets/s.xml",      "./sheets/s.xml",
      "../data/sheets/s.xml", "../../data/sheets/s.xml", "sheets//./s.xml",
      "Sheets/S.XML",         "sheets\\s.xml",           "%73heets/s.xml",
      "x/../sheets/s.xml",    "\\data\\sheets\\s.xml"};
  for (size_t i = 0; i < COUNT(targets); i++) {
    workbook made;
    char relations[1024];
    workbook_make(&made);
    workbook_sheet(&made, "<row><c t=\"s\"><v>1</v></c></row>");
    workbook_set(&made, "data/sheets/s.xml", made.sheet);
    workbook_set(&made, "data/b.xml", BOOK(SHEET("学校", "R-1", "")));
    workbook_set(&made, "xl/worksheets/sheet1.xml", NULL);
    workbook_set(
        &made, "_rels/.rels",
        HEAD "<Relationships " PACKAGE
             ">" RELATION("a", "officeDocument", "/data/b.xml") "</Relationships>");
    snprintf(
        relations, sizeof relations,
        HEAD "<Relationships " PACKAGE "><Relationship Id=\"R-1\" "
             "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" "
             "Target=\"%s\"/>" RELATION(
                 "q", "sharedStrings", "/xl/sharedStrings.xml") "</Relationships>",
        targets[i]);
    workbook_set(&made, "data/_rels/b.xml.rels", relations);
    workbook_expect(&made, "1: A T 乙\n");
  }
}

TEST(the_strict_form_is_read) {
  workbook made;
  workbook_make(&made);
  workbook_set(
      &made, "xl/workbook.xml",
      "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
      "xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:workbookPr "
      "date1904=\"true\"/><x:sheets><x:sheet name=\"a\" sheetId=\"1\" q:id=\"rId1\"/></x:sheets>"
      "</x:workbook>");
  workbook_sheet(&made, "<row><c s=\"1\"><v>0</v></c></row>");
  workbook_expect(&made, "1: A D 1904-01-01\n");
}

TEST(without_styles_and_strings_numbers_are_plain) {
  workbook made;
  workbook_make(&made);
  set_relations(&made, RELATION("rId1", "worksheet", "worksheets/sheet1.xml"));
  workbook_sheet(&made, "<row><c s=\"0\"><v>45536</v></c></row>");
  workbook_expect(&made, "1: A N 45536\n");
}

#define LACKS(part, who)                                                                           \
  " error: the workbook lacks " part ", which " who                                                \
  " needs; get it again, or repair it in a spreadsheet program and save it [JH-252]"

TEST(parts_that_are_missing_are_named) {
  workbook made;
  workbook_make(&made);
  workbook_sheet(&made, "<row r=\"3\"><c/><c t=\"s\"><v>0</v></c></row>");
  workbook_set(&made, "xl/sharedStrings.xml", NULL);
  workbook_expect_error(
      &made, JH_EBOOK_PART, "学校!B3:" LACKS("sharedStrings", "xl/worksheets/sheet1.xml"));
  workbook_make(&made);
  workbook_set(&made, "xl/styles.xml", NULL);
  workbook_expect_error(&made, JH_EBOOK_PART, LACKS("xl/styles.xml", "ZIP"));
  workbook_make(&made);
  workbook_set(&made, "xl/worksheets/sheet1.xml", NULL);
  workbook_expect_error(&made, JH_EBOOK_PART, LACKS("xl/worksheets/sheet1.xml", "学校"));
  workbook_make(&made);
  workbook_set(&made, "xl/workbook.xml", NULL);
  workbook_expect_error(&made, JH_EBOOK_PART, LACKS("xl/workbook.xml", "_rels/.rels"));
  workbook_make(&made);
  workbook_set(&made, "xl/_rels/workbook.xml.rels", NULL);
  workbook_expect_error(&made, JH_EBOOK_PART, LACKS("rId1", "学校"));
  workbook_make(&made);
  workbook_set(&made, "xl/workbook.xml", BOOK(""));
  workbook_expect_error(&made, JH_EBOOK_PART, LACKS("sheet", "workbook"));
  workbook_make(&made);
  workbook_set(&made, "_rels/.rels", HEAD "<Relationships " PACKAGE "/>");
  workbook_expect_error(&made, JH_EBOOK_PART, LACKS("workbook", "_rels/.rels"));
}

TEST(relations_that_lead_nowhere_are_refused) {
  workbook made;
  workbook_make(&made);
  set_relations(
      &made, "<Relationship Id=\"rId1\" Type=\"" OFFICE
             "/worksheet\" Target=\"http://127.0.0.1/a.xml\" TargetMode=\"External\"/>");
  workbook_expect_error(&made, JH_EBOOK_PART, LACKS("rId1", "学校"));
  set_relations(&made, RELATION("rId1", "worksheet", "../../../../etc/passwd"));
  workbook_expect_error(&made, JH_EBOOK_PART, LACKS("etc/passwd", "学校"));
  /* Round in a circle: a part that is its own sheet is no sheet. */
  set_relations(&made, RELATION("rId1", "worksheet", "workbook.xml"));
  workbook_expect_error(
      &made, JH_EBOOK_DAMAGED,
      " error: the workbook is damaged or cut short (xl/workbook.xml); get it again, or repair it "
      "in a spreadsheet program and save it [JH-246]");
  set_relations(&made, RELATION("rId1", "worksheet", "_rels/workbook.xml.rels"));
  jh_buf text;
  jh_buf_init(&text);
  assert_int_equal(workbook_read(workbook_write(&made), 0, NULL, &text, NULL), JH_EBOOK_DAMAGED);
  set_relations(&made, RELATION("rId1", "worksheet", ""));
  assert_int_equal(workbook_read(workbook_write(&made), 0, NULL, &text, NULL), JH_EBOOK_PART);
  jh_buf_done(&text);
}

TEST(two_sheets_of_one_name_are_refused) {
  workbook made;
  workbook_make(&made);
  workbook_set(&made, "xl/workbook.xml", BOOK(SHEET("a", "rId1", "") SHEET("A", "rId1", "")));
  workbook_expect_error(
      &made, JH_EBOOK_DAMAGED,
      " error: the workbook is damaged or cut short (A); get it again, or repair it in a "
      "spreadsheet program and save it [JH-246]");
}

/* A file with these bytes is refused so. */
static void expect_refused(const void *bytes, size_t size, jh_code code) {
  workbook made;
  jh_book *book;
  jh_error err = {0};
  assert_int_equal(jh_book_open(&book, workbook_write_raw(&made, bytes, size), NULL, &err), code);
  assert_null(book);
  assert_int_equal(err.code, code);
  assert_non_null(strstr(err.at.file, ".xlsx"));
}

TEST(what_is_no_workbook_is_told_by_what_it_is) {
  expect_refused("", 0, JH_EEMPTY_FILE);
  expect_refused("a,b\n1,2\n", 8, JH_EBOOK_TEXT);
  expect_refused("\xD1\xA7\xD0\xA3,1\n", 7, JH_EBOOK_TEXT);
  expect_refused(
      "\xFF\xFE"
      "a\0,\0",
      6, JH_EBOOK_TEXT);
  expect_refused("\xEF\xBB\xBF \n<html><table>", 18, JH_EBOOK_KIND);
  expect_refused("<?xml version=\"1.0\"?><Workbook/>", 32, JH_EBOOK_KIND);
  expect_refused(
      "\x7F"
      "ELF\x02\x01\x01\0\0",
      9, JH_EBOOK_KIND);
  expect_refused("\x09\x08\x10\0\0\x06", 6, JH_EBOOK_OLD);
  expect_refused("PK\x03\x04", 4, JH_EBOOK_DAMAGED);
  expect_refused("PK", 2, JH_EBOOK_TEXT);
  char old[4096] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  memcpy(old + 1152, "W\0o\0r\0k\0b\0o\0o\0k", 16);
  expect_refused(old, sizeof old, JH_EBOOK_OLD);
  expect_refused(old, 8, JH_EBOOK_OLD);
  static char locked[3 * 4096 + 700] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  memcpy(locked + 3 * 4096 + 128, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  expect_refused(locked, sizeof locked, JH_EBOOK_LOCKED);
}

TEST(archives_that_are_no_workbook_are_told_apart) {
  static const struct {
    const char *part, *text;
    jh_code code;
  } cases[] = {
      {"content.xml", "<office/>", JH_EBOOK_ODS},
      {"word/document.xml", "<document/>", JH_EBOOK_KIND},
      {"ppt/presentation.xml", "<presentation/>", JH_EBOOK_KIND},
      {"xl/workbook.bin", "\x83\x01", JH_EBOOK_KIND},
      {"schools.csv", "a,b\n", JH_EBOOK_KIND},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    workbook made;
    jh_book *book;
    memset(&made, 0, sizeof made);
    workbook_set(&made, cases[i].part, cases[i].text);
    assert_int_equal(jh_book_open(&book, workbook_write(&made), NULL, NULL), cases[i].code);
  }
  workbook made;
  workbook_make(&made);
  workbook_set(
      &made, "_rels/.rels",
      HEAD "<Relationships " PACKAGE
           ">" RELATION("rId1", "officeDocument", "xl/workbook.bin") "</Relationships>");
  workbook_set(&made, "xl/workbook.bin", "\x83\x01");
  workbook_expect_error(
      &made, JH_EBOOK_KIND,
      " error: is not a workbook of the kind .xlsx (.xlsb); open it in a spreadsheet program and "
      "save it as .xlsx [JH-245]");
}

TEST(files_that_cannot_be_read_say_why) {
  jh_book *book;
  jh_error err;
  assert_int_equal(jh_book_open(&book, "no/such/file.xlsx", NULL, &err), JH_ENOT_READABLE);
  assert_string_equal(err.at.file, "no/such/file.xlsx");
  assert_int_equal(jh_book_open(&book, JH_TEST_FOLDER, NULL, &err), JH_EIS_FOLDER);
  assert_int_equal(jh_book_open(&book, "/dev/null", NULL, &err), JH_ENOT_READABLE);
}

TEST(a_part_with_a_password_is_told) {
  workbook made;
  workbook_make(&made);
  workbook_sheet(&made, "<row><c><v>1</v></c></row>");
  const char *path = workbook_write(&made);
  int why = 0;
  zip_t *zip = zip_open(path, 0, &why);
  assert_non_null(zip);
  zip_int64_t at = zip_name_locate(zip, "xl/worksheets/sheet1.xml", 0);
  assert_int_equal(zip_file_set_encryption(zip, (zip_uint64_t)at, ZIP_EM_AES_256, "x"), 0);
  assert_int_equal(zip_close(zip), 0);
  jh_buf text;
  jh_buf_init(&text);
  jh_error err;
  assert_int_equal(workbook_read(path, 0, NULL, &text, &err), JH_EBOOK_LOCKED);
  jh_buf_done(&text);
}

TESTS(
    RUN(sheets_come_in_their_order_and_charts_do_not_count),
    RUN(parts_are_found_wherever_the_relations_say), RUN(the_strict_form_is_read),
    RUN(without_styles_and_strings_numbers_are_plain), RUN(parts_that_are_missing_are_named),
    RUN(relations_that_lead_nowhere_are_refused), RUN(two_sheets_of_one_name_are_refused),
    RUN(what_is_no_workbook_is_told_by_what_it_is),
    RUN(archives_that_are_no_workbook_are_told_apart), RUN(files_that_cannot_be_read_say_why),
    RUN(a_part_with_a_password_is_told))
