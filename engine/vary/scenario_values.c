/* scenario_values.c - what expressions of parameters are in each scenario, as ranks and bits. */
#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "vary/scenario_parts.h"

/* Steps that one expression may take; an honest one takes a few. */
enum { MOST_STEPS = 2000 };

typedef struct asker {
  const jh_scenario_job *job;
  uint32_t stage;
  size_t scenario;
  unsigned steps;
} asker;

static bool value_of(asker *a, uint32_t index, jh_rat *out);

static jh_dec param_value(const asker *a, const jh_node *node, uint32_t stage, bool *is_there) {
  const jh_scenarios *set = a->job->set;
  const jh_param_value *now =
      jh_param_on(&a->job->plan->params[node->index], stage, a->job->exact.on);
  *is_there = now != NULL;
  for (size_t k = 0; k < set->axis_count && now; k++) {
    const jh_sweep_axis *axis = &set->axes[k];
    if (axis->param == node->index && (axis->stage == JH_NONE || axis->stage == stage))
      return set->values[a->scenario * set->axis_count + k];
  }
  return now ? now->value : (jh_dec){0, 0};
}

static void scale(jh_rat *out, int64_t num, int64_t den) {
  jh_rat factor;
  jh_rat_init(&factor);
  jh_rat_set_int(&factor, num);
  jh_rat_mul(out, out, &factor);
  jh_rat_set_int(&factor, den);
  jh_rat_div(out, out, &factor);
  jh_rat_done(&factor);
}

static bool param(const asker *a, const jh_node *node, jh_rat *out) {
  const jh_param *of = &a->job->plan->params[node->index];
  bool is_there;
  jh_dec value = param_value(a, node, node->stage != JH_NONE ? node->stage : a->stage, &is_there);
  if (!is_there) return false;
  jh_rat_set_dec(out, value);
  scale(out, of->unit.num, of->unit.den);
  return true;
}

static void join(jh_op op, jh_rat *out, const jh_rat *next) {
  int sign = jh_rat_compare(next, out);
  switch (op) {
  case JH_OP_ADD: jh_rat_add(out, out, next); break;
  case JH_OP_SUB: jh_rat_sub(out, out, next); break;
  case JH_OP_MUL: jh_rat_mul(out, out, next); break;
  case JH_OP_MIN:
    if (sign < 0) jh_rat_set(out, next);
    break;
  default:
    if (sign > 0) jh_rat_set(out, next);
    break;
  }
}

static bool joined(asker *a, const jh_node *node, jh_rat *out) {
  jh_rat next;
  jh_rat_init(&next);
  bool is_there = value_of(a, jh_scenario_need(a->job, node, 0), out);
  for (uint32_t k = 1; k < node->count && is_there; k++) {
    is_there = value_of(a, jh_scenario_need(a->job, node, k), &next);
    if (is_there) join(node->op, out, &next);
  }
  jh_rat_done(&next);
  return is_there;
}

static bool turned(asker *a, const jh_node *node, jh_rat *out) {
  if (!value_of(a, jh_scenario_need(a->job, node, 0), out)) return false;
  if (node->op == JH_OP_CEIL) jh_rat_ceil(out, out);
  if (node->op == JH_OP_FLOOR) jh_rat_floor(out, out);
  if (node->op == JH_OP_NEG) scale(out, -1, 1);
  return true;
}

/* In base units; false: undefined. */
static bool value_of(asker *a, uint32_t index, jh_rat *out) {
  if (index == JH_NONE || ++a->steps > MOST_STEPS) return false;
  const jh_node *node = &a->job->plan->nodes[index];
  switch (node->op) {
  case JH_OP_CONST:
    jh_rat_set_dec(out, node->value);
    scale(out, node->num, node->den);
    return true;
  case JH_OP_PARAM: return param(a, node, out);
  case JH_OP_BY_STAGE:
    if (a->stage >= node->count) return false;
    return value_of(a, jh_scenario_need(a->job, node, a->stage), out);
  case JH_OP_NEG:
  case JH_OP_CEIL:
  case JH_OP_FLOOR: return turned(a, node, out);
  default: return joined(a, node, out);
  }
}

/* ---- ranks ---- */

typedef struct entry {
  jh_rat value;
  size_t scenario; /* in the batch */
} entry;

static int by_value(const void *left, const void *right) {
  const entry *a = left, *b = right;
  int sign = jh_rat_compare(&a->value, &b->value);
  return sign ? sign : (a->scenario > b->scenario) - (a->scenario < b->scenario);
}

static void set_bit(jh_scenario_bits *bits, size_t at) {
  bits->words[at / 64] |= (uint64_t)1 << (at % 64);
}

/* The binary digits of the least whole number that is not below the value. */
static void add_needed(jh_scenario_values *out, const jh_rat *value, size_t scenario) {
  jh_rat whole;
  jh_rat_init(&whole);
  jh_rat_ceil(&whole, value);
  double number = jh_rat_double(&whole);
  unsigned asked = number < 0 ? 0 : number > 63 ? 63 : (unsigned)number;
  for (unsigned digit = 0; digit < 6; digit++) {
    if (asked >> digit & 1) set_bit(&out->needed[digit], scenario);
  }
  jh_rat_done(&whole);
}

static void enclose(jh_scenario_values *out, size_t at) {
  jh_range range;
  jh_range_init(&range);
  jh_range_set_rat(&range, &out->values[at]);
  jh_ends ends = jh_ends_of_range(&range);
  out->low[at] = ends.low, out->high[at] = ends.high;
  jh_range_done(&range);
}

/* Entries rise; equal ones stand together. */
static bool rank(jh_scenario_values *out, const entry *entries, size_t count, jh_arena *arena) {
  out->values = jh_arena_get(arena, (count + 1) * sizeof *out->values);
  out->low = jh_arena_get(arena, (count + 1) * sizeof *out->low);
  out->high = jh_arena_get(arena, (count + 1) * sizeof *out->high);
  out->below = jh_arena_get(arena, (count + 1) * sizeof *out->below);
  out->above = jh_arena_get(arena, (count + 1) * sizeof *out->above);
  if (!out->values || !out->low || !out->high || !out->below || !out->above) return false;
  for (size_t i = 0; i < count; i++) {
    if (i == 0 || jh_rat_compare(&entries[i].value, &entries[i - 1].value) != 0) {
      jh_rat_init(&out->values[out->count]);
      jh_rat_set(&out->values[out->count++], &entries[i].value);
      enclose(out, out->count - 1);
      out->below[out->count] = out->below[out->count - 1];
    }
    set_bit(&out->below[out->count], entries[i].scenario);
    add_needed(out, &entries[i].value, entries[i].scenario);
  }
  for (size_t r = 0; r <= out->count; r++) {
    for (size_t w = 0; w < JH_SCENARIO_WORDS; w++) out->above[r].words[w] = ~out->below[r].words[w];
  }
  return true;
}

/* One expression at one stage. *is_fit: false where it is undefined in some scenarios only, takes too
 * long, or is below 0 and should be squared. */
static jh_code fill_one(
    const jh_scenario_job *j, const jh_scenario_leaf *leaf, uint32_t stage, jh_arena *arena,
    bool *is_fit, jh_scenario_values *out) {
  entry *entries = jh_alloc_get(j->count * sizeof *entries);
  size_t count = 0, undefined = 0;
  if (!entries) return JH_ENOMEM;
  for (size_t s = 0; s < j->count && *is_fit; s++) {
    asker a = {.job = j, .stage = stage, .scenario = j->first + s};
    jh_rat *value = &entries[count].value;
    entries[count].scenario = s;
    jh_rat_init(value);
    count++;
    undefined += !value_of(&a, leaf->node, value);
    bool is_below = leaf->is_square && jh_rat_sign(value) < 0;
    *is_fit = !is_below && a.steps <= MOST_STEPS;
    if (leaf->is_square) jh_rat_mul(value, value, value);
  }
  out->is_undefined = undefined > 0;
  *is_fit = *is_fit && (undefined == 0 || undefined == count);
  jh_code code = JH_OK;
  if (*is_fit && !out->is_undefined) {
    qsort(entries, count, sizeof *entries, by_value);
    if (!rank(out, entries, count, arena)) code = JH_ENOMEM;
  }
  for (size_t i = 0; i < count; i++) jh_rat_done(&entries[i].value);
  jh_alloc_free(entries);
  return code;
}

jh_code jh_scenario_fill(jh_scenario_job *j, jh_arena *arena, bool *is_fit, jh_error *err) {
  size_t stages = j->plan->stage_count;
  *is_fit = true;
  for (size_t i = 0; i < j->leaf_count; i++) {
    jh_scenario_leaf *leaf = &j->leaves[i];
    leaf->by_stage = jh_arena_get(arena, (stages + 1) * sizeof *leaf->by_stage);
    if (!leaf->by_stage) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  for (size_t i = 0; i < j->leaf_count && *is_fit; i++) {
    const jh_scenario_leaf *leaf = &j->leaves[i];
    bool is_fixed = j->plan->nodes[leaf->node].level == JH_NONE;
    for (size_t s = is_fixed ? stages : 0; s <= stages && *is_fit; s++) {
      uint32_t stage = s < stages ? (uint32_t)s : JH_NONE;
      if (fill_one(j, leaf, stage, arena, is_fit, &leaf->by_stage[s]) != JH_OK)
        return jh_fail(err, JH_ENOMEM, NULL, NULL);
    }
  }
  return JH_OK;
}

void jh_scenario_empty(jh_scenario_job *j) {
  for (size_t i = 0; i < j->leaf_count; i++) {
    jh_scenario_leaf *leaf = &j->leaves[i];
    for (size_t s = 0; leaf->by_stage && s <= j->plan->stage_count; s++) {
      jh_scenario_values *values = &leaf->by_stage[s];
      for (size_t v = 0; v < values->count; v++) jh_rat_done(&values->values[v]);
      values->count = 0;
    }
    leaf->by_stage = NULL;
  }
}

/* How many of rising numbers are below `at`, or (is_closed) at it. */
static size_t count_below(const double *numbers, size_t count, double at, bool is_closed) {
  size_t from = 0, to = count;
  while (from < to) {
    size_t middle = from + (to - from) / 2;
    bool is_below = is_closed ? numbers[middle] <= at : numbers[middle] < at;
    if (is_below)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

bool jh_scenario_rank(
    const jh_scenario_values *values, double low, double high, bool is_closed, uint16_t *out) {
  size_t sure = count_below(values->high, values->count, low, is_closed);
  *out = (uint16_t)sure;
  if (sure == values->count) return true;
  return is_closed ? values->low[sure] > high : values->low[sure] >= high;
}

uint16_t jh_scenario_rank_exactly(
    const jh_scenario_values *values, const jh_rat *at, bool is_closed) {
  size_t from = 0, to = values->count;
  while (from < to) {
    size_t middle = from + (to - from) / 2;
    int sign = jh_rat_compare(&values->values[middle], at);
    if (sign < 0 || (is_closed && sign == 0))
      from = middle + 1;
    else
      to = middle;
  }
  return (uint16_t)from;
}

uint16_t jh_scenario_rank_end(
    const jh_scenario_values *values, const jh_rat *at, bool has_it, bool is_low, bool closed) {
  if (!has_it) return is_low ? 0 : (uint16_t)values->count;
  return jh_scenario_rank_exactly(values, at, closed);
}

uint16_t jh_scenario_needed_for(const jh_rat *at, bool has_it, bool is_low, bool is_above) {
  if (!has_it) return is_low ? 0 : JH_SCENARIO_MOST_NEEDED;
  jh_rat whole;
  jh_rat_init(&whole);
  (is_above ? jh_rat_floor : jh_rat_ceil)(&whole, at);
  double number = jh_rat_double(&whole) + (is_above ? 1 : 0);
  jh_rat_done(&whole);
  return number < 0                         ? 0
         : number > JH_SCENARIO_MOST_NEEDED ? JH_SCENARIO_MOST_NEEDED
                                            : (uint16_t)number;
}
