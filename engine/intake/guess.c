/* guess.c - the guess as a whole: file by file, sheet by sheet, and what is left open at the end. */
#include "intake/guess.h"

#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "intake/guess_parts.h"
#include "intake/peek.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_guess_entry *jh_guess_add(jh_guess *guess, jh_guess_source *source) {
  void *items = source->entries;
  if (jh_arena_grow(
          guess->arena, &items, &source->entry_room, source->entry_count + 1,
          sizeof *source->entries)) {
    return NULL;
  }
  source->entries = items;
  jh_guess_entry *entry = &source->entries[source->entry_count++];
  *entry = (jh_guess_entry){.column = JH_NONE};
  return entry;
}

bool jh_guess_is_question(const jh_guess_entry *entry) {
  return entry->how == JH_GUESS_NEAR || entry->how == JH_GUESS_TWICE ||
         entry->how == JH_GUESS_LABEL || entry->how == JH_GUESS_UNPLACED ||
         entry->how == JH_GUESS_LOST;
}

const jh_guess_entry *jh_guess_entry_of(const jh_guess_source *source, uint32_t column) {
  for (size_t i = 0; i < source->entry_count; i++) {
    const jh_guess_entry *entry = &source->entries[i];
    if (entry->column == column && !jh_guess_is_question(entry)) return entry;
  }
  return NULL;
}

uint32_t jh_guess_anchor(const jh_table_def *table) {
  return table->key_column != JH_NONE ? table->key_column : table->parent_column;
}

jh_guess_source *jh_guess_add_source(jh_guess *guess, const char *file, jh_guess_kind kind) {
  void *items = guess->sources;
  if (jh_arena_grow(
          guess->arena, &items, &guess->source_room, guess->source_count + 1,
          sizeof *guess->sources)) {
    return NULL;
  }
  guess->sources = items;
  jh_guess_source *source = &guess->sources[guess->source_count++];
  *source =
      (jh_guess_source){.kind = kind, .file = file, .title = "", .table = JH_NONE, .form = JH_NONE};
  return source;
}

/* What a sheet is, and its lines. */
static jh_code look(jh_guess *guess, jh_guess_source *source, jh_grid *grid, jh_error *err) {
  jh_guess_block block;
  jh_head head = {.table = JH_NONE};
  jh_code code = jh_guess_block_read(&block, grid, guess->arena, err);
  if (!code) code = jh_guess_find_form(&source->form, guess, source, &block, err);
  if (!code) code = jh_head_find(&head, grid, guess->plan, NULL, guess->arena, err);
  if (code) return code;
  source->title = head.title ? head.title : "";
  if (jh_guess_is_table(guess->plan, &head, &block, source->form != JH_NONE)) {
    source->kind = JH_GUESS_TABLE;
    return jh_guess_table(guess, source, &head, grid, err);
  }
  if (source->form == JH_NONE) return JH_OK;
  source->kind = JH_GUESS_FORM;
  return jh_guess_form(guess, source, &block, err);
}

static const char *odd_encoding(const jh_grid_info *info) {
  bool is_told = info->encoding_how == JH_GRID_GUESSED || info->encoding_how == JH_GRID_ACCIDENT;
  return !info->is_workbook && is_told ? info->encoding : NULL;
}

/* A file that cannot be read is kept as such; only a lack of memory ends the guess. */
static jh_code look_at(
    jh_guess *guess, jh_guess_source *source, const char *path, const char *sheet, jh_error *err) {
  jh_grid_options options = {.sheet = sheet};
  jh_grid *grid = NULL;
  jh_error problem = {0};
  source->sheet = sheet;
  jh_code code = jh_grid_open(&grid, path, &options, &problem);
  if (!code) {
    const char *encoding = odd_encoding(jh_grid_about(grid));
    memcpy(source->hash, jh_grid_about(grid)->hash, sizeof source->hash);
    source->encoding = encoding ? jh_arena_text(guess->arena, jh_str_of(encoding)) : NULL;
    code = look(guess, source, grid, &problem);
  }
  jh_grid_close(grid);
  if (code == JH_ENOMEM) return out_of_memory(err);
  if (code) {
    source->kind = JH_GUESS_BROKEN;
    source->problem = problem;
  }
  return JH_OK;
}

/* A sheet that is not taken: does it hold a table all the same? */
static jh_code peek(jh_guess *guess, jh_guess_source *source, const char *path, jh_error *err) {
  uint32_t table;
  jh_code code = jh_guess_peek(&table, guess->plan, path, source->sheet, guess->arena, err);
  if (code || table == JH_NONE) return code;
  source->kind = JH_GUESS_ASIDE;
  source->table = table;
  return JH_OK;
}

/* Sheets of a template that it did not have when it was made. */
static jh_code peek_at_others(
    jh_guess *guess, const char *file, const char *path, const jh_grid_sheet *sheets, size_t count,
    jh_error *err) {
  jh_code code = JH_OK;
  size_t end = guess->source_count, first = end;
  while (first > 0 && guess->sources[first - 1].file == file) first--;
  for (size_t i = 0; i < count && !code; i++) {
    bool is_its_own = strcmp(sheets[i].name, JH_GUESS_TEMPLATE_SHEET) == 0;
    for (size_t k = first; k < end; k++) {
      is_its_own |= strcmp(guess->sources[k].sheet, sheets[i].name) == 0;
    }
    if (is_its_own) continue;
    uint32_t table;
    code = jh_guess_peek(&table, guess->plan, path, sheets[i].name, guess->arena, err);
    if (code || table == JH_NONE) continue;
    jh_guess_source *source = jh_guess_add_source(guess, file, JH_GUESS_ASIDE);
    if (!source) return out_of_memory(err);
    source->sheet = sheets[i].name;
    source->table = table;
  }
  return code;
}

static jh_code look_at_sheets(
    jh_guess *guess, const char *file, const char *path, const jh_grid_sheet *sheets, size_t count,
    jh_error *err) {
  size_t visible = 0;
  bool is_template = false;
  jh_code code = JH_OK;
  for (size_t i = 0; i < count && !code; i++) {
    visible += !sheets[i].is_hidden;
    if (strcmp(sheets[i].name, JH_GUESS_TEMPLATE_SHEET) == 0) {
      code = jh_guess_template(guess, file, path, &is_template, err);
    }
  }
  for (size_t i = 0; i < count && !code && !is_template; i++) {
    bool is_hidden = sheets[i].is_hidden && visible > 0;
    jh_guess_source *source =
        jh_guess_add_source(guess, file, is_hidden ? JH_GUESS_HIDDEN : JH_GUESS_NOTHING);
    if (!source) return out_of_memory(err);
    source->sheet = sheets[i].name;
    source->is_only = visible == 1;
    if (!is_hidden) code = look_at(guess, source, path, sheets[i].name, err);
    if (is_hidden && !code) code = peek(guess, source, path, err);
  }
  if (!code && is_template) code = peek_at_others(guess, file, path, sheets, count, err);
  return code;
}

/* Is it a file that could hold a table? Old workbooks are opened to be told what to do with them. */
static bool may_hold(const char *file) {
  static const char *const ends[] = {".csv",  ".tsv", ".txt", ".xlsx",
                                     ".xlsm", ".xls", ".ods", ".et"};
  const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
  char lower[16];
  const char *dot = strrchr(name, '.');
  if (name[0] == '.' || strncmp(name, "~$", 2) == 0 || !dot || strlen(dot) >= sizeof lower) {
    return false;
  }
  for (size_t i = 0; i <= strlen(dot); i++) {
    lower[i] = (char)(dot[i] >= 'A' && dot[i] <= 'Z' ? dot[i] - 'A' + 'a' : dot[i]);
  }
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    if (strcmp(lower, ends[i]) == 0) return true;
  }
  return false;
}

static jh_code look_at_file(jh_guess *guess, const char *file, jh_error *err) {
  const jh_grid_sheet *sheets = NULL;
  size_t count = 0;
  jh_buf path;
  jh_str name = jh_str_of(file);
  bool is_ours = jh_str_ends(name, ".lua") || jh_str_ends(name, ".lua.part");
  if (is_ours) return JH_OK; /* mappings and dictionaries hold no data */
  if (!may_hold(file)) {
    return jh_guess_add_source(guess, file, JH_GUESS_PASSED) ? JH_OK : out_of_memory(err);
  }
  jh_buf_init(&path);
  jh_buf_print(&path, "%s/%s", guess->folder, file);
  char *kept = jh_buf_ok(&path) ? jh_arena_text(guess->arena, jh_buf_str(&path)) : NULL;
  jh_buf_done(&path);
  if (!kept) return out_of_memory(err);
  jh_error problem = {0};
  jh_code code = jh_grid_sheets(kept, guess->arena, &sheets, &count, &problem);
  if (!code && count > 0) return look_at_sheets(guess, file, kept, sheets, count, err);
  jh_guess_source *source = jh_guess_add_source(guess, file, JH_GUESS_NOTHING);
  if (!source || code == JH_ENOMEM) return out_of_memory(err);
  if (!code) return look_at(guess, source, kept, NULL, err);
  source->kind = JH_GUESS_BROKEN;
  source->problem = problem;
  return JH_OK;
}

static jh_code look_at_all(jh_guess *guess, jh_error *err) {
  jh_code code = jh_guess_walk(guess, err);
  for (size_t i = 0; i < guess->file_count && !code; i++) {
    code = look_at_file(guess, guess->files[i], err);
  }
  if (!code) code = jh_guess_settle(guess, err);
  return code;
}

jh_code jh_guess_open(jh_guess **out, const jh_plan *plan, const char *folder, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_guess *guess = arena ? jh_arena_get(arena, sizeof *guess) : NULL;
  if (!guess) {
    jh_arena_close(arena);
    return out_of_memory(err);
  }
  *guess = (jh_guess){.arena = arena, .plan = plan};
  size_t size = strlen(folder);
  while (size > 1 && folder[size - 1] == '/') size--;
  guess->folder = jh_arena_text(arena, (jh_str){folder, size});
  jh_code code = guess->folder ? look_at_all(guess, err) : out_of_memory(err);
  if (code) {
    jh_arena_close(arena);
  } else {
    *out = guess;
  }
  return code;
}

void jh_guess_close(jh_guess *guess) {
  if (guess) jh_arena_close(guess->arena);
}
