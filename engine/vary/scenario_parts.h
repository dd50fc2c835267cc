/* scenario_parts.h - what the files that count scenarios in bits share; private to them. */
#ifndef JH_VARY_SCENARIO_PARTS_H
#define JH_VARY_SCENARIO_PARTS_H

#include "eval/block.h"
#include "eval/run.h"
#include "model/scenarios.h"

/* Scenarios that are counted together. */
#define JH_SCENARIO_WORDS 16
#define JH_SCENARIO_BATCH ((size_t)JH_SCENARIO_WORDS * 64)

/* A bit for each scenario of the batch. */
typedef struct jh_scenario_bits {
  uint64_t words[JH_SCENARIO_WORDS];
} jh_scenario_bits;

/* A condition: in which scenarios it holds surely, in which it may hold. */
typedef struct jh_scenario_pair {
  const jh_scenario_bits *yes, *may;
} jh_scenario_pair;

/* An expression of parameters and constants, for one stage: the values that it takes, rising. */
typedef struct jh_scenario_values {
  bool is_undefined; /* no value for this stage */
  size_t count;
  jh_rat *values;             /* count of them are initialised */
  double *low, *high;         /* which enclose them */
  jh_scenario_bits *below;    /* [rank]: scenarios in which it is one of the first `rank` values */
  jh_scenario_bits *above;    /* … in which it is none of these */
  jh_scenario_bits needed[6]; /* of an AT_LEAST_N: the binary digits of what is asked for */
} jh_scenario_values;

typedef struct jh_scenario_leaf {
  uint32_t node;
  bool is_square; /* the values are the squares of the node's: what a SPREAD is held against */
  jh_scenario_values *by_stage; /* [stage_count]: of no stage */
} jh_scenario_leaf;

/* A number that stands still against one of these expressions. */
typedef struct jh_scenario_test {
  uint32_t node;    /* the comparison, SPREAD or COMPOSITE */
  uint32_t measure; /* whose values are ranked: the number, or the node itself */
  uint32_t leaf;    /* of leaves; JH_NONE: against a count of rows instead */
  jh_op op;         /* measure op value; count op measure */
} jh_scenario_test;

typedef struct jh_scenario_job {
  jh_scenarios *set;
  const jh_run *run;
  const jh_plan *plan;
  const jh_dataset *dataset;
  jh_exact exact;
  jh_known known; /* whatever the parameters are */
  jh_arena *arena;
  bool *is_varied; /* by axis: has any scenario another value than the one in force? */
  bool *moves;     /* by node: does it depend on what the scenarios move? */
  bool *is_cone;   /* by node: a condition that moves and is asked for */
  bool *is_kept;   /* by node: stands still, and is asked for by what moves */
  bool *is_pure;   /* by node: a number of parameters and constants alone */
  uint32_t *cone;  /* the conditions that move, arguments first */
  size_t cone_count;
  jh_scenario_leaf *leaves;
  size_t leaf_count;
  jh_scenario_test *tests;
  size_t test_count;
  uint32_t *first_test; /* by node: its first test; those of one node stand together */
  uint32_t blocker;
  jh_program *program;
  size_t first, count; /* the scenarios of this batch */
  int jobs;
} jh_scenario_job;

static inline uint32_t jh_scenario_need(const jh_scenario_job *j, const jh_node *node, uint32_t k) {
  if (node->op == JH_OP_RULE) {
    const jh_rule *rule = &j->plan->rules[node->index];
    return k == 0 ? rule->holds : rule->applies;
  }
  return jh_known_drops(&j->known, node, k) ? JH_NONE : jh_plan_arg(j->plan, node, k);
}

static inline uint32_t jh_scenario_need_count(const jh_scenario_job *j, const jh_node *node) {
  if (node->op != JH_OP_RULE) return node->count;
  return jh_force_any(j->exact.force, node->index) ? 2 : 0;
}

/* Finds out what moves, and whether bits will do: j->blocker becomes the node for which they will
 * not, else JH_NONE. scenario_open.c */
JH_CHECKED jh_code jh_scenario_open(jh_scenario_job *j, jh_error *err);

/* What the leaves are in the scenarios of the batch. *is_fit: false where bits will not do.
 * scenario_values.c */
JH_CHECKED jh_code
jh_scenario_fill(jh_scenario_job *j, jh_arena *arena, bool *is_fit, jh_error *err);
void jh_scenario_empty(jh_scenario_job *j);

/* How many values lie below a number (is_closed: or at it) of which the doubles know what encloses
 * it; false where they leave it open. */
bool jh_scenario_rank(
    const jh_scenario_values *values, double low, double high, bool is_closed, uint16_t *rank);
uint16_t jh_scenario_rank_exactly(
    const jh_scenario_values *values, const jh_rat *at, bool is_closed);

/* The same of an end that may be missing. */
uint16_t jh_scenario_rank_end(
    const jh_scenario_values *values, const jh_rat *at, bool has_it, bool is_low, bool is_closed);

/* Counts of rows are told apart below this. */
#define JH_SCENARIO_MOST_NEEDED 63

/* From how many on a count is at least (is_above: above) a number; JH_SCENARIO_MOST_NEEDED: never. */
uint16_t jh_scenario_needed_for(const jh_rat *at, bool has_it, bool is_low, bool is_above);

/* Counts the batch into set->counts. *is_fit as above. scenario_block.c */
JH_CHECKED jh_code jh_scenario_run(jh_scenario_job *j, bool *is_fit, jh_error *err);

/* The leaf of a node; JH_NONE: none. */
uint32_t jh_scenario_leaf_of(const jh_scenario_job *j, uint32_t node, bool is_square);

#endif
