/* guess_template.c - our own templates: a hidden sheet says which column stands where.
 *
 * Its rows: "sheet", name, table, title lines, header lines; and "column", name of the sheet, letter,
 * column of the table. What does not fit the dictionary makes the file an ordinary one. The headers have
 * the last word: guess_header.c.
 */
#include <string.h>

#include "intake/guess_parts.h"
#include "sheet/position.h"

typedef struct filler {
  jh_guess *guess;
  const char *file;
  size_t first; /* source */
  bool is_off;  /* something does not fit */
  jh_error *err;
} filler;

static jh_str cell(const jh_grid_row *row, size_t column) {
  return column < row->count ? row->cells[column].text : (jh_str){NULL, 0};
}

static bool is_count(jh_str text, uint32_t *out) {
  *out = 0;
  for (size_t i = 0; i < text.size; i++) {
    if (text.at[i] < '0' || text.at[i] > '9' || *out > 1000) return false;
    *out = *out * 10 + (uint32_t)(text.at[i] - '0');
  }
  return text.size > 0;
}

static jh_guess_source *sheet_of(const filler *f, jh_str name) {
  for (size_t i = f->first; i < f->guess->source_count; i++) {
    jh_guess_source *source = &f->guess->sources[i];
    if (jh_str_equal(jh_str_of(source->sheet), name)) return source;
  }
  return NULL;
}

static jh_code read_sheet(filler *f, const jh_grid_row *row) {
  uint32_t titles, headers, table = jh_plan_table(f->guess->plan, cell(row, 2));
  if (table == JH_NONE || !is_count(cell(row, 3), &titles) || !is_count(cell(row, 4), &headers)) {
    f->is_off = true;
    return JH_OK;
  }
  jh_guess_source *source = jh_guess_add_source(f->guess, f->file, JH_GUESS_TEMPLATE);
  const char *name = source ? jh_arena_text(f->guess->arena, cell(row, 1)) : NULL;
  if (!name) return jh_fail(f->err, JH_ENOMEM, NULL, NULL);
  source->sheet = name;
  source->table = table;
  source->title_lines = titles;
  source->header_lines = headers;
  return JH_OK;
}

static jh_code read_column(filler *f, const jh_grid_row *row) {
  jh_guess_source *source = sheet_of(f, cell(row, 1));
  uint32_t letter, line;
  bool is_letter = jh_position_read(cell(row, 2), &letter, &line) && line == 0;
  uint32_t column = source ? jh_plan_column(f->guess->plan, source->table, cell(row, 3)) : JH_NONE;
  if (!is_letter || column == JH_NONE) {
    f->is_off = true;
    return JH_OK;
  }
  char text[JH_POSITION_TEXT + 1] = "=";
  (void)jh_position_text(text + 1, letter, 0);
  jh_guess_entry *entry = jh_guess_add(f->guess, source);
  const char *kept = entry ? jh_arena_text(f->guess->arena, jh_str_of(text)) : NULL;
  if (!kept) return jh_fail(f->err, JH_ENOMEM, NULL, NULL);
  entry->column = column;
  entry->how = JH_GUESS_NAMED;
  entry->source = kept;
  entry->seen = f->guess->plan->tables[source->table].columns[column].name.in[JH_ZH];
  return JH_OK;
}

static jh_code read_rows(filler *f, jh_grid *grid) {
  jh_code code = JH_OK;
  for (bool got = true; !code && got && !f->is_off;) {
    jh_grid_row row;
    code = jh_grid_next(grid, &row, &got, f->err);
    if (code || !got) break;
    jh_str kind = cell(&row, 0);
    if (jh_str_equal(kind, jh_str_of("sheet"))) code = read_sheet(f, &row);
    if (jh_str_equal(kind, jh_str_of("column"))) code = read_column(f, &row);
  }
  return code;
}

jh_code jh_guess_template(
    jh_guess *guess, const char *file, const char *path, bool *is_one, jh_error *err) {
  filler f = {.guess = guess, .file = file, .first = guess->source_count, .err = err};
  jh_grid_options options = {.sheet = JH_GUESS_TEMPLATE_SHEET};
  jh_grid *grid = NULL;
  jh_error problem = {0};
  *is_one = false;
  jh_code code = jh_grid_open(&grid, path, &options, &problem);
  if (!code) {
    f.err = &problem;
    code = read_rows(&f, grid);
    for (size_t i = f.first; i < guess->source_count; i++) {
      memcpy(guess->sources[i].hash, jh_grid_about(grid)->hash, sizeof guess->sources[i].hash);
    }
  }
  jh_grid_close(grid);
  if (code == JH_ENOMEM) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  *is_one = !code && !f.is_off && guess->source_count > f.first;
  if (!*is_one) guess->source_count = f.first;
  code = JH_OK;
  for (size_t i = f.first; i < guess->source_count && !code; i++) {
    code = jh_guess_headers(guess, &guess->sources[i], path, err);
  }
  return code;
}
