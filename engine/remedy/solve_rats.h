/* solve_rats.h - rows of exact numbers, and what the search for remedies asks of them beyond base/rat.h.
 *
 * Knows nothing of problems.
 */
#ifndef JH_REMEDY_SOLVE_RATS_H
#define JH_REMEDY_SOLVE_RATS_H

#include "base/rat.h"

/* `count` zeros on the heap; NULL when memory is out. jh_rats_close takes NULL too. */
jh_rat *jh_rats_open(size_t count);
void jh_rats_close(jh_rat *rats, size_t count);

/* Exactly the value of a finite double. */
void jh_rats_double(jh_rat *out, double value);

/* *g = the largest number of which both *g and `a` are whole multiples; 0 counts for nothing. */
void jh_rats_common(jh_rat *g, const jh_rat *a);

/* *out += a * b, with `part` as scratch. */
void jh_rats_add_product(jh_rat *out, const jh_rat *a, const jh_rat *b, jh_rat *part);

bool jh_rats_is_whole(const jh_rat *a);

#endif
