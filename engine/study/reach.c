/* reach.c - ranges and grids of all nodes, in one pass: arguments come before what uses them. */
#include "study/reach.h"

#include "base/alloc.h"

static bool is_whole_multiple(const jh_rat *value, const jh_rat *grid) {
  if (jh_rat_sign(grid) == 0) return jh_rat_sign(value) == 0;
  jh_rat share, floor;
  jh_rat_init(&share), jh_rat_init(&floor);
  jh_rat_div(&share, value, grid);
  jh_rat_floor(&floor, &share);
  bool is_whole = jh_rat_compare(&share, &floor) == 0;
  jh_rat_done(&share), jh_rat_done(&floor);
  return is_whole;
}

/* a becomes the largest number of which a and b are whole multiples. */
static void common(jh_rat *a, const jh_rat *b) {
  jh_rat rest, other;
  jh_rat_init(&rest), jh_rat_init(&other);
  jh_rat_set(&other, b);
  while (jh_rat_sign(&other) != 0) {
    jh_rat_div(&rest, a, &other);
    jh_rat_floor(&rest, &rest);
    jh_rat_mul(&rest, &rest, &other);
    jh_rat_sub(&rest, a, &rest);
    jh_rat_set(a, &other);
    jh_rat_set(&other, &rest);
  }
  jh_rat_done(&rest), jh_rat_done(&other);
}

static void set_all(jh_reach *out) {
  jh_range_set_all(&out->range);
  out->has_grid = false;
}

static void set_value(jh_reach *out, const jh_rat *value) {
  jh_rat zero;
  jh_rat_init(&zero);
  jh_range_set_rat(&out->range, value);
  jh_rat_set(&out->grid, value);
  if (jh_rat_sign(value) < 0) jh_rat_sub(&out->grid, &zero, value);
  out->has_grid = true;
  jh_rat_done(&zero);
}

/* Widens `out` by another; the first one is taken as it is. */
static void widen(jh_reach *out, const jh_reach *by, bool is_first) {
  if (is_first) {
    jh_range_set(&out->range, &by->range);
    jh_rat_set(&out->grid, &by->grid);
    out->has_grid = by->has_grid;
    return;
  }
  jh_range_hull(&out->range, &out->range, &by->range);
  out->has_grid = out->has_grid && by->has_grid;
  if (out->has_grid) common(&out->grid, &by->grid);
}

void jh_reach_value(jh_rat *out, const jh_param *param, jh_dec value) {
  jh_rat factor;
  jh_rat_init(&factor);
  jh_rat_set_dec(out, value);
  jh_rat_set_int(&factor, param->unit.num);
  jh_rat_mul(out, out, &factor);
  jh_rat_set_int(&factor, param->unit.den);
  jh_rat_div(out, out, &factor);
  jh_rat_done(&factor);
}

static void reach_param(jh_reach *out, const jh_param *param) {
  jh_reach one = {.has_grid = false};
  jh_range_init(&one.range);
  jh_rat_init(&one.grid);
  jh_rat value;
  jh_rat_init(&value);
  for (size_t i = 0; i < param->value_count; i++) {
    jh_reach_value(&value, param, param->values[i].value);
    set_value(&one, &value);
    widen(out, &one, i == 0);
  }
  if (param->value_count == 0) set_all(out);
  jh_rat_done(&value);
  jh_rat_done(&one.grid);
  jh_range_done(&one.range);
}

static void reach_const(jh_reach *out, const jh_node *node) {
  jh_range range;
  jh_range_init(&range);
  jh_rat_set_dec(&range.low, node->value);
  jh_range_set_rat(&range, &range.low);
  jh_range_scale(&range, node->num, node->den);
  set_value(out, &range.low);
  jh_range_done(&range);
}

static void reach_column(jh_reach *out, const jh_plan *plan, const jh_node *node) {
  const jh_column_def *def = &plan->tables[node->table].columns[node->index];
  jh_range step;
  jh_range_init(&step);
  set_all(out);
  out->range.has_low = def->has_min;
  out->range.has_high = def->has_max;
  if (def->has_min) jh_rat_set_dec(&out->range.low, def->min);
  if (def->has_max) jh_rat_set_dec(&out->range.high, def->max);
  jh_range_scale(&out->range, node->num, node->den);
  jh_rat_set_scaled(&step.low, 1, def->scale);
  jh_range_set_rat(&step, &step.low);
  jh_range_scale(&step, node->num, node->den);
  jh_rat_set(&out->grid, &step.low);
  out->has_grid = true;
  jh_range_done(&step);
}

/* Sums of values on one side of 0 stay there. */
static void reach_sum(jh_reach *out, const jh_reach *value) {
  jh_rat zero;
  jh_rat_init(&zero);
  widen(out, value, true);
  out->range.has_low = value->range.has_low && jh_rat_sign(&value->range.low) >= 0;
  out->range.has_high = value->range.has_high && jh_rat_sign(&value->range.high) <= 0;
  jh_rat_set(&out->range.low, &zero);
  jh_rat_set(&out->range.high, &zero);
  jh_rat_done(&zero);
}

static void reach_count(jh_reach *out) {
  set_all(out);
  out->range.has_low = true;
  jh_rat_set_int(&out->range.low, 0);
  jh_rat_set_int(&out->grid, 1);
  out->has_grid = true;
}

static void scale_grid(jh_reach *out, jh_op op, const jh_reach *b) {
  bool is_fixed = jh_range_is_known(&b->range) && jh_rat_sign(&b->range.low) > 0;
  if (op == JH_OP_MUL && out->has_grid && b->has_grid)
    jh_rat_mul(&out->grid, &out->grid, &b->grid);
  else if (op == JH_OP_DIV && out->has_grid && is_fixed)
    jh_rat_div(&out->grid, &out->grid, &b->range.low);
  else
    out->has_grid = false;
}

static void reach_two(jh_reach *out, jh_op op, const jh_reach *b) {
  switch (op) {
  case JH_OP_ADD: jh_range_add(&out->range, &out->range, &b->range); break;
  case JH_OP_SUB: jh_range_sub(&out->range, &out->range, &b->range); break;
  case JH_OP_MUL: jh_range_mul(&out->range, &out->range, &b->range); break;
  case JH_OP_DIV: jh_range_div(&out->range, &out->range, &b->range); break;
  case JH_OP_MIN: jh_range_min(&out->range, &out->range, &b->range); break;
  default: jh_range_max(&out->range, &out->range, &b->range); break;
  }
  if (op == JH_OP_MUL || op == JH_OP_DIV) {
    scale_grid(out, op, b);
  } else {
    out->has_grid = out->has_grid && b->has_grid;
    if (out->has_grid) common(&out->grid, &b->grid);
  }
  if (out->range.is_undefined) set_all(out);
}

static const jh_reach *arg_reach(
    const jh_reach *all, const jh_plan *plan, const jh_node *node, uint32_t k) {
  uint32_t arg = k < node->count ? jh_plan_arg(plan, node, k) : JH_NONE;
  return arg == JH_NONE ? NULL : &all[arg];
}

static void reach_fold(
    jh_reach *out, const jh_reach *all, const jh_plan *plan, const jh_node *node) {
  for (uint32_t k = 0; k < node->count; k++) {
    const jh_reach *arg = arg_reach(all, plan, node, k);
    if (k == 0)
      widen(out, arg, true);
    else
      reach_two(out, node->op, arg);
  }
}

/* Any of the arguments from `first` on. */
static void reach_any(
    jh_reach *out, const jh_reach *all, const jh_plan *plan, const jh_node *node, uint32_t first) {
  bool is_first = true;
  for (uint32_t k = first; k < node->count; k++) {
    const jh_reach *arg = arg_reach(all, plan, node, k);
    if (!arg) continue;
    widen(out, arg, is_first);
    is_first = false;
  }
  if (is_first) set_all(out);
}

static void reach_rounded(jh_reach *out, const jh_reach *arg, bool is_up) {
  widen(out, arg, true);
  if (is_up)
    jh_range_ceil(&out->range, &out->range);
  else
    jh_range_floor(&out->range, &out->range);
  jh_rat_set_int(&out->grid, 1);
  out->has_grid = true;
}

static void reach_number(jh_reach *all, const jh_plan *plan, uint32_t index) {
  const jh_node *node = &plan->nodes[index];
  jh_reach *out = &all[index];
  const jh_reach *arg = arg_reach(all, plan, node, 0);
  switch (node->op) {
  case JH_OP_CONST: reach_const(out, node); break;
  case JH_OP_PARAM: reach_param(out, &plan->params[node->index]); break;
  case JH_OP_COLUMN: reach_column(out, plan, node); break;
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_DIV:
  case JH_OP_MIN:
  case JH_OP_MAX: reach_fold(out, all, plan, node); break;
  case JH_OP_NEG:
    widen(out, arg, true);
    jh_range_neg(&out->range, &out->range);
    break;
  case JH_OP_CEIL:
  case JH_OP_FLOOR: reach_rounded(out, arg, node->op == JH_OP_CEIL); break;
  case JH_OP_IF: reach_any(out, all, plan, node, 1); break;
  case JH_OP_BY_STAGE: reach_any(out, all, plan, node, 0); break;
  case JH_OP_QUANTITY:
  case JH_OP_RAISE:
  case JH_OP_LEAST:
  case JH_OP_GREATEST: widen(out, arg, true); break;
  case JH_OP_SUM: reach_sum(out, arg); break;
  case JH_OP_COUNT: reach_count(out); break;
  default: set_all(out); break;
  }
  if (out->range.is_undefined) set_all(out);
}

jh_code jh_reach_open(jh_reach **out, const jh_plan *plan, jh_error *err) {
  jh_reach *all = jh_alloc_get((plan->node_count + 1) * sizeof *all);
  if (!all) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t n = 0; n < plan->node_count; n++) {
    jh_range_init(&all[n].range);
    jh_rat_init(&all[n].grid);
    const jh_node *node = &plan->nodes[n];
    if (node->type == JH_TYPE_NUMBER) {
      reach_number(all, plan, n);
    } else if (node->op == JH_OP_SPREAD || node->op == JH_OP_COMPOSITE) {
      reach_count(&all[n]);
      all[n].has_grid = false;
    }
  }
  *out = all;
  return JH_OK;
}

void jh_reach_close(jh_reach *reaches, const jh_plan *plan) {
  if (!reaches) return;
  for (size_t n = 0; n < plan->node_count; n++) {
    jh_range_done(&reaches[n].range);
    jh_rat_done(&reaches[n].grid);
  }
  jh_alloc_free(reaches);
}

bool jh_reach_at(const jh_reach *reach, const jh_rat *value) {
  const jh_range *range = &reach->range;
  if (range->has_low && jh_rat_compare(value, &range->low) < 0) return false;
  if (range->has_high && jh_rat_compare(value, &range->high) > 0) return false;
  return !reach->has_grid || is_whole_multiple(value, &reach->grid);
}

bool jh_reach_below(const jh_reach *reach, const jh_rat *value) {
  return !reach->range.has_low || jh_rat_compare(&reach->range.low, value) < 0;
}

bool jh_reach_above(const jh_reach *reach, const jh_rat *value) {
  return !reach->range.has_high || jh_rat_compare(&reach->range.high, value) > 0;
}

bool jh_reach_meet(const jh_reach *a, const jh_reach *b) {
  if (jh_range_is_known(&b->range)) return jh_reach_at(a, &b->range.low);
  if (jh_range_is_known(&a->range)) return jh_reach_at(b, &a->range.low);
  return jh_range_equal(&a->range, &b->range) != JH_FALSE;
}

bool jh_reach_between(
    const jh_reach *reach, const jh_rat *low, bool low_counts, const jh_rat *high,
    bool high_counts) {
  if (low_counts && jh_reach_at(reach, low)) return true;
  if (high_counts && jh_reach_at(reach, high)) return true;
  const jh_range *range = &reach->range;
  if (range->has_high && jh_rat_compare(&range->high, low) <= 0) return false;
  if (range->has_low && jh_rat_compare(&range->low, high) >= 0) return false;
  if (!reach->has_grid || jh_rat_sign(&reach->grid) == 0) return true;
  jh_rat next; /* the first value of the grid above `low` */
  jh_rat_init(&next);
  jh_rat_div(&next, low, &reach->grid);
  jh_rat_floor(&next, &next);
  jh_rat one;
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  jh_rat_add(&next, &next, &one);
  jh_rat_mul(&next, &next, &reach->grid);
  bool is_there = jh_rat_compare(&next, high) < 0;
  jh_rat_done(&one);
  jh_rat_done(&next);
  return is_there;
}
