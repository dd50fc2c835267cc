/* build.c - making nodes: the common operations, and how any node is appended or found again. */
#include "model/build.h"

#include <stddef.h>
#include <string.h>

#include "base/alloc.h"
#include "model/build_parts.h"

static jh_code out_of_memory(jh_build *b) { return jh_fail(b->err, JH_ENOMEM, &b->at, NULL); }

static const jh_node *node_of(const jh_build *b, uint32_t index) { return &b->plan->nodes[index]; }

/* What makes two nodes the same: everything but the place. */
typedef struct identity {
  uint32_t op, type, level, index, table, over, stage, count;
  uint64_t set;
  int64_t mantissa, num, den;
  int32_t scale;
  uint32_t args[1]; /* count of them */
} identity;

enum { MOST_NODES = 500000, FEW_ARGS = 16 };

/* Fills `id` (with room for the arguments) and returns it as a key. */
static jh_str identify(identity *id, const jh_node *node, const uint32_t *args) {
  memset(id, 0, sizeof *id);
  id->op = (uint32_t)node->op;
  id->type = (uint32_t)node->type;
  id->level = node->level;
  id->index = node->index;
  id->table = node->table;
  id->over = node->over;
  id->stage = node->stage;
  id->count = node->count;
  id->set = node->set;
  id->mantissa = node->value.mantissa;
  id->scale = node->value.scale;
  id->num = node->num;
  id->den = node->den;
  if (args && node->count) memcpy(id->args, args, node->count * sizeof *args);
  return (jh_str){(const char *)id, offsetof(identity, args) + node->count * sizeof *args};
}

/* Puts a node that has no twin at the end; its key is kept. */
static jh_code append(jh_build *b, jh_node node, const uint32_t *args, jh_str key, uint32_t *out) {
  jh_plan *plan = b->plan;
  size_t count = node.count;
  void *nodes = plan->nodes, *all = plan->args;
  char *kept = jh_arena_get(plan->arena, key.size);
  if (!kept ||
      jh_arena_grow(plan->arena, &nodes, &plan->node_room, plan->node_count + 1, sizeof node) ||
      jh_arena_grow(
          plan->arena, &all, &plan->arg_room, plan->arg_count + count + 1, sizeof *args)) {
    return out_of_memory(b);
  }
  plan->nodes = nodes;
  plan->args = all;
  node.first = (uint32_t)plan->arg_count;
  if (args && count) memcpy(plan->args + plan->arg_count, args, count * sizeof *args);
  plan->arg_count += count;
  uint32_t index = (uint32_t)plan->node_count;
  memcpy(kept, key.at, key.size);
  if (jh_map_add(plan->seen, (jh_str){kept, key.size}, index) == JH_MAP_NONE)
    return out_of_memory(b);
  plan->nodes[plan->node_count++] = node;
  *out = index;
  return JH_OK;
}

/* One more than its deepest argument. */
static jh_code find_depth(jh_build *b, jh_node *node, const uint32_t *args) {
  char most[24];
  node->depth = 1;
  for (uint32_t k = 0; args && k < node->count; k++) {
    if (args[k] == JH_NONE) continue;
    uint32_t below = node_of(b, args[k])->depth;
    if (below >= node->depth) node->depth = below + 1;
  }
  if (node->depth <= JH_NODE_DEEPEST) return JH_OK;
  return jh_fail(b->err, JH_EEXPRESSION_DEEP, &b->at, jh_arg_int(most, JH_NODE_DEEPEST), NULL);
}

jh_code jh_build_add(jh_build *b, jh_node node, const uint32_t *args, size_t count, uint32_t *out) {
  union {
    identity id;
    char bytes[sizeof(identity) + FEW_ARGS * sizeof(uint32_t)];
  } small;
  identity *id = &small.id;
  if (b->plan->node_count >= MOST_NODES) {
    return jh_fail(b->err, JH_ETOO_LARGE, &b->at, "plan", "500000", NULL);
  }
  node.count = (uint32_t)count;
  jh_code code = find_depth(b, &node, args);
  if (code) return code;
  if (count > FEW_ARGS) id = jh_alloc_get(sizeof *id + count * sizeof *args);
  if (!id) return out_of_memory(b);
  node.place = b->at;
  jh_str key = identify(id, &node, args);
  uint32_t twin = jh_map_find(b->plan->seen, key);
  if (twin != JH_MAP_NONE) {
    *out = twin;
  } else {
    code = append(b, node, args, key, out);
  }
  if (id != &small.id) jh_alloc_free(id);
  return code;
}

jh_node jh_build_blank(jh_op op, jh_type type, uint32_t level) {
  jh_node node = {
      .op = op,
      .type = type,
      .level = level,
      .index = JH_NONE,
      .table = JH_NONE,
      .over = JH_NONE,
      .stage = JH_NONE,
      .num = 1,
      .den = 1,
      .unit = jh_unit_none()};
  return node;
}

static const char *type_name(jh_type type) {
  switch (type) {
  case JH_TYPE_NUMBER: return "number 数字";
  case JH_TYPE_CONDITION: return "condition 条件";
  default: return "choice 选项";
  }
}

static const char *const op_names[] = {
    [JH_OP_CONST] = "number",
    [JH_OP_PARAM] = "parameter",
    [JH_OP_COLUMN] = "column",
    [JH_OP_QUANTITY] = "quantity",
    [JH_OP_ADD] = "+",
    [JH_OP_SUB] = "-",
    [JH_OP_MUL] = "*",
    [JH_OP_DIV] = "/",
    [JH_OP_NEG] = "-",
    [JH_OP_MIN] = "smaller",
    [JH_OP_MAX] = "larger",
    [JH_OP_CEIL] = "ceil",
    [JH_OP_FLOOR] = "floor",
    [JH_OP_BY_STAGE] = "by_stage",
    [JH_OP_IF] = "choose",
    [JH_OP_RAISE] = "raise",
    [JH_OP_SUM] = "sum",
    [JH_OP_COUNT] = "count",
    [JH_OP_LEAST] = "least",
    [JH_OP_GREATEST] = "greatest",
    [JH_OP_YEAR] = "this_year",
    [JH_OP_BETWEEN] = "unknown_between",
    [JH_OP_COMPUTE] = "compute",
    [JH_OP_GE] = "at_least",
    [JH_OP_GT] = "above",
    [JH_OP_LE] = "at_most",
    [JH_OP_LT] = "below",
    [JH_OP_EQ] = "equals",
    [JH_OP_IS] = "is",
    [JH_OP_AND] = "all_of (&)",
    [JH_OP_OR] = "any_of (|)",
    [JH_OP_NOT] = "none_of (~)",
    [JH_OP_AT_LEAST_N] = "at_least_n",
    [JH_OP_KNOWN] = "known",
    [JH_OP_EVERY] = "every",
    [JH_OP_SOME] = "some",
    [JH_OP_SPREAD] = "spread",
    [JH_OP_COMPOSITE] = "mean of spreads",
    [JH_OP_SINCE] = "since",
    [JH_OP_CODE_IN] = "is_one_of",
    [JH_OP_RULE] = "rule",
    [JH_OP_LATE] = "reference"};

jh_code jh_build_want(jh_build *b, jh_op op, uint32_t arg, jh_type type) {
  jh_type is = node_of(b, arg)->type;
  if (is == type) return JH_OK;
  return jh_fail(
      b->err, JH_ETYPE_MISMATCH, &b->at, op_names[op], type_name(type), type_name(is), NULL);
}

static jh_unit bare(jh_unit unit) {
  unit.num = 1;
  unit.den = 1;
  return unit;
}

jh_code jh_build_const(jh_build *b, jh_dec value, jh_unit unit, uint32_t *out) {
  jh_node node = jh_build_blank(JH_OP_CONST, JH_TYPE_NUMBER, JH_NONE);
  node.value = value;
  node.num = unit.num;
  node.den = unit.den;
  node.unit = bare(unit);
  /* The identity keeps no unit, so the index tells kinds apart. */
  for (size_t i = 0; i < JH_UNIT_BASES; i++) node.set = node.set * 31 + (uint8_t)unit.power[i];
  return jh_build_add(b, node, NULL, 0, out);
}

jh_code jh_build_const_like(jh_build *b, jh_dec value, uint32_t like, uint32_t *out) {
  const jh_node *other = node_of(b, like);
  jh_unit unit = other->unit;
  bool is_written = other->op == JH_OP_COLUMN || other->op == JH_OP_PARAM;
  unit.num = is_written ? other->num : 1;
  unit.den = is_written ? other->den : 1;
  return jh_build_const(b, value, unit, out);
}

jh_code jh_build_column(jh_build *b, uint32_t table, uint32_t column, uint32_t *out) {
  const jh_table_def *def = &b->plan->tables[table];
  const jh_column_def *col = &def->columns[column];
  jh_node node = jh_build_blank(JH_OP_COLUMN, JH_TYPE_NUMBER, def->level);
  node.table = table;
  node.index = column;
  switch (col->type) {
  case JH_COLUMN_BOOL: node.type = JH_TYPE_CONDITION; break;
  case JH_COLUMN_CHOICE: node.type = JH_TYPE_CHOICE; break;
  case JH_COLUMN_COUNT:
  case JH_COLUMN_DECIMAL: break;
  default:
    return jh_fail(
        b->err, JH_ETYPE_MISMATCH, &b->at, col->id, type_name(JH_TYPE_NUMBER), "text 文本", NULL);
  }
  node.unit = bare(col->unit);
  node.num = col->unit.num;
  node.den = col->unit.den;
  return jh_build_add(b, node, NULL, 0, out);
}

jh_code jh_build_param(jh_build *b, uint32_t param, uint32_t stage, uint32_t *out) {
  const jh_param *def = &b->plan->params[param];
  bool is_own = def->is_by_stage && stage == JH_NONE;
  jh_node node =
      jh_build_blank(JH_OP_PARAM, JH_TYPE_NUMBER, is_own ? b->plan->stage_level : JH_NONE);
  node.index = param;
  if (def->is_by_stage) node.stage = stage;
  node.unit = bare(def->unit);
  node.num = def->unit.num;
  node.den = def->unit.den;
  return jh_build_add(b, node, NULL, 0, out);
}

jh_code jh_build_quantity(jh_build *b, uint32_t quantity, uint32_t *out) {
  const jh_quantity *def = &b->plan->quantities[quantity];
  const jh_node *value = node_of(b, def->node);
  jh_node node = jh_build_blank(JH_OP_QUANTITY, value->type, def->level);
  node.index = quantity;
  node.unit = value->unit;
  uint32_t arg = def->node;
  return jh_build_add(b, node, &arg, 1, out);
}

jh_code jh_build_meet(jh_build *b, uint32_t x, uint32_t y, uint32_t *out) {
  const jh_plan *plan = b->plan;
  if (x == JH_NONE || (y != JH_NONE && jh_plan_is_within(plan, y, x))) {
    *out = y;
  } else if (y == JH_NONE || jh_plan_is_within(plan, x, y)) {
    *out = x;
  } else {
    return jh_fail(
        b->err, JH_ELEVEL_MISMATCH, &b->at, plan->levels[x].id, plan->levels[x].id,
        plan->levels[y].id, "count sum every some", NULL);
  }
  return JH_OK;
}

/* What an author calls the expression: the column or quantity by name, else the word that made it. */
static const char *said(const jh_build *b, const jh_node *node) {
  while (node->op == JH_OP_RAISE) node = node_of(b, jh_plan_arg(b->plan, node, 0));
  if (node->op == JH_OP_COLUMN) return b->plan->tables[node->table].columns[node->index].id;
  if (node->op == JH_OP_QUANTITY) return b->plan->quantities[node->index].id;
  if (node->op == JH_OP_RULE) return b->plan->rules[node->index].id;
  return op_names[node->op];
}

jh_code jh_build_raise(jh_build *b, uint32_t node, uint32_t level, uint32_t *out) {
  const jh_node *from = node_of(b, node);
  if (from->level == JH_NONE || from->level == level) {
    *out = node;
    return JH_OK;
  }
  if (level == JH_NONE || !jh_plan_is_within(b->plan, level, from->level)) {
    const char *to = level == JH_NONE ? "?" : b->plan->levels[level].id;
    const char *is = b->plan->levels[from->level].id;
    return jh_fail(
        b->err, JH_ELEVEL_MISMATCH, &b->at, said(b, from), is, to, "count sum every some", NULL);
  }
  jh_node raised = jh_build_blank(JH_OP_RAISE, from->type, level);
  raised.unit = from->unit;
  return jh_build_add(b, raised, &node, 1, out);
}

jh_code jh_build_level_all(jh_build *b, uint32_t *args, size_t count, uint32_t *level) {
  uint32_t meet = JH_NONE;
  for (size_t i = 0; i < count; i++) {
    if (args[i] == JH_NONE) continue;
    jh_code code = jh_build_meet(b, meet, node_of(b, args[i])->level, &meet);
    if (code) return code;
  }
  for (size_t i = 0; i < count; i++) {
    if (args[i] == JH_NONE) continue;
    jh_code code = jh_build_raise(b, args[i], meet, &args[i]);
    if (code) return code;
  }
  *level = meet;
  return JH_OK;
}

static bool is_comparison(jh_op op) { return op >= JH_OP_GE && op <= JH_OP_EQ; }

jh_code jh_build_pair(jh_build *b, jh_op op, uint32_t x, uint32_t y, uint32_t *out) {
  uint32_t args[2] = {x, y};
  jh_unit unit;
  jh_code code = jh_build_want(b, op, x, JH_TYPE_NUMBER);
  if (!code) code = jh_build_want(b, op, y, JH_TYPE_NUMBER);
  if (!code) code = jh_build_unit_pair(b, op, node_of(b, x)->unit, node_of(b, y)->unit, &unit);
  uint32_t level;
  if (!code) code = jh_build_level_all(b, args, 2, &level);
  if (code) return code;
  jh_node node = jh_build_blank(op, is_comparison(op) ? JH_TYPE_CONDITION : JH_TYPE_NUMBER, level);
  node.unit = unit;
  return jh_build_add(b, node, args, 2, out);
}

jh_code jh_build_one(jh_build *b, jh_op op, uint32_t x, uint32_t *out) {
  const jh_node *from = node_of(b, x);
  bool is_condition = op == JH_OP_NOT || op == JH_OP_KNOWN;
  if (op != JH_OP_KNOWN) {
    jh_code code = jh_build_want(b, op, x, is_condition ? JH_TYPE_CONDITION : JH_TYPE_NUMBER);
    if (code) return code;
  }
  jh_node node = jh_build_blank(op, is_condition ? JH_TYPE_CONDITION : JH_TYPE_NUMBER, from->level);
  if (!is_condition) node.unit = from->unit;
  return jh_build_add(b, node, &x, 1, out);
}

uint32_t *jh_build_copy_args(jh_build *b, const uint32_t *args, size_t count) {
  uint32_t *copy = jh_arena_get(b->plan->arena, (count + 1) * sizeof *copy);
  if (copy && count) memcpy(copy, args, count * sizeof *copy);
  return copy;
}

jh_code jh_build_all(jh_build *b, jh_op op, const uint32_t *args, size_t count, uint32_t *out) {
  if (count == 0) {
    return jh_fail(b->err, JH_EMISSING_FIELD, &b->at, op_names[op], "condition", "{ … }", NULL);
  }
  if (count == 1) {
    *out = args[0];
    return jh_build_want(b, op, args[0], JH_TYPE_CONDITION);
  }
  uint32_t *copy = jh_build_copy_args(b, args, count), level = JH_NONE;
  if (!copy) return out_of_memory(b);
  for (size_t i = 0; i < count; i++) {
    jh_code code = jh_build_want(b, op, args[i], JH_TYPE_CONDITION);
    if (code) return code;
  }
  jh_code code = jh_build_level_all(b, copy, count, &level);
  return code ? code
              : jh_build_add(b, jh_build_blank(op, JH_TYPE_CONDITION, level), copy, count, out);
}

/* Types and units of the arms of IF and BY_STAGE must agree. */
static jh_code same_arms(jh_build *b, jh_op op, const uint32_t *arms, size_t count, jh_node *node) {
  uint32_t first = JH_NONE;
  for (size_t i = 0; i < count; i++) {
    if (arms[i] == JH_NONE) continue;
    if (first == JH_NONE) {
      first = arms[i];
      node->type = node_of(b, first)->type;
      node->unit = node_of(b, first)->unit;
      continue;
    }
    jh_code code = jh_build_want(b, op, arms[i], node->type);
    if (!code && node->type == JH_TYPE_NUMBER) {
      code = jh_build_same_unit(b, node->unit, node_of(b, arms[i])->unit, op_names[op]);
    }
    if (code) return code;
  }
  if (first != JH_NONE && node->type != JH_TYPE_CHOICE) return JH_OK;
  return jh_fail(
      b->err, JH_ETYPE_MISMATCH, &b->at, op_names[op], type_name(JH_TYPE_NUMBER),
      first == JH_NONE ? "{}" : type_name(JH_TYPE_CHOICE), NULL);
}

jh_code jh_build_many(jh_build *b, jh_op op, const uint32_t *args, size_t count, uint32_t *out) {
  uint32_t *copy = jh_build_copy_args(b, args, count), level = JH_NONE;
  if (!copy) return out_of_memory(b);
  jh_node node = jh_build_blank(op, JH_TYPE_CONDITION, JH_NONE);
  jh_code code = JH_OK;
  if (op == JH_OP_BY_STAGE) {
    code = same_arms(b, op, args, count, &node);
  } else if (op == JH_OP_IF) {
    code = jh_build_want(b, op, args[0], JH_TYPE_CONDITION);
    if (!code) code = same_arms(b, op, args + 1, count - 1, &node);
  } else { /* AT_LEAST_N */
    code = jh_build_want(b, op, args[0], JH_TYPE_NUMBER);
    for (size_t i = 1; i < count && !code; i++)
      code = jh_build_want(b, op, args[i], JH_TYPE_CONDITION);
  }
  if (!code) code = jh_build_level_all(b, copy, count, &level);
  if (code) return code;
  node.level = level;
  if (op == JH_OP_BY_STAGE) {
    uint32_t stage_level = b->plan->stage_level;
    code = jh_build_meet(b, level, stage_level, &node.level);
    for (size_t i = 0; i < count && !code; i++) {
      if (copy[i] != JH_NONE) code = jh_build_raise(b, copy[i], stage_level, &copy[i]);
    }
    if (code) return code;
  }
  return jh_build_add(b, node, copy, count, out);
}

jh_code jh_build_is(jh_build *b, uint32_t x, uint64_t set, uint32_t *out) {
  jh_code code = jh_build_want(b, JH_OP_IS, x, JH_TYPE_CHOICE);
  if (code) return code;
  jh_node node = jh_build_blank(JH_OP_IS, JH_TYPE_CONDITION, node_of(b, x)->level);
  node.set = set;
  return jh_build_add(b, node, &x, 1, out);
}

/* Raises an argument to the level walked over; JH_NONE stays. */
static jh_code bring(jh_build *b, uint32_t *arg, uint32_t level) {
  return *arg == JH_NONE ? JH_OK : jh_build_raise(b, *arg, level, arg);
}

/* Types and unit of what is gathered. */
static jh_code check_over(jh_build *b, const jh_build_over_spec *s, jh_node *node) {
  jh_code code = JH_OK;
  bool is_condition = s->op == JH_OP_EVERY || s->op == JH_OP_SOME;
  if (s->value != JH_NONE) {
    code = jh_build_want(b, s->op, s->value, is_condition ? JH_TYPE_CONDITION : JH_TYPE_NUMBER);
  }
  if (!code && s->filter != JH_NONE) code = jh_build_want(b, s->op, s->filter, JH_TYPE_CONDITION);
  if (!code && s->weight != JH_NONE) code = jh_build_want(b, s->op, s->weight, JH_TYPE_NUMBER);
  if (!code && s->limit != JH_NONE) {
    code = jh_build_want(b, s->op, s->limit, JH_TYPE_NUMBER);
    if (!code) {
      code = jh_build_same_unit(b, node_of(b, s->limit)->unit, jh_unit_none(), "= < >");
    }
  }
  if (code) return code;
  if (s->op == JH_OP_SUM || s->op == JH_OP_LEAST || s->op == JH_OP_GREATEST) {
    node->unit = node_of(b, s->value)->unit;
  }
  if (!jh_plan_is_within(b->plan, s->over, s->target) || s->over == s->target) {
    return jh_fail(
        b->err, JH_ELEVEL_MISMATCH, &b->at, op_names[s->op], b->plan->levels[s->over].id,
        b->plan->levels[s->target].id, "county.schools, school.rooms, …", NULL);
  }
  return JH_OK;
}

jh_code jh_build_over(jh_build *b, const jh_build_over_spec *spec, uint32_t *out) {
  jh_build_over_spec s = *spec;
  bool is_condition = s.op == JH_OP_EVERY || s.op == JH_OP_SOME || s.op == JH_OP_SPREAD;
  jh_node node = jh_build_blank(s.op, is_condition ? JH_TYPE_CONDITION : JH_TYPE_NUMBER, s.target);
  node.over = s.over;
  node.stage = s.stage;
  jh_code code = check_over(b, &s, &node);
  if (!code) code = bring(b, &s.value, s.over);
  if (!code) code = bring(b, &s.weight, s.over);
  if (!code) code = bring(b, &s.filter, s.over);
  if (!code) code = bring(b, &s.limit, s.target);
  if (code) return code;
  uint32_t args[4] = {s.value, s.filter, JH_NONE, JH_NONE};
  size_t count = 2;
  if (s.op == JH_OP_COUNT) {
    args[0] = s.filter;
    count = 1;
  } else if (s.op == JH_OP_SPREAD) {
    args[1] = s.weight;
    args[2] = s.filter;
    args[3] = s.limit;
    count = 4;
  }
  return jh_build_add(b, node, args, count, out);
}

jh_code jh_build_rule(jh_build *b, uint32_t rule, uint32_t *out) {
  const jh_rule *def = &b->plan->rules[rule];
  jh_node node = jh_build_blank(JH_OP_RULE, JH_TYPE_CONDITION, def->level);
  node.index = rule;
  uint32_t args[2] = {def->holds, def->applies};
  return jh_build_add(b, node, args, 2, out);
}
