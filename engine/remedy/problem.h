/* problem.h - what must become true of a county or school, as numbers: what remedy/model*.c derives from
 * plan and data, and remedy/solve*.c makes cheap.
 *
 * A variable is how often a means is used at an entity (three teachers of sports at this school, 120 m²
 * of gymnasium) or a move of it from one school to another. A wish is a linear condition on the variables.
 * Everything is exact. Plain records; knows no data.
 */
#ifndef JH_REMEDY_PROBLEM_H
#define JH_REMEDY_PROBLEM_H

#include "base/arena.h"
#include "base/rat.h"
#include "model/plan.h"

/* x >= 0: an amount of a means at one entity, or from one to another. */
typedef struct jh_remedy_variable {
  uint32_t means;    /* index in jh_prices.means */
  uint32_t row;      /* of the means' level: where it is added */
  uint32_t from_row; /* a move: where it is taken away; else JH_NONE */
  bool is_whole;     /* counted in whole steps of 1 */
  jh_rat cost;       /* yuan for 1; >= 0 */
  bool has_most;
  jh_rat most; /* at most so many, >= 0 */
} jh_remedy_variable;

typedef struct jh_remedy_term {
  uint32_t variable;
  jh_rat factor;
} jh_remedy_term;

/* sum(factor * x) + constant, in base units. */
typedef struct jh_remedy_sum {
  jh_remedy_term *terms;
  size_t count, room;
  jh_rat constant;
} jh_remedy_sum;

typedef enum jh_remedy_kind {
  JH_REMEDY_LINE,   /* sum >= 0, or > 0 */
  JH_REMEDY_ALL,    /* every member */
  JH_REMEDY_CHOOSE, /* at least n members; of the others each one's `floor`, where it has one */
  JH_REMEDY_SPREAD, /* (sum w) * sum(s_i^2 / w_i) <= (1 + limit^2) * (sum s_i)^2, s_i = w_i times the measure of unit i */
  JH_REMEDY_NEVER   /* nothing that can be bought makes it true */
} jh_remedy_kind;

/* A condition; `members` and the like are empty where the kind has none. */
typedef struct jh_remedy_wish {
  jh_remedy_kind kind;
  uint32_t rule, row; /* the rule that asks for it, and at which entity; JH_NONE: part of one */
  jh_remedy_sum sum;  /* LINE */
  bool is_strict;     /* LINE: > 0 */
  struct jh_remedy_wish *members;
  struct jh_remedy_wish
      *floors; /* CHOOSE: by member, what is asked of it when it is left out; NULL = nothing */
  size_t member_count;
  size_t n;                  /* CHOOSE */
  jh_remedy_sum *sums;       /* SPREAD: by unit, w_i times its measure */
  jh_rat *weights;           /* SPREAD: by unit, w_i > 0 */
  const uint32_t *unit_rows; /* SPREAD: by unit, its row; NULL = not told */
  uint32_t unit_level;
  size_t unit_count;
  jh_rat limit;    /* SPREAD */
  const char *why; /* NEVER: a short fixed word (model.h lists them) */
} jh_remedy_wish;

typedef struct jh_remedy_problem {
  jh_remedy_variable *variables;
  size_t variable_count;
  jh_remedy_wish goal;  /* kind ALL */
  jh_remedy_wish *kept; /* wishes that hold today and must go on holding when things are moved */
  size_t kept_count;
} jh_remedy_problem;

typedef enum jh_remedy_state {
  JH_REMEDY_SOLVED,     /* `amounts` make the goal true */
  JH_REMEDY_IMPOSSIBLE, /* proven: no amounts do */
  JH_REMEDY_UNSOLVED    /* none was found within the steps allowed */
} jh_remedy_state;

typedef struct jh_remedy_solution {
  jh_remedy_state state;
  jh_rat *amounts; /* by variable */
  jh_rat cost;     /* of these */
  jh_rat bound;    /* proven: no solution costs less */
  bool is_exact;   /* cost = bound: proven to be the cheapest */
  uint64_t steps;  /* of the search, for measuring; the same on every machine */
} jh_remedy_solution;

/* Does the wish hold with these amounts? Exactly. */
bool jh_remedy_holds(const jh_remedy_wish *wish, const jh_rat *amounts);

/* sum at these amounts. */
void jh_remedy_at(jh_rat *out, const jh_remedy_sum *sum, const jh_rat *amounts);

#endif
