/* edge_find.c - which edges a plan has: rules, stages, arms of bounds, periods, sides. */
#include "eval/known.h"
#include "study/edge.h"
#include "study/own.h"

typedef struct finder {
  const jh_plan *plan;
  const jh_reach *reaches;
  jh_arena *arena;
  bool *seen; /* by node; all false between uses */
  jh_edge *items;
  size_t count, room;
  jh_known known; /* what `known_on` settles */
  jh_date known_on;
  bool has_failed; /* memory */
} finder;

static void add(finder *f, jh_edge edge) {
  void *items = f->items;
  if (jh_arena_grow(f->arena, &items, &f->room, f->count + 1, sizeof *f->items)) {
    f->has_failed = true;
    return;
  }
  f->items = items;
  f->items[f->count++] = edge;
}

static bool is_there(const finder *f, const jh_edge *edge) {
  for (size_t i = f->count; i-- > 0 && f->items[i].rule == edge->rule;) {
    const jh_edge *other = &f->items[i];
    if (other->bound == edge->bound && other->stage == edge->stage && other->from == edge->from)
      return true;
  }
  return false;
}

/* Can the measure stand on this side? */
static bool is_reachable(const finder *f, const jh_edge *edge, jh_side side) {
  const jh_plan *plan = f->plan;
  const jh_reach *measure = &f->reaches[plan->rules[edge->rule].measure];
  const jh_reach *bound = &f->reaches[edge->bound];
  jh_rat low, high;
  jh_rat_init(&low), jh_rat_init(&high);
  bool has_low = bound->range.has_low, has_high = bound->range.has_high;
  jh_rat_set(&low, &bound->range.low);
  jh_rat_set(&high, &bound->range.high);
  if (edge->value) {
    jh_reach_value(&low, &plan->params[plan->nodes[edge->bound].index], edge->value->value);
    jh_rat_set(&high, &low);
    has_low = has_high = true;
  }
  bool is_one = has_low && has_high && jh_rat_compare(&low, &high) == 0, can = true;
  if (side == JH_SIDE_BELOW) can = !has_high || jh_reach_below(measure, &high);
  if (side == JH_SIDE_ABOVE) can = !has_low || jh_reach_above(measure, &low);
  if (side == JH_SIDE_AT) can = is_one ? jh_reach_at(measure, &low) : jh_reach_meet(measure, bound);
  jh_rat_done(&low), jh_rat_done(&high);
  return can;
}

static void add_sides(finder *f, jh_edge edge) {
  if ((edge.until && edge.from >= edge.until) || is_there(f, &edge)) return;
  bool is_own = edge.value && jh_own_value(f->plan, edge.value);
  if (!is_own && !jh_own_rule(f->plan, edge.rule)) return;
  for (jh_side side = JH_SIDE_BELOW; side <= JH_SIDE_ABOVE; side++) {
    edge.side = side;
    if (is_reachable(f, &edge, side)) add(f, edge);
  }
}

static jh_date later(jh_date a, jh_date b) { return a > b ? a : b; }
static jh_date sooner(jh_date a, jh_date b) { return a == 0 || (b && b < a) ? b : a; }

/* The bound is a parameter: its values for the stage, one period each. */
static void add_values(finder *f, jh_edge edge) {
  const jh_node *node = &f->plan->nodes[edge.bound];
  const jh_param *param = &f->plan->params[node->index];
  uint32_t stage = node->stage != JH_NONE ? node->stage : edge.stage;
  edge.path = param->path;
  edge.value = NULL;
  for (size_t i = 0; i <= param->value_count; i++) {
    const jh_param_value *value = i < param->value_count ? &param->values[i] : NULL;
    if (value && param->is_by_stage && value->stage != stage) continue;
    if (edge.value) {
      jh_edge next = edge;
      if (value) next.until = sooner(edge.until, value->since);
      add_sides(f, next);
    }
    if (!value) break;
    edge.value = value;
    edge.from = later(edge.from, value->since);
  }
}

/* The next day after `after` on which something below the node changes; 0 = none. */
static jh_date next_day(finder *f, uint32_t top, jh_date after) {
  const jh_plan *plan = f->plan;
  jh_date next = 0;
  f->seen[top] = true;
  for (uint32_t n = top + 1; n-- > 0;) {
    if (!f->seen[n]) continue;
    f->seen[n] = false;
    const jh_node *node = &plan->nodes[n];
    if (node->op == JH_OP_SINCE && node->num > after) next = sooner(next, (jh_date)node->num);
    for (size_t i = 0; node->op == JH_OP_PARAM && i < plan->params[node->index].value_count; i++) {
      jh_date since = plan->params[node->index].values[i].since;
      if (since > after) next = sooner(next, since);
    }
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) f->seen[arg] = true;
    }
  }
  return next;
}

/* The bound is computed: one period for each law that it is computed by. */
static void add_computed(finder *f, jh_edge edge) {
  static const char *const words[] = {"at_least", "at_most", "above", "below", "equals"};
  const jh_rule *rule = &f->plan->rules[edge.rule];
  jh_buf path;
  jh_buf_init(&path);
  jh_buf_print(&path, "%s.%s", rule->id, words[rule->compare]);
  edge.path = jh_buf_ok(&path) ? jh_arena_text(f->arena, jh_buf_str(&path)) : NULL;
  jh_buf_done(&path);
  if (!edge.path) f->has_failed = true;
  jh_date until = edge.until, from = edge.from;
  while (!f->has_failed) {
    jh_date next = next_day(f, edge.bound, from);
    edge.from = from;
    edge.until = next ? sooner(until, next) : until;
    add_sides(f, edge);
    if (!next || (until && next >= until)) break;
    from = next;
  }
}

/* What the day alone says of a condition. */
static jh_tri settled(finder *f, uint32_t condition, jh_date on) {
  if (f->known_on != on) {
    if (f->known.tris) jh_known_done(&f->known);
    f->known = (jh_known){.tris = NULL};
    f->known_on = on;
    if (jh_known_open(&f->known, f->plan, on, NULL) != JH_OK) {
      f->has_failed = true;
      return JH_UNKNOWN;
    }
  }
  return f->known.tris ? jh_known_tri(&f->known, condition) : JH_UNKNOWN;
}

static void add_arms(finder *f, jh_edge edge);

static void add_arm(finder *f, jh_edge edge, uint32_t which) {
  edge.bound = jh_plan_arg(f->plan, &f->plan->nodes[edge.bound], which);
  if (edge.until == 0 || edge.from < edge.until) add_arms(f, edge);
}

/* A choice: both arms; where the day settles it, each in the days in which it is taken. */
static void add_choice(finder *f, jh_edge edge) {
  uint32_t condition = jh_plan_arg(f->plan, &f->plan->nodes[edge.bound], 0);
  jh_date until = edge.until;
  jh_tri taken = settled(f, condition, edge.from);
  for (jh_date day = edge.from; day && !f->has_failed;) {
    jh_date next = next_day(f, condition, day);
    if (until && next >= until) next = 0;
    jh_tri then = next ? settled(f, condition, next) : JH_UNKNOWN;
    day = next;
    if (next && then == taken) continue;
    edge.until = next ? next : until;
    if (taken != JH_FALSE) add_arm(f, edge, 1);
    if (taken != JH_TRUE) add_arm(f, edge, 2);
    edge.from = next;
    taken = then;
  }
}

/* The arms of a bound: each parameter or computed number that it can come to. */
static void add_arms(finder *f, jh_edge edge) {
  const jh_plan *plan = f->plan;
  const jh_node *node = &plan->nodes[edge.bound];
  if (node->op == JH_OP_PARAM) {
    add_values(f, edge);
  } else if (node->op == JH_OP_IF) {
    add_choice(f, edge);
  } else if (node->op == JH_OP_RAISE || node->op == JH_OP_QUANTITY) {
    add_arm(f, edge, 0);
  } else if (node->op == JH_OP_BY_STAGE && edge.stage < node->count) {
    if (jh_plan_arg(plan, node, edge.stage) != JH_NONE) add_arm(f, edge, edge.stage);
  } else {
    add_computed(f, edge);
  }
}

static void add_bounds(finder *f, jh_edge edge) {
  const jh_plan *plan = f->plan;
  const jh_rule *rule = &plan->rules[edge.rule];
  bool has_stages =
      plan->stage_level != JH_NONE && jh_plan_is_within(plan, rule->level, plan->stage_level);
  edge.bound = rule->bound;
  edge.stage = rule->stage;
  if (!has_stages || rule->stage != JH_NONE) {
    add_arms(f, edge);
    return;
  }
  for (edge.stage = 0; edge.stage < plan->stage_count; edge.stage++) add_arms(f, edge);
}

/* Does the rule read any cell? Without one it is never undetermined. */
static bool reads_cells(finder *f, const jh_rule *rule) {
  const jh_plan *plan = f->plan;
  bool reads = false;
  if (rule->holds == JH_NONE) return false;
  f->seen[rule->holds] = true;
  for (uint32_t n = rule->holds + 1; n-- > 0;) {
    if (!f->seen[n]) continue;
    f->seen[n] = false;
    reads = reads || plan->nodes[n].op == JH_OP_COLUMN;
    for (uint32_t k = 0; k < plan->nodes[n].count; k++) {
      uint32_t arg = jh_plan_arg(plan, &plan->nodes[n], k);
      if (arg != JH_NONE) f->seen[arg] = true;
    }
  }
  return reads;
}

/* Points that are only added up ask for nothing: the figures of the whole show them. */
static bool asks_for_nothing(const jh_plan *plan, const jh_rule *rule) {
  if (rule->kind != JH_RULE_SCORE || rule->bound == JH_NONE) return false;
  const jh_node *bound = &plan->nodes[rule->bound];
  return bound->op == JH_OP_CONST && bound->value.mantissa == 0;
}

/* The first day of all: of the pack at the bottom, whose cases are judged too. */
static jh_date first_day(const jh_plan *plan) {
  return plan->layer_count ? plan->layers[0].in_force : plan->pack.in_force;
}

static void add_rule(finder *f, uint32_t index) {
  const jh_plan *plan = f->plan;
  const jh_rule *rule = &plan->rules[index];
  if (rule->kind == JH_RULE_CHECK || rule->kind == JH_RULE_RELAXATION || rule->holds == JH_NONE ||
      asks_for_nothing(plan, rule))
    return;
  jh_edge edge = {
      .rule = index,
      .stage = JH_NONE,
      .bound = JH_NONE,
      .path = "",
      .tried = SIZE_MAX,
      .from = later(rule->in_force, first_day(plan)),
      .until = rule->until};
  if (rule->measure != JH_NONE && rule->bound != JH_NONE) {
    add_bounds(f, edge);
  } else if (rule->parent == JH_NONE && jh_own_rule(plan, index)) {
    bool passes = !(rule->kind == JH_RULE_VERDICT && plan->pack.is_partial);
    for (edge.side = JH_SIDE_MET; edge.side <= JH_SIDE_UNMET; edge.side++) {
      if (edge.side != JH_SIDE_MET || passes) add(f, edge);
    }
  }
  if (rule->parent != JH_NONE || !jh_own_rule(plan, index)) return;
  edge.side = JH_SIDE_NO_DATA;
  if (reads_cells(f, rule)) add(f, edge);
  edge.side = JH_SIDE_OUT_OF_SCOPE;
  if (rule->applies != JH_NONE) add(f, edge);
}

jh_code jh_edge_find(
    jh_edge **out, size_t *count, const jh_plan *plan, const jh_reach *reaches, jh_arena *arena,
    jh_error *err) {
  finder f = {.plan = plan, .reaches = reaches, .arena = arena};
  f.seen = jh_arena_get(arena, plan->node_count + 1);
  f.has_failed = !f.seen;
  for (uint32_t r = 0; r < plan->rule_count && !f.has_failed; r++) add_rule(&f, r);
  if (f.known.tris) jh_known_done(&f.known);
  if (f.has_failed) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  *out = f.items;
  *count = f.count;
  return JH_OK;
}
