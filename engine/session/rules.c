/* rules.c - what the pack and the dictionary hold, written out. */
#include "report/catalogue.h"
#include "report/rule_show.h"
#include "session/session.h"

jh_code jh_session_hand_on(jh_buf *buf, jh_writer writer, void *payload, jh_error *err) {
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
static void show_changes(jh_buf *buf, const jh_plan *plan, const char *id, jh_lang lang) {
  jh_rule_view view = {.plan = plan, .lang = lang, .path = id};
  jh_listing list;
  jh_rule_show_changes(&list, &view);
  if (jh_listing_rows(&list)) jh_buf_char(buf, '\n');
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
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
  show_changes(buf, plan, id, lang);
  return JH_OK;
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
  if (id) {
    code = show(&buf, session->plan, id, lang, err);
  } else if (format == JH_FORMAT_CSV) {
    jh_catalogue_csv(&buf, session->plan, day, lang);
  } else if (format == JH_FORMAT_JSON) {
    jh_catalogue_json(&buf, session->plan, day);
  } else {
    jh_catalogue_rules(&buf, session->plan, day, lang);
  }
  if (code) {
    jh_buf_done(&buf);
    return code;
  }
  return jh_session_hand_on(&buf, writer, payload, err);
}
