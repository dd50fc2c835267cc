/* cuts_parts.h - what the files of the cuts share: what is solved, with rationals and with
 * doubles. */
#ifndef JH_VARY_CUTS_PARTS_H
#define JH_VARY_CUTS_PARTS_H

#include <stdatomic.h>

#include "eval/block.h"
#include "eval/run_state.h"
#include "vary/cuts.h"
#include "vary/cuts_place.h"
#include "vary/follow.h"

/* An open interval that holds a place: what is not above `low` lies before it, what is not below
 * `high` beyond it. */
typedef struct jh_cuts_gap {
  double low, high;
} jh_cuts_gap;

/* A condition along the line. It goes one way: yes (true) begins or ends at one place, no (false)
 * ends or begins at the other. */
typedef struct jh_cuts_pair {
  jh_cuts_place yes, no;
} jh_cuts_pair;

/* What a rule's condition or scope is at each row of its level. */
typedef struct jh_cuts_side {
  uint32_t node; /* JH_NONE: true everywhere */
  jh_follow_way way;
  double *yes_low, *yes_high, *no_low, *no_high; /* where it moves */
  uint8_t *marks;                                /* where it does not: a jh_tri */
} jh_cuts_side;

typedef struct jh_cuts_rule {
  bool is_asked, has, is_moved, is_dividing;
  uint32_t why;
  jh_cuts_side holds, applies;
} jh_cuts_rule;

struct jh_cuts {
  const jh_run *run;
  const jh_plan *plan;
  const jh_dataset *dataset;
  jh_exact exact;
  jh_arena *arena;
  jh_follow follow;
  uint32_t param, stage;
  size_t jobs;     /* threads */
  jh_rat unit;     /* from the parameter's unit to base units */
  uint32_t *why;   /* by node: what stands in the way below it; JH_NONE = nothing */
  uint32_t *paths; /* by node: ways from it down to the parameter, as far as that matters */
  bool *is_cone;   /* by node: moves, and is to be worked out */
  uint32_t *kept;  /* by node: where its values are kept for the solving; JH_NONE = nowhere */
  bool *is_told;   /* by node: the run knows it, so that it need not be evaluated again */
  size_t kept_count;
  jh_program *program; /* evaluates what is kept */
  jh_computed *own_computed;
  atomic_bool *is_broken; /* by node: the data break a promise of the dictionary */
  jh_cuts_rule *rules;    /* by rule of the plan */
};

/* --- cuts_exact.c: with rationals --- */

typedef struct jh_cuts_walk {
  const jh_cuts *cuts;
  jh_exact_walk exact;
  jh_cuts_places places;
} jh_cuts_walk;

void jh_cuts_exact_open(jh_cuts_walk *walk, const jh_cuts *cuts);
void jh_cuts_exact_close(jh_cuts_walk *walk);

void jh_cuts_pair_init(jh_cuts_pair *pair);
void jh_cuts_pair_done(jh_cuts_pair *pair);

/* A condition at a row of its level, as one that goes `way`. */
void jh_cuts_exact_condition(
    jh_cuts_walk *walk, uint32_t index, uint32_t row, jh_follow_way way, jh_cuts_pair *out);

/* Both sides of a rule that moves, at a row; a side that does not move is told as if it rose. */
void jh_cuts_exact_row(
    jh_cuts_walk *walk, const jh_cuts_rule *rule, uint32_t row, jh_cuts_pair *holds,
    jh_cuts_pair *applies);

bool jh_cuts_is_in_force(const jh_cuts *cuts, uint32_t rule, uint32_t row);

/* Does the row take the parameter's value at a PARAM node, and not that of another stage? */
bool jh_cuts_is_its(const jh_cuts *cuts, const jh_node *node, uint32_t row);

/* --- cuts_check.c: what can be solved --- */

/* Fills `why` and `paths`. */
void jh_cuts_check(jh_cuts *cuts);

/* --- cuts_block.c: with doubles --- */

/* Chooses what is evaluated for the rules that have cuts, and works out their sides. */
JH_CHECKED jh_code jh_cuts_block_run(jh_cuts *cuts, jh_error *err);

#endif
