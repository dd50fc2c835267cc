/* force.c - works out, for each rule and stage, whether it is in force.
 *
 * Walks the graph below each rule, down to but not through other rules, with
 * the stage under which each node is looked at. Knows no rows.
 */
#include "eval/force.h"

#include "base/alloc.h"

struct jh_force {
  jh_known known;
  size_t stages;  /* of the plan */
  uint8_t *is_in; /* by rule * (stages + 1) + stage; the last column is "no stage" */
};

/* Something to look at: a node under a stage. */
typedef struct task {
  uint32_t node, stage;
} task;

typedef struct walk {
  const jh_plan *plan;
  const jh_known *known;
  jh_date on;
  uint32_t *seen; /* by node * (stages + 1) + stage: the number of the last walk that was there */
  uint32_t turn;
  task *tasks;
  size_t count, room;
  bool has_failed; /* memory */
} walk;

static size_t columns_of(const jh_plan *plan) { return plan->stage_count + 1; }

static size_t column_of(const jh_plan *plan, uint32_t stage) {
  return stage < plan->stage_count ? stage : plan->stage_count;
}

static void push(walk *w, uint32_t node, uint32_t stage) {
  if (node == JH_NONE) return;
  size_t at = node * columns_of(w->plan) + column_of(w->plan, stage);
  if (w->seen[at] == w->turn) return;
  w->seen[at] = w->turn;
  void *tasks = w->tasks;
  if (jh_alloc_grow(&tasks, &w->room, w->count + 1, sizeof *w->tasks)) {
    w->has_failed = true;
    return;
  }
  w->tasks = tasks;
  w->tasks[w->count++] = (task){node, stage};
}

/* Has the parameter a value on the day, for the stage, or for any where no stage is given? */
static bool has_value(const walk *w, const jh_node *node, uint32_t stage) {
  const jh_param *param = &w->plan->params[node->index];
  if (node->stage != JH_NONE) stage = node->stage;
  if (!param->is_by_stage || stage != JH_NONE) return jh_param_on(param, stage, w->on) != NULL;
  for (uint32_t s = 0; s < w->plan->stage_count; s++) {
    if (jh_param_on(param, s, w->on)) return true;
  }
  return false;
}

/* Of the spreads in a mean, not their own limits: those do not count. */
static void push_composite(walk *w, const jh_node *node, uint32_t stage) {
  push(w, jh_plan_arg(w->plan, node, 0), stage);
  for (uint32_t k = 1; k < node->count; k++) {
    const jh_node *spread = &w->plan->nodes[jh_plan_arg(w->plan, node, k)];
    for (uint32_t i = 0; i < 3; i++) push(w, jh_plan_arg(w->plan, spread, i), spread->stage);
  }
}

static void push_args(walk *w, const jh_node *node, uint32_t stage) {
  if (node->op == JH_OP_COMPOSITE) {
    push_composite(w, node, stage);
    return;
  }
  if (node->op == JH_OP_BY_STAGE && stage < node->count) {
    push(w, jh_plan_arg(w->plan, node, stage), stage);
    return;
  }
  bool is_over = node->over != JH_NONE;
  for (uint32_t k = 0; k < node->count; k++) {
    if (jh_known_drops(w->known, node, k)) continue;
    push(w, jh_plan_arg(w->plan, node, k), is_over ? node->stage : stage);
  }
}

static bool reads_only_values(walk *w, const jh_rule *rule, uint32_t stage) {
  bool is_complete = true;
  w->turn++;
  w->count = 0;
  push(w, rule->measure, stage);
  push(w, rule->bound, stage);
  push(w, rule->applies, stage);
  push(w, rule->holds, stage);
  while (w->count && is_complete) {
    task next = w->tasks[--w->count];
    const jh_node *node = &w->plan->nodes[next.node];
    if (node->op == JH_OP_PARAM)
      is_complete = has_value(w, node, next.stage);
    else if (node->op != JH_OP_RULE)
      push_args(w, node, next.stage);
  }
  return is_complete;
}

/* Rules of packs state their first day; checks of dictionaries stand from the bottom pack's. */
static bool is_within_days(const jh_plan *plan, const jh_rule *rule, jh_date on) {
  jh_date first = plan->layer_count ? plan->layers[0].in_force : plan->pack.in_force;
  if (rule->in_force) first = rule->in_force;
  return on >= first && (rule->until == 0 || on < rule->until);
}

/* A rule whose entities have stages is in force if it is so for one of them. */
static void fill_rule(uint8_t *row, walk *w, const jh_rule *rule) {
  const jh_plan *plan = w->plan;
  size_t stages = plan->stage_count;
  if (plan->stage_level == JH_NONE || !jh_plan_is_within(plan, rule->level, plan->stage_level)) {
    bool is_in = reads_only_values(w, rule, JH_NONE);
    for (size_t s = 0; s <= stages; s++) row[s] = is_in;
    return;
  }
  for (uint32_t s = 0; s < stages; s++) {
    row[s] = reads_only_values(w, rule, s);
    row[stages] |= row[s];
  }
}

static void fill(jh_force *force, walk *w) {
  for (size_t r = 0; r < w->plan->rule_count; r++) {
    const jh_rule *rule = &w->plan->rules[r];
    if (is_within_days(w->plan, rule, w->on))
      fill_rule(force->is_in + r * columns_of(w->plan), w, rule);
  }
}

jh_code jh_force_open(jh_force **out, const jh_plan *plan, jh_date on, jh_error *err) {
  walk w = {.plan = plan, .on = on};
  jh_known known;
  jh_code code = jh_known_open(&known, plan, on, err);
  if (code) return code;
  jh_force *force = jh_alloc_get(sizeof *force);
  if (force) force->is_in = jh_alloc_get(plan->rule_count * columns_of(plan));
  w.seen = jh_alloc_get(plan->node_count * columns_of(plan) * sizeof *w.seen);
  bool is_ready = force && force->is_in && w.seen;
  if (force)
    force->known = known;
  else
    jh_known_done(&known);
  if (is_ready) {
    w.known = &force->known;
    force->stages = plan->stage_count;
    fill(force, &w);
  }
  jh_alloc_free(w.seen);
  jh_alloc_free(w.tasks);
  if (!is_ready || w.has_failed) {
    jh_force_close(force);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *out = force;
  return JH_OK;
}

void jh_force_close(jh_force *force) {
  if (!force) return;
  jh_known_done(&force->known);
  jh_alloc_free(force->is_in);
  jh_alloc_free(force);
}

bool jh_force_is(const jh_force *force, uint32_t rule, uint32_t stage) {
  size_t column = stage < force->stages ? stage : force->stages;
  return force->is_in[rule * (force->stages + 1) + column];
}

const jh_known *jh_force_known(const jh_force *force) { return &force->known; }

bool jh_force_any(const jh_force *force, uint32_t rule) {
  return jh_force_is(force, rule, JH_NONE);
}

bool jh_force_everywhere(const jh_force *force, uint32_t rule) {
  for (size_t s = 0; s <= force->stages; s++) {
    if (!force->is_in[rule * (force->stages + 1) + s]) return false;
  }
  return true;
}
