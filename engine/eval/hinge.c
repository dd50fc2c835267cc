/* hinge.c - see hinge.h. */
#include "eval/hinge.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "eval/slice.h"

enum { BATCH_ROWS = 200000 };

/* A cell of the tree, and the finding for which it may be needed. */
typedef struct cited {
  jh_slice_cell cell;
  uint32_t rule, row;
  jh_evidence *at;
} cited;

typedef struct hinge {
  const jh_run *run;
  const jh_plan *plan;
  int jobs;
  jh_slice_source source;
  jh_arena *arena;
  cited *items;
  size_t count, room;
  uint32_t county;
  uint32_t *rules; /* that are judged again */
  size_t rule_count;
} hinge;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static bool is_judged(const jh_cell *cell) {
  if (cell->is_missing || !cell->table || !cell->column) return false;
  return cell->column->type != JH_COLUMN_CODE && cell->column->type != JH_COLUMN_TEXT;
}

static jh_code keep(hinge *h, jh_evidence *at, const jh_finding *top, jh_error *err) {
  uint32_t table = (uint32_t)(at->cell.table - h->plan->tables);
  void *items = h->items;
  if (!jh_plan_is_within(h->plan, h->plan->tables[table].level, h->source.top)) return JH_OK;
  if (jh_alloc_grow(&items, &h->room, h->count + 1, sizeof *h->items)) return out_of_memory(err);
  h->items = items;
  cited *one = &h->items[h->count++];
  *one = (cited){.rule = top->rule_index, .row = top->entity.row, .at = at};
  one->cell = (jh_slice_cell){.table = table, .row = at->cell.row};
  one->cell.column = (uint32_t)(at->cell.column - h->plan->tables[table].columns);
  return JH_OK;
}

static jh_code gather(hinge *h, jh_evidence *at, const jh_finding *top, jh_error *err) {
  jh_code code = JH_OK;
  if (at->kind == JH_EVIDENCE_FINDING && !top) top = &at->finding;
  if (at->kind == JH_EVIDENCE_CELL && top && is_judged(&at->cell)) code = keep(h, at, top, err);
  for (jh_evidence *child = at->first_child; child && !code; child = child->next)
    code = gather(h, child, top, err);
  return code;
}

static int by_cell(const void *a, const void *b) {
  const jh_slice_cell *x = &((const cited *)a)->cell, *y = &((const cited *)b)->cell;
  if (x->table != y->table) return x->table < y->table ? -1 : 1;
  if (x->row != y->row) return x->row < y->row ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

static jh_code gather_rules(hinge *h, jh_error *err) {
  bool *marks = jh_arena_get(h->arena, h->plan->rule_count + 1);
  h->rules = jh_arena_get(h->arena, (h->plan->rule_count + 1) * sizeof *h->rules);
  if (!marks || !h->rules) return out_of_memory(err);
  for (size_t i = 0; i < h->count; i++) marks[h->items[i].rule] = true;
  for (uint32_t r = 0; r < h->plan->rule_count; r++)
    if (marks[r]) h->rules[h->rule_count++] = r;
  return JH_OK;
}

/* The row of a part that was copied from this one; JH_NONE if it is not there any more. */
static uint32_t row_in(const jh_slice *slice, uint32_t level, size_t part, uint32_t row) {
  for (uint32_t r = slice->firsts[level][part]; r < slice->firsts[level][part + 1]; r++)
    if (slice->origins[level][r] == row) return r;
  return JH_NONE;
}

static void compare(hinge *h, cited *one, const jh_slice *slice, const jh_run *run, size_t part) {
  uint32_t level = h->plan->rules[one->rule].level;
  uint32_t row = row_in(slice, level, part, one->row);
  one->at->is_needed = row == JH_NONE || jh_run_verdict(run, one->rule, row) !=
                                             jh_run_verdict(h->run, one->rule, one->row);
}

/* Judges again with each of the cells [from, to) blank, a part for each; items of the same cell stand
 * side by side and share one. */
static jh_code examine(
    hinge *h, const jh_slice_part *parts, size_t count, size_t from, size_t to, jh_error *err) {
  jh_slice slice;
  jh_run *run = NULL;
  jh_code code = jh_slice_open(&slice, &h->source, parts, count, err);
  if (code) return code;
  jh_run_options how = {
      .on = jh_run_on(h->run), .jobs = h->jobs, .rules = h->rules, .rule_count = h->rule_count};
  code = jh_run_open(&run, h->plan, slice.data, &how, err);
  for (size_t i = from, part = 0; i < to && !code; i++) {
    if (i > from && by_cell(&h->items[i - 1], &h->items[i]) != 0) part++;
    compare(h, &h->items[i], &slice, run, part);
  }
  jh_run_close(run);
  jh_slice_close(&slice);
  return code;
}

static jh_code examine_all(hinge *h, jh_error *err) {
  size_t rows = jh_slice_rows(&h->source, h->county), most = BATCH_ROWS / (rows + 1) + 1;
  jh_slice_part *parts = jh_alloc_get(most * sizeof *parts);
  jh_code code = parts ? JH_OK : out_of_memory(err);
  size_t from = 0;
  while (from < h->count && !code) {
    size_t to = from, count = 0;
    for (; to < h->count; to++) {
      bool is_same = to > from && by_cell(&h->items[to - 1], &h->items[to]) == 0;
      if (is_same) continue;
      if (count == most) break;
      parts[count++] =
          (jh_slice_part){.county = h->county, .cells = &h->items[to].cell, .cell_count = 1};
    }
    code = examine(h, parts, count, from, to, err);
    from = to;
  }
  jh_alloc_free(parts);
  return code;
}

jh_code jh_hinge_mark(jh_evidence *root, const jh_run *run, int jobs, jh_error *err) {
  hinge h = {.run = run, .plan = jh_run_plan(run), .jobs = jobs, .arena = jh_arena_open()};
  const jh_entity *entity = &root->finding.entity;
  if (!h.arena) return out_of_memory(err);
  jh_code code = jh_slice_source_of(&h.source, run, h.arena, err);
  if (!code && jh_plan_is_within(h.plan, entity->level, h.source.top)) {
    const jh_dataset *dataset = jh_run_dataset(run);
    h.county = entity->level == h.source.top
                   ? entity->row
                   : jh_dataset_ancestor(dataset, entity->level, entity->row, h.source.top);
    code = gather(&h, root, NULL, err);
    if (!code && h.count) qsort(h.items, h.count, sizeof *h.items, by_cell);
    if (!code) code = gather_rules(&h, err);
    if (!code) code = examine_all(&h, err);
  }
  jh_alloc_free(h.items);
  jh_arena_close(h.arena);
  return code;
}
