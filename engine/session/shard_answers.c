/* shard_answers.c - what the parts of a run tell, asked for in the way in which writers ask a run.
 *
 * What cannot be answered is remembered: then nothing that was written counts.
 */
#include <string.h>

#include "session/shard.h"

static bool is_open(const jh_shards *s) { return s->broken.code == JH_OK; }

/* A question for which there is no row. */
static void fail(jh_shards *s) {
  if (is_open(s)) (void)jh_fail(&s->broken, JH_EINTERNAL, NULL, NULL);
}

/* A part that does not tell what its own answers lead to. */
static void fail_part(jh_shards *s) {
  uint32_t at = s->view.county == JH_NONE ? 0 : s->view.county;
  if (is_open(s))
    s->broken.code = jh_shard_file_damaged(&s->files[s->counties[at].file], &s->broken);
}

/* Brings the county into view. */
static bool look(jh_shards *s, uint32_t county) {
  jh_error err;
  if (!is_open(s)) return false;
  if (county >= s->county_count) {
    fail(s);
    return false;
  }
  if (!jh_shard_view_read(s, county, &err)) return true;
  s->broken = err;
  return false;
}

static uint32_t end_of(const jh_shards *s, uint32_t level, uint32_t county) {
  return county + 1 < s->county_count ? s->counties[county + 1].first[level] : s->ends[level];
}

static bool is_in(const jh_shards *s, uint32_t level, uint32_t row, uint32_t county) {
  return row >= s->counties[county].first[level] && row < end_of(s, level, county);
}

/* Brings the county of a row into view. */
static bool look_at(jh_shards *s, uint32_t level, uint32_t row) {
  uint32_t low = 0, high = s->county_count;
  if (!is_open(s)) return false;
  if (!s->levels[level] || row >= s->ends[level]) {
    fail(s);
    return false;
  }
  if (s->view.county != JH_NONE && is_in(s, level, row, s->view.county)) return true;
  while (high - low > 1) { /* the last county that begins at the row or before it */
    uint32_t middle = low + (high - low) / 2;
    if (s->counties[middle].first[level] <= row)
      low = middle;
    else
      high = middle;
  }
  return look(s, low);
}

static bool look_for(jh_shards *s, uint32_t rule, uint32_t row) {
  const jh_rule *of = &s->session->plan->rules[rule];
  if (jh_shard_county_tells(of)) return look_at(s, of->level, row);
  fail(s);
  return false;
}

static jh_entity entity(void *payload, uint32_t level, uint32_t row) {
  jh_shards *s = payload;
  const jh_shard_rows *at = &s->view.rows[level];
  bool is_known = s->levels[level] ? look_at(s, level, row) : is_open(s);
  if (is_known && (!at->is_there || row - at->first >= at->count)) fail_part(s);
  if (!is_open(s)) return (jh_entity){.level = level, .row = row, .code = {"", 0}, .name = {"", 0}};
  const jh_shard_place *place = &s->counties[s->view.county];
  jh_entity out = at->items[row - at->first];
  out.county_code = place->code;
  out.county_name = place->name;
  return out;
}

static jh_entity county(void *payload, uint32_t row) {
  const jh_shards *s = payload;
  const jh_shard_place *at = &s->counties[row];
  return (jh_entity){
      jh_shard_county_top(s->session->plan), row, at->code, at->name, JH_NONE, at->code, at->name};
}

static void region_names(void *payload, uint32_t row, jh_str *prefecture, jh_str *province) {
  const jh_shards *s = payload;
  *prefecture = s->counties[row].prefecture;
  *province = s->counties[row].province;
}

static void rows(void *payload, uint32_t level, uint32_t row, uint32_t *from, uint32_t *to) {
  jh_shards *s = payload;
  *from = *to = 0;
  if (row < s->county_count && s->levels[level]) {
    *from = s->counties[row].first[level];
    *to = end_of(s, level, row);
  } else if (look(s, row) && s->view.rows[level].is_there) {
    *from = s->view.rows[level].first;
    *to = *from + (uint32_t)s->view.rows[level].count;
  } else {
    fail_part(s);
  }
}

static jh_verdict verdict(void *payload, uint32_t rule, uint32_t row) {
  jh_shards *s = payload;
  return look_for(s, rule, row) ? jh_shard_view_verdict(s, rule, row) : JH_UNDETERMINED;
}

static jh_tally tally(void *payload, uint32_t rule, uint32_t row) {
  jh_shards *s = payload;
  jh_tally out = {0};
  uint32_t from, to;
  rows(s, s->session->plan->rules[rule].level, row, &from, &to);
  for (uint32_t i = from; i < to; i++) out.of[verdict(s, rule, i)]++;
  return out;
}

static jh_code finding(void *payload, uint32_t rule, uint32_t row, jh_finding *out, jh_error *err) {
  jh_shards *s = payload;
  if (!look_for(s, rule, row)) {
    if (err) *err = s->broken;
    return s->broken.code;
  }
  jh_shard_view_finding(s, rule, row, out);
  out->entity = entity(s, out->rule->level, row);
  return JH_OK;
}

static jh_floor floor_of(void *payload, uint32_t rule, uint32_t member, uint32_t row) {
  jh_shards *s = payload;
  if (!look_for(s, rule, row)) return (jh_floor){0};
  for (size_t i = 0; i < s->view.floor_count; i++) {
    const jh_shard_floor *at = &s->view.floors[i];
    if (at->rule == rule && at->member == member && at->row == row) return at->floor;
  }
  fail_part(s);
  return (jh_floor){0};
}

static jh_code waiting(
    void *payload, uint32_t rule, uint32_t row, size_t most, jh_arena *arena, jh_cell **cells,
    size_t *count, jh_error *err) {
  jh_shards *s = payload;
  if (look_for(s, rule, row))
    s->broken.code = jh_shard_view_cells(s, rule, row, most, arena, cells, count, &s->broken);
  if (err && !is_open(s)) *err = s->broken;
  return s->broken.code;
}

static bool drops(void *payload, uint32_t node, uint32_t k) {
  const jh_shards *s = payload;
  uint64_t wanted = (uint64_t)node << 32 | k;
  size_t low = 0, high = s->dropped_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->dropped[middle] < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low < s->dropped_count && s->dropped[low] == wanted;
}

static jh_tri settled(void *payload, uint32_t node) {
  const jh_shards *s = payload;
  return (jh_tri)s->settled[node];
}

jh_results jh_shard_answers(jh_shards *s) {
  return (jh_results){
      .head = &s->head,
      .payload = s,
      .county_count = s->county_count,
      .jobs = 1,
      .verdict_rule = jh_session_last_word(s->session->plan),
      .targets = s->targets,
      .target_count = s->session->plan->target_count,
      .county = county,
      .region_names = region_names,
      .finding = finding,
      .floor = floor_of,
      .tally = tally,
      .drops = drops,
      .settled = settled,
      .rows = rows,
      .entity = entity,
      .verdict = verdict,
      .waiting = waiting};
}
