/* explain_group.c - the rows behind a spread: the mean, and which of them pull it, by how much.
 *
 * The square of a coefficient of variation is the weighted sum of squared distances from the mean,
 * divided by weights and mean; so a row's part of that sum is its part of the spread. All in rationals.
 */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "eval/explain_parts.h"
#include "eval/figure.h"

/* A row and how strongly it pulls: w * (x - mean)^2. */
typedef struct pulling {
  uint32_t row;
  bool is_known;
  jh_rat x, w, strength;
} pulling;

/* One spread at one row. */
typedef struct group {
  jh_explain_tree *tree;
  const jh_node *node;
  uint32_t row, x; /* x: the node of the values */
  pulling *items;
  size_t count, unknown;
  jh_rat weight, mean, sum; /* of those that are known; sum: of all strengths */
} group;

static int by_strength(const void *a, const void *b) {
  const pulling *x = a, *y = b;
  if (x->is_known != y->is_known)
    return x->is_known ? 1 : -1; /* unknown ones first: they are what is waited for */
  int order = jh_rat_compare(&y->strength, &x->strength);
  if (order != 0) return order;
  return x->row < y->row ? -1 : x->row > y->row; /* rows stand in order of codes */
}

static void add_row(group *g, uint32_t row, jh_tri passes, jh_range *x, jh_range *w) {
  const jh_plan *plan = g->tree->run->plan;
  pulling *item = &g->items[g->count++];
  jh_exact_walk_number(&g->tree->walk, g->x, row, x);
  jh_exact_walk_number(&g->tree->walk, jh_plan_arg(plan, g->node, 1), row, w);
  *item = (pulling){.row = row};
  jh_rat_init(&item->x), jh_rat_init(&item->w), jh_rat_init(&item->strength);
  /* A row of no weight takes no part, whatever its value. */
  bool is_weightless = jh_range_is_known(w) && jh_rat_sign(&w->low) == 0;
  item->is_known =
      passes == JH_TRUE && jh_range_is_known(w) && (is_weightless || jh_range_is_known(x));
  if (!item->is_known) {
    g->unknown++;
    return;
  }
  jh_rat_set(&item->w, &w->low);
  if (jh_range_is_known(x)) jh_rat_set(&item->x, &x->low);
}

/* Reads x and weight of the rows that take part. */
static void read_rows(group *g, uint32_t from, uint32_t to) {
  uint32_t filter = jh_plan_arg(g->tree->run->plan, g->node, 2);
  jh_range x, w;
  jh_range_init(&x), jh_range_init(&w);
  for (uint32_t r = from; r < to; r++) {
    jh_tri passes = jh_exact_over_passes(&g->tree->walk, g->node, filter, r);
    if (passes != JH_FALSE) add_row(g, r, passes, &x, &w);
  }
  jh_range_done(&x), jh_range_done(&w);
}

/* Mean and strengths, of the rows that are known. */
static void weigh(group *g) {
  jh_rat part;
  jh_rat_init(&part);
  for (size_t i = 0; i < g->count; i++) {
    jh_rat_add(&g->weight, &g->weight, &g->items[i].w);
    jh_rat_mul(&part, &g->items[i].w, &g->items[i].x);
    jh_rat_add(&g->mean, &g->mean, &part);
  }
  if (jh_rat_sign(&g->weight) != 0) jh_rat_div(&g->mean, &g->mean, &g->weight);
  for (size_t i = 0; i < g->count; i++) {
    pulling *item = &g->items[i];
    jh_rat_sub(&part, &item->x, &g->mean);
    jh_rat_mul(&part, &part, &part);
    jh_rat_mul(&item->strength, &part, &item->w);
    jh_rat_add(&g->sum, &g->sum, &item->strength);
  }
  jh_rat_done(&part);
}

/* The indicator whose measure it is: its unit is that in which x is told; NULL = none. */
static const jh_rule *indicator_of(const group *g) {
  const jh_plan *plan = g->tree->run->plan;
  for (size_t r = 0; r < plan->rule_count; r++) {
    if (plan->rules[r].measure == g->x) return &plan->rules[r];
  }
  return NULL;
}

static void figure(jh_figure *out, const jh_rat *value, const jh_rule *like) {
  jh_range range;
  jh_range_init(&range);
  jh_range_set_rat(&range, value);
  if (like) jh_range_scale(&range, like->unit.den, like->unit.num);
  jh_figure_one(out, &range);
  jh_range_done(&range);
}

/* "3199000272 South School: stage.rooms / stage.students" */
static const char *pull_label(
    jh_explain_tree *tree, const jh_entity *entity, uint32_t x, uint32_t row, jh_lang lang) {
  jh_buf label;
  jh_buf_init(&label);
  jh_buf_add(&label, entity->code);
  jh_buf_char(&label, ' ');
  jh_buf_add(&label, entity->name);
  jh_buf_text(&label, lang == JH_ZH ? "：" : ": ");
  const char *formula = jh_explain_formula(tree->run, x, row, lang, tree->arena);
  tree->has_failed |= !formula;
  jh_buf_text(&label, formula);
  const char *out = jh_buf_ok(&label) ? jh_arena_text(tree->arena, jh_buf_str(&label)) : NULL;
  jh_buf_done(&label);
  return out;
}

static const jh_evidence_pull *pull_of(const group *g, const pulling *item, const jh_rule *like) {
  jh_evidence_pull *pull = jh_arena_get(g->tree->arena, sizeof *pull);
  jh_rat value, hundred;
  if (!pull) {
    g->tree->has_failed = true;
    return NULL;
  }
  jh_rat_init(&value), jh_rat_init(&hundred);
  figure(&pull->weight, &item->w, NULL);
  jh_rat_sub(&value, &item->x, &g->mean);
  figure(&pull->distance, &value, like);
  jh_rat_set_int(&hundred, 100);
  jh_rat_mul(&value, &item->strength, &hundred);
  if (jh_rat_sign(&g->sum) != 0) jh_rat_div(&value, &value, &g->sum);
  figure(&pull->percent, &value, NULL);
  jh_rat_done(&value), jh_rat_done(&hundred);
  return pull;
}

static void show_pull(
    group *g, jh_evidence *parent, const pulling *item, const jh_rule *like,
    const jh_open_cells *open) {
  jh_explain_tree *tree = g->tree;
  jh_evidence *value = jh_explain_add(tree, parent, JH_EVIDENCE_VALUE);
  jh_entity entity = jh_run_entity(tree->run, g->node->over, item->row);
  jh_range range;
  value->finding.entity = entity;
  value->formula = pull_label(tree, &entity, g->x, item->row, JH_EN);
  value->formula_zh = pull_label(tree, &entity, g->x, item->row, JH_ZH);
  tree->has_failed |= !value->formula || !value->formula_zh;
  jh_range_init(&range);
  jh_exact_walk_number(&tree->walk, g->x, item->row, &range);
  if (like) jh_range_scale(&range, like->unit.den, like->unit.num);
  jh_figure_one(&value->value, &range);
  jh_range_done(&range);
  if (g->unknown == 0 && jh_rat_sign(&g->weight) != 0) value->pull = pull_of(g, item, like);
  if (tree->with_all) {
    uint32_t filter = jh_plan_arg(tree->run->plan, g->node, 2);
    if (filter != JH_NONE) jh_explain_values(tree, value, filter, item->row, open);
  }
  jh_explain_values(tree, value, g->x, item->row, open);
  if (tree->with_all) /* the weight, where it is no part of the value */
    jh_explain_values(tree, value, jh_plan_arg(tree->run->plan, g->node, 1), item->row, open);
}

/* Rows that the filter leaves out: why. */
static void show_left_out(
    group *g, jh_evidence *parent, uint32_t from, uint32_t to, const jh_open_cells *open) {
  jh_explain_tree *tree = g->tree;
  uint32_t filter = jh_plan_arg(tree->run->plan, g->node, 2);
  if (filter == JH_NONE) return;
  for (uint32_t r = from; r < to; r++) {
    if (!jh_where_is_of(tree->run->dataset, g->node, r)) continue;
    if (jh_exact_over_passes(&tree->walk, g->node, filter, r) != JH_FALSE) continue;
    jh_evidence *value = jh_explain_add(tree, parent, JH_EVIDENCE_VALUE);
    jh_entity entity = jh_run_entity(tree->run, g->node->over, r);
    value->finding.entity = entity;
    value->formula = pull_label(tree, &entity, filter, r, JH_EN);
    value->formula_zh = pull_label(tree, &entity, filter, r, JH_ZH);
    value->value = (jh_figure){.is_known = true, .text = "no"};
    tree->has_failed |= !value->formula || !value->formula_zh;
    jh_explain_values(tree, value, filter, r, open);
  }
}

static void tell_group(group *g, jh_evidence *parent, const jh_rule *like) {
  jh_evidence_group *out = jh_arena_get(g->tree->arena, sizeof *out);
  if (!out) {
    g->tree->has_failed = true;
    return;
  }
  *out = (jh_evidence_group){.level = g->node->over, .count = g->count, .unknown = g->unknown};
  out->unit_text = like && like->unit_text ? like->unit_text : "";
  if (g->unknown == 0 && jh_rat_sign(&g->weight) != 0) {
    figure(&out->mean, &g->mean, like);
    figure(&out->weight, &g->weight, NULL);
  }
  parent->group = out;
}

static void show_rows(group *g, jh_evidence *parent, const jh_open_cells *open) {
  const jh_rule *like = indicator_of(g);
  tell_group(g, parent, like);
  for (size_t i = 0; i < g->count; i++) {
    if (i < g->tree->most_entities)
      show_pull(g, parent, &g->items[i], like, open);
    else
      parent->unlisted++;
  }
}

void jh_explain_group(
    jh_explain_tree *tree, jh_evidence *parent, uint32_t node, uint32_t row,
    const jh_open_cells *open) {
  const jh_node *at = &tree->run->plan->nodes[node];
  uint32_t from, to;
  jh_dataset_range(tree->run->dataset, at->over, at->level, row, &from, &to);
  group g = {.tree = tree, .node = at, .row = row, .x = jh_plan_arg(tree->run->plan, at, 0)};
  g.items = jh_alloc_get((to - from + 1) * sizeof *g.items);
  if (!g.items) {
    tree->has_failed = true;
    return;
  }
  jh_rat_init(&g.weight), jh_rat_init(&g.mean), jh_rat_init(&g.sum);
  read_rows(&g, from, to);
  weigh(&g);
  if (g.count) qsort(g.items, g.count, sizeof *g.items, by_strength);
  show_rows(&g, parent, open);
  if (tree->with_all) show_left_out(&g, parent, from, to, open);
  for (size_t i = 0; i < g.count; i++)
    jh_rat_done(&g.items[i].x), jh_rat_done(&g.items[i].w), jh_rat_done(&g.items[i].strength);
  jh_rat_done(&g.weight), jh_rat_done(&g.mean), jh_rat_done(&g.sum);
  jh_alloc_free(g.items);
}
