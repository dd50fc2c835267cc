/* cuts_exact.h - what the files that solve with rationals share: cuts_exact.c has numbers at one
 * row, cuts_exact_over.c what counts rows, cuts_exact_condition.c conditions.
 */
#ifndef JH_VARY_CUTS_EXACT_H
#define JH_VARY_CUTS_EXACT_H

#include "vary/cuts_parts.h"

/* A question: is the end of a number beyond a place? `way`: how the number goes. */
typedef struct jh_cuts_ask {
  uint32_t node, row;
  jh_follow_way way;
  bool is_high;  /* its high end */
  bool is_after; /* beyond: above `at`, else at least that */
  const jh_rat *at;
} jh_cuts_ask;

/* A list of places, in their order. */
typedef struct jh_cuts_list {
  jh_cuts_place *items; /* by jh_alloc */
  size_t count;
} jh_cuts_list;

static inline const jh_node *jh_cuts_exact_node(const jh_cuts_walk *w, uint32_t node) {
  return &w->cuts->plan->nodes[node];
}

static inline uint32_t jh_cuts_exact_need(const jh_cuts_walk *w, const jh_node *node, uint32_t k) {
  return k < node->count ? jh_follow_need(&w->cuts->follow, node, k) : JH_NONE;
}

static inline bool jh_cuts_exact_moves(const jh_cuts_walk *w, uint32_t node) {
  return jh_follow_way_of(&w->cuts->follow, node) != JH_FOLLOW_NOT;
}

static inline uint32_t jh_cuts_exact_row_of(
    const jh_cuts_walk *w, const jh_node *node, uint32_t row, uint32_t need) {
  uint32_t level = jh_cuts_exact_node(w, need)->level;
  if (level == JH_NONE || level == node->level) return row;
  return jh_dataset_ancestor(w->cuts->dataset, node->level, row, level);
}

/* Yes or no on the whole line. */
static inline void jh_cuts_exact_always(jh_cuts_place *out, jh_follow_way way, bool is_yes) {
  jh_cuts_place_set_end(out, (way == JH_FOLLOW_RISES) == is_yes ? -1 : 1);
}

static inline void jh_cuts_exact_tri(jh_cuts_pair *out, jh_follow_way way, jh_tri value) {
  jh_cuts_exact_always(&out->yes, way, value == JH_TRUE);
  jh_cuts_exact_always(&out->no, way, value != JH_FALSE);
}

/* The same question about another number. */
static inline jh_cuts_ask jh_cuts_ask_of(const jh_cuts_ask *q, uint32_t node, uint32_t row) {
  jh_cuts_ask out = *q;
  out.node = node;
  out.row = row;
  return out;
}

/* Adds an answer: yes if all of them are (or any of them is). */
static inline void jh_cuts_exact_fold(
    jh_cuts_walk *w, jh_cuts_place *out, const jh_cuts_place *next, jh_follow_way way,
    bool is_all) {
  bool takes_later = (way == JH_FOLLOW_RISES) == is_all;
  jh_cuts_place_pick(&w->places, out, next, takes_later ? 1 : -1);
}

/* Where the answer to a question changes; false: the number is undefined, whatever the parameter
 * is. */
bool jh_cuts_exact_solve(jh_cuts_walk *w, const jh_cuts_ask *q, jh_cuts_place *out);

/* RAISE, QUANTITY, BY_STAGE: the argument that stands for the node at a row; JH_NONE: none. */
uint32_t jh_cuts_exact_stand_in(const jh_cuts_walk *w, const jh_node *node, uint32_t row);

/* A quantity that a case gives. */
bool jh_cuts_exact_is_given(const jh_cuts_walk *w, const jh_node *node, uint32_t row);

/* The argument that moves. */
uint32_t jh_cuts_exact_moving(const jh_cuts_walk *w, const jh_node *node);

/* The factor of what is the parameter times something; false where it is that of another stage.
 * *is_defined: false where it has no value at all. */
bool jh_cuts_exact_scale(
    jh_cuts_walk *w, uint32_t node, uint32_t row, jh_rat *scale, bool *is_defined);

/* Puts a place where it belongs; there must be room. */
void jh_cuts_exact_list_add(jh_cuts_walk *w, jh_cuts_list *l, const jh_cuts_place *place);

/* Where at least n of them are yes. */
void jh_cuts_exact_list_answer(
    const jh_cuts_list *l, const jh_rat *n, jh_follow_way way, jh_cuts_place *out);
void jh_cuts_exact_list_done(jh_cuts_list *l);

/* COUNT of a filter that moves; LEAST and GREATEST of values that move. As jh_cuts_exact_solve. */
bool jh_cuts_exact_count(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_node *node, jh_cuts_place *out);
bool jh_cuts_exact_extreme(
    jh_cuts_walk *w, const jh_cuts_ask *q, const jh_node *node, jh_cuts_place *out);

#endif
