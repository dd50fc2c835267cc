/* reason.c - gathers why a county fails or waits; the words are in reason_text.c. */
#include "report/reason.h"

#include "base/alloc.h"

/* Lists within lists are opened so far; deeper ones are told as one reason. */
#define MOST_DEPTH 8

typedef struct gather {
  const jh_results *results;
  const jh_plan *plan;
  jh_reasons *reasons;
  bool is_full; /* memory is out */
} gather;

jh_verdict jh_reason_guarded(const jh_plan *plan, const jh_rule *rule, jh_verdict verdict) {
  return jh_plan_guarded(plan, rule, verdict);
}

static bool is_failing(jh_verdict verdict) {
  return verdict == JH_UNMET || verdict == JH_UNDETERMINED;
}

static jh_verdict of_tally(const jh_tally *tally) {
  if (tally->of[JH_UNMET]) return JH_UNMET;
  return tally->of[JH_UNDETERMINED] ? JH_UNDETERMINED : JH_MET;
}

static bool is_member(const jh_rule *of, uint32_t rule) {
  for (size_t i = 0; i < of->member_count; i++) {
    if (of->members[i] == rule) return true;
  }
  return false;
}

/* Rules that nothing else is made of, where a pack has no verdict: "six of seven" may be met though
 * one of the seven is not. */
bool jh_reason_is_top(const jh_plan *plan, uint32_t index) {
  const jh_rule *rule = &plan->rules[index];
  if (rule->kind == JH_RULE_CHECK || rule->kind == JH_RULE_RELAXATION) return false;
  if (rule->parent != JH_NONE) return false;
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    if (i != index && is_member(&plan->rules[i], index)) return false;
  }
  return true;
}

static jh_verdict rule_verdict(
    const jh_results *results, uint32_t rule, uint32_t county, const jh_entity *entity) {
  if (results->head->plan->rules[rule].level == entity->level) {
    return results->verdict(results->payload, rule, entity->row);
  }
  jh_tally tally = results->tally(results->payload, rule, county);
  return of_tally(&tally);
}

jh_verdict jh_reason_verdict(const jh_results *results, uint32_t county, const jh_entity *entity) {
  const jh_plan *plan = results->head->plan;
  uint32_t rule = results->verdict_rule;
  if (rule != JH_NONE) {
    jh_verdict verdict = results->verdict(results->payload, rule, entity->row);
    return jh_reason_guarded(plan, &plan->rules[rule], verdict);
  }
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    if (jh_reason_is_top(plan, i) && rule_verdict(results, i, county, entity) == JH_UNMET) {
      return JH_UNMET;
    }
  }
  return JH_UNDETERMINED;
}

bool jh_reason_waits(const jh_results *results, const jh_reasons *reasons) {
  return reasons->verdict == JH_UNDETERMINED && results->verdict_rule != JH_NONE &&
         results->verdict(results->payload, results->verdict_rule, reasons->entity.row) ==
             JH_UNDETERMINED;
}

static void add(gather *g, const jh_reason *reason) {
  jh_reasons *reasons = g->reasons;
  for (size_t i = 0; i < reasons->count; i++) {
    if (reasons->items[i].rule == reason->rule) return;
  }
  void *items = reasons->items;
  if (jh_alloc_grow(&items, &reasons->room, reasons->count + 1, sizeof *reasons->items) != 0) {
    g->is_full = true;
    return;
  }
  reasons->items = items;
  reasons->items[reasons->count++] = *reason;
}

static void collect(gather *g, uint32_t index, int depth);

/* Opens a list; false if nothing below it failed, so that the list itself is the reason. */
static bool collect_members(gather *g, uint32_t index, int depth) {
  const jh_rule *rule = &g->plan->rules[index];
  size_t before = g->reasons->count;
  if (depth >= MOST_DEPTH) return false;
  if (rule->shape == JH_SHAPE_ALL) {
    for (size_t i = 0; i < rule->member_count; i++) collect(g, rule->members[i], depth + 1);
  }
  if (rule->member_count == 0) {
    for (uint32_t i = 0; i < g->plan->rule_count; i++) {
      if (g->plan->rules[i].parent == index) collect(g, i, depth + 1);
    }
  }
  return g->reasons->count > before;
}

/* The rules on which a freely built verdict stands: the nearest RULE nodes below it. */
static bool collect_nodes(gather *g, uint32_t node, int depth) {
  size_t before = g->reasons->count;
  if (node >= g->plan->node_count || depth > 64) return false;
  const jh_node *at = &g->plan->nodes[node];
  if (at->op == JH_OP_RULE) {
    collect(g, at->index, 1);
  } else {
    for (uint32_t k = 0; k < at->count; k++) {
      if (g->results->drops && g->results->drops(g->results->payload, node, k)) continue;
      collect_nodes(g, jh_plan_arg(g->plan, at, k), depth + 1);
    }
  }
  return g->reasons->count > before;
}

static jh_tally member_tally(gather *g, const jh_rule *rule) {
  jh_tally tally = {{0}};
  for (size_t i = 0; i < rule->member_count; i++) {
    tally.of[rule_verdict(g->results, rule->members[i], g->reasons->county, &g->reasons->entity)]++;
  }
  return tally;
}

static void collect_leaf(gather *g, uint32_t index, jh_verdict verdict) {
  const jh_rule *rule = &g->plan->rules[index];
  jh_reason reason = {.rule = index, .verdict = verdict, .about = JH_NONE};
  if (rule->shape == JH_SHAPE_EVERY && rule->member_count == 1) {
    uint32_t member = rule->members[0];
    if (g->plan->rules[member].level != rule->level) {
      reason.tally = g->results->tally(g->results->payload, member, g->reasons->county);
      if (reason.tally.of[verdict]) reason.about = member;
    }
  } else if (rule->shape == JH_SHAPE_AT_LEAST_N || rule->shape == JH_SHAPE_AT_MOST_N) {
    reason.tally = member_tally(g, rule);
  }
  add(g, &reason);
}

static void collect_finer(gather *g, uint32_t index) {
  jh_reason reason = {.rule = index, .about = index};
  reason.tally = g->results->tally(g->results->payload, index, g->reasons->county);
  reason.verdict = of_tally(&reason.tally);
  if (is_failing(reason.verdict)) add(g, &reason);
}

static void collect(gather *g, uint32_t index, int depth) {
  const jh_rule *rule = &g->plan->rules[index];
  const jh_entity *county = &g->reasons->entity;
  if (rule->kind == JH_RULE_CHECK) return;
  if (rule->level != county->level) {
    collect_finer(g, index);
    return;
  }
  jh_verdict verdict = g->results->verdict(g->results->payload, index, county->row);
  if (!is_failing(verdict)) return;
  if (collect_members(g, index, depth)) return;
  if (rule->kind == JH_RULE_VERDICT && collect_nodes(g, rule->holds, 0)) return;
  /* The verdict itself is no reason: it is what is being explained. */
  if (index != g->results->verdict_rule) collect_leaf(g, index, verdict);
}

static bool comes_before(const jh_plan *plan, const jh_reason *a, const jh_reason *b) {
  bool is_veto_a = plan->rules[a->rule].kind == JH_RULE_VETO;
  bool is_veto_b = plan->rules[b->rule].kind == JH_RULE_VETO;
  return is_veto_a != is_veto_b ? is_veto_a : a->rule < b->rule;
}

static void sort(const jh_plan *plan, jh_reasons *reasons) {
  for (size_t i = 1; i < reasons->count; i++) {
    jh_reason moved = reasons->items[i];
    size_t at = i;
    for (; at > 0 && comes_before(plan, &moved, &reasons->items[at - 1]); at--) {
      reasons->items[at] = reasons->items[at - 1];
    }
    reasons->items[at] = moved;
  }
}

jh_code jh_reason_gather(
    jh_reasons *reasons, const jh_results *results, uint32_t county, jh_error *err) {
  const jh_plan *plan = results->head->plan;
  gather g = {results, plan, reasons, false};
  reasons->count = 0;
  reasons->county = county;
  reasons->entity = results->county(results->payload, county);
  reasons->verdict = jh_reason_verdict(results, county, &reasons->entity);
  if (!is_failing(reasons->verdict)) return JH_OK;
  if (results->verdict_rule != JH_NONE) {
    collect(&g, results->verdict_rule, 0);
  } else {
    for (uint32_t i = 0; i < plan->rule_count; i++) {
      if (jh_reason_is_top(plan, i)) collect(&g, i, 0);
    }
  }
  sort(plan, reasons);
  return g.is_full ? jh_fail(err, JH_ENOMEM, NULL, NULL) : JH_OK;
}

void jh_reason_done(jh_reasons *reasons) {
  jh_alloc_free(reasons->items);
  *reasons = (jh_reasons){0};
}

void jh_reason_each(
    const jh_results *results, const jh_reasons *reasons, const jh_reason *reason,
    bool (*each)(void *payload, const jh_entity *entity), void *payload) {
  if (reason->about == JH_NONE) return;
  uint32_t level = results->head->plan->rules[reason->about].level;
  uint32_t from = 0, to = 0;
  results->rows(results->payload, level, reasons->county, &from, &to);
  for (uint32_t row = from; row < to; row++) {
    if (results->verdict(results->payload, reason->about, row) != reason->verdict) continue;
    jh_entity entity = results->entity(results->payload, level, row);
    if (!each(payload, &entity)) return;
  }
}
