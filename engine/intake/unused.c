#include "intake/unused.h"

#include <string.h>

#include "base/buf.h"
#include "intake/find.h"
#include "intake/guess_parts.h"
#include "intake/peek.h"

/* Files and sheets that were read: "file" and "file\x1Fsheet", each with its first source. */
static const char *key_of(jh_intake *in, const char *file, const char *sheet) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_text(&buf, file);
  if (sheet) jh_buf_char(&buf, '\x1F');
  jh_buf_text(&buf, sheet);
  const char *key = jh_buf_ok(&buf) ? jh_arena_text(in->arena, jh_buf_str(&buf)) : NULL;
  jh_buf_done(&buf);
  return key;
}

/* Hangs the sources of one sheet together. */
static bool chain(jh_intake *in, jh_map *read) {
  for (uint32_t i = 0; i < in->source_count; i++) {
    jh_intake_source *source = &in->sources[i];
    const char *file = key_of(in, source->file, NULL);
    const char *sheet = key_of(in, source->file, source->sheet ? source->sheet : "");
    if (!file || !sheet) return false;
    bool ok = jh_map_add(read, jh_str_of(file), i) != JH_MAP_NONE;
    source->first = jh_map_add(read, jh_str_of(sheet), i);
    source->next = JH_NONE;
    if (!ok || source->first == JH_MAP_NONE) return false;
    uint32_t at = source->first;
    while (at != i && in->sources[at].next != JH_NONE) at = in->sources[at].next;
    if (at != i) in->sources[at].next = i;
  }
  return true;
}

static bool uses_column(const jh_intake_source *source, uint32_t column) {
  return source->used && column < source->column_count && source->used[column];
}

static bool uses_cell(const jh_intake_source *source, uint32_t line, uint32_t column) {
  if (!source->from->is_form) return line >= source->first_line && uses_column(source, column);
  for (size_t i = 0; i < source->feed_count; i++) {
    for (size_t k = 0; k < source->feeds[i].part_count; k++) {
      const jh_intake_part *part = &source->feeds[i].parts[k];
      if (part->line == line && part->column == column) return true;
    }
  }
  return false;
}

/* Does another source read this cell (line 0: this column) of the same sheet? */
static bool is_used(
    const jh_intake *in, const jh_intake_source *own, uint32_t line, uint32_t column) {
  for (uint32_t i = own->first; i != JH_NONE; i = in->sources[i].next) {
    const jh_intake_source *other = &in->sources[i];
    if (other == own) continue;
    if (line ? uses_cell(other, line, column) : uses_column(other, column)) return true;
  }
  return false;
}

static jh_code tell(
    jh_intake *in, jh_intake_item item, const char *first, const char *second, jh_error *err) {
  const char *args[] = {first, second, NULL};
  item.kind = JH_INTAKE_UNUSED;
  in->count.unused++;
  return jh_intake_tell(in, &item, args, err);
}

static jh_code tell_columns(jh_intake *in, const jh_intake_source *source, jh_error *err) {
  jh_code code = JH_OK;
  for (uint32_t i = 0; i < source->column_count && !code; i++) {
    if (!source->unused[i] || is_used(in, source, 0, i)) continue;
    char count[24];
    jh_intake_item item = {
        .word = JH_INTAKE_SAYS_COLUMN, .file = source->file, .sheet = source->sheet, .column = i};
    jh_arg_int(count, (int64_t)source->unused[i]);
    code = tell(in, item, source->headers[i], count, err);
  }
  return code;
}

static jh_code tell_cells(jh_intake *in, const jh_intake_source *source, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < source->loose_count && !code; i++) {
    const jh_intake_loose *loose = &source->loose[i];
    if (is_used(in, source, loose->line, loose->column)) continue;
    if (source->is_template && loose->line < source->first_line) continue;
    jh_intake_item item = {
        .word = JH_INTAKE_SAYS_CELL,
        .file = source->file,
        .sheet = source->sheet,
        .line = loose->line,
        .column = loose->column};
    code = tell(in, item, loose->text, NULL, err);
  }
  if (code || !source->more_loose) return code;
  char count[24];
  jh_intake_item item = {
      .word = JH_INTAKE_SAYS_CELLS,
      .file = source->file,
      .sheet = source->sheet,
      .column = JH_NONE};
  return tell(in, item, jh_arg_int(count, (int64_t)source->more_loose), NULL, err);
}

/* Of several sources over one sheet the one that tells: the first table, else the first. */
static const jh_intake_source *teller_of(const jh_intake *in, const jh_intake_source *source) {
  for (uint32_t i = source->first; i != JH_NONE; i = in->sources[i].next) {
    if (!in->sources[i].from->is_form) return &in->sources[i];
  }
  return &in->sources[source->first];
}

/* Does a source read the file, or this sheet of it? */
static jh_code look(
    bool *is_read, jh_intake *in, const jh_map *read, const char *file, const char *sheet,
    jh_error *err) {
  const char *key = key_of(in, file, sheet);
  if (!key) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  *is_read = jh_map_find(read, jh_str_of(key)) != JH_MAP_NONE;
  return JH_OK;
}

/* A sheet that nobody reads, though it holds a table of the dictionary, is said aloud. */
static jh_code warn_sheet(jh_intake *in, const char *path, const char *sheet, jh_error *err) {
  uint32_t table;
  jh_code code = jh_guess_peek(&table, in->plan, path, sheet, in->arena, err);
  if (code || table == JH_NONE) return code;
  jh_error found;
  jh_place at = jh_place_of(path, 0, 0);
  jh_str_copy(at.sheet, sizeof at.sheet, jh_str_of(sheet));
  (void)jh_fail(&found, JH_ESHEET_NOT_READ, &at, sheet, in->plan->tables[table].id, NULL);
  found.severity = JH_WARNING;
  return jh_intake_refuse(in, &found, err);
}

static bool has_sheet(const jh_grid_sheet *sheets, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(sheets[i].name, name) == 0) return true;
  }
  return false;
}

/* What a template says of itself holds no data. */
static bool is_of_template(const char *name) {
  static const char *const own[] = {JH_GUESS_TEMPLATE_SHEET, "_lists", "填写说明", "Guide"};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
    if (strcmp(name, own[i]) == 0) return true;
  }
  return false;
}

static jh_code tell_sheets(
    jh_intake *in, const jh_map *read, const jh_intake_source *source, jh_error *err) {
  const jh_grid_sheet *sheets = NULL;
  size_t count = 0;
  jh_code code = jh_grid_sheets(source->path, in->arena, &sheets, &count, err);
  bool is_template = has_sheet(sheets, count, JH_GUESS_TEMPLATE_SHEET);
  for (size_t i = 0; i < count && !code; i++) {
    bool is_read = false;
    code = look(&is_read, in, read, source->file, sheets[i].name, err);
    if (code || is_read || (is_template && is_of_template(sheets[i].name))) continue;
    jh_intake_item item = {
        .word = JH_INTAKE_SAYS_SHEET,
        .file = source->file,
        .sheet = sheets[i].name,
        .column = JH_NONE};
    code = tell(in, item, NULL, NULL, err);
    if (!code) code = warn_sheet(in, source->path, sheets[i].name, err);
  }
  return code;
}

/* A file of which nothing is read, and its sheets that look like tables. */
static jh_code warn_file(jh_intake *in, const char *file, jh_error *err) {
  const jh_grid_sheet *sheets = NULL;
  size_t count = 0;
  jh_error problem;
  const char *path = jh_find_join(in->arena, in->options->sources, file);
  if (!path) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_place at = jh_place_of(path, 0, 0);
  (void)jh_fail(&problem, JH_EFILE_NOT_READ, &at, NULL);
  problem.severity = JH_WARNING;
  jh_code code = jh_intake_refuse(in, &problem, err);
  if (code) return code;
  code = jh_grid_sheets(path, in->arena, &sheets, &count, &problem);
  if (code == JH_ENOMEM) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (code) return JH_OK; /* not read, as was told */
  for (size_t i = 0; i < count && !code; i++) {
    code = warn_sheet(in, path, sheets[i].name, err);
  }
  return code;
}

/* Does the source stem from a template, whose title and hints are no data? */
static jh_code find_template(jh_intake *in, jh_intake_source *source, jh_error *err) {
  const jh_grid_sheet *sheets = NULL;
  size_t count = 0;
  if (!source->sheet || source->from->is_form) return JH_OK;
  bool has_last = source > in->sources && strcmp(source[-1].file, source->file) == 0;
  if (has_last && source[-1].sheet) {
    source->is_template = source[-1].is_template;
    return JH_OK;
  }
  jh_code code = jh_grid_sheets(source->path, in->arena, &sheets, &count, err);
  source->is_template = !code && has_sheet(sheets, count, JH_GUESS_TEMPLATE_SHEET);
  return code;
}

#define SOURCES "origins/sources.csv"

static bool is_listed(const char **files, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(files[i], name) == 0) return true;
  }
  return false;
}

/* The sources may be a dataset that was imported: what it says of itself holds no data. */
static bool is_of_import(const char *name) {
  return strcmp(name, "import.csv") == 0 || jh_str_starts(jh_str_of(name), "origins/");
}

static jh_code tell_files(jh_intake *in, const jh_map *read, jh_error *err) {
  const char **files = NULL;
  size_t count = 0;
  const jh_intake_options *o = in->options;
  jh_code code = jh_find_tables(in->arena, o->sources, o->output, &files, &count, err);
  bool is_import = is_listed(files, count, "import.csv") && is_listed(files, count, SOURCES);
  for (size_t i = 0; i < count && !code; i++) {
    bool is_read = false;
    code = look(&is_read, in, read, files[i], NULL, err);
    if (code || is_read || (is_import && is_of_import(files[i]))) continue;
    jh_intake_item item = {.word = JH_INTAKE_SAYS_FILE, .file = files[i], .column = JH_NONE};
    code = tell(in, item, NULL, NULL, err);
    if (!code) code = warn_file(in, files[i], err);
  }
  return code;
}

static jh_code tell_all(jh_intake *in, const jh_map *read, jh_error *err) {
  jh_code code = JH_OK;
  for (uint32_t i = 0; i < in->source_count && !code; i++) {
    const jh_intake_source *source = &in->sources[i];
    code = find_template(in, &in->sources[i], err);
    if (code) break;
    if (teller_of(in, source) == source) {
      code = tell_columns(in, source, err);
      if (!code) code = tell_cells(in, source, err);
    }
    bool is_first = jh_map_find(read, jh_str_of(source->file)) == i;
    if (!code && source->sheet && is_first) code = tell_sheets(in, read, source, err);
  }
  return code ? code : tell_files(in, read, err);
}

jh_code jh_unused_tell(jh_intake *in, jh_error *err) {
  jh_map *read = jh_map_open(in->source_count * 2 + 1);
  bool ok = read && chain(in, read);
  jh_code code = ok ? tell_all(in, read, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_map_close(read);
  return code;
}
