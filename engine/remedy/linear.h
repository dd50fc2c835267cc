/* linear.h - sums of variables under construction: factor * x + … + constant, exact.
 *
 * Knows no plan. What is finished becomes a jh_remedy_sum (problem.h).
 */
#ifndef JH_REMEDY_LINEAR_H
#define JH_REMEDY_LINEAR_H

#include "remedy/problem.h"

typedef struct jh_linear {
  jh_rat constant;
  jh_remedy_term *terms; /* on the heap, in order of the variables, no factor is 0 */
  size_t count, room;
  bool has_failed; /* memory */
} jh_linear;

void jh_linear_init(jh_linear *linear); /* 0 */
void jh_linear_done(jh_linear *linear);

/* linear = 0, linear = value. */
void jh_linear_clear(jh_linear *linear);
void jh_linear_set(jh_linear *linear, const jh_rat *value);

/* linear += factor * x */
void jh_linear_add_term(jh_linear *linear, uint32_t variable, const jh_rat *factor);

/* linear += factor * other; linear *= factor */
void jh_linear_add(jh_linear *linear, const jh_linear *other, const jh_rat *factor);
void jh_linear_scale(jh_linear *linear, const jh_rat *factor);

/* Are all factors >= 0, or all <= 0? */
bool jh_linear_rises(const jh_linear *linear);
bool jh_linear_falls(const jh_linear *linear);

#endif
