#include "intake/repeat.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "intake/layout.h"

static jh_code no_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

typedef struct checker {
  jh_intake *in;
  uint8_t *told; /* by source: 1 = warned, 2 = refused */
} checker;

/* What is told ------------------------------------------------------------------------------------ */

static jh_place place_of(const jh_intake_source *source, uint32_t line) {
  jh_place at = jh_place_of(source->path, line, 0);
  if (source->sheet) jh_str_copy(at.sheet, sizeof at.sheet, jh_str_of(source->sheet));
  return at;
}

/* "file", "file sheet" */
static void name_of(const jh_intake_source *source, char *out, size_t size) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_text(&buf, source->file);
  if (source->sheet) jh_buf_print(&buf, " %s", source->sheet);
  jh_arg_text(out, size, jh_buf_str(&buf));
  jh_buf_done(&buf);
}

static jh_code refuse(
    checker *c, const uint32_t sources[2], const uint32_t lines[2], jh_error *err) {
  const jh_intake_source *first = &c->in->sources[sources[0]], *own = &c->in->sources[sources[1]];
  char name[160];
  jh_error found;
  if (c->told[sources[1]] & 2) return JH_OK;
  c->told[sources[1]] |= 2;
  jh_place at = place_of(own, lines[1]);
  name_of(first, name, sizeof name);
  (void)jh_fail(&found, JH_EIMPORT_REPEATED, &at, own->table->def->id, name, NULL);
  found.also = place_of(first, lines[0]);
  return jh_intake_refuse(c->in, &found, err);
}

static jh_code warn(
    checker *c, const uint32_t sources[2], const uint32_t lines[2], jh_str parent, jh_error *err) {
  const jh_intake_source *first = &c->in->sources[sources[0]], *own = &c->in->sources[sources[1]];
  char name[160], code[64];
  jh_error found;
  if (c->told[sources[1]]) return JH_OK;
  c->told[sources[1]] |= 1;
  jh_place at = place_of(own, lines[1]);
  name_of(first, name, sizeof name);
  jh_arg_text(code, sizeof code, parent);
  (void)jh_fail(&found, JH_EIMPORT_TWO_SOURCES, &at, own->table->def->id, code, name, NULL);
  found.also = place_of(first, lines[0]);
  found.severity = JH_WARNING;
  return jh_intake_refuse(c->in, &found, err);
}

/* Files of the same bytes ------------------------------------------------------------------------- */

static const char *key_of(jh_intake *in, const jh_intake_source *source) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_print(&buf, "%s %s ", source->hash, source->table->def->id);
  if (source->sheet) jh_buf_text(&buf, source->sheet);
  const char *key = jh_buf_ok(&buf) ? jh_arena_text(in->arena, jh_buf_str(&buf)) : NULL;
  jh_buf_done(&buf);
  return key;
}

/* One file may feed a table by several `from`. */
static jh_code check_files(checker *c, jh_map *seen, jh_error *err) {
  static const uint32_t whole[2] = {0, 0};
  jh_code code = JH_OK;
  for (uint32_t i = 0; i < c->in->source_count && !code; i++) {
    const jh_intake_source *source = &c->in->sources[i];
    if (!source->hash[0]) continue;
    const char *key = key_of(c->in, source);
    uint32_t first = key ? jh_map_add(seen, jh_str_of(key), i) : JH_MAP_NONE;
    if (first == JH_MAP_NONE) return no_memory(err);
    if (strcmp(c->in->sources[first].file, source->file) == 0) continue;
    code = refuse(c, (const uint32_t[]){first, i}, whole, err);
  }
  return code;
}

/* Rows of one parent ------------------------------------------------------------------------------ */

/* A row of a table without a key; ordered by parent, stage and year, source, content. */
typedef struct item {
  jh_str of[3]; /* parent, stage, year */
  uint32_t source;
  const jh_intake_record *record;
} item;

static const char *cell_text(const jh_intake_record *record, size_t slot) {
  const char *text = slot < record->cell_count ? record->cells[slot].text : NULL;
  return text ? text : "";
}

static int compare_groups(const item *a, const item *b) {
  for (int i = 0; i < 3; i++) {
    int order = jh_str_compare(a->of[i], b->of[i]);
    if (order) return order;
  }
  return 0;
}

static int compare_rows(const jh_intake_record *a, const jh_intake_record *b) {
  size_t count = a->cell_count > b->cell_count ? a->cell_count : b->cell_count;
  for (size_t i = 0; i < count; i++) {
    int order = strcmp(cell_text(a, i), cell_text(b, i));
    if (order) return order;
  }
  return 0;
}

static int compare(const void *left, const void *right) {
  const item *a = left, *b = right;
  int order = compare_groups(a, b);
  if (order) return order;
  if (a->source != b->source) return a->source < b->source ? -1 : 1;
  order = compare_rows(a->record, b->record);
  if (order) return order;
  return a->record->number < b->record->number ? -1 : a->record->number > b->record->number;
}

static jh_str text_in(
    const jh_intake_table *table, const jh_intake_record *record, uint32_t column) {
  uint32_t slot = column == JH_NONE ? JH_NONE : table->slots[column];
  return jh_str_of(slot == JH_NONE ? "" : cell_text(record, slot));
}

/* Does the mapping say that the two are different things: another constant for one column, or other
 * columns of one sheet? */
static bool are_parted(const jh_intake *in, uint32_t first, uint32_t second) {
  const jh_intake_source *a = &in->sources[first], *b = &in->sources[second];
  bool is_sheet = a->sheet ? b->sheet && strcmp(a->sheet, b->sheet) == 0 : !b->sheet;
  if (is_sheet && strcmp(a->file, b->file) == 0) return true;
  for (size_t i = 0; i < a->feed_count; i++) {
    const jh_intake_feed *feed = &a->feeds[i];
    const jh_intake_feed *other = jh_layout_feed(b, feed->column);
    if (feed->part_count || !other || other->part_count) continue;
    if (strcmp(feed->constant, other->constant) != 0) return true;
  }
  return false;
}

static uint32_t first_line(const item *items, size_t count) {
  uint32_t line = items[0].record->lines->line;
  for (size_t i = 1; i < count; i++) {
    uint32_t own = items[i].record->lines->line;
    if (own < line) line = own;
  }
  return line;
}

static size_t run_of_source(const item *items, const item *end) {
  size_t count = 1;
  while (items + count < end && items[count].source == items->source) count++;
  return count;
}

static bool are_same(const item *a, size_t count, const item *b, size_t other) {
  bool is_same = count == other;
  for (size_t i = 0; is_same && i < count; i++) {
    is_same = compare_rows(a[i].record, b[i].record) == 0;
  }
  return is_same;
}

/* The rows of one source against those of the sources before it. */
static jh_code check_run(
    checker *c, const item *begin, const item *own, const item *end, jh_error *err) {
  size_t count = run_of_source(own, end), other;
  const item *differs = NULL;
  for (const item *at = begin; at < own; at += other) {
    other = run_of_source(at, end);
    bool is_same = are_same(at, other, own, count);
    if (are_parted(c->in, at->source, own->source)) continue;
    const uint32_t lines[2] = {first_line(at, other), first_line(own, count)};
    if (is_same) return refuse(c, (const uint32_t[]){at->source, own->source}, lines, err);
    if (!differs) differs = at;
  }
  if (!differs) return JH_OK;
  const uint32_t lines[2] = {
      first_line(differs, run_of_source(differs, end)), first_line(own, count)};
  return warn(c, (const uint32_t[]){differs->source, own->source}, lines, own->of[0], err);
}

static jh_code check_items(checker *c, const item *items, size_t count, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0, size; i < count && !code; i += size) {
    for (size = 1; i + size < count && compare_groups(&items[i], &items[i + size]) == 0;) size++;
    const item *begin = items + i, *end = begin + size;
    for (const item *at = begin; at < end && !code; at += run_of_source(at, end)) {
      code = check_run(c, begin, at, end, err);
    }
  }
  return code;
}

static jh_code check_table(checker *c, const jh_intake_table *table, jh_error *err) {
  const jh_table_def *def = table->def;
  if (!def || def->key_column != JH_NONE || table->count < 2) return JH_OK;
  item *items = jh_alloc_get(table->count * sizeof *items);
  if (!items) return no_memory(err);
  for (size_t i = 0; i < table->count; i++) {
    const jh_intake_record *record = table->records[i];
    items[i] = (item){.source = record->lines->source, .record = record};
    items[i].of[0] = text_in(table, record, def->parent_column);
    items[i].of[1] = text_in(table, record, def->stage_column);
    items[i].of[2] = text_in(table, record, def->year_column);
  }
  qsort(items, table->count, sizeof *items, compare);
  jh_code code = check_items(c, items, table->count, err);
  jh_alloc_free(items);
  return code;
}

jh_code jh_repeat_check(jh_intake *in, jh_error *err) {
  checker c = {.in = in, .told = jh_alloc_get(in->source_count + 1)};
  jh_map *seen = jh_map_open(in->source_count + 1);
  jh_code code = c.told && seen ? check_files(&c, seen, err) : no_memory(err);
  for (size_t i = 0; i < in->plan->table_count && !code; i++) {
    code = check_table(&c, &in->tables[i], err);
  }
  jh_map_close(seen);
  jh_alloc_free(c.told);
  return code;
}
