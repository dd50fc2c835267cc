/* listing.c - see listing.h. */
#include "report/listing.h"

#include "base/utf8.h"

enum { WIDEST = 48 }; /* a cell that is wider pushes its own line only */

void jh_listing_init(
    jh_listing *grid, jh_arena *arena, const jh_listing_column *columns, size_t column_count) {
  *grid = (jh_listing){.arena = arena, .columns = columns, .column_count = column_count};
}

static void add(jh_listing *grid, jh_str text) {
  void *items = grid->cells;
  size_t need = grid->cell_count + 1;
  const char *copy = text.size ? jh_arena_text(grid->arena, text) : "";
  if (!copy ||
      jh_arena_grow(grid->arena, &items, &grid->cell_room, need, sizeof *grid->cells) != 0) {
    grid->has_failed = true;
    return;
  }
  grid->cells = items;
  grid->cells[grid->cell_count++] = copy;
}

void jh_listing_add(jh_listing *grid, const char *text) { add(grid, jh_str_of(text)); }

void jh_listing_take(jh_listing *grid, jh_buf *buf) {
  if (!jh_buf_ok(buf)) grid->has_failed = true;
  add(grid, jh_buf_str(buf));
  jh_buf_clear(buf);
}

size_t jh_listing_rows(const jh_listing *grid) {
  return grid->column_count ? grid->cell_count / grid->column_count : 0;
}

static const char *cell(const jh_listing *grid, size_t row, size_t column) {
  return grid->cells[row * grid->column_count + column];
}

/* How wide a column stands; 0 if nothing is in it. */
static size_t width_of(const jh_listing *grid, size_t column, jh_lang lang) {
  size_t width = 0;
  for (size_t row = 0; row < jh_listing_rows(grid); row++) {
    size_t used = jh_utf8_width(jh_str_of(cell(grid, row, column)));
    if (used > width) width = used;
  }
  if (width == 0) return 0;
  size_t head = jh_utf8_width(jh_str_of(grid->columns[column].name[lang]));
  if (width > WIDEST) width = WIDEST;
  return head > width ? head : width;
}

static void line(
    jh_buf *buf, const jh_listing *grid, const size_t *widths, size_t row, jh_lang lang) {
  size_t owed = 0; /* blanks before the next text, so that no line ends in blanks */
  bool is_head = row == SIZE_MAX;
  for (size_t i = 0; i < grid->column_count; i++) {
    if (widths[i] == 0) continue;
    const char *text = is_head ? grid->columns[i].name[lang] : cell(grid, row, i);
    size_t used = jh_utf8_width(jh_str_of(text));
    if (text[0]) {
      jh_buf_spaces(buf, owed);
      jh_buf_text(buf, text);
      owed = 0;
    }
    owed += (used < widths[i] ? widths[i] - used : 0) + 2;
  }
  jh_buf_char(buf, '\n');
}

void jh_listing_text(jh_buf *buf, const jh_listing *grid, jh_lang lang) {
  size_t *widths = jh_arena_get(grid->arena, (grid->column_count + 1) * sizeof *widths);
  if (!widths) {
    buf->failed = true;
    return;
  }
  for (size_t i = 0; i < grid->column_count; i++) widths[i] = width_of(grid, i, lang);
  line(buf, grid, widths, SIZE_MAX, lang);
  for (size_t row = 0; row < jh_listing_rows(grid); row++) line(buf, grid, widths, row, lang);
  if (grid->has_failed) buf->failed = true;
}

void jh_listing_csv(jh_buf *buf, const jh_listing *grid, jh_lang lang) {
  jh_buf_text(buf, "\xEF\xBB\xBF");
  for (size_t i = 0; i < grid->column_count; i++) {
    const jh_listing_column *column = &grid->columns[i];
    if (i > 0) jh_buf_char(buf, ',');
    jh_buf_csv(buf, jh_str_of(lang == JH_EN ? column->key : column->name[lang]));
  }
  for (size_t row = 0; row < jh_listing_rows(grid); row++) {
    jh_buf_text(buf, "\r\n");
    for (size_t i = 0; i < grid->column_count; i++) {
      if (i > 0) jh_buf_char(buf, ',');
      jh_buf_csv(buf, jh_str_of(cell(grid, row, i)));
    }
  }
  jh_buf_text(buf, "\r\n");
  if (grid->has_failed) buf->failed = true;
}

void jh_listing_json(jh_buf *buf, const jh_listing *grid) {
  jh_buf_char(buf, '[');
  for (size_t row = 0; row < jh_listing_rows(grid); row++) {
    bool is_first = true;
    jh_buf_text(buf, row ? ",\n{" : "\n{");
    for (size_t i = 0; i < grid->column_count; i++) {
      if (!cell(grid, row, i)[0]) continue;
      if (!is_first) jh_buf_char(buf, ',');
      jh_buf_json(buf, jh_str_of(grid->columns[i].key));
      jh_buf_char(buf, ':');
      jh_buf_json(buf, jh_str_of(cell(grid, row, i)));
      is_first = false;
    }
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "\n]");
  if (grid->has_failed) buf->failed = true;
}
