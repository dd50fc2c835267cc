/* edge_search.h - changing one input of a case until it stands where it should. Private to study/. */
#ifndef JH_STUDY_EDGE_SEARCH_H
#define JH_STUDY_EDGE_SEARCH_H

#include "study/edge.h"

/* What an input does to the measure; the smaller, the sooner it is changed. */
typedef enum jh_part {
  JH_PART_MEASURE, /* counts in it */
  JH_PART_DIVISOR, /* divides it, or weighs */
  JH_PART_BOUND,   /* moves the bound */
  JH_PART_FILTER,  /* decides what counts, or to whom the rule applies */
  JH_PART_NONE
} jh_part;

typedef struct jh_edge_search {
  const jh_edge *edge;
  jh_trial_set *set;
  const jh_reach *reaches;
  jh_arena *arena;
  uint8_t *parts; /* by node: bits 1 << jh_part */
  jh_code code;   /* a failure that ends the search (memory) */
  jh_error *err;
} jh_edge_search;

/* Fills `parts` for the edge's rule. */
JH_CHECKED jh_code jh_edge_search_open(jh_edge_search *s);

/* A copy of a case that may be changed, with room for one more value in each row; NULL: memory. */
jh_case *jh_edge_search_copy(jh_edge_search *s, const jh_case *test);

/* What an input is for the edge's rule. */
jh_part jh_edge_search_part(
    const jh_edge_search *s, const jh_case_row *row, const jh_case_value *value);

/* The case as a trial, to be closed; false if its data cannot be made (a number too fine for its
 * column) or memory is out. */
bool jh_edge_search_trial(jh_edge_search *s, const jh_case *test, jh_trial *trial);

jh_stand jh_edge_search_stand(jh_edge_search *s, const jh_case *test);
bool jh_edge_search_is_shown(jh_edge_search *s, const jh_case *test);

/* Changes the number `value` of the case so that it shows the edge, as near to the bound as can be;
 * false: it stays as it was. */
bool jh_edge_search_number(jh_edge_search *s, jh_case *test, uint32_t row, size_t value);

/* Tries other choices, yes for no, and simple numbers for one value at a time, and values for cells
 * that were not given, until `is_good`; false: the case is as it was. */
bool jh_edge_search_vary(
    jh_edge_search *s, jh_case *test, bool (*is_good)(jh_edge_search *, const jh_case *));

#endif
