/* look.c - the extent of a sheet and its merged ranges; see look.h.
 *
 * What stands between <sheetData> and its end is searched for the ends of rows and
 * the cells before them, as bytes, and never given to the parser. Sheets that
 * are not written plainly (UTF-16, prefixes) are parsed from end to end.
 */
#include "sheet/look.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "sheet/book_parts.h"
#include "sheet/position.h"
#include "sheet/xml.h"

#define LOW ((size_t)4096)
#define PIECE ((size_t)64 * 1024)

typedef struct looker {
  jh_xml *xml;
  jh_arena *arena;
  jh_sheet_look *out;
  const jh_book_limits *limits;
  size_t merge_room;
  uint32_t columns; /* of the row being looked at, so far */
  bool is_root, in_data, is_raw;
} looker;

static bool is(jh_str name, const char *word) { return jh_str_equal(name, jh_str_of(word)); }

static void see_column(looker *l, uint32_t column) {
  if (column >= l->out->column_count) l->out->column_count = column + 1;
}

static bool read_range(jh_str text, jh_sheet_merge *out) {
  const char *colon = memchr(text.at, ':', text.size);
  size_t first = colon ? (size_t)(colon - text.at) : text.size;
  jh_str left = {text.at, first}, right = left;
  if (colon) right = (jh_str){colon + 1, text.size - first - 1};
  return jh_position_read(left, &out->left, &out->top) &&
         jh_position_read(right, &out->right, &out->bottom) && out->top > 0 &&
         out->bottom >= out->top && out->right >= out->left;
}

static void add_merge(looker *l, const jh_xml_tag *tag) {
  const char *text = jh_xml_get(tag, "ref");
  jh_sheet_merge range;
  char number[24];
  void *items = l->out->merges;
  if (!text || !read_range(jh_str_of(text), &range)) {
    jh_xml_fail(l->xml, JH_ESHEET_PLACE, 0, 0, text ? text : "mergeCell", NULL);
  } else if (l->out->merge_count >= l->limits->merges) {
    const char *most = jh_arg_int(number, (int64_t)l->limits->merges);
    jh_xml_fail(l->xml, JH_EBOOK_LIMIT, 0, 0, "mergeCells", most);
  } else if (jh_arena_grow(
                 l->arena, &items, &l->merge_room, l->out->merge_count + 1, sizeof range)) {
    jh_xml_fail(l->xml, JH_ENOMEM, 0, 0, NULL, NULL);
  } else {
    l->out->merges = items;
    l->out->merges[l->out->merge_count++] = range;
  }
}

static void see_cell(looker *l, const jh_xml_tag *tag) {
  const char *place = jh_xml_get(tag, "r");
  uint32_t row;
  if (place && !jh_position_read(jh_str_of(place), &l->columns, &row))
    return; /* rows.h refuses it */
  if (l->columns == JH_POSITION_COLUMNS) return;
  see_column(l, l->columns++);
}

static void on_begin(void *owner, const jh_xml_tag *tag) {
  looker *l = owner;
  uint32_t depth = jh_xml_depth(l->xml);
  if (depth == 1) l->is_root = is(tag->name, "worksheet");
  if (depth == 2 && is(tag->name, "sheetData")) {
    l->in_data = true;
    l->is_raw = !tag->is_prefixed && jh_xml_is_clear(l->xml);
  }
  if (depth == 3 && l->in_data && is(tag->name, "row")) {
    l->out->row_count++;
    l->columns = 0;
  }
  if (depth == 4 && l->in_data && is(tag->name, "c")) see_cell(l, tag);
  if (depth == 3 && is(tag->name, "mergeCell")) add_merge(l, tag);
}

static void on_end(void *owner, jh_str name) {
  looker *l = owner;
  if (jh_xml_depth(l->xml) == 1 && is(name, "sheetData")) l->in_data = l->is_raw = false;
}

static void on_text(void *owner, jh_str text) {
  (void)owner;
  (void)text;
}

/* The place that the tag at `at` states, if it states one. */
static bool read_place(const char *at, const char *end, uint32_t *column) {
  const char *close = memchr(at, '>', (size_t)(end - at));
  const char *place = close ? memmem(at, (size_t)(close - at), " r=\"", 4) : NULL;
  const char *quote = place ? memchr(place + 4, '"', (size_t)(close - place - 4)) : NULL;
  uint32_t row;
  return quote && jh_position_read((jh_str){place + 4, (size_t)(quote - place - 4)}, column, &row);
}

/* How far the cells of these bytes go, which belong to one row: back from the last of them to one
 * that states its place, which is the last itself as programs write them. */
static void see_cells(looker *l, const char *from, const char *end) {
  uint32_t after = 0, column;
  for (const char *at = end; (at = memrchr(from, '<', (size_t)(at - from))) != NULL;) {
    if (end - at < 4 || at[1] != 'c' || !strchr(" />", at[2])) continue;
    if (read_place(at, end, &column)) {
      l->columns = column + 1;
      break;
    }
    if (after < JH_POSITION_COLUMNS) after++;
  }
  l->columns += after;
  if (l->columns > JH_POSITION_COLUMNS) l->columns = JH_POSITION_COLUMNS; /* rows.h refuses it */
  if (l->columns > 0) see_column(l, l->columns - 1);
}

/* Passes over rows; returns the bytes that need not be looked at again. */
static size_t pass_rows(looker *l, jh_str ahead) {
  static const char row_end[] = "</row>";
  const char *at = ahead.at, *end = ahead.at + ahead.size, *found;
  while ((found = memmem(at, (size_t)(end - at), row_end, sizeof row_end - 1)) != NULL) {
    see_cells(l, at, found);
    l->columns = 0;
    l->out->row_count++;
    at = found + sizeof row_end - 1;
  }
  return (size_t)(at - ahead.at);
}

/* One step inside of <sheetData>: on to its end, or to where more must be read. */
static jh_code step_raw(looker *l, jh_error *err) {
  static const char data_end[] = "</sheetData>";
  jh_xml_skip(l->xml, pass_rows(l, jh_xml_ahead(l->xml)));
  jh_str ahead = jh_xml_ahead(l->xml);
  const char *end = memmem(ahead.at, ahead.size, data_end, sizeof data_end - 1);
  if (end) {
    jh_xml_skip(l->xml, (size_t)(end - ahead.at));
    return jh_xml_feed(l->xml, sizeof data_end - 1, err);
  }
  jh_code code = jh_xml_fill(l->xml, err);
  if (code) return code;
  jh_str more = jh_xml_ahead(l->xml);
  if (more.size > ahead.size) return JH_OK;
  if (more.size < PIECE) return jh_xml_feed(l->xml, more.size, err); /* the part ends too early */
  /* A row larger than what is read at once: what is whole of it is passed over. */
  const char *last = memrchr(more.at, '<', more.size - LOW);
  size_t whole = last && last > more.at ? (size_t)(last - more.at) : more.size - LOW;
  see_cells(l, more.at, more.at + whole);
  jh_xml_skip(l->xml, whole);
  return JH_OK;
}

static jh_code step(looker *l, jh_error *err) {
  if (l->is_raw) return step_raw(l, err);
  if (jh_xml_ahead(l->xml).size < LOW) {
    jh_code code = jh_xml_fill(l->xml, err);
    if (code) return code;
  }
  jh_str ahead = jh_xml_ahead(l->xml);
  const char *end = memchr(ahead.at, '>', ahead.size);
  size_t size = end && !l->in_data ? (size_t)(end - ahead.at) + 1 : ahead.size;
  return jh_xml_feed(l->xml, size < PIECE ? size : PIECE, err);
}

static int by_place(const void *x, const void *y) {
  const jh_sheet_merge *a = x, *b = y;
  if (a->top != b->top) return a->top < b->top ? -1 : 1;
  if (a->left != b->left) return a->left < b->left ? -1 : 1;
  return 0;
}

jh_code jh_sheet_look_at(
    jh_sheet_look *out, jh_book *book, size_t sheet, jh_arena *arena, jh_error *err) {
  static const jh_xml_hooks hooks = {on_begin, on_end, on_text};
  *out = (jh_sheet_look){.row_count = 0};
  const jh_book_sheet *of = &book->sheets[sheet];
  looker l = {.arena = arena, .out = out, .limits = jh_archive_limits(book->archive)};
  jh_xml_source source = {book->archive, of->part, of->name, UINT64_MAX};
  jh_code code = jh_xml_open(&l.xml, &source, &hooks, &l, err);
  while (!code && !jh_xml_has_ended(l.xml)) code = step(&l, err);
  jh_xml_close(l.xml);
  if (code) return code;
  if (!l.is_root) return jh_archive_fail(book->archive, err, JH_EBOOK_DAMAGED, of->part, NULL);
  if (out->merge_count) qsort(out->merges, out->merge_count, sizeof *out->merges, by_place);
  return JH_OK;
}
