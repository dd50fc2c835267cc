/* dataset.c - rows of all levels in one arena; see dataset.h.
 *
 * Knows how rows are laid out, linked and found; not where they come from.
 */
#include "table/dataset.h"

#include <assert.h>
#include <string.h>

#include "base/alloc.h"
#include "table/order.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_code jh_dataset_open(jh_dataset **out, const jh_plan *plan, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_dataset *made = arena ? jh_arena_get(arena, sizeof *made) : NULL;
  if (made) {
    size_t levels = plan->level_count;
    made->arena = arena;
    made->plan = plan;
    made->levels = jh_arena_get(arena, levels * sizeof *made->levels);
    made->firsts = jh_arena_get(arena, levels * levels * sizeof *made->firsts);
    made->by_code = jh_arena_get(arena, levels * sizeof *made->by_code);
    made->is_indexed = jh_arena_get(arena, levels * sizeof *made->is_indexed);
  }
  if (!made || !made->levels || !made->firsts || !made->by_code || !made->is_indexed) {
    jh_arena_close(arena);
    return out_of_memory(err);
  }
  *out = made;
  return JH_OK;
}

void jh_dataset_close(jh_dataset *dataset) {
  if (!dataset) return;
  for (size_t i = 0; i < dataset->other_count; i++) jh_arena_close(dataset->others[i]);
  jh_arena_close(dataset->arena); /* the dataset itself lies in it */
}

bool jh_dataset_adopt(jh_dataset *dataset, jh_arena *arena) {
  void *items = dataset->others;
  size_t need = dataset->other_count + 1;
  if (jh_arena_grow(dataset->arena, &items, &dataset->other_room, need, sizeof arena) != 0) {
    return false;
  }
  dataset->others = items;
  dataset->others[dataset->other_count++] = arena;
  return true;
}

jh_code jh_dataset_rows(jh_dataset *dataset, uint32_t level, size_t count, jh_error *err) {
  const jh_plan *plan = dataset->plan;
  jh_arena *arena = dataset->arena;
  jh_rows rows = {.count = count};
  uint32_t table = plan->levels[level].table;
  size_t columns = table == JH_NONE ? 0 : plan->tables[table].column_count;
  rows.columns = jh_arena_get(arena, columns * sizeof(jh_column *));
  rows.quantities = jh_arena_get(arena, plan->quantity_count * sizeof(jh_column *));
  bool ok = rows.columns && rows.quantities;
  if (plan->levels[level].parent != JH_NONE) {
    rows.parent = jh_arena_get(arena, count * sizeof *rows.parent);
    ok = ok && rows.parent;
  }
  if (table == JH_NONE) {
    rows.stages = jh_arena_get(arena, count * sizeof *rows.stages);
    ok = ok && rows.stages;
  } else {
    rows.lines = jh_arena_get(arena, count * sizeof *rows.lines);
    rows.files = jh_arena_get(arena, count * sizeof *rows.files);
    ok = ok && rows.lines && rows.files;
  }
  if (!ok) return out_of_memory(err);
  dataset->levels[level] = rows;
  dataset->is_indexed[level] = false;
  return JH_OK;
}

void *jh_column_values(const jh_column *column) {
  if (column->texts) return column->texts;
  if (column->marks) return column->marks;
  if (column->shorts) return column->shorts;
  return column->ints ? (void *)column->ints : (void *)column->longs;
}

size_t jh_column_value_bytes(const jh_column *column) {
  if (column->texts) return sizeof *column->texts;
  if (column->marks) return sizeof *column->marks;
  if (column->shorts) return sizeof *column->shorts;
  return column->ints ? sizeof *column->ints : sizeof *column->longs;
}

size_t jh_column_bytes_for(int64_t number) {
  if (number == (int16_t)number) return sizeof(int16_t);
  return number == (int32_t)number ? sizeof(int32_t) : sizeof(int64_t);
}

static void *get_numbers(jh_column *column, jh_arena *arena, size_t bytes, size_t count) {
  void *made = jh_arena_get(arena, count * bytes);
  column->shorts = bytes == sizeof(int16_t) ? made : NULL;
  column->ints = bytes == sizeof(int32_t) ? made : NULL;
  column->longs = bytes == sizeof(int64_t) ? made : NULL;
  return made;
}

bool jh_column_widen(jh_column *column, jh_arena *arena, size_t bytes, size_t count, size_t room) {
  jh_column wide = *column;
  if (!get_numbers(&wide, arena, bytes, room)) return false;
  for (size_t i = 0; i < count; i++) (void)jh_column_put(&wide, i, jh_column_number(column, i));
  *column = wide;
  return true;
}

jh_column *jh_dataset_make_column(
    jh_arena *arena, jh_column_type type, int32_t scale, size_t count) {
  return jh_dataset_make_narrow(arena, type, scale, sizeof(int64_t), count);
}

jh_column *jh_dataset_make_narrow(
    jh_arena *arena, jh_column_type type, int32_t scale, size_t bytes, size_t count) {
  jh_column *made = jh_arena_get(arena, sizeof *made);
  if (!made) return NULL;
  made->type = type;
  made->scale = type == JH_COLUMN_DECIMAL ? scale : 0;
  made->known = jh_arena_get(arena, (count / 64 + 1) * sizeof *made->known);
  void *values;
  if (type == JH_COLUMN_CODE || type == JH_COLUMN_TEXT) {
    values = made->texts = jh_arena_get(arena, count * sizeof *made->texts);
  } else if (type == JH_COLUMN_COUNT || type == JH_COLUMN_DECIMAL) {
    values = get_numbers(made, arena, bytes, count);
  } else {
    values = made->marks = jh_arena_get(arena, count * sizeof *made->marks);
  }
  return made->known && values ? made : NULL;
}

jh_code jh_dataset_column(jh_dataset *dataset, uint32_t level, uint32_t column, jh_error *err) {
  const jh_plan *plan = dataset->plan;
  const jh_column_def *def = &plan->tables[plan->levels[level].table].columns[column];
  jh_rows *rows = &dataset->levels[level];
  jh_column *made = jh_dataset_make_column(dataset->arena, def->type, def->scale, rows->count);
  if (!made) return out_of_memory(err);
  rows->columns[column] = made;
  return JH_OK;
}

jh_code jh_dataset_quantity(
    jh_dataset *dataset, uint32_t level, uint32_t quantity, jh_column_type type, int32_t scale,
    jh_error *err) {
  jh_rows *rows = &dataset->levels[level];
  jh_column *made = jh_dataset_make_column(dataset->arena, type, scale, rows->count);
  if (!made) return out_of_memory(err);
  rows->quantities[quantity] = made;
  return JH_OK;
}

/* firsts for the direct parent: one pass, since parents stand in order. */
static jh_code link_parent(jh_dataset *dataset, uint32_t level, uint32_t parent, jh_error *err) {
  const jh_rows *rows = &dataset->levels[level];
  size_t parents = dataset->levels[parent].count;
  uint32_t *firsts = jh_arena_get(dataset->arena, (parents + 1) * sizeof *firsts);
  if (!firsts) return out_of_memory(err);
  size_t next = 0;
  for (size_t row = 0; row < rows->count; row++) {
    uint32_t of = rows->parent[row];
    if (of >= parents || (row > 0 && of < rows->parent[row - 1])) {
      return jh_fail(
          err, JH_EINTERNAL, NULL, "rows do not stand in the order of their parents", NULL);
    }
    while (next <= of) firsts[next++] = (uint32_t)row;
  }
  while (next <= parents) firsts[next++] = (uint32_t)rows->count;
  dataset->firsts[level * dataset->plan->level_count + parent] = firsts;
  return JH_OK;
}

/* firsts for an ancestor further up: through the level between. */
static jh_code link_ancestor(
    jh_dataset *dataset, uint32_t level, uint32_t parent, uint32_t ancestor, jh_error *err) {
  size_t levels = dataset->plan->level_count;
  const uint32_t *lower = dataset->firsts[level * levels + parent];
  const uint32_t *upper = dataset->firsts[parent * levels + ancestor];
  size_t count = dataset->levels[ancestor].count;
  uint32_t *firsts = jh_arena_get(dataset->arena, (count + 1) * sizeof *firsts);
  if (!firsts) return out_of_memory(err);
  for (size_t i = 0; i <= count; i++) firsts[i] = lower[upper[i]];
  dataset->firsts[level * levels + ancestor] = firsts;
  return JH_OK;
}

/* How many steps a level stands below the topmost one. */
static size_t depth(const jh_plan *plan, uint32_t level) {
  size_t steps = 0;
  while ((level = plan->levels[level].parent) != JH_NONE && steps <= plan->level_count) steps++;
  return steps;
}

static jh_code link_level(jh_dataset *dataset, uint32_t level, jh_error *err) {
  const jh_plan *plan = dataset->plan;
  uint32_t parent = plan->levels[level].parent;
  if (parent == JH_NONE || !dataset->levels[level].columns) return JH_OK;
  if (!dataset->levels[level].parent && dataset->levels[level].count > 0) return JH_OK;
  jh_code code = link_parent(dataset, level, parent, err);
  uint32_t above = plan->levels[parent].parent;
  for (; !code && above != JH_NONE; above = plan->levels[above].parent) {
    code = link_ancestor(dataset, level, parent, above, err);
  }
  return code;
}

static jh_code index_level(jh_dataset *dataset, uint32_t level, jh_error *err) {
  jh_rows *rows = &dataset->levels[level];
  if (!rows->codes || dataset->is_indexed[level]) return JH_OK;
  uint32_t *by_code = NULL;
  if (!jh_order_is_ascending(rows->codes, rows->count)) {
    by_code = jh_arena_get(dataset->arena, rows->count * sizeof *by_code);
    if (!by_code || !jh_order_by_code(by_code, rows->codes, rows->count)) return out_of_memory(err);
  }
  dataset->by_code[level] = by_code;
  dataset->is_indexed[level] = true;
  return JH_OK;
}

/* Those at or below `top`; all of them where that is JH_NONE. */
static jh_code link_levels(jh_dataset *dataset, uint32_t top, jh_error *err) {
  const jh_plan *plan = dataset->plan;
  /* From the top down: a level is linked through the one above it. */
  for (size_t steps = 0; steps < plan->level_count; steps++) {
    for (uint32_t level = 0; level < plan->level_count; level++) {
      if (depth(plan, level) != steps) continue;
      if (top != JH_NONE && !jh_plan_is_within(plan, level, top)) continue;
      jh_code code = link_level(dataset, level, err);
      if (!code) code = index_level(dataset, level, err);
      if (code) return code;
    }
  }
  return JH_OK;
}

jh_code jh_dataset_link(jh_dataset *dataset, jh_error *err) {
  return link_levels(dataset, JH_NONE, err);
}

jh_code jh_dataset_link_below(jh_dataset *dataset, uint32_t level, jh_error *err) {
  return link_levels(dataset, level, err);
}

void jh_dataset_range(
    const jh_dataset *dataset, uint32_t level, uint32_t ancestor, uint32_t row, uint32_t *from,
    uint32_t *to) {
  if (level == ancestor) {
    *from = row;
    *to = row + 1;
    return;
  }
  const uint32_t *firsts = dataset->firsts[level * dataset->plan->level_count + ancestor];
  *from = firsts ? firsts[row] : 0; /* a level that was never laid out has no rows */
  *to = firsts ? firsts[row + 1] : 0;
}

uint32_t jh_dataset_ancestor(
    const jh_dataset *dataset, uint32_t level, uint32_t row, uint32_t ancestor) {
  while (level != ancestor) {
    assert(dataset->plan->levels[level].parent != JH_NONE);
    row = dataset->levels[level].parent[row];
    level = dataset->plan->levels[level].parent;
  }
  return row;
}

uint32_t jh_dataset_find(const jh_dataset *dataset, uint32_t level, jh_str code) {
  const jh_rows *rows = &dataset->levels[level];
  if (!rows->codes) return JH_NONE;
  if (dataset->is_indexed[level]) {
    return jh_order_find(rows->codes, rows->count, dataset->by_code[level], code);
  }
  for (size_t row = 0; row < rows->count; row++) { /* not linked yet: small and rare */
    if (jh_str_equal(rows->codes[row], code)) return (uint32_t)row;
  }
  return JH_NONE;
}
