/* model_parts.h - what the files that build a model share. Private to remedy/.
 *
 * model_open.c makes variables and goals, model_number.c numbers as sums, model_wish.c conditions as wishes,
 * model_rules.c which rules are asked for and which columns stand for themselves.
 */
#ifndef JH_REMEDY_MODEL_PARTS_H
#define JH_REMEDY_MODEL_PARTS_H

#include "eval/exact_walk.h"
#include "remedy/linear.h"
#include "remedy/model.h"

/* A variable at a row: bought there (or moved there), or taken away. */
typedef struct jh_model_use {
  uint32_t variable;
  bool is_source;
} jh_model_use;

typedef struct jh_model {
  jh_remedy_model *out;
  const jh_run *run;
  const jh_plan *plan;
  const jh_dataset *dataset;
  const jh_remedy_model_options *options;
  jh_arena *arena;
  jh_exact exact;
  jh_exact_walk walk;
  bool *touched;                   /* by node: does a means change it, at some row? */
  bool **moved;                    /* [table][column]: does a means add to it? */
  uint32_t **first_use;            /* [level][row - first_row[level]], and one more */
  jh_model_use **uses;             /* by level */
  uint32_t *first_row, *row_count; /* by level: the rows of the entity */
  jh_remedy_wish *kept;
  size_t kept_count, kept_room;
  bool has_failed; /* memory */
} jh_model;

/* What a number or condition turned out to be. */
typedef enum jh_model_state {
  JH_MODEL_OK,
  JH_MODEL_WAITS, /* not known: cells are missing, or there is no such number */
  JH_MODEL_NOT_LINEAR
} jh_model_state;

extern const char *const jh_model_judged, *const jh_model_not_moved, *const jh_model_waits,
                                                                         *const jh_model_not_linear;

/* A number node at a row as a sum (initialised by the caller). */
jh_model_state jh_model_number(jh_model *m, uint32_t node, uint32_t row, jh_linear *out);

/* The row at which an argument is looked at. */
uint32_t jh_model_row_of(const jh_model *m, const jh_node *node, uint32_t row, uint32_t arg);

/* The argument that stands for the node at this row (QUANTITY, RAISE, BY_STAGE); JH_NONE if none. */
uint32_t jh_model_stand_in(const jh_model *m, const jh_node *node, uint32_t row);

/* A condition that was made a wish. */
typedef struct jh_model_wish {
  bool is_true;  /* holds, whatever is bought: nothing is asked */
  bool is_never; /* a part of it cannot be bought; blocks were added, and `wish` is the rest */
  bool has_wish; /* `wish` asks for something */
  jh_remedy_wish wish;
} jh_model_wish;

jh_model_wish jh_model_condition(jh_model *m, uint32_t node, uint32_t row, bool is_negated);

/* A comparison of two numbers (model_line.c). */
jh_model_wish jh_model_compare(jh_model *m, uint32_t node, uint32_t row, bool is_negated);

/* The limit of a spread (model_spread.c). */
jh_model_wish jh_model_spread(jh_model *m, uint32_t node, uint32_t row);

/* sum >= 0 (or > 0), or nothing, or never. */
jh_model_wish jh_model_line(jh_model *m, const jh_linear *sum, bool is_strict);

/* What the walk says of a condition that no means changes. */
jh_model_wish jh_model_settled(jh_model *m, uint32_t node, uint32_t row, bool is_negated);

jh_model_wish jh_model_never(jh_model *m, const char *why);
jh_model_wish jh_model_yes(void);

/* Hands a sum over to the problem. */
jh_remedy_sum jh_model_keep_sum(jh_model *m, const jh_linear *linear);
jh_rat jh_model_keep_rat(jh_model *m, const jh_rat *value);

/* A wish on its own, as ALL of the members (copied). */
jh_remedy_wish jh_model_all(jh_model *m, const jh_remedy_wish *members, size_t count);

#endif
