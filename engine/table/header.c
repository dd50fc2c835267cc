/* header.c - matching headers; see header.h. */
#include "table/header.h"

#include <string.h>

#include "base/alloc.h"
#include "table/match.h"
#include "table/measure.h"

/* The header being read, and what its names mean. */
typedef struct reading {
  jh_loading *loading;
  jh_staged *staged;
  jh_file *file;
  jh_reader *reader; /* that read the header, to find places; NULL = of several lines, or a sheet */
  const jh_head *head; /* what was found out before; NULL = a single line */
  jh_match *match;
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

static jh_place place_of(const reading *r, size_t field, const char *name) {
  jh_place at = jh_loading_place(r->file, r->file->header_last, (uint32_t)field + 1);
  if (r->reader) jh_reader_place(r->reader, field, &at);
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
  jh_str text = r->file->headers[field], near = {0};
  bool is_shown = jh_diag_dropped(r->loading->diag, JH_WARNING) == 0;
  if (is_shown) near = jh_match_near(r->staged->def, text, NULL);
  char shown[120], hint[96];
  jh_arg_text(shown, sizeof shown, text);
  jh_place at = place_of(r, field, shown);
  jh_error found;
  jh_arg_text(hint, sizeof hint, near);
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

/* The unit that the file gives for a column, if it is not the column's own. */
static bool set_unit(reading *r, uint32_t field, uint32_t column, const char *unit) {
  jh_measure measure;
  jh_measure_ratio ratio;
  const jh_units *units = &r->loading->plan->units;
  const jh_column_def *def = &r->staged->def->columns[column];
  if (!unit || !jh_measure_read(&measure, units, jh_str_of(unit)) ||
      !jh_measure_into(&ratio, &measure, units, def) || ratio.num == ratio.den) {
    return true;
  }
  jh_file *file = r->file;
  if (!file->header_units) {
    size_t bytes = file->header_count * sizeof *file->header_units;
    file->header_units = jh_arena_get(r->loading->dataset->arena, bytes);
  }
  if (file->header_units) file->header_units[field] = unit;
  return file->header_units != NULL;
}

/* What a field means: found out before, or to be found now. */
static bool find(reading *r, uint32_t field, jh_match_found *found) {
  if (!r->head) {
    jh_arena *arena = r->loading->dataset->arena;
    return jh_match_find(found, r->match, r->file->headers[field], arena, NULL) == JH_OK;
  }
  const jh_head_field *is = &r->head->fields[field];
  *found = (jh_match_found){.column = is->column, .unit = is->unit, .is_silent = is->is_silent};
  if (is->twin != JH_NONE) found->column = r->head->fields[is->twin].column;
  return true;
}

static bool match(reading *r, uint32_t field) {
  jh_file *file = r->file;
  const jh_table_def *def = r->staged->def;
  jh_match_found found;
  file->header_columns[field] = JH_NONE;
  char *folded = jh_match_fold(r->loading->scratch, file->headers[field]);
  if (!folded || !find(r, field, &found)) return false;
  jh_str key = jh_str_of(folded);
  uint32_t column = found.column;
  uint32_t first = key.size > 0 ? jh_map_add(r->seen, key, field) : field;
  if (first == JH_MAP_NONE) return false;
  /* Money without a unit anywhere: the column is suggested, not taken. */
  if (column != JH_NONE && found.is_silent && !found.unit) column = JH_NONE;
  if (column == JH_NONE) {
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
    return set_unit(r, field, column, found.unit);
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
    if (!is_error && column->is_optional) continue;
    if (!is_error && !jh_loading_wants(r->loading, r->staged->table, i)) continue;
    const char *zh = column->name.in[JH_ZH], *en = column->name.in[JH_EN];
    jh_place at = jh_loading_place(r->file, r->file->header_line, 0); /* no field: no name */
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

/* Maps for what is read; *ok is false when memory is out. */
static void open_maps(reading *r, bool *ok) {
  size_t columns = r->staged->def->column_count;
  jh_file *file = r->file;
  r->seen = jh_map_open(file->header_count);
  r->fields = jh_arena_get(r->loading->scratch, columns * sizeof *r->fields);
  file->header_columns =
      jh_arena_get(r->loading->dataset->arena, file->header_count * sizeof(uint32_t));
  *ok = r->seen && r->fields && file->header_columns;
  if (*ok && !r->head) {
    *ok = jh_match_open(&r->match, r->staged->def, &r->loading->plan->units, NULL) == JH_OK;
  }
  for (size_t i = 0; *ok && i < columns; i++) r->fields[i] = JH_NONE;
}

static jh_code match_all(reading *r, jh_error *err) {
  bool ok;
  open_maps(r, &ok);
  for (uint32_t i = 0; ok && i < r->file->header_count; i++) ok = match(r, i);
  if (ok) report_absent(r);
  jh_match_close(r->match);
  if (r->seen) jh_map_close(r->seen);
  return ok ? JH_OK : out_of_memory(err);
}

static jh_code too_wide(reading *r, jh_error *err) {
  char most[24];
  jh_file *file = r->file;
  file->header_count = 0;
  jh_place at = jh_place_of(file->path, file->header_line, 0);
  jh_reader_place(r->reader, JH_HEADER_COLUMNS, &at);
  return jh_fail(
      err, JH_ETOO_MANY_COLUMNS, &at, jh_arg_int(most, (int64_t)JH_HEADER_COLUMNS), NULL);
}

jh_code jh_header_take(jh_loading *loading, jh_file *file, jh_reader *reader, jh_error *err) {
  reading r = {.loading = loading, .file = file, .reader = reader};
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
  file->header_line = file->header_last = jh_reader_line(reader);
  if (r.is_over) return too_wide(&r, err);
  while (file->header_count > 0 && file->headers[file->header_count - 1].size == 0) {
    file->header_count--;
  }
  return JH_OK;
}

jh_code jh_header_is_odd(
    bool *out, const jh_loading *loading, const jh_staged *staged, const jh_file *file,
    jh_error *err) {
  jh_match *match = NULL;
  *out = file->header_count < 2;
  for (size_t i = 0; i < file->header_count; i++) {
    bool is_again = i > 0 && jh_str_equal(file->headers[i], file->headers[i - 1]);
    *out = *out || is_again || file->headers[i].size == 0;
  }
  if (*out) return JH_OK;
  jh_code code = jh_match_open(&match, staged->def, &loading->plan->units, err);
  bool knows_any = false;
  for (size_t i = 0; !code && i < file->header_count && !knows_any; i++) {
    jh_match_found found;
    code = jh_match_find(&found, match, file->headers[i], loading->scratch, err);
    knows_any = !code && found.column != JH_NONE;
  }
  jh_match_close(match);
  *out = !knows_any;
  return code;
}

jh_code jh_header_match(
    jh_loading *loading, jh_staged *staged, jh_file *file, jh_reader *reader, bool *ok,
    jh_error *err) {
  reading r = {.loading = loading, .staged = staged, .file = file, .reader = reader};
  jh_code code = match_all(&r, err);
  *ok = !r.has_error;
  return code;
}

jh_code jh_header_use(
    jh_loading *loading, jh_staged *staged, jh_file *file, const jh_head *head, bool *ok,
    jh_error *err) {
  reading r = {.loading = loading, .staged = staged, .file = file, .head = head};
  file->header_count = head->field_count;
  file->header_line = head->line;
  file->header_last = head->last_line;
  file->headers =
      jh_arena_get(loading->dataset->arena, (head->field_count + 1) * sizeof *file->headers);
  if (!file->headers) return out_of_memory(err);
  for (size_t i = 0; i < head->field_count; i++) file->headers[i] = jh_str_of(head->fields[i].path);
  jh_code code = match_all(&r, err);
  *ok = !r.has_error;
  return code;
}
