/* compare_point.h - one point of a comparison ready for printing, alike in all formats. Private to
 * report/. */
#ifndef JH_REPORT_COMPARE_POINT_H
#define JH_REPORT_COMPARE_POINT_H

#include "report/compare.h"
#include "report/figure.h"

/* The side on which a pair is told: after, if it is there. */
int jh_compare_point_side(const jh_compare_view *view, uint32_t pair);
const jh_plan *jh_compare_point_plan(const jh_compare_view *view, int side);

/* The rule of a pair; NULL for the last word where neither pack has a verdict. */
const jh_rule *jh_compare_point_rule(const jh_compare_view *view, uint32_t pair);

/* The level of a pair's rule on its side. */
uint32_t jh_compare_point_level(const jh_compare_view *view, uint32_t pair);

/* The entity of a pair's rule at rows on both sides. */
jh_entity jh_compare_point_entity(
    const jh_compare_view *view, uint32_t pair, const uint32_t row[2]);

typedef struct jh_compare_figures {
  bool has[2];
  jh_figure measure[2], bound[2];
  const jh_param_value *source; /* behind the bound that is told with the clause */
} jh_compare_figures;

/* Measures and bounds on both sides; those of the floor, where the point is about one. */
JH_CHECKED jh_code jh_compare_point_figures(
    const jh_compare_view *view, const jh_flip_point *point, jh_compare_figures *out,
    jh_error *err);

/* Points from `from` on, before `end`, that are about the same rule and floor. */
size_t jh_compare_point_group(const jh_comparison *what, size_t from, size_t end);

/* one, several, together, otherwise: the fixed word of a part. */
const char *jh_compare_point_part(jh_flip_part part);

/* A flip with what decided it, as docs/JSON.md has it. compare_json.c */
JH_CHECKED jh_code
jh_compare_json_flip(jh_buf *buf, const jh_compare_view *view, const jh_flip *flip, jh_error *err);

#endif
