/* shard_wire.c - see shard_wire.h. */
#include "session/shard_wire.h"

#include <string.h>

void jh_shard_wire_put(jh_buf *buf, uint64_t value) {
  while (value >= 128) {
    jh_buf_char(buf, (char)(unsigned char)((value & 127U) | 128U));
    value >>= 7;
  }
  jh_buf_char(buf, (char)(unsigned char)value);
}

void jh_shard_wire_put_text(jh_buf *buf, jh_str text) {
  jh_shard_wire_put(buf, text.size);
  jh_buf_add(buf, text);
}

jh_shard_cursor jh_shard_wire_open(jh_str bytes) {
  return (jh_shard_cursor){bytes.at, bytes.at + bytes.size, false};
}

uint64_t jh_shard_wire_take(jh_shard_cursor *cursor) {
  uint64_t value = 0;
  for (int shift = 0; shift < 64 && cursor->at < cursor->end; shift += 7) {
    unsigned char byte = (unsigned char)*cursor->at++;
    value |= (uint64_t)(byte & 127U) << shift;
    if (byte < 128) return value;
  }
  cursor->is_bad = true;
  return 0;
}

jh_str jh_shard_wire_take_text(jh_shard_cursor *cursor) {
  uint64_t size = jh_shard_wire_take(cursor);
  if (cursor->is_bad || size > (size_t)(cursor->end - cursor->at)) {
    cursor->is_bad = true;
    return (jh_str){"", 0};
  }
  jh_str text = {cursor->at, (size_t)size};
  cursor->at += size;
  return text;
}

uint32_t jh_shard_wire_take_most(jh_shard_cursor *cursor, uint64_t most) {
  uint64_t value = jh_shard_wire_take(cursor);
  if (value <= most && value <= UINT32_MAX) return (uint32_t)value;
  cursor->is_bad = true;
  return 0;
}

uint32_t jh_shard_wire_take_count(jh_shard_cursor *cursor, size_t least) {
  uint64_t value = jh_shard_wire_take(cursor);
  if (value <= (size_t)(cursor->end - cursor->at) / least && value <= UINT32_MAX)
    return (uint32_t)value;
  cursor->is_bad = true;
  return 0;
}

void jh_shard_wire_take_into(jh_shard_cursor *cursor, char *out, size_t size) {
  jh_str text = jh_shard_wire_take_text(cursor);
  out[0] = '\0';
  if (text.size >= size || (text.size && memchr(text.at, '\0', text.size))) {
    cursor->is_bad = true;
    return;
  }
  if (text.size) memcpy(out, text.at, text.size);
  out[text.size] = '\0';
}
