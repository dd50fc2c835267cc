/* solve_moves.c - see solve_moves.h. */
#include "remedy/solve_moves.h"

#include <string.h>

enum { at_once = 150 }; /* so many variables are solved with their moves */

static bool is_move(const jh_remedy_problem *problem, uint32_t variable) {
  return problem->variables[variable].from_row != JH_NONE;
}

bool jh_moves_are_many(const jh_remedy_problem *problem) {
  bool has_moves = false;
  for (uint32_t v = 0; v < problem->variable_count && !has_moves; v++)
    has_moves = is_move(problem, v);
  return has_moves && problem->variable_count > at_once;
}

bool jh_moves_forbid(
    jh_remedy_problem *out, const jh_remedy_problem *problem, const jh_rat *zero, jh_arena *arena) {
  *out = *problem;
  size_t size = problem->variable_count * sizeof *out->variables;
  out->variables = jh_arena_get(arena, size);
  if (!out->variables) return false;
  memcpy(out->variables, problem->variables, size);
  for (uint32_t v = 0; v < problem->variable_count; v++) {
    if (!is_move(problem, v)) continue;
    out->variables[v].has_most = true;
    out->variables[v].most = *zero;
  }
  return true;
}

static bool relax_sum(jh_remedy_sum *sum, const jh_remedy_problem *problem, jh_arena *arena) {
  const jh_remedy_term *from = sum->terms;
  size_t count = sum->count;
  sum->terms = jh_arena_get(arena, (count + 1) * sizeof *sum->terms);
  sum->count = 0;
  for (size_t i = 0; sum->terms && i < count; i++) {
    if (!is_move(problem, from[i].variable) || jh_rat_sign(&from[i].factor) >= 0)
      sum->terms[sum->count++] = from[i];
  }
  return sum->terms != NULL;
}

static bool relax_all(
    jh_remedy_wish **wishes, size_t count, const jh_remedy_problem *problem, jh_arena *arena);

static bool relax_wish(jh_remedy_wish *wish, const jh_remedy_problem *problem, jh_arena *arena) {
  if (wish->kind == JH_REMEDY_LINE) return relax_sum(&wish->sum, problem, arena);
  return relax_all(&wish->members, wish->member_count, problem, arena) &&
         (!wish->floors || relax_all(&wish->floors, wish->member_count, problem, arena));
}

/* Copies them, and what they consist of. */
static bool relax_all(
    jh_remedy_wish **wishes, size_t count, const jh_remedy_problem *problem, jh_arena *arena) {
  if (count == 0) return true;
  jh_remedy_wish *copies = jh_arena_get(arena, count * sizeof *copies);
  if (!copies) return false;
  memcpy(copies, *wishes, count * sizeof *copies);
  *wishes = copies;
  for (size_t i = 0; i < count; i++) {
    if (!relax_wish(&copies[i], problem, arena)) return false;
  }
  return true;
}

bool jh_moves_relax(jh_remedy_problem *out, const jh_remedy_problem *problem, jh_arena *arena) {
  *out = *problem;
  return relax_wish(&out->goal, problem, arena) &&
         relax_all(&out->kept, out->kept_count, problem, arena);
}

static void add_whole(jh_state *state, uint32_t variable, int by) {
  jh_rat amount;
  jh_rat_init(&amount);
  jh_rat_set_int(&amount, by);
  jh_rat_add(&amount, &amount, &state->amounts[variable]);
  jh_state_set(state, variable, &amount);
  jh_rat_done(&amount);
}

/* One move more and one purchase less; false, and as before, if something does not hold then. */
static bool swap_in(jh_state *state, uint32_t move, uint32_t purchase) {
  if (jh_rat_sign(&state->amounts[purchase]) == 0) return false;
  add_whole(state, purchase, -1);
  add_whole(state, move, 1);
  bool goes = jh_rat_sign(&state->amounts[purchase]) >= 0 &&
              jh_state_is_allowed(state, move, &state->amounts[move]) &&
              jh_state_holds_around(state, move) && jh_state_holds_around(state, purchase);
  if (goes) return true;
  add_whole(state, move, -1);
  add_whole(state, purchase, 1);
  return false;
}

/* Every purchase that adds to a sum to which the move adds. */
static void use_move(jh_state *state, uint32_t move, uint64_t *steps) {
  const jh_remedy_variable *variables = state->problem->variables;
  for (size_t i = state->use_from[move]; i < state->use_from[move + 1]; i++) {
    const jh_state_use *use = &state->uses[i];
    if (use->factor <= 0) continue;
    const jh_remedy_sum *sum = use->unit == JH_NONE
                                   ? &state->lines[use->index].wish->sum
                                   : &state->spreads[use->index].wish->sums[use->unit];
    for (size_t t = 0; t < sum->count; t++) {
      uint32_t other = sum->terms[t].variable;
      if (other == move || !variables[other].is_whole || jh_rat_sign(&sum->terms[t].factor) <= 0 ||
          jh_rat_compare(&variables[other].cost, &variables[move].cost) <= 0)
        continue;
      for (int times = 0; times < 1000 && swap_in(state, move, other); times++) *steps += 1;
      *steps += 1;
    }
  }
}

void jh_moves_use(jh_state *state, uint64_t *steps) {
  for (uint32_t v = 0; v < state->problem->variable_count; v++) {
    if (is_move(state->problem, v) && state->problem->variables[v].is_whole)
      use_move(state, v, steps);
  }
}
