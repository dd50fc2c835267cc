/* derive.c - tables without a file: the distinct parent codes of another table; a step of
 * loading.h.
 *
 * The name of a code is the first one in byte order among those that are
 * written for it, so that it does not depend on the order of the rows; that
 * there are several is a warning.
 */
#include "base/alloc.h"
#include "table/loading.h"
#include "table/trouble.h"

/* One code; rows are those of the child. */
typedef struct entry {
  uint32_t first;   /* where the code stands first */
  uint32_t named;   /* which gives the name; JH_NONE = none does */
  uint32_t differs; /* the first whose name is another one; JH_NONE */
  uint32_t against; /* than that of this row */
} entry;

typedef struct deriving {
  jh_loading *loading;
  jh_staged *staged; /* the table without a file */
  const jh_staged *child;
  const jh_column *codes, *names; /* of the child; names may be NULL */
  jh_map *map;                    /* code to index */
  entry *entries;
  size_t count, room;
} deriving;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static bool add_code(deriving *d, jh_str code, uint32_t row) {
  void *items = d->entries;
  if (jh_arena_grow(d->loading->scratch, &items, &d->room, d->count + 1, sizeof(entry)) != 0 ||
      jh_map_add(d->map, code, (uint32_t)d->count) == JH_MAP_NONE) {
    return false;
  }
  d->entries = items;
  d->entries[d->count++] = (entry){row, JH_NONE, JH_NONE, JH_NONE};
  return true;
}

static jh_code report(deriving *d, const entry *of, jh_error *err) {
  uint32_t column = d->staged->def->derived_name_column;
  const jh_str *names = d->names->texts;
  char code[64], here[64], there[64], taken[64];
  jh_error found;
  jh_fail(
      &found, JH_ENAME_CONFLICT, NULL, jh_arg_text(code, sizeof code, d->codes->texts[of->first]),
      jh_arg_text(here, sizeof here, names[of->differs]),
      jh_arg_text(there, sizeof there, names[of->against]),
      jh_arg_text(taken, sizeof taken, names[of->named]), NULL);
  found.severity = JH_WARNING;
  return jh_trouble_add(
      d->loading, &found, (jh_trouble_cell){d->child, of->differs, column},
      (jh_trouble_cell){d->child, of->against, column}, err);
}

static void add_name(const deriving *d, entry *to, uint32_t row) {
  if (to->named == JH_NONE) {
    to->named = row;
    return;
  }
  int order = jh_str_compare(d->names->texts[row], d->names->texts[to->named]);
  if (order != 0 && to->differs == JH_NONE) {
    to->differs = row;
    to->against = to->named;
  }
  if (order < 0) to->named = row;
}

static jh_code collect(deriving *d, jh_error *err) {
  uint32_t index = JH_MAP_NONE;
  jh_str last = {0};
  for (size_t i = 0; i < d->child->row_count; i++) {
    uint32_t row = d->child->rows ? d->child->rows[i] : (uint32_t)i;
    if (!jh_column_known(d->codes, row)) continue;
    jh_str code = d->codes->texts[row];
    if (index == JH_MAP_NONE || !jh_str_equal(code, last)) {
      index = jh_map_find(d->map, code);
      if (index == JH_MAP_NONE) {
        index = (uint32_t)d->count;
        if (!add_code(d, code, row)) return out_of_memory(err);
      }
      last = code;
    }
    if (d->entries && jh_column_known(d->names, row)) add_name(d, &d->entries[index], row);
  }
  for (size_t i = 0; i < d->count; i++) { /* once for each code, when the name is settled */
    jh_code failed = d->entries[i].differs == JH_NONE ? JH_OK : report(d, &d->entries[i], err);
    if (failed) return failed;
  }
  return JH_OK;
}

/* A text column of the derived table, from rows of the child: codes or names. */
static bool fill_column(deriving *d, uint32_t column, const jh_column *from) {
  const jh_column_def *def = &d->staged->def->columns[column];
  jh_taker *taker = &d->staged->takers[column];
  taker->def = def;
  taker->column =
      jh_dataset_make_column(d->loading->dataset->arena, JH_COLUMN_TEXT, 0, d->staged->room);
  if (!taker->column) return false;
  taker->column->type = def->type;
  for (size_t i = 0; i < d->count; i++) {
    uint32_t row = from == d->codes ? d->entries[i].first : d->entries[i].named;
    if (row == JH_NONE) continue;
    taker->column->texts[i] = from->texts[row];
    taker->column->known[i / 64] |= UINT64_C(1) << (i % 64);
  }
  return true;
}

static jh_code lay_out(deriving *d, jh_error *err) {
  jh_staged *staged = d->staged;
  const jh_table_def *def = staged->def;
  jh_arena *arena = d->loading->dataset->arena;
  staged->room = staged->count = staged->row_count = d->count;
  staged->lines = jh_arena_get(arena, d->count * sizeof *staged->lines);
  staged->files = jh_arena_get(arena, d->count * sizeof *staged->files);
  bool ok = staged->lines && staged->files && fill_column(d, def->key_column, d->codes);
  if (ok && d->names && def->name_column != JH_NONE) {
    ok = fill_column(d, def->name_column, d->names);
  }
  if (!ok) return out_of_memory(err);
  for (size_t i = 0; i < d->count; i++) {
    staged->lines[i] = d->child->lines[d->entries[i].first];
    staged->files[i] = d->child->files[d->entries[i].first];
  }
  return JH_OK;
}

jh_code jh_derive_table(jh_loading *loading, jh_staged *staged, jh_error *err) {
  const jh_table_def *def = staged->def;
  const jh_staged *child = &loading->tables[def->derived_from];
  deriving d = {.loading = loading, .staged = staged, .child = child};
  staged->is_partial = staged->is_partial || child->is_partial;
  if (def->parent != JH_NONE || def->key_column == JH_NONE || child->def->is_derived ||
      child->def->parent_column == JH_NONE) {
    return jh_fail(
        err, JH_EINTERNAL, NULL, "a derived table stands at the top, over one with a file", NULL);
  }
  d.codes = child->takers[child->def->parent_column].column;
  if (def->derived_name_column != JH_NONE) {
    d.names = child->takers[def->derived_name_column].column;
  }
  if (!d.codes) return JH_OK; /* the child has no rows, or was refused */
  if (!d.codes->texts || (d.names && !d.names->texts)) {
    return jh_fail(
        err, JH_EINTERNAL, NULL, "codes and names of a derived table must be texts", NULL);
  }
  d.map = jh_map_open(4096);
  jh_code code = d.map ? collect(&d, err) : out_of_memory(err);
  if (!code) code = lay_out(&d, err);
  if (d.map) jh_map_close(d.map);
  return code;
}
