/* reader.c - libcsv, fed so that lines can be counted; see reader.h.
 *
 * Every record goes through libcsv. It tells nothing of lines, so it is fed in
 * two ways. A run of whole lines without quotation marks is fed at once: there
 * each LF that it reports (CSV_REPALL_NL) ends one line. Where a quotation mark
 * or a lone CR stands, it is fed one physical line at a time.
 *
 * The window holds what was read and not yet done with, from the beginning of
 * the record on: [start, fill). Its size bounds what one record may take, so a
 * quote that is never closed costs no more memory than that.
 */
#include "table/reader.h"

#include <csv.h>
#include <string.h>

#include "base/alloc.h"

#define BLOCK ((size_t)256 * 1024)
#define WINDOW (JH_READER_RECORD_BYTES + BLOCK)

/* The next place of one byte in the window. */
typedef struct finder {
  char wanted;
  size_t at;   /* where it stands, or `upto` if it is not there */
  size_t upto; /* how far the window was searched */
} finder;

struct jh_reader {
  jh_input *input;
  jh_decoder decoder;
  struct csv_parser csv;
  bool has_csv;
  char delimiter;
  char *window;
  size_t start, next, fill; /* record; the line to be read next; end of what is there */
  bool has_ended;           /* nothing more to be read into the window */
  finder feed, cr, nul, quote;
  uint32_t line;       /* number of the line to be read next */
  uint32_t first_line; /* line of the record's beginning */
  size_t record_end;   /* end of the record that was read last */
  uint64_t dropped;    /* bytes of the text before the window, with the byte order mark */
  bool is_in_run;      /* first_line is that of a line behind `start`, which has start_line */
  uint32_t start_line;
};

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static bool restart(jh_reader *reader) {
  if (reader->has_csv) csv_free(&reader->csv);
  reader->has_csv = csv_init(&reader->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) == 0;
  if (!reader->has_csv) return false;
  csv_set_delim(&reader->csv, (unsigned char)reader->delimiter);
  csv_set_realloc_func(&reader->csv, jh_alloc_resize);
  csv_set_free_func(&reader->csv, jh_alloc_free);
  csv_set_blk_size(&reader->csv, (size_t)16 * 1024);
  return true;
}

/* Everything but the window. */
static jh_code begin(
    jh_reader *reader, jh_input *input, const char *encoding, uint32_t bom_size, char delimiter,
    jh_error *err) {
  reader->input = input;
  reader->delimiter = delimiter;
  reader->line = reader->first_line = 1;
  reader->feed.wanted = '\n';
  reader->cr.wanted = '\r';
  reader->quote.wanted = '"';
  reader->dropped = bom_size;
  if (!restart(reader)) return out_of_memory(err);
  return jh_decoder_open(&reader->decoder, input, encoding, bom_size, err);
}

static void end(jh_reader *reader) {
  if (reader->has_csv) csv_free(&reader->csv);
  jh_decoder_close(&reader->decoder);
}

jh_code jh_reader_open(
    jh_reader **out, jh_input *input, const char *encoding, uint32_t bom_size, char delimiter,
    jh_error *err) {
  jh_reader *made = jh_alloc_get(sizeof *made);
  if (!made) return out_of_memory(err);
  made->window = jh_alloc_resize(NULL, WINDOW);
  jh_code code = made->window ? JH_OK : out_of_memory(err);
  if (!code) code = begin(made, input, encoding, bom_size, delimiter, err);
  if (code) {
    jh_reader_close(made);
    return code;
  }
  *out = made;
  return JH_OK;
}

jh_code jh_reader_turn(
    jh_reader **reader, jh_input *input, char delimiter, const jh_reader_part *part,
    jh_error *err) {
  jh_reader *r = *reader;
  jh_code code;
  /* The decoder begins behind a mark, whatever stands in it. */
  if (r) {
    end(r);
    *r = (jh_reader){.window = r->window};
    code = begin(r, input, JH_ENCODING_UTF8, 0, delimiter, err);
  } else {
    code = jh_reader_open(reader, input, JH_ENCODING_UTF8, 0, delimiter, err);
    r = *reader;
  }
  if (!code) code = jh_input_rewind(input, part->offset, err);
  if (code) return code;
  input->left = part->size;
  r->line = r->first_line = part->line;
  r->dropped = part->offset;
  return JH_OK;
}

void jh_reader_restore(char *text, size_t size) {
  for (char *at = text; (at = memmem(at, size - (size_t)(at - text), JH_READER_WIDE_MARK, 3));) {
    memcpy(at, "，", 3);
  }
}

void jh_reader_close(jh_reader *reader) {
  if (!reader) return;
  end(reader);
  jh_alloc_free(reader->window);
  jh_alloc_free(reader);
}

/* Where the wanted byte stands at or behind `from`; the end of the window if it does not. */
static size_t seek(finder *find, const char *window, size_t from, size_t fill) {
  if (find->at >= from && find->at < find->upto) return find->at;
  size_t begin = from > find->upto ? from : find->upto;
  if (find->at < find->upto) begin = from; /* the one that was found is passed */
  const char *hit = begin < fill ? memchr(window + begin, find->wanted, fill - begin) : NULL;
  find->at = hit ? (size_t)(hit - window) : fill;
  find->upto = fill;
  return find->at;
}

static void shift(finder *find, size_t by) {
  if (find->at < by) { /* found and passed: what is behind it was not searched */
    find->at = find->upto = 0;
    return;
  }
  find->at -= by;
  find->upto -= by;
}

/* Full-width commas become the sign that stands for them and two blanks, which the parser takes for
 * padding: as many bytes, so that places stay. From `from` on, where a sign may have been cut. */
static void mark_wide_commas(jh_reader *reader, size_t from) {
  char *at = reader->window + from, *end = reader->window + reader->fill;
  while ((at = memmem(at, (size_t)(end - at), "，", 3))) memcpy(at, JH_READER_WIDE_MARK, 3);
}

/* Moves what is still needed to the front of the window and reads more behind it. */
static jh_code refill(jh_reader *reader, jh_error *err) {
  size_t by = reader->start;
  memmove(reader->window, reader->window + by, reader->fill - by);
  reader->start = 0;
  reader->dropped += by;
  reader->next -= by;
  reader->fill -= by;
  shift(&reader->feed, by);
  shift(&reader->cr, by);
  shift(&reader->nul, by);
  shift(&reader->quote, by);
  size_t room = WINDOW - reader->fill, got = 0;
  jh_code code = jh_decoder_read(
      &reader->decoder, reader->window + reader->fill, room < BLOCK ? room : BLOCK, &got, err);
  if (code) return code;
  if (reader->fill == 0 && reader->line == 1 && got >= 3 &&
      memcmp(reader->window, "\xEF\xBB\xBF", 3) == 0) {
    reader->start = reader->next = 3; /* a mark that was converted with the text */
  }
  reader->fill += got;
  if (reader->delimiter == JH_READER_WIDE_COMMA && got > 0) {
    size_t seam = reader->fill - got;
    mark_wide_commas(reader, seam > reader->start + 2 ? seam - 2 : reader->start);
  }
  reader->has_ended = got == 0;
  return JH_OK;
}

static jh_code record_large(const jh_reader *reader, jh_error *err) {
  char bytes[24];
  jh_place at = jh_place_of(reader->input->path, reader->first_line, 1);
  return jh_fail(
      err, JH_ERECORD_LARGE, &at, jh_arg_int(bytes, (int64_t)JH_READER_RECORD_BYTES), NULL);
}

/* The end of the next line, behind its line end; 0 if it is not in the window yet. */
static size_t line_end(jh_reader *reader) {
  size_t feed = seek(&reader->feed, reader->window, reader->next, reader->fill);
  size_t cr = seek(&reader->cr, reader->window, reader->next, reader->fill);
  if (cr < feed) {
    if (cr + 1 == reader->fill) return reader->has_ended ? cr + 1 : 0;
    return cr + 1 == feed ? cr + 2 : cr + 1;
  }
  if (feed < reader->fill) return feed + 1;
  return reader->has_ended ? reader->fill : 0;
}

static jh_code nul_byte(const jh_reader *reader, size_t at, jh_error *err) {
  jh_place place =
      jh_place_of(reader->input->path, reader->line, (uint32_t)(at - reader->next + 1));
  return jh_fail(err, JH_ENUL_BYTE, &place, NULL);
}

/* Finds the next physical line: [next, *end). *end == next at the end of the file. */
static jh_code next_line(jh_reader *reader, size_t *end, jh_error *err) {
  while ((*end = line_end(reader)) == 0 && !reader->has_ended) {
    if (reader->fill - reader->start > JH_READER_RECORD_BYTES) return record_large(reader, err);
    jh_code code = refill(reader, err);
    if (code) return code;
  }
  if (*end == 0) *end = reader->next;
  if (*end - reader->start > JH_READER_RECORD_BYTES) return record_large(reader, err);
  size_t nul = seek(&reader->nul, reader->window, reader->next, reader->fill);
  return nul < *end ? nul_byte(reader, nul, err) : JH_OK;
}

jh_code jh_reader_skip(jh_reader *reader, uint32_t lines, jh_error *err) {
  for (; lines > 0; lines--) {
    size_t end;
    reader->first_line = reader->line;
    jh_code code = next_line(reader, &end, err);
    if (code || end == reader->next) return code;
    reader->start = reader->next = end;
    reader->line++;
  }
  return JH_OK;
}

/* A walk through the text of a record, as the parser reads it. */
typedef struct walk {
  size_t cell;                     /* in which cell, 0 = the first */
  uint32_t line, column;           /* of the byte that comes next */
  uint32_t cell_line, cell_column; /* where the cell begins: behind blanks, on its quote */
  bool is_begun, is_quoted, is_closed;
} walk;

static bool is_break(char c) { return c == '\n' || c == '\r'; }

static void begin_cell(walk *w, char c) {
  w->is_begun = true;
  w->is_quoted = c == '"';
  w->is_closed = false;
  w->cell_line = w->line;
  w->cell_column = w->column;
}

static void advance(walk *w, char c, char before, char delimiter) {
  if (c == delimiter && (!w->is_quoted || w->is_closed)) {
    w->cell++;
    w->is_begun = w->is_quoted = false;
  }
  w->column++;
  if (is_break(c)) {
    w->line += !(c == '\n' && before == '\r');
    w->column = 1;
  }
}

/* Walks to the beginning of the wanted cell, or to the wanted byte of the record. */
static walk walk_to(const jh_reader *reader, size_t cell, size_t offset, size_t end) {
  const char *text = reader->window + reader->start;
  walk w = {.line = reader->first_line, .column = 1};
  char before = 0;
  for (size_t i = 0; i < end - reader->start && i < offset; i++) {
    char c = text[i];
    bool is_blank = (c == ' ' || c == '\t') && c != reader->delimiter;
    if (!w.is_begun && !is_blank) {
      begin_cell(&w, c);
      if (w.cell == cell) return w;
    } else if (w.is_quoted && c == '"') {
      w.is_closed = !w.is_closed;
    }
    advance(&w, c, before, reader->delimiter);
    before = c;
  }
  if (!w.is_begun) begin_cell(&w, 0); /* an empty cell at the end */
  return w;
}

/* In a run: puts [start, record_end) on the line that has the number first_line. */
static void find_record(jh_reader *reader) {
  const char *window = reader->window;
  for (; reader->start_line < reader->first_line; reader->start_line++) {
    const char *feed = memchr(window + reader->start, '\n', reader->fill - reader->start);
    reader->start = (size_t)(feed - window) + 1;
  }
  const char *feed = memchr(window + reader->start, '\n', reader->fill - reader->start);
  reader->record_end = (size_t)(feed - window) + 1;
}

void jh_reader_place(jh_reader *reader, size_t cell, jh_place *at) {
  if (reader->is_in_run) find_record(reader);
  walk w = walk_to(reader, cell, SIZE_MAX, reader->record_end);
  at->line = w.cell_line;
  at->column = w.cell_column;
  at->field = (uint32_t)cell + 1;
}

uint32_t jh_reader_line(const jh_reader *reader) { return reader->first_line; }

uint32_t jh_reader_next_line(const jh_reader *reader) { return reader->line; }

uint64_t jh_reader_offset(const jh_reader *reader) { return reader->dropped + reader->next; }

/* The quote is still open at the end of the file, or was closed by one that meant to open. */
static jh_code open_quote(jh_reader *reader, const walk *seen, bool has_also, jh_error *err) {
  jh_place at = jh_place_of(reader->input->path, seen->cell_line, seen->cell_column);
  at.field = (uint32_t)seen->cell + 1;
  jh_code code = jh_fail(err, JH_EOPEN_QUOTE, &at, NULL);
  if (err && has_also) err->also = jh_place_of(reader->input->path, seen->line, seen->column);
  reader->next = reader->start = reader->fill;
  reader->has_ended = true;
  return code;
}

/* The parser stopped at a byte of the line [next, end). */
static jh_code bad_quote(jh_reader *reader, size_t stopped, size_t end, jh_error *err) {
  walk seen = walk_to(reader, SIZE_MAX, stopped - reader->start, end);
  if (!restart(reader)) return out_of_memory(err);
  if (seen.cell_line < reader->line && seen.is_quoted) return open_quote(reader, &seen, true, err);
  jh_place at = jh_place_of(reader->input->path, seen.line, seen.column);
  at.field = (uint32_t)seen.cell + 1;
  reader->start = reader->next = end;
  reader->line++;
  return jh_fail(err, JH_EBAD_QUOTE, &at, NULL);
}

static bool is_blank(const jh_reader *reader, size_t from, size_t end) {
  for (size_t i = from; i < end; i++) {
    char c = reader->window[i];
    if (c == reader->delimiter || (c != ' ' && c != '\t' && c != '\r' && c != '\n')) return false;
  }
  return true;
}

/* Gives the line [next, end) to the parser. */
static jh_code parse(
    jh_reader *reader, size_t end, jh_reader_cell cell, void *payload, jh_error *err) {
  const char *line = reader->window + reader->next;
  size_t size = end - reader->next;
  size_t done = csv_parse(&reader->csv, line, size, cell, NULL, payload);
  if (done == size && line[size - 1] != '\n' && line[size - 1] != '\r') {
    done -= csv_parse(&reader->csv, "\n", 1, cell, NULL, payload) != 1;
  }
  if (done == size) return JH_OK;
  if (csv_error(&reader->csv) != CSV_EPARSE) return out_of_memory(err);
  return bad_quote(reader, reader->next + done, end, err);
}

jh_code jh_reader_next(
    jh_reader *reader, jh_reader_cell cell, void *payload, bool *got, jh_error *err) {
  bool is_inside = false;
  *got = false;
  for (;;) {
    if (!is_inside) {
      reader->start = reader->next;
      reader->first_line = reader->line;
    }
    size_t end;
    jh_code code = next_line(reader, &end, err);
    if (code) return code;
    if (end == reader->next) { /* the file has ended */
      walk seen = walk_to(reader, SIZE_MAX, SIZE_MAX, end);
      return is_inside ? open_quote(reader, &seen, false, err) : JH_OK;
    }
    bool blank = !is_inside && is_blank(reader, reader->next, end);
    code = blank ? JH_OK : parse(reader, end, cell, payload, err);
    if (code) return code;
    reader->next = end;
    reader->line++;
    is_inside = reader->csv.pstate != 0; /* the quote goes on in the next line */
    if (!blank && !is_inside) {
      reader->record_end = end;
      *got = true;
      return JH_OK;
    }
  }
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* The first CR that no LF follows, or of which that cannot be said yet. */
static size_t lone_cr(jh_reader *reader) {
  size_t from = reader->next, cr;
  while ((cr = seek(&reader->cr, reader->window, from, reader->fill)) < reader->fill) {
    if (cr + 1 == reader->fill || reader->window[cr + 1] != '\n') return cr;
    from = cr + 1;
  }
  return reader->fill;
}

/* The whole lines from `next` on that are in the window and hold neither a quotation mark nor
 * anything else that is not for libcsv to decide: [next, result). */
static size_t run_end(jh_reader *reader) {
  const char *from = reader->window + reader->next;
  size_t end = least(reader->fill, reader->next + JH_READER_RECORD_BYTES);
  end = least(end, seek(&reader->quote, reader->window, reader->next, reader->fill));
  end = least(end, seek(&reader->nul, reader->window, reader->next, reader->fill));
  if (end > reader->next) end = least(end, lone_cr(reader));
  const char *feed = end > reader->next ? memrchr(from, '\n', end - reader->next) : NULL;
  return feed ? (size_t)(feed - reader->window) + 1 : reader->next;
}

/* libcsv reports a line's end: of a CRLF both signs. */
static void on_line(int sign, void *payload) {
  jh_reader_sink *sink = payload;
  if (sink->cells > 0) {
    sink->record(sink);
    sink->cells = 0;
  }
  sink->reader->first_line += sign == '\n';
}

static jh_code take_run(jh_reader *reader, size_t end, jh_reader_sink *sink, jh_error *err) {
  size_t size = end - reader->next;
  reader->start = reader->next;
  reader->start_line = reader->first_line = reader->line;
  reader->is_in_run = true;
  sink->reader = reader;
  size_t done =
      csv_parse(&reader->csv, reader->window + reader->next, size, sink->cell, on_line, sink);
  reader->is_in_run = false;
  reader->line = reader->first_line;
  reader->start = reader->next = end;
  return done == size ? JH_OK : out_of_memory(err);
}

jh_code jh_reader_run(jh_reader *reader, jh_reader_sink *sink, bool *got, jh_error *err) {
  size_t end = run_end(reader);
  bool has_line = end > reader->next || line_end(reader) > 0;
  sink->cells = 0;
  if (!has_line && !reader->has_ended && reader->fill - reader->next <= JH_READER_RECORD_BYTES) {
    reader->start = reader->next;
    jh_code code = refill(reader, err);
    if (code) return code;
    end = run_end(reader);
  }
  *got = end > reader->next;
  if (*got) return take_run(reader, end, sink, err);
  jh_code code = jh_reader_next(reader, sink->cell, sink, got, err);
  if (!code && *got) sink->record(sink);
  return code;
}
