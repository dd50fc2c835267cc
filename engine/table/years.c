/* years.c - one year of the data is taken, the others are left; a step of loading.h.
 *
 * Which one: as asked for, else as the dictionary says, else the latest that
 * any table has. Tables without a year hold for every year.
 */
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/date.h"
#include "table/cells.h"
#include "table/loading.h"

typedef struct years {
  jh_loading *loading;
  jh_map *map;   /* text to index */
  jh_str *texts; /* in order of appearance, in the scratch arena */
  size_t count, room;
  uint32_t **of; /* by table: the year of each staged row; NULL = the table has no years */
} years;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* The index of a year; JH_NONE when memory is out. */
static uint32_t index_of(years *y, jh_str text) {
  uint32_t found = jh_map_find(y->map, text);
  if (found != JH_MAP_NONE) return found;
  void *items = y->texts;
  jh_arena *scratch = y->loading->scratch;
  char *copy = jh_arena_text(scratch, text);
  if (!copy || jh_arena_grow(scratch, &items, &y->room, y->count + 1, sizeof(jh_str)) != 0) {
    return JH_NONE;
  }
  y->texts = items;
  y->texts[y->count] = (jh_str){copy, text.size};
  uint32_t added = jh_map_add(y->map, y->texts[y->count], (uint32_t)y->count);
  y->count += added != JH_MAP_NONE;
  return added == JH_MAP_NONE ? JH_NONE : added;
}

/* A year as it would be written. */
static jh_str text_of(const jh_column *column, const jh_column_def *def, size_t row, char *room) {
  if (column->texts) return column->texts[row];
  if (jh_column_is_number(column)) {
    return jh_str_of(jh_dec_text(room, (jh_dec){jh_column_number(column, row), column->scale}));
  }
  return jh_str_of(def->type == JH_COLUMN_CHOICE ? def->choices[column->marks[row]].id : "");
}

/* The year of each row of a table. A cell without a year was refused before. */
static jh_code collect(years *y, const jh_staged *staged, jh_error *err) {
  uint32_t year_column = staged->def->year_column;
  const jh_column *column = staged->takers[year_column].column;
  uint32_t *of = jh_arena_get(y->loading->scratch, staged->count * sizeof *of);
  if (!of) return out_of_memory(err);
  jh_str last = {0};
  uint32_t index = JH_NONE;
  char last_room[JH_DEC_TEXT];
  for (size_t row = 0; row < staged->count; row++) {
    of[row] = JH_NONE;
    if (!jh_column_known(column, row)) continue;
    char room[JH_DEC_TEXT];
    jh_str text = text_of(column, &staged->def->columns[year_column], row, room);
    if (index == JH_NONE || !jh_str_equal(text, last)) {
      index = index_of(y, text);
      if (index == JH_NONE) return out_of_memory(err);
      jh_str_copy(last_room, sizeof last_room, text);
      last = text.size < sizeof last_room ? (jh_str){last_room, text.size} : (jh_str){0};
    }
    of[row] = index;
  }
  y->of[staged->table] = of;
  return JH_OK;
}

/* If one file of a table tells the year, all must. */
static void check_files(years *y, jh_staged *staged) {
  const jh_dataset *dataset = y->loading->dataset;
  uint32_t column = staged->def->year_column;
  const jh_column_def *def = &staged->def->columns[column];
  for (size_t i = staged->first_file; i < staged->first_file + staged->file_count; i++) {
    const jh_file *file = &dataset->files[i];
    bool is_read = file->header_line > 0 && file->record_count > 0;
    if (!is_read || jh_cells_field(dataset, i, staged->table, column) != JH_NONE) continue;
    jh_place at = jh_loading_place(file, file->header_line, 0);
    jh_str_copy(at.name, sizeof at.name, jh_str_of(def->id));
    jh_error found;
    const char *zh = def->name.in[JH_ZH];
    jh_fail(&found, JH_ENO_COLUMN, &at, def->id, zh ? zh : def->id, def->id, NULL);
    jh_diag_add(y->loading->diag, &found);
    staged->is_partial = true;
  }
}

static bool is_number(jh_str text) {
  for (size_t i = 0; i < text.size; i++) {
    if (text.at[i] < '0' || text.at[i] > '9') return false;
  }
  return true;
}

static bool is_later(jh_str a, jh_str b) {
  if (a.size != b.size && is_number(a) && is_number(b)) return a.size > b.size;
  return jh_str_compare(a, b) > 0;
}

/* "2012, 2013, 2014", in their order whatever the order of the rows. */
static void list(const years *y, jh_buf *out) {
  jh_str before = {0};
  for (size_t n = 0; n < y->count && n < 16; n++) {
    const jh_str *next = NULL;
    for (size_t i = 0; i < y->count; i++) {
      bool is_behind = before.at == NULL || is_later(y->texts[i], before);
      if (is_behind && (!next || is_later(*next, y->texts[i]))) next = &y->texts[i];
    }
    if (!next) return;
    if (n > 0) jh_buf_text(out, ", ");
    jh_buf_add(out, *next);
    before = *next;
  }
}

static void report(const years *y, const char *year, const jh_staged *staged) {
  jh_buf years_text;
  jh_buf_init(&years_text);
  list(y, &years_text);
  const jh_dataset *dataset = y->loading->dataset;
  jh_place at = jh_place_of(staged ? dataset->files[staged->first_file].path : NULL, 0, 0);
  jh_error found;
  jh_fail(&found, JH_ENO_YEAR, &at, year, years_text.at ? years_text.at : "-", NULL);
  if (staged && staged->def->is_optional) found.severity = JH_WARNING;
  jh_diag_add(y->loading->diag, &found);
  jh_buf_done(&years_text);
}

static jh_code select_rows(years *y, jh_staged *staged, uint32_t wanted, jh_error *err) {
  const uint32_t *of = y->of[staged->table];
  size_t count = 0;
  for (size_t row = 0; row < staged->count; row++) count += of[row] == wanted;
  if (count == 0 && staged->count > 0) {
    report(y, y->loading->dataset->year, staged);
    if (!staged->def->is_optional) staged->is_partial = true;
  }
  staged->row_count = count;
  if (count == staged->count) return JH_OK;
  staged->rows = jh_arena_get(y->loading->scratch, count * sizeof *staged->rows);
  if (!staged->rows) return out_of_memory(err);
  size_t end = 0;
  for (size_t row = 0; row < staged->count; row++) {
    if (of[row] == wanted) staged->rows[end++] = (uint32_t)row;
  }
  return JH_OK;
}

/* The latest year that is earlier than the one given; SIZE_MAX if there is none. */
static size_t latest_before(const years *y, const char *year) {
  size_t latest = SIZE_MAX;
  for (size_t i = 0; i < y->count; i++) {
    bool is_before = !year || is_later(jh_str_trim(jh_str_of(year)), y->texts[i]);
    if (is_before && (latest == SIZE_MAX || is_later(y->texts[i], y->texts[latest]))) latest = i;
  }
  return latest;
}

/* The year that is taken, or NULL if the data have none. */
static const char *choose(years *y, uint32_t *wanted) {
  jh_loading *loading = y->loading;
  const char *told = loading->year;
  const char *usual = told ? told : loading->earlier_than ? NULL : loading->plan->dataset.year;
  *wanted = JH_NONE;
  if (y->count == 0) {
    const char *stated = loading->plan->dataset.year;
    if (told && (!stated || strcmp(told, stated) != 0)) report(y, told, NULL);
    return usual;
  }
  if (!usual) {
    size_t latest = latest_before(y, loading->earlier_than);
    if (latest == SIZE_MAX) latest = latest_before(y, NULL);
    *wanted = (uint32_t)latest;
    return y->texts[latest].at;
  }
  *wanted = jh_map_find(y->map, jh_str_trim(jh_str_of(usual)));
  if (*wanted == JH_MAP_NONE) {
    *wanted = JH_NONE;
    report(y, usual, NULL);
  }
  return usual;
}

/* The earliest year that is later than the one given; SIZE_MAX if there is none. */
static size_t earliest_after(const years *y, const char *year) {
  size_t earliest = SIZE_MAX;
  for (size_t i = 0; i < y->count; i++) {
    bool is_after = is_later(y->texts[i], jh_str_trim(jh_str_of(year)));
    if (is_after && (earliest == SIZE_MAX || is_later(y->texts[earliest], y->texts[i]))) {
      earliest = i;
    }
  }
  return earliest;
}

static jh_code keep(const years *y, size_t which, const char **out, jh_error *err) {
  if (which == SIZE_MAX) return JH_OK;
  *out = jh_arena_text(y->loading->dataset->arena, y->texts[which]);
  return *out ? JH_OK : out_of_memory(err);
}

/* Does the day fall into the year of that name? "2024" is a calendar year, "2024-2025" begins in August. */
static bool is_day_of(jh_date day, jh_str name) {
  enum { MONTH_AT = 100, A_YEAR = 10000, AUGUST = 8 };
  bool is_next = false;
  for (size_t i = 4; i < name.size; i++) is_next |= name.at[i] >= '0' && name.at[i] <= '9';
  is_next = is_next && day / MONTH_AT % MONTH_AT < AUGUST;
  return day && jh_date_year_of(name) == day / A_YEAR - is_next;
}

/* To which year as_of belongs: as stated, else that into which it falls, else the latest. */
static jh_code find_year_as_of(const years *y, jh_error *err) {
  const jh_loading *loading = y->loading;
  size_t found = latest_before(y, NULL);
  loading->dataset->year_as_of = loading->plan->dataset.year;
  if (loading->dataset->year_as_of) return JH_OK;
  for (size_t i = 0; i < y->count; i++) {
    if (!is_day_of(loading->plan->dataset.as_of, y->texts[i])) continue;
    found = i;
    break;
  }
  return keep(y, found, &loading->dataset->year_as_of, err);
}

/* The years nearest to the one that is taken; they may be far off. */
static jh_code find_neighbours(const years *y, const char *year, jh_error *err) {
  jh_dataset *dataset = y->loading->dataset;
  jh_code code = keep(y, latest_before(y, year), &dataset->year_before, err);
  if (!code) code = keep(y, earliest_after(y, year), &dataset->year_after, err);
  return code ? code : find_year_as_of(y, err);
}

static jh_code take(years *y, jh_error *err) {
  jh_loading *loading = y->loading;
  size_t tables = loading->plan->table_count;
  for (size_t i = 0; i < tables; i++) {
    jh_staged *staged = &loading->tables[i];
    uint32_t column = staged->def->year_column;
    staged->row_count = staged->count;
    if (column == JH_NONE || staged->count == 0 || !staged->takers[column].column) continue;
    check_files(y, staged);
    jh_code code = collect(y, staged, err);
    if (code) return code;
  }
  uint32_t wanted;
  const char *year = choose(y, &wanted);
  if (year) {
    loading->dataset->year = jh_arena_text(loading->dataset->arena, jh_str_of(year));
    if (!loading->dataset->year) return out_of_memory(err);
    jh_code code = find_neighbours(y, year, err);
    if (code) return code;
  }
  if (y->count > 0 && wanted == JH_NONE) { /* said already: no need to look for parents */
    for (size_t i = 0; i < tables; i++) loading->tables[i].is_partial = true;
    return JH_OK;
  }
  for (size_t i = 0; i < tables; i++) {
    if (!y->of[i]) continue;
    jh_code code = select_rows(y, &loading->tables[i], wanted, err);
    if (code) return code;
  }
  return JH_OK;
}

jh_code jh_years_select(jh_loading *loading, jh_error *err) {
  years y = {.loading = loading, .map = jh_map_open(16)};
  y.of = jh_arena_get(loading->scratch, loading->plan->table_count * sizeof *y.of);
  jh_code code = y.map && y.of ? take(&y, err) : out_of_memory(err);
  if (y.map) jh_map_close(y.map);
  return code;
}
