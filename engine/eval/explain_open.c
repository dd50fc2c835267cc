/* explain_open.c - the missing cells that an undetermined verdict waits for.
 *
 * Goes down only through what is unknown itself: in "a and b" with a known, a
 * missing cell below a cannot matter. Below a comparison that is open, every
 * missing cell that its two sides read counts.
 */
#include <stdlib.h>

#include "base/alloc.h"
#include "eval/explain_parts.h"

typedef struct search {
  jh_open_cells *cells;
  jh_exact_walk *walk;
  const jh_plan *plan;
  const jh_dataset *dataset;
} search;

static void condition(const search *s, uint32_t node, uint32_t row);
static void any(const search *s, uint32_t node, uint32_t row);

void jh_explain_open_init(jh_open_cells *cells) { *cells = (jh_open_cells){0}; }

void jh_explain_open_done(jh_open_cells *cells) {
  jh_alloc_free(cells->items);
  jh_alloc_free(cells->seen);
}

static void collect(const search *s, uint32_t node, uint32_t row) {
  jh_open_cells *cells = s->cells;
  const jh_column *column = jh_where_column(s->dataset, &s->plan->nodes[node]);
  void *items = cells->items;
  if (jh_column_known(column, row)) return;
  if (jh_alloc_grow(&items, &cells->room, cells->count + 1, sizeof *cells->items)) {
    cells->has_failed = true;
    return;
  }
  cells->items = items;
  cells->items[cells->count++] = (jh_open_cell){node, row};
}

/* Where a key is, or would be put; 0 stands for nothing. */
static size_t place_of(const uint64_t *keys, size_t room, uint64_t key) {
  size_t at = jh_memo_place(key, room);
  while (keys[at] && keys[at] != key) at = (at + 1) & (room - 1);
  return at;
}

static bool make_room(jh_open_cells *cells) {
  if (cells->seen_count * 2 < cells->seen_room) return true;
  size_t room = cells->seen_room ? cells->seen_room * 2 : 1024;
  uint64_t *keys = jh_alloc_get(room * sizeof *keys);
  if (!keys) return false;
  for (size_t i = 0; i < cells->seen_room; i++) {
    if (cells->seen[i]) keys[place_of(keys, room, cells->seen[i])] = cells->seen[i];
  }
  jh_alloc_free(cells->seen);
  cells->seen = keys;
  cells->seen_room = room;
  return true;
}

/* False if the node was visited at this row before. Leaves are cheaper to visit again. */
static bool enter(const search *s, uint32_t node, uint32_t row) {
  jh_open_cells *cells = s->cells;
  if (s->plan->nodes[node].count == 0) return true;
  if (!make_room(cells)) {
    cells->has_failed = true;
    return false;
  }
  uint64_t key = ((uint64_t)node << 32 | row) + 1;
  uint64_t *place = &cells->seen[place_of(cells->seen, cells->seen_room, key)];
  if (*place) return false;
  *place = key;
  cells->seen_count++;
  return true;
}

static uint32_t arg_of(const search *s, const jh_node *node, uint32_t k) {
  return k < node->count ? jh_plan_arg(s->plan, node, k) : JH_NONE;
}

static uint32_t row_above(const search *s, const jh_node *node, uint32_t row, uint32_t arg) {
  uint32_t level = s->plan->nodes[arg].level;
  return level == JH_NONE || level == node->level
             ? row
             : jh_dataset_ancestor(s->dataset, node->level, row, level);
}

/* QUANTITY, RAISE, BY_STAGE: through the argument that stands for the node. */
static void through(const search *s, const jh_node *node, uint32_t row) {
  uint32_t k = node->op == JH_OP_BY_STAGE ? jh_where_stage(s->dataset, node->level, row) : 0;
  uint32_t arg = arg_of(s, node, k);
  if (node->op == JH_OP_QUANTITY && jh_column_known(jh_where_quantity(s->dataset, node), row))
    return;
  if (arg != JH_NONE) any(s, arg, row_above(s, node, row, arg));
}

static void either(const search *s, const jh_node *node, uint32_t row) {
  jh_tri which = jh_exact_walk_condition(s->walk, arg_of(s, node, 0), row);
  condition(s, arg_of(s, node, 0), row);
  if (which != JH_FALSE) any(s, arg_of(s, node, 1), row);
  if (which != JH_TRUE) any(s, arg_of(s, node, 2), row);
}

/* The rows below: an open filter, and what is read of each row that may count. */
static void rows_below(const search *s, const jh_node *node, uint32_t row) {
  uint32_t from, to;
  uint32_t at = node->op == JH_OP_COUNT ? 0 : node->op == JH_OP_SPREAD ? 2 : 1;
  uint32_t filter = arg_of(s, node, at);
  jh_dataset_range(s->dataset, node->over, node->level, row, &from, &to);
  for (uint32_t r = from; r < to; r++) {
    if (jh_exact_over_passes(s->walk, node, filter, r) == JH_FALSE) continue;
    if (filter != JH_NONE) condition(s, filter, r);
    for (uint32_t k = 0; k < at; k++) any(s, arg_of(s, node, k), r);
  }
}

static void below(const search *s, const jh_node *node, uint32_t row) {
  rows_below(s, node, row);
  if (node->op == JH_OP_SPREAD) any(s, arg_of(s, node, 3), row);
}

/* The limit, and the spreads, whose own limits do not count. */
static void composite(const search *s, const jh_node *node, uint32_t row) {
  any(s, arg_of(s, node, 0), row);
  for (uint32_t k = 1; k < node->count; k++)
    rows_below(s, &s->plan->nodes[arg_of(s, node, k)], row);
}

static void rule_parts(const search *s, uint32_t index, uint32_t row) {
  const jh_rule *rule = &s->plan->rules[index];
  if (rule->applies != JH_NONE) condition(s, rule->applies, row);
  if (rule->applies != JH_NONE && jh_exact_walk_condition(s->walk, rule->applies, row) == JH_FALSE)
    return;
  if (rule->holds != JH_NONE) condition(s, rule->holds, row);
}

static void parts(const search *s, uint32_t index, uint32_t row) {
  const jh_node *node = &s->plan->nodes[index];
  switch (node->op) {
  case JH_OP_CONST:
  case JH_OP_PARAM: break;
  case JH_OP_COLUMN: collect(s, index, row); break;
  case JH_OP_QUANTITY:
  case JH_OP_RAISE:
  case JH_OP_BY_STAGE: through(s, node, row); break;
  case JH_OP_IF: either(s, node, row); break;
  case JH_OP_SUM:
  case JH_OP_COUNT:
  case JH_OP_LEAST:
  case JH_OP_GREATEST:
  case JH_OP_EVERY:
  case JH_OP_SOME:
  case JH_OP_SPREAD: below(s, node, row); break;
  case JH_OP_COMPOSITE: composite(s, node, row); break;
  case JH_OP_RULE: rule_parts(s, node->index, row); break;
  default:
    for (uint32_t k = 0; k < node->count; k++) any(s, arg_of(s, node, k), row);
    break;
  }
}

/* A condition is entered only where it is unknown, a number or choice always. */
static void condition(const search *s, uint32_t node, uint32_t row) {
  if (node != JH_NONE && jh_exact_walk_condition(s->walk, node, row) == JH_UNKNOWN &&
      enter(s, node, row))
    parts(s, node, row);
}

static void any(const search *s, uint32_t node, uint32_t row) {
  if (node == JH_NONE) return;
  if (s->plan->nodes[node].type == JH_TYPE_CONDITION)
    condition(s, node, row);
  else if (enter(s, node, row))
    parts(s, node, row);
}

/* qsort has no payload; so the keys are put beside the cells. */
typedef struct keyed {
  uint32_t table, row, column, node;
} keyed;

static int by_place(const void *a, const void *b) {
  const keyed *x = a, *y = b;
  if (x->table != y->table) return x->table < y->table ? -1 : 1;
  if (x->row != y->row) return x->row < y->row ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

static void order(jh_open_cells *cells, const jh_plan *plan) {
  keyed *keys = jh_alloc_get(cells->count * sizeof *keys);
  size_t kept = 0;
  if (!keys) {
    cells->has_failed = true;
    return;
  }
  for (size_t i = 0; i < cells->count; i++) {
    const jh_node *node = &plan->nodes[cells->items[i].node];
    keys[i] = (keyed){node->table, cells->items[i].row, node->index, cells->items[i].node};
  }
  qsort(keys, cells->count, sizeof *keys, by_place);
  for (size_t i = 0; i < cells->count; i++) {
    if (i == 0 || by_place(&keys[i - 1], &keys[i]) != 0)
      cells->items[kept++] = (jh_open_cell){keys[i].node, keys[i].row};
  }
  cells->count = kept;
  jh_alloc_free(keys);
}

void jh_explain_open_rule(jh_open_cells *cells, jh_exact_walk *walk, uint32_t rule, uint32_t row) {
  const jh_exact *exact = walk->exact;
  search s = {cells, walk, exact->plan, exact->dataset};
  if (!jh_exact_walk_force(walk, rule, row)) return;
  rule_parts(&s, rule, row);
  order(cells, exact->plan);
}
