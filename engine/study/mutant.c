/* mutant.c - makes the change, asks the cases that could notice, takes it back. */
#include "study/mutant.h"

#include "base/alloc.h"

/* How far a node or rule is from the change: it reads it itself, or stands on a rule that does. */
enum { FAR = 0, NEAR = 1, ABOVE = 2 };

/* What is kept to undo a change. */
typedef struct undo {
  jh_dec value;
  jh_op op;
  uint32_t arg;
  bool is_shared; /* NUMBER: others read the same node, so that the changed one is one more */
} undo;

static bool is_changed(const jh_plan *plan, const jh_mutant *m, uint32_t n) {
  const jh_node *node = &plan->nodes[n];
  if (m->kind == JH_MUTATION_VALUE) return node->op == JH_OP_PARAM && node->index == m->param;
  return n == m->node;
}

/* For each node, how it stands to the change. */
static void reach_out(const jh_plan *plan, const jh_mutant *m, uint8_t *hit) {
  for (uint32_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    hit[n] = is_changed(plan, m, n) ? NEAR : FAR;
    for (uint32_t k = 0; k < node->count && hit[n] != NEAR; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      uint8_t from = arg == JH_NONE ? FAR : hit[arg];
      if (from == FAR) continue;
      hit[n] = node->op == JH_OP_RULE ? ABOVE : hit[n] == FAR || from == NEAR ? from : hit[n];
    }
  }
}

static uint8_t rule_hit(const jh_plan *plan, const uint8_t *hit, uint32_t index) {
  const jh_rule *rule = &plan->rules[index];
  const uint32_t tops[4] = {rule->measure, rule->bound, rule->applies, rule->holds};
  uint8_t nearest = FAR;
  for (size_t k = 0; k < 4; k++) {
    uint8_t at = tops[k] == JH_NONE ? FAR : hit[tops[k]];
    if (at != FAR && (nearest == FAR || at < nearest)) nearest = at;
  }
  return nearest;
}

/* Are the units of a school made otherwise? */
static bool changes_units(const jh_plan *plan, const uint8_t *hit) {
  for (size_t s = 0; s < plan->stage_count; s++) {
    if (plan->stages[s].when != JH_NONE && hit[plan->stages[s].when] != FAR) return true;
  }
  return false;
}

/* Is what stands in force or not another on some day? Conditions without rows are settled by it. */
static bool changes_law(const jh_plan *plan, const uint8_t *hit) {
  for (size_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    if (hit[n] != FAR && node->level == JH_NONE && node->type == JH_TYPE_CONDITION) return true;
  }
  return false;
}

/* A number that stands here alone is changed where it is; else one more node, behind the last, takes
 * its place. */
static void change_number(jh_plan *plan, const jh_mutant *m, undo *kept) {
  uint32_t *arg = &plan->args[plan->nodes[m->node].first + m->slot], users = 0;
  for (size_t k = 0; k < plan->arg_count; k++) users += plan->args[k] == *arg;
  kept->arg = *arg;
  kept->value = plan->nodes[*arg].value;
  kept->is_shared = users > 1;
  if (kept->is_shared) {
    plan->nodes[plan->node_count] = plan->nodes[*arg];
    *arg = (uint32_t)plan->node_count++;
  }
  plan->nodes[*arg].value = m->number;
}

static void change(jh_plan *plan, const jh_mutant *m, undo *kept) {
  *kept = (undo){.is_shared = false};
  if (m->kind == JH_MUTATION_VALUE) {
    jh_dec *value = &plan->params[m->param].values[m->value].value;
    kept->value = *value;
    *value = m->number;
  } else if (m->kind == JH_MUTATION_NUMBER) {
    change_number(plan, m, kept);
  } else {
    kept->op = plan->nodes[m->node].op;
    plan->nodes[m->node].op = jh_mutant_op(kept->op);
  }
}

static void take_back(jh_plan *plan, const jh_mutant *m, const undo *kept) {
  if (m->kind == JH_MUTATION_VALUE) {
    plan->params[m->param].values[m->value].value = kept->value;
  } else if (m->kind == JH_MUTATION_NUMBER) {
    plan->args[plan->nodes[m->node].first + m->slot] = kept->arg;
    plan->nodes[kept->arg].value = kept->value;
    plan->node_count -= kept->is_shared;
  } else {
    plan->nodes[m->node].op = kept->op;
  }
}

/* How the cases are to be asked. */
typedef struct way {
  const uint8_t *hit;
  bool all;     /* whatever their rule: other units may come of it */
  bool anew;    /* with data and days made anew */
  bool can_run; /* the plan stands as the whole evaluation needs it */
} way;

static jh_code ask(bool *out, jh_trial_set *set, const way *how, jh_error *err) {
  const jh_plan *plan = set->plan;
  jh_code code = JH_OK;
  *out = false;
  for (int distance = NEAR; distance <= ABOVE; distance++) {
    for (size_t i = 0; i < set->count && !*out && !code; i++) {
      const jh_trial *trial = &set->trials[i];
      uint8_t at = how->all ? NEAR : rule_hit(plan, how->hit, trial->test->rule);
      if (at != distance || !trial->is_sound || (trial->run && !how->can_run)) continue;
      bool passes = true;
      if (how->anew || trial->run)
        code = jh_trial_passes_anew(&passes, plan, trial->test, err);
      else
        passes = jh_trial_passes(trial);
      *out = !passes;
    }
  }
  return code;
}

/* Can data show a difference between a comparison with the one value and with the other? `x` is the
 * other side; `is_left`: the value stands left. */
static bool tells(
    jh_op op, bool is_left, const jh_reach *x, const jh_rat *low, const jh_rat *high) {
  if (op == JH_OP_EQ) return jh_reach_at(x, low) || jh_reach_at(x, high);
  bool low_counts = op == JH_OP_GE || op == JH_OP_LT;
  if (is_left) low_counts = op == JH_OP_LE || op == JH_OP_GT;
  return jh_reach_between(x, low, low_counts, high, !low_counts);
}

static bool is_side(const jh_plan *plan, const jh_mutant *m, uint32_t node, uint32_t slot) {
  if (m->kind == JH_MUTATION_NUMBER) return node == m->node && slot == m->slot;
  uint32_t arg = jh_plan_arg(plan, &plan->nodes[node], slot);
  return arg != JH_NONE && is_changed(plan, m, arg);
}

/* Is every use of the number a comparison that no data can make turn out otherwise? */
static bool is_number_equivalent(
    const jh_plan *plan, const jh_mutant *m, const jh_reach *reaches, const jh_rat *low,
    const jh_rat *high) {
  for (uint32_t r = 0; r < plan->rule_count; r++) {
    const jh_rule *rule = &plan->rules[r];
    const uint32_t tops[2] = {rule->measure, rule->bound}; /* figures are told, and expected */
    for (size_t k = 0; k < 2; k++) {
      if (tops[k] != JH_NONE && m->kind == JH_MUTATION_VALUE && is_changed(plan, m, tops[k]))
        return false;
    }
  }
  for (uint32_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    for (uint32_t k = 0; k < node->count; k++) {
      if (!is_side(plan, m, n, k)) continue;
      bool is_compared = node->op >= JH_OP_GE && node->op <= JH_OP_EQ;
      if (!is_compared || node->count != 2) return false;
      if (tells(node->op, k == 0, &reaches[jh_plan_arg(plan, node, 1 - k)], low, high))
        return false;
    }
  }
  return true;
}

static void number_of(jh_rat *out, const jh_plan *plan, const jh_mutant *m, jh_dec value) {
  if (m->kind == JH_MUTATION_VALUE) {
    jh_reach_value(out, &plan->params[m->param], value);
    return;
  }
  const jh_node *arg = &plan->nodes[jh_plan_arg(plan, &plan->nodes[m->node], m->slot)];
  jh_range range;
  jh_range_init(&range);
  jh_rat_set_dec(&range.low, value);
  jh_range_set_rat(&range, &range.low);
  jh_range_scale(&range, arg->num, arg->den);
  jh_rat_set(out, &range.low);
  jh_range_done(&range);
}

static jh_dec old_number(const jh_plan *plan, const jh_mutant *m) {
  if (m->kind == JH_MUTATION_VALUE) return plan->params[m->param].values[m->value].value;
  return plan->nodes[jh_plan_arg(plan, &plan->nodes[m->node], m->slot)].value;
}

/* Proven by what the numbers can be: no data can tell the two apart. */
static bool is_equivalent(const jh_plan *plan, const jh_mutant *m, const jh_reach *reaches) {
  if (m->kind == JH_MUTATION_ALL_ANY) return false;
  if (m->kind == JH_MUTATION_COMPARISON) {
    const jh_node *node = &plan->nodes[m->node];
    uint32_t a = jh_plan_arg(plan, node, 0), b = jh_plan_arg(plan, node, 1);
    return !jh_reach_meet(&reaches[a], &reaches[b]);
  }
  jh_rat was, now;
  jh_rat_init(&was), jh_rat_init(&now);
  number_of(&was, plan, m, old_number(plan, m));
  number_of(&now, plan, m, m->number);
  bool is_up = jh_rat_compare(&was, &now) < 0;
  bool is_same = is_number_equivalent(plan, m, reaches, is_up ? &was : &now, is_up ? &now : &was);
  jh_rat_done(&was), jh_rat_done(&now);
  return is_same;
}

/* Room for one node more than there are. */
static jh_code make_room(jh_plan *plan, jh_error *err) {
  void *nodes = plan->nodes;
  if (jh_arena_grow(
          plan->arena, &nodes, &plan->node_room, plan->node_count + 1, sizeof *plan->nodes))
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  plan->nodes = nodes;
  return JH_OK;
}

jh_code jh_mutant_judge(
    jh_mutant *mutant, jh_plan *plan, jh_trial_set *set, const jh_reach *reaches, jh_error *err) {
  uint8_t *hit = jh_alloc_get(plan->node_count + 1);
  jh_code code = hit ? make_room(plan, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  bool is_noticed = false;
  if (!code) {
    undo kept;
    reach_out(plan, mutant, hit);
    way how = {.hit = hit, .all = changes_units(plan, hit)};
    how.anew = how.all || changes_law(plan, hit);
    change(plan, mutant, &kept);
    how.can_run = !kept.is_shared;
    code = ask(&is_noticed, set, &how, err);
    take_back(plan, mutant, &kept);
  }
  jh_alloc_free(hit);
  if (code) return code;
  mutant->fate = JH_FATE_KILLED;
  if (!is_noticed)
    mutant->fate = is_equivalent(plan, mutant, reaches) ? JH_FATE_EQUIVALENT : JH_FATE_SURVIVED;
  return JH_OK;
}
