/* fill.c - reading the records of a table's files; a step of loading.h.
 *
 * Cells are converted as the parser hands them over, straight into their
 * columns. What is wrong with a record is told only when it has ended: a
 * record with too few or too many cells gets that one message, not one for
 * each cell that slipped into a wrong column.
 */
#include <string.h>

#include "base/alloc.h"
#include "table/blame.h"
#include "table/header.h"

#define SHOWN_BYTES 128

/* A cell that was refused, until the record has ended. */
typedef struct refusal {
  jh_code why;
  const jh_taker *taker;
  size_t cell;
  size_t text_bytes;
  char text[SHOWN_BYTES];
} refusal;

typedef struct filling {
  jh_loading *loading;
  jh_staged *staged;
  jh_file *file;
  uint16_t file_index;
  jh_reader *reader;
  jh_taker **by_field; /* NULL = not wanted */
  size_t field_count;
  /* The record that is being read. */
  size_t row, cell, bytes;
  size_t surplus; /* first cell beyond the header that is not empty; 0 = none */
  refusal *refusals;
  size_t refusal_count, refusal_room;
  bool is_out_of_memory;
} filling;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static void refuse(filling *f, jh_code why, size_t cell, jh_str text) {
  void *items = f->refusals;
  if (why == JH_ENOMEM ||
      jh_alloc_grow(&items, &f->refusal_room, f->refusal_count + 1, sizeof(refusal)) != 0) {
    f->is_out_of_memory = true;
    return;
  }
  f->refusals = items;
  refusal *made = &f->refusals[f->refusal_count++];
  *made = (refusal){.why = why, .taker = f->by_field[cell], .cell = cell};
  jh_str_copy(made->text, sizeof made->text, jh_str_trim(text));
  made->text_bytes = strlen(made->text);
}

static void on_cell(void *at, size_t size, void *payload) {
  filling *f = payload;
  size_t cell = f->cell++;
  f->bytes += size;
  if (cell >= f->field_count) {
    if (size > 0 && f->surplus == 0) f->surplus = cell;
    return;
  }
  jh_taker *taker = f->by_field[cell];
  if (!taker || jh_cell_take_plain(taker, f->row, at, size)) return;
  jh_code code = jh_cell_take(taker, f->row, at, size);
  if (code) refuse(f, code, cell, (jh_str){at, size});
}

/* Words for what is wrong cost time; once no more are kept, it is only counted. */
static void tell_refusals(filling *f) {
  jh_diag *diag = f->loading->diag;
  for (size_t i = 0; i < f->refusal_count; i++) {
    const refusal *cell = &f->refusals[i];
    jh_error found = {.code = cell->why, .severity = JH_ERROR};
    if (jh_diag_dropped(diag, JH_ERROR) == 0) {
      jh_place at = jh_place_of(f->file->path, 0, 0);
      jh_reader_place(f->reader, cell->cell, &at);
      jh_str_copy(at.name, sizeof at.name, jh_str_of(cell->taker->def->id));
      jh_blame_cell(&found, cell->taker, cell->why, &at, (jh_str){cell->text, cell->text_bytes});
    }
    jh_diag_add(diag, &found);
  }
}

static void tell_count(filling *f) {
  char has[24], expected[24];
  jh_error found;
  jh_place at = jh_place_of(f->file->path, jh_reader_line(f->reader), 1);
  if (f->surplus > 0) jh_reader_place(f->reader, f->surplus, &at);
  jh_fail(
      &found, JH_ECELL_COUNT, &at, jh_arg_int(has, (int64_t)f->cell),
      jh_arg_int(expected, (int64_t)f->field_count), NULL);
  jh_diag_add(f->loading->diag, &found);
}

/* Takes back what the cells of a record that is not kept have left in its row. */
static void clear_row(filling *f) {
  const jh_staged *staged = f->staged;
  for (size_t i = 0; i < staged->def->column_count; i++) {
    jh_column *column = staged->takers[i].column;
    if (column) column->known[f->row / 64] &= ~(UINT64_C(1) << (f->row % 64));
  }
}

/* What the source says of all its rows. Its values were checked before. */
static jh_code add_sets(filling *f) {
  if (f->file->source == JH_NONE) return JH_OK;
  const jh_source *source = &f->loading->plan->sources[f->file->source];
  for (size_t i = 0; i < source->set_count; i++) {
    jh_taker *taker = &f->staged->takers[source->sets[i].column];
    jh_str value = jh_str_of(source->sets[i].value);
    if (!taker->column) continue;
    if (jh_cell_take(taker, f->row, value.at, value.size) == JH_ENOMEM) return JH_ENOMEM;
  }
  return JH_OK;
}

/* A record without a single character in it is padding of a spreadsheet, like a blank line.
 * Empty cells beyond the header hold nothing and are let pass. */
static jh_code end_record(filling *f) {
  if (f->is_out_of_memory) return JH_ENOMEM;
  jh_staged *staged = f->staged;
  if (f->bytes == 0) {
    clear_row(f);
    return JH_OK;
  }
  f->file->record_count++;
  if (f->cell < f->field_count || f->surplus > 0) {
    tell_count(f);
    clear_row(f);
    staged->is_partial = true;
    return JH_OK;
  }
  if (f->refusal_count > 0) tell_refusals(f);
  if (add_sets(f) == JH_ENOMEM) return JH_ENOMEM;
  staged->lines[f->row] = jh_reader_line(f->reader);
  staged->files[f->row] = f->file_index;
  staged->count = ++f->row;
  return JH_OK;
}

static jh_code check_room(const filling *f, jh_error *err) {
  char most[24];
  jh_place at = jh_place_of(f->file->path, jh_reader_line(f->reader), 1);
  if (f->row >= JH_LOADING_ROWS) {
    jh_arg_int(most, (int64_t)JH_LOADING_ROWS);
    return jh_fail(err, JH_ETOO_MANY_ROWS, &at, most, NULL);
  }
  /* The lines were counted before: there are more now. */
  return f->row < f->staged->room ? JH_OK : jh_fail(err, JH_EFILE_CHANGED, &at, NULL);
}

static jh_code read_records(filling *f, jh_error *err) {
  for (;;) {
    bool got = false;
    f->cell = f->bytes = f->surplus = f->refusal_count = 0;
    if (f->row >= f->staged->room) {
      /* Nothing may be written beyond the columns; there should be nothing more to be read. */
      f->field_count = 0;
    }
    jh_code code = jh_reader_next(f->reader, on_cell, f, &got, err);
    if (code == JH_EBAD_QUOTE) {
      jh_error found = err ? *err : (jh_error){.code = code};
      jh_diag_add(f->loading->diag, &found);
      f->staged->is_partial = true;
      if (f->row < f->staged->room) clear_row(f);
      continue;
    }
    if (code || !got) return code;
    if (f->row >= f->staged->room && f->bytes > 0) return check_room(f, err);
    if (f->row < f->staged->room) code = end_record(f);
    if (code) return out_of_memory(err);
  }
}

/* Makes the column of a taker when the first file gives it. */
static bool add_column(filling *f, uint32_t column) {
  jh_taker *taker = &f->staged->takers[column];
  if (!taker->def || taker->column) return true;
  const jh_column_def *def = taker->def;
  taker->column =
      jh_dataset_make_column(f->loading->dataset->arena, def->type, def->scale, f->staged->room);
  return taker->column != NULL;
}

static bool make_fields(filling *f) {
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
static jh_code try_sets(filling *f, bool *ok, jh_error *err) {
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
  if (f->row < f->staged->room) clear_row(f);
  return JH_OK;
}

static jh_code read_opened(filling *f, jh_error *err) {
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
  filling f = {
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

/* First look at a file of the table. *ok is false if it cannot be read. */
static jh_code survey_file(
    jh_loading *loading, jh_staged *staged, jh_file *file, bool *ok, jh_error *err) {
  const jh_plan *plan = loading->plan;
  const char *told = loading->encoding;
  if (!told && file->source != JH_NONE) told = plan->sources[file->source].encoding;
  jh_input input;
  jh_survey survey;
  jh_error found = {0};
  jh_code code = jh_input_open(&input, file->path, &loading->progress, &found);
  if (!code) {
    code = jh_survey_make(&survey, &input, told, &found);
    jh_input_close(&input);
  }
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
static void note_empty(jh_loading *loading, const jh_staged *staged, const jh_file *file) {
  if (file->header_line == 0 || file->record_count > 0 || staged->is_partial) return;
  jh_place at = jh_place_of(file->path, file->header_line, 0);
  jh_error found;
  jh_fail(&found, JH_ENO_RECORDS, &at, NULL);
  bool is_error = staged->count == 0 && !staged->def->is_optional;
  found.severity = is_error ? JH_ERROR : JH_WARNING;
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
