/* Encodings: told, marked, found out; bytes that are none. */
#include "support/test.h"

#include "world.h"

#define TEXT                                                                                          \
  "学校代码,学校名称,县级行政区划代码,在校生数,面积,寄宿制,学校类型\r\n" \
  "2101,第一小学,110101,300,12.5,是,小学\r\n2102,\"重庆路, 初中\",110102,-0,,否,初级中学\r\n"

static void assert_text_was_read(world *w, const char *encoding) {
  if (world_load(w) != JH_OK) {
    char text[1024];
    jh_error_print(jh_diag_get(w->diag, 0), JH_EN, text, sizeof text);
    fail_msg("%s: %s", encoding, text);
  }
  jh_rows *rows = &w->data->levels[SCHOOLS];
  assert_int_equal(rows->count, 2);
  assert_slice(rows->names[0], "第一小学");
  assert_slice(rows->names[1], "重庆路, 初中");
  assert_int_equal(jh_column_number(rows->columns[STUDENTS], 0), 300);
  assert_int_equal(rows->columns[SCHOOL_TYPE]->marks[1], 1);
  assert_string_equal(w->data->files[1].encoding, encoding);
  assert_int_equal(w->data->files[1].record_count, 2);
}

TEST(utf8_is_read_with_and_without_a_mark) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", TEXT);
  assert_text_was_read(&w, "UTF-8");
  world_write(&w, "schools.csv", "\xEF\xBB\xBF" TEXT);
  assert_text_was_read(&w, "UTF-8");
  assert_null(world_found(&w, JH_EGUESSED_ENCODING, 0));
  world_close(&w);
}

TEST(utf16_is_known_by_its_mark) {
  world w;
  world_open(&w);
  world_write_as(&w, "schools.csv", "UTF-16LE", "\xFF\xFE", 2, TEXT);
  assert_text_was_read(&w, "UTF-16LE");
  world_write_as(&w, "schools.csv", "UTF-16BE", "\xFE\xFF", 2, TEXT);
  assert_text_was_read(&w, "UTF-16BE");
  world_write_as(&w, "schools.csv", "UTF-32LE", "\xFF\xFE\0\0", 4, TEXT);
  assert_text_was_read(&w, "UTF-32LE");
  assert_null(world_found(&w, JH_EGUESSED_ENCODING, 0));
  world_close(&w);
}

TEST(gb18030_is_found_out_and_noted) {
  world w;
  world_open(&w);
  world_write_as(&w, "schools.csv", "GB18030", "", 0, TEXT);
  assert_text_was_read(&w, "GB18030");
  world_assert(&w, JH_EGUESSED_ENCODING, "/schools.csv", 0, 0, 0, "");
  assert_int_equal(world_found(&w, JH_EGUESSED_ENCODING, 0)->severity, JH_NOTE);
  assert_string_equal(world_found(&w, JH_EGUESSED_ENCODING, 0)->args[0], "GB18030");
  world_close(&w);
}

TEST(an_encoding_that_was_told_is_taken_without_a_note) {
  world w;
  world_open(&w);
  static const char *const names[] = {"gbk", "GB2312", "gb-18030", "GB18030"};
  world_write_as(&w, "counties.csv", "GB18030", "", 0, COUNTIES_TEXT);
  world_write_as(&w, "schools.csv", "GB18030", "", 0, TEXT);
  for (size_t i = 0; i < COUNT(names); i++) {
    w.options.encoding = names[i];
    assert_text_was_read(&w, "GB18030");
    assert_int_equal(jh_diag_count(w.diag, JH_NOTE), 0);
  }
  world_close(&w);
}

TEST(the_dictionary_tells_the_encoding_of_a_file) {
  world w;
  world_open(&w);
  jh_source *source = plan_add_source(w.plan, SCHOOLS, "schools.txt");
  source->encoding = "Big5";
  world_write_as(
      &w, "schools.txt", "BIG5", "", 0,
      "school_code\tschool_name\tcounty_code\tstudents\n1\t國立華僑中學\t110101\t5\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_slice(w.data->levels[SCHOOLS].names[0], "國立華僑中學");
  assert_string_equal(w.data->files[1].encoding, "BIG5");
  world_close(&w);
}

TEST(a_mark_is_stronger_than_what_was_told_and_that_is_noted) {
  world w;
  world_open(&w);
  w.options.encoding = "GB18030";
  world_write(&w, "counties.csv", "county_code,county_name\n110101,a\n110102,b\n");
  world_write_as(&w, "schools.csv", "UTF-16LE", "\xFF\xFE", 2, TEXT);
  assert_text_was_read(&w, "UTF-16LE");
  world_assert(&w, JH_EGUESSED_ENCODING, "/schools.csv", 0, 0, 0, "");
  world_close(&w);
}

TEST(an_unknown_encoding_is_refused) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", TEXT);
  static const char *const names[] = {"klingon", "", "UTF-8//TRANSLIT", "../x"};
  for (size_t i = 0; i < COUNT(names); i++) {
    w.options.encoding = names[i];
    assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
    assert_string_equal(world_found(&w, JH_EUNKNOWN_ENCODING, 0)->args[0], names[i]);
  }
  world_close(&w);
}

/* 学校 in GB18030 is D1 A7 D0 A3, which is also UTF-8 for two letters of other scripts. */
TEST(the_trap_of_short_words_in_gb18030) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      "school_code,school_name,county_code,students\n1,\xD1\xA7\xD0\xA3,110101,5\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_slice(w.data->levels[SCHOOLS].names[0], "学校");
  world_assert(&w, JH_EACCIDENTAL_ENCODING, "/schools.csv", 0, 0, 0, "");
  world_write(&w, "schools.csv", "school_code,county_code,students,is_boarding\n1,110101,5,×\n");
  assert_int_equal(world_load(&w), JH_OK);
  assert_null(world_found(&w, JH_EACCIDENTAL_ENCODING, 0));
  world_close(&w);
}

TEST(bytes_of_no_encoding_are_refused_where_they_stand) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,a,110101,5,,,\r\n2,b\xFF,110101,5,,,\r\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EBAD_BYTES, "/schools.csv", 3, 4, 0, "");
  assert_string_equal(world_found(&w, JH_EBAD_BYTES, 0)->args[0], "UTF-8");
  world_close(&w);
}

/* One byte of "ab第c一小学" is replaced; where does the first bad character stand then? */
static size_t bad_place(size_t at, char byte) {
  static const size_t begins[] = {0, 1, 2, 2, 2, 5, 6, 6, 6, 9, 9, 9, 12, 12, 12};
  bool is_first = begins[at] == at;
  return begins[at] + (is_first && byte == 'a'); /* a good letter, and bytes behind it */
}

/* The text is looked at in strides: a bad byte must be seen wherever it stands in them. */
TEST(a_bad_byte_is_seen_at_every_place_of_a_long_text) {
  enum { BEFORE = sizeof(SCHOOLS_HEADER "1,") - 1, UNIT = 15, SIZE = 36 * UNIT };
  world w;
  world_open(&w);
  for (size_t at = 0; at < SIZE; at++) {
    char text[BEFORE + SIZE + 64] = SCHOOLS_HEADER "1,", *cell = text + BEFORE;
    bool is_letter = at % UNIT < 2 || at % UNIT == 5;
    char byte = at % 2 == 0 && !is_letter ? 'a' : '\xFF';
    for (size_t i = 0; i < SIZE; i += UNIT) memcpy(cell + i, "ab第c一小学", UNIT);
    cell[at] = byte;
    memcpy(cell + SIZE, ",110101,5,,,\n", sizeof ",110101,5,,,\n");
    world_write(&w, "schools.csv", text);
    assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
    size_t column = sizeof "1," + at / UNIT * UNIT + bad_place(at % UNIT, byte);
    world_assert(&w, JH_EBAD_BYTES, "/schools.csv", 2, (uint32_t)column, 0, "");
  }
  world_close(&w);
}

TEST(damaged_utf8_is_not_taken_for_gb18030) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      "学校代码,学校名称,县级行政区划代码,在校生数\n1,第一\xE5\xB0小学,110101,5\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EBAD_BYTES, "/schools.csv", 2, 9, 0, "");
  world_close(&w);
}

TEST(damaged_gb18030_is_refused_where_gb18030_ends) {
  world w;
  world_open(&w);
  world_write(
      &w, "schools.csv",
      "\xD1\xA7\xD0\xA3\xB4\xFA\xC2\xEB,county_code,students\n1,110101,5\n2,\xD1\xA7\xFF\xFF,6\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EBAD_BYTES, "/schools.csv", 3, 5, 0, "");
  assert_string_equal(world_found(&w, JH_EBAD_BYTES, 0)->args[0], "GB18030");
  world_close(&w);
}

TEST(bad_bytes_in_told_encodings_are_placed_in_the_file_as_it_stands) {
  world w;
  world_open(&w);
  world_write_bytes(
      &w, "schools.csv",
      "\xFF\xFE"
      "a\0\r\0\n\0"
      "b\0"
      "c\0"
      "\x00\xDC"
      "d\0",
      16);
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EBAD_BYTES, "/schools.csv", 2, 5, 0, "");
  w.options.encoding = "UTF-8";
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,\xD1\xA7\xD0\xA3,110101,5,,,\r3,\xB0\xA1\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EBAD_BYTES, "/schools.csv", 3, 3, 0, "");
  w.options.encoding = "BIG5";
  world_write(&w, "counties.csv", "county_code\n110101\n");
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,x\xFF\xFF,110101,5,,,\n");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EBAD_BYTES, "/schools.csv", 2, 4, 0, "");
  world_close(&w);
}

TEST(half_a_character_at_the_end_is_refused) {
  world w;
  world_open(&w);
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,学校,110101,5,,,\n2,\xE5\xAD");
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EBAD_BYTES, "/schools.csv", 3, 3, 0, "");
  world_write_bytes(
      &w, "schools.csv",
      "\xFF\xFE"
      "a\0b",
      5);
  assert_int_equal(world_load(&w), JH_EDATA_REJECTED);
  world_assert(&w, JH_EBAD_BYTES, "/schools.csv", 1, 3, 0, "");
  world_close(&w);
}

TEST(characters_cut_by_a_block_are_read_whole) {
  world w;
  world_open(&w);
  static const char *const encodings[] = {"UTF-8", "GB18030", "UTF-16LE"};
  for (size_t shift = 0; shift < 4; shift++) {
    size_t room = 700 * 1024, end = 0;
    char *text = malloc(room);
    assert_non_null(text);
    end += (size_t)sprintf(
        text, "school_code,school_name,county_code,students,%.*s\n", (int)shift, "xyz");
    for (unsigned i = 0; end < room - 100; i++) {
      end += (size_t)sprintf(
          text + end, "%u,重庆市第一二三四五六七八九十小学校,110101,%u,\n", i, i % 9);
    }
    for (size_t i = 0; i < COUNT(encodings); i++) {
      world_write_as(
          &w, "schools.csv", encodings[i], i == 2 ? "\xFF\xFE" : "", i == 2 ? 2 : 0, text);
      assert_int_equal(world_load(&w), JH_OK);
      jh_rows *rows = &w.data->levels[SCHOOLS];
      for (size_t row = 0; row < rows->count; row++) {
        assert_slice(rows->names[row], "重庆市第一二三四五六七八九十小学校");
      }
      assert_string_equal(w.data->files[1].encoding, encodings[i]);
    }
    free(text);
  }
  world_close(&w);
}

TEST(the_hash_is_that_of_the_bytes_on_disk) {
  world w;
  world_open(&w);
  world_write(
      &w, "counties.csv",
      "\xEF\xBB\xBF"
      "county_code\n110101\n");
  world_write(&w, "schools.csv", SCHOOLS_HEADER "1,a,110101,5,,,\n");
  assert_int_equal(world_load(&w), JH_OK);
  /* printf '\357\273\277county_code\n110101\n' | sha256sum */
  assert_string_equal(
      w.data->files[0].hash, "24e671cbd3a6b4985f8a7cd3ec7ec51d6714f8c4c0d2e9625ac9f654ba5ab466");
  assert_int_equal(w.data->files[0].size_bytes, 22);
  world_close(&w);
}

TESTS(
    RUN(utf8_is_read_with_and_without_a_mark), RUN(utf16_is_known_by_its_mark),
    RUN(gb18030_is_found_out_and_noted), RUN(an_encoding_that_was_told_is_taken_without_a_note),
    RUN(the_dictionary_tells_the_encoding_of_a_file),
    RUN(a_mark_is_stronger_than_what_was_told_and_that_is_noted),
    RUN(an_unknown_encoding_is_refused), RUN(the_trap_of_short_words_in_gb18030),
    RUN(bytes_of_no_encoding_are_refused_where_they_stand),
    RUN(a_bad_byte_is_seen_at_every_place_of_a_long_text),
    RUN(damaged_utf8_is_not_taken_for_gb18030), RUN(damaged_gb18030_is_refused_where_gb18030_ends),
    RUN(bad_bytes_in_told_encodings_are_placed_in_the_file_as_it_stands),
    RUN(half_a_character_at_the_end_is_refused), RUN(characters_cut_by_a_block_are_read_whole),
    RUN(the_hash_is_that_of_the_bytes_on_disk))
