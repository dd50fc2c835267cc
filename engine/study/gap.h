/* gap.h - how much is missing until a measure reaches its bound.
 *
 * Of a quotient held against a least bound more of the numerator is missing (teachers per student:
 * teachers), against a largest bound more of the denominator (students per class: classes); of a number that is no
 * quotient, held against a least bound, more of itself. Exact. A gap can be counted where nothing else
 * moves with what is added: neither the other half of the quotient nor the bound reads a column that it is made of.
 * Knows one rule of a run; no prices.
 */
#ifndef JH_STUDY_GAP_H
#define JH_STUDY_GAP_H

#include "base/rat.h"
#include "eval/run.h"

typedef struct jh_gap_form {
  bool is_there; /* false: what is missing of this rule cannot be counted */
  jh_unit unit;  /* of what is missing */
  bool is_whole; /* at no entity are there parts of one */
} jh_gap_form;

/* What would be counted of a rule, whatever the entity. Error: JH_ENOMEM. */
JH_CHECKED jh_code
jh_gap_form_of(jh_gap_form *out, const jh_plan *plan, uint32_t rule, jh_error *err);

/* What is missing at an entity that does not meet the rule, in base units: the least amount that makes it
 * met, whole where the columns of which it is made count persons or things, else rounded up to 4 decimals. Of a
 * strict bound that is no whole number the amount that must be exceeded. False: not known. `out` is initialised. */
bool jh_gap_at(const jh_run *run, uint32_t rule, uint32_t row, jh_rat *out);

#endif
