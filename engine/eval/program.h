/* program.h - a plan made ready for one dataset and day: what to evaluate, in which order, where
 * each value is kept, and which counties form a block.
 *
 * Read-only once opened; all threads share it. Checks the promises of
 * model/node.h (order, levels, depth), so that the kernels need not.
 */
#ifndef JH_EVAL_PROGRAM_H
#define JH_EVAL_PROGRAM_H

#include "eval/computed.h"
#include "eval/ends.h"
#include "eval/force.h"
#include "eval/near.h"
#include "table/dataset.h"

/* Something to hand out as soon as the values it needs are there; nodes may be JH_NONE. */
typedef struct jh_output {
  uint32_t rule;                           /* or JH_NONE */
  uint32_t level;                          /* one result for each row of it */
  uint32_t applies, holds, measure, bound; /* nodes to be read when it is handed out */
  uint32_t after;                          /* handed out after this node; 0 = may be the first */
} jh_output;

/* Where a value lives while it is needed. */
typedef struct jh_slot_def {
  uint32_t level; /* JH_NONE: a constant, as long as the longest level */
  bool is_number; /* else a condition or a choice: one byte a row */
  bool is_spread; /* a condition that also keeps a number: SPREAD its squared coefficient of
                     variation, COMPOSITE the mean of them */
} jh_slot_def;

/* What a leaf needs to be read quickly. */
typedef struct jh_leaf {
  jh_ends factor, missing; /* COLUMN: to base units; what a missing cell may hold */
  jh_ends constant;        /* numbers of level JH_NONE */
  jh_tri tri;              /* conditions of level JH_NONE */
  jh_ends *by_stage;       /* PARAM at the stage level: a value for each stage */
} jh_leaf;

typedef struct jh_program {
  const jh_plan *plan;
  const jh_dataset *dataset;
  jh_date on;
  jh_arena *arena;
  jh_force *force;
  jh_computed *computed; /* put there by the run (compute.h); NULL = none */
  bool *is_needed;       /* by node */
  uint32_t *slot_of;     /* by node */
  jh_leaf *leaves;       /* by node */
  jh_near *nears;        /* by node */
  uint32_t *stands_for;  /* by node: itself, or the node whose value it passes on as it is */
  jh_slot_def *slots;
  size_t slot_count, slot_room;
  uint32_t *steps; /* the nodes that a block evaluates, in order */
  size_t step_count;
  jh_output *outputs; /* ordered by `after` */
  size_t output_count;
  uint32_t root;    /* the level that blocks are made of; JH_NONE if there is none */
  uint32_t *firsts; /* block b has the rows [firsts[b], firsts[b + 1]) of the root */
  size_t block_count;
  uint32_t *capacity; /* by level: rows of the longest block */
  uint32_t capacity_max;
} jh_program;

/* Outputs are copied; their `after` is filled in here. A rule that another stands on needs no
 * output of its own to be evaluated.
 * Errors  JH_EEXPRESSION_DEEP  an expression nests too deep (place: the pack's line)
 *         JH_EINTERNAL  the graph or the dataset is not as its header promises
 *         JH_ENOMEM */
JH_CHECKED jh_code jh_program_open(
    jh_program **out, const jh_plan *plan, const jh_dataset *dataset, jh_date on,
    const jh_output *outputs, size_t output_count, jh_error *err);
void jh_program_close(jh_program *program);

/* What a node needs on the day (known.h): its arguments, or for RULE the scope and condition of the rule if that is in
 * force anywhere. JH_NONE among them means nothing. */
size_t jh_program_need_count(const jh_program *program, const jh_node *node);
uint32_t jh_program_need(const jh_program *program, const jh_node *node, size_t k);

/* The rows of a level that belong to a block. */
void jh_program_rows(
    const jh_program *program, size_t block, uint32_t level, uint32_t *from, uint32_t *to);

/* How many rows of a level belong to the first `roots` rows of the root. */
uint32_t jh_program_rows_before(const jh_program *program, uint32_t level, uint32_t roots);

#endif
