/* cuts_exact_over.c - places among many: of counted rows, of the least and the greatest. */
#include "base/alloc.h"
#include "vary/cuts_exact.h"

void jh_cuts_exact_list_add(jh_cuts_walk *w, jh_cuts_list *l, const jh_cuts_place *place) {
  size_t at = l->count++;
  jh_cuts_place_init(&l->items[at]);
  for (; at > 0 && jh_cuts_place_compare(&w->places, &l->items[at - 1], place) > 0; at--)
    jh_cuts_place_set(&l->items[at], &l->items[at - 1]);
  jh_cuts_place_set(&l->items[at], place);
}

/* At least n of them are yes. */
void jh_cuts_exact_list_answer(
    const jh_cuts_list *l, const jh_rat *n, jh_follow_way way, jh_cuts_place *out) {
  jh_rat most;
  jh_rat_init(&most);
  jh_rat_set_int(&most, (int64_t)l->count);
  if (jh_rat_sign(n) <= 0) {
    jh_cuts_exact_always(out, way, true);
  } else if (jh_rat_compare(n, &most) > 0) {
    jh_cuts_exact_always(out, way, false);
  } else {
    size_t k = (size_t)jh_rat_double(n); /* whole */
    jh_cuts_place_set(out, &l->items[way == JH_FOLLOW_RISES ? k - 1 : l->count - k]);
  }
  jh_rat_done(&most);
}

void jh_cuts_exact_list_done(jh_cuts_list *l) {
  for (size_t i = 0; i < l->count; i++) jh_cuts_place_done(&l->items[i]);
  jh_alloc_free(l->items);
}

/* How many must be there at least, so that their number is beyond a place. */
static void how_many(jh_rat *out, const jh_cuts_ask *q) {
  jh_rat one;
  jh_rat_init(&one);
  jh_rat_set_int(&one, 1);
  if (q->is_after) {
    jh_rat_floor(out, q->at);
    jh_rat_add(out, out, &one);
  } else {
    jh_rat_ceil(out, q->at);
  }
  jh_rat_done(&one);
}

bool jh_cuts_exact_count(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_node *node, jh_cuts_place *out) {
  uint32_t from, to, filter = jh_cuts_exact_need(w, node, 0);
  jh_dataset_range(w->cuts->dataset, node->over, node->level, q->row, &from, &to);
  jh_cuts_list l = {jh_alloc_get((to - from + 1) * sizeof *l.items), 0};
  if (!l.items) {
    w->places.has_failed = true;
    return false;
  }
  jh_cuts_pair pair;
  jh_rat n;
  jh_cuts_pair_init(&pair), jh_rat_init(&n);
  for (uint32_t r = from; r < to; r++) {
    if (!jh_where_is_of(w->cuts->dataset, node, r)) continue;
    jh_cuts_exact_condition(w, filter, r, q->way, &pair);
    jh_cuts_exact_list_add(w, &l, q->is_high ? &pair.no : &pair.yes);
  }
  how_many(&n, q);
  jh_cuts_exact_list_answer(&l, &n, q->way, out);
  jh_cuts_exact_list_done(&l);
  jh_cuts_pair_done(&pair), jh_rat_done(&n);
  return true;
}

/* LEAST, GREATEST. Rows that may be there can only widen what those give that surely are. */
bool jh_cuts_exact_extreme(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_node *node, jh_cuts_place *out) {
  bool is_least = node->op == JH_OP_LEAST, is_defined = true, has_sure = false, has_any = false;
  uint32_t from, to, filter = jh_cuts_exact_need(w, node, 1);
  jh_cuts_place next, all, sure, any;
  jh_cuts_place_init(&next), jh_cuts_place_init(&all);
  jh_cuts_place_init(&sure), jh_cuts_place_init(&any);
  jh_cuts_exact_always(&all, q->way, true), jh_cuts_exact_always(&any, q->way, false);
  jh_cuts_exact_always(&sure, q->way, is_least);
  jh_dataset_range(w->cuts->dataset, node->over, node->level, q->row, &from, &to);
  for (uint32_t r = from; r < to && is_defined; r++) {
    jh_tri passes = jh_exact_over_passes(&w->exact, node, filter, r);
    if (passes == JH_FALSE) continue;
    jh_cuts_ask one = jh_cuts_ask_of(q, jh_cuts_exact_need(w, node, 0), r);
    is_defined = jh_cuts_exact_solve(w, &one, &next);
    if (!is_defined) break;
    jh_cuts_exact_fold(w, &all, &next, q->way, true),
        jh_cuts_exact_fold(w, &any, &next, q->way, false);
    if (passes == JH_TRUE) jh_cuts_exact_fold(w, &sure, &next, q->way, is_least);
    has_any = true;
    has_sure = has_sure || passes == JH_TRUE;
  }
  /* The end on the side of the extreme is that of all; the other one that of those surely there. */
  bool is_wide = is_least != q->is_high;
  const jh_cuts_place *wide = is_wide == is_least ? &all : &any;
  if (!is_wide && has_sure) wide = &sure;
  jh_cuts_place_set(out, wide);
  jh_cuts_place_done(&next), jh_cuts_place_done(&all);
  jh_cuts_place_done(&sure), jh_cuts_place_done(&any);
  return is_defined && has_any;
}
