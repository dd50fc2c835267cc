/* scenario_open.c - what moves under the scenarios, and what it is held against. */
#include <string.h>

#include "eval/where.h"
#include "vary/scenario_parts.h"

/* As many conditions as an AT_LEAST_N of scenario_block.c counts. */
enum { MOST_COUNTED = 31 };

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static const jh_node *node_at(const jh_scenario_job *j, uint32_t node) {
  return &j->plan->nodes[node];
}

static void block_at(jh_scenario_job *j, uint32_t node) {
  if (j->blocker == JH_NONE) j->blocker = node;
}

/* The plan in which what moves has no value, so that nothing is settled by it. */
static const jh_plan *without(const jh_scenario_job *j) {
  jh_plan *own = jh_arena_get(j->arena, sizeof *own);
  jh_param *params = jh_arena_get(j->arena, (j->plan->param_count + 1) * sizeof *params);
  if (!own || !params) return NULL;
  memcpy(params, j->plan->params, j->plan->param_count * sizeof *params);
  for (size_t k = 0; k < j->set->axis_count; k++) {
    if (j->is_varied[k]) params[j->set->axes[k].param].value_count = 0;
  }
  *own = *j->plan;
  own->params = params;
  return own;
}

/* Is a PARAM one of those that move, for some row at least? */
static bool is_moved(const jh_scenario_job *j, const jh_node *node) {
  for (size_t k = 0; k < j->set->axis_count; k++) {
    const jh_sweep_axis *axis = &j->set->axes[k];
    bool is_stage = axis->stage == JH_NONE || node->stage == JH_NONE || node->stage == axis->stage;
    if (axis->param == node->index && is_stage && j->is_varied[k]) return true;
  }
  return false;
}

static bool are_pure(const jh_scenario_job *j, const jh_node *node) {
  for (uint32_t k = 0; k < node->count; k++) {
    uint32_t need = jh_scenario_need(j, node, k);
    if (need != JH_NONE && !j->is_pure[need]) return false;
  }
  return true;
}

static bool is_pure(const jh_scenario_job *j, const jh_node *node) {
  if (node->type != JH_TYPE_NUMBER) return false;
  switch (node->op) {
  case JH_OP_CONST:
  case JH_OP_PARAM: return true;
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_NEG:
  case JH_OP_MIN:
  case JH_OP_MAX:
  case JH_OP_CEIL:
  case JH_OP_FLOOR:
  case JH_OP_BY_STAGE: return are_pure(j, node);
  default: return false;
  }
}

static void pass(jh_scenario_job *j) {
  for (uint32_t n = 0; n < j->plan->node_count; n++) {
    const jh_node *node = node_at(j, n);
    j->moves[n] = node->op == JH_OP_PARAM && is_moved(j, node);
    for (uint32_t k = 0; k < jh_scenario_need_count(j, node); k++) {
      uint32_t need = jh_scenario_need(j, node, k);
      j->moves[n] = j->moves[n] || (need != JH_NONE && j->moves[need]);
    }
    j->is_pure[n] = is_pure(j, node);
  }
}

/* ---- what is asked for ---- */

static void keep(jh_scenario_job *j, uint32_t node) {
  if (node == JH_NONE) return;
  if (j->moves[node])
    block_at(j, node);
  else
    j->is_kept[node] = true;
}

static void want(jh_scenario_job *j, uint32_t node) {
  if (node == JH_NONE) return;
  if (j->moves[node])
    j->is_cone[node] = true;
  else
    j->is_kept[node] = true;
}

uint32_t jh_scenario_leaf_of(const jh_scenario_job *j, uint32_t node, bool is_square) {
  for (uint32_t i = 0; i < j->leaf_count; i++) {
    if (j->leaves[i].node == node && j->leaves[i].is_square == is_square) return i;
  }
  return JH_NONE;
}

static uint32_t add_leaf(jh_scenario_job *j, uint32_t node, bool is_square) {
  uint32_t at = jh_scenario_leaf_of(j, node, is_square);
  if (at != JH_NONE) return at;
  j->leaves[j->leaf_count] = (jh_scenario_leaf){.node = node, .is_square = is_square};
  return (uint32_t)j->leaf_count++;
}

/* Adds a test for each expression that may stand on the other side: itself, or the arms of a choice
 * that stands still. */
static void add_tests(jh_scenario_job *j, const jh_scenario_test *test, uint32_t bound) {
  const jh_node *node = bound == JH_NONE ? NULL : node_at(j, bound);
  if (j->blocker != JH_NONE) return;
  if (j->test_count >= 4 * j->plan->node_count) {
    block_at(j, test->node); /* choices within choices */
  } else if (node && j->is_pure[bound]) {
    jh_scenario_test *out = &j->tests[j->test_count++];
    *out = *test;
    out->leaf = add_leaf(j, bound, node_at(j, test->node)->op == JH_OP_SPREAD);
  } else if (node && node->op == JH_OP_IF) {
    keep(j, jh_scenario_need(j, node, 0));
    for (uint32_t k = 1; k < 3; k++) {
      uint32_t arm = jh_scenario_need(j, node, k);
      if (arm != JH_NONE) add_tests(j, test, arm);
    }
  } else if (node && node->op == JH_OP_RAISE && node_at(j, test->node)->level != JH_NONE) {
    add_tests(j, test, jh_scenario_need(j, node, 0));
  } else {
    block_at(j, bound == JH_NONE ? test->node : bound);
  }
}

static jh_op turned(jh_op op) {
  switch (op) {
  case JH_OP_GE: return JH_OP_LE;
  case JH_OP_LE: return JH_OP_GE;
  case JH_OP_GT: return JH_OP_LT;
  default: return JH_OP_GT;
  }
}

/* Rows counted by a filter that moves, against a number that stands still. */
static void take_counted(
    jh_scenario_job *j, uint32_t index, uint32_t counted, uint32_t other, jh_op op) {
  const jh_node *count = node_at(j, counted);
  want(j, jh_scenario_need(j, count, 0));
  keep(j, other);
  j->first_test[index] = (uint32_t)j->test_count;
  j->tests[j->test_count++] =
      (jh_scenario_test){.node = index, .measure = other, .leaf = JH_NONE, .op = op};
}

static void take_compare(jh_scenario_job *j, uint32_t index) {
  const jh_node *node = node_at(j, index);
  uint32_t a = jh_plan_arg(j->plan, node, 0), b = jh_plan_arg(j->plan, node, 1);
  if (j->moves[a] && j->moves[b]) {
    block_at(j, index);
    return;
  }
  jh_scenario_test test = {
      .node = index,
      .measure = j->moves[a] ? b : a,
      .op = j->moves[a] ? turned(node->op) : node->op};
  if (node_at(j, test.measure)->level == JH_NONE) {
    block_at(j, index);
    return;
  }
  uint32_t moving = j->moves[a] ? a : b;
  if (node_at(j, moving)->op == JH_OP_COUNT) {
    take_counted(j, index, moving, test.measure, turned(test.op));
    return;
  }
  keep(j, test.measure);
  j->first_test[index] = (uint32_t)j->test_count;
  add_tests(j, &test, moving);
}

/* A SPREAD or COMPOSITE whose limit alone moves. */
static void take_limit(jh_scenario_job *j, uint32_t index) {
  const jh_node *node = node_at(j, index);
  uint32_t at = node->op == JH_OP_SPREAD ? 3 : 0;
  for (uint32_t k = 0; k < node->count; k++) {
    uint32_t need = jh_plan_arg(j->plan, node, k);
    if (k != at && need != JH_NONE && j->moves[need]) block_at(j, need);
  }
  jh_scenario_test test = {.node = index, .measure = index, .op = JH_OP_LE};
  j->is_kept[index] = true; /* the number beside the mark */
  j->first_test[index] = (uint32_t)j->test_count;
  add_tests(j, &test, jh_plan_arg(j->plan, node, at));
}

static void take_count(jh_scenario_job *j, uint32_t index) {
  const jh_node *node = node_at(j, index);
  uint32_t n = jh_plan_arg(j->plan, node, 0);
  if (n == JH_NONE || !j->is_pure[n] || node->count > MOST_COUNTED + 1) {
    block_at(j, n == JH_NONE ? index : n);
    return;
  }
  (void)add_leaf(j, n, false);
  for (uint32_t k = 1; k < node->count; k++) want(j, jh_scenario_need(j, node, k));
}

/* Does any scenario give it another value than the one in force? */
static bool is_varied(const jh_scenarios *set, size_t axis) {
  for (size_t s = 0; s < set->count; s++) {
    jh_dec value = set->values[s * set->axis_count + axis];
    if (jh_dec_compare(value, set->axes[axis].now->value) != 0) return true;
  }
  return false;
}

static void take(jh_scenario_job *j, uint32_t index) {
  const jh_node *node = node_at(j, index);
  bool is_settled = jh_known_tri(jh_force_known(j->exact.force), index) != JH_UNKNOWN;
  if (node->type != JH_TYPE_CONDITION || node->level == JH_NONE || is_settled) {
    block_at(j, index);
    return;
  }
  switch (node->op) {
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT: take_compare(j, index); break;
  case JH_OP_SPREAD:
  case JH_OP_COMPOSITE: take_limit(j, index); break;
  case JH_OP_AT_LEAST_N: take_count(j, index); break;
  case JH_OP_QUANTITY:
    if (jh_where_quantity(j->dataset, node)) block_at(j, index); /* cases alone give one */
    want(j, jh_scenario_need(j, node, 0));
    break;
  case JH_OP_AND:
  case JH_OP_OR:
  case JH_OP_NOT:
  case JH_OP_EVERY:
  case JH_OP_SOME:
  case JH_OP_RULE:
  case JH_OP_RAISE:
  case JH_OP_BY_STAGE:
  case JH_OP_IF:
    for (uint32_t k = 0; k < jh_scenario_need_count(j, node); k++)
      want(j, jh_scenario_need(j, node, k));
    break;
  default: block_at(j, index); break;
  }
}

static void choose(jh_scenario_job *j) {
  const jh_rule *rule = &j->plan->rules[j->set->rule];
  bool is_there = rule->level != JH_NONE && rule->holds != JH_NONE &&
                  jh_force_any(j->exact.force, j->set->rule);
  if (!is_there) return;
  want(j, rule->holds);
  want(j, rule->applies);
  for (uint32_t n = (uint32_t)j->plan->node_count; n-- > 0 && j->blocker == JH_NONE;) {
    if (j->is_cone[n]) take(j, n);
  }
  for (uint32_t n = 0; n < j->plan->node_count; n++) {
    if (j->is_cone[n]) j->cone[j->cone_count++] = n;
  }
}

/* A program for what stands still; the functions of the pack are those that the run asked. */
static jh_code make_program(jh_scenario_job *j, jh_error *err) {
  jh_output *outputs = jh_arena_get(j->arena, (j->plan->node_count + 1) * sizeof *outputs);
  size_t count = 0;
  if (!outputs) return out_of_memory(err);
  for (uint32_t n = 0; n < j->plan->node_count; n++) {
    uint32_t level = node_at(j, n)->level;
    if (!j->is_kept[n]) continue;
    outputs[count++] = (jh_output){level == JH_NONE ? JH_NONE : n,
                                   level == JH_NONE ? 0 : level,
                                   JH_NONE,
                                   n,
                                   JH_NONE,
                                   JH_NONE,
                                   0};
  }
  jh_code code =
      jh_program_open(&j->program, j->plan, j->dataset, j->exact.on, outputs, count, err);
  for (uint32_t n = 0; n < j->plan->node_count && !code; n++) {
    if (node_at(j, n)->op == JH_OP_COMPUTE && j->program->is_needed[n] && !j->exact.computed)
      block_at(j, n);
  }
  if (!code) j->program->computed = (jh_computed *)j->exact.computed;
  return code;
}

jh_code jh_scenario_open(jh_scenario_job *j, jh_error *err) {
  size_t nodes = j->plan->node_count + 1;
  j->blocker = JH_NONE;
  j->moves = jh_arena_get(j->arena, nodes);
  j->is_cone = jh_arena_get(j->arena, nodes);
  j->is_kept = jh_arena_get(j->arena, nodes);
  j->is_pure = jh_arena_get(j->arena, nodes);
  j->cone = jh_arena_get(j->arena, nodes * sizeof *j->cone);
  j->first_test = jh_arena_get(j->arena, nodes * sizeof *j->first_test);
  j->leaves = jh_arena_get(j->arena, 2 * nodes * sizeof *j->leaves);
  j->tests = jh_arena_get(j->arena, 4 * (nodes + 1) * sizeof *j->tests);
  j->is_varied = jh_arena_get(j->arena, j->set->axis_count + 1);
  if (!j->is_varied) return out_of_memory(err);
  for (size_t k = 0; k < j->set->axis_count; k++) j->is_varied[k] = is_varied(j->set, k);
  const jh_plan *plan = without(j);
  if (!j->moves || !j->is_cone || !j->is_kept || !j->is_pure || !j->cone || !j->first_test ||
      !j->leaves || !j->tests || !plan)
    return out_of_memory(err);
  jh_code code = jh_known_open(&j->known, plan, j->exact.on, err);
  if (code) return code;
  pass(j);
  choose(j);
  if (j->blocker == JH_NONE) code = make_program(j, err);
  return code;
}
