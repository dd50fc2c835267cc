/* cuts_check.c - which of what moves can be solved for the parameter, and where it cannot.
 *
 * Going one way is not enough: one argument of a comparison must stand still, limits of spreads
 * must be the parameter times something. Knows no data.
 */
#include "vary/cuts_parts.h"

static size_t count_moving(const jh_follow *f, const jh_node *node, uint32_t from) {
  size_t count = 0;
  for (uint32_t k = from; k < jh_follow_need_count(f, node); k++)
    count += jh_follow_way_of(f, jh_follow_need(f, node, k)) != JH_FOLLOW_NOT;
  return count;
}

static bool is_scaled(const jh_follow *f, const jh_node *node, uint32_t k) {
  uint32_t need = jh_follow_need(f, node, k);
  return need != JH_NONE && f->is_scaled[need];
}

static bool is_solvable(const jh_follow *f, const jh_node *node) {
  switch (node->op) {
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT:
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MUL:
  case JH_OP_DIV: return count_moving(f, node, 0) == 1;
  case JH_OP_AT_LEAST_N:
    return jh_follow_way_of(f, jh_follow_need(f, node, 0)) == JH_FOLLOW_NOT ||
           count_moving(f, node, 1) == 0;
  case JH_OP_SPREAD: return is_scaled(f, node, 3);
  case JH_OP_COMPOSITE: return is_scaled(f, node, 0);
  case JH_OP_SUM: return false;
  default: return true;
  }
}

/* A SPREAD whose limit alone moves, below a COMPOSITE, which asks for the spread and not for the
 * limit. */
static bool is_passed_by(const jh_node *node, uint32_t k) {
  return node->op == JH_OP_COMPOSITE && k > 0;
}

/* Solving walks each way from a node down to the parameter. Where parts are used again and again,
 * their number doubles with each step; real rules have some tens. */
enum { MOST_PATHS = 20000 };

static uint32_t count_paths(const jh_cuts *c, const jh_node *node) {
  const jh_follow *f = &c->follow;
  uint32_t paths = 0;
  for (uint32_t k = 0; k < jh_follow_need_count(f, node); k++) {
    uint32_t need = jh_follow_need(f, node, k);
    if (need != JH_NONE && paths <= MOST_PATHS) paths += c->paths[need];
  }
  return paths == 0 ? 1 : paths;
}

void jh_cuts_check(jh_cuts *c) {
  const jh_follow *f = &c->follow;
  for (uint32_t n = 0; n < c->plan->node_count; n++) {
    const jh_node *node = &c->plan->nodes[n];
    c->why[n] = JH_NONE;
    if (f->ways[n] == JH_FOLLOW_NOT) continue;
    c->paths[n] = count_paths(c, node);
    for (uint32_t k = 0; k < jh_follow_need_count(f, node) && c->why[n] == JH_NONE; k++) {
      uint32_t need = jh_follow_need(f, node, k);
      if (need != JH_NONE && !is_passed_by(node, k)) c->why[n] = c->why[need];
    }
    bool is_fine =
        f->ways[n] != JH_FOLLOW_EITHER && is_solvable(f, node) && c->paths[n] <= MOST_PATHS;
    if (c->why[n] == JH_NONE && !is_fine) c->why[n] = n;
  }
}
