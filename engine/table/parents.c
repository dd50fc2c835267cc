/* parents.c - see parents.h.
 *
 * Rows mostly stand in their file as their parents stand in theirs. So the row that was the last
 * one's parent and some behind it are tried first. A stretch of rows where that fails too often is
 * left, and looked for through an index of hashes (index.h), which is made only then. Stretches are
 * shared among threads; what a row gets does not depend on the way.
 */
#include "table/parents.h"

#include <stdatomic.h>

#include "base/crew.h"
#include "table/index.h"
#include "table/order.h"

#define NEAR ((size_t)6)          /* so many rows are tried before a code is looked for */
#define STRETCH ((size_t)1 << 15) /* rows that one thread takes at a time */
#define MISSES ((size_t)64)       /* so many in a stretch, and a sixteenth of it, are let pass */
#define TOGETHER ((size_t)64)     /* codes that the index is asked for at a time */

typedef struct finding {
  const jh_parents_wish *wish;
  uint32_t *out;
  size_t *done;          /* by stretch: rows that have their answer */
  const jh_index *index; /* NULL = not made */
  atomic_size_t lacking;
} finding;

static uint32_t staged_row(const finding *f, size_t i) {
  return f->wish->rows ? f->wish->rows[i] : (uint32_t)i;
}

static size_t end_of(const finding *f, size_t task) {
  size_t end = (task + 1) * STRETCH;
  return end < f->wish->count ? end : f->wish->count;
}

/* Tries the row of the file that was the last one's parent, and some behind it. */
static uint32_t find_near(const jh_staged *above, jh_str code, size_t *last) {
  size_t end = *last + NEAR < above->row_count ? *last + NEAR : above->row_count;
  for (size_t i = *last; i < end && !above->has_twins; i++) {
    uint32_t position = above->places ? above->places[i] : (uint32_t)i;
    if (!jh_str_equal(above->codes[position], code)) continue;
    *last = i;
    return position;
  }
  return JH_NONE;
}

static uint32_t find_far(const jh_staged *above, jh_str code, size_t *last) {
  uint32_t found = jh_order_find(above->codes, above->row_count, above->by_code, code);
  if (found != JH_NONE) *last = above->order ? above->order[found] : found;
  return found;
}

static void walk(void *payload, size_t lane, size_t task) {
  finding *f = payload;
  const jh_staged *above = f->wish->above;
  size_t last = 0, misses = 0, lacking = 0, i = task * STRETCH, end = end_of(f, task);
  jh_str before = {0};
  uint32_t parent = JH_NONE;
  (void)lane;
  for (; i < end && misses <= MISSES + (i - task * STRETCH) / 16; i++) {
    uint32_t row = staged_row(f, i);
    bool is_known = jh_column_known(f->wish->by, row);
    jh_str code = is_known ? f->wish->by->texts[row] : (jh_str){0};
    if (!is_known || code.at != before.at || code.size != before.size || parent == JH_NONE) {
      parent = is_known ? find_near(above, code, &last) : JH_NONE;
      if (is_known && parent == JH_NONE) {
        misses++;
        parent = find_far(above, code, &last);
      }
      before = code;
    }
    f->out[i] = parent;
    lacking += parent == JH_NONE;
  }
  f->done[task] = i;
  atomic_fetch_add(&f->lacking, lacking);
}

static void look_up(void *payload, size_t lane, size_t task) {
  finding *f = payload;
  jh_str codes[TOGETHER];
  size_t lacking = 0;
  (void)lane;
  for (size_t i = f->done[task], end = end_of(f, task); i < end; i += TOGETHER) {
    size_t some = end - i < TOGETHER ? end - i : TOGETHER;
    for (size_t k = 0; k < some; k++) {
      uint32_t row = staged_row(f, i + k);
      bool is_known = jh_column_known(f->wish->by, row);
      codes[k] = is_known ? f->wish->by->texts[row] : (jh_str){"", 0};
    }
    jh_index_find(f->out + i, f->index, codes, some);
    for (size_t k = 0; k < some; k++) {
      if (!jh_column_known(f->wish->by, staged_row(f, i + k))) f->out[i + k] = JH_NONE;
      lacking += f->out[i + k] == JH_NONE;
    }
  }
  atomic_fetch_add(&f->lacking, lacking);
}

/* The slow way, where no index can be had. */
static void search(void *payload, size_t lane, size_t task) {
  finding *f = payload;
  size_t lacking = 0, last = 0;
  (void)lane;
  for (size_t i = f->done[task], end = end_of(f, task); i < end; i++) {
    uint32_t row = staged_row(f, i);
    bool is_known = jh_column_known(f->wish->by, row);
    f->out[i] = is_known ? find_far(f->wish->above, f->wish->by->texts[row], &last) : JH_NONE;
    lacking += f->out[i] == JH_NONE;
  }
  atomic_fetch_add(&f->lacking, lacking);
}

size_t jh_parents_find(uint32_t *out, const jh_parents_wish *wish) {
  finding f = {.wish = wish, .out = out};
  size_t tasks = (wish->count + STRETCH - 1) / STRETCH, jobs = wish->jobs ? wish->jobs : 1;
  bool is_all = true;
  for (size_t i = 0; !wish->above->codes && i < wish->count; i++) out[i] = JH_NONE;
  if (!wish->above->codes) return wish->count;
  f.done = jh_arena_get(wish->arena, (tasks + 1) * sizeof *f.done);
  if (!f.done) return SIZE_MAX;
  jh_crew_run(jobs, tasks, walk, &f);
  for (size_t i = 0; i < tasks; i++) is_all = is_all && f.done[i] == end_of(&f, i);
  if (is_all) return atomic_load(&f.lacking);
  jh_index index;
  const jh_staged *above = wish->above;
  if (jh_index_make(&index, above->codes, above->row_count, wish->arena)) f.index = &index;
  jh_crew_run(jobs, tasks, f.index ? look_up : search, &f);
  return atomic_load(&f.lacking);
}
