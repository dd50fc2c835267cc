/* rules.c - what the pack and the dictionary hold, written out. */
#include "report/catalogue.h"
#include "report/rule_show.h"
#include "session/session.h"

/* Hands a filled buffer to the writer and gives it back. */
static jh_code flush(jh_buf *buf, jh_writer writer, void *payload, jh_error *err) {
  jh_code code = JH_OK;
  if (!jh_buf_ok(buf)) {
    code = jh_fail(err, JH_ENOMEM, NULL, NULL);
  } else if (buf->size && !writer(payload, buf->at, buf->size)) {
    code = jh_fail(err, JH_ENOT_WRITABLE, NULL, "", NULL);
  }
  jh_buf_done(buf);
  return code;
}

/* What overlays and reforms changed of it, below what it is now. */
static jh_code show_changes(
    jh_buf *buf, const jh_plan *plan, const char *id, jh_lang lang, jh_error *err) {
  jh_rule_view view = {.plan = plan, .lang = lang, .path = id};
  jh_listing grid;
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_rule_show_changes(&grid, arena, &view);
  if (grid.has_failed) buf->failed = true;
  if (jh_listing_rows(&grid)) {
    jh_buf_char(buf, '\n');
    jh_listing_text(buf, &grid, lang);
  }
  jh_arena_close(arena);
  return JH_OK;
}

static jh_code show(jh_buf *buf, const jh_plan *plan, const char *id, jh_lang lang, jh_error *err) {
  uint32_t rule = jh_plan_rule(plan, jh_str_of(id));
  uint32_t param = jh_plan_param(plan, jh_str_of(id));
  uint32_t target = jh_plan_target(plan, jh_str_of(id));
  jh_code code = jh_session_find_rule(plan, id, err);
  if (code) return code;
  if (rule != JH_NONE)
    jh_catalogue_rule(buf, plan, rule, lang);
  else if (param != JH_NONE)
    jh_catalogue_param(buf, plan, param, lang);
  else if (target != JH_NONE)
    jh_catalogue_target(buf, plan, target, lang);
  return show_changes(buf, plan, id, lang, err);
}

static jh_code list_csv(
    const jh_session *session, jh_date day, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err) {
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf buf;
  jh_buf_init(&buf);
  jh_catalogue_csv(&buf, arena, session->plan, day, lang);
  jh_code code = flush(&buf, writer, payload, err);
  jh_arena_close(arena);
  return code;
}

jh_code jh_session_rules(
    jh_session *session, const char *id, const char *on, jh_format format, jh_lang lang,
    jh_writer writer, void *payload, jh_error *err) {
  jh_date day = 0;
  if (on && !jh_date_read(&day, jh_str_of(on))) return jh_fail(err, JH_EBAD_DATE, NULL, on, NULL);
  jh_buf buf;
  jh_buf_init(&buf);
  jh_code code = JH_OK;
  if (id && format != JH_FORMAT_TEXT) {
    jh_rules_options how = {id, on, false, format, lang, writer, payload};
    return jh_session_rules_show(session, &how, err);
  }
  if (!id && format == JH_FORMAT_CSV) return list_csv(session, day, lang, writer, payload, err);
  if (id) {
    code = show(&buf, session->plan, id, lang, err);
  } else if (format == JH_FORMAT_JSON) {
    jh_catalogue_json(&buf, session->plan, day);
  } else {
    jh_catalogue_rules(&buf, session->plan, day, lang);
  }
  if (code) {
    jh_buf_done(&buf);
    return code;
  }
  return flush(&buf, writer, payload, err);
}

jh_code jh_session_dictionary(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err) {
  (void)format;
  jh_buf buf;
  jh_buf_init(&buf);
  jh_catalogue_dictionary(&buf, session->plan, lang);
  return flush(&buf, writer, payload, err);
}
