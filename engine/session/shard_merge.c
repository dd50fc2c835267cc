/* shard_merge.c - the parts of a run joined: opened, checked, and written as one. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "session/shard.h"
#include "study/targets.h"

enum { MOST_KEPT = 20 }; /* messages, as while judging */

static jh_code out_of_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

static jh_code open_files(
    jh_shards *s, const jh_shards_options *options, const jh_shard_marks *engine, jh_error *err) {
  s->files = jh_arena_get(s->arena, (options->file_count + 1) * sizeof *s->files);
  if (!s->files) return out_of_memory(err);
  jh_code code = JH_OK;
  for (size_t i = 0; i < options->file_count && !code; i++) {
    s->file_count = i + 1;
    code = jh_shard_file_open(&s->files[i], options->files[i], err);
  }
  return code ? code : jh_shard_set_check(s->files, s->file_count, engine, err);
}

/* ---- the pack ---- */

static const char *text_of(jh_shards *s, jh_str text, bool *is_full) {
  const char *out = text.size ? jh_arena_text(s->arena, text) : NULL;
  *is_full = *is_full || (text.size && !out);
  return out;
}

static const char **take_list(jh_shards *s, jh_shard_cursor *cursor, size_t *count, bool *is_full) {
  *count = jh_shard_wire_take_count(cursor, 1);
  const char **list = jh_arena_get(s->arena, (*count + 1) * sizeof *list);
  for (size_t i = 0; list && i < *count; i++)
    list[i] = text_of(s, jh_shard_wire_take_text(cursor), is_full);
  *is_full = *is_full || !list;
  return list;
}

/* It stands where it stood, or where the options say; what it holds is to be the same. */
static jh_code check_pack(jh_shards *s, jh_error *err) {
  jh_shard_marks now = {0};
  const jh_shard_marks *then = &s->files[0].marks;
  jh_code code = jh_shard_marks_rules(&now, s->session, err);
  bool is_same = strcmp(now.of[JH_SHARD_PACK], then->of[JH_SHARD_PACK]) == 0 &&
                 strcmp(now.of[JH_SHARD_RULES], then->of[JH_SHARD_RULES]) == 0;
  if (code || is_same) return code;
  char wanted[160], found[160];
  (void)snprintf(
      wanted, sizeof wanted, "%.100s (%.12s…)", then->of[JH_SHARD_PACK], then->of[JH_SHARD_RULES]);
  (void)snprintf(
      found, sizeof found, "%.100s (%.12s…)", now.of[JH_SHARD_PACK], now.of[JH_SHARD_RULES]);
  jh_place at = jh_place_of(s->files[0].path, 0, 0);
  return jh_fail(err, JH_ESHARD_RULES, &at, wanted, found, NULL);
}

static jh_code open_pack(jh_shards *s, const jh_shards_options *options, jh_error *err) {
  jh_shard_file *first = &s->files[0];
  bool is_full = false;
  jh_session_options how = {
      .rules = text_of(s, first->rules, &is_full),
      .share = text_of(s, first->share, &is_full),
      .dictionary = text_of(s, first->dictionary, &is_full),
      .data = text_of(s, first->data, &is_full),
      .only_preview = true,
      .pack_memory_mib = options->pack_memory_mib,
      .pack_steps = options->pack_steps,
      .pack_seconds = options->pack_seconds};
  how.reforms = take_list(s, &first->rest, &how.reform_count, &is_full);
  how.switches = take_list(s, &first->rest, &how.switch_count, &is_full);
  if (options->rules) how.rules = options->rules;
  if (options->data) how.data = options->data;
  if (is_full) return out_of_memory(err);
  if (first->rest.is_bad) return jh_shard_file_damaged(first, err);
  jh_code code = s->session ? JH_OK : jh_session_open(&s->session, &how, err);
  return code ? code : check_pack(s, err);
}

/* ---- the heads ---- */

static jh_code take_report_head(jh_shards *s, jh_shard_cursor *cursor, jh_error *err) {
  jh_report_head *head = &s->head;
  bool is_full = false;
  *head = (jh_report_head){.plan = s->session->plan, .engine_version = jh_version()};
  if (!jh_date_read(&head->on, jh_str_of(s->files[0].marks.of[JH_SHARD_DAY])))
    cursor->is_bad = true;
  jh_str year = {NULL, 0}, region = {NULL, 0};
  if (jh_shard_wire_take_most(cursor, 1)) year = jh_shard_wire_take_text(cursor);
  if (jh_shard_wire_take_most(cursor, 1)) region = jh_shard_wire_take_text(cursor);
  head->year = text_of(s, year, &is_full);
  head->region = text_of(s, region, &is_full);
  head->file_count = jh_shard_wire_take_count(cursor, 2);
  jh_report_file *files = jh_arena_get(s->arena, (head->file_count + 1) * sizeof *files);
  if (!files) return out_of_memory(err);
  for (size_t i = 0; i < head->file_count; i++) {
    files[i].name = jh_arena_text(s->arena, jh_shard_wire_take_text(cursor));
    files[i].hash = jh_arena_text(s->arena, jh_shard_wire_take_text(cursor));
    is_full = is_full || !files[i].name || !files[i].hash;
  }
  head->files = files;
  return is_full ? out_of_memory(err) : JH_OK;
}

static jh_code take_day(jh_shards *s, jh_shard_cursor *cursor, jh_error *err) {
  const jh_plan *plan = s->session->plan;
  s->settled = jh_arena_get(s->arena, plan->node_count + 1);
  if (!s->settled) return out_of_memory(err);
  if (jh_shard_wire_take(cursor) != plan->node_count) cursor->is_bad = true;
  for (uint32_t n = 0; n < plan->node_count && !cursor->is_bad; n++) {
    s->settled[n] = (uint8_t)jh_shard_wire_take_most(cursor, JH_TRUE);
    uint32_t dropped = jh_shard_wire_take_most(cursor, plan->nodes[n].count);
    for (uint32_t i = 0; i < dropped && !cursor->is_bad; i++) {
      void *items = s->dropped;
      if (jh_arena_grow(
              s->arena, &items, &s->dropped_room, s->dropped_count + 1, sizeof *s->dropped) != 0)
        return out_of_memory(err);
      s->dropped = items;
      s->dropped[s->dropped_count++] =
          (uint64_t)n << 32 | jh_shard_wire_take_most(cursor, plan->nodes[n].count);
    }
  }
  return JH_OK;
}

/* The values of all parameters, by their numbers in a shard. */
static jh_code number_values(jh_shards *s, jh_error *err) {
  const jh_plan *plan = s->session->plan;
  size_t count = 0, at = 1;
  for (size_t i = 0; i < plan->param_count; i++) count += plan->params[i].value_count;
  s->values = jh_arena_get(s->arena, (count + 1) * sizeof *s->values);
  if (!s->values) return out_of_memory(err);
  for (size_t i = 0; i < plan->param_count; i++)
    for (size_t k = 0; k < plan->params[i].value_count; k++)
      s->values[at++] = &plan->params[i].values[k];
  s->value_count = count;
  return JH_OK;
}

/* What the first part tells of the run, and what each of them counted. */
static jh_code take_heads(jh_shards *s, jh_error *err) {
  assert(s->session); /* lent, or opened by open_pack */
  const jh_plan *plan = s->session->plan;
  s->targets = jh_arena_get(s->arena, (plan->target_count + 1) * sizeof *s->targets);
  s->diag = jh_diag_open(MOST_KEPT);
  if (!s->targets || !s->diag) return out_of_memory(err);
  jh_code code = number_values(s, err);
  for (size_t i = 0; i < s->file_count && !code; i++) {
    jh_shard_cursor *cursor = &s->files[i].rest;
    jh_diag *again = i ? jh_diag_open(MOST_KEPT) : s->diag;
    size_t count;
    bool is_full = !again;
    if (i) (void)take_list(s, cursor, &count, &is_full);
    if (i) (void)take_list(s, cursor, &count, &is_full);
    s->dropped_count = 0;
    if (is_full) code = out_of_memory(err);
    if (!code) code = take_report_head(s, cursor, err);
    if (!code) code = take_day(s, cursor, err);
    if (!code) jh_shard_diag_take(cursor, again);
    if (!code && !jh_shard_targets_take(cursor, plan, s->targets, s->arena))
      code = out_of_memory(err);
    if (i) jh_diag_close(again);
    if (!code && (cursor->is_bad || cursor->at != cursor->end))
      code = jh_shard_file_damaged(&s->files[i], err);
  }
  if (!code) jh_targets_conclude(s->targets, plan, s->head.on, s->head.region);
  return code;
}

/* ---- the counties ---- */

static jh_code make_room(jh_shards *s, jh_error *err) {
  const jh_plan *plan = s->session->plan;
  s->county_count = s->files[s->file_count - 1].to;
  s->levels = jh_shard_county_levels(plan, s->arena);
  s->ends = jh_arena_get(s->arena, (plan->level_count + 1) * sizeof *s->ends);
  s->view.rows = jh_arena_get(s->arena, (plan->level_count + 1) * sizeof *s->view.rows);
  s->view.firsts = jh_arena_get(s->arena, (plan->rule_count + 1) * sizeof *s->view.firsts);
  bool is_whole = s->levels && s->ends && s->view.rows && s->view.firsts;
  s->view.county = JH_NONE;
  return is_whole ? JH_OK : out_of_memory(err);
}

static jh_str keep(jh_shards *s, jh_str text, bool *is_full) {
  const char *out = jh_arena_text(s->arena, text);
  *is_full = *is_full || !out;
  return (jh_str){out ? out : "", out ? text.size : 0};
}

/* Reads a county for the first time: who it is, and how many rows it has. */
static jh_code take_county(jh_shards *s, uint32_t county, jh_error *err) {
  const jh_plan *plan = s->session->plan;
  jh_shard_place *place = &s->counties[county];
  bool is_full = false;
  place->first = jh_arena_get(s->arena, (plan->level_count + 1) * sizeof *place->first);
  if (!place->first) return out_of_memory(err);
  memcpy(place->first, s->ends, plan->level_count * sizeof *place->first);
  jh_code code = jh_shard_view_read(s, county, err);
  for (uint32_t level = 0; level < plan->level_count && !code; level++) {
    const jh_shard_rows *rows = &s->view.rows[level];
    if (!s->levels[level]) continue;
    s->ends[level] += (uint32_t)rows->count;
    if (level != jh_shard_county_top(plan)) continue;
    place->code = keep(s, rows->items[0].code, &is_full);
    place->name = keep(s, rows->items[0].name, &is_full);
  }
  if (code) return code;
  place->prefecture = keep(s, s->view.prefecture, &is_full);
  place->province = keep(s, s->view.province, &is_full);
  return is_full ? out_of_memory(err) : JH_OK;
}

/* A county's place: its length, then that many bytes. */
static bool find_county(const jh_shard_file *file, uint64_t at, jh_shard_place *out) {
  char bytes[10];
  size_t room = file->end - at < sizeof bytes ? (size_t)(file->end - at) : sizeof bytes;
  if (!jh_shard_file_read(file, at, bytes, room)) return false;
  jh_shard_cursor cursor = jh_shard_wire_open((jh_str){bytes, room});
  uint64_t size = jh_shard_wire_take(&cursor);
  out->at = at + (uint64_t)(cursor.at - bytes);
  out->size = (uint32_t)size;
  return !cursor.is_bad && size <= file->end - out->at && size < UINT32_MAX;
}

static jh_code take_counties(jh_shards *s, uint32_t index, jh_error *err) {
  const jh_shard_file *file = &s->files[index];
  uint64_t at = file->counties;
  /* Each takes a byte at least: a false number of them is told before room is made for it. */
  if (file->to - file->from > file->end - at) return jh_shard_file_damaged(file, err);
  void *items = s->counties;
  size_t room = file->from;
  if (file->to > room && jh_arena_grow(s->arena, &items, &room, file->to, sizeof *s->counties) != 0)
    return out_of_memory(err);
  s->counties = items;
  jh_code code = JH_OK;
  for (uint32_t i = file->from; i < file->to && !code; i++) {
    s->counties[i].file = index;
    if (!find_county(file, at, &s->counties[i])) return jh_shard_file_damaged(file, err);
    code = take_county(s, i, err);
    at = s->counties[i].at + s->counties[i].size;
  }
  return code || at == file->end ? code : jh_shard_file_damaged(file, err);
}

static jh_code read_all(
    jh_shards *s, const jh_shards_options *options, const jh_shard_marks *engine, jh_error *err) {
  jh_code code = open_files(s, options, engine, err);
  if (!code) code = open_pack(s, options, err);
  if (!code) code = take_heads(s, err);
  if (!code) code = make_room(s, err);
  for (uint32_t i = 0; i < s->file_count && !code; i++) code = take_counties(s, i, err);
  /* From here on each county's bytes are held against their own hash (shard_view.c). */
  for (size_t i = 0; i < s->file_count && !code; i++) code = jh_shard_file_check(&s->files[i], err);
  if (!code) s->results = jh_shard_answers(s);
  return code;
}

jh_code jh_shard_merge_open(
    jh_shards **out, const jh_shards_options *options, const jh_shard_marks *engine,
    jh_session *pack, jh_error *err) {
  jh_arena *arena = jh_arena_open();
  jh_shards *s = arena ? jh_arena_get(arena, sizeof *s) : NULL;
  *out = s;
  if (!s) {
    jh_arena_close(arena);
    return out_of_memory(err);
  }
  s->arena = arena;
  s->session = pack;
  s->is_lent = pack != NULL;
  return read_all(s, options, engine, err);
}

jh_code jh_shards_open(jh_shards **out, const jh_shards_options *options, jh_error *err) {
  jh_shard_marks engine = {0};
  *out = NULL;
  jh_code code = jh_shard_marks_engine(&engine, err);
  return code ? code : jh_shard_merge_open(out, options, &engine, NULL, err);
}

void jh_shards_close(jh_shards *shards) {
  if (!shards) return;
  for (size_t i = 0; i < shards->file_count; i++) jh_shard_file_close(&shards->files[i]);
  if (shards->session) jh_shard_view_done(shards);
  if (!shards->is_lent) jh_session_close(shards->session);
  jh_diag_close(shards->diag);
  jh_arena_close(shards->arena);
}

const jh_diag *jh_shards_diag(const jh_shards *shards) {
  /* Where the pack could not be read, it says why. */
  return shards->diag || !shards->session ? shards->diag : jh_session_diag(shards->session);
}

jh_code jh_shards_write(
    jh_shards *shards, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err) {
  jh_code code = jh_session_write_results(&shards->results, format, lang, writer, payload, err);
  if (!shards->broken.code || code) return code;
  if (err) *err = shards->broken;
  return shards->broken.code;
}

size_t jh_shards_count(jh_shards *shards, const char *verdict) {
  jh_verdict wanted;
  size_t count = 0;
  if (!jh_verdict_find(&wanted, jh_str_of(verdict))) return 0;
  for (uint32_t i = 0; i < shards->county_count; i++) {
    jh_entity county = shards->results.county(shards, i);
    count += jh_reason_verdict(&shards->results, i, &county) == wanted;
  }
  return count;
}
