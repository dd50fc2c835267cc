/* bunching.c - check: units that crowd just within a bound.
 *
 * For every indicator of the pack and every county: how many units lie just within the bound (within 5 % of
 * it), how many just beyond it, and how many in the next step within. If the figures are what they
 * are, a unit near the bound lies on either side with about the same chance; so the chance of so many
 * on the good side is at most the tail of a binomial distribution with 1/2, exactly. It must be
 * below the limit against both neighbours: against the one beyond, since a bound that all have passed is
 * no crowd, and against the next one within.
 *
 * Left out: measures that hardly anybody carries further than just within (shares of 100 %, rooms for
 * every 12 classes), whole numbers below 20, bounds of 0, and what is not decided.
 */
#include <math.h>
#include <stdio.h>

#include "audit/check.h"
#include "base/alloc.h"
#include "eval/figure.h"

enum { MOST_EXACT = 1000, MOST_NODES = 4096 }; /* of a formula that are looked at */
enum { STEPS = 20, MOST_CELLS = 64 }; /* a step is 1/20 of the bound; so many must go further */

typedef enum side { FAR, INSIDE, BEYOND, NEXT } side;

typedef struct walk {
  jh_audit *audit;
  jh_check_table counties;
  uint32_t rule_index;
  const jh_rule *rule;
  uint8_t *sides;         /* by row of the rule's level */
  size_t within, further; /* units that meet the rule; of these, by more than a step */
  bool is_whole;          /* measure and bound are whole numbers */
  jh_exact exact;
  jh_figure_set set;
  jh_rat step, distance;
} walk;

/* Is a number made of whole numbers by steps that keep it whole? */
static bool is_whole(const jh_plan *plan, uint32_t index, int *budget) {
  const jh_node *node = index == JH_NONE ? NULL : &plan->nodes[index];
  if (!node || (*budget)-- <= 0) return !node;
  switch (node->op) {
  case JH_OP_CONST: /* of what is no whole number, only the width of a step is rounded down */
  case JH_OP_PARAM:
  case JH_OP_COUNT:
  case JH_OP_CEIL:
  case JH_OP_FLOOR: return true;
  case JH_OP_COLUMN:
    return plan->tables[node->table].columns[node->index].scale == 0 && node->num == node->den;
  case JH_OP_QUANTITY:
  case JH_OP_BY_STAGE:
  case JH_OP_RAISE:
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_MIN:
  case JH_OP_MAX:
    for (uint32_t k = 0; k < node->count; k++) {
      if (!is_whole(plan, jh_plan_arg(plan, node, k), budget)) return false;
    }
    return true;
  case JH_OP_IF:
    return is_whole(plan, jh_plan_arg(plan, node, 1), budget) &&
           is_whole(plan, jh_plan_arg(plan, node, 2), budget);
  default: return false;
  }
}

/* The width of a step at a bound: 1/20 of it, in whole numbers where the measure is whole. */
static bool set_step(walk *w) {
  jh_rat steps;
  if (jh_rat_sign(&w->set.bound.low) <= 0) return false;
  jh_rat_init(&steps);
  jh_rat_set_int(&steps, STEPS);
  jh_rat_div(&w->step, &w->set.bound.low, &steps);
  if (w->is_whole) jh_rat_floor(&w->step, &w->step);
  jh_rat_done(&steps);
  return jh_rat_sign(&w->step) > 0;
}

static side side_of(walk *w, uint32_t row) {
  jh_verdict verdict = jh_run_verdict(w->audit->run, w->rule_index, row);
  if (verdict != JH_MET && verdict != JH_UNMET) return FAR;
  jh_run_figures(&w->exact, w->rule, row, &w->set);
  if (!jh_range_is_known(&w->set.measure) || !jh_range_is_known(&w->set.bound)) return FAR;
  if (!set_step(w)) return FAR;
  bool is_upper = w->rule->compare == JH_AT_MOST || w->rule->compare == JH_BELOW;
  const jh_rat *a = is_upper ? &w->set.bound.low : &w->set.measure.low;
  const jh_rat *b = is_upper ? &w->set.measure.low : &w->set.bound.low;
  jh_rat_sub(&w->distance, a, b);
  if (verdict == JH_UNMET) {
    jh_rat_add(&w->distance, &w->distance, &w->step);
    return jh_rat_sign(&w->distance) >= 0 ? BEYOND : FAR;
  }
  w->within++;
  if (jh_rat_compare(&w->distance, &w->step) < 0) return INSIDE;
  w->further++;
  jh_rat_sub(&w->distance, &w->distance, &w->step);
  return jh_rat_compare(&w->distance, &w->step) < 0 ? NEXT : FAR;
}

/* The chance that at least `inside` of inside + others fall on one side, each with 1/2. */
static void find_tail(jh_rat *out, int64_t inside, int64_t others) {
  jh_rat term, factor, divisor;
  int64_t n = inside + others;
  jh_rat_init(&term), jh_rat_init(&factor), jh_rat_init(&divisor);
  jh_rat_set_int(&term, 1);
  jh_rat_set_int(out, 1);
  for (int64_t k = 0; k < others; k++) { /* C(n, k + 1) = C(n, k) (n - k) / (k + 1) */
    jh_rat_set_int(&factor, n - k);
    jh_rat_set_int(&divisor, k + 1);
    jh_rat_mul(&term, &term, &factor);
    jh_rat_div(&term, &term, &divisor);
    jh_rat_add(out, out, &term);
  }
  jh_rat_set_int(&divisor, 2);
  for (int64_t k = 0; k < n; k++) jh_rat_div(out, out, &divisor);
  jh_rat_done(&term), jh_rat_done(&factor), jh_rat_done(&divisor);
}

/* The same by doubles, in logarithms, for many units: their chances are far from any limit. */
static double guess_tail(int64_t inside, int64_t others) {
  double term = 1, sum = 1, n = (double)(inside + others), size = -n * log(2);
  for (int64_t k = others; k > 0; k--) { /* from C(n, others) down, as shares of it */
    size += log((n - (double)k + 1) / (double)k);
    term *= (double)k / (n - (double)k + 1);
    sum += term;
  }
  return exp(size + log(sum));
}

/* Is the chance against the fuller neighbour below the limit? Then it is against the other, too. */
static bool is_crowd(walk *w, const int64_t count[4], double *chance) {
  if (count[INSIDE] <= count[BEYOND] || count[INSIDE] <= count[NEXT]) return false;
  int64_t others = count[BEYOND] > count[NEXT] ? count[BEYOND] : count[NEXT];
  jh_dec written = jh_audit_limit(w->audit, JH_AUDIT_BUNCHING);
  jh_rat limit, tail;
  jh_rat_init(&limit), jh_rat_init(&tail);
  jh_rat_set_dec(&limit, written);
  bool is_exact = count[INSIDE] + others <= MOST_EXACT;
  if (is_exact) find_tail(&tail, count[INSIDE], others);
  *chance = is_exact ? jh_rat_double(&tail) : guess_tail(count[INSIDE], others);
  bool is_one = is_exact ? jh_rat_compare(&tail, &limit) < 0 : *chance < jh_rat_double(&limit);
  jh_rat_done(&limit), jh_rat_done(&tail);
  return is_one;
}

/* "1/41254", "1/8e+29". */
static void put_chance(char out[32], double chance) {
  double odds = chance > 1e-300 ? 1 / chance : 1e300;
  (void)snprintf(out, 32, odds < 1e6 ? "1/%.0f" : "1/%.0e", odds);
}

/* What the measure is made of: the first columns of a table. */
typedef struct made_of {
  const jh_plan *plan;
  uint32_t table, columns[4];
  size_t count;
  int budget;
} made_of;

static void add_columns(made_of *m, uint32_t node) {
  const jh_node *at = &m->plan->nodes[node];
  if (m->budget-- <= 0) return;
  if (at->op == JH_OP_COLUMN && at->table == m->table) {
    for (size_t i = 0; i < m->count; i++) {
      if (m->columns[i] == at->index) return;
    }
    bool has_room = m->count < sizeof m->columns / sizeof m->columns[0];
    if (has_room && at->type == JH_TYPE_NUMBER) m->columns[m->count++] = at->index;
    return;
  }
  for (uint32_t k = 0; k < at->count; k++) {
    uint32_t arg = jh_plan_arg(m->plan, at, k);
    if (arg != JH_NONE) add_columns(m, arg);
  }
}

/* The nearest level at or above the rule's that has a table: units are told by their schools. */
static uint32_t table_level(const jh_plan *plan, uint32_t level) {
  while (level != JH_NONE && plan->levels[level].table == JH_NONE) {
    level = plan->levels[level].parent;
  }
  return level;
}

static size_t list_cells(
    const walk *w, uint32_t from, uint32_t to, jh_audit_cell cells[MOST_CELLS]) {
  const jh_plan *plan = w->audit->plan;
  uint32_t level = table_level(plan, w->rule->level);
  made_of m = {.plan = plan, .table = plan->levels[level].table, .budget = MOST_NODES};
  size_t count = 0;
  add_columns(&m, w->rule->measure);
  for (uint32_t row = from; row < to; row++) {
    if (w->sides[row] != INSIDE) continue;
    uint32_t own = jh_dataset_ancestor(w->audit->dataset, w->rule->level, row, level);
    for (size_t i = 0; i < (m.count ? m.count : 1) && count < MOST_CELLS; i++) {
      uint32_t column = m.count ? m.columns[i] : JH_NONE;
      cells[count++] = (jh_audit_cell){m.table, own, column, false};
    }
  }
  return count;
}

static jh_code tell(
    walk *w, uint32_t county, const uint32_t range[2], const int64_t count[4], double chance,
    jh_error *err) {
  jh_audit_cell cells[MOST_CELLS];
  char of[JH_CHECK_TEXT], numbers[72], share[32];
  (void)snprintf(
      numbers, sizeof numbers, "%lld : %lld : %lld", (long long)count[INSIDE],
      (long long)count[BEYOND], (long long)count[NEXT]);
  put_chance(share, chance);
  jh_audit_problem problem = {
      .kind = JH_AUDIT_BUNCHING,
      .cells = cells,
      .cell_count = list_cells(w, range[0], range[1], cells),
      .args = {w->rule->id, jh_check_text(of, w->counties.rows->codes[county]), numbers, share}};
  return jh_audit_add(w->audit, &problem, err);
}

static jh_code check_county(walk *w, uint32_t county, jh_error *err) {
  uint32_t range[2];
  int64_t count[4] = {0};
  jh_code code = JH_OK;
  double chance;
  jh_dataset_range(
      w->audit->dataset, w->rule->level, w->counties.level, county, &range[0], &range[1]);
  for (uint32_t row = range[0]; row < range[1]; row++) count[w->sides[row]]++;
  if (is_crowd(w, count, &chance)) code = tell(w, county, range, count, chance, err);
  return code;
}

static jh_code check_rule(walk *w, uint32_t index, jh_error *err) {
  const jh_plan *plan = w->audit->plan;
  jh_code code = JH_OK;
  w->rule_index = index;
  w->rule = &plan->rules[index];
  w->within = w->further = 0;
  int budget = MOST_NODES;
  w->is_whole = is_whole(plan, w->rule->measure, &budget);
  size_t rows = w->audit->dataset->levels[w->rule->level].count;
  for (uint32_t row = 0; row < rows; row++) w->sides[row] = (uint8_t)side_of(w, row);
  if (w->further * STEPS < w->within) return JH_OK;
  for (uint32_t county = 0; county < w->counties.rows->count && !code; county++) {
    code = check_county(w, county, err);
  }
  return code;
}

/* An indicator below the counties, in force, with a bound that it is held against. */
static bool is_wanted(const walk *w, uint32_t index) {
  const jh_plan *plan = w->audit->plan;
  const jh_rule *rule = &plan->rules[index];
  if (rule->kind != JH_RULE_INDICATOR || rule->measure == JH_NONE || rule->bound == JH_NONE)
    return false;
  if (rule->compare == JH_EQUALS || plan->nodes[rule->measure].type != JH_TYPE_NUMBER) return false;
  bool is_below =
      rule->level != w->counties.level && jh_plan_is_within(plan, rule->level, w->counties.level);
  return is_below && table_level(plan, rule->level) != JH_NONE &&
         jh_run_in_force(w->audit->run, index);
}

static size_t most_rows(const walk *w) {
  size_t most = 0;
  for (uint32_t level = 0; level < w->audit->plan->level_count; level++) {
    size_t count = w->audit->dataset->levels[level].count;
    most = count > most ? count : most;
  }
  return most;
}

jh_code jh_audit_bunching(jh_audit *audit, jh_error *err) {
  walk w = {.audit = audit};
  jh_code code = JH_OK;
  if (!audit->run || !jh_audit_is_on(audit, JH_AUDIT_BUNCHING)) return JH_OK;
  if (!jh_check_counties(audit, &w.counties) || !w.counties.rows->codes) return JH_OK;
  w.sides = jh_alloc_get(most_rows(&w) + 1);
  if (!w.sides) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  w.exact = jh_run_exact(audit->run);
  jh_figure_set_init(&w.set);
  jh_rat_init(&w.step), jh_rat_init(&w.distance);
  for (uint32_t i = 0; i < audit->plan->rule_count && !code; i++) {
    if (is_wanted(&w, i)) code = check_rule(&w, i, err);
  }
  jh_rat_done(&w.step), jh_rat_done(&w.distance);
  jh_figure_set_done(&w.set);
  jh_alloc_free(w.sides);
  return code;
}
