/* cuts_count.c - how many entities have each verdict at many values.
 *
 * Entities are shared out among threads. For each entity only the few values are looked for
 * between which its verdict changes, by halving.
 */
#include <string.h>

#include "base/alloc.h"
#include "base/crew.h"
#include "vary/cuts_parts.h"

/* The values, as rationals and enclosed by doubles; and how the tallies change from each to the
 * next. */
typedef struct line {
  const jh_rat *values;
  double *low, *high;
  size_t count;
  int64_t *steps; /* by value, then verdict; one value more than there are */
} line;

typedef struct counter {
  const jh_cuts *cuts;
  const jh_cuts_rule *rule;
  line line;
  jh_cuts_walk walk;
  jh_cuts_pair holds, applies; /* of the row, once `is_exact` */
  bool is_exact;
} counter;

enum { QUESTIONS = 4 }; /* condition yes, not no; scope yes, not no */

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static const jh_cuts_place *exact_place(counter *c, uint32_t row, int question) {
  if (!c->is_exact) {
    jh_cuts_exact_close(&c->walk); /* what it remembers is of another row */
    jh_cuts_exact_open(&c->walk, c->cuts);
    jh_cuts_exact_row(&c->walk, c->rule, row, &c->holds, &c->applies);
    c->is_exact = true;
  }
  const jh_cuts_pair *pair = question < 2 ? &c->holds : &c->applies;
  return question % 2 ? &pair->no : &pair->yes;
}

/* The first index in [from, to) whose number is not below (or: above) the limit. */
static size_t first_of(const double *of, size_t from, size_t to, double limit, bool is_above) {
  while (from < to) {
    size_t middle = from + (to - from) / 2;
    if (is_above ? of[middle] > limit : of[middle] >= limit)
      to = middle;
    else
      from = middle + 1;
  }
  return from;
}

/* How many of the values lie before the place of a question. */
static size_t before(counter *c, uint32_t row, int question) {
  const jh_cuts_side *side = question < 2 ? &c->rule->holds : &c->rule->applies;
  const double *lows = question % 2 ? side->no_low : side->yes_low;
  const double *highs = question % 2 ? side->no_high : side->yes_high;
  size_t from = 0, to = c->line.count;
  if (lows) {
    from = first_of(c->line.high, 0, c->line.count, lows[row], true);
    to = first_of(c->line.low, from, c->line.count, highs[row], false);
  }
  while (from < to) {
    size_t middle = from + (to - from) / 2;
    const jh_cuts_place *place = exact_place(c, row, question);
    if (jh_cuts_place_is_passed(&c->walk.places, place, &c->line.values[middle]))
      to = middle;
    else
      from = middle + 1;
  }
  return from;
}

/* What a side is at a value, with the numbers of values before its two places. */
static jh_tri tri_at(const jh_cuts_side *side, uint32_t row, const size_t *befores, size_t value) {
  if (side->node == JH_NONE) return JH_TRUE;
  if (!side->way) return (jh_tri)side->marks[row];
  bool rises = side->way == JH_FOLLOW_RISES;
  if ((value >= befores[0]) == rises) return JH_TRUE;
  return (value >= befores[1]) == rises ? JH_UNKNOWN : JH_FALSE;
}

static void add(counter *c, size_t from, size_t to, jh_verdict verdict) {
  c->line.steps[from * JH_VERDICTS + verdict]++;
  c->line.steps[to * JH_VERDICTS + verdict]--;
}

static void add_row(counter *c, uint32_t row) {
  size_t at[QUESTIONS] = {0}, sorted[QUESTIONS + 1], done = 0;
  c->is_exact = false;
  for (int q = 0; q < QUESTIONS; q++) {
    const jh_cuts_side *side = q < 2 ? &c->rule->holds : &c->rule->applies;
    if (side->way) at[q] = before(c, row, q);
    size_t k = (size_t)q;
    for (; k > 0 && sorted[k - 1] > at[q]; k--) sorted[k] = sorted[k - 1];
    sorted[k] = at[q];
  }
  sorted[QUESTIONS] = c->line.count;
  for (int q = 0; q <= QUESTIONS; q++) {
    if (sorted[q] == done) continue;
    jh_tri applies = tri_at(&c->rule->applies, row, at + 2, done);
    add(c, done, sorted[q], jh_verdict_of(true, applies, tri_at(&c->rule->holds, row, at, done)));
    done = sorted[q];
  }
}

enum { CHUNK_ROWS = 64 };

/* Shared by the threads; each counts by itself, and whole numbers add up the same in any order. */
typedef struct job {
  counter *lanes;
  uint32_t rule;
  size_t rows;
  const bool *only;
} job;

static void add_chunk(void *payload, size_t lane, size_t number) {
  const job *j = payload;
  counter *c = &j->lanes[lane];
  size_t from = number * CHUNK_ROWS, to = from + CHUNK_ROWS < j->rows ? from + CHUNK_ROWS : j->rows;
  for (uint32_t row = (uint32_t)from; row < to; row++) {
    if (j->only && !j->only[row]) continue;
    if (!c->rule->is_moved || !jh_cuts_is_in_force(c->cuts, j->rule, row))
      add(c, 0, c->line.count, jh_run_verdict(c->cuts->run, j->rule, row));
    else
      add_row(c, row);
  }
}

/* With the values of the first lane. */
static bool open_lane(counter *c, const counter *first) {
  *c = *first;
  c->line.steps = jh_alloc_get((c->line.count + 1) * JH_VERDICTS * sizeof *c->line.steps);
  jh_cuts_exact_open(&c->walk, c->cuts);
  jh_cuts_pair_init(&c->holds), jh_cuts_pair_init(&c->applies);
  return c->line.steps != NULL;
}

static void close_lane(counter *c, int64_t *steps) {
  for (size_t i = 0; c->line.steps && i < (c->line.count + 1) * JH_VERDICTS; i++)
    steps[i] += c->line.steps[i];
  jh_alloc_free(c->line.steps);
  jh_cuts_pair_done(&c->holds), jh_cuts_pair_done(&c->applies);
  jh_cuts_exact_close(&c->walk);
}

static jh_code add_all(counter *c, uint32_t rule, const bool *only, jh_error *err) {
  size_t rows = c->cuts->dataset->levels[c->cuts->plan->rules[rule].level].count;
  size_t chunks = (rows + CHUNK_ROWS - 1) / CHUNK_ROWS;
  size_t count = c->cuts->jobs < chunks ? c->cuts->jobs : chunks;
  job j = {jh_alloc_get((count + 1) * sizeof *j.lanes), rule, rows, only};
  bool is_ready = j.lanes != NULL;
  for (size_t i = 0; i < count && j.lanes; i++) is_ready = open_lane(&j.lanes[i], c) && is_ready;
  if (is_ready) jh_crew_run(count, chunks, add_chunk, &j);
  for (size_t i = 0; i < count && j.lanes; i++) close_lane(&j.lanes[i], c->line.steps);
  jh_alloc_free(j.lanes);
  return is_ready ? JH_OK : out_of_memory(err);
}

static jh_code enclose(counter *c, uint32_t rule, jh_error *err) {
  jh_range value;
  jh_range_init(&value);
  jh_code code = JH_OK;
  for (size_t i = 0; i < c->line.count && !code; i++) {
    jh_range_set_rat(&value, &c->line.values[i]);
    jh_ends ends = jh_ends_of_range(&value);
    c->line.low[i] = ends.state == JH_ENDS_KNOWN ? ends.low : (double)-INFINITY;
    c->line.high[i] = ends.state == JH_ENDS_KNOWN ? ends.high : (double)INFINITY;
    if (c->rule->is_dividing && jh_rat_sign(&value.low) <= 0) {
      char text[64];
      (void)jh_rat_decimal(&value.low, 6, JH_ROUND_NEAREST, text, sizeof text);
      const jh_param *param = &c->cuts->plan->params[c->cuts->param];
      code = jh_fail(
          err, JH_ECUT_NOT_ABOVE_ZERO, &param->place, param->path, text,
          c->cuts->plan->rules[rule].id, NULL);
    }
  }
  jh_range_done(&value);
  return code;
}

static void sum_up(const line *l, jh_tally *out) {
  int64_t sum[JH_VERDICTS] = {0};
  for (size_t i = 0; i < l->count; i++) {
    for (int v = 0; v < JH_VERDICTS; v++) {
      sum[v] += l->steps[i * JH_VERDICTS + (size_t)v];
      out[i].of[v] = (size_t)sum[v];
    }
  }
}

jh_code jh_cuts_count(
    const jh_cuts *cuts, uint32_t rule, const bool *only, const jh_rat *values, size_t count,
    jh_tally *out, jh_error *err) {
  counter c = {
      .cuts = cuts, .rule = &cuts->rules[rule], .line = {.values = values, .count = count}};
  c.line.low = jh_alloc_get((count + 1) * sizeof *c.line.low);
  c.line.high = jh_alloc_get((count + 1) * sizeof *c.line.high);
  c.line.steps = jh_alloc_get((count + 1) * JH_VERDICTS * sizeof *c.line.steps);
  bool is_ready = c.line.low && c.line.high && c.line.steps;
  jh_code code = is_ready ? enclose(&c, rule, err) : out_of_memory(err);
  if (!code) code = add_all(&c, rule, only, err);
  if (!code) sum_up(&c.line, out);
  jh_alloc_free(c.line.low), jh_alloc_free(c.line.high), jh_alloc_free(c.line.steps);
  return code;
}
