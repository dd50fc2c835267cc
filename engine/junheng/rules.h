/* rules.h - packs looked at without data: what they ask for, whether they are sound, their cases.
 *
 * A part of junheng.h, which programs include.
 */
#ifndef JH_JUNHENG_RULES_H
#define JH_JUNHENG_RULES_H

#include "junheng/session.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Lists the pack's rules in order, or shows one rule or parameter with values, clauses and days. */
JH_CHECKED jh_code jh_session_rules(
    jh_session *session, const char *id, const char *on, jh_format format, jh_lang lang,
    jh_writer writer, void *payload, jh_error *err);

/* How the numbers of packs are shown. */
typedef struct jh_rules_options {
  const char *id; /* a rule or parameter; NULL = the whole pack */
  const char *on; /* only what is in force on this day, YYYY-MM-DD; NULL = every day */
  bool all;       /* comparing: also what does not differ */
  jh_format format;
  jh_lang lang;
  jh_writer writer;
  void *payload;
} jh_rules_options;

/* Writes every parameter of the pack, or those of `id`: each value with its days, unit, clause,
 * document, the link of the chain that gave it and its place; then what overlays and reforms changed. */
JH_CHECKED jh_code
jh_session_rules_show(jh_session *session, const jh_rules_options *options, jh_error *err);

/* Writes what differs between the packs of several sessions: a row for each parameter, requirement,
 * scope and quantity, a column for each pack. Without a day: what each pack says last. */
JH_CHECKED jh_code jh_session_rules_compare(
    jh_session *const *sessions, size_t count, const jh_rules_options *options, jh_error *err);

/* Writes the rulebook: an index over the packs of the sessions, and each pack's pages. Cases are
 * shown if the sessions were opened with them. */
JH_CHECKED jh_code jh_session_rulebook(
    jh_session *const *sessions, size_t count, jh_page_writer writer, void *payload, jh_error *err);

/* Adds to the diagnostics what looks wrong in a pack that can be read: thresholds that no unit can
 * reach, rules that nothing stands on, relaxations that are over before they begin. */
JH_CHECKED jh_code jh_session_check_rules(jh_session *session, jh_error *err);

/* The unit costs of the reforms: warnings, among the diagnostics, for those of requirements of which what is missing
 * cannot be counted, so that nothing is priced. Is a part of jh_session_check_rules. */
JH_CHECKED jh_code jh_session_check_prices(jh_session *session, jh_error *err);

/* Is there a pack of this name: a folder with pack.lua, a file of an overlay, or an id below the shared
 * rules/? */
bool jh_packs_has(const char *name);

/* Calls for each pack that is meant by a name: the pack itself, or all packs below a folder, in byte
 * order of their paths. `each` returns false to end. A name that is nothing known is handed on as
 * it is. */
JH_CHECKED jh_code jh_packs_each(
    const char *name, bool (*each)(void *payload, const char *pack), void *payload, jh_error *err);

/* Runs the pack's cases and writes one line for each that fails with its evidence below, then the count;
 * *failed is their number. */
JH_CHECKED jh_code jh_session_cases(
    jh_session *session, jh_lang lang, jh_writer writer, void *payload, size_t *failed,
    jh_error *err);

/* Where the proof of a pack's cases goes. */
typedef struct jh_proof_sinks {
  jh_writer report;
  void *report_payload;
  jh_writer
      cases; /* receives missing cases as Lua, nothing if there are none; NULL: not asked for */
  void *cases_payload;
} jh_proof_sinks;

/* Which edges the pack's cases show: for each bound of each rule, stage and period, a case below, at
 * and above it, one without data, one out of scope; for rules without a bound, met and not met. And
 * whether each other number is pinned: a case notices when it is changed by its last digit.
 * *missing counts what is not shown, not pinned, and not written to sinks->cases. */
JH_CHECKED jh_code jh_session_edges(
    jh_session *session, jh_lang lang, const jh_proof_sinks *sinks, size_t *missing, jh_error *err);

/* Changes each number of the pack by its last digit, each comparison from "or equal" to strict and
 * back, each rule's own "all of" to "any of", one at a time and in memory. *missing counts the changes
 * that no case notices, save those proven to make no difference. sinks->cases is not used. */
JH_CHECKED jh_code jh_session_mutate(
    jh_session *session, jh_lang lang, const jh_proof_sinks *sinks, size_t *missing, jh_error *err);

#ifdef __cplusplus
}
#endif

#endif
