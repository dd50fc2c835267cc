/* shard_county.c - what the writers of report/ may ask about one county, into a shard.
 *
 * Entities, verdicts and findings are put down as a whole. What only some counties are asked (floors, cells that are
 * waited for) is found by wording the county as the writers do, and keeping what they asked.
 */
#include "base/alloc.h"
#include "eval/explain.h"
#include "session/shard.h"

bool jh_shard_county_tells(const jh_rule *rule) {
  return rule->kind != JH_RULE_CHECK && rule->level != JH_NONE;
}

uint32_t jh_shard_county_top(const jh_plan *plan) {
  uint32_t level = 0;
  while (level < plan->level_count && plan->levels[level].parent != JH_NONE) level++;
  return level;
}

bool *jh_shard_county_levels(const jh_plan *plan, jh_arena *arena) {
  bool *levels = jh_arena_get(arena, plan->level_count + 1);
  for (size_t i = 0; levels && i < plan->rule_count; i++)
    if (jh_shard_county_tells(&plan->rules[i])) levels[plan->rules[i].level] = true;
  if (levels) levels[jh_shard_county_top(plan)] = true;
  return levels;
}

/* ---- what writers ask ---- */

static jh_floor on_floor(void *payload, uint32_t rule, uint32_t member, uint32_t row) {
  const jh_session *s = payload;
  jh_shard_asked *asked = s->asked;
  jh_shard_floor at = {rule, member, row, {0}};
  jh_run_floor(s->run, rule, member, row, &at.floor);
  for (size_t i = 0; i < asked->floor_count; i++) {
    const jh_shard_floor *old = &asked->floors[i];
    if (old->rule == rule && old->member == member && old->row == row) return at.floor;
  }
  void *items = asked->floors;
  if (jh_alloc_grow(&items, &asked->floor_room, asked->floor_count + 1, sizeof at) != 0) {
    asked->is_full = true;
    return at.floor;
  }
  asked->floors = items;
  asked->floors[asked->floor_count++] = at;
  return at.floor;
}

static jh_code keep_wait(
    jh_session *s, uint32_t rule, uint32_t row, const jh_shard_wait **out, jh_error *err) {
  jh_shard_asked *asked = s->asked;
  for (size_t i = 0; i < asked->wait_count; i++) {
    *out = &asked->waits[i];
    if ((*out)->rule == rule && (*out)->row == row) return JH_OK;
  }
  jh_shard_wait at = {rule, row, NULL, 0};
  jh_code code = jh_explain_waiting(
      &at.cells, &at.all, s->run, rule, row, JH_SHARD_WAITING, asked->arena, err);
  if (code) return code;
  jh_session_give_cells(
      s, at.cells, at.all < JH_SHARD_WAITING ? at.all : JH_SHARD_WAITING, asked->arena);
  void *items = asked->waits;
  if (jh_alloc_grow(&items, &asked->wait_room, asked->wait_count + 1, sizeof at) != 0)
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  asked->waits = items;
  asked->waits[asked->wait_count] = at;
  *out = &asked->waits[asked->wait_count++];
  return JH_OK;
}

static jh_code on_waiting(
    void *payload, uint32_t rule, uint32_t row, size_t most, jh_arena *arena, jh_cell **cells,
    size_t *count, jh_error *err) {
  const jh_shard_wait *at = NULL;
  (void)arena, (void)most; /* at most JH_SHARD_WAITING, as all writers ask */
  jh_code code = keep_wait(payload, rule, row, &at, err);
  if (code) return code;
  *cells = at->cells;
  *count = at->all;
  return JH_OK;
}

static void on_rows(void *payload, uint32_t level, uint32_t county, uint32_t *from, uint32_t *to) {
  jh_shard_asked *asked = ((jh_session *)payload)->asked;
  asked->others[level] = !asked->levels[level];
  asked->rows(payload, level, county, from, to);
}

/* Words the county in every way, only to hear what is asked. */
static jh_code word(jh_shard_county *w, uint32_t county, jh_error *err) {
  jh_code code = jh_reason_gather(&w->reasons, &w->results, county, err);
  for (int lang = 0; lang < JH_LANGS && !code; lang++)
    code = jh_reason_text(&w->words, &w->results, &w->reasons, (jh_lang)lang, err);
  if (!code) code = jh_reason_json(&w->words, &w->results, &w->reasons, err);
  if (!code) code = jh_title_json(&w->words, &w->results, &w->titles, county, err);
  for (size_t i = 0; i < w->titles.count && !code; i++) {
    code = jh_title_gather(&w->reasons, &w->results, w->titles.rules[i], county, err);
    for (int lang = 0; lang < JH_LANGS && !code; lang++)
      code = jh_title_text(
          &w->words, &w->results, w->titles.rules[i], &w->reasons, (jh_lang)lang, err);
  }
  if (!code && (w->asked.is_full || !jh_buf_ok(&w->words)))
    code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf_clear(&w->words);
  return code;
}

/* ---- what is put down ---- */

/* Whether it is known, and which of its texts are not empty; then these. */
static void put_figure(jh_buf *buf, const jh_figure *figure) {
  const char *const texts[] = {figure->text, figure->low, figure->high};
  unsigned flags = figure->is_known;
  for (unsigned i = 0; i < 3; i++) flags |= texts[i][0] ? 2U << i : 0;
  jh_buf_char(buf, (char)flags);
  for (unsigned i = 0; i < 3; i++)
    if (texts[i][0]) jh_shard_wire_put_text(buf, jh_str_of(texts[i]));
}

/* 0 = none, else one more than its place among the values of all parameters. */
static uint64_t name_of(jh_shard_county *w, const jh_param_value *source) {
  const jh_plan *plan = w->session->plan;
  uint64_t before = 1;
  if (!source) return 0;
  if (source == w->source) return w->source_name;
  for (size_t i = 0; i < plan->param_count; i++) {
    for (size_t k = 0; k < plan->params[i].value_count; k++) {
      if (&plan->params[i].values[k] != source) continue;
      w->source = source;
      w->source_name = before + k;
      return w->source_name;
    }
    before += plan->params[i].value_count;
  }
  return 0;
}

static void put_finding(jh_buf *buf, jh_shard_county *w, const jh_finding *at) {
  bool has_full = at->rule->kind == JH_RULE_SCORE;
  jh_buf_char(buf, (char)((unsigned)at->verdict | (at->has_figures ? 8U : 0)));
  jh_shard_wire_put(buf, name_of(w, at->source));
  if (!at->has_figures) return;
  put_figure(buf, &at->measure);
  put_figure(buf, &at->bound);
  put_figure(buf, &at->margin);
  if (has_full) put_figure(buf, &at->full);
}

static jh_code put_findings(jh_buf *buf, jh_shard_county *w, uint32_t county, jh_error *err) {
  const jh_plan *plan = w->session->plan;
  for (uint32_t rule = 0; rule < plan->rule_count; rule++) {
    uint32_t from, to;
    if (!jh_shard_county_tells(&plan->rules[rule])) continue;
    w->results.rows(w->session, plan->rules[rule].level, county, &from, &to);
    for (uint32_t row = from; row < to; row++) {
      jh_finding finding = {0};
      jh_code code = w->results.finding(w->session, rule, row, &finding, err);
      if (code) return code;
      put_finding(buf, w, &finding);
    }
  }
  return JH_OK;
}

/* The rows of a level: how many, then who they are. */
static void put_level(
    jh_buf *buf, const jh_shard_county *w, uint32_t level, uint32_t from, uint32_t to) {
  jh_shard_wire_put(buf, to - from);
  for (uint32_t row = from; row < to; row++) {
    jh_entity entity = w->results.entity(w->session, level, row);
    jh_shard_wire_put_text(buf, entity.code);
    jh_shard_wire_put_text(buf, entity.name);
    jh_shard_wire_put(buf, entity.stage == JH_NONE ? 0 : entity.stage + (uint64_t)1);
  }
}

static void put_rows(jh_buf *buf, const jh_shard_county *w, uint32_t county) {
  for (uint32_t level = 0; level < w->session->plan->level_count; level++) {
    uint32_t from, to;
    if (!w->levels[level]) continue;
    w->results.rows(w->session, level, county, &from, &to);
    put_level(buf, w, level, from, to);
  }
}

/* Which other levels were asked for, and their rows. */
static void put_others(jh_buf *buf, const jh_shard_county *w, uint32_t county) {
  for (uint32_t level = 0; level < w->session->plan->level_count; level++) {
    uint32_t from, to;
    if (!w->asked.others[level]) continue;
    w->asked.rows(w->session, level, county, &from, &to);
    jh_shard_wire_put(buf, level + (uint64_t)1);
    jh_shard_wire_put(buf, from);
    put_level(buf, w, level, from, to);
  }
  jh_shard_wire_put(buf, 0);
}

static void put_cell(jh_buf *buf, const jh_plan *plan, const jh_cell *cell) {
  const char *const texts[] = {cell->sheet, cell->origin, cell->written};
  jh_shard_wire_put(buf, (uint64_t)(cell->table - plan->tables));
  jh_shard_wire_put(buf, (uint64_t)(cell->column - cell->table->columns));
  jh_shard_wire_put(buf, cell->row);
  jh_shard_wire_put(buf, cell->line);
  jh_shard_wire_put(buf, cell->field);
  jh_shard_wire_put(buf, cell->is_missing);
  jh_shard_wire_put_text(buf, cell->entity);
  jh_shard_wire_put_text(buf, jh_str_of(cell->file ? cell->file : ""));
  jh_shard_wire_put_text(buf, jh_str_of(cell->read));
  for (int i = 0; i < 3; i++) {
    jh_shard_wire_put(buf, texts[i] != NULL);
    if (texts[i]) jh_shard_wire_put_text(buf, jh_str_of(texts[i]));
  }
}

static void put_asked(jh_buf *buf, const jh_shard_county *w) {
  const jh_shard_asked *asked = &w->asked;
  jh_shard_wire_put(buf, asked->floor_count);
  for (size_t i = 0; i < asked->floor_count; i++) {
    const jh_shard_floor *at = &asked->floors[i];
    jh_shard_wire_put(buf, at->rule);
    jh_shard_wire_put(buf, at->member);
    jh_shard_wire_put(buf, at->row);
    jh_shard_wire_put(buf, at->floor.is_asked);
    jh_shard_wire_put(buf, (uint64_t)at->floor.verdict);
    put_figure(buf, &at->floor.share);
    put_figure(buf, &at->floor.measure);
    put_figure(buf, &at->floor.bound);
  }
  jh_shard_wire_put(buf, asked->wait_count);
  for (size_t i = 0; i < asked->wait_count; i++) {
    const jh_shard_wait *at = &asked->waits[i];
    jh_shard_wire_put(buf, at->rule);
    jh_shard_wire_put(buf, at->row);
    jh_shard_wire_put(buf, at->all);
    for (size_t k = 0; k < at->all && k < JH_SHARD_WAITING; k++)
      put_cell(buf, w->session->plan, &at->cells[k]);
  }
}

jh_code jh_shard_county_begin(
    jh_shard_county *out, jh_session *session, const bool *levels, jh_error *err) {
  *out = (jh_shard_county){.session = session, .levels = levels};
  out->results = jh_session_results(session);
  out->results.jobs = 1;
  out->asked.levels = levels;
  out->asked.rows = out->results.rows;
  out->results.rows = on_rows;
  out->results.floor = on_floor;
  out->results.waiting = on_waiting;
  jh_buf_init(&out->words);
  session->asked = &out->asked;
  return jh_title_find(&out->titles, &out->results, err);
}

jh_code jh_shard_county_put(jh_buf *buf, jh_shard_county *w, uint32_t county, jh_error *err) {
  jh_str prefecture = {NULL, 0}, province = {NULL, 0};
  w->asked.floor_count = w->asked.wait_count = 0;
  w->asked.arena = jh_arena_open();
  if (w->asked.arena)
    w->asked.others = jh_arena_get(w->asked.arena, w->session->plan->level_count + 1);
  if (!w->asked.arena || !w->asked.others) {
    jh_arena_close(w->asked.arena);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  w->results.region_names(w->session, county, &prefecture, &province);
  jh_shard_wire_put_text(buf, prefecture);
  jh_shard_wire_put_text(buf, province);
  put_rows(buf, w, county);
  jh_code code = put_findings(buf, w, county, err);
  if (!code) code = word(w, county, err);
  if (!code) put_asked(buf, w);
  if (!code) put_others(buf, w, county);
  jh_arena_close(w->asked.arena);
  w->asked.arena = NULL;
  return code || jh_buf_ok(buf) ? code : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

void jh_shard_county_end(jh_shard_county *work) {
  jh_title_done(&work->titles);
  jh_reason_done(&work->reasons);
  jh_buf_done(&work->words);
  jh_alloc_free(work->asked.floors);
  jh_alloc_free(work->asked.waits);
  work->session->asked = NULL;
}
