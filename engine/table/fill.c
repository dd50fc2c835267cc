/* fill.c - reading a table's files, one after the other; a step of loading.h. */
#include <string.h>

#include "base/alloc.h"
#include "table/ahead.h"
#include "table/blame.h"
#include "table/delimiter.h"
#include "table/header.h"
#include "table/parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* How wide the numbers of a column are at first: most counts and amounts need no more. */
static size_t bytes_of(const jh_taker *taker) {
  size_t usual = taker->def->type == JH_COLUMN_COUNT ? sizeof(int16_t) : sizeof(int32_t);
  size_t least = jh_column_bytes_for(taker->least), most = jh_column_bytes_for(taker->most);
  size_t enough = least > most ? least : most;
  return enough < usual ? enough : usual;
}

/* Makes the column of a taker when the first file gives it. */
static bool add_column(jh_filling *f, uint32_t column) {
  jh_taker *taker = &f->staged->takers[column];
  if (!taker->def || taker->column) return true;
  const jh_column_def *def = taker->def;
  jh_staged *staged = f->staged;
  bool passes = jh_loading_passes(f->loading, staged->table, column);
  if (passes && !staged->passing) staged->passing = jh_arena_open();
  taker->wider = passes ? staged->passing : f->loading->dataset->arena;
  if (!taker->wider) return false;
  taker->rows = f->staged->room;
  taker->column =
      jh_dataset_make_narrow(taker->wider, def->type, def->scale, bytes_of(taker), taker->rows);
  return taker->column != NULL;
}

/* The unit of a field, which is that of the column unless the file says another one. */
static void set_unit(const jh_filling *f, jh_taker *taker, const char *unit) {
  jh_measure measure;
  jh_measure_ratio ratio = {1, 1};
  const jh_units *units = &f->loading->plan->units;
  if (unit && jh_measure_read(&measure, units, jh_str_of(unit))) {
    (void)jh_measure_into(&ratio, &measure, units, taker->def);
  }
  taker->unit = unit;
  if (unit || taker->by.num != taker->by.den) jh_cell_convert(taker, ratio);
}

static bool make_fields(jh_filling *f) {
  const jh_file *file = f->file;
  f->field_count = file->header_count;
  f->by_field = jh_arena_get(f->loading->scratch, (f->field_count + 1) * sizeof *f->by_field);
  f->odd = jh_arena_get(f->loading->scratch, (f->field_count + 1) * sizeof *f->odd);
  if (!f->by_field || !f->odd) return false;
  for (size_t i = 0; i < f->field_count; i++) {
    uint32_t column = file->header_columns[i];
    if (column == JH_NONE || !f->staged->takers[column].def) continue;
    if (!add_column(f, column)) return false;
    f->by_field[i] = &f->staged->takers[column];
    set_unit(f, f->by_field[i], file->header_units ? file->header_units[i] : NULL);
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

static void note(jh_loading *loading, jh_error *found) {
  found->severity = JH_NOTE;
  jh_diag_add(loading->diag, found);
}

static void note_hidden(const jh_filling *f, size_t count, uint32_t first) {
  char number[24], line[24];
  jh_error found;
  jh_place at = jh_loading_place(f->file, 0, 0);
  jh_arg_int(number, (int64_t)count);
  jh_fail(&found, JH_EHIDDEN_ROWS, &at, number, jh_arg_int(line, first), NULL);
  note(f->loading, &found);
}

/* All rows of a grid behind the header. */
static jh_code read_rows(jh_filling *f, jh_error *err) {
  bool got = true;
  size_t hidden = 0;
  uint32_t first_hidden = 0;
  jh_code code = JH_OK;
  while (got && !code) {
    jh_grid_row row;
    jh_error found;
    code = jh_grid_next(f->grid, &row, &got, &found);
    if (code == JH_EBAD_QUOTE) {
      jh_diag_add(f->loading->diag, &found);
      f->staged->is_partial = got = true;
      code = JH_OK;
      continue;
    }
    if (code && err) *err = found;
    if (code || !got) break;
    if (row.is_hidden && hidden++ == 0) first_hidden = row.line;
    code = jh_records_row(f, &row, err);
  }
  if (hidden > 0) note_hidden(f, hidden, first_hidden);
  return code;
}

/* All records behind the header: in parts, or else one after the other. */
static jh_code read_records(jh_filling *f, jh_error *err) {
  if (f->grid) return read_rows(f, err);
  bool got = !jh_parts_read(f);
  jh_code code = JH_OK;
  while (got && !code) code = jh_records_run(f, &got, err);
  return code;
}

static const jh_source *source_of(const jh_filling *f) {
  return f->file->source == JH_NONE ? NULL : &f->loading->plan->sources[f->file->source];
}

static void note_titles(const jh_filling *f, const jh_head *head) {
  char lines[24], first[96];
  size_t at = 0;
  while (at + 1 < head->field_count && head->fields[at].path[0] == '\0') at++;
  const char *text = head->field_count > 0 ? head->fields[at].path : "";
  jh_error found;
  jh_place place = jh_loading_place(f->file, head->line, 0);
  jh_arg_int(lines, head->title_lines);
  jh_arg_text(first, sizeof first, jh_str_of(text));
  jh_fail(&found, JH_ETITLE_LINES, &place, lines, first, NULL);
  note(f->loading, &found);
}

/* What was found out about the header, told where nobody has said it. */
static jh_code use_head(jh_filling *f, const jh_head *head, bool *ok, jh_error *err) {
  const jh_source *source = source_of(f);
  bool is_told = source && source->skip_lines != JH_NONE;
  if (head->title_lines > 0 && !is_told) note_titles(f, head);
  return jh_header_use(f->loading, f->staged, f->file, head, ok, err);
}

static jh_head_wish wish_of(const jh_filling *f) {
  const jh_source *source = source_of(f);
  return (jh_head_wish){
      .table = f->staged->table,
      .skip_lines = source ? source->skip_lines : JH_NONE,
      .header_lines = source ? source->header_lines : 0};
}

static void use_delimiter(jh_filling *f, char delimiter) {
  if (delimiter == f->file->delimiter) return;
  jh_error found;
  jh_place at = jh_place_of(f->file->path, 0, 0);
  jh_fail(&found, JH_EDELIMITER_FOUND, &at, jh_delimiter_name(delimiter), NULL);
  note(f->loading, &found);
  f->file->delimiter = delimiter;
}

static void pass_cell(void *at, size_t size, void *payload) {
  (void)at;
  (void)size;
  (void)payload;
}

/* Puts the reader behind a header that begins to end in a line. */
static jh_code reopen_behind(jh_filling *f, jh_input *input, uint32_t line, jh_error *err) {
  const jh_file *file = f->file;
  bool got;
  jh_reader_close(f->reader);
  f->reader = NULL;
  jh_code code =
      jh_reader_open(&f->reader, input, file->encoding, file->bom_size, file->delimiter, err);
  if (!code) code = jh_reader_skip(f->reader, line - 1, err);
  return code ? code : jh_reader_next(f->reader, pass_cell, NULL, &got, err);
}

/* The first line is no usual header: looks for titles, further lines, another delimiter. *is_found is
 * false if that explains nothing more; then the line is the header that it is. */
static jh_code look_closer(
    jh_filling *f, jh_input *input, bool *is_found, bool *ok, jh_error *err) {
  const jh_source *source = source_of(f);
  jh_head_wish wish = wish_of(f);
  jh_grid_options options = {
      .encoding = f->file->encoding, .delimiter = source ? source->delimiter : '\0'};
  jh_head head;
  *is_found = false;
  jh_code code = jh_grid_open(&f->grid, f->file->path, &options, err);
  if (!code) {
    jh_arena *arena = f->loading->dataset->arena;
    code = jh_head_find(&head, f->grid, f->loading->plan, &wish, arena, err);
  }
  if (code) return code == JH_ENOMEM ? code : JH_OK; /* what is wrong is told by the reader */
  char delimiter = jh_grid_about(f->grid)->delimiter;
  bool is_other = head.title_lines != f->file->header_line - 1 || head.header_lines != 1 ||
                  delimiter != f->file->delimiter || delimiter == JH_READER_WIDE_COMMA;
  *is_found = is_other && (head.match_count > 0 || wish.header_lines > 1);
  if (!*is_found) return JH_OK;
  use_delimiter(f, delimiter);
  code = use_head(f, &head, ok, err);
  if (code || delimiter == JH_READER_WIDE_COMMA) return code;
  return reopen_behind(f, input, head.last_line, err);
}

/* Reads and matches the header. */
static jh_code read_header(jh_filling *f, jh_input *input, bool *ok, jh_error *err) {
  const jh_source *source = source_of(f);
  bool is_found = false;
  uint32_t skip = source && source->skip_lines != JH_NONE ? source->skip_lines : 0;
  uint32_t lines = source ? source->header_lines : 0;
  jh_code code = jh_reader_skip(f->reader, skip, err);
  if (!code) code = jh_header_take(f->loading, f->file, f->reader, err);
  if (code) return code;
  bool is_odd = lines > 1 || f->file->delimiter == JH_READER_WIDE_COMMA;
  bool is_told = source && source->skip_lines != JH_NONE && lines == 1 && source->delimiter;
  if (!is_odd && !is_told) {
    code = jh_header_is_odd(&is_odd, f->loading, f->staged, f->file, err);
  }
  if (!code && is_odd) code = look_closer(f, input, &is_found, ok, err);
  bool by_rows = !code && is_found && f->file->delimiter == JH_READER_WIDE_COMMA;
  if (f->grid && !by_rows) {
    jh_grid_close(f->grid);
    f->grid = NULL;
  }
  if (code || is_found) return code;
  return jh_header_match(f->loading, f->staged, f->file, f->reader, ok, err);
}

/* The header of a sheet. */
static jh_code read_sheet_header(jh_filling *f, bool *ok, jh_error *err) {
  jh_head_wish wish = wish_of(f);
  jh_head head;
  jh_arena *arena = f->loading->dataset->arena;
  jh_code code = jh_head_find(&head, f->grid, f->loading->plan, &wish, arena, err);
  if (!code && head.header_lines == 0) {
    jh_place at = jh_loading_place(f->file, 0, 0);
    code = jh_fail(err, JH_EEMPTY_FILE, &at, NULL);
  }
  return code ? code : use_head(f, &head, ok, err);
}

static jh_code read_opened(jh_filling *f, jh_input *input, jh_error *err) {
  bool ok = true;
  jh_code code = f->grid ? read_sheet_header(f, &ok, err) : read_header(f, input, &ok, err);
  if (!code && !make_fields(f)) code = out_of_memory(err);
  if (!code) code = try_sets(f, &ok, err);
  if (!code && !ok) f->staged->is_partial = true; /* the cells are looked at all the same */
  return code ? code : read_records(f, err);
}

static jh_code read_text(jh_filling *f, jh_error *found) {
  jh_input input;
  const jh_file *file = f->file;
  jh_code code = jh_input_open(&input, file->path, &f->loading->progress, found);
  if (code) return code;
  if (!jh_input_is(&input, file->size_bytes, file->changed_ns, file->stamp)) {
    jh_place at = jh_place_of(file->path, 0, 0);
    code = jh_fail(found, JH_EFILE_CHANGED, &at, NULL);
  }
  if (!code) {
    code =
        jh_reader_open(&f->reader, &input, file->encoding, file->bom_size, file->delimiter, found);
  }
  if (!code) code = read_opened(f, &input, found);
  if (!code) code = jh_input_check(&input, found);
  jh_reader_close(f->reader);
  jh_input_close(&input);
  jh_grid_close(f->grid);
  return code;
}

static jh_code read_sheet(jh_filling *f, jh_grid **grid, jh_error *found) {
  f->grid = *grid;
  *grid = NULL;
  jh_code code = read_opened(f, NULL, found);
  jh_input_tell(&f->loading->progress, f->file->size_bytes);
  jh_grid_close(f->grid);
  return code;
}

/* Reads a surveyed file; findings that end it are noted. */
static jh_code read_file(jh_loading *loading, jh_staged *staged, size_t index, jh_error *err) {
  jh_filling f = {
      .loading = loading,
      .staged = staged,
      .file = &loading->dataset->files[index],
      .file_index = (uint16_t)index,
      .row = staged->count};
  jh_error found = {0};
  jh_grid **grid = &staged->grids[index - staged->first_file];
  jh_code code = f.file->is_workbook ? read_sheet(&f, grid, &found) : read_text(&f, &found);
  jh_alloc_free(f.refusals);
  jh_records_sum_up(&f);
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
  if (!code && !jh_input_is(&input, file->size_bytes, file->changed_ns, file->stamp)) {
    jh_place at = jh_place_of(file->path, 0, 0);
    code = jh_fail(found, JH_EFILE_CHANGED, &at, NULL);
  }
  if (!code) code = jh_survey_make(out, &input, told, found);
  if (!code) code = jh_input_check(&input, found);
  jh_input_close(&input);
  return code;
}

/* Opens the sheet of a workbook, which stays open until it is read. */
static jh_code open_sheet(
    jh_loading *loading, jh_staged *staged, jh_file *file, jh_grid **grid, jh_error *found) {
  const jh_source *source = file->source == JH_NONE ? NULL : &loading->plan->sources[file->source];
  jh_grid_options options = {.sheet = source ? source->sheet : NULL};
  jh_code code = jh_grid_open(grid, file->path, &options, found);
  if (code) return code;
  const jh_grid_info *info = jh_grid_about(*grid);
  if (info->size_bytes != file->size_bytes || info->changed_ns != file->changed_ns ||
      info->stamp != file->stamp) {
    jh_place at = jh_place_of(file->path, 0, 0);
    return jh_fail(found, JH_EFILE_CHANGED, &at, NULL);
  }
  file->encoding = "XLSX";
  file->sheet = jh_arena_text(loading->dataset->arena, jh_str_of(info->sheet));
  if (!file->sheet) return out_of_memory(found);
  memcpy(file->hash, info->hash, sizeof file->hash);
  staged->room += info->most_rows;
  jh_input_tell(&loading->progress, file->size_bytes);
  return JH_OK;
}

static jh_code survey_text(jh_loading *loading, jh_staged *staged, jh_file *file, jh_error *found) {
  jh_survey survey;
  jh_code code = make_survey(&survey, loading, file, found);
  if (code) return code;
  file->encoding = jh_arena_text(loading->dataset->arena, jh_str_of(survey.encoding));
  if (!file->encoding) return out_of_memory(found);
  file->bom_size = (uint8_t)survey.bom_size;
  memcpy(file->hash, survey.hash, sizeof file->hash);
  staged->room += survey.most_lines;
  if (survey.is_guessed) {
    jh_place at = jh_place_of(file->path, 0, 0);
    jh_code why = survey.is_accident ? JH_EACCIDENTAL_ENCODING : JH_EGUESSED_ENCODING;
    jh_fail(found, why, &at, file->encoding, NULL);
    note(loading, found);
  }
  if (survey.lacks_end) {
    jh_place at = jh_place_of(file->path, 0, 0);
    jh_fail(found, JH_ENO_LAST_END, &at, NULL);
    note(loading, found);
  }
  return JH_OK;
}

/* *ok is false if the file cannot be read. */
static jh_code survey_file(
    jh_loading *loading, jh_staged *staged, size_t index, bool *ok, jh_error *err) {
  jh_file *file = &loading->dataset->files[staged->first_file + index];
  jh_error found = {0};
  jh_code code = file->is_workbook
                     ? open_sheet(loading, staged, file, &staged->grids[index], &found)
                     : survey_text(loading, staged, file, &found);
  *ok = !code;
  if (!code) return JH_OK;
  staged->is_partial = true;
  return jh_loading_note(loading, &found, err);
}

static jh_code make_takers(jh_loading *loading, jh_staged *staged, jh_error *err) {
  const jh_table_def *def = staged->def;
  for (uint32_t i = 0; i < def->column_count; i++) {
    if (!jh_loading_wants(loading, staged->table, i)) continue;
    jh_taker *taker = &staged->takers[i];
    jh_code code = jh_cell_prepare(taker, &def->columns[i], &loading->texts, loading->scratch, err);
    if (code) return code;
    taker->units = &loading->plan->units;
    taker->is_filled = taker->is_filled || i == def->key_column || i == def->parent_column ||
                       i == def->stage_column || i == def->year_column;
  }
  return JH_OK;
}

/* A file with a header only: an error if the whole table has no rows and may not be without. */
static void note_empty(jh_loading *loading, jh_staged *staged, const jh_file *file) {
  if (file->header_line == 0 || file->record_count > 0 || staged->is_partial) return;
  jh_place at = jh_loading_place(file, file->header_line, 0);
  jh_error found;
  jh_fail(&found, JH_ENO_RECORDS, &at, NULL);
  bool is_error = staged->count == 0 && !staged->def->is_optional;
  found.severity = is_error ? JH_ERROR : JH_WARNING;
  if (is_error)
    staged->is_partial = true; /* so that one error does not become one for each child */
  jh_diag_add(loading->diag, &found);
}

static jh_code make_room(jh_loading *loading, jh_staged *staged, jh_error *err) {
  jh_arena *arena = loading->dataset->arena;
  if (staged->room > JH_LOADING_ROWS) staged->room = JH_LOADING_ROWS;
  staged->lines = jh_arena_get(arena, staged->room * sizeof *staged->lines);
  staged->files = jh_arena_get(arena, staged->room * sizeof *staged->files);
  return staged->lines && staged->files ? JH_OK : out_of_memory(err);
}

jh_code jh_fill_table(jh_loading *loading, jh_staged *staged, jh_error *err) {
  jh_code code = make_takers(loading, staged, err);
  bool *is_readable = jh_arena_get(loading->scratch, staged->file_count + 1);
  staged->grids = jh_arena_get(loading->scratch, (staged->file_count + 1) * sizeof(jh_grid *));
  if (!code && (!is_readable || !staged->grids)) code = out_of_memory(err);
  for (size_t i = 0; !code && i < staged->file_count; i++) {
    code = survey_file(loading, staged, i, &is_readable[i], err);
  }
  if (!code) code = make_room(loading, staged, err);
  for (size_t i = 0; !code && i < staged->file_count; i++) {
    if (is_readable[i]) code = read_file(loading, staged, staged->first_file + i, err);
  }
  for (size_t i = 0; !code && i < staged->file_count; i++) {
    note_empty(loading, staged, &loading->dataset->files[staged->first_file + i]);
  }
  for (size_t i = 0; staged->grids && i < staged->file_count; i++) jh_grid_close(staged->grids[i]);
  return code;
}
