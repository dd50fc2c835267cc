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

/* ": A, B, C, …" of points. */
void jh_compare_text_names(const jh_compare_writer *w, size_t first, size_t count);

/* A line for each county whose last word changes, with what decided it. compare_text.c */
JH_CHECKED jh_code
jh_compare_text_counties(jh_out *out, const jh_compare_writer *w, size_t indent, jh_error *err);

/* The revision, the totals, what did not change. compare_text_change.c */
void jh_compare_text_changes(const jh_compare_writer *w);
void jh_compare_text_totals(const jh_compare_writer *w);
void jh_compare_text_unchanged(const jh_compare_writer *w);

#endif
