/* list.h - the problems of one check while it runs; private to audit/. */
#ifndef JH_AUDIT_LIST_H
#define JH_AUDIT_LIST_H

#include "audit/audit.h"

struct jh_audit_list {
  const jh_audit_problem **items;
  size_t count, room, most;
  size_t counts[JH_AUDIT_KINDS], dropped[JH_AUDIT_KINDS], severities[3];
};

/* What the dictionary says of a kind; NULL where it says nothing. */
const jh_audit_setting *jh_audit_list_setting(const jh_plan *plan, jh_audit_kind kind);

#endif
