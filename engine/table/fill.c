/* fill.c - reading a table's files, one after the other; a step of loading.h. */
#include <string.h>

#include "base/alloc.h"
#include "table/ahead.h"
#include "table/blame.h"
#include "table/header.h"
#include "table/parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Makes the column of a taker when the first file gives it. */
static bool add_column(jh_filling *f, uint32_t column) {
  jh_taker *taker = &f->staged->takers[column];
  if (!taker->def || taker->column) return true;
  const jh_column_def *def = taker->def;
  taker->column =
      jh_dataset_make_column(f->loading->dataset->arena, def->type, def->scale, f->staged->room);
  return taker->column != NULL;
}

static bool make_fields(jh_filling *f) {
  const jh_file *file = f->file;
  f->field_count = file->header_count;
  f->by_field = jh_arena_get(f->loading->scratch, (f->field_count + 1) * sizeof *f->by_field);
  if (!f->by_field) return false;
  for (size_t i = 0; i < f->field_count; i++) {
    uint32_t column = file->header_columns[i];
    if (column == JH_NONE || !f->staged->takers[column].def) continue;
    if (!add_column(f, column)) return false;
    f->by_field[i] = &f->staged->takers[column];
  }
  return true;
}

/* Tries the values that the source gives to all rows once, in a row that is not kept. */
static jh_code try_sets(jh_filling *f, bool *ok, jh_error *err) {
  if (f->file->source == JH_NONE) return JH_OK;
  const jh_source *source = &f->loading->plan->sources[f->file->source];
  for (size_t i = 0; i < source->set_count; i++) {
    uint32_t column = source->sets[i].column;
    jh_taker *taker = &f->staged->takers[column];
    if (!taker->def) continue;
    if (!add_column(f, column)) return out_of_memory(err);
    if (f->row >= f->staged->room) continue;
    jh_str value = jh_str_of(source->sets[i].value);
    jh_code code = jh_cell_take(taker, f->row, value.at, value.size);
    if (code == JH_ENOMEM) return out_of_memory(err);
    if (code) {
      jh_place at = source->place;
      jh_str_copy(at.name, sizeof at.name, jh_str_of(taker->def->id));
      jh_error found;
      jh_blame_cell(&found, taker, code, &at, value);
      jh_diag_add(f->loading->diag, &found);
      *ok = false;
    }
  }
  if (f->row < f->staged->room) jh_records_clear(f);
  return JH_OK;
}

/* All records behind the header: in parts, or else one after the other. */
static jh_code read_records(jh_filling *f, jh_error *err) {
  bool got = !jh_parts_read(f);
  jh_code code = JH_OK;
  while (got && !code) code = jh_records_run(f, &got, err);
  return code;
}

static jh_code read_opened(jh_filling *f, jh_error *err) {
  uint32_t skip =
      f->file->source == JH_NONE ? 0 : f->loading->plan->sources[f->file->source].skip_lines;
  bool ok = true;
  jh_code code = jh_reader_skip(f->reader, skip, err);
  if (!code) code = jh_header_read(f->loading, f->staged, f->file, f->reader, &ok, err);
  if (!code && !make_fields(f)) code = out_of_memory(err);
  if (!code) code = try_sets(f, &ok, err);
  if (!code && !ok) f->staged->is_partial = true; /* the cells are looked at all the same */
  return code ? code : read_records(f, err);
}

/* Reads a surveyed file; findings that end it are noted. */
static jh_code read_file(jh_loading *loading, jh_staged *staged, size_t index, jh_error *err) {
  jh_file *file = &loading->dataset->files[index];
  jh_filling f = {
      .loading = loading,
      .staged = staged,
      .file = file,
      .file_index = (uint16_t)index,
      .row = staged->count};
  jh_input input;
  jh_error found = {0};
  jh_code code = jh_input_open(&input, file->path, &loading->progress, &found);
  if (code) return jh_loading_note(loading, &found, err);
  if (input.size_bytes != file->size_bytes || input.changed_ns != file->changed_ns) {
    jh_place at = jh_place_of(file->path, 0, 0);
    code = jh_fail(&found, JH_EFILE_CHANGED, &at, NULL);
  }
  if (!code) {
    code =
        jh_reader_open(&f.reader, &input, file->encoding, file->bom_size, file->delimiter, &found);
  }
  if (!code) code = read_opened(&f, &found);
  if (!code) code = jh_input_check(&input, &found);
  jh_reader_close(f.reader);
  jh_input_close(&input);
  jh_alloc_free(f.refusals);
  if (!code) return JH_OK;
  staged->is_partial = true;
  return jh_loading_note(loading, &found, err);
}

/* First look at a file, unless it was taken ahead. */
static jh_code make_survey(
    jh_survey *out, jh_loading *loading, const jh_file *file, jh_error *found) {
  if (jh_ahead_take(out, loading, file)) return JH_OK;
  jh_input input;
  const char *told = jh_loading_encoding(loading, file);
  jh_code code = jh_input_open(&input, file->path, &loading->progress, found);
  if (!code) code = jh_survey_make(out, &input, told, found);
  jh_input_close(&input);
  return code;
}

/* *ok is false if the file cannot be read. */
static jh_code survey_file(
    jh_loading *loading, jh_staged *staged, jh_file *file, bool *ok, jh_error *err) {
  jh_survey survey;
  jh_error found = {0};
  jh_code code = make_survey(&survey, loading, file, &found);
  *ok = !code;
  if (code) {
    staged->is_partial = true;
    return jh_loading_note(loading, &found, err);
  }
  file->encoding = jh_arena_text(loading->dataset->arena, jh_str_of(survey.encoding));
  if (!file->encoding) return out_of_memory(err);
  file->bom_size = (uint8_t)survey.bom_size;
  memcpy(file->hash, survey.hash, sizeof file->hash);
  staged->room += survey.most_lines;
  if (survey.is_guessed) {
    jh_place at = jh_place_of(file->path, 0, 0);
    jh_fail(&found, JH_EGUESSED_ENCODING, &at, file->encoding, NULL);
    found.severity = JH_NOTE;
    jh_diag_add(loading->diag, &found);
  }
  return JH_OK;
}

static jh_code make_takers(jh_loading *loading, jh_staged *staged, jh_error *err) {
  const jh_table_def *def = staged->def;
  for (uint32_t i = 0; i < def->column_count; i++) {
    if (!jh_loading_wants(loading, staged->table, i)) continue;
    jh_taker *taker = &staged->takers[i];
    jh_code code = jh_cell_prepare(taker, &def->columns[i], &loading->texts, loading->scratch, err);
    if (code) return code;
    taker->is_filled = taker->is_filled || i == def->key_column || i == def->parent_column ||
                       i == def->stage_column || i == def->year_column;
  }
  return JH_OK;
}

/* A file with a header only: an error if the whole table has no rows and may not be without. */
static void note_empty(jh_loading *loading, jh_staged *staged, const jh_file *file) {
  if (file->header_line == 0 || file->record_count > 0 || staged->is_partial) return;
  jh_place at = jh_place_of(file->path, file->header_line, 0);
  jh_error found;
  jh_fail(&found, JH_ENO_RECORDS, &at, NULL);
  bool is_error = staged->count == 0 && !staged->def->is_optional;
  found.severity = is_error ? JH_ERROR : JH_WARNING;
  if (is_error)
    staged->is_partial = true; /* so that one error does not become one for each child */
  jh_diag_add(loading->diag, &found);
}

jh_code jh_fill_table(jh_loading *loading, jh_staged *staged, jh_error *err) {
  jh_file *files = loading->dataset->files + staged->first_file;
  jh_arena *arena = loading->dataset->arena;
  jh_code code = make_takers(loading, staged, err);
  bool *is_readable = jh_arena_get(loading->scratch, staged->file_count + 1);
  if (!code && !is_readable) code = out_of_memory(err);
  for (size_t i = 0; !code && i < staged->file_count; i++) {
    code = survey_file(loading, staged, &files[i], &is_readable[i], err);
  }
  if (code) return code;
  if (staged->room > JH_LOADING_ROWS) staged->room = JH_LOADING_ROWS;
  staged->lines = jh_arena_get(arena, staged->room * sizeof *staged->lines);
  staged->files = jh_arena_get(arena, staged->room * sizeof *staged->files);
  if (!staged->lines || !staged->files) return out_of_memory(err);
  for (size_t i = 0; !code && i < staged->file_count; i++) {
    if (is_readable[i]) code = read_file(loading, staged, staged->first_file + i, err);
  }
  for (size_t i = 0; !code && i < staged->file_count; i++) {
    note_empty(loading, staged, &files[i]);
  }
  return code;
}
