/* make.h - problems for the tests of this layer, made up number by number, and solved by trying everything. */
#ifndef JH_TESTS_UNIT_REMEDY_MAKE_H
#define JH_TESTS_UNIT_REMEDY_MAKE_H

#include "support/test.h"

#include "remedy/solve.h"

typedef struct made {
  jh_arena *arena;
  jh_remedy_problem problem;
} made;

static inline jh_rat number(int64_t mantissa, int32_t scale) {
  jh_rat r;
  jh_rat_init(&r);
  jh_rat_set_scaled(&r, mantissa, scale);
  return r;
}

static inline made open_made(size_t variables) {
  made m = {.arena = jh_arena_open()};
  m.problem.variables = jh_arena_get(m.arena, (variables + 1) * sizeof *m.problem.variables);
  m.problem.goal = (jh_remedy_wish){.kind = JH_REMEDY_ALL, .rule = JH_NONE, .row = JH_NONE};
  jh_rat_init(&m.problem.goal.sum.constant);
  jh_rat_init(&m.problem.goal.limit);
  return m;
}

/* most < 0: as many as wanted. Returns its index. */
static inline uint32_t buy(made *m, int64_t cost, int64_t most, bool is_whole) {
  jh_remedy_variable *v = &m->problem.variables[m->problem.variable_count];
  *v = (jh_remedy_variable){.from_row = JH_NONE, .is_whole = is_whole, .has_most = most >= 0};
  v->cost = number(cost, 0);
  v->most = number(most >= 0 ? most : 0, 0);
  return (uint32_t)m->problem.variable_count++;
}

static inline jh_remedy_wish wish_of(jh_remedy_kind kind) {
  jh_remedy_wish w = {.kind = kind, .rule = JH_NONE, .row = JH_NONE};
  jh_rat_init(&w.sum.constant);
  jh_rat_init(&w.limit);
  return w;
}

static inline jh_remedy_sum sum_of(int64_t constant, int32_t scale) {
  return (jh_remedy_sum){.constant = number(constant, scale)};
}

static inline void term(
    made *m, jh_remedy_sum *sum, uint32_t variable, int64_t factor, int32_t scale) {
  assert_int_equal(
      jh_arena_grow(m->arena, (void **)&sum->terms, &sum->room, sum->count + 1, sizeof *sum->terms),
      0);
  sum->terms[sum->count++] = (jh_remedy_term){variable, number(factor, scale)};
}

/* factor * variable + constant >= 0 */
static inline jh_remedy_wish line(made *m, uint32_t variable, int64_t factor, int64_t constant) {
  jh_remedy_wish w = wish_of(JH_REMEDY_LINE);
  jh_rat_set_int(&w.sum.constant, constant);
  term(m, &w.sum, variable, factor, 0);
  return w;
}

static inline void member(made *m, jh_remedy_wish *of, jh_remedy_wish what) {
  jh_remedy_wish *more = jh_arena_get(m->arena, (of->member_count + 1) * sizeof *more);
  for (size_t i = 0; i < of->member_count; i++) more[i] = of->members[i];
  more[of->member_count++] = what;
  of->members = more;
}

static inline void ask(made *m, jh_remedy_wish what) { member(m, &m->problem.goal, what); }

static inline void keep(made *m, jh_remedy_wish what) {
  jh_remedy_wish *more = jh_arena_get(m->arena, (m->problem.kept_count + 1) * sizeof *more);
  for (size_t i = 0; i < m->problem.kept_count; i++) more[i] = m->problem.kept[i];
  more[m->problem.kept_count++] = what;
  m->problem.kept = more;
}

/* A floor for the member that was added last. */
static inline void floor_for(made *m, jh_remedy_wish *of, jh_remedy_wish what) {
  jh_remedy_wish *more = jh_arena_get(m->arena, of->member_count * sizeof *more);
  for (size_t i = 0; i + 1 < of->member_count; i++) more[i] = of->floors[i];
  more[of->member_count - 1] = what;
  of->floors = more;
}

/* A unit of a spread: its weight, and what it has; variables are added to the sum that is returned. */
static inline jh_remedy_sum *unit(made *m, jh_remedy_wish *of, int64_t weight, int64_t has) {
  jh_remedy_sum *sums = jh_arena_get(m->arena, (of->unit_count + 1) * sizeof *sums);
  jh_rat *weights = jh_arena_get(m->arena, (of->unit_count + 1) * sizeof *weights);
  for (size_t i = 0; i < of->unit_count; i++) {
    sums[i] = of->sums[i];
    weights[i] = of->weights[i];
  }
  sums[of->unit_count] = sum_of(has, 0);
  weights[of->unit_count] = number(weight, 0);
  of->sums = sums;
  of->weights = weights;
  return &sums[of->unit_count++];
}

static inline void drop_sum(jh_remedy_sum *sum) {
  for (size_t i = 0; i < sum->count; i++) jh_rat_done(&sum->terms[i].factor);
  jh_rat_done(&sum->constant);
}

static inline void drop_wish(jh_remedy_wish *wish) {
  drop_sum(&wish->sum);
  jh_rat_done(&wish->limit);
  for (size_t i = 0; i < wish->member_count; i++) {
    drop_wish(&wish->members[i]);
    if (wish->floors) drop_wish(&wish->floors[i]);
  }
  for (size_t i = 0; i < wish->unit_count; i++) {
    drop_sum(&wish->sums[i]);
    jh_rat_done(&wish->weights[i]);
  }
}

static inline void close_made(made *m) {
  for (size_t v = 0; v < m->problem.variable_count; v++) {
    jh_rat_done(&m->problem.variables[v].cost);
    jh_rat_done(&m->problem.variables[v].most);
  }
  drop_wish(&m->problem.goal);
  for (size_t i = 0; i < m->problem.kept_count; i++) drop_wish(&m->problem.kept[i]);
  jh_arena_close(m->arena);
}

static inline bool all_hold(const jh_remedy_problem *problem, const jh_rat *amounts) {
  for (size_t i = 0; i < problem->kept_count; i++) {
    if (!jh_remedy_holds(&problem->kept[i], amounts)) return false;
  }
  return jh_remedy_holds(&problem->goal, amounts);
}

static inline void cost_of(jh_rat *out, const jh_remedy_problem *problem, const jh_rat *amounts) {
  jh_rat part;
  jh_rat_init(&part);
  jh_rat_set_int(out, 0);
  for (size_t v = 0; v < problem->variable_count; v++) {
    jh_rat_mul(&part, &amounts[v], &problem->variables[v].cost);
    jh_rat_add(out, out, &part);
  }
  jh_rat_done(&part);
}

/* Tries every amount up to `most` (or the variable's own limit), divisible ones in halves. True if
 * something holds; *out is the least cost. */
static inline bool try_all(jh_rat *out, const jh_remedy_problem *problem, int64_t most) {
  size_t count = problem->variable_count;
  jh_rat *amounts = calloc(count + 1, sizeof *amounts);
  int64_t at[16] = {0};
  for (size_t v = 0; v < count; v++) jh_rat_init(&amounts[v]);
  jh_rat cost;
  jh_rat_init(&cost);
  bool found = false;
  for (size_t v = 0; v <= count;) {
    cost_of(&cost, problem, amounts);
    if ((!found || jh_rat_compare(&cost, out) < 0) && all_hold(problem, amounts)) {
      found = true;
      jh_rat_set(out, &cost);
    }
    for (v = 0; v < count; v++) {
      const jh_remedy_variable *x = &problem->variables[v];
      jh_rat_set_scaled(&amounts[v], ++at[v] * (x->is_whole ? 10 : 5), 1);
      int64_t end = x->is_whole ? most : 2 * most;
      if (at[v] <= end && (!x->has_most || jh_rat_compare(&amounts[v], &x->most) <= 0)) break;
      at[v] = 0;
      jh_rat_set_int(&amounts[v], 0);
    }
    if (v == count) break;
    v = 0;
  }
  for (size_t v = 0; v < count; v++) jh_rat_done(&amounts[v]);
  jh_rat_done(&cost);
  free(amounts);
  return found;
}

static inline jh_remedy_solution solved(made *m) {
  jh_remedy_solution out;
  assert_int_equal(jh_remedy_solve(&out, &m->problem, NULL, m->arena, NULL), JH_OK);
  return out;
}

static inline void show(const char *what, const jh_rat *value) {
  char text[200];
  jh_rat_text(value, text, sizeof text);
  printf("           %s %s\n", what, text);
}

/* Amounts within limits, the goal true, and false with one step less of anything. */
static inline void assert_sound(const made *m, const jh_remedy_solution *solution) {
  assert_int_equal(solution->state, JH_REMEDY_SOLVED);
  assert_true(all_hold(&m->problem, solution->amounts));
  assert_true(jh_rat_compare(&solution->bound, &solution->cost) <= 0);
  assert_int_equal(solution->is_exact, jh_rat_compare(&solution->bound, &solution->cost) == 0);
  jh_rat before, step;
  jh_rat_init(&before);
  jh_rat_init(&step);
  cost_of(&before, &m->problem, solution->amounts);
  assert_int_equal(jh_rat_compare(&before, &solution->cost), 0);
  for (size_t v = 0; v < m->problem.variable_count; v++) {
    const jh_remedy_variable *x = &m->problem.variables[v];
    jh_rat *amount = &solution->amounts[v];
    assert_true(jh_rat_sign(amount) >= 0);
    if (x->has_most) assert_true(jh_rat_compare(amount, &x->most) <= 0);
    jh_rat_set_int(&step, 1);
    if (!x->is_whole) jh_rat_set_scaled(&step, 1, 6);
    if (!x->is_whole) jh_rat_mul(&step, &step, amount);
    jh_rat_set(&before, amount);
    jh_rat_sub(amount, amount, &step);
    jh_rat_set_scaled(&step, 1, 6);
    if (jh_rat_compare(&before, &step) > 0) assert_false(all_hold(&m->problem, solution->amounts));
    jh_rat_set(amount, &before);
  }
  jh_rat_done(&before);
  jh_rat_done(&step);
}

#endif
