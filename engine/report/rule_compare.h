/* rule_compare.h - what differs between packs: numbers, formulas, what each has and has not.
 *
 * Parameters are the same if their paths are, rules and quantities if their ids
 * are. Formulas are compared as text with parameters by their paths, so that a
 * number that differs is told once. Knows plans only.
 */
#ifndef JH_REPORT_RULE_COMPARE_H
#define JH_REPORT_RULE_COMPARE_H

#include "base/buf.h"
#include "report/rule_show.h"

typedef struct jh_rule_comparison {
  const jh_plan *const *plans;
  size_t count;
  jh_date on; /* the day of law; 0 = what each pack says last */
  bool all;   /* rows that do not differ too */
  jh_lang lang;
  jh_rule_form form;
} jh_rule_comparison;

/* Numbers, requirements with formula and scope, quantities, targets; each in the order of the first pack
 * that has it. Numbers stand with clause in the text form. */
void jh_rule_compare(jh_buf *buf, jh_arena *arena, const jh_rule_comparison *how);

#endif
