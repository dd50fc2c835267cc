/* match.c - see match.h.
 *
 * Two maps: every id, name and alias as it is, and those that end in a unit in brackets without it.
 * What stands for two columns without its unit stands for none.
 */
#include "table/match.h"

#include <string.h>

#include "base/alloc.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "table/measure.h"

#define AMBIGUOUS ((uint32_t)INT32_MAX)
#define HOW_SHIFT 24 /* values of the strict map: column, and how it was meant above that */

struct jh_match {
  jh_arena *arena;
  const jh_table_def *table;
  const jh_units *units;
  jh_map *strict, *bare;
};

/* Brackets of all kinds, which NFKC leaves as they are. */
static const struct {
  const char *sign;
  char plain;
} brackets[] = {{"[", '('},  {"]", ')'},  {"{", '('},  {"}", ')'},  {"【", '('},
                {"】", ')'}, {"〔", '('}, {"〕", ')'}, {"〈", '('}, {"〉", ')'}};

static size_t bracket_at(const char *at, char *plain) {
  for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
    size_t size = strlen(brackets[i].sign);
    *plain = brackets[i].plain;
    if (strncmp(at, brackets[i].sign, size) == 0) return size;
  }
  return 0;
}

char *jh_match_fold(jh_arena *arena, jh_str header) {
  char *folded = jh_utf8_fold(arena, header);
  if (!folded) return NULL;
  char *out = folded, plain = '\0';
  for (const char *at = folded; *at;) {
    size_t size = bracket_at(at, &plain);
    *out++ = size ? plain : *at;
    at += size ? size : 1;
  }
  *out = '\0';
  return folded;
}

/* The unit in brackets at the end of a folded header, and what stands before it. */
static bool split(const jh_units *units, jh_str text, jh_str *before, jh_str *unit) {
  if (!jh_str_ends(text, ")")) return false;
  size_t open = text.size;
  while (open > 0 && text.at[open - 1] != '(') open--;
  if (open < 2) return false;
  *before = (jh_str){text.at, open - 1};
  *unit = (jh_str){text.at + open, text.size - open - 1};
  if (jh_str_starts(*unit, "单位:")) { /* 设备值（单位：万元） */
    unit->at += strlen("单位:");
    unit->size -= strlen("单位:");
  }
  jh_measure measure;
  return jh_measure_read(&measure, units, *unit);
}

static bool add_bare(jh_match *match, jh_str folded, uint32_t column) {
  jh_str before, unit;
  if (!split(match->units, folded, &before, &unit)) return true;
  uint32_t there = jh_map_find(match->bare, before);
  if (there == column || there == AMBIGUOUS) return true;
  if (there == JH_MAP_NONE) return jh_map_add(match->bare, before, column) != JH_MAP_NONE;
  /* The map keeps the first value: an ambiguous name is marked under a key of its own. */
  char *mark = jh_arena_get(match->arena, before.size + 2);
  if (!mark) return false;
  memcpy(mark, before.at, before.size);
  mark[before.size] = '?';
  return jh_map_add(match->bare, jh_str_of(mark), AMBIGUOUS) != JH_MAP_NONE;
}

static bool add_name(jh_match *match, const char *name, uint32_t column, jh_match_how how) {
  if (!name) return true;
  char *folded = jh_match_fold(match->arena, jh_str_of(name));
  if (!folded) return false;
  uint32_t value = column | (uint32_t)how << HOW_SHIFT;
  return jh_map_add(match->strict, jh_str_of(folded), value) != JH_MAP_NONE &&
         add_bare(match, jh_str_of(folded), column);
}

/* Ids first, then names, then aliases: a header means what it means most strictly. */
static bool add_names(jh_match *match) {
  const jh_table_def *def = match->table;
  bool ok = true;
  for (uint32_t i = 0; i < def->column_count; i++) {
    ok = ok && add_name(match, def->columns[i].id, i, JH_MATCH_ID);
  }
  for (uint32_t i = 0; i < def->column_count; i++) {
    ok = ok && add_name(match, def->columns[i].name.in[JH_ZH], i, JH_MATCH_NAME);
    ok = ok && add_name(match, def->columns[i].name.in[JH_EN], i, JH_MATCH_NAME);
  }
  for (uint32_t i = 0; i < def->column_count; i++) {
    const jh_column_def *column = &def->columns[i];
    for (size_t k = 0; k < column->alias_count; k++) {
      ok = ok && add_name(match, column->aliases[k], i, JH_MATCH_ALIAS);
    }
  }
  return ok;
}

jh_code jh_match_open(
    jh_match **out, const jh_table_def *table, const jh_units *units, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_match *made = arena ? jh_arena_get(arena, sizeof *made) : NULL;
  if (!made) {
    jh_arena_close(arena);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *made = (jh_match){.arena = arena, .table = table, .units = units};
  made->strict = jh_map_open(table->column_count * 4);
  made->bare = jh_map_open(table->column_count);
  if (!made->strict || !made->bare || !add_names(made)) {
    jh_match_close(made);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *out = made;
  return JH_OK;
}

void jh_match_close(jh_match *match) {
  if (!match) return;
  if (match->strict) jh_map_close(match->strict);
  if (match->bare) jh_map_close(match->bare);
  jh_arena_close(match->arena);
}

static bool find_strict(jh_match_found *out, const jh_match *match, jh_str folded) {
  uint32_t value = jh_map_find(match->strict, folded);
  if (value == JH_MAP_NONE) return false;
  out->column = value & ((UINT32_C(1) << HOW_SHIFT) - 1);
  out->how = (jh_match_how)(value >> HOW_SHIFT);
  return true;
}

/* A column whose name but for its unit is this; JH_NONE where two are. */
static uint32_t find_bare(const jh_match *match, jh_str name) {
  char mark[256];
  uint32_t column = jh_map_find(match->bare, name);
  if (column == JH_MAP_NONE || name.size + 2 > sizeof mark) return JH_NONE;
  memcpy(mark, name.at, name.size);
  mark[name.size] = '?';
  return jh_map_find(match->bare, (jh_str){mark, name.size + 1}) == JH_MAP_NONE ? column : JH_NONE;
}

/* May numbers under this unit stand in the column? */
static bool is_of_kind(
    const jh_match *match, uint32_t column, jh_str unit, jh_measure_ratio *ratio) {
  jh_measure measure;
  return jh_measure_read(&measure, match->units, unit) &&
         jh_measure_into(ratio, &measure, match->units, &match->table->columns[column]);
}

static void find_without_unit(
    jh_match_found *out, const jh_match *match, jh_str folded, jh_str before, jh_str unit) {
  jh_measure_ratio ratio;
  jh_str name = unit.size > 0 ? before : folded;
  jh_match_found found = {.column = JH_NONE};
  if (unit.size == 0 || !find_strict(&found, match, name)) found.column = find_bare(match, name);
  if (found.column == JH_NONE) return;
  if (unit.size > 0 && !is_of_kind(match, found.column, unit, &ratio)) return;
  out->column = found.column;
  out->how = JH_MATCH_UNIT;
  const jh_column_def *def = &match->table->columns[found.column];
  out->is_silent = unit.size == 0 && jh_measure_is_money(match->units, def->unit);
}

jh_code jh_match_find(
    jh_match_found *out, const jh_match *match, jh_str header, jh_arena *arena, jh_error *err) {
  *out = (jh_match_found){.column = JH_NONE};
  char *text = jh_match_fold(arena, header);
  if (!text) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_str folded = jh_str_of(text), before = {0}, unit = {0};
  if (folded.size == 0) return JH_OK;
  if (!split(match->units, folded, &before, &unit)) unit = (jh_str){0};
  bool is_strict = find_strict(out, match, folded);
  if (!is_strict) find_without_unit(out, match, folded, before, unit);
  if (unit.size == 0) return JH_OK;
  /* A header that the dictionary names says the column's unit, whatever stands in its brackets. */
  jh_measure_ratio ratio = {0, 1};
  bool is_own =
      is_strict && (!is_of_kind(match, out->column, unit, &ratio) || ratio.num != ratio.den);
  if (is_own) return JH_OK;
  out->unit = jh_arena_text(arena, unit);
  return out->unit ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

jh_str jh_match_near(const jh_table_def *table, jh_str header, uint32_t *column) {
  jh_suggest near = jh_suggest_begin(header);
  size_t best = SIZE_MAX;
  if (column) *column = JH_NONE;
  for (uint32_t i = 0; i < table->column_count; i++) {
    const jh_column_def *def = &table->columns[i];
    jh_suggest_offer(&near, jh_str_of(def->id));
    jh_suggest_offer(&near, jh_str_of(def->name.in[JH_ZH]));
    jh_suggest_offer(&near, jh_str_of(def->name.in[JH_EN]));
    for (size_t k = 0; k < def->alias_count; k++) {
      jh_suggest_offer(&near, jh_str_of(def->aliases[k]));
    }
    if (column && near.best.size > 0 && near.distance < best) {
      best = near.distance;
      *column = i;
    }
  }
  return near.best;
}
