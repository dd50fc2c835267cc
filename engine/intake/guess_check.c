/* guess_check.c - what a guess leaves open: for people to decide, and before anything is imported. */
#include <stdio.h>
#include <string.h>

#include "intake/guess.h"
#include "intake/guess_parts.h"
#include "sheet/position.h"

typedef struct teller {
  const jh_guess *guess;
  jh_diag *diag;
  size_t count;
} teller;

static jh_place place_of(const jh_guess *guess, const jh_guess_source *source) {
  char path[4096];
  (void)snprintf(path, sizeof path, "%s/%s", guess->folder, source->file);
  jh_place at = jh_place_of(path, 0, 0);
  if (source->sheet) jh_str_copy(at.sheet, sizeof at.sheet, jh_str_of(source->sheet));
  return at;
}

static void tell(teller *t, const jh_error *error) {
  jh_diag_add(t->diag, error);
  t->count++;
}

static void tell_open(teller *t, const jh_table_def *table, uint32_t column, const jh_place *at) {
  jh_error error;
  const jh_column_def *def = &table->columns[column];
  (void)jh_fail(&error, JH_EGUESS_OPEN, at, def->id, jh_text_in(def->name, JH_ZH), table->id, NULL);
  tell(t, &error);
}

bool jh_guess_feeds(const jh_guess_source *source, uint32_t table) {
  bool has_lines = source->kind == JH_GUESS_TABLE || source->kind == JH_GUESS_TEMPLATE ||
                   source->kind == JH_GUESS_FORM;
  return has_lines && source->table == table;
}

bool jh_guess_has(const jh_guess *guess, uint32_t table, uint32_t column) {
  for (size_t i = 0; i < guess->source_count; i++) {
    const jh_guess_source *source = &guess->sources[i];
    if (jh_guess_feeds(source, table) && jh_guess_entry_of(source, column)) return true;
  }
  return false;
}

const jh_guess_source *jh_guess_first(const jh_guess *guess, uint32_t table) {
  const jh_guess_source *first = NULL;
  for (size_t i = 0; i < guess->source_count; i++) {
    const jh_guess_source *source = &guess->sources[i];
    if (!jh_guess_feeds(source, table)) continue;
    if (source->kind != JH_GUESS_FORM) return source;
    if (!first) first = source;
  }
  return first;
}

bool jh_guess_is_fed(const jh_guess *guess, uint32_t table) {
  return jh_guess_first(guess, table) != NULL;
}

static bool is_lost(const jh_guess_source *source, uint32_t column) {
  for (size_t i = 0; i < source->entry_count; i++) {
    const jh_guess_entry *entry = &source->entries[i];
    if (entry->column == column && entry->how == JH_GUESS_LOST) return true;
  }
  return false;
}

/* Columns of a template whose header is gone. */
static void check_lost(teller *t, const jh_guess_source *source) {
  const jh_table_def *table = &t->guess->plan->tables[source->table];
  for (size_t i = 0; i < source->entry_count; i++) {
    const jh_guess_entry *entry = &source->entries[i];
    if (entry->how != JH_GUESS_LOST) continue;
    jh_error error;
    uint32_t line, letter;
    jh_place at = place_of(t->guess, source);
    const jh_column_def *def = &table->columns[entry->column];
    at.line = source->header_line;
    if (jh_position_read(jh_str_of(entry->source + 1), &letter, &line)) at.column = letter + 1;
    (void)jh_fail(
        &error, JH_ETEMPLATE_HEADER, &at, jh_text_in(def->name, JH_ZH), def->id, entry->seen, NULL);
    tell(t, &error);
  }
}

/* Every source needs the column by which its rows are known; each table the rest of what it requires. */
static void check_table(teller *t, uint32_t index) {
  const jh_table_def *table = &t->guess->plan->tables[index];
  uint32_t anchor = jh_guess_anchor(table);
  jh_place first = place_of(t->guess, jh_guess_first(t->guess, index));
  for (size_t i = 0; i < t->guess->source_count; i++) {
    const jh_guess_source *source = &t->guess->sources[i];
    if (!jh_guess_feeds(source, index) || anchor == JH_NONE) continue;
    jh_place at = place_of(t->guess, source);
    bool is_open = !jh_guess_entry_of(source, anchor) && !is_lost(source, anchor);
    if (is_open) tell_open(t, table, anchor, &at);
  }
  for (uint32_t i = 0; i < table->column_count; i++) {
    if (!table->columns[i].is_required || i == anchor) continue;
    if (jh_guess_has(t->guess, index, i) || is_lost(jh_guess_first(t->guess, index), i)) continue;
    tell_open(t, table, i, &first);
  }
}

static const char *name_of(const jh_guess *guess, const jh_guess_source *source, uint32_t column) {
  return guess->plan->tables[source->table].columns[column].id;
}

/* A line that a person would have to decide. */
static void check_entry(teller *t, const jh_guess_source *source, const jh_guess_entry *entry) {
  jh_error error;
  jh_place at = place_of(t->guess, source);
  const char *id = name_of(t->guess, source, entry->column);
  if (entry->how == JH_GUESS_NEAR && !jh_guess_has(t->guess, source->table, entry->column)) {
    (void)jh_fail(&error, JH_EGUESS_NEAR, &at, entry->source, id, NULL);
    tell(t, &error);
  }
  if (entry->how == JH_GUESS_TWICE) {
    const jh_guess_entry *first = jh_guess_entry_of(source, entry->column);
    (void)jh_fail(
        &error, JH_EGUESS_TWICE, &at, entry->source, first ? first->source : "?", id, NULL);
    tell(t, &error);
  }
  if (entry->is_silent && !source->unit_line) {
    (void)jh_fail(&error, JH_EGUESS_SILENT, &at, entry->source, id, NULL);
    tell(t, &error);
  }
}

static void check_broken(teller *t, const jh_guess_source *source, bool strictly) {
  jh_error error = source->problem;
  error.severity = strictly ? JH_ERROR : JH_WARNING;
  jh_diag_add(t->diag, &error);
  t->count += strictly;
}

/* A copy of a file, which is not taken. */
static void check_copy(teller *t, const jh_guess_source *source) {
  jh_error error;
  jh_place at = place_of(t->guess, source);
  const char *table = t->guess->plan->tables[source->table].id;
  (void)jh_fail(&error, JH_EIMPORT_REPEATED, &at, table, source->same_as, NULL);
  jh_guess_source first = {.file = source->same_as, .sheet = source->sheet};
  error.also = place_of(t->guess, &first);
  tell(t, &error);
}

/* A sheet that holds a table and is not taken. */
static void check_aside(teller *t, const jh_guess_source *source, bool strictly) {
  jh_error error;
  jh_place at = place_of(t->guess, source);
  const char *table = t->guess->plan->tables[source->table].id;
  (void)jh_fail(&error, JH_ESHEET_NOT_READ, &at, source->sheet, table, NULL);
  error.severity = strictly ? JH_ERROR : JH_WARNING;
  jh_diag_add(t->diag, &error);
  t->count += strictly;
}

static void check_source(teller *t, const jh_guess_source *source) {
  if (source->kind == JH_GUESS_FORM) {
    jh_error error;
    jh_place at = place_of(t->guess, source);
    (void)jh_fail(&error, JH_EGUESS_FORM, &at, t->guess->plan->forms[source->form].id, NULL);
    tell(t, &error);
    return;
  }
  if (source->kind == JH_GUESS_COPY) return;
  for (size_t i = 0; i < source->entry_count; i++) check_entry(t, source, &source->entries[i]);
}

size_t jh_guess_check(const jh_guess *guess, bool strictly, jh_diag *diag) {
  teller t = {guess, diag, 0};
  bool is_any = false;
  for (uint32_t i = 0; i < guess->plan->table_count; i++) {
    if (!jh_guess_is_fed(guess, i)) continue;
    is_any = true;
    check_table(&t, i);
  }
  for (size_t i = 0; i < guess->source_count; i++) {
    const jh_guess_source *source = &guess->sources[i];
    if (source->kind == JH_GUESS_TEMPLATE) check_lost(&t, source);
    if (source->kind == JH_GUESS_COPY) check_copy(&t, source);
    if (source->kind == JH_GUESS_ASIDE) check_aside(&t, source, strictly);
    if (source->kind == JH_GUESS_BROKEN) check_broken(&t, source, strictly);
    if (strictly) check_source(&t, source);
  }
  if (!is_any) {
    jh_error error;
    (void)jh_fail(&error, JH_EGUESS_NOTHING, NULL, guess->folder, NULL);
    tell(&t, &error);
  }
  return t.count;
}
