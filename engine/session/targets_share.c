/* targets_share.c - see targets_share.h. */
#include "session/targets_share.h"

#include <string.h>

enum { MOST_NODES = 500 }; /* of a condition that tells stages */

typedef struct comparison {
  const jh_plan *a, *b;
  size_t budget;
} comparison;

static bool is_same_text(const char *a, const char *b) {
  return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same_dec(jh_dec a, jh_dec b) {
  return a.mantissa == b.mantissa && a.scale == b.scale;
}

static bool is_same_unit(const jh_unit *a, const jh_unit *b) {
  return memcmp(a->power, b->power, sizeof a->power) == 0 && a->num == b->num && a->den == b->den;
}

static bool is_same_column(const jh_column_def *a, const jh_column_def *b) {
  if (!is_same_text(a->id, b->id) || a->type != b->type || a->scale != b->scale) return false;
  if (!is_same_unit(&a->unit, &b->unit) || a->choice_count != b->choice_count) return false;
  if (a->has_min != b->has_min || a->has_max != b->has_max) return false;
  if (!is_same_dec(a->min, b->min) || !is_same_dec(a->max, b->max)) return false;
  for (size_t i = 0; i < a->choice_count; i++) {
    if (!is_same_text(a->choices[i].id, b->choices[i].id)) return false;
  }
  return true;
}

static bool is_same_table(const jh_table_def *a, const jh_table_def *b) {
  if (!is_same_text(a->id, b->id) || a->level != b->level || a->parent != b->parent) return false;
  if (a->parent_column != b->parent_column || a->key_column != b->key_column) return false;
  if (a->stage_column != b->stage_column || a->year_column != b->year_column) return false;
  if (a->name_column != b->name_column || a->column_count > b->column_count) return false;
  for (size_t i = 0; i < a->column_count; i++) {
    if (!is_same_column(&a->columns[i], &b->columns[i])) return false;
  }
  return true;
}

static bool is_same_level(const jh_level *a, const jh_level *b) {
  return is_same_text(a->id, b->id) && a->parent == b->parent && a->table == b->table;
}

static bool is_same_param(const jh_param *a, const jh_param *b) {
  if (a->value_count != b->value_count || !is_same_unit(&a->unit, &b->unit)) return false;
  for (size_t i = 0; i < a->value_count; i++) {
    const jh_param_value *x = &a->values[i], *y = &b->values[i];
    if (x->since != y->since || x->stage != y->stage || !is_same_dec(x->value, y->value))
      return false;
  }
  return true;
}

/* The index of a node means something else in each plan. */
static bool is_by_index(jh_op op) {
  return op == JH_OP_COMPUTE || op == JH_OP_RULE || op == JH_OP_CODE_IN || op == JH_OP_LATE;
}

static bool says_same(const comparison *c, const jh_node *x, const jh_node *y) {
  if (x->op != y->op || x->type != y->type || x->level != y->level || x->count != y->count)
    return false;
  if (x->table != y->table || x->over != y->over || x->stage != y->stage || x->set != y->set)
    return false;
  if (x->num != y->num || x->den != y->den || !is_same_dec(x->value, y->value)) return false;
  if (x->op == JH_OP_PARAM) return is_same_param(&c->a->params[x->index], &c->b->params[y->index]);
  if (x->op == JH_OP_QUANTITY) return true; /* its definition is the argument */
  return !is_by_index(x->op) && x->index == y->index;
}

static bool is_same_node(comparison *c, uint32_t a, uint32_t b) {
  if (a == JH_NONE || b == JH_NONE) return a == b;
  if (c->budget == 0) return false;
  c->budget--;
  const jh_node *x = &c->a->nodes[a], *y = &c->b->nodes[b];
  if (!says_same(c, x, y)) return false;
  for (uint32_t k = 0; k < x->count; k++) {
    if (!is_same_node(c, jh_plan_arg(c->a, x, k), jh_plan_arg(c->b, y, k))) return false;
  }
  return true;
}

static bool has_same_stages(const jh_plan *a, const jh_plan *b) {
  comparison c = {a, b, MOST_NODES};
  if (a->stage_level != b->stage_level || a->stage_count != b->stage_count) return false;
  for (size_t i = 0; i < a->stage_count; i++) {
    if (!is_same_text(a->stages[i].id, b->stages[i].id)) return false;
    if (!is_same_node(&c, a->stages[i].when, b->stages[i].when)) return false;
  }
  return true;
}

bool jh_targets_share(const jh_plan *plan, const jh_plan *loaded) {
  if (plan->table_count != loaded->table_count || plan->level_count != loaded->level_count)
    return false;
  for (size_t i = 0; i < plan->level_count; i++) {
    if (!is_same_level(&plan->levels[i], &loaded->levels[i])) return false;
  }
  for (size_t i = 0; i < plan->table_count; i++) {
    if (!is_same_table(&plan->tables[i], &loaded->tables[i])) return false;
  }
  return has_same_stages(plan, loaded);
}
