/* exhaust.h - where few ways cost less than the one that was found, all of them are tried.
 *
 * Closes what the search leaves open in small problems: afterwards the amounts are proven to be the cheapest.
 */
#ifndef JH_REMEDY_EXHAUST_H
#define JH_REMEDY_EXHAUST_H

#include "base/error.h"
#include "remedy/problem.h"

/* Tries every way that costs less than a solution, if these are few, and takes the cheapest that makes goal and
 * `kept` true. Does nothing where the solution is proven or none, a variable is divisible or free without a
 * limit, or the ways are many. Whether they are is counted in steps: the same on every machine.
 * Changes amounts, cost, bound and is_exact. Error JH_ENOMEM. */
JH_CHECKED jh_code
jh_remedy_exhaust(jh_remedy_solution *solution, const jh_remedy_problem *problem, jh_error *err);

#endif
