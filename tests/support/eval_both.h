/* eval_both.h - a condition judged in both ways, by blocks and row by row with rationals; both must say the same. */
#ifndef JH_TESTS_SUPPORT_EVAL_BOTH_H
#define JH_TESTS_SUPPORT_EVAL_BOTH_H

#include "support/eval_builder.h"

enum { EVAL_BOTH_ROWS = 600 }; /* more than two chunks of a kernel */

typedef struct eval_seen {
  jh_exact exact;
  uint32_t rows;
  uint8_t marks[EVAL_BOTH_ROWS]; /* by row of the condition's level: a jh_tri */
} eval_seen;

/* On the day of eb_exact. Asserts that the two ways agree at each row. Returns how many comparisons the blocks left to
 * rationals. */
uint64_t eval_both(eval_builder *b, uint32_t condition, eval_seen *seen);

#endif
