/* solve_branch.c - see solve_branch.h. */
#include "remedy/solve_branch.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "remedy/solve_exact.h"
#include "remedy/solve_rats.h"

static const double whole_enough = 1e-6;
enum { most_refusals = 400 };

/* One narrowing of a column's limits, after those of the nodes above. */
typedef struct node {
  uint32_t above; /* JH_NONE: the root */
  uint32_t column;
  double low, up;
} node;

typedef struct search {
  jh_branch *out;
  jh_part *part;
  jh_branch_refuse *refuse;
  void *payload;
  uint64_t most_steps;
  jh_simplex root, here;
  bool is_open; /* root and here are */
  node *nodes;
  size_t node_count, node_room;
  uint32_t *todo, *way;
  size_t todo_count, todo_room, way_room;
  double *values;          /* by name */
  jh_rat *amounts;         /* by column */
  jh_rat step;             /* every cost is a multiple of it; 0: not so */
  jh_rat least;            /* of the bounds of closed ends */
  bool has_least, has_gap; /* gap: an end of which nothing is proven */
  bool has_root;
  jh_rat root_bound;
  size_t refusals;
  bool has_failed;
} search;

static void find_step(search *s) {
  for (size_t j = 0; j < s->part->column_count; j++) {
    const jh_part_column *column = &s->part->columns[j];
    if (jh_rat_sign(&column->exact_cost) == 0) continue;
    if (!column->is_whole) {
      jh_rat_set_int(&s->step, 0);
      return;
    }
    jh_rats_common(&s->step, &column->exact_cost);
  }
}

static jh_exact_node exact(const search *s, const jh_simplex *simplex) {
  return (jh_exact_node){
      s->part, simplex, s->out->state == JH_REMEDY_SOLVED ? &s->out->cost : NULL};
}

static void round_up(const search *s, jh_rat *bound) {
  if (jh_rat_sign(&s->step) == 0) return;
  jh_rat_div(bound, bound, &s->step);
  jh_rat_ceil(bound, bound);
  jh_rat_mul(bound, bound, &s->step);
}

/* An end of the tree: keeps what is proven of it. */
static void close_end(search *s) {
  jh_exact_node at = exact(s, &s->here);
  jh_rat bound;
  jh_rat_init(&bound);
  bool is_proven = false;
  for (int sharp = 0; sharp < 2; sharp++) {
    jh_rat better;
    jh_rat_init(&better);
    if (jh_exact_bound(&better, &at, sharp)) {
      round_up(s, &better);
      if (!is_proven || jh_rat_compare(&better, &bound) > 0) jh_rat_set(&bound, &better);
      is_proven = true;
    }
    jh_rat_done(&better);
    if (is_proven && at.best && jh_rat_compare(&bound, at.best) >= 0) break;
  }
  if (!is_proven) {
    s->has_gap = true;
  } else if (!s->has_least || jh_rat_compare(&bound, &s->least) < 0) {
    jh_rat_set(&s->least, &bound);
    s->has_least = true;
  }
  jh_rat_done(&bound);
}

static void limit_node(search *s, const node *n) {
  jh_simplex_limit(&s->here, n->column, n->low, n->up);
}

/* Rows whose choice is made stand from here on. */
static void pull_levers(jh_simplex *simplex, const jh_part *part) {
  for (size_t r = 0; r < part->row_count; r++) {
    const jh_part_row *row = &part->rows[r];
    if (row->lever == JH_NONE) continue;
    double low = simplex->low[row->lever], up = simplex->up[row->lever];
    if (low == up && (low > 0.5) == row->lever_value)
      jh_simplex_limit(simplex, (uint32_t)(simplex->n + r), 0, HUGE_VAL);
  }
}

static bool descend(search *s, uint32_t at) {
  jh_simplex_copy(&s->here, &s->root);
  size_t length = 0;
  for (uint32_t i = at; i != JH_NONE; i = s->nodes[i].above) {
    if (jh_alloc_grow((void **)&s->way, &s->way_room, length + 1, sizeof *s->way)) return false;
    s->way[length++] = i;
  }
  while (length > 0) limit_node(s, &s->nodes[s->way[--length]]);
  pull_levers(&s->here, s->part);
  return true;
}

static void push(search *s, uint32_t above, uint32_t column, double low, double up) {
  if (jh_alloc_grow((void **)&s->nodes, &s->node_room, s->node_count + 1, sizeof *s->nodes) ||
      jh_alloc_grow((void **)&s->todo, &s->todo_room, s->todo_count + 1, sizeof *s->todo)) {
    s->has_failed = true;
    return;
  }
  s->nodes[s->node_count] = (node){above, column, low, up};
  s->todo[s->todo_count++] = (uint32_t)s->node_count++;
}

/* Splits at a column: at most `down`, or at least down + 1; the likelier side is searched first. */
static void split(search *s, uint32_t at, uint32_t column, double down, bool up_first) {
  double low = s->here.low[column], up = s->here.up[column];
  if (up_first) push(s, at, column, low, down);
  push(s, at, column, down + 1, up);
  if (!up_first) push(s, at, column, low, down);
}

static double fraction(double value) { return value - floor(value); }

/* The column to split at: choices before amounts, what is furthest from whole and dear; JH_NONE. */
static uint32_t find_split(const search *s) {
  uint32_t found = JH_NONE;
  double best = whole_enough;
  bool is_choice = false;
  for (size_t j = 0; j < s->part->column_count; j++) {
    const jh_part_column *column = &s->part->columns[j];
    double part = fraction(s->values[j]), away = part < 0.5 ? part : 1 - part;
    bool mine = column->variable == JH_NONE;
    if (!column->is_whole || away <= whole_enough) continue;
    if (!mine) away *= 1 + fabs(column->cost);
    if (is_choice && !mine) continue;
    if (mine == is_choice && away <= best) continue;
    is_choice = mine;
    best = away;
    found = (uint32_t)j;
  }
  return found;
}

static uint32_t find_lever(const search *s) {
  for (size_t r = 0; r < s->part->row_count; r++) {
    uint32_t lever = s->part->rows[r].lever;
    if (lever != JH_NONE && s->here.low[lever] < s->here.up[lever]) return lever;
  }
  return JH_NONE;
}

static uint32_t find_loose(const search *s) {
  for (size_t j = 0; j < s->part->column_count; j++) {
    if (s->part->columns[j].is_whole && s->here.low[j] < s->here.up[j]) return (uint32_t)j;
  }
  return JH_NONE;
}

static bool is_hopeless(const search *s) {
  if (s->out->state != JH_REMEDY_SOLVED) return false;
  double best = jh_rat_double(&s->out->cost), step = jh_rat_double(&s->step);
  double slack = 1e-9 * (1 + fabs(best));
  if (step > 100 * slack) return s->here.cost > best - step + step * 1e-6 + slack;
  return s->here.cost >= best - slack;
}

static void keep_if_better(search *s) {
  jh_rat cost, part;
  jh_rat_init(&cost);
  jh_rat_init(&part);
  for (size_t j = 0; j < s->part->column_count; j++)
    jh_rats_add_product(&cost, &s->amounts[j], &s->part->columns[j].exact_cost, &part);
  if (s->out->state != JH_REMEDY_SOLVED || jh_rat_compare(&cost, &s->out->cost) < 0) {
    for (size_t j = 0; j < s->out->count; j++) jh_rat_set(&s->out->amounts[j], &s->amounts[j]);
    jh_rat_set(&s->out->cost, &cost);
    s->out->state = JH_REMEDY_SOLVED;
  }
  jh_rat_done(&cost);
  jh_rat_done(&part);
}

static bool open_root(search *s) {
  if (s->is_open) {
    jh_simplex_close(&s->root);
    jh_simplex_close(&s->here);
    jh_alloc_free(s->values);
  }
  s->is_open = true;
  s->values = jh_alloc_get((s->part->column_count + s->part->row_count + 1) * sizeof(double));
  bool has_room = jh_simplex_open(&s->root, s->part);
  has_room = jh_simplex_open(&s->here, s->part) && has_room && s->values;
  if (!has_room) return false;
  jh_simplex_run(&s->root, &s->out->steps);
  return true;
}

/* All whole: taken, refused, or looked into further. */
static void on_point(search *s, uint32_t at) {
  jh_exact_node here = exact(s, &s->here);
  if (jh_exact_point(s->amounts, &here)) {
    if (s->refuse && s->refusals < most_refusals && s->refuse(s->payload, s->part, s->amounts)) {
      s->refusals++;
      if (s->part->has_failed || !open_root(s)) {
        s->has_failed = true;
        return;
      }
      if (at == JH_NONE) {
        push(s, JH_NONE, 0, s->root.low[0], s->root.up[0]);
      } else {
        s->todo[s->todo_count++] = at;
      }
      return;
    }
    if (!s->refuse || !s->refuse(s->payload, NULL, s->amounts)) keep_if_better(s);
    close_end(s);
    return;
  }
  uint32_t loose = find_loose(s);
  if (loose == JH_NONE) {
    close_end(s);
  } else {
    double down = floor(s->values[loose] + 0.5);
    if (down >= s->here.up[loose]) down = s->here.up[loose] - 1;
    split(s, at, loose, down, false);
  }
}

static void visit(search *s, uint32_t at) {
  jh_simplex_end end = jh_simplex_run(&s->here, &s->out->steps);
  jh_exact_node here = exact(s, &s->here);
  if (end == JH_SIMPLEX_NONE) {
    if (!jh_exact_is_empty(&here)) s->has_gap = true;
    return;
  }
  if (end == JH_SIMPLEX_STUCK) {
    s->has_gap = true;
    return;
  }
  if (is_hopeless(s)) {
    close_end(s);
    return;
  }
  jh_simplex_values(&s->here, s->values);
  uint32_t column = find_split(s);
  bool is_lever = false;
  if (column == JH_NONE) is_lever = (column = find_lever(s)) != JH_NONE;
  if (column == JH_NONE) {
    on_point(s, at);
  } else if (is_lever) {
    split(s, at, column, 0, s->values[column] > 0.5);
  } else {
    split(s, at, column, floor(s->values[column]), fraction(s->values[column]) >= 0.4);
  }
}

static void prove_root(search *s) {
  jh_exact_node at = exact(s, &s->root);
  jh_rat bound;
  jh_rat_init(&bound);
  for (int sharp = 0; sharp < 2; sharp++) {
    if (!jh_exact_bound(&bound, &at, sharp)) continue;
    round_up(s, &bound);
    if (!s->has_root || jh_rat_compare(&bound, &s->root_bound) > 0)
      jh_rat_set(&s->root_bound, &bound);
    s->has_root = true;
  }
  jh_rat_done(&bound);
}

/* What is proven in the end: of all ends together, or by the root alone. */
static void conclude(search *s, bool was_stopped) {
  jh_branch *out = s->out;
  bool is_complete = !was_stopped && !s->has_gap;
  if (is_complete && out->state != JH_REMEDY_SOLVED && !s->has_least) {
    out->state = JH_REMEDY_IMPOSSIBLE;
    return;
  }
  out->has_bound = is_complete || s->has_root;
  if (is_complete) {
    bool by_cost = out->state == JH_REMEDY_SOLVED &&
                   (!s->has_least || jh_rat_compare(&out->cost, &s->least) < 0);
    jh_rat_set(&out->bound, by_cost ? &out->cost : &s->least);
  }
  if (s->has_root && (!is_complete || jh_rat_compare(&s->root_bound, &out->bound) > 0))
    jh_rat_set(&out->bound, &s->root_bound);
  if (out->state == JH_REMEDY_SOLVED && out->has_bound &&
      jh_rat_compare(&out->bound, &out->cost) > 0)
    jh_rat_set(&out->bound, &out->cost);
}

static void run(search *s) {
  if (!open_root(s)) {
    s->has_failed = true;
    return;
  }
  prove_root(s);
  if (descend(s, JH_NONE)) visit(s, JH_NONE);
  while (s->todo_count > 0 && !s->has_failed && s->out->steps < s->most_steps) {
    s->out->steps++;
    uint32_t at = s->todo[--s->todo_count];
    if (!descend(s, at)) {
      s->has_failed = true;
    } else {
      visit(s, at);
    }
  }
  conclude(s, s->todo_count > 0);
}

static void close_search(search *s) {
  if (s->is_open) {
    jh_simplex_close(&s->root);
    jh_simplex_close(&s->here);
    jh_alloc_free(s->values);
  }
  jh_rats_close(s->amounts, s->out->count);
  jh_rat_done(&s->step);
  jh_rat_done(&s->least);
  jh_rat_done(&s->root_bound);
  jh_alloc_free(s->nodes);
  jh_alloc_free(s->todo);
  jh_alloc_free(s->way);
}

bool jh_branch_run(
    jh_branch *out, jh_part *part, uint64_t most_steps, jh_branch_refuse *refuse, void *payload) {
  *out = (jh_branch){.state = JH_REMEDY_UNSOLVED, .count = part->column_count};
  jh_rat_init(&out->cost);
  jh_rat_init(&out->bound);
  if (part->is_never) {
    out->state = JH_REMEDY_IMPOSSIBLE;
    return true;
  }
  out->amounts = jh_rats_open(out->count);
  search s = {
      .out = out, .part = part, .refuse = refuse, .payload = payload, .most_steps = most_steps};
  s.amounts = jh_rats_open(out->count);
  jh_rat_init(&s.step);
  jh_rat_init(&s.least);
  jh_rat_init(&s.root_bound);
  find_step(&s);
  s.has_failed = !out->amounts || !s.amounts;
  if (!s.has_failed) run(&s);
  close_search(&s);
  return !s.has_failed && !part->has_failed;
}

void jh_branch_done(jh_branch *branch) {
  jh_rats_close(branch->amounts, branch->count);
  jh_rat_done(&branch->cost);
  jh_rat_done(&branch->bound);
  branch->amounts = NULL;
}
