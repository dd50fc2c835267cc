/* figure.h - figures, units, entities and clauses as text, alike in all formats.
 *
 * Private to report/. Knows one record at a time, no result as a whole.
 */
#ifndef JH_REPORT_FIGURE_H
#define JH_REPORT_FIGURE_H

#include "report/report.h"
#include "report/words.h"

/* Nothing at all can be said of it (both ends open). */
bool jh_figure_is_empty(const jh_figure *figure);

/* For people: "4.1", "at least 4.1", "4.1 to 4.5", "not known". */
void jh_figure_words(jh_buf *buf, const jh_figure *figure, jh_lang lang);

/* JSON: 4.1, {"at_least":4.1,"at_most":4.5} or null. */
void jh_figure_json(jh_buf *buf, const jh_figure *figure);

/* A CSV cell: 4.1, "4.1..", "..4.5", "4.1..4.5", or empty. */
void jh_figure_csv(jh_buf *buf, const jh_figure *figure);

/* The sign between a measure and its bound: as required (">="), or the other way ("<"). */
const char *jh_figure_sign(jh_compare compare, bool is_met);

/* " m²/student" with a blank before it (in Chinese "%" has none); nothing for plain numbers. */
void jh_figure_unit(jh_buf *buf, const jh_plan *plan, const char *unit_text, jh_lang lang);

/* "East School (primary)": the name, else the code; the stage in brackets. */
void jh_figure_entity(jh_buf *buf, const jh_plan *plan, const jh_entity *entity, jh_lang lang);

/* The name of a level for counting: "schools", 学校. */
const char *jh_figure_level(const jh_plan *plan, uint32_t level, jh_lang lang);

/* "spread between schools (primary): name" for one limit of a spread, else the rule's name. */
void jh_figure_rule_full(jh_buf *buf, const jh_plan *plan, const jh_rule *rule, jh_lang lang);

/* The name of a rule; its id if it has none. */
const char *jh_figure_rule(const jh_rule *rule, jh_lang lang);

/* A text in both languages as a JSON object, {"zh": …, "en": …}. */
void jh_figure_json_text(jh_buf *buf, jh_text text);

/* ,"key":"text" – nothing when text is NULL. */
void jh_figure_json_pair(jh_buf *buf, const char *key, const char *text);

/* The clause that a finding rests on: that of the value in force, else the rule's own. */
const char *jh_figure_clause(const jh_rule *rule, const jh_param_value *source);

/* The number of the document of that clause; "" if none. */
const char *jh_figure_document(
    const jh_plan *plan, const jh_rule *rule, const jh_param_value *source);

/* The day from which that clause is in force: the value's, else the rule's, else the pack's; 0 = not
 * known. */
jh_date jh_figure_since(const jh_plan *plan, const jh_rule *rule, const jh_param_value *source);

/* confirmed, single_source, provincial, inferred, unverified: as packs write it. */
const char *jh_figure_certainty(jh_certainty certainty);

/* The same for people. */
jh_word jh_figure_certainty_word(jh_certainty certainty);

/* A label at the beginning of a line of the head, in a column of its own. */
void jh_figure_label(jh_buf *buf, jh_word word, jh_lang lang);

/* Pads with blanks to a width on a terminal. `used` is the width of what stands there already. */
void jh_figure_pad(jh_buf *buf, size_t used, size_t width);

#endif
