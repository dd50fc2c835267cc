/* gather.c - see gather.h.
 *
 * Rows mostly change places only with rows near by. They are moved span by
 * span, so that what is moved is in the cache; rows that stay are not touched.
 */
#include "table/gather.h"

#include <string.h>

#include "base/alloc.h"
#include "base/crew.h"

#define FEW_ROWS ((size_t)10000) /* fewer are not worth a second thread */
#define SPAN ((size_t)512)       /* about so many rows are moved at a time */

/* Rows that change places only with one another. */
typedef struct span {
  size_t begin, end;
} span;

/* Columns that several threads put in order, each with its own room. */
typedef struct gathering {
  const jh_staged *staged;
  const uint32_t *from;
  size_t count;
  span *spans; /* all that changes, in order */
  size_t span_count, longest;
  char *rooms;
  size_t room_bytes;
} gathering;

static void find_spans(gathering *g) {
  const uint32_t *from = g->from;
  size_t begin = 0, furthest = 0;
  bool is_moved = false;
  for (size_t i = 0; i < g->count; i++) {
    furthest = from[i] > furthest ? from[i] : furthest;
    is_moved = is_moved || from[i] != i;
    bool is_last = i + 1 == g->count;
    if (!is_last && (furthest > i || i + 1 - begin < SPAN)) continue;
    if (is_moved) {
      g->spans[g->span_count++] = (span){begin, i + 1};
      if (i + 1 - begin > g->longest) g->longest = i + 1 - begin;
    }
    begin = i + 1;
    is_moved = false;
  }
}

/* Puts the values of an array of `type` in their final order; `room` holds as many as the longest
 * span. A loop for each type, since the compiler then knows the size of what is moved. */
#define GATHER(name, type)                                                                         \
  static void name(const gathering *g, type *values, void *room) {                                 \
    type *to = room;                                                                               \
    for (size_t n = 0; n < g->span_count; n++) {                                                   \
      size_t begin = g->spans[n].begin, count = g->spans[n].end - begin;                           \
      const uint32_t *from = g->from + begin;                                                      \
      for (size_t i = 0; i < count; i++) to[i] = values[from[i]];                                  \
      memcpy(values + begin, to, count * sizeof *to);                                              \
    }                                                                                              \
  }

GATHER(gather_texts, jh_str)
GATHER(gather_longs, int64_t)
GATHER(gather_ints, int32_t)
GATHER(gather_shorts, int16_t)
GATHER(gather_marks, uint8_t)
GATHER(gather_lines, uint32_t)
GATHER(gather_files, uint16_t)

/* Are the cells of the first `count` rows all known, or all missing? */
static bool is_alike(const uint64_t *known, size_t count) {
  uint64_t first = known[0] & 1 ? UINT64_MAX : 0;
  for (size_t i = 0; i < count / 64; i++) {
    if (known[i] != first) return false;
  }
  uint64_t rest = (UINT64_C(1) << count % 64) - 1;
  return (known[count / 64] & rest) == (first & rest);
}

static void gather_known(const gathering *g, uint64_t *known, uint64_t *room) {
  const uint32_t *from = g->from;
  size_t words = g->count / 64 + 1;
  if (g->count == g->staged->count && is_alike(known, g->count)) return;
  for (size_t word = 0; word < words; word++) {
    size_t begin = word * 64, end = word + 1 < words ? begin + 64 : g->count;
    uint64_t made = 0;
    for (size_t i = begin; i < end; i++) {
      made |= (known[from[i] / 64] >> from[i] % 64 & 1) << (i - begin);
    }
    room[word] = made;
  }
  memcpy(known, room, words * sizeof *room);
}

static void gather_column(void *payload, size_t lane, size_t task) {
  const gathering *g = payload;
  jh_column *column = g->staged->takers[task].column;
  void *room = g->rooms + lane * g->room_bytes;
  if (!column) return;
  if (column->texts) gather_texts(g, column->texts, room);
  if (column->longs) gather_longs(g, column->longs, room);
  if (column->ints) gather_ints(g, column->ints, room);
  if (column->shorts) gather_shorts(g, column->shorts, room);
  if (column->marks) gather_marks(g, column->marks, room);
  gather_known(g, column->known, room);
}

jh_code jh_gather_rows(
    jh_loading *loading, jh_staged *staged, const uint32_t *from, size_t count, jh_error *err) {
  size_t lanes = count < FEW_ROWS ? 1 : loading->jobs;
  gathering g = {.staged = staged, .from = from, .count = count};
  g.spans = jh_arena_get(loading->scratch, (count / SPAN + 1) * sizeof *g.spans);
  if (!g.spans) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  find_spans(&g);
  g.room_bytes = g.longest * sizeof(jh_str) + (count / 64 + 1) * sizeof(uint64_t);
  g.rooms = jh_alloc_get(lanes * g.room_bytes);
  if (!g.rooms) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_crew_run(lanes, staged->def->column_count, gather_column, &g);
  gather_lines(&g, staged->lines, g.rooms);
  gather_files(&g, staged->files, g.rooms);
  jh_alloc_free(g.rooms);
  return JH_OK;
}
