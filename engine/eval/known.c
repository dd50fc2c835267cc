/* known.c - one pass over the graph: numbers without level, comparisons of them, logic above these.
 */
#include "eval/known.h"

#include <string.h>

#include "base/alloc.h"
#include "eval/range.h"

typedef struct work {
  const jh_plan *plan;
  jh_date on;
  uint8_t *tris;
  bool *is_wanted;  /* by node: a number that a comparison without level reads */
  jh_range *ranges; /* by node: values of those */
} work;

static uint32_t arg_of(const work *w, const jh_node *node, uint32_t k) {
  return jh_plan_arg(w->plan, node, k);
}

static bool is_comparison(const jh_node *node) {
  return node->op >= JH_OP_GE && node->op <= JH_OP_EQ;
}

/* Marks the numbers that comparisons without level read, directly or through others. */
static bool mark_wanted(work *w) {
  bool any = false;
  for (size_t n = w->plan->node_count; n-- > 0;) {
    const jh_node *node = &w->plan->nodes[n];
    if (node->level != JH_NONE || !(w->is_wanted[n] || is_comparison(node))) continue;
    any = true;
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = arg_of(w, node, k);
      if (w->plan->nodes[arg].type == JH_TYPE_NUMBER) w->is_wanted[arg] = true;
    }
  }
  return any;
}

/* All that it ever is, in any stage. */
static void set_any(const jh_param *param, jh_range *out) {
  jh_range one;
  jh_range_init(&one);
  for (size_t i = 0; i < param->value_count; i++) {
    jh_dec value = param->values[i].value;
    jh_range *to = i == 0 ? out : &one;
    jh_range_set_scaled(to, value.mantissa, value.scale, param->unit.num, param->unit.den);
    if (i > 0) jh_range_hull(out, out, &one);
  }
  jh_range_done(&one);
}

static void set_param(const work *w, const jh_node *node, jh_range *out) {
  const jh_param *param = &w->plan->params[node->index];
  if (w->on == 0 && param->value_count > 0) {
    set_any(param, out);
    return;
  }
  const jh_param_value *value = jh_param_on(param, node->stage, w->on);
  if (value)
    jh_range_set_scaled(
        out, value->value.mantissa, value->value.scale, param->unit.num, param->unit.den);
  else
    jh_range_set_undefined(out);
}

typedef void (*range_op)(jh_range *, const jh_range *, const jh_range *);

static range_op op_of(jh_op op) {
  switch (op) {
  case JH_OP_ADD: return jh_range_add;
  case JH_OP_SUB: return jh_range_sub;
  case JH_OP_MUL: return jh_range_mul;
  case JH_OP_DIV: return jh_range_div;
  case JH_OP_MIN: return jh_range_min;
  case JH_OP_MAX: return jh_range_max;
  case JH_OP_BETWEEN: return jh_range_hull;
  default: return NULL;
  }
}

static const jh_range *range_of(const work *w, const jh_node *node, uint32_t k) {
  return &w->ranges[arg_of(w, node, k)];
}

static void choose(const work *w, const jh_node *node, jh_range *out) {
  jh_tri which = (jh_tri)w->tris[arg_of(w, node, 0)];
  const jh_range *yes = range_of(w, node, 1), *no = range_of(w, node, 2);
  if (which == JH_UNKNOWN)
    jh_range_hull(out, yes, no);
  else
    jh_range_set(out, which == JH_TRUE ? yes : no);
}

static void fold(const work *w, const jh_node *node, jh_range *out) {
  range_op op = op_of(node->op);
  if (!op) {
    jh_range_set_undefined(out);
    return;
  }
  jh_range_set(out, range_of(w, node, 0));
  for (uint32_t k = 1; k < node->count; k++) op(out, out, range_of(w, node, k));
}

static void number(const work *w, uint32_t index) {
  const jh_node *node = &w->plan->nodes[index];
  jh_range *out = &w->ranges[index];
  switch (node->op) {
  case JH_OP_CONST:
    jh_range_set_scaled(out, node->value.mantissa, node->value.scale, node->num, node->den);
    break;
  case JH_OP_YEAR:
    if (w->on == 0)
      jh_range_set_undefined(out);
    else
      jh_range_set_scaled(out, w->on / 10000, 0, node->num, node->den);
    break;
  case JH_OP_PARAM: set_param(w, node, out); break;
  case JH_OP_IF: choose(w, node, out); break;
  case JH_OP_NEG: jh_range_neg(out, range_of(w, node, 0)); break;
  case JH_OP_CEIL: jh_range_ceil(out, range_of(w, node, 0)); break;
  case JH_OP_FLOOR: jh_range_floor(out, range_of(w, node, 0)); break;
  default: fold(w, node, out); break;
  }
}

static jh_tri compare(const work *w, const jh_node *node) {
  const jh_range *a = range_of(w, node, 0), *b = range_of(w, node, 1);
  switch (node->op) {
  case JH_OP_GE: return jh_range_at_least(a, b);
  case JH_OP_GT: return jh_range_above(a, b);
  case JH_OP_LE: return jh_range_at_least(b, a);
  case JH_OP_LT: return jh_range_above(b, a);
  default: return jh_range_equal(a, b);
  }
}

static jh_tri all_or_any(const work *w, const jh_node *node) {
  bool is_and = node->op == JH_OP_AND;
  jh_tri out = is_and ? JH_TRUE : JH_FALSE;
  for (uint32_t k = 0; k < node->count; k++) {
    jh_tri next = (jh_tri)w->tris[arg_of(w, node, k)];
    if (is_and ? next < out : next > out) out = next;
  }
  return out;
}

static jh_tri condition(const work *w, const jh_node *node) {
  switch (node->op) {
  case JH_OP_SINCE:
    if (w->on == 0) return JH_UNKNOWN;
    return w->on >= node->num ? JH_TRUE : JH_FALSE;
  case JH_OP_AND:
  case JH_OP_OR: return all_or_any(w, node);
  case JH_OP_NOT: return (jh_tri)(JH_TRUE - (jh_tri)w->tris[arg_of(w, node, 0)]);
  case JH_OP_RAISE: return (jh_tri)w->tris[arg_of(w, node, 0)];
  case JH_OP_IF: {
    jh_tri which = (jh_tri)w->tris[arg_of(w, node, 0)];
    jh_tri yes = (jh_tri)w->tris[arg_of(w, node, 1)], no = (jh_tri)w->tris[arg_of(w, node, 2)];
    if (which == JH_UNKNOWN) return yes == no ? yes : JH_UNKNOWN;
    return which == JH_TRUE ? yes : no;
  }
  default: return is_comparison(node) && node->level == JH_NONE ? compare(w, node) : JH_UNKNOWN;
  }
}

/* Arguments stand before the nodes that use them, so one pass does. */
static void settle(work *w) {
  for (uint32_t n = 0; n < w->plan->node_count; n++) {
    const jh_node *node = &w->plan->nodes[n];
    if (node->type == JH_TYPE_CONDITION)
      w->tris[n] = (uint8_t)condition(w, node);
    else if (w->is_wanted[n])
      number(w, n);
  }
}

jh_code jh_known_open(jh_known *known, const jh_plan *plan, jh_date on, jh_error *err) {
  work w = {.plan = plan, .on = on};
  size_t count = plan->node_count;
  w.tris = jh_alloc_get(count);
  w.is_wanted = jh_alloc_get(count * sizeof *w.is_wanted);
  bool is_ready = w.tris && w.is_wanted, any = is_ready && mark_wanted(&w);
  if (any) w.ranges = jh_alloc_get(count * sizeof *w.ranges);
  is_ready = is_ready && (!any || w.ranges);
  if (is_ready) {
    memset(w.tris, JH_UNKNOWN, count);
    for (size_t n = 0; n < count; n++) {
      if (w.is_wanted[n]) jh_range_init(&w.ranges[n]);
    }
    settle(&w);
    for (size_t n = 0; n < count; n++) {
      if (w.is_wanted[n]) jh_range_done(&w.ranges[n]);
    }
  }
  jh_alloc_free(w.is_wanted);
  jh_alloc_free(w.ranges);
  if (!is_ready) {
    jh_alloc_free(w.tris);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *known = (jh_known){plan, w.tris};
  return JH_OK;
}

void jh_known_done(jh_known *known) { jh_alloc_free(known->tris); }

uint32_t jh_known_arm(const jh_known *known, const jh_node *node) {
  if (node->op != JH_OP_IF) return 0;
  jh_tri which = jh_known_tri(known, jh_plan_arg(known->plan, node, 0));
  return which == JH_UNKNOWN ? 0 : which == JH_TRUE ? 1 : 2;
}

uint32_t jh_known_live(const jh_known *known, uint32_t node) {
  for (;;) {
    uint32_t arm = jh_known_arm(known, &known->plan->nodes[node]);
    if (!arm) return node;
    node = jh_plan_arg(known->plan, &known->plan->nodes[node], arm);
  }
}

bool jh_known_drops(const jh_known *known, const jh_node *node, uint32_t k) {
  uint32_t index = (uint32_t)(node - known->plan->nodes);
  if (node->type == JH_TYPE_CONDITION && jh_known_tri(known, index) != JH_UNKNOWN) return true;
  if (node->op == JH_OP_IF) {
    uint32_t arm = jh_known_arm(known, node);
    return arm && arm != k;
  }
  if (node->op != JH_OP_AND && node->op != JH_OP_OR) return false;
  return jh_known_tri(known, jh_plan_arg(known->plan, node, k)) != JH_UNKNOWN;
}

jh_code jh_known_mark_columns(
    const jh_known *known, const uint32_t *nodes, size_t count, bool **needed, jh_error *err) {
  const jh_plan *plan = known->plan;
  bool *wanted = jh_alloc_get(plan->node_count);
  if (!wanted) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < count; i++) {
    if (nodes[i] != JH_NONE) wanted[nodes[i]] = true;
  }
  /* Arguments stand before the nodes that use them, so one pass from the end reaches all. */
  for (size_t i = plan->node_count; i-- > 0;) {
    if (!wanted[i]) continue;
    const jh_node *node = &plan->nodes[i];
    if (node->op == JH_OP_COLUMN) needed[node->table][node->index] = true;
    for (uint32_t k = 0; k < node->count; k++) {
      uint32_t arg = jh_plan_arg(plan, node, k);
      if (arg != JH_NONE && !jh_known_drops(known, node, k)) wanted[arg] = true;
    }
  }
  jh_alloc_free(wanted);
  return JH_OK;
}
