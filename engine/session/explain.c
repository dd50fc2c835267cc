/* explain.c - the evidence sheet: from what a person types to an entity, then to its evidence. */
#include "eval/hinge.h"
#include "eval/explain.h"

#include <string.h>

#include "base/suggest.h"
#include "session/session.h"

typedef struct target {
  uint32_t level, row;
} target;

/* By code at any level that has codes, from the top; else by a name that only one entity has. */
static bool find_entity(const jh_session *s, jh_str wanted, target *out) {
  size_t found = 0;
  for (uint32_t level = 0; level < s->plan->level_count; level++) {
    uint32_t row = jh_dataset_find(s->dataset, level, wanted);
    if (row == JH_NONE) continue;
    *out = (target){level, row};
    return true;
  }
  for (uint32_t level = 0; level < s->plan->level_count; level++) {
    const jh_rows *rows = &s->dataset->levels[level];
    for (uint32_t row = 0; rows->names && row < rows->count; row++) {
      if (!jh_str_equal(rows->names[row], wanted)) continue;
      *out = (target){level, row};
      found++;
    }
  }
  return found == 1;
}

/* The unit of a stage, named by id or name, of a school. */
static bool find_unit(const jh_session *s, jh_str stage, target *at) {
  uint32_t level = s->plan->stage_level, from, to;
  if (level == JH_NONE || !jh_plan_is_within(s->plan, level, at->level)) return false;
  jh_dataset_range(s->dataset, level, at->level, at->row, &from, &to);
  for (uint32_t row = from; row < to; row++) {
    const jh_stage *own = &s->plan->stages[s->dataset->levels[level].stages[row]];
    bool is_it = jh_str_equal(stage, jh_str_of(own->id)) ||
                 jh_str_equal(stage, jh_str_of(jh_text_in(own->name, JH_ZH)));
    if (!is_it) continue;
    *at = (target){level, row};
    return true;
  }
  return false;
}

static jh_code no_entity(const jh_session *s, const char *wanted, jh_error *err) {
  jh_suggest near = jh_suggest_begin(jh_str_of(wanted));
  for (uint32_t level = 0; level < s->plan->level_count; level++) {
    const jh_rows *rows = &s->dataset->levels[level];
    for (uint32_t row = 0; row < rows->count; row++) {
      if (rows->codes) jh_suggest_offer(&near, rows->codes[row]);
      if (rows->names) jh_suggest_offer(&near, rows->names[row]);
    }
  }
  for (size_t i = 0; i < s->plan->target_count; i++)
    jh_suggest_offer(&near, jh_str_of(s->plan->targets[i].id));
  char best[128];
  return jh_fail(err, JH_ENO_ENTITY, NULL, wanted, jh_arg_text(best, sizeof best, near.best), NULL);
}

static jh_code find_target(const jh_session *s, const char *entity, target *out, jh_error *err) {
  const char *slash = strrchr(entity, '/');
  jh_str whole = jh_str_of(entity);
  if (find_entity(s, whole, out)) return JH_OK;
  if (slash) {
    jh_str code = {entity, (size_t)(slash - entity)};
    if (find_entity(s, code, out) && find_unit(s, jh_str_of(slash + 1), out)) return JH_OK;
  }
  return no_entity(s, entity, err);
}

jh_code jh_session_find_entity(
    const jh_session *session, const char *wanted, uint32_t *level, uint32_t *row, jh_error *err) {
  target at = {0, 0};
  jh_code code = find_target(session, wanted, &at, err);
  *level = at.level;
  *row = at.row;
  return code;
}

static jh_code find_rule(const jh_session *s, const char *id, uint32_t *out, jh_error *err) {
  *out = JH_NONE;
  if (!id) return JH_OK;
  *out = jh_plan_rule(s->plan, jh_str_of(id));
  if (*out != JH_NONE) return JH_OK;
  char best[128];
  jh_str near = jh_session_near_rule(s->plan, jh_str_of(id), false);
  return jh_fail(err, JH_EUNKNOWN_RULE, NULL, id, jh_arg_text(best, sizeof best, near), NULL);
}

static jh_evidence_depth depth_of(const jh_evidence_options *options) {
  static const jh_evidence_depth depths[] = {
      [JH_DEPTH_LINES] = JH_EVIDENCE_LINES,
      [JH_DEPTH_SENTENCE] = JH_EVIDENCE_SENTENCE,
      [JH_DEPTH_FULL] = JH_EVIDENCE_FULL};
  return depths[options->depth];
}

jh_code jh_session_write_sheet(
    const jh_report_sheet *sheet, const jh_evidence_options *options, jh_error *err) {
  jh_lang lang = options->lang;
  switch (options->format) {
  case JH_FORMAT_JSON:
    return jh_report_evidence_json(sheet, lang, options->writer, options->payload, err);
  case JH_FORMAT_HTML:
    return jh_report_evidence_html(sheet, lang, options->writer, options->payload, err);
  default: return jh_report_evidence_text(sheet, lang, options->writer, options->payload, err);
  }
}

/* A county without a rule is told as the result of all counties tells it. */
static jh_code say(
    jh_session *s, jh_buf *buf, const jh_evidence *tree, bool is_whole, jh_lang lang,
    jh_error *err) {
  const jh_entity *entity = &tree->finding.entity;
  if (is_whole && s->plan->levels[entity->level].parent == JH_NONE) {
    jh_results results = jh_session_results(s);
    return jh_report_evidence_county(buf, &results, entity, lang, err);
  }
  jh_report_evidence_sentence(buf, s->plan, tree, lang);
  return JH_OK;
}

static jh_code say_both(
    jh_session *s, jh_report_sheet *sheet, const jh_evidence *tree, bool is_whole, jh_arena *arena,
    jh_error *err) {
  jh_code code = JH_OK;
  for (int lang = 0; lang < JH_LANGS && !code; lang++) {
    jh_buf buf;
    jh_buf_init(&buf);
    code = say(s, &buf, tree, is_whole, (jh_lang)lang, err);
    if (!code && jh_buf_ok(&buf)) sheet->sentence[lang] = jh_arena_text(arena, jh_buf_str(&buf));
    if (!code && !sheet->sentence[lang]) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
    jh_buf_done(&buf);
  }
  return code;
}

static jh_code explain_entity(
    jh_session *s, const target *at, const jh_explain_options *how,
    const jh_evidence_options *options, jh_arena *arena, jh_error *err) {
  jh_report_sheet sheet = {.head = &s->head, .depth = depth_of(options)};
  jh_explain_options brief = {.rule = how->rule, .is_brief = true};
  jh_evidence *tree, *short_tree;
  jh_code code = jh_explain(&tree, s->run, at->level, at->row, how, arena, err);
  if (!code && options->depth == JH_DEPTH_FULL)
    code = jh_hinge_mark(tree, s->run, options->jobs, err);
  if (code) return code;
  jh_session_give_origins(s, tree, arena);
  sheet.tree = short_tree = tree;
  if (!how->is_brief)
    code = jh_explain(&short_tree, s->run, at->level, at->row, &brief, arena, err);
  if (!code) code = say_both(s, &sheet, short_tree, how->rule == JH_NONE, arena, err);
  return code ? code : jh_session_write_sheet(&sheet, options, err);
}

/* A target of this id that is no entity. */
static uint32_t find_goal(const jh_session *s, const char *id) {
  target at;
  uint32_t found = jh_plan_target(s->plan, jh_str_of(id));
  return found != JH_NONE && find_target(s, id, &at, NULL) == JH_OK ? JH_NONE : found;
}

jh_code jh_session_explain(jh_session *session, const jh_evidence_options *options, jh_error *err) {
  target at = {0, 0};
  jh_explain_options how = {.is_brief = options->depth != JH_DEPTH_FULL, .with_all = options->all};
  uint32_t goal = find_goal(session, options->entity);
  jh_code code = JH_OK;
  if (goal != JH_NONE && options->rule)
    return jh_fail(err, JH_ETARGET_RULE, NULL, options->entity, NULL);
  if (goal == JH_NONE) code = find_target(session, options->entity, &at, err);
  if (!code) code = find_rule(session, options->rule, &how.rule, err);
  if (code) return code;
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  code = goal != JH_NONE
             ? jh_session_explain_goal(session, goal, depth_of(options), options, arena, err)
             : explain_entity(session, &at, &how, options, arena, err);
  jh_arena_close(arena);
  return code;
}
