/* listing_workbook.c - a table of texts as a sheet of a workbook; see listing.h. */
#include "base/utf8.h"
#include "report/listing.h"
#include "sheet/write.h"

enum {
  NARROWEST = 8,
  WIDEST = 60,
  LOOKED_AT = 1000
}; /* widths in digits; rows that are measured */

static double width_of(const jh_listing *list, size_t column, jh_lang lang) {
  size_t width = jh_utf8_width(jh_str_of(jh_listing_title(&list->columns[column], lang)));
  size_t rows = jh_listing_rows(list);
  for (size_t row = 0; row < rows && row < LOOKED_AT; row++) {
    size_t used = jh_utf8_width(jh_listing_cell(list, row, column));
    if (used > width) width = used;
  }
  width += 2;
  return (double)(width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width);
}

static void put_row(jh_write *w, const jh_listing *list, size_t row) {
  uint32_t line = (uint32_t)row + 2;
  for (size_t i = 0; i < list->column_count; i++) {
    jh_str text = jh_listing_cell(list, row, i);
    if (text.size == 0) continue;
    if (list->columns[i].is_right)
      jh_write_number(w, line, (uint32_t)i, text, JH_WRITE_NUMBER);
    else
      jh_write_text(w, line, (uint32_t)i, text, JH_WRITE_PLAIN);
  }
}

static jh_code put_sheet(
    jh_write *w, const jh_listing *list, const char *name, jh_lang lang, jh_error *err) {
  const jh_write_sheet how = {
      .name = name,
      .is_landscape = true,
      .is_one_wide = true,
      .frozen_rows = 1,
      .repeated_rows = 1};
  jh_code code = jh_write_begin(w, &how, err);
  if (code) return code;
  for (size_t i = 0; i < list->column_count; i++) {
    bool is_right = list->columns[i].is_right;
    jh_write_columns(
        w, (uint32_t)i, (uint32_t)i, width_of(list, i, lang),
        is_right ? JH_WRITE_NUMBER : JH_WRITE_PLAIN);
  }
  for (size_t i = 0; i < list->column_count; i++) {
    jh_str title = jh_str_of(jh_listing_title(&list->columns[i], lang));
    jh_write_text(w, 1, (uint32_t)i, title, JH_WRITE_HEADER);
  }
  for (size_t row = 0; row < jh_listing_rows(list); row++) put_row(w, list, row);
  return JH_OK;
}

jh_code jh_listing_workbook(
    const jh_listing *list, const char *name, jh_lang lang,
    bool (*sink)(void *payload, const char *bytes, size_t size), void *payload, jh_error *err) {
  jh_write *w = NULL;
  if (!jh_buf_ok(&list->text)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_write_open(&w, NULL, true, err);
  if (code) return code;
  code = put_sheet(w, list, name, lang, err);
  if (!code) code = jh_write_hand_on(w, sink, payload, err);
  jh_write_close(w);
  return code;
}
