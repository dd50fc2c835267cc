/* findings.h - walks all findings in their fixed order, a line for each.
 *
 * Counties by code; in a county first its own findings, then those of each
 * finer level; in a level the rules in order of the pack, then the rows.
 * Millions of lines go through here, so what many lines share (the row's part,
 * the rule's part) is worded once and copied, and counties are written by several threads. Private to
 * report/.
 */
#ifndef JH_REPORT_FINDINGS_H
#define JH_REPORT_FINDINGS_H

#include "report/out.h"

typedef struct jh_findings_scope {
  const jh_results *results;
  const jh_plan *plan;
  jh_lang lang;
  jh_entity county; /* the one being walked */
} jh_findings_scope;

/* A line is: row, rule, finding, tail. */
typedef struct jh_findings_format {
  const char *between; /* two lines */
  void (*row)(jh_buf *buf, const jh_findings_scope *scope, const jh_entity *entity);
  void (*rule)(jh_buf *buf, const jh_findings_scope *scope, const jh_rule *rule);
  void (*finding)(
      jh_buf *buf, const jh_findings_scope *scope, const jh_finding *finding, jh_verdict verdict);
  void (*tail)(
      jh_buf *buf, const jh_findings_scope *scope, const jh_rule *rule,
      const jh_param_value *source);
} jh_findings_format;

JH_CHECKED jh_code jh_findings_walk(
    jh_out *out, const jh_results *results, const jh_findings_format *format, jh_lang lang,
    jh_error *err);

#endif
