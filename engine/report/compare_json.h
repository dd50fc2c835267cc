/* compare_json.h - what the two files of the JSON form share; private to report/. */
#ifndef JH_REPORT_COMPARE_JSON_H
#define JH_REPORT_COMPARE_JSON_H

#include "report/compare_point.h"
#include "report/out.h"

/* {"entity":…,"entity_name":…,"level":…,"stage":…,"county":… without the closing brace */
void jh_compare_json_entity(
    jh_buf *buf, const jh_compare_view *view, uint32_t of, const uint32_t row[2]);

/* ,"measure_before":…,"bound_before":…,"measure_after":…,"bound_after":… as far as there are any. compare_json.c */
JH_CHECKED jh_code jh_compare_json_figures(
    jh_buf *buf, const jh_compare_view *view, const jh_flip_point *at, jh_error *err);

/* ,"margin_percent":…,"margin_of":{…},"part":…,"alone":[…] as far as they were asked for */
void jh_compare_json_margin(jh_buf *buf, const jh_compare_view *view, const jh_flip *flip);

/* The items of "regions"; then ,"near":{…} ,"alone":{…} ,"cost":{…}. */
JH_CHECKED jh_code jh_compare_json_regions(jh_buf *buf, const jh_compare_view *view, jh_error *err);
JH_CHECKED jh_code jh_compare_json_near(jh_out *out, const jh_compare_view *view, jh_error *err);
void jh_compare_json_alone(jh_buf *buf, const jh_compare_view *view);
void jh_compare_json_cost(jh_out *out, const jh_compare_view *view);

#endif
