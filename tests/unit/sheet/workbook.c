/* workbook.c - see workbook.h. */
#include "workbook.h"

#include <unistd.h>
#include <zip.h>

#include "sheet/position.h"
#include "sheet/rows.h"

void workbook_make(workbook *book) {
  memset(book, 0, sizeof *book);
  workbook_set(
      book, "[Content_Types].xml",
      HEAD "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
  workbook_set(
      book, "_rels/.rels",
      HEAD "<Relationships " PACKAGE
           ">" RELATION("rId1", "officeDocument", "xl/workbook.xml") "</Relationships>");
  workbook_set(
      book, "xl/workbook.xml",
      HEAD "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets>"
           "<sheet name=\"学校\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
  workbook_set(
      book, "xl/_rels/workbook.xml.rels",
      HEAD "<Relationships " PACKAGE ">" RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
          RELATION("rId2", "sharedStrings", "sharedStrings.xml")
              RELATION("rId3", "styles", "styles.xml") "</Relationships>");
  workbook_set(
      book, "xl/sharedStrings.xml",
      HEAD "<sst " MAIN "><si><t>甲</t></si><si><t>乙</t></si><si><t/></si></sst>");
  workbook_set(
      book, "xl/styles.xml",
      HEAD "<styleSheet " MAIN "><numFmts><numFmt numFmtId=\"176\" "
           "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
           "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
           "<xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"176\"/><xf numFmtId=\"20\"/>"
           "<xf numFmtId=\"46\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>");
  workbook_sheet(book, "");
}

void workbook_set_bytes(workbook *book, const char *part, const void *bytes, size_t size) {
  size_t at = 0;
  while (at < book->count && strcmp(book->parts[at].name, part) != 0) at++;
  assert_true(at < COUNT(book->parts));
  if (at == book->count) book->count++;
  book->parts[at].name = part;
  book->parts[at].bytes = bytes;
  book->parts[at].size = size;
}

void workbook_set(workbook *book, const char *part, const char *text) {
  workbook_set_bytes(book, part, text, text ? strlen(text) : 0);
}

void workbook_sheet(workbook *book, const char *rows) {
  int size = snprintf(
      book->sheet, sizeof book->sheet,
      HEAD "<worksheet " MAIN "><cols><col min=\"6\" max=\"7\" hidden=\"1\"/></cols><sheetData>%s"
           "</sheetData></worksheet>",
      rows);
  assert_true(size > 0 && (size_t)size < sizeof book->sheet);
  workbook_set(book, "xl/worksheets/sheet1.xml", book->sheet);
}

static void set_path(workbook *book) {
  snprintf(book->path, sizeof book->path, "%s/made-%ld.xlsx", JH_TEST_FOLDER, (long)getpid());
}

const char *workbook_write(workbook *book) {
  int why = 0;
  set_path(book);
  zip_t *zip = zip_open(book->path, ZIP_CREATE | ZIP_TRUNCATE, &why);
  assert_non_null(zip);
  for (size_t i = 0; i < book->count; i++) {
    if (!book->parts[i].bytes) continue;
    zip_source_t *source = zip_source_buffer(zip, book->parts[i].bytes, book->parts[i].size, 0);
    assert_non_null(source);
    assert_true(zip_file_add(zip, book->parts[i].name, source, ZIP_FL_ENC_UTF_8) >= 0);
  }
  assert_int_equal(zip_close(zip), 0);
  return book->path;
}

const char *workbook_write_raw(workbook *book, const void *bytes, size_t size) {
  set_path(book);
  FILE *file = fopen(book->path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, size, file), size);
  assert_int_equal(fclose(file), 0);
  return book->path;
}

char *workbook_bytes(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  assert_int_equal(fseek(file, 0, SEEK_END), 0);
  long end = ftell(file);
  assert_true(end >= 0);
  rewind(file);
  char *bytes = malloc((size_t)end + 1);
  assert_non_null(bytes);
  *size = fread(bytes, 1, (size_t)end, file);
  assert_int_equal(*size, end);
  fclose(file);
  return bytes;
}

static void dump_row(const jh_sheet_row *row, jh_buf *out) {
  jh_buf_int(out, row->line);
  jh_buf_text(out, row->is_hidden ? "h:" : ":");
  for (size_t i = 0; i < row->count; i++) {
    const jh_sheet_cell *cell = &row->cells[i];
    char name[JH_POSITION_TEXT];
    jh_buf_text(out, i ? " | " : " ");
    jh_buf_text(out, jh_position_text(name, cell->column, 0));
    jh_buf_text(out, cell->is_hidden_column ? "h " : " ");
    jh_buf_char(out, "TNBDE"[cell->kind]);
    jh_buf_text(out, cell->is_formula ? "f" : "");
    jh_buf_text(out, cell->lacks_value ? "! " : " ");
    jh_buf_add(out, cell->text);
  }
  jh_buf_char(out, '\n');
}

jh_code workbook_read(
    const char *path, size_t sheet, const jh_book_limits *limits, jh_buf *out, jh_error *err) {
  jh_book *book;
  jh_rows *rows = NULL;
  jh_code code = jh_book_open(&book, path, limits, err);
  assert_int_equal(code == JH_OK, book != NULL);
  if (!code) code = jh_rows_open(&rows, book, sheet, err);
  bool got = true;
  while (!code && got) {
    jh_sheet_row row;
    code = jh_rows_next(rows, &row, &got, err);
    if (!code && got) dump_row(&row, out);
  }
  if (rows && code) { /* it stays so */
    jh_sheet_row row;
    assert_int_equal(jh_rows_next(rows, &row, &got, NULL), code);
    assert_false(got);
  }
  jh_rows_close(rows);
  jh_book_close(book);
  return code;
}

void workbook_expect(workbook *book, const char *expected) {
  jh_buf text;
  jh_error err = {0};
  jh_buf_init(&text);
  jh_code code = workbook_read(workbook_write(book), 0, NULL, &text, &err);
  if (code) {
    char printed[2048];
    jh_error_print(&err, JH_EN, printed, sizeof printed);
    fail_msg("%s", printed);
  }
  assert_slice(jh_buf_str(&text), expected);
  jh_buf_done(&text);
}

void workbook_expect_error(workbook *book, jh_code code, const char *printed) {
  jh_buf text;
  jh_error err = {0};
  jh_buf_init(&text);
  assert_int_equal(workbook_read(workbook_write(book), 0, NULL, &text, &err), code);
  assert_int_equal(err.code, code);
  char full[2048];
  jh_error_print(&err, JH_EN, full, sizeof full);
  /* The path differs from place to place: what follows the name of the file. */
  const char *tail = strstr(full, ".xlsx:");
  assert_non_null(tail);
  assert_string_equal(tail + strlen(".xlsx:"), printed);
  jh_buf_done(&text);
}

void expect_rows(const char *rows, const char *expected) {
  workbook book;
  workbook_make(&book);
  workbook_sheet(&book, rows);
  workbook_expect(&book, expected);
}

void expect_row_error(const char *rows, const char *printed) {
  workbook book;
  workbook_make(&book);
  workbook_sheet(&book, rows);
  jh_error err = {0};
  jh_buf text;
  jh_buf_init(&text);
  jh_code code = workbook_read(workbook_write(&book), 0, NULL, &text, &err);
  jh_buf_done(&text);
  assert_int_not_equal(code, JH_OK);
  workbook_expect_error(&book, code, printed);
}
