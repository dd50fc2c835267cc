/* parts.c - see parts.h.
 *
 * The file is cut where the survey has marked the beginning of a record. Each
 * part fills rows of its own in the columns, from the first row that it can
 * need on; only the bits for "known" are its own until the end, since words of
 * them could be shared. A part that ends inside a quote, or has any finding,
 * spoils the attempt. So every part begins where the one before has ended a
 * record: what was read is what one thread would have read.
 */
#include "table/parts.h"

#include <stdatomic.h>
#include <string.h>

#include "base/alloc.h"
#include "table/ahead.h"
#include "base/crew.h"

#define PARTS_EACH 20 /* for each thread, so that a slow one holds up less */

typedef struct part {
  jh_reader_part bytes;
  size_t base, room;    /* rows from f->row on */
  size_t count, spoilt; /* rows that it has; rows that were written to */
  uint64_t records;
  uint64_t **known; /* by column */
  jh_column *wide;  /* by column: the numbers of the part, where one did not fit; else empty */
} part;

/* What a thread has for itself. */
typedef struct lane {
  bool is_made;
  jh_arena *texts, *scratch;
  jh_loading loading;
  jh_staged staged;
  jh_reader *reader;  /* turned from part to part */
  jh_column *columns; /* views of the table's columns, moved to the rows of the part */
} lane;

typedef struct parts {
  jh_filling *f;
  part *items;
  size_t count;
  lane *lanes;
  size_t lane_count;
  atomic_bool is_spoilt;
} parts;

static bool make_lane(lane *l, const jh_filling *f) {
  const jh_staged *staged = f->staged;
  size_t columns = staged->def->column_count;
  l->is_made = true;
  l->loading = *f->loading;
  l->staged = *staged;
  l->texts = jh_arena_open();
  l->scratch = jh_arena_open();
  l->loading.diag = jh_diag_open(1);
  l->staged.takers = NULL;
  if (!l->texts || !l->scratch || !l->loading.diag) return false;
  l->loading.scratch = l->scratch;
  l->loading.texts = (jh_texts){.arena = l->texts};
  l->columns = jh_arena_get(l->scratch, columns * sizeof *l->columns);
  l->staged.takers = jh_arena_get(l->scratch, columns * sizeof *l->staged.takers);
  if (!l->columns || !l->staged.takers) return false;
  for (size_t i = 0; i < columns; i++) {
    const jh_taker *of = &staged->takers[i];
    jh_taker *taker = &l->staged.takers[i];
    if (!of->column) continue;
    if (jh_cell_prepare(taker, of->def, &l->loading.texts, l->scratch, NULL)) return false;
    taker->is_filled = of->is_filled;
    if (of->by.num != of->by.den) jh_cell_convert(taker, of->by);
    taker->column = &l->columns[i];
    taker->wider = l->scratch;
  }
  return true;
}

static void close_lane(lane *l) {
  if (!l->is_made) return;
  for (size_t i = 0; l->staged.takers && i < l->staged.def->column_count; i++) {
    jh_cell_done(&l->staged.takers[i]);
  }
  jh_reader_close(l->reader);
  if (l->loading.diag) jh_diag_close(l->loading.diag);
  jh_arena_close(l->scratch);
  jh_arena_close(l->texts);
}

/* Moves the lane's views to the rows of a part. */
static bool aim(lane *l, const jh_filling *f, part *p) {
  size_t columns = f->staged->def->column_count, row = f->row + p->base;
  p->known = jh_arena_get(l->scratch, columns * sizeof *p->known);
  p->wide = jh_arena_get(l->scratch, columns * sizeof *p->wide);
  for (size_t i = 0; p->known && i < columns; i++) {
    const jh_column *of = f->staged->takers[i].column;
    if (!of) continue;
    p->known[i] = jh_arena_get(l->scratch, (p->room / 64 + 1) * sizeof *of->known);
    if (!p->known[i]) return false;
    l->columns[i] = *of;
    l->columns[i].known = p->known[i];
    if (of->longs) l->columns[i].longs += row;
    if (of->ints) l->columns[i].ints += row;
    if (of->shorts) l->columns[i].shorts += row;
    l->staged.takers[i].rows = p->room;
    if (of->marks) l->columns[i].marks += row;
    if (of->texts) l->columns[i].texts += row;
  }
  l->staged.lines = f->staged->lines + row;
  l->staged.files = f->staged->files + row;
  l->staged.room = p->room;
  l->staged.count = 0;
  return p->known && p->wide;
}

static jh_taker **fields_of(const lane *l, const jh_filling *f) {
  jh_taker **fields = jh_arena_get(l->scratch, (f->field_count + 1) * sizeof *fields);
  for (size_t i = 0; fields && i < f->field_count; i++) {
    if (f->by_field[i]) fields[i] = l->staged.takers + (f->by_field[i] - f->staged->takers);
  }
  return fields;
}

/* Columns that grew wider than those of the table. */
static void keep_wide(const lane *l, const jh_filling *f, part *p) {
  for (size_t i = 0; i < f->staged->def->column_count; i++) {
    const jh_column *of = f->staged->takers[i].column;
    if (!of || jh_column_value_bytes(&l->columns[i]) == jh_column_value_bytes(of)) continue;
    p->wide[i] = l->columns[i];
  }
}

/* Reads the part's records; false if anything at all is to be said. */
static bool read_part(const parts *all, lane *l, part *p, jh_input *input) {
  jh_file file = *all->f->file;
  jh_filling f = {
      .loading = &l->loading,
      .staged = &l->staged,
      .file = &file,
      .file_index = all->f->file_index,
      .field_count = all->f->field_count,
      .by_field = fields_of(l, all->f)};
  file.record_count = 0;
  bool got = f.by_field && !jh_reader_turn(&l->reader, input, file.delimiter, &p->bytes, NULL);
  f.reader = l->reader;
  bool ok = got;
  while (ok && got && !atomic_load_explicit(&all->is_spoilt, memory_order_relaxed)) {
    ok = jh_records_run(&f, &got, NULL) == JH_OK && jh_diag_kept(l->loading.diag) == 0;
  }
  ok = ok && !got && jh_reader_offset(f.reader) == p->bytes.offset + p->bytes.size;
  keep_wide(l, all->f, p);
  p->count = l->staged.count;
  p->records = file.record_count;
  p->spoilt = f.row < p->room ? f.row + 1 : p->room;
  jh_alloc_free(f.refusals);
  return ok;
}

static void work(void *payload, size_t number, size_t task) {
  parts *all = payload;
  lane *l = &all->lanes[number];
  part *p = &all->items[task];
  const jh_file *file = all->f->file;
  if (atomic_load(&all->is_spoilt)) return;
  jh_input input = {.fd = -1};
  bool ok = (l->is_made || make_lane(l, all->f)) && aim(l, all->f, p) &&
            jh_input_open(&input, file->path, NULL, NULL) == JH_OK;
  ok = ok && jh_input_is(&input, file->size_bytes, file->changed_ns, file->stamp);
  ok = ok && read_part(all, l, p, &input) && jh_input_check(&input, NULL) == JH_OK;
  jh_input_close(&input);
  if (!ok) atomic_store(&all->is_spoilt, true);
}

static void add_part(parts *all, uint64_t offset, uint32_t line, size_t base) {
  all->items[all->count++] = (part){.bytes = {.offset = offset, .line = line}, .base = base};
}

/* Cuts the file; false if there is nothing to be gained. */
static bool cut(parts *all, const jh_survey *survey) {
  const jh_filling *f = all->f;
  const jh_loading *loading = f->loading;
  uint64_t from = jh_reader_offset(f->reader), end = f->file->size_bytes;
  uint64_t least = (end - from) / (loading->jobs * PARTS_EACH);
  size_t room = f->staged->room - f->row;
  if (least < loading->part_bytes) least = loading->part_bytes;
  all->items = jh_arena_get(loading->scratch, (survey->mark_count + 1) * sizeof *all->items);
  if (!all->items) return false;
  add_part(all, from, jh_reader_next_line(f->reader), 0);
  for (size_t i = 0; i < survey->mark_count; i++) {
    const jh_survey_mark *mark = &survey->marks[i];
    part *last = &all->items[all->count - 1];
    if (mark->offset >= end || mark->offset < last->bytes.offset + least) continue;
    size_t base = (size_t)mark->most_lines - 1; /* without the header's line */
    if (base <= last->base || base >= room) return false;
    last->room = base - last->base;
    last->bytes.size = mark->offset - last->bytes.offset;
    add_part(all, mark->offset, mark->line, base);
  }
  part *last = &all->items[all->count - 1];
  last->room = room - last->base;
  last->bytes.size = end - last->bytes.offset;
  return all->count > 1;
}

/* Sets the bits from `at` on that are set among the first `count` of `bits`. */
static void or_bits(uint64_t *words, size_t at, const uint64_t *bits, size_t count) {
  size_t shift = at % 64;
  words += at / 64;
  for (size_t i = 0; i * 64 < count; i++) {
    if (bits[i] == 0) continue;
    words[i] |= bits[i] << shift;
    if (shift > 0 && bits[i] >> (64 - shift)) words[i + 1] |= bits[i] >> (64 - shift);
  }
}

/* Moves `count` values to where they belong, and clears the places that are left. */
static void settle(char *values, size_t size, size_t to, size_t from, size_t count) {
  if (to == from) return;
  memmove(values + to * size, values + from * size, count * size);
  size_t first = to + count > from ? to + count : from;
  memset(values + first * size, 0, (from + count - first) * size);
}

/* Makes the columns as wide as the widest part of them. */
static bool widen(const parts *all) {
  const jh_staged *staged = all->f->staged;
  for (size_t i = 0; i < staged->def->column_count; i++) {
    jh_column *column = staged->takers[i].column;
    size_t bytes = column ? jh_column_value_bytes(column) : 0, most = bytes;
    for (size_t k = 0; column && k < all->count; k++) {
      const jh_column *wide = &all->items[k].wide[i];
      bool is_wide = jh_column_is_number(wide);
      if (is_wide && jh_column_value_bytes(wide) > most) most = jh_column_value_bytes(wide);
    }
    jh_arena *arena = all->f->loading->dataset->arena;
    if (most > bytes && !jh_column_widen(column, arena, most, staged->room, staged->room))
      return false;
  }
  return true;
}

/* Puts the rows of a part behind those that are there. */
static void take_over(jh_filling *f, const part *p, size_t first) {
  jh_staged *staged = f->staged;
  size_t to = staged->count, from = first + p->base;
  for (size_t i = 0; i < staged->def->column_count; i++) {
    const jh_column *column = staged->takers[i].column;
    if (!column) continue;
    const jh_column *wide = &p->wide[i];
    for (size_t k = 0; jh_column_is_number(wide) && k < p->count; k++)
      (void)jh_column_put(staged->takers[i].column, from + k, jh_column_number(wide, k));
    settle(jh_column_values(column), jh_column_value_bytes(column), to, from, p->count);
    or_bits(column->known, to, p->known[i], p->count);
  }
  settle((char *)staged->lines, sizeof *staged->lines, to, from, p->count);
  settle((char *)staged->files, sizeof *staged->files, to, from, p->count);
  staged->count += p->count;
  f->file->record_count += p->records;
}

static void clear(jh_filling *f, const part *p) {
  jh_staged *staged = f->staged;
  size_t from = f->row + p->base;
  for (size_t i = 0; i < staged->def->column_count; i++) {
    const jh_column *column = staged->takers[i].column;
    if (!column) continue;
    size_t size = jh_column_value_bytes(column);
    memset((char *)jh_column_values(column) + from * size, 0, p->spoilt * size);
  }
  memset(staged->lines + from, 0, p->spoilt * sizeof *staged->lines);
  memset(staged->files + from, 0, p->spoilt * sizeof *staged->files);
}

/* Takes all parts over, or none. */
static bool finish(parts *all) {
  jh_filling *f = all->f;
  bool ok = !atomic_load(&all->is_spoilt);
  for (size_t i = 0; ok && i < all->lane_count; i++) {
    lane *l = &all->lanes[i];
    if (!l->texts) continue;
    ok = jh_dataset_adopt(f->loading->dataset, l->texts);
    if (ok) l->texts = NULL;
  }
  ok = ok && widen(all);
  size_t first = f->row;
  for (size_t i = 0; i < all->count; i++) {
    if (ok) {
      take_over(f, &all->items[i], first);
    } else {
      clear(f, &all->items[i]);
    }
  }
  if (ok) f->row = f->staged->count;
  return ok;
}

bool jh_parts_read(jh_filling *f) {
  jh_loading *loading = f->loading;
  const jh_survey *survey = jh_ahead_marks(loading, f->file);
  parts all = {.f = f, .lane_count = loading->jobs};
  if (loading->jobs < 2 || !survey || f->staged->is_partial || !cut(&all, survey)) return false;
  all.lanes = jh_arena_get(loading->scratch, all.lane_count * sizeof *all.lanes);
  if (!all.lanes) return false;
  uint64_t bytes = f->file->size_bytes - all.items[0].bytes.offset;
  jh_crew_run(all.lane_count, all.count, work, &all);
  bool ok = finish(&all);
  for (size_t i = 0; i < all.lane_count; i++) close_lane(&all.lanes[i]);
  if (ok) jh_input_tell(&loading->progress, bytes);
  return ok;
}
