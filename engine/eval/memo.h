/* memo.h - what exact_walk.c has worked out already, by node and row.
 *
 * Expressions share parts, so walking them without a memory could take time
 * that doubles with each step. Running out of memory only makes it slow.
 */
#ifndef JH_EVAL_MEMO_H
#define JH_EVAL_MEMO_H

#include "eval/range.h"

typedef struct jh_memo_entry {
  uint32_t node, row;
  bool is_used, is_number;
  jh_tri tri;
  jh_range range; /* numbers only */
} jh_memo_entry;

typedef struct jh_memo {
  jh_memo_entry *entries;
  size_t count, room; /* room is 0 or a power of two */
} jh_memo;

/* Where a key of node and row is looked for first in a table of 2^n places. Both halves of the key move
 * the low bits of the place: rows follow one another, and so do the nodes of one formula. */
static inline size_t jh_memo_place(uint64_t key, size_t room) {
  uint64_t hash = key * UINT64_C(0x9e3779b97f4a7c15);
  return (size_t)(hash ^ hash >> 32) & (room - 1);
}

void jh_memo_init(jh_memo *memo);
void jh_memo_done(jh_memo *memo);

/* The entry of a node at a row, or NULL. */
const jh_memo_entry *jh_memo_find(const jh_memo *memo, uint32_t node, uint32_t row);

/* Keeps a value unless memory is out. */
void jh_memo_add_number(jh_memo *memo, uint32_t node, uint32_t row, const jh_range *value);
void jh_memo_add_condition(jh_memo *memo, uint32_t node, uint32_t row, jh_tri value);

#endif
