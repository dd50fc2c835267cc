/* order.c - sorting rows; see order.h.
 *
 * Every comparison ends in the row's own number, so the order is total and
 * does not depend on the sorting routine. The first eight bytes of a code are
 * kept as one number beside it, which settles most comparisons.
 */
#include "table/order.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/crew.h"

#define FEW 32               /* so many are sorted without ado */
#define MANY ((size_t)10000) /* fewer are not worth a second thread */
#define TASKS_EACH 4         /* for each thread */

typedef struct entry {
  uint64_t head; /* the first eight bytes of the code, the first one highest */
  uint32_t parent;
  uint32_t row;
  jh_str code;
  uint8_t stage;
} entry;

static uint64_t head_of(jh_str code) {
  unsigned char bytes[8] = {0};
  if (code.size >= 8) {
    memcpy(bytes, code.at, 8);
  } else if (code.size > 0) {
    memcpy(bytes, code.at, code.size);
  }
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

/* The same of two rows, without entries. */
static int compare_rows(const jh_order_keys *keys, uint32_t a, uint32_t b) {
  if (keys->parents && keys->parents[a] != keys->parents[b]) {
    return keys->parents[a] < keys->parents[b] ? -1 : 1;
  }
  int order = keys->codes ? jh_str_compare(keys->codes[a], keys->codes[b]) : 0;
  if (order != 0) return order;
  if (keys->stages && keys->stages[a] != keys->stages[b]) {
    return keys->stages[a] < keys->stages[b] ? -1 : 1;
  }
  order = keys->compare ? keys->compare(keys->payload, a, b) : 0;
  return order != 0 ? order : (a > b) - (a < b);
}

/* For few rows, or such as nearly stand in order. */
static void insert(uint32_t *rows, size_t count, const jh_order_keys *keys) {
  for (size_t i = 1; i < count; i++) {
    uint32_t moved = rows[i];
    size_t at = i;
    for (; at > 0 && compare_rows(keys, rows[at - 1], moved) > 0; at--) rows[at] = rows[at - 1];
    rows[at] = moved;
  }
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

static entry entry_of(const jh_order_keys *keys, uint32_t row) {
  entry made = {.row = row};
  made.parent = keys->parents ? keys->parents[row] : 0;
  made.stage = keys->stages ? keys->stages[row] : 0;
  if (keys->codes) {
    made.code = keys->codes[row];
    made.head = head_of(made.code);
  }
  return made;
}

static bool is_in_order(const entry *entries, size_t count, jh_order_keys *keys) {
  for (size_t i = 1; i < count; i++) {
    if (compare(&entries[i - 1], &entries[i], keys) > 0) return false;
  }
  return true;
}

/* A code of up to sixteen bytes as two numbers, which compare as the code does. */
typedef struct digits {
  uint64_t high, low;
  uint32_t row;
} digits;

/* `out` is right only if the code is short enough and has no NUL: is_plain. */
static void digits_of(digits *out, jh_str code) {
  out->high = head_of(code);
  out->low = code.size > 8 ? head_of((jh_str){code.at + 8, code.size - 8}) : 0;
}

static bool is_plain(jh_str code) {
  return code.size <= 16 && (code.size == 0 || !memchr(code.at, 0, code.size));
}

static unsigned byte_of(const digits *item, unsigned place) {
  return (unsigned)((place < 8 ? item->low >> 8 * place : item->high >> 8 * (place - 8)) & 0xFF);
}

/* Sorts by one byte after the other, the last one first, leaving out those that are all alike. */
static digits *sort_by_bytes(digits *items, digits *room, size_t count) {
  for (unsigned place = 0; place < 16; place++) {
    size_t begins[256] = {0}, next = 0;
    for (size_t i = 0; i < count; i++) begins[byte_of(&items[i], place)]++;
    if (begins[byte_of(&items[0], place)] == count) continue;
    for (size_t i = 0; i < 256; i++) {
      size_t has = begins[i];
      begins[i] = next;
      next += has;
    }
    for (size_t i = 0; i < count; i++) room[begins[byte_of(&items[i], place)]++] = items[i];
    digits *sorted = room;
    room = items;
    items = sorted;
  }
  return items;
}

/* Bits that stand side by side in a code and are not the same in all codes. */
typedef struct bits {
  uint64_t mask; /* after the shift */
  unsigned shift, count;
  bool is_high;
} bits;

typedef struct packing {
  bits runs[64]; /* the most significant first */
  size_t count;
  unsigned row_bits, all_bits;
} packing;

static bool add_runs(packing *p, uint64_t varies, bool is_high) {
  for (unsigned end = 64; end > 0;) {
    if (!(varies >> (end - 1) & 1)) {
      end--;
      continue;
    }
    unsigned begin = end - 1;
    while (begin > 0 && (varies >> (begin - 1) & 1)) begin--;
    unsigned count = end - begin;
    p->all_bits += count;
    if (p->all_bits > 64) return false;
    uint64_t mask = count < 64 ? (UINT64_C(1) << count) - 1 : UINT64_MAX;
    p->runs[p->count++] = (bits){mask, begin, count, is_high};
    end = begin;
  }
  return true;
}

/* Can the bits that vary and the row be one number? */
static bool find_packing(packing *p, const jh_str *codes, size_t count) {
  uint64_t high = 0, low = 0;
  digits first, item;
  digits_of(&first, codes[0]);
  for (size_t i = 1; i < count; i++) {
    digits_of(&item, codes[i]);
    high |= item.high ^ first.high;
    low |= item.low ^ first.low;
  }
  *p = (packing){0};
  while (count >> p->row_bits) p->row_bits++;
  p->all_bits = p->row_bits;
  return add_runs(p, high, true) && add_runs(p, low, false);
}

static uint64_t packed(const packing *p, jh_str code, size_t row) {
  uint64_t key = 0;
  digits item;
  digits_of(&item, code);
  for (size_t i = 0; i < p->count; i++) {
    const bits *run = &p->runs[i];
    key = key << run->count | ((run->is_high ? item.high : item.low) >> run->shift & run->mask);
  }
  return key << p->row_bits | row;
}

/* As sort_by_bytes, but what differs is one number of few bits, with the row behind it: fewer
 * turns, and less to move. `room` holds 2 * count numbers. */
static const uint64_t *sort_packed(
    const packing *p, const jh_str *codes, uint64_t *room, size_t count) {
  enum { PLACES = 1 << 11 };
  uint64_t *from = room, *to = room + count;
  for (size_t i = 0; i < count; i++) from[i] = packed(p, codes[i], i);
  for (unsigned shift = p->row_bits; shift < p->all_bits; shift += 11) {
    uint32_t begins[PLACES] = {0}, next = 0;
    for (size_t i = 0; i < count; i++) begins[from[i] >> shift & (PLACES - 1)]++;
    for (size_t i = 0; i < PLACES; i++) {
      uint32_t has = begins[i];
      begins[i] = next;
      next += has;
    }
    for (size_t i = 0; i < count; i++) to[begins[from[i] >> shift & (PLACES - 1)]++] = from[i];
    uint64_t *sorted = to;
    to = from;
    from = sorted;
  }
  return from;
}

static bool order_packed(uint32_t *out, const packing *p, const jh_str *codes, size_t count) {
  uint64_t *room = jh_alloc_resize(NULL, 2 * count * sizeof *room);
  if (!room) return false;
  const uint64_t *sorted = sort_packed(p, codes, room, count);
  uint64_t mask = (UINT64_C(1) << p->row_bits) - 1;
  for (size_t i = 0; i < count; i++) out[i] = (uint32_t)(sorted[i] & mask);
  jh_alloc_free(room);
  return true;
}

/* Rows in the order of their codes, equal ones as they stand. False if this is not the way: codes
 * are long, rows few, or memory is out. */
static bool order_by_bytes(uint32_t *out, const jh_str *codes, size_t count) {
  packing p;
  if (count <= FEW) return false;
  for (size_t i = 0; i < count; i++) {
    if (!is_plain(codes[i])) return false;
  }
  if (find_packing(&p, codes, count)) return order_packed(out, &p, codes, count);
  digits *items = jh_alloc_get(2 * count * sizeof *items);
  if (!items) return false;
  for (size_t i = 0; i < count; i++) {
    digits_of(&items[i], codes[i]);
    items[i].row = (uint32_t)i;
  }
  const digits *sorted = sort_by_bytes(items, items + count, count);
  for (size_t i = 0; i < count; i++) out[i] = sorted[i].row;
  jh_alloc_free(items);
  return true;
}

/* Deals rows out to their parents, keeping their order; false as above. */
static bool deal_out(uint32_t *rows, const uint32_t *parents, size_t count) {
  uint32_t most = 0;
  for (size_t i = 0; i < count; i++) most = parents[i] > most ? parents[i] : most;
  if (most > count) return false; /* rows are too few for counting by parents */
  size_t *begins = jh_alloc_get(((size_t)most + 2) * sizeof *begins);
  uint32_t *room = jh_alloc_resize(NULL, count * sizeof *room);
  bool ok = begins && room;
  for (size_t i = 0; ok && i < count; i++) begins[parents[i] + 1]++;
  for (size_t i = 1; ok && i <= most; i++) begins[i] += begins[i - 1];
  for (size_t i = 0; ok && i < count; i++) room[begins[parents[rows[i]]]++] = rows[i];
  if (ok) memcpy(rows, room, count * sizeof *rows);
  jh_alloc_free(begins);
  jh_alloc_free(room);
  return ok;
}

/* How many rows at most have one code and one parent. */
static size_t longest_run(const uint32_t *rows, const jh_order_keys *keys) {
  size_t longest = 1, run = 1;
  for (size_t i = 1; i < keys->count; i++) {
    uint32_t a = rows[i - 1], b = rows[i];
    bool is_same = (!keys->parents || keys->parents[a] == keys->parents[b]) &&
                   jh_str_equal(keys->codes[a], keys->codes[b]);
    run = is_same ? run + 1 : 1;
    longest = run > longest ? run : longest;
  }
  return longest;
}

/* Rows with codes, without comparing most of them. False as above. */
static bool order_by_keys(uint32_t *out, const jh_order_keys *keys) {
  if (!keys->codes || keys->compare || !order_by_bytes(out, keys->codes, keys->count)) return false;
  if (keys->by_code) {
    *keys->by_code = jh_alloc_get(keys->count * sizeof **keys->by_code);
    if (*keys->by_code) memcpy(*keys->by_code, out, keys->count * sizeof *out);
  }
  if (keys->parents && !deal_out(out, keys->parents, keys->count)) return false;
  if (!keys->stages) return true;
  if (longest_run(out, keys) > FEW) return false;
  insert(out, keys->count, keys); /* only rows of one code still have to change places */
  return true;
}

/* Rows that several threads put in order; those of one parent stand together if is_grouped. */
typedef struct ordering {
  const jh_order_keys *keys;
  uint32_t *out;
  bool is_grouped;
  size_t begins[JH_CREW_MOST * TASKS_EACH + 1]; /* of the tasks, each with a group; then the end */
  size_t tasks;
  atomic_bool is_out_of_memory;
} ordering;

static uint32_t parent_at(const ordering *o, size_t at) { return o->keys->parents[o->out[at]]; }

static size_t group_end(const ordering *o, size_t from, size_t stop) {
  size_t end = from + 1;
  if (!o->is_grouped) return stop;
  while (end < stop && parent_at(o, end) == parent_at(o, from)) end++;
  return end;
}

static void set_begins(ordering *o) {
  size_t count = o->keys->count;
  for (size_t task = 1; task < o->tasks; task++) {
    size_t at = count / o->tasks * task;
    while (at < count && at > 0 && parent_at(o, at) == parent_at(o, at - 1)) at++;
    o->begins[task] = at;
  }
  o->begins[o->tasks] = count;
}

/* `entries` is room for them all. */
static void sort(uint32_t *rows, size_t count, entry *entries, jh_order_keys *keys) {
  for (size_t i = 0; i < count; i++) entries[i] = entry_of(keys, rows[i]);
  if (is_in_order(entries, count, keys)) return;
  qsort_r(entries, count, sizeof *entries, compare, keys);
  for (size_t i = 0; i < count; i++) rows[i] = entries[i].row;
}

static void order_some(void *payload, size_t lane, size_t task) {
  ordering *o = payload;
  jh_order_keys keys = *o->keys;
  entry *entries = NULL;
  size_t room = 0, stop = o->begins[task + 1];
  (void)lane;
  for (size_t from = o->begins[task], end; from < stop; from = end) {
    end = group_end(o, from, stop);
    if (end - from <= FEW) {
      insert(o->out + from, end - from, &keys);
      continue;
    }
    void *items = entries;
    if (jh_alloc_grow(&items, &room, end - from, sizeof *entries) != 0) {
      atomic_store(&o->is_out_of_memory, true);
      break;
    }
    entries = items;
    sort(o->out + from, end - from, entries, &keys);
  }
  jh_alloc_free(entries);
}

bool jh_order_rows(uint32_t *out, const jh_order_keys *keys) {
  if (order_by_keys(out, keys)) return true;
  ordering o = {.keys = keys, .out = out, .tasks = 1};
  for (size_t i = 0; i < keys->count; i++) out[i] = (uint32_t)i;
  o.is_grouped = keys->parents && deal_out(out, keys->parents, keys->count);
  size_t jobs = keys->count < MANY ? 1 : keys->jobs;
  if (jobs > JH_CREW_MOST) jobs = JH_CREW_MOST;
  if (o.is_grouped && jobs > 1) o.tasks = jobs * TASKS_EACH;
  set_begins(&o);
  jh_crew_run(jobs > 1 ? jobs : 1, o.tasks, order_some, &o);
  return !atomic_load(&o.is_out_of_memory);
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
