/* score.h - grades and points as text: the names of values, points got, asked and full.
 *
 * Private to report/. Knows one finding at a time.
 */
#ifndef JH_REPORT_SCORE_H
#define JH_REPORT_SCORE_H

#include "report/figure.h"

/* Is it a rule whose figures are told here: a grade or points? */
bool jh_score_is(const jh_rule *rule);

/* A measure or bound of a rule: of a grade the name of the value, else as jh_figure_words. */
void jh_score_words(jh_buf *buf, const jh_rule *rule, const jh_figure *figure, jh_lang lang);

/* The same as a CSV cell: of a grade the id of the value, in Chinese its name; else jh_figure_csv. */
void jh_score_csv(jh_buf *buf, const jh_rule *rule, const jh_figure *figure, jh_lang lang);

/* Grade: "basic (at least met is asked)"; points: "82 of 100 points, 85 are asked". The finding has
 * figures. */
void jh_score_sentence(jh_buf *buf, const jh_finding *finding, jh_lang lang);

/* What becomes of the points of something that does not apply, in brackets; nothing where no
 * policy says it. */
void jh_score_policy(jh_buf *buf, const jh_rule *rule, jh_lang lang);

/* Points of which no minimum is asked, so that "met" would say nothing. */
bool jh_score_is_free(const jh_finding *finding);

/* Are the points themselves short, whatever else is missing? */
bool jh_score_is_short(const jh_finding *finding);

/* ,"grade":…,"grade_asked":… or ,"full":… – nothing for other rules. */
void jh_score_json(jh_buf *buf, const jh_finding *finding);

/* The keys that a grade, a veto or points have among the requirements of docs/JSON.md. */
void jh_score_json_rule(jh_buf *buf, const jh_rule *rule);

#endif
