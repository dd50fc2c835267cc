/* memo.c - an open hash table from (node, row) to a value. */
#include "eval/memo.h"

#include "base/alloc.h"

void jh_memo_init(jh_memo *memo) { *memo = (jh_memo){0}; }

void jh_memo_done(jh_memo *memo) {
  for (size_t i = 0; i < memo->room; i++) {
    if (memo->entries[i].is_used && memo->entries[i].is_number)
      jh_range_done(&memo->entries[i].range);
  }
  jh_alloc_free(memo->entries);
  *memo = (jh_memo){0};
}

static size_t slot_of(const jh_memo_entry *entries, size_t room, uint32_t node, uint32_t row) {
  size_t at = jh_memo_place((uint64_t)node << 32 | row, room);
  while (entries[at].is_used && (entries[at].node != node || entries[at].row != row))
    at = (at + 1) & (room - 1);
  return at;
}

const jh_memo_entry *jh_memo_find(const jh_memo *memo, uint32_t node, uint32_t row) {
  if (!memo->room) return NULL;
  const jh_memo_entry *entry = &memo->entries[slot_of(memo->entries, memo->room, node, row)];
  return entry->is_used ? entry : NULL;
}

static bool make_room(jh_memo *memo) {
  if (memo->count * 2 < memo->room) return true;
  size_t room = memo->room ? memo->room * 2 : 64;
  jh_memo_entry *entries = jh_alloc_get(room * sizeof *entries);
  if (!entries) return false;
  for (size_t i = 0; i < memo->room; i++) {
    const jh_memo_entry *old = &memo->entries[i];
    if (old->is_used) entries[slot_of(entries, room, old->node, old->row)] = *old;
  }
  jh_alloc_free(memo->entries);
  memo->entries = entries;
  memo->room = room;
  return true;
}

static jh_memo_entry *add(jh_memo *memo, uint32_t node, uint32_t row) {
  if (!make_room(memo)) return NULL;
  jh_memo_entry *entry = &memo->entries[slot_of(memo->entries, memo->room, node, row)];
  if (entry->is_used) return NULL;
  *entry = (jh_memo_entry){.node = node, .row = row, .is_used = true};
  memo->count++;
  return entry;
}

void jh_memo_add_number(jh_memo *memo, uint32_t node, uint32_t row, const jh_range *value) {
  jh_memo_entry *entry = add(memo, node, row);
  if (!entry) return;
  entry->is_number = true;
  jh_range_init(&entry->range);
  jh_range_set(&entry->range, value);
}

void jh_memo_add_condition(jh_memo *memo, uint32_t node, uint32_t row, jh_tri value) {
  jh_memo_entry *entry = add(memo, node, row);
  if (entry) entry->tri = value;
}
