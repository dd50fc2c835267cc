/* test_rows.c - what cells of a sheet become. */
#include "workbook.h"

#include "sheet/rows.h"

TEST(every_kind_of_cell_becomes_its_text) {
  expect_rows(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
      "<row r=\"3\"><c r=\"A3\"><v>12.50</v></c><c r=\"B3\" t=\"b\"><v>1</v></c>"
      "<c r=\"C3\" t=\"b\"><v>0</v></c><c r=\"D3\" t=\"e\"><v>#DIV/0!</v></c>"
      "<c r=\"E3\" t=\"str\"><v>一</v></c><c r=\"H3\" t=\"inlineStr\"><is><t>二 </t></is></c>"
      "<c r=\"I3\" t=\"n\"><v>5.2699999999999996</v></c></row>",
      "1: A T 甲 | B T 乙\n"
      "3: A N 12.5 | B B TRUE | C B FALSE | D E #DIV/0! | E T 一 | H T 二  | I N 5.27\n");
}

TEST(the_format_of_a_cell_makes_dates_and_percentages) {
  expect_rows(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45536</v></c><c r=\"B1\" s=\"2\"><v>0.85</v></c>"
      "<c r=\"C1\" s=\"3\"><v>45536.333333333336</v></c><c r=\"D1\" s=\"4\"><v>0.5</v></c>"
      "<c r=\"E1\" s=\"5\"><v>1.5</v></c><c r=\"F1\" s=\"6\"><v>7</v></c>"
      "<c r=\"G1\" s=\"1\"><v>-3</v></c><c r=\"H1\" s=\"2\"><v>-0.0040000000000000001</v></c>"
      "<c r=\"I1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"J1\" s=\"2\" t=\"str\"><v>x</v></c>"
      "<c r=\"K1\" s=\"2\"><v>0</v></c></row>",
      "1: A D 2024-09-01 | B N 85% | C D 2024-09-01T08:00:00 | D D 12:00:00 | E D 36:00:00 | "
      "Fh N 7 | Gh N -3 | H N -0.4% | I T 甲 | J T x | K N 0%\n");
}

TEST(days_count_from_1904_where_the_workbook_says_so) {
  workbook book;
  workbook_make(&book);
  workbook_set(
      &book, "xl/workbook.xml",
      HEAD "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><workbookPr date1904=\"1\"/><sheets>"
           "<sheet name=\"学校\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
  workbook_sheet(&book, "<row><c s=\"1\"><v>44074</v></c></row>");
  workbook_expect(&book, "1: A D 2024-09-01\n");
}

TEST(dates_that_are_written_as_dates_lose_midnight_only) {
  expect_rows(
      "<row><c t=\"d\"><v>2024-09-01T00:00:00.000Z</v></c><c t=\"d\"><v>2024-09-01</v></c>"
      "<c t=\"d\"><v>2024-09-01T08:30:00</v></c></row>",
      "1: A D 2024-09-01 | B D 2024-09-01 | C D 2024-09-01T08:30:00\n");
}

TEST(blanks_are_left_out_and_rows_of_blanks_too) {
  expect_rows(
      "<row r=\"1\"/><row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"B2\"/></row>"
      "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\"><v></v></c><c r=\"C3\"><v/></c>"
      "<c r=\"D3\" t=\"inlineStr\"><is><t></t></is></c><c r=\"E3\" t=\"str\"><v></v></c>"
      "<c r=\"F3\" t=\"inlineStr\"><is/></c></row>"
      "<row r=\"5\"><c r=\"B5\"><v>1</v></c></row>",
      "5: B N 1\n");
}

TEST(a_formula_gives_the_value_that_was_kept) {
  expect_rows(
      "<row r=\"1\"><c r=\"A1\"><f>SUM(B1:C1)</f><v>3</v></c>"
      "<c r=\"B1\" t=\"str\"><f>\"\"&amp;\"\"</f><v></v></c>"
      "<c r=\"C1\" t=\"e\"><f t=\"shared\" si=\"0\"/><v>#N/A</v></c>"
      "<c r=\"D1\"><f aca=\"false\">A1</f><v>4</v></c><c r=\"E1\" "
      "t=\"str\"><f>T(A1)</f><v>a</v></c>"
      "</row>",
      "1: A Nf 3 | C Ef #N/A | D Nf 4 | E Tf a\n");
}

TEST(a_formula_that_nobody_computed_says_so) {
  expect_rows(
      "<row r=\"1\"><c r=\"A1\"><f>SUM(B1:C1)</f></c><c r=\"B1\"><f>1</f><v></v></c>"
      "<c r=\"C1\" t=\"str\"><f>1</f></c><c r=\"D1\"><f t=\"shared\" si=\"0\"/><v/></c></row>",
      "1: A Tf!  | B Tf!  | C Tf!  | D Tf! \n");
}

TEST(values_of_formulas_that_a_program_made_up_do_not_count) {
  workbook book;
  workbook_make(&book);
  workbook_set(
      &book, "xl/workbook.xml",
      HEAD "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets>"
           "<sheet name=\"学校\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
           "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>");
  workbook_sheet(&book, "<row><c><f>SUM(B1:C1)</f><v>0</v></c><c><v>2</v></c></row>");
  workbook_expect(&book, "1: A Tf!  | B N 2\n");
}

TEST(rich_text_is_joined_and_phonetic_hints_are_not) {
  workbook book;
  workbook_make(&book);
  workbook_set(
      &book, "xl/sharedStrings.xml",
      HEAD "<sst " MAIN
           " count=\"9\"><si><r><rPr><b/></rPr><t>第一</t></r><r><t xml:space=\"preserve\"> 小学"
           "</t></r><rPh sb=\"0\" eb=\"1\"><t>xx</t></rPh><phoneticPr fontId=\"1\"/></si></sst>");
  workbook_sheet(
      &book, "<row><c t=\"s\"><v>0</v></c><c "
             "t=\"inlineStr\"><is><r><t>a</t></r><r><rPr><i/></rPr><t> b</t>"
             "</r><rPh sb=\"0\" eb=\"1\"><t>yy</t></rPh><phoneticPr/></is></c></row>");
  workbook_expect(&book, "1: A T 第一 小学 | B T a b\n");
}

TEST(characters_that_xml_cannot_hold_are_decoded) {
  workbook book;
  workbook_make(&book);
  workbook_set(
      &book, "xl/sharedStrings.xml",
      HEAD "<sst " MAIN "><si><t>a_x000D_b_x005F_x000D_c_x4E00__xD83D__xDE00_</t></si>"
           "<si><t>_x0000_ _xD83D_ _xDE00_ _x00g0_ _x12_ x0041_ _</t></si></sst>");
  workbook_sheet(
      &book, "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c r=\"C1\" "
             "t=\"inlineStr\"><is><t>_x0041_&amp;"
             "</t></is></c><c r=\"D1\" t=\"str\"><v>_x0042_</v></c></row>");
  workbook_expect(
      &book,
      "1: A T a\rb_x000D_c一😀 | B T _x0000_ _xD83D_ _xDE00_ _x00g0_ _x12_ x0041_ _ | C T A& | "
      "D T B\n");
}

TEST(blanks_and_line_breaks_inside_a_text_are_kept) {
  expect_rows(
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">  a\nb </t></is></c>"
      "<c r=\"B1\" t=\"str\"><v> x </v></c><c r=\"C1\"><v> 12 </v></c></row>",
      "1: A T   a\nb  | B T  x  | C N 12\n");
}

TEST(entities_and_cdata_are_text) {
  expect_rows(
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a &lt;b&gt; &amp; &#x4e00;</v></c>"
      "<c r=\"B1\" t=\"str\"><v><![CDATA[<c r=\"A1\"/>]]></v></c><c r=\"C1\"><v>1<!-- 2 "
      "-->3</v></c>"
      "<!-- <c r=\"D1\"><v>4</v></c> > --><?x <c r=\"E1\"/> ?><c r=\"F1\"><v>6</v></c></row>",
      "1: A T a <b> & 一 | B T <c r=\"A1\"/> | C N 13 | Fh N 6\n");
}

TEST(cells_and_rows_without_a_place_follow_one_another) {
  expect_rows(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c r=\"C2\"><v>3</v></c><c><v>4</v></c></row>"
      "<row r=\"7\"><c/><c><v>5</v></c></row><row><c><v>6</v></c></row>",
      "1: A N 1 | B N 2\n2: C N 3 | D N 4\n7: B N 5\n8: A N 6\n");
}

TEST(hidden_rows_and_columns_are_told) {
  expect_rows(
      "<row r=\"1\" hidden=\"1\"><c r=\"E1\"><v>1</v></c><c r=\"F1\"><v>2</v></c></row>"
      "<row r=\"2\" hidden=\"true\"><c r=\"G2\"><v>3</v></c><c r=\"H2\"><v>4</v></c></row>"
      "<row r=\"3\" hidden=\"false\"><c r=\"A3\"><v>5</v></c></row>",
      "1h: E N 1 | Fh N 2\n2h: Gh N 3 | H N 4\n3: A N 5\n");
}

TEST(the_last_place_of_a_sheet_is_read) {
  expect_rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "1048576: XFD N 1\n");
}

TEST(what_stands_twice_or_out_of_order_is_refused) {
#define AFTER(place)                                                                               \
  " error: the cell or row comes after " place                                                     \
  "; a sheet holds each once and in order: open it in a spreadsheet program and save it anew "     \
  "[JH-253]"
  expect_row_error(
      "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>",
      "学校!B2:" AFTER("B2"));
  expect_row_error(
      "<row r=\"2\"><c r=\"C2\"><v>1</v></c><c r=\"B2\" s=\"1\"/></row>", "学校!B2:" AFTER("C2"));
  expect_row_error("<row r=\"2\"/><row r=\"2\"/>", "学校!2:" AFTER("2"));
  expect_row_error("<row r=\"9\"/><row r=\"2\"><c/></row>", "学校!2:" AFTER("9"));
}

TEST(a_cell_that_stands_in_another_row_is_refused) {
  expect_row_error(
      "<row r=\"2\"><c r=\"B3\"><v>1</v></c></row>",
      "学校!B2: error: the workbook is damaged or cut short (B3); get it again, or repair it in a "
      "spreadsheet program and save it [JH-246]");
}

TEST(places_beyond_a_sheet_are_refused) {
#define NO_PLACE(place)                                                                            \
  " error: \"" place "\" is no place in a sheet; rows end at 1048576, columns at XFD [JH-254]"
  expect_row_error("<row r=\"1048577\"/>", "学校:" NO_PLACE("1048577"));
  expect_row_error("<row r=\"99999999999999999999\"/>", "学校:" NO_PLACE("99999999999999999999"));
  expect_row_error("<row r=\"0\"/>", "学校:" NO_PLACE("0"));
  expect_row_error("<row r=\"-1\"/>", "学校:" NO_PLACE("-1"));
  expect_row_error("<row r=\"1\"><c r=\"XFE1\"/></row>", "学校!1:" NO_PLACE("XFE1"));
  expect_row_error("<row r=\"1\"><c r=\"B\"/></row>", "学校!1:" NO_PLACE("B"));
  expect_row_error("<row r=\"1\"><c r=\"\"/></row>", "学校!1:" NO_PLACE(""));
  expect_row_error("<row r=\"1\"><c r=\"XFD1\"/><c/></row>", "学校!XFE1:" NO_PLACE("XFE1"));
  expect_row_error("<row r=\"1048576\"/><row/>", "学校!1048577:" NO_PLACE("1048577"));
}

TEST(content_that_is_not_of_its_type_is_refused) {
#define NO_VALUE(text, type)                                                                       \
  " error: \"" text "\" cannot be the content of a cell of type \"" type                           \
  "\"; open the workbook in a spreadsheet program and save it anew [JH-255]"
#define IN_B2(cell) "<row r=\"2\"><c r=\"A2\"><v>1</v></c>" cell "</row>"
  expect_row_error(IN_B2("<c r=\"B2\"><v>12a</v></c>"), "学校!B2:" NO_VALUE("12a", "n"));
  expect_row_error(IN_B2("<c r=\"B2\"><v>1,5</v></c>"), "学校!B2:" NO_VALUE("1,5", "n"));
  expect_row_error(IN_B2("<c r=\"B2\"><v>1&amp;2</v></c>"), "学校!B2:" NO_VALUE("1&2", "n"));
  expect_row_error(IN_B2("<c r=\"B2\"><v>NaN</v></c>"), "学校!B2:" NO_VALUE("NaN", "n"));
  expect_row_error(IN_B2("<c r=\"B2\" t=\"b\"><v>2</v></c>"), "学校!B2:" NO_VALUE("2", "b"));
  expect_row_error(IN_B2("<c r=\"B2\" t=\"s\"><v>3</v></c>"), "学校!B2:" NO_VALUE("3", "s"));
  expect_row_error(
      IN_B2("<c r=\"B2\" t=\"s\"><v>18446744073709551616</v></c>"),
      "学校!B2:" NO_VALUE("18446744073709551616", "s"));
  expect_row_error(IN_B2("<c r=\"B2\" t=\"s\"><v>-1</v></c>"), "学校!B2:" NO_VALUE("-1", "s"));
  expect_row_error(IN_B2("<c r=\"B2\" t=\"x\"><v>1</v></c>"), "学校!B2:" NO_VALUE("x", "t"));
  expect_row_error(IN_B2("<c r=\"B2\" s=\"-1\"><v>1</v></c>"), "学校!B2:" NO_VALUE("-1", "s"));
  expect_row_error(IN_B2("<c r=\"B2\" s=\"7\"><v>1</v></c>"), "学校!B2:" NO_VALUE("7", "s"));
}

TEST(a_value_that_is_not_single_is_refused) {
#define DAMAGED(what)                                                                              \
  " error: the workbook is damaged or cut short (" what                                            \
  "); get it again, or repair it in a spreadsheet program and save it [JH-246]"
  expect_row_error("<row><c><v>1</v><v>2</v></c></row>", "学校!A1:" DAMAGED("v, is"));
  expect_row_error("<row><c><v>1<v>2</v></v></c></row>", "学校!A1:" DAMAGED("v, t"));
  expect_row_error(
      "<row><c t=\"inlineStr\"><is><t>1</t></is><is><t>2</t></is></c></row>",
      "学校!A1:" DAMAGED("v, is"));
}

TEST(elements_of_other_programs_are_passed_over) {
  expect_rows(
      "<row r=\"1\" xmlns:z=\"urn:z\"><z:c><z:v>9</z:v></z:c><c r=\"A1\"><v>1</v><z:v>8</z:v></c>"
      "<c xmlns=\"urn:z\" r=\"A1\"><v>7</v></c><x/><c "
      "r=\"B1\"><extLst><v>1</v></extLst><v>2</v></c>"
      "<z:a><row r=\"5\" "
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/></z:a>"
      "</row>",
      "1: A N 1 | B N 2\n");
}

/* The same sheet in a way that only the parser understands. */
static void expect_same(const char *rows, const char *prefixed) {
  workbook book;
  workbook_make(&book);
  workbook_sheet(&book, rows);
  jh_buf plain, other;
  jh_error err;
  jh_buf_init(&plain);
  jh_buf_init(&other);
  assert_int_equal(workbook_read(workbook_write(&book), 0, NULL, &plain, &err), JH_OK);
  char sheet[8192];
  snprintf(
      sheet, sizeof sheet,
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>%s"
      "</x:sheetData></x:worksheet>",
      prefixed);
  workbook_set(&book, "xl/worksheets/sheet1.xml", sheet);
  assert_int_equal(workbook_read(workbook_write(&book), 0, NULL, &other, &err), JH_OK);
  assert_true(plain.size > 0);
  assert_slice(jh_buf_str(&plain), other.at);
  jh_buf_done(&plain);
  jh_buf_done(&other);
}

TEST(prefixes_and_the_strict_form_are_read_alike) {
  expect_same(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45536</v></c></row>"
      "<row r=\"2\"><c r=\"C2\" t=\"inlineStr\"><is><t>一</t></is></c></row>",
      "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\" s=\"1\"><x:v>45536"
      "</x:v></x:c></x:row><x:row r=\"2\"><x:c r=\"C2\" t=\"inlineStr\"><x:is><x:t>一</x:t></x:is>"
      "</x:c></x:row>");
}

TEST(a_sheet_in_utf16_is_read) {
  static const char text[] =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet "
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"str\"><v>&#x4E00;</v></c></row>"
      "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row></sheetData></worksheet>";
  char wide[2 * sizeof text] = "\xFF\xFE";
  for (size_t i = 0; i + 1 < sizeof text; i++) wide[2 + 2 * i] = text[i];
  workbook book;
  workbook_make(&book);
  workbook_set_bytes(&book, "xl/worksheets/sheet1.xml", wide, 2 * sizeof text);
  workbook_expect(&book, "1: A N 1 | B T 一\n2: A N 2\n");
}

/* A sheet in UTF-16, the low byte first or last. */
static void set_wide(workbook *book, const char *text, bool low_first) {
  static char wide[4096]; /* borrowed by the workbook */
  size_t size = strlen(text);
  assert_true(2 * size + 2 <= sizeof wide);
  memset(wide, 0, sizeof wide);
  memcpy(wide, low_first ? "\xFF\xFE" : "\xFE\xFF", 2);
  for (size_t i = 0; i < size; i++) wide[2 + 2 * i + !low_first] = text[i];
  workbook_set_bytes(book, "xl/worksheets/sheet1.xml", wide, 2 * size + 2);
}

#define SPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

TEST(prefixes_differ_by_their_case_in_every_encoding) {
  static const char good[] = /* X is ours and x another's */
      "<X:worksheet xmlns:X=\"" SPACE "\" xmlns:x=\"urn:other\"><X:sheetData>"
      "<X:row r=\"1\"><X:c r=\"A1\"><X:v>1</X:v><x:v>7</x:v></X:c><x:c r=\"B1\"><X:v>8</X:v></x:c>"
      "</X:row></X:sheetData></X:worksheet>";
  static const char bad[] = /* x was never declared */
      "<X:worksheet xmlns:X=\"" SPACE "\"><x:sheetData/></X:worksheet>";
  static const char at_once[] = "<x:worksheet xmlns:X=\"" SPACE "\"/>";
  const char *const wrong[] = {bad, at_once};
  for (int form = 0; form < 3; form++) {
    workbook book;
    workbook_make(&book);
    if (form)
      set_wide(&book, good, form == 1);
    else
      workbook_set(&book, "xl/worksheets/sheet1.xml", good);
    workbook_expect(&book, "1: A N 1\n");
    for (size_t i = 0; i < COUNT(wrong); i++) {
      jh_buf text;
      jh_error err;
      jh_buf_init(&text);
      workbook_make(&book);
      if (form)
        set_wide(&book, wrong[i], form == 1);
      else
        workbook_set(&book, "xl/worksheets/sheet1.xml", wrong[i]);
      assert_int_equal(workbook_read(workbook_write(&book), 0, NULL, &text, &err), JH_EBOOK_XML);
      jh_buf_done(&text);
    }
  }
}

TEST(bytes_that_are_no_utf8_are_refused) {
  workbook book;
  workbook_make(&book);
  static const char *const bad[] = {"\xD0\xA3\xFF", "\xED\xA0\x80", "\xC0\x80", "\xEF\xBF\xBF",
                                    "\x01",         "a]]>b",        "&nbsp;",   "\xE4\xB8"};
  for (size_t i = 0; i < COUNT(bad); i++) {
    char row[200];
    snprintf(row, sizeof row, "<row><c r=\"A1\" t=\"str\"><v>%s</v></c></row>", bad[i]);
    workbook_sheet(&book, row);
    jh_buf text;
    jh_error err;
    jh_buf_init(&text);
    assert_int_equal(workbook_read(workbook_write(&book), 0, NULL, &text, &err), JH_EBOOK_XML);
    assert_string_equal(err.at.sheet, "学校");
    jh_buf_done(&text);
  }
  expect_rows(
      "<row><c r=\"A1\" t=\"str\"><v>\xEF\xBF\xA5\xEF\xBF\xBD</v></c></row>",
      "1: A T ￥\xEF\xBF\xBD\n");
}

TEST(a_sheet_that_is_not_closed_is_an_error_after_its_rows) {
  workbook book;
  workbook_make(&book);
  workbook_set(
      &book, "xl/worksheets/sheet1.xml",
      HEAD "<worksheet " MAIN "><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
           "<row r=\"2\"><c r=\"A2\"><v>2</v>");
  jh_buf text;
  jh_error err;
  jh_buf_init(&text);
  assert_int_equal(workbook_read(workbook_write(&book), 0, NULL, &text, &err), JH_EBOOK_XML);
  assert_slice(jh_buf_str(&text), "1: A N 1\n");
  jh_buf_done(&text);
}

TEST(a_part_that_is_no_sheet_is_refused) {
  workbook book;
  workbook_make(&book);
  static const char *const bad[] = {
      HEAD "<chartsheet " MAIN "/>", HEAD "<worksheet xmlns=\"urn:x\"><sheetData/></worksheet>",
      HEAD "<worksheet " MAIN "/>", HEAD "<sst " MAIN "><worksheet/></sst>"};
  for (size_t i = 0; i < COUNT(bad); i++) {
    workbook_set(&book, "xl/worksheets/sheet1.xml", bad[i]);
    workbook_expect_error(&book, JH_EBOOK_DAMAGED, DAMAGED("xl/worksheets/sheet1.xml"));
  }
  workbook_set(
      &book, "xl/worksheets/sheet1.xml",
      HEAD "<worksheet " MAIN "><sheetData/><sheetData/></worksheet>");
  workbook_expect_error(&book, JH_EBOOK_DAMAGED, "学校:" DAMAGED("sheetData"));
}

/* Many cells, so that every piece of what is read ends somewhere inside one. */
TEST(no_cell_is_lost_where_pieces_of_the_file_meet) {
  size_t room = 8 * 1024 * 1024;
  char *sheet = malloc(room);
  assert_non_null(sheet);
  size_t at = (size_t)snprintf(sheet, room, HEAD "<worksheet " MAIN "><sheetData>");
  for (int row = 1; row <= 30000; row++) {
    at += (size_t)snprintf(
        sheet + at, room - at,
        "<row r=\"%d\"><c r=\"A%d\"><v>%d</v></c><c r=\"B%d\" "
        "t=\"inlineStr\"><is><t>第%d所</t></is></c>"
        "<c r=\"C%d\" s=\"1\"/><c r=\"D%d\" t=\"str\"><f>A&amp;B</f><v>x%d&amp;</v></c></row>",
        row, row, row * 7, row, row, row, row, row);
  }
  at += (size_t)snprintf(sheet + at, room - at, "</sheetData></worksheet>");
  workbook made;
  workbook_make(&made);
  workbook_set_bytes(&made, "xl/worksheets/sheet1.xml", sheet, at);
  jh_book *book;
  jh_rows *rows;
  jh_sheet_row row;
  bool got;
  assert_int_equal(jh_book_open(&book, workbook_write(&made), NULL, NULL), JH_OK);
  assert_int_equal(jh_rows_open(&rows, book, 0, NULL), JH_OK);
  for (int n = 1; n <= 30000; n++) {
    char expected[64];
    assert_int_equal(jh_rows_next(rows, &row, &got, NULL), JH_OK);
    assert_true(got);
    assert_int_equal(row.line, n);
    assert_int_equal(row.count, 3);
    snprintf(expected, sizeof expected, "%d", n * 7);
    assert_slice(row.cells[0].text, expected);
    snprintf(expected, sizeof expected, "第%d所", n);
    assert_slice(row.cells[1].text, expected);
    snprintf(expected, sizeof expected, "x%d&", n);
    assert_slice(row.cells[2].text, expected);
  }
  assert_int_equal(jh_rows_next(rows, &row, &got, NULL), JH_OK);
  assert_false(got);
  assert_int_equal(jh_rows_next(rows, &row, &got, NULL), JH_OK);
  assert_false(got);
  jh_rows_close(rows);
  jh_book_close(book);
  free(sheet);
}

TEST(two_sheets_are_read_side_by_side) {
  workbook made;
  workbook_make(&made);
  workbook_sheet(&made, "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>");
  jh_book *book;
  jh_rows *one, *two;
  jh_sheet_row row;
  bool got;
  assert_int_equal(jh_book_open(&book, workbook_write(&made), NULL, NULL), JH_OK);
  assert_int_equal(jh_rows_open(&one, book, 0, NULL), JH_OK);
  assert_int_equal(jh_rows_next(one, &row, &got, NULL), JH_OK);
  assert_int_equal(jh_rows_open(&two, book, 0, NULL), JH_OK);
  assert_int_equal(jh_rows_next(two, &row, &got, NULL), JH_OK);
  assert_slice(row.cells[0].text, "1");
  assert_int_equal(jh_rows_next(one, &row, &got, NULL), JH_OK);
  assert_slice(row.cells[0].text, "2");
  jh_rows_close(one);
  jh_rows_close(two);
  jh_rows_close(NULL);
  jh_book_close(book);
  jh_book_close(NULL);
}

TESTS(
    RUN(every_kind_of_cell_becomes_its_text), RUN(the_format_of_a_cell_makes_dates_and_percentages),
    RUN(days_count_from_1904_where_the_workbook_says_so),
    RUN(dates_that_are_written_as_dates_lose_midnight_only),
    RUN(blanks_are_left_out_and_rows_of_blanks_too), RUN(a_formula_gives_the_value_that_was_kept),
    RUN(a_formula_that_nobody_computed_says_so),
    RUN(values_of_formulas_that_a_program_made_up_do_not_count),
    RUN(rich_text_is_joined_and_phonetic_hints_are_not),
    RUN(characters_that_xml_cannot_hold_are_decoded),
    RUN(blanks_and_line_breaks_inside_a_text_are_kept), RUN(entities_and_cdata_are_text),
    RUN(cells_and_rows_without_a_place_follow_one_another), RUN(hidden_rows_and_columns_are_told),
    RUN(the_last_place_of_a_sheet_is_read), RUN(what_stands_twice_or_out_of_order_is_refused),
    RUN(a_cell_that_stands_in_another_row_is_refused), RUN(places_beyond_a_sheet_are_refused),
    RUN(content_that_is_not_of_its_type_is_refused), RUN(a_value_that_is_not_single_is_refused),
    RUN(elements_of_other_programs_are_passed_over),
    RUN(prefixes_and_the_strict_form_are_read_alike), RUN(a_sheet_in_utf16_is_read),
    RUN(prefixes_differ_by_their_case_in_every_encoding), RUN(bytes_that_are_no_utf8_are_refused),
    RUN(a_sheet_that_is_not_closed_is_an_error_after_its_rows),
    RUN(a_part_that_is_no_sheet_is_refused), RUN(no_cell_is_lost_where_pieces_of_the_file_meet),
    RUN(two_sheets_are_read_side_by_side))
