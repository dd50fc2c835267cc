/* impact.c - see impact.h. */
#include "audit/impact.h"

#include <stdlib.h>
#include <string.h>

#include "audit/heads.h"
#include "base/alloc.h"
#include "base/crew.h"
#include "eval/slice.h"

enum { BATCH_ROWS = 200000, MOST_ROWS = 20000000 };

typedef struct work {
  const jh_audit_result *problems;
  const jh_run *run;
  const jh_plan *plan;
  const jh_impact_options *options;
  jh_slice_source source;
  jh_arena *arena;
  jh_audit_impact *out;
  jh_audit_cell **cells; /* by problem: what is doubted */
  size_t *cell_counts;
  size_t *order;  /* problems as they are examined: severe ones first */
  uint32_t *down; /* levels from the topmost on, those above first */
  size_t down_count;
  bool *heads;
  uint32_t last_word, schools; /* rule; level */
  size_t row_count;            /* evaluated so far */
  bool is_full;                /* one did not fit: nor is any after it examined */
} work;

/* Parts that are evaluated together. */
typedef struct batch {
  const work *work;
  jh_slice_part *slices;
  size_t *problems; /* by part */
  size_t count, room, rows;
  jh_slice slice;
  jh_run *run;
  jh_audit_impact *found; /* by part */
  bool **marks;           /* by lane: schools that were counted */
} batch;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

uint32_t jh_impact_last_word(const jh_plan *plan) {
  for (uint32_t i = (uint32_t)plan->rule_count; i-- > 0;) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->kind == JH_RULE_VERDICT && plan->levels[rule->level].parent == JH_NONE) return i;
  }
  return JH_NONE;
}

/* The level of schools: that of which the stage units are made, else the one below the counties. */
static uint32_t school_level(const jh_plan *plan, uint32_t top) {
  if (plan->stage_level != JH_NONE) return plan->levels[plan->stage_level].parent;
  for (uint32_t level = 0; level < plan->level_count; level++) {
    if (plan->levels[level].parent == top) return level;
  }
  return JH_NONE;
}

/* A figure is doubted by itself; a row as a whole, or the code by which it hangs on another one, with all
 * figures of the row; any other code or name not at all. */
static jh_audit_doubt doubt_of(const jh_plan *plan, const jh_audit_cell *cell) {
  const jh_table_def *table = &plan->tables[cell->table];
  if (cell->column == JH_NONE || cell->column == table->parent_column) return JH_DOUBT_ROWS;
  jh_column_type type = table->columns[cell->column].type;
  return type == JH_COLUMN_CODE || type == JH_COLUMN_TEXT ? JH_DOUBT_NAMES : JH_DOUBT_CELLS;
}

static int by_cell(const void *a, const void *b) {
  const jh_audit_cell *x = a, *y = b;
  if (x->table != y->table) return x->table < y->table ? -1 : 1;
  if (x->row != y->row) return x->row < y->row ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

static bool find_doubts(work *w, size_t number) {
  const jh_audit_problem *problem = w->problems->problems[number];
  size_t count = 0;
  jh_audit_cell *cells = jh_arena_get(w->arena, (problem->cell_count + 1) * sizeof *cells);
  jh_audit_doubt most = JH_DOUBT_NONE;
  for (size_t i = 0; cells && i < problem->cell_count; i++) {
    jh_audit_cell cell = problem->cells[i];
    uint32_t level = w->plan->tables[cell.table].level;
    if (cell.is_before || !jh_plan_is_within(w->plan, level, w->source.top)) continue;
    jh_audit_doubt doubt = doubt_of(w->plan, &cell);
    if (doubt > most) most = doubt;
    if (doubt == JH_DOUBT_NAMES) continue;
    if (doubt == JH_DOUBT_ROWS) cell.column = JH_NONE;
    cells[count++] = cell;
  }
  if (!cells) return false;
  if (count) qsort(cells, count, sizeof *cells, by_cell);
  w->cells[number] = cells;
  w->cell_counts[number] = count;
  w->out[number].doubt = most;
  return true;
}

/* Severe ones first, in each as they were found. */
static void find_order(work *w) {
  size_t count = 0;
  for (int severity = JH_ERROR; severity <= JH_NOTE; severity++) {
    for (size_t i = 0; i < w->problems->problem_count; i++) {
      if (w->problems->problems[i]->severity == (jh_severity)severity) w->order[count++] = i;
    }
  }
}

static jh_code prepare(work *w, jh_error *err) {
  size_t count = w->problems->problem_count;
  w->out = jh_arena_get(w->arena, (count + 1) * sizeof *w->out);
  w->cells = jh_arena_get(w->arena, (count + 1) * sizeof(jh_audit_cell *));
  w->cell_counts = jh_arena_get(w->arena, (count + 1) * sizeof *w->cell_counts);
  w->order = jh_arena_get(w->arena, (count + 1) * sizeof *w->order);
  w->down = jh_arena_get(w->arena, (w->plan->level_count + 1) * sizeof *w->down);
  w->heads = jh_heads_find(w->plan, w->arena);
  if (!w->out || !w->cells || !w->cell_counts || !w->order || !w->down || !w->heads)
    return out_of_memory(err);
  jh_code code = jh_slice_source_of(&w->source, w->run, w->arena, err);
  if (code) return code;
  w->last_word = jh_impact_last_word(w->plan);
  w->schools = school_level(w->plan, w->source.top);
  w->down[w->down_count++] = w->source.top;
  for (size_t i = 0; i < w->down_count; i++) {
    for (uint32_t level = 0; level < w->plan->level_count; level++) {
      if (w->plan->levels[level].parent == w->down[i]) w->down[w->down_count++] = level;
    }
  }
  find_order(w);
  for (size_t i = 0; i < count; i++) {
    if (!find_doubts(w, i)) return out_of_memory(err);
  }
  return JH_OK;
}

static void add_change(jh_audit_impact *out, const jh_audit_change *change) {
  out->finding_count++;
  if (out->change_count < JH_IMPACT_CHANGES) out->changes[out->change_count++] = *change;
}

/* Counts the school of a row, once. */
static void count_school(
    const batch *b, jh_audit_impact *out, bool *marks, uint32_t level, uint32_t row) {
  const work *w = b->work;
  if (w->schools == JH_NONE || !jh_plan_is_within(w->plan, level, w->schools)) return;
  uint32_t school = jh_dataset_ancestor(b->slice.data, level, row, w->schools);
  out->school_count += !marks[school];
  marks[school] = true;
}

/* One rule over the rows of a part. */
static void compare_rule(
    const batch *b, size_t number, uint32_t rule, bool *marks, jh_audit_impact *out) {
  const work *w = b->work;
  const jh_rule *of = &w->plan->rules[rule];
  const uint32_t *firsts = b->slice.firsts[of->level], *origins = b->slice.origins[of->level];
  for (uint32_t row = firsts[number]; row < firsts[number + 1]; row++) {
    if (origins[row] == JH_NONE) continue;
    jh_audit_change change = {.rule = rule, .row = origins[row]};
    change.before = jh_plan_guarded(w->plan, of, jh_run_verdict(w->run, rule, origins[row]));
    change.after = jh_plan_guarded(w->plan, of, jh_run_verdict(b->run, rule, row));
    if (change.before == change.after) continue;
    if (!w->heads[rule]) {
      out->below_count++;
      continue;
    }
    add_change(out, &change);
    if (rule == w->last_word) out->county_count++;
    count_school(b, out, marks, of->level, row);
  }
}

static bool is_compared(const work *w, uint32_t rule, uint32_t level) {
  const jh_rule *of = &w->plan->rules[rule];
  return of->level == level && of->holds != JH_NONE && of->kind != JH_RULE_CHECK &&
         of->kind != JH_RULE_RELAXATION;
}

/* The last word, then the rules of each level from the counties down. */
static void compare_part(void *payload, size_t lane, size_t number) {
  batch *b = payload;
  const work *w = b->work;
  jh_audit_impact *out = &b->found[number];
  bool *marks = b->marks[lane];
  if (w->last_word != JH_NONE) compare_rule(b, number, w->last_word, marks, out);
  for (size_t d = 0; d < w->down_count; d++) {
    for (uint32_t rule = 0; rule < w->plan->rule_count; rule++) {
      if (rule != w->last_word && is_compared(w, rule, w->down[d]))
        compare_rule(b, number, rule, marks, out);
    }
  }
}

/* What the counties of one problem add up to. */
static void add_up(jh_audit_impact *out, const jh_audit_impact *part) {
  out->county_count += part->county_count;
  out->school_count += part->school_count;
  out->finding_count += part->finding_count;
  out->below_count += part->below_count;
  for (size_t i = 0; i < part->change_count && out->change_count < JH_IMPACT_CHANGES; i++)
    out->changes[out->change_count++] = part->changes[i];
}

static jh_code compare_all(batch *b, jh_arena *scratch, jh_error *err) {
  const work *w = b->work;
  size_t jobs = w->options->jobs > 1 ? (size_t)w->options->jobs : 1;
  if (jobs > JH_CREW_MOST) jobs = JH_CREW_MOST;
  size_t schools = w->schools == JH_NONE ? 0 : b->slice.data->levels[w->schools].count;
  b->found = jh_arena_get(scratch, b->count * sizeof *b->found);
  b->marks = jh_arena_get(scratch, jobs * sizeof(bool *));
  if (!b->found || !b->marks) return out_of_memory(err);
  for (size_t i = 0; i < jobs; i++) {
    b->marks[i] = jh_arena_get(scratch, schools + 1);
    if (!b->marks[i]) return out_of_memory(err);
  }
  jh_crew_run(jobs, b->count, compare_part, b);
  for (size_t p = 0; p < b->count; p++) add_up(&w->out[b->problems[p]], &b->found[p]);
  return JH_OK;
}

/* Evaluates the parts that were gathered, and forgets them. */
static jh_code run_batch(batch *b, jh_error *err) {
  const work *w = b->work;
  if (b->count == 0) return JH_OK;
  jh_run_options how = {.on = jh_run_on(w->run), .jobs = w->options->jobs};
  b->run = NULL;
  jh_arena *scratch = jh_arena_open();
  jh_code code = scratch ? JH_OK : out_of_memory(err);
  if (!code) code = jh_slice_open(&b->slice, &w->source, b->slices, b->count, err);
  if (!code) {
    code = jh_run_open(&b->run, w->plan, b->slice.data, &how, err);
    if (!code) code = compare_all(b, scratch, err);
    jh_run_close(b->run);
    jh_slice_close(&b->slice);
  }
  jh_arena_close(scratch);
  b->count = b->rows = 0;
  return code;
}

static jh_code add_part(batch *b, const jh_slice_part *slice, size_t problem, jh_error *err) {
  void *items = b->slices;
  size_t room = b->room;
  if (jh_alloc_grow(&items, &room, b->count + 1, sizeof *b->slices)) return out_of_memory(err);
  b->slices = items;
  items = b->problems;
  if (jh_alloc_grow(&items, &b->room, b->count + 1, sizeof *b->problems)) return out_of_memory(err);
  b->problems = items;
  b->slices[b->count] = *slice;
  b->problems[b->count++] = problem;
  return JH_OK;
}

/* Does any rule read what is doubted? */
static bool is_read(const work *w, const jh_audit_cell *cell) {
  const bool *needed = w->source.needed[cell->table];
  if (cell->column != JH_NONE) return needed[cell->column];
  for (size_t c = 0; c < w->plan->tables[cell->table].column_count; c++) {
    if (needed[c]) return true;
  }
  return false;
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* The counties in which a problem doubts what is read, each once; how many rows they have. */
static size_t find_counties(const work *w, size_t problem, uint32_t *counties, size_t *rows) {
  size_t count = 0, kept = 0;
  for (size_t i = 0; i < w->cell_counts[problem]; i++) {
    const jh_audit_cell *cell = &w->cells[problem][i];
    uint32_t level = w->plan->tables[cell->table].level;
    if (is_read(w, cell))
      counties[count++] = jh_dataset_ancestor(w->source.dataset, level, cell->row, w->source.top);
  }
  if (count) qsort(counties, count, sizeof *counties, by_number);
  *rows = 0;
  for (size_t i = 0; i < count; i++) {
    if (i > 0 && counties[i] == counties[i - 1]) continue;
    counties[kept++] = counties[i];
    *rows += jh_slice_rows(&w->source, counties[i]);
  }
  return kept;
}

static jh_code examine(work *w, batch *b, size_t problem, jh_error *err) {
  size_t rows, most = w->options->most_rows ? w->options->most_rows : MOST_ROWS;
  size_t at_once = w->options->batch_rows ? w->options->batch_rows : BATCH_ROWS;
  size_t need = w->cell_counts[problem] + 1;
  if (w->out[problem].doubt <= JH_DOUBT_NAMES) return JH_OK;
  uint32_t *counties = jh_alloc_get(need * sizeof *counties);
  if (!counties) return out_of_memory(err);
  size_t count = find_counties(w, problem, counties, &rows);
  jh_code code = JH_OK;
  w->is_full = w->is_full || w->row_count + rows > most;
  if (rows == 0 || !w->is_full) {
    w->row_count += rows;
    w->out[problem].is_examined = true;
    if (b->count && b->rows + rows > at_once) code = run_batch(b, err);
    b->rows += rows;
    for (size_t i = 0; i < count && !code; i++) {
      jh_slice_part slice = {
          .county = counties[i], .cells = w->cells[problem], .cell_count = w->cell_counts[problem]};
      code = add_part(b, &slice, problem, err);
    }
  }
  jh_alloc_free(counties);
  return code;
}

static jh_code examine_all(work *w, jh_error *err) {
  batch b = {.work = w};
  size_t count = w->problems->problem_count;
  jh_code code = JH_OK;
  for (size_t i = 0; i < count && !code; i++) {
    code = examine(w, &b, w->order[i], err);
    if (!code && w->options->progress)
      w->options->progress(w->options->progress_payload, i + 1, count);
  }
  if (!code) code = run_batch(&b, err);
  jh_alloc_free(b.slices);
  jh_alloc_free(b.problems);
  return code;
}

jh_code jh_impact_find(
    jh_audit_impact **out, const jh_audit_result *problems, const jh_run *run,
    const jh_impact_options *options, jh_arena *arena, jh_error *err) {
  work w = {
      .problems = problems,
      .run = run,
      .plan = jh_run_plan(run),
      .options = options,
      .arena = arena};
  jh_code code = prepare(&w, err);
  if (!code) code = examine_all(&w, err);
  if (!code) *out = w.out;
  return code;
}
