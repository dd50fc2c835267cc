/* solve.c - the order of the search: parts, then spreads; see solve.h. */
#include "remedy/solve.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "remedy/solve_bound.h"
#include "remedy/solve_branch.h"
#include "remedy/solve_level.h"
#include "remedy/solve_moves.h"
#include "remedy/solve_rats.h"
#include "remedy/solve_state.h"

static const uint64_t usual_steps = 4000000;

typedef struct solving {
  const jh_remedy_problem *problem;
  jh_remedy_solution *out;
  jh_state state;
  uint32_t *part_of;   /* by variable: the first variable of its part */
  uint32_t *column_of; /* by variable */
  uint32_t *first_of;  /* by condition: the part; JH_NONE: none, it holds anyway or is a spread */
  uint64_t most_steps;
  bool is_open; /* amounts were made with a hair to spare, the bound must be found without */
} solving;

static uint32_t root_of(uint32_t *part_of, uint32_t v) {
  while (part_of[v] != v) v = part_of[v] = part_of[part_of[v]];
  return v;
}

/* *any: a variable that stands in the wish. */
static void join_sum(solving *s, const jh_remedy_sum *sum, uint32_t *any) {
  for (size_t i = 0; i < sum->count; i++) {
    const jh_remedy_variable *at = &s->problem->variables[sum->terms[i].variable];
    if (at->has_most && jh_rat_sign(&at->most) == 0) continue;
    uint32_t v = root_of(s->part_of, sum->terms[i].variable);
    if (*any == JH_NONE) *any = v;
    uint32_t other = root_of(s->part_of, *any);
    if (v < other) s->part_of[other] = v;
    if (v > other) s->part_of[v] = other;
  }
}

static void join(solving *s, const jh_remedy_wish *wish, uint32_t *any) {
  if (jh_part_truth(s->problem, wish) == 1) return;
  join_sum(s, &wish->sum, any);
  for (size_t i = 0; i < wish->member_count; i++) {
    if (jh_part_truth(s->problem, &wish->members[i]) == 1) continue;
    join(s, &wish->members[i], any);
    if (wish->floors) join(s, &wish->floors[i], any);
  }
}

static const jh_remedy_wish *condition(const solving *s, size_t i) {
  return s->state.nodes[s->state.conditions[i]].wish;
}

/* False: a condition can never hold. */
static bool find_parts(solving *s) {
  for (uint32_t v = 0; v < s->problem->variable_count; v++) s->part_of[v] = v;
  for (size_t i = 0; i < s->state.condition_count; i++) {
    const jh_remedy_wish *wish = condition(s, i);
    s->first_of[i] = JH_NONE;
    if (wish->kind == JH_REMEDY_SPREAD) continue;
    if (jh_part_truth(s->problem, wish) == 0) return false;
    join(s, wish, &s->first_of[i]);
  }
  for (size_t i = 0; i < s->state.condition_count; i++) {
    if (s->first_of[i] != JH_NONE) s->first_of[i] = root_of(s->part_of, s->first_of[i]);
  }
  return true;
}

static void take_amounts(solving *s, const jh_part *part, const jh_branch *branch) {
  for (size_t j = 0; j < part->column_count; j++) {
    if (part->columns[j].variable != JH_NONE)
      jh_state_set(&s->state, part->columns[j].variable, &branch->amounts[j]);
  }
}

/* Adds what was proven of a part to the bound; what is not known of it counts as nothing. */
static void take_bound(solving *s, const jh_branch *branch) {
  if (branch->has_bound && jh_rat_sign(&branch->bound) > 0)
    jh_rat_add(&s->out->bound, &s->out->bound, &branch->bound);
}

static void worse(jh_remedy_state *state, jh_remedy_state with) {
  if (with == JH_REMEDY_IMPOSSIBLE || *state == JH_REMEDY_SOLVED) *state = with;
}

/* Solves the part of a variable; `is_for_bound`: strict lines as >= 0, only the bound counts. */
static bool solve_part(solving *s, uint32_t first, bool is_for_bound, bool *is_open) {
  jh_part part;
  jh_branch branch;
  jh_part_open(&part, s->problem, s->column_of);
  part.without_hair = is_for_bound;
  for (size_t i = 0; i < s->state.condition_count; i++) {
    if (s->first_of[i] == first) jh_part_add(&part, condition(s, i));
  }
  uint64_t left = s->most_steps > s->out->steps ? s->most_steps - s->out->steps : 0,
           limit = 1000 + left / 8;
  bool is_ready = !part.has_failed,
       done = is_ready && jh_branch_run(&branch, &part, limit, NULL, NULL);
  if (done) {
    *is_open = part.is_open;
    s->out->steps += branch.steps;
    bool counts = !is_for_bound || branch.state == JH_REMEDY_IMPOSSIBLE;
    if (counts && (branch.state != JH_REMEDY_IMPOSSIBLE || !part.is_open || is_for_bound))
      worse(&s->out->state, branch.state);
    if (!is_for_bound && branch.state == JH_REMEDY_SOLVED) take_amounts(s, &part, &branch);
    if (is_for_bound || !part.is_open) take_bound(s, &branch);
  }
  if (is_ready) jh_branch_done(&branch);
  jh_part_close(&part);
  return done;
}

static bool solve_parts(solving *s) {
  for (uint32_t v = 0; v < s->problem->variable_count; v++) {
    bool is_asked = false, is_open = false, has_hair = false;
    for (size_t i = 0; i < s->state.condition_count && !is_asked; i++)
      is_asked = s->first_of[i] == v;
    if (!is_asked) continue;
    if (!solve_part(s, v, false, &is_open)) return false;
    if (is_open && !solve_part(s, v, true, &has_hair)) return false;
    s->is_open = s->is_open || is_open;
  }
  return true;
}

/* Keeps the amounts of the state if all holds with them and nothing cheaper is known. */
static void keep_if_better(solving *s) {
  jh_remedy_solution *out = s->out;
  if (!jh_state_holds_all(&s->state)) return;
  jh_trim_amounts(&s->state);
  bool holds = jh_remedy_holds(&s->problem->goal, s->state.amounts);
  for (size_t i = 0; i < s->problem->kept_count && holds; i++)
    holds = jh_remedy_holds(&s->problem->kept[i], s->state.amounts);
  jh_rat cost;
  jh_rat_init(&cost);
  jh_state_cost(&cost, &s->state);
  if (holds && (out->state != JH_REMEDY_SOLVED || jh_rat_compare(&cost, &out->cost) < 0)) {
    out->state = JH_REMEDY_SOLVED;
    jh_rat_set(&out->cost, &cost);
    for (size_t v = 0; v < s->problem->variable_count; v++)
      jh_rat_set(&out->amounts[v], &s->state.amounts[v]);
  }
  jh_rat_done(&cost);
}

/* Amounts near those of the smooth way, whole where they must be. */
static void take_smooth(solving *s, const jh_smooth *smooth) {
  jh_rat amount;
  jh_rat_init(&amount);
  for (uint32_t v = 0; v < s->problem->variable_count; v++) {
    const jh_remedy_variable *at = &s->problem->variables[v];
    double value = smooth->amounts[v];
    if (!(value < 1e15)) continue;
    value = at->is_whole ? floor(value + 0.3) : value;
    jh_rats_double(&amount, value);
    jh_rat before;
    jh_rat_init(&before);
    jh_rat_set(&before, &s->state.amounts[v]);
    if (jh_state_is_allowed(&s->state, v, &amount)) jh_state_set(&s->state, v, &amount);
    for (size_t i = s->state.ask_from[v]; i < s->state.ask_from[v + 1]; i++) {
      uint32_t node = s->state.conditions[s->state.asks[i]];
      if (s->state.nodes[node].wish->kind == JH_REMEDY_SPREAD || jh_state_holds(&s->state, node))
        continue;
      jh_state_set(&s->state, v, &before);
      break;
    }
    jh_rat_done(&before);
  }
  jh_rat_done(&amount);
}

/* The bound by so much of the prices of the smooth way; `amounts`: and how the parts are best then. */
static bool prove_by(solving *s, const jh_smooth *smooth, double share, jh_rat *amounts) {
  jh_bound_task task = {
      .state = &s->state,
      .best = &s->out->cost,
      .part_of = s->first_of,
      .column_of = s->column_of,
      .most_steps = s->most_steps / 2000,
      .share = share,
      .amounts = amounts};
  jh_rat bound;
  jh_rat_init(&bound);
  bool is_proven = false, done = jh_bound_find(&bound, &is_proven, &task, smooth->pulls);
  if (is_proven && jh_rat_compare(&bound, &s->out->bound) > 0) jh_rat_set(&s->out->bound, &bound);
  jh_rat_done(&bound);
  s->out->steps += task.steps;
  return done;
}

static void take_proposal(solving *s, const jh_rat *amounts) {
  for (uint32_t v = 0; v < s->problem->variable_count; v++) {
    if (jh_state_is_allowed(&s->state, v, &amounts[v])) jh_state_set(&s->state, v, &amounts[v]);
  }
  if (jh_level_up(&s->state, &s->out->steps)) keep_if_better(s);
}

/* Bounds, and beginnings where the parts are best at nearly these prices: other choices, perhaps. */
static bool prove(solving *s, const jh_smooth *smooth) {
  static const double shares[] = {1, 0.9998, 0.999, 0.995, 0.97};
  size_t variables = s->problem->variable_count;
  jh_rat *amounts = jh_rats_open(variables);
  bool done = amounts != NULL;
  for (size_t i = 0; i < sizeof shares / sizeof *shares && done; i++) {
    for (size_t v = 0; v < variables; v++) jh_rat_set_int(&amounts[v], 0);
    done = prove_by(s, smooth, shares[i], amounts);
    if (done) take_proposal(s, amounts);
  }
  jh_rats_close(amounts, variables);
  return done;
}

/* The parts are solved and the spreads do not hold yet: divided, whole, bound, and anew. */
static bool level(solving *s) {
  jh_smooth smooth = {0};
  if (!jh_level_up(&s->state, &s->out->steps)) return true;
  bool done = jh_smooth_find(&smooth, &s->state, &s->out->steps);
  keep_if_better(s);
  if (done) take_smooth(s, &smooth);
  if (done && jh_level_up(&s->state, &s->out->steps)) keep_if_better(s);
  if (done && s->out->state == JH_REMEDY_SOLVED) done = prove(s, &smooth);
  jh_smooth_close(&smooth);
  return done;
}

static bool spreads_hold(const solving *s) {
  for (size_t k = 0; k < s->state.spread_count; k++) {
    if (!jh_state_spread_holds(&s->state, k)) return false;
  }
  return true;
}

static bool run(solving *s) {
  s->out->state = JH_REMEDY_SOLVED;
  if (!find_parts(s)) {
    s->out->state = JH_REMEDY_IMPOSSIBLE;
    return true;
  }
  if (!solve_parts(s)) return false;
  if (s->out->state != JH_REMEDY_SOLVED) return true;
  s->out->state = JH_REMEDY_UNSOLVED;
  if (spreads_hold(s)) {
    keep_if_better(s);
  } else if (!level(s)) {
    return false;
  }
  s->out->is_exact =
      s->out->state == JH_REMEDY_SOLVED && jh_rat_compare(&s->out->cost, &s->out->bound) == 0;
  return true;
}

static bool open_amounts(jh_remedy_solution *out, size_t count, jh_arena *arena) {
  *out = (jh_remedy_solution){.state = JH_REMEDY_UNSOLVED};
  out->amounts = jh_arena_get(arena, (count + 1) * sizeof(jh_rat));
  for (size_t v = 0; out->amounts && v < count; v++) jh_rat_init(&out->amounts[v]);
  jh_rat_init(&out->cost);
  jh_rat_init(&out->bound);
  return out->amounts != NULL;
}

void jh_remedy_solve_done(jh_remedy_solution *solution, const jh_remedy_problem *problem) {
  for (size_t v = 0; solution->amounts && v < problem->variable_count; v++)
    jh_rat_done(&solution->amounts[v]);
  jh_rat_done(&solution->cost);
  jh_rat_done(&solution->bound);
  solution->amounts = NULL;
}

static bool sum_is_sound(const jh_remedy_problem *problem, const jh_remedy_sum *sum) {
  for (size_t i = 0; i < sum->count; i++) {
    if (sum->terms[i].variable >= problem->variable_count) return false;
  }
  return true;
}

static bool wish_is_sound(const jh_remedy_problem *problem, const jh_remedy_wish *wish) {
  bool is_sound = sum_is_sound(problem, &wish->sum);
  for (size_t u = 0; u < wish->unit_count && is_sound; u++)
    is_sound = sum_is_sound(problem, &wish->sums[u]) && jh_rat_sign(&wish->weights[u]) > 0;
  for (size_t i = 0; i < wish->member_count && is_sound; i++)
    is_sound = wish_is_sound(problem, &wish->members[i]) &&
               (!wish->floors || wish_is_sound(problem, &wish->floors[i]));
  return is_sound;
}

static bool is_sound(const jh_remedy_problem *problem) {
  for (size_t v = 0; v < problem->variable_count; v++) {
    const jh_remedy_variable *at = &problem->variables[v];
    if (jh_rat_sign(&at->cost) < 0 || (at->has_most && jh_rat_sign(&at->most) < 0)) return false;
  }
  for (size_t i = 0; i < problem->kept_count; i++) {
    if (!wish_is_sound(problem, &problem->kept[i])) return false;
  }
  return wish_is_sound(problem, &problem->goal);
}

static bool open_solving(solving *s) {
  size_t variables = s->problem->variable_count;
  s->part_of = jh_alloc_get((variables + 1) * sizeof(uint32_t));
  s->column_of = jh_alloc_get((variables + 1) * sizeof(uint32_t));
  if (!s->part_of || !s->column_of || !jh_state_open(&s->state, s->problem)) return false;
  memset(s->column_of, 0xff, (variables + 1) * sizeof(uint32_t));
  s->first_of = jh_alloc_get((s->state.condition_count + 1) * sizeof(uint32_t));
  return s->first_of != NULL;
}

static void close_solving(solving *s) {
  jh_state_close(&s->state);
  jh_alloc_free(s->part_of);
  jh_alloc_free(s->column_of);
  jh_alloc_free(s->first_of);
}

/* Solves a problem of the same variables as it stands. False when memory is out. */
static bool solve_one(
    jh_remedy_solution *out, const jh_remedy_problem *problem, uint64_t most_steps) {
  solving s = {.problem = problem, .out = out, .most_steps = most_steps};
  bool done = open_solving(&s) && run(&s);
  close_solving(&s);
  return done;
}

/* From a way without moves to one with them; what is kept is tried on the problem itself. */
static bool use_moves(
    jh_remedy_solution *out, const jh_remedy_problem *problem, const jh_rat *amounts) {
  solving s = {.problem = problem, .out = out};
  bool done = open_solving(&s);
  for (uint32_t v = 0; done && v < problem->variable_count; v++)
    jh_state_set(&s.state, v, &amounts[v]);
  if (done) {
    keep_if_better(&s);
    jh_moves_use(&s.state, &out->steps);
    keep_if_better(&s);
  }
  close_solving(&s);
  return done;
}

/* Without moves, then with; the bound from what moves could do at best. */
static bool solve_with_moves(
    jh_remedy_solution *out, const jh_remedy_problem *problem, uint64_t most_steps,
    jh_arena *arena) {
  jh_remedy_problem without, relaxed;
  jh_remedy_solution first, best;
  jh_rat zero;
  jh_rat_init(&zero);
  bool done = open_amounts(&first, problem->variable_count, arena);
  done = open_amounts(&best, problem->variable_count, arena) && done;
  done = done && jh_moves_forbid(&without, problem, &zero, arena) &&
         solve_one(&first, &without, most_steps) && jh_moves_relax(&relaxed, problem, arena) &&
         solve_one(&best, &relaxed, most_steps / 10);
  out->steps = first.steps + best.steps;
  if (done && best.state == JH_REMEDY_IMPOSSIBLE) {
    out->state = JH_REMEDY_IMPOSSIBLE;
  } else if (done) {
    jh_rat_set(&out->bound, &best.bound);
    done = first.state != JH_REMEDY_SOLVED || use_moves(out, problem, first.amounts);
    out->is_exact = out->state == JH_REMEDY_SOLVED && jh_rat_compare(&out->cost, &out->bound) == 0;
  }
  jh_remedy_solve_done(&first, problem);
  jh_remedy_solve_done(&best, problem);
  jh_rat_done(&zero);
  return done;
}

jh_code jh_remedy_solve(
    jh_remedy_solution *out, const jh_remedy_problem *problem, const jh_remedy_limits *limits,
    jh_arena *arena, jh_error *err) {
  if (!is_sound(problem)) return jh_fail(err, JH_EREMEDY_NUMBER, NULL, NULL);
  jh_remedy_solution made;
  uint64_t most_steps = limits && limits->most_steps ? limits->most_steps : usual_steps;
  bool done = open_amounts(&made, problem->variable_count, arena);
  if (done) {
    done = jh_moves_are_many(problem) ? solve_with_moves(&made, problem, most_steps, arena)
                                      : solve_one(&made, problem, most_steps);
  }
  if (!done) {
    jh_remedy_solve_done(&made, problem);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *out = made;
  return JH_OK;
}
