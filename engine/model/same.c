#include "model/same.h"

#include "base/alloc.h"

typedef struct comparison {
  const jh_plan *plan;
  jh_arena *arena;
  jh_map *seen;       /* pairs that were looked at */
  jh_same_pair *todo; /* a stack */
  size_t todo_count, todo_room;
  jh_same_pair *open;
  size_t open_count, open_room;
  bool is_different;
} comparison;

static const jh_node *past_raises(const jh_plan *plan, uint32_t *index) {
  const jh_node *node = &plan->nodes[*index];
  while (node->op == JH_OP_RAISE) {
    *index = jh_plan_arg(plan, node, 0);
    node = &plan->nodes[*index];
  }
  return node;
}

static bool is_number_like(const jh_node *node) {
  return node->op == JH_OP_PARAM || node->op == JH_OP_CONST || node->op == JH_OP_LATE;
}

static bool says_same(const jh_node *x, const jh_node *y) {
  return x->op == y->op && x->type == y->type && x->index == y->index && x->table == y->table &&
         x->over == y->over && x->stage == y->stage && x->set == y->set && x->count == y->count &&
         x->num == y->num && x->den == y->den && x->value.mantissa == y->value.mantissa &&
         x->value.scale == y->value.scale;
}

static int push(comparison *c, uint32_t x, uint32_t y) {
  if (x == y) return 0;
  if (x == JH_NONE || y == JH_NONE) {
    c->is_different = true;
    return 0;
  }
  jh_same_pair *key = jh_arena_get(c->arena, sizeof *key);
  if (!key) return -1;
  *key = (jh_same_pair){x, y};
  jh_str bytes = {(const char *)key, sizeof *key};
  if (jh_map_find(c->seen, bytes) != JH_MAP_NONE) return 0;
  if (jh_map_add(c->seen, bytes, 0) == JH_MAP_NONE) return -1;
  void *items = c->todo;
  if (jh_arena_grow(c->arena, &items, &c->todo_room, c->todo_count + 1, sizeof *c->todo)) return -1;
  c->todo = items;
  c->todo[c->todo_count++] = *key;
  return 0;
}

static int keep(comparison *c, uint32_t x, uint32_t y) {
  void *items = c->open;
  if (jh_arena_grow(c->arena, &items, &c->open_room, c->open_count + 1, sizeof *c->open)) return -1;
  c->open = items;
  c->open[c->open_count++] = (jh_same_pair){x, y};
  return 0;
}

static int compare(comparison *c, jh_same_pair pair) {
  const jh_node *x = past_raises(c->plan, &pair.x), *y = past_raises(c->plan, &pair.y);
  if (pair.x == pair.y) return 0;
  if (is_number_like(x) || is_number_like(y)) return keep(c, pair.x, pair.y);
  if (!says_same(x, y)) {
    c->is_different = true;
    return 0;
  }
  int status = 0;
  for (uint32_t k = x->count; k-- > 0 && !status;)
    status = push(c, jh_plan_arg(c->plan, x, k), jh_plan_arg(c->plan, y, k));
  return status;
}

jh_code jh_same(
    bool *is_same, jh_same_pair **pairs, size_t *count, const jh_plan *plan, uint32_t x, uint32_t y,
    jh_arena *arena, jh_error *err) {
  comparison c = {.plan = plan, .arena = arena, .seen = jh_map_open(64)};
  int status = c.seen ? push(&c, x, y) : -1;
  while (c.todo_count && !status && !c.is_different) status = compare(&c, c.todo[--c.todo_count]);
  if (c.seen) jh_map_close(c.seen);
  if (status) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  *is_same = !c.is_different;
  *pairs = c.open;
  *count = c.open_count;
  return JH_OK;
}
