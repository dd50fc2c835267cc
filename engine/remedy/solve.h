/* solve.h - the cheapest amounts that make a problem's goal true, with a proof of how cheap any can be.
 *
 * What shares no variable is solved apart: first every part for itself, exactly (solve_branch.h), and if
 * all spreads hold then, that is the cheapest. Else what is furthest behind is levelled up until they do
 * (solve_level.h), and a lower bound is proven by weighing the spreads against the costs (solve_bound.h).
 * Doubles only propose: whether a goal holds, what it costs and what cannot be cheaper is said by rationals.
 *
 * Knows no data, no prices and no words; decision 0030 says why it is made this way.
 */
#ifndef JH_REMEDY_SOLVE_H
#define JH_REMEDY_SOLVE_H

#include "base/error.h"
#include "remedy/problem.h"

typedef struct jh_remedy_limits {
  uint64_t
      most_steps; /* of the search, each about as long as a thousand operations; 0: as many as usual */
} jh_remedy_limits;

/* Finds amounts >= 0, within the variables' limits and whole where they must be, that make the goal and
 * all of `kept` true, at little cost.
 *
 * Result   SOLVED: `amounts` do (jh_remedy_holds has said so), none of them can be lowered by one step
 *          (of a divisible one above 0.000001: by a millionth of it) with goal and `kept` still true, and no solution
 *          costs less than `bound`. IMPOSSIBLE: proven. UNSOLVED: none found, `bound` is still proven.
 *          Ways in which the units of a spread together have less than nothing are not counted.
 *          Where a strict line hangs on divisible amounts there is no cheapest; a solution near it is given.
 * Limits   of steps, never of time: the same bytes on every machine. NULL: as many as usual.
 * Owns     `amounts` are in the arena, but their digits are not: jh_remedy_solve_done gives them back.
 *          Where the state is not SOLVED they are all 0.
 * Errors   JH_ENOMEM; JH_EREMEDY_NUMBER a cost or a limit is below 0, or a variable that is not there
 */
JH_CHECKED jh_code jh_remedy_solve(
    jh_remedy_solution *out, const jh_remedy_problem *problem, const jh_remedy_limits *limits,
    jh_arena *arena, jh_error *err);

/* Gives back what the solution's numbers hold; `problem` is the one that was solved. */
void jh_remedy_solve_done(jh_remedy_solution *solution, const jh_remedy_problem *problem);

#endif
