/* compare_text.h - what the two files of the text form share; private to report/. */
#ifndef JH_REPORT_COMPARE_TEXT_H
#define JH_REPORT_COMPARE_TEXT_H

#include <string.h>

#include "report/compare_point.h"
#include "report/out.h"

typedef struct jh_compare_writer {
  jh_buf *buf;
  const jh_compare_view *view;
  jh_lang lang;
} jh_compare_writer;

void jh_compare_text_word(const jh_compare_writer *w, jh_word which);

/* "第六条 name" of a pair. */
void jh_compare_text_clause(const jh_compare_writer *w, uint32_t pair);

/* ": A, B, C, …" of points; true if there are more than are named. */
bool jh_compare_text_names(const jh_compare_writer *w, size_t first, size_t count);

/* A line for each county whose last word changes, with what decided it. compare_text.c */
JH_CHECKED jh_code
jh_compare_text_counties(jh_out *out, const jh_compare_writer *w, size_t indent, jh_error *err);

/* "met → unmet"; "1.1, bound 1 → 1.2 m²/student" of a point; "East School (primary), 990101 甲一县". compare_text.c */
void jh_compare_text_arrow(const jh_compare_writer *w, const jh_verdict verdict[2]);
void jh_compare_text_figures(
    const jh_compare_writer *w, const jh_flip_point *point, const jh_rule *rule,
    const jh_compare_figures *f);
void jh_compare_text_entity(const jh_compare_writer *w, uint32_t pair, const jh_entity *at);

/* Totals by region, near misses, each change alone, costs; nothing where there is none. compare_text_more.c */
JH_CHECKED jh_code jh_compare_text_regions(const jh_compare_writer *w, jh_error *err);
JH_CHECKED jh_code jh_compare_text_near(jh_out *out, const jh_compare_writer *w, jh_error *err);
void jh_compare_text_alone(jh_out *out, const jh_compare_writer *w);
void jh_compare_text_cost(const jh_compare_writer *w);

/* The revision, the totals, what did not change. compare_text_change.c */
void jh_compare_text_changes(const jh_compare_writer *w);
void jh_compare_text_totals(const jh_compare_writer *w);
void jh_compare_text_unchanged(const jh_compare_writer *w);

#endif
