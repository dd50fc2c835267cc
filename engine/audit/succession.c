/* succession.c - see succession.h. */
#include "audit/succession.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { MOST_STEPS = 8, MOST_LINES = 1000 }; /* followed from one code */

typedef struct work {
  jh_audit *audit;
  jh_succession *list;
  uint32_t *missing; /* rows now that are in no county of the year before */
  jh_str *stems;     /* of their names */
  size_t missing_count;
  size_t budget; /* lines that may still be followed */
} work;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static int by_old(const void *a, const void *b) {
  const jh_succession_line *x = a, *y = b;
  int order = jh_str_compare(x->old_code, y->old_code);
  return order ? order : (x->row > y->row) - (x->row < y->row);
}

static jh_str text_of(const jh_column *column, uint32_t row) {
  return jh_column_known(column, row) && column->texts ? column->texts[row] : (jh_str){0};
}

static void read_line(const jh_check_table *table, uint32_t row, jh_succession_line *out) {
  const jh_column *kind = jh_check_column(table, table->rows, jh_check_find(table, "kind"));
  out->row = row;
  out->old_code =
      text_of(jh_check_column(table, table->rows, jh_check_find(table, "old_code")), row);
  out->new_code =
      text_of(jh_check_column(table, table->rows, jh_check_find(table, "new_code")), row);
  out->day = text_of(jh_check_column(table, table->rows, jh_check_find(table, "day")), row);
  if (jh_column_known(kind, row) && kind->marks) {
    const jh_column_def *kinds = &table->def->columns[jh_check_find(table, "kind")];
    const char *id = kinds->choices[kind->marks[row]].id;
    out->is_split = strcmp(id, "split") == 0 || strcmp(id, "function_zone") == 0;
  }
}

static jh_code read_table(work *w, jh_error *err) {
  const jh_plan *plan = w->audit->plan;
  jh_check_table table = {.table = jh_plan_table(plan, jh_str_of("succession"))};
  w->list->table = table.table;
  if (table.table == JH_NONE) return JH_OK;
  table.def = &plan->tables[table.table];
  table.level = table.def->level;
  table.rows = &w->audit->dataset->levels[table.level];
  w->list->old_column = jh_check_find(&table, "old_code");
  if (w->list->old_column == JH_NONE || jh_check_find(&table, "new_code") == JH_NONE) return JH_OK;
  w->list->lines = jh_arena_get(w->audit->arena, (table.rows->count + 1) * sizeof *w->list->lines);
  if (!w->list->lines) return out_of_memory(err);
  for (uint32_t row = 0; row < table.rows->count; row++) {
    read_line(&table, row, &w->list->lines[w->list->line_count++]);
  }
  qsort(w->list->lines, w->list->line_count, sizeof *w->list->lines, by_old);
  return JH_OK;
}

size_t jh_succession_find(const jh_succession *list, jh_str old_code) {
  size_t from = 0, to = list->line_count;
  while (from < to) {
    size_t mid = from + (to - from) / 2;
    if (jh_str_compare(list->lines[mid].old_code, old_code) < 0) {
      from = mid + 1;
    } else {
      to = mid;
    }
  }
  bool is_there = from < list->line_count && jh_str_equal(list->lines[from].old_code, old_code);
  return is_there ? from : JH_NONE;
}

/* Follows the lines of a code; true when one leads to `wanted`, or, without one, to a code of now,
 * whose row is *found. */
static bool follow(work *w, jh_str code, const jh_str *wanted, size_t steps, uint32_t *found) {
  size_t at = jh_succession_find(w->list, code);
  if (at == JH_NONE || steps == 0) return false;
  for (; at < w->list->line_count && jh_str_equal(w->list->lines[at].old_code, code); at++) {
    jh_str next = w->list->lines[at].new_code;
    if (w->budget == 0) return false;
    w->budget--;
    if (wanted && jh_str_equal(next, *wanted)) return true;
    if (!wanted) {
      *found = jh_dataset_find(w->audit->dataset, w->list->counties.level, next);
      if (*found != JH_NONE) return true;
    }
    if (follow(w, next, wanted, steps - 1, found)) return true;
  }
  return false;
}

bool jh_succession_leads(const jh_succession *list, uint32_t before, uint32_t now) {
  jh_str old = list->counties.before->codes[before], new = list->counties.rows->codes[now];
  work w = {.list = (jh_succession *)list, .budget = MOST_LINES};
  if (jh_str_equal(old, new)) return true;
  if (list->told[before] == now || list->probable[before] == now) return true;
  return follow(&w, old, &new, MOST_STEPS, NULL);
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* The county in which more than half of the schools stand now; JH_NONE if there is none. */
static jh_code by_schools(work *w, uint32_t county, uint32_t *out, jh_error *err) {
  jh_check_table schools;
  uint32_t from, to;
  *out = JH_NONE;
  if (!jh_check_schools(w->audit, &schools) || !schools.before->codes) return JH_OK;
  jh_dataset_range(w->audit->before, schools.level, w->list->counties.level, county, &from, &to);
  uint32_t *now = jh_arena_get(w->audit->arena, (to - from + 1) * sizeof *now);
  if (!now) return out_of_memory(err);
  size_t count = 0;
  for (uint32_t row = from; row < to; row++) {
    uint32_t same = jh_dataset_find(w->audit->dataset, schools.level, schools.before->codes[row]);
    if (same != JH_NONE) now[count++] = schools.rows->parent[same];
  }
  qsort(now, count, sizeof *now, by_number);
  for (size_t i = 0, run = 0; i < count; i++) {
    run = i > 0 && now[i] == now[i - 1] ? run + 1 : 1;
    if (run * 2 > (size_t)(to - from)) *out = now[i];
  }
  return JH_OK;
}

/* A name without 县, 市, 区 or 旗 at its end, folded. */
static jh_str stem(jh_arena *arena, jh_str name) {
  static const char *const ends[] = {"自治县", "自治旗", "县", "市", "区", "旗"};
  jh_str text = jh_str_of(jh_utf8_fold(arena, name));
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    size_t size = strlen(ends[i]);
    if (text.size >= size + 6 && jh_str_ends(text, ends[i])) {
      return (jh_str){text.at, text.size - size};
    }
  }
  return text;
}

/* A new county of that name: in the same prefecture, else in the same province. */
static uint32_t by_name(const work *w, uint32_t county) {
  const jh_rows *old = w->list->counties.before, *rows = w->list->counties.rows;
  if (!old->names || !rows->names || old->names[county].size == 0) return JH_NONE;
  jh_str name = stem(w->audit->arena, old->names[county]), code = old->codes[county];
  for (size_t shared = 4; shared >= 2; shared -= 2) {
    for (size_t i = 0; i < w->missing_count; i++) {
      uint32_t row = w->missing[i];
      if (code.size < shared || rows->codes[row].size < shared ||
          memcmp(code.at, rows->codes[row].at, shared) != 0)
        continue;
      if (jh_str_equal(w->stems[i], name)) return row;
    }
  }
  return JH_NONE;
}

/* Counties now that were not there before. */
static jh_code find_missing(work *w, jh_error *err) {
  const jh_check_table *counties = &w->list->counties;
  w->missing = jh_arena_get(w->audit->arena, (counties->rows->count + 1) * sizeof *w->missing);
  w->stems = jh_arena_get(w->audit->arena, (counties->rows->count + 1) * sizeof *w->stems);
  if (!w->missing || !w->stems) return out_of_memory(err);
  for (uint32_t row = 0; row < counties->rows->count; row++) {
    uint32_t old = jh_dataset_find(w->audit->before, counties->level, counties->rows->codes[row]);
    if (old != JH_NONE) continue;
    if (counties->rows->names) {
      w->stems[w->missing_count] = stem(w->audit->arena, counties->rows->names[row]);
    }
    w->missing[w->missing_count++] = row;
  }
  return JH_OK;
}

static jh_code pair(work *w, uint32_t county, jh_error *err) {
  jh_succession *list = w->list;
  uint32_t found = JH_NONE;
  jh_str code = list->counties.before->codes[county];
  list->told[county] = list->probable[county] = JH_NONE;
  if (jh_dataset_find(w->audit->dataset, list->counties.level, code) != JH_NONE) return JH_OK;
  w->budget = MOST_LINES;
  if (follow(w, code, NULL, MOST_STEPS, &found)) {
    list->told[county] = found;
    return JH_OK;
  }
  jh_code failed = by_schools(w, county, &found, err);
  list->probable[county] = found != JH_NONE ? found : by_name(w, county);
  return failed;
}

jh_code jh_succession_open(jh_succession *out, jh_audit *audit, bool *is_there, jh_error *err) {
  *out = (jh_succession){.table = JH_NONE};
  work w = {.audit = audit, .list = out};
  *is_there = jh_check_counties(audit, &out->counties) && out->counties.rows->codes;
  if (!*is_there) return JH_OK;
  jh_code code = read_table(&w, err);
  if (code || !out->counties.before) return code;
  size_t count = out->counties.before->count;
  out->told = jh_arena_get(audit->arena, (count + 1) * sizeof *out->told);
  out->probable = jh_arena_get(audit->arena, (count + 1) * sizeof *out->probable);
  if (!out->told || !out->probable) return out_of_memory(err);
  code = find_missing(&w, err);
  for (uint32_t county = 0; county < count && !code; county++) code = pair(&w, county, err);
  return code;
}
