/* sweep.h - verdicts as parameters move, as text, CSV, JSON.
 *
 * Writers only render what vary/ worked out (model/sweep.h).
 */
#ifndef JH_REPORT_SWEEP_H
#define JH_REPORT_SWEEP_H

#include "model/sweep.h"
#include "report/report.h"
#include "report/words.h"

typedef struct jh_sweep_view {
  const jh_results *results; /* as things are */
  const jh_sweep *sweep;
  jh_lang lang;
} jh_sweep_view;

/* A table of counts by value with a plot below it, or a grid of two parameters. */
JH_CHECKED jh_code
jh_report_sweep_text(const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err);

/* A row for each value and region. */
JH_CHECKED jh_code
jh_report_sweep_csv(const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err);

/* docs/JSON.md, docs/sweep.schema.json. */
JH_CHECKED jh_code
jh_report_sweep_json(const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err);

/* Where verdicts turn, and the aim if there is one: the same three forms. sweep_turns_*.c */
JH_CHECKED jh_code
jh_report_sweep_turns_text(const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err);
JH_CHECKED jh_code
jh_report_sweep_turns_csv(const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err);
JH_CHECKED jh_code
jh_report_sweep_turns_json(const jh_sweep_view *view, jh_sink sink, void *payload, jh_error *err);

/* Private to report/, as what follows. */

const jh_plan *jh_sweep_plan(const jh_sweep_view *view);
const jh_param *jh_sweep_param(const jh_sweep_view *view, size_t axis);
const jh_rule *jh_sweep_rule(const jh_sweep_view *view);

/* The tally of a region at a step. */
const jh_tally *jh_sweep_tally(const jh_sweep_view *view, size_t step, size_t region);

/* Is it the value in force? */
bool jh_sweep_is_now(const jh_sweep_axis *axis, jh_dec value);

/* A value with its unit, "85 %"; of the brief form only percent, other units stand in the heading. */
void jh_sweep_value(
    jh_buf *buf, const jh_sweep_view *view, size_t axis, const char *number, bool is_brief);

/* The unit as a heading has it, " (student/class)"; nothing for percent and plain numbers. */
void jh_sweep_unit(jh_buf *buf, const jh_sweep_view *view, size_t axis);

/* What moves, what is counted, how it was worked out: lines of the head. */
void jh_sweep_head(jh_buf *buf, const jh_sweep_view *view);

/* The beginning of the JSON, without an end: run, parameters, what is counted; then its regions. sweep_json.c */
void jh_sweep_json_head(jh_buf *buf, const jh_sweep_view *view);
void jh_sweep_json_regions(jh_buf *buf, const jh_sweep_view *view);
void jh_sweep_json_tally(jh_buf *buf, const jh_tally *tally);

/* What is aimed at, for people. sweep_aim_text.c */
void jh_sweep_aim_text(jh_buf *buf, const jh_sweep_view *view);

/* About where it is, for drawing. */
double jh_sweep_about(const jh_sweep_place *place);

/* The entity of a row of the rule's level. */
jh_entity jh_sweep_entity(const jh_sweep_view *view, uint32_t row);

/* The verdict in force on a row, as the pack may state it. */
jh_verdict jh_sweep_verdict(const jh_sweep_view *view, uint32_t row);

/* A curve of counts on a terminal, values from left to right, `width` columns each. sweep_plot.c */
typedef struct jh_sweep_curve {
  const size_t *counts;
  size_t count, most; /* most: the top of the plot */
  size_t now;         /* the value in force stands here; count: nowhere */
  bool is_between;    /* … or between the one before and here */
} jh_sweep_curve;
void jh_sweep_plot(jh_buf *buf, const jh_sweep_curve *curve, size_t width, jh_lang lang);

#endif
