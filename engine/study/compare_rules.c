/* compare_rules.c - the rules of both plans as pairs, and which stands on which. */
#include <string.h>

#include "study/compare_parts.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

bool jh_compare_add(jh_compare_work *w, jh_compare_list *list, uint32_t item) {
  for (size_t i = 0; i < list->count; i++) {
    if (list->items[i] == item) return true;
  }
  void *items = list->items;
  if (jh_arena_grow(w->arena, &items, &list->room, list->count + 1, sizeof *list->items) != 0) {
    w->is_full = true;
    return false;
  }
  list->items = items;
  list->items[list->count++] = item;
  return true;
}

int jh_compare_home(const jh_compare_work *w, uint32_t pair) {
  return w->out->rules[pair].of[1] != JH_NONE || pair == 0 ? 1 : 0;
}

const jh_rule *jh_compare_rule(const jh_compare_work *w, int side, uint32_t pair) {
  uint32_t rule = w->out->rules[pair].of[side];
  return rule == JH_NONE ? NULL : &w->plan[side]->rules[rule];
}

uint32_t jh_compare_level(const jh_compare_work *w, int side, uint32_t pair) {
  const jh_rule *rule = jh_compare_rule(w, side, pair);
  return rule && pair ? rule->level : w->top[side];
}

static bool is_compared(const jh_rule *rule) {
  return rule->kind != JH_RULE_CHECK && rule->level != JH_NONE && rule->holds != JH_NONE;
}

/* The rule before with the id and level of one after. */
static uint32_t find_before(const jh_compare_work *w, const jh_rule *after) {
  uint32_t found = jh_plan_rule(w->plan[0], jh_str_of(after->id));
  if (found == JH_NONE || found == w->side[0]->verdict_rule) return JH_NONE;
  const jh_rule *before = &w->plan[0]->rules[found];
  bool is_same = is_compared(before) && w->level_of[1][after->level] == before->level;
  return is_same ? found : JH_NONE;
}

static void add_pair(jh_compare_work *w, uint32_t before, uint32_t after) {
  uint32_t pair = (uint32_t)w->out->rule_count++;
  w->out->rules[pair] = (jh_flip_rule){.of = {before, after}};
  if (before != JH_NONE) w->pair_of[0][before] = pair;
  if (after != JH_NONE) w->pair_of[1][after] = pair;
}

static void make_pairs(jh_compare_work *w) {
  add_pair(w, w->side[0]->verdict_rule, w->side[1]->verdict_rule);
  for (uint32_t i = 0; i < w->plan[1]->rule_count; i++) {
    const jh_rule *rule = &w->plan[1]->rules[i];
    if (w->pair_of[1][i] == JH_NONE && is_compared(rule)) add_pair(w, find_before(w, rule), i);
  }
  for (uint32_t i = 0; i < w->plan[0]->rule_count; i++) {
    if (w->pair_of[0][i] == JH_NONE && is_compared(&w->plan[0]->rules[i])) add_pair(w, i, JH_NONE);
  }
}

static void mark(const jh_compare_work *w, int side, uint32_t node) {
  if (node != JH_NONE && node < w->plan[side]->node_count) w->nodes[node] = true;
}

/* Arguments come before the node that uses them: one walk downwards marks all. */
void jh_compare_nodes(jh_compare_work *w, int side, uint32_t rule) {
  const jh_plan *plan = w->plan[side];
  const jh_rule *at = &plan->rules[rule];
  memset(w->nodes, 0, plan->node_count);
  mark(w, side, at->measure);
  mark(w, side, at->bound);
  mark(w, side, at->applies);
  mark(w, side, at->holds);
  for (size_t n = plan->node_count; n-- > 0;) {
    const jh_node *node = &plan->nodes[n];
    if (!w->nodes[n] || node->op == JH_OP_RULE) continue;
    for (uint32_t k = 0; k < node->count; k++) mark(w, side, jh_plan_arg(plan, node, k));
  }
}

static void stand(jh_compare_work *w, int side, uint32_t pair, uint32_t on) {
  if (on >= w->plan[side]->rule_count) return;
  uint32_t child = w->pair_of[side][on];
  if (child == JH_NONE || child == pair) return;
  jh_compare_add(w, &w->children[pair], child);
  jh_compare_add(w, &w->readers[child], pair);
}

static void link_rule(jh_compare_work *w, int side, uint32_t rule) {
  const jh_plan *plan = w->plan[side];
  uint32_t pair = w->pair_of[side][rule];
  if (pair == JH_NONE) return;
  for (size_t i = 0; i < plan->rules[rule].member_count; i++)
    stand(w, side, pair, plan->rules[rule].members[i]);
  jh_compare_nodes(w, side, rule);
  for (size_t n = 0; n < plan->node_count; n++) {
    if (w->nodes[n] && plan->nodes[n].op == JH_OP_RULE) stand(w, side, pair, plan->nodes[n].index);
  }
  uint32_t parent = plan->rules[rule].parent;
  if (parent < plan->rule_count && w->pair_of[side][parent] != JH_NONE)
    stand(w, side, w->pair_of[side][parent], rule);
}

/* A pack without a verdict stands on whatever nothing else stands on. */
static void link_top(jh_compare_work *w, int side) {
  if (w->side[side]->verdict_rule != JH_NONE) return;
  for (uint32_t i = 0; i < w->plan[side]->rule_count; i++) {
    uint32_t pair = w->pair_of[side][i];
    if (pair != JH_NONE && w->plan[side]->rules[i].kind != JH_RULE_RELAXATION &&
        w->readers[pair].count == 0)
      stand(w, side, 0, i);
  }
}

static void mark_read(jh_compare_work *w) {
  bool is_changed = true;
  w->out->rules[0].is_read = true;
  while (is_changed) {
    is_changed = false;
    for (size_t pair = 0; pair < w->out->rule_count; pair++) {
      for (size_t k = 0; w->out->rules[pair].is_read && k < w->children[pair].count; k++) {
        jh_flip_rule *child = &w->out->rules[w->children[pair].items[k]];
        is_changed = is_changed || !child->is_read;
        child->is_read = true;
      }
    }
  }
}

jh_code jh_compare_rules(jh_compare_work *w, jh_error *err) {
  size_t most = w->plan[0]->rule_count + w->plan[1]->rule_count + 1, nodes = 1;
  for (int side = 0; side < 2; side++) {
    size_t count = w->plan[side]->rule_count;
    w->pair_of[side] = jh_arena_get(w->arena, (count + 1) * sizeof *w->pair_of[side]);
    if (!w->pair_of[side]) return out_of_memory(err);
    for (size_t i = 0; i < count; i++) w->pair_of[side][i] = JH_NONE;
    if (w->plan[side]->node_count > nodes) nodes = w->plan[side]->node_count;
  }
  w->out->rules = jh_arena_get(w->arena, most * sizeof *w->out->rules);
  w->children = jh_arena_get(w->arena, most * sizeof *w->children);
  w->readers = jh_arena_get(w->arena, most * sizeof *w->readers);
  w->nodes = jh_arena_get(w->arena, nodes);
  if (!w->out->rules || !w->children || !w->readers || !w->nodes) return out_of_memory(err);
  make_pairs(w);
  for (int side = 1; side >= 0; side--) {
    for (uint32_t i = 0; i < w->plan[side]->rule_count; i++) link_rule(w, side, i);
  }
  for (int side = 1; side >= 0; side--) link_top(w, side);
  mark_read(w);
  return w->is_full ? out_of_memory(err) : JH_OK;
}

jh_verdict jh_compare_verdict(const jh_compare_work *w, int side, const jh_compare_spot *spot) {
  uint32_t rule = w->out->rules[spot->rule].of[side], row = spot->row[side];
  if (row == JH_NONE) return JH_NOT_IN_FORCE;
  if (spot->rule == 0) return w->side[side]->verdicts[row];
  if (rule == JH_NONE) return JH_NOT_IN_FORCE;
  jh_verdict verdict = jh_run_verdict(w->side[side]->run, rule, row);
  bool may_pass =
      w->plan[side]->rules[rule].kind != JH_RULE_VERDICT || !w->plan[side]->pack.is_partial;
  return verdict == JH_MET && !may_pass ? JH_UNDETERMINED : verdict;
}

static bool is_hindering(jh_verdict verdict) {
  return verdict == JH_UNMET || verdict == JH_UNDETERMINED;
}

bool jh_compare_differs(
    const jh_compare_work *w, const jh_compare_spot *spot, jh_verdict verdict[2]) {
  const jh_flip_rule *pair = &w->out->rules[spot->rule];
  for (int side = 0; side < 2; side++) verdict[side] = jh_compare_verdict(w, side, spot);
  bool is_one_sided = spot->rule != 0 && (pair->of[0] == JH_NONE || pair->of[1] == JH_NONE);
  if (is_one_sided) return is_hindering(verdict[0]) || is_hindering(verdict[1]);
  return verdict[0] != verdict[1];
}

/* The row of a level on one side that stands above, or is the same as, a spot's; else JH_NONE. */
static uint32_t row_above(
    const jh_compare_work *w, int side, uint32_t level, uint32_t row, uint32_t above) {
  if (row == JH_NONE || !jh_plan_is_within(w->plan[side], level, above)) return JH_NONE;
  return level == above ? row : jh_dataset_ancestor(w->data[side], level, row, above);
}

void jh_compare_spots(
    jh_compare_work *w, const jh_compare_spot *from, uint32_t rule,
    void (*each)(jh_compare_work *w, const jh_compare_spot *spot, void *payload), void *payload) {
  int side = jh_compare_home(w, rule);
  uint32_t level = jh_compare_level(w, side, rule), own = JH_NONE, first, last;
  uint32_t from_level = jh_compare_level(w, jh_compare_home(w, from->rule), from->rule);
  if (jh_compare_home(w, from->rule) != side)
    from_level = w->level_of[jh_compare_home(w, from->rule)][from_level];
  if (from_level == JH_NONE || from->row[side] == JH_NONE) return;
  jh_compare_spot spot = {.rule = rule};
  own = row_above(w, side, from_level, from->row[side], level);
  if (own != JH_NONE) {
    first = own;
    last = own + 1;
  } else if (jh_plan_is_within(w->plan[side], level, from_level)) {
    jh_dataset_range(w->data[side], level, from_level, from->row[side], &first, &last);
  } else {
    return;
  }
  for (uint32_t row = first; row < last; row++) {
    spot.row[side] = row;
    spot.row[1 - side] = jh_compare_row(w, side, level, row);
    each(w, &spot, payload);
  }
}
