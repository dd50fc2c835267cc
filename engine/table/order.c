/* order.c - sorting rows; see order.h.
 *
 * Every comparison ends in the row's own number, so the order is total and
 * does not depend on the sorting routine. The first eight bytes of a code are
 * kept as one number beside it, which settles most comparisons.
 */
#include "table/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

typedef struct entry {
  uint64_t head; /* the first eight bytes of the code, the first one highest */
  uint32_t parent;
  uint32_t row;
  jh_str code;
  uint8_t stage;
} entry;

static uint64_t head_of(jh_str code) {
  unsigned char bytes[8] = {0};
  memcpy(bytes, code.size ? code.at : "", code.size < 8 ? code.size : 8);
  uint64_t head = 0;
  for (int i = 0; i < 8; i++) head = head << 8 | bytes[i];
  return head;
}

static int compare(const void *left, const void *right, void *context) {
  const jh_order_keys *keys = context;
  const entry *a = left, *b = right;
  if (a->parent != b->parent) return a->parent < b->parent ? -1 : 1;
  if (a->head != b->head) return a->head < b->head ? -1 : 1;
  int order = jh_str_compare(a->code, b->code);
  if (order != 0) return order;
  if (a->stage != b->stage) return a->stage < b->stage ? -1 : 1;
  order = keys->compare ? keys->compare(keys->payload, a->row, b->row) : 0;
  if (order != 0) return order;
  return (a->row > b->row) - (a->row < b->row);
}

bool jh_order_is_ascending(const jh_str *codes, size_t count) {
  for (size_t i = 1; i < count; i++) {
    if (jh_str_compare(codes[i - 1], codes[i]) > 0) return false;
  }
  return true;
}

bool jh_order_is_done(const jh_order_keys *keys) {
  for (size_t i = 1; i < keys->count; i++) {
    if (keys->parents && keys->parents[i - 1] != keys->parents[i]) {
      if (keys->parents[i - 1] > keys->parents[i]) return false;
      continue;
    }
    int order = keys->codes ? jh_str_compare(keys->codes[i - 1], keys->codes[i]) : 0;
    if (order > 0) return false;
    if (order == 0 && keys->stages && keys->stages[i - 1] > keys->stages[i]) return false;
    uint32_t row = (uint32_t)i;
    if (order == 0 && keys->compare && keys->compare(keys->payload, row - 1, row) > 0) return false;
  }
  return true;
}

bool jh_order_rows(uint32_t *out, const jh_order_keys *keys) {
  entry *entries = jh_alloc_get(keys->count * sizeof *entries);
  if (!entries) return false;
  for (size_t i = 0; i < keys->count; i++) {
    entries[i].row = (uint32_t)i;
    entries[i].parent = keys->parents ? keys->parents[i] : 0;
    entries[i].stage = keys->stages ? keys->stages[i] : 0;
    if (keys->codes) {
      entries[i].code = keys->codes[i];
      entries[i].head = head_of(keys->codes[i]);
    }
  }
  jh_order_keys context = *keys;
  qsort_r(entries, keys->count, sizeof *entries, compare, &context);
  for (size_t i = 0; i < keys->count; i++) out[i] = entries[i].row;
  jh_alloc_free(entries);
  return true;
}

bool jh_order_by_code(uint32_t *out, const jh_str *codes, size_t count) {
  return jh_order_rows(out, &(jh_order_keys){.codes = codes, .count = count});
}

uint32_t jh_order_find(const jh_str *codes, size_t count, const uint32_t *by_code, jh_str code) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    uint32_t row = by_code ? by_code[middle] : (uint32_t)middle;
    if (jh_str_compare(codes[row], code) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == count) return JH_NONE;
  uint32_t row = by_code ? by_code[low] : (uint32_t)low;
  return jh_str_equal(codes[row], code) ? row : JH_NONE;
}
