#include "model/finish.h"

#include <string.h>

#include "base/alloc.h"
#include "model/build.h"
#include "model/finish_order.h"

/* What a node stood on before; declared things may have been given another definition since. */
typedef struct definition {
  uint32_t first, second; /* old nodes, or JH_NONE */
} definition;

typedef struct frame {
  uint32_t node; /* old */
  uint32_t next; /* which of the nodes that it stands on comes next */
} frame;

typedef struct finisher {
  jh_plan *plan;
  jh_build b;
  const jh_finish_spec *spec;
  const jh_node *old;
  const uint32_t *old_args;
  size_t count;
  definition *rules, *quantities;
  uint32_t *made;            /* by old node: the new one, or JH_NONE */
  bool *is_open;             /* by old node: on the stack */
  const uint32_t *rule_made; /* while an alternative is left out: the new nodes as they came out */
  uint32_t left_out;         /* index of an alternative, or JH_NONE */
  frame *stack;
  size_t depth, room;
} finisher;

static jh_code out_of_memory(finisher *f) { return jh_fail(f->b.err, JH_ENOMEM, NULL, NULL); }

/* The alternatives of a parameter, one after another: the next at or after `from`, or JH_NONE. */
static uint32_t next_other(const finisher *f, uint32_t param, uint32_t from) {
  for (uint32_t i = from; i < f->spec->other_count; i++) {
    if (f->spec->others[i].param == param && i != f->left_out) return i;
  }
  return JH_NONE;
}

/* The next old node that an old node stands on; false when there is none left. */
static bool step(const finisher *f, frame *at, uint32_t *out) {
  const jh_node *node = &f->old[at->node];
  uint32_t k = at->next++;
  switch (node->op) {
  case JH_OP_PARAM: {
    uint32_t other = next_other(f, node->index, k);
    if (other == JH_NONE) return false;
    at->next = other + 1;
    *out = f->spec->others[other].when;
    return true;
  }
  case JH_OP_QUANTITY: *out = f->quantities[node->index].first; return k < 1;
  case JH_OP_LATE:
    *out = node->index < f->spec->late_count ? f->spec->late[node->index] : JH_NONE;
    return k < 1;
  case JH_OP_RULE:
    if (f->rule_made) return false;
    *out = k ? f->rules[node->index].second : f->rules[node->index].first;
    return k < 2;
  default:
    if (k >= node->count) return false;
    *out = f->old_args[node->first + k];
    return true;
  }
}

/* What is declared by this node, and where; NULL for what has no name. */
static const char *declared(const finisher *f, uint32_t old, const jh_place **at) {
  const jh_node *node = &f->old[old];
  if (node->op == JH_OP_RULE) {
    *at = &f->plan->rules[node->index].place;
    return f->plan->rules[node->index].id;
  }
  if (node->op != JH_OP_QUANTITY) return NULL;
  *at = &f->plan->quantities[node->index].place;
  return f->plan->quantities[node->index].id;
}

static void add_text(char *out, size_t size, const char *text) {
  size_t used = strlen(out);
  jh_str_copy(out + used, size - used, jh_str_of(text));
}

/* `again` stands on itself, by way of what is on the stack above it. */
static jh_code circle(finisher *f, uint32_t again) {
  char way[160] = "";
  const jh_place *first = NULL, *second = NULL, *at = NULL;
  const char *begin = NULL;
  size_t from = 0;
  while (from < f->depth && f->stack[from].node != again) from++;
  for (size_t i = from; i < f->depth; i++) {
    const char *name = declared(f, f->stack[i].node, &at);
    if (!name) continue;
    add_text(way, sizeof way, name);
    add_text(way, sizeof way, " → ");
    if (!begin) {
      begin = name;
      first = at;
    } else {
      second = at;
    }
  }
  add_text(way, sizeof way, begin ? begin : "…");
  if (!first) first = &f->old[again].place;
  jh_code code = jh_fail(f->b.err, JH_ECIRCLE, first, way, NULL);
  if (!second) second = &f->old[again].place;
  if (f->b.err) f->b.err->also = *second;
  return code;
}

/* The new node of an old argument. */
static uint32_t new_of(const finisher *f, uint32_t old) {
  return old == JH_NONE ? JH_NONE : f->made[old];
}

static jh_code make_param(finisher *f, const jh_node *node, uint32_t *out) {
  jh_code code = jh_build_param(&f->b, node->index, node->stage, out);
  for (uint32_t i = next_other(f, node->index, 0); i != JH_NONE && !code;
       i = next_other(f, node->index, i + 1)) {
    const jh_finish_other *other = &f->spec->others[i];
    uint32_t arms[3] = {new_of(f, other->when), JH_NONE, *out};
    code = jh_build_param(&f->b, other->other, node->stage, &arms[1]);
    if (!code && other->joined != JH_NONE)
      code = jh_build_pair(&f->b, (jh_op)other->joined, arms[1], *out, &arms[1]);
    if (!code) code = jh_build_many(&f->b, JH_OP_IF, arms, 3, out);
  }
  return code;
}

static jh_code make_quantity(finisher *f, const jh_node *node, uint32_t *out) {
  jh_quantity *quantity = &f->plan->quantities[node->index];
  uint32_t value = new_of(f, f->quantities[node->index].first);
  jh_code code = jh_build_raise(&f->b, value, quantity->level, &value);
  if (code) return code;
  if (!f->rule_made) quantity->node = value;
  jh_node like = *node;
  like.unit = f->plan->nodes[value].unit;
  like.type = f->plan->nodes[value].type;
  like.level = quantity->level;
  like.count = 1;
  return jh_build_copy(&f->b, &like, &value, out);
}

static jh_code make_rule(finisher *f, const jh_node *node, uint32_t *out) {
  jh_rule *rule = &f->plan->rules[node->index];
  rule->holds = new_of(f, f->rules[node->index].first);
  rule->applies = new_of(f, f->rules[node->index].second);
  f->b.at = rule->place;
  jh_code code = JH_OK;
  if (rule->holds != JH_NONE) code = jh_build_raise(&f->b, rule->holds, rule->level, &rule->holds);
  if (!code && rule->applies != JH_NONE)
    code = jh_build_raise(&f->b, rule->applies, rule->level, &rule->applies);
  return code ? code : jh_build_rule(&f->b, node->index, out);
}

static jh_code make_late(finisher *f, const jh_node *node, uint32_t *out) {
  uint32_t value =
      node->index < f->spec->late_count ? new_of(f, f->spec->late[node->index]) : JH_NONE;
  if (value == JH_NONE) return jh_fail(f->b.err, JH_EINTERNAL, &node->place, "late", NULL);
  *out = value;
  if (node->type == JH_TYPE_NUMBER) {
    jh_code code = jh_build_same_unit(&f->b, node->unit, f->plan->nodes[value].unit, "= < >");
    if (code) return code;
  }
  return node->level == JH_NONE ? JH_OK : jh_build_raise(&f->b, value, node->level, out);
}

static jh_code make_over(finisher *f, const jh_node *node, const uint32_t *args, uint32_t *out) {
  jh_build_over_spec spec = {
      .op = node->op,
      .over = node->over,
      .target = node->level,
      .stage = node->stage,
      .value = args[0],
      .weight = JH_NONE,
      .filter = node->count > 1 ? args[1] : JH_NONE,
      .limit = JH_NONE};
  if (node->op == JH_OP_COUNT) {
    spec.value = JH_NONE;
    spec.filter = args[0];
  } else if (node->op == JH_OP_SPREAD) {
    spec.weight = args[1];
    spec.filter = args[2];
    spec.limit = args[3];
  }
  return jh_build_over(&f->b, &spec, out);
}

static jh_code make_plain(finisher *f, const jh_node *node, const uint32_t *args, uint32_t *out) {
  switch (node->op) {
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_DIV:
  case JH_OP_MIN:
  case JH_OP_MAX:
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT:
  case JH_OP_EQ: return jh_build_pair(&f->b, node->op, args[0], args[1], out);
  case JH_OP_NEG:
  case JH_OP_CEIL:
  case JH_OP_FLOOR:
  case JH_OP_NOT:
  case JH_OP_KNOWN: return jh_build_one(&f->b, node->op, args[0], out);
  case JH_OP_AND:
  case JH_OP_OR: return jh_build_all(&f->b, node->op, args, node->count, out);
  case JH_OP_IF:
  case JH_OP_BY_STAGE:
  case JH_OP_AT_LEAST_N: return jh_build_many(&f->b, node->op, args, node->count, out);
  case JH_OP_IS: return jh_build_is(&f->b, args[0], node->set, out);
  case JH_OP_RAISE: return jh_build_raise(&f->b, args[0], node->level, out);
  case JH_OP_SUM:
  case JH_OP_COUNT:
  case JH_OP_LEAST:
  case JH_OP_GREATEST:
  case JH_OP_EVERY:
  case JH_OP_SOME:
  case JH_OP_SPREAD: return make_over(f, node, args, out);
  default: return jh_build_copy(&f->b, node, args, out);
  }
}

/* Makes the new node of an old one; all that it stands on is made. */
static jh_code make(finisher *f, uint32_t old, uint32_t *out) {
  const jh_node *node = &f->old[old];
  f->b.at = node->place;
  switch (node->op) {
  case JH_OP_PARAM: return make_param(f, node, out);
  case JH_OP_QUANTITY: return make_quantity(f, node, out);
  case JH_OP_LATE: return make_late(f, node, out);
  case JH_OP_RULE:
    if (!f->rule_made) return make_rule(f, node, out);
    *out = f->rule_made[old];
    return JH_OK;
  default: break;
  }
  uint32_t *args = jh_arena_get(f->plan->arena, (node->count + 1) * sizeof *args);
  if (!args) return out_of_memory(f);
  for (uint32_t k = 0; k < node->count; k++) args[k] = new_of(f, f->old_args[node->first + k]);
  return make_plain(f, node, args, out);
}

static jh_code push(finisher *f, uint32_t old) {
  if (f->is_open[old]) return circle(f, old);
  void *stack = f->stack;
  if (jh_alloc_grow(&stack, &f->room, f->depth + 1, sizeof *f->stack)) return out_of_memory(f);
  f->stack = stack;
  f->stack[f->depth++] = (frame){old, 0};
  f->is_open[old] = true;
  return JH_OK;
}

/* Makes the new node of an old one, and before it all that it stands on. */
static jh_code visit(finisher *f, uint32_t old, uint32_t *out) {
  *out = JH_NONE;
  if (old == JH_NONE) return JH_OK;
  jh_code code = f->made[old] == JH_NONE ? push(f, old) : JH_OK;
  while (f->depth && !code) {
    frame *top = &f->stack[f->depth - 1];
    uint32_t next = JH_NONE;
    if (step(f, top, &next)) {
      if (next != JH_NONE && f->made[next] == JH_NONE) code = push(f, next);
      continue;
    }
    uint32_t node = top->node;
    code = make(f, node, &f->made[node]);
    f->is_open[node] = false;
    f->depth--;
  }
  *out = f->made[old];
  return code;
}

/* Brings a root to the level of what it belongs to. */
static jh_code root(finisher *f, uint32_t *node, uint32_t level, const jh_place *at) {
  jh_code code = visit(f, *node, node);
  if (code || *node == JH_NONE || level == JH_NONE) return code;
  f->b.at = *at;
  return jh_build_raise(&f->b, *node, level, node);
}

static bool is_relaxation(const finisher *f, uint32_t rule) {
  for (size_t i = 0; i < f->spec->relaxation_count; i++) {
    if (f->spec->relaxations[i].rule == rule) return true;
  }
  return false;
}

static jh_code rule_roots(finisher *f, uint32_t index) {
  jh_rule *rule = &f->plan->rules[index];
  jh_place at = rule->place;
  if (!at.name[0]) jh_str_copy(at.name, sizeof at.name, jh_str_of(rule->id));
  jh_code code = root(f, &rule->measure, rule->level, &at);
  if (!code) code = root(f, &rule->bound, rule->level, &at);
  if (!code && rule->kind == JH_RULE_SCORE) code = root(f, &rule->full, rule->level, &at);
  if (is_relaxation(f, index)) {
    rule->applies = f->rules[index].second;
    return code ? code : root(f, &rule->applies, rule->level, &at);
  }
  return code ? code : visit(f, rule->use, &rule->use); /* its making fills holds and applies */
}

static jh_code all_roots(finisher *f) {
  jh_plan *plan = f->plan;
  jh_code code = JH_OK;
  for (size_t i = 0; i < plan->stage_count && !code; i++)
    code = visit(f, plan->stages[i].when, &plan->stages[i].when);
  for (size_t i = 0; i < plan->quantity_count && !code; i++)
    code = visit(f, plan->quantities[i].use, &plan->quantities[i].use);
  for (size_t i = 0; i < plan->section_count && !code; i++)
    code = visit(f, plan->sections[i].applies, &plan->sections[i].applies);
  for (uint32_t i = 0; i < plan->rule_count && !code; i++) code = rule_roots(f, i);
  for (size_t i = 0; i < plan->change_count && !code; i++)
    code = visit(f, plan->changes[i].guard, &plan->changes[i].guard);
  for (size_t i = 0; i < plan->target_count && !code; i++)
    code = visit(f, plan->targets[i].applies, &plan->targets[i].applies);
  return code;
}

static void forget(uint32_t *made, size_t count) {
  for (size_t i = 0; i < count; i++) made[i] = JH_NONE;
}

/* `of` holds, and would not without the alternative. */
static jh_code relax(finisher *f, const jh_finish_relaxation *relaxation) {
  const jh_rule *of = &f->plan->rules[relaxation->of];
  jh_rule *rule = &f->plan->rules[relaxation->rule];
  uint32_t parts[2] = {of->holds, JH_NONE};
  f->left_out = relaxation->other;
  forget(f->made, f->count);
  jh_code code = visit(f, f->rules[relaxation->of].first, &parts[1]);
  f->b.at = rule->place;
  if (!code) code = jh_build_one(&f->b, JH_OP_NOT, parts[1], &parts[1]);
  if (!code) code = jh_build_all(&f->b, JH_OP_AND, parts, 2, &rule->holds);
  if (!code) code = jh_build_raise(&f->b, rule->holds, rule->level, &rule->holds);
  return code ? code : jh_build_rule(&f->b, relaxation->rule, &rule->use);
}

static jh_code all_relaxations(finisher *f) {
  size_t count = f->spec->relaxation_count;
  if (!count) return JH_OK;
  uint32_t *kept = jh_arena_get(f->plan->arena, (f->count + 1) * sizeof *kept);
  if (!kept) return out_of_memory(f);
  memcpy(kept, f->made, f->count * sizeof *kept);
  f->rule_made = kept;
  jh_code code = JH_OK;
  for (size_t i = 0; i < count && !code; i++) code = relax(f, &f->spec->relaxations[i]);
  return code;
}

static bool keep_definitions(finisher *f) {
  jh_plan *plan = f->plan;
  f->rules = jh_arena_get(plan->arena, (plan->rule_count + 1) * sizeof *f->rules);
  f->quantities = jh_arena_get(plan->arena, (plan->quantity_count + 1) * sizeof *f->quantities);
  if (!f->rules || !f->quantities) return false;
  for (size_t i = 0; i < plan->rule_count; i++)
    f->rules[i] = (definition){plan->rules[i].holds, plan->rules[i].applies};
  for (size_t i = 0; i < plan->quantity_count; i++)
    f->quantities[i] = (definition){plan->quantities[i].node, JH_NONE};
  return true;
}

/* Takes the old nodes out of the plan, which begins again with none. */
static bool begin(finisher *f) {
  jh_plan *plan = f->plan;
  f->old = plan->nodes;
  f->old_args = plan->args;
  f->count = plan->node_count;
  f->made = jh_alloc_get((f->count + 1) * sizeof *f->made);
  f->is_open = jh_alloc_get(f->count + 1);
  jh_map *seen = jh_map_open(1024);
  if (!seen || !f->made || !f->is_open || !keep_definitions(f)) {
    if (seen) jh_map_close(seen);
    return false;
  }
  forget(f->made, f->count);
  jh_map_close(plan->seen);
  plan->seen = seen;
  plan->nodes = NULL;
  plan->args = NULL;
  plan->node_count = plan->node_room = plan->arg_count = plan->arg_room = 0;
  return true;
}

/* The relaxations with the rules' final numbers, in the plan's arena. */
static bool map_relaxations(finisher *f, jh_finish_spec *spec, const uint32_t *rank) {
  size_t count = spec->relaxation_count;
  jh_finish_relaxation *mapped = jh_arena_get(f->plan->arena, (count + 1) * sizeof *mapped);
  for (size_t i = 0; mapped && i < count; i++) {
    mapped[i] = spec->relaxations[i];
    mapped[i].rule = rank[mapped[i].rule];
    mapped[i].of = rank[mapped[i].of];
  }
  spec->relaxations = mapped;
  return mapped != NULL;
}

jh_code jh_finish(jh_plan *plan, const jh_finish_spec *spec, jh_error *err) {
  jh_finish_spec mapped = *spec;
  const uint32_t *rank;
  jh_code code = jh_finish_order(plan, spec->order, &rank, err);
  if (code) return code;
  finisher f = {
      .plan = plan, .b = {.plan = plan, .err = err}, .spec = &mapped, .left_out = JH_NONE};
  bool is_ready = map_relaxations(&f, &mapped, rank) && begin(&f);
  code = is_ready ? all_roots(&f) : out_of_memory(&f);
  if (!code) code = all_relaxations(&f);
  jh_alloc_free(f.made);
  jh_alloc_free(f.is_open);
  jh_alloc_free(f.stack);
  return code;
}
