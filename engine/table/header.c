/* header.c - matching headers; see header.h. */
#include "table/header.h"

#include <string.h>

#include "base/alloc.h"
#include "base/suggest.h"
#include "base/utf8.h"

/* The header being read, and what its names mean. */
typedef struct reading {
  jh_loading *loading;
  jh_staged *staged;
  jh_file *file;
  jh_reader *reader;
  jh_map *names;    /* folded name to column */
  jh_map *seen;     /* folded header to field */
  uint32_t *fields; /* by column: the field where it stands; JH_NONE */
  size_t room;
  bool is_over, is_out_of_memory, has_error;
} reading;

static void on_header(void *at, size_t size, void *payload) {
  reading *r = payload;
  jh_file *file = r->file;
  if (file->header_count == JH_HEADER_COLUMNS) r->is_over = true;
  if (r->is_over || r->is_out_of_memory) return;
  jh_str text = jh_str_trim((jh_str){at, size});
  void *items = file->headers;
  jh_arena *arena = r->loading->dataset->arena;
  char *copy = jh_arena_text(arena, text);
  size_t need = file->header_count + 1;
  if (!copy || jh_arena_grow(arena, &items, &r->room, need, sizeof(jh_str)) != 0) {
    r->is_out_of_memory = true;
    return;
  }
  file->headers = items;
  file->headers[file->header_count++] = (jh_str){copy, text.size};
}

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static bool add_name(reading *r, const char *name, uint32_t column) {
  if (!name) return true;
  char *folded = jh_utf8_fold(r->loading->scratch, jh_str_of(name));
  return folded && jh_map_add(r->names, jh_str_of(folded), column) != JH_MAP_NONE;
}

/* Ids first, then names, then aliases: a header means what it means most strictly. */
static bool add_names(reading *r) {
  const jh_table_def *def = r->staged->def;
  bool ok = true;
  for (uint32_t i = 0; i < def->column_count; i++) ok = ok && add_name(r, def->columns[i].id, i);
  for (uint32_t i = 0; i < def->column_count; i++) {
    ok = ok && add_name(r, def->columns[i].name.in[JH_ZH], i);
    ok = ok && add_name(r, def->columns[i].name.in[JH_EN], i);
  }
  for (uint32_t i = 0; i < def->column_count; i++) {
    const jh_column_def *column = &def->columns[i];
    for (size_t k = 0; k < column->alias_count; k++) ok = ok && add_name(r, column->aliases[k], i);
  }
  return ok;
}

static jh_place place_of(const reading *r, size_t field, const char *name) {
  jh_place at = jh_place_of(r->file->path, 0, 0);
  jh_reader_place(r->reader, field, &at);
  jh_str_copy(at.name, sizeof at.name, jh_str_of(name));
  return at;
}

static void add(reading *r, jh_error *found, jh_severity severity) {
  found->severity = severity;
  r->has_error = r->has_error || severity == JH_ERROR;
  jh_diag_add(r->loading->diag, found);
}

static void report_twice(reading *r, size_t field, size_t first, const char *name) {
  jh_error found;
  jh_place at = place_of(r, field, name);
  jh_fail(&found, JH_EDUPLICATE_COLUMN, &at, name, NULL);
  found.also = place_of(r, first, name);
  add(r, &found, JH_ERROR);
}

static void report_unknown(reading *r, size_t field) {
  const jh_table_def *def = r->staged->def;
  jh_str text = r->file->headers[field];
  jh_suggest near = jh_suggest_begin(text);
  bool is_shown = jh_diag_dropped(r->loading->diag, JH_WARNING) == 0;
  for (size_t i = 0; is_shown && i < def->column_count; i++) {
    const jh_column_def *column = &def->columns[i];
    jh_suggest_offer(&near, jh_str_of(column->id));
    jh_suggest_offer(&near, jh_str_of(column->name.in[JH_ZH]));
    jh_suggest_offer(&near, jh_str_of(column->name.in[JH_EN]));
    for (size_t k = 0; k < column->alias_count; k++) {
      jh_suggest_offer(&near, jh_str_of(column->aliases[k]));
    }
  }
  char shown[120], hint[96];
  jh_arg_text(shown, sizeof shown, text);
  jh_place at = place_of(r, field, shown);
  jh_error found;
  jh_arg_text(hint, sizeof hint, near.best);
  jh_fail(&found, JH_EUNKNOWN_COLUMN, &at, shown, hint, NULL);
  add(r, &found, JH_WARNING);
}

/* Is the column given by the source for all rows? Then the header may not give it, too. */
static const jh_source *set_by(const reading *r, uint32_t column) {
  const jh_plan *plan = r->loading->plan;
  const jh_source *source = r->file->source == JH_NONE ? NULL : &plan->sources[r->file->source];
  for (size_t i = 0; source && i < source->set_count; i++) {
    if (source->sets[i].column == column) return source;
  }
  return NULL;
}

static bool match(reading *r, uint32_t field) {
  jh_file *file = r->file;
  const jh_table_def *def = r->staged->def;
  file->header_columns[field] = JH_NONE;
  char *folded = jh_utf8_fold(r->loading->scratch, file->headers[field]);
  if (!folded) return false;
  jh_str key = jh_str_of(folded);
  uint32_t column = jh_map_find(r->names, key);
  uint32_t first = key.size > 0 ? jh_map_add(r->seen, key, field) : field;
  if (first == JH_MAP_NONE) return false;
  if (column == JH_MAP_NONE) {
    if (first != field) {
      char shown[96];
      report_twice(r, field, first, jh_arg_text(shown, sizeof shown, file->headers[field]));
    } else {
      report_unknown(r, field);
    }
    return true;
  }
  const jh_source *source = set_by(r, column);
  if (r->fields[column] != JH_NONE) {
    report_twice(r, field, r->fields[column], def->columns[column].id);
  } else if (source) {
    report_twice(r, field, field, def->columns[column].id);
  } else {
    r->fields[column] = field;
    file->header_columns[field] = column;
  }
  return true;
}

static bool is_structural(const jh_table_def *def, uint32_t column) {
  return column == def->key_column || column == def->parent_column || column == def->stage_column;
}

static void report_absent(reading *r) {
  const jh_table_def *def = r->staged->def;
  for (uint32_t i = 0; i < def->column_count; i++) {
    const jh_column_def *column = &def->columns[i];
    if (r->fields[i] != JH_NONE || set_by(r, i)) continue;
    bool is_error = column->is_required || is_structural(def, i);
    if (!is_error && !jh_loading_wants(r->loading, r->staged->table, i)) continue;
    const char *zh = column->name.in[JH_ZH], *en = column->name.in[JH_EN];
    jh_place at = jh_place_of(r->file->path, r->file->header_line, 0); /* no field: no name */
    jh_error found;
    jh_fail(
        &found, JH_ENO_COLUMN, &at, column->id,
        zh   ? zh
        : en ? en
             : column->id,
        column->id, NULL);
    /* A column that may be absent is a note: all its cells are missing, and that is worth a line. */
    add(r, &found, is_error ? JH_ERROR : JH_NOTE);
  }
}

static jh_code match_all(reading *r, jh_error *err) {
  jh_file *file = r->file;
  while (file->header_count > 0 && file->headers[file->header_count - 1].size == 0) {
    file->header_count--;
  }
  size_t columns = r->staged->def->column_count;
  r->names = jh_map_open(columns * 4);
  r->seen = jh_map_open(file->header_count);
  r->fields = jh_arena_get(r->loading->scratch, columns * sizeof *r->fields);
  file->header_columns =
      jh_arena_get(r->loading->dataset->arena, file->header_count * sizeof(uint32_t));
  bool ok = r->names && r->seen && r->fields && file->header_columns && add_names(r);
  if (!ok) return out_of_memory(err);
  for (size_t i = 0; i < columns; i++) r->fields[i] = JH_NONE;
  for (uint32_t i = 0; i < file->header_count; i++) {
    if (!match(r, i)) return out_of_memory(err);
  }
  report_absent(r);
  return JH_OK;
}

jh_code jh_header_read(
    jh_loading *loading, jh_staged *staged, jh_file *file, jh_reader *reader, bool *ok,
    jh_error *err) {
  reading r = {.loading = loading, .staged = staged, .file = file, .reader = reader};
  jh_place top = jh_place_of(file->path, 0, 0);
  bool got = true;
  /* A line of delimiters only is blank, too. */
  for (bool is_blank = true; is_blank && got;) {
    file->header_count = 0;
    jh_code code = jh_reader_next(reader, on_header, &r, &got, err);
    if (code) return code;
    for (size_t i = 0; i < file->header_count && is_blank; i++) {
      is_blank = file->headers[i].size == 0;
    }
  }
  if (r.is_out_of_memory) return out_of_memory(err);
  if (!got) return jh_fail(err, JH_EEMPTY_FILE, &top, NULL);
  file->header_line = jh_reader_line(reader);
  if (r.is_over) {
    char most[24];
    file->header_count = 0;
    jh_place at = jh_place_of(file->path, file->header_line, 0);
    jh_reader_place(reader, JH_HEADER_COLUMNS, &at);
    return jh_fail(
        err, JH_ETOO_MANY_COLUMNS, &at, jh_arg_int(most, (int64_t)JH_HEADER_COLUMNS), NULL);
  }
  jh_code code = match_all(&r, err);
  if (r.names) jh_map_close(r.names);
  if (r.seen) jh_map_close(r.seen);
  *ok = !r.has_error;
  return code;
}
