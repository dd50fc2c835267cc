/* shard_view.c - one county out of its shard: every number checked before it is used. */
#include <string.h>

#include "base/alloc.h"
#include "session/shard.h"

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static unsigned take_byte(jh_shard_cursor *cursor) {
  if (cursor->at < cursor->end) return (unsigned char)*cursor->at++;
  cursor->is_bad = true;
  return 0;
}

static void take_figure(jh_shard_cursor *cursor, jh_figure *out) {
  char *const texts[] = {out->text, out->low, out->high};
  unsigned flags = take_byte(cursor);
  if (flags > 15) cursor->is_bad = true;
  out->is_known = flags & 1U;
  for (unsigned i = 0; i < 3; i++) {
    texts[i][0] = '\0';
    if (flags & 2U << i) jh_shard_wire_take_into(cursor, texts[i], JH_FIGURE_TEXT);
  }
}

static void take_finding(
    jh_shard_cursor *cursor, const jh_shards *s, uint32_t rule, jh_finding *out) {
  unsigned flags = take_byte(cursor);
  if ((flags & 7U) >= JH_VERDICTS || flags > 15) cursor->is_bad = true;
  out->rule = &s->session->plan->rules[rule];
  out->rule_index = rule;
  out->verdict = cursor->is_bad ? JH_MET : (jh_verdict)(flags & 7U);
  out->has_figures = flags & 8U;
  out->source = s->values[jh_shard_wire_take_most(cursor, s->value_count)];
  if (!out->has_figures) return;
  take_figure(cursor, &out->measure);
  take_figure(cursor, &out->bound);
  take_figure(cursor, &out->margin);
  if (out->rule->kind == JH_RULE_SCORE) take_figure(cursor, &out->full);
}

/* ---- reading a county ---- */

static jh_code take_level(
    jh_shards *s, jh_shard_cursor *cursor, uint32_t level, uint32_t first, jh_error *err) {
  const jh_plan *plan = s->session->plan;
  jh_shard_rows *rows = &s->view.rows[level];
  rows->count = jh_shard_wire_take_count(cursor, 3);
  if (rows->count > UINT32_MAX - 1 - (size_t)first) cursor->is_bad = true;
  if (level == jh_shard_county_top(plan) && rows->count != 1) cursor->is_bad = true;
  if (cursor->is_bad) rows->count = 0;
  rows->first = first;
  rows->is_there = true;
  void *items = rows->items;
  if (jh_alloc_grow(&items, &rows->room, rows->count + 1, sizeof *rows->items) != 0)
    return out_of_memory(err);
  rows->items = items;
  for (uint32_t i = 0; i < rows->count; i++) {
    jh_entity *entity = &rows->items[i];
    *entity = (jh_entity){.level = level, .row = first + i};
    entity->code = jh_shard_wire_take_text(cursor);
    entity->name = jh_shard_wire_take_text(cursor);
    uint32_t stage = jh_shard_wire_take_most(cursor, plan->stage_count);
    entity->stage = stage ? stage - 1 : JH_NONE;
  }
  return JH_OK;
}

static jh_code take_findings(jh_shards *s, jh_shard_cursor *cursor, jh_error *err) {
  const jh_plan *plan = s->session->plan;
  jh_shard_view *view = &s->view;
  jh_finding finding;
  size_t count = 0;
  for (uint32_t rule = 0; rule < plan->rule_count; rule++) {
    view->firsts[rule] = count;
    if (!jh_shard_county_tells(&plan->rules[rule])) continue;
    size_t rows = view->rows[plan->rules[rule].level].count;
    void *items = view->findings;
    if (jh_alloc_grow(&items, &view->finding_room, count + rows + 1, sizeof *view->findings) != 0)
      return out_of_memory(err);
    view->findings = items;
    for (size_t i = 0; i < rows && !cursor->is_bad; i++) {
      view->findings[count++] = cursor->at;
      take_finding(cursor, s, rule, &finding);
    }
    if (cursor->is_bad) return JH_OK;
  }
  return JH_OK;
}

static jh_code take_floors(jh_shards *s, jh_shard_cursor *cursor, jh_error *err) {
  const jh_plan *plan = s->session->plan;
  jh_shard_view *view = &s->view;
  view->floor_count = jh_shard_wire_take_count(cursor, 8);
  void *items = view->floors;
  if (jh_alloc_grow(&items, &view->floor_room, view->floor_count + 1, sizeof *view->floors) != 0)
    return out_of_memory(err);
  view->floors = items;
  for (size_t i = 0; i < view->floor_count; i++) {
    jh_shard_floor *at = &view->floors[i];
    at->rule = jh_shard_wire_take_most(cursor, plan->rule_count - 1);
    at->member = jh_shard_wire_take_most(cursor, plan->rule_count - 1);
    at->row = jh_shard_wire_take_most(cursor, UINT32_MAX);
    at->floor.is_asked = jh_shard_wire_take_most(cursor, 1);
    at->floor.verdict = (jh_verdict)jh_shard_wire_take_most(cursor, JH_VERDICTS - 1);
    take_figure(cursor, &at->floor.share);
    take_figure(cursor, &at->floor.measure);
    take_figure(cursor, &at->floor.bound);
  }
  return JH_OK;
}

/* The text in the arena, NULL when memory is out; the arena NULL: only passed over. */
static const char *take_word(jh_shard_cursor *cursor, jh_arena *arena, bool *is_full) {
  jh_str text = jh_shard_wire_take_text(cursor);
  const char *word = arena ? jh_arena_text(arena, text) : "";
  *is_full = *is_full || !word;
  return word;
}

/* False when memory is out. */
static bool take_cell(jh_shard_cursor *cursor, const jh_plan *plan, jh_arena *arena, jh_cell *out) {
  const char *texts[3] = {NULL};
  bool is_full = false;
  *out = (jh_cell){0};
  uint32_t table = jh_shard_wire_take_most(cursor, plan->table_count - 1);
  out->table = &plan->tables[table];
  uint32_t column = jh_shard_wire_take_most(cursor, out->table->column_count - 1);
  out->column = &out->table->columns[column];
  out->row = jh_shard_wire_take_most(cursor, UINT32_MAX);
  out->line = jh_shard_wire_take_most(cursor, UINT32_MAX);
  out->field = jh_shard_wire_take_most(cursor, UINT32_MAX);
  out->is_missing = jh_shard_wire_take_most(cursor, 1);
  out->entity = jh_shard_wire_take_text(cursor);
  out->file = take_word(cursor, arena, &is_full);
  jh_shard_wire_take_into(cursor, out->read, sizeof out->read);
  for (int i = 0; i < 3; i++)
    if (jh_shard_wire_take_most(cursor, 1)) texts[i] = take_word(cursor, arena, &is_full);
  out->sheet = texts[0];
  out->origin = texts[1];
  out->written = texts[2];
  return !is_full;
}

static jh_code take_waits(jh_shards *s, jh_shard_cursor *cursor, jh_error *err) {
  const jh_plan *plan = s->session->plan;
  jh_shard_view *view = &s->view;
  jh_cell cell;
  view->wait_count = jh_shard_wire_take_count(cursor, 3);
  void *items = view->waits;
  if (jh_alloc_grow(&items, &view->wait_room, view->wait_count + 1, sizeof *view->waits) != 0)
    return out_of_memory(err);
  view->waits = items;
  items = view->wait_at;
  if (jh_alloc_grow(&items, &view->at_room, view->wait_count + 1, sizeof *view->wait_at) != 0)
    return out_of_memory(err);
  view->wait_at = items;
  for (size_t i = 0; i < view->wait_count; i++) {
    jh_shard_wait *at = &view->waits[i];
    at->rule = jh_shard_wire_take_most(cursor, plan->rule_count - 1);
    at->row = jh_shard_wire_take_most(cursor, UINT32_MAX);
    at->all = jh_shard_wire_take_most(cursor, UINT32_MAX);
    view->wait_at[i] = cursor->at;
    for (size_t k = 0; k < at->all && k < JH_SHARD_WAITING && !cursor->is_bad; k++)
      (void)take_cell(cursor, plan, NULL, &cell);
  }
  return JH_OK;
}

/* Levels that are told of this county alone. */
static jh_code take_others(jh_shards *s, jh_shard_cursor *cursor, jh_error *err) {
  jh_code code = JH_OK;
  const size_t levels = s->session->plan->level_count;
  uint32_t level = jh_shard_wire_take_most(cursor, levels);
  while (level && !cursor->is_bad && !code) {
    uint32_t first = jh_shard_wire_take_most(cursor, UINT32_MAX - 1);
    if (s->view.rows[level - 1].is_there)
      cursor->is_bad = true;
    else
      code = take_level(s, cursor, level - 1, first, err);
    level = jh_shard_wire_take_most(cursor, levels);
  }
  return code;
}

static jh_code take_all(jh_shards *s, const jh_shard_place *place, jh_error *err) {
  jh_shard_view *view = &s->view;
  jh_shard_cursor cursor = jh_shard_wire_open((jh_str){view->bytes, place->size});
  const jh_plan *plan = s->session->plan;
  jh_code code = JH_OK;
  view->end = cursor.end;
  view->prefecture = jh_shard_wire_take_text(&cursor);
  view->province = jh_shard_wire_take_text(&cursor);
  for (uint32_t level = 0; level < plan->level_count && !code; level++) {
    view->rows[level].is_there = false;
    if (s->levels[level]) code = take_level(s, &cursor, level, place->first[level], err);
  }
  if (!code && !cursor.is_bad) code = take_findings(s, &cursor, err);
  if (!code && !cursor.is_bad) code = take_floors(s, &cursor, err);
  if (!code && !cursor.is_bad) code = take_waits(s, &cursor, err);
  if (!code && !cursor.is_bad) code = take_others(s, &cursor, err);
  bool is_bad = cursor.is_bad || cursor.at != cursor.end;
  if (code || !is_bad) return code;
  return jh_shard_file_damaged(&s->files[place->file], err);
}

/* The bytes are those that were there at first, also if somebody writes into the file. */
static jh_code check_bytes(jh_shards *s, jh_shard_place *place, jh_error *err) {
  char found[JH_SHA256_TEXT];
  jh_sha256 hash;
  jh_sha256_init(&hash);
  jh_sha256_add(&hash, (jh_str){s->view.bytes, place->size});
  if (!jh_sha256_done(&hash, found)) return out_of_memory(err);
  if (!place->hash[0]) memcpy(place->hash, found, sizeof found);
  return strcmp(place->hash, found) == 0 ? JH_OK
                                         : jh_shard_file_damaged(&s->files[place->file], err);
}

jh_code jh_shard_view_read(jh_shards *s, uint32_t county, jh_error *err) {
  jh_shard_place *place = &s->counties[county];
  jh_shard_view *view = &s->view;
  if (view->county == county) return JH_OK;
  view->county = JH_NONE;
  void *bytes = view->bytes;
  if (jh_alloc_grow(&bytes, &view->room, (size_t)place->size + 1, 1) != 0)
    return out_of_memory(err);
  view->bytes = bytes;
  if (!jh_shard_file_read(&s->files[place->file], place->at, view->bytes, place->size))
    return jh_shard_file_damaged(&s->files[place->file], err);
  jh_code code = check_bytes(s, place, err);
  if (!code) code = take_all(s, place, err);
  if (!code) view->county = county;
  return code;
}

void jh_shard_view_done(jh_shards *s) {
  jh_shard_view *view = &s->view;
  for (size_t i = 0; view->rows && i < s->session->plan->level_count; i++)
    jh_alloc_free(view->rows[i].items);
  jh_alloc_free(view->bytes);
  jh_alloc_free(view->findings);
  jh_alloc_free(view->floors);
  jh_alloc_free(view->waits);
  jh_alloc_free(view->wait_at);
}

/* ---- asking about it ---- */

static const char *finding_at(const jh_shards *s, uint32_t rule, uint32_t row) {
  uint32_t first = s->counties[s->view.county].first[s->session->plan->rules[rule].level];
  return s->view.findings[s->view.firsts[rule] + row - first];
}

void jh_shard_view_finding(const jh_shards *s, uint32_t rule, uint32_t row, jh_finding *out) {
  jh_shard_cursor cursor = {finding_at(s, rule, row), s->view.end, false};
  *out = (jh_finding){0};
  take_finding(&cursor, s, rule, out);
}

jh_verdict jh_shard_view_verdict(const jh_shards *s, uint32_t rule, uint32_t row) {
  return (jh_verdict)((unsigned char)*finding_at(s, rule, row) & 7U);
}

jh_code jh_shard_view_cells(
    const jh_shards *s, uint32_t rule, uint32_t row, size_t most, jh_arena *arena, jh_cell **cells,
    size_t *count, jh_error *err) {
  size_t i = 0;
  while (i < s->view.wait_count && (s->view.waits[i].rule != rule || s->view.waits[i].row != row))
    i++;
  if (most > JH_SHARD_WAITING) return jh_fail(err, JH_EINTERNAL, NULL, NULL);
  if (i == s->view.wait_count)
    return jh_shard_file_damaged(&s->files[s->counties[s->view.county].file], err);
  size_t all = s->view.waits[i].all, given = all < most ? all : most;
  jh_shard_cursor cursor = {s->view.wait_at[i], s->view.end, false};
  *cells = jh_arena_get(arena, (given + 1) * sizeof **cells);
  if (!*cells) return out_of_memory(err);
  for (size_t k = 0; k < given; k++)
    if (!take_cell(&cursor, s->session->plan, arena, &(*cells)[k])) return out_of_memory(err);
  *count = all;
  return JH_OK;
}
