/* follow.c - one pass over the graph, arguments before what uses them. */
#include "vary/follow.h"

#include <string.h>

#define BOTH (JH_FOLLOW_BELOW | JH_FOLLOW_ABOVE)

uint32_t jh_follow_need_count(const jh_follow *f, const jh_node *node) {
  if (node->op != JH_OP_RULE) return node->count;
  return jh_force_any(f->force, node->index) ? 2 : 0;
}

uint32_t jh_follow_need(const jh_follow *f, const jh_node *node, uint32_t k) {
  if (node->op == JH_OP_RULE) {
    const jh_rule *rule = &f->plan->rules[node->index];
    return k == 0 ? rule->holds : rule->applies;
  }
  return jh_known_drops(&f->known, node, k) ? JH_NONE : jh_plan_arg(f->plan, node, k);
}

static jh_follow_way way_of_need(const jh_follow *f, const jh_node *node, uint32_t k) {
  if (k >= jh_follow_need_count(f, node)) return JH_FOLLOW_NOT;
  return jh_follow_way_of(f, jh_follow_need(f, node, k));
}

static uint8_t sign_of_need(const jh_follow *f, const jh_node *node, uint32_t k) {
  uint32_t need = jh_follow_need(f, node, k);
  return need == JH_NONE ? 0 : f->signs[need];
}

/* All that needs [from, …) do, taken together. */
static jh_follow_way all(const jh_follow *f, const jh_node *node, uint32_t from) {
  unsigned way = 0;
  for (uint32_t k = from; k < jh_follow_need_count(f, node); k++) way |= way_of_need(f, node, k);
  return (jh_follow_way)way;
}

static jh_follow_way join(jh_follow_way a, jh_follow_way b) { return (jh_follow_way)(a | b); }

/* If anything there moves, it moves in no way that can be told. */
static jh_follow_way untold(jh_follow_way way) { return way ? JH_FOLLOW_EITHER : JH_FOLLOW_NOT; }

/* What a factor of this sign makes of a way. */
static jh_follow_way times(jh_follow_way way, uint8_t sign) {
  if (!(sign & JH_FOLLOW_BELOW)) return way;
  return sign & JH_FOLLOW_ABOVE ? untold(way) : jh_follow_turned(way);
}

/* One argument moves, the others have known signs. */
static jh_follow_way product(const jh_follow *f, const jh_node *node) {
  unsigned way = 0;
  for (uint32_t k = 0; k < node->count; k++) {
    jh_follow_way one = way_of_need(f, node, k);
    for (uint32_t j = 0; one && j < node->count; j++) {
      if (j != k)
        one = way_of_need(f, node, j) ? JH_FOLLOW_EITHER : times(one, sign_of_need(f, node, j));
    }
    way |= one;
  }
  return (jh_follow_way)way;
}

/* Divided by the parameter itself, times something above 0, a number falls as far as it is above
 * 0. */
static bool is_divided_by_it(const jh_follow *f, const jh_node *node) {
  return node->op == JH_OP_DIV && node->count == 2 && way_of_need(f, node, 0) == JH_FOLLOW_NOT &&
         way_of_need(f, node, 1) != JH_FOLLOW_NOT && f->is_scaled[jh_follow_need(f, node, 1)] &&
         !(sign_of_need(f, node, 0) & JH_FOLLOW_BELOW);
}

static jh_follow_way quotient(const jh_follow *f, const jh_node *node) {
  if (is_divided_by_it(f, node)) return JH_FOLLOW_FALLS;
  jh_follow_way way = way_of_need(f, node, 0);
  for (uint32_t k = 1; k < node->count; k++)
    way = way_of_need(f, node, k) ? JH_FOLLOW_EITHER : times(way, sign_of_need(f, node, k));
  return way;
}

static jh_follow_way difference(const jh_follow *f, const jh_node *node) {
  return join(way_of_need(f, node, 0), jh_follow_turned(all(f, node, 1)));
}

static jh_follow_way param(const jh_follow *f, const jh_node *node) {
  bool is_it = node->index == f->param &&
               (f->stage == JH_NONE || node->stage == JH_NONE || node->stage == f->stage);
  return is_it ? JH_FOLLOW_RISES : JH_FOLLOW_NOT;
}

/* Value and filter of what goes over many rows. */
static jh_follow_way over(const jh_follow *f, const jh_node *node) {
  jh_follow_way value = way_of_need(f, node, 0), filter = way_of_need(f, node, 1);
  switch (node->op) {
  case JH_OP_COUNT: return value;
  case JH_OP_EVERY: return join(value, jh_follow_turned(filter));
  case JH_OP_SOME: return join(value, filter);
  default: return join(value, untold(filter));
  }
}

static jh_follow_way limited(const jh_follow *f, const jh_node *node) {
  if (node->op == JH_OP_SPREAD) {
    unsigned rest = 0;
    for (uint32_t k = 0; k < 3; k++) rest |= way_of_need(f, node, k);
    return join(way_of_need(f, node, 3), untold((jh_follow_way)rest));
  }
  jh_follow_way way = way_of_need(f, node, 0);
  for (uint32_t k = 1; k < node->count; k++) { /* the spreads' own limits do not count */
    uint32_t spread = jh_follow_need(f, node, k);
    for (uint32_t j = 0; spread != JH_NONE && j < 3; j++)
      way = join(way, untold(way_of_need(f, &f->plan->nodes[spread], j)));
  }
  return way;
}

static jh_follow_way chosen(const jh_follow *f, const jh_node *node) {
  return join(untold(way_of_need(f, node, 0)), all(f, node, 1));
}

static jh_follow_way way_of(const jh_follow *f, const jh_node *node) {
  switch (node->op) {
  case JH_OP_PARAM: return param(f, node);
  case JH_OP_ADD:
  case JH_OP_MIN:
  case JH_OP_MAX:
  case JH_OP_CEIL:
  case JH_OP_FLOOR:
  case JH_OP_BY_STAGE:
  case JH_OP_RAISE:
  case JH_OP_QUANTITY:
  case JH_OP_BETWEEN:
  case JH_OP_AND:
  case JH_OP_OR: return all(f, node, 0);
  case JH_OP_NEG:
  case JH_OP_NOT: return jh_follow_turned(way_of_need(f, node, 0));
  case JH_OP_SUB:
  case JH_OP_GE:
  case JH_OP_GT: return difference(f, node);
  case JH_OP_LE:
  case JH_OP_LT: return jh_follow_turned(difference(f, node));
  case JH_OP_MUL: return product(f, node);
  case JH_OP_DIV: return quotient(f, node);
  case JH_OP_IF: return chosen(f, node);
  case JH_OP_SUM:
  case JH_OP_COUNT:
  case JH_OP_LEAST:
  case JH_OP_GREATEST:
  case JH_OP_EVERY:
  case JH_OP_SOME: return over(f, node);
  case JH_OP_AT_LEAST_N:
    return jh_follow_turned(join(way_of_need(f, node, 0), jh_follow_turned(all(f, node, 1))));
  case JH_OP_SPREAD:
  case JH_OP_COMPOSITE: return limited(f, node);
  case JH_OP_RULE: return join(way_of_need(f, node, 0), jh_follow_turned(way_of_need(f, node, 1)));
  case JH_OP_KNOWN: {
    uint32_t of = jh_follow_need(f, node, 0);
    return of == JH_NONE ? JH_FOLLOW_NOT : untold(jh_follow_way_of(f, of));
  }
  default: return untold(all(f, node, 0));
  }
}

static uint8_t sign_of_int(int64_t value) {
  return value < 0 ? JH_FOLLOW_BELOW : value > 0 ? JH_FOLLOW_ABOVE : 0;
}

static uint8_t turned_sign(uint8_t sign) { return (uint8_t)((sign & 1) << 1 | (sign & 2) >> 1); }

static uint8_t sign_of_param(const jh_follow *f, const jh_node *node) {
  const jh_param *def = &f->plan->params[node->index];
  uint8_t sign = 0;
  if (node->index == f->param) return BOTH;
  for (size_t i = 0; i < def->value_count; i++) sign |= sign_of_int(def->values[i].value.mantissa);
  return sign;
}

static uint8_t sign_of_column(const jh_follow *f, const jh_node *node) {
  const jh_column_def *def = &f->plan->tables[node->table].columns[node->index];
  uint8_t sign = BOTH;
  if (def->has_min && def->min.mantissa >= 0) sign &= (uint8_t)~JH_FOLLOW_BELOW;
  if (def->has_max && def->max.mantissa <= 0) sign &= (uint8_t)~JH_FOLLOW_ABOVE;
  return sign;
}

static uint8_t any_sign(const jh_follow *f, const jh_node *node, uint32_t from) {
  uint8_t sign = 0;
  for (uint32_t k = from; k < node->count; k++) sign |= sign_of_need(f, node, k);
  return sign;
}

/* Each factor below 0 turns the sign. */
static uint8_t sign_of_product(const jh_follow *f, const jh_node *node) {
  uint8_t sign = sign_of_need(f, node, 0);
  for (uint32_t k = 1; k < node->count; k++) {
    uint8_t next = sign_of_need(f, node, k), out = 0;
    if (next & JH_FOLLOW_ABOVE) out |= sign;
    if (next & JH_FOLLOW_BELOW) out |= turned_sign(sign);
    sign = out;
  }
  return sign;
}

static uint8_t sign_of(const jh_follow *f, const jh_node *node) {
  switch (node->op) {
  case JH_OP_CONST: return sign_of_int(node->value.mantissa);
  case JH_OP_YEAR:
  case JH_OP_COUNT: return JH_FOLLOW_ABOVE;
  case JH_OP_PARAM: return sign_of_param(f, node);
  case JH_OP_COLUMN: return node->type == JH_TYPE_NUMBER ? sign_of_column(f, node) : BOTH;
  case JH_OP_NEG: return turned_sign(sign_of_need(f, node, 0));
  case JH_OP_MUL:
  case JH_OP_DIV: return sign_of_product(f, node);
  case JH_OP_QUANTITY:
  case JH_OP_SUM:
  case JH_OP_LEAST:
  case JH_OP_GREATEST: return sign_of_need(f, node, 0);
  case JH_OP_IF: return any_sign(f, node, 1);
  case JH_OP_CEIL:
  case JH_OP_FLOOR:
  case JH_OP_ADD:
  case JH_OP_MIN:
  case JH_OP_MAX:
  case JH_OP_BY_STAGE:
  case JH_OP_RAISE:
  case JH_OP_BETWEEN: return any_sign(f, node, 0);
  default: return BOTH;
  }
}

/* A constant above 0 that is written so. */
static bool is_factor(const jh_follow *f, uint32_t node) {
  return node != JH_NONE && f->plan->nodes[node].op == JH_OP_CONST &&
         f->signs[node] == JH_FOLLOW_ABOVE;
}

static bool is_scaled_need(const jh_follow *f, const jh_node *node, uint32_t k) {
  uint32_t need = jh_follow_need(f, node, k);
  return need != JH_NONE && f->is_scaled[need];
}

static bool is_scaled(const jh_follow *f, const jh_node *node) {
  switch (node->op) {
  case JH_OP_PARAM: return node->index == f->param;
  case JH_OP_RAISE: return is_scaled_need(f, node, 0);
  case JH_OP_MUL:
    return node->count == 2 &&
           ((is_scaled_need(f, node, 0) && is_factor(f, jh_follow_need(f, node, 1))) ||
            (is_scaled_need(f, node, 1) && is_factor(f, jh_follow_need(f, node, 0))));
  case JH_OP_DIV:
    return node->count == 2 && is_scaled_need(f, node, 0) &&
           is_factor(f, jh_follow_need(f, node, 1));
  case JH_OP_BY_STAGE:
    for (uint32_t k = 0; k < node->count; k++) {
      if (jh_plan_arg(f->plan, node, k) != JH_NONE && !is_scaled_need(f, node, k)) return false;
    }
    return node->count > 0;
  default: return false;
  }
}

/* Would the law itself be another one, as rules are put in force by what the day settles? */
static bool is_settling(const jh_node *node) {
  return node->type == JH_TYPE_CONDITION && node->level == JH_NONE;
}

static void pass(jh_follow *f) {
  for (uint32_t n = 0; n < f->plan->node_count; n++) {
    const jh_node *node = &f->plan->nodes[n];
    f->is_scaled[n] = is_scaled(f, node);
    jh_follow_way way = way_of(f, node);
    f->ways[n] = (uint8_t)(is_settling(node) ? untold(way) : way);
    f->signs[n] = sign_of(f, node);
    f->is_dividing[n] = way && is_divided_by_it(f, node);
    for (uint32_t k = 0; way && k < jh_follow_need_count(f, node); k++) {
      uint32_t need = jh_follow_need(f, node, k);
      if (need != JH_NONE && f->is_dividing[need]) f->is_dividing[n] = true;
    }
  }
}

/* The plan with the parameter taken out. */
static const jh_plan *without(const jh_plan *plan, uint32_t param, jh_arena *arena) {
  jh_plan *own = jh_arena_get(arena, sizeof *own);
  jh_param *params = jh_arena_get(arena, plan->param_count * sizeof *params);
  if (!own || !params) return NULL;
  memcpy(params, plan->params, plan->param_count * sizeof *params);
  params[param].value_count = 0;
  *own = *plan;
  own->params = params;
  return own;
}

jh_code jh_follow_open(
    jh_follow *out, const jh_plan *plan, const jh_force *force, jh_date on, uint32_t param,
    uint32_t stage, jh_arena *arena, jh_error *err) {
  size_t count = plan->node_count + 1;
  jh_follow f = {
      .plan = without(plan, param, arena), .force = force, .param = param, .stage = stage};
  f.ways = jh_arena_get(arena, count);
  f.signs = jh_arena_get(arena, count);
  f.is_scaled = jh_arena_get(arena, count * sizeof *f.is_scaled);
  f.is_dividing = jh_arena_get(arena, count * sizeof *f.is_dividing);
  if (!f.plan || !f.ways || !f.signs || !f.is_scaled || !f.is_dividing)
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_known_open(&f.known, f.plan, on, err);
  if (code) return code;
  pass(&f);
  *out = f;
  return JH_OK;
}

void jh_follow_done(jh_follow *follow) { jh_known_done(&follow->known); }
