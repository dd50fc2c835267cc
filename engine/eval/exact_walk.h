/* exact_walk.h - the parts of the exact evaluation, and what they share.
 *
 * exact_walk.c has the single rows, exact_over.c what goes over many rows.
 */
#ifndef JH_EVAL_EXACT_WALK_H
#define JH_EVAL_EXACT_WALK_H

#include "eval/exact_base.h"
#include "eval/force.h"
#include "eval/memo.h"
#include "eval/where.h"

/* A walk below one node; keep one open to ask for many nodes cheaply. */
typedef struct jh_exact_walk {
  const jh_exact *exact;
  const jh_force *force;
  jh_force *own_force; /* made here, as the caller gave none */
  size_t steps;        /* so far; the memory is used only by long walks */
  bool keeps_all;      /* use the memory from the first step */
  jh_memo memo;
} jh_exact_walk;

void jh_exact_walk_open(jh_exact_walk *walk, const jh_exact *exact);
void jh_exact_walk_close(jh_exact_walk *walk);

void jh_exact_walk_number(jh_exact_walk *walk, uint32_t node, uint32_t row, jh_range *out);
jh_tri jh_exact_walk_condition(jh_exact_walk *walk, uint32_t node, uint32_t row);
uint32_t jh_exact_walk_choice(jh_exact_walk *walk, uint32_t node, uint32_t row);

/* Is the rule in force for the row? */
bool jh_exact_walk_force(jh_exact_walk *walk, uint32_t rule, uint32_t row);

/* SUM, COUNT, LEAST, GREATEST. */
void jh_exact_over_number(jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out);

/* EVERY, SOME, SPREAD. */
jh_tri jh_exact_over_condition(jh_exact_walk *walk, const jh_node *node, uint32_t row);

/* Does a row walked over pass the node's filter (an argument, or JH_NONE) and stage? */
jh_tri jh_exact_over_passes(
    jh_exact_walk *walk, const jh_node *node, uint32_t filter, uint32_t row);

/* SPREAD: the squared coefficient of variation; undefined if anything is missing or the mean is 0,
 * with *has_rows false where there is no row at all. */
void jh_exact_over_spread(
    jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *out, bool *has_rows);

/* COMPOSITE (exact_composite.c): its value, and where asked for the mean (if it is a root, at 40
 * decimals and more; undefined if it is not known or of nothing) and how the exact mean compares
 * with the limit: below, at, or above it. */
jh_tri jh_exact_composite(
    jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_range *mean, int *sign);

/* How the mean of a COMPOSITE compares with a number, whatever its own limit is: -1 below, 0 at, 1
 * above. Only where the mean is known and of something. */
int jh_exact_composite_against(
    jh_exact_walk *walk, const jh_node *node, uint32_t row, const jh_rat *value);

/* The mean of a COMPOSITE, whatever its limit is. */
typedef struct jh_exact_roots {
  bool is_known;
  size_t count;  /* of how many spreads; with 0 nothing else counts */
  jh_rat mean;   /* exact, or cut off below at 2^-160 */
  jh_rat square; /* of the mean, exactly, if it is a rational that is found easily */
  bool has_square;
} jh_exact_roots;

/* `mean` and `square` are initialised by the caller. */
void jh_exact_composite_roots(
    jh_exact_walk *walk, const jh_node *node, uint32_t row, jh_exact_roots *out);

#endif
