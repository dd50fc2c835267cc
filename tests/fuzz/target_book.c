/* target_book.c - a workbook: every row of every sheet is read, twice alike, or refused with a place.
 *
 * The input is the sheet's part; after lines "--8<--" may follow the shared strings, the styles, the workbook and
 * its relations. They are packed here, so that inputs do not die of checksums. An input that begins as an archive is
 * taken as it is.
 */
#include "fuzz.h"
#include "sheet/book.h"
#include "sheet/rows.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define PACKAGE "xmlns=\"http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATION(number, kind, target)                                                             \
  "<Relationship Id=\"rId" number "\" Type=\"" OFFICE "/" kind "\" Target=\"" target "\"/>"

enum { FIXED = 2, PARTS = 7 };

typedef struct part {
  const char *name, *usual;
} part;

/* The first are never made up. */
static const part parts[PARTS] = {
    {"[Content_Types].xml", HEAD "<Types " PACKAGE "content-types\"/>"},
    {"_rels/.rels", HEAD "<Relationships " PACKAGE "relationships\">" RELATION(
                        "1", "officeDocument", "xl/workbook.xml") "</Relationships>"},
    {"xl/worksheets/sheet1.xml", ""},
    {"xl/sharedStrings.xml", HEAD "<sst " MAIN "><si><t>a</t></si><si><t>b</t></si></sst>"},
    {"xl/styles.xml", HEAD "<styleSheet " MAIN "><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                           "<xf numFmtId=\"9\"/></cellXfs></styleSheet>"},
    {"xl/workbook.xml", HEAD "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"s\" "
                             "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
    {"xl/_rels/workbook.xml.rels",
     HEAD "<Relationships " PACKAGE "relationships\">" RELATION(
         "1", "worksheet", "worksheets/sheet1.xml") RELATION("2", "styles", "styles.xml")
         RELATION("3", "sharedStrings", "sharedStrings.xml") "</Relationships>"},
};

static uint32_t crc_of(jh_str text) {
  uint32_t crc = UINT32_MAX;
  for (size_t i = 0; i < text.size; i++) {
    crc ^= (uint8_t)text.at[i];
    for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (crc & 1 ? UINT32_C(0xEDB88320) : 0);
  }
  return ~crc;
}

static void add_number(jh_buf *buf, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; i++) jh_buf_char(buf, (char)(value >> (8 * i) & 0xFF));
}

/* What the local header and the directory have in common. */
static void add_about(jh_buf *buf, const char *name, jh_str text) {
  add_number(buf, 20, 2);
  add_number(buf, 0, 2); /* flags */
  add_number(buf, 0, 2); /* stored */
  add_number(buf, 0, 4); /* time and day */
  add_number(buf, crc_of(text), 4);
  add_number(buf, text.size, 4);
  add_number(buf, text.size, 4);
  add_number(buf, strlen(name), 2);
  add_number(buf, 0, 2);
}

static void pack(jh_buf *out, jh_str rest) {
  jh_buf directory = {0};
  for (size_t i = 0; i < PARTS; i++) {
    jh_str text = jh_str_of(parts[i].usual);
    if (i >= FIXED && rest.at) text = fuzz_cut(rest, &rest);
    size_t at = out->size;
    add_number(out, UINT32_C(0x04034B50), 4);
    add_about(out, parts[i].name, text);
    jh_buf_text(out, parts[i].name);
    jh_buf_add(out, text);
    add_number(&directory, UINT32_C(0x02014B50), 4);
    add_number(&directory, 20, 2);
    add_about(&directory, parts[i].name, text);
    add_number(&directory, 0, 8); /* no comment, one disk */
    add_number(&directory, 0, 2); /* no attributes */
    add_number(&directory, at, 4);
    jh_buf_text(&directory, parts[i].name);
  }
  size_t at = out->size;
  jh_buf_add(out, jh_buf_str(&directory));
  add_number(out, UINT32_C(0x06054B50), 4);
  add_number(out, 0, 4);
  add_number(out, PARTS, 2);
  add_number(out, PARTS, 2);
  add_number(out, directory.size, 4);
  add_number(out, at, 4);
  add_number(out, 0, 2);
  jh_buf_done(&directory);
}

/* All that is read of a sheet, as one number. */
static uint64_t sum_of(jh_book *book, size_t sheet) {
  uint64_t sum = 17;
  jh_rows *rows = NULL;
  jh_error err = {0};
  jh_code code = jh_rows_open(&rows, book, sheet, &err);
  jh_sheet_row row;
  for (bool got = true; !code && got;) {
    code = jh_rows_next(rows, &row, &got, &err);
    for (size_t i = 0; !code && got && i < row.count; i++) {
      jh_str text = row.cells[i].text;
      sum = sum * 31 + row.cells[i].kind;
      for (size_t k = 0; k < text.size; k++) sum = sum * 31 + (uint8_t)text.at[k];
    }
  }
  if (code) fuzz_must_tell(&err, code, true);
  jh_rows_close(rows);
  return sum * 31 + code;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_begin();
  jh_str input = {(const char *)data, size};
  jh_buf packed = {0};
  if (size < 2 || memcmp(data, "PK", 2) != 0) {
    pack(&packed, input);
    input = jh_buf_str(&packed);
  }
  fuzz_put("book.xlsx", input);
  jh_error err = {0};
  jh_book *book = NULL;
  jh_code code = jh_book_open(&book, "book.xlsx", NULL, &err);
  if (code) fuzz_must_tell(&err, code, true);
  for (size_t i = 0; !code && i < jh_book_sheet_count(book) && i < 4; i++) {
    const uint64_t first = sum_of(book, i), again = sum_of(book, i);
    fuzz_must(first == again, "a sheet is the same when it is read again");
  }
  jh_book_close(book);
  jh_buf_done(&packed);
  fuzz_drop("book.xlsx");
  return 0;
}
