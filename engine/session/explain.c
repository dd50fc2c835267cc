/* explain.c - the evidence sheet: from what a person types to an entity, then to its evidence. */
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

static jh_code find_rule(const jh_session *s, const char *id, uint32_t *out, jh_error *err) {
  *out = JH_NONE;
  if (!id) return JH_OK;
  *out = jh_plan_rule(s->plan, jh_str_of(id));
  if (*out != JH_NONE) return JH_OK;
  char best[128];
  jh_str near = jh_session_near_rule(s->plan, jh_str_of(id), false);
  return jh_fail(err, JH_EUNKNOWN_RULE, NULL, id, jh_arg_text(best, sizeof best, near), NULL);
}

jh_code jh_session_explain(
    jh_session *session, const char *entity, const char *rule, jh_format format, jh_lang lang,
    jh_writer writer, void *payload, jh_error *err) {
  target at = {0, 0};
  jh_explain_options how = {0};
  jh_code code = find_target(session, entity, &at, err);
  if (!code) code = find_rule(session, rule, &how.rule, err);
  if (code) return code;
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_evidence *evidence;
  code = jh_explain(&evidence, session->run, at.level, at.row, &how, arena, err);
  if (!code) jh_session_give_origins(session, evidence, arena);
  if (!code) {
    const jh_report_head *head = &session->head;
    code = format == JH_FORMAT_JSON
               ? jh_report_evidence_json(head, evidence, lang, writer, payload, err)
               : jh_report_evidence_text(head, evidence, lang, writer, payload, err);
  }
  jh_arena_close(arena);
  return code;
}
