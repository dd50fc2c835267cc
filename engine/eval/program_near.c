/* program_near.c - which nodes may be kept as plain doubles, and in which units. */
#include "eval/exact.h"
#include "eval/program_parts.h"
#include "eval/where.h"

/* Numerators and denominators of units stay below this; so do the numbers that bring one to another. */
#define UNIT_MOST (INT64_C(1) << 40)

typedef struct unit {
  int64_t num, den;
} unit;

static int64_t divisor(int64_t a, int64_t b) {
  while (b) {
    int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/* In lowest terms; false if it is too large. Units are above 0. */
static bool reduce(unit *u) {
  int64_t common = divisor(u->num, u->den);
  u->num /= common;
  u->den /= common;
  return u->num <= UNIT_MOST && u->den <= UNIT_MOST;
}

static bool times(unit *out, unit a, unit b) {
  /* Crosswise first, so that what is left does not overflow. */
  int64_t g = divisor(a.num, b.den), h = divisor(b.num, a.den);
  int64_t an = a.num / g, bd = b.den / g, bn = b.num / h, ad = a.den / h;
  if (an > UNIT_MOST / bn || ad > UNIT_MOST / bd) return false;
  *out = (unit){an * bn, ad * bd};
  return true;
}

static bool over(unit *out, unit a, unit b) { return times(out, a, (unit){b.den, b.num}); }

/* The largest unit in which both are whole. */
static bool join(unit *out, unit a, unit b) {
  int64_t common = divisor(a.den, b.den);
  if (a.den / common > UNIT_MOST / b.den) return false;
  *out = (unit){divisor(a.num, b.num), a.den / common * b.den};
  return reduce(out);
}

/* How many of `to` make one of `from`; 0 if that is not whole, or too many. */
static double steps(unit from, unit to) {
  unit ratio;
  return over(&ratio, from, to) && ratio.den == 1 ? (double)ratio.num : 0;
}

static unit unit_of(const jh_near *near) { return (unit){near->num, near->den}; }

/* Keeps the unit if the numbers are fit for it. */
static bool set_unit(jh_near *near, const unit *u, bool is_fit) {
  if (!is_fit) return false;
  near->num = u->num;
  near->den = u->den;
  return true;
}

static const jh_near *arg_of(const jh_program *p, const jh_node *node, uint32_t k) {
  uint32_t arg = jh_plan_arg(p->plan, node, k);
  return arg == JH_NONE ? NULL : &p->nears[arg];
}

/* A rational as so many of a unit: false if that is not whole or not exact. */
static bool count_of(double *out, const jh_rat *value, unit u) {
  int64_t num, den;
  if (!jh_rat_small(value, &num, &den)) return false;
  double by = 0;
  if (num != 0) {
    unit size = {num < 0 ? -num : num, den};
    if (!reduce(&size)) return false;
    by = steps(size, u);
    if (by == 0) return false;
  }
  *out = num < 0 ? -by : by;
  return true;
}

static bool set_column(const jh_program *p, const jh_node *node, jh_near *near) {
  const jh_column_def *def = &p->plan->tables[node->table].columns[node->index];
  const jh_column *column = jh_where_column(p->dataset, node);
  int32_t scale = column ? column->scale : 0;
  if (scale > 12) return false;
  unit u = {node->num, node->den};
  for (int32_t k = 0; k < scale; k++) {
    if (u.den > UNIT_MOST) return false;
    u.den *= 10;
  }
  if (!reduce(&u)) return false;
  jh_range range;
  jh_range_init(&range);
  jh_range_set_column(&range, def);
  jh_range_scale(&range, node->num, node->den);
  near->low = -INFINITY;
  near->high = INFINITY;
  bool is_fit = (!range.has_low || count_of(&near->low, &range.low, u)) &&
                (!range.has_high || count_of(&near->high, &range.high, u));
  jh_range_done(&range);
  return set_unit(near, &u, is_fit);
}

/* A number as a whole number of a unit 1 / den. */
static bool fraction(jh_dec value, int64_t num, int64_t den, int64_t *mantissa, unit *u) {
  jh_rat exact, factor;
  int64_t over;
  jh_rat_init(&exact), jh_rat_init(&factor);
  jh_rat_set_int(&factor, num);
  jh_rat_set_int(&exact, den);
  jh_rat_div(&factor, &factor, &exact);
  jh_rat_set_dec(&exact, value);
  jh_rat_mul(&exact, &exact, &factor);
  bool is_small = jh_rat_small(&exact, mantissa, &over) && over <= UNIT_MOST;
  jh_rat_done(&exact), jh_rat_done(&factor);
  *u = (unit){1, over};
  return is_small;
}

/* One that differs by stage: others are of no level. */
static bool set_param(jh_program *p, const jh_node *node, jh_near *near) {
  const jh_param *param = &p->plan->params[node->index];
  unit u = {1, 1}, own;
  int64_t mantissa;
  size_t stages = p->plan->stage_count;
  for (int pass = 0; pass < 2; pass++) {
    for (uint32_t s = 0; s < stages; s++) {
      const jh_param_value *value = jh_param_on(param, s, p->on);
      near->by_stage[s] = (double)NAN;
      if (!value) continue;
      if (!fraction(value->value, param->unit.num, param->unit.den, &mantissa, &own)) return false;
      if (pass == 0 && !join(&u, u, own)) return false;
      near->by_stage[s] = (double)mantissa * steps(own, u);
      if (fabs(near->by_stage[s]) >= JH_NEAR_EXACT) return false;
    }
  }
  return set_unit(near, &u, true);
}

static bool set_constant(const jh_program *p, uint32_t index, jh_near *near) {
  jh_exact exact = {.plan = p->plan, .dataset = p->dataset, .on = p->on, .force = p->force};
  jh_range range;
  int64_t num, den = 1;
  jh_range_init(&range);
  jh_exact_number(&exact, index, 0, &range);
  bool is_fit = !range.is_undefined && jh_range_is_known(&range) &&
                jh_rat_small(&range.low, &num, &den) && den <= UNIT_MOST;
  if (is_fit) near->low = near->high = (double)num;
  if (range.is_undefined) near->low = near->high = (double)NAN;
  is_fit = is_fit || range.is_undefined;
  jh_range_done(&range);
  return set_unit(near, &(unit){1, den}, is_fit);
}

/* One unit for all arguments from `first` on. */
static bool join_args(const jh_program *p, const jh_node *node, uint32_t first, unit *u) {
  bool has = false;
  for (uint32_t k = first; k < node->count; k++) {
    const jh_near *arg = arg_of(p, node, k);
    if (!arg) continue;
    if (!arg->is_near) return false;
    if (has && !join(u, *u, unit_of(arg))) return false;
    if (!has) *u = unit_of(arg);
    has = true;
  }
  return has;
}

static bool bring_args(
    const jh_program *p, const jh_node *node, uint32_t first, unit u, jh_near *near) {
  for (uint32_t k = first; k < node->count; k++) {
    const jh_near *arg = arg_of(p, node, k);
    if (!arg) continue;
    near->by[k] = steps(unit_of(arg), u);
    if (near->by[k] == 0) return false;
  }
  return true;
}

static bool set_joint(const jh_program *p, const jh_node *node, uint32_t first, jh_near *near) {
  unit u = {1, 1};
  bool is_fit = join_args(p, node, first, &u) && bring_args(p, node, first, u, near);
  return set_unit(near, &u, is_fit);
}

static bool set_pair(const jh_program *p, const jh_node *node, jh_near *near) {
  const jh_near *a = arg_of(p, node, 0), *b = arg_of(p, node, 1);
  unit u = {1, 1};
  if (!a->is_near || !b->is_near) return false;
  if (node->op == JH_OP_MUL) return set_unit(near, &u, times(&u, unit_of(a), unit_of(b)));
  if (node->op == JH_OP_DIV) return set_unit(near, &u, over(&u, unit_of(a), unit_of(b)));
  return set_joint(p, node, 0, near);
}

static bool set_same(const jh_program *p, const jh_node *node, jh_near *near) {
  const jh_near *arg = arg_of(p, node, 0);
  return set_unit(near, &(unit){arg->num, arg->den}, arg->is_near);
}

/* May the number be kept so, and in which unit? */
static bool set(jh_program *p, uint32_t index, jh_near *near) {
  const jh_node *node = &p->plan->nodes[index];
  if (node->type == JH_TYPE_NUMBER && node->level == JH_NONE) return set_constant(p, index, near);
  switch (node->op) {
  case JH_OP_COLUMN: return node->type == JH_TYPE_NUMBER && set_column(p, node, near);
  case JH_OP_PARAM: return set_param(p, node, near);
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT:
  case JH_OP_EQ:
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_DIV:
  case JH_OP_MIN:
  case JH_OP_MAX: return set_pair(p, node, near);
  case JH_OP_BY_STAGE: return node->type == JH_TYPE_NUMBER && set_joint(p, node, 0, near);
  case JH_OP_IF:
    if (node->type != JH_TYPE_NUMBER || jh_known_arm(jh_force_known(p->force), node)) return false;
    return set_joint(p, node, 1, near);
  case JH_OP_RAISE:
  case JH_OP_QUANTITY:
  case JH_OP_SUM: return node->type == JH_TYPE_NUMBER && set_same(p, node, near);
  case JH_OP_CEIL:
  case JH_OP_FLOOR: return arg_of(p, node, 0)->is_near;
  case JH_OP_COUNT: return true;
  default: return false;
  }
}

jh_code jh_program_near(jh_program *p, jh_error *err) {
  p->nears = jh_arena_get(p->arena, p->plan->node_count * sizeof *p->nears);
  if (!p->nears) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t n = 0; n < p->plan->node_count; n++) {
    const jh_node *node = &p->plan->nodes[n];
    jh_near *near = &p->nears[n];
    if (!p->is_needed[n]) continue;
    near->num = near->den = 1;
    near->by = jh_arena_get(p->arena, node->count * sizeof *near->by);
    if (!near->by) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    if (node->op == JH_OP_PARAM) {
      near->by_stage = jh_arena_get(p->arena, (p->plan->stage_count + 1) * sizeof *near->by_stage);
      if (!near->by_stage) return jh_fail(err, JH_ENOMEM, NULL, NULL);
    }
    near->is_near = set(p, n, near);
    near->factor = jh_ends_of_scaled(1, 0, near->num, near->den);
  }
  return JH_OK;
}
