/* mutant_find.c - where a plan can be changed: its numbers, comparisons and conditions. */
#include "base/alloc.h"
#include "study/mutant.h"
#include "study/own.h"

typedef struct finder {
  const jh_plan *plan;
  jh_arena *arena;
  uint32_t *owner; /* by node: the first rule that reads it itself; JH_NONE */
  bool *is_bound;  /* by parameter: some rule's own bound */
  bool *is_made;   /* by node: made by a word of the language, written in no pack */
  jh_mutant *items;
  size_t count, room;
  bool has_failed; /* memory */
} finder;

jh_op jh_mutant_op(jh_op op) {
  switch (op) {
  case JH_OP_GE: return JH_OP_GT;
  case JH_OP_GT: return JH_OP_GE;
  case JH_OP_LE: return JH_OP_LT;
  case JH_OP_LT: return JH_OP_LE;
  case JH_OP_AND: return JH_OP_OR;
  case JH_OP_OR: return JH_OP_AND;
  default: return op;
  }
}

static bool is_comparison(jh_op op) {
  return op == JH_OP_GE || op == JH_OP_GT || op == JH_OP_LE || op == JH_OP_LT;
}

static const char *op_text(jh_op op) {
  switch (op) {
  case JH_OP_GE: return ">=";
  case JH_OP_GT: return ">";
  case JH_OP_LE: return "<=";
  case JH_OP_LT: return "<";
  case JH_OP_AND: return "all_of";
  default: return "any_of";
  }
}

/* The node and all below it that has no owner yet; rules that it stands on are not entered. */
static void own(finder *f, uint32_t rule, bool *seen) {
  const jh_plan *plan = f->plan;
  const jh_rule *r = &plan->rules[rule];
  const uint32_t tops[4] = {r->measure, r->bound, r->applies, r->holds};
  uint32_t highest = 0;
  for (size_t k = 0; k < 4; k++) {
    if (tops[k] == JH_NONE) continue;
    seen[tops[k]] = true;
    if (tops[k] > highest) highest = tops[k];
  }
  for (uint32_t n = highest + 1; n-- > 0;) {
    if (!seen[n]) continue;
    seen[n] = false;
    if (f->owner[n] == JH_NONE) f->owner[n] = rule;
    const jh_node *node = &plan->nodes[n];
    for (uint32_t k = 0; k < node->count && node->op != JH_OP_RULE; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE) seen[arg] = true;
    }
  }
}

/* The parameters that an expression can come to as a whole. */
static void mark_bound(finder *f, uint32_t node) {
  if (node == JH_NONE) return;
  const jh_node *at = &f->plan->nodes[node];
  if (at->op == JH_OP_PARAM) f->is_bound[at->index] = true;
  if (at->op != JH_OP_IF && at->op != JH_OP_RAISE && at->op != JH_OP_BY_STAGE &&
      at->op != JH_OP_QUANTITY)
    return;
  for (uint32_t k = at->op == JH_OP_IF; k < at->count; k++)
    mark_bound(f, jh_plan_arg(f->plan, at, k));
}

static void add(finder *f, jh_mutant mutant) {
  void *items = f->items;
  if (!mutant.was || !mutant.now ||
      jh_arena_grow(f->arena, &items, &f->room, f->count + 1, sizeof *f->items)) {
    f->has_failed = true;
    return;
  }
  f->items = items;
  f->items[f->count++] = mutant;
}

static const char *written(finder *f, jh_dec number) {
  char text[JH_DEC_TEXT];
  return jh_arena_text(f->arena, jh_str_of(jh_dec_text(text, number)));
}

/* The number one higher and one lower in its last digit. */
static void add_both(finder *f, jh_mutant mutant, jh_dec number) {
  mutant.was = written(f, number);
  for (int step = 1; step >= -1; step -= 2) {
    mutant.number = (jh_dec){number.mantissa + step, number.scale};
    mutant.now = written(f, mutant.number);
    add(f, mutant);
  }
}

static void add_param(finder *f, uint32_t index) {
  const jh_param *param = &f->plan->params[index];
  for (size_t i = 0; i < param->value_count; i++) {
    const jh_param_value *value = &param->values[i];
    if (!jh_own_value(f->plan, value)) continue;
    jh_mutant mutant = {
        .kind = JH_MUTATION_VALUE,
        .what = param->path,
        .stage = param->is_by_stage ? value->stage : JH_NONE,
        .since = value->since > param->values[0].since ? value->since : 0,
        .is_bound = f->is_bound[index],
        .place = value->place.file[0] ? value->place : param->place,
        .param = index,
        .value = i,
        .node = JH_NONE};
    add_both(f, mutant, value->value);
  }
}

/* Does a number among the arguments of such a node stand in the pack? An arm of a choice that has no
 * value of its own (0, 1) does not. */
static bool reads_numbers(jh_op op) {
  return is_comparison(op) || op == JH_OP_EQ || op == JH_OP_AT_LEAST_N ||
         (op >= JH_OP_ADD && op <= JH_OP_MAX);
}

/* What stands on the other side of a comparison, by name; NULL if it has none, or is the rule's own
 * measure. */
static const char *name_beside(const finder *f, uint32_t index, uint32_t slot) {
  const jh_plan *plan = f->plan;
  const jh_node *node = &plan->nodes[index];
  if (node->op < JH_OP_GE || node->op > JH_OP_EQ || node->count != 2) return NULL;
  uint32_t other = jh_plan_arg(plan, node, 1 - slot);
  const jh_node *at = &plan->nodes[other];
  if (at->op == JH_OP_COLUMN) return plan->tables[at->table].columns[at->index].id;
  if (at->op == JH_OP_QUANTITY) return plan->quantities[at->index].id;
  for (uint32_t r = 0; r < plan->rule_count; r++) {
    if (plan->rules[r].measure == other && r != f->owner[index]) return plan->rules[r].id;
  }
  return NULL;
}

static const jh_node *arg_at(const finder *f, const jh_node *node, uint32_t k) {
  return &f->plan->nodes[jh_plan_arg(f->plan, node, k)];
}

static bool is_const(const jh_node *node, int64_t mantissa, int32_t scale) {
  return node->op == JH_OP_CONST && node->value.mantissa == mantissa && node->value.scale == scale;
}

/* FLOOR(x * 10^digits + 0.5) / 10^digits: `rounded` makes it, and these nodes with it. */
static void mark_rounding(finder *f, uint32_t index) {
  const jh_plan *plan = f->plan;
  const jh_node *node = &plan->nodes[index];
  if (node->op == JH_OP_DIV && arg_at(f, node, 0)->op == JH_OP_FLOOR) {
    const jh_node *sum = arg_at(f, arg_at(f, node, 0), 0);
    f->is_made[index] = sum->op == JH_OP_ADD && is_const(arg_at(f, sum, 1), 5, 1);
  }
  if (node->op != JH_OP_FLOOR) return;
  const jh_node *sum = arg_at(f, node, 0);
  if (sum->op != JH_OP_ADD || !is_const(arg_at(f, sum, 1), 5, 1)) return;
  f->is_made[jh_plan_arg(plan, node, 0)] = true;
  f->is_made[jh_plan_arg(plan, sum, 0)] = true;
}

/* Points that a person gave count where they fit, 0 to what can be had; else they are not known. */
static void mark_fits(finder *f, const jh_node *node) {
  if (node->op != JH_OP_IF || arg_at(f, node, 2)->op != JH_OP_BETWEEN) return;
  const jh_node *when = arg_at(f, node, 0);
  f->is_made[jh_plan_arg(f->plan, node, 0)] = true;
  for (uint32_t k = 0; when->op == JH_OP_AND && k < when->count; k++)
    f->is_made[jh_plan_arg(f->plan, when, k)] = true;
}

/* Is this what a rule is held to that asks for nothing: a grade by its rank, points of 0 or more? */
static bool is_rank(const finder *f, const jh_node *node) {
  const jh_plan *plan = f->plan;
  uint32_t measure = jh_plan_arg(plan, node, 0);
  for (uint32_t r = 0; r < plan->rule_count; r++) {
    const jh_rule *rule = &plan->rules[r];
    if (rule->measure != measure) continue;
    if (rule->kind == JH_RULE_GRADE) return true;
    if (rule->kind == JH_RULE_SCORE && is_const(arg_at(f, node, 1), 0, 0)) return true;
  }
  return false;
}

/* Numbers and comparisons that stand in no pack: words of the language are made of them. "Are there
 * any", "is the switch on", the rank of a grade, what may be either way, conversion of units, "n may fail". */
static void mark_made(finder *f, uint32_t index) {
  const jh_plan *plan = f->plan;
  const jh_node *node = &plan->nodes[index];
  mark_rounding(f, index);
  mark_fits(f, node);
  if (node->op == JH_OP_AT_LEAST_N && arg_at(f, node, 0)->op == JH_OP_SUB)
    f->is_made[jh_plan_arg(plan, node, 0)] = true;
  if (node->count != 2) return;
  const jh_node *a = arg_at(f, node, 0), *b = arg_at(f, node, 1);
  if (node->op == JH_OP_MUL || node->op == JH_OP_DIV)
    f->is_made[index] = f->is_made[index] || is_const(a, 1, 0) || is_const(b, 1, 0);
  if (node->op == JH_OP_MAX) f->is_made[index] = is_const(a, 0, 0) || is_const(b, 0, 0);
  if (node->op < JH_OP_GE || node->op > JH_OP_EQ || b->op != JH_OP_CONST) return;
  bool is_switch = a->op == JH_OP_PARAM && node->level == JH_NONE;
  if (is_switch || is_rank(f, node) || a->op == JH_OP_BETWEEN ||
      (a->op == JH_OP_COUNT && is_const(b, 0, 0)))
    f->is_made[index] = true;
}

static void add_numbers(finder *f, uint32_t index) {
  const jh_node *node = &f->plan->nodes[index];
  for (uint32_t k = 0; k < node->count; k++) {
    uint32_t arg = jh_plan_arg(f->plan, node, k);
    if (arg == JH_NONE || f->plan->nodes[arg].op != JH_OP_CONST) continue;
    jh_mutant mutant = {
        .kind = JH_MUTATION_NUMBER,
        .what = f->plan->rules[f->owner[index]].id,
        .of = name_beside(f, index, k),
        .stage = JH_NONE,
        .place = node->place,
        .param = JH_NONE,
        .node = index,
        .slot = k};
    add_both(f, mutant, f->plan->nodes[arg].value);
  }
}

static void add_op(finder *f, jh_mutation kind, uint32_t index, uint32_t rule, jh_place place) {
  jh_op op = f->plan->nodes[index].op;
  add(f, (jh_mutant){
             .kind = kind,
             .what = f->plan->rules[rule].id,
             .of = name_beside(f, index, 1),
             .was = op_text(op),
             .now = op_text(jh_mutant_op(op)),
             .stage = JH_NONE,
             .place = place,
             .param = JH_NONE,
             .node = index});
}

/* Nothing that the pack's author wrote as a rule: a relaxation's own says what other numbers say. */
static bool is_derived(const jh_rule *rule) {
  return rule->kind == JH_RULE_CHECK || rule->kind == JH_RULE_RELAXATION;
}

static void add_nodes(finder *f, bool numbers_only) {
  const jh_plan *plan = f->plan;
  for (uint32_t n = 0; n < plan->node_count; n++) {
    if (f->owner[n] == JH_NONE || f->is_made[n] || !jh_own_rule(plan, f->owner[n])) continue;
    if (reads_numbers(plan->nodes[n].op)) add_numbers(f, n);
    if (is_comparison(plan->nodes[n].op) && !numbers_only)
      add_op(f, JH_MUTATION_COMPARISON, n, f->owner[n], plan->nodes[n].place);
  }
  for (uint32_t r = 0; r < plan->rule_count && !numbers_only; r++) {
    const jh_rule *rule = &plan->rules[r];
    if (is_derived(rule) || rule->holds == JH_NONE || !jh_own_rule(plan, r)) continue;
    const jh_node *top = &plan->nodes[rule->holds];
    if ((top->op == JH_OP_AND || top->op == JH_OP_OR) && top->count > 1 &&
        f->owner[rule->holds] == r)
      add_op(f, JH_MUTATION_ALL_ANY, rule->holds, r, rule->place);
  }
}

static void look(finder *f, bool *seen, bool *is_read, bool numbers_only) {
  const jh_plan *plan = f->plan;
  for (uint32_t n = 0; n < plan->node_count; n++) f->owner[n] = JH_NONE;
  for (uint32_t r = 0; r < plan->rule_count; r++) {
    if (is_derived(&plan->rules[r])) continue;
    own(f, r, seen);
    mark_bound(f, plan->rules[r].bound);
  }
  for (uint32_t n = 0; n < plan->node_count; n++) {
    const jh_node *node = &plan->nodes[n];
    mark_made(f, n);
    if (node->op == JH_OP_PARAM && f->owner[n] != JH_NONE) is_read[node->index] = true;
  }
  for (uint32_t p = 0; p < plan->param_count; p++) {
    if (is_read[p]) add_param(f, p);
  }
  add_nodes(f, numbers_only);
}

jh_code jh_mutant_find(
    jh_mutant **out, size_t *count, const jh_plan *plan, bool numbers_only, jh_arena *arena,
    jh_error *err) {
  finder f = {.plan = plan, .arena = arena};
  bool *seen = jh_arena_get(arena, plan->node_count + 1);
  bool *is_read = jh_arena_get(arena, plan->param_count + 1);
  f.owner = jh_arena_get(arena, (plan->node_count + 1) * sizeof *f.owner);
  f.is_bound = jh_arena_get(arena, plan->param_count + 1);
  f.is_made = jh_arena_get(arena, plan->node_count + 1);
  f.has_failed = !f.is_made || !seen || !is_read || !f.owner || !f.is_bound;
  if (!f.has_failed) look(&f, seen, is_read, numbers_only);
  if (f.has_failed) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  *out = f.items;
  *count = f.count;
  return JH_OK;
}
