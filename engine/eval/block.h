/* block.h - the values of all needed nodes for one block of counties; one block for each thread.
 *
 * A slot holds a node's values for the rows of its level in the block, from
 * index 0. Numbers are ends (ends.h) kept as columns; the inner ends are kept
 * only where some row is not known, and then for all rows, so that loops need not ask. A SPREAD has
 * both: its mark, and the square of its coefficient of variation as a number (JH_ENDS_UNDEFINED if
 * something is missing, JH_ENDS_UNSURE if rationals must say); a COMPOSITE its mark and the mean.
 */
#ifndef JH_EVAL_BLOCK_H
#define JH_EVAL_BLOCK_H

#include <string.h>

#include "eval/exact.h"
#include "eval/program.h"

/* No choice (missing), in slots of choices. */
#define JH_BLOCK_NO_CHOICE 255

typedef struct jh_slot {
  double *low, *high;       /* numbers */
  double *low_in, *high_in; /* numbers: filled if is_open; read them by jh_slot_low_in */
  uint8_t *state;
  uint8_t *mark; /* conditions: a jh_tri; choices: the index */
  bool is_open;  /* false: every number is JH_ENDS_KNOWN */
  bool has_ends; /* numbers: is the above filled? jh_block_arg sees to it */
  /* Numbers as near.h keeps them. */
  bool has_near;
  bool
      is_wide; /* false: every row is one number, or none; then near_low and near_high are the same array */
  bool is_signed; /* may some row be below 0? */
  double *near_low, *near_high;
  uint8_t *wide;     /* 1 where a missing cell plays in; filled if is_wide */
  double *room_high; /* what near_high is if is_wide */
  double error, most;
  const jh_near *near; /* its unit */
} jh_slot;

typedef struct jh_block {
  const jh_program *program;
  const jh_plan *plan;
  const jh_dataset *dataset;
  jh_exact exact;
  jh_arena *arena;
  jh_slot *slots;
  uint32_t *from, *to;  /* by level: rows of the dataset in the block */
  uint8_t **stages;     /* by level: stage of each row in the block; NULL at and above schools */
  double *sums;         /* room for a kernel: one more than the rows of the longest level */
  uint32_t *counts;     /* the same */
  uint64_t exact_count; /* comparisons left to rationals */
} jh_block;

/* Hands out an output whose values are there. */
typedef void (*jh_block_emit)(void *payload, const jh_block *block, const jh_output *output);

JH_CHECKED jh_code jh_block_open(jh_block **out, const jh_program *program, jh_error *err);
void jh_block_close(jh_block *block);

/* Evaluates the counties of one block. */
void jh_block_run(jh_block *block, size_t number, jh_block_emit emit, void *payload);

/* Evaluates one county: a row of the program's root, which must be there. */
void jh_block_run_one(jh_block *block, uint32_t root, jh_block_emit emit, void *payload);

/* Number of rows of a level in the block. */
static inline uint32_t jh_block_count(const jh_block *block, uint32_t level) {
  return block->to[level] - block->from[level];
}

static inline jh_slot *jh_block_slot(const jh_block *block, uint32_t node) {
  return &block->slots[block->program->slot_of[node]];
}

/* The stage of row i of the block at a level; JH_NONE where it has none. */
static inline uint32_t jh_block_stage(const jh_block *block, uint32_t level, size_t i) {
  const uint8_t *stages = block->stages[level];
  return stages ? stages[i] : JH_NONE;
}

/* Does row i of the level walked over count for a node that is restricted to a stage? */
static inline bool jh_block_is_of(const jh_block *block, const jh_node *node, size_t i) {
  return node->stage == JH_NONE || jh_block_stage(block, node->over, i) == node->stage;
}

/* What a slot is about to hold as near.h keeps it: rows that are one number each, unless it is widened. */
static inline void jh_slot_begin(jh_slot *out, const jh_near *near, double error, double most) {
  out->near = near;
  out->error = error;
  out->most = most;
  out->is_wide = out->is_signed = false;
  out->near_high = out->near_low;
  out->has_near = true;
  out->has_ends = false;
}

/* Opens the second column and the bytes that say which rows are wide; the caller fills both. */
static inline void jh_slot_widen(jh_slot *out) {
  out->is_wide = true;
  out->near_high = out->room_high;
}

/* Fills the ends of a slot from what is kept in the other way. near_ends.c */
void jh_near_ends(jh_slot *slot, uint32_t count);

/* The slot of a node with its ends, or its marks. */
static inline jh_slot *jh_block_ends(const jh_block *block, uint32_t node) {
  jh_slot *slot = jh_block_slot(block, node);
  uint32_t level = block->plan->nodes[node].level;
  if (slot->has_near && !slot->has_ends) jh_near_ends(slot, jh_block_count(block, level));
  return slot;
}

/* The slot of argument k. The argument must not be JH_NONE. */
static inline jh_slot *jh_block_arg(const jh_block *block, const jh_node *node, uint32_t k) {
  return jh_block_ends(block, jh_plan_arg(block->plan, node, k));
}

static inline jh_ends jh_slot_get(const jh_slot *slot, size_t i) {
  if (slot->state[i] == JH_ENDS_KNOWN)
    return (jh_ends){slot->low[i], slot->high[i], slot->low[i], slot->high[i], JH_ENDS_KNOWN};
  if (slot->state[i] == JH_ENDS_RANGE)
    return (jh_ends){slot->low[i], slot->low_in[i], slot->high_in[i], slot->high[i], JH_ENDS_RANGE};
  return (jh_ends){-INFINITY, INFINITY, -INFINITY, INFINITY, slot->state[i]};
}

static inline void jh_slot_put(jh_slot *slot, size_t i, jh_ends value) {
  slot->state[i] = value.state;
  slot->low[i] = value.low;
  slot->high[i] = value.high;
  slot->low_in[i] = value.state == JH_ENDS_RANGE ? value.low_in : value.high;
  slot->high_in[i] = value.state == JH_ENDS_RANGE ? value.high_in : value.low;
  slot->is_open = slot->is_open || value.state != JH_ENDS_KNOWN;
}

/* The inner ends of a slot; of known numbers they are the outer ones, the other way round. */
static inline const double *jh_slot_low_in(const jh_slot *slot) {
  return slot->is_open ? slot->low_in : slot->high;
}

static inline const double *jh_slot_high_in(const jh_slot *slot) {
  return slot->is_open ? slot->high_in : slot->low;
}

/* Says of a slot whose outer ends are there that all its numbers are known. */
static inline void jh_slot_close(jh_slot *slot, uint32_t count) {
  memset(slot->state, JH_ENDS_KNOWN, count);
  slot->is_open = false;
}

/* Fills the inner ends of such a slot, before a row that is not known is put into it. */
static inline void jh_slot_fill_in(jh_slot *slot, uint32_t count) {
  memcpy(slot->low_in, slot->high, count * sizeof *slot->low_in);
  memcpy(slot->high_in, slot->low, count * sizeof *slot->high_in);
}

#endif
