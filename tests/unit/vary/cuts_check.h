/* cuts_check.h - holds cuts against whole evaluations of the same data with other values of the
 * parameter, for the tests of vary/.
 */
#ifndef JH_TESTS_VARY_CUTS_CHECK_H
#define JH_TESTS_VARY_CUTS_CHECK_H

#include "support/test.h"

#include "base/alloc.h"
#include "eval/run.h"
#include "model/formula.h"
#include "vary/cuts.h"
#include "vary/variant.h"

/* The same numbers for the same seed on every machine. */
static inline uint32_t dice(uint64_t *seed, uint32_t sides) {
  *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(*seed >> 33) % sides;
}

typedef struct checked {
  const jh_plan *plan;
  const jh_dataset *dataset;
  jh_date on;
  uint32_t param, stage;
  uint64_t *seed;
  size_t compared, cuts; /* verdicts held against each other, places found */
} checked;

enum { CHECKED_VALUES = 12 };

/* A decimal near a cut: below it, at it if it is one, or above. */
static inline bool near_cut(jh_dec *out, const jh_stretch *at, int which) {
  char text[128];
  jh_rat value;
  jh_rat_init(&value);
  if (at->is_root)
    (void)jh_rat_root(&value, &at->from, 100);
  else
    jh_rat_set(&value, &at->from);
  jh_round how = which < 0 ? JH_ROUND_DOWN : which > 0 ? JH_ROUND_UP : JH_ROUND_NEAREST;
  bool is_exact = jh_rat_decimal(&value, 9, how, text, sizeof text);
  jh_rat_done(&value);
  if (jh_dec_read(out, jh_str_of(text), 9, false) != JH_DEC_OK) return false;
  if (which == 0) return true;
  if (is_exact) { /* a hair beside it */
    if (!jh_dec_rescale(&out->mantissa, *out, 9)) return false;
    out->scale = 9;
    out->mantissa += which;
  }
  return true;
}

/* Is a value in a stretch's part of the line, from its beginning on? */
static inline bool has_begun(const jh_stretch *at, const jh_rat *value) {
  if (at->is_first) return true;
  jh_rat square;
  jh_rat_init(&square);
  jh_rat_set(&square, value);
  if (at->is_root) jh_rat_mul(&square, value, value);
  int sign = at->is_root && jh_rat_sign(value) < 0 ? -1 : jh_rat_compare(&square, &at->from);
  jh_rat_done(&square);
  if (at->is_near) return sign > 0;
  return sign > 0 || (sign == 0 && at->has_from);
}

static inline jh_verdict verdict_in(const jh_stretch *all, size_t count, const jh_rat *value) {
  size_t k = count - 1;
  while (k > 0 && !has_begun(&all[k], value)) k--;
  return all[k].verdict;
}

/* Values at and around the cuts of some entities, then any. */
static inline size_t choose_values(checked *c, const jh_cuts *cuts, jh_dec *out) {
  size_t count = 0;
  jh_stretch all[JH_STRETCHES];
  jh_stretches_init(all);
  for (int tries = 0; tries < 60 && count + 4 < CHECKED_VALUES; tries++) {
    uint32_t rule = dice(c->seed, (uint32_t)c->plan->rule_count);
    if (!jh_cuts_has(cuts, rule, NULL) || !jh_cuts_is_moved(cuts, rule)) continue;
    uint32_t rows = (uint32_t)c->dataset->levels[c->plan->rules[rule].level].count;
    if (!rows) continue;
    size_t found = jh_cuts_stretches(cuts, rule, dice(c->seed, rows), all);
    if (found < 2) continue;
    const jh_stretch *at = &all[1 + dice(c->seed, (uint32_t)found - 1)];
    for (int which = -1; which <= 1; which++) count += near_cut(&out[count], at, which);
  }
  while (count < CHECKED_VALUES) {
    jh_dec value = {(int64_t)dice(c->seed, 4000) - 400, (int32_t)dice(c->seed, 4)};
    out[count++] = value;
  }
  jh_stretches_done(all);
  return count;
}

static inline jh_run *run_of(const checked *c, jh_dec value, jh_arena *arena) {
  const jh_plan *plan;
  jh_run *run;
  jh_variant_value wanted = {c->param, c->stage, value};
  jh_run_options how = {.on = c->on};
  assert_int_equal(jh_variant_make(&plan, c->plan, &wanted, 1, c->on, arena, NULL), JH_OK);
  assert_int_equal(jh_run_open(&run, plan, c->dataset, &how, NULL), JH_OK);
  return run;
}

static inline void fail_at(
    const checked *c, uint32_t rule, uint32_t row, jh_dec value, jh_verdict is, jh_verdict should,
    const jh_stretch *all, size_t count) {
  char text[JH_DEC_TEXT];
  print_message(
      "%s stage %d at %s: rule %s row %u is %s, cuts say %s\n", c->plan->params[c->param].path,
      (int)c->stage, jh_dec_text(text, value), c->plan->rules[rule].id, row, jh_verdict_id(is),
      jh_verdict_id(should));
  jh_buf buf = {0};
  jh_formula how = {.plan = c->plan, .lang = JH_EN};
  jh_formula_node(&buf, &how, c->plan->rules[rule].holds);
  print_message("  %.*s\n", (int)buf.size, buf.at);
  jh_buf_done(&buf);
  for (size_t k = 0; k < count; k++) {
    char from[400];
    jh_rat_text(&all[k].from, from, sizeof from);
    print_message(
        "  %s%s%s %s %s\n",
        all[k].is_first   ? "first "
        : all[k].has_from ? "from "
                          : "after ",
        all[k].is_root ? "root " : "", all[k].is_near ? "near " : "", from,
        jh_verdict_id(all[k].verdict));
  }
  fail();
}

static inline int by_value(const void *a, const void *b) {
  jh_rat x, y;
  jh_rat_init(&x), jh_rat_init(&y);
  jh_rat_set_dec(&x, *(const jh_dec *)a), jh_rat_set_dec(&y, *(const jh_dec *)b);
  int sign = jh_rat_compare(&x, &y);
  jh_rat_done(&x), jh_rat_done(&y);
  return sign;
}

static inline void check_rows(
    checked *c, const jh_cuts *cuts, uint32_t rule, const jh_dec *values, jh_run **runs,
    size_t count) {
  jh_stretch all[JH_STRETCHES];
  jh_rat at;
  jh_rat_init(&at);
  jh_stretches_init(all);
  for (uint32_t row = 0; row < c->dataset->levels[c->plan->rules[rule].level].count; row++) {
    size_t found = jh_cuts_stretches(cuts, rule, row, all);
    assert_in_range(found, 1, JH_STRETCHES);
    c->cuts += found - 1;
    for (size_t k = 0; k < count; k++) {
      jh_rat_set_dec(&at, values[k]);
      if (jh_cuts_is_above_zero(cuts, rule) && jh_rat_sign(&at) <= 0) continue;
      jh_verdict should = verdict_in(all, found, &at), is = jh_run_verdict(runs[k], rule, row);
      if (is != should) fail_at(c, rule, row, values[k], is, should, all, found);
      c->compared++;
    }
  }
  jh_stretches_done(all);
  jh_rat_done(&at);
}

static inline void check_counts(
    checked *c, const jh_cuts *cuts, uint32_t rule, const jh_dec *values, jh_run **runs,
    size_t count) {
  jh_rat at[CHECKED_VALUES];
  jh_tally tallies[CHECKED_VALUES];
  size_t used = 0, rows = c->dataset->levels[c->plan->rules[rule].level].count, first = 0;
  bool *only = jh_alloc_get(rows + 1);
  for (size_t i = 0; i < rows; i++) only[i] = dice(c->seed, 3) > 0;
  for (size_t k = 0; k < count; k++) {
    jh_rat_init(&at[used]);
    jh_rat_set_dec(&at[used], values[k]);
    if (jh_cuts_is_above_zero(cuts, rule) && jh_rat_sign(&at[used]) <= 0)
      first++, jh_rat_done(&at[used]);
    else
      used++;
  }
  assert_int_equal(jh_cuts_count(cuts, rule, only, at, used, tallies, NULL), JH_OK);
  for (size_t k = 0; k < used; k++) {
    jh_tally should = {0};
    for (uint32_t row = 0; row < rows; row++)
      should.of[jh_run_verdict(runs[first + k], rule, row)] += only[row];
    assert_memory_equal(&should, &tallies[k], sizeof should);
    jh_rat_done(&at[k]);
  }
  jh_alloc_free(only);
}

/* Every rule that has cuts, at every row. */
static inline void check_cuts(checked *c, const jh_cuts *cuts) {
  jh_dec values[CHECKED_VALUES];
  jh_run *runs[CHECKED_VALUES];
  jh_arena *arena = jh_arena_open();
  size_t count = choose_values(c, cuts, values);
  qsort(values, count, sizeof *values, by_value);
  for (size_t k = 0; k < count; k++) runs[k] = run_of(c, values[k], arena);
  for (uint32_t r = 0; r < c->plan->rule_count; r++) {
    if (!jh_cuts_has(cuts, r, NULL)) continue;
    if (c->plan->rules[r].level == JH_NONE || c->plan->rules[r].kind == JH_RULE_CHECK) continue;
    check_rows(c, cuts, r, values, runs, count);
    check_counts(c, cuts, r, values, runs, count);
  }
  for (size_t k = 0; k < count; k++) jh_run_close(runs[k]);
  jh_arena_close(arena);
}

#endif
