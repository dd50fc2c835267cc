/* audit_kind.c - the kinds of audit_kinds.def, by number and by name. */
#include "model/audit_kind.h"

#include "base/suggest.h"

static const jh_audit_kind_def kinds[JH_AUDIT_KINDS] = {
#define JH_AUDIT_KIND(name, id, code, severity, limit, zh, en, of_zh, of_en, cure_zh, cure_en)     \
  {id, JH_E##code, JH_##severity, limit, {{zh, en}}, {{of_zh, of_en}}, {{cure_zh, cure_en}}},
#include "model/audit_kinds.def"
#undef JH_AUDIT_KIND
};

const jh_audit_kind_def *jh_audit_kind_get(jh_audit_kind kind) { return &kinds[kind]; }

jh_audit_kind jh_audit_kind_find(jh_str id) {
  for (int k = 0; k < JH_AUDIT_KINDS; k++) {
    if (jh_str_equal(id, jh_str_of(kinds[k].id))) return (jh_audit_kind)k;
  }
  return JH_AUDIT_KINDS;
}

jh_str jh_audit_kind_near(jh_str wanted) {
  jh_suggest near = jh_suggest_begin(wanted);
  for (int k = 0; k < JH_AUDIT_KINDS; k++) jh_suggest_offer(&near, jh_str_of(kinds[k].id));
  return near.best;
}
