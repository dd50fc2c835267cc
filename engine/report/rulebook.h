/* rulebook.h - a pack as pages to be read: an index, a page for each pack, a page for each rule.
 *
 * Markdown in Chinese and English on the same page. Pages depend on the plans
 * alone: no day, no paths of a machine. Needs no data and no run.
 */
#ifndef JH_REPORT_RULEBOOK_H
#define JH_REPORT_RULEBOOK_H

#include "report/rulebook_parts.h"

/* Finds out what stands on what. Error: JH_ENOMEM. */
JH_CHECKED jh_code
jh_rulebook_open(jh_rulebook *book, const jh_plan *plan, jh_arena *arena, jh_error *err);

/* The index over packs: a row for each, in the order given. */
void jh_rulebook_index(jh_buf *buf, const jh_plan *const *plans, size_t count);

/* The page of a pack: head, chain, sections with their rules, changes, targets. */
void jh_rulebook_pack(jh_buf *buf, const jh_rulebook *book);

/* The page of a rule: source, formula, bounds, changes, members, cases, what stands on it. */
void jh_rulebook_rule(jh_buf *buf, const jh_rulebook *book, uint32_t rule);

#endif
