#include "model/verdict.h"

static const char *const ids[JH_VERDICTS] = {
    "met", "unmet", "undetermined", "not_applicable", "not_in_force"};

static const char *const names[JH_VERDICTS][JH_LANGS] = {
    {"达标", "met"},
    {"不达标", "unmet"},
    {"无法判定", "undetermined"},
    {"不适用", "not applicable"},
    {"未生效", "not in force"},
};

jh_verdict jh_verdict_of(bool in_force, jh_tri applies, jh_tri holds) {
  if (!in_force) return JH_NOT_IN_FORCE;
  if (applies == JH_FALSE) return JH_NOT_APPLICABLE;
  if (applies == JH_UNKNOWN || holds == JH_UNKNOWN) return JH_UNDETERMINED;
  return holds == JH_TRUE ? JH_MET : JH_UNMET;
}

jh_tri jh_verdict_ok(bool in_force, jh_tri applies, jh_tri holds) {
  if (!in_force) return JH_TRUE;
  jh_tri spared = (jh_tri)(JH_TRUE - applies);
  return spared > holds ? spared : holds;
}

const char *jh_verdict_id(jh_verdict verdict) { return ids[verdict]; }

bool jh_verdict_find(jh_verdict *out, jh_str id) {
  for (int i = 0; i < JH_VERDICTS; i++) {
    if (!jh_str_equal(id, jh_str_of(ids[i]))) continue;
    *out = (jh_verdict)i;
    return true;
  }
  return false;
}

const char *jh_verdict_name(jh_verdict verdict, jh_lang lang) { return names[verdict][lang]; }
