#include "intake/take.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "intake/layout.h"
#include "intake/taking.h"
#include "intake/write_parts.h"

typedef struct table_reading {
  jh_taking taking; /* first: it is the payload too */
  jh_grid *grid;
  jh_grid_row row;
  const jh_intake_feed *key, *name; /* NULL = none, or a constant */
  size_t header_count, most;        /* cells of the header, and of the longest row from there on */
  bool has_rows;                    /* of records, whether or not they are in order */
} table_reading;

static jh_grid_cell cell_at(const jh_grid_row *row, uint32_t column) {
  static const jh_grid_cell blank = {{NULL, 0}, JH_GRID_TEXT};
  return column < row->count ? row->cells[column] : blank;
}

static jh_grid_cell cell_of_row(void *payload, const jh_intake_part *part) {
  const table_reading *r = payload;
  return cell_at(&r->row, part->column);
}

static jh_str text_of(const table_reading *r, const jh_intake_feed *feed) {
  if (!feed) return (jh_str){NULL, 0};
  return cell_at(&r->row, feed->parts[0].column).text;
}

/* Two texts that differ in blanks only. */
static bool is_alike(jh_str a, jh_str b) {
  uint32_t x = 0, y = 0;
  for (;;) {
    size_t more, other;
    while ((more = jh_utf8_next(a, &x)) && (x == ' ' || x == 0x3000 || x == '\n' || x == '\t')) {
      a = (jh_str){a.at + more, a.size - more};
    }
    while ((other = jh_utf8_next(b, &y)) && (y == ' ' || y == 0x3000 || y == '\n' || y == '\t')) {
      b = (jh_str){b.at + other, b.size - other};
    }
    if (!more || !other) return !more && !other && !a.size && !b.size;
    if (x != y) return false;
    a = (jh_str){a.at + more, a.size - more};
    b = (jh_str){b.at + other, b.size - other};
  }
}

/* Rows that are no records ------------------------------------------------------------------------------ */

/* The first cells of a row, for the report. */
static const char *beginning(const table_reading *r, char *out, size_t size) {
  size_t used = 0;
  out[0] = '\0';
  for (size_t i = 0; i < r->row.count && used + 8 < size; i++) {
    jh_str text = r->row.cells[i].text;
    if (!text.size) continue;
    if (used) used += (size_t)snprintf(out + used, size - used, " | ");
    if (used + 4 >= size) break;
    jh_arg_text(out + used, size - used, text);
    used += strlen(out + used);
  }
  return out;
}

static jh_code leave_out(
    table_reading *r, jh_intake_word why, const char *what, const char *word, jh_error *err) {
  jh_intake_source *source = r->taking.source;
  char shown[150];
  jh_intake_item item = {
      .kind = JH_INTAKE_LEFT_OUT,
      .word = why,
      .file = source->file,
      .sheet = source->sheet,
      .line = r->row.line,
      .column = JH_NONE};
  const char *args[] = {beginning(r, shown, sizeof shown), what, word, NULL};
  r->taking.in->count.left_out++;
  return jh_intake_tell(r->taking.in, &item, args, err);
}

/* A word of leave_out stands in its cell. */
static const char *left_by_word(const table_reading *r, const char **column) {
  const jh_intake_source *source = r->taking.source;
  for (size_t i = 0; i < source->from->leave_count; i++) {
    const jh_mapping_leave *leave = &source->from->leaves[i];
    jh_str text = cell_at(&r->row, source->leaves[i]).text;
    *column = leave->column;
    for (size_t k = 0; k < leave->word_count; k++) {
      if (is_alike(text, jh_str_of(leave->words[k]))) return leave->words[k];
    }
  }
  return NULL;
}

/* The cell that says that the row is a sum; where the key is blank any cell may say so. */
static jh_str sum_word(const table_reading *r) {
  jh_str key = text_of(r, r->key), name = text_of(r, r->name);
  if (key.size && jh_value_is_sum(key)) return key;
  if (name.size && jh_value_is_sum(name)) return name;
  for (size_t i = 0; !key.size && i < r->row.count; i++) {
    jh_grid_cell cell = r->row.cells[i];
    if (cell.kind == JH_GRID_TEXT && cell.text.size && jh_value_is_sum(cell.text)) return cell.text;
  }
  return (jh_str){NULL, 0};
}

/* A code of letters and digits, as far as can be seen. */
static bool looks_like_code(jh_str text) {
  for (size_t i = 0; i < text.size; i++) {
    unsigned char c = (unsigned char)text.at[i];
    if (c >= 0x80 || c == ' ' || c == ':') return false;
  }
  return text.size > 0;
}

/* A row with a code of its own that a word in its name makes a sum: left out, but not in silence. */
static jh_code leave_sum(table_reading *r, jh_str sum, jh_error *err) {
  char shown[96];
  const char *word = jh_arg_text(shown, sizeof shown, sum);
  jh_str key = text_of(r, r->key);
  jh_code code = leave_out(r, JH_INTAKE_SAYS_LEFT_SUM, word, NULL, err);
  if (code || !looks_like_code(key) || jh_value_is_sum(key)) return code;
  char named[64];
  jh_place at = jh_taking_place(&r->taking, r->row.line, &r->key->parts[0]);
  jh_error found;
  (void)jh_fail(
      &found, JH_EIMPORT_SUM_CODE, &at, jh_arg_text(named, sizeof named, key), word, NULL);
  found.severity = JH_WARNING;
  return jh_intake_refuse(r->taking.in, &found, err);
}

/* The header, once more, as on every printed page. */
static bool is_header_again(const table_reading *r) {
  const jh_intake_source *source = r->taking.source;
  jh_str key = text_of(r, r->key);
  if (!key.size) return false;
  const char *header = source->headers[r->key->parts[0].column];
  const char *leaf = strrchr(header, '/');
  return is_alike(key, jh_str_of(leaf ? leaf + 1 : header));
}

/* Does any cell that is read, but for the key's, hold something? Or a number of it? */
static bool holds_more(const table_reading *r, bool numbers_only) {
  const jh_intake_source *source = r->taking.source;
  for (size_t i = 0; i < source->feed_count; i++) {
    const jh_intake_feed *feed = &source->feeds[i];
    jh_column_type type = source->table->def->columns[feed->column].type;
    if (feed == r->key) continue;
    if (numbers_only && type != JH_COLUMN_COUNT && type != JH_COLUMN_DECIMAL) continue;
    for (size_t k = 0; k < feed->part_count; k++) {
      if (cell_at(&r->row, feed->parts[k].column).text.size) return true;
    }
  }
  return false;
}

static jh_code no_key(table_reading *r, jh_error *err) {
  const jh_table_def *def = r->taking.source->table->def;
  const jh_intake_part *part = &r->key->parts[0];
  const char *id = def->columns[r->key->column].id;
  jh_place at = jh_taking_place(&r->taking, r->row.line, part);
  jh_error found;
  (void)jh_fail(&found, JH_EIMPORT_NO_KEY, &at, id, NULL);
  jh_str_copy(found.at.name, sizeof found.at.name, jh_str_of(id));
  return jh_intake_refuse(r->taking.in, &found, err);
}

/* Is the row no record? Then it was listed, or refused. */
static jh_code pass_over(table_reading *r, bool *passed, jh_error *err) {
  const char *column = "";
  const char *word = left_by_word(r, &column);
  *passed = true;
  if (word) return leave_out(r, JH_INTAKE_SAYS_LEFT_WORD, column, word, err);
  jh_str sum = sum_word(r);
  if (sum.size) return leave_sum(r, sum, err);
  if (r->key && is_header_again(r))
    return leave_out(r, JH_INTAKE_SAYS_LEFT_HEADER, NULL, NULL, err);
  jh_str key = text_of(r, r->key);
  bool is_note = r->key && !looks_like_code(key) && !holds_more(r, key.size == 0);
  if (is_note) return leave_out(r, JH_INTAKE_SAYS_LEFT_NOTE, NULL, NULL, err);
  if (r->key && !key.size) return no_key(r, err);
  *passed = false;
  return JH_OK;
}

/* Rows ---------------------------------------------------------------------------------------------------- */

static jh_code count_unused(table_reading *r, jh_error *err) {
  jh_intake_source *source = r->taking.source;
  jh_code code = JH_OK;
  for (size_t i = 0; i < r->row.count && !code; i++) {
    if (!r->row.cells[i].text.size || r->row.cells[i].kind == JH_GRID_MERGED) continue;
    if (i < source->column_count) {
      source->unused[i] += source->used[i] == 0;
    } else {
      code = jh_taking_loose(&r->taking, r->row.line, (uint32_t)i, r->row.cells[i].text, err);
    }
  }
  return code;
}

static bool holds(jh_str text, const char *part) {
  size_t size = strlen(part);
  for (size_t i = 0; i + size <= text.size; i++) {
    if (memcmp(text.at + i, part, size) == 0) return true;
  }
  return false;
}

/* "单位：万元", where a column takes its unit from there. */
static bool is_unit_line(const jh_intake_source *source, jh_str text) {
  return source->unit_line && holds(text, "单位") && holds(text, source->unit_line);
}

/* One more than the rightmost column that is read. */
static size_t read_width(const jh_intake_source *source) {
  size_t width = 0;
  for (size_t i = 0; i < source->feed_count; i++) {
    const jh_intake_feed *feed = &source->feeds[i];
    for (size_t k = 0; k < feed->part_count; k++) {
      size_t end = feed->parts[k].column + (size_t)1;
      width = end > width ? end : width;
    }
  }
  return width;
}

/* A line of a text that ends before the cells that are read: cut off, or with other delimiters. */
static jh_code check_width(table_reading *r, bool *ok, jh_error *err) {
  size_t width = read_width(r->taking.source);
  char has[24], expected[24];
  *ok = jh_grid_about(r->grid)->is_workbook || r->row.count >= width;
  if (*ok) return JH_OK;
  jh_place at = jh_taking_place(&r->taking, r->row.line, NULL);
  jh_error found;
  (void)jh_fail(
      &found, JH_ECELL_COUNT, &at, jh_arg_int(has, (int64_t)r->row.count),
      jh_arg_int(expected, (int64_t)width), NULL);
  return jh_intake_refuse(r->taking.in, &found, err);
}

/* Above the header nothing else is read. */
static jh_code keep_titles(table_reading *r, jh_error *err) {
  jh_code code = JH_OK;
  for (size_t i = 0; i < r->row.count && !code; i++) {
    jh_str text = r->row.cells[i].text;
    if (!text.size || is_unit_line(r->taking.source, text)) continue;
    code = jh_taking_loose(&r->taking, r->row.line, (uint32_t)i, text, err);
  }
  return code;
}

/* A text record with more in it than its header has cells: 1,234 without quotation marks would be 1. */
static jh_code too_many(table_reading *r, bool *ok, jh_error *err) {
  const jh_intake_source *source = r->taking.source;
  size_t count = r->row.count;
  *ok = true;
  if (source->sheet) return JH_OK;
  while (count > 0 && !r->row.cells[count - 1].text.size) count--;
  if (count <= r->header_count) return JH_OK;
  char has[24], wanted[24];
  jh_error found;
  jh_place at = jh_taking_place(&r->taking, r->row.line, NULL);
  jh_grid_place(r->grid, r->header_count, &at);
  (void)jh_fail(
      &found, JH_ECELL_COUNT, &at, jh_arg_int(has, (int64_t)r->row.count),
      jh_arg_int(wanted, (int64_t)r->header_count), NULL);
  *ok = false;
  return jh_intake_refuse(r->taking.in, &found, err);
}

static jh_code take_row(table_reading *r, jh_error *err) {
  const jh_intake_source *source = r->taking.source;
  bool passed, ok;
  if (r->row.line < source->first_line) return keep_titles(r, err);
  if (r->row.count > r->most) r->most = r->row.count;
  if (r->row.line <= source->last_line) {
    if (r->row.count > r->header_count) r->header_count = r->row.count;
    return JH_OK;
  }
  r->taking.line = r->row.line;
  jh_code code = pass_over(r, &passed, err);
  if (code || passed) return code;
  r->has_rows = true;
  code = check_width(r, &ok, err);
  if (!code && ok) code = too_many(r, &ok, err);
  if (code || !ok) return code;
  r->taking.source->hidden_count += r->row.is_hidden;
  code = jh_taking_read(&r->taking, &ok, err);
  if (!code && ok) code = jh_taking_store(&r->taking, err);
  return code ? code : count_unused(r, err);
}

/* The feed of a column that is read from a cell. */
static const jh_intake_feed *celled(const jh_intake_source *source, uint32_t column) {
  const jh_intake_feed *feed = column == JH_NONE ? NULL : jh_layout_feed(source, column);
  return feed && feed->part_count ? feed : NULL;
}

/* Letters that the mapping names, beyond the last column of the file. */
static jh_code check_letters(table_reading *r, jh_error *err) {
  const jh_intake_source *source = r->taking.source;
  jh_code code = JH_OK;
  for (size_t i = 0; i < source->feed_count && !code; i++) {
    const jh_intake_feed *feed = &source->feeds[i];
    for (size_t k = 0; k < feed->part_count && !code; k++) {
      if (feed->parts[k].column < r->most) continue;
      char last[24], letters[32];
      jh_error found;
      jh_place at = feed->said ? feed->said->place : source->from->place;
      uint32_t end = r->most ? (uint32_t)r->most - 1 : 0;
      (void)snprintf(letters, sizeof letters, "A … %s", jh_write_place(last, 0, end));
      (void)jh_fail(
          &found, JH_EIMPORT_HEADER, &at, feed->parts[k].header, "", source->file, letters, NULL);
      code = jh_intake_refuse(r->taking.in, &found, err);
    }
  }
  return code;
}

/* A source that gave nothing, as an export that failed does. */
static jh_code warn_empty(table_reading *r, jh_error *err) {
  jh_error found;
  if (r->taking.source->row_count || r->has_rows) return JH_OK;
  jh_place at = jh_taking_place(&r->taking, 0, NULL);
  (void)jh_fail(&found, JH_ENO_RECORDS, &at, NULL);
  found.severity = JH_WARNING;
  return jh_intake_refuse(r->taking.in, &found, err);
}

jh_code jh_take_table(jh_intake *in, uint32_t number, jh_grid *grid, jh_error *err) {
  table_reading r = {.grid = grid};
  const jh_table_def *def = in->sources[number].table->def;
  jh_code code = jh_taking_begin(&r.taking, in, number, err);
  r.taking.cell = cell_of_row;
  r.taking.payload = &r;
  r.taking.grid = grid;
  r.key =
      celled(r.taking.source, def->key_column == JH_NONE ? def->parent_column : def->key_column);
  r.name = celled(r.taking.source, def->name_column);
  if (!code) code = jh_grid_rewind(grid, err);
  while (!code) {
    bool got;
    code = jh_grid_next(grid, &r.row, &got, err);
    if (code || !got) break;
    code = take_row(&r, err);
  }
  if (!code) code = check_letters(&r, err);
  if (!code) code = warn_empty(&r, err);
  jh_taking_end(&r.taking);
  return code;
}
