/* solve_level.c - see solve_level.h. */
#include "remedy/solve_level.h"

#include <math.h>

#include "base/alloc.h"
#include "remedy/solve_rats.h"

enum { most_steps = 400000 };

/* How far a spread is beyond its limit: 0 where it holds. */
static double excess(const jh_state_spread *spread) {
  if (spread->first <= 0) return spread->second > 0 ? 1e6 : 0;
  double value = spread->weight * spread->second / (spread->square * spread->first * spread->first);
  return value > 1 ? value - 1 : 0;
}

/* What `by` more of the variable takes from the excess of all spreads. */
static double relief(const jh_state *s, uint32_t variable, double by) {
  double sum = 0;
  for (size_t i = s->use_from[variable]; i < s->use_from[variable + 1]; i++) {
    const jh_state_use *use = &s->uses[i];
    if (use->unit == JH_NONE) continue;
    jh_state_spread after = s->spreads[use->index];
    double old = after.sums[use->unit], add = use->factor * by;
    after.first += add;
    after.second += add * (2 * old + add) / after.weights[use->unit];
    sum += excess(&s->spreads[use->index]) - excess(&after);
  }
  return sum;
}

/* A stride: part of the way to the mean of the spread that asks for most; at least 1 where it is whole. */
static double stride(const jh_state *s, uint32_t variable) {
  double by = 0;
  for (size_t i = s->use_from[variable]; i < s->use_from[variable + 1]; i++) {
    const jh_state_use *use = &s->uses[i];
    if (use->unit == JH_NONE || use->factor == 0) continue;
    const jh_state_spread *spread = &s->spreads[use->index];
    if (excess(spread) == 0) continue;
    double mean = spread->first / spread->weight * spread->weights[use->unit];
    double way = (mean - spread->sums[use->unit]) / use->factor;
    if (way / 8 > by) by = way / 8;
  }
  const jh_remedy_variable *at = &s->problem->variables[variable];
  double room = at->has_most ? jh_rat_double(&at->most) - s->x[variable] : HUGE_VAL;
  if (at->is_whole) by = by < 1 ? 1 : floor(by);
  if (!at->is_whole && by < 1e-6) by = 1e-6;
  if (by > room) by = at->is_whole ? floor(room) : room;
  return by;
}

typedef struct choice {
  uint32_t variable;
  double by, worth;
} choice;

static choice find_best(const jh_state *s, const bool *is_barred) {
  choice best = {.variable = JH_NONE};
  for (uint32_t v = 0; v < s->problem->variable_count; v++) {
    if (is_barred[v] || s->use_from[v] == s->use_from[v + 1]) continue;
    double by = stride(s, v);
    if (by <= 0) continue;
    double gain = relief(s, v, by), cost = jh_rat_double(&s->problem->variables[v].cost) * by;
    if (gain <= 1e-12) continue;
    double worth = gain / (cost + 1e-9);
    if (best.variable == JH_NONE || worth > best.worth) best = (choice){v, by, worth};
  }
  return best;
}

/* More of it, if the lines that held still hold. */
static bool add(jh_state *s, const choice *more) {
  jh_rat amount, before;
  jh_rat_init(&amount);
  jh_rat_init(&before);
  jh_rat_set(&before, &s->amounts[more->variable]);
  jh_rats_double(&amount, more->by);
  jh_rat_add(&amount, &amount, &before);
  const jh_remedy_variable *at = &s->problem->variables[more->variable];
  if (at->has_most && jh_rat_compare(&amount, &at->most) > 0) jh_rat_set(&amount, &at->most);
  if (at->is_whole) jh_rat_floor(&amount, &amount);
  jh_state_set(s, more->variable, &amount);
  bool goes = true;
  for (size_t i = s->ask_from[more->variable]; i < s->ask_from[more->variable + 1] && goes; i++) {
    uint32_t node = s->conditions[s->asks[i]];
    goes = s->nodes[node].wish->kind == JH_REMEDY_SPREAD || jh_state_holds(s, node);
  }
  if (!goes) jh_state_set(s, more->variable, &before);
  jh_rat_done(&amount);
  jh_rat_done(&before);
  return goes;
}

static bool all_hold(const jh_state *s) {
  for (size_t k = 0; k < s->spread_count; k++) {
    if (!jh_state_spread_holds(s, k)) return false;
  }
  return true;
}

bool jh_level_up(jh_state *s, uint64_t *steps) {
  bool *is_barred = jh_alloc_get(s->problem->variable_count + 1);
  if (!is_barred) return false;
  for (uint32_t v = 0; v < s->problem->variable_count; v++) {
    const jh_remedy_variable *at = &s->problem->variables[v];
    is_barred[v] = at->has_most && jh_rat_sign(&at->most) == 0;
  }
  size_t open_uses = 0;
  for (uint32_t v = 0; v < s->problem->variable_count; v++)
    open_uses += is_barred[v] ? 0 : s->use_from[v + 1] - s->use_from[v];
  bool is_level = all_hold(s);
  uint64_t last = *steps + most_steps;
  while (!is_level && *steps < last) {
    *steps += 1 + open_uses / 100;
    choice best = find_best(s, is_barred);
    if (best.variable == JH_NONE) break;
    if (!add(s, &best)) is_barred[best.variable] = true;
    is_level = all_hold(s);
  }
  jh_alloc_free(is_barred);
  return is_level;
}
