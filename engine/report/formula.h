/* formula.h - a formula of a plan in words, without data.
 *
 * In Chinese in the names of columns, quantities and rules; in English in their
 * ids, as packs write them. Numbers of the pack stand with their values on a
 * day, or by their paths, so that two packs can be compared apart from them.
 */
#ifndef JH_REPORT_FORMULA_H
#define JH_REPORT_FORMULA_H

#include "base/buf.h"
#include "model/plan.h"

typedef struct jh_formula {
  const jh_plan *plan;
  jh_lang lang;
  jh_date on;        /* parameters by their values on this day; 0 = by their paths */
  size_t most_bytes; /* what is longer ends in "…"; 0 = 2000 */
} jh_formula;

/* A node; nothing for JH_NONE. */
void jh_formula_node(jh_buf *buf, const jh_formula *how, uint32_t node);

/* What a rule asks for: "measure ≥ bound", "at least 6 of: …", the condition. A bound without a
 * day is its path. */
void jh_formula_rule(jh_buf *buf, const jh_formula *how, const jh_rule *rule);

/* The values of a parameter on a day with their stages and the unit: "小学 4.2，初中 5.3 名/百名学生".
 * stage: only that stage's; JH_NONE = all. */
void jh_formula_values(jh_buf *buf, const jh_formula *how, const jh_param *param, uint32_t stage);

/* The parameter that a rule is held against, as a PARAM node, or NULL. */
const jh_node *jh_formula_bound(const jh_plan *plan, const jh_rule *rule);

/* The name of a rule with its stage, by which lists name it; in English its id. */
void jh_formula_name(jh_buf *buf, const jh_formula *how, const jh_rule *rule);

#endif
