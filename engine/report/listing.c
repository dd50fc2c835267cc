/* listing.c - see listing.h. */
#include "report/listing.h"

#include "base/alloc.h"
#include "base/utf8.h"

enum { WIDEST = 48 }; /* a cell that is wider pushes its own line only */

void jh_listing_init(jh_listing *list, const jh_listing_column *columns, size_t column_count) {
  *list = (jh_listing){.columns = columns, .column_count = column_count};
  jh_buf_init(&list->text);
}

void jh_listing_done(jh_listing *list) {
  jh_buf_done(&list->text);
  jh_alloc_free(list->ends);
  *list = (jh_listing){0};
}

void jh_listing_next(jh_listing *list) {
  void *ends = list->ends;
  if (jh_alloc_grow(&ends, &list->cell_room, list->cell_count + 1, sizeof *list->ends) != 0) {
    list->text.failed = true;
    return;
  }
  list->ends = ends;
  list->ends[list->cell_count++] = list->text.size;
}

void jh_listing_add(jh_listing *list, const char *text) {
  if (text) jh_buf_text(&list->text, text);
  jh_listing_next(list);
}

size_t jh_listing_rows(const jh_listing *list) {
  return list->column_count ? list->cell_count / list->column_count : 0;
}

jh_str jh_listing_cell(const jh_listing *list, size_t row, size_t column) {
  size_t index = row * list->column_count + column;
  size_t from = index ? list->ends[index - 1] : 0;
  return (jh_str){list->text.at + from, list->ends[index] - from};
}

const char *jh_listing_title(const jh_listing_column *column, jh_lang lang) {
  return column->title ? column->title : jh_words_get(column->word, lang);
}

/* How wide a column stands; 0 if nothing is in it. */
static size_t width_of(const jh_listing *list, size_t column, jh_lang lang) {
  size_t width = 0;
  for (size_t row = 0; row < jh_listing_rows(list); row++) {
    size_t used = jh_utf8_width(jh_listing_cell(list, row, column));
    if (used > width) width = used;
  }
  if (width == 0) return 0;
  size_t head = jh_utf8_width(jh_str_of(jh_listing_title(&list->columns[column], lang)));
  if (width > WIDEST) width = WIDEST;
  return head > width ? head : width;
}

/* row: SIZE_MAX for the headings. */
static void line(
    jh_buf *buf, const jh_listing *list, const size_t *widths, size_t row, jh_lang lang) {
  size_t owed = 0; /* blanks before the next text, so that no line ends in blanks */
  for (size_t i = 0; i < list->column_count; i++) {
    if (widths[i] == 0) continue;
    const jh_listing_column *column = &list->columns[i];
    jh_str text =
        row == SIZE_MAX ? jh_str_of(jh_listing_title(column, lang)) : jh_listing_cell(list, row, i);
    size_t used = jh_utf8_width(text), pad = used < widths[i] ? widths[i] - used : 0;
    if (used > 0) {
      jh_buf_spaces(buf, owed + (column->is_right ? pad : 0));
      jh_buf_add(buf, text);
      owed = 2 + (column->is_right ? 0 : pad);
    } else {
      owed += 2 + pad;
    }
  }
  jh_buf_char(buf, '\n');
}

/* Is every cell there? */
static bool is_whole(jh_buf *buf, const jh_listing *list) {
  if (jh_buf_ok(&list->text)) return true;
  buf->failed = true;
  return false;
}

void jh_listing_text(jh_buf *buf, const jh_listing *list, jh_lang lang) {
  if (!is_whole(buf, list) || jh_listing_rows(list) == 0) return;
  size_t *widths = jh_alloc_get(list->column_count * sizeof *widths);
  if (!widths) {
    buf->failed = true;
    return;
  }
  for (size_t i = 0; i < list->column_count; i++) widths[i] = width_of(list, i, lang);
  line(buf, list, widths, SIZE_MAX, lang);
  for (size_t row = 0; row < jh_listing_rows(list); row++) line(buf, list, widths, row, lang);
  jh_alloc_free(widths);
}

void jh_listing_csv(jh_buf *buf, const jh_listing *list, jh_lang lang) {
  if (!is_whole(buf, list)) return;
  jh_buf_text(buf, "\xEF\xBB\xBF");
  for (size_t i = 0; i < list->column_count; i++) {
    const jh_listing_column *column = &list->columns[i];
    if (i > 0) jh_buf_char(buf, ',');
    jh_buf_csv(buf, jh_str_of(lang == JH_EN ? column->key : jh_listing_title(column, lang)));
  }
  for (size_t row = 0; row < jh_listing_rows(list); row++) {
    jh_buf_text(buf, "\r\n");
    for (size_t i = 0; i < list->column_count; i++) {
      if (i > 0) jh_buf_char(buf, ',');
      jh_buf_csv(buf, jh_listing_cell(list, row, i));
    }
  }
  jh_buf_text(buf, "\r\n");
}

void jh_listing_json(jh_buf *buf, const jh_listing *list) {
  if (!is_whole(buf, list)) return;
  jh_buf_char(buf, '[');
  for (size_t row = 0; row < jh_listing_rows(list); row++) {
    bool is_first = true;
    jh_buf_text(buf, row ? ",\n{" : "\n{");
    for (size_t i = 0; i < list->column_count; i++) {
      jh_str text = jh_listing_cell(list, row, i);
      if (text.size == 0) continue;
      if (!is_first) jh_buf_char(buf, ',');
      jh_buf_json(buf, jh_str_of(list->columns[i].key));
      jh_buf_char(buf, ':');
      jh_buf_json(buf, text);
      is_first = false;
    }
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "\n]");
}
