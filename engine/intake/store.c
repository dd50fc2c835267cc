#include "intake/store.h"

#include <string.h>

static bool fill_table(jh_intake *in, jh_intake_table *to, uint32_t table) {
  const jh_table_def *def = &in->plan->tables[table];
  to->slots = jh_arena_get(in->arena, (def->column_count + 1) * sizeof *to->slots);
  to->columns = jh_arena_get(in->arena, (def->column_count + 1) * sizeof *to->columns);
  if (!to->slots || !to->columns) return false;
  for (size_t i = 0; i < def->column_count; i++) to->slots[i] = JH_NONE;
  if (def->key_column != JH_NONE) {
    to->by_key = jh_map_open(256);
    if (!to->by_key) return false;
  }
  to->index = table;
  to->def = def;
  return true;
}

jh_intake_table *jh_store_table(jh_intake *in, uint32_t table) {
  jh_intake_table *to = &in->tables[table];
  if (!to->def && !fill_table(in, to, table)) return NULL;
  return to;
}

uint32_t jh_store_slot(jh_intake *in, jh_intake_table *table, uint32_t column) {
  (void)in;
  if (table->slots[column] == JH_NONE) {
    table->slots[column] = (uint32_t)table->slot_count;
    table->columns[table->slot_count++] = column;
  }
  return table->slots[column];
}

bool jh_store_widen(jh_intake *in, const jh_intake_table *table, jh_intake_record *record) {
  if (record->cell_count >= table->slot_count) return true;
  jh_intake_cell *cells = jh_arena_get(in->arena, table->slot_count * sizeof *cells);
  if (!cells) return false;
  if (record->cell_count) memcpy(cells, record->cells, record->cell_count * sizeof *cells);
  record->cells = cells;
  record->cell_count = table->slot_count;
  return true;
}

static bool add_line(jh_intake *in, jh_intake_record *record, uint32_t source, uint32_t line) {
  jh_intake_line *to = jh_arena_get(in->arena, sizeof *to);
  if (!to) return false;
  *to = (jh_intake_line){.source = source, .line = line};
  if (record->last) record->last->next = to;
  if (!record->last) record->lines = to;
  record->last = to;
  return true;
}

static jh_intake_record *add_record(jh_intake *in, jh_intake_table *table, jh_str key) {
  void *items = table->records;
  jh_intake_record *record = jh_arena_get(in->arena, sizeof *record);
  char *text = jh_arena_text(in->arena, key);
  if (!record || !text) return NULL;
  if (jh_arena_grow(
          in->arena, &items, &table->room, table->count + 1, sizeof(jh_intake_record *)) != 0) {
    return NULL;
  }
  table->records = items;
  record->key = (jh_str){text, key.size};
  record->number = table->count;
  if (table->by_key &&
      jh_map_add(table->by_key, record->key, (uint32_t)table->count) == JH_MAP_NONE) {
    return NULL;
  }
  table->records[table->count++] = record;
  return record;
}

jh_intake_record *jh_store_find(
    jh_intake *in, jh_intake_table *table, jh_str key, uint32_t source, uint32_t line,
    uint32_t *earlier) {
  uint32_t at = table->by_key ? jh_map_find(table->by_key, key) : JH_MAP_NONE;
  jh_intake_record *record = at == JH_MAP_NONE ? add_record(in, table, key) : table->records[at];
  *earlier = 0;
  if (!record || !jh_store_widen(in, table, record)) return NULL;
  for (const jh_intake_line *l = record->lines; l; l = l->next) {
    if (l->source == source) *earlier = l->line;
  }
  return add_line(in, record, source, line) ? record : NULL;
}

bool jh_store_put(
    jh_intake_record *record, uint32_t slot, const jh_intake_cell *cell, jh_intake_cell *old) {
  jh_intake_cell *to = &record->cells[slot];
  if (!to->text || !to->text[0]) {
    if (!to->text || cell->text[0]) *to = *cell;
    return true;
  }
  if (!cell->text[0] || strcmp(to->text, cell->text) == 0) return true;
  *old = *to;
  return false;
}

/* What records without a key are ordered by: the code of their parent. */
static jh_str order_of(const jh_intake_table *table, const jh_intake_record *record) {
  if (record->key.size) return record->key;
  uint32_t by = table->def->parent_column;
  uint32_t slot = by == JH_NONE ? JH_NONE : table->slots[by];
  if (slot == JH_NONE || slot >= record->cell_count) return (jh_str){NULL, 0};
  return jh_str_of(record->cells[slot].text);
}

/* As merge sort does, so that equals stay as they came. */
static void sort(
    const jh_intake_table *table, jh_intake_record **items, jh_intake_record **room, size_t count) {
  if (count < 2) return;
  size_t half = count / 2, a = 0, b = half, to = 0;
  sort(table, items, room, half);
  sort(table, items + half, room, count - half);
  while (a < half && b < count) {
    bool is_less = jh_str_compare(order_of(table, items[b]), order_of(table, items[a])) < 0;
    room[to++] = is_less ? items[b++] : items[a++];
  }
  while (a < half) room[to++] = items[a++];
  while (b < count) room[to++] = items[b++];
  memcpy(items, room, count * sizeof(jh_intake_record *));
}

bool jh_store_sort(jh_intake *in, jh_intake_table *table) {
  jh_intake_record **room = jh_arena_get(in->arena, (table->count + 1) * sizeof *room);
  if (!room) return false;
  sort(table, table->records, room, table->count);
  return true;
}
