/* trial.c - see trial.h. */
#include "remedy/trial.h"

#include <string.h>

enum { MOST_ROUNDS = 200 };

typedef struct work {
  jh_remedy_trial *out;
  const jh_run *run;
  const jh_plan *plan;
  const jh_dataset *data;
  const jh_remedy_model *model;
  const jh_remedy_trial_options *options;
  jh_rat *amounts;
  jh_slice_source source;
  uint32_t *rules; /* to be evaluated */
  size_t rule_count;
} work;

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* amount * step * what it adds, as a number of the column; false if it is none. */
static bool number_of(
    const jh_means *means, const jh_means_add *add, const jh_rat *amount, bool is_taken,
    int32_t scale, int64_t *out) {
  jh_rat product, part;
  char text[64];
  jh_dec written;
  jh_rat_init(&product), jh_rat_init(&part);
  jh_rat_set_dec(&product, means->step);
  jh_rat_set_dec(&part, add->amount);
  jh_rat_mul(&product, &product, &part);
  jh_rat_mul(&product, &product, amount);
  bool is_whole = jh_rat_decimal(&product, scale, JH_ROUND_NEAREST, text, sizeof text);
  jh_rat_done(&product), jh_rat_done(&part);
  is_whole = is_whole && jh_dec_read(&written, jh_str_of(text), 18, false) == JH_DEC_OK &&
             jh_dec_rescale(out, written, scale);
  if (is_whole && is_taken) *out = -*out;
  return is_whole;
}

/* The place of a cell among those that were changed; a new one stands as in the data. */
static jh_code cell_of(
    jh_remedy_cells *cells, const jh_column *column, const jh_slice_value *wanted, size_t *at,
    jh_arena *arena, jh_error *err) {
  void *items = cells->items, *befores = cells->befores;
  for (*at = 0; *at < cells->count; (*at)++) {
    const jh_slice_value *known = &cells->items[*at];
    if (known->table == wanted->table && known->row == wanted->row &&
        known->column == wanted->column)
      return JH_OK;
  }
  if (jh_arena_grow(arena, &items, &cells->room, cells->count + 1, sizeof *cells->items) ||
      jh_arena_grow(arena, &befores, &cells->before_room, cells->count + 1, sizeof *cells->befores))
    return out_of_memory(err);
  cells->items = items;
  cells->befores = befores;
  cells->items[cells->count] = *wanted;
  cells->items[cells->count++].number = jh_column_number(column, wanted->row);
  return JH_OK;
}

/* One side of a variable: where it is added, or taken away. */
static jh_code add_side(
    jh_remedy_cells *out, const jh_dataset *data, const jh_means *means, uint32_t row,
    bool is_taken, const jh_rat *amount, jh_arena *arena, jh_error *err) {
  const jh_rows *rows = &data->levels[data->plan->tables[means->table].level];
  for (size_t i = 0; i < means->add_count; i++) {
    jh_slice_value cell = {means->table, row, means->adds[i].column, 0};
    const jh_column *column = rows->columns ? rows->columns[cell.column] : NULL;
    int64_t more, sum;
    size_t at;
    if (!jh_column_known(column, row) || !jh_column_is_number(column)) continue;
    jh_code code = cell_of(out, column, &cell, &at, arena, err);
    if (code) return code;
    out->befores[at] = out->items[at].number;
    if (!number_of(means, &means->adds[i], amount, is_taken, column->scale, &more) ||
        __builtin_add_overflow(out->items[at].number, more, &sum))
      return jh_fail(err, JH_EINTERNAL, NULL, "amount of a plan", NULL);
    out->items[at].number = sum;
  }
  return JH_OK;
}

jh_code jh_remedy_trial_cells(
    jh_remedy_cells *out, const jh_dataset *data, const jh_prices *prices,
    const jh_remedy_variable *variable, const jh_rat *amount, jh_arena *arena, jh_error *err) {
  const jh_means *means = &prices->means[variable->means];
  jh_code code = add_side(out, data, means, variable->row, false, amount, arena, err);
  if (!code && variable->from_row != JH_NONE)
    code = add_side(out, data, means, variable->from_row, true, amount, arena, err);
  return code;
}

/* All amounts, with one step less of one variable (JH_NONE: of none). */
static jh_code fill_part(
    work *w, jh_slice_part *part, uint32_t less, jh_arena *arena, jh_error *err) {
  const jh_remedy_problem *problem = &w->model->problem;
  jh_remedy_cells cells = {0};
  jh_rat amount, one;
  jh_code code = JH_OK;
  jh_rat_init(&amount), jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  for (uint32_t i = 0; i < problem->variable_count && !code; i++) {
    jh_rat_set(&amount, &w->amounts[i]);
    if (i == less) jh_rat_sub(&amount, &amount, &one);
    if (jh_rat_sign(&amount) <= 0) continue;
    code = jh_remedy_trial_cells(
        &cells, w->data, w->options->prices, &problem->variables[i], &amount, arena, err);
  }
  *part = (jh_slice_part){
      .county = w->model->county, .values = cells.items, .value_count = cells.count};
  jh_rat_done(&amount), jh_rat_done(&one);
  return code;
}

static jh_code find_rules(work *w, jh_arena *arena, jh_error *err) {
  bool *wanted = jh_arena_get(arena, w->plan->rule_count + 1);
  w->rules = jh_arena_get(arena, (w->plan->rule_count + 1) * sizeof *w->rules);
  if (!wanted || !w->rules) return out_of_memory(err);
  for (size_t i = 0; i < w->model->point_count; i++) wanted[w->model->points[i].rule] = true;
  for (size_t i = 0; i < w->options->rule_count; i++) wanted[w->options->rules[i]] = true;
  for (uint32_t r = 0; r < w->plan->rule_count; r++) {
    if (wanted[r]) w->rules[w->rule_count++] = r;
  }
  return JH_OK;
}

/* The row of a part that stands for a row of the data. */
static uint32_t row_in(const jh_slice *slice, size_t part, uint32_t level, uint32_t row) {
  const uint32_t *firsts = slice->firsts[level], *origins = slice->origins[level];
  for (uint32_t r = firsts ? firsts[part] : 0; firsts && r < firsts[part + 1]; r++) {
    if (origins[r] == row) return r;
  }
  return JH_NONE;
}

static bool is_fine(jh_verdict verdict) {
  return verdict == JH_MET || verdict == JH_NOT_APPLICABLE || verdict == JH_NOT_IN_FORCE;
}

/* Are all points met in a part? */
static bool part_holds(const work *w, size_t part) {
  for (size_t i = 0; i < w->model->point_count; i++) {
    const jh_remedy_point *point = &w->model->points[i];
    uint32_t row = row_in(&w->out->slice, part, w->plan->rules[point->rule].level, point->row);
    if (row == JH_NONE || !is_fine(jh_run_verdict(w->out->run, point->rule, row))) return false;
  }
  return true;
}

/* What no verdict tells, with one step less of a variable (JH_NONE: of none). */
static bool loose_hold(const work *w, uint32_t less) {
  jh_rat one;
  bool holds = true;
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  if (less != JH_NONE) jh_rat_sub(&w->amounts[less], &w->amounts[less], &one);
  for (size_t i = 0; i < w->model->loose_count && holds; i++)
    holds = jh_remedy_holds(&w->model->loose[i], w->amounts);
  if (less != JH_NONE) jh_rat_add(&w->amounts[less], &w->amounts[less], &one);
  jh_rat_done(&one);
  return holds;
}

static void close_run(work *w) {
  if (!w->out->run) return;
  jh_run_close(w->out->run);
  jh_slice_close(&w->out->slice);
  w->out->run = NULL;
}

/* Evaluates the amounts, and each line with one step less. *spare: a variable of which a step is superfluous. */
static jh_code try_once(
    work *w, const uint32_t *lines, size_t count, uint32_t *spare, jh_error *err) {
  jh_arena *scratch = jh_arena_open();
  jh_slice_part *parts = scratch ? jh_arena_get(scratch, (count + 1) * sizeof *parts) : NULL;
  jh_run_options how = {.on = jh_run_on(w->run), .jobs = w->options->jobs};
  how.rules = w->rules;
  how.rule_count = w->rule_count;
  jh_code code = parts ? JH_OK : out_of_memory(err);
  close_run(w);
  for (size_t i = 0; i <= count && !code; i++)
    code = fill_part(w, &parts[i], i ? lines[i - 1] : JH_NONE, scratch, err);
  if (!code) code = jh_slice_open(&w->out->slice, &w->source, parts, count + 1, err);
  if (!code) {
    code = jh_run_open(&w->out->run, w->plan, w->out->slice.data, &how, err);
    if (code) {
      jh_slice_close(&w->out->slice);
      w->out->run = NULL;
    }
  }
  jh_arena_close(scratch);
  *spare = JH_NONE;
  if (code) return code;
  w->out->holds = part_holds(w, 0) && loose_hold(w, JH_NONE);
  w->out->is_tight = w->out->holds;
  for (size_t i = 1; i <= count && w->out->holds && *spare == JH_NONE; i++) {
    if (part_holds(w, i) && loose_hold(w, lines[i - 1])) *spare = lines[i - 1];
  }
  if (*spare != JH_NONE) w->out->is_tight = false;
  return JH_OK;
}

static jh_code try_all(work *w, jh_arena *arena, jh_error *err) {
  size_t count = w->model->problem.variable_count, line_count;
  uint32_t *lines = jh_arena_get(arena, (count + 1) * sizeof *lines), spare = 0;
  jh_rat one;
  jh_code code = lines ? JH_OK : out_of_memory(err);
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  for (int round = 0; round < MOST_ROUNDS && !code && spare != JH_NONE; round++) {
    line_count = 0;
    for (uint32_t i = 0; i < count; i++) {
      if (jh_rat_sign(&w->amounts[i]) > 0) lines[line_count++] = i;
    }
    code = try_once(w, lines, line_count, &spare, err);
    if (code || spare == JH_NONE || round + 1 == MOST_ROUNDS) continue;
    jh_rat_sub(&w->amounts[spare], &w->amounts[spare], &one);
    w->out->dropped++;
  }
  jh_rat_done(&one);
  return code;
}

jh_code jh_remedy_trial_open(
    jh_remedy_trial *out, const jh_run *run, const jh_remedy_model *model, jh_rat *amounts,
    const jh_remedy_trial_options *options, jh_arena *arena, jh_error *err) {
  work w = {.out = out, .run = run, .model = model, .options = options, .amounts = amounts};
  memset(out, 0, sizeof *out);
  w.plan = jh_run_plan(run);
  w.data = jh_run_dataset(run);
  jh_code code = jh_slice_source_of(&w.source, run, arena, err);
  if (!code) code = find_rules(&w, arena, err);
  if (!code) code = try_all(&w, arena, err);
  if (code) close_run(&w);
  return code;
}

void jh_remedy_trial_close(jh_remedy_trial *trial) {
  if (!trial->run) return;
  jh_run_close(trial->run);
  jh_slice_close(&trial->slice);
  trial->run = NULL;
}

uint32_t jh_remedy_trial_row(const jh_remedy_trial *trial, uint32_t level, uint32_t row) {
  return row_in(&trial->slice, 0, level, row);
}
