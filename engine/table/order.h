/* order.h - putting rows in order, and finding them again by their codes.
 *
 * Private to the layer. Knows codes, parents and stages as plain arrays; no
 * table, no file.
 */
#ifndef JH_TABLE_ORDER_H
#define JH_TABLE_ORDER_H

#include <stdint.h>

#include "base/str.h"
#include "model/schema.h"

/* Do the codes stand in byte order? Equal neighbours are allowed. */
bool jh_order_is_ascending(const jh_str *codes, size_t count);

/* Fills out with the rows in the order of their codes; equal ones keep their order.
 * False when memory is out. */
bool jh_order_by_code(uint32_t *out, const jh_str *codes, size_t count);

/* The first row with this code, by_code as above or NULL if the codes ascend; JH_NONE if none. */
uint32_t jh_order_find(const jh_str *codes, size_t count, const uint32_t *by_code, jh_str code);

/* What rows are ordered by: parent, code, stage, what `compare` says, their place in the file. */
typedef struct jh_order_keys {
  const uint32_t *parents; /* NULL = all alike; so with the others */
  const jh_str *codes;
  const uint8_t *stages;
  /* Rows without a code are told apart by what they hold: <0, 0, >0. NULL = not at all. */
  int (*compare)(const void *payload, uint32_t a, uint32_t b);
  const void *payload;
  size_t count;
  size_t jobs; /* threads; 0 = 1 */
  /* NULL, or where to put the rows in the order of their codes, equal ones as they stand, if they
   * were found on the way: NULL or count rows that the caller frees with jh_alloc_free. */
  uint32_t **by_code;
} jh_order_keys;

bool jh_order_is_done(const jh_order_keys *keys);
bool jh_order_rows(uint32_t *out, const jh_order_keys *keys); /* false when memory is out */

#endif
