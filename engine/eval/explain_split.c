/* explain_split.c - what the stages of a school use together, and how much of it each has.
 *
 * A split stands in the graph as a product: what is shared out, times a weighted part over the sum
 * of the weighted parts. It is known by its weights, which the pack names SPLIT.weights.TYPE.STAGE.
 */
#include <string.h>

#include "eval/explain_parts.h"
#include "eval/figure.h"

enum { MOST_STAGES = 16, MOST_DEPTH = 64 };

static const char weights[] = ".weights.";

/* A node and the row at which it is looked at. */
typedef struct place {
  uint32_t node, row;
} place;

/* weight * amount */
typedef struct term {
  uint32_t product; /* the node itself */
  const jh_param *param;
  uint32_t amount;
  uint32_t row; /* of the product */
} term;

typedef struct finding_split {
  jh_explain_tree *tree;
  term terms[MOST_STAGES];
  size_t count;
} finding_split;

uint32_t jh_explain_row(const jh_explain_tree *tree, uint32_t node, uint32_t level, uint32_t row) {
  uint32_t own = tree->run->plan->nodes[node].level;
  if (own == JH_NONE || own == level || level == JH_NONE) return row;
  return jh_dataset_ancestor(tree->run->dataset, level, row, own);
}

/* Argument k, at the row where it is looked at. */
static place arg_at(const jh_explain_tree *tree, place at, uint32_t k) {
  const jh_plan *plan = tree->run->plan;
  const jh_node *node = &plan->nodes[at.node];
  uint32_t arg = k < node->count ? jh_plan_arg(plan, node, k) : JH_NONE;
  if (arg == JH_NONE) return (place){JH_NONE, at.row};
  return (place){arg, jh_explain_row(tree, arg, node->level, at.row)};
}

/* Which argument of an IF or BY_STAGE stands there; JH_NONE while that is not known. */
static uint32_t arm_of(jh_explain_tree *tree, place at) {
  const jh_node *node = &tree->run->plan->nodes[at.node];
  if (node->op == JH_OP_BY_STAGE) return jh_where_stage(tree->run->dataset, node->level, at.row);
  place when = arg_at(tree, at, 0);
  jh_tri holds = jh_exact_walk_condition(&tree->walk, when.node, when.row);
  return holds == JH_UNKNOWN ? JH_NONE : holds == JH_TRUE ? 1 : 2;
}

/* Through what only chooses or raises, to the operation that stands there. */
static place resolve(jh_explain_tree *tree, place at) {
  for (int depth = 0; at.node != JH_NONE && depth < MOST_DEPTH; depth++) {
    jh_op op = tree->run->plan->nodes[at.node].op;
    uint32_t k = 0;
    if (op == JH_OP_IF || op == JH_OP_BY_STAGE)
      k = arm_of(tree, at);
    else if (op != JH_OP_RAISE)
      return at;
    at = k == JH_NONE ? (place){JH_NONE, at.row} : arg_at(tree, at, k);
  }
  return (place){JH_NONE, 0};
}

/* Is it a weight of a split? */
static const jh_param *weight_of(jh_explain_tree *tree, place at) {
  const jh_plan *plan = tree->run->plan;
  at = resolve(tree, at);
  if (at.node == JH_NONE || plan->nodes[at.node].op != JH_OP_PARAM) return NULL;
  const jh_param *param = &plan->params[plan->nodes[at.node].index];
  return strstr(param->path, weights) ? param : NULL;
}

/* Takes the sum apart; false if something in it is no weighted part. */
static bool take_terms(finding_split *f, place at) {
  const jh_plan *plan = f->tree->run->plan;
  at = resolve(f->tree, at);
  if (at.node == JH_NONE) return false;
  const jh_node *node = &plan->nodes[at.node];
  if (node->op == JH_OP_ADD) {
    for (uint32_t k = 0; k < node->count; k++)
      if (!take_terms(f, arg_at(f->tree, at, k))) return false;
    return true;
  }
  if (node->op != JH_OP_MUL || f->count == MOST_STAGES) return false;
  for (uint32_t k = 0; k < 2; k++) {
    const jh_param *param = weight_of(f->tree, arg_at(f->tree, at, k));
    if (!param) continue;
    place amount = arg_at(f->tree, at, 1 - k);
    f->terms[f->count++] = (term){at.node, param, amount.node, at.row};
    return true;
  }
  return false;
}

static void figure(jh_explain_tree *tree, jh_figure *out, uint32_t node, uint32_t row) {
  jh_range range;
  jh_range_init(&range);
  jh_exact_walk_number(&tree->walk, node, row, &range);
  jh_figure_one(out, &range);
  jh_range_done(&range);
}

/* Its part of the whole, and what it gets of what is shared out. */
static void portion(
    jh_explain_tree *tree, jh_evidence_share *out, const term *at, place whole, place shared) {
  jh_range part, sum;
  jh_range_init(&part), jh_range_init(&sum);
  jh_exact_walk_number(&tree->walk, at->product, at->row, &part);
  jh_exact_walk_number(&tree->walk, whole.node, whole.row, &sum);
  jh_range_div(&part, &part, &sum);
  jh_exact_walk_number(&tree->walk, shared.node, shared.row, &sum);
  jh_range_mul(&sum, &sum, &part);
  jh_figure_one(&out->got, &sum);
  jh_range_scale(&part, 100, 1);
  jh_figure_one(&out->percent, &part);
  jh_range_done(&part), jh_range_done(&sum);
}

static void tell(
    finding_split *f, jh_evidence_share *out, const term *at, uint32_t own, place whole,
    place shared) {
  jh_explain_tree *tree = f->tree;
  const jh_run *run = tree->run;
  const jh_param_value *value = jh_param_on(at->param, JH_NONE, run->on);
  uint32_t row = jh_explain_row(tree, at->amount, run->plan->nodes[at->product].level, at->row);
  char text[JH_DEC_TEXT];
  *out = (jh_evidence_share){.id = strrchr(at->param->path, '.') + 1};
  out->is_own = at->product == own;
  out->amount_en = jh_explain_formula(run, at->amount, row, JH_EN, tree->arena);
  out->amount_zh = jh_explain_formula(run, at->amount, row, JH_ZH, tree->arena);
  tree->has_failed |= !out->amount_en || !out->amount_zh;
  figure(tree, &out->amount, at->amount, row);
  if (value) {
    out->weight.is_known = true;
    jh_str_copy(
        out->weight.text, sizeof out->weight.text, jh_str_of(jh_dec_text(text, value->value)));
  }
  portion(tree, out, at, whole, shared);
}

static void keep(finding_split *f, jh_evidence *value, uint32_t own, place whole, place shared) {
  jh_explain_tree *tree = f->tree;
  const jh_param *first = f->terms[0].param;
  jh_evidence_split *out = jh_arena_get(tree->arena, sizeof *out);
  jh_evidence_share *shares = jh_arena_get(tree->arena, f->count * sizeof *shares);
  size_t size = (size_t)(strstr(first->path, weights) - first->path);
  const char *id = jh_arena_text(tree->arena, (jh_str){first->path, size});
  if (!out || !shares || !id) {
    tree->has_failed = true;
    return;
  }
  *out = (jh_evidence_split){.id = id, .shares = shares, .count = f->count};
  out->source = jh_param_on(first, JH_NONE, tree->run->on);
  figure(tree, &out->whole, shared.node, shared.row);
  for (size_t i = 0; i < f->count; i++) tell(f, &shares[i], &f->terms[i], own, whole, shared);
  value->split = out;
}

void jh_explain_split(
    jh_explain_tree *tree, jh_evidence *value, uint32_t definition, uint32_t row) {
  const jh_plan *plan = tree->run->plan;
  place at = resolve(tree, (place){definition, row});
  if (at.node == JH_NONE || plan->nodes[at.node].op != JH_OP_MUL) return;
  for (uint32_t k = 0; k < 2; k++) {
    finding_split f = {.tree = tree};
    place fraction = resolve(tree, arg_at(tree, at, k));
    if (fraction.node == JH_NONE || plan->nodes[fraction.node].op != JH_OP_DIV) continue;
    place part = resolve(tree, arg_at(tree, fraction, 0)), whole = arg_at(tree, fraction, 1);
    if (!take_terms(&f, whole) || f.count < 2) continue;
    keep(&f, value, part.node, whole, arg_at(tree, at, 1 - k));
    return;
  }
}
