/* slice.c - see slice.h. */
#include "eval/slice.h"

#include <string.h>

#include "eval/known.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Is the level copied: within the topmost one, and not made from schools? */
static bool is_copied(const jh_slice_source *source, uint32_t level) {
  return level != source->plan->stage_level && jh_plan_is_within(source->plan, level, source->top);
}

static jh_code mark_needed(jh_slice_source *source, const jh_run *run, jh_error *err) {
  const jh_plan *plan = source->plan;
  size_t count = 0;
  jh_known known;
  jh_arena *scratch = jh_arena_open();
  uint32_t *roots =
      scratch
          ? jh_arena_get(scratch, (plan->rule_count * 4 + plan->stage_count + 1) * sizeof *roots)
          : NULL;
  jh_code code = roots ? jh_known_open(&known, plan, jh_run_on(run), err) : out_of_memory(err);
  if (!code) {
    for (size_t i = 0; i < plan->rule_count; i++) {
      roots[count++] = plan->rules[i].measure;
      roots[count++] = plan->rules[i].bound;
      roots[count++] = plan->rules[i].applies;
      roots[count++] = plan->rules[i].holds;
    }
    for (size_t i = 0; i < plan->stage_count; i++) roots[count++] = plan->stages[i].when;
    code = jh_known_mark_columns(&known, roots, count, source->needed, err);
    jh_known_done(&known);
  }
  jh_arena_close(scratch);
  return code;
}

jh_code jh_slice_source_of(
    jh_slice_source *out, const jh_run *run, jh_arena *arena, jh_error *err) {
  const jh_plan *plan = jh_run_plan(run);
  *out = (jh_slice_source){.plan = plan, .dataset = jh_run_dataset(run), .top = JH_NONE};
  for (uint32_t level = (uint32_t)plan->level_count; level-- > 0;) {
    if (plan->levels[level].parent == JH_NONE) out->top = level;
  }
  out->needed = jh_arena_get(arena, plan->table_count * sizeof *out->needed);
  for (size_t i = 0; out->needed && i < plan->table_count; i++) {
    out->needed[i] = jh_arena_get(arena, plan->tables[i].column_count + 1);
    if (!out->needed[i]) return out_of_memory(err);
  }
  return out->needed ? mark_needed(out, run, err) : out_of_memory(err);
}

size_t jh_slice_rows(const jh_slice_source *source, uint32_t county) {
  size_t count = 0;
  for (uint32_t level = 0; level < source->plan->level_count; level++) {
    uint32_t from, to;
    if (!jh_plan_is_within(source->plan, level, source->top)) continue;
    jh_dataset_range(source->dataset, level, source->top, county, &from, &to);
    count += to - from;
  }
  return count;
}

/* Lays out the rows of a level, part after part. */
static jh_code lay_out(
    jh_slice *slice, const jh_slice_source *source, const jh_slice_part *parts, uint32_t level,
    jh_error *err) {
  jh_arena *arena = slice->data->arena;
  uint32_t from, to, count = 0;
  uint32_t *firsts = jh_arena_get(arena, (slice->part_count + 1) * sizeof *firsts);
  if (!firsts) return out_of_memory(err);
  for (size_t p = 0; p < slice->part_count; p++) {
    jh_dataset_range(source->dataset, level, source->top, parts[p].county, &from, &to);
    firsts[p] = count;
    count += to - from;
  }
  firsts[slice->part_count] = count;
  slice->firsts[level] = firsts;
  slice->origins[level] = jh_arena_get(arena, (count + 1) * sizeof *slice->origins[level]);
  if (!slice->origins[level]) return out_of_memory(err);
  for (size_t p = 0; p < slice->part_count; p++) {
    jh_dataset_range(source->dataset, level, source->top, parts[p].county, &from, &to);
    for (uint32_t row = from; row < to; row++) slice->origins[level][firsts[p] + row - from] = row;
  }
  return jh_dataset_rows(slice->data, level, count, err);
}

/* Parents and codes of a level; its parent's level was laid out before. */
static jh_code hang(jh_slice *slice, const jh_slice_source *source, uint32_t level, jh_error *err) {
  const jh_rows *old = &source->dataset->levels[level];
  jh_rows *rows = &slice->data->levels[level];
  const uint32_t *origins = slice->origins[level];
  uint32_t above = source->plan->levels[level].parent;
  if (old->codes) {
    rows->codes = jh_arena_get(slice->data->arena, (rows->count + 1) * sizeof *rows->codes);
    if (!rows->codes) return out_of_memory(err);
    for (size_t i = 0; i < rows->count; i++) rows->codes[i] = old->codes[origins[i]];
  }
  if (level == source->top) return JH_OK;
  for (size_t p = 0; p < slice->part_count; p++) {
    uint32_t first = slice->firsts[above][p];
    for (uint32_t i = slice->firsts[level][p]; i < slice->firsts[level][p + 1]; i++)
      rows->parent[i] = first + old->parent[origins[i]] - slice->origins[above][first];
  }
  return JH_OK;
}

static void copy_cells(
    jh_column *column, const jh_column *old, const uint32_t *origins, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint32_t row = origins[i];
    if (!jh_column_known(old, row)) continue;
    column->known[i / 64] |= UINT64_C(1) << (i % 64);
    if (jh_column_is_number(old))
      (void)jh_column_put(column, i, jh_column_number(old, row));
    else
      column->marks[i] = old->marks[row];
  }
}

static jh_code copy_columns(
    jh_slice *slice, const jh_slice_source *source, uint32_t level, jh_error *err) {
  uint32_t table = source->plan->levels[level].table;
  const jh_rows *old = &source->dataset->levels[level];
  jh_rows *rows = &slice->data->levels[level];
  size_t count = table == JH_NONE || !old->columns ? 0 : source->plan->tables[table].column_count;
  for (uint32_t c = 0; c < count; c++) {
    const jh_column *from = old->columns[c];
    if (!source->needed[table][c] || !from || from->texts) continue;
    jh_code code = jh_dataset_column(slice->data, level, c, err);
    if (code) return code;
    copy_cells(rows->columns[c], from, slice->origins[level], rows->count);
  }
  return JH_OK;
}

static void blank(jh_column *column, uint32_t row) {
  if (column) column->known[row / 64] &= ~(UINT64_C(1) << (row % 64));
}

static void blank_part(
    jh_slice *slice, const jh_slice_source *source, const jh_slice_part *part, size_t number) {
  for (size_t i = 0; i < part->cell_count; i++) {
    const jh_slice_cell *cell = &part->cells[i];
    const jh_table_def *table = &source->plan->tables[cell->table];
    uint32_t from, to, level = table->level;
    if (cell->is_before || !is_copied(source, level)) continue;
    jh_dataset_range(source->dataset, level, source->top, part->county, &from, &to);
    if (cell->row < from || cell->row >= to) continue;
    uint32_t row = slice->firsts[level][number] + cell->row - from;
    jh_column **columns = slice->data->levels[level].columns;
    if (cell->column != JH_NONE) blank(columns[cell->column], row);
    for (size_t c = 0; cell->column == JH_NONE && c < table->column_count; c++)
      blank(columns[c], row);
  }
}

/* Where a cell of the dataset stands in a part; NULL where it is not copied. */
static jh_column *find_cell(
    const jh_slice *slice, const jh_slice_source *source, const jh_slice_part *part, size_t number,
    const jh_slice_value *value, uint32_t *row) {
  uint32_t from, to, level = source->plan->tables[value->table].level;
  if (!is_copied(source, level)) return NULL;
  jh_dataset_range(source->dataset, level, source->top, part->county, &from, &to);
  if (value->row < from || value->row >= to) return NULL;
  *row = slice->firsts[level][number] + value->row - from;
  return slice->data->levels[level].columns[value->column];
}

static void change_part(
    jh_slice *slice, const jh_slice_source *source, const jh_slice_part *part, size_t number) {
  for (size_t i = 0; i < part->value_count; i++) {
    uint32_t row;
    jh_column *column = find_cell(slice, source, part, number, &part->values[i], &row);
    if (!column || !jh_column_is_number(column)) continue;
    (void)jh_column_put(column, row, part->values[i].number);
    column->known[row / 64] |= UINT64_C(1) << (row % 64);
  }
}

/* The unit of the same stage among those of the school from which this one was copied. */
static uint32_t unit_of(
    const jh_slice *slice, const jh_slice_source *source, uint32_t row, uint32_t above) {
  uint32_t level = source->plan->stage_level, from, to;
  const jh_rows *rows = &slice->data->levels[level], *old = &source->dataset->levels[level];
  uint32_t school = slice->origins[above][rows->parent[row]];
  jh_dataset_range(source->dataset, level, above, school, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    if (old->stages[r] == rows->stages[row]) return r;
  }
  return JH_NONE;
}

/* Which units of the slice are which of the dataset. */
static jh_code match_units(jh_slice *slice, const jh_slice_source *source, jh_error *err) {
  uint32_t level = source->plan->stage_level;
  if (level == JH_NONE) return JH_OK;
  jh_arena *arena = slice->data->arena;
  const jh_rows *rows = &slice->data->levels[level];
  uint32_t above = source->plan->levels[level].parent, to;
  uint32_t *origins = jh_arena_get(arena, (rows->count + 1) * sizeof *origins);
  uint32_t *firsts = jh_arena_get(arena, (slice->part_count + 1) * sizeof *firsts);
  if (!origins || !firsts) return out_of_memory(err);
  for (uint32_t row = 0; row < rows->count; row++)
    origins[row] = unit_of(slice, source, row, above);
  for (size_t p = 0; p < slice->part_count; p++)
    jh_dataset_range(slice->data, level, source->top, (uint32_t)p, &firsts[p], &to);
  firsts[slice->part_count] = (uint32_t)rows->count;
  slice->origins[level] = origins;
  slice->firsts[level] = firsts;
  return JH_OK;
}

static jh_code fill(
    jh_slice *slice, const jh_slice_source *source, const jh_slice_part *parts, jh_error *err) {
  const jh_plan *plan = source->plan;
  jh_code code = JH_OK;
  for (uint32_t level = 0; level < plan->level_count && !code; level++) {
    if (is_copied(source, level)) code = lay_out(slice, source, parts, level, err);
  }
  for (uint32_t level = 0; level < plan->level_count && !code; level++) {
    if (!is_copied(source, level)) continue;
    code = hang(slice, source, level, err);
    if (!code) code = copy_columns(slice, source, level, err);
  }
  for (size_t p = 0; p < slice->part_count && !code; p++) {
    blank_part(slice, source, &parts[p], p);
    change_part(slice, source, &parts[p], p);
  }
  if (!code) code = jh_dataset_link(slice->data, err);
  if (!code) code = jh_units_make(plan, slice->data, err);
  return code ? code : match_units(slice, source, err);
}

jh_code jh_slice_open(
    jh_slice *out, const jh_slice_source *source, const jh_slice_part *parts, size_t count,
    jh_error *err) {
  jh_slice slice = {.part_count = count};
  jh_code code = jh_dataset_open(&slice.data, source->plan, err);
  if (code) return code;
  size_t levels = source->plan->level_count;
  slice.firsts = jh_arena_get(slice.data->arena, levels * sizeof *slice.firsts);
  slice.origins = jh_arena_get(slice.data->arena, levels * sizeof *slice.origins);
  code = slice.firsts && slice.origins ? fill(&slice, source, parts, err) : out_of_memory(err);
  if (code) {
    jh_dataset_close(slice.data);
    return code;
  }
  *out = slice;
  return JH_OK;
}

void jh_slice_close(jh_slice *slice) {
  jh_dataset_close(slice->data);
  *slice = (jh_slice){0};
}
