/* head.h - what was run, above every result. Private to report/. */
#ifndef JH_REPORT_HEAD_H
#define JH_REPORT_HEAD_H

#include "report/report.h"

/* A few lines for people: pack, document, day, data, notice, what is not covered. */
void jh_head_text(jh_buf *buf, const jh_report_head *head, jh_lang lang);

/* Of these only what must be said with every result: the notice, what is not covered, what is not
 * certain. */
void jh_head_notice(jh_buf *buf, const jh_report_head *head, jh_lang lang);

/* The `run` object of docs/JSON.md, without a comma after it. */
void jh_head_json(jh_buf *buf, const jh_report_head *head);

#endif
