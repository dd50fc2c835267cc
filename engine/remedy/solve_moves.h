/* solve_moves.h - what moves from one school to another, where that joins more schools than can be solved
 * at once.
 *
 * Without moves the schools come apart again: that gives amounts from which moves are tried one by one. For
 * the bound nobody who gives is held to a line: then a move concerns only who gets it.
 */
#ifndef JH_REMEDY_SOLVE_MOVES_H
#define JH_REMEDY_SOLVE_MOVES_H

#include "remedy/solve_state.h"

/* Are there moves, and is the problem too large to be solved with them at once? */
bool jh_moves_are_many(const jh_remedy_problem *problem);

/* The same problem with no move allowed; `zero` is 0. False when memory is out. Digits are borrowed. */
bool jh_moves_forbid(
    jh_remedy_problem *out, const jh_remedy_problem *problem, const jh_rat *zero, jh_arena *arena);

/* The same problem without what moves take from lines: everything that solves `problem` solves it.
 * False when memory is out. Digits are borrowed. */
bool jh_moves_relax(jh_remedy_problem *out, const jh_remedy_problem *problem, jh_arena *arena);

/* Puts moves in the place of dearer purchases as long as all goes on holding. */
void jh_moves_use(jh_state *state, uint64_t *steps);

#endif
