/* sweep_count.c - counts at values: exactly along one parameter where that can be done, else step by step. */
#include <string.h>

#include "base/alloc.h"
#include "session/session.h"
#include "session/sweep.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

/* Values of which the places say nothing, as the rule divides by the parameter. */
static size_t not_above_zero(const jh_cuts *cuts, uint32_t rule, const jh_sweep_axis *axis) {
  size_t count = 0;
  if (!jh_cuts_is_above_zero(cuts, rule)) return 0;
  while (count < axis->count && axis->values[count].mantissa <= 0) count++;
  return count;
}

/* Values along one parameter, and where their counts go: counts[value * region_count + region]. */
typedef struct line {
  const sweep_job *job;
  const jh_cuts *cuts;
  jh_rat *values;
  size_t count;
  jh_tally *own; /* of one region */
  bool *only;    /* by row of the rule's level: is it in the region? */
  jh_tally *counts;
} line;

static void add(line *l, size_t region, jh_verdict met) {
  for (size_t i = 0; i < l->count; i++) {
    jh_tally *to = &l->counts[i * l->job->sweep.region_count + region];
    for (int v = 0; v < JH_VERDICTS; v++)
      to->of[v == JH_MET ? met : (jh_verdict)v] += l->own[i].of[v];
  }
}

/* Counts the rows that are marked, for a region and those above it; of the last word as it may be stated. */
static jh_code count_region(line *l, size_t region, jh_error *err) {
  const sweep_job *j = l->job;
  const jh_plan *plan = j->session->plan;
  jh_verdict met = jh_plan_guarded(plan, &plan->rules[j->sweep.rule], JH_MET);
  jh_code code = jh_cuts_count(
      l->cuts, j->sweep.rule, region ? l->only : NULL, l->values, l->count, l->own, err);
  if (code) return code;
  add(l, region, met);
  if (region) add(l, j->regions.items[region].province, met);
  if (region) add(l, 0, met);
  return JH_OK;
}

static void mark(line *l, uint32_t region) {
  const jh_sweep_regions *regions = &l->job->regions;
  uint32_t level = l->job->session->plan->rules[l->job->sweep.rule].level;
  for (uint32_t county = 0; county < regions->county_count; county++) {
    uint32_t from, to;
    jh_dataset_range(regions->data, level, regions->top, county, &from, &to);
    for (uint32_t row = from; row < to; row++)
      l->only[row] = regions->prefectures[county] == region;
  }
}

/* Prefectures make up the provinces and the whole. */
static jh_code count_regions(line *l, jh_error *err) {
  const jh_sweep_regions *regions = &l->job->regions;
  jh_code code = regions->count == 1 ? count_region(l, 0, err) : JH_OK;
  for (uint32_t r = 1; r < regions->count && !code; r++) {
    if (regions->items[r].kind != JH_SWEEP_PREFECTURE) continue;
    mark(l, r);
    code = count_region(l, r, err);
  }
  return code;
}

/* Counts along one parameter from its value at `skip` on. */
static jh_code along(
    const sweep_job *j, const jh_cuts *cuts, const jh_sweep_axis *axis, size_t skip,
    jh_tally *counts, jh_error *err) {
  size_t count = axis->count - skip;
  line l = {.job = j, .cuts = cuts, .count = count};
  if (count == 0) return JH_OK;
  l.counts = counts + skip * j->sweep.region_count;
  l.values = jh_alloc_get(count * sizeof *l.values);
  l.own = jh_alloc_get(count * sizeof *l.own);
  l.only = jh_alloc_get(j->sweep.entity_count + 1);
  jh_code code = l.values && l.own && l.only ? JH_OK : out_of_memory(err);
  memset(l.counts, 0, count * j->sweep.region_count * sizeof *l.counts);
  for (size_t i = 0; i < count && !code; i++) {
    jh_rat_init(&l.values[i]);
    jh_rat_set_dec(&l.values[i], axis->values[skip + i]);
  }
  if (!code) {
    code = count_regions(&l, err);
    for (size_t i = 0; i < count; i++) jh_rat_done(&l.values[i]);
  }
  jh_alloc_free(l.values), jh_alloc_free(l.own), jh_alloc_free(l.only);
  return code;
}

static jh_code count_line(sweep_job *j, jh_error *err) {
  jh_cuts *cuts = NULL;
  const jh_sweep_axis *axis = &j->sweep.axes[0];
  jh_code code = jh_session_sweep_cuts(&cuts, j, j->session->run, axis, err);
  if (code) return code;
  if (!cuts) return jh_sweep_step_all(&j->sweep, &j->stepper, err);
  size_t skip = not_above_zero(cuts, j->sweep.rule, axis);
  j->sweep.is_stepped = false;
  code = along(j, cuts, axis, skip, j->sweep.counts, err);
  jh_cuts_close(cuts);
  for (size_t at = 0; at < skip && !code; at++)
    code = jh_sweep_step_one(&j->sweep, &j->stepper, at, err);
  return code;
}

/* ---- two parameters: one is stepped, the other is cut ---- */

typedef struct grid {
  sweep_job *job;
  size_t outer, inner; /* which parameter is stepped, which is cut */
  jh_tally *line;      /* counts along the inner one */
} grid;

static size_t step_of(const grid *g, size_t outer, size_t inner) {
  size_t across = g->job->sweep.axes[1].count;
  return g->outer == 0 ? outer * across + inner : inner * across + outer;
}

static jh_code count_row(grid *g, const jh_run *run, size_t at, bool *is_exact, jh_error *err) {
  jh_sweep *sweep = &g->job->sweep;
  const jh_sweep_axis *axis = &sweep->axes[g->inner];
  jh_cuts *cuts = NULL;
  jh_code code = jh_session_sweep_cuts(&cuts, g->job, run, axis, err);
  *is_exact = cuts != NULL;
  if (code || !cuts) return code;
  size_t skip = not_above_zero(cuts, sweep->rule, axis);
  code = along(g->job, cuts, axis, skip, g->line, err);
  jh_cuts_close(cuts);
  for (size_t i = skip; i < axis->count && !code; i++) {
    for (size_t r = 0; r < sweep->region_count; r++) {
      sweep->counts[step_of(g, at, i) * sweep->region_count + r] =
          g->line[i * sweep->region_count + r];
    }
  }
  for (size_t i = 0; i < skip && !code; i++)
    code = jh_sweep_step_one(sweep, &g->job->stepper, step_of(g, at, i), err);
  return code;
}

static jh_code open_row(grid *g, size_t at, bool *is_exact, jh_error *err) {
  const jh_sweep_axis *axis = &g->job->sweep.axes[g->outer];
  jh_variant_value value = {axis->param, axis->stage, axis->values[at]};
  jh_run *run = NULL;
  jh_arena *arena = jh_arena_open();
  if (!arena) return out_of_memory(err);
  jh_code code =
      jh_sweep_step_open(&run, &g->job->stepper, g->job->sweep.rule, &value, 1, arena, err);
  if (!code) code = count_row(g, run, at, is_exact, err);
  jh_run_close(run);
  jh_arena_close(arena);
  return code;
}

/* The parameter with fewer values is stepped. What is not monotone along the other is stepped by both. */
static jh_code count_grid(sweep_job *j, jh_error *err) {
  bool is_first_shorter = j->sweep.axes[0].count <= j->sweep.axes[1].count;
  grid g = {j, is_first_shorter ? 0 : 1, is_first_shorter ? 1 : 0, NULL};
  size_t inner = j->sweep.axes[g.inner].count, outer = j->sweep.axes[g.outer].count;
  g.line = jh_arena_get(j->arena, (inner * j->sweep.region_count + 1) * sizeof *g.line);
  if (!g.line) return out_of_memory(err);
  jh_code code = JH_OK;
  bool is_exact = true;
  for (size_t at = 0; at < outer && !code && is_exact; at++) {
    if (j->stepper.progress) j->stepper.progress(j->stepper.payload, at, outer);
    code = open_row(&g, at, &is_exact, err);
  }
  if (code || !is_exact) return code ? code : jh_sweep_step_all(&j->sweep, &j->stepper, err);
  j->sweep.exact_axis = (uint32_t)g.inner;
  return JH_OK;
}

jh_code jh_session_sweep_count(sweep_job *j, bool by_steps, jh_error *err) {
  jh_sweep *sweep = &j->sweep;
  bool is_two = sweep->axis_count > 1;
  sweep->step_count = sweep->axes[0].count * (is_two ? sweep->axes[1].count : 1);
  sweep->counts =
      jh_arena_get(j->arena, (sweep->step_count * sweep->region_count + 1) * sizeof *sweep->counts);
  if (!sweep->counts) return out_of_memory(err);
  sweep->is_stepped = true;
  if (by_steps) return jh_sweep_step_all(sweep, &j->stepper, err);
  return is_two ? count_grid(j, err) : count_line(j, err);
}
