/* head_rows.c - the first rows of a grid, and windows of them; see head_search.h. */
#include <string.h>

#include "base/buf.h"
#include "table/head_search.h"

#define MOST_WIDTH JH_GRID_COLUMNS

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static bool keep_row(jh_head_search *s, const jh_grid_row *from) {
  jh_head_row *to = &s->rows[s->row_count++];
  to->line = from->line;
  to->count = from->count;
  to->cells = jh_arena_get(s->scratch, (from->count + 1) * sizeof *to->cells);
  for (size_t i = 0; to->cells && i < from->count; i++) {
    char *copy = jh_arena_text(s->scratch, from->cells[i].text);
    if (!copy) return false;
    to->cells[i] = (jh_str){copy, from->cells[i].text.size};
  }
  return to->cells != NULL;
}

jh_str jh_head_rows_cell(const jh_head_row *of, size_t column) {
  return column < of->count ? of->cells[column] : (jh_str){0};
}

static jh_head_row *row_at(jh_head_search *s, uint32_t line) {
  for (size_t i = 0; i < s->row_count; i++) {
    if (s->rows[i].line == line) return &s->rows[i];
  }
  return NULL;
}

static bool widen(jh_head_search *s, jh_head_row *of, size_t count) {
  if (of->count >= count) return true;
  jh_str *cells = jh_arena_get(s->scratch, count * sizeof *cells);
  if (!cells) return false;
  if (of->count > 0) memcpy(cells, of->cells, of->count * sizeof *cells);
  of->cells = cells;
  of->count = count;
  return true;
}

/* A merged cell stands in all its places. */
static bool spread_merges(jh_head_search *s) {
  const jh_grid_info *info = jh_grid_about(s->grid);
  for (size_t i = 0; i < info->merge_count; i++) {
    const jh_grid_merge *m = &info->merges[i];
    const jh_head_row *top = row_at(s, m->top);
    jh_str text = top ? jh_head_rows_cell(top, m->left) : (jh_str){0};
    if (text.size == 0 || m->right >= JH_GRID_COLUMNS) continue;
    for (uint32_t line = m->top; line <= m->bottom && line - m->top < JH_HEAD_ROWS; line++) {
      jh_head_row *to = row_at(s, line);
      if (!to) continue;
      if (!widen(s, to, m->right + 1)) return false;
      for (uint32_t c = m->left; c <= m->right; c++) to->cells[c] = text;
    }
  }
  return true;
}

jh_code jh_head_rows_read(jh_head_search *s, jh_error *err) {
  jh_code code = jh_grid_rewind(s->grid, err);
  bool got = true;
  while (!code && got && s->row_count < JH_HEAD_ROWS) {
    jh_grid_row next;
    code = jh_grid_next(s->grid, &next, &got, err);
    if (code == JH_EBAD_QUOTE) { /* told when the records are read */
      code = JH_OK;
      got = true;
      continue;
    }
    if (!code && got && !keep_row(s, &next)) code = out_of_memory(err);
  }
  return code || spread_merges(s) ? code : out_of_memory(err);
}

/* -- windows ----------------------------------------------------------------------------------- */

static size_t width_of(const jh_head_search *s, const jh_head_window *w) {
  size_t width = 0;
  for (size_t i = 0; i < w->lines; i++) {
    const jh_head_row *of = &s->rows[w->first + i];
    for (size_t c = of->count; c > width; c--) {
      if (of->cells[c - 1].size > 0) width = c;
    }
  }
  return width;
}

static bool has_below(const jh_head_search *s, const jh_head_window *w, size_t line, size_t c) {
  for (size_t i = line + 1; i < w->lines; i++) {
    if (jh_head_rows_cell(&s->rows[w->first + i], c).size > 0) return true;
  }
  return false;
}

/* In an upper line a blank continues what is left of it, as long as something stands below and the
 * line above does not begin anew. */
static void lay_line(const jh_head_search *s, jh_head_window *w, size_t line) {
  jh_str *to = w->cells + line * w->width;
  const jh_str *above = line > 0 ? to - w->width : NULL;
  for (size_t c = 0; c < w->width; c++) {
    to[c] = jh_head_rows_cell(&s->rows[w->first + line], c);
    if (to[c].size > 0 || c == 0 || line + 1 == w->lines) continue;
    bool goes_on = has_below(s, w, line, c) && (!above || jh_str_equal(above[c], above[c - 1]));
    if (goes_on) to[c] = to[c - 1];
  }
}

/* Marks the columns whose lowest part stands over another one, too. */
static bool mark_twins(jh_head_window *w) {
  jh_map *seen = jh_map_open(w->width);
  bool ok = seen != NULL;
  for (size_t c = 0; ok && c < w->width; c++) {
    jh_head_parts p = jh_head_rows_parts(w, c);
    if (p.count == 0) continue;
    uint32_t first = jh_map_add(seen, p.at[p.count - 1], (uint32_t)c);
    ok = first != JH_MAP_NONE;
    if (ok && first != c) w->is_twin[c] = w->is_twin[first] = true;
  }
  if (seen) jh_map_close(seen);
  return ok;
}

bool jh_head_rows_lay_out(jh_head_search *s, jh_head_window *w) {
  w->width = width_of(s, w);
  if (w->width > MOST_WIDTH) w->width = MOST_WIDTH;
  w->cells = jh_arena_get(s->scratch, (w->lines * w->width + 1) * sizeof *w->cells);
  w->is_twin = jh_arena_get(s->scratch, w->width + 1);
  bool ok = w->cells && w->is_twin;
  for (size_t i = 0; ok && i < w->lines; i++) lay_line(s, w, i);
  ok = ok && mark_twins(w);
  if (!ok) s->is_out_of_memory = true;
  return ok;
}

jh_head_parts jh_head_rows_parts(const jh_head_window *w, size_t column) {
  jh_head_parts out = {.count = 0};
  for (size_t i = 0; i < w->lines; i++) {
    jh_str text = w->cells[i * w->width + column];
    if (text.size == 0) continue;
    if (out.count > 0 && jh_str_equal(text, out.at[out.count - 1])) continue;
    out.at[out.count++] = text;
  }
  return out;
}

char *jh_head_rows_join(
    jh_head_search *s, jh_arena *arena, const jh_head_parts *p, const char *between) {
  jh_buf text;
  jh_buf_init(&text);
  for (size_t i = 0; i < p->count; i++) {
    if (i > 0) jh_buf_text(&text, between);
    jh_buf_add(&text, p->at[i]);
  }
  char *copy = jh_buf_ok(&text) ? jh_arena_text(arena, jh_buf_str(&text)) : NULL;
  jh_buf_done(&text);
  if (!copy) s->is_out_of_memory = true;
  return copy;
}
