/* reach.c - see reach.h. */
#include "eval/reach.h"

#include <string.h>

#include "base/alloc.h"
#include "eval/figure.h"
#include "eval/range.h"

typedef struct reach {
  const jh_plan *plan;
  jh_range *ranges; /* by node; conditions stay undefined */
} reach;

static const jh_range *arg(const reach *r, const jh_node *node, uint32_t k) {
  uint32_t index = k < node->count ? jh_plan_arg(r->plan, node, k) : JH_NONE;
  return index == JH_NONE ? NULL : &r->ranges[index];
}

/* Every argument from `first` on, taken together. */
static void fold(
    const reach *r, const jh_node *node, uint32_t first,
    void (*op)(jh_range *, const jh_range *, const jh_range *), jh_range *out) {
  bool is_first = true;
  jh_range_set_undefined(out);
  for (uint32_t k = first; k < node->count; k++) {
    const jh_range *next = arg(r, node, k);
    if (!next) continue;
    if (is_first)
      jh_range_set(out, next);
    else
      op(out, out, next);
    is_first = false;
  }
}

/* Alternatives, those that have no value left out. */
static void hull(const reach *r, const jh_node *node, uint32_t first, jh_range *out) {
  jh_range_set_undefined(out);
  for (uint32_t k = first; k < node->count; k++) {
    const jh_range *next = arg(r, node, k);
    if (!next || next->is_undefined) continue;
    if (out->is_undefined)
      jh_range_set(out, next);
    else
      jh_range_hull(out, out, next);
  }
}

static void from_dec(jh_range *out, jh_dec value, const jh_node *node) {
  jh_rat number;
  jh_rat_init(&number);
  jh_rat_set_dec(&number, value);
  jh_range_set_rat(out, &number);
  jh_range_scale(out, node->num, node->den);
  jh_rat_done(&number);
}

static void column(const reach *r, const jh_node *node, jh_range *out) {
  const jh_column_def *def = &r->plan->tables[node->table].columns[node->index];
  jh_range_set_column(out, def);
  jh_range_scale(out, node->num, node->den);
}

/* All values that a parameter ever has. */
static void param(const reach *r, const jh_node *node, jh_range *out) {
  const jh_param *def = &r->plan->params[node->index];
  jh_range one;
  jh_range_init(&one);
  jh_range_set_undefined(out);
  for (size_t i = 0; i < def->value_count; i++) {
    from_dec(&one, def->values[i].value, node);
    if (i == 0)
      jh_range_set(out, &one);
    else
      jh_range_hull(out, out, &one);
  }
  jh_range_done(&one);
}

/* Any number of summands, none too. */
static void sum(const reach *r, const jh_node *node, jh_range *out) {
  const jh_range *value = arg(r, node, 0);
  jh_range_set_all(out);
  if (!value || value->is_undefined) return;
  out->has_low = value->has_low && jh_rat_sign(&value->low) >= 0;
  out->has_high = value->has_high && jh_rat_sign(&value->high) <= 0;
  if (out->has_low) jh_rat_set_int(&out->low, 0);
  if (out->has_high) jh_rat_set_int(&out->high, 0);
}

static void not_below_zero(jh_range *out) {
  jh_range_set_int(out, 0);
  out->has_high = false;
}

static void copy(const reach *r, const jh_node *node, uint32_t k, jh_range *out) {
  const jh_range *from = arg(r, node, k);
  if (from)
    jh_range_set(out, from);
  else
    jh_range_set_undefined(out);
}

static void one_number(const reach *r, const jh_node *node, jh_range *out) {
  const jh_range *from = arg(r, node, 0);
  if (!from || from->is_undefined) {
    jh_range_set_undefined(out);
  } else if (node->op == JH_OP_NEG) {
    jh_range_neg(out, from);
  } else if (node->op == JH_OP_CEIL) {
    jh_range_ceil(out, from);
  } else {
    jh_range_floor(out, from);
  }
}

static void work_out(const reach *r, const jh_node *node, jh_range *out) {
  switch (node->op) {
  case JH_OP_CONST: from_dec(out, node->value, node); break;
  case JH_OP_PARAM: param(r, node, out); break;
  case JH_OP_COLUMN: column(r, node, out); break;
  case JH_OP_ADD: fold(r, node, 0, jh_range_add, out); break;
  case JH_OP_SUB: fold(r, node, 0, jh_range_sub, out); break;
  case JH_OP_MUL: fold(r, node, 0, jh_range_mul, out); break;
  case JH_OP_DIV: fold(r, node, 0, jh_range_div, out); break;
  case JH_OP_MIN: fold(r, node, 0, jh_range_min, out); break;
  case JH_OP_MAX: fold(r, node, 0, jh_range_max, out); break;
  case JH_OP_NEG:
  case JH_OP_CEIL:
  case JH_OP_FLOOR: one_number(r, node, out); break;
  case JH_OP_IF: hull(r, node, 1, out); break;
  case JH_OP_BY_STAGE:
  case JH_OP_BETWEEN: hull(r, node, 0, out); break;
  case JH_OP_QUANTITY:
  case JH_OP_RAISE:
  case JH_OP_LEAST:
  case JH_OP_GREATEST: copy(r, node, 0, out); break;
  case JH_OP_SUM: sum(r, node, out); break;
  case JH_OP_COUNT:
  case JH_OP_SPREAD:
  case JH_OP_COMPOSITE: not_below_zero(out); break;
  default: jh_range_set_all(out); break;
  }
}

static const jh_node *bound_of(const jh_plan *plan, const jh_rule *rule) {
  if (rule->measure == JH_NONE || rule->bound == JH_NONE) return NULL;
  const jh_node *node = &plan->nodes[rule->bound];
  while (node->op == JH_OP_RAISE) node = &plan->nodes[jh_plan_arg(plan, node, 0)];
  return node->op == JH_OP_PARAM ? node : NULL;
}

/* Is the bound beyond an end, so that no measure is on its other side? At an end both are possible. */
static bool is_outside(const jh_range *measure, const jh_range *bound) {
  if (measure->is_undefined) return false;
  return jh_range_above(bound, measure) == JH_TRUE || jh_range_above(measure, bound) == JH_TRUE;
}

/* "0 … 100" in the unit of the rule. */
static void describe(const jh_rule *rule, const jh_range *measure, char *out, size_t size) {
  jh_range low, high;
  jh_figure figure = {0};
  char text[2 * JH_FIGURE_TEXT + 8] = "";
  jh_range_init(&low), jh_range_init(&high);
  jh_range_set(&low, measure);
  jh_range_scale(&low, rule->unit.den, rule->unit.num);
  jh_range_set(&high, &low);
  if (low.has_low) {
    jh_range_set_rat(&high, &low.low);
    jh_figure_one(&figure, &high);
    jh_str_copy(text, sizeof text, jh_str_of(figure.text));
  }
  size_t used = strlen(text);
  jh_str_copy(text + used, sizeof text - used, jh_str_of(" … "));
  used = strlen(text);
  if (low.has_high) {
    jh_range_set_rat(&high, &low.high);
    jh_figure_one(&figure, &high);
    jh_str_copy(text + used, sizeof text - used, jh_str_of(figure.text));
  }
  jh_str_copy(out, size, jh_str_of(text));
  jh_range_done(&low), jh_range_done(&high);
}

static void warn(
    const jh_plan *plan, const jh_rule *rule, const jh_param *of, const jh_param_value *value,
    const jh_range *measure, jh_diag *diag) {
  jh_error warning;
  char name[160], number[JH_DEC_TEXT], range[2 * JH_FIGURE_TEXT + 8];
  jh_str_copy(name, sizeof name, jh_str_of(of->path));
  if (value->stage < plan->stage_count && strlen(name) + 2 < sizeof name) {
    size_t used = strlen(name);
    name[used++] = '.';
    jh_str_copy(name + used, sizeof name - used, jh_str_of(plan->stages[value->stage].id));
  }
  describe(rule, measure, range, sizeof range);
  const jh_place *at = value->place.file[0] ? &value->place : &of->place;
  (void)jh_fail(
      &warning, JH_EOUT_OF_REACH, at, name, jh_dec_text(number, value->value), range, NULL);
  warning.severity = JH_WARNING;
  jh_diag_add(diag, &warning);
}

static void check_rule(const reach *r, const jh_rule *rule, jh_diag *diag) {
  const jh_node *node = bound_of(r->plan, rule);
  if (!node) return;
  const jh_param *of = &r->plan->params[node->index];
  const jh_range *measure = &r->ranges[rule->measure];
  jh_range bound;
  jh_range_init(&bound);
  for (size_t i = 0; i < of->value_count; i++) {
    const jh_param_value *value = &of->values[i];
    bool is_own = node->stage == JH_NONE || !of->is_by_stage || value->stage == node->stage;
    from_dec(&bound, value->value, node);
    if (is_own && is_outside(measure, &bound)) warn(r->plan, rule, of, value, measure, diag);
  }
  jh_range_done(&bound);
}

jh_code jh_reach_check(const jh_plan *plan, jh_diag *diag, jh_error *err) {
  reach r = {plan, jh_alloc_get((plan->node_count + 1) * sizeof *r.ranges)};
  if (!r.ranges) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < plan->node_count; i++) {
    jh_range_init(&r.ranges[i]);
    jh_range_set_undefined(&r.ranges[i]);
    bool is_spread = plan->nodes[i].op == JH_OP_SPREAD || plan->nodes[i].op == JH_OP_COMPOSITE;
    if (plan->nodes[i].type != JH_TYPE_NUMBER && !is_spread) continue;
    work_out(&r, &plan->nodes[i], &r.ranges[i]);
  }
  for (size_t i = 0; i < plan->rule_count; i++) check_rule(&r, &plan->rules[i], diag);
  for (size_t i = 0; i < plan->node_count; i++) jh_range_done(&r.ranges[i]);
  jh_alloc_free(r.ranges);
  return JH_OK;
}
