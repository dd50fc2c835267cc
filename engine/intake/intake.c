#include "intake/intake.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "intake/campus.h"
#include "intake/find.h"
#include "intake/layout.h"
#include "intake/repeat.h"
#include "intake/state.h"
#include "intake/store.h"
#include "intake/take.h"
#include "intake/unused.h"
#include "intake/write.h"

static jh_code no_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Sources ------------------------------------------------------------------------------------------------ */

static jh_intake_source *add_source(
    jh_intake *in, const jh_mapping_from *from, const char *file, const char *sheet) {
  void *items = in->sources;
  if (jh_arena_grow(
          in->arena, &items, &in->source_room, in->source_count + 1, sizeof *in->sources)) {
    return NULL;
  }
  in->sources = items;
  jh_intake_source *source = &in->sources[in->source_count];
  *source = (jh_intake_source){.from = from, .file = file, .sheet = sheet};
  source->path = jh_find_join(in->arena, in->options->sources, file);
  source->table = &in->tables[jh_plan_table(in->plan, jh_str_of(from->table))];
  if (!source->path) return NULL;
  in->source_count++;
  return source;
}

/* What the grid found out about the file. */
static jh_code keep_about(
    jh_intake *in, jh_intake_source *source, const jh_grid *grid, jh_error *err) {
  const jh_grid_info *about = jh_grid_about(grid);
  memcpy(source->hash, about->hash, sizeof source->hash);
  source->sheet = about->sheet ? jh_arena_text(in->arena, jh_str_of(about->sheet)) : NULL;
  if (about->encoding) source->encoding = jh_arena_text(in->arena, jh_str_of(about->encoding));
  source->lacks_end = about->lacks_end;
  bool ok = (!about->sheet || source->sheet) && (!about->encoding || source->encoding);
  return ok ? JH_OK : no_memory(err);
}

/* Sources of one `from` that are laid out alike share a layout. */
static void number_layout(jh_intake *in, jh_intake_source *own) {
  const jh_intake_source *last = own > in->sources ? own - 1 : NULL;
  bool is_same = last && last->from == own->from && last->feed_count == own->feed_count &&
                 (last->sheet == NULL) == (own->sheet == NULL);
  for (size_t i = 0; is_same && i < own->feed_count; i++) {
    const jh_intake_feed *a = &own->feeds[i], *b = &last->feeds[i];
    is_same = a->column == b->column && a->part_count == b->part_count;
    for (size_t k = 0; is_same && k < a->part_count; k++) {
      is_same = a->parts[k].column == b->parts[k].column && a->parts[k].line == b->parts[k].line;
    }
  }
  own->layout = is_same ? last->layout : in->layout_count++;
}

static jh_code read_grid(jh_intake *in, uint32_t number, jh_grid *grid, jh_error *err) {
  jh_intake_source *source = &in->sources[number];
  bool is_form = source->from->is_form;
  jh_code code = keep_about(in, source, grid, err);
  const jh_mapping_from *from = source->from;
  if (!code && from->sheet && !source->sheet) { /* a text file has none */
    code = jh_fail(err, JH_EIMPORT_NO_SHEET, &from->place, from->sheet, source->file, NULL);
  }
  if (!code) {
    code = is_form ? jh_layout_form(in, source, err) : jh_layout_table(in, source, grid, err);
  }
  if (!code) number_layout(in, source);
  if (!code) {
    code = is_form ? jh_take_form(in, number, grid, err) : jh_take_table(in, number, grid, err);
  }
  jh_layout_close(source);
  return code;
}

static jh_code read_source(
    jh_intake *in, const jh_mapping_from *from, const char *file, const char *sheet,
    jh_error *err) {
  jh_intake_source *source = add_source(in, from, file, sheet);
  if (!source) return no_memory(err);
  uint32_t number = (uint32_t)in->source_count - 1;
  jh_grid_options how = {sheet, from->encoding, from->delimiter};
  jh_grid *grid = NULL;
  jh_error problem;
  jh_code code = jh_grid_open(&grid, source->path, &how, &problem);
  if (!code) code = read_grid(in, number, grid, &problem);
  jh_grid_close(grid);
  return code ? jh_intake_refuse(in, &problem, err) : JH_OK;
}

/* The sheets of a file whose names fit; hidden ones only if they are named without a star. */
static jh_code read_sheets(
    jh_intake *in, const jh_mapping_from *from, const char *file, jh_error *err) {
  if (!from->sheet || !strchr(from->sheet, '*')) {
    return read_source(in, from, file, from->sheet, err);
  }
  const char *path = jh_find_join(in->arena, in->options->sources, file);
  const jh_grid_sheet *sheets = NULL;
  size_t count = 0, found = 0;
  jh_error problem;
  if (!path) return no_memory(err);
  jh_code code = jh_grid_sheets(path, in->arena, &sheets, &count, &problem);
  if (code) return jh_intake_refuse(in, &problem, err);
  for (size_t i = 0; i < count && !code; i++) {
    if (sheets[i].is_hidden || !jh_find_fits(from->sheet, sheets[i].name)) continue;
    found++;
    code = read_source(in, from, file, sheets[i].name, err);
  }
  if (code || found) return code;
  (void)jh_fail(&problem, JH_EIMPORT_NO_SHEET, &from->place, from->sheet, file, NULL);
  return jh_intake_refuse(in, &problem, err);
}

static jh_code read_from(jh_intake *in, const jh_mapping_from *from, jh_error *err) {
  const char **files = NULL;
  size_t count = 0;
  jh_code code = jh_find_files(in->arena, in->options->sources, from->file, &files, &count, err);
  if (!code && !count) {
    jh_error problem;
    (void)jh_fail(
        &problem, JH_EIMPORT_NO_FILE, &from->place, from->file, in->options->sources, NULL);
    return jh_intake_refuse(in, &problem, err);
  }
  for (size_t i = 0; i < count && !code; i++) code = read_sheets(in, from, files[i], err);
  return code;
}

/* Sums of columns that stayed blank because a part is. */
static jh_code tell_sums(jh_intake *in, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < in->source_count; i++) {
    const jh_intake_source *source = &in->sources[i];
    for (size_t k = 0; k < source->feed_count && !code; k++) {
      const jh_intake_feed *feed = &source->feeds[k];
      if (!feed->open_sums) continue;
      char count[24];
      const char *id = source->table->def->columns[feed->column].id;
      jh_intake_item item = {
          .kind = JH_INTAKE_NOTE,
          .word = JH_INTAKE_SAYS_SUM,
          .file = source->file,
          .sheet = source->sheet,
          .column = feed->parts[0].column};
      const char *args[] = {id, jh_arg_int(count, (int64_t)feed->open_sums), NULL};
      jh_error found;
      jh_place at = jh_place_of(source->path, 0, 0);
      (void)jh_fail(&found, JH_ESUM_BLANK, &at, id, count, NULL);
      found.severity = JH_WARNING;
      code = jh_intake_tell(in, &item, args, err);
      if (!code) code = jh_intake_refuse(in, &found, err);
    }
  }
  return code;
}

static jh_code note_of(
    jh_intake *in, const jh_intake_source *source, jh_intake_word word, size_t number,
    jh_error *err) {
  char count[24];
  jh_intake_item item = {
      .kind = JH_INTAKE_NOTE,
      .word = word,
      .file = source->file,
      .sheet = source->sheet,
      .column = JH_NONE};
  const char *args[] = {jh_arg_int(count, (int64_t)number), NULL};
  return jh_intake_tell(in, &item, args, err);
}

/* What of a file is odd, but was read. */
static jh_code tell_odd(jh_intake *in, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < in->source_count && !code; i++) {
    const jh_intake_source *source = &in->sources[i];
    size_t hidden = source->hidden_count;
    if (hidden) code = note_of(in, source, JH_INTAKE_SAYS_HIDDEN, hidden, err);
    if (!code && source->lacks_end) code = note_of(in, source, JH_INTAKE_SAYS_NO_END, 0, err);
  }
  return code;
}

static jh_code judge(const jh_intake *in, jh_error *err) {
  size_t errors = jh_diag_count(in->diag, JH_ERROR);
  char count[24];
  if (!errors) return JH_OK;
  return jh_fail(err, JH_EIMPORT_REFUSED, NULL, jh_arg_int(count, (int64_t)errors), NULL);
}

static jh_code sort_tables(jh_intake *in, jh_error *err) {
  for (size_t i = 0; i < in->plan->table_count; i++) {
    jh_intake_table *table = &in->tables[i];
    if (!table->def) continue;
    if (!jh_store_sort(in, table)) return no_memory(err);
    in->count.tables++;
    for (size_t k = 0; k < table->count; k++) in->count.rows += !table->records[k]->parent;
  }
  return JH_OK;
}

static void close_tables(jh_intake *in) {
  for (size_t i = 0; in->tables && i < in->plan->table_count; i++) {
    jh_map_close(in->tables[i].by_key);
  }
}

static jh_code run(jh_intake *in, jh_error *err) {
  jh_code code = jh_write_may(in, err);
  if (!code) code = jh_layout_check(in, err);
  for (size_t i = 0; i < in->mapping->from_count && !code; i++) {
    code = read_from(in, &in->mapping->froms[i], err);
  }
  if (!code) code = jh_repeat_check(in, err);
  if (!code) code = judge(in, err);
  if (!code && in->mapping->merges_campuses) code = jh_campus_merge(in, err);
  if (!code) code = judge(in, err);
  if (!code) code = sort_tables(in, err);
  if (!code) code = tell_sums(in, err);
  if (!code) code = tell_odd(in, err);
  if (!code) code = jh_unused_tell(in, err);
  in->count.sources = in->source_count;
  return code ? code : jh_write_folder(in, err);
}

jh_code jh_intake_run(
    jh_intake_count *out, const jh_mapping *mapping, const jh_plan *plan,
    const jh_intake_options *options, jh_diag *diag, jh_error *err) {
  jh_intake in = {.mapping = mapping, .plan = plan, .options = options, .diag = diag};
  in.arena = jh_arena_open();
  if (!in.arena) return no_memory(err);
  jh_code code = run(&in, err);
  *out = in.count;
  close_tables(&in);
  jh_arena_close(in.arena);
  return code;
}
