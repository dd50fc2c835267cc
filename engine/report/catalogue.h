/* catalogue.h - what a plan holds, for reading: rules, parameters, the dictionary's columns.
 *
 * Needs no data and no run. Fills a buffer; the caller writes it.
 */
#ifndef JH_REPORT_CATALOGUE_H
#define JH_REPORT_CATALOGUE_H

#include "base/buf.h"
#include "model/plan.h"
#include "report/readers.h"

/* All rules in order of the pack, a line each: id, name, what it is held against on the day (0 = the
 * pack's first day), clause. */
void jh_catalogue_rules(jh_buf *buf, const jh_plan *plan, jh_date on, jh_lang lang);

/* One rule, with its parameters: every value, the day from which it holds, unit, clause, document. */
void jh_catalogue_rule(jh_buf *buf, const jh_plan *plan, uint32_t rule, jh_lang lang);

/* One parameter. */
void jh_catalogue_param(jh_buf *buf, const jh_plan *plan, uint32_t param, jh_lang lang);

/* The targets, after a blank line and a heading: id, name, day, shares; nothing if there are none.
 * catalogue_target.c */
void jh_catalogue_targets(jh_buf *buf, const jh_plan *plan, jh_date on, jh_lang lang);

/* One target, with what it counts, its named counties and its shares. */
void jh_catalogue_target(jh_buf *buf, const jh_plan *plan, uint32_t target, jh_lang lang);

/* ,"targets":[…]; nothing if there are none. */
void jh_catalogue_targets_json(jh_buf *buf, const jh_plan *plan);

/* The same for spreadsheets: a row for each rule. */
void jh_catalogue_csv(jh_buf *buf, const jh_plan *plan, jh_date on, jh_lang lang);

/* The rules and targets as a JSON object. */
void jh_catalogue_json(jh_buf *buf, const jh_plan *plan, jh_date on);

/* The dictionary as Markdown: a table of columns for each table of the data; with which rules read them,
 * if packs are given (readers may be NULL). catalogue_dictionary.c */
void jh_catalogue_dictionary(
    jh_buf *buf, const jh_plan *plan, const jh_readers *readers, jh_lang lang);

/* The dictionary with its forms as a JSON object. catalogue_dictionary_json.c */
void jh_catalogue_dictionary_json(jh_buf *buf, const jh_plan *plan, const jh_readers *readers);

/* The statistical forms that it knows, as one more section; nothing if there are none. catalogue_form.c */
void jh_catalogue_forms(jh_buf *buf, const jh_plan *plan, jh_lang lang);

#endif
