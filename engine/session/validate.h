/* validate.h - the auditor's findings on their way to the reports; private to session/. */
#ifndef JH_SESSION_VALIDATE_H
#define JH_SESSION_VALIDATE_H

#include "audit/audit.h"
#include "model/finding.h"
#include "report/problems.h"
#include "session/session.h"

/* What a session keeps of a validation. */
typedef struct jh_validation {
  jh_arena *arena;
  jh_dataset *before; /* of an earlier year, or NULL */
  jh_audit_result *result;
  jh_audit_impact *impacts; /* by problem of the result; NULL = not asked for */
  jh_blanks blanks;
  jh_problem *items;
  jh_cell *cells; /* of all items, one after the other */
  jh_problems all;
} jh_validation;

/* A cell of a problem with its place: the row of `dataset`, or of `before`. What is written there is
 * not looked up. */
void jh_validate_cell(
    const jh_plan *plan, const jh_dataset *dataset, const jh_dataset *before,
    const jh_audit_cell *at, jh_cell *out);

/* The rows of the list, in order. validate_list.c */
JH_CHECKED jh_code jh_validate_list(jh_session *session, jh_validation *v, jh_error *err);

#endif
