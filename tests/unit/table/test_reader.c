/* Records: quotes, line ends, limits, and where each cell stands. */
#include "support/test.h"

#include <csv.h>

#include "table/reader.h"
#include "world.h"

/* Cells of all records, written as "a|b;" with the record's line before: "1:a|b;3:c|d;". */
typedef struct heard {
  char text[8192];
  size_t end;
  bool is_first;
} heard;

static void on_cell(void *at, size_t size, void *payload) {
  heard *h = payload;
  if (!h->is_first) h->text[h->end++] = '|';
  h->is_first = false;
  if (size) memcpy(h->text + h->end, at, size);
  h->end += size;
  h->text[h->end] = '\0';
}

typedef struct opened {
  world w;
  jh_input input;
  jh_reader *reader;
} opened;

static void open_bytes(opened *o, const void *bytes, size_t size, char delimiter) {
  world_open(&o->w);
  world_write_bytes(&o->w, "x.csv", bytes, size);
  assert_int_equal(jh_input_open(&o->input, world_path(&o->w, "x.csv"), NULL, NULL), JH_OK);
  assert_int_equal(jh_reader_open(&o->reader, &o->input, "UTF-8", 0, delimiter, NULL), JH_OK);
}

static void close_all(opened *o) {
  jh_reader_close(o->reader);
  jh_input_close(&o->input);
  world_close(&o->w);
}

/* Reads everything; returns the first error. */
static jh_code read_all(opened *o, heard *h, jh_error *err) {
  for (bool got = true; got;) {
    size_t before = h->end;
    char number[16];
    h->is_first = true;
    h->end += (size_t)sprintf(h->text + h->end, "%s", "        ");
    jh_code code = jh_reader_next(o->reader, on_cell, h, &got, err);
    if (code) return code;
    if (!got) {
      h->end = before;
      h->text[before] = '\0';
      return JH_OK;
    }
    int size = sprintf(number, "%u:", jh_reader_line(o->reader));
    memcpy(h->text + before, number, (size_t)size);
    memmove(h->text + before + size, h->text + before + 8, h->end - before - 8 + 1);
    h->end -= 8 - (size_t)size;
    strcpy(h->text + h->end, ";");
    h->end++;
  }
  return JH_OK;
}

/* The same with jh_reader_run. */
typedef struct runner {
  jh_reader_sink sink;
  heard *to, record;
} runner;

static void on_run_cell(void *at, size_t size, void *payload) {
  runner *r = payload;
  r->record.is_first = r->sink.cells++ == 0;
  if (r->record.is_first) r->record.end = 0;
  on_cell(at, size, &r->record);
}

static void on_run_record(jh_reader_sink *sink) {
  runner *r = (runner *)sink;
  heard *to = r->to;
  to->end += (size_t)sprintf(to->text + to->end, "%u:", jh_reader_line(r->sink.reader));
  memcpy(to->text + to->end, r->record.text, r->record.end);
  to->end += r->record.end;
  strcpy(to->text + to->end++, ";");
}

static jh_code run_all(opened *o, heard *h, jh_error *err) {
  static runner r;
  r = (runner){
      .sink = {.cell = on_run_cell, .record = on_run_record, .reader = o->reader}, .to = h};
  jh_code code = JH_OK;
  for (bool got = true; got && !code;) code = jh_reader_run(o->reader, &r.sink, &got, err);
  return code;
}

static void assert_run(const char *text, char delimiter, const char *expected) {
  opened o;
  heard h = {.end = 0};
  open_bytes(&o, text, strlen(text), delimiter);
  assert_int_equal(run_all(&o, &h, NULL), JH_OK);
  assert_string_equal(h.text, expected);
  close_all(&o);
}

static void assert_read(const char *text, char delimiter, const char *expected) {
  opened o;
  heard h = {.end = 0};
  jh_error err;
  open_bytes(&o, text, strlen(text), delimiter);
  assert_int_equal(read_all(&o, &h, &err), JH_OK);
  assert_string_equal(h.text, expected);
  close_all(&o);
  assert_run(text, delimiter, expected);
}

TEST(line_ends_may_be_lf_crlf_cr_and_mixed) {
  assert_read("a,b\nc,d\n", ',', "1:a|b;2:c|d;");
  assert_read("a,b\r\nc,d\r\n", ',', "1:a|b;2:c|d;");
  assert_read("a,b\rc,d\r", ',', "1:a|b;2:c|d;");
  assert_read("a,b\r\nc,d\re,f\ng,h", ',', "1:a|b;2:c|d;3:e|f;4:g|h;");
  assert_read("\"a\",b\r\nc,\"d\"\re,\"f\"\n\"g\",h", ',', "1:a|b;2:c|d;3:e|f;4:g|h;");
}

TEST(blank_lines_are_passed_over_and_counted) {
  assert_read("\n\na,b\n\r\n  \t\n\rc\n\n", ',', "3:a|b;7:c;");
  assert_read("a\tb\n\t\n\nc\n", '\t', "1:a|b;2:|;4:c;");
  assert_read("", ',', "");
}

TEST(quotes_hold_delimiters_quotes_and_line_ends) {
  assert_read("\"a,\"\"1\"\"\",b\n\"x\ny\",\"\r\n\"\nz\n", ',', "1:a,\"1\"|b;2:x\ny|\r\n;5:z;");
  assert_read(" \"a\" , b \n", ',', "1:a|b;");
  assert_read("\"\",\" \"\n", ',', "1:| ;");
}

TEST(title_lines_are_passed_over_whatever_stands_in_them) {
  opened o;
  heard h = {.end = 0};
  open_bytes(&o, "an \"open quote\n\nx\ny\n", 20, ',');
  assert_int_equal(jh_reader_skip(o.reader, 2, NULL), JH_OK);
  assert_int_equal(read_all(&o, &h, NULL), JH_OK);
  assert_string_equal(h.text, "3:x;4:y;");
  assert_int_equal(jh_reader_skip(o.reader, 5, NULL), JH_OK);
  close_all(&o);
}

static void on_nothing(void *at, size_t size, void *payload) {
  (void)at;
  (void)size;
  (void)payload;
}

TEST(each_cell_has_line_column_and_field) {
  opened o;
  static const char text[] = "a, b,\"c\r\nd\",e,,\"x\"\"\ry\" , f,\n";
  static const struct {
    uint32_t line, column;
  } places[] = {{1, 1}, {1, 4}, {1, 6}, {2, 4}, {2, 6}, {2, 7}, {3, 6}, {3, 8}};
  bool got;
  open_bytes(&o, text, sizeof text - 1, ',');
  assert_int_equal(jh_reader_next(o.reader, on_nothing, NULL, &got, NULL), JH_OK);
  for (size_t i = 0; i < COUNT(places); i++) {
    jh_place at = {0};
    jh_reader_place(o.reader, i, &at);
    assert_int_equal(at.line, places[i].line);
    assert_int_equal(at.column, places[i].column);
    assert_int_equal(at.field, i + 1);
  }
  close_all(&o);
}

static void assert_refused(
    const char *bytes, size_t size, jh_code code, uint32_t line, uint32_t column, uint32_t field,
    uint32_t also) {
  opened o;
  heard h = {.end = 0};
  jh_error err = {0};
  open_bytes(&o, bytes, size, ',');
  assert_int_equal(read_all(&o, &h, &err), code);
  place_assert(&err.at, "/x.csv", line, column, field, "");
  assert_int_equal(err.also.line, also);
  close_all(&o);
}

TEST(a_quote_that_is_never_closed_is_reported_where_it_opened) {
  static const char end[] = "a,b\nc,\"d\ne,f\ng,h\n";
  assert_refused(end, sizeof end - 1, JH_EOPEN_QUOTE, 2, 3, 2, 0);
  static const char last[] = "a,b\nc,\"d";
  assert_refused(last, sizeof last - 1, JH_EOPEN_QUOTE, 2, 3, 2, 0);
  /* The next quote in the file closes it by accident. */
  static const char swallowed[] = "a,b\nc,\"d\ne,\"f\"\n";
  assert_refused(swallowed, sizeof swallowed - 1, JH_EOPEN_QUOTE, 2, 3, 2, 3);
}

TEST(a_quote_inside_an_unquoted_cell_is_refused_and_reading_goes_on) {
  static const char inside[] = "a,b\nc,5\"6\n";
  assert_refused(inside, sizeof inside - 1, JH_EBAD_QUOTE, 2, 4, 2, 0);
  static const char behind[] = "a,b\n\"c\"d,5\n";
  assert_refused(behind, sizeof behind - 1, JH_EBAD_QUOTE, 2, 4, 1, 0);
  opened o;
  heard h = {.end = 0};
  bool got;
  open_bytes(&o, "a,5\"6\nb,7\n", 10, ',');
  assert_int_equal(jh_reader_next(o.reader, on_nothing, NULL, &got, NULL), JH_EBAD_QUOTE);
  assert_int_equal(read_all(&o, &h, NULL), JH_OK);
  assert_string_equal(h.text, "2:b|7;");
  close_all(&o);
}

TEST(a_nul_byte_is_refused_where_it_stands) {
  assert_refused("a,b\r\nc,\0d\n", 11, JH_ENUL_BYTE, 2, 3, 0, 0);
  assert_refused("a,\"b\r\nc\0d\"\n", 11, JH_ENUL_BYTE, 2, 2, 0, 0);
}

TEST(a_record_over_a_mebibyte_is_refused_where_it_began) {
  size_t size = 4 * JH_READER_RECORD_BYTES; /* more than the reader keeps in memory */
  char *text = malloc(size);
  assert_non_null(text);
  memset(text, 'x', size);
  memcpy(text, "a\nb,", 4);
  assert_refused(text, size, JH_ERECORD_LARGE, 2, 1, 0, 0);
  memcpy(text, "a\n\"", 3);
  for (size_t i = 100; i < size; i += 100) text[i] = '\n';
  assert_refused(text, size, JH_ERECORD_LARGE, 2, 1, 0, 0);
  free(text);
}

TEST(a_record_just_under_the_limit_is_read) {
  size_t size = JH_READER_RECORD_BYTES;
  char *text = malloc(size);
  assert_non_null(text);
  opened o;
  bool got = false;
  memset(text, 'x', size);
  text[size - 1] = '\n';
  open_bytes(&o, text, size, ',');
  assert_int_equal(jh_reader_next(o.reader, on_nothing, NULL, &got, NULL), JH_OK);
  assert_true(got);
  close_all(&o);
  free(text);
}

/* The same through libcsv alone, without line numbers. */
typedef struct plain {
  jh_reader_sink sink;
  char text[8192];
  size_t end;
} plain;

static void plain_cell(void *at, size_t size, void *payload) {
  plain *p = payload;
  if (size) memcpy(p->text + p->end, at, size);
  p->end += size;
  p->text[p->end++] = '|';
  p->sink.cells++;
}

static void plain_row(int c, void *payload) {
  plain *p = payload;
  (void)c;
  p->text[p->end++] = ';';
}

static void plain_record(jh_reader_sink *sink) { plain_row(0, sink); }

#define ROUNDS 2000

TEST(records_are_those_that_libcsv_finds) {
  static const char signs[] = "ab ,,\t\"\"\n\r1 ";
  uint32_t seed = 20240901;
  for (int round = 0; round < ROUNDS; round++) {
    char text[160];
    size_t size = 0;
    uint32_t random = seed += 0x9E3779B9u;
    for (size_t i = 0; i < (round % 2 ? 150u : 30u); i++) {
      random = random * 1664525u + 1013904223u;
      /* Every other round without quotes. */
      char c = signs[(random >> 16) % (sizeof signs - 1)];
      if (c == '"' && round % 2) c = 'q';
      text[size++] = c;
    }
    char delimiter = round % 3 ? ',' : '\t';
    plain expected = {.end = 0}, found = {.end = 0};
    struct csv_parser csv;
    assert_int_equal(csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI), 0);
    csv_set_delim(&csv, (unsigned char)delimiter);
    bool ok = csv_parse(&csv, text, size, plain_cell, plain_row, &expected) == size &&
              csv_fini(&csv, plain_cell, plain_row, &expected) == 0;
    csv_free(&csv);
    static opened o;
    if (round == 0) {
      open_bytes(&o, text, size, delimiter);
    } else {
      world_write_bytes(&o.w, "x.csv", text, size);
      assert_int_equal(jh_input_open(&o.input, world_path(&o.w, "x.csv"), NULL, NULL), JH_OK);
      assert_int_equal(jh_reader_open(&o.reader, &o.input, "UTF-8", 0, delimiter, NULL), JH_OK);
    }
    jh_code code = JH_OK;
    found.sink = (jh_reader_sink){.cell = plain_cell, .record = plain_record};
    bool in_runs = round % 5 < 3;
    for (bool got = true; got && !code;) {
      if (in_runs) {
        code = jh_reader_run(o.reader, &found.sink, &got, NULL);
        continue;
      }
      code = jh_reader_next(o.reader, plain_cell, &found, &got, NULL);
      if (got) plain_row(0, &found);
    }
    assert_int_equal(ok, code == JH_OK);
    if (ok) {
      assert_int_equal(expected.end, found.end);
      assert_memory_equal(expected.text, found.text, found.end);
    }
    jh_reader_close(o.reader);
    jh_input_close(&o.input);
    if (round == ROUNDS - 1) world_close(&o.w);
  }
}

TESTS(
    RUN(line_ends_may_be_lf_crlf_cr_and_mixed), RUN(blank_lines_are_passed_over_and_counted),
    RUN(quotes_hold_delimiters_quotes_and_line_ends),
    RUN(title_lines_are_passed_over_whatever_stands_in_them),
    RUN(each_cell_has_line_column_and_field),
    RUN(a_quote_that_is_never_closed_is_reported_where_it_opened),
    RUN(a_quote_inside_an_unquoted_cell_is_refused_and_reading_goes_on),
    RUN(a_nul_byte_is_refused_where_it_stands),
    RUN(a_record_over_a_mebibyte_is_refused_where_it_began),
    RUN(a_record_just_under_the_limit_is_read), RUN(records_are_those_that_libcsv_finds))
