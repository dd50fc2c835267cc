#include "intake/taking.h"

#include <string.h>

#include "base/alloc.h"
#include "intake/layout.h"
#include "intake/store.h"

static jh_code no_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_code jh_taking_begin(jh_taking *out, jh_intake *in, uint32_t number, jh_error *err) {
  *out = (jh_taking){.in = in, .source = &in->sources[number], .number = number};
  jh_buf_init(&out->texts);
  jh_buf_init(&out->part);
  out->offsets = jh_alloc_get((out->source->feed_count + 1) * sizeof *out->offsets);
  return out->offsets ? JH_OK : no_memory(err);
}

void jh_taking_end(jh_taking *taking) {
  jh_buf_done(&taking->texts);
  jh_buf_done(&taking->part);
  jh_alloc_free(taking->offsets);
}

jh_place jh_taking_place(const jh_taking *taking, uint32_t line, const jh_intake_part *part) {
  const jh_intake_source *source = taking->source;
  jh_place at = jh_place_of(source->path, line, 0);
  if (source->sheet) jh_str_copy(at.sheet, sizeof at.sheet, jh_str_of(source->sheet));
  if (part) at.field = part->column + 1;
  return at;
}

jh_code jh_taking_loose(
    jh_taking *taking, uint32_t line, uint32_t column, jh_str text, jh_error *err) {
  jh_intake_source *source = taking->source;
  if (source->loose_count >= JH_INTAKE_LOOSE) {
    source->more_loose++;
    return JH_OK;
  }
  void *items = source->loose;
  char shown[120];
  jh_arg_text(shown, sizeof shown, text);
  char *copy = jh_arena_text(taking->in->arena, jh_str_of(shown));
  int failed = jh_arena_grow(
      taking->in->arena, &items, &source->loose_room, source->loose_count + 1,
      sizeof *source->loose);
  if (!copy || failed) return no_memory(err);
  source->loose = items;
  source->loose[source->loose_count++] = (jh_intake_loose){line, column, copy};
  return JH_OK;
}

/* One cell --------------------------------------------------------------------------------------------- */

/* A word of the mapping, but for blanks around it. */
static bool is_same_word(jh_str a, const char *word) {
  jh_str b = jh_str_trim(jh_str_of(word));
  return jh_str_equal(jh_str_trim(a), b);
}

static jh_code read_part(
    jh_taking *taking, const jh_intake_feed *feed, const jh_intake_part *part, jh_buf *out,
    jh_error *err) {
  jh_grid_cell cell = taking->cell(taking->payload, part);
  for (size_t i = 0; feed->said && i < feed->said->word_count; i++) {
    const jh_mapping_word *word = &feed->said->words[i];
    if (!is_same_word(cell.text, word->from)) continue;
    return jh_value_read(part->value, jh_str_of(word->to), JH_GRID_TEXT, out, err);
  }
  return jh_value_read(part->value, cell.text, (jh_grid_kind)cell.kind, out, err);
}

/* Notes a refused cell. */
static jh_code refuse(
    jh_taking *taking, const jh_intake_part *part, const jh_error *problem, bool *ok,
    jh_error *err) {
  jh_error found = *problem;
  char name[sizeof found.at.name];
  memcpy(name, found.at.name, sizeof name);
  found.at = jh_taking_place(taking, part->line ? part->line : taking->line, part);
  if (taking->grid) jh_grid_place(taking->grid, part->column, &found.at);
  memcpy(found.at.name, name, sizeof name);
  *ok = false;
  return jh_intake_refuse(taking->in, &found, err);
}

bool jh_taking_add(char out[JH_DEC_TEXT], const char *a, const char *b) {
  jh_dec x, y;
  int64_t first, second, sum;
  if (jh_dec_read(&x, jh_str_of(a), 18, false) || jh_dec_read(&y, jh_str_of(b), 18, false)) {
    return false;
  }
  int32_t scale = x.scale > y.scale ? x.scale : y.scale;
  if (!jh_dec_rescale(&first, x, scale) || !jh_dec_rescale(&second, y, scale)) return false;
  if (__builtin_add_overflow(first, second, &sum)) return false;
  (void)jh_dec_text(out, (jh_dec){sum, scale});
  return true;
}

/* The parts added up; a blank part leaves the sum blank. */
static jh_code read_sum(jh_taking *taking, jh_intake_feed *feed, bool *ok, jh_error *err) {
  char sum[JH_DEC_TEXT] = "0";
  size_t blanks = 0;
  jh_code code = JH_OK;
  for (size_t i = 0; i < feed->part_count && !code; i++) {
    jh_error problem;
    jh_buf_clear(&taking->part);
    code = read_part(taking, feed, &feed->parts[i], &taking->part, &problem);
    if (code == JH_ENOMEM) return no_memory(err);
    if (code) return refuse(taking, &feed->parts[i], &problem, ok, err);
    if (!jh_buf_ok(&taking->part)) return no_memory(err);
    blanks += taking->part.size == 0;
    if (taking->part.size == 0) continue;
    if (!jh_taking_add(sum, sum, taking->part.at)) {
      (void)jh_fail(&problem, JH_ENUMBER_LARGE, NULL, taking->part.at, NULL);
      return refuse(taking, &feed->parts[i], &problem, ok, err);
    }
  }
  if (blanks == 0) jh_buf_text(&taking->texts, sum);
  if (blanks && blanks < feed->part_count) feed->open_sums++;
  return JH_OK;
}

static jh_code read_feed(jh_taking *taking, jh_intake_feed *feed, bool *ok, jh_error *err) {
  jh_error problem;
  if (feed->part_count == 0) {
    jh_buf_text(&taking->texts, feed->constant);
    return JH_OK;
  }
  if (feed->part_count > 1) return read_sum(taking, feed, ok, err);
  jh_code code = read_part(taking, feed, &feed->parts[0], &taking->texts, &problem);
  if (code == JH_ENOMEM) return no_memory(err);
  return code ? refuse(taking, &feed->parts[0], &problem, ok, err) : JH_OK;
}

jh_code jh_taking_read(jh_taking *taking, bool *ok, jh_error *err) {
  jh_buf_clear(&taking->texts);
  *ok = true;
  for (size_t i = 0; i < taking->source->feed_count; i++) {
    taking->offsets[i] = taking->texts.size;
    jh_code code = read_feed(taking, &taking->source->feeds[i], ok, err);
    if (code) return code;
    jh_buf_char(&taking->texts, '\0');
  }
  return jh_buf_ok(&taking->texts) ? JH_OK : no_memory(err);
}

/* Into the store ---------------------------------------------------------------------------------------- */

static const char *text_of(const jh_taking *taking, uint32_t column) {
  if (column == JH_NONE) return "";
  const jh_intake_feed *feed = jh_layout_feed(taking->source, column);
  return feed ? taking->texts.at + taking->offsets[feed - taking->source->feeds] : "";
}

static void make_key(const jh_taking *taking, jh_buf *key) {
  const jh_table_def *def = taking->source->table->def;
  if (def->key_column == JH_NONE) return;
  jh_buf_text(key, text_of(taking, def->key_column));
  jh_buf_char(key, '\x1F');
  jh_buf_text(key, text_of(taking, def->stage_column));
  jh_buf_char(key, '\x1F');
  jh_buf_text(key, text_of(taking, def->year_column));
}

static jh_code doubled(jh_taking *taking, uint32_t earlier, jh_error *err) {
  const jh_table_def *def = taking->source->table->def;
  const jh_intake_feed *feed = jh_layout_feed(taking->source, def->key_column);
  const jh_intake_part *part = feed->part_count ? feed->parts : NULL;
  jh_place at = jh_taking_place(taking, taking->line, part);
  jh_error found;
  const char *name = jh_text_in(def->columns[def->key_column].name, JH_ZH);
  (void)jh_fail(&found, JH_EDUPLICATE_KEY, &at, name, text_of(taking, def->key_column), NULL);
  found.also = jh_taking_place(taking, earlier, part);
  return jh_intake_refuse(taking->in, &found, err);
}

/* Two sources say different things. */
static jh_code clash(
    jh_taking *taking, const jh_intake_feed *feed, const char *text, const jh_intake_cell *old,
    jh_error *err) {
  const jh_table_def *def = taking->source->table->def;
  const jh_intake_part *part = feed->part_count ? feed->parts : NULL;
  jh_place at = jh_taking_place(taking, part && part->line ? part->line : taking->line, part);
  const char *id = def->columns[feed->column].id;
  jh_error found;
  (void)jh_fail(
      &found, JH_EIMPORT_CLASH, &at, text_of(taking, def->key_column), text, old->text, NULL);
  jh_str_copy(found.at.name, sizeof found.at.name, jh_str_of(id));
  jh_taking other = {.in = taking->in, .source = &taking->in->sources[old->source]};
  feed = jh_layout_feed(other.source, feed->column);
  found.also = jh_taking_place(&other, old->line, feed && feed->part_count ? feed->parts : NULL);
  return jh_intake_refuse(taking->in, &found, err);
}

static jh_code put(
    jh_taking *taking, jh_intake_record *record, const jh_intake_feed *feed, jh_error *err) {
  const char *text = taking->texts.at + taking->offsets[feed - taking->source->feeds];
  uint32_t line = feed->part_count && feed->parts[0].line ? feed->parts[0].line : taking->line;
  jh_intake_cell cell = {"", taking->number, line}, old;
  if (text[0]) cell.text = jh_arena_text(taking->in->arena, jh_str_of(text));
  if (!cell.text) return no_memory(err);
  if (jh_store_put(record, feed->slot, &cell, &old)) return JH_OK;
  return clash(taking, feed, text, &old, err);
}

jh_code jh_taking_store(jh_taking *taking, jh_error *err) {
  jh_intake_source *source = taking->source;
  uint32_t earlier;
  jh_buf_clear(&taking->part);
  make_key(taking, &taking->part);
  if (!jh_buf_ok(&taking->part)) return no_memory(err);
  jh_intake_record *record = jh_store_find(
      taking->in, source->table, jh_buf_str(&taking->part), taking->number, taking->line, &earlier);
  if (!record) return no_memory(err);
  if (earlier && source->table->by_key) return doubled(taking, earlier, err);
  jh_code code = JH_OK;
  for (size_t i = 0; i < source->feed_count && !code; i++) {
    code = put(taking, record, &source->feeds[i], err);
  }
  source->row_count++;
  return code;
}
