/* parents.h - which row of another table each row hangs on.
 *
 * Private to the layer. Knows codes and rows as arrays; tells of no orphan, that is for who asks.
 */
#ifndef JH_TABLE_PARENTS_H
#define JH_TABLE_PARENTS_H

#include "table/loading.h"

typedef struct jh_parents_wish {
  const jh_staged *above; /* the table of the parents, hung and with codes */
  const jh_column *by;    /* the parents' codes, by staged row */
  const uint32_t *rows;   /* the staged row of each row; NULL = the same */
  size_t count, jobs;
  jh_arena *arena; /* for what is needed until the end of the call */
} jh_parents_wish;

/* For each row the position of its parent in the order of the parents' table; JH_NONE where the code
 * is missing or no parent has it. Of parents with one code the first is meant. Returns how many
 * found none; SIZE_MAX when memory is out. */
size_t jh_parents_find(uint32_t *out, const jh_parents_wish *wish);

#endif
