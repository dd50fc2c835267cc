/* origin.h - where a number or rule of a plan comes from, and how long it holds.
 *
 * Private to report/. Reads the plan only.
 */
#ifndef JH_REPORT_ORIGIN_H
#define JH_REPORT_ORIGIN_H

#include "base/buf.h"
#include "model/plan.h"

/* A day after all others: what a pack says last. */
#define JH_ORIGIN_LAST INT32_MAX

/* The rule that a path like "rule.at_least.primary" belongs to: the longest id that it begins with;
 * JH_NONE for parameters that stand by themselves. */
uint32_t jh_origin_rule(const jh_plan *plan, const char *path);

/* The id of a link of the chain; the pack's where the plan tells no chain. */
const char *jh_origin_layer(const jh_plan *plan, uint32_t layer);

/* Number of a document; "" if none. */
const char *jh_origin_document(const jh_plan *plan, uint32_t document);

/* The day from which the value counts no more: that of the value after it, or the end of the rule
 * that the parameter belongs to; 0 = none. */
jh_date jh_origin_until(const jh_plan *plan, const jh_param *param, const jh_param_value *value);

/* The first day of a rule: its own, else that of the link of the chain that declared it. */
jh_date jh_origin_since(const jh_plan *plan, const jh_rule *rule);

/* Is the value the one in force on a day? */
bool jh_origin_in_force(
    const jh_plan *plan, const jh_param *param, const jh_param_value *value, jh_date on);

/* "file:line"; nothing where it is not known. */
void jh_origin_place(jh_buf *buf, const jh_place *place);

/* Does the change concern the path: the same, or a part of it after a dot? */
bool jh_origin_concerns(const char *change, const char *path);

/* YYYY-MM-DD, "" for 0. */
const char *jh_origin_day(char out[11], jh_date day);

#endif
