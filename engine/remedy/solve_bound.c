/* solve_bound.c - see solve_bound.h. */
#include "remedy/solve_bound.h"

#include <math.h>

#include "base/alloc.h"
#include "remedy/solve_branch.h"
#include "remedy/solve_rats.h"

/* A double of few digits: short rationals. */
static double shorten(double value) { return (double)(float)value; }

/* *r: at least the root of (1 + limit^2) * sum(w * u^2) / sum(w), by little. */
static bool find_ratio(
    jh_rat *r, const jh_state_spread *spread, const double *pulls, double share) {
  jh_rat square, weight, part, value;
  jh_rat *all[] = {&square, &weight, &part, &value};
  for (size_t i = 0; i < 4; i++) jh_rat_init(all[i]);
  const jh_remedy_wish *wish = spread->wish;
  for (size_t u = 0; u < wish->unit_count; u++) {
    jh_rats_double(&value, shorten(share * pulls[u]));
    jh_rat_mul(&value, &value, &value);
    jh_rats_add_product(&square, &value, &wish->weights[u], &part);
    jh_rat_add(&weight, &weight, &wish->weights[u]);
  }
  jh_rat_div(&square, &square, &weight);
  jh_rat_mul(&part, &wish->limit, &wish->limit);
  jh_rat_mul(&part, &part, &square);
  jh_rat_add(&square, &square, &part);
  double guess = shorten(sqrt(jh_rat_double(&square)));
  bool found = false;
  for (int i = 0; i < 8 && !found && isfinite(guess); i++) {
    jh_rats_double(r, guess);
    jh_rat_mul(&part, r, r);
    found = jh_rat_compare(&part, &square) >= 0;
    guess = shorten(guess * (1 + 1e-7)) > guess ? shorten(guess * (1 + 1e-7)) : guess * (1 + 2e-7);
  }
  for (size_t i = 0; i < 4; i++) jh_rat_done(all[i]);
  return found;
}

/* costs -= (r - u) * sums of the spread; *constant -= the same of their constants. */
static bool take_spread(
    jh_rat *costs, jh_rat *constant, const jh_state_spread *spread, const double *pulls,
    double share) {
  jh_rat r, by, part;
  jh_rat_init(&r);
  jh_rat_init(&by);
  jh_rat_init(&part);
  bool found = find_ratio(&r, spread, pulls, share);
  for (size_t u = 0; found && u < spread->wish->unit_count; u++) {
    const jh_remedy_sum *sum = &spread->wish->sums[u];
    jh_rats_double(&by, shorten(share * pulls[u]));
    jh_rat_sub(&by, &by, &r); /* u - r */
    jh_rats_add_product(constant, &by, &sum->constant, &part);
    for (size_t i = 0; i < sum->count; i++)
      jh_rats_add_product(&costs[sum->terms[i].variable], &by, &sum->terms[i].factor, &part);
  }
  jh_rat_done(&r);
  jh_rat_done(&by);
  jh_rat_done(&part);
  return found;
}

/* As many as the best known solution could pay for. False: nothing limits it. */
static bool paid_for(jh_rat *out, const jh_bound_task *task, uint32_t variable) {
  const jh_remedy_variable *at = &task->state->problem->variables[variable];
  bool has_end = jh_rat_sign(&at->cost) > 0;
  if (has_end) jh_rat_div(out, task->best, &at->cost);
  if (at->has_most && (!has_end || jh_rat_compare(&at->most, out) < 0)) {
    jh_rat_set(out, &at->most);
    has_end = true;
  }
  if (has_end && at->is_whole) jh_rat_floor(out, out);
  return has_end;
}

static void put_costs(jh_part *part, const jh_bound_task *task, const jh_rat *costs) {
  jh_rat end;
  jh_rat_init(&end);
  for (size_t j = 0; j < part->column_count; j++) {
    jh_part_column *column = &part->columns[j];
    if (column->variable == JH_NONE) continue;
    jh_rat_set(&column->exact_cost, &costs[column->variable]);
    column->cost = jh_rat_double(&column->exact_cost);
    if (!paid_for(&end, task, column->variable)) continue;
    column->has_up = true;
    jh_rat_set(&column->exact_up, &end);
    column->up = jh_rat_double(&end);
  }
  jh_rat_done(&end);
}

static void propose(jh_bound_task *task, const jh_part *part, const jh_branch *branch) {
  for (size_t j = 0; task->amounts && j < part->column_count; j++) {
    if (part->columns[j].variable != JH_NONE)
      jh_rat_set(&task->amounts[part->columns[j].variable], &branch->amounts[j]);
  }
}

/* What one part costs now, at least. */
static bool bound_part(
    jh_rat *bound, bool *is_proven, jh_bound_task *task, const jh_rat *costs, uint32_t first,
    bool *is_in) {
  jh_part part;
  jh_branch branch;
  jh_part_open(&part, task->state->problem, task->column_of);
  part.without_hair = true;
  for (size_t i = 0; i < task->state->condition_count; i++) {
    if (task->part_of[i] == first)
      jh_part_add(&part, task->state->nodes[task->state->conditions[i]].wish);
  }
  put_costs(&part, task, costs);
  for (size_t j = 0; j < part.column_count; j++) {
    if (part.columns[j].variable != JH_NONE) is_in[part.columns[j].variable] = true;
  }
  bool is_ready = !part.has_failed,
       done = is_ready && jh_branch_run(&branch, &part, task->most_steps, NULL, NULL);
  if (done) {
    task->steps += branch.steps;
    if (branch.state == JH_REMEDY_SOLVED) propose(task, &part, &branch);
    if (branch.state == JH_REMEDY_IMPOSSIBLE) {
      jh_rat_add(bound, bound, task->best); /* nothing is cheaper than the best */
    } else if (branch.has_bound) {
      jh_rat_add(bound, bound, &branch.bound);
    } else {
      *is_proven = false;
    }
  }
  if (is_ready) jh_branch_done(&branch);
  jh_part_close(&part);
  return done;
}

/* What is in no part, and worth more than it costs. */
static void add_lone(
    jh_rat *bound, bool *is_proven, const jh_bound_task *task, const jh_rat *costs,
    const bool *is_in_part) {
  jh_rat end, part;
  jh_rat_init(&end);
  jh_rat_init(&part);
  for (uint32_t v = 0; v < task->state->problem->variable_count; v++) {
    if (is_in_part[v] || jh_rat_sign(&costs[v]) >= 0) continue;
    if (paid_for(&end, task, v)) {
      jh_rats_add_product(bound, &costs[v], &end, &part);
    } else {
      *is_proven = false;
    }
  }
  jh_rat_done(&end);
  jh_rat_done(&part);
}

static bool bound_parts(jh_rat *bound, bool *is_proven, jh_bound_task *task, const jh_rat *costs) {
  size_t variables = task->state->problem->variable_count;
  bool *is_in = jh_alloc_get(2 * variables + 2), *is_done = is_in + variables + 1;
  if (!is_in) return false;
  bool done = true;
  for (size_t i = 0; i < task->state->condition_count && done; i++) {
    uint32_t first = task->part_of[i];
    if (first == JH_NONE) continue;
    if (is_done[first]) continue;
    is_done[first] = true;
    done = bound_part(bound, is_proven, task, costs, first, is_in);
  }
  if (done) add_lone(bound, is_proven, task, costs, is_in);
  jh_alloc_free(is_in);
  return done;
}

bool jh_bound_find(jh_rat *out, bool *is_proven, jh_bound_task *task, double *const *pulls) {
  const jh_remedy_problem *problem = task->state->problem;
  jh_rat *costs = jh_rats_open(problem->variable_count);
  if (!costs) return false;
  jh_rat bound;
  jh_rat_init(&bound);
  for (size_t v = 0; v < problem->variable_count; v++)
    jh_rat_set(&costs[v], &problem->variables[v].cost);
  *is_proven = true;
  for (size_t k = 0; k < task->state->spread_count && *is_proven; k++)
    *is_proven = take_spread(costs, &bound, &task->state->spreads[k], pulls[k], task->share);
  bool done = !*is_proven || bound_parts(&bound, is_proven, task, costs);
  if (done && *is_proven)
    jh_rat_set(out, jh_rat_compare(&bound, task->best) < 0 ? &bound : task->best);
  jh_rat_done(&bound);
  jh_rats_close(costs, problem->variable_count);
  return done;
}
