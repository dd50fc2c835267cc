/* solve_state.h - amounts of a whole problem, and quickly what holds of it when one of them changes.
 *
 * Sums are kept as doubles beside the exact amounts; where a double is near the line, rationals decide.
 */
#ifndef JH_REMEDY_SOLVE_STATE_H
#define JH_REMEDY_SOLVE_STATE_H

#include "remedy/problem.h"

/* A sum in which a variable stands: of a line (unit JH_NONE), or of a unit of a spread. */
typedef struct jh_state_use {
  uint32_t variable, index, unit;
  double factor;
} jh_state_use;

typedef struct jh_state_line {
  const jh_remedy_wish *wish;
  double value, size; /* size: of what was added up, without signs */
} jh_state_line;

/* s by unit, and of the wish: sum w, 1 + limit^2, sum s, sum s^2 / w. */
typedef struct jh_state_spread {
  const jh_remedy_wish *wish;
  double *sums, *weights;
  double weight, square, first, second;
} jh_state_spread;

/* A wish of the tree, before its members. */
typedef struct jh_state_node {
  const jh_remedy_wish *wish;
  uint32_t index; /* LINE, SPREAD: its place in lines, spreads */
  uint32_t members,
      floors; /* first of member_count places in `children`; floors: JH_NONE without */
} jh_state_node;

typedef struct jh_state {
  const jh_remedy_problem *problem;
  jh_rat *amounts;
  double *x;
  jh_state_line *lines;
  jh_state_spread *spreads;
  jh_state_node *nodes;
  uint32_t *children;
  uint32_t *conditions; /* nodes that must all hold: members of the goal, and what is kept */
  jh_state_use *uses;   /* ordered by variable */
  size_t *use_from;     /* by variable, and one more */
  uint32_t *asks;       /* conditions in which a variable stands, ordered by variable */
  size_t *ask_from;
  size_t line_count, spread_count, node_count, child_count, condition_count, use_count, ask_count;
  size_t line_room, spread_room, node_room, child_room, condition_room, use_room, ask_room;
} jh_state;

/* All amounts are 0. False when memory is out; jh_state_close in any case. */
bool jh_state_open(jh_state *out, const jh_remedy_problem *problem);
void jh_state_close(jh_state *state);

void jh_state_set(jh_state *state, uint32_t variable, const jh_rat *amount);

bool jh_state_holds(const jh_state *state, uint32_t node);
bool jh_state_spread_holds(const jh_state *state, size_t spread);

/* All conditions in which the variable stands. */
bool jh_state_holds_around(const jh_state *state, uint32_t variable);
bool jh_state_holds_all(const jh_state *state);

/* Is the amount within the variable's limits? */
bool jh_state_is_allowed(const jh_state *state, uint32_t variable, const jh_rat *amount);

void jh_state_cost(jh_rat *out, const jh_state *state);

/* Lowers amounts until none can be lowered by one step, the dearest first. What holds goes on holding. */
void jh_trim_amounts(jh_state *state);

#endif
