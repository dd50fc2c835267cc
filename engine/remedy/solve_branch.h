/* solve_branch.h - the cheapest way of one part, with whole amounts and choices: branch and bound.
 *
 * Depth first; each end of the tree is closed by a proof in rationals (solve_exact.h), so that what is said
 * to be the cheapest is. Limits are steps.
 */
#ifndef JH_REMEDY_SOLVE_BRANCH_H
#define JH_REMEDY_SOLVE_BRANCH_H

#include "remedy/solve_part.h"

/* Asked about amounts (by column) that satisfy all rows: does something else speak against them? Then it
 * adds rows that say so and returns true. */
typedef bool jh_branch_refuse(void *payload, jh_part *part, const jh_rat *amounts);

typedef struct jh_branch {
  jh_remedy_state state;
  jh_rat *amounts; /* by column of the part; SOLVED */
  size_t count;
  jh_rat cost;
  bool has_bound; /* false: not even that could be proven */
  jh_rat bound;
  uint64_t steps;
} jh_branch;

/* Searches for at most so many steps. `refuse` may be NULL. False when memory is out; jh_branch_done
 * in any case. */
bool jh_branch_run(
    jh_branch *out, jh_part *part, uint64_t most_steps, jh_branch_refuse *refuse, void *payload);
void jh_branch_done(jh_branch *branch);

#endif
