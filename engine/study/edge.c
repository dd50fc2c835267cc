/* edge.c - whether a case stands on an edge. */
#include "study/edge.h"

#include "eval/where.h"

/* The node that the rule's bound comes to at a row: the arm taken; JH_NONE where that is open. */
static uint32_t arm_of(const jh_trial *trial, uint32_t bound, uint32_t row) {
  const jh_plan *plan = trial->plan;
  jh_exact exact = jh_trial_exact(trial);
  while (bound != JH_NONE) {
    const jh_node *node = &plan->nodes[bound];
    uint32_t arg = 0;
    if (node->op == JH_OP_IF) {
      jh_tri which = jh_exact_condition(&exact, jh_plan_arg(plan, node, 0), row);
      if (which == JH_UNKNOWN) return JH_NONE;
      arg = which == JH_TRUE ? 1 : 2;
    } else if (node->op == JH_OP_BY_STAGE) {
      arg = jh_where_stage(trial->dataset, node->level, row);
      if (arg >= node->count) return JH_NONE;
    } else if (node->op == JH_OP_QUANTITY) {
      if (jh_column_known(jh_where_quantity(trial->dataset, node), row)) return JH_NONE;
    } else if (node->op != JH_OP_RAISE) {
      break;
    }
    bound = jh_plan_arg(plan, node, arg);
    uint32_t level = bound == JH_NONE ? JH_NONE : plan->nodes[bound].level;
    if (node->op == JH_OP_RAISE && level != JH_NONE)
      row = jh_dataset_ancestor(trial->dataset, node->level, row, level);
  }
  return bound;
}

/* Is the case's rule the edge's, or one to which that belongs? */
static bool is_of(const jh_edge *edge, const jh_trial *trial) {
  const jh_plan *plan = trial->plan;
  uint32_t rule = edge->rule;
  bool has_bound = edge->bound != JH_NONE;
  while (has_bound && rule != trial->test->rule && plan->rules[rule].parent != JH_NONE)
    rule = plan->rules[rule].parent;
  return rule == trial->test->rule && plan->rules[rule].level == plan->rules[edge->rule].level;
}

static bool is_in_period(const jh_edge *edge, jh_date on) {
  return on >= edge->from && (edge->until == 0 || on < edge->until);
}

static bool is_of_stage(const jh_edge *edge, const jh_trial *trial) {
  const jh_rule *rule = &trial->plan->rules[edge->rule];
  if (edge->stage == JH_NONE || rule->stage != JH_NONE) return true;
  return jh_where_stage(trial->dataset, rule->level, trial->row) == edge->stage;
}

jh_stand jh_edge_wanted(jh_side side) {
  switch (side) {
  case JH_SIDE_BELOW: return JH_STANDS_BELOW;
  case JH_SIDE_AT: return JH_STANDS_AT;
  case JH_SIDE_ABOVE: return JH_STANDS_ABOVE;
  default: return JH_STANDS_UNKNOWN;
  }
}

static bool is_near(const jh_edge *edge, const jh_trial *trial) {
  return is_of(edge, trial) && is_in_period(edge, trial->on) && is_of_stage(edge, trial);
}

jh_stand jh_edge_stand(const jh_edge *edge, const jh_trial *trial) {
  const jh_rule *rule = &trial->plan->rules[edge->rule];
  if (edge->bound == JH_NONE || !is_near(edge, trial)) return JH_STANDS_UNKNOWN;
  jh_verdict verdict = jh_trial_verdict(trial, edge->rule, trial->row);
  if (verdict != JH_MET && verdict != JH_UNMET) return JH_STANDS_UNKNOWN;
  if (arm_of(trial, rule->bound, trial->row) != edge->bound) return JH_STANDS_UNKNOWN;
  return jh_trial_stand(trial, edge->rule, trial->row);
}

bool jh_edge_is_shown(const jh_edge *edge, const jh_trial *trial) {
  jh_stand wanted = jh_edge_wanted(edge->side);
  if (wanted != JH_STANDS_UNKNOWN) return jh_edge_stand(edge, trial) == wanted;
  if (!is_near(edge, trial)) return false;
  jh_verdict verdict = jh_trial_verdict(trial, edge->rule, trial->row);
  switch (edge->side) {
  case JH_SIDE_MET: return verdict == JH_MET;
  case JH_SIDE_UNMET: return verdict == JH_UNMET;
  case JH_SIDE_NO_DATA: return verdict == JH_UNDETERMINED;
  default: return verdict == JH_NOT_APPLICABLE;
  }
}

void jh_edge_cover(jh_edge *edges, size_t count, const jh_trial_set *set) {
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < set->count && !edges[i].is_covered; k++)
      edges[i].is_covered = set->trials[k].is_sound && jh_edge_is_shown(&edges[i], &set->trials[k]);
  }
}
