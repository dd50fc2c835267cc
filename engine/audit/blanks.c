/* blanks.c - see blanks.h. */
#include "audit/blanks.h"

#include <stdlib.h>
#include <string.h>

#include "audit/impact.h"
#include "base/alloc.h"
#include "base/crew.h"
#include "eval/explain.h"

/* How many cells of a column one county waits for. */
typedef struct tally {
  uint32_t table, column;
  size_t cells;
} tally;

typedef struct county {
  jh_blank_county told;
  tally *tallies; /* by first appearance, which is in order of tables and columns of one row */
  size_t tally_count, tally_room;
  jh_code code;
} county;

typedef struct work {
  const jh_run *run;
  uint32_t rule;
  county *counties;
  size_t count;
} work;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code count_cell(county *c, const jh_plan *plan, const jh_cell *cell) {
  uint32_t table = (uint32_t)(cell->table - plan->tables);
  uint32_t column = (uint32_t)(cell->column - cell->table->columns);
  for (size_t i = 0; i < c->tally_count; i++) {
    if (c->tallies[i].table != table || c->tallies[i].column != column) continue;
    c->tallies[i].cells++;
    return JH_OK;
  }
  void *items = c->tallies;
  if (jh_alloc_grow(&items, &c->tally_room, c->tally_count + 1, sizeof(tally))) return JH_ENOMEM;
  c->tallies = items;
  c->tallies[c->tally_count++] = (tally){table, column, 1};
  return JH_OK;
}

static void ask_county(void *payload, size_t lane, size_t number) {
  const work *w = payload;
  county *c = &w->counties[number];
  jh_arena *arena = jh_arena_open();
  jh_cell *cells = NULL;
  size_t count = 0;
  (void)lane;
  c->code =
      arena
          ? jh_explain_waiting(&cells, &count, w->run, w->rule, c->told.row, SIZE_MAX, arena, NULL)
          : JH_ENOMEM;
  c->told.cell_count = count;
  for (size_t i = 0; i < count && !c->code; i++) {
    if (i < JH_BLANKS_CELLS) c->told.cells[i] = cells[i];
    c->code = count_cell(c, jh_run_plan(w->run), &cells[i]);
  }
  jh_arena_close(arena);
}

static int by_cells(const void *a, const void *b) {
  const jh_blank_county *x = a, *y = b;
  if (x->cell_count != y->cell_count) return x->cell_count < y->cell_count ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static int by_yield(const void *a, const void *b) {
  const jh_blank_column *x = a, *y = b;
  if (x->alone_count != y->alone_count) return x->alone_count > y->alone_count ? -1 : 1;
  if (x->county_count != y->county_count) return x->county_count > y->county_count ? -1 : 1;
  if (x->cell_count != y->cell_count) return x->cell_count < y->cell_count ? -1 : 1;
  if (x->table != y->table) return x->table < y->table ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

/* The counties whose verdict is undetermined. */
static jh_code find_counties(work *w, jh_blanks *out, jh_arena *arena, jh_error *err) {
  uint32_t level = jh_run_plan(w->run)->rules[w->rule].level;
  size_t rows = jh_run_dataset(w->run)->levels[level].count;
  uint32_t row = jh_run_next(w->run, w->rule, 0, JH_UNDETERMINED);
  for (; row < rows; row = jh_run_next(w->run, w->rule, row + 1, JH_UNDETERMINED)) w->count++;
  out->undetermined = w->count;
  out->counties = jh_arena_get(arena, (w->count + 1) * sizeof *out->counties);
  w->counties = jh_alloc_get((w->count + 1) * sizeof *w->counties);
  if (!out->counties || !w->counties) return out_of_memory(err);
  row = 0;
  for (size_t i = 0; i < w->count; i++) {
    row = jh_run_next(w->run, w->rule, row, JH_UNDETERMINED);
    w->counties[i].told.row = row++;
  }
  return JH_OK;
}

static void add_county(jh_blank_column *columns, const uint32_t *firsts, const county *c) {
  for (size_t i = 0; i < c->tally_count; i++) {
    const tally *t = &c->tallies[i];
    jh_blank_column *column = &columns[firsts[t->table] + t->column];
    column->county_count++;
    column->cell_count += t->cells;
    if (column->county_count == 1 || t->cells < column->fewest) column->fewest = t->cells;
    if (c->tally_count > 1) continue;
    column->alone_count++;
    column->alone_cells += t->cells;
  }
}

static jh_code sum_up(const work *w, jh_blanks *out, jh_arena *arena, jh_error *err) {
  const jh_plan *plan = jh_run_plan(w->run);
  uint32_t count = 0;
  uint32_t *firsts = jh_arena_get(arena, (plan->table_count + 1) * sizeof *firsts);
  for (size_t t = 0; firsts && t < plan->table_count; t++) {
    firsts[t] = count;
    count += (uint32_t)plan->tables[t].column_count;
  }
  out->columns = jh_arena_get(arena, (count + 1) * sizeof *out->columns);
  if (!firsts || !out->columns) return out_of_memory(err);
  for (uint32_t t = 0; t < plan->table_count; t++) {
    for (uint32_t c = 0; c < plan->tables[t].column_count; c++) {
      out->columns[firsts[t] + c].table = t;
      out->columns[firsts[t] + c].column = c;
    }
  }
  for (size_t i = 0; i < w->count; i++) {
    if (w->counties[i].told.cell_count == 0) continue;
    add_county(out->columns, firsts, &w->counties[i]);
    out->counties[out->county_count++] = w->counties[i].told;
  }
  for (uint32_t i = 0; i < count; i++) {
    if (out->columns[i].county_count) out->columns[out->column_count++] = out->columns[i];
  }
  qsort(out->columns, out->column_count, sizeof *out->columns, by_yield);
  qsort(out->counties, out->county_count, sizeof *out->counties, by_cells);
  return JH_OK;
}

jh_code jh_blanks_find(
    jh_blanks *out, const jh_run *run, int jobs, jh_arena *arena, jh_error *err) {
  *out = (jh_blanks){0};
  work w = {.run = run, .rule = jh_impact_last_word(jh_run_plan(run))};
  if (w.rule == JH_NONE) return JH_OK;
  jh_code code = find_counties(&w, out, arena, err);
  if (!code) jh_crew_run(jobs > 1 ? (size_t)jobs : 1, w.count, ask_county, &w);
  for (size_t i = 0; i < w.count && !code; i++) {
    if (w.counties[i].code) code = out_of_memory(err);
  }
  if (!code) code = sum_up(&w, out, arena, err);
  for (size_t i = 0; w.counties && i < w.count; i++) jh_alloc_free(w.counties[i].tallies);
  jh_alloc_free(w.counties);
  return code;
}
