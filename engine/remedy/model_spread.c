/* model_spread.c - the limit of a spread between units as a wish. */
#include <string.h>

#include "remedy/model_parts.h"

/* The rows of a spread that count. */
typedef struct group {
  jh_remedy_sum *sums;
  jh_rat *weights;
  uint32_t *rows;
  uint32_t level;
  size_t count;
  bool has_terms;
  jh_linear total; /* of the sums */
} group;

static uint32_t arg_of(const jh_model *m, const jh_node *node, uint32_t k) {
  return k < node->count ? jh_plan_arg(m->plan, node, k) : JH_NONE;
}

static jh_model_state add_unit(jh_model *m, const jh_node *node, uint32_t row, group *g) {
  jh_linear weight, x;
  jh_rat one;
  jh_linear_init(&weight), jh_linear_init(&x), jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  jh_model_state state = jh_model_number(m, arg_of(m, node, 1), row, &weight);
  if (!state && weight.count) state = JH_MODEL_NOT_LINEAR;
  bool counts = !state && jh_rat_sign(&weight.constant) != 0;
  if (counts) state = jh_model_number(m, arg_of(m, node, 0), row, &x);
  if (counts && !state) {
    jh_linear_scale(&x, &weight.constant);
    g->has_terms |= x.count > 0;
    g->sums[g->count] = jh_model_keep_sum(m, &x);
    g->rows[g->count] = row;
    g->weights[g->count++] = jh_model_keep_rat(m, &weight.constant);
    jh_linear_add(&g->total, &x, &one);
  }
  jh_linear_done(&weight), jh_linear_done(&x), jh_rat_done(&one);
  return state;
}

static jh_model_state gather(jh_model *m, const jh_node *node, uint32_t row, group *g) {
  uint32_t from, to, filter = arg_of(m, node, 2);
  jh_model_state state = JH_MODEL_OK;
  if (filter != JH_NONE && m->touched[filter]) return JH_MODEL_NOT_LINEAR;
  jh_dataset_range(m->dataset, node->over, node->level, row, &from, &to);
  g->sums = jh_arena_get(m->arena, (to - from + 1) * sizeof *g->sums);
  g->weights = jh_arena_get(m->arena, (to - from + 1) * sizeof *g->weights);
  g->rows = jh_arena_get(m->arena, (to - from + 1) * sizeof *g->rows);
  g->level = node->over;
  if (!g->sums || !g->weights || !g->rows) {
    m->has_failed = true;
    return JH_MODEL_WAITS;
  }
  for (uint32_t r = from; r < to && !state; r++) {
    jh_tri passes = jh_exact_over_passes(&m->walk, node, filter, r);
    if (passes == JH_FALSE) continue;
    state = passes == JH_UNKNOWN ? JH_MODEL_WAITS : add_unit(m, node, r, g);
  }
  return state;
}

/* The wish, and where all is 0 that something must be there: of nothing the law is silent. (That what is
 * there is all taken away is left to the trial: the condition would tie all schools of the county together.) */
static jh_model_wish finish(jh_model *m, const group *g, const jh_rat *limit) {
  jh_model_wish out = {.has_wish = true};
  out.wish = (jh_remedy_wish){.kind = JH_REMEDY_SPREAD, .rule = JH_NONE, .row = JH_NONE};
  out.wish.sums = g->sums;
  out.wish.weights = g->weights;
  out.wish.unit_rows = g->rows;
  out.wish.unit_level = g->level;
  out.wish.unit_count = g->count;
  out.wish.limit = jh_model_keep_rat(m, limit);
  if (jh_rat_sign(&g->total.constant) > 0) return out;
  jh_model_wish some = jh_model_line(m, &g->total, true);
  if (some.is_never) return some;
  jh_remedy_wish members[2] = {out.wish, some.wish};
  if (some.has_wish) out.wish = jh_model_all(m, members, 2);
  return out;
}

jh_model_wish jh_model_spread(jh_model *m, uint32_t node, uint32_t row) {
  const jh_node *at = &m->plan->nodes[node];
  group g;
  jh_linear limit;
  memset(&g, 0, sizeof g);
  jh_linear_init(&g.total), jh_linear_init(&limit);
  jh_model_state state = gather(m, at, row, &g);
  if (!state) {
    uint32_t of = arg_of(m, at, 3);
    state = jh_model_number(m, of, jh_model_row_of(m, at, row, of), &limit);
  }
  if (!state && limit.count) state = JH_MODEL_NOT_LINEAR;
  jh_model_wish out;
  if (state)
    out = jh_model_never(m, state == JH_MODEL_WAITS ? jh_model_waits : jh_model_not_linear);
  else if (!g.has_terms || g.count == 0 || jh_rat_sign(&limit.constant) < 0)
    out = jh_model_settled(m, node, row, false);
  else
    out = finish(m, &g, &limit.constant);
  jh_linear_done(&g.total), jh_linear_done(&limit);
  return out;
}
