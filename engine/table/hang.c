/* hang.c - from staged tables to levels: parents, order, regions; a step of loading.h.
 *
 * From the topmost table down. Rows that stand in order already, and they
 * mostly do, are not moved: the staged columns become the dataset's.
 */
#include <string.h>

#include "base/alloc.h"
#include "model/region.h"
#include "table/clean.h"
#include "table/gather.h"
#include "table/loading.h"
#include "table/order.h"
#include "table/parents.h"
#include "table/trouble.h"

/* One table at work. Arrays by "row of the year": index i stands for the staged row at(h, i). */
typedef struct hanging {
  jh_loading *loading;
  jh_staged *staged;
  const jh_staged *above; /* the parent's; NULL at the top */
  size_t count;
  uint32_t *parents;   /* among all ordered rows of the parent's table; NULL at the top */
  const jh_str *codes; /* NULL = the table has no key */
  const uint8_t *stages;
  uint32_t *order;   /* ordered position to i; NULL = the same */
  uint32_t *from;    /* final row to staged row; NULL = the same */
  uint32_t *by_code; /* i by code, if that came with the order; from jh_alloc_get */
  size_t kept;
  jh_arena *own; /* gone when the table is hung */
} hanging;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static uint32_t staged_row(const hanging *h, size_t i) {
  return h->staged->rows ? h->staged->rows[i] : (uint32_t)i;
}

static uint32_t ordered(const hanging *h, size_t position) {
  return h->order ? h->order[position] : (uint32_t)position;
}

static const jh_column *column_of(const hanging *h, uint32_t column) {
  return column == JH_NONE ? NULL : h->staged->takers[column].column;
}

/* Codes of the rows of the year: the column itself if the year is all of it. */
static jh_code get_codes(hanging *h, jh_error *err) {
  const jh_column *key = column_of(h, h->staged->def->key_column);
  if (!key) return JH_OK;
  if (!key->texts)
    return jh_fail(err, JH_EINTERNAL, NULL, "a key column is not of type code", NULL);
  h->codes = key->texts;
  if (!h->staged->rows) return JH_OK;
  jh_str *codes = jh_arena_get(h->loading->scratch, h->count * sizeof *codes);
  if (!codes) return out_of_memory(err);
  for (size_t i = 0; i < h->count; i++) codes[i] = key->texts[staged_row(h, i)];
  h->codes = codes;
  return JH_OK;
}

static jh_code get_stages(hanging *h, jh_error *err) {
  const jh_column *stage = column_of(h, h->staged->def->stage_column);
  if (!stage || !stage->marks) return JH_OK;
  h->stages = stage->marks;
  if (!h->staged->rows) return JH_OK;
  uint8_t *stages = jh_arena_get(h->loading->scratch, h->count);
  if (!stages) return out_of_memory(err);
  for (size_t i = 0; i < h->count; i++) stages[i] = stage->marks[staged_row(h, i)];
  h->stages = stages;
  return JH_OK;
}

static jh_code report_orphan(hanging *h, uint32_t row, jh_str code, jh_error *err) {
  char shown[96];
  jh_error found;
  jh_fail(
      &found, JH_EUNKNOWN_PARENT, NULL, jh_arg_text(shown, sizeof shown, code), h->above->def->id,
      NULL);
  jh_trouble_cell at = {h->staged, row, h->staged->def->parent_column};
  return jh_trouble_add(h->loading, &found, at, (jh_trouble_cell){0}, err);
}

/* Rows without a parent get the first one, which does no harm: nothing is handed out then. */
static jh_code report_orphans(hanging *h, const jh_column *by, jh_error *err) {
  for (size_t i = 0; i < h->count; i++) {
    if (h->parents[i] != JH_NONE) continue;
    uint32_t row = staged_row(h, i);
    h->parents[i] = 0;
    if (!jh_column_known(by, row)) continue; /* a blank was refused before */
    jh_code code = report_orphan(h, row, by->texts[row], err);
    if (code) return code;
  }
  return JH_OK;
}

static jh_code get_parents(hanging *h, jh_error *err) {
  if (!h->above) return JH_OK;
  const jh_column *by = column_of(h, h->staged->def->parent_column);
  if (by && !by->texts) {
    return jh_fail(err, JH_EINTERNAL, NULL, "a parent column is not of type code", NULL);
  }
  h->parents = jh_arena_get(h->own, h->count * sizeof *h->parents);
  if (!h->parents) return out_of_memory(err);
  if (!by) return JH_OK;
  jh_parents_wish wish = {
      .above = h->above,
      .by = by,
      .rows = h->staged->rows,
      .count = h->count,
      .jobs = h->loading->jobs,
      .arena = h->own};
  size_t lacking = jh_parents_find(h->parents, &wish);
  if (lacking == SIZE_MAX) return out_of_memory(err);
  return lacking > 0 ? report_orphans(h, by, err) : JH_OK;
}

static int compare_cells(const jh_column *column, uint32_t a, uint32_t b) {
  bool knows_a = jh_column_known(column, a), knows_b = jh_column_known(column, b);
  if (!knows_a || !knows_b) return (int)knows_a - (int)knows_b;
  if (jh_column_is_number(column)) {
    int64_t x = jh_column_number(column, a), y = jh_column_number(column, b);
    return (x > y) - (x < y);
  }
  if (column->marks) return (int)column->marks[a] - (int)column->marks[b];
  jh_str x = column->texts[a], y = column->texts[b];
  if (x.at == y.at && x.size == y.size) return 0; /* neighbours share the texts that they have */
  return jh_str_compare(x, y);
}

/* Rows without a key are ordered by what they hold, so that their order in the file cannot matter.
 * Asked only of rows of one parent, which therefore have the same parent's code. */
static int compare_rows(const void *payload, uint32_t a, uint32_t b) {
  const hanging *h = payload;
  for (uint32_t i = 0; i < h->staged->def->column_count; i++) {
    const jh_column *column = i == h->staged->def->parent_column ? NULL : column_of(h, i);
    int order = column ? compare_cells(column, staged_row(h, a), staged_row(h, b)) : 0;
    if (order != 0) return order;
  }
  return 0;
}

static jh_code put_in_order(hanging *h, jh_error *err) {
  jh_order_keys keys = {
      .parents = h->parents,
      .codes = h->codes,
      .stages = h->stages,
      .compare = h->codes ? NULL : compare_rows,
      .payload = h,
      .count = h->count,
      .by_code = &h->by_code,
      .jobs = h->loading->jobs};
  if (jh_order_is_done(&keys)) return JH_OK;
  h->order = jh_arena_get(h->codes ? h->loading->scratch : h->own, h->count * sizeof *h->order);
  return h->order && jh_order_rows(h->order, &keys) ? JH_OK : out_of_memory(err);
}

/* From rows by code to positions by code; those of one code in their order. */
static void take_by_code(const hanging *h) {
  jh_staged *staged = h->staged;
  uint32_t *to = staged->by_code;
  for (size_t i = 0; i < h->count; i++) {
    uint32_t position = staged->places[h->by_code[i]];
    size_t at = i;
    for (; at > 0 && to[at - 1] > position; at--) {
      if (!jh_str_equal(staged->codes[to[at - 1]], staged->codes[position])) break;
      to[at] = to[at - 1];
    }
    to[at] = position;
  }
}

/* Codes in their order, and the way to find one. */
static jh_code index_codes(hanging *h, jh_error *err) {
  if (!h->codes) return JH_OK;
  jh_arena *scratch = h->loading->scratch;
  jh_staged *staged = h->staged;
  staged->codes = jh_arena_get(scratch, h->count * sizeof *staged->codes);
  if (!staged->codes) return out_of_memory(err);
  for (size_t i = 0; i < h->count; i++) staged->codes[i] = h->codes[ordered(h, i)];
  if (h->order) {
    staged->order = h->order;
    staged->places = jh_arena_get(scratch, h->count * sizeof *staged->places);
    if (!staged->places) return out_of_memory(err);
    for (size_t i = 0; i < h->count; i++) staged->places[h->order[i]] = (uint32_t)i;
  }
  if (jh_order_is_ascending(staged->codes, h->count)) return JH_OK;
  staged->by_code = jh_arena_get(h->loading->dataset->arena, h->count * sizeof *staged->by_code);
  if (staged->by_code && h->by_code) {
    take_by_code(h);
    return JH_OK;
  }
  bool ok = staged->by_code && jh_order_by_code(staged->by_code, staged->codes, h->count);
  return ok ? JH_OK : out_of_memory(err);
}

static jh_code report_twice(hanging *h, uint32_t a, uint32_t b, jh_error *err) {
  uint32_t key = h->staged->def->key_column;
  uint32_t later = a > b ? a : b, earlier = a > b ? b : a;
  const jh_column_def *def = &h->staged->def->columns[key];
  char shown[96];
  jh_error found;
  jh_fail(
      &found, JH_EDUPLICATE_KEY, NULL, def->id,
      jh_arg_text(shown, sizeof shown, column_of(h, key)->texts[later]), NULL);
  return jh_trouble_add(
      h->loading, &found, (jh_trouble_cell){h->staged, later, key},
      (jh_trouble_cell){h->staged, earlier, key}, err);
}

/* Rows with equal codes are neighbours in by_code; within them each stage may stand once. */
static jh_code check_twice(hanging *h, jh_error *err) {
  jh_staged *staged = h->staged;
  uint32_t first[UINT8_MAX + 1]; /* by stage: the row that has it */
  uint64_t run = 0, run_of[UINT8_MAX + 1] = {0};
  jh_str before = {0};
  for (size_t i = 0; h->codes && i < h->count; i++) {
    size_t position = staged->by_code ? staged->by_code[i] : i;
    jh_str code = staged->codes[position];
    bool is_twin = run > 0 && jh_str_equal(code, before);
    if (!is_twin) run++;
    staged->has_twins = staged->has_twins || is_twin;
    before = code;
    uint32_t row = staged_row(h, ordered(h, position));
    uint8_t stage = h->stages ? h->stages[ordered(h, position)] : 0;
    if (run_of[stage] == run && code.size > 0) { /* a blank key was refused before */
      jh_code failed = report_twice(h, row, first[stage], err);
      if (failed) return failed;
      continue;
    }
    run_of[stage] = run;
    first[stage] = row;
  }
  return JH_OK;
}

/* "370000" means all codes that begin with 37. */
static jh_str region_of(const jh_loading *loading) {
  return jh_region_of(jh_str_of(loading->region));
}

static bool is_kept(const hanging *h, size_t position, jh_str region) {
  if (h->above) {
    uint32_t parent = h->parents[ordered(h, position)];
    return !h->above->rank || h->above->rank[parent] != JH_NONE;
  }
  jh_str code = h->staged->codes ? h->staged->codes[position] : (jh_str){0};
  return code.size >= region.size && jh_str_equal((jh_str){code.at, region.size}, region);
}

/* Which rows stay: those of the region. */
static jh_code rank_rows(hanging *h, jh_error *err) {
  jh_str region = region_of(h->loading);
  h->kept = h->count;
  if (region.size == 0 || (h->above && !h->above->rank)) return JH_OK;
  if (!h->above && h->staged->def->key_column == JH_NONE) return JH_OK; /* belongs to no county */
  uint32_t *rank = jh_arena_get(h->loading->scratch, h->count * sizeof *rank);
  if (!rank) return out_of_memory(err);
  h->kept = 0;
  for (size_t i = 0; i < h->count; i++) {
    rank[i] = is_kept(h, i, region) ? (uint32_t)h->kept++ : JH_NONE;
  }
  h->staged->rank = rank;
  if (h->above || h->kept > 0 || h->count == 0) return JH_OK;
  jh_error found;
  jh_fail(&found, JH_ENO_REGION, NULL, h->loading->region, NULL);
  jh_diag_add(h->loading->diag, &found);
  return JH_OK;
}

static jh_code trace(hanging *h, jh_error *err) {
  if (!h->order && !h->staged->rows && !h->staged->rank) return JH_OK;
  h->from = jh_arena_get(h->own, h->kept * sizeof *h->from);
  if (!h->from) return out_of_memory(err);
  size_t end = 0;
  for (size_t i = 0; i < h->count; i++) {
    if (h->staged->rank && h->staged->rank[i] == JH_NONE) continue;
    h->from[end++] = staged_row(h, ordered(h, i));
  }
  return JH_OK;
}

static void lay_out_parents(hanging *h, jh_rows *rows) {
  size_t end = 0;
  for (size_t i = 0; i < h->count; i++) {
    if (h->staged->rank && h->staged->rank[i] == JH_NONE) continue;
    uint32_t parent = h->parents[ordered(h, i)];
    rows->parent[end++] = h->above->rank ? h->above->rank[parent] : parent;
  }
}

/* The level in the dataset. */
static jh_code lay_out(hanging *h, jh_error *err) {
  jh_staged *staged = h->staged;
  const jh_table_def *def = staged->def;
  jh_dataset *dataset = h->loading->dataset;
  jh_code code = jh_dataset_rows(dataset, def->level, h->kept, err);
  if (code) return code;
  jh_rows *rows = &dataset->levels[def->level];
  if (h->from) code = jh_gather_rows(h->loading, staged, h->from, h->kept, err);
  if (code) return code;
  if (rows->parent && h->parents) lay_out_parents(h, rows);
  for (size_t i = 0; i < def->column_count; i++) rows->columns[i] = staged->takers[i].column;
  rows->lines = staged->lines; /* in the dataset's arena, too */
  rows->files = staged->files;
  const jh_column *key = column_of(h, def->key_column), *name = column_of(h, def->name_column);
  rows->codes = key ? key->texts : NULL;
  code = jh_clean_names(&rows->names, name ? name->texts : NULL, rows->count, dataset->arena, err);
  if (code) return code;
  if (staged->codes && !staged->rank) { /* the index of all rows is that of the level */
    dataset->by_code[def->level] = staged->by_code;
    dataset->is_indexed[def->level] = true;
  }
  return JH_OK;
}

/* Parents and years are known: what told them is not kept. */
static void drop_passing(hanging *h) {
  jh_staged *staged = h->staged;
  for (uint32_t i = 0; i < staged->def->column_count; i++) {
    if (jh_loading_passes(h->loading, staged->table, i)) staged->takers[i].column = NULL;
  }
  jh_arena_close(staged->passing);
  staged->passing = NULL;
}

static jh_code hang_table(jh_loading *loading, jh_staged *staged, jh_error *err) {
  uint32_t parent = staged->def->parent;
  hanging h = {.loading = loading, .staged = staged, .count = staged->row_count};
  h.above = parent == JH_NONE ? NULL : &loading->tables[parent];
  /* What hangs on an incomplete table would only add errors that follow from the first one. */
  if (staged->is_partial || (h.above && !h.above->is_hung)) return JH_OK;
  h.own = jh_arena_open();
  if (!h.own) return out_of_memory(err);
  jh_code code = get_codes(&h, err);
  if (!code) code = get_stages(&h, err);
  if (!code) code = get_parents(&h, err);
  if (!code && !jh_trouble_has_errors(loading) && jh_loading_is_usable(loading)) drop_passing(&h);
  if (!code) code = put_in_order(&h, err);
  if (!code) code = index_codes(&h, err);
  if (!code) code = check_twice(&h, err);
  if (!code) code = rank_rows(&h, err);
  jh_alloc_free(h.by_code);
  staged->is_hung = !code;
  /* Where something was wrong nothing will be handed out: no need to lay it out. */
  if (!code && jh_loading_is_usable(loading) && !jh_trouble_has_errors(loading)) {
    drop_passing(&h);
    code = trace(&h, err);
    if (!code) code = lay_out(&h, err);
  }
  jh_arena_close(h.own);
  return code;
}

jh_code jh_hang_tables(jh_loading *loading, jh_error *err) {
  size_t tables = loading->plan->table_count, done = 0;
  bool *is_done = jh_arena_get(loading->scratch, tables + 1);
  if (!is_done) return out_of_memory(err);
  while (done < tables) {
    size_t before = done;
    for (size_t i = 0; i < tables; i++) {
      jh_staged *staged = &loading->tables[i];
      uint32_t parent = staged->def->parent;
      if (is_done[i] || (parent != JH_NONE && !is_done[parent])) continue;
      jh_code code = hang_table(loading, staged, err);
      if (code) return code;
      is_done[i] = true;
      done++;
    }
    if (done == before) {
      return jh_fail(err, JH_EINTERNAL, NULL, "tables hang on one another in a circle", NULL);
    }
  }
  return JH_OK;
}
