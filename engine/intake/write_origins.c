/* write_origins.c - where each cell came from, as origins.h describes it. */
#include <stdio.h>
#include <string.h>

#include "intake/campus.h"
#include "intake/layout.h"
#include "intake/write_parts.h"

enum { FLUSH = 1 << 16 };

void jh_write_cells_of(jh_buf *buf, const jh_intake_feed *feed) {
  char place[24];
  if (!feed->part_count) jh_buf_print(buf, "@%u", (unsigned)feed->constant_line);
  for (size_t i = 0; i < feed->part_count; i++) {
    if (i) jh_buf_char(buf, '+');
    jh_buf_text(buf, jh_write_place(place, feed->parts[i].line, feed->parts[i].column));
  }
}

/* "1:5": a row of a source; "3": a form, whose cells have their own rows. */
static void put_row(const jh_intake *in, jh_buf *buf, uint32_t source, uint32_t line) {
  jh_buf_int(buf, (int64_t)source + 1);
  if (in->sources[source].from->is_form) return;
  jh_buf_char(buf, ':');
  jh_buf_int(buf, line);
}

typedef struct row {
  uint32_t source, line;
} row;

/* Whether two lists of rows say the same; of forms the line does not count. */
static bool is_same(
    const jh_intake *in, const row *a, size_t a_count, const row *b, size_t b_count) {
  if (a_count != b_count) return false;
  for (size_t i = 0; i < a_count; i++) {
    if (a[i].source != b[i].source) return false;
    if (!in->sources[a[i].source].from->is_form && a[i].line != b[i].line) return false;
  }
  return true;
}

enum { MOST_ROWS = 64 };

/* A cell whose rows are not those that feed its column: it is written out. */
static void put_exception(
    const jh_intake *in, const jh_intake_table *table, const jh_intake_record *record,
    uint32_t slot, bool *has_any, jh_buf *buf) {
  const jh_intake_cell *cell = &record->cells[slot];
  uint32_t column = table->columns[slot];
  const jh_column_def *def = &table->def->columns[column];
  const jh_table_def *table_def = table->def;
  bool is_key = column == table_def->key_column || column == table_def->stage_column ||
                column == table_def->year_column; /* the same in every row that was joined */
  bool joins = jh_campus_joins(in->plan, def);
  row told[MOST_ROWS], real[MOST_ROWS];
  size_t told_count = 0, real_count = 0;
  if (cell->text && !is_key) real[real_count++] = (row){cell->source, cell->line};
  for (const jh_intake_line *line = record->lines; line; line = line->next) {
    if (!jh_layout_feed(&in->sources[line->source], column)) continue;
    row own = {line->source, line->line};
    if (told_count < MOST_ROWS) told[told_count++] = own;
    bool is_part = line->is_campus ? joins : is_key;
    if (is_part && real_count < MOST_ROWS) real[real_count++] = own;
  }
  if (is_same(in, told, told_count, real, real_count)) return;
  jh_buf_char(buf, *has_any ? ' ' : ',');
  *has_any = true;
  jh_buf_text(buf, def->id);
  jh_buf_char(buf, '=');
  for (size_t i = 0; i < real_count; i++) {
    if (i) jh_buf_char(buf, '+');
    put_row(in, buf, real[i].source, real[i].line);
  }
}

static void put_record(
    const jh_intake *in, const jh_intake_table *table, const jh_intake_record *record,
    uint32_t line, jh_buf *buf) {
  bool has_any = false;
  jh_buf_int(buf, line);
  jh_buf_char(buf, ',');
  for (const jh_intake_line *from = record->lines; from; from = from->next) {
    if (from != record->lines) jh_buf_char(buf, ' ');
    put_row(in, buf, from->source, from->line);
  }
  bool is_plain = record->lines && !record->lines->next;
  for (uint32_t slot = 0; slot < record->cell_count && !is_plain; slot++) {
    put_exception(in, table, record, slot, &has_any, buf);
  }
  jh_buf_char(buf, '\n');
}

jh_code jh_write_origins(
    jh_intake *in, jh_output *out, const jh_intake_table *table, const uint32_t *lines, jh_buf *buf,
    jh_error *err) {
  char name[128];
  (void)snprintf(name, sizeof name, "origins/%s.csv", table->def->id);
  const char *kept = jh_arena_text(in->arena, jh_str_of(name));
  if (!kept) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  size_t number = 0;
  jh_buf_clear(buf);
  jh_code code = jh_output_open(out, kept, err);
  for (size_t i = 0; i < table->count && !code; i++) {
    if (table->records[i]->parent) continue;
    put_record(in, table, table->records[i], lines[number++], buf);
    code = jh_write_flush(out, buf, FLUSH, err);
  }
  if (!code) code = jh_write_flush(out, buf, 0, err);
  return code ? code : jh_output_close(out, NULL, err);
}

static void put_sources(const jh_intake *in, jh_buf *buf) {
  for (size_t i = 0; i < in->source_count; i++) {
    const jh_intake_source *source = &in->sources[i];
    jh_buf_int(buf, (int64_t)i + 1);
    jh_buf_char(buf, ',');
    jh_buf_csv(buf, jh_str_of(source->file));
    jh_buf_char(buf, ',');
    if (source->sheet) jh_buf_csv(buf, jh_str_of(source->sheet));
    jh_buf_print(buf, ",%u,%s\n", (unsigned)source->layout + 1, source->hash);
  }
}

static void put_columns(const jh_intake *in, jh_buf *buf) {
  uint32_t next = 0;
  for (size_t i = 0; i < in->source_count; i++) {
    const jh_intake_source *source = &in->sources[i];
    if (source->layout != next) continue;
    next++;
    for (size_t k = 0; k < source->feed_count; k++) {
      const jh_table_def *def = source->table->def;
      const char *column = def->columns[source->feeds[k].column].id;
      jh_buf_print(buf, "%u,%s,%s,", (unsigned)source->layout + 1, def->id, column);
      jh_write_cells_of(buf, &source->feeds[k]);
      jh_buf_char(buf, '\n');
    }
  }
}

jh_code jh_write_sources(jh_intake *in, jh_output *out, jh_buf *buf, jh_error *err) {
  jh_buf_clear(buf);
  put_sources(in, buf);
  jh_code code = jh_write_whole(out, "origins/sources.csv", buf, err);
  if (code) return code;
  jh_buf_clear(buf);
  put_columns(in, buf);
  return jh_write_whole(out, "origins/columns.csv", buf, err);
}
