/* rules.c - what the pack and the dictionary hold, written out. */
#include "report/catalogue.h"

#include "base/suggest.h"
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

static jh_code show(jh_buf *buf, const jh_plan *plan, const char *id, jh_lang lang, jh_error *err) {
  uint32_t rule = jh_plan_rule(plan, jh_str_of(id));
  uint32_t param = jh_plan_param(plan, jh_str_of(id));
  if (rule != JH_NONE) {
    jh_catalogue_rule(buf, plan, rule, lang);
  } else if (param != JH_NONE) {
    jh_catalogue_param(buf, plan, param, lang);
  } else {
    jh_suggest near = jh_suggest_begin(jh_str_of(id));
    for (size_t i = 0; i < plan->rule_count; i++)
      jh_suggest_offer(&near, jh_str_of(plan->rules[i].id));
    for (size_t i = 0; i < plan->param_count; i++) {
      jh_suggest_offer(&near, jh_str_of(plan->params[i].path));
    }
    char best[128];
    return jh_fail(
        err, JH_EUNKNOWN_RULE, NULL, id, jh_arg_text(best, sizeof best, near.best), NULL);
  }
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
