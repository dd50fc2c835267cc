/* gap.c - see gap.h. */
#include "remedy/gap.h"

#include <string.h>

typedef struct work {
  const jh_remedy_problem *problem;
  const jh_prices *prices;
  jh_arena *arena;
  jh_remedy_gap *items;
  size_t count, room;
  uint32_t choices;
  jh_rat *zeros; /* by variable: nothing bought */
  bool has_failed;
} work;

/* The rule at hand, and the choice below which it stands. */
typedef struct stand {
  uint32_t rule, row, choice, choice_rule, choice_row, leave;
} stand;

static const jh_remedy_variable *variable_of(const work *w, const jh_remedy_term *term) {
  return &w->problem->variables[term->variable];
}

/* The term that does most for the line; NULL if none does. */
static const jh_remedy_term *best_of(const jh_remedy_sum *sum) {
  const jh_remedy_term *best = NULL;
  for (size_t i = 0; i < sum->count; i++) {
    if (jh_rat_sign(&sum->terms[i].factor) <= 0) continue;
    if (!best || jh_rat_compare(&sum->terms[i].factor, &best->factor) > 0) best = &sum->terms[i];
  }
  return best;
}

/* How much of a term makes the line true, in its column's unit. */
static void write_amount(
    const work *w, const jh_remedy_wish *line, const jh_remedy_term *term, char out[48]) {
  const jh_means *means = &w->prices->means[variable_of(w, term)->means];
  jh_rat amount, part;
  jh_rat_init(&amount), jh_rat_init(&part);
  int sign = jh_rat_sign(&line->sum.constant);
  if (sign < 0 || (sign == 0 && line->is_strict)) {
    jh_rat_set_int(&part, -1);
    jh_rat_mul(&amount, &line->sum.constant, &part);
    jh_rat_div(&amount, &amount, &term->factor);
    jh_rat_ceil(&part, &amount);
    bool is_at = line->is_strict && jh_rat_compare(&part, &amount) == 0;
    jh_rat_set(&amount, &part);
    jh_rat_set_int(&part, 1);
    if (is_at) jh_rat_add(&amount, &amount, &part);
    jh_rat_set_dec(&part, means->step);
    jh_rat_mul(&amount, &amount, &part);
  }
  (void)jh_rat_decimal(&amount, means->step.scale, JH_ROUND_UP, out, 48);
  jh_rat_done(&amount), jh_rat_done(&part);
}

/* The columns at the same row that do as much as the best one. */
static void set_columns(
    work *w, const jh_remedy_sum *sum, const jh_remedy_term *best, jh_remedy_gap *gap) {
  const jh_remedy_variable *at = variable_of(w, best);
  uint32_t *columns = jh_arena_get(w->arena, (sum->count + 1) * sizeof *columns);
  w->has_failed |= !columns;
  gap->table = w->prices->means[at->means].table;
  gap->cell_row = at->row;
  gap->columns = columns;
  for (size_t i = 0; columns && i < sum->count; i++) {
    const jh_remedy_variable *other = variable_of(w, &sum->terms[i]);
    if (other->row != at->row || w->prices->means[other->means].table != gap->table) continue;
    if (jh_rat_compare(&sum->terms[i].factor, &best->factor) != 0) continue;
    columns[gap->column_count++] = w->prices->means[other->means].adds[0].column;
  }
}

/* The line of a wish that does not hold; NULL if there is none. */
static const jh_remedy_wish *line_in(const jh_remedy_wish *wish) {
  const jh_remedy_wish *found = NULL;
  if (wish->kind == JH_REMEDY_LINE) {
    int sign = jh_rat_sign(&wish->sum.constant);
    return sign < 0 || (sign == 0 && wish->is_strict) ? wish : NULL;
  }
  if (wish->kind != JH_REMEDY_ALL) return NULL;
  for (size_t i = 0; i < wish->member_count && !found; i++) found = line_in(&wish->members[i]);
  return found;
}

static void add_line(
    work *w, const jh_remedy_wish *line, const jh_remedy_wish *floor, const stand *at) {
  const jh_remedy_term *best = best_of(&line->sum);
  void *items = w->items;
  if (!best) return;
  if (jh_arena_grow(w->arena, &items, &w->room, w->count + 1, sizeof *w->items)) {
    w->has_failed = true;
    return;
  }
  w->items = items;
  jh_remedy_gap *gap = &w->items[w->count++];
  memset(gap, 0, sizeof *gap);
  gap->rule = at->rule;
  gap->row = at->row;
  gap->choice = at->choice;
  gap->choice_rule = at->choice_rule;
  gap->choice_row = at->choice_row;
  gap->leave = at->leave;
  write_amount(w, line, best, gap->amount);
  set_columns(w, &line->sum, best, gap);
  if (!floor || floor->kind == JH_REMEDY_NEVER) return;
  const jh_remedy_wish *below = line_in(floor);
  const jh_remedy_term *best_below = below ? best_of(&below->sum) : NULL;
  if (below && best_below)
    write_amount(w, below, best_below, gap->floor);
  else
    memcpy(gap->floor, "0", 2);
}

static void add_wish(work *w, const jh_remedy_wish *wish, const jh_remedy_wish *floor, stand at) {
  if (wish->rule != JH_NONE) {
    at.rule = wish->rule;
    at.row = wish->row;
  }
  const jh_remedy_wish *line = line_in(wish);
  if (wish->kind == JH_REMEDY_LINE && line) add_line(w, line, floor, &at);
  if (wish->kind == JH_REMEDY_CHOOSE) {
    if (jh_remedy_holds(wish, w->zeros)) return; /* enough of them hold: the others need not */
    at.choice = ++w->choices;
    at.choice_rule = at.rule;
    at.choice_row = at.row;
    at.leave = (uint32_t)(wish->member_count - wish->n);
  }
  for (size_t i = 0; i < wish->member_count; i++) {
    const jh_remedy_wish *of = wish->kind == JH_REMEDY_ALL ? floor
                               : wish->floors              ? &wish->floors[i]
                                                           : NULL;
    add_wish(w, &wish->members[i], of, at);
  }
}

jh_code jh_remedy_gap_list(
    jh_remedy_gap **out, size_t *count, const jh_remedy_model *model, const jh_prices *prices,
    jh_arena *arena, jh_error *err) {
  work w = {.problem = &model->problem, .prices = prices, .arena = arena};
  stand at = {JH_NONE, JH_NONE, 0, JH_NONE, JH_NONE, 0};
  size_t variables = model->problem.variable_count;
  w.zeros = jh_arena_get(arena, (variables + 1) * sizeof *w.zeros);
  if (!w.zeros) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < variables; i++) jh_rat_init(&w.zeros[i]);
  add_wish(&w, &model->problem.goal, NULL, at);
  for (size_t i = 0; i < variables; i++) jh_rat_done(&w.zeros[i]);
  *out = w.items;
  *count = w.count;
  return w.has_failed ? jh_fail(err, JH_ENOMEM, NULL, NULL) : JH_OK;
}

bool jh_remedy_gap_of(
    jh_remedy_gap *gap, const jh_remedy_wish *line, const jh_remedy_model *model,
    const jh_prices *prices, jh_arena *arena, bool *has_failed) {
  work w = {.problem = &model->problem, .prices = prices, .arena = arena};
  const jh_remedy_term *best = best_of(&line->sum);
  if (!best) return false;
  write_amount(&w, line, best, gap->amount);
  set_columns(&w, &line->sum, best, gap);
  *has_failed |= w.has_failed;
  return true;
}
