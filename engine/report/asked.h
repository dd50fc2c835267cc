/* asked.h - what a rule asks for, in words, without data. Private to report/. */
#ifndef JH_REPORT_ASKED_H
#define JH_REPORT_ASKED_H

#include "model/formula.h"

/* What a rule asks for: "measure ≥ bound", "at least 6 of: …", the condition. A bound without a
 * day is its path. */
void jh_asked_rule(jh_buf *buf, const jh_formula *how, const jh_rule *rule);

/* The values of a parameter on a day with stages and unit: "小学 4.2，初中 5.3 名/百名学生". stage: only
 * that stage's; JH_NONE = all. */
void jh_asked_values(jh_buf *buf, const jh_formula *how, const jh_param *param, uint32_t stage);

/* The parameter that a rule is held against, as a PARAM node, or NULL. */
const jh_node *jh_asked_bound(const jh_plan *plan, const jh_rule *rule);

#endif
