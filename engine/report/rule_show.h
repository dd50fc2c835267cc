/* rule_show.h - every number of a pack and where it comes from; one number over time.
 *
 * Needs no data and no run. Fills a buffer; the caller writes it.
 */
#ifndef JH_REPORT_RULE_SHOW_H
#define JH_REPORT_RULE_SHOW_H

#include "base/buf.h"
#include "model/plan.h"
#include "report/listing.h"

typedef enum jh_rule_form { JH_RULE_FORM_TEXT, JH_RULE_FORM_JSON, JH_RULE_FORM_CSV } jh_rule_form;

/* What is shown of a plan. */
typedef struct jh_rule_view {
  const jh_plan *plan;
  jh_lang lang;
  jh_rule_form form;
  const char *path; /* a parameter, or a rule with all its parameters; NULL = the whole pack */
  jh_date on;       /* only what is in force on this day; 0 = everything */
} jh_rule_view;

/* Begins a list and adds the parameters' values, a row for each: path, name, stage, value, unit, days, clause, document,
 * certainty, layer, place, reason. */
void jh_rule_show_values(jh_listing *list, const jh_rule_view *view);

/* Begins a list and adds the changes along the chain: what, path, old, new, condition, days, clause, reason, layer. */
void jh_rule_show_changes(jh_listing *list, const jh_rule_view *view);

/* The whole: head, chain, values, changes. */
void jh_rule_show(jh_buf *buf, const jh_rule_view *view);

#endif
