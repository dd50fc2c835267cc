/* shard_wire.h - numbers and texts as they stand in a shard; private to session/shard*.c.
 *
 * Numbers are written seven bits a byte, the lowest first, the highest bit set while more follow; a text is its
 * length and its bytes. Whoever takes them never reads beyond the end: what does not fit gives 0 or an empty
 * text and is remembered.
 */
#ifndef JH_SESSION_SHARD_WIRE_H
#define JH_SESSION_SHARD_WIRE_H

#include "base/buf.h"

void jh_shard_wire_put(jh_buf *buf, uint64_t value);
void jh_shard_wire_put_text(jh_buf *buf, jh_str text);

typedef struct jh_shard_cursor {
  const char *at, *end;
  bool is_bad; /* something did not fit, or was not as it may be */
} jh_shard_cursor;

jh_shard_cursor jh_shard_wire_open(jh_str bytes);
uint64_t jh_shard_wire_take(jh_shard_cursor *cursor);
jh_str jh_shard_wire_take_text(jh_shard_cursor *cursor); /* borrowed */

/* A number of at most `most`; more is bad, and gives 0. */
uint32_t jh_shard_wire_take_most(jh_shard_cursor *cursor, uint64_t most);

/* How many things follow that take `least` bytes each at least: more than there is room for is bad. */
uint32_t jh_shard_wire_take_count(jh_shard_cursor *cursor, size_t least);

/* A text into an array of `size` bytes, with its NUL; a longer one is bad. */
void jh_shard_wire_take_into(jh_shard_cursor *cursor, char *out, size_t size);

#endif
