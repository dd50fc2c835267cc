/* model_wish.c - a condition of the graph at a row, as a wish. */
#include <string.h>

#include "remedy/model_parts.h"

const char *const jh_model_judged = "judged", *const jh_model_not_moved = "not_moved",
                  *const jh_model_waits = "waits", *const jh_model_not_linear = "not_linear";

/* A condition still to be made a wish: a node at a row; and what is asked of it when it is left out. */
typedef struct part {
  uint32_t node, row;
  uint32_t floor; /* a node at the same row, or JH_NONE */
} part;

typedef struct list {
  jh_remedy_wish *items; /* in the arena */
  size_t count, room;
} list;

static uint32_t arg_of(const jh_model *m, const jh_node *node, uint32_t k) {
  return k < node->count ? jh_plan_arg(m->plan, node, k) : JH_NONE;
}

static void add(jh_model *m, list *to, const jh_remedy_wish *wish) {
  void *items = to->items;
  if (jh_arena_grow(m->arena, &items, &to->room, to->count + 1, sizeof *to->items)) {
    m->has_failed = true;
    return;
  }
  to->items = items;
  to->items[to->count++] = *wish;
}

jh_remedy_wish jh_model_all(jh_model *m, const jh_remedy_wish *members, size_t count) {
  jh_remedy_wish all = {.kind = JH_REMEDY_ALL, .rule = JH_NONE, .row = JH_NONE};
  all.members = jh_arena_get(m->arena, (count + 1) * sizeof *all.members);
  m->has_failed |= !all.members;
  if (all.members && count) memcpy(all.members, members, count * sizeof *members);
  all.member_count = all.members ? count : 0;
  return all;
}

/* The wishes of a list together; nothing asked where it is empty. */
static jh_model_wish together(jh_model *m, const list *of, bool is_never) {
  jh_model_wish out = {.is_never = is_never, .has_wish = of->count > 0};
  out.is_true = !is_never && of->count == 0;
  if (of->count == 1) out.wish = of->items[0];
  if (of->count > 1) out.wish = jh_model_all(m, of->items, of->count);
  return out;
}

jh_model_wish jh_model_settled(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  jh_tri tri = jh_exact_walk_condition(&m->walk, node, row);
  if (tri == JH_UNKNOWN) return jh_model_never(m, jh_model_waits);
  return (tri == JH_TRUE) != is_negated ? jh_model_yes() : jh_model_never(m, jh_model_not_moved);
}

/* What is not followed, though a means changes it: if it holds, the trial of the plan will say more. */
static jh_model_wish not_followed(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  jh_tri tri = jh_exact_walk_condition(&m->walk, node, row);
  if (tri == JH_UNKNOWN) return jh_model_never(m, jh_model_waits);
  return (tri == JH_TRUE) != is_negated ? jh_model_yes() : jh_model_never(m, jh_model_not_linear);
}

static jh_model_wish all_of(jh_model *m, const part *parts, size_t count, bool is_negated) {
  list found = {0};
  bool is_never = false;
  for (size_t i = 0; i < count; i++) {
    jh_model_wish one = jh_model_condition(m, parts[i].node, parts[i].row, is_negated);
    is_never |= one.is_never;
    if (one.has_wish) add(m, &found, &one.wish);
  }
  return together(m, &found, is_never);
}

/* Parts of a wish that hold as things are: they must go on holding when things are moved away. */
static void keep_what_holds(jh_model *m, const jh_remedy_wish *wish) {
  if (wish->kind == JH_REMEDY_ALL) {
    for (size_t i = 0; i < wish->member_count; i++) keep_what_holds(m, &wish->members[i]);
    return;
  }
  if (wish->kind != JH_REMEDY_LINE) return;
  int sign = jh_rat_sign(&wish->sum.constant);
  if (sign < 0 || (sign == 0 && wish->is_strict)) return;
  void *items = m->kept;
  if (jh_arena_grow(m->arena, &items, &m->kept_room, m->kept_count + 1, sizeof *m->kept)) {
    m->has_failed = true;
    return;
  }
  m->kept = items;
  m->kept[m->kept_count++] = *wish;
}

/* Choosing some of several conditions. */
typedef struct choice {
  list members, floors, musts;
  size_t held;   /* are true anyway */
  size_t barred; /* cannot be bought */
  bool is_never;
} choice;

static void consider(jh_model *m, const part *of, bool is_negated, choice *c) {
  static const jh_remedy_wish nothing = {.kind = JH_REMEDY_ALL, .rule = JH_NONE, .row = JH_NONE};
  jh_remedy_wish never = {
      .kind = JH_REMEDY_NEVER, .rule = JH_NONE, .row = JH_NONE, .why = jh_model_not_moved};
  jh_model_wish one = jh_model_condition(m, of->node, of->row, is_negated);
  jh_model_wish floor = jh_model_yes();
  if (one.is_true) {
    c->held++;
    return;
  }
  size_t blocks = m->out->block_count; /* what bars the floor bars the member, which is told */
  if (of->floor != JH_NONE) floor = jh_model_condition(m, of->floor, of->row, false);
  if (one.is_never) m->out->block_count = blocks;
  if (one.is_never) {
    c->barred++;
    if (one.has_wish) keep_what_holds(m, &one.wish);
    c->is_never |= floor.is_never;
    if (floor.has_wish) add(m, &c->musts, &floor.wish);
    return;
  }
  const jh_remedy_wish *asked = floor.is_never ? &never : floor.has_wish ? &floor.wish : &nothing;
  add(m, &c->members, &one.wish);
  add(m, &c->floors, asked);
  if (c->floors.count ==
      c->members.count) { /* the floor of a member is asked by the member's rule */
    jh_remedy_wish *last = &c->floors.items[c->floors.count - 1];
    last->rule = one.wish.rule;
    last->row = one.wish.row;
  }
}

static bool has_floors(const choice *c) {
  for (size_t i = 0; i < c->floors.count; i++) {
    if (c->floors.items[i].kind != JH_REMEDY_ALL || c->floors.items[i].member_count) return true;
  }
  return false;
}

/* What is asked, once it is known that enough can be had. */
static jh_model_wish settle_choice(jh_model *m, choice *c, size_t need) {
  const list *all = need == 0 ? &c->floors : need == c->members.count ? &c->members : NULL;
  if (all) {
    for (size_t i = 0; i < all->count; i++) {
      bool is_nothing = all->items[i].kind == JH_REMEDY_ALL && !all->items[i].member_count;
      if (!is_nothing) add(m, &c->musts, &all->items[i]);
    }
    return together(m, &c->musts, false);
  }
  jh_remedy_wish choose = {.kind = JH_REMEDY_CHOOSE, .rule = JH_NONE, .row = JH_NONE, .n = need};
  choose.members = c->members.items;
  choose.member_count = c->members.count;
  choose.floors = has_floors(c) ? c->floors.items : NULL;
  add(m, &c->musts, &choose);
  return together(m, &c->musts, false);
}

static void loosen(jh_model *m, const jh_remedy_wish *wish) {
  jh_remedy_model *out = m->out;
  void *items = out->loose;
  if (jh_arena_grow(m->arena, &items, &out->loose_room, out->loose_count + 1, sizeof *out->loose)) {
    m->has_failed = true;
    return;
  }
  out->loose = items;
  out->loose[out->loose_count++] = *wish;
}

/* What is asked of the others, as if what is barred were granted. */
static jh_model_wish grant(jh_model *m, choice *c, size_t need) {
  need = need > c->barred ? need - c->barred : 0;
  if (need > c->members.count) need = c->members.count;
  jh_model_wish out = settle_choice(m, c, need);
  if (out.has_wish) {
    out.wish = jh_model_all(m, &out.wish, 1);
    loosen(m, &out.wish);
  }
  out.is_true = false;
  out.is_never = true;
  return out;
}

static jh_model_wish choose(
    jh_model *m, const part *parts, size_t count, size_t n, bool is_negated) {
  size_t blocks = m->out->block_count, points = m->out->point_count;
  choice c;
  memset(&c, 0, sizeof c);
  for (size_t i = 0; i < count; i++) consider(m, &parts[i], is_negated, &c);
  m->out->point_count = points;
  size_t need = n > c.held ? n - c.held : 0;
  if (!c.is_never && need <= c.members.count) {
    m->out->block_count = blocks;
    return settle_choice(m, &c, need);
  }
  for (size_t i = 0; i < c.members.count; i++) {
    keep_what_holds(m, &c.members.items[i]);
    keep_what_holds(m, &c.floors.items[i]);
  }
  if (m->out->block_count == blocks) (void)jh_model_never(m, jh_model_not_moved);
  return grant(m, &c, need);
}

/* The arguments of a node from the k-th on, at the rows where they are looked at. */
static part *parts_of(jh_model *m, const jh_node *node, uint32_t row, uint32_t k, size_t *count) {
  part *parts = jh_arena_get(m->arena, (node->count + 1) * sizeof *parts);
  *count = 0;
  m->has_failed |= !parts;
  for (; parts && k < node->count; k++) {
    uint32_t arg = arg_of(m, node, k);
    parts[(*count)++] = (part){arg, jh_model_row_of(m, node, row, arg), JH_NONE};
  }
  return parts;
}

/* "At least n, each of the others at least its floor" is an AND of the count and, for each rule counted,
 * OR(rule, floor): true if each of these stands behind the rule of the same place. */
static bool takes_floors(const jh_model *m, const jh_node *node, const jh_node *of, part *parts) {
  if (of->op != JH_OP_AT_LEAST_N || of->count != node->count) return false;
  for (uint32_t k = 1; k < node->count; k++) {
    const jh_node *either = &m->plan->nodes[arg_of(m, node, k)];
    if (either->op != JH_OP_OR || either->count != 2) return false;
    if (arg_of(m, either, 0) != arg_of(m, of, k) || either->level != of->level) return false;
    parts[k - 1].floor = arg_of(m, either, 1);
  }
  return true;
}

/* The number of an AT_LEAST_N, rounded up; false if it is not known. */
static bool read_count(jh_model *m, const jh_node *node, uint32_t row, size_t *out) {
  uint32_t arg = arg_of(m, node, 0);
  jh_range n;
  if (m->touched[arg]) return false;
  jh_range_init(&n);
  jh_exact_walk_number(&m->walk, arg, jh_model_row_of(m, node, row, arg), &n);
  bool is_known = jh_range_is_known(&n);
  jh_range_ceil(&n, &n);
  double count = is_known ? jh_rat_double(&n.low) : 0;
  *out = count > 0 && count < 1e9 ? (size_t)count : 0;
  jh_range_done(&n);
  return is_known;
}

static jh_model_wish counted(
    jh_model *m, uint32_t node, uint32_t row, const jh_node *with_floors, bool is_negated) {
  const jh_node *at = &m->plan->nodes[node];
  size_t count, n = 0;
  part *parts = parts_of(m, at, row, 1, &count);
  if (!parts || !read_count(m, at, row, &n)) return not_followed(m, node, row, is_negated);
  if (with_floors) (void)takes_floors(m, with_floors, at, parts);
  if (!is_negated) return choose(m, parts, count, n, false);
  return n > count ? jh_model_yes() : choose(m, parts, count, count + 1 - n, true);
}

static jh_model_wish and_or(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  const jh_node *at = &m->plan->nodes[node];
  size_t count;
  part *parts = parts_of(m, at, row, 0, &count);
  if (!parts) return jh_model_yes();
  uint32_t first = arg_of(m, at, 0);
  bool is_and = (at->op == JH_OP_AND) != is_negated;
  if (is_and && !is_negated && count > 1 && takes_floors(m, at, &m->plan->nodes[first], parts))
    return counted(m, first, row, at, false);
  for (size_t i = 0; i < count; i++) parts[i].floor = JH_NONE;
  return is_and ? all_of(m, parts, count, is_negated) : choose(m, parts, count, 1, is_negated);
}

static jh_model_wish either(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  const jh_node *at = &m->plan->nodes[node];
  uint32_t when = arg_of(m, at, 0);
  jh_tri which = jh_exact_walk_condition(&m->walk, when, row);
  if (m->touched[when] || which == JH_UNKNOWN) return not_followed(m, node, row, is_negated);
  uint32_t arm = arg_of(m, at, which == JH_TRUE ? 1 : 2);
  return jh_model_condition(m, arm, jh_model_row_of(m, at, row, arm), is_negated);
}

static jh_model_wish every_or_some(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  const jh_node *at = &m->plan->nodes[node];
  uint32_t from, to, of = arg_of(m, at, 0), filter = arg_of(m, at, 1);
  bool is_every = (at->op == JH_OP_EVERY) != is_negated;
  size_t count = 0;
  if (filter != JH_NONE && m->touched[filter]) return not_followed(m, node, row, is_negated);
  jh_dataset_range(m->dataset, at->over, at->level, row, &from, &to);
  part *parts = jh_arena_get(m->arena, (to - from + 1) * sizeof *parts);
  if (!parts) {
    m->has_failed = true;
    return jh_model_yes();
  }
  for (uint32_t r = from; r < to; r++) {
    jh_tri passes = jh_exact_over_passes(&m->walk, at, filter, r);
    if (passes == JH_TRUE || (is_every && passes == JH_UNKNOWN))
      parts[count++] = (part){of, r, JH_NONE};
  }
  return is_every ? all_of(m, parts, count, is_negated) : choose(m, parts, count, 1, is_negated);
}

/* A number that no one measures, or a count of what is no number: somebody says so. */
static bool is_judged(const jh_rule *rule) {
  return rule->measure == JH_NONE && rule->member_count == 0;
}

/* Blocks and wishes without a rule get this one. */
static void attribute(
    jh_model *m, uint32_t rule, uint32_t row, size_t blocks, jh_model_wish *wish) {
  for (size_t i = blocks; i < m->out->block_count; i++) {
    jh_remedy_block *block = &m->out->blocks[i];
    if (block->rule != JH_NONE) continue;
    block->rule = rule;
    block->row = row;
    if (block->why == jh_model_not_moved && is_judged(&m->plan->rules[rule]))
      block->why = jh_model_judged;
  }
  if (wish->has_wish && wish->wish.rule == JH_NONE) {
    wish->wish.rule = rule;
    wish->wish.row = row;
  }
}

static void add_point(jh_model *m, uint32_t rule, uint32_t row) {
  jh_remedy_model *out = m->out;
  void *items = out->points;
  if (jh_arena_grow(
          m->arena, &items, &out->point_room, out->point_count + 1, sizeof *out->points)) {
    m->has_failed = true;
    return;
  }
  out->points = items;
  out->points[out->point_count++] = (jh_remedy_point){rule, row};
}

/* What a rule that is barred asks for itself: no verdict will tell whether it holds. */
static void loosen_lines(jh_model *m, const jh_remedy_wish *wish) {
  if (wish->rule != JH_NONE) return;
  if (wish->kind != JH_REMEDY_ALL) loosen(m, wish);
  for (size_t i = 0; wish->kind == JH_REMEDY_ALL && i < wish->member_count; i++)
    loosen_lines(m, &wish->members[i]);
}

static jh_model_wish rule(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  uint32_t index = m->plan->nodes[node].index;
  const jh_rule *of = &m->plan->rules[index];
  size_t blocks = m->out->block_count, points = m->out->point_count;
  if (is_negated) return not_followed(m, node, row, true);
  if (!jh_exact_walk_force(&m->walk, index, row)) return jh_model_yes();
  if (of->applies != JH_NONE) {
    jh_tri applies = jh_exact_walk_condition(&m->walk, of->applies, row);
    if (m->touched[of->applies]) return not_followed(m, node, row, false);
    if (applies == JH_FALSE) return jh_model_yes();
  }
  jh_model_wish out = jh_model_condition(m, of->holds, row, false);
  if (out.is_never && out.has_wish) loosen_lines(m, &out.wish);
  attribute(m, index, row, blocks, &out);
  if (out.is_never) return out;
  m->out->point_count = points;
  if (out.has_wish) add_point(m, index, row);
  return out;
}

static jh_model_wish through(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  const jh_node *at = &m->plan->nodes[node];
  uint32_t arg = jh_model_stand_in(m, at, row);
  if (arg == JH_NONE) return jh_model_never(m, jh_model_waits);
  return jh_model_condition(m, arg, jh_model_row_of(m, at, row, arg), is_negated);
}

jh_model_wish jh_model_condition(jh_model *m, uint32_t node, uint32_t row, bool is_negated) {
  const jh_node *at = &m->plan->nodes[node];
  if (m->has_failed) return jh_model_yes();
  if (at->op == JH_OP_RULE) return rule(m, node, row, is_negated); /* for the names of blocks */
  bool is_open = at->op == JH_OP_AND || at->op == JH_OP_EVERY || at->op == JH_OP_RAISE;
  if (!m->touched[node] && !is_open) return jh_model_settled(m, node, row, is_negated);
  switch (at->op) {
  case JH_OP_GE:
  case JH_OP_GT:
  case JH_OP_LE:
  case JH_OP_LT:
  case JH_OP_EQ: return jh_model_compare(m, node, row, is_negated);
  case JH_OP_AND:
  case JH_OP_OR: return and_or(m, node, row, is_negated);
  case JH_OP_NOT: return jh_model_condition(m, arg_of(m, at, 0), row, !is_negated);
  case JH_OP_AT_LEAST_N: return counted(m, node, row, NULL, is_negated);
  case JH_OP_IF: return either(m, node, row, is_negated);
  case JH_OP_EVERY:
  case JH_OP_SOME: return every_or_some(m, node, row, is_negated);
  case JH_OP_SPREAD:
    return is_negated ? not_followed(m, node, row, true) : jh_model_spread(m, node, row);
  case JH_OP_QUANTITY:
  case JH_OP_RAISE:
  case JH_OP_BY_STAGE: return through(m, node, row, is_negated);
  default: return not_followed(m, node, row, is_negated);
  }
}
