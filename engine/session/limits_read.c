/* limits_read.c - a sheet of limits, read back: what it says of itself, its heading, its rows.
 *
 * Columns go by their headings, wherever these stand; rows by what they say. A workbook has a hidden
 * sheet that says which pack it is of; of text, or of a sheet that was copied elsewhere, the lines above
 * the heading say it, if any do. Holds nothing against a pack.
 */
#include <string.h>

#include "base/alloc.h"
#include "session/limits.h"
#include "table/grid.h"

enum { MOST_LINES = 20000, MOST_ABOVE = 60, MOST_UNREAD = 64 };

typedef struct reader {
  jh_limits *limits;
  jh_grid *grid;
  bool is_out; /* of memory, once */
  const char *guide;
  jh_error *err;
} reader;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_place place_at(const jh_limits *limits, uint32_t line, uint32_t column) {
  if (limits->sheet) return jh_place_in(limits->path, jh_str_of(limits->sheet), line, column + 1);
  jh_place at = jh_place_of(limits->path, line, 0);
  at.field = column + 1;
  return at;
}

jh_place jh_limits_place(const jh_limits *limits, uint32_t line, jh_limits_column column) {
  jh_place at = place_at(limits, line, limits->column[column]);
  if (!limits->sheet) /* a workbook's cell is named by its letters */
    jh_str_copy(at.name, sizeof at.name, jh_str_of(limits->heading[column]));
  return at;
}

static jh_str keep(reader *r, jh_str text) {
  char *copy = jh_arena_text(r->limits->arena, text);
  if (!copy) r->is_out = true;
  return copy ? (jh_str){copy, text.size} : (jh_str){NULL, 0};
}

static const char *keep_text(reader *r, const jh_grid_row *row, size_t column) {
  if (column >= row->count || row->cells[column].text.size == 0) return NULL;
  return keep(r, row->cells[column].text).at;
}

/* What lies above the heading, on the guide, on the hidden sheet. */

/* "kind", "pack", "day", "sheet", "guide". */
static void take_key(reader *r, const jh_grid_row *row, jh_str *kind) {
  jh_limits *l = r->limits;
  jh_str what = row->cells[0].text;
  if (jh_str_equal(what, jh_str_of("kind")) && row->count > 1) *kind = keep(r, row->cells[1].text);
  if (jh_str_equal(what, jh_str_of("pack"))) {
    l->pack = keep_text(r, row, 1);
    l->version = keep_text(r, row, 2);
    l->hash = keep_text(r, row, 3);
  }
  if (jh_str_equal(what, jh_str_of("day"))) l->day = keep_text(r, row, 1);
  if (jh_str_equal(what, jh_str_of("sheet"))) l->sheet = keep_text(r, row, 1);
  if (jh_str_equal(what, jh_str_of("guide"))) r->guide = keep_text(r, row, 1);
}

/* A label in the first column, what was filled in beside it. */
static void take_fact(reader *r, const jh_grid_row *row, const char *sheet) {
  if (row->count < 1 || row->cells[0].text.size == 0) return;
  jh_limits_fact fact = jh_limits_find_fact(row->cells[0].text);
  if (fact == JH_LIMITS_FACTS) return;
  jh_limits_found *found = &r->limits->facts[fact];
  if (row->count > 1 && row->cells[1].text.size) found->text = keep(r, row->cells[1].text);
  found->at = sheet ? jh_place_in(r->limits->path, jh_str_of(sheet), row->line, 2)
                    : place_at(r->limits, row->line, 1);
}

/* Each row of one sheet; `each` is told the sheet. */
static jh_code walk(
    reader *r, const char *sheet, void (*each)(reader *, const jh_grid_row *, void *),
    void *payload) {
  const jh_grid_options how = {.sheet = sheet};
  jh_grid *grid;
  jh_code code = jh_grid_open(&grid, r->limits->path, &how, r->err);
  if (code) return code;
  bool got = true;
  for (size_t i = 0; i < 4 * (size_t)MOST_ABOVE && !code && got; i++) {
    jh_grid_row row;
    code = jh_grid_next(grid, &row, &got, r->err);
    if (!code && got && row.count) each(r, &row, payload);
  }
  jh_grid_close(grid);
  return code;
}

static void on_key(reader *r, const jh_grid_row *row, void *payload) { take_key(r, row, payload); }

static void on_guide(reader *r, const jh_grid_row *row, void *payload) {
  take_fact(r, row, payload);
}

static jh_code not_limits(reader *r, const char *sheet) {
  jh_place at = sheet ? jh_place_in(r->limits->path, jh_str_of(sheet), 0, 0)
                      : jh_place_of(r->limits->path, 0, 0);
  char now[96];
  jh_arg_both(
      now, sizeof now, jh_limits_title(JH_LIMITS_NOW, JH_ZH),
      jh_limits_title(JH_LIMITS_NOW, JH_EN));
  char path[96];
  jh_arg_both(
      path, sizeof path, jh_limits_title(JH_LIMITS_PATH, JH_ZH),
      jh_limits_title(JH_LIMITS_PATH, JH_EN));
  return jh_fail(r->err, JH_ENOT_LIMITS, &at, path, now, NULL);
}

static bool has_sheet(const jh_grid_sheet *sheets, size_t count, const char *name) {
  for (size_t i = 0; name && i < count; i++) {
    if (strcmp(sheets[i].name, name) == 0) return true;
  }
  return false;
}

/* The hidden sheet and the guide of a workbook. */
static jh_code read_key(reader *r) {
  const jh_grid_sheet *sheets;
  size_t count;
  jh_str kind = {NULL, 0};
  jh_code code = jh_grid_sheets(r->limits->path, r->limits->arena, &sheets, &count, r->err);
  if (code || count == 0) return code;
  for (int i = 0; i < JH_LIMITS_FACTS; i++)
    r->limits->facts[i].at = jh_place_of(r->limits->path, 0, 0);
  if (!has_sheet(sheets, count, "_junheng")) return JH_OK;
  code = walk(r, "_junheng", on_key, &kind);
  if (code) return code;
  if (!jh_str_equal(kind, jh_str_of(JH_LIMITS_KIND))) return not_limits(r, "_junheng");
  if (!has_sheet(sheets, count, r->guide)) return JH_OK;
  for (int i = 0; i < JH_LIMITS_FACTS; i++)
    r->limits->facts[i].at = jh_place_in(r->limits->path, jh_str_of(r->guide), 0, 0);
  return walk(r, r->guide, on_guide, (void *)r->guide);
}

/* The heading. */

static void note_unread(reader *r, const jh_grid_row *row, size_t column, jh_str near) {
  jh_limits *l = r->limits;
  void *items = l->unread;
  if (l->unread_count == MOST_UNREAD) return;
  if (jh_arena_grow(l->arena, &items, &l->unread_room, l->unread_count + 1, sizeof *l->unread)) {
    r->is_out = true;
    return;
  }
  l->unread = items;
  jh_limits_found *one = &l->unread[l->unread_count++];
  *one =
      (jh_limits_found){keep(r, row->cells[column].text), place_at(l, row->line, (uint32_t)column)};
  jh_str_copy(one->at.name, sizeof one->at.name, near); /* for the hint alone */
}

static bool is_header(const jh_grid_row *row) {
  bool has[JH_LIMITS_COLUMNS + 1] = {false};
  for (size_t i = 0; i < row->count; i++) {
    if (row->cells[i].text.size == 0 || row->cells[i].text.size > 64) continue;
    has[jh_limits_find_column(row->cells[i].text, NULL)] = true;
  }
  return (has[JH_LIMITS_PATH] && (has[JH_LIMITS_NOW] || has[JH_LIMITS_VALUE])) ||
         (has[JH_LIMITS_NOW] && has[JH_LIMITS_VALUE]);
}

static jh_code take_heading(reader *r, const jh_grid_row *row, size_t column, bool *has) {
  jh_str text = row->cells[column].text, near = {NULL, 0};
  if (text.size == 0) return JH_OK;
  jh_limits_column which = jh_limits_find_column(text, &near);
  char shown[96];
  if (which == JH_LIMITS_COLUMNS) {
    note_unread(r, row, column, near);
    return JH_OK;
  }
  if (has[which]) {
    jh_place at = place_at(r->limits, row->line, (uint32_t)column);
    jh_code code =
        jh_fail(r->err, JH_ELIMITS_COLUMN_TWICE, &at, jh_arg_text(shown, sizeof shown, text), NULL);
    if (r->err) r->err->also = place_at(r->limits, row->line, r->limits->column[which]);
    return code;
  }
  has[which] = true;
  r->limits->column[which] = (uint32_t)column;
  r->limits->heading[which] = jh_arena_text(r->limits->arena, text);
  return r->limits->heading[which] ? JH_OK : out_of_memory(r->err);
}

static jh_code take_header(reader *r, const jh_grid_row *row) {
  bool has[JH_LIMITS_COLUMNS] = {false};
  jh_code code = JH_OK;
  r->limits->header = row->line;
  for (size_t i = 0; i < row->count && !code; i++) code = take_heading(r, row, i, has);
  for (int i = 0; i < JH_LIMITS_COLUMNS && !code; i++) {
    if (has[i]) continue;
    jh_place at = place_at(r->limits, row->line, 0);
    at.column = at.field = 0;
    char both[96];
    jh_limits_column column = (jh_limits_column)i;
    jh_arg_both(both, sizeof both, jh_limits_title(column, JH_ZH), jh_limits_title(column, JH_EN));
    return jh_fail(r->err, JH_ELIMITS_COLUMN, &at, both, NULL);
  }
  return code;
}

/* The rows. */

static bool is_blank(const jh_limits_line *line) {
  for (int i = 0; i < JH_LIMITS_COLUMNS; i++) {
    const jh_limits_cell *cell = &line->cells[i];
    if (cell->text.size || cell->kind == JH_GRID_UNCOMPUTED) return false;
  }
  return true;
}

static jh_code take_line(reader *r, const jh_grid_row *row) {
  jh_limits *l = r->limits;
  jh_limits_line line = {.line = row->line};
  for (int i = 0; i < JH_LIMITS_COLUMNS; i++) {
    if (l->column[i] >= row->count) continue;
    const jh_grid_cell *cell = &row->cells[l->column[i]];
    line.cells[i] = (jh_limits_cell){keep(r, cell->text), cell->kind};
    if (!line.cells[i].text.at) return out_of_memory(r->err);
  }
  if (is_blank(&line)) return JH_OK;
  if (l->line_count == MOST_LINES) {
    char most[24];
    jh_place at = place_at(l, row->line, 0);
    return jh_fail(r->err, JH_ETOO_MANY_ROWS, &at, jh_arg_int(most, MOST_LINES), NULL);
  }
  void *items = l->lines;
  if (jh_arena_grow(l->arena, &items, &l->line_room, l->line_count + 1, sizeof *l->lines))
    return out_of_memory(r->err);
  l->lines = items;
  l->lines[l->line_count++] = line;
  return JH_OK;
}

static jh_code take_row(reader *r, const jh_grid_row *row, jh_str *kind, size_t *above) {
  jh_limits *l = r->limits;
  if (l->header) return take_line(r, row);
  if (is_header(row)) return take_header(r, row);
  if (++*above > MOST_ABOVE) return not_limits(r, l->sheet);
  if (row->count == 0) return JH_OK;
  if (!jh_grid_about(r->grid)->is_workbook) take_key(r, row, kind);
  take_fact(r, row, l->sheet);
  return JH_OK;
}

static jh_code read_rows(reader *r) {
  jh_limits *l = r->limits;
  const jh_grid_options how = {.sheet = l->sheet};
  jh_code code = jh_grid_open(&r->grid, l->path, &how, r->err);
  if (code) return code;
  const jh_grid_info *info = jh_grid_about(r->grid);
  l->sheet = info->sheet ? jh_arena_text(l->arena, jh_str_of(info->sheet)) : NULL;
  if (info->sheet && !l->sheet) return out_of_memory(r->err);
  jh_str kind = {NULL, 0};
  size_t above = 0;
  bool got = true;
  while (!code && got) {
    jh_grid_row row;
    code = jh_grid_next(r->grid, &row, &got, r->err);
    if (!code && got) code = take_row(r, &row, &kind, &above);
  }
  return code || l->header ? code : not_limits(r, l->sheet);
}

jh_code jh_limits_open(jh_limits **out, const char *path, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_limits *l = arena ? jh_arena_get(arena, sizeof *l) : NULL;
  reader r = {.limits = l, .err = err};
  jh_code code = l ? JH_OK : out_of_memory(err);
  if (!code) {
    l->arena = arena;
    l->path = jh_arena_text(arena, jh_str_of(path));
    if (!l->path) code = out_of_memory(err);
  }
  if (!code) code = read_key(&r);
  if (!code) code = read_rows(&r);
  if (!code && r.is_out) code = out_of_memory(err);
  jh_grid_close(r.grid);
  if (code)
    jh_arena_close(arena);
  else
    *out = l;
  return code;
}

void jh_limits_close(jh_limits *limits) {
  if (limits) jh_arena_close(limits->arena);
}

const char *jh_limits_pack(const jh_limits *limits) { return limits->pack; }
