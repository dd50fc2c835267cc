/* behind.c - who stands below the mean of a spread that is too large, and to which level all below it must be
 * raised. Knows no text but of numbers. */
#include <string.h>

#include "remedy/gap.h"

enum { PLACES = 4, PER_ONE = 10000 };

typedef struct work {
  const jh_remedy_model *model;
  const jh_plan *plan;
  const jh_prices *prices;
  jh_arena *arena;
  jh_remedy_behind *items;
  size_t count, room;
  bool has_failed;
} work;

/* One spread: by unit its measure; what 1 of its unit is in base units. */
typedef struct spread {
  const jh_remedy_wish *wish;
  jh_rat *values, *raised; /* raised: by unit, weight times what it is raised to */
  jh_rat mean, scale, level;
} spread;

/* The rule whose measure is compared: spread items are called balance.indicator.stage. */
static const jh_rule *measured(const jh_plan *plan, uint32_t rule) {
  const char *id = plan->rules[rule].id;
  const char *first = strchr(id, '.'), *last = strrchr(id, '.');
  if (!first || last <= first) return NULL;
  uint32_t found = jh_plan_rule(plan, (jh_str){first + 1, (size_t)(last - first - 1)});
  return found == JH_NONE ? NULL : &plan->rules[found];
}

static void write_number(const spread *s, const jh_rat *value, jh_round how, char out[48]) {
  jh_rat shown;
  jh_rat_init(&shown);
  jh_rat_div(&shown, value, &s->scale);
  (void)jh_rat_decimal(&shown, PLACES, how, out, 48);
  jh_rat_done(&shown);
}

static void set_level(spread *s, int64_t level) {
  jh_rat_set_scaled(&s->level, level, PLACES);
  jh_rat_mul(&s->level, &s->level, &s->scale);
}

/* Does the spread hold once all below the level are raised to it? */
static bool holds_at(spread *s, int64_t level, jh_remedy_sum *sums) {
  jh_remedy_wish wish = *s->wish;
  set_level(s, level);
  for (size_t i = 0; i < wish.unit_count; i++) {
    bool is_below = jh_rat_compare(&s->values[i], &s->level) < 0;
    jh_rat_mul(&s->raised[i], &wish.weights[i], is_below ? &s->level : &s->values[i]);
    sums[i] = (jh_remedy_sum){.constant = s->raised[i]};
  }
  wish.sums = sums;
  return jh_remedy_holds(&wish, NULL);
}

/* The lowest level, by halving: the higher it is, the smaller the spread. */
static bool find_level(spread *s, jh_remedy_sum *sums) {
  double most = 0;
  jh_rat shown;
  jh_rat_init(&shown);
  for (size_t i = 0; i < s->wish->unit_count; i++) {
    jh_rat_div(&shown, &s->values[i], &s->scale);
    if (jh_rat_double(&shown) > most) most = jh_rat_double(&shown);
  }
  jh_rat_done(&shown);
  if (!(most < 1e13)) return false;
  int64_t low = 0, high = (int64_t)(most * PER_ONE) + 2;
  while (high - low > 1) {
    int64_t middle = low + (high - low) / 2;
    if (holds_at(s, middle, sums))
      high = middle;
    else
      low = middle;
  }
  return holds_at(s, high, sums);
}

static void find_mean(spread *s) {
  jh_rat weights;
  jh_rat_init(&weights);
  for (size_t i = 0; i < s->wish->unit_count; i++) {
    jh_rat_div(&s->values[i], &s->wish->sums[i].constant, &s->wish->weights[i]);
    jh_rat_add(&s->mean, &s->mean, &s->wish->sums[i].constant);
    jh_rat_add(&weights, &weights, &s->wish->weights[i]);
  }
  jh_rat_div(&s->mean, &s->mean, &weights);
  jh_rat_done(&weights);
}

static void fill_unit(work *w, spread *s, size_t i, jh_remedy_behind_unit *unit) {
  unit->level = s->wish->unit_level;
  unit->row = s->wish->unit_rows[i];
  write_number(s, &s->values[i], JH_ROUND_NEAREST, unit->value);
  if (jh_rat_compare(&s->values[i], &s->level) >= 0) return;
  jh_remedy_wish line = {.kind = JH_REMEDY_LINE, .sum = s->wish->sums[i]};
  jh_rat_init(&line.sum.constant);
  jh_rat_mul(&line.sum.constant, &s->level, &s->wish->weights[i]);
  jh_rat_sub(&line.sum.constant, &s->wish->sums[i].constant, &line.sum.constant);
  (void)jh_remedy_gap_of(&unit->gap, &line, w->model, w->prices, w->arena, &w->has_failed);
  jh_rat_done(&line.sum.constant);
}

/* The units below the mean, from the one furthest behind; of equal ones the first. */
static void list_units(work *w, spread *s, jh_remedy_behind *of) {
  size_t units = s->wish->unit_count, count = 0;
  size_t *order = jh_arena_get(w->arena, (units + 1) * sizeof *order);
  of->units = jh_arena_get(w->arena, (units + 1) * sizeof *of->units);
  if (!order || !of->units) {
    w->has_failed = true;
    return;
  }
  for (size_t i = 0; i < units; i++) {
    size_t at = count;
    if (jh_rat_compare(&s->values[i], &s->mean) >= 0) continue;
    for (; at > 0 && jh_rat_compare(&s->values[order[at - 1]], &s->values[i]) > 0; at--)
      order[at] = order[at - 1];
    order[at] = i;
    count++;
  }
  for (size_t i = 0; i < count; i++) fill_unit(w, s, order[i], &of->units[i]);
  of->count = count;
}

static void tell(work *w, spread *s, jh_remedy_behind *of) {
  size_t units = s->wish->unit_count;
  jh_remedy_sum *sums = jh_arena_get(w->arena, (units + 1) * sizeof *sums);
  const jh_rule *rule = measured(w->plan, of->rule);
  s->values = jh_arena_get(w->arena, (units + 1) * sizeof *s->values);
  s->raised = jh_arena_get(w->arena, (units + 1) * sizeof *s->raised);
  if (!sums || !s->values || !s->raised) {
    w->has_failed = true;
    return;
  }
  jh_rat_init(&s->mean), jh_rat_init(&s->scale), jh_rat_init(&s->level);
  for (size_t i = 0; i < units; i++) jh_rat_init(&s->values[i]), jh_rat_init(&s->raised[i]);
  jh_rat_set_int(&s->mean, rule ? rule->unit.den : 1);
  jh_rat_set_int(&s->scale, rule ? rule->unit.num : 1);
  jh_rat_div(&s->scale, &s->scale, &s->mean);
  jh_rat_set_int(&s->mean, 0);
  of->unit_text = rule ? rule->unit_text : NULL;
  find_mean(s);
  write_number(s, &s->mean, JH_ROUND_NEAREST, of->mean);
  if (find_level(s, sums)) {
    write_number(s, &s->level, JH_ROUND_NEAREST, of->level);
    list_units(w, s, of);
  }
  for (size_t i = 0; i < units; i++) jh_rat_done(&s->values[i]), jh_rat_done(&s->raised[i]);
  jh_rat_done(&s->mean), jh_rat_done(&s->scale), jh_rat_done(&s->level);
}

static void add_spread(work *w, const jh_remedy_wish *wish, uint32_t rule, uint32_t row) {
  void *items = w->items;
  spread s = {.wish = wish};
  if (jh_arena_grow(w->arena, &items, &w->room, w->count + 1, sizeof *w->items)) {
    w->has_failed = true;
    return;
  }
  w->items = items;
  jh_remedy_behind *of = &w->items[w->count++];
  memset(of, 0, sizeof *of);
  of->rule = rule;
  of->row = row;
  tell(w, &s, of);
  if (!of->count) w->count--;
}

static void look_at(
    work *w, const jh_remedy_wish *wish, uint32_t rule, uint32_t row, jh_rat *zeros) {
  if (wish->rule != JH_NONE) {
    rule = wish->rule;
    row = wish->row;
  }
  if (jh_remedy_holds(wish, zeros)) return;
  if (wish->kind == JH_REMEDY_SPREAD && rule != JH_NONE && wish->unit_rows)
    add_spread(w, wish, rule, row);
  for (size_t i = 0; i < wish->member_count; i++) look_at(w, &wish->members[i], rule, row, zeros);
}

jh_code jh_remedy_behind_list(
    jh_remedy_behind **out, size_t *count, const jh_remedy_model *model, const jh_plan *plan,
    const jh_prices *prices, jh_arena *arena, jh_error *err) {
  work w = {.model = model, .plan = plan, .prices = prices, .arena = arena};
  size_t variables = model->problem.variable_count;
  jh_rat *zeros = jh_arena_get(arena, (variables + 1) * sizeof *zeros);
  if (!zeros) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < variables; i++) jh_rat_init(&zeros[i]);
  look_at(&w, &model->problem.goal, JH_NONE, JH_NONE, zeros);
  for (size_t i = 0; i < variables; i++) jh_rat_done(&zeros[i]);
  *out = w.items;
  *count = w.count;
  return w.has_failed ? jh_fail(err, JH_ENOMEM, NULL, NULL) : JH_OK;
}
