/* exhaust.c - see exhaust.h. */
#include "remedy/exhaust.h"

#include "base/alloc.h"

/* Each way is held against the goal: about so many terms in all. */
enum { MOST_WAYS = 20000, MOST_TERMS = 4000000, MOST_VARIABLES = 2000, MOST_DEEP = 500 };

typedef struct work {
  const jh_remedy_problem *problem;
  jh_remedy_solution *solution;
  jh_rat *amounts, spent, one;
  uint32_t *order; /* variables, the cheap ones first */
  bool tries;      /* else they are only counted */
  size_t ways, most, depth;
} work;

static size_t terms_of(const jh_remedy_wish *wish) {
  size_t count = wish->sum.count + 1;
  for (size_t i = 0; i < wish->unit_count; i++) count += wish->sums[i].count + 1;
  for (size_t i = 0; i < wish->member_count; i++) {
    count += terms_of(&wish->members[i]);
    if (wish->floors) count += terms_of(&wish->floors[i]);
  }
  return count;
}

static bool holds(const work *w) {
  if (!jh_remedy_holds(&w->problem->goal, w->amounts)) return false;
  for (size_t i = 0; i < w->problem->kept_count; i++) {
    if (!jh_remedy_holds(&w->problem->kept[i], w->amounts)) return false;
  }
  return true;
}

/* A way that costs less than the best so far. */
static void look_at(work *w) {
  w->ways++;
  if (!w->tries || !holds(w)) return;
  for (size_t i = 0; i < w->problem->variable_count; i++)
    jh_rat_set(&w->solution->amounts[i], &w->amounts[i]);
  jh_rat_set(&w->solution->cost, &w->spent);
}

/* One more of each variable from the `from`-th on, in turn: so every way is met once. */
static void go_on(work *w, size_t from) {
  look_at(w);
  if (++w->depth > MOST_DEEP)
    w->ways = w->most + 1; /* so many steps at once are no small problem */
  for (size_t k = from; k < w->problem->variable_count && w->ways <= w->most; k++) {
    const jh_remedy_variable *v = &w->problem->variables[w->order[k]];
    jh_rat *amount = &w->amounts[w->order[k]];
    jh_rat_add(&w->spent, &w->spent, &v->cost);
    bool is_less = jh_rat_compare(&w->spent, &w->solution->cost) < 0;
    jh_rat_add(amount, amount, &w->one);
    if (is_less && !(v->has_most && jh_rat_compare(amount, &v->most) > 0)) go_on(w, k);
    jh_rat_sub(amount, amount, &w->one);
    jh_rat_sub(&w->spent, &w->spent, &v->cost);
    if (!is_less) break; /* nor are those after it */
  }
  w->depth--;
}

/* By cost, then as they stand. */
static void set_order(work *w) {
  const jh_remedy_variable *all = w->problem->variables;
  for (uint32_t i = 0; i < w->problem->variable_count; i++) {
    size_t at = i;
    for (; at > 0 && jh_rat_compare(&all[w->order[at - 1]].cost, &all[i].cost) > 0; at--)
      w->order[at] = w->order[at - 1];
    w->order[at] = i;
  }
}

static bool can_be_counted(const jh_remedy_problem *problem) {
  for (size_t i = 0; i < problem->variable_count; i++) {
    const jh_remedy_variable *v = &problem->variables[i];
    if (!v->is_whole || (jh_rat_sign(&v->cost) == 0 && !v->has_most)) return false;
  }
  return problem->variable_count < MOST_VARIABLES;
}

static void try_all(work *w) {
  size_t terms = terms_of(&w->problem->goal);
  w->most = MOST_TERMS / terms < MOST_WAYS ? MOST_TERMS / terms : MOST_WAYS;
  go_on(w, 0);
  if (w->ways > w->most) return;
  w->ways = 0;
  w->tries = true;
  go_on(w, 0);
  jh_rat_set(&w->solution->bound, &w->solution->cost);
  w->solution->is_exact = true;
}

jh_code jh_remedy_exhaust(
    jh_remedy_solution *solution, const jh_remedy_problem *problem, jh_error *err) {
  work w = {.problem = problem, .solution = solution};
  size_t count = problem->variable_count;
  if (solution->state != JH_REMEDY_SOLVED || solution->is_exact || !can_be_counted(problem))
    return JH_OK;
  w.amounts = jh_alloc_get((count + 1) * sizeof *w.amounts);
  w.order = jh_alloc_get((count + 1) * sizeof *w.order);
  jh_code code = w.amounts && w.order ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_rat_init(&w.spent), jh_rat_init(&w.one);
  jh_rat_set_int(&w.one, 1);
  for (size_t i = 0; i < count && !code; i++) jh_rat_init(&w.amounts[i]);
  if (!code) {
    set_order(&w);
    if (jh_rat_sign(&solution->cost) > 0) try_all(&w);
  }
  for (size_t i = 0; i < count && !code; i++) jh_rat_done(&w.amounts[i]);
  jh_rat_done(&w.spent), jh_rat_done(&w.one);
  jh_alloc_free(w.amounts);
  jh_alloc_free(w.order);
  return code;
}
