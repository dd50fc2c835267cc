/* audit_kind.h - the kinds of problems that the auditor looks for: names, codes, what is usual.
 *
 * The list stands once, in audit_kinds.def. Here because a dictionary may set severity and limit
 * of each kind (schema.h, jh_audit_setting); what looks for the problems is audit/.
 */
#ifndef JH_MODEL_AUDIT_KIND_H
#define JH_MODEL_AUDIT_KIND_H

#include "base/error.h"
#include "model/text.h"

typedef enum jh_audit_kind {
#define JH_AUDIT_KIND(name, id, code, severity, limit, zh, en, of_zh, of_en, cure_zh, cure_en)     \
  JH_AUDIT_##name,
#include "model/audit_kinds.def"
#undef JH_AUDIT_KIND
  JH_AUDIT_KINDS /* how many there are */
} jh_audit_kind;

typedef struct jh_audit_kind_def {
  const char *id;       /* "check" */
  jh_code code;         /* what is wrong, as a sentence */
  jh_severity severity; /* unless the dictionary says otherwise */
  const char *limit;    /* a decimal; NULL = the kind has none */
  jh_text name, limit_name, cure;
} jh_audit_kind_def;

const jh_audit_kind_def *jh_audit_kind_get(jh_audit_kind kind);

/* The kind of this id; JH_AUDIT_KINDS if there is none. */
jh_audit_kind jh_audit_kind_find(jh_str id);

/* The id nearest to what is wanted; empty if none is near. */
jh_str jh_audit_kind_near(jh_str wanted);

#endif
