/* solve_trim.c - what is superfluous is taken away; see solve_state.h. */
#include <stdlib.h>

#include "base/alloc.h"
#include "remedy/solve_rats.h"
#include "remedy/solve_state.h"

/* Sets the amount if all goes on holding; else leaves it. */
static bool try_amount(jh_state *s, uint32_t variable, const jh_rat *amount) {
  if (!jh_state_is_allowed(s, variable, amount)) return false;
  jh_rat before;
  jh_rat_init(&before);
  jh_rat_set(&before, &s->amounts[variable]);
  jh_state_set(s, variable, amount);
  bool holds = jh_state_holds_around(s, variable);
  if (!holds) jh_state_set(s, variable, &before);
  jh_rat_done(&before);
  return holds;
}

/* By 1, 2, 4 … as long as it goes, then by less again, until 1 does not go. */
static bool trim_whole(jh_state *s, uint32_t variable) {
  jh_rat to, by, two;
  jh_rat_init(&to);
  jh_rat_init(&by);
  jh_rat_init(&two);
  jh_rat_set_int(&by, 1);
  jh_rat_set_int(&two, 2);
  bool is_lower = false, is_rising = true;
  for (;;) {
    jh_rat_sub(&to, &s->amounts[variable], &by);
    bool goes = try_amount(s, variable, &to);
    is_lower = is_lower || goes;
    is_rising = is_rising && goes;
    if (is_rising) {
      jh_rat_mul(&by, &by, &two);
    } else if (!goes) {
      jh_rat_div(&by, &by, &two);
      jh_rat_floor(&by, &by);
      if (jh_rat_sign(&by) == 0) break;
    }
  }
  jh_rat_done(&to);
  jh_rat_done(&by);
  jh_rat_done(&two);
  return is_lower;
}

/* To where a line in which it stands is just 0. */
static bool to_line(jh_state *s, uint32_t variable, const jh_remedy_wish *wish) {
  jh_rat to, factor;
  jh_rat_init(&to);
  jh_rat_init(&factor);
  for (size_t i = 0; i < wish->sum.count; i++) {
    if (wish->sum.terms[i].variable == variable)
      jh_rat_add(&factor, &factor, &wish->sum.terms[i].factor);
  }
  bool is_lower = false;
  if (jh_rat_sign(&factor) != 0) {
    jh_remedy_at(&to, &wish->sum, s->amounts);
    jh_rat_div(&to, &to, &factor);
    jh_rat_sub(&to, &s->amounts[variable], &to);
    is_lower = jh_rat_compare(&to, &s->amounts[variable]) < 0 && try_amount(s, variable, &to);
  }
  jh_rat_done(&to);
  jh_rat_done(&factor);
  return is_lower;
}

/* Lower by a millionth if that goes, then by halves of what is left; of nine decimals where that fits. */
static bool by_halves(jh_state *s, uint32_t variable) {
  jh_rat low, high, to, unit, two;
  jh_rat *all[] = {&low, &high, &to, &unit, &two};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) jh_rat_init(all[i]);
  jh_rat_set_scaled(&unit, 1, 6);
  bool is_tiny = jh_rat_compare(&s->amounts[variable], &unit) <= 0;
  jh_rat_set_scaled(&unit, 999999, 6);
  jh_rat_mul(&to, &s->amounts[variable], &unit);
  bool is_lower = !is_tiny && try_amount(s, variable, &to);
  jh_rat_set_int(&two, 2);
  jh_rat_set_scaled(&unit, 1, 9);
  jh_rat_set(&high, &to);
  for (int i = 0; is_lower && i < 24; i++) {
    jh_rat_add(&to, &low, &high);
    jh_rat_div(&to, &to, &two);
    jh_rat_div(&to, &to, &unit);
    jh_rat_ceil(&to, &to);
    jh_rat_mul(&to, &to, &unit);
    if (jh_rat_compare(&to, &high) >= 0) break;
    jh_rat_set(try_amount(s, variable, &to) ? &high : &low, &to);
  }
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) jh_rat_done(all[i]);
  return is_lower;
}

static bool trim_divisible(jh_state *s, uint32_t variable) {
  jh_rat zero;
  jh_rat_init(&zero);
  bool is_lower = try_amount(s, variable, &zero);
  jh_rat_done(&zero);
  if (is_lower) return true;
  for (size_t i = s->use_from[variable]; i < s->use_from[variable + 1]; i++) {
    const jh_state_use *use = &s->uses[i];
    if (use->unit == JH_NONE && to_line(s, variable, s->lines[use->index].wish)) is_lower = true;
  }
  return by_halves(s, variable) || is_lower;
}

typedef struct purchase {
  double cost;
  uint32_t variable;
} purchase;

static int dearest_first(const void *left, const void *right) {
  const purchase *a = left, *b = right;
  if (a->cost != b->cost) return a->cost > b->cost ? -1 : 1;
  return (a->variable > b->variable) - (a->variable < b->variable);
}

void jh_trim_amounts(jh_state *s) {
  size_t variables = s->problem->variable_count;
  purchase *order = jh_alloc_get((variables + 1) * sizeof *order);
  if (!order) return;
  for (size_t v = 0; v < variables; v++)
    order[v] = (purchase){jh_rat_double(&s->problem->variables[v].cost), (uint32_t)v};
  qsort(order, variables, sizeof *order, dearest_first);
  bool is_lower = true;
  for (int round = 0; round < 100 && is_lower; round++) {
    is_lower = false;
    for (size_t i = 0; i < variables; i++) {
      uint32_t v = order[i].variable;
      if (jh_rat_sign(&s->amounts[v]) == 0) continue;
      bool lowered = s->problem->variables[v].is_whole ? trim_whole(s, v) : trim_divisible(s, v);
      is_lower = is_lower || lowered;
    }
  }
  jh_alloc_free(order);
}
