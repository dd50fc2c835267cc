/* test_spoiled.c - workbooks that are damaged, or made to do harm: one clear error, within bounds. */
#include "workbook.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include "sheet/look.h"
#include "sheet/rows.h"

static jh_code read_with(workbook *made, const jh_book_limits *limits, jh_error *err) {
  jh_buf text;
  jh_buf_init(&text);
  jh_code code = workbook_read(workbook_write(made), 0, limits, &text, err);
  jh_buf_done(&text);
  return code;
}

static void expect_limit(workbook *made, jh_book_limits limits, jh_code code, const char *what) {
  jh_error err = {0};
  assert_int_equal(read_with(made, &limits, &err), code);
  assert_string_equal(err.args[0], what);
}

TEST(what_grows_beyond_its_limit_is_refused) {
  workbook made;
  jh_error err;
  workbook_make(&made);
  workbook_sheet(&made, "<row><c t=\"inlineStr\"><is><t>abcdefghij</t></is></c></row>");
  expect_limit(&made, (jh_book_limits){.entries = 6}, JH_EBOOK_LIMIT, "ZIP entries");
  assert_int_equal(read_with(&made, &(jh_book_limits){.entries = 7}, &err), JH_OK);
  expect_limit(&made, (jh_book_limits){.entry_bytes = 100}, JH_EBOOK_BYTES, "_rels/.rels");
  expect_limit(&made, (jh_book_limits){.total_bytes = 900}, JH_EBOOK_BYTES, "ZIP");
  expect_limit(&made, (jh_book_limits){.text_bytes = 9}, JH_EBOOK_LIMIT, "text bytes");
  assert_int_equal(read_with(&made, &(jh_book_limits){.text_bytes = 10}, &err), JH_OK);
  expect_limit(&made, (jh_book_limits){.text_bytes = 2}, JH_EBOOK_LIMIT, "text bytes");
  expect_limit(&made, (jh_book_limits){.shared_bytes = 17}, JH_EBOOK_LIMIT, "sharedStrings bytes");
  assert_int_equal(read_with(&made, &(jh_book_limits){.shared_bytes = 18}, &err), JH_OK);
  expect_limit(&made, (jh_book_limits){.styles = 6}, JH_EBOOK_LIMIT, "styles");
  assert_int_equal(read_with(&made, &(jh_book_limits){.styles = 7}, &err), JH_OK);
  workbook_set(
      &made, "xl/workbook.xml",
      HEAD "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"a\" r:id=\"rId1\"/>"
           "<sheet name=\"b\" r:id=\"rId1\"/></sheets></workbook>");
  expect_limit(&made, (jh_book_limits){.sheets = 1}, JH_EBOOK_LIMIT, "sheets");
}

/* A sheet of a size, filled with one byte inside of a frame. */
static char *filled(size_t size, const char *before, char c, const char *after) {
  char *text = malloc(size + strlen(before) + strlen(after) + 1);
  assert_non_null(text);
  size_t at = strlen(before);
  memcpy(text, before, at);
  memset(text + at, c, size);
  strcpy(text + at + size, after);
  return text;
}

static void expect_filled(
    const char *part, size_t size, const char *before, char c, const char *after, jh_code code,
    const char *what) {
  workbook made;
  jh_error err = {0};
  char *text = filled(size, before, c, after);
  workbook_make(&made);
  workbook_set(&made, part, text);
  assert_int_equal(read_with(&made, NULL, &err), code);
  assert_string_equal(err.args[0], what);
  free(text);
}

#define BEGIN HEAD "<worksheet " MAIN "><sheetData>"
#define END "</sheetData></worksheet>"

TEST(what_is_packed_as_no_program_packs_it_is_refused) {
  size_t size = (size_t)32 * 1024 * 1024;
  const char *sheet = "xl/worksheets/sheet1.xml", *strings = "xl/sharedStrings.xml";
  expect_filled(sheet, size, BEGIN, ' ', END, JH_EBOOK_RATIO, sheet);
  expect_filled(strings, size, HEAD "<sst " MAIN ">", ' ', "</sst>", JH_EBOOK_RATIO, strings);
  expect_filled(
      strings, size, HEAD "<sst " MAIN "><si><t>", 'x', "</t></si></sst>", JH_EBOOK_LIMIT,
      "text bytes");
}

TEST(a_tag_without_end_is_refused_long_before_it_fills_memory) {
  size_t size = (size_t)3 * 1024 * 1024;
  const char *sheet = "xl/worksheets/sheet1.xml";
  expect_filled(
      sheet, size, BEGIN "<row><c r=\"", 'A', "\"/></row>" END, JH_EBOOK_LIMIT, "XML tag bytes");
  expect_filled(sheet, size, BEGIN "<!-- ", 'a', "-->" END, JH_EBOOK_LIMIT, "XML tag bytes");
  expect_filled(
      "xl/styles.xml", size, "<styleSheet " MAIN " a=\"", 'a', "\"/>", JH_EBOOK_LIMIT,
      "XML tag bytes");
}

/* `count` times a piece with a number in it, twice where the format asks for it. */
static char *repeated(int count, const char *before, const char *piece, const char *after) {
  size_t room = strlen(before) + strlen(after) + (size_t)count * (strlen(piece) + 24) + 1;
  char *text = malloc(room);
  assert_non_null(text);
  size_t at = (size_t)snprintf(text, room, "%s", before);
  for (int i = 0; i < count; i++) {
    const char *from = piece;
    for (const char *mark; (mark = strchr(from, '#')) != NULL; from = mark + 1)
      at += (size_t)snprintf(text + at, room - at, "%.*s%d", (int)(mark - from), from, i);
    at += (size_t)snprintf(text + at, room - at, "%s", from);
  }
  snprintf(text + at, room - at, "%s", after);
  return text;
}

static jh_code read_repeated(
    const char *part, int count, const char *before, const char *piece, const char *after,
    jh_error *err) {
  workbook made;
  char *text = repeated(count, before, piece, after);
  workbook_make(&made);
  workbook_set(&made, part, text);
  jh_code code = read_with(&made, NULL, err);
  free(text);
  return code;
}

TEST(depth_and_names_are_bounded) {
  jh_error err;
  const char *sheet = "xl/worksheets/sheet1.xml";
  assert_int_equal(read_repeated(sheet, 62, BEGIN, "<a>", "", &err), JH_EBOOK_XML);
  assert_int_equal(read_repeated(sheet, 63, BEGIN, "<a>", "", &err), JH_EBOOK_LIMIT);
  assert_string_equal(err.args[0], "XML depth");
  static const char *const pieces[] = {
      "<row a#=\"1\"/>", "<a#/>", "<a xmlns:b#=\"urn:x\"/>", "<a xmlns=\"urn:#\"/>",
      "<b:a# xmlns:b=\"urn:x\"/>"};
  for (size_t i = 0; i < COUNT(pieces); i++) {
    assert_int_equal(read_repeated(sheet, 100000, BEGIN, pieces[i], END, &err), JH_EBOOK_LIMIT);
    assert_string_equal(err.args[0], "XML names");
    assert_int_equal(read_repeated(sheet, 500, BEGIN, pieces[i], END, &err), JH_OK);
  }
}

TEST(more_columns_than_a_sheet_has_are_refused) {
  jh_error err;
  const char *sheet = "xl/worksheets/sheet1.xml";
  assert_int_equal(
      read_repeated(sheet, 1000000, BEGIN "<row>", "<c><v>1</v></c>", "</row>" END, &err),
      JH_ESHEET_PLACE);
  assert_string_equal(err.args[0], "XFE1");
  assert_int_equal(
      read_repeated(sheet, 16384, BEGIN "<row>", "<c><v>1</v></c>", "</row>" END, &err), JH_OK);
}

TEST(a_row_of_huge_texts_is_refused) {
  workbook made;
  jh_error err = {0};
  char *cell = filled(1024 * 1024, "<c t=\"inlineStr\"><is><t>", 'x', "</t></is></c>");
  char *text = repeated(66, BEGIN "<row>", cell, "</row>" END);
  workbook_make(&made);
  workbook_set(&made, "xl/worksheets/sheet1.xml", text);
  assert_int_equal(read_with(&made, &(jh_book_limits){.ratio = 100000}, &err), JH_EBOOK_LIMIT);
  assert_string_equal(err.args[0], "row bytes");
  free(text);
  free(cell);
}

TEST(document_types_are_refused_in_every_part) {
  static const char *const parts[] = {
      "_rels/.rels",          "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
      "xl/sharedStrings.xml", "xl/styles.xml",   "xl/worksheets/sheet1.xml"};
  static const char *const types[] = {
      ("<!DOCTYPE a [<!ENTITY a \"0123456789\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
       "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>"),
      "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
      "<!DOCTYPE a PUBLIC \"-//x//x\" \"http://127.0.0.1/a.dtd\"><a/>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><a/>",
      "<!DOCTYPE a><a/>",
      "<!DOCTYPE a []><a/>"};
  for (size_t i = 0; i < COUNT(parts); i++) {
    for (size_t k = 0; k < COUNT(types); k++) {
      workbook made;
      jh_error err = {0};
      workbook_make(&made);
      workbook_set(&made, parts[i], types[k]);
      assert_int_equal(read_with(&made, NULL, &err), JH_EBOOK_DTD);
      assert_string_equal(err.args[0], parts[i]);
    }
  }
}

TEST(two_parts_of_one_name_are_refused) {
  workbook made;
  jh_error err;
  size_t size;
  workbook_make(&made);
  workbook_set(&made, "xl/sharedStrings.xmk", "x"); /* becomes the second by one letter */
  char *bytes = workbook_bytes(workbook_write(&made), &size);
  for (size_t i = 0; i + 20 < size; i++)
    if (memcmp(bytes + i, "xl/sharedStrings.xmk", 20) == 0) bytes[i + 19] = 'l';
  jh_book *book;
  assert_int_equal(
      jh_book_open(&book, workbook_write_raw(&made, bytes, size), NULL, &err), JH_EBOOK_DAMAGED);
  free(bytes);
}

/* A workbook as a program writes it: texts, numbers, dates, percentages, a second sheet. */
static const char *write_usual(char *path, size_t room) {
  snprintf(path, room, "%s/usual-%ld.xlsx", JH_TEST_FOLDER, (long)getpid());
  lxw_workbook *book = workbook_new(path);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "学校");
  lxw_worksheet *other = workbook_add_worksheet(book, "教师");
  lxw_format *date = workbook_add_format(book);
  lxw_format *percent = workbook_add_format(book);
  format_set_num_format(date, "yyyy\"年\"m\"月\"d\"日\"");
  format_set_num_format(percent, "0.0%");
  worksheet_merge_range(sheet, 0, 0, 0, 4, "某县学校情况", NULL);
  for (lxw_row_t i = 1; i < 60; i++) {
    char name[64];
    snprintf(name, sizeof name, "第%u小学", i);
    worksheet_write_string(sheet, i, 0, name, NULL);
    worksheet_write_number(sheet, i, 1, i * 37 % 1000 + 0.27, NULL);
    worksheet_write_number(sheet, i, 2, 45536 + i, date);
    worksheet_write_number(sheet, i, 3, i / 64.0, percent);
    worksheet_write_boolean(sheet, i, 4, i % 2 == 0, NULL);
  }
  worksheet_write_string(other, 0, 0, "教师", NULL);
  assert_int_equal(workbook_close(book), LXW_NO_ERROR);
  return path;
}

/* Opens, looks and reads; what was read is in the buffer. */
static jh_code read_all(const char *path, jh_buf *out, jh_error *err) {
  jh_book *book;
  jh_code code = jh_book_open(&book, path, NULL, err);
  size_t count = code ? 0 : jh_book_sheet_count(book);
  for (size_t i = 0; !code && i < count; i++) {
    jh_arena *arena = jh_arena_open();
    jh_sheet_look look;
    jh_buf_text(out, jh_book_sheet_name(book, i));
    code = jh_sheet_look_at(&look, book, i, arena, err);
    if (!code) {
      jh_buf_print(out, " %d %u", (int)look.row_count, look.column_count);
      for (size_t k = 0; k < look.merge_count; k++) jh_buf_int(out, look.merges[k].right);
    }
    jh_arena_close(arena);
    if (!code) code = workbook_read(path, i, NULL, out, err);
  }
  jh_book_close(book);
  return code;
}

TEST(a_workbook_of_a_writer_is_read) {
  char path[512];
  jh_buf text;
  jh_error err = {0};
  jh_buf_init(&text);
  assert_int_equal(read_all(write_usual(path, sizeof path), &text, &err), JH_OK);
  assert_non_null(strstr(text.at, "学校 60 54"));
  assert_non_null(
      strstr(text.at, "2: A T 第1小学 | B N 37.27 | C D 2024-09-02 | D N 1.5625% | E B FALSE\n"));
  assert_non_null(strstr(
      text.at, "60: A T 第59小学 | B N 183.27 | C D 2024-10-30 | D N 92.1875% | E B FALSE\n"));
  assert_non_null(strstr(text.at, "教师 1 11: A T 教师\n"));
  jh_buf_done(&text);
}

TEST(a_workbook_cut_short_anywhere_is_refused) {
  char path[512];
  size_t size;
  char *bytes = workbook_bytes(write_usual(path, sizeof path), &size);
  for (size_t i = 0; i < 50; i++) {
    workbook made;
    jh_error err = {0};
    jh_buf text;
    jh_buf_init(&text);
    jh_code code = read_all(workbook_write_raw(&made, bytes, size * i / 50), &text, &err);
    assert_int_equal(code, i == 0 ? JH_EEMPTY_FILE : JH_EBOOK_DAMAGED);
    assert_int_equal(err.code, code);
    jh_buf_done(&text);
  }
  free(bytes);
}

/* The next of a fixed row of numbers. */
static uint32_t next_random(uint32_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  *seed ^= *seed << 5;
  return *seed;
}

TEST(flipped_bytes_give_an_error_or_the_right_values) {
  const char *wanted = getenv("JUNHENG_FLIPS");
  int flips = wanted ? atoi(wanted) : 500, whole = 0;
  uint32_t seed = 20240901;
  char path[512];
  size_t size;
  jh_buf right;
  jh_error err = {0};
  jh_buf_init(&right);
  char *bytes = workbook_bytes(write_usual(path, sizeof path), &size);
  assert_int_equal(read_all(path, &right, &err), JH_OK);
  for (int i = 0; i < flips; i++) {
    workbook made;
    jh_buf text;
    jh_buf_init(&text);
    size_t at = next_random(&seed) % size;
    char before = bytes[at];
    bytes[at] = (char)(before ^ (1 << next_random(&seed) % 8));
    jh_code code = read_all(workbook_write_raw(&made, bytes, size), &text, &err);
    bytes[at] = before;
    if (code) {
      char printed[1024];
      assert_true(jh_error_print(&err, JH_EN, printed, sizeof printed) > 0);
    } else {
      assert_string_equal(text.at, right.at);
      whole++;
    }
    jh_buf_done(&text);
  }
  assert_true(whole < flips / 2);
  jh_buf_done(&right);
  free(bytes);
}

/* Not the archive but what stands in it: every byte of a sheet, in turn, becomes another. */
TEST(flipped_bytes_inside_of_parts_never_do_harm) {
  static const char *const parts[] = {
      "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels"};
  uint32_t seed = 7;
  for (size_t p = 0; p < COUNT(parts); p++) {
    workbook made;
    workbook_make(&made);
    workbook_sheet(
        &made,
        "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45536.5</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>第一&amp;_x000D_</t></is></c>"
        "<c r=\"B2\"><f>1</f><v>2</v></c></row>");
    size_t at = 0;
    while (strcmp(made.parts[at].name, parts[p]) != 0) at++;
    char text[16384];
    strcpy(text, made.parts[at].bytes);
    workbook_set(&made, parts[p], text);
    size_t size = strlen(text);
    for (int i = 0; i < 150; i++) {
      size_t place = next_random(&seed) % size;
      char before = text[place];
      char other = "<>/&\"'= x0\xFF\x01"[next_random(&seed) % 12];
      text[place] = other;
      jh_buf out;
      jh_error err = {0};
      jh_buf_init(&out);
      (void)read_all(workbook_write(&made), &out, &err);
      jh_buf_done(&out);
      text[place] = before;
    }
  }
}

TESTS(
    RUN(what_grows_beyond_its_limit_is_refused),
    RUN(what_is_packed_as_no_program_packs_it_is_refused),
    RUN(a_tag_without_end_is_refused_long_before_it_fills_memory), RUN(depth_and_names_are_bounded),
    RUN(more_columns_than_a_sheet_has_are_refused), RUN(a_row_of_huge_texts_is_refused),
    RUN(document_types_are_refused_in_every_part), RUN(two_parts_of_one_name_are_refused),
    RUN(a_workbook_of_a_writer_is_read), RUN(a_workbook_cut_short_anywhere_is_refused),
    RUN(flipped_bytes_give_an_error_or_the_right_values),
    RUN(flipped_bytes_inside_of_parts_never_do_harm))
