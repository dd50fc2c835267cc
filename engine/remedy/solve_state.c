/* solve_state.c - see solve_state.h. */
#include "remedy/solve_state.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "remedy/solve_rats.h"

static bool grow(void **items, size_t *room, size_t need, size_t size) {
  return jh_alloc_grow(items, room, need, size) == 0;
}

static bool add_uses(jh_state *s, const jh_remedy_sum *sum, uint32_t index, uint32_t unit) {
  for (size_t i = 0; i < sum->count; i++) {
    if (!grow((void **)&s->uses, &s->use_room, s->use_count + 1, sizeof *s->uses)) return false;
    s->uses[s->use_count++] =
        (jh_state_use){sum->terms[i].variable, index, unit, jh_rat_double(&sum->terms[i].factor)};
  }
  return true;
}

static bool add_line(jh_state *s, const jh_remedy_wish *wish) {
  if (!grow((void **)&s->lines, &s->line_room, s->line_count + 1, sizeof *s->lines)) return false;
  double constant = jh_rat_double(&wish->sum.constant);
  s->lines[s->line_count] = (jh_state_line){wish, constant, fabs(constant)};
  return add_uses(s, &wish->sum, (uint32_t)s->line_count++, JH_NONE);
}

static bool add_spread(jh_state *s, const jh_remedy_wish *wish) {
  if (!grow((void **)&s->spreads, &s->spread_room, s->spread_count + 1, sizeof *s->spreads))
    return false;
  double limit = jh_rat_double(&wish->limit);
  jh_state_spread spread = {.wish = wish, .square = 1 + limit * limit};
  spread.sums = jh_alloc_get((2 * wish->unit_count + 1) * sizeof(double));
  if (!spread.sums) return false;
  spread.weights = spread.sums + wish->unit_count;
  uint32_t place = (uint32_t)s->spread_count++;
  s->spreads[place] = spread;
  jh_state_spread *at = &s->spreads[place];
  for (size_t u = 0; u < wish->unit_count; u++) {
    at->weights[u] = jh_rat_double(&wish->weights[u]);
    at->sums[u] = jh_rat_double(&wish->sums[u].constant);
    at->weight += at->weights[u];
    at->first += at->sums[u];
    at->second += at->sums[u] * at->sums[u] / at->weights[u];
    if (!add_uses(s, &wish->sums[u], place, (uint32_t)u)) return false;
  }
  return true;
}

/* Returns the node's place; JH_NONE when memory is out. */
static uint32_t add_node(jh_state *s, const jh_remedy_wish *wish) {
  if (!grow((void **)&s->nodes, &s->node_room, s->node_count + 1, sizeof *s->nodes)) return JH_NONE;
  uint32_t at = (uint32_t)s->node_count++;
  jh_state_node node = {.wish = wish, .floors = JH_NONE};
  bool is_made = true;
  if (wish->kind == JH_REMEDY_LINE) {
    node.index = (uint32_t)s->line_count;
    is_made = add_line(s, wish);
  } else if (wish->kind == JH_REMEDY_SPREAD) {
    node.index = (uint32_t)s->spread_count;
    is_made = add_spread(s, wish);
  } else if (wish->member_count > 0) {
    size_t need = wish->member_count * (wish->floors ? 2 : 1);
    if (!grow((void **)&s->children, &s->child_room, s->child_count + need, sizeof *s->children))
      return JH_NONE;
    node.members = (uint32_t)s->child_count;
    if (wish->floors) node.floors = (uint32_t)(s->child_count + wish->member_count);
    s->child_count += need;
    for (size_t i = 0; i < need && is_made; i++) {
      size_t k = i < wish->member_count ? i : i - wish->member_count;
      uint32_t child = add_node(s, i == k ? &wish->members[k] : &wish->floors[k]);
      s->children[node.members + i] = child;
      is_made = child != JH_NONE;
    }
  }
  s->nodes[at] = node;
  return is_made ? at : JH_NONE;
}

static bool add_condition(jh_state *s, const jh_remedy_wish *wish) {
  if (wish->kind == JH_REMEDY_ALL) {
    for (size_t i = 0; i < wish->member_count; i++) {
      if (!add_condition(s, &wish->members[i])) return false;
    }
    return true;
  }
  if (!grow(
          (void **)&s->conditions, &s->condition_room, s->condition_count + 1,
          sizeof *s->conditions))
    return false;
  uint32_t node = add_node(s, wish);
  s->conditions[s->condition_count++] = node;
  return node != JH_NONE;
}

/* Sorts into places by variable; `from` has one place more. */
static bool order_uses(jh_state *s, size_t variables) {
  jh_state_use *ordered = jh_alloc_get((s->use_count + 1) * sizeof *ordered);
  if (!ordered) return false;
  for (size_t i = 0; i < s->use_count; i++) s->use_from[s->uses[i].variable + 1]++;
  for (size_t v = 0; v < variables; v++) s->use_from[v + 1] += s->use_from[v];
  for (size_t i = 0; i < s->use_count; i++)
    ordered[s->use_from[s->uses[i].variable]++] = s->uses[i];
  for (size_t v = variables; v > 0; v--) s->use_from[v] = s->use_from[v - 1];
  s->use_from[0] = 0;
  jh_alloc_free(s->uses);
  s->uses = ordered;
  return true;
}

typedef struct marks {
  jh_state *state;
  uint32_t *seen; /* by variable: the last condition that was counted, + 1 */
  bool is_second; /* filling, not counting */
  uint32_t condition;
} marks;

static void mark_sum(marks *m, const jh_remedy_sum *sum) {
  jh_state *s = m->state;
  for (size_t i = 0; i < sum->count; i++) {
    uint32_t v = sum->terms[i].variable;
    if (m->seen[v] == m->condition + 1) continue;
    m->seen[v] = m->condition + 1;
    if (m->is_second) {
      s->asks[s->ask_from[v]++] = m->condition;
    } else {
      s->ask_from[v + 1]++;
      s->ask_count++;
    }
  }
}

static void mark_wish(marks *m, const jh_remedy_wish *wish) {
  mark_sum(m, &wish->sum);
  for (size_t u = 0; u < wish->unit_count; u++) mark_sum(m, &wish->sums[u]);
  for (size_t i = 0; i < wish->member_count; i++) {
    mark_wish(m, &wish->members[i]);
    if (wish->floors) mark_wish(m, &wish->floors[i]);
  }
}

static bool order_asks(jh_state *s, size_t variables) {
  marks m = {.state = s, .seen = jh_alloc_get((variables + 1) * sizeof(uint32_t))};
  if (!m.seen) return false;
  for (int second = 0; second < 2; second++) {
    m.is_second = second;
    memset(m.seen, 0, variables * sizeof(uint32_t));
    for (m.condition = 0; m.condition < s->condition_count; m.condition++)
      mark_wish(&m, s->nodes[s->conditions[m.condition]].wish);
    if (second) break;
    for (size_t v = 0; v < variables; v++) s->ask_from[v + 1] += s->ask_from[v];
    s->asks = jh_alloc_get((s->ask_count + 1) * sizeof *s->asks);
    if (!s->asks) break;
  }
  for (size_t v = variables; v > 0; v--) s->ask_from[v] = s->ask_from[v - 1];
  s->ask_from[0] = 0;
  jh_alloc_free(m.seen);
  return s->asks != NULL;
}

bool jh_state_open(jh_state *out, const jh_remedy_problem *problem) {
  size_t variables = problem->variable_count;
  *out = (jh_state){.problem = problem};
  out->amounts = jh_rats_open(variables);
  out->x = jh_alloc_get((variables + 1) * sizeof *out->x);
  out->use_from = jh_alloc_get((variables + 2) * sizeof *out->use_from);
  out->ask_from = jh_alloc_get((variables + 2) * sizeof *out->ask_from);
  if (!out->amounts || !out->x || !out->use_from || !out->ask_from) return false;
  if (!add_condition(out, &problem->goal)) return false;
  for (size_t i = 0; i < problem->kept_count; i++) {
    if (!add_condition(out, &problem->kept[i])) return false;
  }
  return order_uses(out, variables) && order_asks(out, variables);
}

void jh_state_close(jh_state *state) {
  for (size_t i = 0; i < state->spread_count; i++) jh_alloc_free(state->spreads[i].sums);
  if (state->problem) jh_rats_close(state->amounts, state->problem->variable_count);
  jh_alloc_free(state->x);
  jh_alloc_free(state->lines);
  jh_alloc_free(state->spreads);
  jh_alloc_free(state->nodes);
  jh_alloc_free(state->children);
  jh_alloc_free(state->conditions);
  jh_alloc_free(state->uses);
  jh_alloc_free(state->use_from);
  jh_alloc_free(state->asks);
  jh_alloc_free(state->ask_from);
  *state = (jh_state){0};
}

void jh_state_set(jh_state *s, uint32_t variable, const jh_rat *amount) {
  double before = s->x[variable], after = jh_rat_double(amount);
  jh_rat_set(&s->amounts[variable], amount);
  s->x[variable] = after;
  for (size_t i = s->use_from[variable]; i < s->use_from[variable + 1]; i++) {
    const jh_state_use *use = &s->uses[i];
    double by = use->factor * (after - before);
    if (use->unit == JH_NONE) {
      s->lines[use->index].value += by;
      s->lines[use->index].size += fabs(use->factor) * (after - before);
      continue;
    }
    jh_state_spread *spread = &s->spreads[use->index];
    double sum = spread->sums[use->unit], weight = spread->weights[use->unit];
    spread->sums[use->unit] = sum + by;
    spread->first += by;
    spread->second += by * (2 * sum + by) / weight;
  }
}

static bool line_holds(const jh_state *s, const jh_state_line *line) {
  double hair = 1e-9 * (1e-3 + line->size);
  if (line->value > hair) return true;
  if (line->value < -hair) return false;
  return jh_remedy_holds(line->wish, s->amounts);
}

bool jh_state_spread_holds(const jh_state *s, size_t spread) {
  const jh_state_spread *at = &s->spreads[spread];
  double left = at->weight * at->second, right = at->square * at->first * at->first;
  if (fabs(left - right) > 1e-9 * (left + right)) return left < right;
  return jh_remedy_holds(at->wish, s->amounts);
}

bool jh_state_holds(const jh_state *s, uint32_t node) {
  const jh_state_node *at = &s->nodes[node];
  const jh_remedy_wish *wish = at->wish;
  if (wish->kind == JH_REMEDY_LINE) return line_holds(s, &s->lines[at->index]);
  if (wish->kind == JH_REMEDY_SPREAD) return jh_state_spread_holds(s, at->index);
  if (wish->kind == JH_REMEDY_NEVER) return false;
  size_t held = 0;
  for (size_t i = 0; i < wish->member_count; i++) {
    if (jh_state_holds(s, s->children[at->members + i])) {
      held++;
      continue;
    }
    bool has_floor = wish->kind != JH_REMEDY_ALL && at->floors != JH_NONE;
    if (wish->kind == JH_REMEDY_ALL ||
        (has_floor && !jh_state_holds(s, s->children[at->floors + i])))
      return false;
  }
  return wish->kind == JH_REMEDY_ALL || held >= wish->n;
}

bool jh_state_holds_around(const jh_state *s, uint32_t variable) {
  for (size_t i = s->ask_from[variable]; i < s->ask_from[variable + 1]; i++) {
    if (!jh_state_holds(s, s->conditions[s->asks[i]])) return false;
  }
  return true;
}

bool jh_state_holds_all(const jh_state *s) {
  for (size_t i = 0; i < s->condition_count; i++) {
    if (!jh_state_holds(s, s->conditions[i])) return false;
  }
  return true;
}

bool jh_state_is_allowed(const jh_state *s, uint32_t variable, const jh_rat *amount) {
  const jh_remedy_variable *at = &s->problem->variables[variable];
  return jh_rat_sign(amount) >= 0 && (!at->has_most || jh_rat_compare(amount, &at->most) <= 0) &&
         (!at->is_whole || jh_rats_is_whole(amount));
}

void jh_state_cost(jh_rat *out, const jh_state *s) {
  jh_rat part;
  jh_rat_init(&part);
  jh_rat_set_int(out, 0);
  for (size_t v = 0; v < s->problem->variable_count; v++) {
    if (jh_rat_sign(&s->amounts[v]) != 0)
      jh_rats_add_product(out, &s->amounts[v], &s->problem->variables[v].cost, &part);
  }
  jh_rat_done(&part);
}
