/* compare_same.c - is an expression of one plan the same as one of another?
 *
 * Two nodes are the same if they do the same to the same: columns, parameters
 * and rules by name, constants by value. A parameter is the same whatever its
 * value, which is compared by itself.
 */
#include <string.h>

#include "study/compare_parts.h"

enum { MOST_DEPTH = 256 };

static bool same_text(const char *a, const char *b) { return strcmp(a ? a : "", b ? b : "") == 0; }

static const char *level_id(const jh_plan *plan, uint32_t level) {
  return level < plan->level_count ? plan->levels[level].id : "";
}

static const char *stage_id(const jh_plan *plan, uint32_t stage) {
  return stage < plan->stage_count ? plan->stages[stage].id : "";
}

/* What `index` and `table` name. */
static const char *name_of(const jh_plan *plan, const jh_node *node) {
  switch (node->op) {
  case JH_OP_COLUMN: return plan->tables[node->table].columns[node->index].id;
  case JH_OP_PARAM: return plan->params[node->index].path;
  case JH_OP_QUANTITY: return plan->quantities[node->index].id;
  case JH_OP_RULE: return plan->rules[node->index].id;
  case JH_OP_COMPUTE: return plan->computes[node->index].id;
  default: return "";
  }
}

static bool same_codes(const jh_plan *a, uint32_t x, const jh_plan *b, uint32_t y) {
  const jh_code_set *p = &a->code_sets[x], *q = &b->code_sets[y];
  if (p->count != q->count) return false;
  for (size_t i = 0; i < p->count; i++) {
    if (!same_text(p->codes[i], q->codes[i])) return false;
  }
  return true;
}

static bool same_head(const jh_plan *p, const jh_node *a, const jh_plan *q, const jh_node *b) {
  if (a->op != b->op || a->type != b->type || a->count != b->count || a->set != b->set)
    return false;
  if (a->op == JH_OP_CODE_IN && !same_codes(p, a->index, q, b->index)) return false;
  bool has_value = a->op == JH_OP_CONST || a->op == JH_OP_SINCE;
  if (has_value && (jh_dec_compare(a->value, b->value) != 0 || a->num != b->num)) return false;
  return a->den == b->den && same_text(name_of(p, a), name_of(q, b)) &&
         same_text(level_id(p, a->level), level_id(q, b->level)) &&
         same_text(level_id(p, a->over), level_id(q, b->over)) &&
         same_text(stage_id(p, a->stage), stage_id(q, b->stage));
}

static bool same_node(const jh_compare_work *w, uint32_t x, uint32_t y, int depth) {
  if (x == JH_NONE || y == JH_NONE) return x == y;
  const jh_plan *p = w->plan[0], *q = w->plan[1];
  const jh_node *a = &p->nodes[x], *b = &q->nodes[y];
  if (w->same[x] == y + 1) return true;
  if (depth > MOST_DEPTH || !same_head(p, a, q, b)) return false;
  bool is_end = a->op == JH_OP_RULE || a->op == JH_OP_QUANTITY; /* compared by themselves */
  for (uint32_t k = 0; k < a->count && !is_end; k++) {
    if (!same_node(w, jh_plan_arg(p, a, k), jh_plan_arg(q, b, k), depth + 1)) return false;
  }
  w->same[x] = y + 1;
  return true;
}

jh_code jh_compare_same(
    jh_compare_work *w, uint32_t before, uint32_t after, bool *out, jh_error *err) {
  if (!w->same) {
    w->same = jh_arena_get(w->arena, (w->plan[0]->node_count + 1) * sizeof *w->same);
    if (!w->same) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  *out = same_node(w, before, after, 0);
  return JH_OK;
}
