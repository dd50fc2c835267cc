/* index.h - finding rows by their codes, many at a time.
 *
 * Private to the layer. A table of hashes beside codes that somebody else keeps: a code costs about
 * one look into the table and one at the code. What is found never depends on the hashes.
 */
#ifndef JH_TABLE_INDEX_H
#define JH_TABLE_INDEX_H

#include "base/arena.h"
#include "base/str.h"
#include "model/schema.h"

typedef struct jh_index {
  uint64_t *slots; /* the upper half of the hash, then the row and 1; 0 = nothing */
  size_t mask;
  const jh_str *codes;
} jh_index;

/* Of codes that live as long as the index, which lives in the arena. False where it is not to be
 * had: memory is out, or codes were chosen so that they stand in each other's way; jh_order_find is
 * the way then. */
bool jh_index_make(jh_index *out, const jh_str *codes, size_t count, jh_arena *arena);

/* For each code its row, JH_NONE where there is none. */
void jh_index_find(uint32_t *out, const jh_index *index, const jh_str *codes, size_t count);

#endif
