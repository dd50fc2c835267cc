/* head_find.c - titles, unit line and fields of the header that head_search.c found; see head.h. */
#include <string.h>

#include "base/buf.h"
#include "table/head_search.h"
#include "table/measure.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Is any part of "万元、平方米" a unit? */
static bool has_unit(const jh_head_search *s, jh_str line) {
  jh_measure measure;
  while (line.size > 0) {
    jh_str part = jh_measure_part(&line);
    if (jh_measure_read(&measure, &s->plan->units, part)) return true;
  }
  return false;
}

/* "万元" of "单位：万元", folded; NULL if the cell says none. "填报单位：…" names an office. */
static const char *unit_in(jh_head_search *s, jh_str text) {
  const char *at = jh_match_fold(s->scratch, text);
  if (!at) s->is_out_of_memory = true;
  while (at && (at = strstr(at, "单位:"))) {
    at += strlen("单位:");
    size_t size = strcspn(at, ")");
    if (!has_unit(s, (jh_str){at, size})) continue;
    char *unit = jh_arena_text(s->arena, (jh_str){at, size});
    if (!unit) s->is_out_of_memory = true;
    return unit;
  }
  return NULL;
}

static bool read_titles(jh_head_search *s, jh_head *out, size_t first) {
  jh_buf title;
  jh_buf_init(&title);
  for (size_t i = 0; i < first; i++) {
    const jh_head_row *of = &s->rows[i];
    for (size_t c = 0; c < of->count; c++) {
      bool is_again = c > 0 && jh_str_equal(of->cells[c], of->cells[c - 1]);
      if (of->cells[c].size == 0 || is_again) continue;
      if (!out->unit_hint) out->unit_hint = unit_in(s, of->cells[c]);
      if (title.size > 0) jh_buf_char(&title, ' ');
      jh_buf_add(&title, of->cells[c]);
    }
  }
  out->title = jh_buf_ok(&title) ? jh_arena_text(s->arena, jh_buf_str(&title)) : NULL;
  jh_buf_done(&title);
  return out->title != NULL;
}

/* The unit of a column, if its header does not say one: that of the unit line. */
static bool set_unit(jh_head_search *s, const jh_head *head, jh_head_field *field) {
  if (field->unit || !head->unit_hint || field->column == JH_NONE) return true;
  const jh_column_def *def = &s->plan->tables[head->table].columns[field->column];
  jh_str unit = jh_measure_of_line(jh_str_of(head->unit_hint), &s->plan->units, def);
  if (unit.size == 0) return true;
  field->unit = jh_arena_text(s->arena, unit);
  field->is_unit_of_line = true;
  return field->unit != NULL;
}

static bool set_meaning(
    jh_head_search *s, jh_head *out, const jh_head_window *w, size_t column, uint32_t *owners) {
  jh_head_field *field = &out->fields[column];
  jh_match_found found = {.column = JH_NONE};
  if (w->table == JH_NONE || field->path[0] == '\0') return true;
  (void)jh_head_match_field(s, &found, w, column, s->arena);
  if (found.column == JH_NONE) {
    uint32_t near;
    (void)jh_match_near(&s->plan->tables[w->table], jh_str_of(field->leaf), &near);
    if (near != JH_NONE) field->near = s->plan->tables[w->table].columns[near].id;
    return !s->is_out_of_memory;
  }
  if (owners[found.column] != JH_NONE) {
    field->twin = owners[found.column];
    return true;
  }
  owners[found.column] = (uint32_t)column;
  out->match_count++;
  field->column = found.column;
  field->how = found.how;
  field->is_silent = found.is_silent;
  field->unit = found.unit;
  return set_unit(s, out, field);
}

static bool set_fields(jh_head_search *s, jh_head *out, const jh_head_window *w) {
  size_t columns = w->table == JH_NONE ? 0 : s->plan->tables[w->table].column_count;
  uint32_t *owners = jh_arena_get(s->scratch, (columns + 1) * sizeof *owners);
  out->field_count = w->width;
  out->fields = jh_arena_get(s->arena, (out->field_count + 1) * sizeof *out->fields);
  if (!owners || !out->fields) return false;
  for (size_t i = 0; i < columns; i++) owners[i] = JH_NONE;
  for (size_t c = 0; c < out->field_count; c++) {
    jh_head_parts p = jh_head_rows_parts(w, c);
    jh_head_field *field = &out->fields[c];
    field->column = field->twin = JH_NONE;
    field->path = jh_head_rows_join(s, s->arena, &p, "/");
    field->leaf = jh_arena_text(s->arena, p.count ? p.at[p.count - 1] : (jh_str){0});
    if (!field->path || !field->leaf || !set_meaning(s, out, w, c, owners)) return false;
  }
  return true;
}

static bool tell(jh_head_search *s, jh_head *out, jh_head_window *w) {
  out->table = w->table;
  if (s->row_count == 0) {
    out->title = "";
    return true;
  }
  if (!jh_head_rows_lay_out(s, w)) return false;
  out->line = s->rows[w->first].line;
  out->last_line = s->rows[w->first + w->lines - 1].line;
  out->header_lines = (uint32_t)w->lines;
  out->title_lines = out->line - 1;
  return read_titles(s, out, w->first) && set_fields(s, out, w);
}

static jh_code prepare(jh_head_search *s, jh_error *err) {
  size_t tables = s->plan->table_count;
  s->matches = jh_arena_get(s->scratch, (tables + 1) * sizeof(jh_match *));
  if (!s->matches) return out_of_memory(err);
  for (uint32_t i = 0; i < tables; i++) {
    const jh_table_def *def = &s->plan->tables[i];
    bool is_asked = s->wish->table == JH_NONE ? !def->is_derived : s->wish->table == i;
    if (!is_asked) continue;
    jh_code code = jh_match_open(&s->matches[i], def, &s->plan->units, err);
    if (code) return code;
  }
  if (s->wish->name_count == 0) return JH_OK;
  s->names = jh_map_open(s->wish->name_count);
  for (uint32_t i = 0; s->names && i < s->wish->name_count; i++) {
    char *folded = jh_match_fold(s->scratch, jh_str_of(s->wish->names[i]));
    if (!folded || jh_map_add(s->names, jh_str_of(folded), i) == JH_MAP_NONE) {
      return out_of_memory(err);
    }
  }
  return s->names ? JH_OK : out_of_memory(err);
}

/* Leaves the grid behind the header. */
static jh_code stand_behind(const jh_head_search *s, const jh_head *head, jh_error *err) {
  jh_code code = jh_grid_rewind(s->grid, err);
  bool got = head->header_lines > 0;
  uint32_t line = 0;
  while (!code && got && line < head->last_line) {
    jh_grid_row next;
    code = jh_grid_next(s->grid, &next, &got, err);
    line = next.line;
    if (code == JH_EBAD_QUOTE) {
      code = JH_OK;
      got = true;
    }
  }
  return code;
}

jh_code jh_head_find(
    jh_head *out, jh_grid *grid, const jh_plan *plan, const jh_head_wish *wish, jh_arena *arena,
    jh_error *err) {
  static const jh_head_wish none = {.table = JH_NONE, .skip_lines = JH_NONE};
  jh_head made = {.table = JH_NONE};
  jh_head_search s = {.grid = grid, .plan = plan, .wish = wish ? wish : &none, .arena = arena};
  s.scratch = jh_arena_open();
  jh_code code = s.scratch ? prepare(&s, err) : out_of_memory(err);
  if (!code) code = jh_head_rows_read(&s, err);
  if (!code) {
    jh_head_window w = jh_head_search_all(&s);
    bool ok = !s.is_out_of_memory && tell(&s, &made, &w) && !s.is_out_of_memory;
    code = ok ? stand_behind(&s, &made, err) : out_of_memory(err);
  }
  for (size_t i = 0; s.matches && i < plan->table_count; i++) jh_match_close(s.matches[i]);
  if (s.names) jh_map_close(s.names);
  jh_arena_close(s.scratch);
  if (!code) *out = made;
  return code;
}
