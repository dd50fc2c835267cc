#include "intake/origins.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "intake/find.h"
#include "sheet/position.h"

#define NONE UINT32_MAX
enum { MOST_FIELDS = 5, MOST_ORIGINS = 256, KEY_BYTES = 256 };
#define MOST_BYTES ((off_t)1 << 31)

typedef struct source {
  const char *file, *sheet;
  uint32_t layout;
} source;

/* The rows of one table's file, looked up by line. */
typedef struct lines {
  const char *table;
  jh_str text;
  size_t *begins; /* of each line of the text */
  size_t count;
} lines;

struct jh_origins {
  jh_arena *arena;
  const char *folder;
  source *sources;
  size_t source_count, source_room;
  jh_map *columns; /* "layout table column" -> index in cells */
  const char **cells;
  size_t cell_count, cell_room;
  lines *tables;
  size_t table_count, table_room;
  jh_origin found[MOST_ORIGINS];
};

static jh_code no_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Reading -------------------------------------------------------------------------------------------------- */

/* A whole file; *out is NULL if there is none. */
static jh_code slurp(jh_origins *o, const char *name, jh_str *out, jh_error *err) {
  struct stat info;
  const char *path = jh_find_join(o->arena, o->folder, name);
  *out = (jh_str){NULL, 0};
  if (!path) return no_memory(err);
  jh_place at = jh_place_of(path, 0, 0);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return JH_OK;
  bool is_fit = fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_size < MOST_BYTES;
  char *text = is_fit ? jh_arena_get(o->arena, (size_t)info.st_size + 1) : NULL;
  size_t size = is_fit ? (size_t)info.st_size : 0;
  bool is_whole = !text || jh_file_read(file, text, size) == info.st_size;
  close(file);
  if (is_fit && !text) return no_memory(err);
  if (!is_fit) return jh_fail(err, JH_ENOT_READABLE, &at, "too large", NULL);
  if (!is_whole) return jh_fail(err, JH_EFILE_CHANGED, &at, NULL);
  *out = (jh_str){text, size};
  return JH_OK;
}

/* The next field of a line of CSV, in the arena; what follows it stays in *text. NULL: no memory. */
static const char *take_field(jh_origins *o, jh_str *text) {
  size_t at = 0, to = 0;
  char *out = jh_arena_get(o->arena, text->size + 1);
  bool is_quoted = text->size && text->at[0] == '"';
  if (!out) return NULL;
  for (at = is_quoted; at < text->size; at++) {
    char c = text->at[at];
    if (is_quoted && c == '"') {
      if (at + 1 >= text->size || text->at[at + 1] != '"') {
        at++;
        break;
      }
      at++;
    } else if (!is_quoted && c == ',') {
      break;
    }
    out[to++] = c;
  }
  if (at < text->size && text->at[at] == ',') at++;
  /* What keeps a spreadsheet from running a name as a formula (jh_buf_csv) is no part of it. */
  out += to - jh_buf_csv_meant((jh_str){out, to}).size;
  *text = (jh_str){text->at + at, text->size - at};
  return out;
}

/* The next line; false at the end. */
static bool take_line(jh_str *text, jh_str *line) {
  if (!text->size) return false;
  const char *end = memchr(text->at, '\n', text->size);
  size_t size = end ? (size_t)(end - text->at) : text->size;
  *line = (jh_str){text->at, size};
  size_t used = size + (end != NULL);
  *text = (jh_str){text->at + used, text->size - used};
  return true;
}

static uint32_t number_of(const char *text) {
  uint32_t number = 0;
  for (; *text >= '0' && *text <= '9' && number < 400000000; text++) {
    number = number * 10 + (uint32_t)(*text - '0');
  }
  return number;
}

static jh_code read_sources(jh_origins *o, jh_str text, jh_error *err) {
  jh_str line;
  while (take_line(&text, &line)) {
    void *items = o->sources;
    const char *fields[MOST_FIELDS];
    for (int i = 0; i < MOST_FIELDS; i++) {
      fields[i] = take_field(o, &line);
      if (!fields[i]) return no_memory(err);
    }
    if (jh_arena_grow(o->arena, &items, &o->source_room, o->source_count + 1, sizeof *o->sources)) {
      return no_memory(err);
    }
    o->sources = items;
    o->sources[o->source_count++] =
        (source){fields[1], fields[2][0] ? fields[2] : NULL, number_of(fields[3])};
  }
  return JH_OK;
}

/* How a column of a table in a layout is looked up. Ids are at most 80 bytes. */
static const char *key_of(
    char out[KEY_BYTES], uint32_t layout, const char *table, const char *column) {
  (void)snprintf(out, KEY_BYTES, "%u %s %s", (unsigned)layout, table, column);
  return out;
}

static jh_code read_columns(jh_origins *o, jh_str text, jh_error *err) {
  jh_str line;
  while (take_line(&text, &line)) {
    void *items = o->cells;
    const char *fields[4];
    for (int i = 0; i < 4; i++) {
      fields[i] = take_field(o, &line);
      if (!fields[i]) return no_memory(err);
    }
    char made[KEY_BYTES];
    (void)key_of(made, number_of(fields[0]), fields[1], fields[2]);
    const char *key = jh_arena_text(o->arena, jh_str_of(made));
    if (!key) return no_memory(err);
    if (jh_arena_grow(o->arena, &items, &o->cell_room, o->cell_count + 1, sizeof *o->cells)) {
      return no_memory(err);
    }
    o->cells = items;
    o->cells[o->cell_count] = fields[3];
    if (jh_map_add(o->columns, jh_str_of(key), (uint32_t)o->cell_count++) == JH_MAP_NONE) {
      return no_memory(err);
    }
  }
  return JH_OK;
}

static jh_code fill(jh_origins *o, const char *folder, bool *is_there, jh_error *err) {
  jh_str text = {NULL, 0};
  o->folder = jh_arena_text(o->arena, jh_str_of(folder));
  o->columns = jh_map_open(256);
  if (!o->folder || !o->columns) return no_memory(err);
  jh_code code = slurp(o, "origins/sources.csv", &text, err);
  *is_there = text.at != NULL;
  if (code || !*is_there) return code;
  code = read_sources(o, text, err);
  if (!code) code = slurp(o, "origins/columns.csv", &text, err);
  return code ? code : read_columns(o, text, err);
}

jh_code jh_origins_open(jh_origins **out, const char *folder, jh_error *err) {
  bool is_there = false;
  *out = NULL;
  jh_arena *arena = jh_arena_open();
  jh_origins *o = arena ? jh_arena_get(arena, sizeof *o) : NULL;
  if (!o) {
    jh_arena_close(arena);
    return no_memory(err);
  }
  o->arena = arena;
  jh_code code = fill(o, folder, &is_there, err);
  if (code || !is_there) {
    jh_origins_close(o);
  } else {
    *out = o;
  }
  return code;
}

void jh_origins_close(jh_origins *origins) {
  if (!origins) return;
  jh_map_close(origins->columns);
  jh_arena_close(origins->arena);
}

/* Finding -------------------------------------------------------------------------------------------------- */

static jh_code index_lines(jh_origins *o, lines *to, jh_error *err) {
  size_t room = 0;
  for (size_t i = 0; i < to->text.size; i++) room += to->text.at[i] == '\n';
  to->begins = jh_arena_get(o->arena, (room + 1) * sizeof *to->begins);
  if (!to->begins) return no_memory(err);
  size_t begin = 0;
  for (size_t i = 0; i < to->text.size; i++) {
    if (to->text.at[i] != '\n') continue;
    to->begins[to->count++] = begin;
    begin = i + 1;
  }
  return JH_OK;
}

/* The file of a table, read when it is first asked for. */
static jh_code lines_of(jh_origins *o, const char *table, const lines **out, jh_error *err) {
  for (size_t i = 0; i < o->table_count; i++) {
    *out = &o->tables[i];
    if (strcmp((*out)->table, table) == 0) return JH_OK;
  }
  char name[128];
  void *items = o->tables;
  (void)snprintf(name, sizeof name, "origins/%s.csv", table);
  if (jh_arena_grow(o->arena, &items, &o->table_room, o->table_count + 1, sizeof *o->tables)) {
    return no_memory(err);
  }
  o->tables = items;
  lines made = {.table = jh_arena_text(o->arena, jh_str_of(table))};
  if (!made.table) return no_memory(err);
  jh_code code = slurp(o, name, &made.text, err);
  if (!code) code = index_lines(o, &made, err);
  if (code) return code;
  o->tables[o->table_count] = made;
  *out = &o->tables[o->table_count++];
  return JH_OK;
}

/* What stands behind the number of the line: the record that begins there, or holds it. Empty if there is
 * none. */
static jh_str row_at(const lines *all, uint32_t line) {
  size_t from = 0, to = all->count;
  jh_str row = {NULL, 0};
  while (from < to) {
    size_t middle = from + (to - from) / 2;
    uint32_t own = number_of(all->text.at + all->begins[middle]);
    if (own <= line) from = middle + 1;
    if (own > line) to = middle;
  }
  if (from == 0) return row;
  size_t begin = all->begins[from - 1];
  jh_str text = {all->text.at + begin, all->text.size - begin};
  const char *comma = take_line(&text, &row) ? memchr(row.at, ',', row.size) : NULL;
  if (!comma) return (jh_str){NULL, 0};
  return (jh_str){comma + 1, row.size - (size_t)(comma + 1 - row.at)};
}

/* The word of an exception, "1:5+2:4" of "books=1:5+2:4"; false if the column is none. */
static bool exception_of(jh_str row, const char *column, jh_str *out) {
  size_t size = strlen(column);
  const char *comma = memchr(row.at, ',', row.size);
  jh_str rest =
      comma ? (jh_str){comma + 1, row.size - (size_t)(comma + 1 - row.at)} : (jh_str){NULL, 0};
  while (rest.size) {
    const char *blank = memchr(rest.at, ' ', rest.size);
    size_t word = blank ? (size_t)(blank - rest.at) : rest.size;
    if (word > size && memcmp(rest.at, column, size) == 0 && rest.at[size] == '=') {
      *out = (jh_str){rest.at + size + 1, word - size - 1};
      return true;
    }
    size_t used = word + (blank != NULL);
    rest = (jh_str){rest.at + used, rest.size - used};
  }
  return false;
}

/* Adds the cells of one row, "1:5" or "3", as far as its source has the column. */
static void add_row(
    jh_origins *o, jh_str word, const char *table, const char *column, size_t *count) {
  char text[32], key[KEY_BYTES];
  jh_str_copy(text, sizeof text, word);
  uint32_t number = number_of(text);
  const char *colon = strchr(text, ':');
  uint32_t line = colon ? number_of(colon + 1) : 0;
  if (number == 0 || number > o->source_count) return;
  const source *from = &o->sources[number - 1];
  uint32_t at = jh_map_find(o->columns, jh_str_of(key_of(key, from->layout, table, column)));
  if (at == JH_MAP_NONE) return;
  for (const char *cell = o->cells[at]; *cell && *count < MOST_ORIGINS;) {
    size_t size = strcspn(cell, "+");
    jh_origin *to = &o->found[*count];
    *to = (jh_origin){from->file, from->sheet, line, NONE};
    uint32_t row = 0;
    if (cell[0] == '@') {
      *to = (jh_origin){"mapping.lua", NULL, number_of(cell + 1), NONE};
    } else if (jh_position_read((jh_str){cell, size}, &to->column, &row) && row) {
      to->line = row;
    }
    (*count)++;
    cell += size + (cell[size] == '+');
  }
}

jh_code jh_origins_find(
    jh_origins *origins, const char *table, uint32_t line, const char *column,
    const jh_origin **out, size_t *count, jh_error *err) {
  const lines *all = NULL;
  jh_str words;
  *out = origins->found;
  *count = 0;
  jh_code code = lines_of(origins, table, &all, err);
  if (code) return code;
  jh_str row = row_at(all, line);
  if (!row.size) return JH_OK;
  char between = ' ';
  const char *comma = memchr(row.at, ',', row.size);
  if (exception_of(row, column, &words)) {
    between = '+';
  } else {
    words = (jh_str){row.at, comma ? (size_t)(comma - row.at) : row.size};
  }
  while (words.size) {
    const char *end = memchr(words.at, between, words.size);
    size_t size = end ? (size_t)(end - words.at) : words.size;
    add_row(origins, (jh_str){words.at, size}, table, column, count);
    size_t used = size + (end != NULL);
    words = (jh_str){words.at + used, words.size - used};
  }
  return JH_OK;
}

void jh_origins_text(jh_buf *buf, const jh_origin *list, size_t count) {
  char place[JH_POSITION_TEXT];
  for (size_t i = 0; i < count; i++) {
    const jh_origin *at = &list[i];
    if (i) jh_buf_text(buf, " + ");
    jh_buf_text(buf, at->file);
    if (at->sheet) {
      jh_buf_char(buf, ' ');
      jh_buf_text(buf, at->sheet);
      jh_buf_char(buf, '!');
      jh_buf_text(buf, jh_position_text(place, at->column, at->line));
      continue;
    }
    jh_buf_char(buf, ':');
    jh_buf_int(buf, at->line);
    if (at->column == NONE) continue;
    jh_buf_char(buf, ' ');
    jh_buf_text(buf, jh_position_text(place, at->column, 0));
  }
}
