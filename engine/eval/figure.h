/* figure.h - numbers as people read them, never at odds with the verdict.
 *
 * A figure is written as it is when that takes at most 6 decimals, else rounded to 4. Where
 * rounding would make the printed measure compare otherwise with the printed
 * bound than the exact numbers do, more decimals are taken, up to 18, and then
 * it is rounded to the side where it stands.
 */
#ifndef JH_EVAL_FIGURE_H
#define JH_EVAL_FIGURE_H

#include "eval/range.h"
#include "model/finding.h"

/* The three figures of a finding, all in the rule's unit. */
typedef struct jh_figure_set {
  jh_range measure, bound;
  bool has_sign; /* measure known only nearly (a root): `sign` is that of measure - bound */
  int sign;
} jh_figure_set;

void jh_figure_set_init(jh_figure_set *set);
void jh_figure_set_done(jh_figure_set *set);

/* Writes measure, bound and margin. compare says which side is good. */
void jh_figure_write(const jh_figure_set *set, jh_compare compare, jh_finding *out);

/* A single number or range. */
void jh_figure_one(jh_figure *out, const jh_range *value);

/* A root: the rational nearest to sqrt(square) at 40 decimals, exact if there is one. */
void jh_figure_root(jh_rat *out, const jh_rat *square);

#endif
